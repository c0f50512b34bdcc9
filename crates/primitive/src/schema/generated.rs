//! Generated from the tables in `data` by `tests/schema`. Not to be edited.

use super::table::{Entry, Kind, NONE, Row, Shape, Type, Value, Values};
use super::{JsonType, XmlForm};

pub(super) const REQUEST: u16 = 337;
pub(super) const RESPONSE: u16 = 340;
pub(super) const CONTENT: u16 = 332;

#[rustfmt::skip]
pub(super) static NAMESPACES: [(&str, &str); 12] = [
    ("m2m", "http://www.onem2m.org/xml/protocols"),
    ("agd", "http://www.onem2m.org/xml/protocols/agriculturedomain"),
    ("cid", "http://www.onem2m.org/xml/protocols/citydomain"),
    ("cod", "http://www.onem2m.org/xml/protocols/commondomain"),("dcfg", "http://www.onem2m.org/xml/deviceConfig"),
    ("hed", "http://www.onem2m.org/xml/protocols/healthdomain"),
    ("hod", "http://www.onem2m.org/xml/protocols/homedomain"),
    ("mad", "http://www.onem2m.org/xml/protocols/managementdomain"),
    ("mdd", "http://www.onem2m.org/xml/protocols/metadata"),
    ("psd", "http://www.onem2m.org/xml/protocols/publicsafetydomain"),
    ("rad", "http://www.onem2m.org/xml/protocols/railwaydomain"),
    ("ved", "http://www.onem2m.org/xml/protocols/vehiculardomain"),
];

#[rustfmt::skip]
pub(super) static CONTEXTS: [Entry; 442] = [
    Entry(38471,1,0,0,NONE,0,19,0,Kind::Common,0),Entry(33369,8,13514,16,394,19,1,13,Kind::Resource,0),
    Entry(33377,7,9662,19,0,20,5,1,Kind::Resource,1),Entry(32617,8,31299,6,0,25,10,65,Kind::Resource,1),
    Entry(34284,6,34536,2,0,35,18,2,Kind::Resource,1),Entry(24439,9,11074,18,226,53,4,28,Kind::Resource,4),
    Entry(24452,9,5753,24,226,57,2,28,Kind::Resource,4),Entry(32626,8,23137,10,226,59,1,28,Kind::Resource,1),
    Entry(32635,8,21181,12,226,60,0,28,Kind::Resource,1),Entry(32644,8,13554,16,226,60,1,28,Kind::Resource,1),
    Entry(32653,8,12099,17,226,61,3,28,Kind::Resource,1),Entry(32662,8,18199,13,226,64,0,28,Kind::Resource,1),
    Entry(32671,8,15064,15,226,64,2,28,Kind::Resource,1),Entry(32680,8,13574,16,226,66,2,28,Kind::Resource,1),
    Entry(32689,8,19661,13,226,68,0,28,Kind::Resource,1),Entry(33385,8,14874,19,0,68,2,44,Kind::Resource,0),
    Entry(33393,8,14874,13,0,70,1,43,Kind::Resource,0),Entry(32698,8,12120,17,394,71,7,13,Kind::Resource,1),
    Entry(33401,7,21625,11,394,78,2,13,Kind::Resource,1),Entry(33409,8,9194,24,0,80,4,19,Kind::Resource,0),
    Entry(33425,8,3703,21,0,84,13,35,Kind::Resource,0),Entry(33433,8,2666,24,0,97,4,37,Kind::Resource,0),
    Entry(33441,8,4415,19,0,101,4,36,Kind::Resource,0),Entry(33449,7,30302,7,394,105,2,13,Kind::Resource,1),
    Entry(34305,7,10986,22,0,107,7,49,Kind::Resource,0),Entry(34312,6,30181,7,0,114,13,5,Kind::Resource,1),
    Entry(24595,9,3767,28,226,127,2,28,Kind::Resource,4),Entry(24608,9,5809,24,226,129,2,28,Kind::Resource,4),
    Entry(24621,9,9938,19,226,131,2,28,Kind::Resource,4),Entry(24634,9,4111,27,226,133,2,28,Kind::Resource,4),
    Entry(24647,9,7973,21,226,135,2,28,Kind::Resource,4),Entry(24660,9,5211,25,226,137,2,28,Kind::Resource,4),
    Entry(24673,9,12351,17,226,139,2,28,Kind::Resource,4),Entry(24686,9,8882,20,226,141,2,28,Kind::Resource,4),
    Entry(33457,7,15159,15,0,143,7,4,Kind::Resource,1),Entry(33465,8,31399,10,394,150,3,13,Kind::Resource,0),
    Entry(33473,8,29138,12,394,153,1,13,Kind::Resource,0),Entry(33481,8,23277,14,394,154,6,13,Kind::Resource,0),
    Entry(34319,7,31409,10,394,160,11,13,Kind::Resource,0),Entry(33489,8,11052,22,394,171,2,13,Kind::Resource,0),
    Entry(33497,7,23291,10,394,173,2,13,Kind::Resource,0),Entry(33497,8,13594,20,394,175,6,13,Kind::Resource,0),
    Entry(33505,8,20157,16,394,181,6,13,Kind::Resource,0),Entry(33513,7,26792,9,0,187,11,3,Kind::Resource,1),
    Entry(24699,9,18182,13,226,198,4,28,Kind::Resource,4),Entry(24712,9,10942,18,226,202,4,28,Kind::Resource,4),
    Entry(24725,9,8740,18,226,206,1,28,Kind::Resource,4),Entry(24738,9,16519,14,226,207,3,28,Kind::Resource,4),
    Entry(24751,9,13534,16,226,210,20,28,Kind::Resource,4),Entry(24764,9,30236,7,226,230,9,28,Kind::Resource,4),
    Entry(24777,9,20045,12,226,239,4,28,Kind::Resource,4),Entry(24790,9,23165,10,226,243,2,28,Kind::Resource,4),
    Entry(24803,9,31329,6,226,245,1,28,Kind::Resource,4),Entry(24816,9,10964,18,226,246,3,28,Kind::Resource,4),
    Entry(24829,9,21640,11,226,249,6,28,Kind::Resource,4),Entry(24842,9,2977,30,226,255,8,28,Kind::Resource,4),
    Entry(24855,9,24504,9,226,263,5,28,Kind::Resource,4),Entry(30379,7,30302,7,226,268,14,28,Kind::Resource,4),
    Entry(24868,9,21715,11,226,282,6,28,Kind::Resource,4),Entry(24881,9,16591,14,226,288,4,28,Kind::Resource,4),
    Entry(24894,9,20093,12,226,292,5,28,Kind::Resource,4),Entry(24907,9,20109,12,226,297,2,28,Kind::Resource,4),
    Entry(24920,9,30324,7,226,299,3,28,Kind::Resource,4),Entry(24933,9,6413,23,226,302,12,28,Kind::Resource,4),
    Entry(24946,9,31359,6,226,314,2,28,Kind::Resource,4),Entry(24959,9,30335,7,226,316,3,28,Kind::Resource,4),
    Entry(24972,9,23235,10,226,319,2,28,Kind::Resource,4),Entry(24985,9,9708,19,226,321,4,28,Kind::Resource,4),
    Entry(24998,9,12225,17,226,325,4,28,Kind::Resource,4),Entry(25011,9,5124,25,226,329,4,28,Kind::Resource,4),
    Entry(25024,9,4475,26,226,333,9,28,Kind::Resource,4),Entry(25037,9,8690,20,226,342,4,28,Kind::Resource,4),
    Entry(29150,8,29154,4,226,346,1,28,Kind::Resource,4),Entry(25050,9,21745,11,226,347,3,28,Kind::Resource,4),
    Entry(25063,9,18284,13,226,350,5,28,Kind::Resource,4),Entry(25076,9,25080,5,226,355,4,28,Kind::Resource,4),
    Entry(25089,9,25093,5,226,359,1,28,Kind::Resource,4),Entry(25102,9,21775,11,226,360,6,28,Kind::Resource,4),
    Entry(25115,9,13614,16,226,366,2,28,Kind::Resource,4),Entry(25128,9,31429,6,226,368,4,28,Kind::Resource,4),
    Entry(25141,9,20189,12,226,372,15,28,Kind::Resource,4),Entry(25154,9,21835,11,226,387,4,28,Kind::Resource,4),
    Entry(25167,9,15178,15,226,391,4,28,Kind::Resource,4),Entry(25180,9,6467,23,226,395,2,28,Kind::Resource,4),
    Entry(25193,9,4565,26,226,397,2,28,Kind::Resource,4),Entry(25206,9,12477,17,226,399,4,28,Kind::Resource,4),
    Entry(25219,9,9777,19,226,403,2,28,Kind::Resource,4),Entry(25232,9,8738,20,226,405,1,28,Kind::Resource,4),
    Entry(25245,9,15273,15,226,406,2,28,Kind::Resource,4),Entry(25258,9,16825,14,226,408,2,28,Kind::Resource,4),
    Entry(25271,9,15292,15,226,410,2,28,Kind::Resource,4),Entry(25284,9,15311,15,226,412,2,28,Kind::Resource,4),
    Entry(25297,9,9846,19,226,414,2,28,Kind::Resource,4),Entry(25310,9,9754,19,226,416,4,28,Kind::Resource,4),
    Entry(25323,9,8762,20,226,420,1,28,Kind::Resource,4),Entry(25336,9,9915,19,226,421,2,28,Kind::Resource,4),
    Entry(25349,9,15425,15,226,423,2,28,Kind::Resource,4),Entry(25362,9,13854,16,226,425,2,28,Kind::Resource,4),
    Entry(25375,9,20221,12,226,427,2,28,Kind::Resource,4),Entry(25388,9,23361,10,226,429,2,28,Kind::Resource,4),
    Entry(25401,9,21955,11,226,431,2,28,Kind::Resource,4),Entry(25414,9,18539,13,226,433,2,28,Kind::Resource,4),
    Entry(25427,9,20285,12,226,435,2,28,Kind::Resource,4),Entry(25440,9,18556,13,226,437,2,28,Kind::Resource,4),
    Entry(25453,9,12414,17,226,439,2,28,Kind::Resource,4),Entry(25466,9,13834,16,226,441,2,28,Kind::Resource,4),
    Entry(25479,9,29366,8,226,443,2,28,Kind::Resource,4),Entry(25492,9,23473,10,226,445,4,28,Kind::Resource,4),
    Entry(25505,9,21985,11,226,449,1,28,Kind::Resource,4),Entry(25518,9,23487,10,226,450,1,28,Kind::Resource,4),
    Entry(25531,9,5893,24,226,451,4,28,Kind::Resource,4),Entry(25544,9,12519,17,226,455,10,28,Kind::Resource,4),
    Entry(25557,9,13894,16,226,465,6,28,Kind::Resource,4),Entry(25570,9,16951,14,226,471,4,28,Kind::Resource,4),
    Entry(25583,9,23529,10,226,475,4,28,Kind::Resource,4),Entry(25596,9,30621,7,226,479,2,28,Kind::Resource,4),
    Entry(25609,9,11294,18,226,481,3,28,Kind::Resource,4),Entry(25622,9,11272,18,226,484,6,28,Kind::Resource,4),
    Entry(25635,9,18692,13,226,490,8,28,Kind::Resource,4),Entry(25648,9,22075,11,226,498,4,28,Kind::Resource,4),
    Entry(25661,9,22090,11,226,502,11,28,Kind::Resource,4),Entry(25674,9,23571,10,226,513,11,28,Kind::Resource,4),
    Entry(25687,9,30643,7,226,524,4,28,Kind::Resource,4),Entry(25700,9,31659,6,226,528,1,28,Kind::Resource,4),
    Entry(25713,9,18726,13,226,529,3,28,Kind::Resource,4),Entry(25726,9,22135,11,226,532,3,28,Kind::Resource,4),
    Entry(25739,9,31669,6,226,535,2,28,Kind::Resource,4),Entry(25752,9,17023,14,226,537,2,28,Kind::Resource,4),
    Entry(25765,9,20493,12,226,539,5,28,Kind::Resource,4),Entry(25778,9,8906,20,226,544,1,28,Kind::Resource,4),
    Entry(25791,9,17041,14,226,545,3,28,Kind::Resource,4),Entry(25804,9,29606,8,226,548,3,28,Kind::Resource,4),
    Entry(25817,9,31699,6,226,551,2,28,Kind::Resource,4),Entry(25830,9,22195,11,226,553,2,28,Kind::Resource,4),
    Entry(25843,9,15558,15,226,555,2,28,Kind::Resource,4),Entry(29162,8,25081,4,226,557,2,28,Kind::Resource,4),
    Entry(25856,9,6005,24,226,559,5,28,Kind::Resource,4),Entry(25869,9,22390,11,226,564,6,28,Kind::Resource,4),
    Entry(25882,9,20829,12,226,570,4,28,Kind::Resource,4),Entry(25895,9,15957,15,226,574,1,28,Kind::Resource,4),
    Entry(25908,9,15976,15,226,575,1,28,Kind::Resource,4),Entry(25921,9,28248,9,226,576,1,28,Kind::Resource,4),
    Entry(25934,9,22450,11,226,577,6,28,Kind::Resource,4),Entry(25947,9,28274,9,226,583,5,28,Kind::Resource,4),
    Entry(25960,9,19236,13,226,588,2,28,Kind::Resource,4),Entry(29174,8,29178,4,226,590,1,28,Kind::Resource,4),
    Entry(25973,9,12834,17,226,591,4,28,Kind::Resource,4),Entry(25986,9,29822,8,226,595,2,28,Kind::Resource,4),
    Entry(25999,9,23837,10,226,597,5,28,Kind::Resource,4),Entry(26012,9,12876,17,226,602,5,28,Kind::Resource,4),
    Entry(26025,9,19304,13,226,607,2,28,Kind::Resource,4),Entry(26038,9,7391,22,226,609,5,28,Kind::Resource,4),
    Entry(26051,9,28326,9,226,614,4,28,Kind::Resource,4),Entry(26064,9,19321,13,226,618,5,28,Kind::Resource,4),
    Entry(26077,9,28365,9,226,623,2,28,Kind::Resource,4),Entry(26090,9,19355,13,226,625,1,28,Kind::Resource,4),
    Entry(26103,9,23865,10,226,626,3,28,Kind::Resource,4),Entry(26116,9,23879,10,226,629,5,28,Kind::Resource,4),
    Entry(26129,9,23893,10,226,634,2,28,Kind::Resource,4),Entry(26142,9,10582,19,226,636,4,28,Kind::Resource,4),
    Entry(26155,9,28547,9,226,640,2,28,Kind::Resource,4),Entry(26168,9,10559,19,226,642,2,28,Kind::Resource,4),
    Entry(26181,9,14614,16,226,644,1,28,Kind::Resource,4),Entry(26194,9,14634,16,226,645,1,28,Kind::Resource,4),
    Entry(26207,9,29906,8,226,646,2,28,Kind::Resource,4),Entry(26220,9,19372,13,226,648,6,28,Kind::Resource,4),
    Entry(26233,9,14574,16,226,654,3,28,Kind::Resource,4),Entry(26246,9,23963,10,226,657,1,28,Kind::Resource,4),
    Entry(26259,9,29930,8,226,658,6,28,Kind::Resource,4),Entry(26272,9,11756,18,226,664,4,28,Kind::Resource,4),
    Entry(26285,9,9242,20,226,668,0,28,Kind::Resource,4),Entry(26298,9,11734,18,226,668,4,28,Kind::Resource,4),
    Entry(26311,9,21069,12,226,672,3,28,Kind::Resource,4),Entry(26324,9,11712,18,226,675,3,28,Kind::Resource,4),
    Entry(26337,9,22660,11,226,678,2,28,Kind::Resource,4),Entry(26350,9,17851,14,226,680,3,28,Kind::Resource,4),
    Entry(26363,9,10605,19,226,683,6,28,Kind::Resource,4),Entry(26376,9,19576,13,226,689,14,28,Kind::Resource,4),
    Entry(26389,9,30002,8,226,703,16,28,Kind::Resource,4),Entry(26402,9,22675,11,226,719,9,28,Kind::Resource,4),
    Entry(26415,9,14654,16,226,728,4,28,Kind::Resource,4),Entry(26428,9,28690,9,226,732,2,28,Kind::Resource,4),
    Entry(26441,9,21133,12,226,734,1,28,Kind::Resource,4),Entry(26454,9,22705,11,226,735,1,28,Kind::Resource,4),
    Entry(26467,9,13044,17,226,736,5,28,Kind::Resource,4),Entry(26480,9,14754,16,226,741,8,28,Kind::Resource,4),
    Entry(26493,9,22780,11,226,749,7,28,Kind::Resource,4),Entry(29186,8,29190,4,226,756,1,28,Kind::Resource,4),
    Entry(26506,9,22795,11,226,757,7,28,Kind::Resource,4),Entry(26519,9,19712,13,226,764,6,28,Kind::Resource,4),
    Entry(26532,9,19746,13,226,770,7,28,Kind::Resource,4),Entry(26545,9,19763,13,226,777,6,28,Kind::Resource,4),
    Entry(26558,9,26562,5,226,783,9,28,Kind::Resource,4),Entry(26571,9,32139,6,226,792,1,28,Kind::Resource,4),
    Entry(26584,9,22810,11,226,793,4,28,Kind::Resource,4),Entry(26597,9,26601,5,226,797,2,28,Kind::Resource,4),
    Entry(26610,9,28820,9,226,799,1,28,Kind::Resource,4),Entry(26623,9,30122,8,226,800,1,28,Kind::Resource,4),
    Entry(26636,9,30146,8,226,801,3,28,Kind::Resource,4),Entry(26649,9,9338,20,226,804,18,28,Kind::Resource,4),
    Entry(26662,9,16337,15,226,822,2,28,Kind::Resource,4),Entry(26675,9,16356,15,226,824,33,28,Kind::Resource,4),
    Entry(26688,9,13191,17,226,857,8,28,Kind::Resource,4),Entry(26701,9,10743,19,226,865,30,28,Kind::Resource,4),
    Entry(26714,9,28872,9,226,895,2,28,Kind::Resource,4),Entry(26727,9,22855,11,226,897,2,28,Kind::Resource,4),
    Entry(26740,9,32199,6,226,899,3,28,Kind::Resource,4),Entry(34326,7,7848,25,0,902,13,48,Kind::Resource,0),
    Entry(33521,7,28560,9,0,915,19,16,Kind::Resource,1),Entry(34333,7,2701,32,0,934,3,34,Kind::Resource,0),
    Entry(31469,9,21835,11,394,937,4,13,Kind::Resource,1),Entry(31479,9,16789,14,394,941,4,13,Kind::Resource,1),
    Entry(31499,9,19151,13,394,945,11,13,Kind::Resource,1),Entry(30456,10,17581,14,394,956,3,13,Kind::Resource,1),
    Entry(32419,8,34165,3,394,959,5,13,Kind::Resource,1),Entry(13674,20,0,0,NONE,964,5,0,Kind::Type,0),
    Entry(30467,10,24229,10,394,969,11,13,Kind::Resource,1),Entry(32707,8,23333,10,0,980,3,66,Kind::Resource,1),
    Entry(34347,7,14058,8,0,983,6,6,Kind::Resource,0),Entry(33529,7,13714,16,394,989,6,13,Kind::Resource,1),
    Entry(33537,7,23375,10,394,995,18,13,Kind::Resource,1),Entry(33545,8,30533,11,0,1013,8,7,Kind::Resource,0),
    Entry(33553,7,29402,8,394,1021,5,13,Kind::Resource,1),Entry(33561,8,29414,12,0,1026,9,8,Kind::Resource,0),
    Entry(33569,7,7998,21,0,1035,2,58,Kind::Resource,1),Entry(32716,8,18675,13,226,1037,0,28,Kind::Resource,1),
    Entry(30610,11,7998,13,0,1037,11,28,Kind::Common,0),Entry(33577,7,29462,8,394,1048,5,13,Kind::Resource,1),
    Entry(33585,7,1791,36,226,1053,6,28,Kind::Resource,1),Entry(33593,7,4625,26,226,1059,3,28,Kind::Resource,1),
    Entry(33601,7,32527,5,0,1062,12,9,Kind::Resource,1),Entry(27026,9,4535,26,226,1074,2,28,Kind::Resource,4),
    Entry(27039,9,7157,22,226,1076,2,28,Kind::Resource,4),Entry(27052,9,1229,43,226,1078,2,28,Kind::Resource,4),
    Entry(27065,9,9869,19,226,1080,2,28,Kind::Resource,4),Entry(27078,9,11184,18,226,1082,2,28,Kind::Resource,4),
    Entry(27091,9,19627,13,226,1084,0,28,Kind::Resource,4),Entry(27104,9,5725,24,226,1084,2,28,Kind::Resource,4),
    Entry(27117,9,16843,14,226,1086,2,28,Kind::Resource,4),Entry(27130,9,15387,15,226,1088,2,28,Kind::Resource,4),
    Entry(27143,9,8810,20,226,1090,2,28,Kind::Resource,4),Entry(27156,9,15330,15,226,1092,2,28,Kind::Resource,4),
    Entry(27169,9,12330,17,226,1094,2,28,Kind::Resource,4),Entry(27182,9,11118,18,226,1096,2,28,Kind::Resource,4),
    Entry(27195,9,11140,18,226,1098,2,28,Kind::Resource,4),Entry(27208,9,13734,16,226,1100,2,28,Kind::Resource,4),
    Entry(27221,9,9823,19,226,1102,2,28,Kind::Resource,4),Entry(27234,9,9800,19,226,1104,2,28,Kind::Resource,4),
    Entry(27247,9,8834,20,226,1106,2,28,Kind::Resource,4),Entry(27260,9,13754,16,226,1108,2,28,Kind::Resource,4),
    Entry(27273,9,15349,15,226,1110,2,28,Kind::Resource,4),Entry(27286,9,7898,21,226,1112,2,28,Kind::Resource,4),
    Entry(27299,9,13794,16,226,1114,2,28,Kind::Resource,4),Entry(27312,9,11250,18,226,1116,2,28,Kind::Resource,4),
    Entry(27325,9,8858,20,226,1118,2,28,Kind::Resource,4),Entry(27338,9,12393,17,226,1120,2,28,Kind::Resource,4),
    Entry(27351,9,9892,19,226,1122,2,28,Kind::Resource,4),Entry(27364,9,12372,17,226,1124,2,28,Kind::Resource,4),
    Entry(27377,9,12435,17,226,1126,2,28,Kind::Resource,4),Entry(27390,9,9961,19,226,1128,2,28,Kind::Resource,4),
    Entry(27403,9,12456,17,226,1130,2,28,Kind::Resource,4),Entry(27416,9,18505,13,226,1132,2,28,Kind::Resource,4),
    Entry(27429,9,11162,18,226,1134,2,28,Kind::Resource,4),Entry(27442,9,26935,9,226,1136,2,28,Kind::Resource,4),
    Entry(27455,9,18522,13,226,1138,2,28,Kind::Resource,4),Entry(27468,9,13774,16,226,1140,2,28,Kind::Resource,4),
    Entry(27481,9,20253,12,226,1142,2,28,Kind::Resource,4),Entry(27494,9,20269,12,226,1144,2,28,Kind::Resource,4),
    Entry(27507,9,7923,21,226,1146,2,28,Kind::Resource,4),Entry(27520,9,23389,10,226,1148,2,28,Kind::Resource,4),
    Entry(27533,9,11228,18,226,1150,2,28,Kind::Resource,4),Entry(27546,9,13814,16,226,1152,2,28,Kind::Resource,4),
    Entry(33609,7,17185,14,0,1154,13,10,Kind::Resource,1),Entry(34354,7,15615,19,0,1167,7,45,Kind::Resource,0),
    Entry(0,21,0,0,NONE,1174,6,0,Kind::Type,0),Entry(0,43,0,0,NONE,1180,6,0,Kind::Type,0),
    Entry(0,68,0,0,NONE,1186,2,0,Kind::Type,0),Entry(1039,48,0,0,NONE,1188,3,0,Kind::Type,0),
    Entry(22270,15,0,0,NONE,1191,3,0,Kind::Type,0),Entry(20637,16,0,0,NONE,1194,2,0,Kind::Type,0),
    Entry(6602,19,0,0,NONE,1196,3,0,Kind::Type,0),Entry(6602,27,0,0,NONE,1199,1,0,Kind::Type,0),
    Entry(7209,26,0,0,NONE,1200,2,0,Kind::Type,0),Entry(5298,21,0,0,NONE,1202,1,0,Kind::Type,0),
    Entry(5298,29,0,0,NONE,1203,6,0,Kind::Type,0),Entry(11404,22,0,0,NONE,1209,2,0,Kind::Type,0),
    Entry(23669,14,0,0,NONE,1211,2,0,Kind::Type,0),Entry(18862,13,0,0,NONE,1213,2,0,Kind::Type,0),
    Entry(1589,21,0,0,NONE,1215,1,0,Kind::Type,0),Entry(1589,42,0,0,NONE,1216,5,0,Kind::Type,0),
    Entry(22285,15,0,0,NONE,1221,2,0,Kind::Type,0),Entry(14014,20,0,0,NONE,1223,5,0,Kind::Type,0),
    Entry(6629,14,0,0,NONE,1228,1,0,Kind::Type,0),Entry(6629,27,0,0,NONE,1229,2,0,Kind::Type,0),
    Entry(29678,12,0,0,NONE,1231,3,0,Kind::Type,0),Entry(14034,20,0,0,NONE,1234,2,0,Kind::Type,0),
    Entry(14054,20,0,0,NONE,1236,2,0,Kind::Type,0),Entry(14074,20,0,0,NONE,1238,11,0,Kind::Type,0),
    Entry(3079,21,0,0,NONE,1249,12,0,Kind::Type,0),Entry(3079,34,0,0,NONE,1261,2,0,Kind::Type,0),
    Entry(2054,22,0,0,NONE,1263,3,0,Kind::Type,0),Entry(2054,37,0,0,NONE,1266,2,0,Kind::Type,0),
    Entry(126,34,0,0,NONE,1268,1,0,Kind::Type,0),Entry(126,57,0,0,NONE,1269,2,0,Kind::Type,0),
    Entry(9002,24,0,0,NONE,1271,5,0,Kind::Type,0),Entry(8223,25,0,0,NONE,1276,4,0,Kind::Type,0),
    Entry(4142,23,0,0,NONE,1280,1,0,Kind::Type,0),Entry(4142,31,0,0,NONE,1281,3,0,Kind::Type,0),
    Entry(10237,23,0,0,NONE,1284,5,0,Kind::Type,0),Entry(23683,14,0,0,NONE,1289,3,0,Kind::Type,0),
    Entry(9026,16,0,0,NONE,1292,3,0,Kind::Type,0),Entry(3799,29,0,0,NONE,1295,17,0,Kind::Type,0),
    Entry(3799,32,0,0,NONE,1312,2,0,Kind::Type,0),Entry(10283,23,0,0,NONE,1314,7,0,Kind::Type,0),
    Entry(17257,18,0,0,NONE,1321,31,0,Kind::Type,0),Entry(17275,18,0,0,NONE,1352,2,0,Kind::Type,0),
    Entry(27676,13,0,0,NONE,1354,2,0,Kind::Type,0),Entry(7261,26,0,0,NONE,1356,1,0,Kind::Type,0),
    Entry(15710,19,0,0,NONE,1357,1,0,Kind::Type,0),Entry(17293,18,0,0,NONE,1358,2,0,Kind::Type,0),
    Entry(4655,17,0,0,NONE,1360,1,0,Kind::Type,0),Entry(4655,30,0,0,NONE,1361,2,0,Kind::Type,0),
    Entry(15748,19,0,0,NONE,1363,29,0,Kind::Type,0),Entry(22345,15,0,0,NONE,1392,3,0,Kind::Type,0),
    Entry(15767,15,0,0,NONE,1395,2,0,Kind::Type,0),Entry(501,16,0,0,NONE,1397,14,0,Kind::Type,0),
    Entry(2525,36,0,0,NONE,1411,2,0,Kind::Type,0),Entry(501,34,0,0,NONE,1413,3,0,Kind::Type,0),
    Entry(501,51,0,0,NONE,1416,4,0,Kind::Type,0),Entry(14114,20,0,0,NONE,1420,3,0,Kind::Type,0),
    Entry(15786,19,0,0,NONE,1423,10,0,Kind::Type,0),Entry(4685,30,0,0,NONE,1433,5,0,Kind::Type,0),
    Entry(14134,20,0,0,NONE,1438,16,0,Kind::Wrapper,0),Entry(12729,21,0,0,NONE,1454,2,0,Kind::Type,0),
    Entry(27715,13,0,0,NONE,1456,2,0,Kind::Type,0),Entry(17365,18,0,0,NONE,1458,1,0,Kind::Type,0),
    Entry(5949,28,0,0,NONE,1459,5,0,Kind::Type,0),Entry(14154,20,0,0,NONE,1464,35,0,Kind::Type,0),
    Entry(18981,17,0,0,NONE,1499,1,0,Kind::Type,0),Entry(15805,19,0,0,NONE,1500,1,0,Kind::Wrapper,0),
    Entry(12750,21,0,0,NONE,1501,16,0,Kind::Type,0),Entry(14194,20,0,0,NONE,1517,2,0,Kind::Type,0),
    Entry(15824,19,0,0,NONE,1519,1,0,Kind::Type,0),Entry(14214,16,0,0,NONE,1520,8,0,Kind::Type,0),
    Entry(10398,23,0,0,NONE,1528,1,0,Kind::Type,0),Entry(27741,13,0,0,NONE,1529,1,0,Kind::Type,0),
    Entry(4715,30,0,0,NONE,1530,4,0,Kind::Type,0),Entry(14234,20,0,0,NONE,1534,1,0,Kind::Type,0),
    Entry(6710,27,0,0,NONE,1535,6,0,Kind::Type,0),Entry(5327,29,0,0,NONE,1541,4,0,Kind::Type,0),
    Entry(7287,26,0,0,NONE,1545,7,0,Kind::Type,0),Entry(11448,22,0,0,NONE,1552,2,0,Kind::Type,0),
    Entry(15843,19,0,0,NONE,1554,2,0,Kind::Type,0),Entry(7313,26,0,0,NONE,1556,2,0,Kind::Type,0),
    Entry(4745,30,0,0,NONE,1558,2,0,Kind::Type,0),Entry(19066,17,0,0,NONE,1560,10,0,Kind::Type,0),
    Entry(14254,19,0,0,NONE,1570,3,0,Kind::Type,0),Entry(14254,20,0,0,NONE,1573,1,0,Kind::Type,0),
    Entry(17473,18,0,0,NONE,1574,7,0,Kind::Type,0),Entry(17509,18,0,0,NONE,1581,5,0,Kind::Type,0),
    Entry(27780,9,23321,8,226,1586,1,28,Kind::Resource,4),Entry(27793,9,9984,19,226,1587,6,28,Kind::Resource,4),
    Entry(27806,9,18607,13,226,1593,0,28,Kind::Resource,4),Entry(27819,9,18624,13,226,1593,2,28,Kind::Resource,4),
    Entry(27832,9,23319,10,226,1595,1,28,Kind::Resource,4),Entry(27845,9,18454,13,226,1596,4,28,Kind::Resource,4),
    Entry(27858,9,30511,7,226,1600,1,28,Kind::Resource,4),Entry(27871,9,30522,7,226,1601,9,28,Kind::Resource,4),
    Entry(27884,9,20333,12,226,1610,4,28,Kind::Resource,4),Entry(27897,9,20349,12,226,1614,14,28,Kind::Resource,4),
    Entry(27910,9,23431,10,226,1628,5,28,Kind::Resource,4),Entry(27923,9,23445,10,226,1633,11,28,Kind::Resource,4),
    Entry(27936,9,26948,9,226,1644,7,28,Kind::Resource,4),Entry(27949,9,23459,10,226,1651,4,28,Kind::Resource,4),
    Entry(27962,9,26961,9,226,1655,16,28,Kind::Resource,4),Entry(27975,9,31549,6,226,1671,1,28,Kind::Resource,4),
    Entry(27988,9,29498,8,226,1672,2,28,Kind::Resource,4),Entry(28001,9,31649,6,226,1674,1,28,Kind::Resource,4),
    Entry(28014,9,28809,7,226,1675,1,28,Kind::Resource,4),Entry(28027,9,22585,11,226,1676,3,28,Kind::Resource,4),
    Entry(28040,9,31939,6,226,1679,2,28,Kind::Resource,4),Entry(28053,9,31959,6,226,1681,2,28,Kind::Resource,4),
    Entry(28066,9,32139,6,226,1683,1,28,Kind::Resource,4),Entry(28079,9,28807,9,226,1684,1,28,Kind::Resource,4),
    Entry(28092,9,31094,7,226,1685,1,28,Kind::Resource,4),Entry(28105,9,17959,14,226,1686,3,28,Kind::Resource,4),
    Entry(28118,9,32149,6,226,1689,3,28,Kind::Resource,4),Entry(28131,9,31127,7,226,1692,3,28,Kind::Resource,4),
    Entry(28170,9,29450,8,226,1695,6,28,Kind::Resource,4),Entry(28183,9,20621,12,226,1701,5,28,Kind::Resource,4),
    Entry(28196,9,29666,8,226,1706,5,28,Kind::Resource,4),Entry(28209,9,31889,6,226,1711,4,28,Kind::Resource,4),
    Entry(33617,7,31819,6,394,1715,2,13,Kind::Resource,1),Entry(34361,7,34459,7,0,1717,9,12,Kind::Resource,0),
    Entry(23795,14,23795,7,0,1726,6,13,Kind::Common,0),Entry(33625,7,12771,17,0,1732,4,46,Kind::Resource,1),
    Entry(33633,8,5385,29,0,1736,1,11,Kind::Resource,0),Entry(33641,7,33905,4,0,1737,8,14,Kind::Resource,1),
    Entry(33649,7,3117,24,0,1745,3,26,Kind::Resource,0),Entry(33649,8,4204,31,0,1748,2,25,Kind::Resource,0),
    Entry(33657,7,29786,8,0,1750,4,39,Kind::Resource,1),Entry(32734,8,11580,18,0,1754,0,38,Kind::Resource,1),
    Entry(34368,7,19338,14,0,1754,2,15,Kind::Resource,0),Entry(34375,7,16033,19,0,1756,2,27,Kind::Resource,0),
    Entry(32743,8,12918,17,0,1758,6,63,Kind::Resource,1),Entry(33665,7,14534,16,0,1764,8,62,Kind::Resource,1),
    Entry(28391,9,31379,6,226,1772,2,28,Kind::Resource,4),Entry(28404,9,15368,15,226,1774,2,28,Kind::Resource,4),
    Entry(28417,9,11206,18,226,1776,2,28,Kind::Resource,4),Entry(28430,9,20317,12,226,1778,19,28,Kind::Resource,4),
    Entry(28443,9,13874,16,226,1797,18,28,Kind::Resource,4),Entry(28456,9,29990,8,226,1815,2,28,Kind::Resource,4),
    Entry(28469,9,5697,24,226,1817,3,28,Kind::Resource,4),Entry(28482,9,4080,27,226,1820,2,28,Kind::Resource,4),
    Entry(28495,9,5182,25,226,1822,2,28,Kind::Resource,4),Entry(28508,9,7948,21,226,1824,2,28,Kind::Resource,4),
    Entry(28521,9,15406,15,226,1826,2,28,Kind::Resource,4),Entry(28534,9,5837,24,226,1828,2,28,Kind::Resource,4),
    Entry(33681,7,31959,6,394,1830,2,13,Kind::Resource,1),Entry(14154,7,5320,7,0,1832,8,17,Kind::Resource,0),
    Entry(17157,7,17161,4,0,1840,7,31,Kind::Resource,0),Entry(33689,7,29942,8,0,1847,2,18,Kind::Resource,1),
    Entry(33705,7,11668,18,0,1849,7,24,Kind::Resource,1),Entry(33713,7,7495,22,0,1856,6,41,Kind::Resource,1),
    Entry(32752,8,6033,24,0,1862,5,40,Kind::Resource,1),Entry(33721,7,9146,20,0,1867,3,42,Kind::Resource,1),
    Entry(33729,8,31028,11,0,1870,0,22,Kind::Resource,0),Entry(33737,8,24075,12,0,1870,7,21,Kind::Resource,0),
    Entry(32761,8,33040,5,0,1877,3,64,Kind::Resource,1),Entry(34417,7,2778,12,0,1880,19,23,Kind::Resource,0),
    Entry(33745,8,12960,21,0,1899,5,20,Kind::Resource,0),Entry(33753,7,30026,8,394,1904,9,13,Kind::Resource,1),
    Entry(34431,7,24215,14,0,1913,10,47,Kind::Resource,0),Entry(34638,6,10674,5,0,1923,11,32,Kind::Resource,0),
    Entry(33761,8,6741,11,0,1934,9,51,Kind::Resource,0),Entry(33769,8,6741,15,0,1943,12,50,Kind::Resource,0),
    Entry(32770,8,17923,14,0,1955,8,33,Kind::Resource,1),Entry(34438,6,24173,10,0,1963,16,29,Kind::Resource,1),
    Entry(33777,7,17905,14,0,1979,5,60,Kind::Resource,1),Entry(33793,7,11844,18,0,1984,4,30,Kind::Resource,1),
    Entry(28833,9,3735,28,226,1988,2,28,Kind::Resource,4),Entry(28846,9,5781,24,226,1990,2,28,Kind::Resource,4),
];

