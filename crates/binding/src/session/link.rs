//! The connection of a session, from its opening until its transport is let go (TS-0020 5.2, 6.5).

use alloc::boxed::Box;
use core::mem;

use onem2m_ws_core::{
    CloseCode, CloseFrame, Connection, ControlError, Message, SendErrorReason, Sent, Timestamp,
};

use super::form::LONG;
use super::pace::Pace;
use crate::subprotocol::Subprotocol;

/// The state of the connection of a session: how far it is from its end.
///
/// ```text
///          Connected        Drain             Close            End              Release
///   Down ────────────▶ Up ─────────▶ Draining ───────▶ Closing ──────▶ Flushing ────────▶ Down
///                      ├─────────────── Close ───────────▲                ▲
///                      └──── End (from Draining too) ─────────────────────┘
///   from any: Connected ──▶ Up of the new carrier, Release ──▶ Down; the former carrier comes back
/// ```
#[derive(Debug)]
pub(super) enum Link {
    /// There is no connection.
    Down,
    /// Messages flow.
    Up(Carrier),
    /// No new request leaves; the connection is closed when nothing is under way, or at the deadline.
    Draining(Carrier, Drain),
    /// Our Close frame is queued.
    Closing(Carrier),
    /// The connection has ended; what is in its outbox may still be written.
    Flushing(Carrier),
}

/// The changes that move a [`Link`] on.
#[derive(Debug)]
pub(super) enum Change {
    Connected(Carrier),
    Drain(Drain),
    Close,
    End,
    Release,
}

/// The way in which a connection is to be closed, and when at the latest.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Drain {
    pub(super) frame: CloseFrame<'static>,
    pub(super) deadline: Timestamp,
}

/// A connection, and what the session keeps for as long as it lives.
#[derive(Debug)]
pub(super) struct Carrier {
    pub(super) connection: Box<Connection>,
    pub(super) subprotocol: Subprotocol,
    pub(super) pace: Pace,
    /// Responses that belonged to no request.
    pub(super) unmatched: u64,
    /// The longest message that the peer certainly took (a request it answered), or that may be what it refuses besides a
    /// request (our responses), in bytes.
    pub(super) longest_other: usize,
}

/// A connection that another took the place of.
#[derive(Debug)]
#[must_use = "the transport of the former connection has to be closed or dropped"]
pub enum Superseded {
    /// The connection is to be seen to its end: all of it was written, and its outbox holds a Close frame (1008), unless one was
    /// sent before.
    Close(Box<Connection>),
    /// The transport of the connection is to be dropped at once: the outbox held messages that the new connection carries.
    Drop,
}

impl Link {
    /// The only function that changes the state. The carrier that is gone comes back.
    pub(super) fn enter(&mut self, change: Change) -> Option<Carrier> {
        let (next, gone) = match (mem::replace(self, Self::Down), change) {
            (former, Change::Connected(carrier)) => (Self::Up(carrier), former.into_carrier()),
            (former, Change::Release) => (Self::Down, former.into_carrier()),
            (Self::Up(carrier), Change::Drain(drain)) => (Self::Draining(carrier, drain), None),
            (Self::Up(carrier) | Self::Draining(carrier, _), Change::Close) => {
                (Self::Closing(carrier), None)
            }
            (
                Self::Up(carrier) | Self::Draining(carrier, _) | Self::Closing(carrier),
                Change::End,
            ) => (Self::Flushing(carrier), None),
            (former, Change::Drain(_) | Change::Close | Change::End) => (former, None),
        };
        *self = next;
        gone
    }

    /// Queues a Close frame, if that was not done before, and waits for the peer's.
    pub(super) fn close(&mut self, now: Timestamp, frame: CloseFrame<'_>) {
        let Some(carrier) = self.carrier_mut() else {
            return;
        };
        if carrier.close(now, frame).is_ok() {
            self.enter(Change::Close);
        }
    }

    /// The change that brings a new connection to the state that this one is in.
    pub(super) fn resumption(&self) -> Option<Change> {
        match self {
            Self::Down | Self::Up(_) => None,
            Self::Draining(_, drain) => Some(Change::Drain(drain.clone())),
            Self::Closing(_) => Some(Change::Close),
            Self::Flushing(_) => Some(Change::End),
        }
    }

    pub(super) const fn is_down(&self) -> bool {
        matches!(self, Self::Down)
    }

