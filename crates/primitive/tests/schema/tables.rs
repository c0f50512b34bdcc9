//! The tables of facts in `data`.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

/// A path in the crate.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A line of a table, by the names of the columns.
pub(crate) struct Line(HashMap<String, String>);

impl Line {
    pub(crate) fn get(&self, column: &str) -> &str {
        &self.0[column]
    }
}

pub(crate) fn table(name: &str) -> Vec<Line> {
    let text = fs::read_to_string(path("data").join(name)).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t'));
    let columns: Vec<&str> = lines.next().unwrap().collect();
    let named = |cells: core::str::Split<'_, char>| {
        let cells: Vec<&str> = cells.collect();
        assert_eq!(cells.len(), columns.len(), "{name}: {cells:?}");
        let pairs = columns.iter().zip(cells);
        Line(
            pairs
                .map(|(column, cell)| (column.to_string(), cell.to_owned()))
                .collect(),
        )
    };
    lines.map(named).collect()
}

/// The name of the context that a line of `attributes.tsv` and the like is for.
pub(crate) fn context_names() -> impl Fn(&Line) -> String {
    let resources = table("resources.tsv").into_iter();
    let elements: HashMap<String, String> = resources
        .filter(|line| !line.get("root").is_empty())
        .map(|line| {
            (
                line.get("short").to_owned(),
                name_of_element(line.get("root")),
            )
        })
        .collect();
    move |line| {
        let key = line.get("resource");
        elements.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }
}

/// The name of the context of a resource: its element, without `m2m:`.
pub(crate) fn name_of_element(element: &str) -> String {
    element.strip_prefix("m2m:").unwrap_or(element).to_owned()
}

/// The type in JSON, and whether it is an array.
pub(crate) fn json_type(line: &Line) -> (&'static str, bool) {
    let name = line.get("json_type");
    let item = name.strip_prefix("array-of-");
    let json_type = match item.unwrap_or(name) {
        "string" => "Text",
        "integer" => "Integer",
        "number" => "Number",
        "boolean" => "Boolean",
        "object" => "Object",
        "any" => "Any",
        other => panic!("{other}"),
    };
    (json_type, item.is_some())
}

pub(crate) fn xml_form(line: &Line) -> &'static str {
    match line.get("xml_form") {
        "element-text" => "Text",
        "xml-attribute" => "Attribute",
        "text-content" => "TextContent",
        "list" => "List",
        "repeated-element" => "Repeated",
        "complex" => "Complex",
        other => panic!("{other}"),
    }
}

pub(crate) fn multiplicity(line: &Line) -> (u32, Option<u32>) {
    let text = line.get("multiplicity");
    let text = text.strip_suffix("(L)").unwrap_or(text);
    let (least, most) = text.split_once("..").unwrap_or((text, text));
    let most = (most != "n").then(|| most.parse().unwrap());
    (least.parse().unwrap(), most)
}
