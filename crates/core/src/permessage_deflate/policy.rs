use onem2m_ws_deflate::{Parameters, WindowBits};

/// The compression of messages that an endpoint wants (RFC 7692 §7.1): a client offers it, a server accepts an offer that fits it.
///
/// ```
/// use onem2m_ws_core::deflate::WindowBits;
/// use onem2m_ws_core::{Config, PermessageDeflate};
///
/// const POLICY: PermessageDeflate =
///     PermessageDeflate { server_max_window_bits: WindowBits::MAX, ..PermessageDeflate::DEFAULT };
/// const CONFIG: Config = Config { permessage_deflate: Some(POLICY), ..Config::DEFAULT };
/// ```
///
/// The names are those of the extension parameters, so `server_…` is about what the server sends and `client_…` about what the
/// client sends, whichever of them this endpoint is.
///
/// # Memory
///
/// Nothing is kept for a direction before its first compressed message, and nothing between messages without context takeover.
/// With it a connection keeps the window of each direction, at most 2ⁿ bytes for n window bits, and for sending a table of the
/// same order.
///
/// # Security
///
/// The length of a compressed message tells how much of its content was there before, in the same message or, with context
/// takeover, in an earlier one. Where an attacker can have text of its own sent beside a secret and sees the lengths, the
/// secret can be guessed piece by piece, even under TLS (RFC 7692 §8). So nothing is compressed unless this is set, and
/// messages that hold credentials leave with [`Connection::send_uncompressed`](crate::Connection::send_uncompressed).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PermessageDeflate {
    /// True if the server has to forget each message before it compresses the next (RFC 7692 §7.1.1.1; default `false`).
    pub server_no_context_takeover: bool,
    /// True if the client has to forget each message before it compresses the next (RFC 7692 §7.1.1.2; default `false`).
    pub client_no_context_takeover: bool,
    /// Largest window of the server's compression (RFC 7692 §7.1.2.1; default 12 bits). A client offers no less than 9, for
    /// there are servers that cannot do 8.
    pub server_max_window_bits: WindowBits,
    /// Largest window of the client's compression (RFC 7692 §7.1.2.2; default 12 bits). A server can impose it only on a client
    /// that offers the parameter; one that does not may use 15 bits, and then the server keeps as much.
    pub client_max_window_bits: WindowBits,
    /// Shortest message that is compressed, in bytes; the first piece counts where a message is sent in pieces. Default
    /// `None`: 32 with context takeover, 256 without, since below that there is little to gain.
    pub min_len: Option<u32>,
}

impl PermessageDeflate {
    /// The defaults, usable in constants: context takeover and windows of 12 bits in both directions.
    pub const DEFAULT: Self = Self {
        server_no_context_takeover: false,
        client_no_context_takeover: false,
        server_max_window_bits: WindowBits::DEFAULT,
        client_max_window_bits: WindowBits::DEFAULT,
        min_len: None,
    };
}

impl Default for PermessageDeflate {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The agreement of both endpoints about compression, as seen from one of them (RFC 7692 §7.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AgreedDeflate {
    /// The parameters by which this endpoint compresses what it sends.
    pub outgoing: Parameters,
    /// The parameters by which the peer compresses what this endpoint receives.
    pub incoming: Parameters,
}

/// The number of bytes that compressed messages had in each direction.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct DeflateCounters {
    /// The bytes of messages that were sent compressed.
    pub outgoing: ByteCounter,
    /// The bytes of messages that were received compressed.
    pub incoming: ByteCounter,
}

/// A number of bytes of payload, before and after compression. Frame headers do not count.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ByteCounter {
    /// The bytes of the messages.
    pub uncompressed: u64,
    /// The bytes on the wire.
    pub compressed: u64,
}
