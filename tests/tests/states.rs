//! What a connection does in every state with every input, and in every order of the events of a closing handshake.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::fmt::Write;
use core::time::Duration;
use std::collections::VecDeque;

use onem2m_ws_core::{
    Buf, CloseCode, CloseFrame, Closed, Config, Connection, Event, Inbox, Loss, Role, Timestamp,
    TransportAction,
};
use onem2m_ws_tests::script;
use onem2m_ws_tests::wire::{self, Frame};

const ROLES: [Role; 2] = [Role::Client, Role::Server];

/// Later than every deadline.
const LATE: Timestamp = Timestamp::new(Duration::from_secs(1000));

fn from_peer(role: Role, frame: Frame) -> Vec<u8> {
    match role {
        Role::Client => frame.encode(),
        Role::Server => frame.masked().encode(),
    }
}

/// What every input leads to in every state of a client: the error of a call, events, output behind `>`, whether the
/// connection stopped being open, and what is newly asked of the transport. A server differs in not awaiting the end.
const TABLE: &str = "
open
    text            Message
    fragment        -
    continuation    Failed(UnexpectedContinuation), >Close 1002, not open, Shutdown
    ping            Ping, >Pong
    pong            Pong
    close           Clean 1001, >Close 1001, not open, AwaitEof
    garbage         Failed(ReservedOpcode), >Close 1002, not open, Shutdown
    eof             Lost(Eof), not open, Abort
    timeout         >Ping
    send            >Text
    send_piece      >Text...
    ping()          >Ping
    close()         >Close 1000, not open
receiving fragments
    text            Failed(ExpectedContinuation), >Close 1002, not open, Shutdown
    fragment        Failed(ExpectedContinuation), >Close 1002, not open, Shutdown
    continuation    Message
    ping            Ping, >Pong
    pong            Pong
    close           Clean 1001, >Close 1001, not open, AwaitEof
    garbage         Failed(ReservedOpcode), >Close 1002, not open, Shutdown
    eof             Lost(Truncated), not open, Abort
    timeout         Failed(MessageTimeout), >Close 1008, not open, Shutdown
    send            >Text
    send_piece      >Text...
    ping()          >Ping
    close()         >Close 1000, not open
sending pieces
    text            Message
    fragment        -
    continuation    Failed(UnexpectedContinuation), >Close 1002, not open, Shutdown
    ping            Ping, >Pong
    pong            Pong
    close           Clean 1001, >Close 1001, not open, AwaitEof
    garbage         Failed(ReservedOpcode), >Close 1002, not open, Shutdown
    eof             Lost(Eof), not open, Abort
    timeout         >Ping
    send            Err(MessageInProgress)
    send_piece      >Continuation...
    ping()          >Ping
    close()         >Close 1000, not open
close sent
    text            Message
    fragment        -
    continuation    Failed(UnexpectedContinuation), Shutdown
    ping            -
    pong            Pong
    close           Clean 1001, AwaitEof
    garbage         Failed(ReservedOpcode), Shutdown
    eof             Lost(Eof), Abort
    timeout         Lost(CloseTimeout), Abort
    send            Err(Closing)
    send_piece      Err(Closing)
    ping()          Err(Closing)
    close()         -
close received
    text            -
    fragment        -
    continuation    -
    ping            -
    pong            -
    close           -
    garbage         -
    eof             Abort
    timeout         Abort
    send            Err(Closing)
    send_piece      Err(Closing)
    ping()          Err(Closing)
    close()         -
failed
    text            -
    fragment        -
    continuation    -
    ping            -
    pong            -
    close           -
    garbage         -
    eof             Abort
    timeout         Abort
    send            Err(Closing)
    send_piece      Err(Closing)
    ping()          Err(Closing)
    close()         -
closed
    text            -
    fragment        -
    continuation    -
    ping            -
    pong            -
    close           -
    garbage         -
    eof             -
    timeout         -
    send            Err(Closing)
    send_piece      Err(Closing)
    ping()          Err(Closing)
    close()         -
