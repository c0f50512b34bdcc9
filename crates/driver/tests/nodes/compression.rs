//! What compression saves a node (RFC 7692) is counted: the bytes of messages before and after, of all connections together.

use core::iter::Sum;
use core::ops::Add;
use core::time::Duration;

use onem2m_ws_driver::Counters;
use onem2m_ws_driver::core::deflate::{Compressor, Parameters, Part};
use onem2m_ws_driver::core::{Config, PermessageDeflate};
use onem2m_ws_driver::primitive::Primitive;
use onem2m_ws_tests::inflate::Inflater;
use onem2m_ws_tests::wire::{Frame, TEXT};

use crate::node::{QUIET, Registrar, Registree, cse, registrar_config};
use crate::peer::{Peer, answer, frame, notification, registration, retrieval};
use crate::world::Step;

const COMPRESSING: Config = Config {
    permessage_deflate: Some(PermessageDeflate::DEFAULT),
    ..QUIET
};

/// In a request and in an answer.
const AGREED: &str = "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=12\r\n";

/// Bytes of messages, before compression and after.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Bytes(u64, u64);

impl Add for Bytes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }
}

impl Sum for Bytes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

impl Bytes {
    fn new(before: usize, after: usize) -> Self {
        let count = |bytes| u64::try_from(bytes).unwrap();
        Self(count(before), count(after))
    }
}

/// What a node has sent, and what it has received.
fn counted(counters: &Counters) -> [Bytes; 2] {
    let get = |name| counters.get(name);
    [
        Bytes(
            get("bytes_sent_before_compression"),
            get("bytes_sent_compressed"),
        ),
        Bytes(
            get("bytes_received_decompressed"),
            get("bytes_received_compressed"),
        ),
    ]
}

/// A peer that compresses, and what has gone over its connection.
struct Compressing {
    peer: Peer,
    compressor: Compressor,
    inflater: Inflater,
    said: Bytes,
    heard: Bytes,
}

impl Compressing {
    fn new(peer: Peer) -> Self {
        Self {
            peer,
            compressor: Compressor::new(Parameters::default()),
            inflater: Inflater::default(),
            said: Bytes::default(),
            heard: Bytes::default(),
        }
    }

    fn client(node: &mut Registrar, name: &str) -> Self {
        let line = node.tasks.world.calm();
        node.serve(&line, cse);
        let fields =
            format!("Sec-WebSocket-Protocol: oneM2M.json\r\nX-M2M-Origin: {name}\r\n{AGREED}");
        let mut peer = Peer::client_with(line, &fields);
        node.tasks.rest();
        let head = peer.head();
        assert!(head.contains("permessage-deflate"), "{head}");
        Self::new(peer)
    }

    fn say(&mut self, primitive: impl Into<Primitive<'static>>) {
        let plain = frame(primitive).payload;
        let mut payload = Vec::new();
        self.compressor.compress(&plain, Part::Last, &mut payload);
        self.said = self.said + Bytes::new(plain.len(), payload.len());
        let frame = Frame::new(TEXT, payload).compressed();
        self.peer.send_frame(frame);
    }

    /// Takes what has arrived; how many compressed messages that were.
    fn hear(&mut self) -> usize {
        let frames = self.peer.frames().into_iter();
        let messages = frames.filter(|frame| frame.opcode == TEXT && frame.rsv != 0);
        let heard = messages.map(|frame| {
            let message = self.inflater.message(&frame.payload, 1 << 12, true);
            Bytes::new(message.unwrap().len(), frame.payload.len())
        });
        let heard: Vec<_> = heard.collect();
        self.heard = self.heard + heard.iter().copied().sum();
        heard.len()
    }

    fn register(node: &mut Registrar, name: &str) -> Self {
        let mut peer = Self::client(node, name);
        peer.say(registration(name));
        node.tasks.rest();
        assert_eq!(peer.hear(), 1);
        peer
    }
}

