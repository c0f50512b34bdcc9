//! Namespaces in XML: prefixes mean something only with what they are bound to.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use super::markup::{Attribute, Tag, split_prefix};
use crate::error::DecodeRule;
use crate::schema;
use crate::token::Scan;

/// What oneM2M defines is in this namespace (TS-0004 8.3).
pub(super) const ONEM2M: &str = "http://www.onem2m.org/xml/protocols";

/// Longest lists of one start tag.
const MAX_ATTRIBUTES: usize = 64;
const MAX_DECLARATIONS: usize = 32;

/// The prefixes in scope, innermost last; the default namespace has an empty one.
#[derive(Debug, Default)]
pub(super) struct Namespaces<'a> {
    bindings: Vec<Binding<'a>>,
}

#[derive(Debug)]
struct Binding<'a> {
    depth: usize,
    prefix: Cow<'a, str>,
    uri: Cow<'a, str>,
}

impl<'a> Namespaces<'a> {
    pub(super) fn bind(&mut self, depth: usize, prefix: Cow<'a, str>, uri: Cow<'a, str>) {
        self.bindings.push(Binding { depth, prefix, uri });
    }

    /// Checks the attributes of a tag, and notes the namespaces that it declares.
    pub(super) fn enter(&mut self, tag: &Tag<'a>, depth: usize) -> Scan<()> {
        if !tag.has_attributes() {
            return Ok(());
        }
        let mut names: [&str; MAX_ATTRIBUTES] = [""; MAX_ATTRIBUTES];
        let (mut count, mut declarations) = (0, 0);
        for attribute in tag.attributes() {
            let Attribute { name, value, .. } = attribute?;
            let seen = names.get(..count).unwrap_or_default();
            if seen.contains(&name) {
                return Err(DecodeRule::DuplicateMember);
            }
            *names.get_mut(count).ok_or(DecodeRule::TooManyMembers)? = name;
            count += 1;
            if let Some(prefix) = declared(name) {
                declarations += 1;
                let is_reserved = matches!(prefix, "xml" | "xmlns");
                if declarations > MAX_DECLARATIONS {
                    return Err(DecodeRule::TooManyMembers);
                }
                if is_reserved || (value.is_empty() && !prefix.is_empty()) {
                    return Err(DecodeRule::Xml);
                }
                self.bind(depth, Cow::Borrowed(prefix), value);
            }
        }
        for name in names.get(..count).unwrap_or_default() {
            if let Some((prefix, _)) = split_prefix(name) {
                let is_known = matches!(prefix, "xml" | "xmlns") || self.uri(prefix).is_some();
                if !is_known {
                    return Err(DecodeRule::Xml);
                }
            }
        }
        Ok(())
    }

    /// Forgets what was declared at this depth and within it.
    #[inline]
    pub(super) fn leave(&mut self, depth: usize) {
        while self.bindings.last().is_some_and(|last| last.depth >= depth) {
            self.bindings.pop();
        }
    }

    fn uri(&self, prefix: &str) -> Option<&str> {
        let binding = self
            .bindings
            .iter()
            .rev()
            .find(|binding| binding.prefix == prefix);
        binding.map(|binding| &*binding.uri)
    }

    /// The name that the element has in JSON: its local name, with the canonical prefix if it is in a namespace.
    #[inline]
    pub(super) fn name(&self, qualified: &'a str) -> Scan<Cow<'a, str>> {
        let Some((prefix, local_name)) = split_prefix(qualified) else {
            return match self.uri("") {
                None | Some("") => Ok(Cow::Borrowed(qualified)),
                Some(uri) => {
                    let prefix = schema::prefix(uri).ok_or(DecodeRule::Xml)?;
                    Ok(Cow::Owned(format!("{prefix}:{qualified}")))
                }
            };
        };
        let uri = self.uri(prefix).ok_or(DecodeRule::Xml)?;
        if prefix == "m2m" && uri == ONEM2M {
            return Ok(Cow::Borrowed(qualified));
        }
        match schema::prefix(uri) {
            Some(canonical) if canonical == prefix => Ok(Cow::Borrowed(qualified)),
            Some(canonical) => Ok(Cow::Owned(format!("{canonical}:{local_name}"))),
            // It would look like what it is not.
            None if schema::namespace(prefix).is_some() => Err(DecodeRule::Xml),
            None => Ok(Cow::Borrowed(qualified)),
        }
    }

    /// What is in scope around an element at this depth, but for the prefix that everybody has.
    pub(super) fn in_scope(&self, depth: usize) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let mut in_scope: Vec<(Cow<'a, str>, Cow<'a, str>)> = Vec::new();
        let around = self.bindings.iter().rev();
        for binding in around.filter(|binding| binding.depth < depth) {
            let is_hidden = in_scope.iter().any(|(prefix, _)| *prefix == binding.prefix);
            if !is_hidden {
                in_scope.push((binding.prefix.clone(), binding.uri.clone()));
            }
        }
        in_scope.retain(|(prefix, uri)| !(prefix == "m2m" && uri == ONEM2M));
        in_scope
    }
}

/// The prefix that an attribute declares; an empty one for the default namespace.
pub(super) fn declared(attribute: &str) -> Option<&str> {
    if attribute == "xmlns" {
        return Some("");
    }
    attribute.strip_prefix("xmlns:")
}

/// Whether an attribute says nothing about the element: a declaration, or one for schema processors.
pub(super) fn is_administrative(attribute: &str) -> bool {
    declared(attribute).is_some() || attribute.starts_with("xsi:") || attribute.starts_with("xml:")
}
