//! Where complex types are in content.

use std::collections::{HashSet, VecDeque};

use onem2m_primitive::Value;
use onem2m_primitive::schema::{Context, Member};

/// The members that lead from content to one of this type, without any that is a resource in a resource.
pub(crate) fn to_type(name: &str) -> Option<Vec<Member>> {
    let mut seen = HashSet::new();
    let mut open = VecDeque::from([(Context::CONTENT, Vec::new())]);
    while let Some((context, path)) = open.pop_front() {
        if context.name() == name && !path.is_empty() {
            return Some(path);
        }
        if !seen.insert(context) {
            continue;
        }
        for member in context.members() {
            if let Some(next) = member.context() {
                let path = path.iter().copied().chain([member]);
                open.push_back((next, path.collect()));
            }
        }
    }
    None
}

/// Content with a value at the end of the path.
pub(crate) fn wrapped<'v>(value: Value<'v>, path: &[Member]) -> Value<'v> {
    path.iter().rev().fold(value, |value, member| {
        let value = if member.is_array() {
            Value::Array(vec![value])
        } else {
            value
        };
        Value::Object(vec![(member.short_name().into(), value)])
    })
}

/// The value at the end of the path.
pub(crate) fn unwrapped<'v>(content: &'v Value<'v>, path: &[Member]) -> &'v Value<'v> {
    path.iter().fold(content, |value, member| {
        let value = value.get(member.short_name()).unwrap();
        if let Value::Array(items) = value {
            &items[0]
        } else {
            value
        }
    })
}