#[test]
fn a_registrar_counts_what_compression_saves() {
    let mut node = Registrar::new(registrar_config(|_| {}), COMPRESSING);
    // Who does not ask for compression is not counted.
    let plain = node.register_calm("Cplain");
    plain.send(retrieval("Cplain", "cse-in", "r1"));
    node.tasks.rest();
    let nothing = [Bytes::default(); 2];
    assert_eq!(counted(&node.handle.counters()), nothing);

    let mut peers = ["Cone", "Ctwo"].map(|name| Compressing::register(&mut node, name));
    for number in 0..5 {
        for (peer, name) in peers.iter_mut().zip(["Cone", "Ctwo"]) {
            peer.say(retrieval(name, "cse-in", format!("r{number}")));
            let told = node.ask(name, notification(name, format!("n{number}"), 100));
            node.tasks.rest();
            assert_eq!(peer.hear(), 1, "the response is too short");
            drop(told);
        }
    }
    node.tasks.rest();
    let sums = |peers: &[Compressing]| {
        let sent = peers.iter().map(|peer| peer.heard).sum();
        [sent, peers.iter().map(|peer| peer.said).sum::<Bytes>()]
    };
    assert_eq!(counted(&node.handle.counters()), sums(&peers));
    for Bytes(before, after) in sums(&peers) {
        assert!(after > 0 && 2 * after < before, "{after} of {before}");
    }

    // What was counted stays when a connection is gone.
    for peer in &peers {
        peer.peer.line.end();
    }
    node.tasks.pass(Duration::from_secs(10));
    assert_eq!(node.handle.connection_count(), 1);
    assert_eq!(counted(&node.handle.counters()), sums(&peers));
}

/// A connection that another took the place of goes on counting until it is closed.
#[test]
fn a_registrar_counts_for_a_connection_that_has_to_go() {
    let mut node = Registrar::new(registrar_config(|_| {}), COMPRESSING);
    let mut first = Compressing::register(&mut node, "Cone");
    let asked = node.ask("Cone", notification("Cone", "n", 100));
    node.tasks.rest();
    assert_eq!(first.hear(), 1);
    let second = Compressing::client(&mut node, "Cone");
    node.tasks.rest();
    let request = notification("Cone", "n", 100);
    first.say(answer(&request));
    node.tasks.rest();
    assert!(matches!(asked.take(), Some(Ok(_))));
    let sums = [first.heard + second.heard, first.said + second.said];
    assert_eq!(counted(&node.handle.counters()), sums);
}

#[test]
fn a_registree_counts_what_compression_saves() {
    let mut node = Registree::new(|_| {}, COMPRESSING);
    let calm = |_, _| Step::Take(usize::MAX);
    let mut sums = [Bytes::default(); 2];
    // Over three connections, of which the last does not compress.
    for (round, fields) in [AGREED, AGREED, ""].into_iter().enumerate() {
        let mut peer = Compressing::new(node.connect_with(calm, fields));
        for number in 0..5 {
            let request = notification("cse-in", format!("r{round}-{number}"), 100);
            let response = answer(&request);
            let asked = node.ask(request);
            node.tasks.rest();
            if fields.is_empty() {
                assert_eq!(peer.peer.answer_all(), 1);
            } else {
                assert_eq!(peer.hear(), 1);
                peer.say(response);
            }
            node.tasks.rest();
            assert!(matches!(asked.take(), Some(Ok(_))));
        }
        let [sent, received] = sums;
        sums = [sent + peer.heard, received + peer.said];
        assert_eq!(counted(&node.handle.counters()), sums, "{round}");
        peer.peer.line.end();
        node.tasks.pass(Duration::from_secs(10));
        assert_eq!(counted(&node.handle.counters()), sums, "{round}");
    }
    let [Bytes(before, after), _] = sums;
    assert!(after > 0 && 2 * after < before, "{after} of {before}");
}
