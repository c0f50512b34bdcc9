//! The opening handshake (RFC 6455 §4).

mod answer;
mod authority;
mod client;
mod client_request;
mod error;
mod extension;
mod fields;
#[cfg(feature = "http")]
mod http;
mod origin;
mod refusal;
mod request;
mod response;
mod server;
mod subprotocol;
mod target;
mod upgrade;

use alloc::string::String;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

pub use answer::{Acceptance, Rejection};
pub(crate) use authority::{Authority, write as write_authority};
pub use client::{ClientHandshake, ClientProgress};
pub use client_request::ClientRequest;
pub(crate) use error::Escaped;
pub use error::{HandshakeError, HeadRule, RequestError, Violation};
pub use extension::Extension;
pub(crate) use fields::write_field;
pub use origin::OriginPolicy;
pub(crate) use refusal::Refusal;
pub use request::Request;
pub use response::Response;
pub(crate) use response::ResponseReader;
pub use server::{
    AcceptError, AcceptErrorReason, Rejected, Requested, ServerHandshake, ServerProgress,
};
pub use subprotocol::{Matching, Preference, select_subprotocol};
pub use upgrade::Upgrade;

/// Returns the `Sec-WebSocket-Accept` that answers a `Sec-WebSocket-Key` (RFC 6455 §4.2.2).
///
/// For HTTP servers that check requests themselves: answer 101 with this value, and go on with
/// [`Connection::new`](crate::Connection::new) over the bare stream. [`Upgrade`] does the checking too.
///
/// ```
/// use onem2m_ws_core::accept_key;
///
/// assert_eq!(accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
/// ```
#[must_use]
pub fn accept_key(key: &str) -> String {
    String::from_utf8_lossy(&accept_value(key.as_bytes())).into_owned()
}

fn accept_value(key: &[u8]) -> [u8; 28] {
    let hash = Sha1::new().chain_update(key).chain_update(GUID).finalize();
    let mut value = [0; 28];
    encode(&hash, &mut value);
    value
}

/// Writes `bytes` in base64, which is as long as the room for them.
fn encode(bytes: &[u8], room: &mut [u8]) {
    let len = STANDARD.encode_slice(bytes, room).ok();
    debug_assert_eq!(len, Some(room.len()), "base64 of another length");
}

/// Appended to every key before it is hashed (RFC 6455 §1.3).
const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The fields that have a part in handshakes.
#[derive(Clone, Copy)]
enum Known {
    Accept,
    Connection,
    ContentLength,
    Extensions,
    Host,
    Key,
    Origin,
    Subprotocol,
    TransferEncoding,
    Upgrade,
    Version,
    Other,
}

impl Known {
    fn of(name: &[u8]) -> Self {
        let (known, spelling): (_, &[u8]) = match name.len() {
            4 => (Self::Host, b"Host"),
            6 => (Self::Origin, b"Origin"),
            7 => (Self::Upgrade, b"Upgrade"),
            10 => (Self::Connection, b"Connection"),
            14 => (Self::ContentLength, b"Content-Length"),
            17 if name.starts_with(b"T") || name.starts_with(b"t") => {
                (Self::TransferEncoding, b"Transfer-Encoding")
            }
            17 => (Self::Key, b"Sec-WebSocket-Key"),
            20 => (Self::Accept, b"Sec-WebSocket-Accept"),
            21 => (Self::Version, b"Sec-WebSocket-Version"),
            22 => (Self::Subprotocol, b"Sec-WebSocket-Protocol"),
            24 => (Self::Extensions, b"Sec-WebSocket-Extensions"),
            _ => return Self::Other,
        };
        if name.eq_ignore_ascii_case(spelling) {
            known
        } else {
            Self::Other
        }
    }
}
