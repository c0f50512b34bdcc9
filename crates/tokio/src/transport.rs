use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};
use std::sync::OnceLock;

use onem2m_ws_driver::core::Timestamp;
use onem2m_ws_driver::{Network, Timer, Transport};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, Sleep, sleep_until};

/// Any stream of tokio's as a [`Transport`]: TCP, TLS, a Unix socket, a pipe in memory.
#[derive(Debug)]
pub struct TokioTransport<S>(
    /// The stream.
    pub S,
);

impl<S: AsyncRead + AsyncWrite + Unpin> Transport for TokioTransport<S> {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let mut space = ReadBuf::new(space);
        Pin::new(&mut self.0)
            .poll_read(cx, &mut space)
            .map_ok(|()| space.filled().len())
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
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

/// The resolver and the TCP of tokio.
#[derive(Clone, Copy, Debug, Default)]
pub struct TokioNetwork;

impl Network for TokioNetwork {
    type Transport = TokioTransport<TcpStream>;

    fn resolve(
        &self,
        host: &str,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static {
        let host = host.to_owned();
        async move { Ok(lookup_host((host, port)).await?.collect()) }
    }

    fn connect(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Self::Transport>> + Send + 'static {
        connect_tcp(address)
    }
}

async fn connect_tcp(address: SocketAddr) -> io::Result<TokioTransport<TcpStream>> {
    let stream = TcpStream::connect(address).await?;
    // Whatever is written is complete: nothing is gained by waiting for more.
    stream.set_nodelay(true)?;
    Ok(TokioTransport(stream))
}

/// The clock and the timers of tokio, so that its paused time works in tests.
#[derive(Debug, Default)]
pub struct TokioTimer {
    /// The alarm and what it is set to; made when first needed.
    alarm: Option<(Pin<Box<Sleep>>, Timestamp)>,
}

impl Timer for TokioTimer {
    fn now(&self) -> Timestamp {
        Timestamp::new(epoch().elapsed())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        let at = || {
            let far = || Instant::now() + FAR;
            epoch()
                .checked_add(deadline.since_epoch())
                .unwrap_or_else(far)
        };
        let (alarm, set_to) = self
            .alarm
            .get_or_insert_with(|| (Box::pin(sleep_until(at())), deadline));
        if *set_to != deadline {
            alarm.as_mut().reset(at());
            *set_to = deadline;
        }
        alarm.as_mut().poll(cx)
    }
}

/// The program's epoch: a day before it was first asked for, so that it lies behind the clocks of all runtimes, also of
/// those that were paused before or were asked first when they had been advanced.
fn epoch() -> Instant {
    static EPOCH: OnceLock<Instant> = OnceLock::new();
    *EPOCH.get_or_init(|| {
        let now = Instant::now();
        now.checked_sub(DAY).unwrap_or(now)
    })
}

const DAY: core::time::Duration = core::time::Duration::from_secs(24 * 3600);

/// Later than any program runs.
const FAR: core::time::Duration = core::time::Duration::from_secs(30 * 365 * 24 * 3600);
