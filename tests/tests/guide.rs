//! Holds the guide of the tokio adapter against the repository: its pages are listed, its code is compiled, and all it names is there.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The documentation of each page, by its name.
fn pages() -> Vec<(String, String)> {
    let folder = root().join("crates/tokio/src/guide");
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let pages = paths.map(|path| {
        let source = fs::read_to_string(&path).unwrap();
        let lines = source.lines().filter_map(|line| line.strip_prefix("//!"));
        let text = lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)));
        let name = path.file_stem().unwrap().to_str().unwrap();
        (name.to_owned(), text.collect())
    });
    pages.collect()
}

/// What stands between the ticks of a line.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

#[test]
fn all_pages_are_listed() {
    let (front, list) = (
        read("crates/tokio/src/lib.rs"),
        read("crates/tokio/src/guide/mod.rs"),
    );
    let pages = pages();
    assert!(pages.len() > 10);
    for (name, _) in pages.iter().filter(|(name, _)| name != "mod") {
        assert!(front.contains(&format!("(guide::{name})")), "{name}");
        assert!(list.contains(&format!("- [`{name}`]: ")), "{name}");
    }
}

#[test]
fn all_code_is_compiled() {
    for (name, text) in pages() {
        let fences = text.lines().filter_map(|line| line.strip_prefix("```"));
        for kind in fences.step_by(2) {
            assert!(["", "no_run", "sh"].contains(&kind), "{name}: {kind}");
        }
    }
}

/// A path of the repository, and the tests that are named behind it in the same paragraph or item.
#[test]
fn all_that_is_named_is_there() {
    let (mut count, mut tests) = (0, 0);
    for (name, text) in pages() {
        for item in text.replace("\n- ", "\n\n- ").split("\n\n") {
            let item = item.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_path = |word: &&str| {
                ["crates/", "tests/", "fuzz/"]
                    .iter()
                    .any(|folder| word.starts_with(folder))
            };
            let paths: Vec<_> = quoted(&item).filter(is_path).collect();
            let sources: Vec<_> = paths.iter().map(|path| read(path)).collect();
            count += paths.len();
            let behind = item.split_once("Shown by").map_or("", |(_, behind)| behind);
            let is_test = |word: &&str| word.contains('_') && !is_path(word);
            for test in quoted(behind).filter(is_test) {
                tests += 1;
                let function = format!("fn {test}(");
                let is_there = sources.iter().any(|source| source.contains(&function));
                assert!(is_there, "{name}: {test} is not in {paths:?}");
            }
        }
    }
    assert!(count > 20 && tests > 10, "{count} paths, {tests} tests");
}

#[test]
fn all_examples_are_there() {
    let list = read("crates/tokio/src/guide/mod.rs");
    let rows = list
        .lines()
        .filter(|line| line.starts_with("//! | ") && line.contains('`'));
    let mut count = 0;
    for row in rows {
        let cell = row.trim_end_matches('|').rsplit('|').next().unwrap();
        for example in quoted(cell).filter(|name| !name.starts_with("onem2m")) {
            let places = ["tokio", "driver"].map(|package| root().join("crates").join(package));
            let mut paths = places
                .iter()
                .map(|place| place.join("examples").join(example));
            assert!(
                paths.any(|path| path.with_extension("rs").exists() || path.is_dir()),
                "{example}"
            );
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}
