//! What was asked, what arrived and how it ended: the invariants.

use std::collections::BTreeMap;
use std::rc::Rc;

use onem2m_primitive::Content;
use onem2m_ws::{Delivery, Outcome, RequestError, RequestId};

use super::registrar::NodeCell;

/// How a request ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum End {
    Response,
    /// Not one byte has left.
    Never,
    /// It may have been carried out.
    Unknown,
    /// There was no room, although the cell had said so.
    NoRoom,
}

#[derive(Debug, Default)]
pub(super) struct Entry {
    #[expect(dead_code, reason = "shown where an invariant is broken")]
    pub(super) entity: String,
    /// Where the request was admitted, and as which.
    pub(super) id: Option<RequestId>,
    pub(super) node: u64,
    /// Where a future that gives it up finds it.
    pub(super) home: Option<Rc<NodeCell>>,
    pub(super) waker: Option<super::executor::TaskId>,
    pub(super) delivered: u32,
    pub(super) end: Option<End>,
    /// Nobody is to hear of its end.
    pub(super) is_given_up: bool,
    /// Its entity or process has moved, so its place in the order is not known.
    pub(super) has_moved: bool,
    /// The store has said so.
    pub(super) is_stored: bool,
    /// The process that took it has crashed.
    pub(super) is_orphan: bool,
    /// After a restart: what it was told as.
    pub(super) is_unresolved: bool,
    pub(super) is_loaded: bool,
}

#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) entries: Vec<Entry>,
    /// The last request that arrived, of those that one node admitted.
    last: BTreeMap<u64, (RequestId, usize)>,
    /// Requests of peers that were answered.
    responded: std::collections::BTreeSet<String>,
    /// In how many worlds of it entities moved.
    pub(super) moves: bool,
    pub(super) delivered: u64,
    pub(super) answered: u64,
}

impl Ledger {
    pub(super) fn new_entry(&mut self, entity: &str) -> usize {
        self.entries.push(Entry {
            entity: entity.into(),
            ..Entry::default()
        });
        self.entries.len() - 1
    }

    pub(super) fn admitted(
        &mut self,
        number: usize,
        id: RequestId,
        node: u64,
        home: &Rc<NodeCell>,
    ) {
        let entry = &mut self.entries[number];
        (entry.id, entry.node) = (Some(id), node);
        entry.home = Some(Rc::clone(home));
    }

    /// The last byte of a request has been taken by a transport.
    pub(super) fn arrived(&mut self, number: usize) {
        let entry = &mut self.entries[number];
        entry.delivered += 1;
        self.delivered += 1;
        assert_eq!(entry.delivered, 1, "C3: request {number} arrived twice");
        assert!(
            !matches!(entry.end, Some(End::Never | End::NoRoom)) || entry.is_orphan,
            "C5: request {number} had ended as one that never left: {entry:?}"
        );
        assert!(
            !entry.is_unresolved,
            "C9: request {number} was told as taken, and is sent: {entry:?}"
        );
        if let Some(id) = entry.id.filter(|_| !entry.has_moved) {
            let node = entry.node;
            if let Some((last, other)) = self.last.get(&node) {
                assert!(
                    *last < id,
                    "C4: request {number} ({id:?}) arrived behind {other} ({last:?})"
                );
            }
            self.last.insert(node, (id, number));
        }
    }

    pub(super) fn responded(&mut self, identifier: &str) {
        assert!(
            self.responded.insert(identifier.into()),
            "C3: {identifier} was answered twice"
        );
    }

    pub(super) fn ended(&mut self, number: usize, end: End) -> Option<super::executor::TaskId> {
        let moves = self.moves;
        let entry = &mut self.entries[number];
        if entry.is_given_up {
            return None;
        }
        assert!(
            entry.end.is_none(),
            "C1: request {number} ended twice: {end:?}, {entry:?}"
        );
        entry.end = Some(end);
        if matches!(end, End::Never | End::NoRoom) {
            assert_eq!(
                entry.delivered, 0,
                "C5: request {number} ended as {end:?}, and had arrived"
            );
        }
        assert!(
            end != End::NoRoom || entry.has_moved || entry.is_loaded || moves,
            "C6: request {number} was admitted, and there was no room: {entry:?}"
        );
        if end == End::Response {
            self.answered += 1;
            assert_eq!(entry.delivered, 1, "a response to what did not arrive");
        }
        entry.waker
    }

    /// The process is gone, and with it those who asked.
    pub(super) fn crash(&mut self) {
        self.last.clear();
        for entry in &mut self.entries {
            // Numbers of requests are given anew.
            entry.id = None;
            entry.home = None;
            entry.waker = None;
            entry.is_loaded = false;
            if entry.end.is_none() {
                entry.is_orphan = true;
            }
            // What was stored has to come back unless it has ended.
            entry.has_moved = true;
        }
    }

    pub(super) fn check_end(&self) {
        for (number, entry) in self.entries.iter().enumerate() {
            let is_open = entry.end.is_none() && !entry.is_given_up && !entry.is_orphan;
            assert!(!is_open, "C1: request {number} has not ended: {entry:?}");
            let is_lost = entry.is_orphan
                && entry.is_stored
                && entry.end.is_none()
                && !entry.is_given_up
                && !entry.is_unresolved
                && entry.delivered == 0;
            assert!(
                !is_lost,
                "C9: request {number} was stored, and is lost: {entry:?}"
            );
        }
    }
}

pub(super) fn end_of(outcome: &Outcome<'_>) -> End {
    match outcome {
        Outcome::Response(response) => match response.content {
            Some(_) => End::Response,
            None => End::Unknown,
        },
        Outcome::Expired(Delivery::Never)
        | Outcome::SessionEnded(Delivery::Never)
        | Outcome::Replaced => End::Never,
        Outcome::Refused(onem2m_ws::Refusal::NotTaken(error)) => end_of_error(error),
        Outcome::Refused(_) => End::Never,
        _ => End::Unknown,
    }
}

pub(super) fn end_of_error(error: &RequestError) -> End {
    if *error == RequestError::TooMany {
        End::NoRoom
    } else {
        End::Never
    }
}

pub(super) fn content(number: usize) -> Content<'static> {
    let text = format!(r#"{{"m2m:cin":{{"con":"number {number}"}}}}"#);
    Content::json_text(text).expect("it is JSON")
}

pub(super) fn number(content: &Content<'_>) -> Option<usize> {
    let value = content.value().ok()?;
    let text = value
        .get("m2m:cin")
        .and_then(|cin| cin.get("con"))
        .and_then(|con| con.as_text());
    let number = text.and_then(|text| text.strip_prefix("number "));
    number.and_then(|number| number.parse().ok())
}
