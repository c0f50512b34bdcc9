//! Two of our own, connected in memory.

use core::future::poll_fn;
use std::io::{self, IoSlice};

use onem2m_ws_tokio::driver::Transport;
use onem2m_ws_tokio::driver::tls::{
    self, ClientTls, Identity, PeerIdentity, ServerTls, TlsTransport, TrustAnchors,
};
use onem2m_ws_tokio::{TokioTimer, TokioTransport};
use tokio::io::{AsyncRead, AsyncWrite, duplex};

type Make<R> = fn(&TrustAnchors, &Identity) -> Result<R, tls::CredentialsError>;

/// Both implementations of a client.
pub(crate) const CLIENTS: [(&str, Make<ClientTls>); 2] = [
    ("rustls", ClientTls::rustls),
    ("openssl", ClientTls::openssl),
];

/// Both implementations of a server.
pub(crate) const SERVERS: [(&str, Make<ServerTls>); 2] = [
    ("rustls", ServerTls::rustls),
    ("openssl", ServerTls::openssl),
];

/// Whom each side found at the other end, or why not.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) server: io::Result<PeerIdentity>,
    pub(crate) client: io::Result<PeerIdentity>,
}

impl Found {
    /// Both found someone.
    pub(crate) fn is_secure(&self) -> bool {
        self.server.is_ok() && self.client.is_ok()
    }

    /// Neither did.
    pub(crate) fn is_refused(&self) -> bool {
        self.server.is_err() && self.client.is_err()
    }
}

/// Connects both, and has the server echo a few bytes: only then each knows that the other one is content.
pub(crate) async fn meet(client: &ClientTls, server: &ServerTls, host: &str) -> Found {
    let (near, far) = duplex(1 << 16);
    let serving = async {
        let mut tls = accept(far, server).await?;
        let mut space = [0; 16];
        let count = read(&mut tls, &mut space).await?;
        write(&mut tls, &space[..count]).await?;
        Ok(tls.peer_identity().clone())
    };
    let connecting = async {
        let mut tls = connect(near, client, host).await?;
        write(&mut tls, b"hello").await?;
        let mut space = [0; 16];
        let count = read(&mut tls, &mut space).await?;
        assert_eq!(space[..count], *b"hello");
        Ok(tls.peer_identity().clone())
    };
    let (server, client) = tokio::join!(connecting, serving);
    Found { server, client }
}

pub(crate) async fn connect<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    tls: &ClientTls,
    host: &str,
) -> io::Result<TlsTransport<TokioTransport<S>>> {
    tls::connect(
        TokioTransport(stream),
        &mut TokioTimer::default(),
        host,
        tls,
    )
    .await
}

pub(crate) async fn accept<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    tls: &ServerTls,
) -> io::Result<TlsTransport<TokioTransport<S>>> {
    tls::accept(TokioTransport(stream), &mut TokioTimer::default(), tls).await
}

pub(crate) async fn read(transport: &mut impl Transport, space: &mut [u8]) -> io::Result<usize> {
    poll_fn(|cx| transport.poll_read(cx, space)).await
}

/// Reads until the transport ends, properly or not.
pub(crate) async fn read_to_end(transport: &mut impl Transport) -> (Vec<u8>, io::Result<()>) {
    let (mut all, mut space) = (Vec::new(), vec![0; 20_000]);
    loop {
        match read(transport, &mut space).await {
            Ok(0) => return (all, Ok(())),
            Ok(count) => all.extend_from_slice(&space[..count]),
            Err(error) => return (all, Err(error)),
        }
    }
}

/// Writes all, and passes it on.
pub(crate) async fn write(transport: &mut impl Transport, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let chunks = [IoSlice::new(bytes)];
        let count = poll_fn(|cx| transport.poll_write(cx, &chunks)).await?;
        bytes = &bytes[count..];
    }
    poll_fn(|cx| transport.poll_flush(cx)).await
}

pub(crate) async fn shutdown(transport: &mut impl Transport) -> io::Result<()> {
    poll_fn(|cx| transport.poll_shutdown(cx)).await
}
