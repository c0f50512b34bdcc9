//! What was asked, what arrived and how it ended: the invariants.

use std::collections::BTreeMap;
use std::sync::Arc;

use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode, ResponseType, ResponseTypeValue,
};
use onem2m_ws::{Delivery, Outcome, Refusal};
use onem2m_ws_driver::RequestFailure;

/// Whom a request is for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Way {
    /// Of the registrar, to an entity.
    Down(Arc<str>),
    /// Of a registree, by its slot, to the registrar.
    Up(usize),
}

/// How a request ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum End {
    /// It was answered by whoever has handled it.
    Success,
    /// It was answered otherwise.
    Answered,
    /// It was written, and wants no response.
    Written,
    /// Not one byte has left.
    Never(Class),
    /// It may have been carried out.
    Unknown(Class),
    /// The node has ended.
    Gone,
}

/// Which counter of a registrar counts the end.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Class {
    Ended,
    ExpiredUnsent,
    ExpiredUnknown,
    Lost,
    Refused,
    NotTaken,
    /// It has never come to a session.
    Nothing,
}

impl End {
    /// The counter that counts it; none for one that nobody has counted.
    pub(super) const fn class(self) -> Class {
        match self {
            Self::Success | Self::Answered | Self::Written => Class::Ended,
            Self::Never(class) | Self::Unknown(class) => class,
            Self::Gone => Class::Nothing,
        }
    }
}

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) way: Way,
    /// The registrar, or the life of the registree, that asked.
    pub(super) life: u32,
    pub(super) handled: u32,
    pub(super) end: Option<End>,
    /// Nobody is to hear of its end.
    pub(super) is_given_up: bool,
    /// The place among those to one node, where that is known.
    pub(super) order: Option<u64>,
    /// It wants no response.
    pub(super) wants_none: bool,
}

#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) entries: Vec<Entry>,
    /// The last that arrived, by who asked and over what it came.
    last: BTreeMap<(u8, u64, u64), (u64, usize)>,
    orders: u64,
    pub(super) broken: Option<String>,
    pub(super) answered: u64,
    pub(super) connections: u64,
    /// The ends of the requests of a registrar, by its counters.
    pub(super) classes: BTreeMap<(u32, Class), u64>,
    pub(super) given_up: u64,
    pub(super) loaded: u64,
    /// What the handler of a registrar was called with, by registrar.
    pub(super) handled_up: BTreeMap<u32, u64>,
    pub(super) posted_ended: BTreeMap<u32, u64>,
}

impl Ledger {
    fn break_with(&mut self, text: String) {
        self.broken.get_or_insert(text);
    }

    pub(super) fn new_entry(&mut self, way: Way, life: u32, wants_none: bool) -> usize {
        self.entries.push(Entry {
            way,
            life,
            handled: 0,
            end: None,
            is_given_up: false,
            order: None,
            wants_none,
        });
        self.entries.len() - 1
    }

    /// A request is admitted behind all that were before.
    pub(super) fn admitted(&mut self, number: usize) {
        self.orders += 1;
        self.entries[number].order = Some(self.orders);
    }

    /// A request has come to those who handle it. `path` is what it came over: order is kept there.
    pub(super) fn arrived(&mut self, number: usize, path: (u8, u64, u64)) {
        let entry = &mut self.entries[number];
        entry.handled += 1;
        if entry.handled > 1 {
            let text = format!("C3: request {number} is handled twice: {entry:?}");
            return self.break_with(text);
        }
        if matches!(entry.end, Some(End::Never(_))) {
            let text = format!("C5: request {number} had ended as one that never left: {entry:?}");
            return self.break_with(text);
        }
        if let Some(order) = entry.order {
            if let Some((last, other)) = self.last.get(&path)
                && *last > order
            {
                let text = format!("C4: request {number} ({order}) is behind {other} ({last})");
                return self.break_with(text);
            }
            self.last.insert(path, (order, number));
        }
    }

    pub(super) fn ended(&mut self, number: usize, end: End) {
        let entry = &mut self.entries[number];
        if entry.end.is_some() {
            let text = format!("C1: request {number} ends twice: {end:?}, {entry:?}");
            return self.break_with(text);
        }
        entry.end = Some(end);
        let (handled, wants_none) = (entry.handled, entry.wants_none);
        let (life, is_down) = (entry.life, matches!(entry.way, Way::Down(_)));
        if end == End::Success {
            self.answered += 1;
        }
        let is_wrong = match end {
            End::Success => handled != 1,
            End::Never(_) => handled != 0,
            End::Written => !wants_none,
            End::Answered | End::Unknown(_) | End::Gone => false,
        };
        if is_wrong {
            let entry = &self.entries[number];
            let text = format!("C5: request {number} ends as {end:?}: {entry:?}");
            self.break_with(text);
        }
        if is_down {
            *self.classes.entry((life, end.class())).or_default() += 1;
        }
    }

    pub(super) fn give_up(&mut self, number: usize) {
        let entry = &mut self.entries[number];
        if entry.end.is_none() {
            entry.is_given_up = true;
            self.given_up += 1;
        }
    }

