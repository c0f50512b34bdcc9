//! Reads the public documentation of the library crates and the documents for their users: every sentence names the thing it is about,
//! and no row of the project's own tables is mentioned.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LIBRARIES: [&str; 9] = [
    "core",
    "primitive",
    "deflate",
    "binding",
    "driver",
    "tokio",
    "smol",
    "embassy",
    "resources",
];

/// Documents of the whole project.
const DOCUMENTS: [&str; 3] = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];

/// With these a sentence begins that has no head: "What was sent waits" for "A request that was sent waits".
const HEADLESS: [&str; 8] = [
    "What", "Who", "Whose", "Whom", "Whether", "How", "Whoever", "Whatever",
];

/// A line of documentation, without its slashes, and its number.
type Line<'a> = (usize, &'a str);

/// Consecutive lines of documentation.
type Block<'a> = Vec<Line<'a>>;

/// An enum, a trait, or a macro that is called, within which what is documented is public without saying so; or tests, in which
/// nothing is. It ends at the first line that is no deeper.
struct Scope {
    indent: usize,
    is_public: bool,
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The scope that a line opens, where it does not end it too.
fn opened(line: &str, is_test: bool) -> Option<Scope> {
    let code = line.trim_start();
    let item = code.strip_prefix("pub ").unwrap_or(code);
    let is_item = item.starts_with("enum ") || item.starts_with("trait ");
    let is_call = code
        .split_once("! {")
        .or_else(|| code.split_once("!("))
        .is_some_and(|(name, _)| {
            name.bytes()
                .all(|byte| byte == b'_' || byte.is_ascii_lowercase())
        });
    let is_scope = is_item || is_call || is_test;
    (is_scope && code.ends_with(['{', '('])).then(|| Scope {
        indent: indent(line),
        is_public: !is_test && (is_call || code.starts_with("pub ")),
    })
}

/// The documentation of what is public in a source: `//!` anywhere, and `///` before `pub `, or within a public enum or trait, or
/// within a macro that is called.
fn public_blocks(source: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut block, mut inner) = (Vec::new(), Block::new(), Block::new());
    let mut scopes: Vec<Scope> = Vec::new();
    let (mut attribute, mut is_test) = (0, false);
    for (index, line) in source.lines().enumerate() {
        let code = line.trim_start();
        if let Some(text) = code.strip_prefix("//!") {
            inner.push((index + 1, text));
            continue;
        }
        blocks.extend(Some(core::mem::take(&mut inner)));
        if let Some(text) = code.strip_prefix("///") {
            block.push((index + 1, text));
            continue;
        }
        if attribute > 0 || code.starts_with("#[") {
            is_test |= code.starts_with("#[cfg(test)]") || code.starts_with("#[cfg(all(test");
            attribute += code.matches('[').count();
            attribute -= code.matches(']').count();
            continue;
        }
        if code.is_empty() || code.starts_with("//") {
            continue;
        }
        while scopes
            .last()
            .is_some_and(|scope| indent(line) <= scope.indent)
        {
            scopes.pop();
        }
        let is_hidden = scopes.iter().any(|scope| !scope.is_public);
        let is_public = scopes.last().is_some() || code.starts_with("pub ");
        let documentation = core::mem::take(&mut block);
        if is_public && !is_hidden && !is_test {
            blocks.push(documentation);
        }
        scopes.extend(opened(line, is_test));
        is_test = false;
    }
    blocks.push(inner);
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Paragraphs, items of lists, headings and cells of tables, each as lines. Code is left out.
fn paragraphs<'a>(block: &[Line<'a>]) -> Vec<(bool, Block<'a>)> {
    let mut paragraphs = vec![(false, Block::new())];
    let mut is_code = false;
    for &(number, line) in block {
        let text = line.trim();
        let is_fence = text.starts_with("```");
        is_code ^= is_fence;
        if is_code || is_fence || text.is_empty() {
            paragraphs.push((false, Block::new()));
            continue;
        }
        if text.starts_with('|') {
            let cells = text.trim_matches('|').split('|');
            paragraphs.extend(cells.map(|cell| (false, vec![(number, cell.trim())])));
            paragraphs.push((false, Block::new()));
            continue;
        }
        let numbered = text.split_once(". ").filter(|(digits, _)| {
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        let item = ["- ", "* "].iter().find_map(|mark| text.strip_prefix(mark));
        let item = item.or_else(|| numbered.map(|(_, item)| item));
        let heading = text
            .strip_prefix('#')
            .map(|rest| rest.trim_start_matches('#').trim());
        if item.is_some() || heading.is_some() {
            paragraphs.push((item.is_some(), Block::new()));
        }
        let text = item.or(heading).unwrap_or(text);
        paragraphs.last_mut().unwrap().1.push((number, text));
        if heading.is_some() {
            paragraphs.push((false, Block::new()));
        }
    }
    paragraphs.retain(|(_, lines)| !lines.is_empty());
    paragraphs
}

/// The sentences of a paragraph, each with the line in which it begins. In an item of a list, one begins behind a colon too.
fn sentences(is_item: bool, paragraph: &[Line<'_>]) -> Vec<(usize, String)> {
    let mut sentences: Vec<(usize, String)> = Vec::new();
    let mut begins = true;
    for &(number, line) in paragraph {
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let bare = word.trim_end_matches(['*', '_', '"', ')', '`']);
            if begins {
                sentences.push((number, String::new()));
            }
            let sentence = &mut sentences.last_mut().unwrap().1;
            sentence.push_str(word);
            sentence.push(' ');
            begins = bare.ends_with(['.', '!', '?']) || (is_item && bare.ends_with(':'));
        }
    }
    sentences
}

fn is_headless(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(['*', '_', '"', '(', '[']);
    let word: String = sentence
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    HEADLESS.contains(&word.as_str()) || sentence.starts_with("That which ")
}

/// The first row of a table that is mentioned: a family, a hyphen and two digits.
fn row<'a>(line: &'a str, families: &BTreeSet<String>) -> Option<&'a str> {
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words.into_iter().find(|word| {
        word.split_once('-').is_some_and(|(family, number)| {
            families.contains(family)
                && number.len() == 2
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

/// The number of each line that is amiss in some documentation, and what is.
fn amiss(blocks: &[Block<'_>], families: &BTreeSet<String>) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for block in blocks {
        for (number, line) in block {
            found.extend(row(line, families).map(|row| (*number, format!("mentions {row}"))));
        }
        for (is_item, paragraph) in paragraphs(block) {
            let sentences = sentences(is_item, &paragraph).into_iter();
            let headless = sentences.filter(|(_, sentence)| is_headless(sentence));
            found.extend(headless.map(|(number, sentence)| {
                let sentence: String = sentence.chars().take(60).collect();
                (number, format!("begins with no head: {sentence}"))
            }));
        }
    }
    found
}

/// A document that is documentation throughout.
fn document(text: &str) -> Vec<Block<'_>> {
    vec![
        text.lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .collect(),
    ]
}

/// The families of the project's own tables: those of `COVERAGE.md`, and `W` of `TS-0020.md`.
fn families(root: &Path) -> BTreeSet<String> {
    let tables = ["tests/COVERAGE.md", "tests/TS-0020.md"];
    let tables = tables.map(|table| fs::read_to_string(root.join(table)).unwrap());
    let cells = tables
        .iter()
        .flat_map(|table| table.lines())
        .filter_map(|line| {
            let cell = line.strip_prefix("| ")?.split(['|', '-']).next()?.trim();
            let is_family =
                (1..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase());
            is_family.then(|| cell.to_owned())
        });
    cells.collect()
}

/// The sources below a folder, but those that are generated and those of tests.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_other = path
            .file_stem()
            .is_some_and(|name| name == "generated" || name == "tests");
        if path.is_dir() && !is_other {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_other {
            found.push(path);
        }
    }
}

#[test]
fn public_documentation_names_what_it_is_about() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let families = families(root);
    assert!(families.contains("W") && families.contains("PD") && families.contains("A"));
    let mut paths = DOCUMENTS.map(|name| root.join(name)).to_vec();
    let folders = LIBRARIES.map(|library| root.join("crates").join(library));
    for folder in folders.iter().filter(|folder| folder.exists()) {
        sources(&folder.join("src"), &mut paths);
        paths.push(folder.join("README.md"));
    }
    paths.sort();
    let (mut found, mut count) = (Vec::new(), 0);
    for path in paths {
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let is_source = path.extension().is_some_and(|extension| extension == "rs");
        let blocks = if is_source {
            public_blocks(&text)
        } else {
            document(&text)
        };
        count += blocks.len();
        let name = path.strip_prefix(root).unwrap().display();
        let lines = amiss(&blocks, &families).into_iter();
        found.extend(lines.map(|(number, what)| format!("{name}:{number}: {what}")));
    }
    assert!(count > 1500, "{count} blocks are not all of them");
    assert!(
        found.is_empty(),
        "{} lines:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// Holds what is amiss in a source against the numbers of the lines.
fn check(source: &str, expected: &[usize]) {
    let families = ["W", "PD"].map(String::from).into();
    let found = amiss(&public_blocks(source), &families);
    let lines: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
    assert_eq!(lines, expected, "{found:?} in\n{source}");
}

#[test]
fn public_items_are_read() {
    check(
        "//! What.\n\n/// What.\n#[must_use]\npub fn f() {}",
        &[1, 3],
    );
    check(
        "/// What.\n#[cfg_attr(\n    a,\n    b,\n)]\npub fn f() {}",
        &[1],
    );
    check(
        "pub struct S {\n    /// What.\n    pub a: u8,\n    /// What.\n    b: u8,\n}",
        &[2],
    );
    check(
        "pub enum E {\n    /// What.\n    A,\n    B {\n        /// What.\n        a: u8,\n    },\n}",
        &[2, 5],
    );
    check(
        "pub trait T {\n    /// What.\n    fn f();\n}\n\n/// What.\nfn f() {}",
        &[2],
    );
    check(
        "impl S {\n    /// What.\n    pub const fn f() {}\n    /// What.\n    fn g() {}\n}",
        &[2],
    );
    check(
        "named!(S {\n    /// What.\n    A = 1,\n});\nnamed! {\n    /// What.\n    A\n}",
        &[2, 6],
    );
}

#[test]
fn what_is_not_public_is_not_read() {
    check(
        "/// What.\nfn f() {}\n/// What.\npub(crate) fn g() {}\n// What.\npub fn h() {}",
        &[],
    );
    check("enum E {\n    /// What.\n    A,\n}\n/// What.\nmod m;", &[]);
    check(
        "#[cfg(test)]\nmod tests {\n    //! About it.\n    /// What.\n    pub fn f() {}\n}\n/// What.\npub fn g() {}",
        &[7],
    );
}

#[test]
fn sentences_have_heads() {
    check(
        "//! One. What\n//! two! How three? **Whose** four. (Who five.) That which\n//! is.",
        &[1, 2, 2, 2, 2],
    );
    check(
        "//! One what\n//! What is, e.g. what, however it is. However: What, Whoop.",
        &[],
    );
    check(
        "//! - What\n//! - `a`: Whether.\n//! 1. What\n//! # What\n//! | a | What |\n//!\n//! Whatever",
        &[1, 2, 3, 4, 5, 7],
    );
    check(
        "//! ```\n//! // What.\n//! ```\n//! ```text\n//! What\n//! ```\n//! Whom",
        &[7],
    );
}

#[test]
fn rows_are_not_mentioned() {
    check(
        "//! W-12: one.\n//! As (PD-03) says.\n//! And `W-09`.",
        &[1, 2, 3],
    );
    check("//! TS-0020, XW-12, W-1, W-123, W-12a, UTF-16, pd-03.", &[]);
}
