//! What the example needs of a runtime: what nodes need, and tasks.

use core::future::{Future, poll_fn};
use core::net::SocketAddr;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::io;
use std::net::TcpListener;

use onem2m_ws_driver::{Listener, Network, Timer};
use onem2m_ws_smol::{SmolNetwork, SmolRuntime};
use onem2m_ws_tokio::{TokioNetwork, TokioRuntime};

/// tokio or smol.
pub(crate) trait Runtime: onem2m_ws_driver::Runtime + Clone + Default {
    type Network: Network + Default + Sync;
    type Listener: Listener<Preparing: Send + 'static, Transport: Send + 'static> + Send;

    /// Somewhere on loopback, and where.
    fn listen() -> io::Result<(Self::Listener, SocketAddr)>;

    fn spawn(future: impl Future<Output = ()> + Send + 'static);

    /// What a future comes to within `patience`.
    fn within<R>(
        patience: Duration,
        future: impl Future<Output = R>,
    ) -> impl Future<Output = Option<R>> {
        let mut timer = Self::default().timer();
        let deadline = timer.now().saturating_add(patience);
        async move {
            let mut future = pin!(future);
            poll_fn(|cx| match future.as_mut().poll(cx) {
                Poll::Ready(result) => Poll::Ready(Some(result)),
                Poll::Pending => timer.poll_until(cx, deadline).map(|()| None),
            })
            .await
        }
    }
}

fn bind() -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

impl Runtime for TokioRuntime {
    type Network = TokioNetwork;
    type Listener = onem2m_ws_tokio::PlainListener;

    fn listen() -> io::Result<(Self::Listener, SocketAddr)> {
        let (listener, address) = bind()?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok((onem2m_ws_tokio::PlainListener(listener), address))
    }

    fn spawn(future: impl Future<Output = ()> + Send + 'static) {
        tokio::spawn(future);
    }
}

impl Runtime for SmolRuntime {
    type Network = SmolNetwork;
    type Listener = onem2m_ws_smol::PlainListener;

    fn listen() -> io::Result<(Self::Listener, SocketAddr)> {
        let (listener, address) = bind()?;
        let listener = smol::Async::new(listener)?;
        Ok((onem2m_ws_smol::PlainListener(listener), address))
    }

    fn spawn(future: impl Future<Output = ()> + Send + 'static) {
        smol::spawn(future).detach();
    }
}