#[rustfmt::skip]
pub(super) static TYPES: [Type; 241] = [
    Type(7131,26,NONE),Type(5153,29,NONE),Type(31489,10,NONE),Type(32410,9,NONE),Type(23305,14,NONE),
    Type(29294,12,NONE),Type(7873,25,NONE),Type(13674,20,215),Type(9731,23,NONE),Type(17131,18,NONE),
    Type(32590,9,NONE),Type(23613,14,NONE),Type(10122,23,NONE),Type(13954,20,NONE),Type(11382,22,NONE),
    Type(5269,29,NONE),Type(3045,34,NONE),Type(6548,20,NONE),Type(6548,27,NONE),Type(20573,16,NONE),
    Type(20589,16,NONE),Type(12624,21,NONE),Type(8954,24,NONE),Type(17149,18,NONE),Type(20605,16,NONE),
    Type(15577,19,NONE),Type(18811,17,NONE),Type(18828,17,NONE),Type(10145,23,NONE),Type(17167,18,NONE),
    Type(15596,19,NONE),Type(18845,17,NONE),Type(8978,24,NONE),Type(23621,6,NONE),Type(33361,8,NONE),
    Type(15653,19,NONE),Type(6575,27,NONE),Type(0,21,274),Type(0,43,275),Type(0,68,276),Type(1039,48,277),
    Type(8173,25,NONE),Type(30709,11,NONE),Type(22270,15,278),Type(20637,16,279),Type(6602,19,280),
    Type(6602,27,281),Type(7209,26,282),Type(5298,21,283),Type(5298,29,284),Type(11404,22,285),Type(13994,20,NONE),
    Type(23669,14,286),Type(18862,13,287),Type(18862,17,NONE),Type(8198,25,NONE),Type(10168,23,NONE),
    Type(1589,21,288),Type(1589,42,289),Type(22285,15,290),Type(18879,17,NONE),Type(14014,20,291),
    Type(30720,11,NONE),Type(10191,23,NONE),Type(10214,23,NONE),Type(22300,15,NONE),Type(6629,14,292),
    Type(6629,27,293),Type(18896,17,NONE),Type(27650,13,NONE),Type(29678,12,294),Type(14034,20,295),
    Type(14054,20,296),Type(20653,16,NONE),Type(14074,20,297),Type(3079,21,298),Type(3079,34,299),
    Type(2054,22,300),Type(2054,37,301),Type(11390,14,NONE),Type(126,34,302),Type(126,57,303),Type(9002,24,304),
    Type(8223,25,305),Type(4142,23,306),Type(4142,31,307),Type(18913,17,NONE),Type(23683,14,309),
    Type(5277,21,NONE),Type(9026,16,310),Type(9026,24,NONE),Type(29690,12,NONE),Type(6556,12,NONE),
    Type(10260,23,NONE),Type(3799,29,311),Type(3799,32,312),Type(27663,13,NONE),Type(20685,16,NONE),
    Type(10283,23,313),Type(17221,18,NONE),Type(17239,18,NONE),Type(23697,14,NONE),Type(17257,18,314),
    Type(15691,19,NONE),Type(22315,15,NONE),Type(17275,18,315),Type(12687,21,NONE),Type(8248,25,NONE),
    Type(20701,16,NONE),Type(27676,13,316),Type(20581,8,NONE),Type(20597,8,NONE),Type(31759,10,NONE),
    Type(7261,26,317),Type(15710,19,318),Type(22330,15,NONE),Type(20717,16,NONE),Type(23711,14,NONE),
    Type(6656,27,NONE),Type(17293,18,319),Type(17311,18,NONE),Type(14094,20,NONE),Type(4173,31,NONE),
    Type(27689,13,NONE),Type(27702,13,NONE),Type(15729,19,NONE),Type(8273,25,NONE),Type(4655,17,320),
    Type(4655,30,321),Type(10306,23,NONE),Type(23725,14,NONE),Type(15748,19,322),Type(17329,18,NONE),
    Type(22345,15,323),Type(15767,15,324),Type(15767,19,NONE),Type(10329,23,NONE),Type(18930,17,NONE),
    Type(32725,9,NONE),Type(31769,10,NONE),Type(501,16,325),Type(2525,36,326),Type(501,34,327),Type(501,51,328),
    Type(6683,27,NONE),Type(8298,25,NONE),Type(3113,34,NONE),Type(12632,13,NONE),Type(14114,20,329),
    Type(15786,19,330),Type(10352,23,NONE),Type(12708,21,NONE),Type(30731,11,NONE),Type(14134,20,332),
    Type(12729,21,333),Type(17347,18,NONE),Type(18947,17,NONE),Type(20733,16,NONE),Type(27715,13,334),
    Type(17365,18,335),Type(5949,28,336),Type(17383,18,NONE),Type(17401,18,332),Type(27728,13,NONE),
    Type(14154,20,337),Type(18964,17,NONE),Type(18981,17,338),Type(20749,16,NONE),Type(8962,16,NONE),
    Type(14174,20,NONE),Type(15805,19,339),Type(12750,21,340),Type(11426,22,NONE),Type(14194,16,NONE),
    Type(14194,20,341),Type(18998,17,NONE),Type(17157,10,NONE),Type(15824,19,342),Type(19015,17,NONE),
    Type(14214,16,343),Type(14214,20,NONE),Type(17419,18,NONE),Type(17437,18,NONE),Type(10375,23,NONE),
    Type(10398,22,NONE),Type(10398,23,344),Type(20765,16,NONE),Type(27741,13,345),Type(4715,30,346),
    Type(14234,20,347),Type(19032,17,NONE),Type(6710,27,348),Type(5327,29,349),Type(7287,26,350),
    Type(31779,10,NONE),Type(11448,22,351),Type(19049,17,NONE),Type(15843,19,352),Type(9050,24,NONE),
    Type(10421,23,NONE),Type(31789,10,NONE),Type(5977,28,NONE),Type(7313,26,353),Type(4745,30,354),
    Type(17455,18,NONE),Type(27754,13,NONE),Type(15585,11,NONE),Type(14254,19,356),Type(14254,20,357),
    Type(11470,22,NONE),Type(10444,23,NONE),Type(6737,27,NONE),Type(15862,19,NONE),Type(14274,20,NONE),
    Type(5356,29,NONE),Type(17473,18,358),Type(17491,18,NONE),Type(11492,22,NONE),Type(19083,17,NONE),
    Type(19100,17,NONE),Type(17509,18,359),Type(18819,9,NONE),Type(21309,16,NONE),Type(32219,10,NONE),
    Type(18836,9,NONE),Type(10153,15,NONE),Type(17175,10,NONE),Type(31138,7,NONE),Type(31138,11,NONE),
    Type(33112,9,NONE),Type(15604,11,NONE),Type(17141,8,NONE),Type(32229,10,NONE),Type(34522,7,NONE),
    Type(13233,21,NONE),Type(17977,18,NONE),Type(18853,9,NONE),Type(34529,7,NONE),Type(34073,8,NONE),
    Type(24243,14,NONE),Type(22870,15,NONE),
];

#[rustfmt::skip]
pub(super) static SHAPES: [Shape; 30] = [
    Shape { json_type: JsonType::Any, xml_form: XmlForm::List, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Any, xml_form: XmlForm::List, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Any, xml_form: XmlForm::Text, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Any, xml_form: XmlForm::Text, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Boolean, xml_form: XmlForm::List, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Boolean, xml_form: XmlForm::Text, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Boolean, xml_form: XmlForm::Text, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::Attribute, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::List, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::List, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::Repeated, least: 0, most: Some(5) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::Text, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Integer, xml_form: XmlForm::Text, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Number, xml_form: XmlForm::List, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Number, xml_form: XmlForm::Text, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Number, xml_form: XmlForm::Text, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Object, xml_form: XmlForm::Complex, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Object, xml_form: XmlForm::Complex, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Object, xml_form: XmlForm::Repeated, least: 0, most: None },
    Shape { json_type: JsonType::Object, xml_form: XmlForm::Repeated, least: 1, most: None },
    Shape { json_type: JsonType::Object, xml_form: XmlForm::Repeated, least: 4, most: None },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Attribute, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Attribute, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::List, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::List, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Repeated, least: 0, most: None },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Repeated, least: 1, most: None },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Text, least: 0, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::Text, least: 1, most: Some(1) },
    Shape { json_type: JsonType::Text, xml_form: XmlForm::TextContent, least: 1, most: Some(1) },
];

