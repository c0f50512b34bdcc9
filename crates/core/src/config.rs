use core::time::Duration;

#[cfg(feature = "deflate")]
use crate::permessage_deflate::PermessageDeflate;

/// Every limit and every duration of a handshake and its connection.
///
/// Start from [`Config::default()`] and change what differs:
///
/// ```
/// use onem2m_ws_core::Config;
///
/// let config = Config { max_message_len: 16 << 20, ..Config::default() };
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Config {
    /// Longest message that is assembled and handed over whole, in bytes (default 1 MiB). One byte more fails the
    /// connection with 1009 as soon as a frame header announces it. Of a compressed message the decompressed length
    /// counts, here and below.
    pub max_message_len: u64,
    /// Messages that grow longer than this many bytes are handed over in pieces instead of being assembled
    /// ([`Event::Piece`](crate::Event::Piece)); `Some(0)`: all of them. Default `None`: none.
    pub stream_above: Option<u64>,
    /// Longest message that is handed over in pieces, in bytes (default 1 GiB).
    pub max_streamed_message_len: u64,
    /// Fragments allowed in one message beyond one for each [`fragment_len`](Self::fragment_len) bytes of payload
    /// (default 1024). A message in small but honest fragments never meets it; fragments without content do.
    pub max_fragments: u32,
    /// Payload bytes that earn a message one more fragment (default 64).
    pub fragment_len: u32,
    /// Control frames the peer may send within one [`control_window`](Self::control_window) without completing a data frame
    /// (default 1000); one more fails the connection with 1008.
    pub max_control_frames: u32,
    /// Time after which the count of [`max_control_frames`](Self::max_control_frames) begins anew (default 10 s). Zero: at
    /// every control frame, so that none is too many.
    pub control_window: Duration,
    /// Control frames that may wait in the outbox (default 16). While there are as many, only the latest of the peer's
    /// pings is remembered and answered.
    pub max_waiting_controls: usize,
    /// Bytes that may wait in the outbox before [`Connection::send`](crate::Connection::send) refuses (default 1 MiB).
    /// A single message longer than this is taken when nothing else waits.
    pub max_outbox_len: usize,
    /// Messages longer than this many bytes leave in fragments of this length, so that a pong can pass between
    /// them. Default `None`: one frame for each message.
    pub send_fragment_len: Option<usize>,
    /// Silence after which the connection pings the peer (default 30 s); `None`: never.
    pub ping_interval: Option<Duration>,
    /// The time after that ping within which some byte must have been received (default 10 s).
    pub pong_timeout: Duration,
    /// The time from the first byte of a frame, or of a message that is assembled, to its last (default 60 s); `None`: no limit.
    pub message_timeout: Option<Duration>,
    /// The time that the outbox may stand still while something waits in it (default 30 s); `None`: no limit.
    pub write_timeout: Option<Duration>,
    /// The time from the first Close frame, sent or received, to the end of the transport (default 5 s).
    pub close_timeout: Duration,
    /// The time for the whole opening handshake, and as much for the whole exchange with a proxy (default 10 s).
    pub handshake_timeout: Duration,
    /// Longest head of a request or response, in bytes, its empty line included (default 16 KiB).
    pub max_head_len: usize,
    /// Header fields in one head (default 64, at most 128).
    pub max_header_fields: usize,
    /// Interim (1xx) responses before the final one (default 4).
    pub max_interim_responses: u32,
    /// Bytes kept of the body of a response that is not 101 (default 4 KiB); the rest is not read.
    pub max_error_body_len: usize,
    /// Compression of messages, for handshakes to agree on (RFC 7692). Default `None`: compression is neither offered nor
    /// accepted, for it can give away secrets: see [`PermessageDeflate`].
    #[cfg(feature = "deflate")]
    pub permessage_deflate: Option<PermessageDeflate>,
}

impl Config {
    /// Longest message of the peer, assembled or in pieces.
    pub(crate) const fn max_received_len(&self) -> u64 {
        if self.stream_above.is_some() {
            self.max_streamed_message_len
        } else {
            self.max_message_len
        }
    }

    /// The defaults, usable in constants.
    pub const DEFAULT: Self = Self {
        max_message_len: 1 << 20,
        stream_above: None,
        max_streamed_message_len: 1 << 30,
        max_fragments: 1024,
        fragment_len: 64,
        max_control_frames: 1000,
        control_window: Duration::from_secs(10),
        max_waiting_controls: 16,
        max_outbox_len: 1 << 20,
        send_fragment_len: None,
        ping_interval: Some(Duration::from_secs(30)),
        pong_timeout: Duration::from_secs(10),
        message_timeout: Some(Duration::from_secs(60)),
        write_timeout: Some(Duration::from_secs(30)),
        close_timeout: Duration::from_secs(5),
        handshake_timeout: Duration::from_secs(10),
        max_head_len: 16 << 10,
        max_header_fields: 64,
        max_interim_responses: 4,
        max_error_body_len: 4 << 10,
        #[cfg(feature = "deflate")]
        permessage_deflate: None,
    };
}

impl Default for Config {
    fn default() -> Self {
        Self::DEFAULT
    }
}
