//! Calls in any order, a transport that is lost at any byte, and the rows F of the project's table of attacks.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;
use std::collections::HashSet;
use std::io::IoSlice;

use onem2m_ws_core::{
    Buf, CloseCode, CloseFrame, Closed, Config, Connection, Event, Inbox, Loss, Outbox, Role, Seed,
    SendErrorReason, Sent, Timestamp, TransportAction,
};
use onem2m_ws_tests::wire::{self, Frame};
use onem2m_ws_tests::{reference, script};
use proptest::collection::vec;
use proptest::prelude::*;

const ROLES: [Role; 2] = [Role::Client, Role::Server];

/// One side of a session, with all that it said and heard.
struct Side {
    connection: Connection,
    inbox: Inbox,
    /// What was accepted for sending, with the receipts.
    sent: Vec<(Vec<u8>, Sent)>,
    /// The bytes that reached it.
    received: Vec<u8>,
    events: Vec<Event<'static>>,
}

impl Side {
    fn new(role: Role) -> Self {
        Self {
            connection: script::connection(role, Config::DEFAULT),
            inbox: Inbox::with_capacity(512),
            sent: Vec::new(),
            received: Vec::new(),
            events: Vec::new(),
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Send(len) => {
                let message = vec![b'm'; len];
                if let Ok(sent) = self.connection.send(message.clone()) {
                    self.sent.push((message, sent));
                }
            }
            Act::Pieces => {
                let Ok(first) = self.connection.send_piece(&b"first"[..], false) else {
                    return;
                };
                self.connection.ping(b"within").unwrap();
                let last = self.connection.send_piece(&b"last"[..], true).unwrap();
                assert!(self.connection.is_unwritten(first) && self.connection.is_unwritten(last));
                self.sent.push((b"firstlast".to_vec(), last));
            }
            Act::Ping => drop(self.connection.ping(b"ping")),
            Act::Close => {
                let frame = CloseFrame::new(CloseCode::NORMAL, "done");
                self.connection.close(Timestamp::ZERO, frame).unwrap();
            }
        }
    }

    fn poll(&mut self, now: Timestamp) {
        while let Some(event) = self.connection.poll_event(now, &mut self.inbox) {
            self.events.push(event.into_owned());
        }
        assert!(self.inbox.is_empty());
    }

    fn end(&mut self) {
        self.connection.handle_eof();
        self.poll(Timestamp::ZERO);
    }

    /// Lets time pass until nothing more is to be expected.
    fn outwait(&mut self) {
        for _ in 0..8 {
            let Some(deadline) = self.connection.poll_timeout() else {
                return;
            };
            self.connection.handle_timeout(deadline);
            self.poll(deadline);
        }
        panic!("no end: {:?}", self.connection);
    }
}

#[derive(Clone, Copy, Debug)]
enum Act {
    Send(usize),
    /// A message in two pieces, with a ping between them.
    Pieces,
    Ping,
    Close,
}

/// A session with everything in it: who does what.
const SESSION: [(usize, Act); 14] = [
    (0, Act::Send(5)),
    (1, Act::Send(0)),
    (1, Act::Ping),
    (0, Act::Pieces),
    (1, Act::Send(130)),
    (0, Act::Ping),
    (0, Act::Send(4200)),
    (1, Act::Pieces),
    (0, Act::Send(0)),
    (1, Act::Send(4200)),
    (1, Act::Send(7)),
    (0, Act::Send(200)),
    (0, Act::Close),
    (1, Act::Send(9)),
];

/// What becomes of the transport.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fate {
    /// Both directions end, as with a reset.
    Reset,
    /// The direction ends, and the other goes on.
    HalfClosed,
    /// Nothing more arrives in the direction, and nobody says so.
    Silent,
}

/// A session of which one direction carries only so many bytes: the side that sends there, how many, and what then.
struct Session {
    sides: [Side; 2],
    from: usize,
    left: usize,
    fate: Fate,
    is_reset: bool,
}

