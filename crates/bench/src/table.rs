//! Tables in Markdown.

use crate::measure::Sample;
use crate::peer::Peer;

/// Columns of figures for each peer; the first row is what the others are compared with.
#[derive(Debug)]
pub(crate) struct Table {
    title: String,
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    name: String,
    cells: Vec<Option<f64>>,
    decimals: usize,
    has_ratio: bool,
}

impl Table {
    pub(crate) const fn new(title: String) -> Self {
        Self {
            title,
            columns: Vec::new(),
        }
    }

    /// Adds figures of which less is better, with their ratios to the first row.
    pub(crate) fn compare(&mut self, name: impl Into<String>, cells: Vec<Option<f64>>) {
        self.columns.push(Column {
            name: name.into(),
            cells,
            decimals: 0,
            has_ratio: true,
        });
    }

    /// Adds plain figures.
    pub(crate) fn figures(
        &mut self,
        name: impl Into<String>,
        decimals: usize,
        cells: Vec<Option<f64>>,
    ) {
        self.columns.push(Column {
            name: name.into(),
            cells,
            decimals,
            has_ratio: false,
        });
    }

    /// Prints the rows that have a figure.
    pub(crate) fn print(&self, rows: &[&str]) {
        println!("\n### {}\n", self.title);
        let names: Vec<_> = self
            .columns
            .iter()
            .map(|column| column.name.as_str())
            .collect();
        println!("| | {} |", names.join(" | "));
        println!("|---|{}", "---:|".repeat(self.columns.len()));
        for (index, row) in rows.iter().enumerate() {
            let cells: Vec<_> = self
                .columns
                .iter()
                .map(|column| column.cell(index))
                .collect();
            if cells.iter().any(Option::is_some) {
                let cells: Vec<_> = cells.into_iter().map(Option::unwrap_or_default).collect();
                println!("| {row} | {} |", cells.join(" | "));
            }
        }
    }
}

impl Column {
    fn cell(&self, index: usize) -> Option<String> {
        let value = self.cells.get(index).copied().flatten()?;
        let first = self.cells.first().copied().flatten();
        let figure = grouped(value, self.decimals);
        Some(match first {
            Some(first) if self.has_ratio && index > 0 => {
                format!("{figure} ({:.2}×)", value / first)
            }
            Some(_) | None => figure,
        })
    }
}

/// Two tables from samples: times with ratios, and allocations.
pub(crate) fn print_samples(title: &str, rows: &[&str], columns: &[(String, Vec<Option<Sample>>)]) {
    let mut times = Table::new(format!("{title}: ns"));
    for (name, samples) in columns {
        let nanoseconds = |sample: &Option<Sample>| sample.map(|sample| sample.nanoseconds);
        times.compare(name, samples.iter().map(nanoseconds).collect());
    }
    times.print(rows);
    if cfg!(feature = "allocations") {
        print_allocations(rows, columns);
    }
}

fn print_allocations(rows: &[&str], columns: &[(String, Vec<Option<Sample>>)]) {
    let samples_of = |index: usize| {
        let sample = move |(_, samples): &(String, Vec<Option<Sample>>)| {
            samples.get(index).copied().flatten()
        };
        columns.iter().map(sample)
    };
    let allocates =
        |sample: Option<Sample>| sample.is_some_and(|sample| sample.allocations >= NEGLIGIBLE);
    let (some, none): (Vec<_>, Vec<_>) = rows
        .iter()
        .enumerate()
        .filter(|(index, _)| samples_of(*index).flatten().next().is_some())
        .partition(|(index, _)| samples_of(*index).any(allocates));
    if !some.is_empty() {
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
        println!(
            "\n| allocations / bytes allocated | {} |",
            names.join(" | ")
        );
        println!("|---|{}", "---:|".repeat(columns.len()));
    }
    for (index, row) in some {
        let cell = |sample: Option<Sample>| match sample {
            Some(sample) if allocates(Some(sample)) => {
                let bytes = grouped(sample.allocated_bytes, 0);
                format!("{} / {bytes}", grouped(sample.allocations, 2))
            }
            Some(_) => "0".to_owned(),
            None => String::new(),
        };
        println!(
            "| {row} | {} |",
            samples_of(index).map(cell).collect::<Vec<_>>().join(" | ")
        );
    }
    let none: Vec<_> = none.into_iter().map(|(_, row)| *row).collect();
    if !none.is_empty() {
        println!("\nNo allocations: {}.", none.join(", "));
    }
}

/// Less than one allocation in so many operations is none: buffers that grow once.
const NEGLIGIBLE: f64 = 0.005;

/// What is different about each peer.
pub(crate) fn print_notes(peers: &[Box<dyn Peer>]) {
    println!("\n### What differs\n");
    for peer in peers {
        if !peer.note().is_empty() {
            println!("- {}: {}", peer.name(), peer.note());
        }
    }
}

/// With a space between groups of three digits.
fn grouped(value: f64, decimals: usize) -> String {
    let decimals = match decimals {
        0 if value > 0.0 && value < 99.5 => 1,
        decimals => decimals,
    };
    let plain = format!("{value:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    if fraction.trim_end_matches('0').is_empty() {
        out
    } else {
        format!("{out}.{fraction}")
    }
}
