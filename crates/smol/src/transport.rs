use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io::{self, IoSlice};
use std::sync::OnceLock;
use std::time::Instant;

use async_io::Timer as Alarm;
use async_net::TcpStream;
use futures_io::{AsyncRead, AsyncWrite};
use onem2m_ws_driver::core::Timestamp;
use onem2m_ws_driver::{Network, Timer, Transport};

/// Any stream with the traits of `futures-io` as a [`Transport`]: TCP, TLS, a Unix socket, a pipe in memory.
#[derive(Debug)]
pub struct SmolTransport<S>(
    /// The stream.
    pub S,
);

impl<S: AsyncRead + AsyncWrite + Unpin> Transport for SmolTransport<S> {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_read(cx, space)
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match chunks {
            [chunk] => Pin::new(&mut self.0).poll_write(cx, chunk),
            chunks => Pin::new(&mut self.0).poll_write_vectored(cx, chunks),
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_close(cx)
    }
}

/// The resolver and the TCP of `async-net`.
#[derive(Clone, Copy, Debug, Default)]
pub struct SmolNetwork;

impl Network for SmolNetwork {
    type Transport = SmolTransport<TcpStream>;

    fn resolve(
        &self,
        host: &str,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static {
        let host = host.to_owned();
        async move { async_net::resolve((host, port)).await }
    }

    fn connect(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Self::Transport>> + Send + 'static {
        connect_tcp(address)
    }
}

async fn connect_tcp(address: SocketAddr) -> io::Result<SmolTransport<TcpStream>> {
    let stream = TcpStream::connect(address).await?;
    // Whatever is written is complete: nothing is gained by waiting for more.
    stream.set_nodelay(true)?;
    Ok(SmolTransport(stream))
}

/// The system's clock, and the timers of `async-io`.
#[derive(Debug, Default)]
pub struct SmolTimer {
    /// The alarm and what it is set to, until it goes off; made when first needed.
    alarm: Option<(Alarm, Timestamp)>,
}

impl Timer for SmolTimer {
    fn now(&self) -> Timestamp {
        Timestamp::new(epoch().elapsed())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        // What is too far to be told is never.
        let at = || {
            let instant = epoch().checked_add(deadline.since_epoch());
            instant.map_or_else(Alarm::never, Alarm::at)
        };
        let (alarm, set_to) = self.alarm.get_or_insert_with(|| (at(), deadline));
        if *set_to != deadline {
            *alarm = at();
            *set_to = deadline;
        }
        ready!(Pin::new(alarm).poll(cx));
        // It goes off only once.
        self.alarm = None;
        Poll::Ready(())
    }
}

/// The program's epoch: when it was first asked for.
fn epoch() -> Instant {
    static EPOCH: OnceLock<Instant> = OnceLock::new();
    *EPOCH.get_or_init(Instant::now)
}