impl Session {
    fn run(from: usize, len: usize, fate: Fate) -> Self {
        let mut session = Self {
            sides: ROLES.map(Side::new),
            from,
            left: len,
            fate,
            is_reset: false,
        };
        session.lose_if_due();
        for (side, act) in SESSION {
            session.sides[side].act(act);
            session.settle();
        }
        for side in &mut session.sides {
            side.outwait();
        }
        session
    }

    /// Carries what waits and does what is asked of the transport, until nothing moves.
    fn settle(&mut self) {
        while self.carry(0) | self.carry(1) {}
        for side in [0, 1] {
            let action = self.sides[side].connection.transport_action();
            let ends = match action {
                TransportAction::None | TransportAction::AwaitEof => false,
                TransportAction::Shutdown => self.sides[side].connection.outbox().is_empty(),
                TransportAction::Abort => true,
            };
            if ends && !self.is_lost(side) {
                self.sides[1 - side].end();
            }
        }
    }

    /// Whether what `side` sends is lost.
    fn is_lost(&self, side: usize) -> bool {
        self.is_reset || (side == self.from && self.left == 0)
    }

    fn carry(&mut self, side: usize) -> bool {
        if self.is_lost(side) {
            return false;
        }
        let outbox = self.sides[side].connection.outbox();
        let limit = if side == self.from {
            self.left
        } else {
            usize::MAX
        };
        let bytes = outbox.chunk();
        let bytes = bytes[..bytes.len().min(limit)].to_vec();
        outbox.advance(bytes.len());
        let to = &mut self.sides[1 - side];
        to.received.extend_from_slice(&bytes);
        to.inbox.extend(&bytes);
        to.poll(Timestamp::ZERO);
        if side == self.from {
            self.left -= bytes.len();
            self.lose_if_due();
        }
        !bytes.is_empty()
    }

    fn lose_if_due(&mut self) {
        if self.left > 0 {
            return;
        }
        match self.fate {
            Fate::Reset => {
                self.is_reset = true;
                self.sides.iter_mut().for_each(Side::end);
            }
            Fate::HalfClosed => self.sides[1 - self.from].end(),
            Fate::Silent => {}
        }
    }

    fn check(&self, context: &str) {
        for (index, side) in self.sides.iter().enumerate() {
            self.check_events(index, side, context);
            // What arrived is what the other side knows to be written, and nothing else.
            let peer = &self.sides[1 - index];
            let mut arrived = Vec::new();
            for event in &side.events {
                if let Event::Message(message) = event {
                    arrived.push(message.as_bytes());
                }
            }
            assert!(arrived.len() <= peer.sent.len(), "{context}: none twice");
            for (number, (message, sent)) in peer.sent.iter().enumerate() {
                let is_written = peer.connection.is_written(*sent);
                let is_unwritten = peer.connection.is_unwritten(*sent);
                assert!(!(is_written && is_unwritten));
                if let Some(arrived) = arrived.get(number) {
                    assert_eq!(arrived, message, "{context}: in order, unchanged");
                    assert!(is_written, "{context}: message {number} arrived");
                }
            }
        }
    }

    /// The events are those of the bytes that arrived, and the end says what happened.
    fn check_events(&self, index: usize, side: &Side, context: &str) {
        let role = side.connection.role();
        let (last, others) = side.events.split_last().unwrap();
        let expected = reference::events(role, &Config::DEFAULT, &side.received);
        let (expected_last, expected_others) = expected.split_last().unwrap();
        assert_eq!(others, expected_others, "{context}, {role:?}");
        let has_heard = matches!(expected_last, Event::Closed(Closed::Clean(_)));
        if has_heard || self.fate != Fate::Silent {
            assert_eq!(last, expected_last, "{context}, {role:?}");
        } else {
            let Event::Closed(Closed::Lost(loss)) = last else {
                panic!("{context}, {role:?}: {last:?}");
            };
            let is_expected = match loss {
                Loss::PongTimeout | Loss::CloseTimeout => true,
                // The other side gave up first.
                Loss::Eof | Loss::Truncated => index == self.from,
                Loss::WriteTimeout => false,
            };
            assert!(is_expected, "{context}, {role:?}: {loss:?}");
        }
        assert_eq!(side.connection.transport_action(), TransportAction::Abort);
    }
}