lost
    text            -
    fragment        -
    continuation    -
    ping            -
    pong            -
    close           -
    garbage         -
    eof             -
    timeout         -
    send            Err(Closing)
    send_piece      Err(Closing)
    ping()          Err(Closing)
    close()         -
";

const INPUTS: [&str; 13] = [
    "text",
    "fragment",
    "continuation",
    "ping",
    "pong",
    "close",
    "garbage",
    "eof",
    "timeout",
    "send",
    "send_piece",
    "ping()",
    "close()",
];

const STATES: [(&str, &[&str]); 8] = [
    ("open", &[]),
    ("receiving fragments", &["fragment"]),
    ("sending pieces", &["send_piece"]),
    ("close sent", &["close()"]),
    ("close received", &["close"]),
    ("failed", &["garbage"]),
    ("closed", &["close()", "close", "timeout"]),
    ("lost", &["eof"]),
];

#[test]
fn every_state_answers_every_input_as_the_table_says() {
    for role in ROLES {
        let mut table = String::from("\n");
        for (state, inputs) in STATES {
            writeln!(table, "{state}").unwrap();
            for input in INPUTS {
                let mut connection = script::connection(role, Config::DEFAULT);
                for input in inputs {
                    observe(&mut connection, input);
                }
                let outcome = observe(&mut connection, input);
                writeln!(table, "    {input:<15} {outcome}").unwrap();
            }
        }
        let expected = match role {
            Role::Client => TABLE.to_owned(),
            Role::Server => TABLE.replace("AwaitEof", "Shutdown"),
        };
        for (line, expected) in table.lines().zip(expected.lines()) {
            assert_eq!(line, expected, "{role:?}: {table}");
        }
        assert_eq!(table, expected);
    }
}

/// Gives a connection an input; what came of it, with everything written at once.
fn observe(connection: &mut Connection, input: &str) -> String {
    let before = (connection.is_open(), connection.transport_action());
    let mut inbox = Inbox::with_capacity(64);
    let mut now = Timestamp::ZERO;
    let mut seen = Vec::new();
    let frame = |opcode| Frame::new(opcode, "x");
    let received = match input {
        "text" => Some(frame(wire::TEXT)),
        "fragment" => Some(frame(wire::TEXT).unfinished()),
        "continuation" => Some(frame(wire::CONTINUATION)),
        "ping" => Some(frame(wire::PING)),
        "pong" => Some(frame(wire::PONG)),
        "close" => Some(Frame::close(1001, "")),
        "garbage" => Some(frame(0xB)),
        _ => None,
    };
    if let Some(frame) = received {
        inbox.extend(&from_peer(connection.role(), frame));
    }
    let refused = match input {
        "send" => connection
            .send("x")
            .err()
            .map(|error| format!("{:?}", error.reason)),
        "send_piece" => connection
            .send_piece("x", false)
            .err()
            .map(|error| format!("{:?}", error.reason)),
        "ping()" => connection
            .ping(b"x")
            .err()
            .map(|error| format!("{error:?}")),
        "close()" => {
            let frame = CloseFrame::new(CloseCode::NORMAL, "");
            connection
                .close(now, frame)
                .err()
                .map(|error| format!("{error:?}"))
        }
        _ => None,
    };
    seen.extend(refused.map(|reason| format!("Err({reason})")));
    if input == "eof" {
        connection.handle_eof();
    }
    if input == "timeout" {
        now = LATE;
        connection.handle_timeout(now);
    }
    while let Some(event) = connection.poll_event(now, &mut inbox) {
        seen.push(event_name(&event));
    }
    assert!(inbox.is_empty());
    seen.extend(script::take_output(connection).iter().map(frame_name));
    if before.0 && !connection.is_open() {
        seen.push("not open".to_owned());
    }
    if before.1 != connection.transport_action() {
        seen.push(format!("{:?}", connection.transport_action()));
    }
    if seen.is_empty() {
        "-".to_owned()
    } else {
        seen.join(", ")
    }
}

