use core::future::poll_fn;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::io;

use onem2m_ws_core::Role;

use super::error::Beginning;
use super::session::{Progress, Session};
use super::{PeerIdentity, TlsTransport};
use crate::transport::{Timer, Transport};

/// Runs a session's handshake to its end, in time.
pub(super) async fn run<T: Transport, C: Timer>(
    transport: T,
    session: Box<dyn Session>,
    timer: &mut C,
    timeout: Duration,
    peer: Role,
) -> io::Result<TlsTransport<T>> {
    let deadline = timer.now().saturating_add(timeout);
    let mut shaking = Handshake {
        tls: TlsTransport::new(transport, session, PeerIdentity::default()),
        beginning: Beginning::default(),
        #[cfg(feature = "openssl")]
        looking_up: None,
    };
    let shaken = poll_fn(|cx| {
        if let Poll::Ready(result) = shaking.poll(cx) {
            return Poll::Ready(result);
        }
        let is_over = timer.now() >= deadline || timer.poll_until(cx, deadline).is_ready();
        if is_over {
            let message = "the TLS handshake took too long";
            return Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, message)));
        }
        Poll::Pending
    })
    .await;
    let Handshake {
        mut tls, beginning, ..
    } = shaking;
    shaken.map_err(|error| beginning.explain(error, peer))?;
    tls.note_peer()?;
    Ok(tls)
}

struct Handshake<T> {
    tls: TlsTransport<T>,
    beginning: Beginning,
    #[cfg(feature = "openssl")]
    looking_up: Option<super::KeyFuture<'static>>,
}

impl<T: Transport> Handshake<T> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        for _ in 0..BUDGET {
            #[cfg(feature = "openssl")]
            if let Some(looking_up) = &mut self.looking_up {
                let key = ready!(looking_up.as_mut().poll(cx));
                self.looking_up = None;
                self.tls.session().provide_key(key);
            }
            let progress = self.tls.session().handshake();
            let transmitted = self.tls.poll_transmit(cx);
            match progress? {
                #[cfg(feature = "openssl")]
                Progress::NeedsKey(looking_up) => self.looking_up = Some(looking_up),
                Progress::Done => {
                    ready!(transmitted)?;
                    return Poll::Ready(Ok(()));
                }
                // Reading does not wait for writing: both sides may have more to say than fits between them.
                Progress::NeedsInput => match (self.poll_receive(cx), transmitted) {
                    (Poll::Ready(Ok(0)), _) => {
                        return Poll::Ready(Err(io::ErrorKind::UnexpectedEof.into()));
                    }
                    (Poll::Ready(received), _) => {
                        received?;
                    }
                    (Poll::Pending, Poll::Ready(Err(error))) => return Poll::Ready(Err(error)),
                    (Poll::Pending, _) => return Poll::Pending,
                },
            }
        }
        // The peer has always something to say: others may run before, and the clock is looked at.
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let Self { tls, beginning, .. } = self;
        tls.poll_receive_noted(cx, |received| beginning.note(received))
    }
}

/// Steps without waiting after which other tasks get their turn.
const BUDGET: u32 = 64;