/// How many bytes each side sends when nothing is lost.
fn lengths() -> [usize; 2] {
    let session = Session::run(0, usize::MAX, Fate::Reset);
    session.check("nothing lost");
    for side in &session.sides {
        let last = side.events.last().unwrap();
        assert!(matches!(last, Event::Closed(Closed::Clean(_))), "{last:?}");
    }
    let [client, server] = &session.sides;
    [server.received.len(), client.received.len()]
}

#[test]
fn a_transport_lost_at_every_byte_ends_both_sides_once() {
    let lengths = lengths();
    assert!(lengths.iter().all(|len| *len > 4200), "{lengths:?}");
    for fate in [Fate::Reset, Fate::HalfClosed, Fate::Silent] {
        for (from, sent) in lengths.into_iter().enumerate() {
            for len in 0..=sent {
                let context = format!("{fate:?} after {len} bytes from {:?}", ROLES[from]);
                Session::run(from, len, fate).check(&context);
            }
        }
    }
}

/// A call that may come at any time.
#[derive(Clone, Debug)]
enum Call {
    Send(Vec<u8>),
    Piece(Vec<u8>, bool),
    Ping(u8),
    Close,
    /// Takes up to so many bytes out of the outbox, through as many slices.
    Write(usize, usize),
    /// Receives so many bytes of what the peer sends.
    Receive(usize),
    PollEvent,
    PollReady,
    /// Time goes on by so many milliseconds.
    Timeout(u16),
}

fn payload() -> impl Strategy<Value = Vec<u8>> {
    let len = prop_oneof![8 => 0usize..30, 2 => 100usize..140, 2 => 4090usize..4200];
    (any::<u8>(), len).prop_map(|(byte, len)| vec![byte; len])
}

fn quiet_call() -> impl Strategy<Value = Call> {
    let len = prop_oneof![6 => 0usize..200, 1 => 1000usize..9000];
    prop_oneof![
        6 => (len, 0usize..5).prop_map(|(len, slices)| Call::Write(len, slices)),
        4 => (0usize..60).prop_map(Call::Receive),
        4 => Just(Call::PollEvent),
        2 => Just(Call::PollReady),
        3 => any::<u16>().prop_map(Call::Timeout),
    ]
}

fn sending_call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => payload().prop_map(Call::Send),
        4 => (payload(), any::<bool>()).prop_map(|(payload, is_last)| Call::Piece(payload, is_last)),
    ]
}

fn any_call() -> impl Strategy<Value = Call> {
    prop_oneof![
        8 => sending_call(),
        16 => quiet_call(),
        4 => any::<u8>().prop_map(Call::Ping),
        1 => Just(Call::Close),
    ]
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(ROLES.to_vec())
}

fn config() -> impl Strategy<Value = Config> {
    let fragment_len = prop::sample::select(vec![None, Some(10), Some(4100)]);
    let max_waiting_controls = prop::sample::select(vec![1, 2, 1000]);
    (fragment_len, max_waiting_controls).prop_map(|(send_fragment_len, max_waiting_controls)| {
        Config {
            send_fragment_len,
            max_waiting_controls,
            max_outbox_len: usize::MAX,
            write_timeout: None,
            ..Config::DEFAULT
        }
    })
}

/// A connection that is called at random, and what can be seen of it.
struct Caller {
    connection: Connection,
    inbox: Inbox,
    now: Timestamp,
    incoming: Vec<u8>,
    /// All that was written.
    output: Vec<u8>,
    sent: Vec<Accepted>,
    pings: Vec<Vec<u8>>,
    events: Vec<Event<'static>>,
    looks: Vec<Look>,
}

