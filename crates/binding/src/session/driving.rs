//! The calls that the owner of many sessions makes to one.

use core::time::Duration;

use onem2m_primitive::ResponsePrimitive;
#[cfg(feature = "deflate")]
use onem2m_ws_core::DeflateCounters;
use onem2m_ws_core::Timestamp;

use super::event::RequestId;
use super::link::Link;
use super::{Session, SessionConfig};

impl Session {
    /// The number of the next request of this session's own.
    pub(crate) fn next_request_id(&mut self) -> RequestId {
        self.outgoing.next_id()
    }

    /// A response that came over a connection which had to go: it counts as one that came over the connection that is there.
    pub(crate) fn handle_stray_response(
        &mut self,
        now: Timestamp,
        response: ResponsePrimitive<'static>,
    ) {
        let event = self.take_response(now, response);
        self.finished.push_back(event.into_owned());
        self.settle(now);
    }

    /// Returns whether requests of the peer are under way that came to the session with this number.
    pub(crate) fn knows_incoming_of(&self, session: u64) -> bool {
        self.incoming.knows_requests_of(session)
    }

    /// Returns whether the connection has ended, and only its transport has to be seen to its end.
    #[must_use]
    pub fn is_flushing(&self) -> bool {
        matches!(self.link, Link::Flushing(_))
    }

    /// Returns whether a connection that has ended keeps its transport for a while, for the peer to read what was written.
    #[must_use]
    pub fn lingers(&self) -> bool {
        let carrier = self.link.carrier();
        carrier.is_some_and(|carrier| carrier.connection.poll_timeout().is_some())
    }

    /// Returns the number of bytes that compressed messages had since the last call, over the connection that is there; `None`
    /// where no compression was agreed.
    #[cfg(feature = "deflate")]
    pub fn take_deflate_counters(&mut self) -> Option<DeflateCounters> {
        let carrier = self.link.carrier_mut()?;
        carrier.connection.take_deflate_counters()
    }

    /// The time of day at a moment, since the beginning of 1970; `None` where nobody has said what time of day it is.
    pub(crate) fn since_unix_epoch(&self, moment: Timestamp) -> Option<Duration> {
        self.wall_clock.map(|clock| clock.time(moment))
    }

    /// The moment of a time of day; without one, or where the time of day is not known, as late as a request may wait.
    pub(crate) fn moment(&self, now: Timestamp, since_unix_epoch: Option<Duration>) -> Timestamp {
        let clock = self.wall_clock.zip(since_unix_epoch);
        let SessionConfig {
            delivery_timeout, ..
        } = self.config();
        clock.map_or_else(
            || now.saturating_add(*delivery_timeout),
            |(clock, time)| clock.moment_of(time),
        )
    }
}
