//! Addresses as an application writes them, and names by which notifications refer to a subscription (TS-0001 9.3.1).

use onem2m_primitive::ResourceAddress;

/// The address that `text` stands for: `.` is `own`, the address of the AE, and `./a/b` a resource below it, as in a relative reference
/// (RFC 3986 §4.2); any other address stays as it is. `None` if `own` is needed and not known.
pub(super) fn resolve(text: &str, own: Option<&str>) -> Option<String> {
    if text == "." {
        return own.map(String::from);
    }
    match text.strip_prefix("./") {
        Some(below) => own.map(|own| format!("{own}/{below}")),
        None => Some(String::from(text)),
    }
}

/// A resource by one of its names: the CSE that hosts the resource, where the name says so, and its path there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Name {
    cse: Option<String>,
    path: String,
}

impl Name {
    /// The name that an address is; that of `child` below it, if there is one.
    pub(super) fn new(address: &str, child: Option<&str>) -> Option<Self> {
        let address = ResourceAddress::parse(address).ok()?;
        let path = match child {
            Some(child) => format!("{}/{child}", address.path),
            None => String::from(address.path),
        };
        Some(Self {
            cse: address.cse.map(String::from),
            path,
        })
    }

    /// The name of a resource of the same CSE, by its identifier there.
    pub(super) fn beside(&self, identifier: &str) -> Option<Self> {
        let identifier = Self::new(identifier, None)?;
        Some(Self {
            cse: identifier.cse.or_else(|| self.cse.clone()),
            ..identifier
        })
    }

    /// Returns whether a notification that refers to `other` may mean the resource of this name: a name without a CSE is one at the
    /// registrar, whose CSE-ID an AE need not know.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let is_same_cse = match (&self.cse, &other.cse) {
            (Some(own), Some(other)) => own == other,
            (None, _) | (_, None) => true,
        };
        is_same_cse && self.path == other.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses() {
        let rows = [
            (".", Some("cse-in/meter"), Some("cse-in/meter")),
            ("./data", Some("cse-in/meter"), Some("cse-in/meter/data")),
            ("./data/la", Some("Cmeter"), Some("Cmeter/data/la")),
            (".", None, None),
            ("./data", None, None),
            ("cse-in/other", None, Some("cse-in/other")),
            ("/id-in/other", Some("Cmeter"), Some("/id-in/other")),
            (".data", Some("Cmeter"), Some(".data")),
            ("../data", Some("Cmeter"), Some("../data")),
        ];
        for (text, own, expected) in rows {
            assert_eq!(resolve(text, own).as_deref(), expected, "{text}, {own:?}");
        }
    }

    #[test]
    fn names_of_a_subscription() {
        let rows = [
            ("cse-in/data", Some("s"), "cse-in/data/s", true),
            ("cse-in/data", Some("s"), "/id-in/cse-in/data/s", true),
            (
                "cse-in/data",
                Some("s"),
                "//sp.org/id-in/cse-in/data/s",
                true,
            ),
            ("cse-in/data", Some("s"), "cse-in/data/t", false),
            ("cse-in/data", Some("s"), "data/s", false),
            ("sub1", None, "/id-in/sub1", true),
            ("sub1", None, "/id-in/sub11", false),
            ("/id-mn/data", Some("s"), "/id-mn/data/s", true),
            ("/id-mn/data", Some("s"), "/id-in/data/s", false),
            ("/id-mn/data", Some("s"), "data/s", true),
        ];
        for (address, child, reference, expected) in rows {
            let names = Name::new(address, child).zip(Name::new(reference, None));
            let may_be = names.map(|(name, reference)| name.may_be(&reference));
            assert_eq!(may_be, Some(expected), "{address}, {child:?}, {reference}");
        }
        let identifier = Name::new("/id-mn/data", None).and_then(|parent| parent.beside("sub1"));
        assert_eq!(identifier, Name::new("/id-mn/sub1", None));
    }
}
