use core::fmt;
use core::net::IpAddr;

/// The identity that a peer has proven (TS-0003 8.2.2): the names of its certificate, or of its key.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PeerIdentity {
    names: Vec<PeerName>,
}

/// One name of a peer: an entry of its certificate's subject alternative names, or the identity of its key.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PeerName {
    /// A domain name: a host's, or the public domain name of a CSE-ID.
    DomainName(String),
    /// An IP address.
    Address(IpAddr),
    /// A URI: an AE-ID's full representation, or a Node-ID such as `urn:…`.
    Uri(String),
    /// A device's hardware identifier (TS-0003 10.1.1.4): the object identifier of its kind, in dotted form, and the rest
    /// in DER, empty for an identifier that is an object identifier as a whole.
    Device(String, Vec<u8>),
    /// A raw public key, a `SubjectPublicKeyInfo` in DER.
    PublicKey(Vec<u8>),
    /// The identity of a pre-shared key: KpsaID, or a MAF's key identifier.
    PreSharedKey(String),
}

impl PeerIdentity {
    pub(crate) const fn new(names: Vec<PeerName>) -> Self {
        Self { names }
    }

    /// Returns all names, in the certificate's order.
    #[must_use]
    pub fn names(&self) -> &[PeerName] {
        &self.names
    }

    /// Returns the AE-IDs of an AE-ID certificate, in absolute form: `//operator.org/S…` or `//operator.org/CSE-ID/C…`
    /// (TS-0003 10.1.1.5).
    pub fn ae_ids(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter_map(|name| match name {
            PeerName::Uri(uri) if is_ae_id(uri) => Some(uri.as_str()),
            PeerName::Uri(_)
            | PeerName::DomainName(_)
            | PeerName::Address(_)
            | PeerName::Device(..)
            | PeerName::PublicKey(_)
            | PeerName::PreSharedKey(_) => None,
        })
    }

    /// Returns the CSE-IDs of a CSE-ID certificate, as public domain names: `IN-CSEID.m2m.operator.org` or
    /// `MN-CSEID.IN-CSEID.m2m.operator.org` (TS-0003 10.1.1.7). The first label is the CSE-ID relative to the service
    /// provider, without its `/`.
    pub fn cse_ids(&self) -> impl Iterator<Item = &str> {
        self.domain_names().filter(|name| is_cse_id(name))
    }

    /// Returns the identifiers of the entities that a certificate names, in each form in which they may be written in `fr` and
    /// `X-M2M-Origin` at the CSE whose absolute CSE-ID is `cse_id`, such as `//operator.org/IN-CSE`: forms relative to a
    /// service provider or a CSE only if they are the same. There are none for the certificates of devices, nodes and
    /// hosts, for raw public keys and for pre-shared keys, whose entities are configured.
    #[must_use]
    pub fn entities(&self, cse_id: &str) -> Vec<String> {
        let own = cse_id.strip_prefix("//").and_then(|id| id.split_once('/'));
        let (own_provider, own_cse) = own.unwrap_or_default();
        let is_own = |provider: &str| provider.eq_ignore_ascii_case(own_provider);
        let mut entities = Vec::new();
        for ae_id in self.ae_ids() {
            let absolute = ae_id.trim_start_matches('/').split_once('/');
            let (provider, relative) = absolute.unwrap_or_default();
            if is_own(provider) {
                let stem = match relative.split_once('/') {
                    Some((cse, stem)) => Some(stem).filter(|_| cse == own_cse),
                    None => Some(relative),
                };
                entities.extend(stem.map(str::to_owned));
                entities.push(format!("/{relative}"));
            }
            entities.push(ae_id.to_owned());
        }
        for (cse, provider) in self.cse_ids().filter_map(cse_and_provider) {
            if is_own(provider) {
                entities.push(format!("/{cse}"));
            }
            entities.push(format!("//{provider}/{cse}"));
        }
        entities
    }

    /// Returns the identity of the pre-shared key.
    #[must_use]
    pub fn pre_shared_key(&self) -> Option<&str> {
        self.names.iter().find_map(|name| match name {
            PeerName::PreSharedKey(identity) => Some(identity.as_str()),
            PeerName::DomainName(_)
            | PeerName::Address(_)
            | PeerName::Uri(_)
            | PeerName::PublicKey(_)
            | PeerName::Device(..) => None,
        })
    }

    /// Returns whether `host`, a domain name or an IP address, is one of the names. Domain names are compared without case.
    #[must_use]
    pub fn is_host(&self, host: &str) -> bool {
        let host = host.strip_suffix('.').unwrap_or(host);
        if let Ok(address) = host.parse::<IpAddr>() {
            return self.names.contains(&PeerName::Address(address));
        }
        self.domain_names()
            .any(|name| name.eq_ignore_ascii_case(host))
    }

    /// The AE-ID that one of the URIs would be, had it no scheme: `m2m://operator.org/S1` for `//operator.org/S1`.
    pub(super) fn almost_ae_id(&self) -> Option<&str> {
        self.names.iter().find_map(|name| match name {
            PeerName::Uri(uri) => uri
                .split_once(':')
                .map(|(_, rest)| rest)
                .filter(|rest| is_ae_id(rest)),
            PeerName::DomainName(_)
            | PeerName::Address(_)
            | PeerName::Device(..)
            | PeerName::PublicKey(_)
            | PeerName::PreSharedKey(_) => None,
        })
    }

