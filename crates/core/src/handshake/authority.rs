//! Hosts and ports (RFC 3986 §3.2), as strictly as a handshake can afford.

use alloc::vec::Vec;
use core::net::Ipv6Addr;

use super::error::RequestError;

/// A host, an IPv6 address with its brackets, and the digits of a port where there are any.
pub(crate) struct Authority<'a> {
    pub(crate) host: &'a str,
    port: Option<&'a str>,
}

impl<'a> Authority<'a> {
    /// Refuses what is no host, such as one with a user before it, a space or a percent sign.
    pub(crate) fn parse(text: &'a [u8]) -> Result<Self, RequestError> {
        let text = str::from_utf8(text).map_err(|_| RequestError::Host)?;
        let position = |wanted| text.bytes().position(|byte| byte == wanted);
        let host_end = if text.starts_with('[') {
            position(b']').map(|bracket| bracket.saturating_add(1))
        } else {
            position(b':')
        };
        let (host, rest) = text
            .split_at_checked(host_end.unwrap_or(text.len()))
            .unwrap_or_default();
        if !is_host(host) {
            return Err(RequestError::Host);
        }
        let port = match rest.strip_prefix(':') {
            // A port may be empty, and is the default port then (RFC 3986 §3.2.3).
            Some("") => None,
            Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(port),
            Some(_) => return Err(RequestError::Port),
            None if rest.is_empty() => None,
            None => return Err(RequestError::Host),
        };
        Ok(Self { host, port })
    }

    /// The port, from 1 to 65535; `default` without one.
    pub(crate) fn port_or(&self, default: u16) -> Result<u16, RequestError> {
        match self.port.map(str::parse) {
            Some(Ok(port @ 1..)) => Ok(port),
            Some(Ok(0) | Err(_)) => Err(RequestError::Port),
            None => Ok(default),
        }
    }
}

/// Returns whether both name the same host and port, where `default` need not be written.
pub(crate) fn are_same(one: &[u8], other: &[u8], default: u16) -> bool {
    let (Ok(one), Ok(other)) = (Authority::parse(one), Authority::parse(other)) else {
        return false;
    };
    one.host.eq_ignore_ascii_case(other.host)
        && one.port_or(default).is_ok()
        && one.port_or(default) == other.port_or(default)
}

/// `host:port` for a head, an IPv6 address in brackets, the port left out where it is `omitted`.
pub(crate) fn write(to: &mut Vec<u8>, host: &str, port: u16, omitted: Option<u16>) {
    let is_address = host.contains(':');
    to.extend_from_slice(if is_address { b"[" } else { b"" });
    to.extend_from_slice(host.as_bytes());
    to.extend_from_slice(if is_address { b"]" } else { b"" });
    if Some(port) != omitted {
        to.push(b':');
        write_number(to, port);
    }
}

fn write_number(to: &mut Vec<u8>, number: u16) {
    if number > 9 {
        write_number(to, number / 10);
    }
    to.extend(u8::try_from(number % 10).map(|digit| b'0' | digit));
}

/// A name, an IPv4 address, or an IPv6 address in brackets.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        return address
            .strip_suffix(']')
            .is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    (1..=MAX_NAME_LEN).contains(&host.len())
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// The length of a domain name (RFC 1035 §2.3.4).
const MAX_NAME_LEN: usize = 255;

/// Returns whether this is a host with an optional port: the value of `Host`, or the authority of a target.
pub(crate) fn is_authority(value: &[u8]) -> bool {
    Authority::parse(value).is_ok_and(|authority| authority.port_or(80).is_ok())
}
