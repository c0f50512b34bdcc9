//! Identifiers, timestamps, and the content of notifications.

use core::time::Duration;

use onem2m_primitive::{
    AbsoluteOrRelative, AggregatedResponse, CodecConfig, Content, EntityIdentifier,
    IdentifierError, NotificationContent, ResourceAddress, Serialization, Timestamp,
    TimestampError,
};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn timestamps() {
    for (text, seconds) in [
        ("19700101T000000", 0),
        ("20000229T235959", 951_868_799),
        ("20240229T000000", 1_709_164_800),
        ("21000228T000000", 4_107_456_000),
        ("99991231T235959", 253_402_300_799),
    ] {
        let timestamp: Timestamp = text.parse().unwrap();
        assert_eq!(
            timestamp.since_unix_epoch(),
            Some(Duration::from_secs(seconds)),
            "{text}"
        );
        assert_eq!(timestamp.to_string(), text);
        assert_eq!(
            Timestamp::from_unix_epoch(Duration::from_secs(seconds)),
            timestamp
        );
    }
    for text in [
        "20250301T101500,5",
        "20250301T101500,050",
        "00010101T000000",
        "19691231T235959,999999",
    ] {
        let timestamp: Timestamp = text.parse().unwrap();
        assert_eq!(timestamp.to_string(), text);
    }
    for (text, error) in [
        ("", TimestampError::Form),
        ("20250301", TimestampError::Form),
        ("20250301t101500", TimestampError::Form),
        ("2025-03-01T10:15:00", TimestampError::Form),
        ("20250301T101500Z", TimestampError::Form),
        ("20250301T101500,", TimestampError::Form),
        ("20250301T101500,1234567", TimestampError::Form),
        ("20250301T101500.5", TimestampError::Form),
        ("+0250301T101500", TimestampError::Form),
        ("20251301T101500", TimestampError::Range),
        ("20250001T101500", TimestampError::Range),
        ("20250229T101500", TimestampError::Range),
        ("21000229T101500", TimestampError::Range),
        ("20250431T101500", TimestampError::Range),
        ("20250400T101500", TimestampError::Range),
        ("20250301T240000", TimestampError::Range),
        ("20250301T106000", TimestampError::Range),
        ("20250301T101560", TimestampError::Range),
    ] {
        assert_eq!(text.parse::<Timestamp>(), Err(error), "{text}");
    }
    let never: Timestamp = "99993112T000000".parse().unwrap();
    assert_eq!(
        (never, never.since_unix_epoch()),
        (Timestamp::INFINITY, None)
    );
    assert!(Timestamp::from_unix_epoch(Duration::from_secs(253_402_300_799)).is_before(never));
    assert_eq!(Timestamp::from_unix_epoch(Duration::MAX), never);
    assert_eq!(never.to_string(), "99993112T000000");
}

#[test]
fn relative_timestamps_count_from_a_reference() {
    let reference = Duration::from_secs(1_740_824_100);
    for (text, expected) in [
        ("5000", "20250301T101505"),
        ("0", "20250301T101500"),
        ("-1", "99993112T000000"),
        ("20250301T000000", "20250301T000000"),
        ("9223372036854775807", "99993112T000000"),
    ] {
        let timestamp: AbsoluteOrRelative = text.parse().unwrap();
        assert_eq!(timestamp.resolve(reference).to_string(), expected, "{text}");
        assert_eq!(timestamp.to_string(), text);
    }
    assert!("5s".parse::<AbsoluteOrRelative>().is_err());
}

#[test]
fn entity_identifiers() {
    use EntityIdentifier::{Ae, AeStem, Cse, Provider};
    let sp = Some("m2m.example.com");
    for (text, expected) in [
        ("C", AeStem("C")),
        ("Sthermo", AeStem("Sthermo")),
        (
            "/cse1",
            Cse {
                provider: None,
                cse: "cse1",
            },
        ),
        ("//m2m.example.com", Provider("m2m.example.com")),
        (
            "//m2m.example.com/cse1",
            Cse {
                provider: sp,
                cse: "cse1",
            },
        ),
        (
            "/cse1/C7",
            Ae {
                provider: None,
                cse: Some("cse1"),
                stem: "C7",
            },
        ),
        (
            "/S7",
            Ae {
                provider: None,
                cse: None,
                stem: "S7",
            },
        ),
        (
            "//m2m.example.com/S7",
            Ae {
                provider: sp,
                cse: None,
                stem: "S7",
            },
        ),
        (
            "//m2m.example.com/cse1/C7",
            Ae {
                provider: sp,
                cse: Some("cse1"),
                stem: "C7",
            },
        ),
    ] {
        assert_eq!(EntityIdentifier::parse(text), Ok(expected), "{text}");
        assert_eq!(expected.to_string(), text);
    }
    let long = "C".repeat(1025);
    for (text, error) in [
        ("", IdentifierError::Empty),
        ("/", IdentifierError::Empty),
        ("//", IdentifierError::Empty),
        ("//a/", IdentifierError::Empty),
        ("/a/", IdentifierError::Empty),
        ("thermo", IdentifierError::Form),
        ("/cse1/thermo", IdentifierError::Form),
        ("/cse1/C7/x", IdentifierError::Character),
        ("C 7", IdentifierError::Character),
        ("C\u{0}", IdentifierError::Character),
        ("C#lbl", IdentifierError::Character),
        ("//Example.com/cse1", IdentifierError::Domain),
        ("//exa mple.com/cse1", IdentifierError::Character),
        ("//example..com/cse1", IdentifierError::Character),
        (&long, IdentifierError::TooLong),
    ] {
        assert_eq!(EntityIdentifier::parse(text), Err(error), "{text}");
    }
}