    /// Returns whether requests may be handed over at once, as far as the state goes.
    pub(super) const fn is_up(&self) -> bool {
        matches!(self, Self::Up(_))
    }

    pub(super) const fn drain(&self) -> Option<&Drain> {
        match self {
            Self::Draining(_, drain) => Some(drain),
            Self::Down | Self::Up(_) | Self::Closing(_) | Self::Flushing(_) => None,
        }
    }

    /// Returns whether messages may still be sent: the closing has not begun.
    const fn is_sending(&self) -> bool {
        matches!(self, Self::Up(_) | Self::Draining(..))
    }

    /// The carrier, if a message can be handed to it now, as far as closing and pacing go.
    pub(super) fn free(&mut self, now: Timestamp) -> Option<&mut Carrier> {
        let is_sending = self.is_sending();
        self.carrier_mut()
            .filter(|carrier| is_sending && carrier.is_free(now))
    }

    pub(super) const fn carrier(&self) -> Option<&Carrier> {
        match self {
            Self::Down => None,
            Self::Up(carrier)
            | Self::Draining(carrier, _)
            | Self::Closing(carrier)
            | Self::Flushing(carrier) => Some(carrier),
        }
    }

    pub(super) const fn carrier_mut(&mut self) -> Option<&mut Carrier> {
        match self {
            Self::Down => None,
            Self::Up(carrier)
            | Self::Draining(carrier, _)
            | Self::Closing(carrier)
            | Self::Flushing(carrier) => Some(carrier),
        }
    }

    fn into_carrier(self) -> Option<Carrier> {
        match self {
            Self::Down => None,
            Self::Up(carrier)
            | Self::Draining(carrier, _)
            | Self::Closing(carrier)
            | Self::Flushing(carrier) => Some(carrier),
        }
    }
}

impl Carrier {
    pub(super) fn new(connection: Connection, subprotocol: Subprotocol) -> Self {
        Self {
            connection: Box::new(connection),
            subprotocol,
            pace: Pace::Free,
            unmatched: 0,
            longest_other: 0,
        }
    }

    fn is_free(&self, now: Timestamp) -> bool {
        self.pace.is_free(now) && self.connection.is_open()
    }

    /// Queues a message, shared where it is long.
    pub(super) fn send(&mut self, message: &Message<'static>) -> Result<Sent, SendErrorReason> {
        let message = if message.len() >= LONG {
            message.clone()
        } else {
            message.as_borrowed()
        };
        self.connection.send(message).map_err(|error| error.reason)
    }

    /// Queues a Close frame whose length was checked before; if it is too long all the same, one without a reason.
    fn close(&mut self, now: Timestamp, frame: CloseFrame<'_>) -> Result<(), ControlError> {
        let code = frame.code;
        let closed = self.connection.close(now, frame);
        debug_assert_eq!(closed, Ok(()), "the reason was checked before");
        closed.or_else(|_| self.connection.close(now, CloseFrame::new(code, "")))
    }

    /// The end of a connection that another took the place of, which carries what this one did not get round to.
    pub(super) fn supersede(mut self, now: Timestamp) -> Superseded {
        if !self.connection.outbox().is_empty() {
            return Superseded::Drop;
        }
        let frame = CloseFrame::new(CloseCode::POLICY_VIOLATION, SUPERSEDED);
        match self.close(now, frame) {
            Ok(()) => Superseded::Close(self.connection),
            Err(_) => Superseded::Drop,
        }
    }
}

/// Checks that a Close frame can be sent (RFC 6455 §5.5).
pub(super) fn check_close(frame: &CloseFrame<'_>) -> Result<(), ControlError> {
    if frame.reason.len() > CloseFrame::MAX_REASON_LEN {
        return Err(ControlError::TooLong);
    }
    Ok(())
}

/// The reason in the Close frame of a connection that another one takes the place of.
const SUPERSEDED: &str = "another connection took its place";

#[cfg(test)]
mod tests {
    use onem2m_ws_core::{CloseCode, CloseFrame, ControlError, Role};

    use super::{Carrier, Change, Drain, Link, Superseded, check_close};
    use crate::Subprotocol;
    use crate::common::{at, connection, drain};

