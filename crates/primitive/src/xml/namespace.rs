//! Namespaces in XML: prefixes mean something only with what they are bound to.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::characters::split_prefix;
use super::tag::{Attribute, Tag};
use crate::error::DecodeRule;
use crate::schema;
use crate::token::Scan;

/// The namespace of all that oneM2M defines (TS-0004 8.3).
pub(super) const ONEM2M: &str = "http://www.onem2m.org/xml/protocols";

/// The attributes of one start tag.
const MAX_ATTRIBUTES: usize = 64;
/// The prefixes in scope at one place, all elements around it together: every name is looked for among them.
const MAX_BINDINGS: usize = 48;

/// The prefixes in scope, innermost last; the default namespace has an empty one.
#[derive(Debug, Default)]
pub(super) struct Namespaces<'a> {
    bindings: SmallVec<[Binding<'a>; 2]>,
}

#[derive(Debug)]
struct Binding<'a> {
    prefix: &'a str,
    uri: Cow<'a, str>,
    depth: usize,
    /// True if the prefix is the canonical one of the namespace.
    is_canonical: bool,
}

impl<'a> Namespaces<'a> {
    pub(super) fn bind(&mut self, depth: usize, prefix: &'a str, uri: Cow<'a, str>) -> Scan<()> {
        if self.bindings.len() >= MAX_BINDINGS {
            return Err(DecodeRule::TooManyMembers);
        }
        let is_canonical = if prefix == "m2m" {
            uri == ONEM2M
        } else {
            !prefix.is_empty() && schema::prefix(&uri) == Some(prefix)
        };
        self.bindings.push(Binding {
            prefix,
            uri,
            depth,
            is_canonical,
        });
        Ok(())
    }

    /// Checks the attributes of a tag, and notes the namespaces that it declares.
    #[inline]
    pub(super) fn enter(&mut self, tag: &mut Tag<'a>, depth: usize) -> Scan<()> {
        if !tag.has_attributes() {
            return Ok(());
        }
        if tag.is_usual() {
            self.bind(depth, "m2m", Cow::Borrowed(ONEM2M))?;
        } else {
            tag.has_members = self.declare(tag, depth)?;
        }
        Ok(())
    }

    /// Returns whether there are attributes that are members, besides.
    fn declare(&mut self, tag: &Tag<'a>, depth: usize) -> Scan<bool> {
        let mut names: SmallVec<[&str; 8]> = SmallVec::new();
        let mut has_members = false;
        for attribute in tag.attributes() {
            let Attribute { name, value, .. } = attribute?;
            if names.contains(&name) {
                return Err(DecodeRule::DuplicateMember);
            }
            if names.len() >= MAX_ATTRIBUTES {
                return Err(DecodeRule::TooManyMembers);
            }
            names.push(name);
            has_members |= !is_administrative(name);
            if let Some(prefix) = declared(name) {
                check_declaration(prefix, &value)?;
                self.bind(depth, prefix, value)?;
            }
        }
        self.check_prefixes(&names)?;
        Ok(has_members)
    }

