//! The steps of a registree to be registered, and the meaning of the responses (TS-0020 5.2, 6.4).

use alloc::string::String;
use alloc::sync::Arc;

use onem2m_primitive::{RequestIdentifier, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws_core::Timestamp;

use super::Registree;
use super::config::RegistreeConfig;
use super::event::{RegistrationFailure, RegistreeEvent};
use super::proof::Step;
use super::registration::{Answer, Finding, Verdict, answered, check, full_name};
use super::registration_state::Change;
use crate::session::{Outcome, RequestId};

impl Registree {
    /// Sends the registration, if that is due. Findings from before are told first.
    pub(super) fn send_registration(&mut self, now: Timestamp) {
        let is_due = self.registration.due_at().is_some_and(|at| at <= now);
        let configured = self.config.registration.as_ref();
        let Some(registration) = configured.filter(|_| is_due && self.events.is_empty()) else {
            return;
        };
        let mut registration = registration.clone();
        registration.request_identifier = RequestIdentifier::UNASSIGNED;
        // Who was registered before keeps the name that it was given then (TS-0001 10.2.2.2).
        if full_name(&registration).is_none()
            && let Some(originator) = &self.originator
        {
            registration.from = Some(originator.clone().into());
        }
        match self.session.request_ahead(now, registration) {
            Ok(id) => self.registration.note_sent(id),
            Err(error) => {
                let failure = RegistrationFailure::NotTaken(error);
                let event = self.fail_registration(now, failure, Change::Refuse);
                self.events.push_back(event);
            }
        }
    }

    /// A request of the registration has ended.
    pub(super) fn end_registration<'i>(
        &mut self,
        now: Timestamp,
        outcome: Outcome<'i>,
    ) -> RegistreeEvent<'i> {
        let own = own_name(self.originator.as_ref(), &self.config);
        match self.registration.judge(outcome, own) {
            Verdict::Accepted(response) => self.note_registered(now, response),
            Verdict::Conflict(response) => self.look_into(now, response),
            Verdict::Refused(failure) => self.fail_registration(now, failure, Change::Refuse),
            Verdict::Unanswered(failure) => self.fail_registration(now, failure, Change::Retry),
        }
    }

    /// Asks the registrar whose the resource is that it has already. A registration that asks for no name can only have met
    /// that of its own originator.
    fn look_into<'i>(
        &mut self,
        now: Timestamp,
        conflict: ResponsePrimitive<'i>,
    ) -> RegistreeEvent<'i> {
        let own = own_name(self.originator.as_ref(), &self.config);
        let configured = self.config.registration.as_ref().zip(own);
        let question = configured.and_then(|(request, own)| check(request, own));
        let Some(question) = question else {
            return self.note_registered(now, conflict);
        };
        match self.session.request_ahead(now, question) {
            Ok(id) => {
                let kept = conflict.clone().into_owned();
                self.registration.note_check(id, kept);
                RegistreeEvent::RegistrationConflict(conflict)
            }
            Err(error) => {
                self.fail_registration(now, RegistrationFailure::NotTaken(error), Change::Retry)
            }
        }
    }

    fn note_registered<'i>(
        &mut self,
        now: Timestamp,
        response: ResponsePrimitive<'i>,
    ) -> RegistreeEvent<'i> {
        let in_flight = self.session.sent_requests();
        let configured = self.config.registration.as_ref();
        debug_assert!(configured.is_some(), "it was sent");
        let own = own_name(self.originator.as_ref(), &self.config);
        self.originator = self
            .registration
            .note_accepted(now, &response, configured, own, in_flight);
        let reconnects = self.config.reconnect_after_registration
            && self.named_as != self.originator
            && self.can_be_named();
        self.registration.note_registered(reconnects);
        if reconnects {
            self.close(now);
        }
        self.admit_requests(now);
        RegistreeEvent::Registered(response)
    }

    /// Returns whether the next connection would say the name of the originator.
    fn can_be_named(&self) -> bool {
        let mut handshakes = self.handshakes.iter();
        handshakes.any(|handshake| self.named(handshake).is_some())
    }

    fn fail_registration<'i>(
        &mut self,
        now: Timestamp,
        failure: RegistrationFailure,
        change: Change,
    ) -> RegistreeEvent<'i> {
        let is_refused = change == Change::Refuse;
        let (policy, retry) = (&mut self.policy, &self.config.registration_retry);
        let backoff = if is_refused {
            retry.refused
        } else {
            Some(retry.temporary)
        };
        let delay = |failures| backoff.map(|backoff| policy.delay(failures, &backoff));
        let failure = self.registration.note_failure(now, failure, change, delay);
        self.admit_requests(now);
        RegistreeEvent::RegistrationFailed {
            failure,
            is_refused,
            retry_at: self.registration.due_at(),
        }
    }

    /// Asks whether the registrar knows the registree still, if that is due and nothing else is under way that could tell.
    pub(super) fn send_question(&mut self, now: Timestamp) {
        let is_due = self.question_due_at().is_some_and(|at| at <= now);
        if !is_due || !self.events.is_empty() {
            return;
        }
        let own = own_name(self.originator.as_ref(), &self.config);
        let known = self.config.registration.as_ref().zip(own);
        let Some(question) =
            known.and_then(|(request, own)| self.registration.question(request, own))
        else {
            debug_assert!(false, "it is wanted where it can be asked");
            self.registration.prove(Step::Settle);
            return;
        };
        match self.session.request_ahead(now, question) {
            Ok(id) => self.registration.prove(Step::Ask(id)),
            Err(error) => {
                let failure = RegistrationFailure::NotTaken(error);
                let event = self.postpone_question(now, failure);
                self.events.push_back(event);
            }
        }
    }

    /// When the registrar is to be asked, as long as nothing is under way.
    pub(super) fn question_due_at(&self) -> Option<Timestamp> {
        let due_at = self.registration.proof().due_at()?;
        let is_free = self.session.is_quiet() && !self.session.has_sendable();
        is_free.then_some(due_at)
    }

    /// The question has ended.
    pub(super) fn end_question<'i>(
        &mut self,
        now: Timestamp,
        id: RequestId,
        outcome: Outcome<'i>,
    ) -> RegistreeEvent<'i> {
        let own = own_name(self.originator.as_ref(), &self.config);
        match answered(outcome, own, &self.config) {
            Answer::Known(response) => {
                self.registration.prove(Step::Settle);
                RegistreeEvent::RegistrationVerified(response)
            }
            Answer::Lost(status) => {
                let event = self.note_lost(now, id, status);
                self.admit_requests(now);
                event
            }
            Answer::None(failure) => self.postpone_question(now, failure),
        }
    }

    fn postpone_question(
        &mut self,
        now: Timestamp,
        failure: RegistrationFailure,
    ) -> RegistreeEvent<'static> {
        let failures = self.registration.proof().failures().saturating_add(1);
        let backoff = &self.config.registration_retry.temporary;
        let retry_at = now.saturating_add(self.policy.delay(failures, backoff));
        self.registration.prove(Step::Postpone(retry_at));
        RegistreeEvent::VerificationFailed { failure, retry_at }
    }

    /// There is nothing to ask any more, or nobody: a question under way goes.
    pub(super) fn withdraw_question(&mut self, now: Timestamp) {
        self.take_question_back(now, Step::Settle);
    }

    /// A question under way goes, and the proof takes the `step`.
    pub(super) fn take_question_back(&mut self, now: Timestamp, step: Step) {
        if let Some(id) = self.registration.proof().asked() {
            self.session.withdraw(now, id);
        }
        self.registration.prove(step);
    }

    fn note_lost(
        &mut self,
        now: Timestamp,
        id: RequestId,
        status: ResponseStatusCode,
    ) -> RegistreeEvent<'static> {
        let (policy, retry) = (&mut self.policy, &self.config.registration_retry);
        let delay = |losses| policy.delay(losses, &retry.temporary);
        self.registration.note_lost(now, &self.config, delay);
        RegistreeEvent::RegistrationLost { id, status }
    }

    /// A request of the application has ended: its response may say something about the registration.
    pub(super) fn note_ended(&mut self, now: Timestamp, id: RequestId, outcome: &Outcome<'_>) {
        let found = self.registration.finding(id, outcome, &self.config);
        let Some((finding, status)) = found else {
            return;
        };
        let event = match finding {
            Finding::Lost => {
                self.withdraw_question(now);
                self.note_lost(now, id, status)
            }
            Finding::Deregistered => {
                self.withdraw_question(now);
                self.registration.note_deregistered();
                RegistreeEvent::Deregistered { id }
            }
        };
        self.events.push_back(event);
        self.admit_requests(now);
    }

    /// Lets requests leave, holds them back, or ends them, as the registration stands.
    pub(super) fn admit_requests(&mut self, now: Timestamp) {
        let is_held = self.registration.holds_requests(self.config.on_refusal);
        self.session.hold_requests(now, is_held);
        self.end_refused(now);
    }

    /// Ends requests that wait for a registration that was refused.
    pub(super) fn end_refused(&mut self, now: Timestamp) {
        if let Some(failure) = self.registration.refusal(self.config.on_refusal) {
            let outcome = Outcome::NotRegistered(Arc::clone(failure));
            self.session.end_waiting(now, &outcome);
        }
    }
}

/// The name that the originator calls itself by, if it does not leave that to the registrar.
fn own_name<'c>(originator: Option<&'c String>, config: &'c RegistreeConfig) -> Option<&'c str> {
    let configured = || config.registration.as_ref().and_then(full_name);
    originator.map(String::as_str).or_else(configured)
}
