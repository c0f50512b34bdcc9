//! The resource that an address means (TS-0001 7.2: CSE-relative, SP-relative or absolute; structured or not).

use alloc::string::String;
use alloc::vec::Vec;

/// The resource that registers a registree, by all its addresses.
#[derive(Clone, Debug, Default)]
pub(super) struct Resource {
    /// The CSE that it lives on, if that is known.
    cse: Option<String>,
    /// Its unstructured identifiers within the CSE.
    identifiers: Vec<String>,
    /// Its name: it is a child of the `<CSEBase>`.
    name: Option<String>,
}

/// The relation of an address to a [`Resource`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Relation {
    Same,
    Below,
}

impl Resource {
    /// Notes the CSE that the resource lives on, from an address on it.
    pub(super) fn set_cse(&mut self, address: &str) {
        if let (Some(cse), _) = split(address) {
            self.cse = Some(cse.into());
        }
    }

    pub(super) fn set_name(&mut self, name: &str) {
        self.name = Some(name.into());
    }

    /// Notes an identifier: `ri`, or the AE-ID or CSE-ID, by which many CSEs call the resource.
    pub(super) fn add_identifier(&mut self, identifier: &str) {
        let identifier = stem(identifier);
        if !identifier.is_empty() && !self.identifiers.iter().any(|known| known == identifier) {
            self.identifiers.push(identifier.into());
        }
    }

    /// The relation of `address` to the resource; `None` if the address means another.
    pub(super) fn relation(&self, address: &str) -> Option<Relation> {
        let (cse, path) = split(address);
        let is_elsewhere = matches!((cse, &self.cse), (Some(cse), Some(own)) if cse != own);
        if is_elsewhere {
            return None;
        }
        let mut segments = path.split('/');
        let first = segments.next()?;
        let is_identifier = |segment: &str| self.identifiers.iter().any(|known| known == segment);
        if is_identifier(first) {
            return Some(relation(segments.next()));
        }
        // A structured address begins with the name of the `<CSEBase>`, or `-`. A resource whose name nobody has said is
        // called by its identifier.
        let second = segments.next()?;
        let is_name = match &self.name {
            Some(name) => name == second,
            None => is_identifier(second),
        };
        is_name.then(|| relation(segments.next()))
    }
}

fn relation(next: Option<&str>) -> Relation {
    match next {
        None => Relation::Same,
        Some(_) => Relation::Below,
    }
}

/// The CSE-ID of an address, without its slash, if it has one, and the address within the CSE.
fn split(address: &str) -> (Option<&str>, &str) {
    let relative = match address.strip_prefix("//") {
        Some(absolute) => absolute.split_once('/').map_or("", |(_, rest)| rest),
        None => match address.strip_prefix('/') {
            Some(relative) => relative,
            None => return (None, address),
        },
    };
    let (cse, path) = relative.split_once('/').unwrap_or((relative, ""));
    (Some(cse), path)
}

/// Returns whether an address is that of a CSE, SP-relative or absolute, and of nothing on it.
pub(super) fn is_cse_id(address: &str) -> bool {
    matches!(split(address), (Some(_), ""))
}

/// The last part of an AE-ID, a CSE-ID or a resource identifier: its name within the CSE, or that of the CSE.
pub(super) fn stem(identifier: &str) -> &str {
    identifier
        .rsplit_once('/')
        .map_or(identifier, |(_, last)| last)
}

#[cfg(test)]
mod tests {
    use super::{Relation, Resource};

    #[test]
    fn addresses_of_one_resource() {
        let mut resource = Resource::default();
        resource.set_cse("/id-in/cse-in");
        resource.set_name("thermo");
        resource.add_identifier("/id-in/ae17");
        resource.add_identifier("Cthermo");
        for (address, expected) in [
            ("cse-in/thermo", Some(Relation::Same)),
            ("-/thermo", Some(Relation::Same)),
            ("/id-in/cse-in/thermo", Some(Relation::Same)),
            ("//sp.example/id-in/-/thermo", Some(Relation::Same)),
            ("ae17", Some(Relation::Same)),
            ("/id-in/Cthermo", Some(Relation::Same)),
            ("cse-in/thermo/cnt", Some(Relation::Below)),
            ("ae17/cnt", Some(Relation::Below)),
            ("cse-in/other", None),
            ("cse-in/other/thermo", None),
            ("cse-in/Cthermo/container/Cthermo", None),
            ("/id-mn/cse-in/thermo", None),
            ("/id-mn/ae17", None),
            ("thermo", None),
            ("cse-in", None),
            ("/id-in", None),
            ("", None),
        ] {
            assert_eq!(resource.relation(address), expected, "{address}");
        }
    }

    #[test]
    fn a_resource_without_a_known_name_is_called_by_its_identifier() {
        let mut resource = Resource::default();
        resource.add_identifier("Cthermo");
        for (address, expected) in [
            ("cse-in/Cthermo", Some(Relation::Same)),
            ("cse-in/Cthermo/cnt", Some(Relation::Below)),
            ("cse-in/other/Cthermo", None),
        ] {
            assert_eq!(resource.relation(address), expected, "{address}");
        }
    }
}
