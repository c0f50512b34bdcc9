use core::fmt;
use core::future::Future;
use core::pin::Pin;

use super::CredentialsError;

/// A key that two entities share, and its identity: Kpsa and KpsaID, or Kc and its key identifier (TS-0003 8.2.2.1,
/// 8.2.2.3).
#[derive(Clone, Eq, PartialEq)]
pub struct PreSharedKey {
    identity: String,
    key: Vec<u8>,
}

impl PreSharedKey {
    /// Takes a key of 16 to 256 bytes, and its identity, such as `relative@issuer.example`, of 1 to 128 visible ASCII
    /// characters.
    ///
    /// # Errors
    ///
    /// The key or the identity has another length, or the identity another character.
    pub fn new(
        identity: impl Into<String>,
        key: impl Into<Vec<u8>>,
    ) -> Result<Self, CredentialsError> {
        let (identity, key) = (identity.into(), key.into());
        if !is_identity(identity.as_bytes()) {
            let reason = "the identity of a key is 1 to 128 visible ASCII characters";
            return Err(CredentialsError::Profile(reason.to_owned()));
        }
        if !(16..=256).contains(&key.len()) {
            return Err(CredentialsError::Key);
        }
        Ok(Self { identity, key })
    }

    /// Returns the identity.
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }

    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }
}

impl fmt::Debug for PreSharedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreSharedKey")
            .field("identity", &self.identity)
            .finish_non_exhaustive()
    }
}

/// The answer of a [`KeyLookup`], once there is one.
pub type KeyFuture<'a> = Pin<Box<dyn Future<Output = Option<PreSharedKey>> + Send + 'a>>;

/// The place where a server finds the keys of its clients: a table, or the MAF whose domain name is behind the `@` of a key
/// identifier (TS-0003 8.2.2.3).
///
/// The look-up is asked once in a handshake, which waits for the answer without blocking the thread, within
/// [`ServerTls::handshake_timeout`](super::ServerTls::handshake_timeout).
///
/// ```
/// use onem2m_ws_driver::tls::{KeyFuture, KeyLookup, PreSharedKey};
///
/// struct One(PreSharedKey);
///
/// impl KeyLookup for One {
///     fn key(&self, identity: &str) -> KeyFuture<'static> {
///         let key = (identity == self.0.identity()).then(|| self.0.clone());
///         Box::pin(async move { key })
///     }
/// }
/// ```
pub trait KeyLookup: Send + Sync {
    /// Returns the key of an identity; `None` if the identity is unknown, or its time is over: the handshake fails. The
    /// client has not proven yet that it has the key.
    fn key(&self, identity: &str) -> KeyFuture<'static>;
}

/// Reads along in a handshake of TLS 1.2, which is in the clear up to the change of the cipher, for the one message that
/// OpenSSL does not tell of in time, or at all.
#[derive(Debug)]
pub(crate) struct MessageReader {
    wanted: u8,
    /// Of a record that is not complete.
    record: Vec<u8>,
    /// Of a message that is not complete.
    message: Vec<u8>,
    is_over: bool,
}

impl MessageReader {
    /// For the message of a client with the identity of its key: OpenSSL wants the key the moment that it sees the
    /// identity, and cannot wait for it.
    pub(crate) const fn key_exchange() -> Self {
        Self::new(CLIENT_KEY_EXCHANGE)
    }

    /// For the message with which a server asks for a certificate.
    pub(crate) const fn certificate_request() -> Self {
        Self::new(CERTIFICATE_REQUEST)
    }

    const fn new(wanted: u8) -> Self {
        Self {
            wanted,
            record: Vec::new(),
            message: Vec::new(),
            is_over: false,
        }
    }

    /// Reads what the peer sent: the message, without its header, once it is complete.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        if self.is_over {
            return None;
        }
        self.record.extend_from_slice(bytes);
        while let Some((kind, length)) = record_header(&self.record) {
            let end = length.saturating_add(RECORD_HEADER);
            let Some(body) = self.record.get(RECORD_HEADER..end) else {
                break;
            };
            if kind == HANDSHAKE {
                self.message.extend_from_slice(body);
            }
            self.record.drain(..end);
            let found = self.take_message();
            // What comes after a change of the cipher is encrypted.
            let is_clear = kind != CHANGE_CIPHER_SPEC && self.message.len() <= MAX_MESSAGE;
            if found.is_some() || !is_clear {
                *self = Self::new(self.wanted);
                self.is_over = true;
                return found;
            }
        }
        None
    }

    /// Drops complete messages up to the one that is wanted.
    fn take_message(&mut self) -> Option<Vec<u8>> {
        while let Some((kind, length)) = message_header(&self.message) {
            let end = length.saturating_add(MESSAGE_HEADER);
            let body = self.message.get(MESSAGE_HEADER..end)?;
            if kind == self.wanted {
                return Some(body.to_vec());
            }
            self.message.drain(..end);
        }
        None
    }
}

