//! The tables of facts.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

/// The folder of the crate.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A line of a table, by the names of the columns.
pub(crate) struct Line(HashMap<String, String>);

impl Line {
    pub(crate) fn get(&self, column: &str) -> &str {
        &self.0[column]
    }

    /// Returns a cell of a column that not all tables have.
    pub(crate) fn try_get(&self, column: &str) -> Option<&str> {
        self.0.get(column).map(String::as_str)
    }

    /// Returns the least number of occurrences.
    pub(crate) fn least(&self) -> u32 {
        let text = self.get("multiplicity");
        let text = text.strip_suffix("(L)").unwrap_or(text);
        let least = text.split_once("..").map_or(text, |(least, _)| least);
        least.parse().unwrap()
    }
}

pub(crate) fn table(name: &str) -> Vec<Line> {
    let path = root().join("../primitive/data").join(name);
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t'));
    let columns: Vec<&str> = lines.next().unwrap().collect();
    let line = |cells: core::str::Split<'_, char>| {
        let pairs = columns.iter().map(|column| (*column).to_owned());
        Line(pairs.zip(cells.map(str::to_owned)).collect())
    };
    lines.map(line).collect()
}