#[rustfmt::skip]
pub(super) static ROWS: [Row; 1992] = [
    // *
    Row(7822,2,16555,18,26,12,23),Row(37114,4,10920,22,42,7,23),Row(7345,3,20061,16,234,30,11),
    Row(415,2,31319,10,27,11,23),Row(1766,2,14018,13,61,900,18),Row(742,2,34214,7,33,21,27),
    Row(37282,4,32401,9,33,31,27),Row(463,2,29234,12,205,4,28),Row(37290,4,2701,35,27,10,23),
    Row(295,2,23515,14,205,8,28),Row(37239,3,30676,6,112,6,23),Row(38175,3,30687,4,224,9,28),
    Row(161,3,4177,8,105,32,16),Row(2726,2,20509,16,205,5,28),Row(437,2,33953,8,138,3,28),
    Row(297,2,30940,10,33,2,28),Row(1735,2,20753,12,167,0,22),Row(600,2,22690,8,234,20,11),
    Row(1727,2,8966,12,168,1,12),
    // acmp
    Row(34744,5,13514,20,33,111,28),
    // acp
    Row(37138,4,3703,32,117,103,23),Row(37150,4,2666,35,117,105,23),Row(37170,4,4415,30,117,104,23),
    Row(20586,2,17725,10,187,101,17),Row(38295,3,24005,14,187,102,17),
    // actr
    Row(10942,3,29042,12,171,110,17),Row(37962,3,21595,15,164,108,17),Row(37965,3,23109,14,235,101,11),
    Row(18454,3,29330,12,27,106,23),Row(38076,3,20413,16,235,105,11),Row(33549,3,9030,12,89,103,17),
    Row(38082,3,29694,8,91,104,12),Row(38154,3,15501,5,43,109,16),Row(5798,3,20893,16,33,107,28),
    Row(37179,3,19644,17,33,102,27),
    // ae
    Row(37956,3,21240,5,33,103,28),Row(29111,3,6606,23,46,116,16),Row(30897,3,23158,6,236,102,28),
    Row(37166,3,34200,7,236,101,27),Row(38031,3,13634,20,182,108,23),Row(2769,3,23687,10,87,109,16),
    Row(37526,3,31209,10,101,110,27),Row(2803,2,33913,8,224,106,27),Row(411,2,30797,11,224,105,27),
    Row(30735,3,28339,13,152,104,23),Row(37642,4,17761,18,32,112,11),Row(3983,2,16128,19,226,107,6),
    Row(38334,3,10379,19,183,114,23),Row(37383,3,5981,24,201,111,23),Row(16102,4,28794,13,226,115,5),
    Row(296,3,13474,20,217,117,11),Row(38415,3,11888,22,239,118,11),Row(37902,4,10697,23,226,113,5),
    // agd:coAMr
    Row(38043,3,16807,18,205,111,27),Row(35519,5,18760,17,10,114,1),Row(36629,5,24089,14,10,112,1),
    Row(36904,5,32159,10,205,113,27),
    // agd:dCAMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // ajap
    Row(32464,3,32464,9,51,111,12),
    // ajif
    Row(37154,4,8098,25,224,111,28),
    // ajmc
    Row(37242,4,31369,10,236,112,27),Row(15501,3,15501,5,236,111,27),Row(7356,3,14434,6,236,113,27),
    // ajpr
    Row(38025,3,29270,12,236,111,28),Row(38316,3,23949,14,236,112,27),
    // ajso
    Row(37158,4,30786,10,236,111,28),Row(3347,3,3347,6,226,112,6),
    // alpc
    Row(1083,3,32239,9,115,102,23),Row(38028,3,32314,6,33,101,28),
    // alst
    Row(6776,3,17617,18,234,101,12),
    // andi
    Row(37974,3,32365,9,224,113,28),Row(38070,3,35249,5,236,111,28),Row(38073,3,34228,7,236,112,28),
    Row(38172,3,22210,15,117,117,23),Row(38346,3,28664,13,234,115,11),Row(12602,3,28677,13,234,114,11),
    Row(8,2,32455,9,236,116,27),
    // ani
    Row(2420,3,30269,11,236,111,28),Row(38163,3,27624,13,117,112,23),
    // asar
    Row(37944,3,31309,10,115,103,23),Row(37947,3,23151,14,115,102,23),Row(37162,4,18216,17,115,101,23),
    Row(12590,3,21610,15,23,104,23),
    // auds
    Row(8762,3,33273,8,55,101,11),Row(11236,2,37398,4,33,104,27),Row(16969,2,22319,11,102,107,16),
    Row(38265,3,3101,12,109,113,16),Row(1674,3,17635,18,119,112,16),Row(536,2,536,9,147,105,11),
    Row(37650,4,22600,7,23,108,23),Row(35161,3,12939,21,168,106,11),Row(37435,3,21037,11,205,111,27),
    Row(34032,3,31793,6,56,102,11),Row(35820,4,34025,8,25,109,23),Row(37870,4,34686,6,14,110,23),
    Row(549,2,549,2,224,103,27),
    // auif
    Row(11236,2,37398,4,33,102,27),Row(37650,4,22600,7,23,103,23),Row(34032,3,31793,6,56,101,11),
    Row(35820,4,34025,8,25,104,23),
    // aupy
    Row(139,2,16645,18,41,102,11),Row(7494,2,33969,8,189,101,16),Row(34032,3,31793,6,56,103,11),
    Row(549,2,549,2,224,104,27),
    // bat
    Row(37980,3,29090,12,239,111,12),Row(37983,3,18883,13,60,112,12),
    // bdt
    Row(38064,3,18471,17,178,103,27),Row(38130,3,12540,21,119,105,16),Row(38133,3,32536,9,224,106,27),
    Row(9758,3,32806,9,27,107,23),Row(1882,3,28261,13,235,102,12),Row(23569,3,5360,25,214,104,11),
    Row(38454,3,28859,13,235,101,12),
    // cb
    Row(37114,4,10920,22,42,101,23),Row(38028,3,32314,6,33,103,28),Row(11755,3,27654,7,69,102,11),
    Row(38031,3,13634,20,182,108,23),Row(4713,3,21895,11,205,503,27),Row(37290,4,2701,35,27,107,23),
    Row(2769,3,23687,10,87,109,16),Row(22163,3,32311,9,33,502,27),Row(2803,2,33913,8,224,106,27),
    Row(30735,3,28339,13,152,105,24),Row(19593,3,34714,5,33,501,28),Row(38324,3,13023,21,22,104,9),
    Row(37383,3,5981,24,201,110,23),
    // cid:dMPMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:dSEMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:dSGMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:dSLCr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:dSWMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:dWQMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:deOLp
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cid:deWSn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cin
    Row(38004,3,22304,11,65,101,27),Row(2426,3,2426,7,223,105,3),Row(37266,4,6633,10,66,103,16),
    Row(6032,2,30390,11,234,102,12),Row(37310,4,30478,11,235,501,11),Row(38043,3,16807,18,35,502,27),
    Row(411,2,30797,11,224,104,27),
    // cmbf
    Row(37142,3,9685,23,18,111,9),Row(37506,4,28144,13,234,112,12),Row(38343,3,22720,15,235,113,12),
    // cmdf
    Row(34745,4,22349,8,133,111,19),
    // cmdv
    Row(1229,3,31509,10,92,112,12),Row(496,2,29909,5,235,111,12),Row(2741,3,11646,22,223,116,2),
    Row(37619,3,7443,14,223,114,2),Row(37638,4,7443,26,226,115,5),Row(3984,3,28573,13,115,113,24),
    // cml
    Row(38160,3,13914,20,29,121,4),Row(2981,3,15520,19,17,116,9),Row(37474,4,20557,16,116,119,9),
    Row(37482,4,13934,20,116,117,9),Row(38184,3,12603,21,116,120,9),Row(37486,4,15539,19,116,118,9),
    Row(496,2,29909,5,235,111,12),Row(2741,3,11646,22,223,115,3),Row(37619,3,7443,14,223,113,3),
    Row(37638,4,7443,26,226,114,5),Row(3984,3,28573,13,115,112,24),
    // cmnr
    Row(37142,4,7823,25,18,111,9),Row(34745,4,22349,8,133,112,18),
    // cmp
    Row(34745,4,22349,8,133,112,20),Row(38013,3,23291,14,236,111,28),
    // cmpv
    Row(37142,3,9685,23,18,111,9),Row(38040,3,12267,21,226,116,6),Row(37330,4,18437,17,233,114,12),
    Row(37334,4,12288,21,233,112,12),Row(38055,3,11096,22,233,115,12),Row(37338,4,13694,20,233,113,12),
    // cmwr
    Row(37218,3,1593,17,57,114,17),Row(34745,4,22349,8,133,116,17),Row(38229,3,29738,12,234,112,12),
    Row(38262,3,22480,15,223,115,2),Row(38382,3,19610,17,234,113,12),Row(38427,3,28729,13,115,111,24),
    // cnt
    Row(37986,3,21865,15,234,105,12),Row(37195,3,13654,20,234,104,12),Row(37326,4,20301,16,226,108,5),
    Row(423,2,29618,6,224,880,27),Row(471,2,31719,10,224,106,27),Row(38190,3,30742,11,234,102,11),
    Row(38208,3,23753,14,234,103,11),Row(38214,3,20797,16,234,101,11),Row(15,2,34662,6,224,881,27),
    Row(411,2,30797,11,224,107,27),Row(37778,4,22735,15,31,501,23),
    // cod:aCJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:aPJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:acCTr
    Row(38043,3,16807,18,205,111,27),
    // cod:acoSr
    Row(34749,5,23095,14,232,113,11),Row(38043,3,16807,18,205,111,27),Row(35804,5,33353,8,231,112,15),
    // cod:aiQSr
    Row(34769,5,30247,11,231,120,14),Row(37230,4,37230,4,231,123,14),Row(458,2,458,2,231,121,14),
    Row(38010,3,38010,3,231,122,14),Row(38043,3,16807,18,205,111,27),Row(35539,5,33305,8,231,118,14),
    Row(35989,5,19168,17,226,112,5),Row(38250,3,38250,3,231,125,14),Row(36064,5,36064,5,231,128,14),
    Row(37559,2,37559,2,231,127,14),Row(32448,4,32448,4,232,117,11),Row(37610,3,37610,3,232,113,11),
    Row(37610,4,37610,4,232,115,11),Row(37614,4,37614,4,232,114,11),Row(38355,3,38355,3,231,126,14),
    Row(14754,5,14754,11,231,119,14),Row(38424,3,38424,3,231,116,14),Row(38451,3,38451,3,231,124,14),
    Row(37034,5,28885,13,231,129,14),Row(37039,5,33103,9,231,130,14),
    // cod:airFw
    Row(34829,5,33209,8,226,119,5),Row(38043,3,16807,18,205,111,27),Row(35534,5,15482,19,234,117,11),
    Row(35894,5,33841,8,232,114,11),Row(35964,5,33881,8,232,113,11),Row(30995,5,30995,5,232,112,12),
    Row(36679,5,6061,28,10,118,0),Row(36704,5,7521,26,10,116,0),Row(36954,5,19882,17,234,115,11),
    // cod:alaSr
    Row(34774,5,30258,11,226,114,6),Row(38043,3,16807,18,205,111,27),Row(12582,5,12582,5,234,113,11),
    Row(37894,4,37894,4,234,112,11),
    // cod:anemr
    Row(38043,3,16807,18,205,111,27),Row(37039,5,33103,9,231,112,15),
    // cod:answr
    Row(38043,3,16807,18,205,111,27),
    // cod:auDFr
    Row(34759,5,32356,9,10,113,1),Row(35079,5,21850,15,234,112,12),Row(38043,3,16807,18,205,111,27),
    // cod:audVe
    Row(38043,3,16807,18,205,111,27),Row(35899,5,33849,8,232,114,11),Row(36034,5,30775,11,226,115,6),
    Row(36479,5,22615,15,226,116,6),Row(36649,5,33049,9,232,113,11),Row(36979,5,31116,11,232,112,12),
    // cod:bEIAs
    Row(37214,4,37214,4,231,115,15),Row(38043,3,16807,18,205,111,27),Row(30588,3,30588,3,231,113,15),
    Row(37466,4,37466,4,231,117,15),Row(36029,5,31849,6,231,114,15),Row(36444,5,31979,10,231,118,15),
    Row(36969,5,32189,10,231,116,15),Row(6818,5,6818,5,231,112,15),
    // cod:baror
    Row(20045,5,20045,5,226,112,5),Row(34819,5,15083,19,231,113,15),Row(38043,3,16807,18,205,111,27),
    Row(35834,5,14314,20,232,115,11),Row(35949,5,14334,20,232,114,11),
    // cod:bat
    Row(34874,5,21670,15,234,123,11),Row(34879,5,29102,12,234,124,11),Row(34884,5,20077,16,232,118,11),
    Row(34939,5,33225,8,232,113,11),Row(34959,5,18593,14,231,120,14),Row(34979,5,16864,15,231,119,14),
    Row(4092,5,4092,8,226,115,5),Row(38043,3,16807,18,205,111,27),Row(35269,5,18590,17,231,122,14),
    Row(35304,5,16861,18,231,121,14),Row(35309,5,15444,11,226,116,5),Row(35809,5,31729,10,226,117,5),
    Row(38187,3,5522,5,232,112,12),Row(36414,5,29894,12,226,114,5),
    // cod:bilDt
    Row(34854,5,34207,7,231,113,15),Row(10134,5,10134,5,232,114,12),Row(35164,5,33257,8,236,115,27),
    Row(35224,5,26909,13,226,112,6),Row(38043,3,16807,18,205,111,27),Row(35374,5,31619,10,226,116,6),
    // cod:bilWl
    Row(34854,5,34207,7,231,113,15),Row(10134,5,10134,5,232,114,12),Row(38043,3,16807,18,205,111,27),
    Row(37044,5,21293,16,226,112,6),
    // cod:binOt
    Row(38043,3,16807,18,205,111,27),Row(37446,4,37446,4,236,115,27),Row(36074,5,31869,10,236,113,28),
    Row(36079,5,20893,6,236,112,28),Row(32977,4,32977,4,232,114,11),
    // cod:binSh
    Row(38043,3,16807,18,205,111,27),Row(15847,5,15847,5,226,112,6),
    // cod:blenr
    Row(38043,3,16807,18,205,111,27),Row(36624,5,33022,9,234,113,11),Row(36919,5,32169,10,226,112,6),
    // cod:boCAr
    Row(34869,5,21655,15,231,117,14),Row(37977,3,37977,3,231,113,14),Row(34899,5,24556,13,231,120,14),
    Row(34904,5,31349,10,231,112,14),Row(38043,3,16807,18,205,111,27),Row(35369,5,30588,11,231,114,14),
    Row(35599,5,32563,9,231,118,14),Row(35619,5,18777,17,231,121,14),Row(37502,4,37502,4,231,119,14),
    Row(36024,5,31849,10,231,116,14),Row(36589,5,30014,12,231,115,14),Row(36604,5,32049,10,231,122,14),
    // cod:boilr
    Row(38043,3,16807,18,205,111,27),Row(34032,3,31793,6,226,112,6),
    // cod:brewg
    Row(35134,5,31449,10,232,112,12),Row(38043,3,16807,18,205,111,27),Row(36669,5,34009,8,234,113,11),
    // cod:brigs
    Row(24976,5,23235,10,232,112,12),Row(38043,3,16807,18,205,111,27),
    // cod:cDJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:cHJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:cWDJM
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,11),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:cWJMO
    Row(35014,5,33241,8,226,118,5),Row(38043,3,16807,18,205,111,27),Row(35364,5,31609,10,226,119,5),
    Row(36264,5,34494,7,226,115,5),Row(36599,5,33004,9,234,113,11),Row(36619,5,33013,9,226,116,5),
    Row(36624,5,33022,9,234,114,11),Row(36644,5,32069,10,226,117,5),Row(37024,5,34057,8,234,112,11),
    // cod:cWJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:call
    Row(38043,3,16807,18,205,111,27),
    // cod:carSr
    Row(34944,5,33233,8,236,113,28),Row(38043,3,16807,18,205,111,27),Row(36484,5,32009,10,226,112,6),
    // cod:casDr
    Row(34854,5,34207,7,231,113,15),Row(10134,5,10134,5,232,114,12),Row(35164,5,33257,8,236,115,27),
    Row(38043,3,16807,18,205,111,27),Row(35299,5,23403,14,226,112,6),
    // cod:clock
    Row(35124,5,21895,15,236,114,27),Row(35139,5,30434,11,227,113,28),Row(35154,5,21895,11,237,112,28),
    Row(38043,3,16807,18,205,111,27),
    // cod:close
    Row(38043,3,16807,18,205,111,27),
    // cod:coiDt
    Row(34854,5,34207,7,231,113,15),Row(10134,5,10134,5,232,114,12),Row(35164,5,33257,8,236,115,27),
    Row(35224,5,26909,13,226,112,6),Row(38043,3,16807,18,205,111,27),Row(35374,5,31619,10,226,116,6),
    // cod:colSn
    Row(25119,5,13614,16,232,112,12),Row(38043,3,16807,18,205,111,27),
    // cod:color
    Row(37210,4,37210,4,232,114,12),Row(38043,3,16807,18,205,111,27),Row(35454,5,35454,5,232,113,12),
    Row(4778,3,4778,3,232,112,12),
    // cod:conny
    Row(34914,5,4505,30,232,124,11),Row(34949,5,34608,6,232,114,11),Row(35004,5,26766,13,232,121,11),
    Row(35084,5,16699,18,205,122,27),Row(35089,5,16717,18,232,123,11),Row(35169,5,8714,24,232,120,11),
    Row(35179,5,18386,17,232,119,11),Row(38043,3,16807,18,205,111,27),Row(35944,5,6764,27,232,125,11),
    Row(37163,3,37163,3,236,118,27),Row(37710,4,37710,4,232,112,12),Row(37714,4,37714,4,232,113,11),
    Row(37718,4,37718,4,232,115,11),Row(36549,5,32968,9,232,116,11),Row(37738,4,37738,4,232,117,11),
    // cod:creds
    Row(38043,3,16807,18,205,111,27),Row(35794,5,32599,9,236,112,27),Row(38298,3,33961,8,236,113,27),
    Row(22005,2,10674,5,236,114,27),
    // cod:croBr
    Row(34859,5,23193,14,226,112,5),Row(34864,5,24517,13,226,113,6),Row(38043,3,16807,18,205,111,27),
    Row(7439,5,7439,5,237,114,27),
    // cod:dAQMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:dMFPr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:dWJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:deARr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deCTr
    Row(38043,3,16807,18,205,111,27),
    // cod:deDDy
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deDLk
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deDPr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deDSr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deGSr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:deNVe
    Row(38043,3,16807,18,205,111,27),
    // cod:deSBn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deSPg
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:deWVe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devCa
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devD0
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devLt
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devPr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devSh
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devSr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devTr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:devTt
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // cod:displ
    Row(38043,3,16807,18,205,111,27),Row(35294,5,23417,14,226,112,6),
    // cod:dooSs
    Row(38043,3,16807,18,205,111,27),Row(35319,5,32473,9,234,112,12),Row(36094,5,32878,9,226,114,5),
    Row(36099,5,29798,12,205,113,27),
    // cod:dowCl
    Row(38043,3,16807,18,205,111,27),
    // cod:dowVe
    Row(38043,3,16807,18,205,111,27),
    // cod:elVCr
    Row(34964,5,15447,16,232,113,11),Row(38043,3,16807,18,205,111,27),Row(35274,5,15444,19,232,114,11),
    Row(34032,3,31793,6,226,112,6),
    // cod:eneCn
    Row(34729,5,7773,25,231,113,15),Row(35159,5,4505,7,231,118,14),Row(38043,3,16807,18,205,111,27),
    Row(35419,5,32509,9,231,119,14),Row(35909,5,23781,14,236,120,27),Row(36019,5,17563,18,232,116,11),
    Row(16052,5,16052,5,231,112,14),Row(36459,5,8448,25,232,114,11),Row(36554,5,19559,17,232,115,11),
    Row(36984,5,21277,7,231,117,14),
    // cod:eneGn
    Row(38043,3,16807,18,205,111,27),Row(35439,5,20461,16,236,116,28),Row(36019,5,17563,18,232,115,11),
    Row(36214,5,16052,19,231,112,14),Row(36464,5,9122,24,232,113,11),Row(36554,5,19559,17,232,114,11),
    // cod:fauDn
    Row(37258,4,37258,4,232,113,11),Row(5153,2,30489,11,236,114,27),Row(38043,3,16807,18,205,111,27),
    Row(34032,3,31793,6,226,112,6),
    // cod:filIo
    Row(38043,3,16807,18,205,111,27),Row(35384,5,23543,14,232,114,11),Row(36044,5,20877,16,226,113,5),
    Row(36924,5,34033,8,232,112,12),
    // cod:foamg
    Row(38043,3,16807,18,205,111,27),Row(35409,5,22060,15,234,112,12),
    // cod:gMRIo
    Row(38043,3,16807,18,205,111,27),Row(36849,5,28755,13,231,112,15),Row(36939,5,31105,11,226,113,5),
    // cod:gaCCl
    Row(34889,5,24543,13,236,112,27),Row(38043,3,16807,18,205,111,27),Row(36399,5,23907,14,231,113,14),
    Row(36404,5,30907,11,231,115,14),Row(36724,5,28716,13,231,114,14),Row(36729,5,32109,10,231,116,14),
    // cod:gaMAm
    Row(38043,3,16807,18,205,111,27),Row(35684,5,23599,14,226,116,5),Row(35699,5,29630,12,226,114,5),
    Row(35749,5,23655,14,226,113,5),Row(35754,5,22240,15,226,115,5),Row(35774,5,30698,11,226,112,5),
    Row(35849,5,22360,15,226,117,5),Row(36544,5,21101,16,226,118,5),
    // cod:galMe
    Row(38043,3,16807,18,205,111,27),Row(35279,5,21970,15,232,113,11),Row(35284,5,16879,18,234,112,12),
    Row(35289,5,29354,12,234,114,11),
    // cod:geoLn
    Row(34789,5,33177,8,231,114,14),Row(38043,3,16807,18,205,111,27),Row(35484,5,22120,15,231,118,14),
    Row(35494,5,18726,7,231,115,14),Row(35529,5,16987,18,231,116,14),Row(35694,5,33329,8,231,112,15),
    Row(35799,5,32608,9,231,113,15),Row(36799,5,24103,14,231,121,14),Row(36809,5,22750,15,231,120,14),
    Row(36814,5,24131,14,231,119,14),Row(36949,5,21261,16,231,117,14),
    // cod:glucr
    Row(34994,5,7079,26,231,116,14),Row(34999,5,7105,26,236,117,27),Row(35029,5,21790,15,231,114,14),
    Row(35034,5,26844,13,236,121,27),Row(35039,5,21805,15,236,119,27),Row(35044,5,30412,11,236,118,27),
    Row(35049,5,18369,17,231,115,14),Row(35054,5,26857,13,236,120,27),Row(35059,5,26779,13,231,112,15),
    Row(38043,3,16807,18,205,111,27),Row(35479,5,35479,5,231,113,14),
    // cod:grinr
    Row(31419,5,31419,10,234,113,11),Row(38043,3,16807,18,205,111,27),Row(35449,5,22105,15,234,114,11),
    Row(32179,5,32179,10,226,112,6),
    // cod:hangp
    Row(38043,3,16807,18,205,111,27),
    // cod:heaSr
    Row(38043,3,16807,18,205,111,27),Row(35484,5,22120,15,231,113,14),Row(35494,5,18726,7,231,112,15),
    // cod:heaZe
    Row(38043,3,16807,18,205,111,27),Row(35489,5,29546,12,232,112,12),Row(35829,5,22375,15,232,113,12),
    // cod:heigt
    Row(38043,3,16807,18,205,111,27),Row(25743,5,31669,6,231,112,15),
    // cod:hoWSy
    Row(37186,4,37186,4,226,112,5),Row(38043,3,16807,18,205,111,27),
    // cod:impSr
    Row(38043,3,16807,18,205,111,27),Row(35574,5,8073,25,231,114,14),Row(35579,5,10053,23,231,115,14),
    Row(35589,5,30654,11,231,113,14),Row(35594,5,29558,12,226,112,6),
    // cod:inNVe
    Row(38043,3,16807,18,205,111,27),
    // cod:infSr
    Row(35239,5,29342,12,205,113,28),Row(35244,5,26922,13,226,112,6),Row(38043,3,16807,18,205,111,27),
    // cod:keeWm
    Row(38043,3,16807,18,205,111,27),Row(36819,5,19678,17,231,113,14),Row(4749,4,4749,4,232,112,11),
    // cod:keypd
    Row(38043,3,16807,18,205,111,27),Row(35644,5,32581,9,232,112,12),
    // cod:liqLl
    Row(38043,3,16807,18,205,111,27),Row(25834,5,22195,11,234,112,12),
    // cod:liqRg
    Row(38043,3,16807,18,205,111,27),Row(25847,5,15558,15,234,112,12),
    // cod:lock
    Row(38043,3,16807,18,205,111,27),Row(1886,4,1886,4,226,112,6),
    // cod:maSPs
    Row(35234,5,18488,17,231,112,15),Row(38043,3,16807,18,205,111,27),Row(35509,5,18743,17,226,115,6),
    Row(35624,5,22150,15,231,113,14),Row(35839,5,9074,24,232,114,11),
    // cod:medSt
    Row(38043,3,16807,18,205,111,27),Row(35914,5,34452,7,232,112,12),Row(35919,5,32788,9,236,114,27),
    Row(35924,5,32797,9,234,116,11),Row(36684,5,13002,21,10,113,1),Row(34032,3,31793,6,226,115,5),
    // cod:motSr
    Row(20045,5,20045,5,226,112,6),Row(38043,3,16807,18,205,111,27),Row(36529,5,30962,11,232,114,11),
    Row(36564,5,32039,10,232,113,11),
    // cod:muAVe
    Row(38043,3,16807,18,205,111,27),
    // cod:muSSr
    Row(38043,3,16807,18,205,111,27),
    // cod:nexTk
    Row(38043,3,16807,18,205,111,27),
    // cod:numVe
    Row(35199,5,29306,12,231,115,14),Row(38043,3,16807,18,205,111,27),Row(35899,5,33849,8,231,114,14),
    Row(35969,5,33889,8,231,113,14),Row(25938,5,22450,11,231,112,15),Row(24089,4,24089,4,231,116,14),
    // cod:opeLl
    Row(38043,3,16807,18,205,111,27),Row(35874,5,33809,8,232,115,11),Row(35959,5,33873,8,232,114,11),
    Row(25951,5,28274,9,232,112,12),Row(36649,5,33049,9,232,113,11),
    // cod:opeMe
    Row(38043,3,16807,18,205,111,27),Row(36634,5,32059,10,226,112,6),
    // cod:open
    Row(38043,3,16807,18,205,111,27),
    // cod:oveSr
    Row(35239,5,29342,12,205,113,28),Row(38043,3,16807,18,205,111,27),Row(15607,3,15607,8,231,114,15),
    Row(36154,5,19287,17,226,112,6),
    // cod:oximr
    Row(38043,3,16807,18,205,111,27),Row(36159,5,20957,16,232,112,12),
    // cod:ozoMr
    Row(38043,3,16807,18,205,111,27),Row(35899,5,33849,8,231,115,14),Row(36069,5,28313,13,231,112,15),
    Row(36164,5,29834,12,231,113,14),Row(36169,5,30819,11,234,114,11),
    // cod:pPCRr
    Row(34854,5,34207,7,231,114,15),Row(34944,5,33233,8,232,113,12),Row(35164,5,33257,8,236,115,27),
    Row(38043,3,16807,18,205,111,27),Row(36389,5,31949,10,226,112,6),
    // cod:parSs
    Row(38043,3,16807,18,205,111,27),Row(26029,5,19304,13,226,112,6),
    // cod:peRCg
    Row(34849,5,30291,11,232,112,12),Row(38043,3,16807,18,205,111,27),Row(36199,5,7391,6,232,113,11),
    Row(36449,5,28612,13,232,115,11),Row(36454,5,31989,10,232,114,11),
    // cod:phoCl
    Row(34929,5,33217,8,236,112,28),Row(34934,5,32374,9,234,114,11),Row(38043,3,16807,18,205,111,27),
    Row(36409,5,30918,11,236,113,28),
    // cod:plaCl
    Row(34924,5,12246,21,236,113,27),Row(35114,5,12246,17,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(36614,5,30995,11,231,115,14),Row(36694,5,14694,20,10,114,1),
    // cod:powS0
    Row(38043,3,16807,18,205,111,27),Row(36219,5,20989,16,226,112,6),
    // cod:preTk
    Row(38043,3,16807,18,205,111,27),
    // cod:priQe
    Row(38043,3,16807,18,205,111,27),Row(36279,5,28378,13,10,113,1),Row(38445,3,9901,3,10,112,1),
    // cod:pulsr
    Row(38043,3,16807,18,205,111,27),Row(35349,5,12519,6,231,114,14),Row(35979,5,33897,8,236,115,27),
    Row(36324,5,32932,9,231,112,15),Row(38446,2,3983,2,231,113,14),
    // cod:pusBn
    Row(38043,3,16807,18,205,111,27),Row(36329,5,34668,6,226,112,6),
    // cod:rCJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:raiGe
    Row(38043,3,16807,18,205,111,27),Row(35434,5,30632,11,232,112,12),
    // cod:reCEe
    Row(38043,3,16807,18,205,111,27),Row(36359,5,14594,20,226,112,6),
    // cod:reNVe
    Row(38043,3,16807,18,205,111,27),
    // cod:reTMe
    Row(38043,3,16807,18,205,111,27),
    // cod:recor
    Row(38043,3,16807,18,205,111,27),Row(15607,3,15607,8,232,112,12),
    // cod:refrn
    Row(35204,5,34221,7,226,114,6),Row(35209,5,34614,6,226,116,6),Row(35219,5,32446,9,226,115,6),
    Row(38043,3,16807,18,205,111,27),Row(36349,5,32941,9,226,113,5),Row(36354,5,30896,11,226,112,5),
    // cod:relHy
    Row(35229,5,21940,15,231,113,14),Row(38043,3,16807,18,205,111,27),Row(26237,5,14574,16,231,112,15),
    // cod:resGe
    Row(38043,3,16807,18,205,111,27),
    // cod:runSe
    Row(35104,5,21880,15,234,114,12),Row(35109,5,15216,19,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35639,5,32572,9,10,115,1),Row(35844,5,27767,13,10,113,1),Row(36319,5,17743,18,231,116,15),
    // cod:sCJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:sWJMe
    Row(34919,5,16735,18,236,113,27),Row(35099,5,16735,14,234,112,12),Row(38043,3,16807,18,205,111,27),
    Row(35634,5,33321,8,10,114,1),
    // cod:secMe
    Row(35119,5,15235,19,234,112,12),Row(38043,3,16807,18,205,111,27),Row(36494,5,28651,13,10,113,1),
    // cod:sesDn
    Row(38043,3,16807,18,205,111,27),Row(38337,3,38337,3,236,113,27),Row(38445,3,9901,3,224,112,27),
    // cod:sigPl
    Row(38043,3,16807,18,205,111,27),Row(36559,5,17851,6,226,112,6),
    // cod:sigSh
    Row(38043,3,16807,18,205,111,27),Row(38181,3,38181,3,232,112,12),Row(37718,4,37718,4,231,113,14),
    // cod:slPSg
    Row(38043,3,16807,18,205,111,27),Row(35739,5,31709,10,232,112,11),Row(36779,5,7547,26,10,116,0),
    Row(36834,5,24145,14,226,113,5),Row(36839,5,24159,14,232,114,11),Row(36844,5,7547,9,10,115,0),
    // cod:slRIo
    Row(35009,5,18352,17,232,123,11),Row(38043,3,16807,18,205,111,27),Row(35689,5,23585,14,236,124,27),
    Row(35704,5,17095,18,231,121,14),Row(35709,5,20525,16,231,119,14),Row(35714,5,18794,17,232,117,12),
    Row(35719,5,12582,21,231,122,14),Row(35724,5,20541,16,231,118,15),Row(35729,5,17113,18,231,120,14),
    Row(35734,5,29642,12,231,116,15),Row(35744,5,29654,12,231,115,15),Row(36084,5,29774,12,226,114,5),
    Row(36734,5,30074,12,226,113,6),Row(36974,5,21277,16,232,112,11),
    // cod:slcAm
    Row(38043,3,16807,18,205,111,27),Row(36119,5,20925,16,226,123,5),Row(36124,5,15995,19,232,113,11),
    Row(36129,5,14454,20,231,112,14),Row(36134,5,20941,16,226,125,5),Row(36139,5,16014,19,232,117,11),
    Row(36144,5,17653,18,232,120,11),Row(36149,5,14474,20,231,116,14),Row(36639,5,9218,24,232,122,11),
    Row(36869,5,19814,17,226,124,5),Row(36874,5,14814,20,232,115,11),Row(36879,5,13128,21,231,114,14),
    Row(36884,5,19831,17,226,126,5),Row(36889,5,14834,20,232,119,11),Row(36894,5,16299,19,232,121,11),
    Row(36899,5,13149,21,231,118,14),
    // cod:smoSr
    Row(20045,5,20045,5,226,112,6),Row(38025,3,29270,12,232,115,11),Row(35239,5,29342,12,205,113,27),
    Row(38043,3,16807,18,205,111,27),Row(35314,5,31539,10,226,118,5),Row(35814,5,31739,10,226,117,5),
    Row(36239,5,34487,7,226,119,5),Row(36519,5,30973,11,226,116,5),Row(36584,5,24047,14,232,114,11),
    // cod:sphyr
    Row(38043,3,16807,18,205,111,27),Row(35264,5,18573,17,231,112,15),Row(35904,5,29702,12,231,114,15),
    Row(36739,5,21197,16,231,113,15),
    // cod:spiLl
    Row(38043,3,16807,18,205,111,27),Row(36609,5,19593,17,234,112,12),
    // cod:staDt
    Row(38043,3,16807,18,205,111,27),
    // cod:stoDt
    Row(38043,3,16807,18,205,111,27),
    // cod:telCl
    Row(34834,5,18267,17,10,113,0),Row(34969,5,30357,11,236,115,27),Row(34974,5,24569,13,232,112,12),
    Row(38043,3,16807,18,205,111,27),Row(36259,5,22525,15,232,114,11),
    // cod:temAm
    Row(34779,5,23123,14,205,118,27),Row(38043,3,16807,18,205,111,27),Row(35469,5,5240,29,231,115,14),
    Row(35524,5,5240,20,226,114,6),Row(35679,5,5921,28,231,117,14),Row(35784,5,5921,19,226,116,6),
    Row(14754,5,14754,11,231,113,14),Row(37906,4,37906,4,234,112,11),
    // cod:tempe
    Row(35149,5,16771,18,231,112,15),Row(38043,3,16807,18,205,111,27),Row(35899,5,33849,8,231,116,14),
    Row(35969,5,33889,8,231,115,14),Row(36649,5,33049,9,231,117,14),Row(36819,5,19678,17,231,113,14),
    Row(37906,4,37906,4,234,114,11),
    // cod:test
    Row(38043,3,16807,18,205,111,27),
    // cod:texMe
    Row(35199,5,29306,12,236,117,27),Row(38043,3,16807,18,205,111,27),Row(35869,5,32779,9,232,115,11),
    Row(35934,5,22420,15,236,116,27),Row(35954,5,32824,9,232,114,11),Row(36689,5,11778,22,10,113,0),
    Row(26510,5,22795,11,236,112,28),
    // cod:thDDy
    Row(38043,3,16807,18,205,111,27),Row(36749,5,9266,24,232,114,11),Row(36754,5,9290,24,232,115,11),
    Row(36759,5,19729,17,234,112,12),Row(36764,5,11822,22,232,113,11),Row(36829,5,28742,13,226,116,5),
    // cod:thDPr
    Row(38043,3,16807,18,205,111,27),Row(35929,5,31829,10,231,117,15),Row(36049,5,7616,7,226,116,6),
    Row(36284,5,31909,10,231,113,15),Row(36289,5,31919,10,231,114,15),Row(36294,5,31929,10,231,115,15),
    Row(36304,5,32923,9,234,112,12),
    // cod:thDSr
    Row(38043,3,16807,18,205,111,27),Row(35879,5,33817,8,231,114,14),Row(35884,5,33825,8,231,115,14),
    Row(35889,5,33833,8,231,116,14),Row(36769,5,14774,20,232,113,11),Row(36774,5,19780,17,234,112,12),
    // cod:timer
    Row(34734,5,20029,16,205,119,27),Row(34739,5,18165,17,205,118,27),Row(38043,3,16807,18,205,111,27),
    Row(35324,5,16915,18,232,115,11),Row(36419,5,23921,14,232,112,11),Row(36474,5,30951,11,232,116,11),
    Row(36784,5,21213,16,232,114,11),Row(36789,5,19695,17,232,113,11),Row(36804,5,24117,14,232,117,11),
    // cod:togge
    Row(38043,3,16807,18,205,111,27),
    // cod:touSn
    Row(38043,3,16807,18,205,111,27),Row(36229,5,32896,9,232,113,12),Row(36234,5,32905,9,232,114,12),
    Row(36329,5,34668,6,226,112,6),
    // cod:turbo
    Row(38043,3,16807,18,205,111,27),Row(36864,5,30098,12,226,112,6),
    // cod:uphCl
    Row(38043,3,16807,18,205,111,27),
    // cod:upoVe
    Row(38043,3,16807,18,205,111,27),
    // cod:uveSr
    Row(38043,3,16807,18,205,111,27),Row(36929,5,34515,7,231,112,15),Row(36934,5,34049,8,234,113,11),
    // cod:wMRIo
    Row(35094,5,15197,19,231,114,14),Row(35129,5,15197,14,231,113,15),Row(35174,5,18403,17,232,112,11),
    Row(38043,3,16807,18,205,111,27),Row(35629,5,29594,12,10,125,0),Row(35659,5,17203,18,205,120,27),
    Row(35669,5,8148,25,205,124,27),Row(35674,5,8148,21,231,123,14),Row(35769,5,17203,14,231,119,14),
    Row(36039,5,11536,22,231,116,14),Row(36174,5,20973,16,205,118,27),Row(36179,5,10513,23,205,122,27),
    Row(36184,5,10513,19,231,121,14),Row(36194,5,20973,12,231,117,14),Row(36209,5,11624,22,231,115,14),
    Row(36379,5,16204,19,10,126,0),Row(36999,5,13170,21,10,128,0),Row(37004,5,9314,24,10,127,0),
    // cod:waFTe
    Row(38043,3,16807,18,205,111,27),Row(35394,5,31639,10,234,112,12),
    // cod:waMAm
    Row(34909,5,30346,11,226,140,5),Row(35019,5,16663,18,226,136,5),Row(35214,5,21925,15,226,141,5),
    Row(38043,3,16807,18,205,111,27),Row(35459,5,11360,22,231,112,15),Row(35464,5,7183,26,231,121,15),
    Row(35469,5,5240,29,231,125,15),Row(35474,5,3011,34,231,129,14),Row(35499,5,11360,13,226,114,6),
    Row(35504,5,20477,16,232,113,11),Row(35514,5,7183,17,226,122,6),Row(35524,5,5240,20,226,126,6),
    Row(35549,5,3380,33,226,130,5),Row(35559,5,6521,27,226,132,5),Row(35584,5,29570,12,226,142,5),
    Row(35604,5,22165,15,226,131,5),Row(35654,5,12666,21,231,115,14),Row(35664,5,8123,25,231,123,15),
    Row(35679,5,5921,28,231,127,15),Row(35759,5,12666,12,226,117,5),Row(35764,5,22255,15,232,116,11),
    Row(35779,5,8123,16,226,124,6),Row(35784,5,5921,19,226,128,6),Row(35854,5,14294,20,226,137,5),
    Row(36249,5,16071,19,226,135,5),Row(36334,5,8423,25,231,118,14),Row(36364,5,8423,16,226,120,6),
    Row(36369,5,16166,19,232,119,11),Row(36659,5,30050,12,226,138,5),Row(36794,5,31039,11,226,133,5),
    Row(36909,5,19848,17,226,139,5),Row(36964,5,14854,20,226,143,5),Row(36989,5,6818,27,226,134,6),
    // cod:waMSg
    Row(38043,3,16807,18,205,111,27),Row(35404,5,29522,12,232,112,12),Row(35554,5,8930,24,205,118,27),
    Row(35609,5,10076,23,232,117,11),Row(35614,5,10099,23,232,116,11),Row(36374,5,16185,19,232,113,12),
    Row(37009,5,13212,21,232,115,11),Row(37014,5,9362,24,232,114,11),
    // cod:waQMr
    Row(34784,5,34784,5,231,112,14),Row(34794,5,33185,8,231,113,14),Row(37174,4,37174,4,231,114,14),
    Row(2066,2,2066,2,231,115,14),Row(34894,5,30313,11,231,116,14),Row(6413,3,6413,3,231,117,14),
    Row(3766,2,3766,2,231,120,14),Row(34989,5,24582,13,231,121,14),Row(12791,2,12791,2,231,122,14),
    Row(495,3,495,3,231,118,14),Row(35064,5,29210,12,231,119,14),Row(38019,3,38019,3,231,123,14),
    Row(4505,2,4505,2,231,124,14),Row(38043,3,16807,18,205,111,27),Row(8359,2,8359,2,231,125,14),
    Row(304,1,304,1,231,126,14),Row(489,2,489,2,231,127,14),Row(38121,3,38121,3,231,128,14),
    Row(22074,2,22074,2,231,129,14),Row(35649,5,35649,5,231,130,14),Row(36054,5,34650,6,231,131,14),
    Row(37558,4,37558,4,231,132,14),Row(24951,3,24951,3,231,133,14),Row(38467,2,38467,2,231,134,14),
    Row(11322,2,11322,2,231,135,14),Row(36719,5,34508,7,231,136,14),Row(14754,5,14754,11,231,137,14),
    Row(14393,2,14393,2,231,138,14),Row(14436,2,14436,2,231,139,14),Row(38469,2,38469,2,231,140,14),
    // cod:watFw
    Row(38043,3,16807,18,205,111,27),Row(36994,5,19916,17,234,112,12),
    // cod:watSr
    Row(20045,5,20045,5,226,112,6),Row(38043,3,16807,18,205,111,27),
    // cod:weigt
    Row(38043,3,16807,18,205,111,27),Row(37906,4,37906,4,234,113,11),Row(26744,5,32199,6,231,112,15),
    // crs
    Row(35333,3,10264,19,93,501,11),Row(37362,4,3803,28,95,106,16),Row(38097,3,18658,17,235,108,11),
    Row(5911,3,14374,20,92,107,11),Row(447,3,10490,23,226,502,5),Row(8934,3,12792,21,188,503,18),
    Row(10469,2,22435,15,27,109,24),Row(36469,4,2128,24,117,101,23),Row(36469,5,2128,37,117,103,23),
    Row(37770,4,5443,29,117,102,23),Row(2724,2,28703,13,224,110,27),Row(38433,3,24187,14,230,105,28),
    Row(38436,3,17459,14,204,104,12),
    // csr
    Row(29111,3,6606,23,46,117,16),Row(10985,2,30181,7,224,103,28),Row(38028,3,32314,6,33,104,28),
    Row(11755,3,27654,7,69,101,11),Row(38031,3,13634,20,182,110,23),Row(37318,4,23347,14,115,112,23),
    Row(37354,4,22045,15,101,115,27),Row(2769,3,23687,10,87,111,16),Row(22163,3,32311,9,33,502,27),
    Row(37526,3,31209,10,101,105,27),Row(37550,4,10333,19,136,114,11),Row(2803,2,33913,8,224,108,27),
    Row(30735,3,28339,13,152,102,23),Row(3983,2,16128,19,226,107,6),Row(19593,3,34714,5,33,501,28),
    Row(37383,3,5981,24,201,113,23),Row(16102,4,28794,13,226,116,5),Row(296,3,13474,20,217,106,11),
    Row(38415,3,11888,22,239,109,11),
    // dac
    Row(28124,3,6494,27,226,101,6),Row(33899,3,5865,28,205,103,27),Row(38037,3,10007,23,152,102,24),
    // dcfg:crds
    Row(37270,4,29246,12,236,112,27),Row(37274,4,20205,16,236,113,27),Row(37278,4,21820,15,236,114,27),
    Row(34501,3,34501,7,236,111,27),
    // dcfg:datc
    Row(37250,4,26805,13,236,111,28),Row(37526,4,15881,19,235,114,11),Row(22628,4,15900,19,177,113,18),
    Row(37678,4,19389,17,177,112,18),
    // dcfg:mnwk
    Row(37166,4,37166,3,236,116,27),Row(37226,4,34608,6,232,117,11),Row(37998,3,7136,21,0,111,11),
    Row(37262,4,5158,24,1,121,11),Row(37454,4,30665,11,109,114,18),Row(20885,3,20885,3,232,120,11),
    Row(15558,4,30687,11,232,113,11),Row(37654,4,19491,17,109,115,18),Row(36677,3,16090,19,232,112,11),
    Row(37746,4,37746,4,232,119,11),Row(37750,4,37750,4,232,118,11),
    // dcfg:nycfc
    Row(37514,4,19185,17,236,113,28),Row(37518,4,20861,16,224,112,28),Row(36714,5,34719,5,24,111,9),
    // dcfg:sim
    Row(37450,4,31494,5,2,112,28),Row(32415,4,32415,4,3,111,27),Row(10198,4,23310,9,4,113,11),
    Row(37742,4,29299,7,5,114,11),Row(38361,3,16223,19,236,115,27),
    // dcfg:wifiCredentials
    Row(37366,4,23501,14,8,1,12),Row(38298,3,33961,8,236,3,27),Row(22840,3,34041,8,236,2,27),
    Row(37930,4,34692,6,236,4,27),Row(37934,4,34698,6,236,5,27),
    // dcfg:wific
    Row(34984,5,24569,7,236,114,27),Row(10195,4,20173,16,6,115,12),Row(37494,4,31799,10,236,113,27),
    Row(36860,4,30885,11,226,121,5),Row(31378,4,31378,4,226,116,6),Row(36489,5,31999,10,31,117,24),
    Row(37774,4,37774,4,236,111,28),Row(36859,5,19797,17,226,120,6),Row(9784,2,17959,6,226,118,6),
    Row(33430,3,30134,12,44,119,16),Row(37029,5,21835,11,7,112,16),
    // depr
    Row(33549,3,9030,12,89,102,17),Row(15188,3,14554,20,33,103,28),Row(30598,3,32089,10,226,101,6),
    // dlv
    Row(31785,3,5302,17,48,106,17),Row(38052,3,14058,16,72,105,17),Row(1077,2,6560,8,92,104,12),
    Row(1085,2,33337,8,205,103,28),Row(9121,2,318,6,33,101,28),Row(30642,2,11800,6,33,102,28),
    // dvc
    Row(1731,3,33193,8,226,112,6),Row(14781,3,23249,14,236,111,28),Row(7344,3,11030,22,44,113,17),
    Row(32401,3,29258,12,226,114,6),Row(899,3,20301,7,226,116,5),Row(3347,3,3347,6,226,115,5),
    // dvi
    Row(37254,4,10134,7,236,123,27),Row(38046,3,30500,11,236,111,28),Row(38067,3,31529,10,236,117,28),
    Row(37342,4,31519,10,236,118,27),Row(38127,3,32518,9,236,119,27),Row(38145,3,32554,9,236,121,27),
    Row(161,3,4177,8,236,124,27),Row(2419,3,10467,12,236,112,28),Row(37530,3,19117,17,205,114,27),
    Row(37530,4,10467,23,236,113,27),Row(15938,3,35984,5,236,115,28),Row(38271,3,32887,9,236,122,27),
    Row(38289,3,20737,8,157,128,23),Row(37630,4,22510,15,224,127,27),Row(37754,4,34017,8,236,116,27),
    Row(37766,4,32099,10,224,126,27),Row(38385,3,33058,9,236,120,27),Row(21197,4,32119,10,205,125,27),
    // evcg
    Row(19558,2,18420,8,234,106,11),Row(11660,4,20429,16,117,108,23),Row(37370,4,16933,18,169,107,8),
    Row(299,3,33281,8,205,104,27),Row(1230,3,34242,7,236,101,28),Row(38085,3,31569,10,205,103,27),
    Row(38088,3,27667,9,96,102,12),Row(8348,3,28300,13,21,105,8),
    // evl
    Row(34785,3,33345,8,226,114,6),Row(38166,3,34270,7,236,112,28),Row(1689,3,34277,7,226,115,6),
    Row(37470,4,27693,9,123,113,12),Row(38169,3,27706,9,124,111,12),
    // exin
    Row(38100,3,30544,11,226,103,5),Row(38103,3,27013,13,230,106,27),Row(38106,3,20689,8,97,105,11),
    Row(38109,3,31589,10,234,108,11),Row(37390,3,17225,10,99,102,12),Row(37390,4,10287,11,98,109,16),
    Row(32228,3,17243,10,100,101,12),Row(39,3,31599,10,139,104,28),Row(38112,3,32491,9,230,107,27),
    // fci
    Row(6032,2,30390,11,234,101,11),Row(18779,3,2791,10,33,102,28),
    // fcnt-common
    Row(37986,3,21865,15,234,504,12),Row(38001,3,15140,19,224,101,28),Row(37195,3,13654,20,234,505,12),
    Row(6032,2,30390,11,234,103,12),Row(35379,5,30599,11,226,506,5),Row(38190,3,30742,11,234,503,11),
    Row(38208,3,23753,14,234,502,11),Row(38214,3,20797,16,234,501,11),Row(2803,2,33913,8,224,104,27),
    Row(411,2,30797,11,224,102,27),Row(18779,3,2791,10,33,507,27),
    // fwr
    Row(38124,3,29474,12,236,112,28),Row(9784,2,17959,6,226,114,6),Row(33430,3,30134,12,44,115,17),
    Row(37631,3,22522,3,224,113,28),Row(38318,2,6961,7,236,111,28),
    // gio
    Row(37410,4,31689,10,114,115,16),Row(37414,4,15501,19,114,113,16),Row(37418,4,30808,11,114,116,16),
    Row(6382,4,28287,13,236,111,28),Row(37422,4,14434,20,114,114,16),Row(37426,4,23823,14,236,112,28),
    // gis
    Row(37414,4,15501,19,114,112,16),Row(37422,4,14434,20,114,113,16),Row(37430,4,30984,11,236,111,28),
    // grp
    Row(38007,3,16753,18,234,103,12),Row(21196,3,10195,19,63,108,12),Row(37394,4,30577,11,224,880,27),
    Row(153,2,32545,9,236,109,27),Row(37498,4,5414,29,117,106,23),Row(9758,3,32806,9,27,105,24),
    Row(38217,3,23767,14,235,104,12),Row(4224,2,15919,10,130,101,12),Row(38241,3,15919,19,226,107,5),
    Row(9060,3,19202,17,59,111,16),Row(37762,4,11452,18,195,102,16),Row(150,3,9170,24,226,110,5),
    // hed:dBPMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hed:dHRMr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hed:dWSAB
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hed:dePOr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hed:devGr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:dCWDr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:dHCCT
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:dSTBx
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deACr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deAHr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deAPr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deBWr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deCDr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deCHd
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deCMe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deCWr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deDGy
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deDWr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deFPe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deGDp
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deRC0
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deRCr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deSBy
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deSCt
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deSPl
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deSWr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deWHr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deWPr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:deWSe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devCp
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devDr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devFn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devFr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devHr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devJr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devKe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devMn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devOn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devRr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // hod:devTn
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // lcp
    Row(12880,3,34602,6,101,111,27),Row(33255,3,8252,21,107,110,11),Row(31038,3,11316,22,223,109,2),
    Row(3442,3,6660,23,118,102,12),Row(38178,3,15634,19,224,106,28),Row(9097,3,12645,21,236,107,27),
    Row(24584,3,23627,14,224,105,27),Row(11762,3,17315,14,120,101,12),Row(37478,4,23641,14,236,108,28),
    Row(4476,3,14098,16,121,104,27),Row(13616,3,13974,20,30,103,23),Row(23288,4,4177,27,122,113,11),
    Row(37662,4,8398,25,226,112,5),
    // lmg
    Row(37354,4,22045,15,101,101,27),Row(27780,3,20845,16,109,102,17),Row(37538,4,7339,26,224,103,28),
    Row(23612,3,31809,10,117,104,24),Row(37722,4,23977,14,224,105,28),Row(37726,4,17815,18,230,106,27),
    Row(37890,4,33365,4,34,107,27),
    // m2m:accessControlRule
    Row(37074,3,9639,23,26,501,23),Row(37074,4,4049,31,226,4,5),Row(37082,4,22,21,38,3,18),
    Row(37102,4,1061,26,40,5,18),Row(37106,4,6579,23,36,2,12),Row(37110,4,8642,24,27,1,24),
    // m2m:accessControlRule.accessControlContexts
    Row(37090,4,7798,25,89,502,16),Row(37094,4,44,24,39,2,16),Row(37098,3,16501,18,234,503,11),
    Row(37098,4,6359,27,119,3,16),Row(37126,4,15045,19,178,1,25),Row(37130,4,13494,20,31,501,23),
    // m2m:accessControlRule.accessControlContexts.accessControlIpAddresses
    Row(20585,4,27598,13,19,1,23),Row(20601,4,27611,13,20,2,23),
    // m2m:accessControlRule.accessControlObjectDetails
    Row(37234,4,18318,17,22,3,9),Row(37762,4,11452,18,195,2,16),Row(1727,2,8966,12,168,1,11),
    // m2m:actionInput
    Row(37286,4,26831,13,221,1,27),Row(37634,4,16147,19,33,3,27),Row(37702,4,30940,10,33,2,27),
    // m2m:actionStatus
    Row(37953,3,6746,6,224,1,27),Row(34032,3,31793,6,200,2,11),
    // m2m:activityPattern
    Row(19558,3,18420,17,235,3,11),Row(65,2,22630,15,177,1,19),Row(10650,3,9054,20,198,2,11),
    // m2m:activityPatternElements
    Row(37959,3,6606,23,45,1,18),
    // m2m:aggregatedNotification
    Row(34410,7,505,12,140,2,19),Row(34414,3,505,12,140,1,19),
    // m2m:aggregatedRequest
    Row(5320,3,5320,7,49,1,19),
    // m2m:aggregatedRequest.request
    Row(11236,2,37398,4,33,3,28),Row(403,2,15752,15,131,6,16),Row(536,2,536,9,147,1,12),
    Row(16620,2,14138,16,153,5,16),Row(38310,3,19406,17,163,4,28),Row(549,2,549,2,224,2,28),
    // m2m:aggregatedResponse
    Row(34403,7,12750,21,171,2,18),Row(297,2,30940,10,224,1,27),
    // m2m:anyArgType
    Row(154,2,34045,4,221,1,28),Row(4923,3,36944,5,223,2,3),
    // m2m:attribute
    Row(154,2,34045,4,221,1,28),Row(4923,3,36944,5,223,2,3),
    // m2m:backOffParameters
    Row(37218,4,1611,20,58,1,19),
    // m2m:backOffParameters.backOffParametersSet
    Row(37950,3,12078,21,234,3,12),Row(37979,3,17059,18,234,2,12),Row(38193,3,17545,18,234,4,12),
    Row(19898,3,18934,13,137,1,11),Row(38301,3,8348,25,234,5,11),
    // m2m:batchNotify
    Row(15607,3,15607,8,230,2,27),Row(17617,3,17617,6,234,1,11),
    // m2m:childResourceRef
    Row(154,2,34045,4,167,2,22),Row(37758,4,21117,16,224,5,21),Row(37762,4,21117,16,224,4,21),
    Row(19104,3,19104,4,168,3,7),Row(4923,3,22885,14,224,1,29),
    // m2m:contentRef
    Row(37914,4,6644,12,67,1,19),
    // m2m:contentRef.URIReference
    Row(154,2,34045,4,221,1,28),Row(9901,3,5069,3,224,2,28),
    // m2m:dataLink
    Row(14392,3,24491,13,221,3,27),Row(37306,4,21910,15,33,2,28),Row(154,2,34045,4,224,1,28),
    // m2m:deletionContexts
    Row(16203,2,22225,15,119,2,18),Row(32404,3,33076,9,178,1,25),
    // m2m:deliveryMetaData
    Row(37794,4,31061,11,115,2,23),Row(37798,4,28768,13,226,1,6),
    // m2m:downloadArgsType
    Row(18839,3,23673,6,52,11,18),Row(38016,3,29198,12,205,10,28),Row(36717,3,29318,12,235,7,12),
    Row(38118,3,33297,8,235,5,12),Row(37402,4,33289,8,236,1,28),Row(38298,3,33961,8,236,4,28),
    Row(14732,3,33031,9,205,9,28),Row(37782,4,32079,10,224,8,28),Row(38397,3,32129,10,236,6,28),
    Row(22840,3,34041,8,236,3,28),Row(37631,3,22522,3,224,2,28),
    // m2m:dynAuthDasRequest
    Row(37303,3,15102,19,226,12,5),Row(38265,3,3101,12,76,4,16),Row(1674,3,17635,18,119,5,16),
    Row(536,2,536,9,147,3,12),Row(411,2,2791,10,33,1,28),Row(37590,4,19270,17,23,6,23),Row(3434,3,7417,26,35,9,27),
    Row(8102,3,22600,15,23,10,23),Row(37371,3,21037,16,35,7,27),Row(35820,4,34025,8,25,11,23),
    Row(37898,4,17887,18,224,8,28),Row(38421,3,14734,20,168,2,11),
    // m2m:dynAuthDasRequest.originatorIP
    Row(38148,3,27598,11,110,1,27),Row(38151,3,27611,11,111,2,27),
    // m2m:dynAuthDasResponse
    Row(37178,4,18250,17,226,3,5),Row(8714,3,2077,14,78,1,16),Row(37870,4,34686,6,14,2,23),
    // m2m:dynAuthDasResponse.dynamicACPInfo
    Row(25707,2,18709,17,187,1,16),Row(3435,2,17725,18,35,2,27),
    // m2m:dynAuthLocalTokenIdAssignments
    Row(37490,4,161,22,81,1,19),
    // m2m:dynAuthLocalTokenIdAssignments.localTokenIdAssignment
    Row(4573,3,27637,12,221,1,28),Row(37850,4,15589,7,206,2,28),
    // m2m:dynAuthRelMapRequest
    Row(37178,4,18250,17,226,5,5),Row(32065,3,30280,11,190,4,23),Row(411,2,2791,10,33,1,27),
    Row(35820,4,34025,8,25,2,23),Row(37870,4,34686,6,14,3,23),
    // m2m:dynAuthRelMapResponse
    Row(37178,4,18250,17,226,3,5),Row(982,9,982,9,190,4,23),Row(35820,4,34025,8,25,1,23),
    Row(37870,4,34686,6,14,2,23),
    // m2m:dynAuthTokenReqInfo
    Row(37302,4,4166,7,85,1,19),
    // m2m:dynAuthTokenReqInfo.dasInfo
    Row(21036,4,31459,10,75,2,16),Row(38340,3,19525,17,79,3,27),Row(9901,3,5069,3,224,1,28),
    // m2m:dynAuthTokenSummary
    Row(37838,4,33201,8,11,5,23),Row(37850,4,15589,7,206,1,28),Row(37858,4,33929,8,205,3,28),
    Row(37862,4,32860,9,205,2,28),Row(37866,4,33094,9,236,4,27),
    // m2m:e2eSecInfo
    Row(22000,6,29126,12,28,2,23),Row(16949,3,10628,23,24,1,9),Row(9120,4,4775,30,160,3,16),
    // m2m:evalCriteria
    Row(21227,4,33937,8,90,1,12),Row(37734,4,19644,7,221,2,28),Row(37810,4,33067,9,223,3,3),
    // m2m:eventNotificationCriteria
    Row(38465,2,24426,13,236,501,27),Row(33421,3,1751,9,54,12,23),Row(37234,4,18318,17,22,14,8),
    Row(28468,3,29222,12,205,2,27),Row(38022,3,26870,13,205,1,27),Row(38091,3,30566,11,205,8,27),
    Row(38094,3,29426,12,205,7,27),Row(1878,2,15695,15,103,16,11),Row(11053,2,11514,11,134,15,16),
    Row(21116,2,22842,13,205,3,27),Row(3776,3,8302,21,145,13,10),Row(459,2,536,16,148,11,18),
    Row(38367,3,24061,14,234,6,11),Row(19540,3,22690,15,235,5,11),Row(38388,3,32977,9,234,9,11),
    Row(38391,3,32986,9,235,10,11),Row(7896,2,22840,15,205,4,27),
    // m2m:eventNotificationCriteriaSet
    Row(493,3,3803,25,94,2,18),Row(37358,4,4595,30,94,1,19),
    // m2m:execReqArgsListType
    Row(38049,3,14078,8,74,4,18),Row(7088,3,17369,6,159,2,18),Row(22704,3,14614,5,166,1,18),
    Row(37033,4,6714,15,191,5,18),Row(37786,4,5331,17,192,7,18),Row(37790,4,7291,14,193,6,18),
    Row(38442,3,17513,6,220,3,18),
    // m2m:filterCriteria
    Row(37968,3,18233,17,224,30,27),Row(33421,3,1751,9,53,19,18),Row(37222,4,23263,14,53,20,18),
    Row(37989,3,16681,18,236,27,27),Row(37992,3,10218,19,64,26,11),Row(37234,4,18318,17,22,14,8),
    Row(37238,4,30368,11,112,10,23),Row(28468,3,29222,12,205,2,27),Row(38022,3,26870,13,205,1,27),
    Row(38034,3,30401,11,219,18,25),Row(38091,3,30566,11,205,8,27),Row(38094,3,29426,12,205,7,27),
    Row(1878,2,15695,15,103,25,11),Row(16969,2,22319,11,104,22,11),Row(37239,3,30676,6,112,9,23),
    Row(38157,3,30676,11,236,12,27),Row(12603,3,12603,5,234,23,11),Row(38187,3,5522,5,235,28,11),
    Row(21116,2,22842,13,205,3,27),Row(37578,4,34656,6,235,29,11),Row(37219,3,31879,10,234,501,11),
    Row(37594,4,29846,12,112,11,23),Row(37598,4,22495,15,53,21,18),Row(37763,3,17671,18,22,15,8),
    Row(38349,3,22645,15,194,24,25),Row(38367,3,24061,14,234,6,11),Row(19540,3,22690,15,235,5,11),
    Row(38388,3,32977,9,234,16,11),Row(38391,3,32986,9,235,17,11),Row(1727,2,8966,12,22,13,8),
    Row(7896,2,22840,15,205,4,27),
    // m2m:geoCoordinates
    Row(31474,3,30423,11,106,2,28),Row(19104,3,19104,4,108,1,12),
    // m2m:ipAddress
    Row(38148,3,27598,11,110,1,27),Row(38151,3,27611,11,111,2,27),
    // m2m:listOfChildResourceRef
    Row(38319,3,22570,11,61,1,18),
    // m2m:listOfDataLinks
    Row(13886,3,26883,13,70,1,19),
    // m2m:locationRegion
    Row(37078,4,10134,11,12,2,23),Row(37086,4,31389,10,9,1,13),
    // m2m:mashupMembers
    Row(38232,3,4659,12,128,1,19),
    // m2m:mashupMembers.mashupMember
    Row(37554,4,32815,9,224,1,28),Row(38244,3,30753,11,229,2,14),
    // m2m:metaInformation
    Row(37303,3,15102,19,226,20,5),Row(37182,4,16573,18,226,22,5),Row(32065,3,30280,11,190,21,23),
    Row(1750,2,15254,19,226,10,5),Row(38061,3,6440,27,73,13,11),Row(1077,2,27000,13,92,9,11),
    Row(30464,2,17261,14,102,12,16),Row(37355,3,11338,22,236,11,27),Row(37434,4,8023,25,27,19,23),
    Row(37438,4,8048,25,235,501,11),Row(35819,5,27637,13,26,18,23),Row(38238,3,23739,14,33,503,27),
    Row(154,2,34045,4,221,98,27),Row(37331,3,11602,22,35,5,27),Row(37676,3,9098,24,11,502,23),
    Row(506,2,14414,20,205,2,27),Row(38304,3,19002,13,175,8,11),Row(37650,4,22600,7,23,14,23),
    Row(17504,2,19474,17,35,7,27),Row(37686,4,7469,26,35,3,27),Row(37698,4,8373,25,35,4,27),
    Row(4447,2,14198,12,174,6,16),Row(1494,3,9570,23,161,24,28),Row(38364,3,11690,22,226,23,5),
    Row(35820,4,34025,8,25,17,23),Row(37870,4,34686,6,14,16,23),Row(38409,3,13065,21,226,15,5),
    Row(1727,2,8966,12,168,1,11),Row(38460,3,19865,17,236,25,27),
    // m2m:mgmtLinkRef
    Row(154,2,34045,4,167,2,22),Row(19104,3,19104,4,132,3,7),Row(4923,3,22885,14,224,1,29),
    // m2m:missingData
    Row(15607,3,15607,8,230,2,28),Row(17617,3,17617,6,235,1,12),
    // m2m:notification
    Row(34764,5,14893,19,226,12,5),Row(37146,4,7573,25,226,11,5),Row(742,2,34214,7,33,5,27),
    Row(37636,3,2542,19,141,10,16),Row(33280,3,518,17,142,1,16),Row(38247,3,8323,25,224,6,27),
    Row(24171,3,3117,18,33,7,27),Row(38370,3,14674,20,226,3,5),Row(4550,3,12981,21,224,4,28),
    Row(37818,4,31072,11,33,13,27),Row(37822,4,31083,11,33,14,27),Row(484,3,11800,22,226,9,5),
    Row(38418,3,14714,20,226,8,5),Row(38457,3,16318,19,226,2,5),
    // m2m:notification.IPEDiscoveryRequest
    Row(30464,2,17261,14,102,2,17),Row(411,2,2791,10,33,1,28),
    // m2m:notification.notificationEvent
    Row(3776,3,8302,21,145,3,12),Row(459,2,536,16,143,2,16),Row(17405,3,17405,14,162,1,16),
    // m2m:notification.notificationEvent.operationMonitor
    Row(536,2,536,9,147,1,12),Row(37219,3,31879,10,36,3,11),Row(411,2,2791,10,33,2,28),
    Row(18779,3,2791,10,33,4,27),
    // m2m:operationMonitor
    Row(37219,3,31879,10,36,1,11),Row(411,2,2791,10,33,2,27),Row(18779,3,2791,10,33,3,27),
    // m2m:operationResult
    Row(12791,4,26818,13,235,10,11),Row(37246,4,18900,13,68,9,11),Row(1077,2,27000,13,92,8,11),
    Row(11236,2,37398,4,33,5,27),Row(506,2,14414,20,205,6,27),Row(16620,2,14138,16,153,3,16),
    Row(38310,3,19406,17,163,2,28),Row(8688,3,11430,18,172,1,12),Row(37698,4,8373,25,35,7,27),
    Row(549,2,549,2,224,4,27),
    // m2m:originatorESPrimRandObject
    Row(32579,3,5281,17,88,4,12),Row(33340,4,10030,23,16,5,9),Row(37378,4,29390,12,221,1,28),
    Row(37382,4,22015,15,221,2,28),Row(37386,4,20381,16,35,3,28),
    // m2m:primitiveContent
    Row(34291,7,7213,22,47,3,16),Row(34298,7,11408,18,50,10,16),Row(33417,8,18866,13,54,5,23),
    Row(34340,7,32428,9,236,13,27),Row(33673,8,30874,11,236,14,27),Row(34382,7,1772,8,170,7,16),
    Row(34389,7,14158,16,164,12,16),Row(34396,7,22570,15,113,9,16),Row(34403,7,12754,17,171,6,16),
    Row(33697,8,14218,12,179,4,16),Row(34410,7,505,12,140,2,16),Row(34424,7,17477,14,215,3,16),
    Row(33785,8,4749,26,203,15,16),Row(34445,7,7317,22,202,4,16),Row(33801,7,5069,3,224,11,27),
    Row(33801,8,34186,7,27,8,23),
    // m2m:processConditions
    Row(33549,3,9030,12,89,1,17),Row(37179,3,19644,17,33,2,28),
    // m2m:rateLimit
    Row(38220,3,28157,13,234,1,12),Row(38439,3,17459,10,230,2,28),
    // m2m:rebootArgsType
    Row(18839,3,23673,6,52,1,18),
    // m2m:receiverESPrimRandObject
    Row(37374,4,16897,18,15,4,9),Row(33340,4,10030,23,16,5,9),Row(37378,4,29390,12,221,1,28),
    Row(37382,4,22015,15,221,2,28),Row(37386,4,20381,16,35,3,28),
    // m2m:requestPrimitive
    Row(37303,3,15102,19,226,25,5),Row(37182,4,16573,18,226,27,5),Row(32065,3,30280,11,190,26,23),
    Row(1750,2,15254,19,226,16,5),Row(38061,3,6440,27,73,19,11),Row(1077,2,27000,13,92,15,11),
    Row(30464,2,17261,14,102,18,16),Row(11236,2,37398,4,33,3,27),Row(37355,3,11338,22,236,17,27),
    Row(37434,4,8023,25,27,24,23),Row(37438,4,8048,25,235,502,11),Row(35819,5,27637,13,26,22,23),
    Row(2419,2,34644,6,230,505,27),Row(38238,3,23739,14,33,501,27),Row(37331,3,11602,22,35,11,27),
    Row(37676,3,9098,24,11,503,23),Row(536,2,536,9,147,1,12),Row(506,2,14414,20,205,8,27),
    Row(16620,2,14138,16,153,6,16),Row(37622,4,17707,18,33,504,27),Row(38304,3,19002,13,175,14,11),
    Row(37650,4,22600,7,23,7,23),Row(17504,2,19474,17,35,13,27),Row(37686,4,7469,26,35,9,27),
    Row(38310,3,19406,17,163,4,28),Row(37698,4,8373,25,35,10,27),Row(4447,2,14198,12,174,12,16),
    Row(1494,3,10536,23,161,29,28),Row(38364,3,11690,22,226,28,5),Row(35820,4,34025,8,25,21,23),
    Row(37870,4,34686,6,14,20,23),Row(549,2,549,2,224,2,28),Row(38409,3,13065,21,226,23,5),
    Row(1727,2,8966,12,168,5,11),Row(38460,3,19865,17,236,30,27),
    // m2m:resetArgsType
    Row(18839,3,23673,6,52,1,18),
    // m2m:resourceWrapper
    Row(9901,3,5069,3,224,2,28),
    // m2m:responsePrimitive
    Row(37178,4,18250,17,226,13,5),Row(415,3,8666,24,80,11,16),Row(12791,4,26818,13,235,10,11),
    Row(37246,4,18900,13,68,9,11),Row(1077,2,27000,13,92,8,11),Row(11236,2,37398,4,33,5,27),
    Row(38238,3,23739,14,33,501,27),Row(506,2,14414,20,205,6,27),Row(16620,2,14138,16,153,3,16),
    Row(38310,3,19406,17,163,2,28),Row(8688,3,11430,18,172,1,12),Row(37698,4,8373,25,35,7,27),
    Row(1494,3,10536,23,161,14,28),Row(549,2,549,2,33,4,27),Row(38406,3,10674,23,84,12,16),
    Row(38460,3,19865,17,236,15,27),
    // m2m:responseTypeInfo
    Row(10469,2,22435,15,27,2,23),Row(38325,3,19440,17,173,1,12),
    // m2m:scheduleEntries
    Row(4444,3,19019,13,178,1,26),
    // m2m:securityInfo
    Row(37294,4,9006,20,82,7,16),Row(37298,4,8227,21,83,8,16),Row(21036,4,31459,10,75,2,16),
    Row(61,4,30445,11,77,3,16),Row(37346,4,22000,15,225,6,27),Row(5038,3,29378,12,86,5,27),
    Row(19490,3,20397,16,160,4,16),Row(1258,3,14218,16,180,1,12),
    // m2m:sessionDescriptions
    Row(13673,3,10402,18,184,1,26),
    // m2m:setOfAcrs
    Row(37118,3,4,17,37,1,18),
    // m2m:setOfNotificationStatsInfo
    Row(37562,4,11558,22,234,4,12),Row(38313,3,29918,12,234,2,12),Row(37710,3,19457,17,234,3,12),
    Row(30642,2,11800,6,33,1,28),
    // m2m:setOfPermissions
    Row(20586,2,17725,10,187,1,18),
    // m2m:softwareInstallArgsType
    Row(18839,3,23673,6,52,6,18),Row(38079,3,22030,15,236,5,28),Row(38298,3,33961,8,236,4,28),
    Row(22840,3,34041,8,236,3,28),Row(37631,3,22522,3,224,1,28),Row(37918,4,7016,4,236,2,28),
    // m2m:softwareUninstallArgsType
    Row(18839,3,23673,6,52,4,18),Row(38079,3,22030,15,236,3,28),Row(37918,4,7016,4,236,1,28),
    Row(38318,2,6961,7,236,2,28),
    // m2m:softwareUpdateArgsType
    Row(18839,3,23673,6,52,7,18),Row(38079,3,22030,15,236,6,28),Row(38298,3,33961,8,236,5,28),
    Row(22840,3,34041,8,236,4,28),Row(37631,3,22522,3,224,3,28),Row(37918,4,7016,4,236,1,28),
    Row(38318,2,6961,7,236,2,28),
    // m2m:specializationType
    Row(38001,3,15140,19,224,1,27),Row(38205,3,17333,14,132,2,11),
    // m2m:stateTransition
    Row(33549,3,9030,12,89,1,17),Row(37566,4,32842,9,33,2,27),
    // m2m:timeSeriesNotification
    Row(38196,3,14354,20,234,2,12),Row(37522,4,15771,15,135,1,24),
    // m2m:timeSyncBeaconNotification
    Row(4713,3,21895,11,205,2,28),Row(38394,3,10651,23,33,1,28),
    // m2m:tokenClaimSet
    Row(37838,4,33201,8,11,8,23),Row(37842,4,32500,9,236,10,27),Row(37846,4,34620,6,33,3,28),
    Row(37850,4,15589,7,206,2,28),Row(37854,4,34626,6,33,4,28),Row(37858,4,33929,8,205,6,28),
    Row(37862,4,32860,9,205,5,28),Row(37866,4,33094,9,236,7,27),Row(37878,4,30830,11,208,9,16),
    Row(38318,2,6961,7,236,1,28),
    // m2m:tokenPermission
    Row(20586,2,17725,10,187,2,16),Row(37650,4,22600,7,23,3,23),Row(11661,3,30940,11,11,1,23),
    // m2m:tokenPermissions
    Row(11219,2,30830,10,207,1,18),
    // m2m:triggerPayload
    Row(7245,3,17941,18,224,2,27),Row(37814,4,21229,16,33,6,27),Row(416,3,14794,20,147,4,11),
    Row(37826,4,24201,14,152,3,23),Row(37830,4,10720,23,168,5,11),Row(37834,4,5472,29,182,7,23),
    Row(38403,3,17495,14,216,1,12),
    // m2m:uploadArgsType
    Row(18839,3,23673,6,52,5,18),Row(37402,4,33289,8,236,1,28),Row(38298,3,33961,8,236,4,28),
    Row(22840,3,34041,8,236,3,28),Row(37631,3,22522,3,224,2,28),
    // mad:actie
    Row(38043,3,16807,18,205,111,27),
    // mad:dANDo
    Row(35254,5,35254,5,236,112,28),Row(35259,5,34228,7,234,113,12),Row(38043,3,16807,18,205,111,27),
    Row(36569,5,28664,13,232,115,11),Row(36574,5,28677,13,232,114,11),Row(34032,3,31793,6,236,116,27),
    // mad:dDMIO
    Row(35184,5,26896,13,234,112,12),Row(38043,3,16807,18,205,111,27),
    // mad:deace
    Row(38043,3,16807,18,205,111,27),
    // mad:depPe
    Row(38043,3,16807,18,205,111,27),Row(34045,4,34045,4,236,112,28),Row(37631,3,37631,3,224,114,28),
    Row(36959,5,6961,7,236,113,28),
    // mad:disae
    Row(38043,3,16807,18,205,111,27),
    // mad:dmAgt
    Row(35074,5,33249,8,232,118,11),Row(38043,3,16807,18,205,111,27),Row(36244,5,30852,11,234,117,11),
    Row(36339,5,29882,12,232,115,11),Row(36344,5,33985,8,232,116,11),Row(15847,5,15847,5,234,112,12),
    Row(36654,5,21165,16,232,113,11),Row(36664,5,30062,12,232,114,11),Row(36744,5,32119,10,205,119,27),
    // mad:dmCay
    Row(34824,5,33193,8,226,113,6),Row(35144,5,29258,12,226,114,6),Row(38043,3,16807,18,205,111,27),
    Row(34045,4,34045,4,236,112,28),
    // mad:dmDIo
    Row(35069,5,10134,7,236,120,27),Row(5153,2,30489,11,236,124,27),Row(38043,3,16807,18,205,111,27),
    Row(35429,5,29534,12,236,123,27),Row(35544,5,32554,9,236,118,27),Row(35824,5,10467,23,224,114,27),
    Row(35859,5,19117,17,205,115,27),Row(35864,5,10467,12,236,113,27),Row(35984,5,35984,5,236,116,27),
    Row(36114,5,32887,9,236,119,27),Row(36254,5,22510,15,224,122,27),Row(36534,5,29966,12,236,112,27),
    Row(36699,5,32099,10,224,121,27),Row(36709,5,34017,8,236,117,27),
    // mad:dmELg
    Row(5055,4,5055,4,236,113,28),Row(38043,3,16807,18,205,111,27),Row(35339,5,34235,7,226,115,6),
    Row(34032,3,31793,6,232,114,12),Row(19104,4,19104,4,232,112,12),
    // mad:dmFie
    Row(35024,5,32392,9,236,121,27),Row(38043,3,16807,18,205,111,27),Row(36014,5,28235,13,226,112,6),
    Row(36274,5,30863,11,236,114,28),Row(36299,5,29858,12,234,113,12),Row(36309,5,31899,10,224,116,27),
    Row(36314,5,23851,14,236,115,28),Row(36499,5,28638,13,236,118,27),Row(36504,5,23991,14,234,117,11),
    Row(36509,5,29954,12,224,120,27),Row(36514,5,21053,16,236,119,27),
    // mad:dmPae
    Row(38043,3,16807,18,205,111,27),Row(34045,4,34045,4,236,114,27),Row(36594,5,32995,9,10,117,0),
    Row(15847,5,15847,5,234,113,12),Row(19104,4,19104,4,234,112,12),Row(37631,3,37631,3,224,116,27),
    Row(36959,5,6961,7,236,115,27),
    // mad:dmSoe
    Row(38043,3,16807,18,205,111,27),Row(34045,4,34045,4,236,113,27),Row(15847,5,15847,5,234,112,12),
    Row(36959,5,6961,7,236,114,27),
    // mad:dmSte
    Row(7016,4,7016,4,236,112,27),Row(34839,5,29078,12,232,117,12),Row(38043,3,16807,18,205,111,27),
    Row(35389,5,31629,10,236,123,27),Row(35414,5,23557,14,232,122,11),Row(35994,5,29750,12,236,125,27),
    Row(35999,5,28222,13,236,124,27),Row(36004,5,23565,6,232,121,11),Row(34045,4,34045,4,236,114,27),
    Row(6916,5,33977,8,232,119,11),Row(36384,5,32950,9,232,116,11),Row(34032,3,31793,6,232,120,11),
    Row(36854,5,30086,12,232,118,12),Row(19104,4,19104,4,232,113,11),Row(37049,5,32209,10,232,115,11),
    Row(31127,5,34065,8,226,126,6),
    // mad:enabe
    Row(38043,3,16807,18,205,111,27),
    // mad:fleNe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // mad:formt
    Row(38043,3,16807,18,205,111,27),
    // mad:instl
    Row(38043,3,16807,18,205,111,27),
    // mad:reLog
    Row(38043,3,16807,18,205,111,27),Row(10357,3,10357,3,205,113,27),Row(21133,5,21133,5,205,112,27),
    // mad:reaIO
    Row(34754,5,2749,7,236,112,28),Row(38043,3,16807,18,205,111,27),
    // mad:rebot
    Row(38043,3,16807,18,205,111,27),Row(36394,5,31969,10,234,112,12),
    // mad:togge
    Row(38043,3,16807,18,205,111,27),
    // mad:uninl
    Row(38043,3,16807,18,205,111,27),
    // mad:unmot
    Row(38043,3,16807,18,205,111,27),
    // mad:updFe
    Row(38043,3,16807,18,205,111,27),Row(37631,3,37631,3,224,112,28),Row(36959,5,6961,7,236,113,28),
    // mad:updae
    Row(38043,3,16807,18,205,111,27),Row(37631,3,37631,3,224,113,28),Row(36959,5,6961,7,236,112,28),
    // mad:wriIO
    Row(34754,5,2749,7,236,112,28),Row(38043,3,16807,18,205,111,27),Row(36189,5,34480,7,236,113,28),
    // mdd:feats
    Row(38043,3,16807,18,205,111,27),Row(35939,5,33865,8,10,112,0),Row(36269,5,32914,9,232,113,11),
    Row(36429,5,30929,11,232,114,11),Row(32977,4,32977,4,10,116,0),Row(26744,5,32199,6,231,115,14),
    // mdd:loca0
    Row(5153,2,30489,11,236,114,27),Row(38043,3,16807,18,205,111,27),Row(35424,5,20445,16,236,115,27),
    Row(35429,5,29534,12,236,113,27),Row(35789,5,34632,6,236,112,28),
    // mdd:locan
    Row(38043,3,16807,18,205,111,27),Row(35424,5,20445,16,236,114,27),Row(35444,5,34256,7,236,113,27),
    Row(36224,5,28352,13,236,112,27),Row(37674,4,37674,4,236,115,27),
    // mdd:orign
    Row(35189,5,29282,12,236,114,27),Row(35194,5,33265,8,236,113,27),Row(38043,3,16807,18,205,111,27),
    Row(36109,5,33945,8,236,112,27),
    // mem
    Row(10255,3,29714,12,240,111,12),Row(38211,3,33857,8,240,112,12),
    // mgc
    Row(37995,3,30724,7,62,102,12),Row(5153,2,30489,11,236,101,27),Row(10287,3,31579,10,226,104,6),
    Row(38103,3,27013,13,230,107,27),Row(38106,3,20689,8,97,106,11),Row(38109,3,31589,10,234,109,11),
    Row(37390,4,10287,11,98,103,16),Row(39,3,31599,10,139,105,28),Row(38112,3,32491,9,230,108,27),
    // mgmtObj-common
    Row(34745,4,22349,8,133,106,18),Row(5153,2,30489,11,236,104,27),Row(38205,3,17333,14,132,101,12),
    Row(37437,3,31839,10,224,105,27),Row(37570,4,32869,9,27,102,23),Row(37574,4,30786,11,27,103,23),
    // mms
    Row(37971,3,6332,27,185,102,17),Row(38268,3,7365,26,185,103,17),Row(33004,3,16242,19,33,101,28),
    Row(21164,3,20769,12,186,104,12),
    // mssp
    Row(38376,3,29978,12,23,101,23),
    // nod
    Row(37442,4,27559,13,115,103,23),Row(38139,3,27572,13,33,102,27),Row(38142,3,17005,18,115,104,23),
    Row(37534,4,19134,17,236,105,27),Row(547,2,31773,6,139,101,28),Row(29762,3,32833,9,236,107,27),
    Row(32389,3,33921,8,234,501,11),Row(21115,3,28625,13,226,106,5),
    // ntp
    Row(37953,3,6746,6,146,101,12),Row(37606,4,30841,11,238,102,28),Row(38322,3,19508,17,125,103,11),
    // ntpr
    Row(38253,3,14394,20,224,102,27),Row(38259,3,12813,21,27,101,24),
    // ont
    Row(5153,2,30489,11,236,101,27),Row(37582,4,22465,15,222,103,3),Row(37586,4,23809,14,181,102,12),
    Row(38358,3,24019,14,194,104,27),
    // pch
    Row(38274,3,19338,17,224,880,27),Row(37682,4,17779,18,226,501,5),
    // pdr
    Row(61,2,12309,13,71,101,16),Row(38058,3,12309,21,125,102,11),
    // prmr
    Row(34814,5,16537,18,154,104,18),Row(32401,4,29258,12,33,103,28),Row(35344,5,26987,13,154,105,18),
    Row(5341,4,29582,12,33,106,28),Row(37618,4,17351,14,155,102,12),Row(37626,4,18951,13,156,101,12),
    // prp
    Row(37134,4,32347,9,53,106,18),Row(7823,4,24465,13,31,108,23),Row(37322,4,32437,9,26,107,23),
    Row(20619,3,32242,6,11,101,24),Row(37219,3,31879,10,21,103,8),Row(37694,4,30940,11,27,104,23),
    Row(37730,4,28586,13,22,102,8),Row(38328,3,22540,15,31,105,23),
    // psd:cancl
    Row(38043,3,16807,18,205,111,27),Row(37019,5,19899,17,236,112,28),
    // psd:dPWSC
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // psd:dPWSE
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // psd:dissr
    Row(34799,5,24478,13,231,126,14),Row(34804,5,29066,12,231,125,14),Row(34809,5,31339,10,231,127,14),
    Row(34954,5,32383,9,234,120,12),Row(38043,3,16807,18,205,111,27),Row(35329,5,32482,9,228,122,27),
    Row(35354,5,31559,10,10,121,1),Row(35359,5,34249,7,228,124,27),Row(35569,5,31679,10,236,112,28),
    Row(36009,5,34466,7,234,116,12),Row(36089,5,36089,5,228,123,27),Row(36424,5,1781,10,10,117,0),
    Row(36434,5,22555,15,232,129,12),Row(36439,5,21021,16,232,128,12),Row(36524,5,34674,6,236,113,28),
    Row(6919,4,6919,4,228,114,28),Row(36539,5,34001,8,234,119,12),Row(34032,3,31793,6,234,115,12),
    Row(36914,5,19848,7,234,118,12),
    // psd:emeHr
    Row(34799,5,24478,13,231,127,14),Row(34804,5,29066,12,231,126,14),Row(34809,5,31339,10,231,128,14),
    Row(34954,5,32383,9,234,121,12),Row(38043,3,16807,18,205,111,27),Row(35329,5,32482,9,228,123,27),
    Row(35334,5,26974,13,226,112,6),Row(35354,5,31559,10,10,122,1),Row(35359,5,34249,7,228,125,27),
    Row(35569,5,31679,10,236,113,28),Row(36009,5,34466,7,234,117,12),Row(36089,5,36089,5,228,124,27),
    Row(36424,5,1781,10,10,118,0),Row(36524,5,34674,6,236,114,28),Row(6919,4,6919,4,228,115,28),
    Row(36539,5,34001,8,234,120,12),Row(34032,3,31793,6,234,116,12),Row(36914,5,19848,7,234,119,12),
    // psd:setts
    Row(38043,3,16807,18,205,111,27),Row(36104,5,29810,12,226,112,6),
    // rad:baTMe
    Row(34844,5,23179,14,234,112,11),Row(38043,3,16807,18,205,111,27),Row(36824,5,22765,15,236,113,27),
    // rad:dCRMe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // rad:dHPTT
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // rad:dSSDr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // rad:deSGe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // rad:deTTl
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // rbo
    Row(38115,3,29438,12,226,112,6),Row(7088,3,17369,6,226,111,6),
    // req
    Row(403,2,15752,15,131,105,17),Row(536,2,536,9,147,101,12),Row(18779,3,2791,10,33,103,28),
    Row(4532,3,15790,15,149,108,17),Row(16620,2,14138,16,153,106,16),Row(34766,3,27732,9,163,104,28),
    Row(1608,2,18968,13,165,107,12),Row(30642,2,11800,6,224,102,28),
    // rol
    Row(37658,4,17161,6,176,101,28),Row(37666,4,33993,8,236,106,27),Row(37670,4,33085,9,224,107,27),
    Row(37846,4,34620,6,33,103,28),Row(37854,4,34626,6,33,102,28),Row(37858,4,33929,8,205,105,28),
    Row(37862,4,32860,9,205,104,28),
    // sch
    Row(494,3,17599,18,226,102,5),Row(65,2,22630,15,177,101,17),
    // smd
    Row(37314,4,8786,24,181,101,12),Row(37757,3,8786,10,225,103,28),Row(411,2,30797,11,224,104,27),
    Row(37646,4,21005,16,27,105,23),Row(38358,3,24019,14,194,102,27),Row(38373,3,19542,17,226,106,5),
    Row(37922,4,21245,16,226,107,5),
    // smi
    Row(37462,4,17869,18,225,102,27),Row(37546,4,34680,6,224,101,28),Row(38232,3,4659,12,127,104,16),
    Row(38235,3,22405,15,126,103,12),Row(38283,3,17689,18,230,106,27),Row(38307,3,28599,13,129,105,12),
    // smjp
    Row(37406,4,16969,18,225,105,28),Row(37458,4,22180,15,225,103,27),Row(37510,4,29726,12,194,101,28),
    Row(37542,4,36579,5,117,102,23),Row(37910,4,20909,16,225,104,28),
    // smr
    Row(37462,4,17869,18,225,101,27),Row(38223,3,17527,18,182,102,24),Row(38226,3,10310,12,225,103,28),
    // stcl
    Row(12476,3,18335,17,115,103,23),Row(3448,3,16627,18,33,102,28),Row(1275,2,26753,13,177,106,16),
    Row(1230,3,34242,7,236,107,27),Row(38331,3,24075,14,236,101,28),Row(4521,2,19053,9,196,105,12),
    Row(37693,3,10425,15,199,104,12),
    // stte
    Row(6745,4,31017,11,226,101,6),Row(23093,4,31006,11,33,102,27),Row(36674,5,21149,16,197,103,18),
    // sub
    Row(37118,4,7053,26,117,115,23),Row(33791,2,22289,11,59,106,16),Row(37350,4,3347,33,226,503,5),
    Row(493,3,3803,25,94,101,16),Row(38097,3,18658,17,235,102,11),Row(38136,3,34263,7,224,104,27),
    Row(32859,2,29618,12,226,111,5),Row(2419,2,34644,6,230,504,27),Row(4578,3,6687,23,144,112,12),
    Row(5911,3,14374,20,92,113,11),Row(38247,3,8323,25,224,105,27),Row(447,3,10490,23,226,501,5),
    Row(8934,3,12792,21,188,502,18),Row(7389,3,6791,27,235,110,11),Row(10469,2,22435,15,27,103,24),
    Row(37167,2,10356,19,150,109,11),Row(38286,3,12897,21,235,108,11),Row(17112,2,27719,9,158,107,16),
    Row(2724,2,28703,13,224,114,27),
    // svsn
    Row(38028,3,32314,6,33,102,27),Row(497,2,20237,16,13,103,23),Row(547,2,31773,6,139,101,28),
    Row(38256,3,29762,12,226,105,5),Row(37662,3,32959,9,27,104,23),
    // swr
    Row(462,3,8740,8,226,117,5),Row(37122,4,29054,12,44,119,16),Row(8738,3,8738,10,226,118,5),
    Row(311,2,5341,7,226,114,6),Row(5341,3,27585,13,44,116,17),Row(38379,3,30038,12,236,112,28),
    Row(4577,2,28807,9,226,115,6),Row(37631,3,22522,3,224,113,28),Row(38318,2,6961,7,236,111,28),
    // tgr
    Row(37526,3,31209,10,101,101,28),Row(7245,3,17941,18,224,107,27),Row(37814,4,21229,16,33,106,27),
    Row(416,3,14794,20,147,108,11),Row(37830,4,14734,20,168,109,11),Row(38403,3,17495,14,216,103,12),
    Row(38412,3,11888,16,236,110,27),Row(296,3,13474,20,217,102,12),Row(10718,3,19087,13,218,104,12),
    Row(38430,3,16280,19,230,105,28),
    // tk
    Row(37838,4,33201,8,11,109,23),Row(37842,4,32500,9,236,111,27),Row(37846,4,34620,6,33,105,27),
    Row(37850,4,15589,7,206,101,28),Row(37854,4,34626,6,33,104,27),Row(37858,4,33929,8,205,107,27),
    Row(37862,4,32860,9,205,106,27),Row(37866,4,33094,9,236,108,27),Row(37874,4,31050,11,79,102,28),
    Row(37878,4,30830,11,208,110,16),Row(38318,2,6961,7,236,103,27),
    // trac
    Row(34389,7,14154,20,164,108,17),Row(34403,7,12750,21,171,109,16),Row(37802,3,13086,21,205,106,27),
    Row(37802,4,11474,18,209,102,12),Row(38,4,11866,22,205,105,27),Row(35820,3,28781,13,236,101,28),
    Row(37882,4,16261,19,205,104,27),Row(37886,4,10448,19,210,107,11),Row(37725,4,14278,16,213,103,12),
    // tram
    Row(37690,4,19423,17,48,111,17),Row(37706,4,17797,18,50,112,17),Row(37802,3,13086,21,205,103,27),
    Row(37802,4,11474,18,209,107,11),Row(37806,4,8473,25,205,104,27),Row(38,4,11866,22,205,102,27),
    Row(37882,4,16261,19,205,101,27),Row(37886,4,10448,19,210,106,11),Row(38195,3,15866,15,212,105,11),
    Row(38400,3,6741,23,211,110,11),Row(38228,3,13107,21,234,109,11),Row(37725,4,14278,16,213,108,12),
    // trpt
    Row(19558,3,18420,17,235,106,11),Row(38277,3,14494,20,239,103,11),Row(38280,3,14514,20,239,104,11),
    Row(3059,3,12712,17,151,102,11),Row(38292,3,29870,12,226,101,5),Row(10650,3,9054,20,198,105,11),
    Row(38427,3,28729,13,115,108,24),Row(38448,3,30158,12,205,107,27),
    // ts
    Row(37986,3,21865,15,234,105,12),Row(38004,3,22304,11,65,114,27),Row(37195,3,13654,20,234,104,12),
    Row(423,2,29618,6,224,880,27),Row(38190,3,30742,11,234,102,11),Row(38196,3,14354,20,234,111,12),
    Row(28170,3,11514,17,226,108,5),Row(37522,4,15771,15,135,110,23),Row(38199,3,20813,16,235,109,11),
    Row(38202,3,11514,22,235,112,11),Row(38208,3,23753,14,234,103,11),Row(38214,3,20797,16,234,101,11),
    Row(15,2,34662,6,224,881,27),Row(411,2,30797,11,224,113,27),Row(37602,3,12855,16,235,106,11),
    Row(37602,4,12855,21,234,107,11),
    // tsb
    Row(37190,4,23207,14,234,102,12),Row(37194,4,23221,14,230,103,27),Row(37198,4,21685,15,33,101,27),
    Row(37202,4,21700,15,230,104,27),Row(37206,4,11008,22,27,105,24),
    // tsi
    Row(2426,3,2426,7,222,102,3),Row(6032,2,30390,11,234,104,12),Row(38043,3,16807,18,35,101,28),
    Row(38352,3,32029,10,234,103,11),
    // ved:dEVCr
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
    // ved:deEMe
    Row(35399,5,29510,12,236,112,27),Row(36059,5,33913,8,236,111,27),
];