fn event_name(event: &Event<'_>) -> String {
    match event {
        Event::Message(_) => "Message".to_owned(),
        Event::Piece(_) => "Piece".to_owned(),
        Event::Ping(_) => "Ping".to_owned(),
        Event::Pong(_) => "Pong".to_owned(),
        Event::Closed(Closed::Clean(frame)) => {
            format!("Clean {}", frame.as_ref().unwrap().code)
        }
        Event::Closed(closed @ (Closed::Failed(_) | Closed::Lost(_))) => format!("{closed:?}"),
    }
}

fn frame_name(frame: &Frame) -> String {
    let name = match frame.opcode {
        wire::CONTINUATION => "Continuation".to_owned(),
        wire::TEXT => "Text".to_owned(),
        wire::CLOSE => format!(
            "Close {}",
            u16::from_be_bytes([frame.payload[0], frame.payload[1]])
        ),
        wire::PING => "Ping".to_owned(),
        wire::PONG => "Pong".to_owned(),
        opcode => panic!("{opcode}"),
    };
    let rest = if frame.is_final { "" } else { "..." };
    format!(">{name}{rest}")
}

/// Something that happens between two connections: one of the sides does it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Act {
    Close,
    Send,
    Ping,
    /// One of its frames reaches the other side.
    Carry,
    /// Its direction of the transport ends behind what was carried.
    End,
}

/// A frame as the model knows it, and an event: what came, or how it ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Item {
    Data(u8),
    Ping,
    Pong,
    Close(u16),
    Eof,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Phase {
    Open,
    CloseSent,
    Exchanged,
    Gone,
}

/// One side as RFC 6455 §5.5 and §7 have it, in a few lines.
#[derive(Clone, Debug)]
struct Model {
    role: Role,
    phase: Phase,
    has_eof: bool,
    has_ended: bool,
    sent: u8,
    waiting: VecDeque<Item>,
    events: Vec<Item>,
}

const fn code(role: Role) -> u16 {
    match role {
        Role::Client => 4001,
        Role::Server => 4002,
    }
}

impl Model {
    const fn new(role: Role) -> Self {
        Self {
            role,
            phase: Phase::Open,
            has_eof: false,
            has_ended: false,
            sent: 0,
            waiting: VecDeque::new(),
            events: Vec::new(),
        }
    }

    fn close(&mut self) {
        if self.phase == Phase::Open {
            self.waiting.push_back(Item::Close(code(self.role)));
            self.phase = Phase::CloseSent;
        }
    }

    fn send(&mut self) {
        if self.phase == Phase::Open {
            self.waiting.push_back(Item::Data(self.sent));
            self.sent += 1;
        }
    }

    fn ping(&mut self) {
        if self.phase == Phase::Open {
            self.waiting.push_back(Item::Ping);
        }
    }

    fn receive(&mut self, item: Item) {
        if item == Item::Eof {
            self.has_eof = true;
        }
        let is_open = self.phase == Phase::Open;
        if !(is_open || self.phase == Phase::CloseSent) {
            return;
        }
        match item {
            Item::Ping if !is_open => return,
            Item::Ping => self.waiting.push_back(Item::Pong),
            Item::Close(_) => {
                if is_open {
                    self.waiting.push_back(item);
                }
                self.phase = Phase::Exchanged;
            }
            Item::Eof => self.phase = Phase::Gone,
            Item::Data(_) | Item::Pong => {}
        }
        self.events.push(item);
    }

    fn action(&self) -> TransportAction {
        match self.phase {
            Phase::Open | Phase::CloseSent => TransportAction::None,
            Phase::Exchanged if self.has_eof && self.waiting.is_empty() => TransportAction::Abort,
            Phase::Exchanged if self.role == Role::Client && !self.has_eof => {
                TransportAction::AwaitEof
            }
            Phase::Exchanged => TransportAction::Shutdown,
            Phase::Gone => TransportAction::Abort,
        }
    }

