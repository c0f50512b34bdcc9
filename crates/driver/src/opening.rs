//! The opening handshakes of the core, and a refusal, as machines under the pump.

use core::future::poll_fn;
use core::time::Duration;

use onem2m_ws_core::{
    ClientHandshake, ClientProgress, Connection, HandshakeError, Inbox, Outbox, ProxyConnect,
    ProxyError, ProxyProgress, Rejected, Requested, Response, ServerHandshake, ServerProgress,
    Timestamp, TransportAction,
};

use crate::error::Error;
use crate::pump::{Advanced, Demand, Machine, Pump, Turn};
use crate::transport::{Timer, Transport};

/// A handshake whose every step moves it.
pub(crate) trait Handshake: Sized {
    type Outcome;

    fn receive(self, now: Timestamp, inbox: &mut Inbox) -> Progress<Self>;
    fn handle_eof(self) -> Error;
    fn handle_timeout(self, now: Timestamp) -> Result<Self, Error>;
    fn poll_timeout(&self) -> Option<Timestamp>;
    fn outbox(&mut self) -> Option<&mut Outbox>;
}

/// The progress of a [`Handshake`].
///
/// ```text
///   UnderWay ── the peer's answer, its end, or the deadline ──► Ended
/// ```
pub(crate) enum Progress<H: Handshake> {
    UnderWay(H),
    Ended(Result<H::Outcome, Error>),
}

/// Does a handshake over the transport of `pump`. Bytes that are received behind it stay in `inbox`.
pub(crate) async fn open<H: Handshake, T: Transport, C: Timer>(
    pump: &mut Pump<T, C>,
    inbox: &mut Inbox,
    mut handshake: H,
) -> Result<H::Outcome, Error> {
    let mut opening = Opening {
        is_answerable: handshake.outbox().is_none(),
        progress: Some(Progress::UnderWay(handshake)),
    };
    let turn = poll_fn(|cx| pump.poll(cx, inbox, &mut opening)).await;
    if turn == Turn::Over {
        // Not all of the request could be written. The peer may have said why.
        opening.is_answerable = true;
        poll_fn(|cx| pump.poll(cx, inbox, &mut opening)).await;
    }
    let error = match opening.progress {
        Some(Progress::Ended(Ok(outcome))) => return Ok(outcome),
        Some(Progress::Ended(Err(error))) => error,
        Some(Progress::UnderWay(_)) | None => {
            debug_assert!(false, "a handshake that is over has an outcome");
            Error::Disconnected
        }
    };
    Err(match pump.take_failure() {
        // Why there was nothing more to be received.
        Some(failure) if is_end(&error) => Error::Io(failure),
        Some(_) | None => error,
    })
}

/// Returns whether a handshake failed for no other reason than that the peer said nothing more.
const fn is_end(error: &Error) -> bool {
    matches!(
        error,
        Error::Handshake(HandshakeError::ClosedBeforeReply | HandshakeError::Truncated)
            | Error::Proxy(ProxyError::ClosedBeforeReply | ProxyError::Truncated)
    )
}

/// A handshake as a machine.
struct Opening<H: Handshake> {
    /// `None` only while it is moved.
    progress: Option<Progress<H>>,
    /// True if all of the request was written, or cannot be: what comes before is no answer to it.
    is_answerable: bool,
}

impl<H: Handshake> Opening<H> {
    /// The only place that assigns the progress.
    #[inline]
    fn step(&mut self, step: impl FnOnce(H) -> Progress<H>) {
        let is_under_way = |progress: &mut Progress<H>| matches!(progress, Progress::UnderWay(_));
        if let Some(Progress::UnderWay(handshake)) = self.progress.take_if(is_under_way) {
            self.progress = Some(step(handshake));
        }
    }

    const fn under_way(&self) -> Option<&H> {
        match &self.progress {
            Some(Progress::UnderWay(handshake)) => Some(handshake),
            Some(Progress::Ended(_)) | None => None,
        }
    }
}

impl<H: Handshake> Machine for Opening<H> {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        if !inbox.is_empty() {
            self.step(|handshake| handshake.receive(now, inbox));
        }
        match self.under_way() {
            Some(_) => Advanced::Idle,
            None => Advanced::Ready,
        }
    }

    fn outbox(&mut self, _: Timestamp) -> Option<&mut Outbox> {
        let Some(Progress::UnderWay(handshake)) = &mut self.progress else {
            return None;
        };
        let outbox = handshake.outbox()?;
        self.is_answerable |= outbox.is_empty();
        Some(outbox)
    }

    fn demand(&self) -> Demand {
        Demand {
            action: TransportAction::None,
            wants_input: self.is_answerable,
            deadline: self.under_way().and_then(Handshake::poll_timeout),
            lingers: false,
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        let deadline = self.under_way().and_then(Handshake::poll_timeout);
        if deadline.is_none_or(|deadline| deadline > now) {
            return;
        }
        self.step(|handshake| match handshake.handle_timeout(now) {
            Ok(handshake) => Progress::UnderWay(handshake),
            Err(error) => Progress::Ended(Err(error)),
        });
    }

    fn handle_eof(&mut self) {
        self.step(|handshake| Progress::Ended(Err(handshake.handle_eof())));
    }

    /// The one deadline runs whatever arrives.
    fn handle_unread(&mut self, _: Timestamp) {}

    fn shrink(&mut self) {}

    /// The one deadline is for this, too.
    fn write_timeout(&self) -> Option<Duration> {
        None
    }
}

impl Handshake for ClientHandshake {
    type Outcome = (Connection, Response);