    /// Prefixes of attributes are bound, and no two attributes have the same name once they are resolved (Namespaces in XML
    /// §5, §6.3).
    fn check_prefixes(&self, names: &[&str]) -> Scan<()> {
        let mut resolved: SmallVec<[(&str, &str); 4]> = SmallVec::new();
        for (prefix, local_name) in names.iter().filter_map(|name| split_prefix(name)) {
            if matches!(prefix, "xml" | "xmlns") {
                continue;
            }
            let binding = self.binding(prefix).ok_or(DecodeRule::Namespace)?;
            let name = (&*binding.uri, local_name);
            if resolved.contains(&name) {
                return Err(DecodeRule::DuplicateMember);
            }
            resolved.push(name);
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

    #[inline]
    fn binding(&self, prefix: &str) -> Option<&Binding<'a>> {
        let mut innermost = self.bindings.iter().rev();
        innermost.find(|binding| binding.prefix == prefix)
    }

    /// The name that the element has in JSON: its local name, with the canonical prefix if it is in a namespace.
    #[inline]
    pub(super) fn name(&self, tag: &Tag<'a>) -> Scan<Cow<'a, str>> {
        if self.is_plain(tag) {
            return Ok(Cow::Borrowed(tag.name));
        }
        self.other_name(tag)
    }

    /// Checks that the element has a name in JSON.
    #[inline]
    pub(super) fn check(&self, tag: &Tag<'a>) -> Scan<()> {
        if self.is_plain(tag) {
            return Ok(());
        }
        self.other_name(tag).map(|_| ())
    }

    /// Returns whether the name stays as it is.
    #[inline]
    fn is_plain(&self, tag: &Tag<'a>) -> bool {
        match tag.split_prefix() {
            Some((prefix, _)) => self
                .binding(prefix)
                .is_some_and(|binding| binding.is_canonical),
            None => self
                .bindings
                .iter()
                .all(|binding| !binding.prefix.is_empty()),
        }
    }

    fn other_name(&self, tag: &Tag<'a>) -> Scan<Cow<'a, str>> {
        let qualified = tag.name;
        let Some((prefix, local_name)) = tag.split_prefix() else {
            return match self.binding("").map(|binding| &*binding.uri) {
                None | Some("") => Ok(Cow::Borrowed(qualified)),
                Some(uri) => {
                    let prefix = schema::prefix(uri).ok_or(DecodeRule::Namespace)?;
                    Ok(Cow::Owned(format!("{prefix}:{qualified}")))
                }
            };
        };
        let binding = self.binding(prefix).ok_or(DecodeRule::Namespace)?;
        match schema::prefix(&binding.uri) {
            Some(canonical) if canonical == prefix => Ok(Cow::Borrowed(qualified)),
            Some(canonical) => Ok(Cow::Owned(format!("{canonical}:{local_name}"))),
            // It would look like what it is not.
            None if schema::namespace(prefix).is_some() => Err(DecodeRule::Namespace),
            None => Ok(Cow::Borrowed(qualified)),
        }
    }

    /// Returns whether the element has no prefix and is in a default namespace.
    pub(super) fn is_in_default(&self, tag: &Tag<'a>) -> bool {
        tag.split_prefix().is_none() && !self.is_plain(tag)
    }

    /// The namespaces in scope around an element at this depth, by prefix, but for the one that everybody has.
    pub(super) fn in_scope(&self, depth: usize) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let is_common = |binding: &Binding<'_>| binding.is_canonical && binding.prefix == "m2m";
        if self.bindings.iter().all(is_common) {
            return Vec::new();
        }
        let mut in_scope: Vec<(Cow<'a, str>, Cow<'a, str>)> = Vec::new();
        let around = self.bindings.iter().rev();
        for binding in around.filter(|binding| binding.depth < depth) {
            let is_hidden = in_scope.iter().any(|(prefix, _)| *prefix == binding.prefix);
            if !is_hidden {
                in_scope.push((Cow::Borrowed(binding.prefix), binding.uri.clone()));
            }
        }
        in_scope.retain(|(prefix, uri)| !(prefix == "m2m" && uri == ONEM2M));
        in_scope.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        in_scope
    }
}

/// Checks that a prefix can be bound to a namespace (Namespaces in XML §3, §5).
fn check_declaration(prefix: &str, uri: &str) -> Scan<()> {
    let is_reserved = matches!(uri, XML | XMLNS);
    match prefix {
        "xml" if uri == XML => Ok(()),
        "xml" | "xmlns" => Err(DecodeRule::Namespace),
        _ if is_reserved || (uri.is_empty() && !prefix.is_empty()) => Err(DecodeRule::Namespace),
        _ => Ok(()),
    }
}

/// The namespaces that the prefixes `xml` and `xmlns` are bound to, and nothing else may be.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The prefix that an attribute declares; an empty one for the default namespace.
pub(super) fn declared(attribute: &str) -> Option<&str> {
    if attribute == "xmlns" {
        return Some("");
    }
    attribute.strip_prefix("xmlns:")
}

/// Returns whether an attribute says nothing about the element: a declaration, or one for schema processors.
pub(super) fn is_administrative(attribute: &str) -> bool {
    declared(attribute).is_some() || attribute.starts_with("xsi:") || attribute.starts_with("xml:")
}
