//! Schedules (TS-0004 6.3.5.9; TS-0020 5.2, W-12).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::time::Duration;

use onem2m_primitive::{Schedule, ScheduleError, Timestamp};
use proptest::prelude::*;

fn at(text: &str) -> Duration {
    text.parse::<Timestamp>()
        .unwrap()
        .since_unix_epoch()
        .unwrap()
}

/// When `schedule` opens next after `from`, and closes then.
fn check(schedule: &[&str], from: &str, opening: Option<&str>, closing: Option<&str>) {
    let schedule = Schedule::from_entries(schedule.iter().copied()).unwrap();
    let opens = schedule.next_opening(at(from));
    assert_eq!(opens, opening.map(at));
    assert_eq!(
        opens.and_then(|opens| schedule.next_closing(opens)),
        closing.map(at)
    );
}

#[test]
fn windows_by_clause() {
    let day = "20261123T120000";
    check(&["* * * * * * *"], day, Some(day), None);
    check(
        &["* 0-5 2,6,10 * * * *"],
        day,
        Some("20261124T020000"),
        Some("20261124T020600"),
    );
    check(
        &["* 0-5 2,6,10 * * * *"],
        "20261124T020459",
        Some("20261124T020459"),
        Some("20261124T020600"),
    );
    check(
        &["0-29 * * * * * *"],
        "20261123T120031",
        Some("20261123T120100"),
        Some("20261123T120130"),
    );
    // 2026-11-23 is a Monday.
    check(
        &["* * * * * 0,6 *"],
        day,
        Some("20261128T000000"),
        Some("20261130T000000"),
    );
    check(
        &["* * * 29 2 * *"],
        day,
        Some("20280229T000000"),
        Some("20280301T000000"),
    );
    check(&["* * * 31 2 * *"], day, None, None);
    check(
        &["* * * * * * 2020-2026"],
        "20261231T235959",
        Some("20261231T235959"),
        Some("20270101T000000"),
    );
    check(&["* * * * * * 2020"], day, None, None);
    check(
        &["* * * * * * 2020-2100/4"],
        day,
        Some("20280101T000000"),
        Some("20290101T000000"),
    );
    check(
        &["* * */6 * * * *"],
        day,
        Some(day),
        Some("20261123T130000"),
    );
    check(
        &["59 59 23 31 12 * *"],
        day,
        Some("20261231T235959"),
        Some("20270101T000000"),
    );
    // Two entries that meet are one window.
    check(
        &["* * 2 * * * *", "* * 3 * * * *"],
        day,
        Some("20261124T020000"),
        Some("20261124T040000"),
    );
    check(&[], day, None, None);
}

/// Entries that take turns leave no gap, or one that is far away; and times beyond all calendars have no schedule.
#[test]
fn n_47_entries_that_take_turns() {
    let day = "20261123T120000";
    let turns = ["*/2 * * * * * *", "1-59/2 * * * * * *"];
    check(&turns, day, Some(day), None);
    let thirds = [
        "*/3 * * * * * *",
        "1-59/3 * * * * * *",
        "2-59/3 * * * * * *",
    ];
    check(&thirds, day, Some(day), None);
    let until_march = ["*/2 * * * 1-2,11-12 * *", "1-59/2 * * * 1-2,11-12 * *"];
    check(&until_march, day, Some(day), Some("20270301T000000"));
    let but_one = ["*/2 * * * * * *", "1-57/2 * * * * * *", "59 0-58 * * * * *"];
    check(&but_one, day, Some(day), Some("20261123T125959"));
    let never: Vec<_> = (0..256).map(|_| "* * * 30-31 2 * *").collect();
    check(&never, day, None, None);
    let always: Schedule = "* * * * * * *".parse().unwrap();
    for at in [u64::MAX, u64::MAX / 2, 1 << 60, 253_402_300_800] {
        assert_eq!(always.next_opening(Duration::from_secs(at)), None);
        assert_eq!(always.next_closing(Duration::from_secs(at)), None);
    }
}

#[test]
fn what_is_no_schedule() {
    let check = |text: &str, error| assert_eq!(text.parse::<Schedule>(), Err(error), "{text}");
    check("", ScheduleError::Fields);
    check("* * * * * *", ScheduleError::Fields);
    check("* * * * * * * *", ScheduleError::Fields);
    for field in [
        "60 * * * * * *",
        "* * 24 * * * *",
        "* * * 0 * * *",
        "* * * * 13 * *",
        "* * * * * 7 *",
        "* * * * * * 1969",
        "5-4 * * * * * *",
        "*/0 * * * * * *",
        "99999999999999999999 * * * * * *",
    ] {
        check(field, ScheduleError::Range);
    }
    for field in [
        "a * * * * * *",
        "1- * * * * * *",
        "-1 * * * * * *",
        ", * * * * * *",
        "*/ * * * * * *",
        "+1 * * * * * *",
    ] {
        check(field, ScheduleError::Form);
    }
    let many = ["* * * * * * *"; Schedule::MAX_ENTRIES + 1];
    assert!(Schedule::from_entries(many[1..].iter().copied()).is_ok());
    assert_eq!(
        Schedule::from_entries(many),
        Err(ScheduleError::TooManyEntries)
    );
    let numbers = ["1"; 64].join(",");
    assert!(format!("{numbers} * * * * * *").parse::<Schedule>().is_ok());
    assert!(
        format!("{numbers},1 * * * * * *")
            .parse::<Schedule>()
            .is_err()
    );
}

fn field(first: u32, last: u32) -> impl Strategy<Value = String> {
    let range = (first..=last, first..=last, 1..=last)
        .prop_map(|(a, b, step)| format!("{}-{}/{step}", a.min(b), a.max(b)));
    prop_oneof![3 => Just("*".to_owned()), 1 => range, 1 => (first..=last).prop_map(|n| n.to_string())]
}

proptest! {
    /// Openings and closings are those that looking at every second finds.
    #[test]
    fn as_looking_at_every_second(
        second in field(0, 59), minute in field(0, 59), hour in field(0, 23), weekday in field(0, 6), begin in 0_u64..100_000_000,
    ) {
        let schedule: Schedule = format!("{second} {minute} {hour} * * {weekday} *").parse().unwrap();
        let seconds = |range: core::ops::Range<u64>| range.map(Duration::from_secs);
        let horizon = begin + 20_000;
        let opening = seconds(begin..horizon).find(|at| schedule.is_open(*at));
        let found = schedule.next_opening(Duration::from_secs(begin)).unwrap();
        prop_assert_eq!(opening, Some(found).filter(|at| at.as_secs() < horizon));
        let closing = seconds(found.as_secs()..found.as_secs() + 20_000).find(|at| !schedule.is_open(*at));
        if let Some(closing) = closing {
            prop_assert_eq!(schedule.next_closing(found), Some(closing));
        }
    }
}