    fn receive(self, now: Timestamp, inbox: &mut Inbox) -> Progress<Self> {
        match self.receive(now, inbox) {
            Ok(ClientProgress::NeedsInput(next)) => Progress::UnderWay(next),
            Ok(ClientProgress::Open(connection, response)) => {
                Progress::Ended(Ok((connection, response)))
            }
            Err(error) => Progress::Ended(Err(error.into())),
        }
    }

    fn handle_eof(self) -> Error {
        self.handle_eof().into()
    }

    fn handle_timeout(self, now: Timestamp) -> Result<Self, Error> {
        Ok(self.handle_timeout(now)?)
    }

    fn poll_timeout(&self) -> Option<Timestamp> {
        self.poll_timeout()
    }

    fn outbox(&mut self) -> Option<&mut Outbox> {
        Some(self.outbox())
    }
}

/// The request that a client sent.
pub(crate) enum Asked {
    Validly(Requested),
    Invalidly(Rejected, HandshakeError),
}

impl Handshake for ServerHandshake {
    type Outcome = Asked;

    fn receive(self, now: Timestamp, inbox: &mut Inbox) -> Progress<Self> {
        match self.receive(now, inbox) {
            ServerProgress::NeedsInput(next) => Progress::UnderWay(next),
            ServerProgress::Requested(requested) => Progress::Ended(Ok(Asked::Validly(requested))),
            ServerProgress::Rejected(rejected, error) => {
                Progress::Ended(Ok(Asked::Invalidly(rejected, error)))
            }
        }
    }

    fn handle_eof(self) -> Error {
        self.handle_eof().into()
    }

    fn handle_timeout(self, now: Timestamp) -> Result<Self, Error> {
        Ok(self.handle_timeout(now)?)
    }

    fn poll_timeout(&self) -> Option<Timestamp> {
        self.poll_timeout()
    }

    /// The answer is the connection's, or the refusal's.
    fn outbox(&mut self) -> Option<&mut Outbox> {
        None
    }
}

/// The answer of a proxy.
pub(crate) enum Answer {
    Open,
    WantsCredentials(Box<ProxyConnect>),
}

impl Handshake for ProxyConnect {
    type Outcome = Answer;

    fn receive(self, now: Timestamp, inbox: &mut Inbox) -> Progress<Self> {
        match self.receive(now, inbox) {
            Ok(ProxyProgress::NeedsInput(next)) => Progress::UnderWay(next),
            Ok(ProxyProgress::Open(_)) => Progress::Ended(Ok(Answer::Open)),
            Ok(ProxyProgress::RetryWithCredentials(next)) => {
                Progress::Ended(Ok(Answer::WantsCredentials(Box::new(next))))
            }
            Err(error) => Progress::Ended(Err(error.into())),
        }
    }

    fn handle_eof(self) -> Error {
        self.handle_eof().into()
    }

    fn handle_timeout(self, now: Timestamp) -> Result<Self, Error> {
        Ok(self.handle_timeout(now)?)
    }

    fn poll_timeout(&self) -> Option<Timestamp> {
        self.poll_timeout()
    }

    fn outbox(&mut self) -> Option<&mut Outbox> {
        Some(self.outbox())
    }
}

/// Writes a refusal, ends our direction, and reads to the end, so that unread input does not destroy what was written
/// (RFC 9112 §9.6).
pub(crate) async fn refuse<T: Transport, C: Timer>(
    pump: &mut Pump<T, C>,
    inbox: &mut Inbox,
    rejected: Rejected,
) -> Result<(), Error> {
    let mut refusal = Refusal {
        is_written: false,
        peer: Peer::Sends,
        rejected,
    };
    poll_fn(|cx| pump.poll(cx, inbox, &mut refusal)).await;
    pump.take_failure()
        .map_or(Ok(()), |error| Err(Error::Io(error)))
}

/// A refusal as a machine: a connection that has ended from the start.
struct Refusal {
    rejected: Rejected,
    is_written: bool,
    peer: Peer,
}

/// The state of the peer of a refusal.
///
/// ```text
///   Sends ── end ──► Ended
///     └── deadline ────┴── deadline ──► HadItsTime
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
enum Peer {
    Sends,
    Ended,
    HadItsTime,
}

impl Machine for Refusal {
    fn advance(&mut self, _: Timestamp, _: &mut Inbox) -> Advanced {
        Advanced::Closed
    }

    fn outbox(&mut self, _: Timestamp) -> Option<&mut Outbox> {
        let outbox = self.rejected.outbox();
        self.is_written = outbox.is_empty();
        Some(outbox)
    }

    fn demand(&self) -> Demand {
        Demand {
            action: match self.peer {
                Peer::Ended if self.is_written => TransportAction::Abort,
                Peer::HadItsTime => TransportAction::Abort,
                Peer::Sends | Peer::Ended => TransportAction::Shutdown,
            },
            wants_input: true,
            deadline: self.deadline(),
            lingers: self.deadline().is_some(),
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        if self.deadline().is_some_and(|deadline| deadline <= now) {
            self.peer = Peer::HadItsTime;
        }
    }

    fn handle_eof(&mut self) {
        if self.peer == Peer::Sends {
            self.peer = Peer::Ended;
        }
    }

    /// The one deadline runs whatever arrives.
    fn handle_unread(&mut self, _: Timestamp) {}

    fn shrink(&mut self) {}

    /// The one deadline is for this, too.
    fn write_timeout(&self) -> Option<Duration> {
        None
    }
}

impl Refusal {
    fn deadline(&self) -> Option<Timestamp> {
        match self.peer {
            Peer::Sends | Peer::Ended => self.rejected.poll_timeout(),
            Peer::HadItsTime => None,
        }
    }
}
