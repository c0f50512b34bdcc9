//! The registration procedure: once, and not again after a reopening (TS-0020 5.2).

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use core::time::Duration;

use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
    StatusClass, Value,
};
use onem2m_ws_core::Timestamp;

use super::address::{Relation, Resource, is_cse_id, stem};
use super::config::{OnRefusal, RegistreeConfig};
use super::event::RegistrationFailure;
use super::proof::{Proof, Step};
use super::registration_state::{Change, RegistrationState};
use crate::session::{Outcome, RequestId};

#[derive(Debug)]
pub(super) struct Registration {
    state: RegistrationState,
    /// The request that was sent for it, while there is one.
    under_way: Option<RequestId>,
    /// The 4105 that is being looked into.
    conflict: Option<Box<ResponsePrimitive<'static>>>,
    /// The resource that registers.
    resource: Resource,
    /// Failures in a row, and when it is tried again.
    failures: u32,
    retry_at: Option<Timestamp>,
    failure: Option<Arc<RegistrationFailure>>,
    /// The number of times in a row that the registrar has forgotten it soon after, and when it was last accepted.
    losses: u32,
    accepted_at: Timestamp,
    /// The address by which it can be asked for, and whether the registrar is known to have it still.
    address: Option<String>,
    proof: Proof,
    /// Requests under way whose responses mean something else than those of others.
    notes: BTreeMap<RequestId, Note>,
}

/// The news that the response to a request of the application may have about the registration, besides 4106.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Note {
    /// Nothing at all: it speaks for another entity, or was sent before the registrar was last registered at.
    Nothing,
    /// It is to the resource or below that: 4004 may mean that the resource is gone, and success that it is not.
    Within,
    /// Success means that the resource was deleted, and 4004 or a status of loss that there is none.
    Deletes,
}

/// The meaning of the outcome of a request of the registration.
#[derive(Debug)]
pub(super) enum Verdict<'i> {
    /// The registrar knows the registree.
    Accepted(ResponsePrimitive<'i>),
    /// The registrar has a resource of that name, which may be ours.
    Conflict(ResponsePrimitive<'i>),
    /// The registrar does not want it, or it cannot be sent.
    Refused(RegistrationFailure),
    /// It may be tried again.
    Unanswered(RegistrationFailure),
}

/// The news that the response to a request of the application has had about the registration.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Finding {
    Lost,
    Deregistered,
}

/// The registrar's answer to the question whether it knows the registree still.
#[derive(Debug)]
pub(super) enum Answer<'i> {
    Known(ResponsePrimitive<'i>),
    Lost(ResponseStatusCode),
    /// Nothing that would say so.
    None(RegistrationFailure),
}

impl Registration {
    pub(super) fn new(is_managed: bool) -> Self {
        Self {
            state: if is_managed {
                RegistrationState::Needed
            } else {
                RegistrationState::Unmanaged
            },
            under_way: None,
            conflict: None,
            resource: Resource::default(),
            failures: 0,
            retry_at: Some(Timestamp::ZERO),
            failure: None,
            losses: 0,
            accepted_at: Timestamp::ZERO,
            address: None,
            proof: Proof::default(),
            notes: BTreeMap::new(),
        }
    }

    pub(super) const fn state(&self) -> RegistrationState {
        self.state
    }

    /// The only function that changes the state, together with the request that belongs to it.
    fn enter(&mut self, change: Change, under_way: Option<RequestId>) {
        self.state = self.state.after(change);
        self.under_way = under_way;
        let is_sent = matches!(
            self.state,
            RegistrationState::Sent | RegistrationState::Checking
        );
        debug_assert_eq!(under_way.is_some(), is_sent, "{change:?}");
        debug_assert!(self.conflict.is_none(), "it was judged by, or given up");
    }

    pub(super) const fn is_registered(&self) -> bool {
        matches!(
            self.state,
            RegistrationState::Registered | RegistrationState::Reconnecting
        )
    }

