//! What was asked, what has arrived, and how it ended.

use std::collections::BTreeMap;

use onem2m_ws_driver::RequestFailure;
use onem2m_ws_driver::binding::{Delivery, Outcome, RequestId};
use onem2m_ws_driver::primitive::{RequestPrimitive, ResponsePrimitive};

/// How a request ended.
pub(crate) type Answer = Result<ResponsePrimitive<'static>, RequestFailure>;

/// The accounts of all requests, by their identifiers.
#[derive(Default)]
pub(crate) struct Ledger {
    requests: BTreeMap<String, Entry>,
    /// Requests of devices, and how often they were answered.
    device_requests: BTreeMap<String, usize>,
    arrivals: usize,
    /// True if entities move, or nodes come anew: what is asked later may be at the new node earlier.
    pub(crate) moves: bool,
}

/// A request to a device.
struct Entry {
    /// Who has made it, as which of those of the same thread.
    maker: (usize, usize),
    /// The number that it was admitted under, where that is known.
    id: Option<RequestId>,
    /// Where and as which of all it has arrived, and what is answered.
    arrived: Option<(&'static str, usize, ResponsePrimitive<'static>)>,
    end: End,
}

enum End {
    None,
    /// Nobody waits for it any more.
    GivenUp,
    Ended(Answer),
}

impl Ledger {
    pub(crate) fn note_made(&mut self, identifier: &str, maker: (usize, usize)) {
        let entry = Entry {
            maker,
            id: None,
            arrived: None,
            end: End::None,
        };
        let former = self.requests.insert(identifier.to_owned(), entry);
        assert!(former.is_none(), "{identifier} is made once");
    }

    pub(crate) fn note_posted(&mut self, identifier: &str, id: RequestId) {
        self.entry(identifier).id = Some(id);
    }

    pub(crate) fn note_given_up(&mut self, identifier: &str) {
        let entry = self.entry(identifier);
        if matches!(entry.end, End::None) {
            entry.end = End::GivenUp;
        }
    }

    pub(crate) fn note_end(&mut self, identifier: &str, answer: Answer) {
        let entry = self.entry(identifier);
        assert!(matches!(entry.end, End::None), "{identifier} ends once");
        entry.end = End::Ended(answer);
    }

    /// A request without a future has ended.
    pub(crate) fn note_posted_end(&mut self, id: RequestId, answer: Answer) {
        let mut requests = self.requests.iter();
        let found = requests.find(|(_, entry)| entry.id == Some(id));
        let identifier = found.expect("what ends was posted").0.clone();
        self.note_end(&identifier, answer);
    }

    fn entry(&mut self, identifier: &str) -> &mut Entry {
        self.requests.get_mut(identifier).expect("it was made")
    }

    /// A device has received a request.
    pub(crate) fn note_arrival(
        &mut self,
        device: &'static str,
        answer: ResponsePrimitive<'static>,
    ) {
        let order = self.arrivals;
        self.arrivals += 1;
        let identifier = answer.request_identifier.as_str().to_owned();
        let entry = self.entry(&identifier);
        assert!(entry.arrived.is_none(), "{identifier} arrives twice");
        entry.arrived = Some((device, order, answer));
        let (maker, index) = entry.maker;
        if self.moves {
            return;
        }
        for (other, entry) in &self.requests {
            assert!(
                entry.maker.0 != maker || entry.maker.1 <= index || entry.arrived.is_none(),
                "{identifier} arrives behind {other}"
            );
        }
    }

    /// What the device answers if it is asked what it has not answered: it cannot know what has arrived.
    pub(crate) fn open_answers(&self, device: &str) -> Vec<ResponsePrimitive<'static>> {
        let open = self
            .requests
            .values()
            .filter(|entry| matches!(entry.end, End::None));
        open.filter_map(|entry| entry.arrived.as_ref())
            .filter(|(other, _, _)| *other == device)
            .map(|(_, _, answer)| answer.clone())
            .collect()
    }

    pub(crate) fn note_device_request(&mut self, request: &RequestPrimitive<'_>) {
        let identifier = request.request_identifier.as_str().to_owned();
        self.device_requests.insert(identifier, 0);
    }

    /// A device has received a response.
    pub(crate) fn note_answer(&mut self, identifier: &str) {
        let count = self.device_requests.get_mut(identifier);
        let count = count.expect("it was asked");
        *count += 1;
        assert_eq!(*count, 1, "{identifier} is answered once");
    }

    /// Requests that are neither ended nor given up.
    pub(crate) fn unended(&self) -> Vec<&str> {
        let unended = self
            .requests
            .iter()
            .filter(|(_, entry)| matches!(entry.end, End::None));
        unended.map(|(identifier, _)| identifier.as_str()).collect()
    }

    /// Checks what must hold once everything has ended.
    pub(crate) fn check(&self, expects: Expects) {
        for (identifier, entry) in &self.requests {
            match &entry.end {
                End::None => panic!("{identifier} is lost"),
                End::GivenUp => {}
                End::Ended(answer) => entry.check(identifier, answer, expects),
            }
        }
        if !self.moves {
            self.check_order();
        }
        if expects == Expects::Answers {
            for (identifier, count) in &self.device_requests {
                assert_eq!(*count, 1, "{identifier} of a device is answered");
            }
        }
    }

    /// What was admitted first has arrived first (C4).
    fn check_order(&self) {
        let mut posted: Vec<_> = self
            .requests
            .values()
            .filter_map(|entry| {
                let (device, order, _) = entry.arrived.as_ref()?;
                Some((*device, entry.id?, *order))
            })
            .collect();
        posted.sort_unstable();
        for pair in posted.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            assert!(pair[0].2 < pair[1].2, "{pair:?} arrive in another order");
        }
    }
}

impl Entry {
    fn check(&self, identifier: &str, answer: &Answer, expects: Expects) {
        match answer {
            Ok(response) => {
                assert_eq!(response.request_identifier.as_str(), identifier);
                assert!(self.arrived.is_some(), "{identifier} is answered by nobody");
            }
            Err(failure) => {
                assert_eq!(expects, Expects::Ends, "{identifier}: {failure:?}");
                let never = match failure {
                    RequestFailure::Ended(outcome) => matches!(
                        **outcome,
                        Outcome::Expired(Delivery::Never)
                            | Outcome::SessionEnded(Delivery::Never)
                            | Outcome::Refused(_)
                            | Outcome::Replaced
                    ),
                    RequestFailure::NotTaken(_) | RequestFailure::NotRegistered => true,
                    _ => false,
                };
                assert!(
                    !never || self.arrived.is_none(),
                    "{identifier} never left, and arrived: {failure:?}"
                );
            }
        }
    }
}

/// How everything ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Expects {
    /// Every request of both sides is answered.
    Answers,
    /// Every request ends.
    Ends,
}
