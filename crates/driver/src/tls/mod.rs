//! Secure connections (`wss`, TS-0020 7): both sides authenticate each other before the opening handshake.
//!
//! [`connect`] and [`accept`] wrap a [`Transport`] in another one; the opening handshake after that, and a proxy's tunnel before,
//! do not know of TLS. The peers that a side trusts and its own proof of identity lie in a [`ClientTls`] or a
//! [`ServerTls`], made by one of two implementations:
//!
//! | feature | frameworks of TS-0003 | versions and suites |
//! |---|---|---|
//! | `rustls` | certificates, raw public keys (TLS 1.3) | TLS 1.3, and TLS 1.2 with AEAD suites: **not** `TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256` |
//! | `openssl` | certificates, pre-shared keys, MAF | TLS 1.2 as TS-0003 10.2 has it, with both of its mandatory suites |
//!
//! There is no way to leave verification out: trust anchors are always needed, a server always asks for a certificate
//! or a key, and a client that has a certificate refuses a server that does not ask for it. Sessions are never resumed
//! and nothing is sent early (0-RTT), so each connection has proven the identity of its peer. Revocation lists
//! are not supported.

mod certificate;
mod credentials;
mod error;
mod handshake;
mod identity;
mod listener;
#[cfg(feature = "openssl")]
mod openssl;
#[cfg(feature = "openssl")]
mod pre_shared;
#[cfg(feature = "rustls")]
mod raw_public_key;
#[cfg(feature = "rustls")]
mod rustls;
mod session;
mod transport;

use core::fmt;
use core::time::Duration;
use std::io;
use std::sync::Arc;

pub use credentials::{CredentialsError, Identity, TrustAnchors};
pub use error::{RefusedClient, TlsError};
pub use identity::{PeerIdentity, PeerName};
pub use listener::TlsListener;
#[cfg(feature = "openssl")]
pub use pre_shared::{KeyFuture, KeyLookup, PreSharedKey};
#[cfg(feature = "rustls")]
pub use raw_public_key::{PublicKey, RawKey};
pub use transport::TlsTransport;

use onem2m_ws_core::{ClientRequest, Config, Response, Role};

use crate::dial::{Network, Options, dial};
use crate::error::Error;
use crate::handshake::Accepting;
use crate::seed::seed;
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;
use session::{Clients, Servers};

/// The identity that a client expects at the other end (TS-0003 8.2.2.2: the identifier that the client is configured with).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum ServerIdentity {
    /// The host that the client connects to: a domain name or an IP address of the certificate.
    #[default]
    Host,
    /// A CSE, whatever host it runs on, by the public domain name of its CSE-ID, such as
    /// `MN-CSEID.IN-CSEID.m2m.operator.org`.
    CseId(String),
}

/// The TLS settings of a client. Cheap to clone.
#[derive(Clone)]
pub struct ClientTls {
    sessions: Arc<dyn Clients>,
    server: ServerIdentity,
    handshake_timeout: Duration,
}

impl ClientTls {
    fn new(sessions: impl Clients + 'static) -> Self {
        Self {
            sessions: Arc::new(sessions),
            server: ServerIdentity::Host,
            handshake_timeout: HANDSHAKE_TIMEOUT,
        }
    }

    /// Sets the identity that the server's certificate has to name, exactly; with a pre-shared key, the server is the peer
    /// that has the key. The default is the host.
    #[must_use]
    pub fn server_identity(mut self, server: ServerIdentity) -> Self {
        self.server = server;
        self
    }

    /// Sets the time that the handshake may take (default 10 s).
    #[must_use]
    pub const fn handshake_timeout(mut self, timeout: Duration) -> Self {
        self.handshake_timeout = timeout;
        self
    }
}

impl fmt::Debug for ClientTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientTls")
            .field("server", &self.server)
            .field("handshake_timeout", &self.handshake_timeout)
            .finish_non_exhaustive()
    }
}

/// The TLS settings of a server. Cheap to clone.
#[derive(Clone)]
pub struct ServerTls {
    sessions: Arc<dyn Servers>,
    handshake_timeout: Duration,
}