    /// The reason why the latest attempt has failed, until one succeeds.
    pub(super) const fn failure(&self) -> Option<&Arc<RegistrationFailure>> {
        self.failure.as_ref()
    }

    /// Returns whether other requests have to wait.
    pub(super) fn holds_requests(&self, on_refusal: OnRefusal) -> bool {
        match self.state {
            RegistrationState::Unmanaged
            | RegistrationState::Registered
            | RegistrationState::Deregistered => false,
            RegistrationState::Needed
            | RegistrationState::Sent
            | RegistrationState::Checking
            | RegistrationState::Reconnecting => true,
            RegistrationState::Refused => on_refusal == OnRefusal::Fail,
        }
    }

    /// The failure that ends the requests that wait.
    pub(super) fn refusal(&self, on_refusal: OnRefusal) -> Option<&Arc<RegistrationFailure>> {
        let is_refused = self.state == RegistrationState::Refused && on_refusal == OnRefusal::Fail;
        self.failure.as_ref().filter(|_| is_refused)
    }

    /// When it is to be sent, if it is to be.
    pub(super) fn due_at(&self) -> Option<Timestamp> {
        let is_due = matches!(
            self.state,
            RegistrationState::Needed | RegistrationState::Refused
        );
        self.retry_at.filter(|_| is_due)
    }

    /// When a connection is wanted for it. A request that was put off with its connection is sent over the next.
    pub(super) fn wants_connection_at(&self) -> Option<Timestamp> {
        let is_begun = matches!(
            self.state,
            RegistrationState::Sent | RegistrationState::Checking | RegistrationState::Reconnecting
        );
        if is_begun {
            return Some(Timestamp::ZERO);
        }
        self.due_at()
    }

    pub(super) const fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    pub(super) fn is(&self, id: RequestId) -> bool {
        self.under_way == Some(id)
    }

    /// The application wants the registree registered, again or anew. A request for it that is under way comes back: its
    /// response does not count any more.
    pub(super) fn require(&mut self) -> Option<RequestId> {
        let former = self.under_way;
        self.conflict = None;
        self.enter(Change::Require, None);
        self.failures = 0;
        self.losses = 0;
        self.retry_at = Some(Timestamp::ZERO);
        former
    }

    pub(super) fn note_sent(&mut self, id: RequestId) {
        self.enter(Change::Send, Some(id));
    }

    /// The registrar is asked whose the resource is that it has already.
    pub(super) fn note_check(&mut self, id: RequestId, conflict: ResponsePrimitive<'static>) {
        self.enter(Change::Check, Some(id));
        self.conflict = Some(Box::new(conflict));
    }

    /// There is a connection; if it was opened to say a name, it has said it. One that was reopened may lead to a registrar that
    /// has forgotten the registree.
    pub(super) fn note_connected(&mut self, config: &RegistreeConfig) {
        if self.state == RegistrationState::Reconnecting {
            self.enter(Change::Name, None);
        } else if self.state == RegistrationState::Registered
            && self.address.is_some()
            && !config.verification_statuses.is_empty()
        {
            self.prove(Step::Reopen);
        }
    }

    /// The only function that changes what is known of the proof.
    pub(super) const fn prove(&mut self, step: Step) {
        self.proof = self.proof.after(step);
    }

    pub(super) const fn proof(&self) -> Proof {
        self.proof
    }