    /// Whether a frame can still leave.
    fn can_carry(&self) -> bool {
        !self.has_ended && self.phase != Phase::Gone && !self.waiting.is_empty()
    }
}

/// The same with a connection.
struct Actual {
    connection: Connection,
    inbox: Inbox,
    sent: u8,
    events: Vec<Item>,
}

impl Actual {
    fn new(role: Role) -> Self {
        Self {
            connection: script::connection(role, Config::DEFAULT),
            inbox: Inbox::with_capacity(64),
            sent: 0,
            events: Vec::new(),
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Close => {
                let own = CloseCode::new(code(self.connection.role())).unwrap();
                let frame = CloseFrame::new(own, "");
                self.connection.close(Timestamp::ZERO, frame).unwrap();
            }
            Act::Send => {
                let is_open = self.connection.is_open();
                let sent = self.connection.send(vec![self.sent]);
                assert_eq!(sent.is_ok(), is_open);
                self.sent += u8::from(is_open);
            }
            Act::Ping => {
                let is_open = self.connection.is_open();
                assert_eq!(self.connection.ping(b"").is_ok(), is_open);
            }
            Act::Carry | Act::End => {}
        }
    }

    /// The next frame, taken out.
    fn take_frame(&mut self) -> (Item, Vec<u8>) {
        let outbox = self.connection.outbox();
        let (frame, len) = Frame::decode(outbox.chunk()).unwrap();
        let bytes = outbox.chunk()[..len].to_vec();
        outbox.advance(len);
        let item = match (frame.opcode, &frame.payload[..]) {
            (wire::BINARY, [number]) => Item::Data(*number),
            (wire::PING, []) => Item::Ping,
            (wire::PONG, []) => Item::Pong,
            (wire::CLOSE, [high, low]) => Item::Close(u16::from_be_bytes([*high, *low])),
            _ => panic!("{frame:?}"),
        };
        (item, bytes)
    }

    fn receive(&mut self, bytes: &[u8]) {
        self.inbox.extend(bytes);
        while let Some(event) = self.connection.poll_event(Timestamp::ZERO, &mut self.inbox) {
            self.events.push(match event {
                Event::Message(message) => Item::Data(message.as_bytes()[0]),
                Event::Ping(_) => Item::Ping,
                Event::Pong(_) => Item::Pong,
                Event::Closed(Closed::Clean(frame)) => Item::Close(frame.unwrap().code.get()),
                Event::Closed(Closed::Lost(Loss::Eof)) => Item::Eof,
                other @ (Event::Closed(_) | Event::Piece(_)) => panic!("{other:?}"),
            });
        }
    }
}

/// Lets a side act in the model; the frame it carried, or `None` when there was nothing to do.
fn step_models(models: &mut [Model; 2], side: usize, act: Act) -> Option<Option<Item>> {
    let model = &mut models[side];
    let is_open = model.phase == Phase::Open;
    let mut carried = None;
    match act {
        Act::Close if is_open => model.close(),
        Act::Send if is_open => model.send(),
        Act::Ping if is_open => model.ping(),
        Act::Carry if model.can_carry() => carried = model.waiting.pop_front(),
        Act::End if !model.has_ended => model.has_ended = true,
        Act::Close | Act::Send | Act::Ping | Act::Carry | Act::End => return None,
    }
    if act == Act::End {
        models[1 - side].receive(Item::Eof);
    } else if let Some(item) = carried {
        models[1 - side].receive(item);
    }
    Some(carried)
}

/// Lets a side act, in the model and in truth, if there is anything to do.
fn step(models: &mut [Model; 2], actual: &mut [Actual; 2], side: usize, act: Act) -> bool {
    let Some(carried) = step_models(models, side, act) else {
        return false;
    };
    actual[side].act(act);
    if let Some(item) = carried {
        let (frame, bytes) = actual[side].take_frame();
        assert_eq!(frame, item);
        actual[1 - side].receive(&bytes);
    }
    if act == Act::End {
        actual[1 - side].connection.handle_eof();
        actual[1 - side].receive(&[]);
    }
    for (model, actual) in models.iter().zip(actual) {
        assert_eq!(actual.events, model.events);
        assert_eq!(actual.connection.transport_action(), model.action());
        assert_eq!(actual.connection.is_open(), model.phase == Phase::Open);
    }
    true
}

