use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use onem2m_ws_core::{ClientRequest, RequestError};

/// The URL at which a registrar takes WebSocket connections: `ws://host:port` or `wss://host:port`, perhaps with a path (TS-0020 6.2.1).
/// The default port is 80 or 443, the default path `/` (TS-0020 6.2.2.1).
///
/// ```
/// use onem2m_ws::{PointOfAccess, PointOfAccessError};
///
/// let point: PointOfAccess = "ws://mn.example:9000".parse()?;
/// assert_eq!(point.request().host(), "mn.example");
/// // What some registrees say of themselves: use the connection that is there.
/// assert_eq!("ws://default".parse::<PointOfAccess>(), Err(PointOfAccessError::Default));
/// # Ok::<(), PointOfAccessError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PointOfAccess {
    url: String,
    request: ClientRequest,
}

impl PointOfAccess {
    /// The URL as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Returns a request for the point of access that offers no subprotocol yet.
    #[must_use]
    pub const fn request(&self) -> &ClientRequest {
        &self.request
    }

    /// Returns whether the point of access demands TLS (`wss`).
    #[must_use]
    pub const fn is_secure(&self) -> bool {
        self.request.is_secure()
    }
}

impl FromStr for PointOfAccess {
    type Err = PointOfAccessError;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let request = ClientRequest::new(url).map_err(PointOfAccessError::Url)?;
        if request.host() == "default" {
            return Err(PointOfAccessError::Default);
        }
        Ok(Self {
            url: url.into(),
            request,
        })
    }
}

impl fmt::Display for PointOfAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

/// The reason why text is no point of access that can be connected to.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PointOfAccessError {
    /// The text is no URL of a WebSocket server.
    Url(RequestError),
    /// `ws://default`, which names no server: only the connection that is there can be used.
    Default,
}

impl fmt::Display for PointOfAccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(error) => error.fmt(f),
            Self::Default => f.write_str("the point of access names no server"),
        }
    }
}

impl core::error::Error for PointOfAccessError {}