    /// The question whether the registrar has the resource still.
    pub(super) fn question(
        &self,
        registration: &RequestPrimitive<'static>,
        own: &str,
    ) -> Option<RequestPrimitive<'static>> {
        let address = self.address.clone()?;
        Some(retrieval(registration, address, own))
    }

    /// The meaning of an outcome of its own request, for an originator that calls itself `own` already.
    pub(super) fn judge<'i>(&mut self, outcome: Outcome<'i>, own: Option<&str>) -> Verdict<'i> {
        let conflict = self.conflict.take();
        let response = match outcome.into_response() {
            Ok(response) => response,
            Err(outcome @ (Outcome::Refused(_) | Outcome::NotRegistered(_))) => {
                return Verdict::Refused(RegistrationFailure::Ended(outcome.into_owned()));
            }
            Err(outcome) => {
                return Verdict::Unanswered(RegistrationFailure::Ended(outcome.into_owned()));
            }
        };
        if let Some(conflict) = conflict {
            return judge_check(response, *conflict, own);
        }
        match response.status {
            status if status.is_success() => Verdict::Accepted(response),
            // The originator has registered already, and that is who we are.
            ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED if own.is_some() => {
                Verdict::Accepted(response)
            }
            // There is a resource of this name, or the originator has one (older releases).
            ResponseStatusCode::CONFLICT if own.is_some() => Verdict::Conflict(response),
            status if may_pass(status) => {
                Verdict::Unanswered(RegistrationFailure::Response(response.into_owned()))
            }
            _ => Verdict::Refused(RegistrationFailure::Response(response.into_owned())),
        }
    }

    /// The registrar knows the registree; what was sent before, `in_flight`, says nothing about that any more. Returns what
    /// the registrar calls the originator, or what that calls itself (`own`).
    pub(super) fn note_accepted(
        &mut self,
        now: Timestamp,
        response: &ResponsePrimitive<'_>,
        request: Option<&RequestPrimitive<'_>>,
        own: Option<&str>,
        in_flight: impl Iterator<Item = RequestId>,
    ) -> Option<String> {
        self.failure = None;
        self.failures = 0;
        self.accepted_at = now;
        self.prove(Step::Settle);
        for id in in_flight {
            let note = self.notes.entry(id).or_insert(Note::Nothing);
            if *note == Note::Within {
                *note = Note::Nothing;
            }
        }
        let said = Described::of_response(response);
        let asked = request.map(Described::of_request).unwrap_or_default();
        let identifier = said.identifier.or_else(|| own.map(String::from));
        let mut resource = Resource::default();
        request
            .iter()
            .for_each(|request| resource.set_cse(&request.to));
        response.from.iter().for_each(|from| resource.set_cse(from));
        let name = said.name.or(asked.name);
        let address = said.resource_identifier.clone();
        // Without a name of its own there is nobody who could ask (TS-0001 8.1.2: From).
        self.address = identifier
            .as_ref()
            .and_then(|_| address.or_else(|| Some(child_address(&request?.to, name.as_deref()?))));
        name.iter().for_each(|name| resource.set_name(name));
        let identifiers = [&said.resource_identifier, &identifier];
        for identifier in identifiers.into_iter().flatten() {
            resource.add_identifier(identifier);
        }
        self.resource = resource;
        identifier
    }

    pub(super) fn note_registered(&mut self, reconnects: bool) {
        let change = if reconnects {
            Change::AcceptUnnamed
        } else {
            Change::Accept
        };
        self.enter(change, None);
    }

    /// An attempt has failed. It is tried again after what `delay` says of so many failures, or when the application says so.
    pub(super) fn note_failure(
        &mut self,
        now: Timestamp,
        failure: RegistrationFailure,
        change: Change,
        delay: impl FnOnce(u32) -> Option<Duration>,
    ) -> Arc<RegistrationFailure> {
        self.enter(change, None);
        self.failures = self.failures.saturating_add(1);
        self.retry_at = delay(self.failures).map(|delay| now.saturating_add(delay));
        let failure = Arc::new(failure);
        self.failure = Some(Arc::clone(&failure));
        failure
    }

    /// The registrar does not know the registree any more. It is registered again at once, or after what `delay` says of so
    /// many losses in a row.
    pub(super) fn note_lost(
        &mut self,
        now: Timestamp,
        config: &RegistreeConfig,
        delay: impl FnOnce(u32) -> Duration,
    ) {
        if now.saturating_since(self.accepted_at) >= config.min_lifetime {
            self.losses = 0;
        }
        let wait = match self.losses {
            0 => Duration::ZERO,
            losses => delay(losses),
        };
        self.losses = self.losses.saturating_add(1);
        self.prove(Step::Settle);
        self.retry_at = Some(now.saturating_add(wait));
        self.enter(Change::Forget, None);
    }

    pub(super) fn note_deregistered(&mut self) {
        self.enter(Change::Deregister, None);
        self.resource = Resource::default();
    }

    /// The news that the response to a request of the application will have, if that is something else than with others.
    pub(super) fn note(
        &self,
        request: &RequestPrimitive<'_>,
        originator: Option<&str>,
    ) -> Option<Note> {
        if self.state == RegistrationState::Unmanaged {
            return None;
        }
        let is_others = |(from, own): (&str, &str)| stem(from) != stem(own);
        let is_foreign = request
            .from
            .as_deref()
            .zip(originator)
            .is_some_and(is_others);
        match self.resource.relation(&request.to) {
            Some(Relation::Same) if request.operation == Operation::DELETE => Some(Note::Deletes),
            _ if is_foreign => Some(Note::Nothing),
            Some(Relation::Same | Relation::Below) => Some(Note::Within),
            None => None,
        }
    }

    /// Returns whether the application deletes the resource that registers.
    fn is_deleting(&self) -> bool {
        self.notes.values().any(|note| *note == Note::Deletes)
    }

    pub(super) fn remember(&mut self, id: RequestId, note: Option<Note>) {
        if let Some(note) = note {
            self.notes.insert(id, note);
        }
    }

    pub(super) fn forget_request(&mut self, id: RequestId) {
        self.notes.remove(&id);
    }

    /// The news about the registration in the end of a request of the application.
    pub(super) fn finding(
        &mut self,
        id: RequestId,
        outcome: &Outcome<'_>,
        config: &RegistreeConfig,
    ) -> Option<(Finding, ResponseStatusCode)> {
        let note = self.notes.remove(&id);
        let Outcome::Response(response) = outcome else {
            return None;
        };
        let status = response.status;
        let is_absent = status == ResponseStatusCode::NOT_FOUND;
        if self.state != RegistrationState::Registered {
            return None;
        }
        let is_lost = config.lost_statuses.contains(&status);
        if note == Some(Note::Deletes) && (status.is_success() || is_absent || is_lost) {
            return Some((Finding::Deregistered, status));
        }
        if note == Some(Note::Within) && status.is_success() && self.proof.due_at().is_some() {
            self.prove(Step::Settle);
        }
        // Beside a deletion nobody knows which of the two came first.
        if self.is_deleting() {
            return None;
        }
        let counts = match note {
            Some(Note::Nothing) => false,
            Some(Note::Within) => true,
            Some(Note::Deletes) | None => !is_absent,
        };
        (counts && is_lost).then_some((Finding::Lost, status))
    }
}