/// Carries what waits and does what is asked of the transport, until nothing moves.
fn settle(models: &mut [Model; 2], actual: &mut [Actual; 2]) {
    let mut moves = true;
    while moves {
        moves = false;
        for side in [0, 1] {
            while step(models, actual, side, Act::Carry) {
                moves = true;
            }
            let ends = match models[side].action() {
                TransportAction::None | TransportAction::AwaitEof => false,
                TransportAction::Shutdown => models[side].waiting.is_empty(),
                TransportAction::Abort => true,
            };
            moves |= ends && step(models, actual, side, Act::End);
        }
    }
}

fn run_order(order: &[(usize, Act)]) {
    let mut models = ROLES.map(Model::new);
    let mut actual = ROLES.map(Actual::new);
    for (side, act) in order {
        assert!(step(&mut models, &mut actual, *side, *act));
    }
    settle(&mut models, &mut actual);
    let is_over = order
        .iter()
        .any(|(_, act)| matches!(act, Act::Close | Act::End));
    for side in &mut actual {
        let is_end = |item: &&Item| matches!(item, Item::Close(_) | Item::Eof);
        let ends = side.events.iter().filter(is_end).count();
        assert_eq!(ends, usize::from(is_over), "one end: {:?}", side.events);
        assert_eq!(side.connection.is_open(), !is_over);
        if !is_over {
            continue;
        }
        let waiting = side.connection.outbox().remaining();
        for act in [Act::Send, Act::Ping, Act::Close] {
            side.act(act);
        }
        assert_eq!(
            side.connection.outbox().remaining(),
            waiting,
            "nothing follows"
        );
        side.connection.handle_timeout(LATE);
        side.receive(&[]);
        assert_eq!(side.connection.transport_action(), TransportAction::Abort);
        assert_eq!(side.connection.poll_timeout(), None);
    }
    let events: usize = actual.iter().map(|side| side.events.len()).sum();
    let expected: usize = models.iter().map(|side| side.events.len()).sum();
    assert_eq!(events, expected, "nothing comes behind the end");
}

/// Runs every order of `depth` more of `acts`; how many there are.
fn run_orders(
    acts: &[Act],
    models: &[Model; 2],
    order: &mut Vec<(usize, Act)>,
    depth: usize,
) -> usize {
    if depth == 0 {
        run_order(order);
        return 1;
    }
    let mut count = 0;
    for (side, act) in acts.iter().flat_map(|act| [(0, *act), (1, *act)]) {
        let mut models = models.clone();
        if step_models(&mut models, side, act).is_some() {
            order.push((side, act));
            count += run_orders(acts, &models, order, depth - 1);
            order.pop();
        }
    }
    count
}

/// How many orders of so many acts there are, each of which was run.
fn count_orders(acts: &[Act], depth: usize) -> usize {
    run_orders(acts, &ROLES.map(Model::new), &mut Vec::new(), depth)
}

/// Each side closes and ends its direction whenever it can, sends and pings, and each frame is carried at once, later or
/// never: what the model says, and one end.
#[test]
fn c_06_cl_12_every_order_of_a_closing_handshake() {
    let all = [Act::Close, Act::Send, Act::Ping, Act::Carry, Act::End];
    let without_pings = [Act::Close, Act::Send, Act::Carry, Act::End];
    let counts: Vec<usize> = (0..=7).map(|depth| count_orders(&all, depth)).collect();
    assert_eq!(counts, [1, 8, 56, 340, 1960, 11_250, 64_880, 376_878]);
    assert_eq!(count_orders(&without_pings, 8), 64_580);
}