#[test]
fn resource_addresses() {
    for (text, provider, cse, path, attribute, is_structured) in [
        ("cse-in", None, None, "cse-in", None, false),
        ("cse-in/a/b", None, None, "cse-in/a/b", None, true),
        ("-", None, None, "-", None, true),
        ("abc123#lbl", None, None, "abc123", Some("lbl"), false),
        ("/cse1", None, Some("cse1"), "", None, false),
        ("/cse1/abc", None, Some("cse1"), "abc", None, false),
        (
            "//a.b/cse1/-/c",
            Some("a.b"),
            Some("cse1"),
            "-/c",
            None,
            true,
        ),
    ] {
        let address = ResourceAddress::parse(text).unwrap();
        let expected = ResourceAddress {
            provider,
            cse,
            path,
            attribute,
        };
        assert_eq!(
            (address, address.is_structured()),
            (expected, is_structured),
            "{text}"
        );
        assert_eq!(address.to_string(), text);
    }
    for (text, error) in [
        ("", IdentifierError::Empty),
        ("a//b", IdentifierError::Empty),
        ("a/", IdentifierError::Empty),
        ("/cse1/", IdentifierError::Empty),
        ("a#", IdentifierError::Empty),
        ("a#b#c", IdentifierError::Character),
        ("a b", IdentifierError::Character),
        ("//a.b", IdentifierError::Form),
        ("//A.b/c", IdentifierError::Domain),
    ] {
        assert_eq!(ResourceAddress::parse(text), Err(error), "{text}");
    }
}

#[test]
fn notifications_of_all_forms() {
    let single = json!({"m2m:sgn": {"nev": {"rep": {"m2m:cin": {"con": "1"}}, "net": 3, "om": {"op": 1, "or": "Ca"}}, "sur": "/a/b", "vrq": true}});
    let aggregated = json!({"m2m:agn": {"m2m:sgn": [{"sur": "a"}, {"sur": "b", "sud": true}]}});
    let other = json!({"m2m:agn": {"sgn": [{"sur": "a"}, {"sur": "b", "sud": true}]}});
    let config = CodecConfig::default();
    for (value, count) in [(&single, 1), (&aggregated, 2), (&other, 2)] {
        let json = Content::json(value).unwrap();
        for serialization in [Serialization::Json, Serialization::Cbor, Serialization::Xml] {
            let content = json.transcode(serialization, &config).unwrap();
            let read: NotificationContent<'_, Value> = content.read().unwrap();
            let again = serde_json::to_value(&read).unwrap();
            assert_eq!(&again, if value == &other { &aggregated } else { value });
            assert_eq!(read.into_notifications().len(), count);
        }
    }
}

#[test]
fn aggregated_responses() {
    let value = json!({"m2m:agr": {"m2m:rsp": [
        {"rsc": 2000, "rqi": "1", "fr": "/id-in", "pc": {"m2m:cnt": {"rn": "a", "cni": 3}}, "rvi": "3"},
        {"rsc": 4004, "rqi": "1"},
    ]}});
    let config = CodecConfig::default();
    let json = Content::json(&value).unwrap();
    for serialization in [Serialization::Json, Serialization::Cbor, Serialization::Xml] {
        let content = json.transcode(serialization, &config).unwrap();
        let read: AggregatedResponse<'_, Value> = content.read().unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), value);
        let statuses = read.aggregate.responses.iter().map(|member| member.status);
        assert_eq!(statuses.collect::<Vec<_>>(), [2000, 4004]);
    }
}

proptest! {
    #[test]
    fn timestamps_agree_with_a_calendar_that_counts_days(seconds in 0u64..253_402_300_800, microseconds in 0u32..1_000_000) {
        let mut days = seconds / 86_400;
        let mut year = 1970;
        let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        loop {
            let length = if is_leap(year) { 366 } else { 365 };
            if days < length {
                break;
            }
            days -= length;
            year += 1;
        }
        let mut month = 1;
        for length in [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
            if days < length {
                break;
            }
            days -= length;
            month += 1;
        }
        let second = seconds % 86_400;
        let text = format!(
            "{year:04}{month:02}{:02}T{:02}{:02}{:02},{microseconds:06}",
            days + 1, second / 3600, second / 60 % 60, second % 60
        );
        let timestamp: Timestamp = text.parse().unwrap();
        let since = Duration::from_secs(seconds) + Duration::from_micros(microseconds.into());
        prop_assert_eq!(timestamp.since_unix_epoch(), Some(since));
        prop_assert_eq!(timestamp.to_string(), text);
    }

    #[test]
    fn what_is_accepted_is_printed_as_it_was(text in "[/CS.a#-]{0,8}") {
        if let Ok(identifier) = EntityIdentifier::parse(&text) {
            prop_assert_eq!(identifier.to_string(), text.clone());
        }
        if let Ok(address) = ResourceAddress::parse(&text) {
            prop_assert_eq!(address.to_string(), text);
        }
    }
}