/// The meaning of the outcome of the question that was [asked](Registration::question). Another's resource means that ours is gone.
pub(super) fn answered<'i>(
    outcome: Outcome<'i>,
    own: Option<&str>,
    config: &RegistreeConfig,
) -> Answer<'i> {
    let response = match outcome.into_response() {
        Ok(response) => response,
        Err(outcome) => return Answer::None(RegistrationFailure::Ended(outcome.into_owned())),
    };
    let status = response.status;
    let is_lost =
        config.lost_statuses.contains(&status) || config.verification_statuses.contains(&status);
    if is_lost || (status.is_success() && is_own(&response, own) == Some(false)) {
        Answer::Lost(status)
    } else if may_pass(status) {
        Answer::None(RegistrationFailure::Response(response.into_owned()))
    } else {
        Answer::Known(response)
    }
}

/// Returns whether the registrar may answer otherwise later, by the class of its status.
fn may_pass(status: ResponseStatusCode) -> bool {
    match status.class() {
        StatusClass::Acknowledgement | StatusClass::ReceiverError | StatusClass::NetworkError => {
            true
        }
        StatusClass::Success | StatusClass::OriginatorError | StatusClass::Unknown => false,
    }
}

/// The meaning of the answer to the question whose the resource is that led to `conflict`.
fn judge_check<'i>(
    response: ResponsePrimitive<'i>,
    conflict: ResponsePrimitive<'static>,
    own: Option<&str>,
) -> Verdict<'i> {
    if may_pass(response.status) {
        return Verdict::Unanswered(RegistrationFailure::Response(response.into_owned()));
    }
    if response.status.is_success() && is_own(&response, own) == Some(true) {
        return Verdict::Accepted(response);
    }
    Verdict::Refused(RegistrationFailure::Response(conflict))
}

