//! Holds `COVERAGE.md` and `TS-0020.md` against the names of the tests.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A family and a number, such as `FR` and 4.
type Row = (String, u32);

/// The rows named in the sources below `folder`: `fr_04` in the name of a function, at its beginning or behind another.
fn named(folder: &Path, rows: &mut BTreeSet<Row>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            named(&path, rows);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            let functions = source.split("fn ").skip(1);
            rows.extend(functions.flat_map(|function| {
                let name = function.split('(').next().unwrap_or_default();
                rows_of(name)
            }));
        }
    }
}

/// The names of all functions below `folder`.
fn functions(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            functions(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            let functions = source.split("fn ").skip(1);
            names.extend(
                functions.filter_map(|function| function.split('(').next().map(String::from)),
            );
        }
    }
}

#[test]
fn every_requirement_of_ts_0020_has_a_test_or_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut names = BTreeSet::new();
    functions(&root.join("crates"), &mut names);
    functions(&root.join("tests"), &mut names);
    let document = fs::read_to_string(root.join("tests/TS-0020.md")).unwrap();
    let (mut rows, mut mentioned) = (Vec::new(), BTreeSet::new());
    for line in document
        .lines()
        .filter(|line| line.starts_with("| W-") || line.starts_with("| 5."))
    {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (row, tests) = (cells.first().unwrap(), cells.last().unwrap());
        assert!(tests.len() > 10, "{row} has neither a test nor a reason");
        rows.extend(
            row.strip_prefix("W-")
                .map(|number| number.parse::<u32>().unwrap()),
        );
        for name in tests
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| name.contains('_'))
        {
            assert!(names.contains(name), "{row}: there is no test {name}");
            mentioned.insert(name.to_owned());
        }
    }
    let known = [
        (1..=18),
        (20..=40),
        (50..=56),
        (60..=62),
        (65..=76),
        (80..=83),
    ];
    assert_eq!(rows, known.into_iter().flatten().collect::<Vec<u32>>());
    let is_row =
        |name: &&String| name.starts_with("w_0") || name.split('_').any(|word| word == "w");
    for name in names
        .iter()
        .filter(is_row)
        .filter(|name| rows_of(name).iter().any(|(family, _)| family == "W"))
    {
        assert!(mentioned.contains(name), "{name} is not in the table");
    }
}

fn rows_of(name: &str) -> Vec<Row> {
    let words: Vec<&str> = name.split('_').collect();
    let pairs = words.chunks(2).map_while(|pair| match pair {
        [family, number] if number.len() == 2 => {
            Some((family.to_uppercase(), number.parse().ok()?))
        }
        _ => None,
    });
    pairs.collect()
}

/// The rows that a cell such as `01, 03 to 20` stands for.
fn numbers(cell: &str) -> Vec<u32> {
    let parse = |number: &str| number.trim().parse::<u32>().unwrap();
    let parts = cell
        .split(',')
        .flat_map(|part| match part.split_once(" to ") {
            Some((first, last)) => parse(first)..=parse(last),
            None => parse(part)..=parse(part),
        });
    parts.collect()
}

#[test]
fn every_row_has_a_test_or_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut named_rows = BTreeSet::new();
    named(&root.join("crates"), &mut named_rows);
    named(&root.join("tests"), &mut named_rows);

    let document = fs::read_to_string(root.join("tests/COVERAGE.md")).unwrap();
    let (mut tested, mut excused) = (BTreeSet::new(), BTreeSet::new());
    for line in document.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        match cells[..] {
            ["family" | "row", ..] => {}
            [family, _, cell] => {
                tested.extend(
                    numbers(cell)
                        .into_iter()
                        .map(|row| (family.to_owned(), row)),
                );
            }
            [row, reason] => {
                let (family, number) = row.split_once('-').unwrap();
                assert!(reason.len() > 10, "{row} has no reason");
                excused.insert((family.to_owned(), number.parse().unwrap()));
            }
            _ => panic!("{line}"),
        }
    }

    let families: BTreeSet<&String> = tested.iter().map(|(family, _)| family).collect();
    named_rows.retain(|(family, _)| families.contains(family));
    assert_eq!(tested, named_rows, "the table, and the names of the tests");
    assert!(tested.is_disjoint(&excused));
    for family in families {
        let known = tested.union(&excused).filter(|(other, _)| other == family);
        let known: Vec<u32> = known.map(|(_, number)| *number).collect();
        let expected: Vec<u32> = (1..).take(known.len()).collect();
        assert_eq!(known, expected, "{family} has a gap");
    }
}
