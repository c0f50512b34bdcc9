//! What was asked, what arrived and how it ended: the invariants.

use std::collections::BTreeMap;

use onem2m_primitive::{Content, RequestPrimitive, ResponsePrimitive};
use onem2m_ws::{Delivery, Outcome, RequestId};

/// Which side asked.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Side {
    Registree(usize),
    Registrar,
}

#[derive(Debug)]
struct Entry {
    delivered: u32,
    ended: bool,
    cancelled: bool,
    has_to_succeed: bool,
}

/// Every request of a run, by the number that its content carries.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: Vec<Entry>,
    by_id: BTreeMap<(Side, RequestId), usize>,
    pub(super) responses: u64,
}

impl Ledger {
    /// The content of the next request.
    pub(super) fn next_content(&self) -> Content<'static> {
        content(self.entries.len())
    }

    pub(super) fn asked(&mut self, side: Side, id: RequestId) {
        let former = self.by_id.insert((side, id), self.entries.len());
        assert!(former.is_none(), "an identifier was used twice");
        self.entries.push(Entry {
            delivered: 0,
            ended: false,
            cancelled: false,
            has_to_succeed: false,
        });
    }

    /// The request was not taken: its number is used all the same.
    pub(super) fn not_taken(&mut self) {
        self.entries.push(Entry {
            delivered: 0,
            ended: true,
            cancelled: false,
            has_to_succeed: false,
        });
    }

    /// Nothing is in the way of this one.
    pub(super) fn expect_success(&mut self, side: Side, id: RequestId) {
        self.entries[self.by_id[&(side, id)]].has_to_succeed = true;
    }

    pub(super) fn cancelled(&mut self, side: Side, id: RequestId) {
        let entry = &mut self.entries[self.by_id[&(side, id)]];
        assert!(!entry.ended, "I1: what has ended can be cancelled");
        (entry.ended, entry.cancelled) = (true, true);
    }

    /// A request arrives at the other application; its number.
    pub(super) fn delivered(&mut self, request: &RequestPrimitive<'_>) -> usize {
        let number = number(request.content.as_ref().expect("a request has content"));
        let entry = &mut self.entries[number];
        entry.delivered += 1;
        assert_eq!(entry.delivered, 1, "I3: request {number} arrived twice");
        number
    }

    /// A request ends.
    pub(super) fn ended(&mut self, side: Side, id: RequestId, outcome: &Outcome<'_>) {
        let number = *self
            .by_id
            .get(&(side, id))
            .expect("only what was asked ends");
        let entry = &mut self.entries[number];
        assert!(!entry.ended, "I1: request {number} ended twice");
        entry.ended = true;
        if entry.has_to_succeed {
            let is_success =
                matches!(outcome, Outcome::Response(response) if response.status.is_success());
            assert!(is_success, "I6: without faults it ended as {outcome:?}");
        }
        match outcome {
            Outcome::Response(response) => {
                self.responses += 1;
                check_response(number, entry.delivered, response);
            }
            Outcome::Expired(Delivery::Never)
            | Outcome::SessionEnded(Delivery::Never)
            | Outcome::Replaced
            | Outcome::Refused(_) => {
                assert_eq!(
                    entry.delivered, 0,
                    "request {number} never left, and arrived"
                );
            }
            Outcome::Written
            | Outcome::Expired(_)
            | Outcome::Lost
            | Outcome::SessionEnded(_)
            | _ => {}
        }
    }

    /// Everything has come to its end.
    pub(super) fn check_end(&self) {
        for ((side, id), number) in &self.by_id {
            assert!(
                self.entries[*number].ended,
                "I1: {side:?} {id:?} ({number}) has not ended"
            );
        }
    }
}

fn check_response(number: usize, delivered: u32, response: &ResponsePrimitive<'_>) {
    // Answers of the session itself have no content.
    if let Some(content) = &response.content {
        assert_eq!(
            self::number(content),
            number,
            "I2: the response to another request"
        );
        assert_eq!(delivered, 1, "a response to what did not arrive");
    } else {
        assert!(
            !response.status.is_success(),
            "a success without content: {response:?}"
        );
    }
}

pub(super) fn content(number: usize) -> Content<'static> {
    let text = format!(r#"{{"m2m:cin":{{"con":"number {number}","lbl":["a","b"]}}}}"#);
    Content::json_text(text).expect("it is JSON")
}

fn number(content: &Content<'_>) -> usize {
    let value = content.value().expect("it can be read");
    let text = value
        .get("m2m:cin")
        .and_then(|cin| cin.get("con"))
        .and_then(|con| con.as_text());
    let number = text.and_then(|text| text.strip_prefix("number "));
    number
        .and_then(|number| number.parse().ok())
        .expect("it is a number of ours")
}
