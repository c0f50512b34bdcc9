//! The pause behind every message, for peers that lose messages while they are busy.

use core::time::Duration;

use onem2m_ws_core::{Connection, Sent, Timestamp};

use super::event::RequestId;

/// True if the pause behind the last message is over. It begins when the message was written, and ends early when the
/// message was a request and its response has come: then the peer is done with it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Pace {
    /// Another message may leave.
    Free,
    /// The last message has not been seen to be written; at that time it was not. The outbox is asked for before it is
    /// written, so the writing was not much later.
    Writing(Sent, Timestamp, Option<RequestId>),
    /// The pause lasts until then.
    Paused(Timestamp, Option<RequestId>),
}

impl Pace {
    /// A message was handed over: a request, or a response.
    pub(super) fn note_sent(
        &mut self,
        now: Timestamp,
        sent: Sent,
        request: Option<RequestId>,
        pause: Option<Duration>,
    ) {
        if pause.is_some() {
            *self = Self::Writing(sent, now, request);
        }
    }

    /// Time has come to `now`, and so much has been written.
    pub(super) fn advance(
        &mut self,
        now: Timestamp,
        connection: &Connection,
        pause: Option<Duration>,
    ) {
        if let Self::Writing(sent, at, request) = *self {
            *self = match pause {
                None => Self::Free,
                Some(_) if !connection.is_written(sent) => Self::Writing(sent, now, request),
                Some(pause) => Self::Paused(at.saturating_add(pause), request),
            };
        }
        if let Self::Paused(until, _) = *self
            && until <= now
        {
            *self = Self::Free;
        }
    }

    /// A request was answered.
    pub(super) fn note_response(&mut self, id: RequestId) {
        match *self {
            Self::Writing(_, _, Some(last)) | Self::Paused(_, Some(last)) if last == id => {
                *self = Self::Free;
            }
            Self::Free | Self::Writing(..) | Self::Paused(..) => {}
        }
    }

    pub(super) fn is_free(self, now: Timestamp) -> bool {
        match self {
            Self::Free => true,
            Self::Writing(..) => false,
            Self::Paused(until, _) => until <= now,
        }
    }

    /// When the pause is over, if it has begun.
    pub(super) fn poll_timeout(
        self,
        connection: &Connection,
        pause: Option<Duration>,
    ) -> Option<Timestamp> {
        match self {
            Self::Free => None,
            Self::Writing(sent, at, _) => {
                let pause = pause.filter(|_| connection.is_written(sent));
                pause.map(|pause| at.saturating_add(pause))
            }
            Self::Paused(until, _) => Some(until),
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use onem2m_ws_core::{Buf, Role};

    use super::Pace;
    use crate::RequestId;
    use crate::common::{at, connection};

    const PAUSE: Option<Duration> = Some(Duration::from_secs(10));
    const ID: RequestId = RequestId {
        session: 0,
        number: 0,
    };

    /// N-26: the pause begins when a message was written, whatever it was, and a response to it ends it.
    #[test]
    fn n_26_the_pause_behind_a_message() {
        for request in [None, Some(ID)] {
            let mut carrier = connection(Role::Server, at(0));
            let sent = carrier.send("abc").unwrap();
            let mut pace = Pace::Free;
            pace.note_sent(at(0), sent, request, PAUSE);
            // The peer takes nothing for a while.
            pace.advance(at(20), &carrier, PAUSE);
            assert!(!pace.is_free(at(29)));
            assert_eq!(pace.poll_timeout(&carrier, PAUSE), None);
            while carrier.outbox().has_remaining() {
                carrier.outbox().advance(1);
            }
            assert_eq!(pace.poll_timeout(&carrier, PAUSE), Some(at(30)));
            pace.advance(at(29), &carrier, PAUSE);
            assert!(!pace.is_free(at(29)) && pace.is_free(at(30)));
            assert_eq!(pace.poll_timeout(&carrier, PAUSE), Some(at(30)));
            pace.note_response(RequestId { number: 1, ..ID });
            assert!(!pace.is_free(at(29)));
            pace.note_response(ID);
            assert_eq!(pace.is_free(at(29)), request.is_some());
            pace.advance(at(30), &carrier, PAUSE);
            assert_eq!(pace, Pace::Free);
        }
    }

    #[test]
    fn no_pause() {
        let mut carrier = connection(Role::Server, at(0));
        let sent = carrier.send("abc").unwrap();
        let mut pace = Pace::Free;
        pace.note_sent(at(0), sent, Some(ID), None);
        assert_eq!(pace, Pace::Free);
    }
}
