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
pub(super) static CONTEXTS: [Entry; 441] = [
    Entry(38422,1,0,0,NONE,0,19,0,Kind::Common,0),Entry(33329,8,13461,16,393,19,1,13,Kind::Resource,0),
    Entry(33337,7,9632,19,0,20,5,1,Kind::Resource,1),Entry(32577,8,31259,6,0,25,10,65,Kind::Resource,1),
    Entry(34236,6,34488,2,0,35,18,2,Kind::Resource,1),Entry(24386,9,11021,18,226,53,4,28,Kind::Resource,4),
    Entry(24399,9,5723,24,226,57,2,28,Kind::Resource,4),Entry(32586,8,23084,10,226,59,1,28,Kind::Resource,1),
    Entry(32595,8,21128,12,226,60,0,28,Kind::Resource,1),Entry(32604,8,13501,16,226,60,1,28,Kind::Resource,1),
    Entry(32613,8,12046,17,226,61,3,28,Kind::Resource,1),Entry(32622,8,18146,13,226,64,0,28,Kind::Resource,1),
    Entry(32631,8,15011,15,226,64,2,28,Kind::Resource,1),Entry(32640,8,13521,16,226,66,2,28,Kind::Resource,1),
    Entry(32649,8,19608,13,226,68,0,28,Kind::Resource,1),Entry(33345,8,14821,19,0,68,2,44,Kind::Resource,0),
    Entry(33353,8,14821,13,0,70,1,43,Kind::Resource,0),Entry(32658,8,12067,17,393,71,7,13,Kind::Resource,1),
    Entry(33361,7,21572,11,393,78,2,13,Kind::Resource,1),Entry(33369,8,9164,24,0,80,4,19,Kind::Resource,0),
    Entry(33385,8,3703,21,0,84,13,35,Kind::Resource,0),Entry(33393,8,2666,24,0,97,4,37,Kind::Resource,0),
    Entry(33401,8,4415,19,0,101,4,36,Kind::Resource,0),Entry(33409,7,30262,7,393,105,2,13,Kind::Resource,1),
    Entry(34257,7,10933,22,0,107,7,49,Kind::Resource,0),Entry(34264,6,30141,7,0,114,13,5,Kind::Resource,1),
    Entry(24542,9,3767,28,226,127,2,28,Kind::Resource,4),Entry(24555,9,5779,24,226,129,2,28,Kind::Resource,4),
    Entry(24568,9,9908,19,226,131,2,28,Kind::Resource,4),Entry(24581,9,4111,27,226,133,2,28,Kind::Resource,4),
    Entry(24594,9,7943,21,226,135,2,28,Kind::Resource,4),Entry(24607,9,5181,25,226,137,2,28,Kind::Resource,4),
    Entry(24620,9,12298,17,226,139,2,28,Kind::Resource,4),Entry(24633,9,8852,20,226,141,2,28,Kind::Resource,4),
    Entry(33417,7,15106,15,0,143,7,4,Kind::Resource,1),Entry(33425,8,31359,10,393,150,3,13,Kind::Resource,0),
    Entry(33433,8,29098,12,393,153,1,13,Kind::Resource,0),Entry(33441,8,23224,14,393,154,6,13,Kind::Resource,0),
    Entry(34271,7,31369,10,393,160,11,13,Kind::Resource,0),Entry(33449,8,10999,22,393,171,2,13,Kind::Resource,0),
    Entry(33457,7,23238,10,393,173,2,13,Kind::Resource,0),Entry(33457,8,13541,20,393,175,6,13,Kind::Resource,0),
    Entry(33465,8,20104,16,393,181,6,13,Kind::Resource,0),Entry(33473,7,26739,9,0,187,11,3,Kind::Resource,1),
    Entry(24646,9,18129,13,226,198,4,28,Kind::Resource,4),Entry(24659,9,10889,18,226,202,4,28,Kind::Resource,4),
    Entry(24672,9,8710,18,226,206,1,28,Kind::Resource,4),Entry(24685,9,16466,14,226,207,3,28,Kind::Resource,4),
    Entry(24698,9,13481,16,226,210,20,28,Kind::Resource,4),Entry(24711,9,30196,7,226,230,9,28,Kind::Resource,4),
    Entry(24724,9,19992,12,226,239,4,28,Kind::Resource,4),Entry(24737,9,23112,10,226,243,2,28,Kind::Resource,4),
    Entry(24750,9,31289,6,226,245,1,28,Kind::Resource,4),Entry(24763,9,10911,18,226,246,3,28,Kind::Resource,4),
    Entry(24776,9,21587,11,226,249,6,28,Kind::Resource,4),Entry(24789,9,2977,30,226,255,8,28,Kind::Resource,4),
    Entry(24802,9,24451,9,226,263,5,28,Kind::Resource,4),Entry(30339,7,30262,7,226,268,14,28,Kind::Resource,4),
    Entry(24815,9,21662,11,226,282,6,28,Kind::Resource,4),Entry(24828,9,16538,14,226,288,4,28,Kind::Resource,4),
    Entry(24841,9,20040,12,226,292,5,28,Kind::Resource,4),Entry(24854,9,20056,12,226,297,2,28,Kind::Resource,4),
    Entry(24867,9,30284,7,226,299,3,28,Kind::Resource,4),Entry(24880,9,6383,23,226,302,12,28,Kind::Resource,4),
    Entry(24893,9,31319,6,226,314,2,28,Kind::Resource,4),Entry(24906,9,30295,7,226,316,3,28,Kind::Resource,4),
    Entry(24919,9,23182,10,226,319,2,28,Kind::Resource,4),Entry(24932,9,9678,19,226,321,4,28,Kind::Resource,4),
    Entry(24945,9,12172,17,226,325,4,28,Kind::Resource,4),Entry(24958,9,5094,25,226,329,4,28,Kind::Resource,4),
    Entry(24971,9,4475,26,226,333,9,28,Kind::Resource,4),Entry(24984,9,8660,20,226,342,4,28,Kind::Resource,4),
    Entry(29110,8,29114,4,226,346,1,28,Kind::Resource,4),Entry(24997,9,21692,11,226,347,3,28,Kind::Resource,4),
    Entry(25010,9,18231,13,226,350,5,28,Kind::Resource,4),Entry(25023,9,25027,5,226,355,4,28,Kind::Resource,4),
    Entry(25036,9,25040,5,226,359,1,28,Kind::Resource,4),Entry(25049,9,21722,11,226,360,6,28,Kind::Resource,4),
    Entry(25062,9,13561,16,226,366,2,28,Kind::Resource,4),Entry(25075,9,31389,6,226,368,4,28,Kind::Resource,4),
    Entry(25088,9,20136,12,226,372,15,28,Kind::Resource,4),Entry(25101,9,21782,11,226,387,4,28,Kind::Resource,4),
    Entry(25114,9,15125,15,226,391,4,28,Kind::Resource,4),Entry(25127,9,6437,23,226,395,2,28,Kind::Resource,4),
    Entry(25140,9,4565,26,226,397,2,28,Kind::Resource,4),Entry(25153,9,12424,17,226,399,4,28,Kind::Resource,4),
    Entry(25166,9,9747,19,226,403,2,28,Kind::Resource,4),Entry(25179,9,8708,20,226,405,1,28,Kind::Resource,4),
    Entry(25192,9,15220,15,226,406,2,28,Kind::Resource,4),Entry(25205,9,16772,14,226,408,2,28,Kind::Resource,4),
    Entry(25218,9,15239,15,226,410,2,28,Kind::Resource,4),Entry(25231,9,15258,15,226,412,2,28,Kind::Resource,4),
    Entry(25244,9,9816,19,226,414,2,28,Kind::Resource,4),Entry(25257,9,9724,19,226,416,4,28,Kind::Resource,4),
    Entry(25270,9,8732,20,226,420,1,28,Kind::Resource,4),Entry(25283,9,9885,19,226,421,2,28,Kind::Resource,4),
    Entry(25296,9,15372,15,226,423,2,28,Kind::Resource,4),Entry(25309,9,13801,16,226,425,2,28,Kind::Resource,4),
    Entry(25322,9,20168,12,226,427,2,28,Kind::Resource,4),Entry(25335,9,23308,10,226,429,2,28,Kind::Resource,4),
    Entry(25348,9,21902,11,226,431,2,28,Kind::Resource,4),Entry(25361,9,18486,13,226,433,2,28,Kind::Resource,4),
    Entry(25374,9,20232,12,226,435,2,28,Kind::Resource,4),Entry(25387,9,18503,13,226,437,2,28,Kind::Resource,4),
    Entry(25400,9,12361,17,226,439,2,28,Kind::Resource,4),Entry(25413,9,13781,16,226,441,2,28,Kind::Resource,4),
    Entry(25426,9,29326,8,226,443,2,28,Kind::Resource,4),Entry(25439,9,23420,10,226,445,4,28,Kind::Resource,4),
    Entry(25452,9,21932,11,226,449,1,28,Kind::Resource,4),Entry(25465,9,23434,10,226,450,1,28,Kind::Resource,4),
    Entry(25478,9,5863,24,226,451,4,28,Kind::Resource,4),Entry(25491,9,12466,17,226,455,10,28,Kind::Resource,4),
    Entry(25504,9,13841,16,226,465,6,28,Kind::Resource,4),Entry(25517,9,16898,14,226,471,4,28,Kind::Resource,4),
    Entry(25530,9,23476,10,226,475,4,28,Kind::Resource,4),Entry(25543,9,30581,7,226,479,2,28,Kind::Resource,4),
    Entry(25556,9,11241,18,226,481,3,28,Kind::Resource,4),Entry(25569,9,11219,18,226,484,6,28,Kind::Resource,4),
    Entry(25582,9,18639,13,226,490,8,28,Kind::Resource,4),Entry(25595,9,22022,11,226,498,4,28,Kind::Resource,4),
    Entry(25608,9,22037,11,226,502,11,28,Kind::Resource,4),Entry(25621,9,23518,10,226,513,11,28,Kind::Resource,4),
    Entry(25634,9,30603,7,226,524,4,28,Kind::Resource,4),Entry(25647,9,31619,6,226,528,1,28,Kind::Resource,4),
    Entry(25660,9,18673,13,226,529,3,28,Kind::Resource,4),Entry(25673,9,22082,11,226,532,3,28,Kind::Resource,4),
    Entry(25686,9,31629,6,226,535,2,28,Kind::Resource,4),Entry(25699,9,16970,14,226,537,2,28,Kind::Resource,4),
    Entry(25712,9,20440,12,226,539,5,28,Kind::Resource,4),Entry(25725,9,8876,20,226,544,1,28,Kind::Resource,4),
    Entry(25738,9,16988,14,226,545,3,28,Kind::Resource,4),Entry(25751,9,29566,8,226,548,3,28,Kind::Resource,4),
    Entry(25764,9,31659,6,226,551,2,28,Kind::Resource,4),Entry(25777,9,22142,11,226,553,2,28,Kind::Resource,4),
    Entry(25790,9,15505,15,226,555,2,28,Kind::Resource,4),Entry(29122,8,25028,4,226,557,2,28,Kind::Resource,4),
    Entry(25803,9,5975,24,226,559,5,28,Kind::Resource,4),Entry(25816,9,22337,11,226,564,6,28,Kind::Resource,4),
    Entry(25829,9,20776,12,226,570,4,28,Kind::Resource,4),Entry(25842,9,15904,15,226,574,1,28,Kind::Resource,4),
    Entry(25855,9,15923,15,226,575,1,28,Kind::Resource,4),Entry(25868,9,28208,9,226,576,1,28,Kind::Resource,4),
    Entry(25881,9,22397,11,226,577,6,28,Kind::Resource,4),Entry(25894,9,28234,9,226,583,5,28,Kind::Resource,4),
    Entry(25907,9,19183,13,226,588,2,28,Kind::Resource,4),Entry(29134,8,29138,4,226,590,1,28,Kind::Resource,4),
    Entry(25920,9,12781,17,226,591,4,28,Kind::Resource,4),Entry(25933,9,29782,8,226,595,2,28,Kind::Resource,4),
    Entry(25946,9,23784,10,226,597,5,28,Kind::Resource,4),Entry(25959,9,12823,17,226,602,5,28,Kind::Resource,4),
    Entry(25972,9,19251,13,226,607,2,28,Kind::Resource,4),Entry(25985,9,7361,22,226,609,5,28,Kind::Resource,4),
    Entry(25998,9,28286,9,226,614,4,28,Kind::Resource,4),Entry(26011,9,19268,13,226,618,5,28,Kind::Resource,4),
    Entry(26024,9,28325,9,226,623,2,28,Kind::Resource,4),Entry(26037,9,19302,13,226,625,1,28,Kind::Resource,4),
    Entry(26050,9,23812,10,226,626,3,28,Kind::Resource,4),Entry(26063,9,23826,10,226,629,5,28,Kind::Resource,4),
    Entry(26076,9,23840,10,226,634,2,28,Kind::Resource,4),Entry(26089,9,10552,19,226,636,4,28,Kind::Resource,4),
    Entry(26102,9,28507,9,226,640,2,28,Kind::Resource,4),Entry(26115,9,10529,19,226,642,2,28,Kind::Resource,4),
    Entry(26128,9,14561,16,226,644,1,28,Kind::Resource,4),Entry(26141,9,14581,16,226,645,1,28,Kind::Resource,4),
    Entry(26154,9,29866,8,226,646,2,28,Kind::Resource,4),Entry(26167,9,19319,13,226,648,6,28,Kind::Resource,4),
    Entry(26180,9,14521,16,226,654,3,28,Kind::Resource,4),Entry(26193,9,23910,10,226,657,1,28,Kind::Resource,4),
    Entry(26206,9,29890,8,226,658,6,28,Kind::Resource,4),Entry(26219,9,11703,18,226,664,4,28,Kind::Resource,4),
    Entry(26232,9,9212,20,226,668,0,28,Kind::Resource,4),Entry(26245,9,11681,18,226,668,4,28,Kind::Resource,4),
    Entry(26258,9,21016,12,226,672,3,28,Kind::Resource,4),Entry(26271,9,11659,18,226,675,3,28,Kind::Resource,4),
    Entry(26284,9,22607,11,226,678,2,28,Kind::Resource,4),Entry(26297,9,17798,14,226,680,3,28,Kind::Resource,4),
    Entry(26310,9,10575,19,226,683,6,28,Kind::Resource,4),Entry(26323,9,19523,13,226,689,14,28,Kind::Resource,4),
    Entry(26336,9,29962,8,226,703,16,28,Kind::Resource,4),Entry(26349,9,22622,11,226,719,9,28,Kind::Resource,4),
    Entry(26362,9,14601,16,226,728,4,28,Kind::Resource,4),Entry(26375,9,28650,9,226,732,2,28,Kind::Resource,4),
    Entry(26388,9,21080,12,226,734,1,28,Kind::Resource,4),Entry(26401,9,22652,11,226,735,1,28,Kind::Resource,4),
    Entry(26414,9,12991,17,226,736,5,28,Kind::Resource,4),Entry(26427,9,14701,16,226,741,8,28,Kind::Resource,4),
    Entry(26440,9,22727,11,226,749,7,28,Kind::Resource,4),Entry(29146,8,29150,4,226,756,1,28,Kind::Resource,4),
    Entry(26453,9,22742,11,226,757,7,28,Kind::Resource,4),Entry(26466,9,19659,13,226,764,6,28,Kind::Resource,4),
    Entry(26479,9,19693,13,226,770,7,28,Kind::Resource,4),Entry(26492,9,19710,13,226,777,6,28,Kind::Resource,4),
    Entry(26505,9,26509,5,226,783,9,28,Kind::Resource,4),Entry(26518,9,32099,6,226,792,1,28,Kind::Resource,4),
    Entry(26531,9,22757,11,226,793,4,28,Kind::Resource,4),Entry(26544,9,26548,5,226,797,2,28,Kind::Resource,4),
    Entry(26557,9,28780,9,226,799,1,28,Kind::Resource,4),Entry(26570,9,30082,8,226,800,1,28,Kind::Resource,4),
    Entry(26583,9,30106,8,226,801,3,28,Kind::Resource,4),Entry(26596,9,9308,20,226,804,18,28,Kind::Resource,4),
    Entry(26609,9,16284,15,226,822,2,28,Kind::Resource,4),Entry(26622,9,16303,15,226,824,33,28,Kind::Resource,4),
    Entry(26635,9,13138,17,226,857,8,28,Kind::Resource,4),Entry(26648,9,10690,19,226,865,30,28,Kind::Resource,4),
    Entry(26661,9,28832,9,226,895,2,28,Kind::Resource,4),Entry(26674,9,22802,11,226,897,2,28,Kind::Resource,4),
    Entry(26687,9,32159,6,226,899,3,28,Kind::Resource,4),Entry(34278,7,7818,25,0,902,13,48,Kind::Resource,0),
    Entry(33481,7,28520,9,0,915,19,16,Kind::Resource,1),Entry(34285,7,2701,32,0,934,3,34,Kind::Resource,0),
    Entry(31429,9,21782,11,393,937,4,13,Kind::Resource,1),Entry(31439,9,16736,14,393,941,4,13,Kind::Resource,1),
    Entry(31459,9,19098,13,393,945,11,13,Kind::Resource,1),Entry(30416,10,17528,14,393,956,3,13,Kind::Resource,1),
    Entry(32379,8,34117,3,393,959,5,13,Kind::Resource,1),Entry(13621,20,0,0,NONE,964,5,0,Kind::Type,0),
    Entry(30427,10,24176,10,393,969,11,13,Kind::Resource,1),Entry(32667,8,23280,10,0,980,3,66,Kind::Resource,1),
    Entry(34299,7,14005,8,0,983,6,6,Kind::Resource,0),Entry(33489,7,13661,16,393,989,6,13,Kind::Resource,1),
    Entry(33497,7,23322,10,393,995,18,13,Kind::Resource,1),Entry(33505,8,30493,11,0,1013,8,7,Kind::Resource,0),
    Entry(33513,7,29362,8,393,1021,5,13,Kind::Resource,1),Entry(33521,8,29374,12,0,1026,9,8,Kind::Resource,0),
    Entry(33529,7,7968,21,0,1035,2,58,Kind::Resource,1),Entry(32676,8,18622,13,226,1037,0,28,Kind::Resource,1),
    Entry(30570,11,7968,13,0,1037,10,28,Kind::Common,0),Entry(33537,7,29422,8,393,1047,5,13,Kind::Resource,1),
    Entry(33545,7,1791,36,226,1052,6,28,Kind::Resource,1),Entry(33553,7,4625,26,226,1058,3,28,Kind::Resource,1),
    Entry(33561,7,32487,5,0,1061,12,9,Kind::Resource,1),Entry(26973,9,4535,26,226,1073,2,28,Kind::Resource,4),
    Entry(26986,9,7127,22,226,1075,2,28,Kind::Resource,4),Entry(26999,9,1229,43,226,1077,2,28,Kind::Resource,4),
    Entry(27012,9,9839,19,226,1079,2,28,Kind::Resource,4),Entry(27025,9,11131,18,226,1081,2,28,Kind::Resource,4),
    Entry(27038,9,19574,13,226,1083,0,28,Kind::Resource,4),Entry(27051,9,5695,24,226,1083,2,28,Kind::Resource,4),
    Entry(27064,9,16790,14,226,1085,2,28,Kind::Resource,4),Entry(27077,9,15334,15,226,1087,2,28,Kind::Resource,4),
    Entry(27090,9,8780,20,226,1089,2,28,Kind::Resource,4),Entry(27103,9,15277,15,226,1091,2,28,Kind::Resource,4),
    Entry(27116,9,12277,17,226,1093,2,28,Kind::Resource,4),Entry(27129,9,11065,18,226,1095,2,28,Kind::Resource,4),
    Entry(27142,9,11087,18,226,1097,2,28,Kind::Resource,4),Entry(27155,9,13681,16,226,1099,2,28,Kind::Resource,4),
    Entry(27168,9,9793,19,226,1101,2,28,Kind::Resource,4),Entry(27181,9,9770,19,226,1103,2,28,Kind::Resource,4),
    Entry(27194,9,8804,20,226,1105,2,28,Kind::Resource,4),Entry(27207,9,13701,16,226,1107,2,28,Kind::Resource,4),
    Entry(27220,9,15296,15,226,1109,2,28,Kind::Resource,4),Entry(27233,9,7868,21,226,1111,2,28,Kind::Resource,4),
    Entry(27246,9,13741,16,226,1113,2,28,Kind::Resource,4),Entry(27259,9,11197,18,226,1115,2,28,Kind::Resource,4),
    Entry(27272,9,8828,20,226,1117,2,28,Kind::Resource,4),Entry(27285,9,12340,17,226,1119,2,28,Kind::Resource,4),
    Entry(27298,9,9862,19,226,1121,2,28,Kind::Resource,4),Entry(27311,9,12319,17,226,1123,2,28,Kind::Resource,4),
    Entry(27324,9,12382,17,226,1125,2,28,Kind::Resource,4),Entry(27337,9,9931,19,226,1127,2,28,Kind::Resource,4),
    Entry(27350,9,12403,17,226,1129,2,28,Kind::Resource,4),Entry(27363,9,18452,13,226,1131,2,28,Kind::Resource,4),
    Entry(27376,9,11109,18,226,1133,2,28,Kind::Resource,4),Entry(27389,9,26882,9,226,1135,2,28,Kind::Resource,4),
    Entry(27402,9,18469,13,226,1137,2,28,Kind::Resource,4),Entry(27415,9,13721,16,226,1139,2,28,Kind::Resource,4),
    Entry(27428,9,20200,12,226,1141,2,28,Kind::Resource,4),Entry(27441,9,20216,12,226,1143,2,28,Kind::Resource,4),
    Entry(27454,9,7893,21,226,1145,2,28,Kind::Resource,4),Entry(27467,9,23336,10,226,1147,2,28,Kind::Resource,4),
    Entry(27480,9,11175,18,226,1149,2,28,Kind::Resource,4),Entry(27493,9,13761,16,226,1151,2,28,Kind::Resource,4),
    Entry(33569,7,17132,14,0,1153,13,10,Kind::Resource,1),Entry(34306,7,15562,19,0,1166,7,45,Kind::Resource,0),
    Entry(0,21,0,0,NONE,1173,6,0,Kind::Type,0),Entry(0,43,0,0,NONE,1179,6,0,Kind::Type,0),
    Entry(0,68,0,0,NONE,1185,2,0,Kind::Type,0),Entry(1039,48,0,0,NONE,1187,3,0,Kind::Type,0),
    Entry(22217,15,0,0,NONE,1190,3,0,Kind::Type,0),Entry(20584,16,0,0,NONE,1193,2,0,Kind::Type,0),
    Entry(6572,19,0,0,NONE,1195,3,0,Kind::Type,0),Entry(6572,27,0,0,NONE,1198,1,0,Kind::Type,0),
    Entry(7179,26,0,0,NONE,1199,2,0,Kind::Type,0),Entry(5268,21,0,0,NONE,1201,1,0,Kind::Type,0),
    Entry(5268,29,0,0,NONE,1202,6,0,Kind::Type,0),Entry(11351,22,0,0,NONE,1208,2,0,Kind::Type,0),
    Entry(23616,14,0,0,NONE,1210,2,0,Kind::Type,0),Entry(18809,13,0,0,NONE,1212,2,0,Kind::Type,0),
    Entry(1589,21,0,0,NONE,1214,1,0,Kind::Type,0),Entry(1589,42,0,0,NONE,1215,5,0,Kind::Type,0),
    Entry(22232,15,0,0,NONE,1220,2,0,Kind::Type,0),Entry(13961,20,0,0,NONE,1222,5,0,Kind::Type,0),
    Entry(6599,14,0,0,NONE,1227,1,0,Kind::Type,0),Entry(6599,27,0,0,NONE,1228,2,0,Kind::Type,0),
    Entry(29638,12,0,0,NONE,1230,3,0,Kind::Type,0),Entry(13981,20,0,0,NONE,1233,2,0,Kind::Type,0),
    Entry(14001,20,0,0,NONE,1235,2,0,Kind::Type,0),Entry(14021,20,0,0,NONE,1237,11,0,Kind::Type,0),
    Entry(3079,21,0,0,NONE,1248,12,0,Kind::Type,0),Entry(3079,34,0,0,NONE,1260,2,0,Kind::Type,0),
    Entry(2054,22,0,0,NONE,1262,3,0,Kind::Type,0),Entry(2054,37,0,0,NONE,1265,2,0,Kind::Type,0),
    Entry(126,34,0,0,NONE,1267,1,0,Kind::Type,0),Entry(126,57,0,0,NONE,1268,2,0,Kind::Type,0),
    Entry(8972,24,0,0,NONE,1270,5,0,Kind::Type,0),Entry(8193,25,0,0,NONE,1275,4,0,Kind::Type,0),
    Entry(4142,23,0,0,NONE,1279,1,0,Kind::Type,0),Entry(4142,31,0,0,NONE,1280,3,0,Kind::Type,0),
    Entry(10207,23,0,0,NONE,1283,5,0,Kind::Type,0),Entry(23630,14,0,0,NONE,1288,3,0,Kind::Type,0),
    Entry(8996,16,0,0,NONE,1291,3,0,Kind::Type,0),Entry(3799,29,0,0,NONE,1294,17,0,Kind::Type,0),
    Entry(3799,32,0,0,NONE,1311,1,0,Kind::Type,0),Entry(10253,23,0,0,NONE,1312,7,0,Kind::Type,0),
    Entry(17204,18,0,0,NONE,1319,31,0,Kind::Type,0),Entry(17222,18,0,0,NONE,1350,2,0,Kind::Type,0),
    Entry(27636,13,0,0,NONE,1352,2,0,Kind::Type,0),Entry(7231,26,0,0,NONE,1354,1,0,Kind::Type,0),
    Entry(15657,19,0,0,NONE,1355,1,0,Kind::Type,0),Entry(17240,18,0,0,NONE,1356,2,0,Kind::Type,0),
    Entry(4655,17,0,0,NONE,1358,1,0,Kind::Type,0),Entry(4655,30,0,0,NONE,1359,2,0,Kind::Type,0),
    Entry(15695,19,0,0,NONE,1361,29,0,Kind::Type,0),Entry(22292,15,0,0,NONE,1390,3,0,Kind::Type,0),
    Entry(15714,15,0,0,NONE,1393,2,0,Kind::Type,0),Entry(501,16,0,0,NONE,1395,14,0,Kind::Type,0),
    Entry(2525,36,0,0,NONE,1409,2,0,Kind::Type,0),Entry(501,34,0,0,NONE,1411,3,0,Kind::Type,0),
    Entry(501,51,0,0,NONE,1414,2,0,Kind::Type,0),Entry(14061,20,0,0,NONE,1416,2,0,Kind::Type,0),
    Entry(15733,19,0,0,NONE,1418,10,0,Kind::Type,0),Entry(4685,30,0,0,NONE,1428,5,0,Kind::Type,0),
    Entry(14081,20,0,0,NONE,1433,15,0,Kind::Wrapper,0),Entry(12676,21,0,0,NONE,1448,2,0,Kind::Type,0),
    Entry(27675,13,0,0,NONE,1450,2,0,Kind::Type,0),Entry(17312,18,0,0,NONE,1452,1,0,Kind::Type,0),
    Entry(5919,28,0,0,NONE,1453,5,0,Kind::Type,0),Entry(14101,20,0,0,NONE,1458,35,0,Kind::Type,0),
    Entry(18928,17,0,0,NONE,1493,1,0,Kind::Type,0),Entry(15752,19,0,0,NONE,1494,1,0,Kind::Wrapper,0),
    Entry(12697,21,0,0,NONE,1495,16,0,Kind::Type,0),Entry(14141,20,0,0,NONE,1511,2,0,Kind::Type,0),
    Entry(15771,19,0,0,NONE,1513,1,0,Kind::Type,0),Entry(14161,16,0,0,NONE,1514,8,0,Kind::Type,0),
    Entry(10368,23,0,0,NONE,1522,1,0,Kind::Type,0),Entry(27701,13,0,0,NONE,1523,1,0,Kind::Type,0),
    Entry(4715,30,0,0,NONE,1524,4,0,Kind::Type,0),Entry(14181,20,0,0,NONE,1528,1,0,Kind::Type,0),
    Entry(6680,27,0,0,NONE,1529,6,0,Kind::Type,0),Entry(5297,29,0,0,NONE,1535,4,0,Kind::Type,0),
    Entry(7257,26,0,0,NONE,1539,7,0,Kind::Type,0),Entry(11395,22,0,0,NONE,1546,2,0,Kind::Type,0),
    Entry(15790,19,0,0,NONE,1548,2,0,Kind::Type,0),Entry(7283,26,0,0,NONE,1550,2,0,Kind::Type,0),
    Entry(19013,17,0,0,NONE,1552,10,0,Kind::Type,0),Entry(14201,19,0,0,NONE,1562,3,0,Kind::Type,0),
    Entry(14201,20,0,0,NONE,1565,1,0,Kind::Type,0),Entry(17420,18,0,0,NONE,1566,7,0,Kind::Type,0),
    Entry(17456,18,0,0,NONE,1573,5,0,Kind::Type,0),Entry(27740,9,23268,8,226,1578,1,28,Kind::Resource,4),
    Entry(27753,9,9954,19,226,1579,6,28,Kind::Resource,4),Entry(27766,9,18554,13,226,1585,0,28,Kind::Resource,4),
    Entry(27779,9,18571,13,226,1585,2,28,Kind::Resource,4),Entry(27792,9,23266,10,226,1587,1,28,Kind::Resource,4),
    Entry(27805,9,18401,13,226,1588,4,28,Kind::Resource,4),Entry(27818,9,30471,7,226,1592,1,28,Kind::Resource,4),
    Entry(27831,9,30482,7,226,1593,9,28,Kind::Resource,4),Entry(27844,9,20280,12,226,1602,4,28,Kind::Resource,4),
    Entry(27857,9,20296,12,226,1606,14,28,Kind::Resource,4),Entry(27870,9,23378,10,226,1620,5,28,Kind::Resource,4),
    Entry(27883,9,23392,10,226,1625,11,28,Kind::Resource,4),Entry(27896,9,26895,9,226,1636,7,28,Kind::Resource,4),
    Entry(27909,9,23406,10,226,1643,4,28,Kind::Resource,4),Entry(27922,9,26908,9,226,1647,16,28,Kind::Resource,4),
    Entry(27935,9,31509,6,226,1663,1,28,Kind::Resource,4),Entry(27948,9,29458,8,226,1664,2,28,Kind::Resource,4),
    Entry(27961,9,31609,6,226,1666,1,28,Kind::Resource,4),Entry(27974,9,28769,7,226,1667,1,28,Kind::Resource,4),
    Entry(27987,9,22532,11,226,1668,3,28,Kind::Resource,4),Entry(28000,9,31899,6,226,1671,2,28,Kind::Resource,4),
    Entry(28013,9,31919,6,226,1673,2,28,Kind::Resource,4),Entry(28026,9,32099,6,226,1675,1,28,Kind::Resource,4),
    Entry(28039,9,28767,9,226,1676,1,28,Kind::Resource,4),Entry(28052,9,31054,7,226,1677,1,28,Kind::Resource,4),
    Entry(28065,9,17906,14,226,1678,3,28,Kind::Resource,4),Entry(28078,9,32109,6,226,1681,3,28,Kind::Resource,4),
    Entry(28091,9,31087,7,226,1684,3,28,Kind::Resource,4),Entry(28130,9,29410,8,226,1687,6,28,Kind::Resource,4),
    Entry(28143,9,20568,12,226,1693,5,28,Kind::Resource,4),Entry(28156,9,29626,8,226,1698,5,28,Kind::Resource,4),
    Entry(28169,9,31849,6,226,1703,4,28,Kind::Resource,4),Entry(33577,7,31779,6,393,1707,2,13,Kind::Resource,1),
    Entry(34313,7,34411,7,0,1709,9,12,Kind::Resource,0),Entry(23742,14,23742,7,0,1718,6,13,Kind::Common,0),
    Entry(33585,7,12718,17,0,1724,4,46,Kind::Resource,1),Entry(33593,8,5355,29,0,1728,1,11,Kind::Resource,0),
    Entry(33601,7,33857,4,0,1729,8,14,Kind::Resource,1),Entry(33609,7,3117,24,0,1737,3,26,Kind::Resource,0),
    Entry(33609,8,4204,31,0,1740,2,25,Kind::Resource,0),Entry(33617,7,29746,8,0,1742,4,39,Kind::Resource,1),
    Entry(32694,8,11527,18,0,1746,0,38,Kind::Resource,1),Entry(34320,7,19285,14,0,1746,2,15,Kind::Resource,0),
    Entry(34327,7,15980,19,0,1748,2,27,Kind::Resource,0),Entry(32703,8,12865,17,0,1750,6,63,Kind::Resource,1),
    Entry(33625,7,14481,16,0,1756,8,62,Kind::Resource,1),Entry(28351,9,31339,6,226,1764,2,28,Kind::Resource,4),
    Entry(28364,9,15315,15,226,1766,2,28,Kind::Resource,4),Entry(28377,9,11153,18,226,1768,2,28,Kind::Resource,4),
    Entry(28390,9,20264,12,226,1770,19,28,Kind::Resource,4),
    Entry(28403,9,13821,16,226,1789,18,28,Kind::Resource,4),Entry(28416,9,29950,8,226,1807,2,28,Kind::Resource,4),
    Entry(28429,9,5667,24,226,1809,3,28,Kind::Resource,4),Entry(28442,9,4080,27,226,1812,2,28,Kind::Resource,4),
    Entry(28455,9,5152,25,226,1814,2,28,Kind::Resource,4),Entry(28468,9,7918,21,226,1816,2,28,Kind::Resource,4),
    Entry(28481,9,15353,15,226,1818,2,28,Kind::Resource,4),Entry(28494,9,5807,24,226,1820,2,28,Kind::Resource,4),
    Entry(33641,7,31919,6,393,1822,2,13,Kind::Resource,1),Entry(14101,7,5290,7,0,1824,8,17,Kind::Resource,0),
    Entry(17104,7,17108,4,0,1832,7,31,Kind::Resource,0),Entry(33649,7,29902,8,0,1839,2,18,Kind::Resource,1),
    Entry(33665,7,11615,18,0,1841,7,24,Kind::Resource,1),Entry(33673,7,7465,22,0,1848,6,41,Kind::Resource,1),
    Entry(32712,8,6003,24,0,1854,5,40,Kind::Resource,1),Entry(33681,7,9116,20,0,1859,3,42,Kind::Resource,1),
    Entry(33689,8,30988,11,0,1862,0,22,Kind::Resource,0),Entry(33697,8,24022,12,0,1862,7,21,Kind::Resource,0),
    Entry(32721,8,33000,5,0,1869,3,64,Kind::Resource,1),Entry(34369,7,2778,12,0,1872,19,23,Kind::Resource,0),
    Entry(33705,8,12907,21,0,1891,5,20,Kind::Resource,0),Entry(33713,7,29986,8,393,1896,9,13,Kind::Resource,1),
    Entry(34383,7,24162,14,0,1905,10,47,Kind::Resource,0),Entry(34590,6,10621,5,0,1915,11,32,Kind::Resource,0),
    Entry(33721,8,6711,11,0,1926,9,51,Kind::Resource,0),Entry(33729,8,6711,15,0,1935,12,50,Kind::Resource,0),
    Entry(32730,8,17870,14,0,1947,8,33,Kind::Resource,1),Entry(34390,6,24120,10,0,1955,16,29,Kind::Resource,1),
    Entry(33737,7,17852,14,0,1971,5,60,Kind::Resource,1),Entry(33745,7,11791,18,0,1976,4,30,Kind::Resource,1),
    Entry(28793,9,3735,28,226,1980,2,28,Kind::Resource,4),Entry(28806,9,5751,24,226,1982,2,28,Kind::Resource,4),
];

