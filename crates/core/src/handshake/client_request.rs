use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;
use core::{fmt, mem};

use super::authority::{self, Authority};
use super::error::RequestError;
use super::extension::Extension;
use super::fields::{Fields, write_field};
use super::target::is_uri;
use crate::config::Config;
use crate::head::is_token;
use crate::permessage_deflate;

/// The request of a client (RFC 6455 §4.1): where to connect, and the opening request to send there.
///
/// ```
/// use onem2m_ws_core::ClientRequest;
///
/// let request = ClientRequest::new("ws://cse.example:8080/path?query")?
///     .subprotocol("chat")?
///     .header("X-Trace", "17")?;
/// assert_eq!((request.host(), request.port()), ("cse.example", 8080));
/// # Ok::<(), onem2m_ws_core::RequestError>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct ClientRequest {
    is_secure: bool,
    host: String,
    port: u16,
    target: String,
    subprotocols: Vec<String>,
    extensions: Vec<Extension<'static>>,
    fields: Fields,
}

impl ClientRequest {
    /// Returns the request for a `ws` or `wss` URL (RFC 6455 §3).
    ///
    /// # Errors
    ///
    /// Another scheme, no valid host or port, a user, a fragment, or a character that a URL cannot have: international
    /// names and paths have to be encoded before.
    pub fn new(url: &str) -> Result<Self, RequestError> {
        let (scheme, rest) = url
            .split_once(':')
            .and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)))
            .ok_or(RequestError::Scheme)?;
        let is_secure = scheme.eq_ignore_ascii_case("wss");
        if !is_secure && !scheme.eq_ignore_ascii_case("ws") {
            return Err(RequestError::Scheme);
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, target) = rest.split_at_checked(end).unwrap_or_default();
        Self::from_parts(authority, target, is_secure)
    }

    /// Returns the request for an authority, `host` or `host:port`, and the path with its query; an empty path stands for `/`.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn from_parts(
        authority: &str,
        target: &str,
        is_secure: bool,
    ) -> Result<Self, RequestError> {
        if authority.contains('@') {
            return Err(RequestError::UserInfo);
        }
        let authority = Authority::parse(authority.as_bytes())?;
        let host = authority.host.trim_start_matches('[').trim_end_matches(']');
        Ok(Self {
            is_secure,
            host: host.into(),
            port: authority.port_or(default_port(is_secure))?,
            target: check_target(target)?,
            subprotocols: Vec::new(),
            extensions: Vec::new(),
            fields: Fields::new(),
        })
    }

    /// Offers a subprotocol, after those that are preferred to it.
    ///
    /// # Errors
    ///
    /// The name is not a token, or offered already (RFC 6455 §4.1).
    pub fn subprotocol(mut self, name: &str) -> Result<Self, RequestError> {
        if !is_token(name.as_bytes()) || self.subprotocols().any(|other| other == name) {
            return Err(RequestError::Subprotocol(name.into()));
        }
        self.subprotocols.push(name.into());
        Ok(self)
    }

    /// Adds a header field.
    ///
    /// # Errors
    ///
    /// The name is not a token, the value has a control character or white space at its ends, or the field is one of
    /// the handshake's own.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, RequestError> {
        self.fields.push(name, value)?;
        Ok(self)
    }

    /// Sets `Origin`, as browsers do.
    ///
    /// # Errors
    ///
    /// As [`header`](Self::header); and `Origin` can be set only once.
    pub fn origin(mut self, origin: &str) -> Result<Self, RequestError> {
        if self.fields.contains("Origin") {
            return Err(RequestError::ReservedField("Origin".into()));
        }
        self.fields.push_any("Origin", origin)?;
        Ok(self)
    }

    /// Offers an extension, after those that are preferred to it.
    ///
    /// # Errors
    ///
    /// The extension is one that compresses messages: [`RequestError::ReservedExtension`]. Those that a connection is capable
    /// of are offered by its handshake itself.
    pub fn extension(mut self, offer: Extension<'_>) -> Result<Self, RequestError> {
        self.extensions.push(offer.into_unreserved()?);
        Ok(self)
    }

    /// Returns the host to connect to: a name or an address, IPv6 without its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Returns the port to connect to: 80 or 443 unless the URL names another.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Returns whether TLS comes first (`wss`).
    #[must_use]
    pub const fn is_secure(&self) -> bool {
        self.is_secure
    }

    /// Returns the request target: the path and the query.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Returns the subprotocols that are offered, in order of preference.
    pub fn subprotocols(&self) -> impl Iterator<Item = &str> + Clone {
        self.subprotocols.iter().map(String::as_str)
    }

    /// Returns the extensions that are offered, in order of preference. The handshake offers the compression of a [`Config`] before
    /// them.
    pub fn extensions(&self) -> impl Iterator<Item = &Extension<'static>> + Clone {
        self.extensions.iter()
    }

    /// Writes the request, with the extensions that `config` asks for before those of the application.
    pub(super) fn write(&self, config: &Config, key: &[u8], to: &mut Vec<u8>) {
        for part in ["GET ", &self.target, " HTTP/1.1\r\nHost: "] {
            to.extend_from_slice(part.as_bytes());
        }
        let omitted = Some(default_port(self.is_secure));
        authority::write(to, &self.host, self.port, omitted);
        to.extend_from_slice(b"\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
        write_field(to, "Sec-WebSocket-Key", key);
        write_field(to, "Sec-WebSocket-Version", b"13");
        if !self.subprotocols.is_empty() {
            let names = self.subprotocols.join(", ");
            write_field(to, "Sec-WebSocket-Protocol", names.as_bytes());
        }
        write_extensions(
            to,
            permessage_deflate::offer(config)
                .iter()
                .chain(&self.extensions),
        );
        self.fields.write(to);
        to.extend_from_slice(b"\r\n");
    }
}