#[rustfmt::skip]
pub(super) static ENUMERATIONS: [Values; 78] = [
    Values(7131,26,0,8),Values(5153,29,8,5),Values(23305,14,13,2),Values(29294,12,15,4),Values(7873,25,19,7),
    Values(9731,23,26,8),Values(8978,24,34,2),Values(6575,27,36,6),Values(8173,25,42,1),Values(13994,20,43,2),
    Values(8198,25,45,2),Values(10168,23,47,5),Values(18879,17,52,7),Values(30720,11,59,7),Values(10191,23,66,3),
    Values(10214,23,69,1),Values(15672,19,70,6),Values(18896,17,76,2),Values(27650,13,78,3),Values(20653,16,81,2),
    Values(20669,16,83,3),Values(5277,21,86,1),Values(3053,26,87,3),Values(9026,24,90,6),Values(29690,12,96,4),
    Values(10260,23,100,5),Values(27663,13,105,3),Values(20685,16,108,4),Values(17221,18,112,30),
    Values(17239,18,142,6),Values(15691,19,148,3),Values(22315,15,151,3),Values(7235,26,154,3),
    Values(8248,25,157,4),Values(20701,16,161,6),Values(6656,27,167,2),Values(17311,18,169,3),
    Values(4173,31,172,1),Values(27689,13,173,5),Values(27702,13,178,5),Values(15729,19,183,2),
    Values(8273,25,185,2),Values(10306,23,187,4),Values(23725,14,191,75),Values(17329,18,266,32),
    Values(10329,23,298,2),Values(18930,17,300,5),Values(6683,27,305,5),Values(8298,25,310,10),
    Values(3113,34,320,4),Values(12632,13,324,5),Values(10352,23,329,2),Values(3413,33,331,3),
    Values(17347,18,334,4),Values(18947,17,338,6),Values(18964,17,344,5),Values(8962,16,349,86),
    Values(11426,22,435,98),Values(14194,16,533,5),Values(18998,17,538,13),Values(14214,20,551,8),
    Values(17419,18,559,7),Values(20765,16,566,2),Values(19049,17,568,1),Values(9050,24,569,2),
    Values(10421,23,571,2),Values(31789,10,573,4),Values(20781,16,577,3),Values(20613,8,580,21),
    Values(17455,18,601,2),Values(11470,22,603,5),Values(10444,23,608,2),Values(6737,27,610,2),
    Values(15862,19,612,2),Values(14274,20,614,6),Values(5356,29,620,2),Values(17491,18,622,4),
    Values(19083,17,626,6),
];