struct Accepted {
    message: Vec<u8>,
    /// Of a piece: whether it is the last.
    piece: Option<bool>,
    receipt: Sent,
}

/// What was said of a message when so many bytes had been written.
struct Look {
    number: usize,
    written: usize,
    is_unwritten: bool,
    is_written: bool,
}

impl Caller {
    fn new(role: Role, config: Config, incoming: Vec<u8>) -> Self {
        Self {
            connection: Connection::new(role, config, Seed([9; 32]), Timestamp::ZERO),
            inbox: Inbox::with_capacity(64),
            now: Timestamp::ZERO,
            incoming,
            output: Vec::new(),
            sent: Vec::new(),
            pings: Vec::new(),
            events: Vec::new(),
            looks: Vec::new(),
        }
    }

    fn call(&mut self, call: &Call) {
        match call {
            Call::Send(payload) => self.accept(payload, None),
            Call::Piece(payload, is_last) => self.accept(payload, Some(*is_last)),
            Call::Ping(byte) => {
                let payload = vec![*byte; 3];
                if self.connection.ping(&payload).is_ok() {
                    self.pings.push(payload);
                }
            }
            Call::Close => self.connection.close(self.now, None).unwrap(),
            Call::Write(len, slices) => self.write(*len, *slices),
            Call::Receive(len) => {
                let len = (*len).min(self.incoming.len());
                let bytes: Vec<u8> = self.incoming.drain(..len).collect();
                self.inbox.extend(&bytes);
            }
            Call::PollEvent => {
                let event = self.connection.poll_event(self.now, &mut self.inbox);
                self.events.extend(event.map(Event::into_owned));
            }
            Call::PollReady => {
                let kind = self.connection.poll_ready(self.now, &mut self.inbox);
                assert_eq!(kind, self.connection.poll_ready(self.now, &mut self.inbox));
            }
            Call::Timeout(millis) => {
                let elapsed = Duration::from_millis(u64::from(*millis));
                self.now = self.now.saturating_add(elapsed);
                self.connection.handle_timeout(self.now);
            }
        }
    }

    fn accept(&mut self, message: &[u8], piece: Option<bool>) {
        let sent = match piece {
            None => self.connection.send(message.to_vec()),
            Some(is_last) => self.connection.send_piece(message.to_vec(), is_last),
        };
        match sent {
            Ok(receipt) => self.sent.push(Accepted {
                message: message.to_vec(),
                piece,
                receipt,
            }),
            Err(error) => {
                assert_ne!(error.reason, SendErrorReason::Full);
                assert_eq!(error.message.as_bytes(), message, "it comes back");
            }
        }
    }

    fn write(&mut self, len: usize, slices: usize) {
        let taken = take(self.connection.outbox(), len, slices);
        self.output.extend(taken);
        for (number, accepted) in self.sent.iter().enumerate() {
            let receipt = accepted.receipt;
            self.looks.push(Look {
                number,
                written: self.output.len(),
                is_unwritten: self.connection.is_unwritten(receipt),
                is_written: self.connection.is_written(receipt),
            });
        }
    }

    /// Receives and writes everything.
    fn finish(&mut self) {
        self.call(&Call::Receive(usize::MAX));
        while let Some(event) = self.connection.poll_event(self.now, &mut self.inbox) {
            self.events.push(event.into_owned());
        }
        assert!(self.inbox.is_empty());
        while self.connection.outbox().has_remaining() {
            self.write(usize::MAX, 3);
        }
    }
}

/// Up to `len` bytes from the front of the outbox, as one chunk or as some slices, looked at before they are taken.
fn take(outbox: &mut Outbox, len: usize, slices: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    if slices == 0 {
        bytes.extend_from_slice(outbox.chunk());
    } else {
        let mut chunks = vec![IoSlice::new(&[]); slices];
        let count = outbox.chunks_vectored(&mut chunks);
        for chunk in &chunks[..count] {
            assert!(!chunk.is_empty());
            bytes.extend_from_slice(chunk);
        }
    }
    assert_eq!(bytes.is_empty(), !outbox.has_remaining());
    bytes.truncate(len);
    outbox.advance(bytes.len());
    bytes
}

