use core::fmt::Debug;
use std::io::{self, IoSlice, Read, Write};

#[cfg(feature = "openssl")]
use super::pre_shared::{KeyFuture, PreSharedKey};
use super::{PeerIdentity, ServerIdentity};

/// One side of a TLS connection, without input and output.
pub(crate) trait Session: Debug + Send + Sync {
    /// Takes in what the peer sent: how much, 0 at the end of the stream. `WouldBlock` comes from the source only.
    fn receive(&mut self, source: &mut dyn Read) -> io::Result<usize>;

    /// Gives out what the peer has to get: how much.
    fn transmit(&mut self, sink: &mut dyn Write) -> io::Result<usize>;

    /// Returns whether there is something to give out.
    fn wants_transmit(&self) -> bool;

    /// Continues the handshake with what was received.
    fn handshake(&mut self) -> io::Result<Progress>;

    /// The answer to [`Progress::NeedsKey`].
    #[cfg(feature = "openssl")]
    fn provide_key(&mut self, _: Option<PreSharedKey>) {}

    /// Reads what the peer said: how much, 0 after its clean end, `None` when more has to be received before. The end of
    /// the stream before that is [`UnexpectedEof`](io::ErrorKind::UnexpectedEof).
    fn read(&mut self, space: &mut [u8]) -> io::Result<Option<usize>>;

    /// Takes what the peer is to be told: how much, 0 when something has to be given out before.
    fn write(&mut self, chunks: &[IoSlice<'_>]) -> io::Result<usize>;

    /// Ends our direction.
    fn close(&mut self);

    /// The identity that the peer has proven, after the handshake.
    fn peer_identity(&self) -> io::Result<PeerIdentity>;
}

/// The progress of a handshake.
pub(crate) enum Progress {
    NeedsInput,
    #[cfg(feature = "openssl")]
    NeedsKey(KeyFuture<'static>),
    Done,
}

/// The maker of the sessions of a client.
pub(crate) trait Clients: Send + Sync {
    fn start(&self, host: &str, server: &ServerIdentity) -> io::Result<Box<dyn Session>>;
}

/// The maker of the sessions of a server.
pub(crate) trait Servers: Send + Sync {
    fn start(&self) -> io::Result<Box<dyn Session>>;
}