#[rustfmt::skip]
pub(super) static VALUES: [Value; 632] = [
    Value(0,13314,20),Value(1,7723,25),Value(2,10876,22),Value(3,7598,25),Value(4,10898,22),Value(5,8546,24),
    Value(6,8522,24),Value(7,34566,6),Value(0,1461,43),Value(1,5501,28),Value(2,5529,28),Value(3,5557,28),
    Value(4,5585,28),Value(0,33313,8),Value(1,13514,6),Value(0,18642,16),Value(1,18641,17),Value(2,12498,21),
    Value(3,35564,5),Value(0,28910,12),Value(1,32293,9),Value(2,37058,4),Value(3,18063,17),Value(4,23039,14),
    Value(5,3308,6),Value(6,37062,4),Value(1,37070,4),Value(2,37941,3),Value(3,29030,12),Value(4,24400,13),
    Value(5,24413,13),Value(6,23067,14),Value(7,21565,15),Value(8,21580,15),Value(1,33163,6),Value(2,33161,8),
    Value(1,15038,6),Value(2,21331,8),Value(4,99,6),Value(8,34109,6),Value(16,34578,6),Value(32,9386,9),
    Value(1,19981,16),Value(1,17995,17),Value(2,19219,17),Value(1,19981,6),Value(2,37054,4),Value(1,38463,2),
    Value(2,22983,14),Value(3,18046,17),Value(4,29006,12),Value(5,19997,16),Value(1,34572,6),Value(2,18012,8),
    Value(3,18012,17),Value(4,34102,7),Value(5,30203,11),Value(6,24322,13),Value(7,2388,7),Value(1,34709,5),
    Value(2,34590,6),Value(3,13441,6),Value(4,1210,8),Value(5,21520,15),Value(6,18097,17),Value(7,23011,14),
    Value(1,22899,14),Value(2,24257,13),Value(3,32338,9),Value(1,19965,16),Value(0,19218,4),Value(1,450,51),
    Value(2,847,48),Value(3,2841,34),Value(4,1415,46),Value(5,3671,32),Value(1,21475,15),Value(2,28922,12),
    Value(1,34542,6),Value(2,34560,6),Value(3,34088,7),Value(1,30112,10),Value(2,30110,12),Value(0,36204,5),
    Value(1,12183,21),Value(2,12162,21),Value(1,30192,11),Value(10,13354,20),Value(11,13374,20),Value(12,13394,20),
    Value(1,12577,5),Value(2,32851,9),Value(3,12561,12),Value(4,17077,9),Value(5,12561,21),Value(6,17077,18),
    Value(0,7365,3),Value(1,26780,4),Value(2,7391,8),Value(3,31439,10),Value(1,16393,18),Value(2,6897,26),
    Value(3,6871,26),Value(4,16375,18),Value(5,15007,19),Value(1,24283,13),Value(2,28994,12),Value(3,31289,10),
    Value(1,24309,13),Value(2,21355,15),Value(3,31249,10),Value(4,28982,12),Value(0,23025,14),Value(1,7027,26),
    Value(2,12057,21),Value(3,6975,26),Value(4,12036,21),Value(5,8594,24),Value(6,7698,25),Value(7,239,27),
    Value(8,602,50),Value(9,6305,27),Value(10,13434,20),Value(11,239,55),Value(12,750,49),Value(13,1369,46),
    Value(14,1182,47),Value(15,1547,42),Value(16,991,48),Value(19,2309,36),Value(20,7001,26),Value(21,2381,36),
    Value(22,1943,37),Value(23,1980,37),Value(24,3543,32),Value(25,3575,32),Value(26,4355,30),Value(27,2345,36),
    Value(28,68,58),Value(29,183,56),Value(30,347,52),Value(31,14988,19),Value(1,32320,9),Value(2,34151,7),
    Value(3,14999,8),Value(4,31159,10),Value(5,32266,9),Value(6,10832,22),Value(1,30214,11),Value(2,31199,10),
    Value(3,30225,11),Value(1,16447,18),Value(2,11931,21),Value(3,9524,23),Value(1,34596,6),Value(2,33129,8),
    Value(3,31189,10),Value(1,33153,8),Value(2,34130,7),Value(3,34548,6),Value(4,34144,7),Value(1,7587,5),
    Value(2,21450,10),Value(3,28939,7),Value(4,31219,10),Value(5,21445,15),Value(6,28934,12),Value(1,28970,12),
    Value(2,22955,14),Value(1,24335,13),Value(2,28898,12),Value(3,24361,13),Value(0,21385,15),Value(1,34172,7),
    Value(2,34179,7),Value(3,34193,7),Value(4,31239,10),Value(5,3982,5),Value(1,23185,6),Value(2,9898,8),
    Value(3,530,5),Value(4,34724,5),Value(5,34704,5),Value(1,24270,13),Value(2,28946,12),Value(1,33169,8),
    Value(2,24374,13),Value(1,15026,19),Value(2,20013,16),Value(3,28958,12),Value(4,4018,31),Value(0,35974,5),
    Value(1,9662,19),Value(2,2270,2),Value(3,15140,9),Value(4,15159,15),Value(5,30181,7),Value(6,14058,8),
    Value(7,30533,11),Value(8,29414,12),Value(9,8023,5),Value(10,17185,14),Value(11,5385,29),Value(12,34459,7),
    Value(13,23795,7),Value(14,31773,4),Value(15,19338,14),Value(16,28560,9),Value(17,5320,7),Value(18,15828,8),
    Value(19,9194,24),Value(20,12960,21),Value(21,24075,12),Value(22,31028,11),Value(23,2778,12),
    Value(24,11668,18),Value(25,4204,31),Value(26,3117,24),Value(27,16033,19),Value(28,7998,13),Value(29,7317,10),
    Value(30,11844,18),Value(31,17161,4),Value(32,10674,5),Value(33,37926,4),Value(34,2701,32),Value(35,3703,21),
    Value(36,4415,19),Value(37,2666,24),Value(38,11580,18),Value(39,9098,8),Value(40,6033,24),Value(41,7495,22),
    Value(42,9146,20),Value(43,14874,13),Value(44,14874,19),Value(46,12771,17),Value(47,24215,14),
    Value(48,7848,25),Value(49,10986,22),Value(50,6741,15),Value(51,6741,11),Value(10001,9662,23),
    Value(10002,34536,6),Value(10003,26792,13),Value(10004,15159,19),Value(10009,32527,9),Value(10010,17185,18),
    Value(10013,30764,11),Value(10014,33905,8),Value(10016,28560,13),Value(10018,29942,12),Value(10024,11668,22),
    Value(10028,18675,17),Value(10029,24173,14),Value(10030,11844,22),Value(10033,37926,4),Value(10038,11580,22),
    Value(10039,29786,12),Value(10040,6033,28),Value(10041,7495,26),Value(10042,9146,24),Value(10046,12771,21),
    Value(20001,34662,6),Value(20002,29618,6),Value(20003,4659,6),Value(0,29018,12),Value(1001,29462,8),
    Value(1002,5331,8),Value(1003,31819,6),Value(1004,21625,11),Value(1005,12120,17),Value(1006,18883,7),
    Value(1007,23375,10),Value(1008,13714,16),Value(1009,17369,6),Value(1010,29402,8),Value(1011,23291,10),
    Value(1012,13514,16),Value(1013,29138,12),Value(1014,23277,14),Value(1015,13594,20),Value(1016,31409,10),
    Value(1017,11052,22),Value(1018,20157,16),Value(1019,31399,10),Value(1020,12213,12),Value(1021,16789,14),
    Value(1022,12141,21),Value(1023,17581,14),Value(1024,22825,15),Value(1025,21400,15),Value(1026,21415,15),
    Value(1027,13414,20),Value(1028,24229,10),Value(1029,21835,11),Value(1030,34165,3),Value(1031,19151,13),
    Value(1,37066,4),Value(2,1510,2),Value(1,12204,21),Value(2,21760,15),Value(3,16609,18),Value(4,29114,12),
    Value(5,11096,7),Value(1,22913,14),Value(2,14931,19),Value(3,2690,10),Value(4,21550,15),Value(5,9616,23),
    Value(1,16483,18),Value(2,16429,18),Value(3,3863,31),Value(4,3894,31),Value(5,294,53),Value(6,3639,32),
    Value(7,21340,15),Value(8,5037,29),Value(9,6386,16),Value(10,6386,27),Value(1,23081,14),Value(2,23935,14),
    Value(3,17833,18),Value(4,2771,35),Value(1,3863,6),Value(2,294,8),Value(3,4185,6),Value(4,3894,6),
    Value(5,12912,6),Value(1,32019,10),Value(2,24033,14),Value(1,21490,15),Value(2,16465,18),Value(4,10788,22),
    Value(1,6514,6),Value(2,30548,7),Value(3,32064,5),Value(4,31259,10),Value(1,33137,8),Value(2,6514,7),
    Value(3,32248,9),Value(4,34584,6),Value(5,32284,9),Value(6,34095,7),Value(1,14960,9),Value(2,260,6),
    Value(3,34151,7),Value(4,32302,9),Value(5,14950,19),Value(1,9662,19),Value(2,2270,2),Value(3,15140,9),
    Value(4,15159,15),Value(5,30181,7),Value(6,14058,8),Value(7,30533,11),Value(8,29414,12),Value(9,8023,5),
    Value(10,17185,14),Value(11,5385,29),Value(12,34459,7),Value(13,23795,7),Value(14,31773,4),Value(15,19338,14),
    Value(16,28560,9),Value(17,5320,7),Value(18,15828,8),Value(19,9194,24),Value(20,12960,21),Value(21,24075,12),
    Value(22,31028,11),Value(23,2778,12),Value(24,11668,18),Value(25,4204,31),Value(26,3117,24),Value(27,16033,19),
    Value(28,7998,13),Value(29,7317,10),Value(30,11844,18),Value(31,17161,4),Value(32,10674,5),Value(33,37926,4),
    Value(34,2701,32),Value(35,3703,21),Value(36,4415,19),Value(37,2666,24),Value(38,11580,18),Value(39,9098,8),
    Value(40,6033,24),Value(41,7495,22),Value(42,9146,20),Value(43,14874,13),Value(44,14874,19),Value(45,15615,19),
    Value(46,12771,17),Value(47,24215,14),Value(48,7848,25),Value(49,10986,22),Value(50,6741,15),Value(51,6741,11),
    Value(58,7998,21),Value(60,4749,14),Value(62,3417,16),Value(63,12918,17),Value(64,15847,5),Value(65,6746,6),
    Value(66,23333,10),Value(10001,9662,23),Value(10002,34536,6),Value(10003,26792,13),Value(10004,15159,19),
    Value(10005,30181,11),Value(10009,32527,9),Value(10010,17185,18),Value(10013,30764,11),Value(10014,33905,8),
    Value(10016,28560,13),Value(10018,29942,12),Value(10024,11668,22),Value(10028,18675,17),Value(10029,24173,14),
    Value(10030,11844,22),Value(10033,37926,4),Value(10038,11580,22),Value(10039,29786,12),Value(10040,6033,28),
    Value(10041,7495,26),Value(10042,9146,24),Value(10046,12771,21),Value(10060,17905,18),Value(10062,14534,20),
    Value(10063,12918,21),Value(10064,33040,9),Value(10065,31299,10),Value(10066,23333,14),Value(1000,1869,8),
    Value(1001,2165,36),Value(1002,1869,37),Value(2000,38463,2),Value(2001,15038,7),Value(2002,34109,7),
    Value(2004,4042,7),Value(4000,30170,11),Value(4001,5008,29),Value(4004,4009,9),Value(4005,12015,21),
    Value(4008,21505,15),Value(4015,10854,22),Value(4101,2017,37),Value(4102,11910,21),Value(4103,6224,27),
    Value(4104,3925,31),Value(4105,33121,8),Value(4106,5669,28),Value(4107,5066,29),Value(4108,6170,27),
    Value(4109,31229,10),Value(4110,4265,30),Value(4111,7623,25),Value(4112,11952,21),Value(4113,6089,27),
    Value(4114,6116,27),Value(4115,22941,14),Value(4116,6923,26),Value(4117,3248,33),Value(4118,10810,22),
    Value(4119,4295,30),Value(4120,18029,17),Value(4121,9547,23),Value(4122,9501,23),Value(4123,1323,46),
    Value(4124,2201,36),Value(4125,3987,31),Value(4126,6845,26),Value(4127,3215,33),Value(4128,2273,36),
    Value(4130,8498,24),Value(4131,1671,40),Value(4132,2596,35),Value(4133,4325,30),Value(4135,4805,29),
    Value(4136,4834,29),Value(4137,8498,24),Value(4138,3511,32),Value(4139,4979,29),Value(4140,18148,17),
    Value(4141,2453,36),Value(4142,4921,29),Value(4143,13334,20),Value(5000,11973,21),Value(5001,21460,15),
    Value(5103,13454,20),Value(5105,7673,25),Value(5106,2223,14),Value(5107,6251,27),Value(5203,9593,23),
    Value(5204,1504,43),Value(5205,2943,34),Value(5206,1631,40),Value(5207,22969,14),Value(5208,9386,23),
    Value(5209,6143,27),Value(5210,9409,23),Value(5211,9432,23),Value(5212,14969,19),Value(5214,3607,32),
    Value(5215,18080,17),Value(5216,6197,27),Value(5217,5613,28),Value(5218,3314,33),Value(5219,7748,25),
    Value(5220,8618,24),Value(5221,3479,32),Value(5222,2489,36),Value(5230,3281,33),Value(5231,6949,26),
    Value(5232,6278,27),Value(6003,652,29),Value(6005,7648,25),Value(6010,4950,29),Value(6020,2875,34),
    Value(6021,2909,34),Value(6022,21370,15),Value(6023,8601,17),Value(6024,10766,22),Value(6025,11994,21),
    Value(6026,8570,24),Value(6028,19933,16),Value(6029,5641,28),Value(6030,652,49),Value(6031,799,48),
    Value(6033,3956,31),Value(6034,1711,40),Value(1,2178,23),Value(2,1882,24),Value(3,21730,15),Value(4,29486,12),
    Value(5,31859,10),Value(0,34473,7),Value(1,1751,10),Value(2,2736,20),Value(3,2736,35),Value(4,4385,30),
    Value(5,1751,40),Value(6,1766,25),Value(7,19253,17),Value(8,2438,15),Value(9,15938,19),Value(10,21085,16),
    Value(11,2417,36),Value(12,14243,11),Value(1,4863,29),Value(2,4235,30),Value(3,3831,32),Value(4,3446,33),
    Value(5,24296,13),Value(6,19949,16),Value(7,552,50),Value(8,399,51),Value(1,37938,3),Value(2,4892,29),
    Value(3,13274,20),Value(4,13294,20),Value(5,9478,23),Value(6,9455,23),Value(7,13254,20),Value(1,34137,7),
    Value(2,18091,6),Value(1,31169,10),Value(1,31269,10),Value(2,21430,15),Value(1,33163,6),Value(2,33161,8),
    Value(0,24387,13),Value(1,31279,10),Value(2,34116,7),Value(3,31179,10),Value(2,32329,9),Value(3,31149,10),
    Value(4,32023,6),Value(10,3181,34),Value(11,3147,34),Value(12,2806,35),Value(13,2091,37),Value(14,1087,48),
    Value(15,1276,47),Value(21,2631,35),Value(22,2237,36),Value(23,1831,38),Value(24,701,49),Value(25,943,48),
    Value(32,2561,35),Value(33,1906,37),Value(34,895,48),Value(35,1135,47),Value(40,20141,16),Value(41,20125,16),
    Value(42,18301,17),Value(43,15121,19),Value(44,4445,30),Value(45,5095,29),Value(1,22997,14),Value(2,24348,13),
    Value(1,34123,7),Value(2,1636,4),Value(3,33145,7),Value(4,32275,6),Value(5,34081,5),Value(1,32257,9),
    Value(2,21325,15),Value(1,34109,6),Value(2,34158,7),Value(1,22927,14),Value(2,16411,18),Value(1,34123,7),
    Value(2,34554,6),Value(3,33145,8),Value(4,32275,9),Value(5,6944,5),Value(6,34081,7),Value(1,31749,10),
    Value(2,24530,13),Value(1,15463,19),Value(2,16109,19),Value(3,30555,11),Value(4,20365,16),Value(1,2501,10),
    Value(2,14912,19),Value(3,18131,17),Value(4,18114,17),Value(5,21535,15),Value(6,23053,14),
];