impl ServerTls {
    fn new(sessions: impl Servers + 'static) -> Self {
        Self {
            sessions: Arc::new(sessions),
            handshake_timeout: HANDSHAKE_TIMEOUT,
        }
    }

    /// Sets the time that the handshake may take, the look-up of a key included (default 10 s).
    #[must_use]
    pub const fn handshake_timeout(mut self, timeout: Duration) -> Self {
        self.handshake_timeout = timeout;
        self
    }
}

impl fmt::Debug for ServerTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerTls")
            .field("handshake_timeout", &self.handshake_timeout)
            .finish_non_exhaustive()
    }
}

/// Secures a transport that leads to `host`, a domain name or an IP address, as the client. A domain name is sent as
/// the server's name (SNI).
///
/// In TLS 1.3 the client is done first: that the server refuses its certificate shows when the client reads.
///
/// # Errors
///
/// The transport failed or ended, the server is not who was expected or refused, or the handshake took too long
/// ([`TimedOut`](io::ErrorKind::TimedOut)). [`TlsError::of`] finds the reason in the error.
pub async fn connect<T: Transport, C: Timer>(
    transport: T,
    timer: &mut C,
    host: &str,
    tls: &ClientTls,
) -> io::Result<TlsTransport<T>> {
    let session = tls.sessions.start(host, &tls.server)?;
    let (timeout, peer) = (tls.handshake_timeout, Role::Server);
    handshake::run(transport, session, timer, timeout, peer).await
}

/// Secures an accepted transport as the server. [`TlsTransport::peer_identity`] names the client.
///
/// # Errors
///
/// The transport failed or ended, the client did not prove who it is or refused, or the handshake took too long
/// ([`TimedOut`](io::ErrorKind::TimedOut)). [`TlsError::of`] finds the reason in the error.
pub async fn accept<T: Transport, C: Timer>(
    transport: T,
    timer: &mut C,
    tls: &ServerTls,
) -> io::Result<TlsTransport<T>> {
    let session = tls.sessions.start()?;
    let (timeout, peer) = (tls.handshake_timeout, Role::Client);
    handshake::run(transport, session, timer, timeout, peer).await
}

/// Connects to the `wss://` server of a request, over a transport that leads there: [`connect`] and the opening handshake. The
/// `connect_tls_over` of every adapter calls this.
///
/// # Errors
///
/// As [`connect`] and [`connect`](crate::connect()); the request is for `ws://`.
pub async fn open<T: Transport, C: Timer>(
    transport: T,
    mut timer: C,
    request: &ClientRequest,
    tls: &ClientTls,
    config: Config,
) -> Result<(WebSocket<TlsTransport<T>, C>, Response), Error> {
    check_scheme(request)?;
    let transport = connect(transport, &mut timer, request.host(), tls).await?;
    crate::connect(transport, timer, request, config, seed()?).await
}

/// Connects as [`open`] does, to a server that is dialled first.
///
/// # Errors
///
/// As [`open`] and [`dial`].
pub async fn dial_and_open<N: Network, C: Timer>(
    network: &N,
    mut timer: C,
    request: &ClientRequest,
    tls: &ClientTls,
    options: &Options,
) -> Result<(WebSocket<TlsTransport<N::Transport>, C>, Response), Error> {
    check_scheme(request)?;
    let (host, port) = (request.host(), request.port());
    let transport = dial(network, &mut timer, host, port, options).await?;
    open(transport, timer, request, tls, options.config).await
}

/// Receives a client's request over an accepted transport: [`accept`] and the opening handshake. The `accept_tls` of
/// every adapter calls this.
///
/// # Errors
///
/// As [`accept`] and [`accept`](crate::accept()).
pub async fn receive<T: Transport, C: Timer>(
    transport: T,
    mut timer: C,
    tls: &ServerTls,
    config: Config,
) -> Result<Accepting<TlsTransport<T>, C>, Error> {
    let transport = accept(transport, &mut timer, tls).await?;
    crate::accept(transport, timer, config, seed()?).await
}

fn check_scheme(request: &ClientRequest) -> io::Result<()> {
    if request.is_secure() {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::InvalidInput,
        "TLS is for wss, and the request is for ws",
    ))
}

const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
