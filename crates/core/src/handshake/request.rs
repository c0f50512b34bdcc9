use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use super::error::{HeadRule, Violation};
use super::extension::{self, Extension};
use super::target::Target;
use super::{Known, authority};
use crate::certain;
use crate::head::{Head, Headers, is_token, list};

/// A client's request, valid by RFC 6455 §4.2.1. Its parts are looked up when they are asked for.
pub struct Request {
    head: Head,
    target: Range<usize>,
    host: Range<usize>,
    /// Between which of the fields those lie that offer subprotocols.
    offers: Range<usize>,
}

impl Request {
    /// Returns the request target as it was sent.
    #[must_use]
    pub fn target(&self) -> &str {
        self.head.text(&self.target)
    }

    /// Returns the path, as it was sent: nothing is decoded.
    #[must_use]
    pub fn path(&self) -> &str {
        match self.path_and_query().split_once('?') {
            Some(("", _)) => "/",
            Some((path, _)) => path,
            None => self.path_and_query(),
        }
    }

    /// Returns the query as it was sent, without its question mark.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.path_and_query()
            .split_once('?')
            .map(|(_, query)| query)
    }

    /// Returns the host the client means to talk to, and the port where the client sent one: those of the target if that is a URI
    /// (RFC 9112 §3.2.2), else those of `Host`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.head.text(&self.host)
    }

    /// Returns the origin of the web page, when a browser asks on behalf of one ([`OriginPolicy`](crate::OriginPolicy)).
    #[must_use]
    pub fn origin(&self) -> Option<&[u8]> {
        self.headers().get("Origin")
    }

    /// Returns the subprotocols offered, as they were spelt, in the client's order of preference.
    pub fn subprotocols(&self) -> impl Iterator<Item = &str> + Clone {
        subprotocols(&self.head, &self.offers).map(certain::text)
    }

    /// Returns the extensions offered, in the client's order of preference.
    pub fn extensions(&self) -> impl Iterator<Item = Extension<'_>> {
        extension::of(self.headers())
    }

    /// Returns the header fields.
    #[must_use]
    pub fn headers(&self) -> Headers<'_> {
        self.head.headers()
    }

    /// Returns the head as it stood on the wire.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        self.head.bytes()
    }

    /// Checks a head against RFC 6455 §4.2.1; the request and its key.
    pub(super) fn new(head: Head) -> Result<(Self, Key), Violation> {
        let target = check_request_line(&head)?;
        let fields = Fields::check(&head)?;
        let form = Target::of(target).ok_or_else(|| head.violation(HeadRule::Target, target))?;
        // What the target says counts, and the Host beside it does not (RFC 9112 §3.2.2).
        let host = match form {
            Target::Absolute { authority, .. } if authority::is_authority(authority.as_bytes()) => {
                authority.as_bytes()
            }
            Target::Absolute { .. } => return Err(head.violation(HeadRule::Target, target)),
            Target::Origin(_) => fields.host,
        };
        let (target, host) = (head.range_of(target), head.range_of(host));
        let Fields { key, offers, .. } = fields;
        let request = Self {
            head,
            target,
            host,
            offers,
        };
        Ok((request, key))
    }

    fn path_and_query(&self) -> &str {
        match Target::of(self.target().as_bytes()) {
            Some(Target::Origin(path) | Target::Absolute { path, .. }) if !path.is_empty() => path,
            Some(_) | None => "/",
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("target", &self.target())
            .field("headers", &self.headers())
            .finish()
    }
}

/// A `Sec-WebSocket-Key`, in base64 as it was sent.
pub(super) type Key = [u8; 24];

/// The target of a request line (RFC 9112 §3) that asks with GET in HTTP/1.1 or a later HTTP/1.x.
fn check_request_line(head: &Head) -> Result<&[u8], Violation> {
    let line = head.start_line();
    let mut parts = line.split(|&byte| byte == b' ');
    let (Some(method), Some(target), Some(version), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(head.violation(HeadRule::StartLine, line));
    };
    match version {
        b"HTTP/1.0" => return Err(head.violation(HeadRule::HttpVersion, version)),
        [b'H', b'T', b'T', b'P', b'/', b'1', b'.', b'1'..=b'9'] => {}
        [b'H', b'T', b'T', b'P', b'/', major, b'.', minor]
            if *major != b'1' && major.is_ascii_digit() && minor.is_ascii_digit() =>
        {
            return Err(head.violation(HeadRule::HttpMajorVersion, version));
        }
        _ => return Err(head.violation(HeadRule::StartLine, line)),
    }
    match method {
        b"GET" => Ok(target),
        _ if is_token(method) => Err(head.violation(HeadRule::Method, method)),
        _ => Err(head.violation(HeadRule::StartLine, line)),
    }
}