#[rustfmt::skip]
pub(super) static POOL: &str = concat!(
    "m2m:accessControlRule.accessControlContexts.accessControlIpAddressesSTATUS_INVALID_DEPLOYMENT_UNIT_U",
    "PDATE_DOWNGRADE_DISALLOWEDm2m:dynAuthLocalTokenIdAssignments.localTokenIdAssignmentSTATUS_INVALID_DE",
    "PLOYMENT_UNIT_UPDATE_UPGRADE_DISALLOWEDSTATUS_FILE_TRANSFER_FAILED_MULTICAST_GROUP_UNABLE_JOINRetrie",
    "ve_of_Container_Resource_With_No_Child_ResourceSTATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_VERSION_EXISTSD",
    "ynamic Authorization Relationship Mapping ResponseJWE/JWS compact serialization, no transfer encodin",
    "gm2m:notification.notificationEvent.operationMonitorDynamic Authorization Relationship Mapping Reque",
    "stSTATUS_FILE_TRANSFER_SERVER_AUTHENTICATION_FAILUREEXTERNAL_OBJECT_NOT_REACHABLE_BEFORE_RQET_TIMEOU",
    "TRSPF-provisioned symmetric key: ESData encryptionSTATUS_FILE_TRANSFER_FAILED_SERVER_CONTACT_FAILEDE",
    "XTERNAL_OBJECT_NOT_REACHABLE_BEFORE_OET_TIMEOUTJWE/JWS JSON serialization, no transfer encodingMAF-d",
    "istributed symmetric key: ESData encryptionRSPF-provisioned symmetric key: ESData signatureSTATUS_FI",
    "LE_TRANSFER_FILE_AUTHENTICATION_FAILUREm2m:accessControlRule.accessControlObjectDetailspre-provision",
    "ed symmetric key: ESData encryptionMAF-distributed symmetric key: ESData signatureSTATUS_FILE_TRANSF",
    "ER_FAILED_DOWNLOAD_INCOMPLETEdeviceWeightScaleAndBodyCompositionAnalyserAnncpre-provisioned symmetri",
    "c key: ESData signatureILLEGAL_TRANSACTION_STATE_TRANSITION_ATTEMPTEDSTATUS_FILE_TRANSFER_FAILED_FIL",
    "E_ACCESS_FAILEDXML encryption/signature, no transfer encodingNo Coverage Enhancement in the serving ",
    "cellSUBSCRIPTION_VERIFICATION_INITIATION_FAILEDSTATUS_FILE_TRANSFER_FAILED_FILE_CORRUPTEDm2m:backOff",
    "Parameters.backOffParametersSetNON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTEDOntology Mapping Algorithm No",
    "t AvailableRequested Activity Pattern Not Permittedattributes and child resource referencesgenericIn",
    "terworkingOperationInstanceAnncRSPF-provisioned symmetric key: ESPrimACCEPTED for nonBlockingRequest",
    "AsynchMAF-distributed symmetric key: ESPrimSTATUS_DISABLED_EXECUTION_ENVIRONMENTSTATUS_EXECUTION_ENV",
    "IRONMENT_MISMATCHSUBSCRIPTION_CREATOR_HAS_NO_PRIVILEGEm2m:dynAuthDasResponse.dynamicACPInfopre-provi",
    "sioned symmetric key: ESPrimregularResourcesAsTargetSubscriptionsACCEPTED for nonBlockingRequestSync",
    "hBLOCKING_SUBSCRIPTION_ALREADY_EXISTSRSPF-provisioned symmetric key: SAEFSERVICE_SUBSCRIPTION_NOT_ES",
    "TABLISHEDSTATUS_FILE_TRANSFER_WINDOW_EXCEEDEDSTATUS_INVALID_DEPLOYMENT_UNIT_STATESTATUS_UNKNOWN_EXEC",
    "UTION_ENVIRONMENTSemantic content and child resourcesService Subscription Limits ExceededTRANSACTION",
    "_PROCESSING_IS_INCOMPLETEm2m:notification.IPEDiscoveryRequestMAF-distributed symmetric key: SAEFOnto",
    "logy Mapping Policy Not MatchedRSPF-provisioned symmetric key: MAFauthorizationInformationResourceID",
    "sdynamicAuthorizationConsultationIDshierarchical address and attributesinform subscription originato",
    "r onlypre-provisioned symmetric key: SAEFJWE/JWS JSON serialization, base64MGMT_SESSION_CANNOT_BE_ES",
    "TABLISHEDMGMT_SESSION_ESTABLISHMENT_TIMEOUTSUBSCRIPTION_HOST_HAS_NO_PRIVILEGEbioElectricalImpedanceA",
    "nalysisAnnchighTemperatureInnerAlarmThresholdlist of m2m:esprimProtocolAndAlgIDm2m:dynAuthDasRequest",
    ".originatorIPm2m:notificationTargetPolicyActionpre-provisioned symmetric key: MAFpre-provisioned sym",
    "metric key: MEFOPERATION_DENIED_BY_REMOTE_ENTITYORIGINATOR_HAS_ALREADY_REGISTEREDOntology Mapping Al",
    "gorithm FailedTRIGGERING_DISABLED_FOR_RECIPIENTenableEventNotificationOriginatorinnerHighInternalTem",
    "peratureAlarmm2m:primitiveProfileApplicabilityreceiverESPrimRandObject ResponseCROSS_RESOURCE_OPERAT",
    "ION_FAILUREPrimitive Profile Not AccessibleSTATUS_DUPLICATE_DEPLOYMENT_UNITSTATUS_SYSTEM_RESOURCES_E",
    "XCEEDEDTARGET_HAS_NO_SESSION_CAPABILITYTrigger_Received_For_AE_ResourceXML encryption/signature, bas",
    "e64authorizationDecisionResourceIDsdeviceElectricVehicleChargerAnncdeviceMagneticParkingMonitorAnncm",
    "2m:eventNotificationCriteriaSetreceiverESPrimRandObject RequestCreate_of_Direct_Child_ResourceDelete",
    "_of_Direct_Child_ResourceGROUP_REQUEST_IDENTIFIER_EXISTSNetwork QoS Configuration ErrorSPECIALIZATIO",
    "N_SCHEMA_NOT_FOUNDWHEN_A_MASHUP_MEMBER_IS_UPDATEDaccessControlAuthenticationFlagdeviceCardRecharging",
    "MachineAnncdeviceStreetLightControllerAnncm2m:dynAuthTokenReqInfo.dasInfom2m:locationUpdateEventCrit",
    "erianotificationTargetMgmtPolicyRefDynamic Authorization ResponseGROUP_MEMBER_TYPE_INCONSISTENTLINKE",
    "D_SEMANTICS_NOT_AVAILABLEOntology Mapping Not AvailableSTATUS_UNKNOWN_DEPLOYMENT_UNITattributes and ",
    "child resourcesauthorizationPolicyResourceIDscertificate: ESData encryptionclothesWasherJobModeOptio",
    "nAnnccurrentCycleTransmissionErrorsdeviceBloodPressureMonitorAnncdeviceMultiFunctionPrinterAnncevent",
    "NotificationCriteriaEntrygenericInterworkingServiceAnncm2m:mashupMembers.mashupMemberm2m:originatorE",
    "SPrimRandObjectm2m:setOfNotificationStatsInfom2m:timeSyncBeaconNotificationsharedReceiverESPrimRandO",
    "bjectBad Fact Inputs For ReasoningBad Rule Inputs For ReasoningDynamic Authorization RequestFile for",
    "mat: Functional-styleInvalid Process ConfigurationMAX_NUMBER_OF_MEMBER_EXCEEDEDPrimitive Profile Bad",
    " RequestRELEASE_VERSION_NOT_SUPPORTEDReport_on_missing_data_pointsSECURITY_ASSOCIATION_REQUIREDcerti",
    "ficate: ESData signatureclothesWasherDryerJobModeAnncdcfg:coverageEnhancementLeveldeviceHandheldPTTT",
    "erminalAnncdeviceWaterQualityMonitorAnnchighTemperatureAlarmThresholdlist of m2m:esprimKeyGenAlgIDm2",
    "m:aggregatedRequest.requestm2m:softwareUninstallArgsTypem2m:transferSelectionGuidancem2mServiceSubsc",
    "riptionProfilemembersAccessControlPolicyIDssubscriptionResourcesAsTargettriggerInfoSerializationType",
    "sCoverage Enhancement level 0Coverage Enhancement level 1Coverage Enhancement level 2Coverage Enhanc",
    "ement level 3LEAVE_MULTICAST_GROUP_FAILEDMGMT_COMMAND_NOT_CANCELLABLEORIGINATOR_NOT_AUTHENTICATEDbal",
    "iseTransmissionModuleAnncdeviceClothesWasherDryerAnncdeviceCowActivityMonitorAnncdeviceElectricMotor",
    "cycleAnncdeviceSmartElectricMeterAnncdeviceTrainborneTerminalAnncdynamicAuthorizationLifetimeelectri",
    "cVehicleConnectorAnnclowTemperatureAlarmThresholdm2m:receiverESPrimRandObjectm2m:supportedReleaseVer",
    "sionsmagneticSensorParametersAnncsemanticMashupJobProfileAnncsupportedHorizontalDirectionESPRIM_UNKN",
    "OWN_ORIG_RAND_IDESPRIM_UNKNOWN_RECV_RAND_IDGROUP_MEMBERS_NOT_RESPONDEDINVALID_CHILD_RESOURCE_TYPEJOI",
    "N_MULTICAST_GROUP_FAILEDORIGINATOR_HAS_NO_PRIVILEGEREMOTE_ENTITY_NOT_REACHABLEReasoning Processing F",
    "ailedSTATUS_UNSUPPORTED_PROTOCOLacceptedSessionDescriptionsaccessControlLocationRegionblockingRetrie",
    "veDirectChildbodyCompositionAnalyserAnncdesiredIdentifierResultTypedeviceAirQualityMonitorAnncdynami",
    "cAuthorizationEnabledinnerTemperatureSensorFaultlist of m2m:eventCatWithDefm2m:accessControlOperatio",
    "nsm2m:activityPatternElementsm2m:contentRef.URIReferencem2m:locationInformationTypem2m:notificationC",
    "ontentTypem2m:softwareInstallArgsTypem2m:transactionMgmtHandlingminimumCommunicationLatencynotificat",
    "ionStoragePrioritywaterTemperatureSensorFaultAPP_RULE_VALIDATION_FAILEDAll or some events missingAll",
    " or some events presentESPRIM_IMPERSONATION_ERROROntology Conversion FailedSTATUS_CANCELLATION_DENIE",
    "DSTATUS_INVALID_UUID_FORMATSTATUS_REQUEST_UNSUPPORTEDassociatedCrossResourceSubcontextCarbohydratesA",
    "mountcontextCarbohydratesSourcedcfg:cellularNetworkBearerdeviceHeartRateMonitorAnnchighPressureAlarm",
    "Thresholdm2m:aggregatedNotificationm2m:geoSpatialFunctionTypem2m:listOfChildResourceRefm2m:softwareU",
    "pdateArgsTypem2m:timeSeriesNotificationmulticastGroupFanoutTargetofferedSessionDescriptionsperiodica",
    "lReportConfigAnncproposedPrivilegesLifetimerequestContextNotificationrequestExpirationTimestampseman",
    "ticMashupInstanceAnncsupportedVerticalDirectiontimeRangeLightDimmingValueAERegistrationPointChangeCD",
    "MA2000 cellular networkESPRIM_UNSUPPORTED_OPTIONEXTERNAL_OBJECT_NOT_FOUNDRECEIVER_HAS_NO_PRIVILEGEST",
    "ATUS_RESOURCES_EXCEEDEDTD-SCDMA cellular networkUNABLE_TO_REPLACE_REQUESTabsoluteEnergyConsumptionac",
    "cessControlEvalCriteriaapplicableEventCategoriescrossResourceSubscriptiondcfg:wifiConnectionStatusde",
    "viceGarbageDisposalAnncdeviceMicrogenerationAnncdeviceSmartScreenDoorAnncdeviceSmartWaterMeterAnncfl",
    "exContainerInstanceAnncgroupRequestTargetMembersgroupSomecastTargetNumberimpactDirectionHorizontalin",
    "terfaceIntrospectXmlReflowPressureAlarmThresholdlowestReverseFlowRateTimem2m:acpCombiningAlgorithmm2",
    "m:authorizationDecisionm2m:dynAuthRelMapResponsem2m:geofenceEventCriteriam2m:mashupMemberStoreTypem2",
    "m:notificationEventTypenotificationForwardingURIoptionalRandomBackoffTimeresultExpirationTimestampre",
    "trieveLastKnownLocationreverseFlowAlarmThresholdroundingEnergyConsumptiontransactionExpirationTimeDi",
    "scovery Limit ExceededLTE-FDD cellular networkLTE-TDD cellular networkMGMT_CANCELLATION_FAILEDSTATUS",
    "_INVALID_ARGUMENTSUNABLE_TO_RECALL_REQUESTaccessControlOriginatorsassignedTokenIdentifiersclothesWas",
    "herJobModeAnncdailyNumberOfConnectionsdeactivateClockTimerAnncdecrementNumberValueAnncdescriptorRepr",
    "esentationdeviceAirConditionerAnncdeviceDigitalGalleryAnncdeviceStorageBatteryAnncdeviceWeatherStati",
    "onAnncincrementNumberValueAnncintensiveReportStartTimelist of m2m:resourceTypem2m:AERegistrationStat",
    "usm2m:dynAuthRelMapRequestm2m:evalCriteriaOperatorm2m:stationaryIndicationmagneticSensitivityLevelon",
    "tologyMappingResourcesroundingEnergyGenerationsemanticMashupResultAnncsemanticSupportIndicatorservic",
    "eSubscribedAppRulestandardreferenceVoltagesubDevicePowerOutletAnncthreeDDisplayResolutionXthreeDDisp",
    "layResolutionYwaterIntervalTemperaturewaterMeterReportInfoAnncwaterTemperatureIntervalDISCOVERY_DENI",
    "ED_BY_IPEESPRIM_DECRYPTION_ERRORESPRIM_ENCRYPTION_ERRORFile format: ManchesterFile format: RDF/Turtl",
    "eINVALID_TRIGGER_PURPOSEIPE On-demand DiscoveryMASHUP_MEMBER_NOT_FOUNDReleaseVersionIndicatorTARGET_",
    "NOT_SUBSCRIBABLETimeSeries notificationaccessControlAttributesaccessControlPolicyAnncapplicableEvent",
    "CategoryclothesDryerJobModeAnncdcfg:wifiEncryptionTypedehumidifierJobModeAnncdeviceAudioReceiverAnnc",
    "deviceClothesWasherAnncdeviceCoffeeMachineAnncdeviceGenericSensorAnncdevicePulseOximeterAnncdeviceSe",
    "curityPanelAnncdeviceServiceButtonAnncdeviceSmartGasMeterAnncdeviceWaterPurifierAnncdmAreaNwkDeviceI",
    "nfoAnncdynamicAuthorizationPoAesprimProtocolAndAlgIDsimpactDirectionVerticalintensiveReportIntervali",
    "ntensiveSampleIntervallist of m2m:countryCodelist of xs:base64Binarym2m:authorizationStatusm2m:consi",
    "stencyStrategym2m:contentFilterSyntaxm2m:dynAuthTokenSummarym2m:eventEvaluationModem2m:execReqArgsLi",
    "stTypem2m:mashupResultGenTypem2m:multicastCapabilitym2m:pendingNotificationm2m:sessionCapabilitiesm2",
    "m:sessionDescriptionsm2m:statsRuleStatusTypem2m:transactionLockTypemanufacturerDetailsLinknotificati",
    "onStatsEnablepeakReverseFlowRateTimereleaseVersionIndicatorremoteControlEnableAnncrobotCleanerJobMod",
    "eAnncslcParameterSettingAnncsupportedE2ESecFeaturestimeSyncBeaconReferencetokenRequestInformationtra",
    "ckRegistrationPointstriggerInfoResourceTypewaterQualityMonitorAnncINSUFFICIENT_ARGUMENTSNOTIFICATION",
    "S_FROM_CSEONTOLOGY_NOT_AVAILABLESTATUS_NON_CANCELLABLEUNSUPPORTED_MEDIA_TYPEWCDMA cellular networkWi",
    "MAX cellular networkaccessControlPolicyIDsairPurifierJobModeAnncautoDocumentFeederAnncbackgroundData",
    "TransferbeaconNotificationURIscapabilityActionStatuscmdhNetworkAccessRulescowActivityMonitorAnncdefa",
    "ultRespPersistencedeviceBottleWarmerAnncdeviceClothesDryerAnncdeviceDehumidifierAnncdeviceGlucosemet",
    "erAnncdevicePWSEquipmentAnncdeviceRefrigeratorAnncdeviceRobotCleanerAnncgasChargingControlAnncgasMet",
    "erReportInfoAnncgeographicalTargetAreagroupRequestIdentifierhighFlowAlarmThresholdlist of m2m:dynAut",
    "hJWTm2m:aggregatedResponsem2m:responseStatusCodem2m:specializationTypem2m:transactionControlm2m:trig",
    "gerRecipientIDmissingDataDetectTimernegativeCumulativeFlownotificationEventCountontologyRepositoryAn",
    "ncoperationExecutionTimepositiveCumulativeFlowrequestCharacteristicssemanticDescriptorAnncsemanticQu",
    "eryIndicatorsessionDescriptionAnncshoesWasherJobModeAnncsteamClosetJobModeAnncsupportedMessageValues",
    "targetRemovalAllowancethreeDDisplayViewAngletimeSeriesInstanceAnnctransactionExecuteTimetriggerRefer",
    "enceNumberCONTENTS_UNACCEPTABLEConditional RetrievalESPRIM_UNKNOWN_KEY_IDINTERNAL_SERVER_ERRORMGMT_C",
    "ONVERSION_ERROROPERATION_NOT_ALLOWEDSTATUS_INTERNAL_ERRORSTATUS_REQUEST DENIEDadditionalBackoffTimea",
    "llJoynMethodCallAnncareaNwkDeviceInfoAnncauthenticationProfilebase64 on binary database64 on string ",
    "datacellular-registrationcookerHoodJobModeAnnccurrentPlayerModeNamedefaultDelAggregationdefaultReque",
    "stExpTimedeletionRulesRelationdeviceAirPurifierAnncdeviceOutdoorLampAnncdeviceShoesWasherAnncdeviceS",
    "teamClosetAnncdeviceThermometerAnncdeviceWaterHeaterAnncdeviceWindowShadeAnncdishWasherJobModeAnnceU",
    "ICC (non-removable)energyConsumptionAnncgeographicInformationgreater than or equallightPolarizationA",
    "xislimitsRespPersistencelist of m2m:operationlocationContainerNamelowFlowAlarmThresholdm2m:geoJsonCo",
    "ordinatem2m:periodicIndicatorm2m:processConditionsm2m:responsePrimitivemultimediaSessionAnncnotifica",
    "tionStatsInfonotificationTargetURIovercurrentSensorAnncperiodicIntervalDeltaprePaidCardReaderAnncpre",
    "SubscriptionNotifyprocessManagementAnncrequestedResourceTypeserviceSubscribedNodesubscriptionReferen",
    "cesupportedMediaSourcessupportedResourceTypetelevisionChannelAnnctokenRequestIndicatortransactionCom",
    "mitTimetransactionMaxRetriesunderCurrentThresholdunderVoltageThresholdwaterIntervalPressurewaterMete",
    "rSettingAnncwaterPressureIntervalxs:nonNegativeIntegerFile format: JSON-LDFile format: OWL/XMLFile f",
    "ormat: RDF/XMLGSM cellular networkINVALID_SPARQL_QUERYJWE compact, A128GCMJWE compact, A192GCMJWE co",
    "mpact, A256GCMOAuth2AuthenticationSTATUS_UPLOAD_FAILEDTARGET_NOT_REACHABLETrigger-Recipient-IDaccess",
    "ControlUserIDsactiveCmdhPolicyLinkairQualitySensorAnncallJoynInterfaceAnncallJoynSvcObjectAnnccmdhEc",
    "DefParamValuescolourSaturationAnnccontentSerializationcurrentNrOfInstancesdcfg:wifiCredentialsdefaul",
    "tResultExpTimedeviceCapabilityAnncdeviceCookerHoodAnncdeviceDishWasherAnncdeviceHumidifierAnncdevice",
    "RiceCookerAnncdeviceTelevisionAnncdeviceThermostatAnncdeviceWaterValveAnncemergencyHandlerAnncenergy",
    "GenerationAnnclimitsDelAggregationlimitsRequestExpTimelist of m2m:deviceIDlocationUpdatePeriodm2m:al",
    "lJoynDirectionm2m:childResourceRefm2m:deletionContextsm2m:deliveryMetaDatam2m:downloadArgsTypem2m:lo",
    "cationTargetIDm2m:operationMonitorm2m:primitiveContentm2m:requestPrimitivem2m:resourceTypeListm2m:re",
    "sponseTypeInfom2m:securityInfoTypem2m:setOfPermissionsm2m:tokenPermissionsm2m:transactionStatemagnet",
    "icInterferencemaxPressureThresholdminPressureThresholdmissingDataCurrentNrnotificationEventCatnotifi",
    "cationPolicyIDoriginatingTimestampoutputDataPointLinksoverCurrentThresholdoverVoltageThresholdperiod",
    "icDurationTimeperiodicIntervalTimeprimitiveProfileAnncreferencedResourceIDrelativeHumidityAnncremote",
    "ControlEnabledresetNumberValueAnncresetTextMessageAnncsphygmomanometerAnncsubscriptionDeletionsuppor",
    "tedPlayerModestargetRemovalRequesttargetedResourceTypetemperatureAlarmAnncthreeDScanResolutiontrigge",
    "rInfoOperationunderCurrentDurationunderVoltageDurationvibrationSensorFaultAEContactListPerCSEAERefer",
    "enceIDChangeERROR_NSE_NOT_FOUNDModified AttributesPARTIALLY_COMPLETEDSPARQL_UPDATE_ERRORSTATUS_NOT_F",
    "INISHEDSome events missingWHEN_SMI_IS_CREATEDaccessControlWindowallJoynPropertyAnncatmosphericPressu",
    "reauthorSignIndicatorcertificate: ESPrimcontainerDefinitioncontentInstanceAnnccrossingBarrierAnnccum",
    "ulativeFlowDailycurrentMachineStatecurrentSecurityModedeliveryAggregationdevice3DDisplayAnncdevice3D",
    "PrinterAnncdevice3DScannerAnncdeviceAirHeaterAnncdeviceFoodProbeAnncdevicePWSCenterAnncdeviceSetTopB",
    "oxAnncdeviceSmartGateAnncdeviceSmartPlugAnncdischargingCapacityestablishConnectionhorizontalDirectio",
    "ninputDataPointLinkslimitsEventCategorylimitsResultExpTimeliquidRemainingAnnclist of m2m:tokenIDlist",
    " of xs:durationlocalMulticastGrouplocationContainerIDm2m:absRelTimestampm2m:contentSecuritym2m:filte",
    "rOperationm2m:listOfDataLinksm2m:logicalOperatorm2m:metaInformationm2m:missingDataListm2m:operationR",
    "esultm2m:resourceWrapperm2m:scheduleEntriesm2m:stateTransitionm2m:transactionModemeasurementInterval",
    "measurementSchedulememberTypeValidatedmodified attributesmuteAudioVolumeAnncmuteSmokeSensorAnncoverC",
    "urrentDurationoverVoltageDurationpolicyDeletionRulespowerGenerationDatapressureSensorFaultradioSigna",
    "lStrengthregistrationRequestrequestReachabilityresourceAttributeIDreverseFlowDurationreverseFlowInte",
    "rvalreverseIntervalFlowserviceProviderNamesessionOriginatorIDtransactionLockTimetriggerValidityTimeu",
    "nderVoltagePercentverificationRequestwaterFilterTypeAnncwaterMeterAlarmAnncAll events missingAll eve",
    "nts presentCREATOR_CONTROLLEDDelete_of_ResourceDiscovery CriteriaRESPONSES_FROM_CSEUpdate_of_Resourc",
    "eaccessControlLimitacousticSensorAnncactivateConditionsannouncedAttributeauthorRelIndicatorbillWithd",
    "rawalAnnccellular-pdpctxactcollectingEntityIDcombiningAlgorithmcommunicationAlarmcontentFilterQueryc",
    "urrentCycleBeginncurrentCycleVolumecurrentJobModeNamecurrentNrOfMemberscurrentTemperaturedataCollect",
    "ionAnncdataGenerationTimedeviceDoorLockAnncdeviceHomeCCTVAnncdischargingVoltagedisplayOrientationesp",
    "rimKeyGenAlgIDsestimatedTimeToEndeventResourceTypesfaultDetectionAnncfunctionDescriptorhorizontalAcc",
    "uracyhostedServiceLinkshotWaterSupplyAnncinfraredSensorAnncinitialBackoffTimeless than or equallight",
    "ApparentPowerlightReactivePowerlist of 3 xs:floatlist of m2m:roleIDlist of xs:booleanlocationPolicyA",
    "nnclowestFlowRateTimem2m:execResultTypem2m:execStatusTypem2m:filterCriteriam2m:geoCoordinatesm2m:loc",
    "ationRegionm2m:locationSourcem2m:mgmtDefinitionm2m:processControlm2m:rebootArgsTypem2m:releaseVersio",
    "nm2m:representationm2m:semanticFormatm2m:serializationsm2m:timeWindowTypem2m:triggerPayloadm2m:trigg",
    "erPurposem2m:uploadArgsTypemashupResultFormatmaximumBackoffTimemultiplyingFactorsmyCertFileCredAnncn",
    "etworkCoordinatednumberImpactedCSEsoriginatorLocationoverVoltagePercentparentResourceTypeperiodForRe",
    "sultGenprimitiveProfileIDprivilegesLifetimeprogressPercentageregistrationStatusrequestAggregationres",
    "ponsePrimitivesresponseTimeWindowseek authorizationsignalStrengthAnncsmjpInputParametertargetedResou",
    "rceIDtimeSyncBeaconAnnctrafficPatternAnnctriggerInfoAddressupdateFirmwareAnncxs:positiveIntegerAllJo",
    "yn_to_oneM2MCHARGING_COMPLETEINVALID_SEMANTICSMISSING_ATTRIBUTENo SSID availableSESSION_IS_ONLINESOF",
    "TWAREUNINSTALLTRIGGER_DELIVEREDTRIGGER_TRIGGEREDUnauthorized UserabsoluteStartTimeairConJobModeAnnca",
    "llJoynMethodAnncapplicableCredIDsapplyRelativePathauthorSignReqInfoavailableChannelscashDispenserAnn",
    "ccertificate: SAEFchildResourceTypecollectedEntityIDcolourTemperaturecontextMedicationdailyActivityT",
    "imedailyUseWaterTimedataSizeIndicatordefaultOpExecTimedeployPackageAnncdesiredTimeWindowdetectionInt",
    "ervaldeviceCooktopAnncdeviceFreezerAnncdevicePrinterAnncdeviceScannerAnncdiastolicPressuredischargin",
    "gAmperedmAreaNwkInfoAnncdmDataModelIOAnnceUICC (removable)expirationCounterflexContainerAnncgasMeter",
    "AlarmAnncgrantedPrivilegesheadingSensorAnnchighMagneticAlarmhistoryStepCountsinorganicSaltMasslightD",
    "immingValuelist of xs:NCNamelist of xs:anyURIlist of xs:stringm2m:attributeListm2m:batteryStatusm2m:",
    "contentStatusm2m:e2eCompactJWEm2m:networkActionm2m:processStatusm2m:requestStatusm2m:resetArgsTypem2",
    "m:resultContentm2m:scheduleEntrym2m:signatureListm2m:statModelTypem2m:tokenClaimSetm2m:triggerStatus",
    "m2m:typeOfContentmanufacturingDatemgmtClientAddressmobileNetworkAnncmonitoringEnabledmyCertFileConte",
    "ntnotifyAggregationoneM2M_to_AllJoynoperationModeAnncoriginal resourceoriginatorRoleIDsovercurrentSt",
    "atusparkingStatusAnncplayerControlAnncpollingChannelURIpreviousTrackAnncrefrigerationAnncreportingSc",
    "hedulerequestIdentifierrequestPrimitivesresponseTypeValueresponsesReceivedresultPersistencerouterIPA",
    "ddressesrulesRelationshipsecuredDasRequestsemanticValidatedsignificantDigitsslcReportInfoAnncspinLev",
    "elStrengthspreadingWaitTimesubDeviceCuffAnncsubjectResourceIDsvcObjWrapperAnnctargetTemperaturetarge",
    "tTimeToStartthreeDDisplayAnncthreeDDisplayTypethreeDPrinterAnncthreeDScannerAnncthreeDScannerTypetog",
    "gleRadioStatusunderCurrentAlarmunderVoltageAlarmurgencyButtonPushvendorInformationverticalDirectionw",
    "arningIdentifierwaterFlowStrengthALREADY_COMPLETEESCertKE MessageJSON_PATH_SYNTAXPERMIT_OVERRIDESPRO",
    "CESSING_ERRORWHEN_MR_REQUESTSabsoluteStopTimealarmSpeakerAnncannounceSyncTypebatteryThresholdbinaryO",
    "bjectAnncbinarySwitchAnnccertificate: MAFcertificate: MEFcmdhNwAccessRuleconnectionStatusconnectivit",
    "yAnnccredentialSecretdeviceCameraAnncdeviceIdentifierdeviceJuicerAnncdeviceKettleAnncdeviceSwitchAnn",
    "cdisableRetrievaldisseminatorAnncdmCapabilityAnncdmDeviceInfoAnncenrolmentRequestesprimRandExpiryesp",
    "rimRandObjectevalControlParameventResourceIDsfriendlyLocationgenerationSourcehighFlowDurationimpactS",
    "ensorAnnclastModifiedTimelightActivePowerlightPowerFactorlimitsOpExecTimelist of m2m:ipv4list of m2m",
    ":ipv6list of m2m:suidlocalizationAnncm2m:actionStatusm2m:desIdResTypem2m:encodingTypem2m:execModeTyp",
    "em2m:geometryTypem2m:listOfMinMaxm2m:protocolListm2m:resourceNamem2m:sessionStatem2m:stdEventCatsmax",
    "NrOfInstancesmissingDataMaxNrmotionSensorAnncmulticastAddressmyCertFileFormatneedsReplacementobjectR",
    "esourceIDoutputDescriptoroverCurrentAlarmoverVoltageAlarmoxygenSaturationpeakFlowRateTimepowerSaveEn",
    "abledrelatedSemanticsrepetitionPeriodrequestTimestampsecondaryVersionsecurityModeAnncsemantic conten",
    "tsingleCountAlarmspecializationIDstart3DprintAnncstateTranistionsstorageAvailablesvcFwWrapperAnncsys",
    "tolicPressuretargetTimeToStoptriggerInfoAE-IDvalidationEnableverticalAccuracyvoltageFrequencywithdra",
    "walStatusxs:anySimpleTypeALLOW_RETRIEVESBlocking_UpdateIMMEDIATEREPEATINVALID_CMDTYPELocation_Change",
    "MAFClientRegCfgMEFClientRegCfgMobile (Moving)MultiLineStringNOT_IMPLEMENTEDPARTIAL_CONTENTREQUESTS_T",
    "O_CSEREQUEST_TIMEOUTSOFTWAREINSTALLTRIGGER_EXPIREDTrigger PayloadWPA2 EnterpriseWPA3 Enterpriseactio",
    "nPrimitiveallowedRole-IDsareaNwkInfoAnncaudioVolumeAnncbasalMetabolismbatteryMaterialbeaconRequester",
    "beaconThresholdbillDepositAnncblockingRequestcardScannerAnnccellular-attachcoinDepositAnnccontextExe",
    "rcisecontextLocationcredentialTokencredentialsAnnccurrentAdfStatecurrentByteSizecurrentJobStatecurre",
    "ntTimeZonedataContainerIDdemolitionAlarmdesiredHumiditydeviceLightAnncdisplayIntervaldownChannelAnnc",
    "escertkeMessageesprimRandValueexecutionEnvRefexternalGroupIDfoamingStrengthgalleryModeAnncgeoLocatio",
    "nAnncgrainsRemainingheadingAccuracyheatingZoneAnncinitialMagneticinnerErrorAlarminputDescriptorliqui",
    "dLevelAnnclistOfNeighborslocationRegionslockedDownAlarmlowFlowDurationm2m:actionInputm2m:batchNotify",
    "m2m:contentInfom2m:filterUsagem2m:listOfM2MIDm2m:mgmtLinkRefmagneticDisturbmaxHeatingLevelmediaSelec",
    "tAnncmemberStoreTypemessageEncodingnotificationURInumberValueAnncontologyContentotherConditionsparen",
    "tAttributepresentationURLpreviousChannelreleaseVersionsrepetitionCountresourceRefListretrieveLogAnnc",
    "roleIDsFromACPssaveAudioVolumescheduleElementsemanticsFiltersignalPanelAnncsmokeSensorAnncstateTagSm",
    "allerstop3DprintAnncstoragePrioritysubscriptionIDstargetLongitudetelegramMessagetemperatureAnnctextM",
    "essageAnnctouchScreenAnnctrustAnchorCredunmodifiedSincewaterSensorAnncxs:unsignedLong(base content)A",
    "BANDON_MEMBERAll AttributesCSE_CONTROLLEDESPRIM_BAD_MACGeofence eventNOT_ACCEPTABLENOT_APPLICABLEPER",
    "IODICWINDOWSOFTWAREUPDATESTATUS_SUCCESSScan completedTRIGGER_FAILEDWPA Enterpriseaccept requestacous",
    "ticStatusactionPriorityalarmTimestampallJoynAppAnncallowedApp-IDsanemometerAnncbaliseSystemIdbarrier",
    "DefaultbeaconCriteriabeaconIntervalbrightnessAnnccapabilityNamechildAttributecmdhDefEcValuecmdhPolic",
    "yNamedcfg:simStatusdeactivateAnncdependencyAnncdescendantCSEsdeviceDoorAnncdeviceInfoAnncdeviceOvenA",
    "nncdispenseStatusdisposalStatusdmEventLogAnncdmFirmwareAnncdmSoftwareAnncdoorStatusAnncdownVolumeAnn",
    "cencryptionTypeexpirationTimefilterInfoAnncfilterLifetimeforcedUnmountsglucometerAnnclampTechnologyl",
    "argeFlowAlarmlist of m2m:IDlocationServerlocationStatuslowCreditAlarmm2m:anyArgTypem2m:e2eSecInfom2m",
    ":externalIDm2m:listOfURIsm2m:memberTypem2mServiceUsermaxInstanceAgemaxNrOfMembersmeasuringScopemgmtO",
    "bj-commonontologyFormatoperationStateozoneMeterAnncprimaryVersionprintQueueAnncpulsemeterAnncpushBut",
    "tonAnncrechargeCreditreferenceTimerreject requestrequestedValueresetGaugeAnncresponseTargetsecondary",
    "StateselfPrivilegessemanticOpExecsendAllPendingsmokeThresholdstateTagBiggerstatsCollectIDstepsPerPer",
    "iodtargetAltitudetargetDurationtargetLatitudetimePlanStatustimeRangeCounttimeSeriesAnnctimeWindowSiz",
    "etriggerInfoPoAtriggerRequestwifiClientAnncxs:unsignedIntABANDON_GROUPAND operationDATAOPERATIONESPr",
    "im ObjectIMMEDIATEONCENOT_INSTALLEDNetwork_basedSLIDINGWINDOWSharing_basedURI_AND_VALUEUninitialized",
    "WPA2 PersonalWPA3 PersonaladvancedQueryagd:coAMrAnncagd:dCAMrAnncapplicabilityareaLongitudeattribute",
    "NamebarometerAnncbarrierStatusbestDataRatesbillingNumberbodyWaterMasschannelNumberchlorophyll_acid:d",
    "MPMrAnnccid:dSEMrAnnccid:dSGMrAnnccid:dSLCrAnnccid:dSWMrAnnccid:dWQMrAnnccid:deOLpAnnccid:deWSnAnncc",
    "od:aCJMeAnnccod:aPJMeAnnccod:acCTrAnnccod:acoSrAnnccod:aiQSrAnnccod:airFwAnnccod:alaSrAnnccod:anemrA",
    "nnccod:answrAnnccod:auDFrAnnccod:audVeAnnccod:bEIAsAnnccod:barorAnnccod:bilDtAnnccod:bilWlAnnccod:bi",
    "nOtAnnccod:binShAnnccod:blenrAnnccod:boCArAnnccod:boilrAnnccod:brewgAnnccod:brigsAnnccod:cDJMeAnncco",
    "d:cHJMeAnnccod:cWDJMAnnccod:cWJMOAnnccod:cWJMeAnnccod:carSrAnnccod:casDrAnnccod:clockAnnccod:closeAn",
    "nccod:coiDtAnnccod:colSnAnnccod:colorAnnccod:connyAnnccod:credsAnnccod:croBrAnnccod:dAQMrAnnccod:dMF",
    "PrAnnccod:dWJMeAnnccod:deARrAnnccod:deCTrAnnccod:deDDyAnnccod:deDLkAnnccod:deDPrAnnccod:deDSrAnnccod",
    ":deGSrAnnccod:deJMeAnnccod:deNVeAnnccod:deSBnAnnccod:deSPgAnnccod:deWVeAnnccod:devCaAnnccod:devD0Ann",
    "ccod:devLtAnnccod:devPrAnnccod:devShAnnccod:devSrAnnccod:devTrAnnccod:devTtAnnccod:displAnnccod:dooS",
    "sAnnccod:dowClAnnccod:dowVeAnnccod:elVCrAnnccod:eneCnAnnccod:eneGnAnnccod:fauDnAnnccod:filIoAnnccod:",
    "foamgAnnccod:gMRIoAnnccod:gaCClAnnccod:gaMAmAnnccod:galMeAnnccod:geoLnAnnccod:glucrAnnccod:grinrAnnc",
    "cod:hangpAnnccod:heaSrAnnccod:heaZeAnnccod:heigtAnnccod:hoWSyAnnccod:impSrAnnccod:inNVeAnnccod:infSr",
    "Annccod:keeWmAnnccod:keypdAnnccod:liqLlAnnccod:liqRgAnnccod:maSPsAnnccod:medStAnnccod:motSrAnnccod:m",
    "uAVeAnnccod:muSSrAnnccod:nexTkAnnccod:numVeAnnccod:opeLlAnnccod:opeMeAnnccod:oveSrAnnccod:oximrAnncc",
    "od:ozoMrAnnccod:pPCRrAnnccod:parSsAnnccod:peRCgAnnccod:phoClAnnccod:plaClAnnccod:powS0Annccod:preTkA",
    "nnccod:priQeAnnccod:pulsrAnnccod:pusBnAnnccod:rCJMeAnnccod:raiGeAnnccod:reCEeAnnccod:reNVeAnnccod:re",
    "TMeAnnccod:recorAnnccod:refrnAnnccod:relHyAnnccod:resGeAnnccod:runSeAnnccod:sCJMeAnnccod:sDPOtAnncco",
    "d:sWJMeAnnccod:secMeAnnccod:sesDnAnnccod:sigPlAnnccod:sigShAnnccod:slPSgAnnccod:slRIoAnnccod:slcAmAn",
    "nccod:smoSrAnnccod:sphyrAnnccod:spiLlAnnccod:staDtAnnccod:stoDtAnnccod:telClAnnccod:temAmAnnccod:tem",
    "peAnnccod:texMeAnnccod:thDDyAnnccod:thDPrAnnccod:thDSrAnnccod:timerAnnccod:toggeAnnccod:touSnAnnccod",
    ":turboAnnccod:uphClAnnccod:upoVeAnnccod:uveSrAnnccod:wMRIoAnnccod:waFTeAnnccod:waMAmAnnccod:waMSgAnn",
    "ccod:waQMrAnnccod:watFwAnnccod:watSrAnnccod:weigtAnnccollectPeriodcommFreqValueconcentrationcontaine",
    "rAnnccontainerPathcontentOffsetcontentStringcontextHealthcontextTestercreatedBeforedataLinkEntrydata",
    "ModelTypedepositStatusdetectedValuedeviceFanAnncdmPackageAnncdmStorageAnncemergencyModeendConditions",
    "eventCategoryexecFrequencyhed:dBPMrAnnched:dHRMrAnnched:dWSABAnnched:dePOrAnnched:devGrAnnched:suDCf",
    "Annchod:dCWDrAnnchod:dHCCTAnnchod:dSTBxAnnchod:deACrAnnchod:deAHrAnnchod:deAPrAnnchod:deBWrAnnchod:d",
    "eCDrAnnchod:deCHdAnnchod:deCMeAnnchod:deCWrAnnchod:deDGyAnnchod:deDWrAnnchod:deFPeAnnchod:deGDpAnnch",
    "od:deRC0Annchod:deRCrAnnchod:deSByAnnchod:deSCtAnnchod:deSPlAnnchod:deSWrAnnchod:deWHrAnnchod:deWPrA",
    "nnchod:deWSeAnnchod:devCpAnnchod:devDrAnnchod:devFnAnnchod:devFrAnnchod:devHrAnnchod:devJrAnnchod:de",
    "vKeAnnchod:devMnAnnchod:devOnAnnchod:devRrAnnchod:devTnAnnchostedAELinkshostedCSELinkinstallStatusip",
    "v4Addressesipv6AddresseslistOfDeviceslocalTokenIDsm2m:cseTypeIDm2m:eventTypem2m:ipAddressm2m:logStat",
    "usm2m:logTypeIdm2m:rateLimitm2m:requestIDm2m:setOfAcrsm2m:timestampmachineStatesmad:actieAnncmad:dAN",
    "DoAnncmad:dANIoAnncmad:dDMIOAnncmad:deaceAnncmad:depPeAnncmad:disaeAnncmad:dmAgtAnncmad:dmCayAnncmad",
    ":dmDIoAnncmad:dmELgAnncmad:dmFieAnncmad:dmPaeAnncmad:dmSoeAnncmad:dmSteAnncmad:enabeAnncmad:fleNeAnn",
    "cmad:formtAnncmad:instlAnncmad:reLogAnncmad:reaIOAnncmad:rebotAnncmad:toggeAnncmad:uninlAnncmad:unmo",
    "tAnncmad:updFeAnncmad:updaeAnncmad:wriIOAnncmaxBufferSizemaxNrOfNotifymdd:featsAnncmdd:loca0Anncmdd:",
    "locanAnncmdd:orignAnncmountingPointmultiFirmwarenextTrackAnncnumberOfNodesopenLevelAnncoperationName",
    "operationTypeozoneValuePPMphoneCallAnncpointOfAccesspostalAddresspowerSaveAnncprintingStatepsd:cancl",
    "Anncpsd:dPWSCAnncpsd:dPWSEAnncpsd:dissrAnncpsd:emeHrAnncpsd:settsAnncrad:baTMeAnncrad:dCRMeAnncrad:d",
    "HPTTAnncrad:dSSDrAnncrad:deSGeAnncrad:deTTlAnncrainGaugeAnncremoteCSEAnncrequestOriginresourceTypesr",
    "esultGenTyperetryIntervalroamingStatussecondaryNamesecurityModessleepDurationsleepIntervalspinLevelA",
    "nncsubscriberURIsurplusCredittargetNetworkthreeDGlassestotalUseValuetracingOptiontransactionIDtrigge",
    "rEnableuninstallAnncupChannelAnncved:dEVCrAnncved:deEMeAnncvolumePerNodewaterFlowAnncwindDirectionDe",
    "vice_basedDisconnectedFULL_CONTENTMultiPolygonOR operationPERIODICALLYPosition fixRANDOMREPEATSTORAG",
    "EBASEDSYNTAX_ERRORSelf-definedWPA PersonalactionResultactiveStatusareaLatitudeavailStoragebatteryLev",
    "elbatteryShapecellular-smscertificatescmdhDefaultscod:callAnnccod:lockAnnccod:openAnnccod:testAnncco",
    "mpleteTimeconductivitycreatedAftercreationTimecredentialIDcurrentStatecurrentValuedataSourceIDdcfg:s",
    "imTypedefaultValuedelaySecondsdependenciesdetectedTimedisplayOrderdisposalAnncesprimObjectesprimRand",
    "IDeventLogAnncexecInstanceexpireBeforefactoryResetfeaturesAnncfirmwareAnncfirmwareNameflexBlockingfl",
    "exNodeAnncflexNodeLinkflowIntervalfriendlyNameheatingLevelimpactStatusimpulseFaultinitialStateinterv",
    "alFlowkeepWarmAnnclatestNotifyleakageAlarmlightCurrentlightVoltagelocationAnncm2m:dataLinkm2m:evalMo",
    "demeanPressurememAvailablememberFilterminReqVolumemountOptionsniddRequiredonlineStatusontologyAnncop",
    "enDurationoptoutStatusoximeterAnncozoneValueMGparentLabelsprimaryStateprovideToNSEramAvailablerechar",
    "geablerecorderAnncrequestsSentrunStateAnncscheduleAnncsecondaryUrlserialNumberserviceRolessettingsAn",
    "ncslcAlarmAnncsoftLeanMasssoftwareAnncsoftwareNamestorageFaultstorageTotalswitchStatustotalStoragetu",
    "rboEnabledunstructuredupVolumeAnncupdateStatusuvSensorAnncvalidityTimeBAD_REQUESTCSEBaseAnncHMAC-SHA",
    "256LOW_BATTERYLogical ANDLogical XORairFlowAnncairPressurealarmStatusareaNwkTypeauthorSignsbackoffTi",
    "mebatteryAnncbiotoxicityblenderAnncbrewingAnncbuttonFaultchannelNamechildLabelscod:batAnnccontentSiz",
    "econtentTypecontextMealcoordinatescurrentDatedasResponsedcfg:nycfcAdcfg:wificAdeletionCntdescription",
    "deviceLabeldisableAnncdmAgentAnnceventConfigexecDisableexecuteCRUDexpireAfterfanOutPointfatFreeMassf",
    "cinEnabledfcnt-commonfoamingAnncgaugeHeightgrinderAnncimpactLevelipAddresseslabelsQuerylinkQualitylo",
    "wGasAlarmm2m:acpTypem2m:cmdTypem2m:poaListmaxByteSizememberValuemgmtObjAnncmuteEnabledobjectPathsont",
    "ologyRefoutputLinksozoneStatuspermissionspolicyLabelpowerStatusprimaryNamequeryResultradioStatusrapi",
    "dFreezerechargeGasrecipientIDreliabilityresourceIDsrunningTimesensitivitysensorFaultserviceNamespeed",
    "FactorstateActionstateActivestatsConfigtamperAlarmtokenObjecttracingInfotrackingID1trackingID2unmoun",
    "tAnncvalveStatusvolumeValuewriteIOAnncxs:dateTimeBestEffortCANCELLINGEVENTBASEDIn_ProcessIntersectsL",
    "ogical ORM2M-Ext-IDMultiPointNO_MEMBERSNotPresentRANDOMONCEReactivateStationarySuccessfulTIMERBASEDa",
    "ctionAnncallowedAEsannounceToanswerAnncareaRadiusbodyLengthboilerAnnccallStatuscancelAnnccircRegionc",
    "mdhBuffercmdhLimitscoarsenesscolourAnnccontinuouscupsNumberdasRequestdcfg:crdsAdcfg:datcAdcfg:iccidd",
    "cfg:mnwkAdefEcValuedeviceNamedeviceTypedismantledenableAnnceventCodeseventStartexecEnableexecNumbere",
    "xecTargetextraRinsefakeStatusfileSystemfilterTypeformatAnnchangupAnncheightAnncidentifierinputLinksk",
    "eypadAnnclightCountlocationIDlowBatterylowVoltagelowestCostm2m:labelsm2m:nodeIDm2m:sparqlm2m:statusm",
    "acAddressmemberListmemoryAnncmemorySizemgmtSchemamuscleMassnoResponseobjectTypeoperationsoriginAnncp",
    "rimaryUrlprintSizeXprintSizeYprintSizeZreadIOAnncreadStatusrebootAnncrebootTyperesistanceretryTimess",
    "canResultscanStatussendLatestsequenceNrsilentTimesomatotypestartPausesteamTreatsuccessURLsufficients",
    "upportURLsurplusGassystemTimetargetFiletoggleAnncupdateAnncupdateTimeuseBlenderuseGrindervisceraFatw",
    "eightAnncwriteSpeedxs:anyTypexs:integerAE-IDListActivatedBLOCK_ALLCANCELLEDCOMMITTEDCompletedConnect",
    "edFORWARDEDIN-CSE-IDINITIATEDImmediateSET_MIXEDadditionsadfStatesareaNwkIdcallStatecertaintycomponen",
    "tcustodiandcfg:imsidcfg:simAdebugInfodeletionsdeodorizedevStatusdirectiondoorStateeffectiveexecDelay",
    "extensionfrequencyfwVersiongroupAnncgroupLinkgroupNamehwVersionimpedancejobStateskeyNumberlist of ?l",
    "oginNamelongitudem2m:actrAm2m:ajapAm2m:ajfwAm2m:ajifAm2m:ajmcAm2m:ajmdAm2m:ajprAm2m:ajsoAm2m:ajswAm2",
    "m:andiAm2m:deprAm2m:fcntAm2m:nhURIm2m:ontrAm2m:prmrAm2m:smjpAm2m:stteAm2m:trptAmaxLengthmediaNamemed",
    "iaTypememberIDsmemberURIminLengthnetworkIDnextStatenot equalnotBeforeobjectIDsopenAlarmosVersionposi",
    "tionXpositionYprecisionprintTypepulseRaterapidCoolreadSpeedruleLinkssignalECLsizeAbovesizeBelowsoftw",
    "aressoilLevelspeedWashspinSpeedstartTimestateAnncstepValueswVersionthresholdtimeOfDaytokenLinktokenN",
    "amewindSpeedxs:doubleCONFLICTContainsDisabledEXECUTEDEnteringINACTIVEURI_ONLYaltitudeanionicsattache",
    "daudienceautomodecallerIDcapacitycardInfocoldWashcpuUsagecurrencydataTypedecisioneventEndfileTypefil",
    "esizehumidityinactivejobModeslatitudelifespanlogStartloudnessm2m:TMGIm2m:acmpm2m:acpAm2m:alpcm2m:als",
    "tm2m:aniAm2m:asarm2m:atrlm2m:audsm2m:auifm2m:aupym2m:batAm2m:cinAm2m:cmbfm2m:cmdfm2m:cmdvm2m:cmnrm2m",
    ":cmpvm2m:cmwrm2m:cntAm2m:csrAm2m:dvcAm2m:dviAm2m:evcgm2m:evlAm2m:exinm2m:fciAm2m:fwrAm2m:gioAm2m:gis",
    "Am2m:grpAm2m:lcpAm2m:memAm2m:mmsAm2m:msspm2m:nodAm2m:ntprm2m:ontAm2m:prpAm2m:qresm2m:rboAm2m:schAm2m",
    ":secim2m:smdAm2m:smiAm2m:smrAm2m:stcgm2m:stclm2m:svsnm2m:swrAm2m:tracm2m:tramm2m:tsbAm2m:tsbnm2m:tsi",
    "Am2m:urilmaxLevelmaxSizeXmaxSizeYmaxSizeZmaxSpeedmaxValuememTotalmetadataminLevelminSpeedminValuemod",
    "alitynodeAnncnodeLinknodeTypenotAfteroperatororiginIDparentIDpasswordpoliciespresenceramTotalroleNam",
    "eseveritystrengthsubModeltokenIDsusedTimeusernameuvStatuswashTempwritablexs:tokenABORTEDASN_CSEAbort",
    "edDAMAGEDDELETEDFailureINITIALLeavingOFFLINEOutsidePENDINGPERSISTSIMAnncStartedStoppedURIListUnknown",
    "appNamebalancecreatordefrostdevTypeenabledeventIDexpiresgeoJSONgroupIDlogDatalogStopm2m:aeAm2m:agnm2",
    "m:agrm2m:bdtm2m:cbAm2m:cmlm2m:crsm2m:dacm2m:dbgm2m:dlvm2m:lmgm2m:mgcm2m:pchm2m:pdrm2m:rcem2m:rqpm2m:",
    "rrlm2m:rspm2m:sgnm2m:subm2m:tgpm2m:tgrm2m:tsAm2m:tsnmediaIDmgmtCmdmsgTypenothingpayloadpowerOnpreWas",
    "hpurposesulfideuvValuexs:longxs:timeAEAnncIN_CSEInsideLOCKEDMN_CSENB-IoTNORMALNOTIFYPausedREBOOTWith",
    "inauthIDcellIDdegermholderissuerlocalem2m:tkmaxAgenh3nh4offsetoldestpushedsendersmjpIDtokenswepKeywp",
    "aPskPanicRESETSP-IDSUIDsTraceabECnabST0abSTeacmlkacoSsaddrsadfSsaeridairPealaSsalaTpalgaealtieaniosa",
    "reL0areLeareRsatcosatmPeattadautoeavaCsavaSebaSIdbacTebalaebarDtbarSsbasMmbatMlbatSebatTdbilNrbiotyb",
    "oWMsbodLhbutFtcCTEscJMNecPMNecalIDcalSecapaycarIocelIDcertychaAechaCychaNechaNrchaVechanlchloacoCAtc",
    "oCSecoFVecolTecolWhcomAmcomptconEeconHhconLnconMlconMnconTrconcncondycounycpuUecuASecuCBncuCVecuFDyc",
    "uJMecuJSecuMSecuPMecuSMecuTZecumFwcupNrcurDecurSecurT0curTecurrtcurrydNOCsdUWTedaATedaMTedaSIDdatTed",
    "efVedefrtdegemdemAmdeodedepSsdesHydetIldetTedetVedevIDdevIddevTediaPedisAedisCydisIldisOndisOrdisS0d",
    "isSsdisVediscgdismddooSeeTTEdeffeeemeMeenabdencoseneryeveCsexpisextRefaFMsfakSsfciedfilLefilSmfilTef",
    "lNLkfloIlfoaShforUsfreqyfriLnfriNegauHtgenSegeoJNgraRggreenhFATdhPATdhTATdhTIAThba1cheaAyheaLlheadgh",
    "iFAmhiFDnhiMAmhiPAmhiSCshiTAmhorAyhorDnhumiyhweVniHITmiRSTeiTSFtiUICCidenrimDHlimDVlimpFtimpLlimpSsi",
    "mpeeinEAminRIlinSIlinSMsiniMcintFwjobMsjobSskeyNrkmno4lFATdlFRTelPATdlRFR0lRFRelTATdlaFAmlamTylatiel",
    "eaAmliAP0liAPrliDVeliPAsliPFrliRPrligC0ligCtligVeloCAmloDAmloFAmloFDnloFReloGAmloPAmloTAmlocaelogNel",
    "ongeloudslowBylowVeltidsmaDLkmaHLlmaPTdmaSLlmacSsmagDbmagIemanDemanurmaxLhmaxLlmaxSXmaxSYmaxSZmaxSdm",
    "axVemeaPemeaSemedIDmedNemedTememSemesEgmetaamiCLymiPTdminLhminLlminSdminVemixedmodaymodelmonEdmouOsm",
    "ouPtmounsmsgTemulFemulFsmusMsmuscemutEdneCFwneeRtnetwknh3n4nodLknoiseoVPPMobjTeobjetonlSsonsetopeAmo",
    "peDnoptSsoriIDoseVnovCAmovCDnovCTdovVAmovVDnovVPtovVTdoveSsoxySnozVMGozoSspFRTepRFR0pRFRepayldpeFRep",
    "eridplainpoCFwpoGDapoSEdposAsposiXposiYpowOnpowSsprSFtprURLpreClpreWhprecnpriNepriS0priSXpriSYpriSZp",
    "riSepriTepriUlpriVnproPepulRepushdrFATdramAeramTlrapClrapFereCEdreFAmreFDnreFIlreIFwreaSdreaSsrebTer",
    "ecCtrecGsrecIDrecherefTrrefesreliyrepCtrepPdresieretIlretTsroECnroEGnrratsrunTesaAVescaSsscanrsecMss",
    "ecNesecSesecUlsecVnsenFtsendrsensyserNrseveysiCAmsiECLsigDssignlsilTesleDnsleIlsmiIDsmoTdsoLMssoftss",
    "oiLlsomaespLShspeFrspeWhspiSdstPPdstaPestaVesteTtsteVestoAestoFtstoTlstrehsttrssuHDnsuMSssuMVssuPMss",
    "uURLsuVDnsubMlsuidssulfesurCtsurGsswiSssysPesysTetDDRXtDDRYtDDTetDDVetDSRntDSTetRLDVtTTSptTTSttamAmt",
    "arAetarDntarL0tarLetarTetelMethDGstiPSstiRCttimRetoUVetotSetrdstturEdunCAmunCDnunCTdunVAmunVDnunVPtu",
    "nVTdupdTeurBPhurgeyuseBruseTeuvaVeuvtSsvalSsvalueverAyverDnversnviSFtvisFtvolFyvolVevoltewTSFtwaFShw",
    "aIPewaITewaPIlwaTIlwarIrwasTpwcrdswinDnwinSdwitSswriSdDENYIdleLostMBMSNoneacafacccaccoaccracecacipac",
    "lracodacopacoracpiacrsactsactwacuiaddsadriaecsaerpairiajirajopapciapnaapriarohasriauribathbcncbcnibc",
    "nrbcntbcnubluebonebopscatrceidch2ochtyclblclstcnstcntpcntycodecoelconrcridcrsecrtkcstncstrdacidarqda",
    "rsdasidciddcntdcrpdcsedelsdisrdoetdqetdsetdvnmeckmeenoegidencnencsenctertsesksesriesrvesrxexrafoptfr",
    "omftypfucdgiilgiipgiolgiopgiosgisngrtmgstnhaelhashicidipadiptdjpinkcallgstloetlostlqetlsetltiamacama",
    "cpmassmbfsmbftmcfcmcffmdltmeilmfdlmgcamgftmiidmjidmtccmurino3nnoecnxstobisobpsofstontcontforidpalbpa",
    "trpeidplblpm10pm25prctprpiprstpurlraidrctnregsrelsridsriparlidrlklrlnmrltlroomrpscrqagrqetrqpsrsdsrs",
    "etrsidrspsrsrprsrqrssirsttrstwrtyssbjtsinrsitysmccsmncsmodspidsptyspursratssidsubisurlswunswuptcintc",
    "optctlteptthldtiaetid1tid2tipatirttisttkautkextkhdtkidtkistknatknbtknmtknstkobtkpstltmtltptmgitonetr",
    "idtrpsunituptduriruuidvldevoidwepkwpapIRIWEPaaeaaiabtacnaeiaptapvapyarpasdawibmibtlbtscbscfqcfscmtcn",
    "bcndcnfcnmco2cpncptcr6crbcrvcsicszctydapddadgtdlbdlddmddrpdrrdrtdtwdtydvddvtecpeerevmevsevtexaexbexc",
    "exdexfexmexnexyfarfsiftufwnfwvggigligpihclhslhwvip4ip6ipulbqldaldvlgdlgtlnhlnkloilqilrplvlmbsmbtmdcm",
    "dnmdtmgdmiammtmnimnmmnnmrfmrtmrvmsmmstmsumtvmvlnfuno2npinrqntuohcoiposdosvpcupdtpitprgpsnptlptnpvspw",
    "drbtrcnrgtrqirqsrqvrrfrrsrtvrvssciscpsdpsdrsgpsldsmfsnrso2soespnsqistbsudsvdsvrswnswtswvszaszbtbrtgf",
    "tmhtpetqftqitrftrntrrtrttspttntvttwstwttwwuldur0vdtvocvpnvrqvsiOKaqpbzn*",
);