    /// Every state with every change; `-` changes nothing, and from `*` the former carrier comes back.
    const TABLE: &str = "
              Connected  Drain     Close    End       Release
    Down      Up         -         -        -         -
    Up        Up*        Draining  Closing  Flushing  Down*
    Draining  Up*        -         Closing  Flushing  Down*
    Closing   Up*        -         -        Flushing  Down*
    Flushing  Up*        -         -        -         Down*";

    fn carrier() -> Carrier {
        Carrier::new(connection(Role::Client, at(0)), Subprotocol::JSON)
    }

    fn drain_by(seconds: u64) -> Drain {
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        let deadline = at(seconds);
        Drain { frame, deadline }
    }

    fn in_state(name: &str) -> Link {
        match name {
            "Down" => Link::Down,
            "Up" => Link::Up(carrier()),
            "Draining" => Link::Draining(carrier(), drain_by(1)),
            "Closing" => Link::Closing(carrier()),
            "Flushing" => Link::Flushing(carrier()),
            other => panic!("{other}"),
        }
    }

    fn change(name: &str) -> Change {
        match name {
            "Connected" => Change::Connected(carrier()),
            "Drain" => Change::Drain(drain_by(2)),
            "Close" => Change::Close,
            "End" => Change::End,
            "Release" => Change::Release,
            other => panic!("{other}"),
        }
    }

    const fn name(link: &Link) -> &'static str {
        match link {
            Link::Down => "Down",
            Link::Up(_) => "Up",
            Link::Draining(..) => "Draining",
            Link::Closing(_) => "Closing",
            Link::Flushing(_) => "Flushing",
        }
    }

    #[test]
    fn every_state_with_every_change() {
        let mut lines = TABLE.trim_start_matches('\n').lines();
        let changes: Vec<_> = lines.next().unwrap().split_whitespace().collect();
        for line in lines {
            let mut cells = line.split_whitespace();
            let state = cells.next().unwrap();
            for (input, expected) in changes.iter().zip(cells) {
                let mut link = in_state(state);
                let gone = link.enter(change(input));
                let (expected, comes_back) = match expected.strip_suffix('*') {
                    Some(expected) => (expected, true),
                    None => (expected, false),
                };
                let expected = if expected == "-" { state } else { expected };
                assert_eq!(name(&link), expected, "{state} {input}");
                assert_eq!(gone.is_some(), comes_back, "{state} {input}");
                // The first deadline holds.
                if let (Some(drain), "Draining") = (link.drain(), state) {
                    assert_eq!(drain, &drain_by(1));
                }
            }
        }
    }

    /// A connection that moves is brought to the state that it was in.
    #[test]
    fn a_state_is_resumed() {
        for state in ["Up", "Draining", "Closing", "Flushing"] {
            let mut link = in_state(state);
            let resumption = link.resumption();
            let carrier = link.enter(Change::Release).unwrap();
            let mut other = in_state("Down");
            other.enter(Change::Connected(carrier));
            if let Some(resumption) = resumption {
                other.enter(resumption);
            }
            assert_eq!(name(&other), state);
        }
    }

    /// N-17: a frame that cannot be sent, at the limit and past it.
    #[test]
    fn n_17_the_reason_of_a_close_frame_has_a_limit() {
        for (len, expected) in [(123, Ok(())), (124, Err(ControlError::TooLong))] {
            let reason = "x".repeat(len);
            let frame = CloseFrame::new(CloseCode::NORMAL, &reason);
            assert_eq!(check_close(&frame), expected);
        }
    }

    /// W-09: what has nothing left to write is closed with 1008, and what has is dropped.
    #[test]
    fn w_09_a_superseded_connection() {
        let mut full = carrier();
        full.connection.send("a").unwrap();
        assert!(matches!(full.supersede(at(0)), Superseded::Drop));
        let Superseded::Close(mut connection) = carrier().supersede(at(0)) else {
            panic!("it holds nothing")
        };
        assert!(!connection.is_open());
        let mut inbox = onem2m_ws_core::Inbox::new();
        drain(connection.outbox(), &mut inbox);
        let mut peer = crate::common::connection(Role::Server, at(0));
        let Some(onem2m_ws_core::Event::Closed(onem2m_ws_core::Closed::Clean(Some(frame)))) =
            peer.poll_event(at(0), &mut inbox)
        else {
            panic!("it is closed")
        };
        assert_eq!(frame.code, CloseCode::POLICY_VIOLATION);
    }
}