#[rustfmt::skip]
pub(super) static TYPES: [Type; 241] = [
    Type(7101,26,NONE),Type(5123,29,NONE),Type(31449,10,NONE),Type(32370,9,NONE),Type(23252,14,NONE),
    Type(29254,12,NONE),Type(7843,25,NONE),Type(13621,20,215),Type(9701,23,NONE),Type(17078,18,NONE),
    Type(32550,9,NONE),Type(23560,14,NONE),Type(10092,23,NONE),Type(13901,20,NONE),Type(11329,22,NONE),
    Type(5239,29,NONE),Type(3045,34,NONE),Type(6518,20,NONE),Type(6518,27,NONE),Type(20520,16,NONE),
    Type(20536,16,NONE),Type(12571,21,NONE),Type(8924,24,NONE),Type(17096,18,NONE),Type(20552,16,NONE),
    Type(15524,19,NONE),Type(18758,17,NONE),Type(18775,17,NONE),Type(10115,23,NONE),Type(17114,18,NONE),
    Type(15543,19,NONE),Type(18792,17,NONE),Type(8948,24,NONE),Type(23568,6,NONE),Type(33321,8,NONE),
    Type(15600,19,NONE),Type(6545,27,NONE),Type(0,21,274),Type(0,43,275),Type(0,68,276),Type(1039,48,277),
    Type(8143,25,NONE),Type(30669,11,NONE),Type(22217,15,278),Type(20584,16,279),Type(6572,19,280),
    Type(6572,27,281),Type(7179,26,282),Type(5268,21,283),Type(5268,29,284),Type(11351,22,285),Type(13941,20,NONE),
    Type(27597,13,NONE),Type(23616,14,286),Type(18809,13,287),Type(18809,17,NONE),Type(8168,25,NONE),
    Type(10138,23,NONE),Type(1589,21,288),Type(1589,42,289),Type(22232,15,290),Type(18826,17,NONE),
    Type(13961,20,291),Type(30680,11,NONE),Type(10161,23,NONE),Type(10184,23,NONE),Type(22247,15,NONE),
    Type(6599,14,292),Type(6599,27,293),Type(18843,17,NONE),Type(27610,13,NONE),Type(29638,12,294),
    Type(13981,20,295),Type(14001,20,296),Type(20600,16,NONE),Type(14021,20,297),Type(3079,21,298),
    Type(3079,34,299),Type(2054,22,300),Type(2054,37,301),Type(11337,14,NONE),Type(126,34,302),Type(126,57,303),
    Type(8972,24,304),Type(8193,25,305),Type(4142,23,306),Type(4142,31,307),Type(18860,17,NONE),Type(23630,14,309),
    Type(5247,21,NONE),Type(8996,16,310),Type(8996,24,NONE),Type(29650,12,NONE),Type(6526,12,NONE),
    Type(10230,23,NONE),Type(3799,29,311),Type(3799,32,312),Type(27623,13,NONE),Type(20632,16,NONE),
    Type(10253,23,313),Type(17168,18,NONE),Type(17186,18,NONE),Type(23644,14,NONE),Type(17204,18,314),
    Type(15638,19,NONE),Type(22262,15,NONE),Type(17222,18,315),Type(12634,21,NONE),Type(8218,25,NONE),
    Type(20648,16,NONE),Type(27636,13,316),Type(20528,8,NONE),Type(20544,8,NONE),Type(31719,10,NONE),
    Type(7231,26,317),Type(15657,19,318),Type(22277,15,NONE),Type(20664,16,NONE),Type(23658,14,NONE),
    Type(6626,27,NONE),Type(17240,18,319),Type(17258,18,NONE),Type(14041,20,NONE),Type(4173,31,NONE),
    Type(27649,13,NONE),Type(27662,13,NONE),Type(15676,19,NONE),Type(8243,25,NONE),Type(4655,17,320),
    Type(4655,30,321),Type(10276,23,NONE),Type(23672,14,NONE),Type(15695,19,322),Type(17276,18,NONE),
    Type(22292,15,323),Type(15714,15,324),Type(15714,19,NONE),Type(10299,23,NONE),Type(18877,17,NONE),
    Type(32685,9,NONE),Type(31729,10,NONE),Type(501,16,325),Type(2525,36,326),Type(501,34,327),Type(501,51,328),
    Type(6653,27,NONE),Type(8268,25,NONE),Type(3113,34,NONE),Type(12579,13,NONE),Type(14061,20,329),
    Type(15733,19,330),Type(10322,23,NONE),Type(12655,21,NONE),Type(30691,11,NONE),Type(14081,20,332),
    Type(12676,21,333),Type(17294,18,NONE),Type(18894,17,NONE),Type(20680,16,NONE),Type(27675,13,334),
    Type(17312,18,335),Type(5919,28,336),Type(17330,18,NONE),Type(17348,18,332),Type(27688,13,NONE),
    Type(14101,20,337),Type(18911,17,NONE),Type(18928,17,338),Type(20696,16,NONE),Type(8932,16,NONE),
    Type(14121,20,NONE),Type(15752,19,339),Type(12697,21,340),Type(11373,22,NONE),Type(14141,16,NONE),
    Type(14141,20,341),Type(18945,17,NONE),Type(17104,10,NONE),Type(15771,19,342),Type(18962,17,NONE),
    Type(14161,16,343),Type(14161,20,NONE),Type(17366,18,NONE),Type(17384,18,NONE),Type(10345,23,NONE),
    Type(10368,22,NONE),Type(10368,23,344),Type(20712,16,NONE),Type(27701,13,345),Type(4715,30,346),
    Type(14181,20,347),Type(18979,17,NONE),Type(6680,27,348),Type(5297,29,349),Type(7257,26,350),
    Type(31739,10,NONE),Type(11395,22,351),Type(18996,17,NONE),Type(15790,19,352),Type(9020,24,NONE),
    Type(10391,23,NONE),Type(31749,10,NONE),Type(5947,28,NONE),Type(7283,26,353),Type(17402,18,NONE),
    Type(27714,13,NONE),Type(15532,11,NONE),Type(14201,19,355),Type(14201,20,356),Type(11417,22,NONE),
    Type(10414,23,NONE),Type(6707,27,NONE),Type(15809,19,NONE),Type(14221,20,NONE),Type(5326,29,NONE),
    Type(17420,18,357),Type(17438,18,NONE),Type(11439,22,NONE),Type(19030,17,NONE),Type(19047,17,NONE),
    Type(17456,18,358),Type(18766,9,NONE),Type(21256,16,NONE),Type(32179,10,NONE),Type(18783,9,NONE),
    Type(10123,15,NONE),Type(17122,10,NONE),Type(31098,7,NONE),Type(31098,11,NONE),Type(33072,9,NONE),
    Type(15551,11,NONE),Type(17088,8,NONE),Type(32189,10,NONE),Type(34474,7,NONE),Type(13180,21,NONE),
    Type(17924,18,NONE),Type(18800,9,NONE),Type(34481,7,NONE),Type(34025,8,NONE),Type(24190,14,NONE),
    Type(22817,15,NONE),
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
pub(super) static ROWS: [Row; 1984] = [
    // *
    Row(7792,2,16502,18,26,12,23),Row(37066,4,10867,22,42,7,23),Row(7315,3,20008,16,234,30,11),
    Row(415,2,31279,10,27,11,23),Row(1766,2,13965,13,62,900,18),Row(742,2,34166,7,33,21,27),
    Row(37234,4,32361,9,33,31,27),Row(463,2,29194,12,205,4,28),Row(37242,4,2701,35,27,10,23),
    Row(295,2,23462,14,205,8,28),Row(37191,3,30636,6,113,6,23),Row(38127,3,30647,4,224,9,28),
    Row(161,3,4177,8,106,32,16),Row(2726,2,20456,16,205,5,28),Row(437,2,33905,8,139,3,28),
    Row(297,2,30900,10,33,2,28),Row(1735,2,20700,12,168,0,22),Row(600,2,22637,8,234,20,11),
    Row(1727,2,8936,12,169,1,12),
    // acmp
    Row(34696,5,13461,20,33,111,28),
    // acp
    Row(37090,4,3703,32,118,103,23),Row(37102,4,2666,35,118,105,23),Row(37122,4,4415,30,118,104,23),
    Row(20533,2,17672,10,188,101,17),Row(38247,3,23952,14,188,102,17),
    // actr
    Row(10889,3,29002,12,52,110,17),Row(37914,3,21542,15,165,108,17),Row(37917,3,23056,14,235,101,11),
    Row(18401,3,29290,12,27,106,23),Row(38028,3,20360,16,235,105,11),Row(33509,3,9000,12,90,103,17),
    Row(38034,3,29654,8,92,104,12),Row(38106,3,15448,5,43,109,16),Row(5768,3,20840,16,33,107,28),
    Row(37131,3,19591,17,33,102,27),
    // ae
    Row(37908,3,21187,5,33,103,28),Row(29071,3,6576,23,46,116,16),Row(30857,3,23105,6,236,102,28),
    Row(37118,3,34152,7,236,101,27),Row(37983,3,13581,20,183,108,23),Row(2769,3,23634,10,88,109,16),
    Row(37478,3,31169,10,102,110,27),Row(2803,2,33865,8,224,106,27),Row(411,2,30757,11,224,105,27),
    Row(30695,3,28299,13,153,104,23),Row(37594,4,17708,18,32,112,11),Row(3983,2,16075,19,226,107,6),
    Row(38286,3,10349,19,184,114,23),Row(37335,3,5951,24,202,111,23),Row(16049,4,28754,13,226,115,5),
    Row(296,3,13421,20,217,117,11),Row(38364,3,11835,22,239,118,11),Row(37854,4,10644,23,226,113,5),
    // agd:coAMr
    Row(37995,3,16754,18,205,111,27),Row(35471,5,18707,17,10,114,1),Row(36581,5,24036,14,10,112,1),
    Row(36856,5,32119,10,205,113,27),
    // agd:dCAMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // ajap
    Row(32424,3,32424,9,51,111,12),
    // ajif
    Row(37106,4,8068,25,224,111,28),
    // ajmc
    Row(37194,4,31329,10,236,112,27),Row(15448,3,15448,5,236,111,27),Row(7326,3,14381,6,236,113,27),
    // ajpr
    Row(37977,3,29230,12,236,111,28),Row(38268,3,23896,14,236,112,27),
    // ajso
    Row(37110,4,30746,10,236,111,28),Row(3347,3,3347,6,226,112,6),
    // alpc
    Row(1083,3,32199,9,116,102,23),Row(37980,3,32274,6,33,101,28),
    // alst
    Row(6746,3,17564,18,234,101,12),
    // andi
    Row(37926,3,32325,9,224,113,28),Row(38022,3,35201,5,236,111,28),Row(38025,3,34180,7,236,112,28),
    Row(38124,3,22157,15,118,117,23),Row(38298,3,28624,13,234,115,11),Row(12549,3,28637,13,234,114,11),
    Row(8,2,32415,9,236,116,27),
    // ani
    Row(2420,3,30229,11,236,111,28),Row(38115,3,27571,13,118,112,23),
    // asar
    Row(37896,3,31269,10,116,103,23),Row(37899,3,23098,14,116,102,23),Row(37114,4,18163,17,116,101,23),
    Row(12537,3,21557,15,23,104,23),
    // auds
    Row(8732,3,33233,8,56,101,11),Row(11183,2,37350,4,33,104,27),Row(16916,2,22266,11,103,107,16),
    Row(38217,3,3101,12,110,113,16),Row(1674,3,17582,18,120,112,16),Row(536,2,536,9,148,105,11),
    Row(37602,4,22547,7,23,108,23),Row(35113,3,12886,21,169,106,11),Row(37387,3,20984,11,205,111,27),
    Row(33984,3,31753,6,57,102,11),Row(35772,4,33977,8,25,109,23),Row(37822,4,34638,6,14,110,23),
    Row(549,2,549,2,224,103,27),
    // auif
    Row(11183,2,37350,4,33,102,27),Row(37602,4,22547,7,23,103,23),Row(33984,3,31753,6,57,101,11),
    Row(35772,4,33977,8,25,104,23),
    // aupy
    Row(139,2,16592,18,41,102,11),Row(7464,2,33921,8,190,101,16),Row(33984,3,31753,6,57,103,11),
    Row(549,2,549,2,224,104,27),
    // bat
    Row(37932,3,29050,12,239,111,12),Row(37935,3,18830,13,61,112,12),
    // bdt
    Row(38016,3,18418,17,179,103,27),Row(38082,3,12487,21,120,105,16),Row(38085,3,32496,9,224,106,27),
    Row(9728,3,32766,9,27,107,23),Row(1882,3,28221,13,235,102,12),Row(23516,3,5330,25,214,104,11),
    Row(38403,3,28819,13,235,101,12),
    // cb
    Row(37066,4,10867,22,42,101,23),Row(37980,3,32274,6,33,103,28),Row(11702,3,27614,7,70,102,11),
    Row(37983,3,13581,20,183,108,23),Row(4713,3,21842,11,205,503,27),Row(37242,4,2701,35,27,107,23),
    Row(2769,3,23634,10,88,109,16),Row(22110,3,32271,9,33,502,27),Row(2803,2,33865,8,224,106,27),
    Row(30695,3,28299,13,153,105,24),Row(19540,3,34666,5,33,501,28),Row(38276,3,12970,21,22,104,9),
    Row(37335,3,5951,24,202,110,23),
    // cid:dMPMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:dSEMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:dSGMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:dSLCr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:dSWMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:dWQMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:deOLp
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cid:deWSn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cin
    Row(37956,3,22251,11,66,101,27),Row(2426,3,2426,7,223,105,3),Row(37218,4,6603,10,67,103,16),
    Row(6002,2,30350,11,234,102,12),Row(37262,4,30438,11,235,501,11),Row(37995,3,16754,18,35,502,27),
    Row(411,2,30757,11,224,104,27),
    // cmbf
    Row(37094,3,9655,23,18,111,9),Row(37458,4,28104,13,234,112,12),Row(38295,3,22667,15,235,113,12),
    // cmdf
    Row(34697,4,22296,8,134,111,19),
    // cmdv
    Row(1229,3,31469,10,93,112,12),Row(496,2,29869,5,235,111,12),Row(2741,3,11593,22,223,116,2),
    Row(37571,3,7413,14,223,114,2),Row(37590,4,7413,26,226,115,5),Row(3984,3,28533,13,116,113,24),
    // cml
    Row(38112,3,13861,20,29,121,4),Row(2981,3,15467,19,17,116,9),Row(37426,4,20504,16,117,119,9),
    Row(37434,4,13881,20,117,117,9),Row(38136,3,12550,21,117,120,9),Row(37438,4,15486,19,117,118,9),
    Row(496,2,29869,5,235,111,12),Row(2741,3,11593,22,223,115,3),Row(37571,3,7413,14,223,113,3),
    Row(37590,4,7413,26,226,114,5),Row(3984,3,28533,13,116,112,24),
    // cmnr
    Row(37094,4,7793,25,18,111,9),Row(34697,4,22296,8,134,112,18),
    // cmp
    Row(34697,4,22296,8,134,112,20),Row(37965,3,23238,14,236,111,28),
    // cmpv
    Row(37094,3,9655,23,18,111,9),Row(37992,3,12214,21,226,116,6),Row(37282,4,18384,17,233,114,12),
    Row(37286,4,12235,21,233,112,12),Row(38007,3,11043,22,233,115,12),Row(37290,4,13641,20,233,113,12),
    // cmwr
    Row(37170,3,1593,17,58,114,17),Row(34697,4,22296,8,134,116,17),Row(38181,3,29698,12,234,112,12),
    Row(38214,3,22427,15,223,115,2),Row(38334,3,19557,17,234,113,12),Row(38376,3,28689,13,116,111,24),
    // cnt
    Row(37938,3,21812,15,234,105,12),Row(37147,3,13601,20,234,104,12),Row(37278,4,20248,16,226,108,5),
    Row(423,2,29578,6,224,880,27),Row(471,2,31679,10,224,106,27),Row(38142,3,30702,11,234,102,11),
    Row(38160,3,23700,14,234,103,11),Row(38166,3,20744,16,234,101,11),Row(15,2,34614,6,224,881,27),
    Row(411,2,30757,11,224,107,27),Row(37730,4,22682,15,31,501,23),
    // cod:aCJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:aPJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:acCTr
    Row(37995,3,16754,18,205,111,27),
    // cod:acoSr
    Row(34701,5,23042,14,232,113,11),Row(37995,3,16754,18,205,111,27),Row(35756,5,33313,8,231,112,15),
    // cod:aiQSr
    Row(34721,5,30207,11,231,120,14),Row(37182,4,37182,4,231,123,14),Row(458,2,458,2,231,121,14),
    Row(37962,3,37962,3,231,122,14),Row(37995,3,16754,18,205,111,27),Row(35491,5,33265,8,231,118,14),
    Row(35941,5,19115,17,226,112,5),Row(38202,3,38202,3,231,125,14),Row(36016,5,36016,5,231,128,14),
    Row(37511,2,37511,2,231,127,14),Row(32408,4,32408,4,232,117,11),Row(37562,3,37562,3,232,113,11),
    Row(37562,4,37562,4,232,115,11),Row(37566,4,37566,4,232,114,11),Row(38307,3,38307,3,231,126,14),
    Row(14701,5,14701,11,231,119,14),Row(38373,3,38373,3,231,116,14),Row(38400,3,38400,3,231,124,14),
    Row(36986,5,28845,13,231,129,14),Row(36991,5,33063,9,231,130,14),
    // cod:airFw
    Row(34781,5,33169,8,226,119,5),Row(37995,3,16754,18,205,111,27),Row(35486,5,15429,19,234,117,11),
    Row(35846,5,33793,8,232,114,11),Row(35916,5,33833,8,232,113,11),Row(30955,5,30955,5,232,112,12),
    Row(36631,5,6031,28,10,118,0),Row(36656,5,7491,26,10,116,0),Row(36906,5,19829,17,234,115,11),
    // cod:alaSr
    Row(34726,5,30218,11,226,114,6),Row(37995,3,16754,18,205,111,27),Row(12529,5,12529,5,234,113,11),
    Row(37846,4,37846,4,234,112,11),
    // cod:anemr
    Row(37995,3,16754,18,205,111,27),Row(36991,5,33063,9,231,112,15),
    // cod:answr
    Row(37995,3,16754,18,205,111,27),
    // cod:auDFr
    Row(34711,5,32316,9,10,113,1),Row(35031,5,21797,15,234,112,12),Row(37995,3,16754,18,205,111,27),
    // cod:audVe
    Row(37995,3,16754,18,205,111,27),Row(35851,5,33801,8,232,114,11),Row(35986,5,30735,11,226,115,6),
    Row(36431,5,22562,15,226,116,6),Row(36601,5,33009,9,232,113,11),Row(36931,5,31076,11,232,112,12),
    // cod:bEIAs
    Row(37166,4,37166,4,231,115,15),Row(37995,3,16754,18,205,111,27),Row(30548,3,30548,3,231,113,15),
    Row(37418,4,37418,4,231,117,15),Row(35981,5,31809,6,231,114,15),Row(36396,5,31939,10,231,118,15),
    Row(36921,5,32149,10,231,116,15),Row(6788,5,6788,5,231,112,15),
    // cod:baror
    Row(19992,5,19992,5,226,112,5),Row(34771,5,15030,19,231,113,15),Row(37995,3,16754,18,205,111,27),
    Row(35786,5,14261,20,232,115,11),Row(35901,5,14281,20,232,114,11),
    // cod:bat
    Row(34826,5,21617,15,234,123,11),Row(34831,5,29062,12,234,124,11),Row(34836,5,20024,16,232,118,11),
    Row(34891,5,33185,8,232,113,11),Row(34911,5,18540,14,231,120,14),Row(34931,5,16811,15,231,119,14),
    Row(4092,5,4092,8,226,115,5),Row(37995,3,16754,18,205,111,27),Row(35221,5,18537,17,231,122,14),
    Row(35256,5,16808,18,231,121,14),Row(35261,5,15391,11,226,116,5),Row(35761,5,31689,10,226,117,5),
    Row(38139,3,5492,5,232,112,12),Row(36366,5,29854,12,226,114,5),
    // cod:bilDt
    Row(34806,5,34159,7,231,113,15),Row(10104,5,10104,5,232,114,12),Row(35116,5,33217,8,236,115,27),
    Row(35176,5,26856,13,226,112,6),Row(37995,3,16754,18,205,111,27),Row(35326,5,31579,10,226,116,6),
    // cod:bilWl
    Row(34806,5,34159,7,231,113,15),Row(10104,5,10104,5,232,114,12),Row(37995,3,16754,18,205,111,27),
    Row(36996,5,21240,16,226,112,6),
    // cod:binOt
    Row(37995,3,16754,18,205,111,27),Row(37398,4,37398,4,236,115,27),Row(36026,5,31829,10,236,113,28),
    Row(36031,5,20840,6,236,112,28),Row(32937,4,32937,4,232,114,11),
    // cod:binSh
    Row(37995,3,16754,18,205,111,27),Row(15794,5,15794,5,226,112,6),
    // cod:blenr
    Row(37995,3,16754,18,205,111,27),Row(36576,5,32982,9,234,113,11),Row(36871,5,32129,10,226,112,6),
    // cod:boCAr
    Row(34821,5,21602,15,231,117,14),Row(37929,3,37929,3,231,113,14),Row(34851,5,24503,13,231,120,14),
    Row(34856,5,31309,10,231,112,14),Row(37995,3,16754,18,205,111,27),Row(35321,5,30548,11,231,114,14),
    Row(35551,5,32523,9,231,118,14),Row(35571,5,18724,17,231,121,14),Row(37454,4,37454,4,231,119,14),
    Row(35976,5,31809,10,231,116,14),Row(36541,5,29974,12,231,115,14),Row(36556,5,32009,10,231,122,14),
    // cod:boilr
    Row(37995,3,16754,18,205,111,27),Row(33984,3,31753,6,226,112,6),
    // cod:brewg
    Row(35086,5,31409,10,232,112,12),Row(37995,3,16754,18,205,111,27),Row(36621,5,33961,8,234,113,11),
    // cod:brigs
    Row(24923,5,23182,10,232,112,12),Row(37995,3,16754,18,205,111,27),
    // cod:cDJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:cHJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:cWDJM
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,11),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:cWJMO
    Row(34966,5,33201,8,226,118,5),Row(37995,3,16754,18,205,111,27),Row(35316,5,31569,10,226,119,5),
    Row(36216,5,34446,7,226,115,5),Row(36551,5,32964,9,234,113,11),Row(36571,5,32973,9,226,116,5),
    Row(36576,5,32982,9,234,114,11),Row(36596,5,32029,10,226,117,5),Row(36976,5,34009,8,234,112,11),
    // cod:cWJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:call
    Row(37995,3,16754,18,205,111,27),
    // cod:carSr
    Row(34896,5,33193,8,236,113,28),Row(37995,3,16754,18,205,111,27),Row(36436,5,31969,10,226,112,6),
    // cod:casDr
    Row(34806,5,34159,7,231,113,15),Row(10104,5,10104,5,232,114,12),Row(35116,5,33217,8,236,115,27),
    Row(37995,3,16754,18,205,111,27),Row(35251,5,23350,14,226,112,6),
    // cod:clock
    Row(35076,5,21842,15,236,114,27),Row(35091,5,30394,11,227,113,28),Row(35106,5,21842,11,237,112,28),
    Row(37995,3,16754,18,205,111,27),
    // cod:close
    Row(37995,3,16754,18,205,111,27),
    // cod:coiDt
    Row(34806,5,34159,7,231,113,15),Row(10104,5,10104,5,232,114,12),Row(35116,5,33217,8,236,115,27),
    Row(35176,5,26856,13,226,112,6),Row(37995,3,16754,18,205,111,27),Row(35326,5,31579,10,226,116,6),
    // cod:colSn
    Row(25066,5,13561,16,232,112,12),Row(37995,3,16754,18,205,111,27),
    // cod:color
    Row(37162,4,37162,4,232,114,12),Row(37995,3,16754,18,205,111,27),Row(35406,5,35406,5,232,113,12),
    Row(4748,3,4748,3,232,112,12),
    // cod:conny
    Row(34866,5,4505,30,232,124,11),Row(34901,5,34560,6,232,114,11),Row(34956,5,26713,13,232,121,11),
    Row(35036,5,16646,18,205,122,27),Row(35041,5,16664,18,232,123,11),Row(35121,5,8684,24,232,120,11),
    Row(35131,5,18333,17,232,119,11),Row(37995,3,16754,18,205,111,27),Row(35896,5,6734,27,232,125,11),
    Row(37115,3,37115,3,236,118,27),Row(37662,4,37662,4,232,112,12),Row(37666,4,37666,4,232,113,11),
    Row(37670,4,37670,4,232,115,11),Row(36501,5,32928,9,232,116,11),Row(37690,4,37690,4,232,117,11),
    // cod:creds
    Row(37995,3,16754,18,205,111,27),Row(35746,5,32559,9,236,112,27),Row(38250,3,33913,8,236,113,27),
    Row(21952,2,10621,5,236,114,27),
    // cod:croBr
    Row(34811,5,23140,14,226,112,5),Row(34816,5,24464,13,226,113,6),Row(37995,3,16754,18,205,111,27),
    Row(7409,5,7409,5,237,114,27),
    // cod:dAQMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:dMFPr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:dWJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:deARr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deCTr
    Row(37995,3,16754,18,205,111,27),
    // cod:deDDy
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deDLk
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deDPr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deDSr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deGSr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:deNVe
    Row(37995,3,16754,18,205,111,27),
    // cod:deSBn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deSPg
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:deWVe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devCa
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devD0
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devLt
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devPr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devSh
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devSr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devTr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:devTt
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // cod:displ
    Row(37995,3,16754,18,205,111,27),Row(35246,5,23364,14,226,112,6),
    // cod:dooSs
    Row(37995,3,16754,18,205,111,27),Row(35271,5,32433,9,234,112,12),Row(36046,5,32838,9,226,114,5),
    Row(36051,5,29758,12,205,113,27),
    // cod:dowCl
    Row(37995,3,16754,18,205,111,27),
    // cod:dowVe
    Row(37995,3,16754,18,205,111,27),
    // cod:elVCr
    Row(34916,5,15394,16,232,113,11),Row(37995,3,16754,18,205,111,27),Row(35226,5,15391,19,232,114,11),
    Row(33984,3,31753,6,226,112,6),
    // cod:eneCn
    Row(34681,5,7743,25,231,113,15),Row(35111,5,4505,7,231,118,14),Row(37995,3,16754,18,205,111,27),
    Row(35371,5,32469,9,231,119,14),Row(35861,5,23728,14,236,120,27),Row(35971,5,17510,18,232,116,11),
    Row(15999,5,15999,5,231,112,14),Row(36411,5,8418,25,232,114,11),Row(36506,5,19506,17,232,115,11),
    Row(36936,5,21224,7,231,117,14),
    // cod:eneGn
    Row(37995,3,16754,18,205,111,27),Row(35391,5,20408,16,236,116,28),Row(35971,5,17510,18,232,115,11),
    Row(36166,5,15999,19,231,112,14),Row(36416,5,9092,24,232,113,11),Row(36506,5,19506,17,232,114,11),
    // cod:fauDn
    Row(37210,4,37210,4,232,113,11),Row(5123,2,30449,11,236,114,27),Row(37995,3,16754,18,205,111,27),
    Row(33984,3,31753,6,226,112,6),
    // cod:filIo
    Row(37995,3,16754,18,205,111,27),Row(35336,5,23490,14,232,114,11),Row(35996,5,20824,16,226,113,5),
    Row(36876,5,33985,8,232,112,12),
    // cod:foamg
    Row(37995,3,16754,18,205,111,27),Row(35361,5,22007,15,234,112,12),
    // cod:gMRIo
    Row(37995,3,16754,18,205,111,27),Row(36801,5,28715,13,231,112,15),Row(36891,5,31065,11,226,113,5),
    // cod:gaCCl
    Row(34841,5,24490,13,236,112,27),Row(37995,3,16754,18,205,111,27),Row(36351,5,23854,14,231,113,14),
    Row(36356,5,30867,11,231,115,14),Row(36676,5,28676,13,231,114,14),Row(36681,5,32069,10,231,116,14),
    // cod:gaMAm
    Row(37995,3,16754,18,205,111,27),Row(35636,5,23546,14,226,116,5),Row(35651,5,29590,12,226,114,5),
    Row(35701,5,23602,14,226,113,5),Row(35706,5,22187,15,226,115,5),Row(35726,5,30658,11,226,112,5),
    Row(35801,5,22307,15,226,117,5),Row(36496,5,21048,16,226,118,5),
    // cod:galMe
    Row(37995,3,16754,18,205,111,27),Row(35231,5,21917,15,232,113,11),Row(35236,5,16826,18,234,112,12),
    Row(35241,5,29314,12,234,114,11),
    // cod:geoLn
    Row(34741,5,33137,8,231,114,14),Row(37995,3,16754,18,205,111,27),Row(35436,5,22067,15,231,118,14),
    Row(35446,5,18673,7,231,115,14),Row(35481,5,16934,18,231,116,14),Row(35646,5,33289,8,231,112,15),
    Row(35751,5,32568,9,231,113,15),Row(36751,5,24050,14,231,121,14),Row(36761,5,22697,15,231,120,14),
    Row(36766,5,24078,14,231,119,14),Row(36901,5,21208,16,231,117,14),
    // cod:glucr
    Row(34946,5,7049,26,231,116,14),Row(34951,5,7075,26,236,117,27),Row(34981,5,21737,15,231,114,14),
    Row(34986,5,26791,13,236,121,27),Row(34991,5,21752,15,236,119,27),Row(34996,5,30372,11,236,118,27),
    Row(35001,5,18316,17,231,115,14),Row(35006,5,26804,13,236,120,27),Row(35011,5,26726,13,231,112,15),
    Row(37995,3,16754,18,205,111,27),Row(35431,5,35431,5,231,113,14),
    // cod:grinr
    Row(31379,5,31379,10,234,113,11),Row(37995,3,16754,18,205,111,27),Row(35401,5,22052,15,234,114,11),
    Row(32139,5,32139,10,226,112,6),
    // cod:hangp
    Row(37995,3,16754,18,205,111,27),
    // cod:heaSr
    Row(37995,3,16754,18,205,111,27),Row(35436,5,22067,15,231,113,14),Row(35446,5,18673,7,231,112,15),
    // cod:heaZe
    Row(37995,3,16754,18,205,111,27),Row(35441,5,29506,12,232,112,12),Row(35781,5,22322,15,232,113,12),
    // cod:heigt
    Row(37995,3,16754,18,205,111,27),Row(25690,5,31629,6,231,112,15),
    // cod:hoWSy
    Row(37138,4,37138,4,226,112,5),Row(37995,3,16754,18,205,111,27),
    // cod:impSr
    Row(37995,3,16754,18,205,111,27),Row(35526,5,8043,25,231,114,14),Row(35531,5,10023,23,231,115,14),
    Row(35541,5,30614,11,231,113,14),Row(35546,5,29518,12,226,112,6),
    // cod:inNVe
    Row(37995,3,16754,18,205,111,27),
    // cod:infSr
    Row(35191,5,29302,12,205,113,28),Row(35196,5,26869,13,226,112,6),Row(37995,3,16754,18,205,111,27),
    // cod:keeWm
    Row(37995,3,16754,18,205,111,27),Row(36771,5,19625,17,231,113,14),Row(5859,4,5859,4,232,112,11),
    // cod:keypd
    Row(37995,3,16754,18,205,111,27),Row(35596,5,32541,9,232,112,12),
    // cod:liqLl
    Row(37995,3,16754,18,205,111,27),Row(25781,5,22142,11,234,112,12),
    // cod:liqRg
    Row(37995,3,16754,18,205,111,27),Row(25794,5,15505,15,234,112,12),
    // cod:lock
    Row(37995,3,16754,18,205,111,27),Row(1886,4,1886,4,226,112,6),
    // cod:maSPs
    Row(35186,5,18435,17,231,112,15),Row(37995,3,16754,18,205,111,27),Row(35461,5,18690,17,226,115,6),
    Row(35576,5,22097,15,231,113,14),Row(35791,5,9044,24,232,114,11),
    // cod:medSt
    Row(37995,3,16754,18,205,111,27),Row(35866,5,34404,7,232,112,12),Row(35871,5,32748,9,236,114,27),
    Row(35876,5,32757,9,234,116,11),Row(36636,5,12949,21,10,113,1),Row(33984,3,31753,6,226,115,5),
    // cod:motSr
    Row(19992,5,19992,5,226,112,6),Row(37995,3,16754,18,205,111,27),Row(36481,5,30922,11,232,114,11),
    Row(36516,5,31999,10,232,113,11),
    // cod:muAVe
    Row(37995,3,16754,18,205,111,27),
    // cod:muSSr
    Row(37995,3,16754,18,205,111,27),
    // cod:nexTk
    Row(37995,3,16754,18,205,111,27),
    // cod:numVe
    Row(35151,5,29266,12,231,115,14),Row(37995,3,16754,18,205,111,27),Row(35851,5,33801,8,231,114,14),
    Row(35921,5,33841,8,231,113,14),Row(25885,5,22397,11,231,112,15),Row(24036,4,24036,4,231,116,14),
    // cod:opeLl
    Row(37995,3,16754,18,205,111,27),Row(35826,5,33761,8,232,115,11),Row(35911,5,33825,8,232,114,11),
    Row(25898,5,28234,9,232,112,12),Row(36601,5,33009,9,232,113,11),
    // cod:opeMe
    Row(37995,3,16754,18,205,111,27),Row(36586,5,32019,10,226,112,6),
    // cod:open
    Row(37995,3,16754,18,205,111,27),
    // cod:oveSr
    Row(35191,5,29302,12,205,113,28),Row(37995,3,16754,18,205,111,27),Row(15554,3,15554,8,231,114,15),
    Row(36106,5,19234,17,226,112,6),
    // cod:oximr
    Row(37995,3,16754,18,205,111,27),Row(36111,5,20904,16,232,112,12),
    // cod:ozoMr
    Row(37995,3,16754,18,205,111,27),Row(35851,5,33801,8,231,115,14),Row(36021,5,28273,13,231,112,15),
    Row(36116,5,29794,12,231,113,14),Row(36121,5,30779,11,234,114,11),
    // cod:pPCRr
    Row(34806,5,34159,7,231,114,15),Row(34896,5,33193,8,232,113,12),Row(35116,5,33217,8,236,115,27),
    Row(37995,3,16754,18,205,111,27),Row(36341,5,31909,10,226,112,6),
    // cod:parSs
    Row(37995,3,16754,18,205,111,27),Row(25976,5,19251,13,226,112,6),
    // cod:peRCg
    Row(34801,5,30251,11,232,112,12),Row(37995,3,16754,18,205,111,27),Row(36151,5,7361,6,232,113,11),
    Row(36401,5,28572,13,232,115,11),Row(36406,5,31949,10,232,114,11),
    // cod:phoCl
    Row(34881,5,33177,8,236,112,28),Row(34886,5,32334,9,234,114,11),Row(37995,3,16754,18,205,111,27),
    Row(36361,5,30878,11,236,113,28),
    // cod:plaCl
    Row(34876,5,12193,21,236,113,27),Row(35066,5,12193,17,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(36566,5,30955,11,231,115,14),Row(36646,5,14641,20,10,114,1),
    // cod:powS0
    Row(37995,3,16754,18,205,111,27),Row(36171,5,20936,16,226,112,6),
    // cod:preTk
    Row(37995,3,16754,18,205,111,27),
    // cod:priQe
    Row(37995,3,16754,18,205,111,27),Row(36231,5,28338,13,10,113,1),Row(38394,3,9871,3,10,112,1),
    // cod:pulsr
    Row(37995,3,16754,18,205,111,27),Row(35301,5,12466,6,231,114,14),Row(35931,5,33849,8,236,115,27),
    Row(36276,5,32892,9,231,112,15),Row(38395,2,3983,2,231,113,14),
    // cod:pusBn
    Row(37995,3,16754,18,205,111,27),Row(36281,5,34620,6,226,112,6),
    // cod:rCJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:raiGe
    Row(37995,3,16754,18,205,111,27),Row(35386,5,30592,11,232,112,12),
    // cod:reCEe
    Row(37995,3,16754,18,205,111,27),Row(36311,5,14541,20,226,112,6),
    // cod:reNVe
    Row(37995,3,16754,18,205,111,27),
    // cod:reTMe
    Row(37995,3,16754,18,205,111,27),
    // cod:recor
    Row(37995,3,16754,18,205,111,27),Row(15554,3,15554,8,232,112,12),
    // cod:refrn
    Row(35156,5,34173,7,226,114,6),Row(35161,5,34566,6,226,116,6),Row(35171,5,32406,9,226,115,6),
    Row(37995,3,16754,18,205,111,27),Row(36301,5,32901,9,226,113,5),Row(36306,5,30856,11,226,112,5),
    // cod:relHy
    Row(35181,5,21887,15,231,113,14),Row(37995,3,16754,18,205,111,27),Row(26184,5,14521,16,231,112,15),
    // cod:resGe
    Row(37995,3,16754,18,205,111,27),
    // cod:runSe
    Row(35056,5,21827,15,234,114,12),Row(35061,5,15163,19,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35591,5,32532,9,10,115,1),Row(35796,5,27727,13,10,113,1),Row(36271,5,17690,18,231,116,15),
    // cod:sCJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:sWJMe
    Row(34871,5,16682,18,236,113,27),Row(35051,5,16682,14,234,112,12),Row(37995,3,16754,18,205,111,27),
    Row(35586,5,33281,8,10,114,1),
    // cod:secMe
    Row(35071,5,15182,19,234,112,12),Row(37995,3,16754,18,205,111,27),Row(36446,5,28611,13,10,113,1),
    // cod:sesDn
    Row(37995,3,16754,18,205,111,27),Row(38289,3,38289,3,236,113,27),Row(38394,3,9871,3,224,112,27),
    // cod:sigPl
    Row(37995,3,16754,18,205,111,27),Row(36511,5,17798,6,226,112,6),
    // cod:sigSh
    Row(37995,3,16754,18,205,111,27),Row(38133,3,38133,3,232,112,12),Row(37670,4,37670,4,231,113,14),
    // cod:slPSg
    Row(37995,3,16754,18,205,111,27),Row(35691,5,31669,10,232,112,11),Row(36731,5,7517,26,10,116,0),
    Row(36786,5,24092,14,226,113,5),Row(36791,5,24106,14,232,114,11),Row(36796,5,7517,9,10,115,0),
    // cod:slRIo
    Row(34961,5,18299,17,232,123,11),Row(37995,3,16754,18,205,111,27),Row(35641,5,23532,14,236,124,27),
    Row(35656,5,17042,18,231,121,14),Row(35661,5,20472,16,231,119,14),Row(35666,5,18741,17,232,117,12),
    Row(35671,5,12529,21,231,122,14),Row(35676,5,20488,16,231,118,15),Row(35681,5,17060,18,231,120,14),
    Row(35686,5,29602,12,231,116,15),Row(35696,5,29614,12,231,115,15),Row(36036,5,29734,12,226,114,5),
    Row(36686,5,30034,12,226,113,6),Row(36926,5,21224,16,232,112,11),
    // cod:slcAm
    Row(37995,3,16754,18,205,111,27),Row(36071,5,20872,16,226,123,5),Row(36076,5,15942,19,232,113,11),
    Row(36081,5,14401,20,231,112,14),Row(36086,5,20888,16,226,125,5),Row(36091,5,15961,19,232,117,11),
    Row(36096,5,17600,18,232,120,11),Row(36101,5,14421,20,231,116,14),Row(36591,5,9188,24,232,122,11),
    Row(36821,5,19761,17,226,124,5),Row(36826,5,14761,20,232,115,11),Row(36831,5,13075,21,231,114,14),
    Row(36836,5,19778,17,226,126,5),Row(36841,5,14781,20,232,119,11),Row(36846,5,16246,19,232,121,11),
    Row(36851,5,13096,21,231,118,14),
    // cod:smoSr
    Row(19992,5,19992,5,226,112,6),Row(37977,3,29230,12,232,115,11),Row(35191,5,29302,12,205,113,27),
    Row(37995,3,16754,18,205,111,27),Row(35266,5,31499,10,226,118,5),Row(35766,5,31699,10,226,117,5),
    Row(36191,5,34439,7,226,119,5),Row(36471,5,30933,11,226,116,5),Row(36536,5,23994,14,232,114,11),
    // cod:sphyr
    Row(37995,3,16754,18,205,111,27),Row(35216,5,18520,17,231,112,15),Row(35856,5,29662,12,231,114,15),
    Row(36691,5,21144,16,231,113,15),
    // cod:spiLl
    Row(37995,3,16754,18,205,111,27),Row(36561,5,19540,17,234,112,12),
    // cod:staDt
    Row(37995,3,16754,18,205,111,27),
    // cod:stoDt
    Row(37995,3,16754,18,205,111,27),
    // cod:telCl
    Row(34786,5,18214,17,10,113,0),Row(34921,5,30317,11,236,115,27),Row(34926,5,24516,13,232,112,12),
    Row(37995,3,16754,18,205,111,27),Row(36211,5,22472,15,232,114,11),
    // cod:temAm
    Row(34731,5,23070,14,205,118,27),Row(37995,3,16754,18,205,111,27),Row(35421,5,5210,29,231,115,14),
    Row(35476,5,5210,20,226,114,6),Row(35631,5,5891,28,231,117,14),Row(35736,5,5891,19,226,116,6),
    Row(14701,5,14701,11,231,113,14),Row(37858,4,37858,4,234,112,11),
    // cod:tempe
    Row(35101,5,16718,18,231,112,15),Row(37995,3,16754,18,205,111,27),Row(35851,5,33801,8,231,116,14),
    Row(35921,5,33841,8,231,115,14),Row(36601,5,33009,9,231,117,14),Row(36771,5,19625,17,231,113,14),
    Row(37858,4,37858,4,234,114,11),
    // cod:test
    Row(37995,3,16754,18,205,111,27),
    // cod:texMe
    Row(35151,5,29266,12,236,117,27),Row(37995,3,16754,18,205,111,27),Row(35821,5,32739,9,232,115,11),
    Row(35886,5,22367,15,236,116,27),Row(35906,5,32784,9,232,114,11),Row(36641,5,11725,22,10,113,0),
    Row(26457,5,22742,11,236,112,28),
    // cod:thDDy
    Row(37995,3,16754,18,205,111,27),Row(36701,5,9236,24,232,114,11),Row(36706,5,9260,24,232,115,11),
    Row(36711,5,19676,17,234,112,12),Row(36716,5,11769,22,232,113,11),Row(36781,5,28702,13,226,116,5),
    // cod:thDPr
    Row(37995,3,16754,18,205,111,27),Row(35881,5,31789,10,231,117,15),Row(36001,5,7586,7,226,116,6),
    Row(36236,5,31869,10,231,113,15),Row(36241,5,31879,10,231,114,15),Row(36246,5,31889,10,231,115,15),
    Row(36256,5,32883,9,234,112,12),
    // cod:thDSr
    Row(37995,3,16754,18,205,111,27),Row(35831,5,33769,8,231,114,14),Row(35836,5,33777,8,231,115,14),
    Row(35841,5,33785,8,231,116,14),Row(36721,5,14721,20,232,113,11),Row(36726,5,19727,17,234,112,12),
    // cod:timer
    Row(34686,5,19976,16,205,119,27),Row(34691,5,18112,17,205,118,27),Row(37995,3,16754,18,205,111,27),
    Row(35276,5,16862,18,232,115,11),Row(36371,5,23868,14,232,112,11),Row(36426,5,30911,11,232,116,11),
    Row(36736,5,21160,16,232,114,11),Row(36741,5,19642,17,232,113,11),Row(36756,5,24064,14,232,117,11),
    // cod:togge
    Row(37995,3,16754,18,205,111,27),
    // cod:touSn
    Row(37995,3,16754,18,205,111,27),Row(36181,5,32856,9,232,113,12),Row(36186,5,32865,9,232,114,12),
    Row(36281,5,34620,6,226,112,6),
    // cod:turbo
    Row(37995,3,16754,18,205,111,27),Row(36816,5,30058,12,226,112,6),
    // cod:uphCl
    Row(37995,3,16754,18,205,111,27),
    // cod:upoVe
    Row(37995,3,16754,18,205,111,27),
    // cod:uveSr
    Row(37995,3,16754,18,205,111,27),Row(36881,5,34467,7,231,112,15),Row(36886,5,34001,8,234,113,11),
    // cod:wMRIo
    Row(35046,5,15144,19,231,114,14),Row(35081,5,15144,14,231,113,15),Row(35126,5,18350,17,232,112,11),
    Row(37995,3,16754,18,205,111,27),Row(35581,5,29554,12,10,125,0),Row(35611,5,17150,18,205,120,27),
    Row(35621,5,8118,25,205,124,27),Row(35626,5,8118,21,231,123,14),Row(35721,5,17150,14,231,119,14),
    Row(35991,5,11483,22,231,116,14),Row(36126,5,20920,16,205,118,27),Row(36131,5,10483,23,205,122,27),
    Row(36136,5,10483,19,231,121,14),Row(36146,5,20920,12,231,117,14),Row(36161,5,11571,22,231,115,14),
    Row(36331,5,16151,19,10,126,0),Row(36951,5,13117,21,10,128,0),Row(36956,5,9284,24,10,127,0),
    // cod:waFTe
    Row(37995,3,16754,18,205,111,27),Row(35346,5,31599,10,234,112,12),
    // cod:waMAm
    Row(34861,5,30306,11,226,140,5),Row(34971,5,16610,18,226,136,5),Row(35166,5,21872,15,226,141,5),
    Row(37995,3,16754,18,205,111,27),Row(35411,5,11307,22,231,112,15),Row(35416,5,7153,26,231,121,15),
    Row(35421,5,5210,29,231,125,15),Row(35426,5,3011,34,231,129,14),Row(35451,5,11307,13,226,114,6),
    Row(35456,5,20424,16,232,113,11),Row(35466,5,7153,17,226,122,6),Row(35476,5,5210,20,226,126,6),
    Row(35501,5,3380,33,226,130,5),Row(35511,5,6491,27,226,132,5),Row(35536,5,29530,12,226,142,5),
    Row(35556,5,22112,15,226,131,5),Row(35606,5,12613,21,231,115,14),Row(35616,5,8093,25,231,123,15),
    Row(35631,5,5891,28,231,127,15),Row(35711,5,12613,12,226,117,5),Row(35716,5,22202,15,232,116,11),
    Row(35731,5,8093,16,226,124,6),Row(35736,5,5891,19,226,128,6),Row(35806,5,14241,20,226,137,5),
    Row(36201,5,16018,19,226,135,5),Row(36286,5,8393,25,231,118,14),Row(36316,5,8393,16,226,120,6),
    Row(36321,5,16113,19,232,119,11),Row(36611,5,30010,12,226,138,5),Row(36746,5,30999,11,226,133,5),
    Row(36861,5,19795,17,226,139,5),Row(36916,5,14801,20,226,143,5),Row(36941,5,6788,27,226,134,6),
    // cod:waMSg
    Row(37995,3,16754,18,205,111,27),Row(35356,5,29482,12,232,112,12),Row(35506,5,8900,24,205,118,27),
    Row(35561,5,10046,23,232,117,11),Row(35566,5,10069,23,232,116,11),Row(36326,5,16132,19,232,113,12),
    Row(36961,5,13159,21,232,115,11),Row(36966,5,9332,24,232,114,11),
    // cod:waQMr
    Row(34736,5,34736,5,231,112,14),Row(34746,5,33145,8,231,113,14),Row(37126,4,37126,4,231,114,14),
    Row(2066,2,2066,2,231,115,14),Row(34846,5,30273,11,231,116,14),Row(6383,3,6383,3,231,117,14),
    Row(3766,2,3766,2,231,120,14),Row(34941,5,24529,13,231,121,14),Row(12738,2,12738,2,231,122,14),
    Row(495,3,495,3,231,118,14),Row(35016,5,29170,12,231,119,14),Row(37971,3,37971,3,231,123,14),
    Row(4505,2,4505,2,231,124,14),Row(37995,3,16754,18,205,111,27),Row(8329,2,8329,2,231,125,14),
    Row(304,1,304,1,231,126,14),Row(489,2,489,2,231,127,14),Row(38073,3,38073,3,231,128,14),
    Row(22021,2,22021,2,231,129,14),Row(35601,5,35601,5,231,130,14),Row(36006,5,34602,6,231,131,14),
    Row(37510,4,37510,4,231,132,14),Row(24898,3,24898,3,231,133,14),Row(38418,2,38418,2,231,134,14),
    Row(11269,2,11269,2,231,135,14),Row(36671,5,34460,7,231,136,14),Row(14701,5,14701,11,231,137,14),
    Row(14340,2,14340,2,231,138,14),Row(14383,2,14383,2,231,139,14),Row(38420,2,38420,2,231,140,14),
    // cod:watFw
    Row(37995,3,16754,18,205,111,27),Row(36946,5,19863,17,234,112,12),
    // cod:watSr
    Row(19992,5,19992,5,226,112,6),Row(37995,3,16754,18,205,111,27),
    // cod:weigt
    Row(37995,3,16754,18,205,111,27),Row(37858,4,37858,4,234,113,11),Row(26691,5,32159,6,231,112,15),
    // crs
    Row(35285,3,10234,19,94,501,11),Row(37314,4,3803,28,96,106,16),Row(38049,3,18605,17,235,108,11),
    Row(5881,3,14321,20,93,107,11),Row(447,3,10460,23,226,502,5),Row(8904,3,12739,21,189,503,18),
    Row(10439,2,22382,15,27,109,24),Row(36421,4,2128,24,118,101,23),Row(36421,5,2128,37,118,103,23),
    Row(37722,4,5413,29,118,102,23),Row(2724,2,28663,13,224,110,27),Row(38382,3,24134,14,230,105,28),
    Row(38385,3,17406,14,204,104,12),
    // csr
    Row(29071,3,6576,23,46,117,16),Row(10932,2,30141,7,224,103,28),Row(37980,3,32274,6,33,104,28),
    Row(11702,3,27614,7,70,101,11),Row(37983,3,13581,20,183,110,23),Row(37270,4,23294,14,116,112,23),
    Row(37306,4,21992,15,102,115,27),Row(2769,3,23634,10,88,111,16),Row(22110,3,32271,9,33,502,27),
    Row(37478,3,31169,10,102,105,27),Row(37502,4,10303,19,137,114,11),Row(2803,2,33865,8,224,108,27),
    Row(30695,3,28299,13,153,102,23),Row(3983,2,16075,19,226,107,6),Row(19540,3,34666,5,33,501,28),
    Row(37335,3,5951,24,202,113,23),Row(16049,4,28754,13,226,116,5),Row(296,3,13421,20,217,106,11),
    Row(38364,3,11835,22,239,109,11),
    // dac
    Row(28084,3,6464,27,226,101,6),Row(33851,3,5835,28,205,103,27),Row(37989,3,9977,23,153,102,24),
    // dcfg:crds
    Row(37222,4,29206,12,236,112,27),Row(37226,4,20152,16,236,113,27),Row(37230,4,21767,15,236,114,27),
    Row(34453,3,34453,7,236,111,27),
    // dcfg:datc
    Row(37202,4,26752,13,236,111,28),Row(37478,4,15828,19,235,114,11),Row(22575,4,15847,19,178,113,18),
    Row(37630,4,19336,17,178,112,18),
    // dcfg:mnwk
    Row(37118,4,37118,3,236,116,27),Row(37178,4,34560,6,232,117,11),Row(37950,3,7106,21,0,111,11),
    Row(37214,4,5128,24,1,121,11),Row(37406,4,30625,11,110,114,18),Row(20832,3,20832,3,232,120,11),
    Row(15505,4,30647,11,232,113,11),Row(37606,4,19438,17,110,115,18),Row(36629,3,16037,19,232,112,11),
    Row(37698,4,37698,4,232,119,11),Row(37702,4,37702,4,232,118,11),
    // dcfg:nycfc
    Row(37466,4,19132,17,236,113,28),Row(37470,4,20808,16,224,112,28),Row(36666,5,34671,5,24,111,9),
    // dcfg:sim
    Row(37402,4,31454,5,2,112,28),Row(32375,4,32375,4,3,111,27),Row(10168,4,23257,9,4,113,11),
    Row(37694,4,29259,7,5,114,11),Row(38313,3,16170,19,236,115,27),
    // dcfg:wifiCredentials
    Row(37318,4,23448,14,8,1,12),Row(38250,3,33913,8,236,3,27),Row(22787,3,33993,8,236,2,27),
    Row(37882,4,34644,6,236,4,27),Row(37886,4,34650,6,236,5,27),
    // dcfg:wific
    Row(34936,5,24516,7,236,114,27),Row(10165,4,20120,16,6,115,12),Row(37446,4,31759,10,236,113,27),
    Row(36812,4,30845,11,226,121,5),Row(31338,4,31338,4,226,116,6),Row(36441,5,31959,10,31,117,24),
    Row(37726,4,37726,4,236,111,28),Row(36811,5,19744,17,226,120,6),Row(9754,2,17906,6,226,118,6),
    Row(33390,3,30094,12,44,119,16),Row(36981,5,21782,11,7,112,16),
    // depr
    Row(33509,3,9000,12,90,102,17),Row(15135,3,14501,20,33,103,28),Row(30558,3,32049,10,226,101,6),
    // dlv
    Row(31745,3,5272,17,48,106,17),Row(38004,3,14005,16,73,105,17),Row(1077,2,6530,8,93,104,12),
    Row(1085,2,33297,8,205,103,28),Row(9091,2,318,6,33,101,28),Row(30602,2,11747,6,33,102,28),
    // dvc
    Row(1731,3,33153,8,226,112,6),Row(14728,3,23196,14,236,111,28),Row(7314,3,10977,22,44,113,17),
    Row(32361,3,29218,12,226,114,6),Row(899,3,20248,7,226,116,5),Row(3347,3,3347,6,226,115,5),
    // dvi
    Row(37206,4,10104,7,236,123,27),Row(37998,3,30460,11,236,111,28),Row(38019,3,31489,10,236,117,28),
    Row(37294,4,31479,10,236,118,27),Row(38079,3,32478,9,236,119,27),Row(38097,3,32514,9,236,121,27),
    Row(161,3,4177,8,236,124,27),Row(2419,3,10437,12,236,112,28),Row(37482,3,19064,17,205,114,27),
    Row(37482,4,10437,23,236,113,27),Row(15885,3,35936,5,236,115,28),Row(38223,3,32847,9,236,122,27),
    Row(38241,3,20684,8,158,128,23),Row(37582,4,22457,15,224,127,27),Row(37706,4,33969,8,236,116,27),
    Row(37718,4,32059,10,224,126,27),Row(38337,3,33018,9,236,120,27),Row(21144,4,32079,10,205,125,27),
    // evcg
    Row(19505,2,18367,8,234,106,11),Row(11607,4,20376,16,118,108,23),Row(37322,4,16880,18,170,107,8),
    Row(299,3,33241,8,205,104,27),Row(1230,3,34194,7,236,101,28),Row(38037,3,31529,10,205,103,27),
    Row(38040,3,27627,9,97,102,12),Row(8318,3,28260,13,21,105,8),
    // evl
    Row(34737,3,33305,8,226,114,6),Row(38118,3,34222,7,236,112,28),Row(1689,3,34229,7,226,115,6),
    Row(37422,4,27653,9,124,113,12),Row(38121,3,27666,9,125,111,12),
    // exin
    Row(38052,3,30504,11,226,103,5),Row(38055,3,26960,13,230,106,27),Row(38058,3,20636,8,98,105,11),
    Row(38061,3,31549,10,234,108,11),Row(37342,3,17172,10,100,102,12),Row(37342,4,10257,11,99,109,16),
    Row(32188,3,17190,10,101,101,12),Row(39,3,31559,10,140,104,28),Row(38064,3,32451,9,230,107,27),
    // fci
    Row(6002,2,30350,11,234,101,11),Row(18726,3,2791,10,33,102,28),
    // fcnt-common
    Row(37938,3,21812,15,234,504,12),Row(37953,3,15087,19,224,101,28),Row(37147,3,13601,20,234,505,12),
    Row(6002,2,30350,11,234,103,12),Row(35331,5,30559,11,226,506,5),Row(38142,3,30702,11,234,503,11),
    Row(38160,3,23700,14,234,502,11),Row(38166,3,20744,16,234,501,11),Row(2803,2,33865,8,224,104,27),
    Row(411,2,30757,11,224,102,27),
    // fwr
    Row(38076,3,29434,12,236,112,28),Row(9754,2,17906,6,226,114,6),Row(33390,3,30094,12,44,115,17),
    Row(37583,3,22469,3,224,113,28),Row(38270,2,6931,7,236,111,28),
    // gio
    Row(37362,4,31649,10,115,115,16),Row(37366,4,15448,19,115,113,16),Row(37370,4,30768,11,115,116,16),
    Row(6352,4,28247,13,236,111,28),Row(37374,4,14381,20,115,114,16),Row(37378,4,23770,14,236,112,28),
    // gis
    Row(37366,4,15448,19,115,112,16),Row(37374,4,14381,20,115,113,16),Row(37382,4,30944,11,236,111,28),
    // grp
    Row(37959,3,16700,18,234,103,12),Row(21143,3,10165,19,64,108,12),Row(37346,4,30537,11,224,880,27),
    Row(153,2,32505,9,236,109,27),Row(37450,4,5384,29,118,106,23),Row(9728,3,32766,9,27,105,24),
    Row(38169,3,23714,14,235,104,12),Row(4224,2,15866,10,131,101,12),Row(38193,3,15866,19,226,107,5),
    Row(9030,3,19149,17,60,111,16),Row(37714,4,11399,18,196,102,16),Row(150,3,9140,24,226,110,5),
    // hed:dBPMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hed:dHRMr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hed:dWSAB
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hed:dePOr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hed:devGr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:dCWDr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:dHCCT
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:dSTBx
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deACr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deAHr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deAPr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deBWr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deCDr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deCHd
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deCMe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deCWr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deDGy
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deDWr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deFPe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deGDp
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deRC0
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deRCr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deSBy
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deSCt
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deSPl
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deSWr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deWHr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deWPr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:deWSe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devCp
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devDr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devFn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devFr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devHr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devJr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devKe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devMn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devOn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devRr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // hod:devTn
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // lcp
    Row(12827,3,34554,6,102,111,27),Row(33215,3,8222,21,108,110,11),Row(30998,3,11263,22,223,109,2),
    Row(3442,3,6630,23,119,102,12),Row(38130,3,15581,19,224,106,28),Row(9067,3,12592,21,236,107,27),
    Row(24531,3,23574,14,224,105,27),Row(11709,3,17262,14,121,101,12),Row(37430,4,23588,14,236,108,28),
    Row(4476,3,14045,16,122,104,27),Row(13563,3,13921,20,30,103,23),Row(23235,4,4177,27,123,113,11),
    Row(37614,4,8368,25,226,112,5),
    // lmg
    Row(37306,4,21992,15,102,101,27),Row(27740,3,20792,16,110,102,17),Row(37490,4,7309,26,224,103,28),
    Row(23559,3,31769,10,118,104,24),Row(37674,4,23924,14,224,105,28),Row(37678,4,17762,18,230,106,27),
    Row(37842,4,33325,4,34,107,27),
    // m2m:accessControlRule
    Row(37026,3,9609,23,26,501,23),Row(37026,4,4049,31,226,4,5),Row(37034,4,22,21,38,3,18),
    Row(37054,4,1061,26,40,5,18),Row(37058,4,6549,23,36,2,12),Row(37062,4,8612,24,27,1,24),
    // m2m:accessControlRule.accessControlContexts
    Row(37042,4,7768,25,90,502,16),Row(37046,4,44,24,39,2,16),Row(37050,3,16448,18,234,503,11),
    Row(37050,4,6329,27,120,3,16),Row(37078,4,14992,19,179,1,25),Row(37082,4,13441,20,31,501,23),
    // m2m:accessControlRule.accessControlContexts.accessControlIpAddresses
    Row(20532,4,27545,13,19,1,23),Row(20548,4,27558,13,20,2,23),
    // m2m:accessControlRule.accessControlObjectDetails
    Row(37186,4,18265,17,22,3,9),Row(37714,4,11399,18,196,2,16),Row(1727,2,8936,12,169,1,11),
    // m2m:actionInput
    Row(37238,4,26778,13,221,1,27),Row(37586,4,16094,19,33,3,27),Row(37654,4,30900,10,33,2,27),
    // m2m:actionStatus
    Row(37905,3,6716,6,224,1,27),Row(33984,3,31753,6,201,2,11),
    // m2m:activityPattern
    Row(19505,3,18367,17,235,3,11),Row(65,2,22577,15,178,1,19),Row(11610,3,9024,20,199,2,11),
    // m2m:activityPatternElements
    Row(37911,3,6576,23,45,1,18),
    // m2m:aggregatedNotification
    Row(34362,7,505,12,141,2,19),Row(34366,3,505,12,141,1,19),
    // m2m:aggregatedRequest
    Row(5290,3,5290,7,49,1,19),
    // m2m:aggregatedRequest.request
    Row(11183,2,37350,4,33,3,28),Row(403,2,15699,15,132,6,16),Row(536,2,536,9,148,1,12),
    Row(16567,2,14085,16,154,5,16),Row(38262,3,19353,17,164,4,28),Row(549,2,549,2,224,2,28),
    // m2m:aggregatedResponse
    Row(34355,7,12697,21,172,2,18),Row(297,2,30900,10,224,1,27),
    // m2m:anyArgType
    Row(154,2,33997,4,221,1,28),Row(4893,3,36896,5,223,2,3),
    // m2m:attribute
    Row(154,2,33997,4,221,1,28),Row(4893,3,36896,5,223,2,3),
    // m2m:backOffParameters
    Row(37170,4,1611,20,59,1,19),
    // m2m:backOffParameters.backOffParametersSet
    Row(37902,3,12025,21,234,3,12),Row(37931,3,17006,18,234,2,12),Row(38145,3,17492,18,234,4,12),
    Row(19845,3,18881,13,138,1,11),Row(38253,3,8318,25,234,5,11),
    // m2m:batchNotify
    Row(15554,3,15554,8,230,2,27),Row(17564,3,17564,6,234,1,11),
    // m2m:childResourceRef
    Row(154,2,33997,4,168,2,22),Row(37710,4,21064,16,224,5,21),Row(37714,4,21064,16,224,4,21),
    Row(19051,3,19051,4,169,3,7),Row(4893,3,22832,14,224,1,29),
    // m2m:contentRef
    Row(37866,4,6614,12,68,1,19),
    // m2m:contentRef.URIReference
    Row(154,2,33997,4,221,1,28),Row(9871,3,5039,3,224,2,28),
    // m2m:dataLink
    Row(14339,3,24438,13,221,3,27),Row(37258,4,21857,15,33,2,28),Row(154,2,33997,4,224,1,28),
    // m2m:deletionContexts
    Row(16150,2,22172,15,120,2,18),Row(32364,3,33036,9,179,1,25),
    // m2m:deliveryMetaData
    Row(37746,4,31021,11,116,2,23),Row(37750,4,28728,13,226,1,6),
    // m2m:downloadArgsType
    Row(18786,3,23620,6,53,11,18),Row(37968,3,29158,12,205,10,28),Row(36669,3,29278,12,235,7,12),
    Row(38070,3,33257,8,235,5,12),Row(37354,4,33249,8,236,1,28),Row(38250,3,33913,8,236,4,28),
    Row(14679,3,32991,9,205,9,28),Row(37734,4,32039,10,224,8,28),Row(38346,3,32089,10,236,6,28),
    Row(22787,3,33993,8,236,3,28),Row(37583,3,22469,3,224,2,28),
    // m2m:dynAuthDasRequest
    Row(37255,3,15049,19,226,12,5),Row(38217,3,3101,12,77,4,16),Row(1674,3,17582,18,120,5,16),
    Row(536,2,536,9,148,3,12),Row(411,2,2791,10,33,1,28),Row(37542,4,19217,17,23,6,23),Row(3434,3,7387,26,35,9,27),
    Row(8072,3,22547,15,23,10,23),Row(37323,3,20984,16,35,7,27),Row(35772,4,33977,8,25,11,23),
    Row(37850,4,17834,18,224,8,28),Row(38370,3,14681,20,169,2,11),
    // m2m:dynAuthDasRequest.originatorIP
    Row(38100,3,27545,11,111,1,27),Row(38103,3,27558,11,112,2,27),
    // m2m:dynAuthDasResponse
    Row(37130,4,18197,17,226,3,5),Row(8684,3,2077,14,79,1,16),Row(37822,4,34638,6,14,2,23),
    // m2m:dynAuthDasResponse.dynamicACPInfo
    Row(25654,2,18656,17,188,1,16),Row(3435,2,17672,18,35,2,27),
    // m2m:dynAuthLocalTokenIdAssignments
    Row(37442,4,161,22,82,1,19),
    // m2m:dynAuthLocalTokenIdAssignments.localTokenIdAssignment
    Row(4573,3,27584,12,221,1,28),Row(37802,4,15536,7,206,2,28),
    // m2m:dynAuthRelMapRequest
    Row(37130,4,18197,17,226,5,5),Row(32025,3,30240,11,191,4,23),Row(411,2,2791,10,33,1,27),
    Row(35772,4,33977,8,25,2,23),Row(37822,4,34638,6,14,3,23),
    // m2m:dynAuthRelMapResponse
    Row(37130,4,18197,17,226,3,5),Row(982,9,982,9,191,4,23),Row(35772,4,33977,8,25,1,23),
    Row(37822,4,34638,6,14,2,23),
    // m2m:dynAuthTokenReqInfo
    Row(37254,4,4166,7,86,1,19),
    // m2m:dynAuthTokenReqInfo.dasInfo
    Row(20983,4,31419,10,76,2,16),Row(38292,3,19472,17,80,3,27),Row(9871,3,5039,3,224,1,28),
    // m2m:dynAuthTokenSummary
    Row(37790,4,33161,8,11,5,23),Row(37802,4,15536,7,206,1,28),Row(37810,4,33881,8,205,3,28),
    Row(37814,4,32820,9,205,2,28),Row(37818,4,33054,9,236,4,27),
    // m2m:e2eSecInfo
    Row(21947,6,29086,12,28,2,23),Row(16896,3,10598,23,24,1,9),Row(9090,4,4745,30,161,3,16),
    // m2m:evalCriteria
    Row(21174,4,33889,8,91,1,12),Row(37686,4,19591,7,221,2,28),Row(37762,4,33027,9,223,3,3),
    // m2m:eventNotificationCriteria
    Row(38414,2,24373,13,236,501,27),Row(33381,3,1751,9,55,12,23),Row(37186,4,18265,17,22,14,8),
    Row(28428,3,29182,12,205,2,27),Row(37974,3,26817,13,205,1,27),Row(38043,3,30526,11,205,8,27),
    Row(38046,3,29386,12,205,7,27),Row(1878,2,15642,15,104,16,11),Row(11000,2,11461,11,135,15,16),
    Row(21063,2,22789,13,205,3,27),Row(3776,3,8272,21,146,13,10),Row(459,2,536,16,149,11,18),
    Row(38319,3,24008,14,234,6,11),Row(19487,3,22637,15,235,5,11),Row(38340,3,32937,9,234,9,11),
    Row(38343,3,32946,9,235,10,11),Row(7866,2,22787,15,205,4,27),
    // m2m:eventNotificationCriteriaSet
    Row(37310,4,4595,30,95,1,19),
    // m2m:execReqArgsListType
    Row(38001,3,14025,8,75,4,18),Row(7058,3,17316,6,160,2,18),Row(22651,3,14561,5,167,1,18),
    Row(36985,4,6684,15,192,5,18),Row(37738,4,5301,17,193,7,18),Row(37742,4,7261,14,194,6,18),
    Row(38391,3,17460,6,220,3,18),
    // m2m:filterCriteria
    Row(37920,3,18180,17,224,30,27),Row(33381,3,1751,9,54,19,18),Row(37174,4,23210,14,54,20,18),
    Row(37941,3,16628,18,236,27,27),Row(37944,3,10188,19,65,26,11),Row(37186,4,18265,17,22,14,8),
    Row(37190,4,30328,11,113,10,23),Row(28428,3,29182,12,205,2,27),Row(37974,3,26817,13,205,1,27),
    Row(37986,3,30361,11,219,18,25),Row(38043,3,30526,11,205,8,27),Row(38046,3,29386,12,205,7,27),
    Row(1878,2,15642,15,104,25,11),Row(16916,2,22266,11,105,22,11),Row(37191,3,30636,6,113,9,23),
    Row(38109,3,30636,11,236,12,27),Row(12550,3,12550,5,234,23,11),Row(38139,3,5492,5,235,28,11),
    Row(21063,2,22789,13,205,3,27),Row(37530,4,34608,6,235,29,11),Row(37171,3,31839,10,234,501,11),
    Row(37546,4,29806,12,113,11,23),Row(37550,4,22442,15,54,21,18),Row(37715,3,17618,18,22,15,8),
    Row(38301,3,22592,15,195,24,25),Row(38319,3,24008,14,234,6,11),Row(19487,3,22637,15,235,5,11),
    Row(38340,3,32937,9,234,16,11),Row(38343,3,32946,9,235,17,11),Row(1727,2,8936,12,22,13,8),
    Row(7866,2,22787,15,205,4,27),
    // m2m:geoCoordinates
    Row(31434,3,30383,11,107,2,28),Row(19051,3,19051,4,109,1,12),
    // m2m:ipAddress
    Row(38100,3,27545,11,111,1,27),Row(38103,3,27558,11,112,2,27),
    // m2m:listOfChildResourceRef
    Row(38271,3,22517,11,62,1,18),
    // m2m:listOfDataLinks
    Row(13833,3,26830,13,71,1,19),
    // m2m:locationRegion
    Row(37030,4,10104,11,12,2,23),Row(37038,4,31349,10,9,1,13),
    // m2m:mashupMembers
    Row(38184,3,4659,12,129,1,19),
    // m2m:mashupMembers.mashupMember
    Row(37506,4,32775,9,224,1,28),Row(38196,3,30713,11,229,2,14),
    // m2m:metaInformation
    Row(37255,3,15049,19,226,20,5),Row(37134,4,16520,18,226,22,5),Row(32025,3,30240,11,191,21,23),
    Row(1750,2,15201,19,226,10,5),Row(38013,3,6410,27,74,13,11),Row(1077,2,26947,13,93,9,11),
    Row(30424,2,17208,14,103,12,16),Row(37307,3,11285,22,236,11,27),Row(37386,4,7993,25,27,19,23),
    Row(37390,4,8018,25,235,501,11),Row(35771,5,27584,13,26,18,23),Row(38190,3,23686,14,33,503,27),
    Row(154,2,33997,4,221,98,27),Row(37283,3,11549,22,35,5,27),Row(37628,3,9068,24,11,502,23),
    Row(506,2,14361,20,205,2,27),Row(38256,3,18949,13,176,8,11),Row(37602,4,22547,7,23,14,23),
    Row(17451,2,19421,17,35,7,27),Row(37638,4,7439,26,35,3,27),Row(37650,4,8343,25,35,4,27),
    Row(4447,2,14145,12,175,6,16),Row(1494,3,9540,23,162,24,28),Row(38316,3,11637,22,226,23,5),
    Row(35772,4,33977,8,25,17,23),Row(37822,4,34638,6,14,16,23),Row(38358,3,13012,21,226,15,5),
    Row(1727,2,8936,12,169,1,11),Row(38409,3,19812,17,236,25,27),
    // m2m:mgmtLinkRef
    Row(154,2,33997,4,168,2,22),Row(19051,3,19051,4,133,3,7),Row(4893,3,22832,14,224,1,29),
    // m2m:missingData
    Row(15554,3,15554,8,230,2,28),Row(17564,3,17564,6,235,1,12),
    // m2m:notification
    Row(34716,5,14840,19,226,12,5),Row(37098,4,7543,25,226,11,5),Row(742,2,34166,7,33,5,27),
    Row(37588,3,2542,19,142,10,16),Row(33240,3,518,17,143,1,16),Row(38199,3,8293,25,224,6,27),
    Row(24118,3,3117,18,33,7,27),Row(38322,3,14621,20,226,3,5),Row(4550,3,12928,21,224,4,28),
    Row(37770,4,31032,11,33,13,27),Row(37774,4,31043,11,33,14,27),Row(484,3,11747,22,226,9,5),
    Row(38367,3,14661,20,226,8,5),Row(38406,3,16265,19,226,2,5),
    // m2m:notification.IPEDiscoveryRequest
    Row(30424,2,17208,14,103,2,17),Row(411,2,2791,10,33,1,28),
    // m2m:notification.notificationEvent
    Row(3776,3,8272,21,146,3,12),Row(459,2,536,16,144,2,16),Row(17352,3,17352,14,163,1,16),
    // m2m:notification.notificationEvent.operationMonitor
    Row(536,2,536,9,148,1,12),Row(411,2,2791,10,33,2,28),
    // m2m:operationMonitor
    Row(37171,3,31839,10,36,1,11),Row(411,2,2791,10,33,2,27),
    // m2m:operationResult
    Row(12738,4,26765,13,235,10,11),Row(37198,4,18847,13,69,9,11),Row(1077,2,26947,13,93,8,11),
    Row(11183,2,37350,4,33,5,27),Row(506,2,14361,20,205,6,27),Row(16567,2,14085,16,154,3,16),
    Row(38262,3,19353,17,164,2,28),Row(8658,3,11377,18,173,1,12),Row(37650,4,8343,25,35,7,27),
    Row(549,2,549,2,224,4,27),
    // m2m:originatorESPrimRandObject
    Row(32539,3,5251,17,89,4,12),Row(33300,4,10000,23,16,5,9),Row(37330,4,29350,12,221,1,28),
    Row(37334,4,21962,15,221,2,28),Row(37338,4,20328,16,35,3,28),
    // m2m:primitiveContent
    Row(34243,7,7183,22,47,3,16),Row(34250,7,11355,18,50,10,16),Row(33377,8,18813,13,55,5,23),
    Row(34292,7,32388,9,236,13,27),Row(33633,8,30834,11,236,14,27),Row(34334,7,1772,8,171,7,16),
    Row(34341,7,14105,16,165,12,16),Row(34348,7,22517,15,114,9,16),Row(34355,7,12701,17,172,6,16),
    Row(33657,8,14165,12,180,4,16),Row(34362,7,505,12,141,2,16),Row(34376,7,17424,14,215,3,16),
    Row(34397,7,7287,22,203,4,16),Row(33753,7,5039,3,224,11,27),Row(33753,8,34138,7,27,8,23),
    // m2m:processConditions
    Row(33509,3,9000,12,90,1,17),Row(37131,3,19591,17,33,2,28),
    // m2m:rateLimit
    Row(38172,3,28117,13,234,1,12),Row(38388,3,17406,10,230,2,28),
    // m2m:rebootArgsType
    Row(18786,3,23620,6,53,1,18),
    // m2m:receiverESPrimRandObject
    Row(37326,4,16844,18,15,4,9),Row(33300,4,10000,23,16,5,9),Row(37330,4,29350,12,221,1,28),
    Row(37334,4,21962,15,221,2,28),Row(37338,4,20328,16,35,3,28),
    // m2m:requestPrimitive
    Row(37255,3,15049,19,226,25,5),Row(37134,4,16520,18,226,27,5),Row(32025,3,30240,11,191,26,23),
    Row(1750,2,15201,19,226,16,5),Row(38013,3,6410,27,74,19,11),Row(1077,2,26947,13,93,15,11),
    Row(30424,2,17208,14,103,18,16),Row(11183,2,37350,4,33,3,27),Row(37307,3,11285,22,236,17,27),
    Row(37386,4,7993,25,27,24,23),Row(37390,4,8018,25,235,502,11),Row(35771,5,27584,13,26,22,23),
    Row(2419,2,34596,6,230,505,27),Row(38190,3,23686,14,33,501,27),Row(37283,3,11549,22,35,11,27),
    Row(37628,3,9068,24,11,503,23),Row(536,2,536,9,148,1,12),Row(506,2,14361,20,205,8,27),
    Row(16567,2,14085,16,154,6,16),Row(37574,4,17654,18,33,504,27),Row(38256,3,18949,13,176,14,11),
    Row(37602,4,22547,7,23,7,23),Row(17451,2,19421,17,35,13,27),Row(37638,4,7439,26,35,9,27),
    Row(38262,3,19353,17,164,4,28),Row(37650,4,8343,25,35,10,27),Row(4447,2,14145,12,175,12,16),
    Row(1494,3,10506,23,162,29,28),Row(38316,3,11637,22,226,28,5),Row(35772,4,33977,8,25,21,23),
    Row(37822,4,34638,6,14,20,23),Row(549,2,549,2,224,2,28),Row(38358,3,13012,21,226,23,5),
    Row(1727,2,8936,12,169,5,11),Row(38409,3,19812,17,236,30,27),
    // m2m:resetArgsType
    Row(18786,3,23620,6,53,1,18),
    // m2m:resourceWrapper
    Row(9871,3,5039,3,224,2,28),
    // m2m:responsePrimitive
    Row(37130,4,18197,17,226,13,5),Row(415,3,8636,24,81,11,16),Row(12738,4,26765,13,235,10,11),
    Row(37198,4,18847,13,69,9,11),Row(1077,2,26947,13,93,8,11),Row(11183,2,37350,4,33,5,27),
    Row(38190,3,23686,14,33,501,27),Row(506,2,14361,20,205,6,27),Row(16567,2,14085,16,154,3,16),
    Row(38262,3,19353,17,164,2,28),Row(8658,3,11377,18,173,1,12),Row(37650,4,8343,25,35,7,27),
    Row(1494,3,10506,23,162,14,28),Row(549,2,549,2,33,4,27),Row(38355,3,10621,23,85,12,16),
    Row(38409,3,19812,17,236,15,27),
    // m2m:responseTypeInfo
    Row(10439,2,22382,15,27,2,23),Row(38277,3,19387,17,174,1,12),
    // m2m:scheduleEntries
    Row(4444,3,18966,13,179,1,26),
    // m2m:securityInfo
    Row(37246,4,8976,20,83,7,16),Row(37250,4,8197,21,84,8,16),Row(20983,4,31419,10,76,2,16),
    Row(61,4,30405,11,78,3,16),Row(37298,4,21947,15,225,6,27),Row(5008,3,29338,12,87,5,27),
    Row(19437,3,20344,16,161,4,16),Row(1258,3,14165,16,181,1,12),
    // m2m:sessionDescriptions
    Row(13620,3,10372,18,185,1,26),
    // m2m:setOfAcrs
    Row(37070,3,4,17,37,1,18),
    // m2m:setOfNotificationStatsInfo
    Row(37514,4,11505,22,234,4,12),Row(38265,3,29878,12,234,2,12),Row(37662,3,19404,17,234,3,12),
    Row(30602,2,11747,6,33,1,28),
    // m2m:setOfPermissions
    Row(20533,2,17672,10,188,1,18),
    // m2m:softwareInstallArgsType
    Row(18786,3,23620,6,53,6,18),Row(38031,3,21977,15,236,5,28),Row(38250,3,33913,8,236,4,28),
    Row(22787,3,33993,8,236,3,28),Row(37583,3,22469,3,224,1,28),Row(37870,4,6986,4,236,2,28),
    // m2m:softwareUninstallArgsType
    Row(18786,3,23620,6,53,4,18),Row(38031,3,21977,15,236,3,28),Row(37870,4,6986,4,236,1,28),
    Row(38270,2,6931,7,236,2,28),
    // m2m:softwareUpdateArgsType
    Row(18786,3,23620,6,53,7,18),Row(38031,3,21977,15,236,6,28),Row(38250,3,33913,8,236,5,28),
    Row(22787,3,33993,8,236,4,28),Row(37583,3,22469,3,224,3,28),Row(37870,4,6986,4,236,1,28),
    Row(38270,2,6931,7,236,2,28),
    // m2m:specializationType
    Row(37953,3,15087,19,224,1,27),Row(38157,3,17280,14,133,2,11),
    // m2m:stateTransition
    Row(33509,3,9000,12,90,1,17),Row(37518,4,32802,9,33,2,27),
    // m2m:timeSeriesNotification
    Row(38148,3,14301,20,234,2,12),Row(37474,4,15718,15,136,1,24),
    // m2m:tokenClaimSet
    Row(37790,4,33161,8,11,8,23),Row(37794,4,32460,9,236,10,27),Row(37798,4,34572,6,33,3,28),
    Row(37802,4,15536,7,206,2,28),Row(37806,4,34578,6,33,4,28),Row(37810,4,33881,8,205,6,28),
    Row(37814,4,32820,9,205,5,28),Row(37818,4,33054,9,236,7,27),Row(37830,4,30790,11,208,9,16),
    Row(38270,2,6931,7,236,1,28),
    // m2m:tokenPermission
    Row(20533,2,17672,10,188,2,16),Row(37602,4,22547,7,23,3,23),Row(11608,3,30900,11,11,1,23),
    // m2m:tokenPermissions
    Row(11166,2,30790,10,207,1,18),
    // m2m:triggerPayload
    Row(7215,3,17888,18,224,2,27),Row(37766,4,21176,16,33,6,27),Row(416,3,14741,20,148,4,11),
    Row(37778,4,24148,14,153,3,23),Row(37782,4,10667,23,169,5,11),Row(37786,4,5442,29,183,7,23),
    Row(38352,3,17442,14,216,1,12),
    // m2m:uploadArgsType
    Row(18786,3,23620,6,53,5,18),Row(37354,4,33249,8,236,1,28),Row(38250,3,33913,8,236,4,28),
    Row(22787,3,33993,8,236,3,28),Row(37583,3,22469,3,224,2,28),
    // mad:actie
    Row(37995,3,16754,18,205,111,27),
    // mad:dANDo
    Row(35206,5,35206,5,236,112,28),Row(35211,5,34180,7,234,113,12),Row(37995,3,16754,18,205,111,27),
    Row(36521,5,28624,13,232,115,11),Row(36526,5,28637,13,232,114,11),Row(33984,3,31753,6,236,116,27),
    // mad:dDMIO
    Row(35136,5,26843,13,234,112,12),Row(37995,3,16754,18,205,111,27),
    // mad:deace
    Row(37995,3,16754,18,205,111,27),
    // mad:depPe
    Row(37995,3,16754,18,205,111,27),Row(33997,4,33997,4,236,112,28),Row(37583,3,37583,3,224,114,28),
    Row(36911,5,6931,7,236,113,28),
    // mad:disae
    Row(37995,3,16754,18,205,111,27),
    // mad:dmAgt
    Row(35026,5,33209,8,232,118,11),Row(37995,3,16754,18,205,111,27),Row(36196,5,30812,11,234,117,11),
    Row(36291,5,29842,12,232,115,11),Row(36296,5,33937,8,232,116,11),Row(15794,5,15794,5,234,112,12),
    Row(36606,5,21112,16,232,113,11),Row(36616,5,30022,12,232,114,11),Row(36696,5,32079,10,205,119,27),
    // mad:dmCay
    Row(34776,5,33153,8,226,113,6),Row(35096,5,29218,12,226,114,6),Row(37995,3,16754,18,205,111,27),
    Row(33997,4,33997,4,236,112,28),
    // mad:dmDIo
    Row(35021,5,10104,7,236,120,27),Row(5123,2,30449,11,236,124,27),Row(37995,3,16754,18,205,111,27),
    Row(35381,5,29494,12,236,123,27),Row(35496,5,32514,9,236,118,27),Row(35776,5,10437,23,224,114,27),
    Row(35811,5,19064,17,205,115,27),Row(35816,5,10437,12,236,113,27),Row(35936,5,35936,5,236,116,27),
    Row(36066,5,32847,9,236,119,27),Row(36206,5,22457,15,224,122,27),Row(36486,5,29926,12,236,112,27),
    Row(36651,5,32059,10,224,121,27),Row(36661,5,33969,8,236,117,27),
    // mad:dmELg
    Row(5025,4,5025,4,236,113,28),Row(37995,3,16754,18,205,111,27),Row(35291,5,34187,7,226,115,6),
    Row(33984,3,31753,6,232,114,12),Row(19051,4,19051,4,232,112,12),
    // mad:dmFie
    Row(34976,5,32352,9,236,121,27),Row(37995,3,16754,18,205,111,27),Row(35966,5,28195,13,226,112,6),
    Row(36226,5,30823,11,236,114,28),Row(36251,5,29818,12,234,113,12),Row(36261,5,31859,10,224,116,27),
    Row(36266,5,23798,14,236,115,28),Row(36451,5,28598,13,236,118,27),Row(36456,5,23938,14,234,117,11),
    Row(36461,5,29914,12,224,120,27),Row(36466,5,21000,16,236,119,27),
    // mad:dmPae
    Row(37995,3,16754,18,205,111,27),Row(33997,4,33997,4,236,114,27),Row(36546,5,32955,9,10,117,0),
    Row(15794,5,15794,5,234,113,12),Row(19051,4,19051,4,234,112,12),Row(37583,3,37583,3,224,116,27),
    Row(36911,5,6931,7,236,115,27),
    // mad:dmSoe
    Row(37995,3,16754,18,205,111,27),Row(33997,4,33997,4,236,113,27),Row(15794,5,15794,5,234,112,12),
    Row(36911,5,6931,7,236,114,27),
    // mad:dmSte
    Row(6986,4,6986,4,236,112,27),Row(34791,5,29038,12,232,117,12),Row(37995,3,16754,18,205,111,27),
    Row(35341,5,31589,10,236,123,27),Row(35366,5,23504,14,232,122,11),Row(35946,5,29710,12,236,125,27),
    Row(35951,5,28182,13,236,124,27),Row(35956,5,23512,6,232,121,11),Row(33997,4,33997,4,236,114,27),
    Row(6886,5,33929,8,232,119,11),Row(36336,5,32910,9,232,116,11),Row(33984,3,31753,6,232,120,11),
    Row(36806,5,30046,12,232,118,12),Row(19051,4,19051,4,232,113,11),Row(37001,5,32169,10,232,115,11),
    Row(31087,5,34017,8,226,126,6),
    // mad:enabe
    Row(37995,3,16754,18,205,111,27),
    // mad:fleNe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // mad:formt
    Row(37995,3,16754,18,205,111,27),
    // mad:instl
    Row(37995,3,16754,18,205,111,27),
    // mad:reLog
    Row(37995,3,16754,18,205,111,27),Row(10327,3,10327,3,205,113,27),Row(21080,5,21080,5,205,112,27),
    // mad:reaIO
    Row(34706,5,2749,7,236,112,28),Row(37995,3,16754,18,205,111,27),
    // mad:rebot
    Row(37995,3,16754,18,205,111,27),Row(36346,5,31929,10,234,112,12),
    // mad:togge
    Row(37995,3,16754,18,205,111,27),
    // mad:uninl
    Row(37995,3,16754,18,205,111,27),
    // mad:unmot
    Row(37995,3,16754,18,205,111,27),
    // mad:updFe
    Row(37995,3,16754,18,205,111,27),Row(37583,3,37583,3,224,112,28),Row(36911,5,6931,7,236,113,28),
    // mad:updae
    Row(37995,3,16754,18,205,111,27),Row(37583,3,37583,3,224,113,28),Row(36911,5,6931,7,236,112,28),
    // mad:wriIO
    Row(34706,5,2749,7,236,112,28),Row(37995,3,16754,18,205,111,27),Row(36141,5,34432,7,236,113,28),
    // mdd:feats
    Row(37995,3,16754,18,205,111,27),Row(35891,5,33817,8,10,112,0),Row(36221,5,32874,9,232,113,11),
    Row(36381,5,30889,11,232,114,11),Row(32937,4,32937,4,10,116,0),Row(26691,5,32159,6,231,115,14),
    // mdd:loca0
    Row(5123,2,30449,11,236,114,27),Row(37995,3,16754,18,205,111,27),Row(35376,5,20392,16,236,115,27),
    Row(35381,5,29494,12,236,113,27),Row(35741,5,34584,6,236,112,28),
    // mdd:locan
    Row(37995,3,16754,18,205,111,27),Row(35376,5,20392,16,236,114,27),Row(35396,5,34208,7,236,113,27),
    Row(36176,5,28312,13,236,112,27),Row(37626,4,37626,4,236,115,27),
    // mdd:orign
    Row(35141,5,29242,12,236,114,27),Row(35146,5,33225,8,236,113,27),Row(37995,3,16754,18,205,111,27),
    Row(36061,5,33897,8,236,112,27),
    // mem
    Row(10225,3,29674,12,240,111,12),Row(38163,3,33809,8,240,112,12),
    // mgc
    Row(37947,3,30684,7,63,102,12),Row(5123,2,30449,11,236,101,27),Row(10257,3,31539,10,226,104,6),
    Row(38055,3,26960,13,230,107,27),Row(38058,3,20636,8,98,106,11),Row(38061,3,31549,10,234,109,11),
    Row(37342,4,10257,11,99,103,16),Row(39,3,31559,10,140,105,28),Row(38064,3,32451,9,230,108,27),
    // mgmtObj-common
    Row(34697,4,22296,8,134,106,18),Row(5123,2,30449,11,236,104,27),Row(38157,3,17280,14,133,101,12),
    Row(37389,3,31799,10,224,105,27),Row(37522,4,32829,9,27,102,23),Row(37526,4,30746,11,27,103,23),
    // mms
    Row(37923,3,6302,27,186,102,17),Row(38220,3,7335,26,186,103,17),Row(32964,3,16189,19,33,101,28),
    Row(21111,3,20716,12,187,104,12),
    // mssp
    Row(38328,3,29938,12,23,101,23),
    // nod
    Row(37394,4,27506,13,116,103,23),Row(38091,3,27519,13,33,102,27),Row(38094,3,16952,18,116,104,23),
    Row(37486,4,19081,17,236,105,27),Row(547,2,31733,6,140,101,28),Row(29722,3,32793,9,236,107,27),
    Row(32349,3,33873,8,234,501,11),Row(21062,3,28585,13,226,106,5),
    // ntp
    Row(37905,3,6716,6,147,101,12),Row(37558,4,30801,11,238,102,28),Row(38274,3,19455,17,126,103,11),
    // ntpr
    Row(38205,3,14341,20,224,102,27),Row(38211,3,12760,21,27,101,24),
    // ont
    Row(5123,2,30449,11,236,101,27),Row(37534,4,22412,15,222,103,3),Row(37538,4,23756,14,182,102,12),
    Row(38310,3,23966,14,195,104,27),
    // pch
    Row(38226,3,19285,17,224,880,27),Row(37634,4,17726,18,226,501,5),
    // pdr
    Row(61,2,12256,13,72,101,16),Row(38010,3,12256,21,126,102,11),
    // prmr
    Row(34766,5,16484,18,155,104,18),Row(32361,4,29218,12,33,103,28),Row(35296,5,26934,13,155,105,18),
    Row(5311,4,29542,12,33,106,28),Row(37570,4,17298,14,156,102,12),Row(37578,4,18898,13,157,101,12),
    // prp
    Row(37086,4,32307,9,54,106,18),Row(7793,4,24412,13,31,108,23),Row(37274,4,32397,9,26,107,23),
    Row(20566,3,32202,6,11,101,24),Row(37171,3,31839,10,21,103,8),Row(37646,4,30900,11,27,104,23),
    Row(37682,4,28546,13,22,102,8),Row(38280,3,22487,15,31,105,23),
    // psd:cancl
    Row(37995,3,16754,18,205,111,27),Row(36971,5,19846,17,236,112,28),
    // psd:dPWSC
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // psd:dPWSE
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // psd:dissr
    Row(34751,5,24425,13,231,126,14),Row(34756,5,29026,12,231,125,14),Row(34761,5,31299,10,231,127,14),
    Row(34906,5,32343,9,234,120,12),Row(37995,3,16754,18,205,111,27),Row(35281,5,32442,9,228,122,27),
    Row(35306,5,31519,10,10,121,1),Row(35311,5,34201,7,228,124,27),Row(35521,5,31639,10,236,112,28),
    Row(35961,5,34418,7,234,116,12),Row(36041,5,36041,5,228,123,27),Row(36376,5,1781,10,10,117,0),
    Row(36386,5,22502,15,232,129,12),Row(36391,5,20968,16,232,128,12),Row(36476,5,34626,6,236,113,28),
    Row(6889,4,6889,4,228,114,28),Row(36491,5,33953,8,234,119,12),Row(33984,3,31753,6,234,115,12),
    Row(36866,5,19795,7,234,118,12),
    // psd:emeHr
    Row(34751,5,24425,13,231,127,14),Row(34756,5,29026,12,231,126,14),Row(34761,5,31299,10,231,128,14),
    Row(34906,5,32343,9,234,121,12),Row(37995,3,16754,18,205,111,27),Row(35281,5,32442,9,228,123,27),
    Row(35286,5,26921,13,226,112,6),Row(35306,5,31519,10,10,122,1),Row(35311,5,34201,7,228,125,27),
    Row(35521,5,31639,10,236,113,28),Row(35961,5,34418,7,234,117,12),Row(36041,5,36041,5,228,124,27),
    Row(36376,5,1781,10,10,118,0),Row(36476,5,34626,6,236,114,28),Row(6889,4,6889,4,228,115,28),
    Row(36491,5,33953,8,234,120,12),Row(33984,3,31753,6,234,116,12),Row(36866,5,19795,7,234,119,12),
    // psd:setts
    Row(37995,3,16754,18,205,111,27),Row(36056,5,29770,12,226,112,6),
    // rad:baTMe
    Row(34796,5,23126,14,234,112,11),Row(37995,3,16754,18,205,111,27),Row(36776,5,22712,15,236,113,27),
    // rad:dCRMe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // rad:dHPTT
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // rad:dSSDr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // rad:deSGe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // rad:deTTl
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // rbo
    Row(38067,3,29398,12,226,112,6),Row(7058,3,17316,6,226,111,6),
    // req
    Row(403,2,15699,15,132,105,17),Row(536,2,536,9,148,101,12),Row(18726,3,2791,10,33,103,28),
    Row(4532,3,15737,15,150,108,17),Row(16567,2,14085,16,154,106,16),Row(34718,3,27692,9,164,104,28),
    Row(1608,2,18915,13,166,107,12),Row(30602,2,11747,6,224,102,28),
    // rol
    Row(37610,4,17108,6,177,101,28),Row(37618,4,33945,8,236,106,27),Row(37622,4,33045,9,224,107,27),
    Row(37798,4,34572,6,33,103,28),Row(37806,4,34578,6,33,102,28),Row(37810,4,33881,8,205,105,28),
    Row(37814,4,32820,9,205,104,28),
    // sch
    Row(494,3,17546,18,226,102,5),Row(65,2,22577,15,178,101,17),
    // smd
    Row(37266,4,8756,24,182,101,12),Row(37709,3,8756,10,225,103,28),Row(411,2,30757,11,224,104,27),
    Row(37598,4,20952,16,27,105,23),Row(38310,3,23966,14,195,102,27),Row(38325,3,19489,17,226,106,5),
    Row(37874,4,21192,16,226,107,5),
    // smi
    Row(37414,4,17816,18,225,102,27),Row(37498,4,34632,6,224,101,28),Row(38184,3,4659,12,128,104,16),
    Row(38187,3,22352,15,127,103,12),Row(38235,3,17636,18,230,106,27),Row(38259,3,28559,13,130,105,12),
    // smjp
    Row(37358,4,16916,18,225,105,28),Row(37410,4,22127,15,225,103,27),Row(37462,4,29686,12,195,101,28),
    Row(37494,4,36531,5,118,102,23),Row(37862,4,20856,16,225,104,28),
    // smr
    Row(37414,4,17816,18,225,101,27),Row(38175,3,17474,18,183,102,24),Row(38178,3,10280,12,225,103,28),
    // stcl
    Row(12423,3,18282,17,116,103,23),Row(3448,3,16574,18,33,102,28),Row(1275,2,26700,13,178,106,16),
    Row(1230,3,34194,7,236,107,27),Row(38283,3,24022,14,236,101,28),Row(4521,2,19000,9,197,105,12),
    Row(37645,3,10395,15,200,104,12),
    // stte
    Row(6715,4,30977,11,226,101,6),Row(23040,4,30966,11,33,102,27),Row(36626,5,21096,16,198,103,18),
    // sub
    Row(37070,4,7023,26,118,115,23),Row(38416,2,22236,11,60,106,16),Row(37302,4,3347,33,226,503,5),
    Row(493,3,3803,25,95,101,16),Row(38049,3,18605,17,235,102,11),Row(38088,3,34215,7,224,104,27),
    Row(32819,2,29578,12,226,111,5),Row(2419,2,34596,6,230,504,27),Row(4578,3,6657,23,145,112,12),
    Row(5881,3,14321,20,93,113,11),Row(38199,3,8293,25,224,105,27),Row(447,3,10460,23,226,501,5),
    Row(8904,3,12739,21,189,502,18),Row(7359,3,6761,27,235,110,11),Row(10439,2,22382,15,27,103,24),
    Row(37119,2,10326,19,151,109,11),Row(38238,3,12844,21,235,108,11),Row(17059,2,27679,9,159,107,16),
    Row(2724,2,28663,13,224,114,27),
    // svsn
    Row(37980,3,32274,6,33,102,27),Row(497,2,20184,16,13,103,23),Row(547,2,31733,6,140,101,28),
    Row(38208,3,29722,12,226,105,5),Row(37614,3,32919,9,27,104,23),
    // swr
    Row(462,3,8710,8,226,117,5),Row(37074,4,29014,12,44,119,16),Row(8708,3,8708,10,226,118,5),
    Row(311,2,5311,7,226,114,6),Row(5311,3,27532,13,44,116,17),Row(38331,3,29998,12,236,112,28),
    Row(4577,2,28767,9,226,115,6),Row(37583,3,22469,3,224,113,28),Row(38270,2,6931,7,236,111,28),
    // tgr
    Row(37478,3,31169,10,102,101,28),Row(7215,3,17888,18,224,107,27),Row(37766,4,21176,16,33,106,27),
    Row(416,3,14741,20,148,108,11),Row(37782,4,14681,20,169,109,11),Row(38352,3,17442,14,216,103,12),
    Row(38361,3,11835,16,236,110,27),Row(296,3,13421,20,217,102,12),Row(10665,3,19034,13,218,104,12),
    Row(38379,3,16227,19,230,105,28),
    // tk
    Row(37790,4,33161,8,11,109,23),Row(37794,4,32460,9,236,111,27),Row(37798,4,34572,6,33,105,27),
    Row(37802,4,15536,7,206,101,28),Row(37806,4,34578,6,33,104,27),Row(37810,4,33881,8,205,107,27),
    Row(37814,4,32820,9,205,106,27),Row(37818,4,33054,9,236,108,27),Row(37826,4,31010,11,80,102,28),
    Row(37830,4,30790,11,208,110,16),Row(38270,2,6931,7,236,103,27),
    // trac
    Row(34341,7,14101,20,165,108,17),Row(34355,7,12697,21,172,109,16),Row(37754,3,13033,21,205,106,27),
    Row(37754,4,11421,18,209,102,12),Row(38,4,11813,22,205,105,27),Row(35772,3,28741,13,236,101,28),
    Row(37834,4,16208,19,205,104,27),Row(37838,4,10418,19,210,107,11),Row(37677,4,14225,16,213,103,12),
    // tram
    Row(37642,4,19370,17,48,111,17),Row(37658,4,17744,18,50,112,17),Row(37754,3,13033,21,205,103,27),
    Row(37754,4,11421,18,209,107,11),Row(37758,4,8443,25,205,104,27),Row(38,4,11813,22,205,102,27),
    Row(37834,4,16208,19,205,101,27),Row(37838,4,10418,19,210,106,11),Row(38147,3,15813,15,212,105,11),
    Row(38349,3,6711,23,211,110,11),Row(38180,3,13054,21,234,109,11),Row(37677,4,14225,16,213,108,12),
    // trpt
    Row(19505,3,18367,17,235,106,11),Row(38229,3,14441,20,239,103,11),Row(38232,3,14461,20,239,104,11),
    Row(3059,3,12659,17,152,102,11),Row(38244,3,29830,12,226,101,5),Row(11610,3,9024,20,199,105,11),
    Row(38376,3,28689,13,116,108,24),Row(38397,3,30118,12,205,107,27),
    // ts
    Row(37938,3,21812,15,234,105,12),Row(37956,3,22251,11,66,114,27),Row(37147,3,13601,20,234,104,12),
    Row(423,2,29578,6,224,880,27),Row(38142,3,30702,11,234,102,11),Row(38148,3,14301,20,234,111,12),
    Row(28130,3,11461,17,226,108,5),Row(37474,4,15718,15,136,110,23),Row(38151,3,20760,16,235,109,11),
    Row(38154,3,11461,22,235,112,11),Row(38160,3,23700,14,234,103,11),Row(38166,3,20744,16,234,101,11),
    Row(15,2,34614,6,224,881,27),Row(411,2,30757,11,224,113,27),Row(37554,3,12802,16,235,106,11),
    Row(37554,4,12802,21,234,107,11),
    // tsb
    Row(37142,4,23154,14,234,102,12),Row(37146,4,23168,14,230,103,27),Row(37150,4,21632,15,33,101,27),
    Row(37154,4,21647,15,230,104,27),Row(37158,4,10955,22,27,105,24),
    // tsi
    Row(2426,3,2426,7,222,102,3),Row(6002,2,30350,11,234,104,12),Row(37995,3,16754,18,35,101,28),
    Row(38304,3,31989,10,234,103,11),
    // ved:dEVCr
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
    // ved:deEMe
    Row(35351,5,29470,12,236,112,27),Row(36011,5,33865,8,236,111,27),
];

#[rustfmt::skip]
pub(super) static ENUMERATIONS: [Values; 78] = [
    Values(7101,26,0,8),Values(5123,29,8,5),Values(23252,14,13,2),Values(29254,12,15,4),Values(7843,25,19,7),
    Values(9701,23,26,8),Values(8948,24,34,2),Values(6545,27,36,6),Values(8143,25,42,1),Values(13941,20,43,2),
    Values(8168,25,45,2),Values(10138,23,47,5),Values(18826,17,52,7),Values(30680,11,59,7),Values(10161,23,66,3),
    Values(10184,23,69,1),Values(15619,19,70,6),Values(18843,17,76,2),Values(27610,13,78,3),Values(20600,16,81,2),
    Values(20616,16,83,3),Values(5247,21,86,1),Values(3053,26,87,3),Values(8996,24,90,6),Values(29650,12,96,4),
    Values(10230,23,100,5),Values(27623,13,105,3),Values(20632,16,108,4),Values(17168,18,112,30),
    Values(17186,18,142,6),Values(15638,19,148,3),Values(22262,15,151,3),Values(7205,26,154,3),
    Values(8218,25,157,4),Values(20648,16,161,6),Values(6626,27,167,2),Values(17258,18,169,3),
    Values(4173,31,172,1),Values(27649,13,173,5),Values(27662,13,178,5),Values(15676,19,183,2),
    Values(8243,25,185,2),Values(10276,23,187,4),Values(23672,14,191,75),Values(17276,18,266,32),
    Values(10299,23,298,2),Values(18877,17,300,5),Values(6653,27,305,5),Values(8268,25,310,10),
    Values(3113,34,320,4),Values(12579,13,324,5),Values(10322,23,329,2),Values(3413,33,331,3),
    Values(17294,18,334,4),Values(18894,17,338,6),Values(18911,17,344,5),Values(8932,16,349,86),
    Values(11373,22,435,98),Values(14141,16,533,5),Values(18945,17,538,13),Values(14161,20,551,8),
    Values(17366,18,559,7),Values(20712,16,566,2),Values(18996,17,568,1),Values(9020,24,569,2),
    Values(10391,23,571,2),Values(31749,10,573,4),Values(20728,16,577,3),Values(20560,8,580,21),
    Values(17402,18,601,2),Values(11417,22,603,5),Values(10414,23,608,2),Values(6707,27,610,2),
    Values(15809,19,612,2),Values(14221,20,614,6),Values(5326,29,620,2),Values(17438,18,622,4),
    Values(19030,17,626,6),
];

#[rustfmt::skip]
pub(super) static VALUES: [Value; 632] = [
    Value(0,13261,20),Value(1,7693,25),Value(2,10823,22),Value(3,7568,25),Value(4,10845,22),Value(5,8516,24),
    Value(6,8492,24),Value(7,34518,6),Value(0,1461,43),Value(1,5471,28),Value(2,5499,28),Value(3,5527,28),
    Value(4,5555,28),Value(0,33273,8),Value(1,13461,6),Value(0,18589,16),Value(1,18588,17),Value(2,12445,21),
    Value(3,35516,5),Value(0,28870,12),Value(1,32253,9),Value(2,37010,4),Value(3,18010,17),Value(4,22986,14),
    Value(5,3308,6),Value(6,37014,4),Value(1,37022,4),Value(2,37893,3),Value(3,28990,12),Value(4,24347,13),
    Value(5,24360,13),Value(6,23014,14),Value(7,21512,15),Value(8,21527,15),Value(1,33123,6),Value(2,33121,8),
    Value(1,14985,6),Value(2,21278,8),Value(4,99,6),Value(8,34061,6),Value(16,34530,6),Value(32,9356,9),
    Value(1,19928,16),Value(1,17942,17),Value(2,19166,17),Value(1,19928,6),Value(2,37006,4),Value(1,38412,2),
    Value(2,22930,14),Value(3,17993,17),Value(4,28966,12),Value(5,19944,16),Value(1,34524,6),Value(2,17959,8),
    Value(3,17959,17),Value(4,34054,7),Value(5,30163,11),Value(6,24269,13),Value(7,2388,7),Value(1,34661,5),
    Value(2,34542,6),Value(3,13388,6),Value(4,1210,8),Value(5,21467,15),Value(6,18044,17),Value(7,22958,14),
    Value(1,22846,14),Value(2,24204,13),Value(3,32298,9),Value(1,19912,16),Value(0,19165,4),Value(1,450,51),
    Value(2,847,48),Value(3,2841,34),Value(4,1415,46),Value(5,3671,32),Value(1,21422,15),Value(2,28882,12),
    Value(1,34494,6),Value(2,34512,6),Value(3,34040,7),Value(1,30072,10),Value(2,30070,12),Value(0,36156,5),
    Value(1,12130,21),Value(2,12109,21),Value(1,30152,11),Value(10,13301,20),Value(11,13321,20),Value(12,13341,20),
    Value(1,12524,5),Value(2,32811,9),Value(3,12508,12),Value(4,17024,9),Value(5,12508,21),Value(6,17024,18),
    Value(0,7335,3),Value(1,26727,4),Value(2,7361,8),Value(3,31399,10),Value(1,16340,18),Value(2,6867,26),
    Value(3,6841,26),Value(4,16322,18),Value(5,14954,19),Value(1,24230,13),Value(2,28954,12),Value(3,31249,10),
    Value(1,24256,13),Value(2,21302,15),Value(3,31209,10),Value(4,28942,12),Value(0,22972,14),Value(1,6997,26),
    Value(2,12004,21),Value(3,6945,26),Value(4,11983,21),Value(5,8564,24),Value(6,7668,25),Value(7,239,27),
    Value(8,602,50),Value(9,6275,27),Value(10,13381,20),Value(11,239,55),Value(12,750,49),Value(13,1369,46),
    Value(14,1182,47),Value(15,1547,42),Value(16,991,48),Value(19,2309,36),Value(20,6971,26),Value(21,2381,36),
    Value(22,1943,37),Value(23,1980,37),Value(24,3543,32),Value(25,3575,32),Value(26,4355,30),Value(27,2345,36),
    Value(28,68,58),Value(29,183,56),Value(30,347,52),Value(31,14935,19),Value(1,32280,9),Value(2,34103,7),
    Value(3,14946,8),Value(4,31119,10),Value(5,32226,9),Value(6,10779,22),Value(1,30174,11),Value(2,31159,10),
    Value(3,30185,11),Value(1,16394,18),Value(2,11878,21),Value(3,9494,23),Value(1,34548,6),Value(2,33089,8),
    Value(3,31149,10),Value(1,33113,8),Value(2,34082,7),Value(3,34500,6),Value(4,34096,7),Value(1,7557,5),
    Value(2,21397,10),Value(3,28899,7),Value(4,31179,10),Value(5,21392,15),Value(6,28894,12),Value(1,28930,12),
    Value(2,22902,14),Value(1,24282,13),Value(2,28858,12),Value(3,24308,13),Value(0,21332,15),Value(1,34124,7),
    Value(2,34131,7),Value(3,34145,7),Value(4,31199,10),Value(5,3982,5),Value(1,23132,6),Value(2,9868,8),
    Value(3,530,5),Value(4,34676,5),Value(5,34656,5),Value(1,24217,13),Value(2,28906,12),Value(1,33129,8),
    Value(2,24321,13),Value(1,14973,19),Value(2,19960,16),Value(3,28918,12),Value(4,4018,31),Value(0,35926,5),
    Value(1,9632,19),Value(2,2270,2),Value(3,15087,9),Value(4,15106,15),Value(5,30141,7),Value(6,14005,8),
    Value(7,30493,11),Value(8,29374,12),Value(9,7993,5),Value(10,17132,14),Value(11,5355,29),Value(12,34411,7),
    Value(13,23742,7),Value(14,31733,4),Value(15,19285,14),Value(16,28520,9),Value(17,5290,7),Value(18,15775,8),
    Value(19,9164,24),Value(20,12907,21),Value(21,24022,12),Value(22,30988,11),Value(23,2778,12),
    Value(24,11615,18),Value(25,4204,31),Value(26,3117,24),Value(27,15980,19),Value(28,7968,13),Value(29,7287,10),
    Value(30,11791,18),Value(31,17108,4),Value(32,10621,5),Value(33,37878,4),Value(34,2701,32),Value(35,3703,21),
    Value(36,4415,19),Value(37,2666,24),Value(38,11527,18),Value(39,9068,8),Value(40,6003,24),Value(41,7465,22),
    Value(42,9116,20),Value(43,14821,13),Value(44,14821,19),Value(46,12718,17),Value(47,24162,14),
    Value(48,7818,25),Value(49,10933,22),Value(50,6711,15),Value(51,6711,11),Value(10001,9632,23),
    Value(10002,34488,6),Value(10003,26739,13),Value(10004,15106,19),Value(10009,32487,9),Value(10010,17132,18),
    Value(10013,30724,11),Value(10014,33857,8),Value(10016,28520,13),Value(10018,29902,12),Value(10024,11615,22),
    Value(10028,18622,17),Value(10029,24120,14),Value(10030,11791,22),Value(10033,37878,4),Value(10038,11527,22),
    Value(10039,29746,12),Value(10040,6003,28),Value(10041,7465,26),Value(10042,9116,24),Value(10046,12718,21),
    Value(20001,34614,6),Value(20002,29578,6),Value(20003,4659,6),Value(0,28978,12),Value(1001,29422,8),
    Value(1002,5301,8),Value(1003,31779,6),Value(1004,21572,11),Value(1005,12067,17),Value(1006,18830,7),
    Value(1007,23322,10),Value(1008,13661,16),Value(1009,17316,6),Value(1010,29362,8),Value(1011,23238,10),
    Value(1012,13461,16),Value(1013,29098,12),Value(1014,23224,14),Value(1015,13541,20),Value(1016,31369,10),
    Value(1017,10999,22),Value(1018,20104,16),Value(1019,31359,10),Value(1020,12160,12),Value(1021,16736,14),
    Value(1022,12088,21),Value(1023,17528,14),Value(1024,22772,15),Value(1025,21347,15),Value(1026,21362,15),
    Value(1027,13361,20),Value(1028,24176,10),Value(1029,21782,11),Value(1030,34117,3),Value(1031,19098,13),
    Value(1,37018,4),Value(2,1510,2),Value(1,12151,21),Value(2,21707,15),Value(3,16556,18),Value(4,29074,12),
    Value(5,11043,7),Value(1,22860,14),Value(2,14878,19),Value(3,2690,10),Value(4,21497,15),Value(5,9586,23),
    Value(1,16430,18),Value(2,16376,18),Value(3,3863,31),Value(4,3894,31),Value(5,294,53),Value(6,3639,32),
    Value(7,21287,15),Value(8,5007,29),Value(9,6356,16),Value(10,6356,27),Value(1,23028,14),Value(2,23882,14),
    Value(3,17780,18),Value(4,2771,35),Value(1,3863,6),Value(2,294,8),Value(3,4185,6),Value(4,3894,6),
    Value(5,12859,6),Value(1,31979,10),Value(2,23980,14),Value(1,21437,15),Value(2,16412,18),Value(4,10735,22),
    Value(1,6484,6),Value(2,30508,7),Value(3,32024,5),Value(4,31219,10),Value(1,33097,8),Value(2,6484,7),
    Value(3,32208,9),Value(4,34536,6),Value(5,32244,9),Value(6,34047,7),Value(1,14907,9),Value(2,260,6),
    Value(3,34103,7),Value(4,32262,9),Value(5,14897,19),Value(1,9632,19),Value(2,2270,2),Value(3,15087,9),
    Value(4,15106,15),Value(5,30141,7),Value(6,14005,8),Value(7,30493,11),Value(8,29374,12),Value(9,7993,5),
    Value(10,17132,14),Value(11,5355,29),Value(12,34411,7),Value(13,23742,7),Value(14,31733,4),Value(15,19285,14),
    Value(16,28520,9),Value(17,5290,7),Value(18,15775,8),Value(19,9164,24),Value(20,12907,21),Value(21,24022,12),
    Value(22,30988,11),Value(23,2778,12),Value(24,11615,18),Value(25,4204,31),Value(26,3117,24),Value(27,15980,19),
    Value(28,7968,13),Value(29,7287,10),Value(30,11791,18),Value(31,17108,4),Value(32,10621,5),Value(33,37878,4),
    Value(34,2701,32),Value(35,3703,21),Value(36,4415,19),Value(37,2666,24),Value(38,11527,18),Value(39,9068,8),
    Value(40,6003,24),Value(41,7465,22),Value(42,9116,20),Value(43,14821,13),Value(44,14821,19),Value(45,15562,19),
    Value(46,12718,17),Value(47,24162,14),Value(48,7818,25),Value(49,10933,22),Value(50,6711,15),Value(51,6711,11),
    Value(58,7968,21),Value(60,17852,14),Value(62,3417,16),Value(63,12865,17),Value(64,15794,5),Value(65,6716,6),
    Value(66,23280,10),Value(10001,9632,23),Value(10002,34488,6),Value(10003,26739,13),Value(10004,15106,19),
    Value(10005,30141,11),Value(10009,32487,9),Value(10010,17132,18),Value(10013,30724,11),Value(10014,33857,8),
    Value(10016,28520,13),Value(10018,29902,12),Value(10024,11615,22),Value(10028,18622,17),Value(10029,24120,14),
    Value(10030,11791,22),Value(10033,37878,4),Value(10038,11527,22),Value(10039,29746,12),Value(10040,6003,28),
    Value(10041,7465,26),Value(10042,9116,24),Value(10046,12718,21),Value(10060,17852,18),Value(10062,14481,20),
    Value(10063,12865,21),Value(10064,33000,9),Value(10065,31259,10),Value(10066,23280,14),Value(1000,1869,8),
    Value(1001,2165,36),Value(1002,1869,37),Value(2000,38412,2),Value(2001,14985,7),Value(2002,34061,7),
    Value(2004,4042,7),Value(4000,30130,11),Value(4001,4978,29),Value(4004,4009,9),Value(4005,11962,21),
    Value(4008,21452,15),Value(4015,10801,22),Value(4101,2017,37),Value(4102,11857,21),Value(4103,6194,27),
    Value(4104,3925,31),Value(4105,33081,8),Value(4106,5639,28),Value(4107,5036,29),Value(4108,6140,27),
    Value(4109,31189,10),Value(4110,4265,30),Value(4111,7593,25),Value(4112,11899,21),Value(4113,6059,27),
    Value(4114,6086,27),Value(4115,22888,14),Value(4116,6893,26),Value(4117,3248,33),Value(4118,10757,22),
    Value(4119,4295,30),Value(4120,17976,17),Value(4121,9517,23),Value(4122,9471,23),Value(4123,1323,46),
    Value(4124,2201,36),Value(4125,3987,31),Value(4126,6815,26),Value(4127,3215,33),Value(4128,2273,36),
    Value(4130,8468,24),Value(4131,1671,40),Value(4132,2596,35),Value(4133,4325,30),Value(4135,4775,29),
    Value(4136,4804,29),Value(4137,8468,24),Value(4138,3511,32),Value(4139,4949,29),Value(4140,18095,17),
    Value(4141,2453,36),Value(4142,4891,29),Value(4143,13281,20),Value(5000,11920,21),Value(5001,21407,15),
    Value(5103,13401,20),Value(5105,7643,25),Value(5106,2223,14),Value(5107,6221,27),Value(5203,9563,23),
    Value(5204,1504,43),Value(5205,2943,34),Value(5206,1631,40),Value(5207,22916,14),Value(5208,9356,23),
    Value(5209,6113,27),Value(5210,9379,23),Value(5211,9402,23),Value(5212,14916,19),Value(5214,3607,32),
    Value(5215,18027,17),Value(5216,6167,27),Value(5217,5583,28),Value(5218,3314,33),Value(5219,7718,25),
    Value(5220,8588,24),Value(5221,3479,32),Value(5222,2489,36),Value(5230,3281,33),Value(5231,6919,26),
    Value(5232,6248,27),Value(6003,652,29),Value(6005,7618,25),Value(6010,4920,29),Value(6020,2875,34),
    Value(6021,2909,34),Value(6022,21317,15),Value(6023,8571,17),Value(6024,10713,22),Value(6025,11941,21),
    Value(6026,8540,24),Value(6028,19880,16),Value(6029,5611,28),Value(6030,652,49),Value(6031,799,48),
    Value(6033,3956,31),Value(6034,1711,40),Value(1,2178,23),Value(2,1882,24),Value(3,21677,15),Value(4,29446,12),
    Value(5,31819,10),Value(0,34425,7),Value(1,1751,10),Value(2,2736,20),Value(3,2736,35),Value(4,4385,30),
    Value(5,1751,40),Value(6,1766,25),Value(7,19200,17),Value(8,2438,15),Value(9,15885,19),Value(10,21032,16),
    Value(11,2417,36),Value(12,14190,11),Value(1,4833,29),Value(2,4235,30),Value(3,3831,32),Value(4,3446,33),
    Value(5,24243,13),Value(6,19896,16),Value(7,552,50),Value(8,399,51),Value(1,37890,3),Value(2,4862,29),
    Value(3,13221,20),Value(4,13241,20),Value(5,9448,23),Value(6,9425,23),Value(7,13201,20),Value(1,34089,7),
    Value(2,18038,6),Value(1,31129,10),Value(1,31229,10),Value(2,21377,15),Value(1,33123,6),Value(2,33121,8),
    Value(0,24334,13),Value(1,31239,10),Value(2,34068,7),Value(3,31139,10),Value(2,32289,9),Value(3,31109,10),
    Value(4,31983,6),Value(10,3181,34),Value(11,3147,34),Value(12,2806,35),Value(13,2091,37),Value(14,1087,48),
    Value(15,1276,47),Value(21,2631,35),Value(22,2237,36),Value(23,1831,38),Value(24,701,49),Value(25,943,48),
    Value(32,2561,35),Value(33,1906,37),Value(34,895,48),Value(35,1135,47),Value(40,20088,16),Value(41,20072,16),
    Value(42,18248,17),Value(43,15068,19),Value(44,4445,30),Value(45,5065,29),Value(1,22944,14),Value(2,24295,13),
    Value(1,34075,7),Value(2,1636,4),Value(3,33105,7),Value(4,32235,6),Value(5,34033,5),Value(1,32217,9),
    Value(2,21272,15),Value(1,34061,6),Value(2,34110,7),Value(1,22874,14),Value(2,16358,18),Value(1,34075,7),
    Value(2,34506,6),Value(3,33105,8),Value(4,32235,9),Value(5,6914,5),Value(6,34033,7),Value(1,31709,10),
    Value(2,24477,13),Value(1,15410,19),Value(2,16056,19),Value(3,30515,11),Value(4,20312,16),Value(1,2501,10),
    Value(2,14859,19),Value(3,18078,17),Value(4,18061,17),Value(5,21482,15),Value(6,23000,14),
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
    "SPrimRandObjectm2m:setOfNotificationStatsInfosharedReceiverESPrimRandObjectBad Fact Inputs For Reaso",
    "ningBad Rule Inputs For ReasoningDynamic Authorization RequestFile format: Functional-styleInvalid P",
    "rocess ConfigurationMAX_NUMBER_OF_MEMBER_EXCEEDEDPrimitive Profile Bad RequestRELEASE_VERSION_NOT_SU",
    "PPORTEDReport_on_missing_data_pointsSECURITY_ASSOCIATION_REQUIREDcertificate: ESData signatureclothe",
    "sWasherDryerJobModeAnncdcfg:coverageEnhancementLeveldeviceHandheldPTTTerminalAnncdeviceWaterQualityM",
    "onitorAnnchighTemperatureAlarmThresholdlist of m2m:esprimKeyGenAlgIDm2m:aggregatedRequest.requestm2m",
    ":softwareUninstallArgsTypem2m:transferSelectionGuidancem2mServiceSubscriptionProfilemembersAccessCon",
    "trolPolicyIDssubscriptionResourcesAsTargettriggerInfoSerializationTypesCoverage Enhancement level 0C",
    "overage Enhancement level 1Coverage Enhancement level 2Coverage Enhancement level 3LEAVE_MULTICAST_G",
    "ROUP_FAILEDMGMT_COMMAND_NOT_CANCELLABLEORIGINATOR_NOT_AUTHENTICATEDbaliseTransmissionModuleAnncdevic",
    "eClothesWasherDryerAnncdeviceCowActivityMonitorAnncdeviceElectricMotorcycleAnncdeviceSmartElectricMe",
    "terAnncdeviceTrainborneTerminalAnncdynamicAuthorizationLifetimeelectricVehicleConnectorAnnclowTemper",
    "atureAlarmThresholdm2m:receiverESPrimRandObjectm2m:supportedReleaseVersionsmagneticSensorParametersA",
    "nncsemanticMashupJobProfileAnncsupportedHorizontalDirectionESPRIM_UNKNOWN_ORIG_RAND_IDESPRIM_UNKNOWN",
    "_RECV_RAND_IDGROUP_MEMBERS_NOT_RESPONDEDINVALID_CHILD_RESOURCE_TYPEJOIN_MULTICAST_GROUP_FAILEDORIGIN",
    "ATOR_HAS_NO_PRIVILEGEREMOTE_ENTITY_NOT_REACHABLEReasoning Processing FailedSTATUS_UNSUPPORTED_PROTOC",
    "OLacceptedSessionDescriptionsaccessControlLocationRegionblockingRetrieveDirectChildbodyCompositionAn",
    "alyserAnncdesiredIdentifierResultTypedeviceAirQualityMonitorAnncdynamicAuthorizationEnabledinnerTemp",
    "eratureSensorFaultlist of m2m:eventCatWithDefm2m:accessControlOperationsm2m:activityPatternElementsm",
    "2m:contentRef.URIReferencem2m:locationInformationTypem2m:notificationContentTypem2m:softwareInstallA",
    "rgsTypem2m:transactionMgmtHandlingminimumCommunicationLatencynotificationStoragePrioritywaterTempera",
    "tureSensorFaultAPP_RULE_VALIDATION_FAILEDAll or some events missingAll or some events presentESPRIM_",
    "IMPERSONATION_ERROROntology Conversion FailedSTATUS_CANCELLATION_DENIEDSTATUS_INVALID_UUID_FORMATSTA",
    "TUS_REQUEST_UNSUPPORTEDassociatedCrossResourceSubcontextCarbohydratesAmountcontextCarbohydratesSourc",
    "edcfg:cellularNetworkBearerdeviceHeartRateMonitorAnnchighPressureAlarmThresholdm2m:aggregatedNotific",
    "ationm2m:geoSpatialFunctionTypem2m:listOfChildResourceRefm2m:softwareUpdateArgsTypem2m:timeSeriesNot",
    "ificationmulticastGroupFanoutTargetofferedSessionDescriptionsperiodicalReportConfigAnncproposedPrivi",
    "legesLifetimerequestContextNotificationrequestExpirationTimestampsemanticMashupInstanceAnncsupported",
    "VerticalDirectiontimeRangeLightDimmingValueAERegistrationPointChangeCDMA2000 cellular networkESPRIM_",
    "UNSUPPORTED_OPTIONEXTERNAL_OBJECT_NOT_FOUNDRECEIVER_HAS_NO_PRIVILEGESTATUS_RESOURCES_EXCEEDEDTD-SCDM",
    "A cellular networkUNABLE_TO_REPLACE_REQUESTabsoluteEnergyConsumptionaccessControlEvalCriteriaapplica",
    "bleEventCategoriescrossResourceSubscriptiondcfg:wifiConnectionStatusdeviceGarbageDisposalAnncdeviceM",
    "icrogenerationAnncdeviceSmartScreenDoorAnncdeviceSmartWaterMeterAnncflexContainerInstanceAnncgroupRe",
    "questTargetMembersgroupSomecastTargetNumberimpactDirectionHorizontalinterfaceIntrospectXmlReflowPres",
    "sureAlarmThresholdlowestReverseFlowRateTimem2m:acpCombiningAlgorithmm2m:authorizationDecisionm2m:dyn",
    "AuthRelMapResponsem2m:geofenceEventCriteriam2m:mashupMemberStoreTypem2m:notificationEventTypenotific",
    "ationForwardingURIoptionalRandomBackoffTimeresultExpirationTimestampretrieveLastKnownLocationreverse",
    "FlowAlarmThresholdroundingEnergyConsumptiontransactionExpirationTimeDiscovery Limit ExceededLTE-FDD ",
    "cellular networkLTE-TDD cellular networkMGMT_CANCELLATION_FAILEDSTATUS_INVALID_ARGUMENTSUNABLE_TO_RE",
    "CALL_REQUESTaccessControlOriginatorsassignedTokenIdentifiersclothesWasherJobModeAnncdailyNumberOfCon",
    "nectionsdeactivateClockTimerAnncdecrementNumberValueAnncdescriptorRepresentationdeviceAirConditioner",
    "AnncdeviceDigitalGalleryAnncdeviceStorageBatteryAnncdeviceWeatherStationAnncincrementNumberValueAnnc",
    "intensiveReportStartTimelist of m2m:resourceTypem2m:AERegistrationStatusm2m:dynAuthRelMapRequestm2m:",
    "evalCriteriaOperatorm2m:stationaryIndicationmagneticSensitivityLevelontologyMappingResourcesrounding",
    "EnergyGenerationsemanticMashupResultAnncsemanticSupportIndicatorserviceSubscribedAppRulestandardrefe",
    "renceVoltagesubDevicePowerOutletAnncthreeDDisplayResolutionXthreeDDisplayResolutionYwaterIntervalTem",
    "peraturewaterMeterReportInfoAnncwaterTemperatureIntervalDISCOVERY_DENIED_BY_IPEESPRIM_DECRYPTION_ERR",
    "ORESPRIM_ENCRYPTION_ERRORFile format: ManchesterFile format: RDF/TurtleINVALID_TRIGGER_PURPOSEIPE On",
    "-demand DiscoveryMASHUP_MEMBER_NOT_FOUNDReleaseVersionIndicatorTARGET_NOT_SUBSCRIBABLETimeSeries not",
    "ificationaccessControlAttributesaccessControlPolicyAnncapplicableEventCategoryclothesDryerJobModeAnn",
    "cdcfg:wifiEncryptionTypedehumidifierJobModeAnncdeviceAudioReceiverAnncdeviceClothesWasherAnncdeviceC",
    "offeeMachineAnncdeviceGenericSensorAnncdevicePulseOximeterAnncdeviceSecurityPanelAnncdeviceServiceBu",
    "ttonAnncdeviceSmartGasMeterAnncdeviceWaterPurifierAnncdmAreaNwkDeviceInfoAnncdynamicAuthorizationPoA",
    "esprimProtocolAndAlgIDsimpactDirectionVerticalintensiveReportIntervalintensiveSampleIntervallist of ",
    "m2m:countryCodelist of xs:base64Binarym2m:authorizationStatusm2m:consistencyStrategym2m:contentFilte",
    "rSyntaxm2m:dynAuthTokenSummarym2m:eventEvaluationModem2m:execReqArgsListTypem2m:mashupResultGenTypem",
    "2m:multicastCapabilitym2m:pendingNotificationm2m:sessionCapabilitiesm2m:sessionDescriptionsm2m:stats",
    "RuleStatusTypem2m:transactionLockTypemanufacturerDetailsLinknotificationStatsEnablepeakReverseFlowRa",
    "teTimereleaseVersionIndicatorremoteControlEnableAnncrobotCleanerJobModeAnncslcParameterSettingAnncsu",
    "pportedE2ESecFeaturestokenRequestInformationtrackRegistrationPointstriggerInfoResourceTypewaterQuali",
    "tyMonitorAnncINSUFFICIENT_ARGUMENTSNOTIFICATIONS_FROM_CSEONTOLOGY_NOT_AVAILABLESTATUS_NON_CANCELLABL",
    "EUNSUPPORTED_MEDIA_TYPEWCDMA cellular networkWiMAX cellular networkaccessControlPolicyIDsairPurifier",
    "JobModeAnncautoDocumentFeederAnncbackgroundDataTransferbeaconNotificationURIscapabilityActionStatusc",
    "mdhNetworkAccessRulescowActivityMonitorAnncdefaultRespPersistencedeviceBottleWarmerAnncdeviceClothes",
    "DryerAnncdeviceDehumidifierAnncdeviceGlucosemeterAnncdevicePWSEquipmentAnncdeviceRefrigeratorAnncdev",
    "iceRobotCleanerAnncgasChargingControlAnncgasMeterReportInfoAnncgeographicalTargetAreagroupRequestIde",
    "ntifierhighFlowAlarmThresholdlist of m2m:dynAuthJWTm2m:aggregatedResponsem2m:responseStatusCodem2m:s",
    "pecializationTypem2m:transactionControlm2m:triggerRecipientIDmissingDataDetectTimernegativeCumulativ",
    "eFlownotificationEventCountontologyRepositoryAnncoperationExecutionTimepositiveCumulativeFlowrequest",
    "CharacteristicssemanticDescriptorAnncsemanticQueryIndicatorsessionDescriptionAnncshoesWasherJobModeA",
    "nncsteamClosetJobModeAnncsupportedMessageValuestargetRemovalAllowancethreeDDisplayViewAngletimeSerie",
    "sInstanceAnnctransactionExecuteTimetriggerReferenceNumberCONTENTS_UNACCEPTABLEConditional RetrievalE",
    "SPRIM_UNKNOWN_KEY_IDINTERNAL_SERVER_ERRORMGMT_CONVERSION_ERROROPERATION_NOT_ALLOWEDSTATUS_INTERNAL_E",
    "RRORSTATUS_REQUEST DENIEDadditionalBackoffTimeallJoynMethodCallAnncareaNwkDeviceInfoAnncauthenticati",
    "onProfilebase64 on binary database64 on string datacellular-registrationcookerHoodJobModeAnnccurrent",
    "PlayerModeNamedefaultDelAggregationdefaultRequestExpTimedeletionRulesRelationdeviceAirPurifierAnncde",
    "viceOutdoorLampAnncdeviceShoesWasherAnncdeviceSteamClosetAnncdeviceThermometerAnncdeviceWaterHeaterA",
    "nncdeviceWindowShadeAnncdishWasherJobModeAnnceUICC (non-removable)energyConsumptionAnncgeographicInf",
    "ormationgreater than or equallightPolarizationAxislimitsRespPersistencelist of m2m:operationlocation",
    "ContainerNamelowFlowAlarmThresholdm2m:geoJsonCoordinatem2m:periodicIndicatorm2m:processConditionsm2m",
    ":responsePrimitivemultimediaSessionAnncnotificationStatsInfonotificationTargetURIovercurrentSensorAn",
    "ncperiodicIntervalDeltaprePaidCardReaderAnncpreSubscriptionNotifyprocessManagementAnncrequestedResou",
    "rceTypeserviceSubscribedNodesubscriptionReferencesupportedMediaSourcessupportedResourceTypetelevisio",
    "nChannelAnnctokenRequestIndicatortransactionCommitTimetransactionMaxRetriesunderCurrentThresholdunde",
    "rVoltageThresholdwaterIntervalPressurewaterMeterSettingAnncwaterPressureIntervalxs:nonNegativeIntege",
    "rFile format: JSON-LDFile format: OWL/XMLFile format: RDF/XMLGSM cellular networkINVALID_SPARQL_QUER",
    "YJWE compact, A128GCMJWE compact, A192GCMJWE compact, A256GCMOAuth2AuthenticationSTATUS_UPLOAD_FAILE",
    "DTARGET_NOT_REACHABLETrigger-Recipient-IDaccessControlUserIDsactiveCmdhPolicyLinkairQualitySensorAnn",
    "callJoynInterfaceAnncallJoynSvcObjectAnnccmdhEcDefParamValuescolourSaturationAnnccontentSerializatio",
    "ncurrentNrOfInstancesdcfg:wifiCredentialsdefaultResultExpTimedeviceCapabilityAnncdeviceCookerHoodAnn",
    "cdeviceDishWasherAnncdeviceHumidifierAnncdeviceRiceCookerAnncdeviceTelevisionAnncdeviceThermostatAnn",
    "cdeviceWaterValveAnncemergencyHandlerAnncenergyGenerationAnnclimitsDelAggregationlimitsRequestExpTim",
    "elist of m2m:deviceIDlocationUpdatePeriodm2m:allJoynDirectionm2m:childResourceRefm2m:deletionContext",
    "sm2m:deliveryMetaDatam2m:downloadArgsTypem2m:locationTargetIDm2m:operationMonitorm2m:primitiveConten",
    "tm2m:requestPrimitivem2m:resourceTypeListm2m:responseTypeInfom2m:securityInfoTypem2m:setOfPermission",
    "sm2m:tokenPermissionsm2m:transactionStatemagneticInterferencemaxPressureThresholdminPressureThreshol",
    "dmissingDataCurrentNrnotificationEventCatnotificationPolicyIDoriginatingTimestampoutputDataPointLink",
    "soverCurrentThresholdoverVoltageThresholdperiodicDurationTimeperiodicIntervalTimeprimitiveProfileAnn",
    "creferencedResourceIDrelativeHumidityAnncremoteControlEnabledresetNumberValueAnncresetTextMessageAnn",
    "csphygmomanometerAnncsubscriptionDeletionsupportedPlayerModestargetRemovalRequesttargetedResourceTyp",
    "etemperatureAlarmAnncthreeDScanResolutiontriggerInfoOperationunderCurrentDurationunderVoltageDuratio",
    "nvibrationSensorFaultAEContactListPerCSEAEReferenceIDChangeERROR_NSE_NOT_FOUNDModified AttributesPAR",
    "TIALLY_COMPLETEDSPARQL_UPDATE_ERRORSTATUS_NOT_FINISHEDSome events missingWHEN_SMI_IS_CREATEDaccessCo",
    "ntrolWindowallJoynPropertyAnncatmosphericPressureauthorSignIndicatorcertificate: ESPrimcontainerDefi",
    "nitioncontentInstanceAnnccrossingBarrierAnnccumulativeFlowDailycurrentMachineStatecurrentSecurityMod",
    "edeliveryAggregationdevice3DDisplayAnncdevice3DPrinterAnncdevice3DScannerAnncdeviceAirHeaterAnncdevi",
    "ceFoodProbeAnncdevicePWSCenterAnncdeviceSetTopBoxAnncdeviceSmartGateAnncdeviceSmartPlugAnncdischargi",
    "ngCapacityestablishConnectionhorizontalDirectioninputDataPointLinkslimitsEventCategorylimitsResultEx",
    "pTimeliquidRemainingAnnclist of m2m:tokenIDlist of xs:durationlocalMulticastGrouplocationContainerID",
    "m2m:absRelTimestampm2m:contentSecuritym2m:filterOperationm2m:listOfDataLinksm2m:logicalOperatorm2m:m",
    "etaInformationm2m:missingDataListm2m:operationResultm2m:resourceWrapperm2m:scheduleEntriesm2m:stateT",
    "ransitionm2m:transactionModemeasurementIntervalmeasurementSchedulememberTypeValidatedmodified attrib",
    "utesmuteAudioVolumeAnncmuteSmokeSensorAnncoverCurrentDurationoverVoltageDurationpolicyDeletionRulesp",
    "owerGenerationDatapressureSensorFaultradioSignalStrengthregistrationRequestrequestReachabilityresour",
    "ceAttributeIDreverseFlowDurationreverseFlowIntervalreverseIntervalFlowserviceProviderNamesessionOrig",
    "inatorIDtransactionLockTimetriggerValidityTimeunderVoltagePercentverificationRequestwaterFilterTypeA",
    "nncwaterMeterAlarmAnncAll events missingAll events presentCREATOR_CONTROLLEDDelete_of_ResourceDiscov",
    "ery CriteriaRESPONSES_FROM_CSEUpdate_of_ResourceaccessControlLimitacousticSensorAnncactivateConditio",
    "nsannouncedAttributeauthorRelIndicatorbillWithdrawalAnnccellular-pdpctxactcollectingEntityIDcombinin",
    "gAlgorithmcommunicationAlarmcontentFilterQuerycurrentCycleBeginncurrentCycleVolumecurrentJobModeName",
    "currentNrOfMemberscurrentTemperaturedataCollectionAnncdataGenerationTimedeviceDoorLockAnncdeviceHome",
    "CCTVAnncdischargingVoltagedisplayOrientationesprimKeyGenAlgIDsestimatedTimeToEndeventResourceTypesfa",
    "ultDetectionAnncfunctionDescriptorhorizontalAccuracyhostedServiceLinkshotWaterSupplyAnncinfraredSens",
    "orAnncinitialBackoffTimeless than or equallightApparentPowerlightReactivePowerlist of 3 xs:floatlist",
    " of m2m:roleIDlist of xs:booleanlocationPolicyAnnclowestFlowRateTimem2m:execResultTypem2m:execStatus",
    "Typem2m:filterCriteriam2m:geoCoordinatesm2m:locationRegionm2m:locationSourcem2m:mgmtDefinitionm2m:pr",
    "ocessControlm2m:rebootArgsTypem2m:releaseVersionm2m:representationm2m:semanticFormatm2m:serializatio",
    "nsm2m:timeWindowTypem2m:triggerPayloadm2m:triggerPurposem2m:uploadArgsTypemashupResultFormatmaximumB",
    "ackoffTimemultiplyingFactorsmyCertFileCredAnncnetworkCoordinatednumberImpactedCSEsoriginatorLocation",
    "overVoltagePercentparentResourceTypeperiodForResultGenprimitiveProfileIDprivilegesLifetimeprogressPe",
    "rcentageregistrationStatusrequestAggregationresponsePrimitivesresponseTimeWindowseek authorizationsi",
    "gnalStrengthAnncsmjpInputParametertargetedResourceIDtimeSyncBeaconAnnctrafficPatternAnnctriggerInfoA",
    "ddressupdateFirmwareAnncxs:positiveIntegerAllJoyn_to_oneM2MCHARGING_COMPLETEINVALID_SEMANTICSMISSING",
    "_ATTRIBUTENo SSID availableSESSION_IS_ONLINESOFTWAREUNINSTALLTRIGGER_DELIVEREDTRIGGER_TRIGGEREDUnaut",
    "horized UserabsoluteStartTimeairConJobModeAnncallJoynMethodAnncapplicableCredIDsapplyRelativePathaut",
    "horSignReqInfoavailableChannelscashDispenserAnnccertificate: SAEFchildResourceTypecollectedEntityIDc",
    "olourTemperaturecontextMedicationdailyActivityTimedailyUseWaterTimedataSizeIndicatordefaultOpExecTim",
    "edeployPackageAnncdesiredTimeWindowdetectionIntervaldeviceCooktopAnncdeviceFreezerAnncdevicePrinterA",
    "nncdeviceScannerAnncdiastolicPressuredischargingAmperedmAreaNwkInfoAnncdmDataModelIOAnnceUICC (remov",
    "able)expirationCounterflexContainerAnncgasMeterAlarmAnncgrantedPrivilegesheadingSensorAnnchighMagnet",
    "icAlarmhistoryStepCountsinorganicSaltMasslightDimmingValuelist of xs:NCNamelist of xs:anyURIlist of ",
    "xs:stringm2m:attributeListm2m:batteryStatusm2m:contentStatusm2m:e2eCompactJWEm2m:networkActionm2m:pr",
    "ocessStatusm2m:requestStatusm2m:resetArgsTypem2m:resultContentm2m:scheduleEntrym2m:signatureListm2m:",
    "statModelTypem2m:tokenClaimSetm2m:triggerStatusm2m:typeOfContentmanufacturingDatemgmtClientAddressmo",
    "bileNetworkAnncmonitoringEnabledmyCertFileContentnotifyAggregationoneM2M_to_AllJoynoperationModeAnnc",
    "original resourceoriginatorRoleIDsovercurrentStatusparkingStatusAnncplayerControlAnncpollingChannelU",
    "RIpreviousTrackAnncrefrigerationAnncreportingSchedulerequestIdentifierrequestPrimitivesresponseTypeV",
    "alueresponsesReceivedresultPersistencerouterIPAddressesrulesRelationshipsecuredDasRequestsemanticVal",
    "idatedsignificantDigitsslcReportInfoAnncspinLevelStrengthspreadingWaitTimesubDeviceCuffAnncsubjectRe",
    "sourceIDsvcObjWrapperAnnctargetTemperaturetargetTimeToStartthreeDDisplayAnncthreeDDisplayTypethreeDP",
    "rinterAnncthreeDScannerAnncthreeDScannerTypetoggleRadioStatusunderCurrentAlarmunderVoltageAlarmurgen",
    "cyButtonPushvendorInformationverticalDirectionwarningIdentifierwaterFlowStrengthALREADY_COMPLETEESCe",
    "rtKE MessageJSON_PATH_SYNTAXPERMIT_OVERRIDESPROCESSING_ERRORWHEN_MR_REQUESTSabsoluteStopTimealarmSpe",
    "akerAnncannounceSyncTypebatteryThresholdbinaryObjectAnncbinarySwitchAnnccertificate: MAFcertificate:",
    " MEFcmdhNwAccessRuleconnectionStatusconnectivityAnnccredentialSecretdeviceCameraAnncdeviceIdentifier",
    "deviceJuicerAnncdeviceKettleAnncdeviceSwitchAnncdisableRetrievaldisseminatorAnncdmCapabilityAnncdmDe",
    "viceInfoAnncenrolmentRequestesprimRandExpiryesprimRandObjectevalControlParameventResourceIDsfriendly",
    "LocationgenerationSourcehighFlowDurationimpactSensorAnnclastModifiedTimelightActivePowerlightPowerFa",
    "ctorlimitsOpExecTimelist of m2m:ipv4list of m2m:ipv6list of m2m:suidlocalizationAnncm2m:actionStatus",
    "m2m:desIdResTypem2m:encodingTypem2m:execModeTypem2m:geometryTypem2m:listOfMinMaxm2m:protocolListm2m:",
    "resourceNamem2m:sessionStatem2m:stdEventCatsmaxNrOfInstancesmissingDataMaxNrmotionSensorAnncmulticas",
    "tAddressmyCertFileFormatneedsReplacementobjectResourceIDoutputDescriptoroverCurrentAlarmoverVoltageA",
    "larmoxygenSaturationpeakFlowRateTimepowerSaveEnabledrelatedSemanticsrepetitionPeriodrequestTimestamp",
    "secondaryVersionsecurityModeAnncsemantic contentsingleCountAlarmspecializationIDstart3DprintAnncstat",
    "eTranistionsstorageAvailablesvcFwWrapperAnncsystolicPressuretargetTimeToStoptriggerInfoAE-IDvalidati",
    "onEnableverticalAccuracyvoltageFrequencywithdrawalStatusxs:anySimpleTypeALLOW_RETRIEVESBlocking_Upda",
    "teIMMEDIATEREPEATINVALID_CMDTYPELocation_ChangeMAFClientRegCfgMEFClientRegCfgMobile (Moving)MultiLin",
    "eStringNOT_IMPLEMENTEDPARTIAL_CONTENTREQUESTS_TO_CSEREQUEST_TIMEOUTSOFTWAREINSTALLTRIGGER_EXPIREDTri",
    "gger PayloadWPA2 EnterpriseWPA3 EnterpriseactionPrimitiveallowedRole-IDsareaNwkInfoAnncaudioVolumeAn",
    "ncbasalMetabolismbatteryMaterialbeaconRequesterbeaconThresholdbillDepositAnncblockingRequestcardScan",
    "nerAnnccellular-attachcoinDepositAnnccontextExercisecontextLocationcredentialTokencredentialsAnnccur",
    "rentAdfStatecurrentByteSizecurrentJobStatecurrentTimeZonedataContainerIDdemolitionAlarmdesiredHumidi",
    "tydeviceLightAnncdisplayIntervaldownChannelAnncescertkeMessageesprimRandValueexecutionEnvRefexternal",
    "GroupIDfoamingStrengthgalleryModeAnncgeoLocationAnncgrainsRemainingheadingAccuracyheatingZoneAnncini",
    "tialMagneticinnerErrorAlarminputDescriptorliquidLevelAnnclistOfNeighborslocationRegionslockedDownAla",
    "rmlowFlowDurationm2m:actionInputm2m:batchNotifym2m:contentInfom2m:filterUsagem2m:listOfM2MIDm2m:mgmt",
    "LinkRefmagneticDisturbmaxHeatingLevelmediaSelectAnncmemberStoreTypemessageEncodingnotificationURInum",
    "berValueAnncontologyContentotherConditionsparentAttributepresentationURLpreviousChannelreleaseVersio",
    "nsrepetitionCountresourceRefListretrieveLogAnncroleIDsFromACPssaveAudioVolumescheduleElementsemantic",
    "sFiltersignalPanelAnncsmokeSensorAnncstateTagSmallerstop3DprintAnncstoragePrioritysubscriptionIDstar",
    "getLongitudetelegramMessagetemperatureAnnctextMessageAnnctouchScreenAnnctrustAnchorCredunmodifiedSin",
    "cewaterSensorAnncxs:unsignedLong(base content)ABANDON_MEMBERAll AttributesCSE_CONTROLLEDESPRIM_BAD_M",
    "ACGeofence eventNOT_ACCEPTABLENOT_APPLICABLEPERIODICWINDOWSOFTWAREUPDATESTATUS_SUCCESSScan completed",
    "TRIGGER_FAILEDWPA Enterpriseaccept requestacousticStatusactionPriorityalarmTimestampallJoynAppAnncal",
    "lowedApp-IDsanemometerAnncbaliseSystemIdbarrierDefaultbeaconCriteriabeaconIntervalbrightnessAnnccapa",
    "bilityNamechildAttributecmdhDefEcValuecmdhPolicyNamedcfg:simStatusdeactivateAnncdependencyAnncdescen",
    "dantCSEsdeviceDoorAnncdeviceInfoAnncdeviceOvenAnncdispenseStatusdisposalStatusdmEventLogAnncdmFirmwa",
    "reAnncdmSoftwareAnncdoorStatusAnncdownVolumeAnncencryptionTypeexpirationTimefilterInfoAnncfilterLife",
    "timeforcedUnmountsglucometerAnnclampTechnologylargeFlowAlarmlist of m2m:IDlocationServerlocationStat",
    "uslowCreditAlarmm2m:anyArgTypem2m:e2eSecInfom2m:externalIDm2m:listOfURIsm2m:memberTypem2mServiceUser",
    "maxInstanceAgemaxNrOfMembersmeasuringScopemgmtObj-commonontologyFormatoperationStateozoneMeterAnncpr",
    "imaryVersionprintQueueAnncpulsemeterAnncpushButtonAnncrechargeCreditreferenceTimerreject requestrequ",
    "estedValueresetGaugeAnncresponseTargetsecondaryStateselfPrivilegessemanticOpExecsendAllPendingsmokeT",
    "hresholdstateTagBiggerstatsCollectIDstepsPerPeriodtargetAltitudetargetDurationtargetLatitudetimePlan",
    "StatustimeRangeCounttimeSeriesAnnctimeWindowSizetriggerInfoPoAtriggerRequestwifiClientAnncxs:unsigne",
    "dIntABANDON_GROUPAND operationDATAOPERATIONESPrim ObjectIMMEDIATEONCENOT_INSTALLEDNetwork_basedSLIDI",
    "NGWINDOWSharing_basedURI_AND_VALUEUninitializedWPA2 PersonalWPA3 PersonaladvancedQueryagd:coAMrAnnca",
    "gd:dCAMrAnncapplicabilityareaLongitudeattributeNamebarometerAnncbarrierStatusbestDataRatesbillingNum",
    "berbodyWaterMasschannelNumberchlorophyll_acid:dMPMrAnnccid:dSEMrAnnccid:dSGMrAnnccid:dSLCrAnnccid:dS",
    "WMrAnnccid:dWQMrAnnccid:deOLpAnnccid:deWSnAnnccod:aCJMeAnnccod:aPJMeAnnccod:acCTrAnnccod:acoSrAnncco",
    "d:aiQSrAnnccod:airFwAnnccod:alaSrAnnccod:anemrAnnccod:answrAnnccod:auDFrAnnccod:audVeAnnccod:bEIAsAn",
    "nccod:barorAnnccod:bilDtAnnccod:bilWlAnnccod:binOtAnnccod:binShAnnccod:blenrAnnccod:boCArAnnccod:boi",
    "lrAnnccod:brewgAnnccod:brigsAnnccod:cDJMeAnnccod:cHJMeAnnccod:cWDJMAnnccod:cWJMOAnnccod:cWJMeAnnccod",
    ":carSrAnnccod:casDrAnnccod:clockAnnccod:closeAnnccod:coiDtAnnccod:colSnAnnccod:colorAnnccod:connyAnn",
    "ccod:credsAnnccod:croBrAnnccod:dAQMrAnnccod:dMFPrAnnccod:dWJMeAnnccod:deARrAnnccod:deCTrAnnccod:deDD",
    "yAnnccod:deDLkAnnccod:deDPrAnnccod:deDSrAnnccod:deGSrAnnccod:deJMeAnnccod:deNVeAnnccod:deSBnAnnccod:",
    "deSPgAnnccod:deWVeAnnccod:devCaAnnccod:devD0Annccod:devLtAnnccod:devPrAnnccod:devShAnnccod:devSrAnnc",
    "cod:devTrAnnccod:devTtAnnccod:displAnnccod:dooSsAnnccod:dowClAnnccod:dowVeAnnccod:elVCrAnnccod:eneCn",
    "Annccod:eneGnAnnccod:fauDnAnnccod:filIoAnnccod:foamgAnnccod:gMRIoAnnccod:gaCClAnnccod:gaMAmAnnccod:g",
    "alMeAnnccod:geoLnAnnccod:glucrAnnccod:grinrAnnccod:hangpAnnccod:heaSrAnnccod:heaZeAnnccod:heigtAnncc",
    "od:hoWSyAnnccod:impSrAnnccod:inNVeAnnccod:infSrAnnccod:keeWmAnnccod:keypdAnnccod:liqLlAnnccod:liqRgA",
    "nnccod:maSPsAnnccod:medStAnnccod:motSrAnnccod:muAVeAnnccod:muSSrAnnccod:nexTkAnnccod:numVeAnnccod:op",
    "eLlAnnccod:opeMeAnnccod:oveSrAnnccod:oximrAnnccod:ozoMrAnnccod:pPCRrAnnccod:parSsAnnccod:peRCgAnncco",
    "d:phoClAnnccod:plaClAnnccod:powS0Annccod:preTkAnnccod:priQeAnnccod:pulsrAnnccod:pusBnAnnccod:rCJMeAn",
    "nccod:raiGeAnnccod:reCEeAnnccod:reNVeAnnccod:reTMeAnnccod:recorAnnccod:refrnAnnccod:relHyAnnccod:res",
    "GeAnnccod:runSeAnnccod:sCJMeAnnccod:sDPOtAnnccod:sWJMeAnnccod:secMeAnnccod:sesDnAnnccod:sigPlAnnccod",
    ":sigShAnnccod:slPSgAnnccod:slRIoAnnccod:slcAmAnnccod:smoSrAnnccod:sphyrAnnccod:spiLlAnnccod:staDtAnn",
    "ccod:stoDtAnnccod:telClAnnccod:temAmAnnccod:tempeAnnccod:texMeAnnccod:thDDyAnnccod:thDPrAnnccod:thDS",
    "rAnnccod:timerAnnccod:toggeAnnccod:touSnAnnccod:turboAnnccod:uphClAnnccod:upoVeAnnccod:uveSrAnnccod:",
    "wMRIoAnnccod:waFTeAnnccod:waMAmAnnccod:waMSgAnnccod:waQMrAnnccod:watFwAnnccod:watSrAnnccod:weigtAnnc",
    "collectPeriodcommFreqValueconcentrationcontainerAnnccontainerPathcontentOffsetcontentStringcontextHe",
    "althcontextTestercreatedBeforedataLinkEntrydataModelTypedepositStatusdetectedValuedeviceFanAnncdmPac",
    "kageAnncdmStorageAnncemergencyModeendConditionseventCategoryexecFrequencyhed:dBPMrAnnched:dHRMrAnnch",
    "ed:dWSABAnnched:dePOrAnnched:devGrAnnched:suDCfAnnchod:dCWDrAnnchod:dHCCTAnnchod:dSTBxAnnchod:deACrA",
    "nnchod:deAHrAnnchod:deAPrAnnchod:deBWrAnnchod:deCDrAnnchod:deCHdAnnchod:deCMeAnnchod:deCWrAnnchod:de",
    "DGyAnnchod:deDWrAnnchod:deFPeAnnchod:deGDpAnnchod:deRC0Annchod:deRCrAnnchod:deSByAnnchod:deSCtAnncho",
    "d:deSPlAnnchod:deSWrAnnchod:deWHrAnnchod:deWPrAnnchod:deWSeAnnchod:devCpAnnchod:devDrAnnchod:devFnAn",
    "nchod:devFrAnnchod:devHrAnnchod:devJrAnnchod:devKeAnnchod:devMnAnnchod:devOnAnnchod:devRrAnnchod:dev",
    "TnAnnchostedAELinkshostedCSELinkinstallStatusipv4Addressesipv6AddresseslistOfDeviceslocalTokenIDsm2m",
    ":anonymousm2m:cseTypeIDm2m:eventTypem2m:ipAddressm2m:logStatusm2m:logTypeIdm2m:rateLimitm2m:requestI",
    "Dm2m:setOfAcrsm2m:timestampmachineStatesmad:actieAnncmad:dANDoAnncmad:dANIoAnncmad:dDMIOAnncmad:deac",
    "eAnncmad:depPeAnncmad:disaeAnncmad:dmAgtAnncmad:dmCayAnncmad:dmDIoAnncmad:dmELgAnncmad:dmFieAnncmad:",
    "dmPaeAnncmad:dmSoeAnncmad:dmSteAnncmad:enabeAnncmad:fleNeAnncmad:formtAnncmad:instlAnncmad:reLogAnnc",
    "mad:reaIOAnncmad:rebotAnncmad:toggeAnncmad:uninlAnncmad:unmotAnncmad:updFeAnncmad:updaeAnncmad:wriIO",
    "AnncmaxBufferSizemaxNrOfNotifymdd:featsAnncmdd:loca0Anncmdd:locanAnncmdd:orignAnncmountingPointmulti",
    "FirmwarenextTrackAnncnumberOfNodesopenLevelAnncoperationNameoperationTypeozoneValuePPMphoneCallAnncp",
    "ointOfAccesspostalAddresspowerSaveAnncprintingStatepsd:canclAnncpsd:dPWSCAnncpsd:dPWSEAnncpsd:dissrA",
    "nncpsd:emeHrAnncpsd:settsAnncrad:baTMeAnncrad:dCRMeAnncrad:dHPTTAnncrad:dSSDrAnncrad:deSGeAnncrad:de",
    "TTlAnncrainGaugeAnncremoteCSEAnncrequestOriginresourceTypesresultGenTyperetryIntervalroamingStatusse",
    "condaryNamesecurityModessleepDurationsleepIntervalspinLevelAnncsubscriberURIsurplusCredittargetNetwo",
    "rkthreeDGlassestotalUseValuetracingOptiontransactionIDtriggerEnableuninstallAnncupChannelAnncved:dEV",
    "CrAnncved:deEMeAnncvolumePerNodewaterFlowAnncwindDirectionDevice_basedDisconnectedFULL_CONTENTMultiP",
    "olygonOR operationPERIODICALLYPosition fixRANDOMREPEATSTORAGEBASEDSYNTAX_ERRORSelf-definedWPA Person",
    "alactionResultactiveStatusareaLatitudeavailStoragebatteryLevelbatteryShapecellular-smscertificatescm",
    "dhDefaultscod:callAnnccod:lockAnnccod:openAnnccod:testAnnccompleteTimeconductivitycreatedAftercreati",
    "onTimecredentialIDcurrentStatecurrentValuedataSourceIDdcfg:simTypedefaultValuedelaySecondsdependenci",
    "esdetectedTimedisplayOrderdisposalAnncesprimObjectesprimRandIDeventLogAnncexecInstanceexpireBeforefa",
    "ctoryResetfeaturesAnncfirmwareAnncfirmwareNameflexBlockingflexNodeAnncflexNodeLinkflowIntervalfriend",
    "lyNameheatingLevelimpactStatusimpulseFaultinitialStateintervalFlowkeepWarmAnnclatestNotifyleakageAla",
    "rmlightCurrentlightVoltagelocationAnncm2m:dataLinkm2m:evalModemeanPressurememAvailablememberFiltermi",
    "nReqVolumemountOptionsniddRequiredonlineStatusontologyAnncopenDurationoptoutStatusoximeterAnncozoneV",
    "alueMGparentLabelsprimaryStateprovideToNSEramAvailablerechargeablerecorderAnncrequestsSentrunStateAn",
    "ncscheduleAnncsecondaryUrlserialNumberserviceRolessettingsAnncslcAlarmAnncsoftLeanMasssoftwareAnncso",
    "ftwareNamestorageFaultstorageTotalswitchStatustotalStorageturboEnabledunstructuredupVolumeAnncupdate",
    "StatusuvSensorAnncvalidityTimeBAD_REQUESTCSEBaseAnncHMAC-SHA256LOW_BATTERYLogical ANDLogical XORairF",
    "lowAnncairPressurealarmStatusareaNwkTypeauthorSignsbackoffTimebatteryAnncbiotoxicityblenderAnncbrewi",
    "ngAnncbuttonFaultchannelNamechildLabelscod:batAnnccontentSizecontentTypecontextMealcoordinatescurren",
    "tDatedasResponsedcfg:nycfcAdcfg:wificAdeletionCntdescriptiondeviceLabeldisableAnncdmAgentAnnceventCo",
    "nfigexecDisableexecuteCRUDexpireAfterfanOutPointfatFreeMassfcinEnabledfcnt-commonfoamingAnncgaugeHei",
    "ghtgrinderAnncimpactLevelipAddresseslabelsQuerylinkQualitylowGasAlarmm2m:acpTypem2m:cmdTypem2m:poaLi",
    "stmaxByteSizememberValuemgmtObjAnncmuteEnabledobjectPathsontologyRefoutputLinksozoneStatuspermission",
    "spolicyLabelpowerStatusprimaryNamequeryResultradioStatusrapidFreezerechargeGasrecipientIDreliability",
    "resourceIDsrunningTimesensitivitysensorFaultserviceNamespeedFactorstateActionstateActivestatsConfigt",
    "amperAlarmtokenObjecttracingInfotrackingID1trackingID2unmountAnncvalveStatusvolumeValuewriteIOAnncxs",
    ":dateTimeBestEffortCANCELLINGEVENTBASEDIn_ProcessIntersectsLogical ORM2M-Ext-IDMultiPointNO_MEMBERSN",
    "otPresentRANDOMONCEReactivateStationarySuccessfulTIMERBASEDactionAnncallowedAEsannounceToanswerAnnca",
    "reaRadiusbodyLengthboilerAnnccallStatuscancelAnnccircRegioncmdhBuffercmdhLimitscoarsenesscolourAnncc",
    "ontinuouscupsNumberdasRequestdcfg:crdsAdcfg:datcAdcfg:icciddcfg:mnwkAdefEcValuedeviceNamedeviceTyped",
    "ismantledenableAnnceventCodeseventStartexecEnableexecNumberexecTargetextraRinsefakeStatusfileSystemf",
    "ilterTypeformatAnnchangupAnncheightAnncidentifierinputLinkskeypadAnnclightCountlocationIDlowBatteryl",
    "owVoltagelowestCostm2m:labelsm2m:nodeIDm2m:sparqlm2m:statusmacAddressmemberListmemoryAnncmemorySizem",
    "gmtSchemamuscleMassnoResponseobjectTypeoperationsoriginAnncprimaryUrlprintSizeXprintSizeYprintSizeZr",
    "eadIOAnncreadStatusrebootAnncrebootTyperesistanceretryTimesscanResultscanStatussendLatestsequenceNrs",
    "ilentTimesomatotypestartPausesteamTreatsuccessURLsufficientsupportURLsurplusGassystemTimetargetFilet",
    "oggleAnncupdateAnncupdateTimeuseBlenderuseGrindervisceraFatweightAnncwriteSpeedxs:anyTypexs:integerA",
    "E-IDListActivatedBLOCK_ALLCANCELLEDCOMMITTEDCompletedConnectedFORWARDEDIN-CSE-IDINITIATEDImmediateSE",
    "T_MIXEDadditionsadfStatesareaNwkIdcallStatecertaintycomponentcustodiandcfg:imsidcfg:simAdebugInfodel",
    "etionsdeodorizedevStatusdirectiondoorStateeffectiveexecDelayextensionfrequencyfwVersiongroupAnncgrou",
    "pLinkgroupNamehwVersionimpedancejobStateskeyNumberlist of ?loginNamelongitudem2m:actrAm2m:ajapAm2m:a",
    "jfwAm2m:ajifAm2m:ajmcAm2m:ajmdAm2m:ajprAm2m:ajsoAm2m:ajswAm2m:andiAm2m:deprAm2m:fcntAm2m:nhURIm2m:on",
    "trAm2m:prmrAm2m:smjpAm2m:stteAm2m:trptAmaxLengthmediaNamemediaTypememberIDsmemberURIminLengthnetwork",
    "IDnextStatenot equalnotBeforeobjectIDsopenAlarmosVersionpositionXpositionYprecisionprintTypepulseRat",
    "erapidCoolreadSpeedruleLinkssignalECLsizeAbovesizeBelowsoftwaressoilLevelspeedWashspinSpeedstartTime",
    "stateAnncstepValueswVersionthresholdtimeOfDaytokenLinktokenNamewindSpeedxs:doubleCONFLICTContainsDis",
    "abledEXECUTEDEnteringINACTIVEURI_ONLYaltitudeanionicsattachedaudienceautomodecallerIDcapacitycardInf",
    "ocoldWashcpuUsagecurrencydataTypedecisioneventEndfileTypefilesizehumidityinactivejobModeslatitudelif",
    "espanlogStartloudnessm2m:TMGIm2m:acmpm2m:acpAm2m:alpcm2m:alstm2m:aniAm2m:asarm2m:atrlm2m:audsm2m:aui",
    "fm2m:aupym2m:batAm2m:cinAm2m:cmbfm2m:cmdfm2m:cmdvm2m:cmnrm2m:cmpvm2m:cmwrm2m:cntAm2m:csrAm2m:dvcAm2m",
    ":dviAm2m:evcgm2m:evlAm2m:exinm2m:fciAm2m:fwrAm2m:gioAm2m:gisAm2m:grpAm2m:lcpAm2m:memAm2m:mmsAm2m:mss",
    "pm2m:nodAm2m:ntprm2m:ontAm2m:prpAm2m:qresm2m:rboAm2m:schAm2m:secim2m:smdAm2m:smiAm2m:smrAm2m:stcgm2m",
    ":stclm2m:svsnm2m:swrAm2m:tracm2m:tramm2m:tsbAm2m:tsiAm2m:urilmaxLevelmaxSizeXmaxSizeYmaxSizeZmaxSpee",
    "dmaxValuememTotalmetadataminLevelminSpeedminValuemodalitynodeAnncnodeLinknodeTypenotAfteroperatorori",
    "ginIDparentIDpasswordpoliciespresenceramTotalroleNameseveritystrengthsubModeltokenIDsusedTimeusernam",
    "euvStatuswashTempwritablexs:tokenABORTEDASN_CSEAbortedDAMAGEDDELETEDFailureINITIALLeavingOFFLINEOuts",
    "idePENDINGPERSISTSIMAnncStartedStoppedURIListUnknownappNamebalancecreatordefrostdevTypeenabledeventI",
    "DexpiresgeoJSONgroupIDlogDatalogStopm2m:aeAm2m:agnm2m:agrm2m:bdtm2m:cbAm2m:cmlm2m:crsm2m:dacm2m:dbgm",
    "2m:dlvm2m:lmgm2m:mgcm2m:pchm2m:pdrm2m:rcem2m:rqpm2m:rrlm2m:rspm2m:sgnm2m:subm2m:tgpm2m:tgrm2m:tsAm2m",
    ":tsnmediaIDmgmtCmdmsgTypenothingpayloadpowerOnpreWashpurposesulfideuvValuexs:longxs:timeAEAnncIN_CSE",
    "InsideLOCKEDMN_CSENB-IoTNORMALNOTIFYPausedREBOOTWithinauthIDcellIDdegermholderissuerlocalem2m:tkmaxA",
    "genh3nh4offsetoldestpushedsendersmjpIDtokenswepKeywpaPskPanicRESETSP-IDSUIDsTraceabECnabST0abSTeacml",
    "kacoSsaddrsadfSsaeridairPealaSsalaTpalgaealtieaniosareL0areLeareRsatcosatmPeattadautoeavaCsavaSebaSI",
    "dbacTebalaebarDtbarSsbasMmbatMlbatSebatTdbilNrbiotyboWMsbodLhbutFtcCTEscJMNecPMNecalIDcalSecapaycarI",
    "ocelIDcertychaAechaCychaNechaNrchaVechanlchloacoCAtcoCSecoFVecolTecolWhcomAmcomptconEeconHhconLnconM",
    "lconMnconTrconcncondycounycpuUecuASecuCBncuCVecuFDycuJMecuJSecuMSecuPMecuSMecuTZecumFwcupNrcurDecurS",
    "ecurT0curTecurrtcurrydNOCsdUWTedaATedaMTedaSIDdatTedefVedefrtdegemdemAmdeodedepSsdesHydetIldetTedetV",
    "edevIDdevIddevTediaPedisAedisCydisIldisOndisOrdisS0disSsdisVediscgdismddooSeeTTEdeffeeemeMeenabdenco",
    "seneryeveCsexpisextRefaFMsfakSsfciedfilLefilSmfilTeflNLkfloIlfoaShforUsfreqyfriLnfriNegauHtgenSegeoJ",
    "NgraRggreenhFATdhPATdhTATdhTIAThba1cheaAyheaLlheadghiFAmhiFDnhiMAmhiPAmhiSCshiTAmhorAyhorDnhumiyhweV",
    "niHITmiRSTeiTSFtiUICCidenrimDHlimDVlimpFtimpLlimpSsimpeeinEAminRIlinSIlinSMsiniMcintFwjobMsjobSskeyN",
    "rkmno4lFATdlFRTelPATdlRFR0lRFRelTATdlaFAmlamTylatieleaAmliAP0liAPrliDVeliPAsliPFrliRPrligC0ligCtligV",
    "eloCAmloDAmloFAmloFDnloFReloGAmloPAmloTAmlocaelogNelongeloudslowBylowVeltidsmaDLkmaHLlmaPTdmaSLlmacS",
    "smagDbmagIemanDemanurmaxLhmaxLlmaxSXmaxSYmaxSZmaxSdmaxVemeaPemeaSemedIDmedNemedTememSemesEgmetaamiCL",
    "ymiPTdminLhminLlminSdminVemixedmodaymodelmonEdmouOsmouPtmounsmsgTemulFemulFsmusMsmuscemutEdneCFwneeR",
    "tnetwknh3n4nodLknoiseoVPPMobjTeobjetonlSsonsetopeAmopeDnoptSsoriIDoseVnovCAmovCDnovCTdovVAmovVDnovVP",
    "tovVTdoveSsoxySnozVMGozoSspFRTepRFR0pRFRepayldpeFReperidplainpoCFwpoGDapoSEdposAsposiXposiYpowOnpowS",
    "sprSFtprURLpreClpreWhprecnpriNepriS0priSXpriSYpriSZpriSepriTepriUlpriVnproPepulRepushdrFATdramAeramT",
    "lrapClrapFereCEdreFAmreFDnreFIlreIFwreaSdreaSsrebTerecCtrecGsrecIDrecherefTrrefesreliyrepCtrepPdresi",
    "eretIlretTsroECnroEGnrratsrunTesaAVescaSsscanrsecMssecNesecSesecUlsecVnsenFtsendrsensyserNrseveysiCA",
    "msiECLsigDssignlsilTesleDnsleIlsmiIDsmoTdsoLMssoftssoiLlsomaespLShspeFrspeWhspiSdstPPdstaPestaVesteT",
    "tsteVestoAestoFtstoTlstrehsttrssuHDnsuMSssuMVssuPMssuURLsuVDnsubMlsuidssulfesurCtsurGsswiSssysPesysT",
    "etDDRXtDDRYtDDTetDDVetDSRntDSTetRLDVtTTSptTTSttamAmtarAetarDntarL0tarLetarTetelMethDGstiPSstiRCttimR",
    "etoUVetotSetrdstturEdunCAmunCDnunCTdunVAmunVDnunVPtunVTdupdTeurBPhurgeyuseBruseTeuvaVeuvtSsvalSsvalu",
    "everAyverDnversnviSFtvisFtvolFyvolVevoltewTSFtwaFShwaIPewaITewaPIlwaTIlwarIrwasTpwcrdswinDnwinSdwitS",
    "swriSdDENYIdleLostMBMSNoneacafacccaccoaccracecacipaclracodacopacoracpiacrsactsactwacuiaddsadriaecsae",
    "rpairiajirajopapciapnaapriarohasriauribathbcncbcnibcnrbcntbcnubluebonebopscatrceidch2ochtyclblclstcn",
    "stcntpcntycodecoelconrcridcrsecrtkcstncstrdacidarqdarsdasidciddcntdcrpdcsedelsdisrdoetdqetdsetdvnmec",
    "kmeenoegidencnencsenctertsesksesriesrvesrxexrafoptfromftypfucdgiilgiipgiolgiopgiosgisngrtmgstnhaelha",
    "shicidipadiptdjpinkcallgstloetlostlqetlsetltiamacamacpmassmbfsmbftmcfcmcffmdltmeilmfdlmgcamgftmiidmj",
    "idmtccmurino3nnoecnxstobisobpsofstontcontforidpalbpatrpeidplblpm10pm25prctprpiprstpurlraidrctnregsre",
    "lsridsriparlidrlklrlnmrltlroomrpscrqagrqetrqpsrsdsrsetrsidrspsrsrprsrqrssirsttrstwrtyssbjtsinrsitysm",
    "ccsmncsmodspidsptyspursratssidsubisurlswunswuptcintcoptctlteptthldtiaetid1tid2tipatirttisttkautkextk",
    "hdtkidtkistknatknbtknmtknstkobtkpstltmtltptmgitonetridtrpsunituptduriruuidvldevoidwepkwpapIRIWEPaaea",
    "aiabtacnaeiaptapvapyarpasdawibmibtlbtscbscfqcfscmtcnbcndcnfcnmco2cpncptcr6crbcrvcsicszctydapddadgtdl",
    "bdlddmddrpdrrdrtdtwdtydvddvtecpeerevmevsevtexaexbexcexdexfexmexnexyfarfsiftufwnfwvggigligpihclhslhwv",
    "ip4ip6ipulbqldaldvlgdlgtlnhlnkloilqilrplvlmbsmbtmdcmdnmdtmgdmiammtmnimnmmnnmrfmrtmrvmsmmstmsumtvmvln",
    "funo2npinrqntuohcoiposdosvpcupdtpitprgpsnptlptnpvspwdrbtrcnrgtrqirqsrqvrrfrrsrtvrvssciscpsdpsdrsgpsl",
    "dsmfsnrso2soespnsqistbsudsvdsvrswnswtswvszaszbtgftmhtpetqftqitrftrntrrtrttspttntvttwstwttwwuldur0vdt",
    "vocvpnvrqvsiOKaqbnpbzn*",
);