    /// Requests that somebody waits for.
    pub(super) fn open(&self) -> Option<(usize, &Entry)> {
        let mut all = self.entries.iter().enumerate();
        all.find(|(_, entry)| entry.end.is_none() && !entry.is_given_up)
    }

    pub(super) fn open_count(&self) -> usize {
        let is_open = |entry: &&Entry| entry.end.is_none() && !entry.is_given_up;
        self.entries.iter().filter(is_open).count()
    }

    /// Those of a life that has ended.
    pub(super) fn open_of(&self, is_down: bool, life: u32) -> Option<(usize, &Entry)> {
        let mut all = self.entries.iter().enumerate();
        all.find(|(_, entry)| {
            let is_of = matches!(entry.way, Way::Down(_)) == is_down && entry.life == life;
            is_of && entry.end.is_none() && !entry.is_given_up
        })
    }
}

/// How a request ended, as whoever asked is told.
pub(super) fn end_of(
    number: usize,
    answer: &Result<ResponsePrimitive<'static>, RequestFailure>,
) -> Result<End, String> {
    let failure = match answer {
        Ok(response) => {
            if !response.status.is_success() {
                return Ok(End::Answered);
            }
            let content = response.content.as_ref().and_then(number_of);
            return if content == Some(number) {
                Ok(End::Success)
            } else {
                Err(format!(
                    "C1: request {number} has the response to {content:?}: {response:?}"
                ))
            };
        }
        Err(failure) => failure,
    };
    Ok(match failure {
        RequestFailure::NotTaken(_) => End::Never(Class::NotTaken),
        RequestFailure::NotRegistered
        | RequestFailure::Registration(_)
        | RequestFailure::NoRegistration => End::Never(Class::Nothing),
        RequestFailure::Ended(outcome) => end_of_outcome(outcome),
        _ => End::Gone,
    })
}

fn end_of_outcome(outcome: &Outcome<'_>) -> End {
    match outcome {
        Outcome::Written => End::Written,
        Outcome::Expired(Delivery::Never) => End::Never(Class::ExpiredUnsent),
        Outcome::Expired(Delivery::Unknown) => End::Unknown(Class::ExpiredUnknown),
        Outcome::Lost => End::Unknown(Class::Lost),
        Outcome::SessionEnded(Delivery::Unknown) | Outcome::Response(_) => {
            End::Unknown(Class::Ended)
        }
        Outcome::Replaced | Outcome::NotRegistered(_) | Outcome::SessionEnded(Delivery::Never) => {
            End::Never(Class::Ended)
        }
        Outcome::Refused(Refusal::TooLongForPeer { .. }) => End::Unknown(Class::Refused),
        Outcome::Refused(_) => End::Never(Class::Refused),
        _ => End::Unknown(Class::Ended),
    }
}

fn content(number: usize, len: usize) -> Content<'static> {
    let padding = "x".repeat(len);
    let text = format!(r#"{{"m2m:cin":{{"con":"number {number} {padding}"}}}}"#);
    Content::json_text(text).expect("it is JSON")
}

/// The number of a request, in its content and that of its response.
pub(super) fn number_of(content: &Content<'_>) -> Option<usize> {
    let value = content.value().ok()?;
    let text = value
        .get("m2m:cin")
        .and_then(|cin| cin.get("con"))
        .and_then(|con| con.as_text())?;
    let number = text.strip_prefix("number ")?.split(' ').next()?;
    number.parse().ok()
}

/// The request of a number.
pub(super) fn request(
    number: usize,
    to: &str,
    from: &str,
    len: usize,
    wants_none: bool,
) -> RequestPrimitive<'static> {
    let identifier = RequestIdentifier::UNASSIGNED;
    let content = content(number, len);
    let kind = ResourceType::CONTENT_INSTANCE;
    let mut request = RequestPrimitive::create(to.to_owned(), identifier, kind, content)
        .from(from.to_owned())
        .release_version("3");
    if wants_none {
        request.response_type = Some(ResponseType {
            value: Some(ResponseTypeValue::NO_RESPONSE),
            notification_targets: None,
        });
    }
    request
}

/// The answer to a request; one to a registration gives the name that it asks for.
pub(super) fn answer(request: &RequestPrimitive<'_>, len: usize) -> ResponsePrimitive<'static> {
    // A registree that asks for its own resource has it.
    let is_question = request.operation == Operation::RETRIEVE && request.content.is_none();
    let status = if is_question {
        ResponseStatusCode::OK
    } else {
        ResponseStatusCode::CREATED
    };
    let response = ResponsePrimitive::to_request(request, status);
    if is_question || request.resource_type == Some(ResourceType::AE) {
        let name = request.from.as_deref().unwrap_or_default();
        let ae = format!(r#"{{"m2m:ae":{{"rn":"{name}","ri":"{name}","aei":"{name}"}}}}"#);
        return response.content(Content::json_text(ae).expect("it is JSON"));
    }
    match request.content.as_ref().and_then(number_of) {
        Some(number) => response.content(content(number, len)),
        None => response,
    }
}
