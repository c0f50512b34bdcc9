//! Values at the edges.

use onem2m_primitive::{DecodeRule, EncodeError, EncodeRule, Number, Value};

use crate::generator::Generator;

/// What stands where, and what may be said about it.
#[derive(Debug)]
pub(crate) struct Edge {
    path: String,
    rules: &'static [EncodeRule],
}

impl Edge {
    /// Returns whether the error is one that this edge may bring about, at the place where it stands or within.
    pub(crate) fn explains(&self, error: &EncodeError) -> bool {
        let rest = error.path.strip_prefix(&*self.path);
        let is_there = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        is_there && self.rules.contains(&error.rule)
    }
}

use EncodeRule::{
    InvalidCharacter, InvalidName, ListItem, Nothing, NumberRange, Shape, UnknownName,
};

/// Numbers may not be of the type of the member.
const NUMBERS: [&str; 16] = [
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "18446744073709551615",
    "18446744073709551616",
    "-18446744073709551616",
    "-18446744073709551617",
    "-0",
    "-0.0",
    "1e400",
    "-1e400",
    "1e-400",
    "0.1000000000000000055511151231257827",
    "3.14159265358979323846",
    "5.0",
    "5e0",
];

const TEXTS: [&str; 12] = [
    "\0",
    "a\u{1}b",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "\u{1f}",
    "\u{fffe}",
    "\u{ffff}",
    "a\u{fffe}",
    "\u{1b}[0m",
    "a b",
    "\r",
];

const NAMES: [&str; 10] = [
    "", " ", "a b", "1", "a:b:c", "xmlns", "xml:lang", "other:a", "\u{1}", "\u{b7}a",
];

fn edge(generator: &mut Generator) -> (Value<'static>, &'static [EncodeRule]) {
    match generator.below(6) {
        0 | 1 => {
            let number = generator.one_of(&NUMBERS);
            (
                Value::Number(Number::Decimal(number)),
                &[NumberRange, Shape],
            )
        }
        2 => (
            Value::Text(generator.one_of(&TEXTS).into()),
            &[InvalidCharacter, ListItem, Shape],
        ),
        3 => {
            let name = generator.one_of(&NAMES);
            let value = Value::Object(vec![(name.into(), Value::Text("a".into()))]);
            (value, &[InvalidName, UnknownName, Shape])
        }
        4 => {
            let nested = Value::Array(vec![Value::Array(vec![Value::Boolean(true)])]);
            (nested, &[Shape, ListItem])
        }
        _ => {
            let nothing = generator.one_of(&[
                Value::Null,
                Value::Text("".into()),
                Value::Array(vec![]),
                Value::Object(vec![]),
                Value::Array(vec![Value::Text("".into())]),
                Value::Array(vec![Value::Null]),
            ]);
            (nothing, &[Nothing, ListItem, Shape])
        }
    }
}

/// The content with one of its values replaced.
pub(crate) fn with_edge(
    content: &Value<'static>,
    generator: &mut Generator,
) -> (Value<'static>, Edge) {
    let mut paths = vec![];
    leaves(content, &mut vec![], &mut paths);
    let place = generator.one_of(&paths);
    let (value, rules) = edge(generator);
    let mut changed = content.clone();
    let mut names = vec![];
    *at(&mut changed, &place, &mut names) = value;
    let edge = Edge {
        path: names.join("/"),
        rules,
    };
    (changed, edge)
}

/// Where the values are that have no structure, as indices; and the members of the resource.
fn leaves(value: &Value<'static>, place: &mut Vec<usize>, places: &mut Vec<Vec<usize>>) {
    let inner: Vec<&Value<'static>> = match value {
        Value::Object(members) => members.iter().map(|(_, value)| value).collect(),
        Value::Array(items) => items.iter().collect(),
        Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Text(_) => vec![],
    };
    if inner.is_empty() || place.len() == 2 {
        places.push(place.clone());
    }
    for (index, value) in inner.into_iter().enumerate() {
        place.push(index);
        leaves(value, place, places);
        place.pop();
    }
}

fn at<'v>(
    value: &'v mut Value<'static>,
    place: &[usize],
    names: &mut Vec<String>,
) -> &'v mut Value<'static> {
    let Some((first, rest)) = place.split_first() else {
        return value;
    };
    match value {
        Value::Object(members) => {
            let (name, value) = &mut members[*first];
            names.push(name.to_string());
            at(value, rest, names)
        }
        Value::Array(items) => at(&mut items[*first], rest, names),
        Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Text(_) => value,
    }
}

/// Nothing that is refused when it is read, for what was written can be read.
#[test]
fn an_edge_explains_only_what_it_brings_about() {
    let edge = Edge {
        path: "m2m:cnt/lbl".into(),
        rules: &[ListItem],
    };
    let error = |rule, path: &str| EncodeError {
        rule,
        path: path.into(),
    };
    assert!(edge.explains(&error(ListItem, "m2m:cnt/lbl")));
    assert!(edge.explains(&error(ListItem, "m2m:cnt/lbl/a")));
    for (rule, path) in [
        (ListItem, "m2m:cnt"),
        (ListItem, ""),
        (ListItem, "m2m:cnt/lbl2"),
        (Shape, "m2m:cnt/lbl"),
        (EncodeRule::Content(DecodeRule::Type), "m2m:cnt/lbl"),
    ] {
        assert!(!edge.explains(&error(rule, path)), "{path}");
    }
}
