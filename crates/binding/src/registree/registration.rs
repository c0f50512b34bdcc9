//! The registration procedure: once, and not again after a reopening (TS-0020 5.2, W-10, W-18).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use onem2m_primitive::{
    Operation, RequestPrimitive, ResponsePrimitive, ResponseStatusCode, StatusClass, Value,
};
use onem2m_ws_core::Timestamp;

use crate::session::{Outcome, RequestId};

#[derive(Debug)]
pub(super) struct Registration {
    state: State,
    /// What the resource that registers is called.
    names: Vec<String>,
    deregistration: Option<RequestId>,
    /// Failures in a row, and the time before which it is not tried again.
    failures: u32,
    retry_at: Timestamp,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// The application sees to it.
    Unmanaged,
    Needed,
    Sent(RequestId),
    /// Registered, and to be connected anew under the name that it was given.
    Renaming,
    Registered,
    Refused,
    Deregistered,
}

impl Registration {
    pub(super) const fn new(is_needed: bool) -> Self {
        let state = if is_needed {
            State::Needed
        } else {
            State::Unmanaged
        };
        Self {
            state,
            names: Vec::new(),
            deregistration: None,
            failures: 0,
            retry_at: Timestamp::ZERO,
        }
    }

    pub(super) const fn is_registered(&self) -> bool {
        matches!(self.state, State::Registered | State::Renaming)
    }

    /// Whether it is to be done, now or later.
    pub(super) const fn is_needed(&self) -> bool {
        matches!(self.state, State::Needed)
    }

    pub(super) fn is_due(&self, now: Timestamp) -> bool {
        self.is_needed() && self.retry_at <= now
    }

    /// When it is tried again, if it is to be.
    pub(super) fn poll_timeout(&self) -> Option<Timestamp> {
        (self.is_needed() && self.failures > 0).then_some(self.retry_at)
    }

    pub(super) const fn wants_connection(&self) -> bool {
        matches!(self.state, State::Needed | State::Renaming)
    }

    /// Whether other requests have to wait.
    pub(super) const fn holds_requests(&self) -> bool {
        match self.state {
            State::Unmanaged | State::Registered | State::Deregistered => false,
            State::Needed | State::Sent(_) | State::Renaming | State::Refused => true,
        }
    }

    pub(super) fn is(&self, id: RequestId) -> bool {
        self.state == State::Sent(id)
    }

    pub(super) const fn note_sent(&mut self, id: RequestId) {
        self.state = State::Sent(id);
    }

    pub(super) const fn note_refused(&mut self) {
        self.state = State::Refused;
    }

    /// A connection is there; whether it says who it belongs to.
    pub(super) fn note_connected(&mut self, is_named: bool) {
        if self.state == State::Renaming && is_named {
            self.state = State::Registered;
        }
    }

    /// Whether a response says that the originator is registered now, or was already under a name that it knows.
    pub(super) fn is_success(response: &ResponsePrimitive<'_>, is_known: bool) -> bool {
        let is_registered_already =
            response.status == ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED;
        response.status.is_success() || (is_registered_already && is_known)
    }

    pub(super) const fn note_success(&mut self, is_to_reconnect: bool) {
        self.state = if is_to_reconnect {
            State::Renaming
        } else {
            State::Registered
        };
    }

    /// It is sent again unless the registrar does not want it.
    pub(super) fn note_failure(
        &mut self,
        now: Timestamp,
        outcome: &Outcome<'_>,
        delay: impl FnOnce(u32) -> Duration,
    ) {
        self.failures = self.failures.saturating_add(1);
        self.retry_at = now.saturating_add(delay(self.failures));
        self.state = match outcome {
            Outcome::Expired(_) | Outcome::Lost => State::Needed,
            Outcome::Response(response)
                if response.status.class() == StatusClass::ReceiverError =>
            {
                State::Needed
            }
            Outcome::Response(_)
            | Outcome::Written
            | Outcome::Replaced
            | Outcome::Refused(_)
            | Outcome::SessionEnded(_) => State::Refused,
        };
    }

    /// What the response says about the resource: the name of the originator.
    pub(super) fn learn(
        &mut self,
        response: &ResponsePrimitive<'_>,
        request: Option<&RequestPrimitive<'_>>,
    ) -> Option<String> {
        let value = response.content.as_ref()?.value().ok()?;
        let (resource, identifier) = [("m2m:ae", "aei"), ("m2m:csr", "csi")]
            .into_iter()
            .find_map(|(root, identifier)| Some((value.get(root)?, identifier)))?;
        let text = |name| resource.get(name).and_then(Value::as_text);
        self.names.extend(text("ri").map(String::from));
        if let (Some(name), Some(request)) = (text("rn"), request) {
            self.names.push(format!("{}/{name}", request.to));
        }
        text(identifier).map(String::from)
    }

    /// Whether a request deletes the resource that registers.
    pub(super) fn is_ended_by(
        &self,
        request: &RequestPrimitive<'_>,
        originator: Option<&str>,
    ) -> bool {
        let is_named = |name: &str| {
            let unrooted = request.to.strip_suffix(name);
            unrooted.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        self.is_registered()
            && request.operation == Operation::DELETE
            && (self.names.iter().any(|name| is_named(name)) || originator.is_some_and(is_named))
    }

    pub(super) const fn note_deregistration(&mut self, id: RequestId) {
        self.deregistration = Some(id);
    }

    pub(super) fn is_deregistration(&self, id: RequestId) -> bool {
        self.deregistration == Some(id)
    }

    pub(super) fn note_deregistered(&mut self) {
        self.state = State::Deregistered;
        self.deregistration = None;
        self.names.clear();
    }
}