/// Returns whether a response describes the resource of `own`; `None` if it does not say whose it is.
fn is_own(response: &ResponsePrimitive<'_>, own: Option<&str>) -> Option<bool> {
    let owner = Described::of_response(response).identifier?;
    Some(stem(&owner) == stem(own?))
}

/// The question whose the resource is that a registration would have created; `None` if it asked for no name.
pub(super) fn check(
    registration: &RequestPrimitive<'static>,
    own: &str,
) -> Option<RequestPrimitive<'static>> {
    let name = Described::of_request(registration).name?;
    let to = child_address(&registration.to, &name);
    Some(retrieval(registration, to, own))
}

/// The address of a child of the `<CSEBase>`. A name behind a CSE-ID directly would be an unstructured identifier (TS-0001 7.2).
fn child_address(base: &str, name: &str) -> String {
    if is_cse_id(base) {
        format!("{base}/-/{name}")
    } else {
        format!("{base}/{name}")
    }
}

fn retrieval(
    registration: &RequestPrimitive<'static>,
    to: String,
    own: &str,
) -> RequestPrimitive<'static> {
    let identifier = RequestIdentifier::UNASSIGNED;
    let mut request = RequestPrimitive::retrieve(to, identifier).from(String::from(own));
    request.release_version = registration.release_version.clone();
    request
}

/// The name that a request calls its originator by, if that is not left to the registrar (TS-0004 7.4.5.2.1: `C`, `S`).
pub(super) fn full_name<'r>(request: &'r RequestPrimitive<'_>) -> Option<&'r str> {
    let from = request.from.as_deref()?;
    (!matches!(stem(from), "" | "C" | "S")).then_some(from)
}

/// The description of an `<AE>` or `<remoteCSE>` in a primitive.
#[derive(Debug, Default)]
struct Described {
    /// `aei` or `csi`.
    identifier: Option<String>,
    /// `ri`
    resource_identifier: Option<String>,
    /// `rn`
    name: Option<String>,
}

impl Described {
    fn of_response(response: &ResponsePrimitive<'_>) -> Self {
        Self::of(response.content.as_ref())
    }

    fn of_request(request: &RequestPrimitive<'_>) -> Self {
        Self::of(request.content.as_ref())
    }

    /// Content that cannot be read says nothing: the registrar need not send any (`rcn` 0).
    fn of(content: Option<&Content<'_>>) -> Self {
        let Some(value) = content.and_then(|content| content.value().ok()) else {
            return Self::default();
        };
        let roots = [("m2m:ae", "aei"), ("m2m:csr", "csi")];
        let found = roots
            .into_iter()
            .find_map(|(root, identifier)| Some((value.get(root)?, identifier)));
        let Some((resource, identifier)) = found else {
            return Self::default();
        };
        let text = |name| {
            resource
                .get(name)
                .and_then(Value::as_text)
                .map(String::from)
        };
        Self {
            identifier: text(identifier),
            resource_identifier: text("ri"),
            name: text("rn"),
        }
    }
}