/// What a peer of `role` sends: messages, with pings if wanted, and its Close frame if wanted.
fn incoming(role: Role, pings: bool, closes: bool) -> Vec<u8> {
    let mut frames = Vec::new();
    for number in 0..20 {
        frames.push(Frame::new(wire::TEXT, [b'a'; 9]));
        frames.push(Frame::new(wire::BINARY, [number; 30]).unfinished());
        if pings {
            frames.push(Frame::new(wire::PING, [number; 2]));
        }
        frames.push(Frame::new(wire::CONTINUATION, [number; 3]));
    }
    if closes {
        frames.push(Frame::close(1000, ""));
    }
    wire::stream(frames.into_iter().map(|frame| match role {
        Role::Client => frame,
        Role::Server => frame.masked(),
    }))
}

/// What is received at the other end: its messages, its pings, its pongs, and its end.
type Received = (Vec<Vec<u8>>, Vec<Vec<u8>>, Vec<Vec<u8>>, Closed<'static>);

fn read_output(caller: &Caller) -> Received {
    let peer = match caller.connection.role() {
        Role::Client => Role::Server,
        Role::Server => Role::Client,
    };
    let config = Config {
        max_message_len: u64::MAX,
        max_fragments: u32::MAX,
        ..Config::DEFAULT
    };
    let (mut messages, mut pings, mut pongs) = (Vec::new(), Vec::new(), Vec::new());
    for event in reference::events(peer, &config, &caller.output) {
        match event {
            Event::Message(message) => messages.push(message.as_bytes().to_vec()),
            Event::Ping(payload) => pings.push(payload.into_vec()),
            Event::Pong(payload) => pongs.push(payload.into_vec()),
            Event::Closed(closed) => return (messages, pings, pongs, closed),
            Event::Piece(piece) => panic!("{piece:?}"),
        }
    }
    panic!("no end");
}

/// The messages that were accepted, their pieces joined; one that has no last piece does not count.
fn accepted_messages(sent: &[Accepted]) -> Vec<Vec<u8>> {
    let mut messages = Vec::new();
    let mut message = Vec::new();
    for accepted in sent {
        message.extend_from_slice(&accepted.message);
        if accepted.piece != Some(false) {
            messages.push(core::mem::take(&mut message));
        }
    }
    messages
}

/// Where what was accepted lies in the output: from the first byte of its first frame to the last of its last.
fn ranges(sent: &[Accepted], output: &[u8]) -> Vec<(usize, usize)> {
    let mut frames = Vec::new();
    let mut at = 0;
    while let Some((frame, len)) = Frame::decode(&output[at..]) {
        if frame.opcode & 0x8 == 0 {
            frames.push((frame.is_final, at, at + len));
        }
        at += len;
    }
    let mut frames = frames.into_iter();
    let range_of = |accepted: &Accepted| {
        let (mut is_final, start, mut end) = frames.next().unwrap();
        while accepted.piece.is_none() && !is_final {
            (is_final, _, end) = frames.next().unwrap();
        }
        (start, end)
    };
    sent.iter().map(range_of).collect()
}

/// Whether all of `part` is in `whole`, in its order.
fn is_subsequence(part: &[Vec<u8>], whole: &[Vec<u8>]) -> bool {
    let mut rest = whole.iter();
    part.iter()
        .all(|payload| rest.any(|other| other == payload))
}

/// What a connection is, whether its peer closes, and the calls.
type Calls = (Role, Config, bool, Vec<Call>);

fn calls() -> impl Strategy<Value = Calls> {
    (role(), config(), any::<bool>(), vec(any_call(), 0..80))
}

fn run((role, config, peer_closes, calls): &Calls) -> Caller {
    let mut caller = Caller::new(*role, *config, incoming(*role, true, *peer_closes));
    calls.iter().for_each(|call| caller.call(call));
    caller.finish();
    caller
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    /// What was sent alone decides the bytes on the wire, down to the masking keys.
    #[test]
    fn the_same_sends_are_the_same_bytes(
        role in role(),
        config in config(),
        calls in vec(prop_oneof![1 => sending_call(), 2 => quiet_call()], 0..60),
        closes: bool,
    ) {
        let config = Config { ping_interval: None, message_timeout: None, ..config };
        let mut alone = Caller::new(role, config, Vec::new());
        let mut among_others = Caller::new(role, config, incoming(role, false, false));
        for call in &calls {
            if matches!(call, Call::Send(_) | Call::Piece(..)) {
                alone.call(call);
            }
            among_others.call(call);
        }
        for caller in [&mut alone, &mut among_others] {
            if closes {
                caller.call(&Call::Close);
            }
            caller.finish();
        }
        prop_assert_eq!(alone.output, among_others.output);
        prop_assert_eq!(among_others.events.len(), 40);
    }

    /// Whatever is called in whatever order, the peer reads whole frames: the messages and pings in their order, and at
    /// most one Close frame, the last.
    #[test]
    fn any_calls_keep_the_grammar(calls in calls()) {
        let caller = run(&calls);
        let (messages, mut pings, _, closed) = read_output(&caller);
        prop_assert_eq!(messages, accepted_messages(&caller.sent));
        // Keep-alive pings have eight bytes, those of the calls three.
        pings.retain(|payload| payload.len() == 3);
        prop_assert_eq!(&pings, &caller.pings);

        let opcodes: Vec<u8> = Frame::decode_all(&caller.output).iter().map(|frame| frame.opcode).collect();
        let closes = opcodes.iter().filter(|opcode| **opcode == wire::CLOSE).count();
        let ends: Vec<_> = caller.events.iter().filter(|event| matches!(event, Event::Closed(_))).collect();
        prop_assert!(ends.len() <= 1);
        // A connection that was lost did not have to say anything.
        let must_close = !caller.connection.is_open() && !matches!(ends[..], [Event::Closed(Closed::Lost(_))]);
        prop_assert!((usize::from(must_close)..=1).contains(&closes));
        if closes == 1 {
            prop_assert_eq!(opcodes.last(), Some(&wire::CLOSE), "nothing follows");
            prop_assert!(matches!(closed, Closed::Clean(_)));
        }
        let ranges = ranges(&caller.sent, &caller.output);
        for look in caller.looks {
            let (start, end) = ranges[look.number];
            prop_assert_eq!(look.is_unwritten, look.written <= start);
            prop_assert_eq!(look.is_written, look.written >= end);
        }
    }

    /// However the outbox fills and empties, pongs are written in the order of their pings, and the latest ping has one.
    #[test]
    fn pongs_keep_the_order_of_their_pings(calls in calls()) {
        let caller = run(&calls);
        let (_, _, pongs, _) = read_output(&caller);
        let mut pings = Vec::new();
        for event in &caller.events {
            if let Event::Ping(payload) = event {
                pings.push(payload.to_vec());
            }
        }
        prop_assert!(is_subsequence(&pongs, &pings), "{:?} for {:?}", pongs, pings);
        prop_assert_eq!(pongs.last(), pings.last(), "the latest ping is answered");
        if calls.1.max_waiting_controls == 1000 {
            prop_assert_eq!(pongs, pings, "all are answered");
        }
    }
}

/// The masking keys of what a client writes.
fn keys(connection: &mut Connection) -> Vec<[u8; 4]> {
    let len = connection.outbox().remaining();
    let bytes = connection.outbox().copy_to_bytes(len);
    let frames = Frame::decode_all(&bytes).into_iter();
    frames.map(|frame| frame.key.unwrap()).collect()
}

fn client(seed: u8) -> Connection {
    let (role, config) = (Role::Client, Config::DEFAULT);
    Connection::new(role, config, Seed([seed; 32]), Timestamp::ZERO)
}

/// Frames of every kind, each with a key.
fn send_each_kind(connection: &mut Connection, len: usize) {
    connection.send(vec![0; len]).unwrap();
    connection.send_piece("a", false).unwrap();
    connection.ping(b"").unwrap();
    connection.send_piece("b", true).unwrap();
}

#[test]
fn f_01_every_frame_has_a_key_of_its_own() {
    let mut connection = client(1);
    let mut all = Vec::new();
    for round in 0..25_000 {
        send_each_kind(&mut connection, if round % 1000 == 0 { 5000 } else { 1 });
        all.extend(keys(&mut connection));
    }
    assert_eq!(all.len(), 100_000);
    // χ² with 255 degrees of freedom: 377 has a probability of one in a million.
    for place in 0..4 {
        let mut counts = [0_u32; 256];
        for key in &all {
            counts[usize::from(key[place])] += 1;
        }
        let expected = 100_000.0 / 256.0;
        let deviations = counts
            .iter()
            .map(|count| (f64::from(*count) - expected).powi(2));
        let chi_squared = deviations.sum::<f64>() / expected;
        assert!(
            (150.0..377.0).contains(&chi_squared),
            "byte {place}: {chi_squared}"
        );
    }
    // 1.2 repetitions are to be expected among so many; six are five standard deviations more.
    let distinct: HashSet<[u8; 4]> = all.iter().copied().collect();
    assert!(all.len() - distinct.len() <= 6);
}

#[test]
fn f_01_another_seed_gives_other_keys() {
    let keys_of = |seed| {
        let mut connection = client(seed);
        send_each_kind(&mut connection, 5000);
        keys(&mut connection)
    };
    assert_eq!(keys_of(1), keys_of(1), "only the seed decides");
    let all: HashSet<[u8; 4]> = (0..=255).flat_map(keys_of).collect();
    assert_eq!(all.len(), 4 * 256);
}

/// A key is drawn for a payload that was handed over and taken, and is not to be seen before.
#[test]
fn f_02_a_key_is_drawn_when_its_payload_is_settled() {
    for len in [1, 5000] {
        let mut plain = client(1);
        let mut connection = client(1);
        for _ in 0..3 {
            plain.send(vec![0; len]).unwrap();
            plain.send_piece("a", false).unwrap();
            plain.send_piece("b", true).unwrap();

            assert_eq!(connection.outbox().remaining(), 0);
            connection.send(vec![7; len]).unwrap();
            connection.send_piece("x", false).unwrap();
            // What is refused draws none.
            assert!(connection.send(vec![8; len]).is_err());
            assert!(connection.send_piece(vec![8; len], true).is_err());
            assert!(connection.ping(&[8; 126]).is_err());
            connection.send_piece("y", true).unwrap();
            assert_eq!(
                keys(&mut connection),
                keys(&mut plain),
                "whatever they mask"
            );
        }
    }
}

/// One control frame may wait here: the second pong is put off, and there is room for the third before it was looked at.
#[test]
fn a_pong_that_was_put_off_is_not_overtaken() {
    let config = Config {
        max_waiting_controls: 1,
        ..Config::DEFAULT
    };
    let mut connection = script::connection(Role::Client, config);
    let mut inbox = Inbox::new();
    let mut receive = |connection: &mut Connection, payload: &str| {
        inbox.extend(&Frame::new(wire::PING, payload).encode());
        assert!(connection.poll_event(Timestamp::ZERO, &mut inbox).is_some());
    };
    receive(&mut connection, "1");
    receive(&mut connection, "2");
    let outbox = connection.outbox();
    outbox.advance(outbox.remaining());
    receive(&mut connection, "3");
    let pongs = script::take_output(&mut connection);
    let last = pongs.last().map(|pong| &pong.payload[..]);
    assert_eq!(last, Some(&b"3"[..]), "{pongs:?}");
}
