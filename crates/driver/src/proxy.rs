//! A proxy, and the credentials that it wants.

use core::fmt;
use core::net::Ipv6Addr;

#[cfg(any(feature = "rustls", feature = "openssl"))]
use crate::tls::ClientTls;

/// An HTTP proxy that makes tunnels (RFC 9110 §9.3.6; TS-0020 6.6).
#[derive(Clone)]
pub struct Proxy {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) credentials: Option<(String, String)>,
    pub(crate) is_preemptive: bool,
    #[cfg(any(feature = "rustls", feature = "openssl"))]
    pub(crate) tls: Option<ClientTls>,
}

impl Proxy {
    /// Names the proxy on a host, a name or an address, and a port.
    #[must_use]
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
            credentials: None,
            is_preemptive: false,
            #[cfg(any(feature = "rustls", feature = "openssl"))]
            tls: None,
        }
    }

    /// Reads the proxy from a URL such as `http://user:password@proxy.example:3128`, as configurations and variables of the
    /// environment have it. The port is 80 unless the URL names one. User and password may be percent-encoded. A proxy that is
    /// reached over TLS, `https://`, is made with [`new`](Self::new) and `over_tls`.
    ///
    /// # Errors
    ///
    /// The URL is malformed, or of another scheme.
    pub fn from_url(url: &str) -> Result<Self, InvalidProxy> {
        let (scheme, rest) = url.split_once("://").ok_or(InvalidProxy::Scheme)?;
        if !scheme.eq_ignore_ascii_case("http") {
            return Err(InvalidProxy::Scheme);
        }
        let authority = match rest.split_once('/') {
            Some((authority, "")) => authority,
            Some(_) => return Err(InvalidProxy::Path),
            None => rest,
        };
        let (credentials, address) = match authority.rsplit_once('@') {
            Some((credentials, address)) => (Some(credentials), address),
            None => (None, authority),
        };
        let (host, port) = host_and_port(address).ok_or(InvalidProxy::Host)?;
        let proxy = Self::new(host, port);
        Ok(match credentials {
            Some(credentials) => {
                let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
                let decode = |text| percent_decoded(text).ok_or(InvalidProxy::Credentials);
                proxy.credentials(decode(user)?, decode(password)?)
            }
            None => proxy,
        })
    }

    /// Reads the proxy from a variable of the environment such as `https_proxy`; `None` if the variable is not set, or empty.
    /// No other function reads the environment.
    ///
    /// # Errors
    ///
    /// As [`from_url`](Self::from_url).
    pub fn from_environment(variable: &str) -> Result<Option<Self>, InvalidProxy> {
        match std::env::var(variable) {
            Ok(url) if !url.is_empty() => Self::from_url(&url).map(Some),
            Ok(_) | Err(std::env::VarError::NotPresent) => Ok(None),
            Err(std::env::VarError::NotUnicode(_)) => Err(InvalidProxy::Host),
        }
    }

    /// Sets user and password, which the proxy gets in the Basic scheme if it asks for credentials (407).
    #[must_use]
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credentials = Some((user.into(), password.into()));
        self
    }

    /// Sends the credentials without being asked.
    #[must_use]
    pub const fn preemptively(mut self) -> Self {
        self.is_preemptive = true;
        self
    }

    /// Secures the way to the proxy, by the name of its host. The connection through the tunnel is another matter.
    #[cfg(any(feature = "rustls", feature = "openssl"))]
    #[must_use]
    pub fn over_tls(mut self, tls: ClientTls) -> Self {
        self.tls = Some(tls);
        self
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("has_credentials", &self.credentials.is_some())
            .finish_non_exhaustive()
    }
}

/// The reason why a URL names no proxy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum InvalidProxy {
    /// The URL is not an `http://` URL.
    Scheme,
    /// Host or port are malformed.
    Host,
    /// User or password are not UTF-8 in percent-encoding.
    Credentials,
    /// The URL has a path, a query or a fragment.
    Path,
}

impl fmt::Display for InvalidProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "the proxy is not an http URL",
            Self::Host => "the proxy's URL has no valid host and port",
            Self::Credentials => "the user or the password in the proxy's URL is malformed",
            Self::Path => "the proxy's URL has a path",
        })
    }
}

impl core::error::Error for InvalidProxy {}

/// A name, an IPv4 address or an IPv6 address in brackets, and a port.
fn host_and_port(address: &str) -> Option<(&str, u16)> {
    let (host, port) = match address.strip_prefix('[') {
        Some(rest) => {
            let (host, rest) = rest.split_once(']')?;
            host.parse::<Ipv6Addr>().ok()?;
            (
                host,
                if rest.is_empty() {
                    rest
                } else {
                    rest.strip_prefix(':')?
                },
            )
        }
        None => address.split_once(':').unwrap_or((address, "")),
    };
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:".contains(&byte);
    if host.is_empty() || !host.bytes().all(is_host) {
        return None;
    }
    match port {
        "" => Some((host, 80)),
        port if port.bytes().all(|byte| byte.is_ascii_digit()) => Some((host, port.parse().ok()?)),
        _ => None,
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{InvalidProxy, Proxy};

    #[test]
    fn urls() {
        let cases = [
            ("http://proxy", Ok(("proxy", 80, None))),
            (
                "HTTP://proxy.example:3128/",
                Ok(("proxy.example", 3128, None)),
            ),
            ("http://[::1]:8080", Ok(("::1", 8080, None))),
            ("http://[::1]", Ok(("::1", 80, None))),
            (
                "http://u:p@10.0.0.1:1",
                Ok(("10.0.0.1", 1, Some(("u", "p")))),
            ),
            ("http://u@h", Ok(("h", 80, Some(("u", ""))))),
            (
                "http://u%40x:p%3a:%C3%a4@h",
                Ok(("h", 80, Some(("u@x", "p::ä")))),
            ),
            ("proxy:3128", Err(InvalidProxy::Scheme)),
            ("https://proxy", Err(InvalidProxy::Scheme)),
            ("socks5://proxy", Err(InvalidProxy::Scheme)),
            ("http://", Err(InvalidProxy::Host)),
            ("http://:80", Err(InvalidProxy::Host)),
            ("http://h:x", Err(InvalidProxy::Host)),
            ("http://h:65536", Err(InvalidProxy::Host)),
            ("http://h:+1", Err(InvalidProxy::Host)),
            ("http://a b", Err(InvalidProxy::Host)),
            ("http://[::1", Err(InvalidProxy::Host)),
            ("http://[name]:1", Err(InvalidProxy::Host)),
            ("http://[::1]x", Err(InvalidProxy::Host)),
            ("http://h/path", Err(InvalidProxy::Path)),
            ("http://%zz@h", Err(InvalidProxy::Credentials)),
            ("http://%4@h", Err(InvalidProxy::Credentials)),
            ("http://%ff@h", Err(InvalidProxy::Credentials)),
        ];
        for (url, expected) in cases {
            let proxy = Proxy::from_url(url);
            let found = proxy.as_ref().map(|proxy| {
                let credentials = proxy.credentials.as_ref();
                let credentials = credentials.map(|(user, word)| (user.as_str(), word.as_str()));
                (proxy.host.as_str(), proxy.port, credentials)
            });
            assert_eq!(found, expected.as_ref().copied(), "{url}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let proxy = Proxy::new("h", 1).credentials("user", "secret");
        assert!(!format!("{proxy:?}").contains("secret"));
    }
}