/// The header fields that concern a handshake.
struct Fields<'a> {
    host: &'a [u8],
    key: Key,
    offers: Range<usize>,
}

impl<'a> Fields<'a> {
    fn check(head: &'a Head) -> Result<Self, Violation> {
        let mut host = None;
        let mut key = None;
        let mut version = None;
        let mut origin = None;
        let (mut has_upgrade, mut has_connection) = (false, false);
        let mut offers = 0..0;
        for (index, (name, value)) in head.headers().fields().enumerate() {
            let (is_right, rule) = match Known::of(name) {
                Known::Host => (host.replace(value).is_none(), HeadRule::Host),
                Known::Key => (key.replace(value).is_none(), HeadRule::Key),
                Known::Version => (version.replace(value).is_none(), HeadRule::VersionTwice),
                Known::Origin => (origin.replace(value).is_none(), HeadRule::Origin),
                Known::Extensions => (extension::is_well_formed(value), HeadRule::ExtensionSyntax),
                Known::ContentLength => (value == b"0", HeadRule::Body),
                Known::TransferEncoding => (false, HeadRule::Body),
                Known::Upgrade => {
                    has_upgrade |= names(value, b"websocket");
                    continue;
                }
                Known::Connection => {
                    has_connection |= names(value, b"upgrade");
                    continue;
                }
                Known::Subprotocol => {
                    let first = if offers.is_empty() {
                        index
                    } else {
                        offers.start
                    };
                    offers = first..index.saturating_add(1);
                    continue;
                }
                Known::Accept | Known::Other => continue,
            };
            if !is_right {
                return Err(head.violation(rule, value));
            }
        }
        let host = host
            .filter(|host| authority::is_authority(host))
            .ok_or_else(|| refuse(head, HeadRule::Host, host))?;
        if !has_upgrade {
            return Err(Violation::new(HeadRule::Upgrade));
        }
        if !has_connection {
            return Err(Violation::new(HeadRule::Connection));
        }
        if version != Some(b"13") {
            return Err(refuse(head, HeadRule::Version, version));
        }
        let key = key
            .and_then(parse_key)
            .ok_or_else(|| refuse(head, HeadRule::Key, key))?;
        if !offers.is_empty() {
            check_subprotocols(head, &offers)?;
        }
        Ok(Self { host, key, offers })
    }
}

fn refuse(head: &Head, rule: HeadRule, value: Option<&[u8]>) -> Violation {
    value.map_or_else(|| Violation::new(rule), |value| head.violation(rule, value))
}

fn names(value: &[u8], wanted: &[u8]) -> bool {
    list(value).any(|element| element.eq_ignore_ascii_case(wanted))
}

/// The key, if it is the canonical base64 of 16 bytes: 22 digits, of which the last has four bits to spare.
fn parse_key(value: &[u8]) -> Option<Key> {
    let key: &Key = value.try_into().ok()?;
    let (digits, padding) = key.split_last_chunk::<2>()?;
    let is_base64 = digits
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    let is_canonical = matches!(digits.last(), Some(b'A' | b'Q' | b'g' | b'w'));
    (is_base64 && is_canonical && padding == b"==").then_some(*key)
}

/// The elements of the fields that offer subprotocols, all of which lie in this range of fields.
fn subprotocols<'a>(
    head: &'a Head,
    offers: &Range<usize>,
) -> impl Iterator<Item = &'a [u8]> + Clone + use<'a> {
    head.headers()
        .within(offers)
        .get_all("Sec-WebSocket-Protocol")
        .flat_map(list)
}

/// The subprotocols of all fields are one list of different tokens, and not an empty one (RFC 6455 §4.1).
fn check_subprotocols(head: &Head, offers: &Range<usize>) -> Result<(), Violation> {
    let names = subprotocols(head, offers);
    let mut count = 0_usize;
    for name in names.clone() {
        if !is_token(name) {
            return Err(head.violation(HeadRule::SubprotocolSyntax, name));
        }
        if count < FEW && names.clone().take(count).any(|other| other == name) {
            return Err(head.violation(HeadRule::SubprotocolSyntax, name));
        }
        count = count.saturating_add(1);
    }
    if count == 0 {
        return Err(Violation::new(HeadRule::SubprotocolSyntax));
    }
    if count > FEW {
        let mut sorted: Vec<_> = names.collect();
        sorted.sort_unstable();
        let mut neighbours = sorted.iter().zip(sorted.iter().skip(1));
        if let Some((twice, _)) = neighbours.find(|(one, other)| one == other) {
            return Err(head.violation(HeadRule::SubprotocolSyntax, twice));
        }
    }
    Ok(())
}

/// So many names are compared each with each; of more, a sorted list is made.
const FEW: usize = 8;
