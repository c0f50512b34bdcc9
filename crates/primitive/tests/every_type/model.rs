//! When values are the same, and what XML tells of them.

use onem2m_primitive::schema::{Context, JsonType, Member};
use onem2m_primitive::{EncodeError, EncodeRule, Number, Value};

/// Where what was read first differs from what it was, if it does. Members may come in any order. What is in `xs:anyType` is
/// text once it has been XML (`Content::transcode`).
pub(crate) fn difference(read: &Value<'_>, was: &Value<'_>, was_xml: bool) -> Option<String> {
    let place = Place {
        context: Some(Context::CONTENT),
        was_xml,
        is_anything: false,
    };
    place.difference(read, was)
}

#[derive(Clone, Copy)]
struct Place {
    context: Option<Context>,
    was_xml: bool,
    is_anything: bool,
}

impl Place {
    fn member(self, name: &str) -> Self {
        let member = self.context.and_then(|context| context.member(name));
        // A relative timestamp may be a number (TS-0004 6.3.3), which XML does not tell from text either.
        let is_any = |member: Member| {
            let is_union = member.data_type() == "m2m:absRelTimestamp";
            is_union || member.json_type() == JsonType::Any
        };
        Self {
            context: member.and_then(Member::context),
            is_anything: self.is_anything || member.is_some_and(is_any),
            ..self
        }
    }

    fn difference(self, read: &Value<'_>, was: &Value<'_>) -> Option<String> {
        let is_text = self.was_xml && self.is_anything;
        let is_same = match (read, was) {
            (Value::Object(members), Value::Object(others)) => {
                let mut names = members.iter().chain(others).map(|(name, _)| name);
                return names.find_map(|name| match (read.get(name), was.get(name)) {
                    (Some(read), Some(was)) => {
                        let path = self.member(name).difference(read, was)?;
                        let is_here = path.is_empty();
                        Some(if is_here {
                            name.to_string()
                        } else {
                            format!("{name}/{path}")
                        })
                    }
                    _ => Some(name.to_string()),
                });
            }
            (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
                let mut pairs = items.iter().zip(others);
                return pairs.find_map(|(read, was)| self.difference(read, was));
            }
            (Value::Number(read), Value::Number(was)) if !is_text => {
                digits(*read) == digits(*was) || is_as_exact(*read, *was)
            }
            (Value::Text(text), Value::Number(was)) if is_text => {
                let is_number = text.parse::<f64>().is_ok();
                let read = Number::Decimal(text);
                is_number && (digits(read) == digits(*was) || is_as_exact(read, *was))
            }
            (Value::Text(text), Value::Boolean(was)) if is_text => *text == was.to_string(),
            (Value::Boolean(_), _) if is_text => false,
            _ => read == was,
        };
        (!is_same).then(String::new)
    }
}

/// The sign, the digits, and how many places the point is behind the last; the same for equal numbers.
fn digits(number: Number<'_>) -> (bool, String, i64) {
    let text = match number {
        Number::Integer(value) => value.to_string(),
        Number::Float(value) => format!("{value:e}"),
        Number::Decimal(text) => text.to_ascii_lowercase(),
    };
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, &*text),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().unwrap();
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0').trim_end_matches('0');
    if digits.is_empty() {
        return (is_negative, String::new(), 0);
    }
    let zeros = all.len() - all.trim_end_matches('0').len();
    let places = i64::try_from(zeros).unwrap() - i64::try_from(fraction.len()).unwrap();
    (is_negative, digits.to_owned(), exponent + places)
}

/// Returns whether the double that was read, written with as many digits as the number had, is that number.
fn is_as_exact(read: Number<'_>, was: Number<'_>) -> bool {
    let Number::Decimal(was) = was else {
        return false;
    };
    let read = match read {
        Number::Float(read) => Some(read),
        Number::Decimal(text) => text.parse().ok(),
        Number::Integer(_) => None,
    };
    let fraction = was.split_once('.').map_or("", |(_, fraction)| fraction);
    read.is_some_and(|read: f64| format!("{read:.*}", fraction.len()) == was)
}

/// All values at a path, for an array has one path for all its items.
pub(crate) fn at_path<'v, 'a>(value: &'v Value<'a>, path: &str) -> Vec<&'v Value<'a>> {
    let mut found = vec![value];
    for name in path.split('/') {
        found = found
            .into_iter()
            .flat_map(|value| {
                if let Value::Array(items) = value {
                    items.iter().collect()
                } else {
                    vec![value]
                }
            })
            .filter_map(|value| value.get(name))
            .collect();
    }
    found
}

/// Returns whether the error is about NULL, an empty text, list or object, and stands where there is one.
pub(crate) fn has_nothing(value: &Value<'_>, error: &EncodeError) -> bool {
    fn is_nothing(value: &Value<'_>) -> bool {
        match value {
            Value::Null => true,
            Value::Text(text) => text.is_empty(),
            Value::Array(items) => items.is_empty() || items.iter().any(is_nothing),
            Value::Object(members) => members.is_empty(),
            Value::Boolean(_) | Value::Number(_) => false,
        }
    }
    let is_about_it = matches!(
        error.rule,
        EncodeRule::Nothing | EncodeRule::ListItem | EncodeRule::Shape
    );
    let found = at_path(value, &error.path);
    let is_there = found.into_iter().any(is_nothing);
    // Of what stands before it in a request, the operation says how it would read (TS-0004 8.3.2).
    let around = error
        .path
        .strip_suffix("/op")
        .map(|path| at_path(value, path));
    let members = around.into_iter().flatten().filter_map(|request| {
        let Value::Object(members) = request else {
            return None;
        };
        Some(members)
    });
    let is_before = members.flatten().any(|(_, value)| is_nothing(value));
    is_about_it && (is_there || is_before)
}

/// The value without one of its parts, which are counted in the order of the tree; content stays content.
pub(crate) fn without_part(value: &Value<'static>, index: usize) -> Option<Value<'static>> {
    let mut smaller = value.clone();
    let mut left = index;
    remove(&mut smaller, &mut left, true).then_some(smaller)
}

fn remove(value: &mut Value<'static>, left: &mut usize, is_root: bool) -> bool {
    match value {
        Value::Object(members) => {
            if !is_root {
                if *left < members.len() {
                    members.remove(*left);
                    return true;
                }
                *left -= members.len();
            }
            members
                .iter_mut()
                .any(|(_, value)| remove(value, left, false))
        }
        Value::Array(items) => {
            if *left < items.len() {
                items.remove(*left);
                return true;
            }
            *left -= items.len();
            items.iter_mut().any(|value| remove(value, left, false))
        }
        Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Text(_) => false,
    }
}