impl FromStr for ClientRequest {
    type Err = RequestError;

    fn from_str(url: &str) -> Result<Self, RequestError> {
        Self::new(url)
    }
}

impl TryFrom<&str> for ClientRequest {
    type Error = RequestError;

    fn try_from(url: &str) -> Result<Self, RequestError> {
        Self::new(url)
    }
}

impl TryFrom<&String> for ClientRequest {
    type Error = RequestError;

    fn try_from(url: &String) -> Result<Self, RequestError> {
        Self::new(url)
    }
}

impl TryFrom<String> for ClientRequest {
    type Error = RequestError;

    fn try_from(url: String) -> Result<Self, RequestError> {
        Self::new(&url)
    }
}

impl From<&Self> for ClientRequest {
    fn from(request: &Self) -> Self {
        request.clone()
    }
}

impl fmt::Debug for ClientRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientRequest")
            .field("is_secure", &self.is_secure)
            .field("host", &self.host)
            .field("port", &self.port)
            .field("target", &self.target)
            .field("subprotocols", &self.subprotocols)
            .field("extensions", &self.extensions)
            .field("headers", &self.fields)
            .finish()
    }
}

pub(super) fn write_extensions<'a>(
    to: &mut Vec<u8>,
    extensions: impl Iterator<Item = &'a Extension<'static>>,
) {
    let mut is_first = true;
    for extension in extensions {
        to.extend_from_slice(if mem::take(&mut is_first) {
            b"Sec-WebSocket-Extensions: "
        } else {
            b", "
        });
        to.extend_from_slice(extension.to_string().as_bytes());
    }
    if !is_first {
        to.extend_from_slice(b"\r\n");
    }
}

/// The path and query as they are sent.
fn check_target(target: &str) -> Result<String, RequestError> {
    let mut checked = String::with_capacity(target.len().saturating_add(1));
    if !target.starts_with('/') {
        checked.push('/');
    }
    checked.push_str(target);
    if checked.contains('#') {
        return Err(RequestError::Fragment);
    }
    let is_valid = target.is_empty() || target.starts_with(['/', '?']);
    if is_valid && is_uri(target) {
        Ok(checked)
    } else {
        Err(RequestError::Target)
    }
}

const fn default_port(is_secure: bool) -> u16 {
    if is_secure { 443 } else { 80 }
}
