//! Sessions, whatever is done to them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use core::time::Duration;

use onem2m_ws::{Pacing, SessionConfig, SessionEvent, Subprotocol};
use onem2m_ws_core::{CloseCode, CloseFrame};
use proptest::prelude::*;

use common::{Nodes, OK, response, retrieval, strict};

#[derive(Clone, Debug)]
enum Step {
    Request(u8),
    Respond(u8),
    Ask(u8),
    Answer,
    Cancel(u8),
    Wait(u64),
    Write,
    Lose,
    Reconnect,
    Disconnect,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..20_u8).prop_map(Step::Request),
        4 => (0..20_u8).prop_map(Step::Respond),
        2 => (0..5_u8).prop_map(Step::Ask),
        2 => Just(Step::Answer),
        1 => (0..20_u8).prop_map(Step::Cancel),
        2 => (0..40_u64).prop_map(Step::Wait),
        4 => Just(Step::Write),
        1 => Just(Step::Lose),
        2 => Just(Step::Reconnect),
        1 => Just(Step::Disconnect),
    ]
}

/// Everything that happens while `steps` are done; with `extra` calls in between that ought to change nothing.
fn run(steps: &[Step], pacing: Option<Pacing>, extra: bool) -> (Vec<String>, usize, usize) {
    let mut nodes = Nodes::new(SessionConfig {
        pacing,
        max_late: 4,
        ..strict()
    });
    let (mut seen, mut asked, mut requested, mut cancelled) =
        (Vec::new(), Vec::new(), Vec::new(), 0);
    let idle = |nodes: &mut Nodes| {
        if extra {
            nodes.session.handle_timeout(nodes.now);
            let _ = (
                nodes.session.poll_timeout(),
                nodes.session.wants_input(),
                nodes.session.is_quiet(),
            );
            nodes.session.outbox(nodes.now);
            nodes.session.shrink();
        }
    };
    for step in steps {
        idle(&mut nodes);
        match step {
            Step::Request(number) => match nodes
                .session
                .request(nodes.now, retrieval(&number.to_string()))
            {
                Ok(id) => requested.push((*number, id)),
                Err(error) => seen.push(error.to_string()),
            },
            Step::Respond(number) if nodes.peer.connection.is_open() => {
                nodes.deliver_primitive(response(&number.to_string(), OK));
            }
            Step::Ask(number) if nodes.peer.connection.is_open() => {
                nodes.deliver_primitive(retrieval(&format!("theirs {number}")));
            }
            Step::Answer => {
                if let Some(id) = asked.pop() {
                    let answered = nodes.session.respond(nodes.now, id, response("any", OK));
                    seen.push(format!("{answered:?}"));
                }
            }
            Step::Cancel(number) => {
                let found = requested.iter().rev().find(|(other, _)| other == number);
                let ended = found.and_then(|(_, id)| nodes.session.cancel(nodes.now, *id));
                cancelled += usize::from(ended.is_some());
            }
            Step::Wait(seconds) => nodes.wait(Duration::from_secs(*seconds)),
            Step::Write => seen.extend(
                nodes
                    .received()
                    .iter()
                    .map(|primitive| format!("{primitive:?}")),
            ),
            Step::Lose => nodes.lose(),
            Step::Reconnect => drop(nodes.reconnect(Subprotocol::JSON)),
            Step::Disconnect => nodes
                .session
                .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, ""))
                .unwrap(),
            Step::Respond(_) | Step::Ask(_) => {}
        }
        idle(&mut nodes);
        for event in nodes.events() {
            if let SessionEvent::Request { id, .. } = &event {
                asked.push(*id);
            }
            seen.push(format!("{event:?}"));
        }
    }
    nodes.lose();
    nodes.wait(Duration::from_secs(4000));
    seen.extend(nodes.events().iter().map(|event| format!("{event:?}")));
    (seen, requested.len(), cancelled)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every request ends exactly once, and calls that ask for nothing change nothing.
    #[test]
    fn rq_03_every_request_ends_once(steps in proptest::collection::vec(step(), 0..60), is_paced in any::<bool>()) {
        let pacing = is_paced.then_some(Pacing::ONE_AT_A_TIME);
        let (seen, requested, cancelled) = run(&steps, pacing, false);
        let ended = seen.iter().filter(|event| event.starts_with("Ended")).count();
        prop_assert_eq!(ended + cancelled, requested);
        prop_assert_eq!(run(&steps, pacing, true).0, seen);
    }
}