/// Kind and length.
fn record_header(bytes: &[u8]) -> Option<(u8, usize)> {
    let [kind, _, _, high, low] = *bytes.first_chunk()?;
    Some((kind, usize::from(u16::from_be_bytes([high, low]))))
}

/// Kind and length.
fn message_header(bytes: &[u8]) -> Option<(u8, usize)> {
    let [kind, high, middle, low] = *bytes.first_chunk()?;
    let length = u32::from_be_bytes([0, high, middle, low]);
    Some((kind, usize::try_from(length).ok()?))
}

/// The identity, which is all of a client's key exchange in `PSK` (RFC 4279 §2); other exchanges have none.
pub(crate) fn identity(body: &[u8]) -> Option<String> {
    let (length, identity) = body.split_first_chunk()?;
    let is_whole = usize::from(u16::from_be_bytes(*length)) == identity.len();
    if !is_whole || !is_identity(identity) {
        return None;
    }
    str::from_utf8(identity).ok().map(str::to_owned)
}

fn is_identity(identity: &[u8]) -> bool {
    (1..=128).contains(&identity.len()) && identity.iter().all(u8::is_ascii_graphic)
}

const RECORD_HEADER: usize = 5;
const MESSAGE_HEADER: usize = 4;
const CHANGE_CIPHER_SPEC: u8 = 20;
const HANDSHAKE: u8 = 22;
const CERTIFICATE_REQUEST: u8 = 13;
const CLIENT_KEY_EXCHANGE: u8 = 16;
/// More than a chain of certificates has.
const MAX_MESSAGE: usize = 128 << 10;

#[cfg(test)]
mod tests {
    use super::{MessageReader, PreSharedKey, identity};

    /// A message that is passed over, the one with the identity in two records, and what comes behind it.
    const FLIGHT: &[u8] = b"\x16\x03\x03\0\x06\x01\0\0\x02hi\x16\x03\x03\0\x05\x10\0\0\x07\0\
        \x16\x03\x03\0\x06\x05a@b.c\x14\x03\x03\0\x01\x01\x16\x03\x03\0\x02xx";

    #[test]
    fn the_identity_in_any_pieces() {
        for size in 1..=FLIGHT.len() {
            let mut reader = MessageReader::key_exchange();
            let found: Vec<_> = FLIGHT
                .chunks(size)
                .filter_map(|piece| identity(&reader.read(piece)?))
                .collect();
            assert_eq!(found, ["a@b.c"], "pieces of {size}");
        }
    }

    #[test]
    fn what_is_encrypted_is_not_read() {
        let encrypted = [b"\x14\x03\x03\0\x01\x01", FLIGHT].concat();
        assert_eq!(MessageReader::key_exchange().read(&encrypted), None);
        let endless = [
            b"\x16\x03\x03\xff\xff\x10\x7f\xff\xff",
            &*vec![7; 0xffff - 4],
        ]
        .concat();
        let mut reader = MessageReader::key_exchange();
        for _ in 0..10 {
            assert_eq!(reader.read(&endless), None);
        }
        assert!(reader.is_over && reader.message.is_empty() && reader.record.is_empty());
    }

    /// The exchange of elliptic curves has a point there.
    #[test]
    fn other_exchanges_have_no_identity() {
        let point = [&b"\x41\x04"[..], &[7; 64]].concat();
        assert_eq!(identity(&point), None);
        assert_eq!(identity(b"\0\0"), None);
        assert_eq!(identity(b"\0\x02a b"), None);
        assert_eq!(identity(b"\0\x03a b"), None);
        assert_eq!(identity(b""), None);
    }

    #[test]
    fn keys_and_identities_that_do_not_fit() {
        assert!(PreSharedKey::new("a@b.c", [7; 16]).is_ok());
        assert!(PreSharedKey::new("a@b.c", [7; 15]).is_err());
        assert!(PreSharedKey::new("a@b.c", [7; 257]).is_err());
        assert!(PreSharedKey::new("", [7; 16]).is_err());
        assert!(PreSharedKey::new("a b", [7; 16]).is_err());
        assert!(PreSharedKey::new("a\0b", [7; 16]).is_err());
        assert!(PreSharedKey::new("a".repeat(129), [7; 16]).is_err());
        let key = PreSharedKey::new("a@b.c", *b"sixteen letters!");
        assert!(!format!("{key:?}").contains("115"), "it is not shown");
    }
}