    fn domain_names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter_map(|name| match name {
            PeerName::DomainName(name) => Some(name.as_str()),
            PeerName::Uri(_)
            | PeerName::Address(_)
            | PeerName::Device(..)
            | PeerName::PublicKey(_)
            | PeerName::PreSharedKey(_) => None,
        })
    }
}

impl fmt::Display for PeerIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.names.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{name}")?;
        }
        Ok(())
    }
}

impl fmt::Display for PeerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DomainName(name) | Self::Uri(name) | Self::PreSharedKey(name) => {
                write!(f, "{}", name.escape_debug())
            }
            Self::Address(address) => fmt::Display::fmt(address, f),
            Self::Device(kind, _) => write!(f, "device {kind}"),
            Self::PublicKey(_) => f.write_str("a raw public key"),
        }
    }
}

/// `//` service provider, then an AE-ID-Stem that the provider gave (S), or a CSE and a stem that it gave (C).
fn is_ae_id(uri: &str) -> bool {
    let Some((provider, rest)) = uri.strip_prefix("//").and_then(|rest| rest.split_once('/'))
    else {
        return false;
    };
    let is_stem = |stem: &str, kind| stem.starts_with(kind) && !stem.contains('/');
    let is_relative = match rest.split_once('/') {
        None => is_stem(rest, 'S'),
        Some((cse, stem)) => !cse.is_empty() && is_stem(stem, 'C'),
    };
    !provider.is_empty() && is_relative
}

/// The first label, and what is behind `m2m`.
fn cse_and_provider(name: &str) -> Option<(&str, &str)> {
    let (cse, mut rest) = name.split_once('.')?;
    loop {
        let (label, behind) = rest.split_once('.')?;
        if label.eq_ignore_ascii_case("m2m") {
            return Some((cse, behind));
        }
        rest = behind;
    }
}

/// One CSE or two, then `m2m`, then the service provider.
fn is_cse_id(name: &str) -> bool {
    let mut labels = name.split('.');
    let place = labels.position(|label| label.eq_ignore_ascii_case("m2m"));
    matches!(place, Some(1 | 2)) && labels.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::{PeerIdentity, PeerName};

    #[test]
    fn names_of_each_flavour() {
        let uris = [
            ("//operator.org/S123", true),
            ("//operator.org/CSE1/C123", true),
            ("//operator.org/CSE1", false),
            ("//operator.org/CSE1/S123", false),
            ("//operator.org/CSE1/C1/x", false),
            ("///S123", false),
            ("//operator.org", false),
            ("/S123", false),
            ("urn:imei:1", false),
        ];
        for (uri, expected) in uris {
            let identity = PeerIdentity::new(vec![PeerName::Uri(uri.to_owned())]);
            assert_eq!(identity.ae_ids().next().is_some(), expected, "{uri}");
        }
        let domain_names = [
            ("IN.m2m.operator.org", true),
            ("MN.IN.M2M.operator.org", true),
            ("a.b.c.m2m.operator.org", false),
            ("m2m.operator.org", false),
            ("IN.m2m", false),
            ("www.operator.org", false),
        ];
        for (name, expected) in domain_names {
            let identity = PeerIdentity::new(vec![PeerName::DomainName(name.to_owned())]);
            assert_eq!(identity.cse_ids().next().is_some(), expected, "{name}");
            assert!(identity.is_host(&name.to_lowercase()));
            assert!(!identity.is_host("other.org"));
        }
    }

    #[test]
    fn entities_in_each_form() {
        let uri = |name: &str| PeerName::Uri(name.to_owned());
        let domain = |name: &str| PeerName::DomainName(name.to_owned());
        let cases: [(PeerName, &[&str]); 8] = [
            (
                uri("//operator.org/IN/C1"),
                &["C1", "/IN/C1", "//operator.org/IN/C1"],
            ),
            (
                uri("//operator.org/MN/C1"),
                &["/MN/C1", "//operator.org/MN/C1"],
            ),
            (uri("//other.org/IN/C1"), &["//other.org/IN/C1"]),
            (
                uri("//operator.org/S1"),
                &["S1", "/S1", "//operator.org/S1"],
            ),
            (uri("urn:imei:1"), &[]),
            (
                domain("MN.IN.m2m.operator.org"),
                &["/MN", "//operator.org/MN"],
            ),
            (domain("S1.m2m.operator.org"), &["/S1", "//operator.org/S1"]),
            (domain("host.operator.org"), &[]),
        ];
        for (name, expected) in cases {
            let identity = PeerIdentity::new(vec![name]);
            assert_eq!(identity.entities("//operator.org/IN"), expected);
        }
    }

    #[test]
    fn addresses_are_compared_as_addresses() {
        let identity = PeerIdentity::new(vec![PeerName::Address(
            "::1"
                .parse()
                .unwrap_or_else(|_| unreachable!("it is an address")),
        )]);
        assert!(identity.is_host("0:0:0:0:0:0:0:1"));
        assert!(!identity.is_host("127.0.0.1"));
    }
}
