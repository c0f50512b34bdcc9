//! The closing handshake (RFC 6455 §7), by the rows CL of the project's table of attacks and edge cases.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;

use onem2m_ws_core::{
    Buf, ClientHandshake, ClientProgress, ClientRequest, CloseCode, CloseFrame, Closed, Config,
    Connection, ControlError, Event, HandshakeError, Inbox, Loss, Message, ProtocolError as E,
    ProxyConnect, ProxyError, ProxyProgress, Role, Seed, SendErrorReason, ServerHandshake,
    ServerProgress, Timestamp, TransportAction,
};
use onem2m_ws_tests::pair::Pair;
use onem2m_ws_tests::script::{self, Transcript};
use onem2m_ws_tests::wire::{self, Frame};

const ROLES: [Role; 2] = [Role::Client, Role::Server];
const CLOSE_TIMEOUT: Duration = Config::DEFAULT.close_timeout;
const TICK: Duration = Duration::from_nanos(1);

fn at(duration: Duration) -> Timestamp {
    Timestamp::new(duration)
}

/// What the peer of `role` sends: masked if the peer is a client.
fn from_peer(role: Role, frames: &[Frame]) -> Vec<u8> {
    wire::stream(frames.iter().cloned().map(|frame| match role {
        Role::Client => frame,
        Role::Server => frame.masked(),
    }))
}

fn data(text: &str) -> Frame {
    Frame::new(wire::TEXT, text)
}

fn ping(payload: &str) -> Frame {
    Frame::new(wire::PING, payload)
}

fn close(code: u16) -> Frame {
    Frame::close(code, "")
}

fn empty_close() -> Frame {
    Frame::new(wire::CLOSE, [])
}

fn text(text: &str) -> Event<'static> {
    Event::Message(Message::from(text).into_owned())
}

fn clean(code: u16) -> Event<'static> {
    clean_for(code, "")
}

fn clean_for(code: u16, reason: &str) -> Event<'static> {
    let frame = CloseFrame::new(CloseCode::new(code).unwrap(), reason);
    Event::Closed(Closed::Clean(Some(frame.into_owned())))
}

fn failed(error: E) -> Event<'static> {
    Event::Closed(Closed::Failed(error))
}

fn lost(loss: Loss) -> Event<'static> {
    Event::Closed(Closed::Lost(loss))
}

/// What the transport is asked for once the Close frames were exchanged.
fn action_when_clean(role: Role) -> TransportAction {
    match role {
        Role::Client => TransportAction::AwaitEof,
        Role::Server => TransportAction::Shutdown,
    }
}

/// In both roles, however the input is cut: these events, this output, and what is asked of the transport.
fn check(
    input: &[Frame],
    events: &[Event<'static>],
    output: &[Frame],
    action: impl Fn(Role) -> TransportAction,
) {
    for role in ROLES {
        let bytes = from_peer(role, input);
        let everywhere: Vec<usize> = (0..bytes.len()).collect();
        let cuts = everywhere.iter().map(core::slice::from_ref);
        for cuts in cuts.chain([&[][..], &everywhere[..]]) {
            let transcript = script::run(role, Config::DEFAULT, &bytes, cuts, false);
            let expected = Transcript {
                events: events.to_vec(),
                output: output.to_vec(),
                action: action(role),
            };
            assert_eq!(transcript, expected, "{role:?}, {input:?}, cut at {cuts:?}");
        }
    }
}

fn check_clean(input: &[Frame], events: &[Event<'static>], output: &[Frame]) {
    check(input, events, output, action_when_clean);
}

fn check_failed(input: &[Frame], error: E, code: u16) {
    let output = [close(code)];
    let action = |_| TransportAction::Shutdown;
    check(input, &[failed(error)], &output, action);
}

/// A connection, step by step.
struct Side {
    connection: Connection,
    inbox: Inbox,
    now: Timestamp,
}

impl Side {
    fn new(role: Role) -> Self {
        Self::with(role, Config::DEFAULT)
    }

    fn with(role: Role, config: Config) -> Self {
        Self {
            connection: script::connection(role, config),
            inbox: Inbox::with_capacity(512),
            now: Timestamp::ZERO,
        }
    }

    /// One of which both Close frames were written.
    fn closed(role: Role) -> Self {
        let mut side = Self::new(role);
        side.close();
        assert_eq!(side.receive(&[close(1000)]), [clean(1000)], "{role:?}");
        side.write();
        side
    }

    fn close(&mut self) {
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        self.connection.close(self.now, frame).unwrap();
    }

    fn receive(&mut self, frames: &[Frame]) -> Vec<Event<'static>> {
        self.inbox
            .extend(&from_peer(self.connection.role(), frames));
        self.events()
    }

    fn events(&mut self) -> Vec<Event<'static>> {
        let mut events = Vec::new();
        while let Some(event) = self.connection.poll_event(self.now, &mut self.inbox) {
            events.push(event.into_owned());
        }
        assert!(self.inbox.is_empty());
        events
    }

    fn write(&mut self) -> Vec<Frame> {
        script::take_output(&mut self.connection)
    }

    fn end(&mut self) -> Vec<Event<'static>> {
        self.connection.handle_eof();
        self.events()
    }

    fn wait_until(&mut self, now: Duration) -> Vec<Event<'static>> {
        self.now = at(now);
        self.connection.handle_timeout(self.now);
        self.events()
    }

    fn action(&self) -> TransportAction {
        self.connection.transport_action()
    }
}

#[test]
fn cl_01_an_empty_close_is_answered_and_reported_without_a_code() {
    check_clean(
        &[empty_close()],
        &[Event::Closed(Closed::Clean(None))],
        &[empty_close()],
    );
}

#[test]
fn cl_02_half_a_status_code() {
    for byte in [0, 3, 0xFF] {
        let input = [Frame::new(wire::CLOSE, [byte])];
        check_failed(&input, E::InvalidCloseLength, 1002);
    }
}

/// The codes that may be sent, as the table lists them.
fn is_valid(code: u16) -> bool {
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999)
}

/// What comes of a Close frame with each of the codes that are valid, or not, in both roles.
fn check_codes(valid: bool, expected: impl Fn(u16) -> (Event<'static>, Frame)) {
    for code in (0..=u16::MAX).filter(|code| is_valid(*code) == valid) {
        let (event, answer) = expected(code);
        let (event, answer) = ([event], [answer]);
        for role in ROLES {
            let mut side = Side::new(role);
            let (events, output) = (side.receive(&[close(code)]), side.write());
            assert_eq!((&events[..], &output[..]), (&event[..], &answer[..]));
        }
    }
}

#[test]
fn cl_03_valid_codes_are_echoed() {
    let count = (0..=u16::MAX).filter(|code| is_valid(*code)).count();
    assert_eq!(count, 2012);
    check_codes(true, |code| (clean(code), close(code)));
}

#[test]
fn cl_04_other_codes_fail_the_connection() {
    check_codes(false, |_| (failed(E::InvalidCloseCode), close(1002)));
}

#[test]
fn cl_05_the_longest_reason_and_one_byte_more() {
    let reason = "r".repeat(123);
    check_clean(
        &[Frame::close(1000, &reason)],
        &[clean_for(1000, &reason)],
        &[close(1000)],
    );
    let too_long = [Frame::close(1000, reason + "r")];
    check_failed(&too_long, E::ControlTooLong, 1002);
}

#[test]
fn cl_06_a_reason_that_is_not_utf_8() {
    let reasons: [&[u8]; 7] = [
        b"\xFF",
        b"ok\x80",
        b"\xC3",
        b"\xE2\x82",
        b"\xF0\x9F\x98",
        b"\xED\xA0\x80",
        b"\xC0\xAF and more",
    ];
    for reason in reasons {
        let input = [Frame::close(1000, reason)];
        check_failed(&input, E::InvalidUtf8, 1007);
    }
    check_clean(
        &[Frame::close(1000, "zu €😀")],
        &[clean_for(1000, "zu €😀")],
        &[close(1000)],
    );
}

#[test]
fn cl_07_reserved_codes_cannot_be_made() {
    for code in 0..=u16::MAX {
        let made = CloseCode::new(code).map(CloseCode::get);
        assert_eq!(made, is_valid(code).then_some(code));
    }
    for role in ROLES {
        let mut side = Side::new(role);
        side.connection.close(side.now, None).unwrap();
        assert_eq!(side.write(), [empty_close()], "no code is not 1005");
    }
    for (error, _, code) in failures() {
        assert_eq!(error.close_code().get(), code);
        assert!(is_valid(code));
    }
}

#[test]
fn cl_08_a_reason_too_long_changes_nothing() {
    let longest = "é".repeat(61) + "r";
    assert_eq!(longest.len(), 123);
    for role in ROLES {
        for reason in ["r".repeat(124), "é".repeat(62), "r".repeat(1 << 20)] {
            let mut side = Side::new(role);
            let frame = CloseFrame::new(CloseCode::NORMAL, &reason);
            let refused = side.connection.close(side.now, frame);
            assert_eq!(refused, Err(ControlError::TooLong));
            assert!(side.connection.is_open());
            assert_eq!(side.write(), []);
            assert_eq!(side.receive(&[data("on")]), [text("on")]);
        }
        let mut side = Side::new(role);
        let frame = CloseFrame::new(CloseCode::NORMAL, &longest);
        side.connection.close(side.now, frame).unwrap();
        assert_eq!(side.write(), [Frame::close(1000, &longest)]);
    }
}

/// Frames that come where nothing more is expected.
fn afterwards() -> [Vec<Frame>; 7] {
    [
        vec![data("late")],
        vec![Frame::new(wire::BINARY, [0; 300])],
        vec![data("be").unfinished()],
        vec![ping("?")],
        vec![Frame::new(wire::PONG, "!")],
        vec![Frame::new(0xB, "wrong")],
        vec![ping("?"), data("late"), Frame::new(wire::CLOSE, [1])],
    ]
}

#[test]
fn cl_09_whatever_comes_behind_a_close_is_ignored() {
    for behind in afterwards() {
        let input = [vec![Frame::close(1001, "bye")], behind].concat();
        check_clean(&input, &[clean_for(1001, "bye")], &[close(1001)]);
    }
    for role in ROLES {
        for behind in afterwards() {
            let mut side = Side::closed(role);
            assert_eq!(side.receive(&behind), [], "{behind:?}");
            assert_eq!(side.write(), []);
            assert_eq!(side.action(), action_when_clean(role));
        }
    }
}

#[test]
fn cl_10_a_ping_behind_our_close_is_not_answered() {
    for role in ROLES {
        let mut side = Side::new(role);
        side.close();
        for payload in ["", "?", "?????"] {
            assert_eq!(side.receive(&[ping(payload)]), []);
        }
        assert_eq!(side.write(), [close(1000)]);
        assert_eq!(side.receive(&[close(1000)]), [clean(1000)]);
        assert_eq!(side.write(), []);
    }
}

#[test]
fn cl_11_messages_still_arrive_behind_our_close() {
    for role in ROLES {
        let mut side = Side::new(role);
        assert_eq!(side.receive(&[data("a").unfinished()]), []);
        side.close();
        assert_eq!(side.write(), [close(1000)]);
        let frames = [
            Frame::new(wire::CONTINUATION, "b"),
            data("c"),
            Frame::new(wire::BINARY, [0; 400]),
        ];
        let long = Event::Message(vec![0; 400].into());
        assert_eq!(side.receive(&frames), [text("ab"), text("c"), long]);
        assert_eq!(side.receive(&[close(1000), data("late")]), [clean(1000)]);
        assert_eq!(side.write(), []);
    }
}

#[test]
fn cl_12_both_close_at_the_same_time() {
    for step_len in [1, 2, usize::MAX] {
        let mut pair = Pair::new(Config::DEFAULT);
        pair.step_len = step_len;
        let from_client = CloseFrame::new(CloseCode::GOING_AWAY, "client");
        let from_server = CloseFrame::new(CloseCode::SERVICE_RESTART, "server");
        pair.client.connection.close(pair.now, from_client).unwrap();
        pair.server.connection.close(pair.now, from_server).unwrap();
        pair.drive();
        assert_eq!(pair.client.events, [clean_for(1012, "server")]);
        assert_eq!(pair.server.events, [clean_for(1001, "client")]);
        assert!(pair.client.has_left && pair.server.has_left);
    }
    for role in ROLES {
        let mut side = Side::closed(role);
        side.close();
        assert_eq!(side.write(), [], "one, and ours");
    }
}

#[test]
fn cl_13_a_second_close_is_ignored() {
    for second in [close(1000), close(999), empty_close()] {
        check_clean(
            &[close(4000), second.clone(), second.clone()],
            &[clean(4000)],
            &[close(4000)],
        );
        for role in ROLES {
            let mut side = Side::closed(role);
            assert_eq!(side.receive(core::slice::from_ref(&second)), []);
            assert_eq!(side.write(), []);
        }
    }
}

#[test]
fn cl_14_the_server_ends_the_transport_first() {
    for closes_first in [true, false] {
        for role in ROLES {
            let exchanged = || {
                let mut side = Side::new(role);
                if closes_first {
                    side.close();
                }
                assert_eq!(side.receive(&[close(1000)]), [clean(1000)]);
                side.write();
                side
            };
            let mut side = exchanged();
            assert_eq!(side.action(), action_when_clean(role));
            assert_eq!(side.end(), []);
            assert_eq!(side.action(), TransportAction::Abort, "it has ended");

            let mut side = exchanged();
            assert_eq!(side.connection.poll_timeout(), Some(at(CLOSE_TIMEOUT)));
            assert_eq!(side.wait_until(CLOSE_TIMEOUT - TICK), []);
            assert_eq!(side.action(), action_when_clean(role));
            assert_eq!(side.wait_until(CLOSE_TIMEOUT), []);
            assert_eq!(side.action(), TransportAction::Abort, "no end");
            assert_eq!(side.connection.poll_timeout(), None);
        }
    }
}

#[test]
fn cl_15_a_close_that_is_never_answered() {
    for role in ROLES {
        let begin = Duration::from_secs(1);
        let mut side = Side::new(role);
        side.now = at(begin);
        side.close();
        side.write();
        for second in 1..5 {
            // Neither a sign of life nor another call moves the deadline.
            let begun = side.wait_until(begin + Duration::from_secs(second));
            assert_eq!(begun, []);
            side.close();
            assert_eq!(side.receive(&[data("no")]), [text("no")]);
            assert_eq!(side.action(), TransportAction::None);
            let deadline = at(begin + CLOSE_TIMEOUT);
            assert_eq!(side.connection.poll_timeout(), Some(deadline));
        }
        assert_eq!(side.wait_until(begin + CLOSE_TIMEOUT - TICK), []);
        let events = side.wait_until(begin + CLOSE_TIMEOUT);
        assert_eq!(events, [lost(Loss::CloseTimeout)]);
        assert_eq!(side.action(), TransportAction::Abort);
        assert_eq!(side.connection.poll_timeout(), None);
        assert_eq!(side.receive(&[close(1000)]), [], "too late");
    }
}

#[test]
fn cl_16_the_transport_ends_without_a_close() {
    for role in ROLES {
        for closes in [false, true] {
            for frames in [vec![], vec![data("last")], vec![Frame::new(wire::PONG, "")]] {
                let mut side = Side::new(role);
                if closes {
                    side.close();
                }
                let before = side.receive(&frames);
                assert_eq!(before.len(), frames.len());
                assert_eq!(side.end(), [lost(Loss::Eof)], "not clean");
                assert_eq!(side.action(), TransportAction::Abort);
                assert!(!side.connection.is_open());
                assert_eq!(side.end(), [], "once");
            }
        }
    }
}

#[test]
fn cl_17_the_transport_ends_within_a_frame_or_a_message() {
    let streams = [
        vec![data("within")],
        vec![Frame::new(wire::BINARY, [0; 130])],
        vec![ping("within")],
        vec![Frame::close(1000, "within")],
        vec![
            Frame::new(wire::BINARY, "a").unfinished(),
            Frame::new(wire::PONG, "between"),
            Frame::new(wire::CONTINUATION, "b"),
        ],
    ];
    for role in ROLES {
        for frames in &streams {
            let bytes = from_peer(role, frames);
            for end in 1..bytes.len() {
                let transcript = script::run(role, Config::DEFAULT, &bytes[..end], &[], true);
                let last = transcript.events.last();
                assert_eq!(last, Some(&lost(Loss::Truncated)), "{frames:?} to {end}");
                assert_eq!(transcript.output, []);
            }
        }
    }
}

/// What ends the handshakes of client, server and proxy: the head, or the end of the transport behind it.
fn ends_of_handshakes(heads: [&[u8]; 3]) -> (HandshakeError, HandshakeError, ProxyError) {
    let [client, server, proxy] = heads;
    let (config, now) = (Config::DEFAULT, Timestamp::ZERO);
    let mut inbox = Inbox::new();
    inbox.extend(client);
    let request = ClientRequest::new("ws://cse.example.com/").unwrap();
    let handshake = ClientHandshake::new(&request, config, Seed([7; 32]), now);
    let client = match handshake.receive(now, &mut inbox) {
        Ok(ClientProgress::NeedsInput(handshake)) => handshake.handle_eof(),
        Ok(ClientProgress::Open(..)) => panic!("opened by {client:?}"),
        Err(error) => error,
    };
    inbox.clear();
    inbox.extend(server);
    let handshake = ServerHandshake::new(config, Seed([7; 32]), now);
    let server = match handshake.receive(now, &mut inbox) {
        ServerProgress::NeedsInput(handshake) => handshake.handle_eof(),
        ServerProgress::Requested(_) => panic!("requested by {server:?}"),
        ServerProgress::Rejected(_, error) => error,
    };
    inbox.clear();
    inbox.extend(proxy);
    let connect = ProxyConnect::new("cse.example.com", 80, None, config, now).unwrap();
    let proxy = match connect.receive(now, &mut inbox) {
        Ok(ProxyProgress::NeedsInput(proxy)) => proxy.handle_eof(),
        Ok(ProxyProgress::Open(_) | ProxyProgress::RetryWithCredentials(_)) => {
            panic!("opened by {proxy:?}")
        }
        Err(error) => error,
    };
    (client, server, proxy)
}

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: cse.example.com\r\nUpgrade: websocket\r\n\
    Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
const SWITCHING: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
const TUNNEL: &[u8] = b"HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n";

#[test]
fn cl_17_the_transport_ends_within_a_head() {
    for end in 1..REQUEST.len() {
        let upto = |head: &'static [u8]| &head[..end.min(head.len() - 1)];
        let ends = ends_of_handshakes([upto(SWITCHING), upto(REQUEST), upto(TUNNEL)]);
        let truncated = HandshakeError::Truncated;
        let expected = (truncated.clone(), truncated, ProxyError::Truncated);
        assert_eq!(ends, expected, "at {end}");
    }
}

#[test]
fn cl_18_our_close_still_leaves_after_the_peer_has_ended_its_direction() {
    for role in ROLES {
        for closes in [false, true] {
            let mut side = Side::new(role);
            side.connection.send("before").unwrap();
            if closes {
                side.close();
            }
            side.connection.handle_eof();
            assert_eq!(side.receive(&[close(1000)]), [clean(1000)]);
            while side.connection.outbox().has_remaining() {
                assert_eq!(side.action(), TransportAction::Shutdown, "written first");
                assert_eq!(side.events(), []);
                side.connection.outbox().advance(1);
            }
            assert_eq!(side.action(), TransportAction::Abort);
        }
    }
}

#[test]
fn cl_19_a_broken_transport_after_the_handshake_is_no_error() {
    for role in ROLES {
        let mut side = Side::closed(role);
        assert_eq!(side.end(), []);
        assert_eq!(side.action(), TransportAction::Abort);
        assert_eq!(side.wait_until(CLOSE_TIMEOUT), []);
        assert_eq!(side.end(), [], "nothing follows the last event");
    }
}

#[test]
fn cl_20_a_close_that_was_received_counts_though_nothing_can_be_written() {
    for role in ROLES {
        let mut side = Side::new(role);
        side.connection.send("never written").unwrap();
        let frames = [data("last"), Frame::close(1013, "later")];
        side.inbox.extend(&from_peer(role, &frames));
        // The write failed: the transport is gone, but what it had received is read.
        side.connection.handle_eof();
        assert_eq!(side.events(), [text("last"), clean_for(1013, "later")]);
        assert_eq!(side.wait_until(CLOSE_TIMEOUT), []);
        assert_eq!(side.action(), TransportAction::Abort);
    }
}

#[test]
fn cl_22_a_handshake_that_the_peer_ends_or_answers_with_a_close_frame() {
    let closed = HandshakeError::ClosedBeforeReply;
    assert_eq!(
        ends_of_handshakes([b"", b"", b""]),
        (closed.clone(), closed, ProxyError::ClosedBeforeReply)
    );
    for frame in [close(1001), close(1001).masked()] {
        let bytes = &frame.encode()[..];
        let (client, server, proxy) = ends_of_handshakes([bytes, bytes, bytes]);
        assert!(client.is_peer_fault(), "{client:?}");
        assert_eq!(server, HandshakeError::Truncated, "no line, no request");
        assert!(proxy.is_peer_fault(), "{proxy:?}");
    }
}

#[test]
fn cl_23_nothing_can_be_sent_behind_a_close() {
    type End = fn(&mut Side);
    let ends: [(&str, End); 6] = [
        ("our close", Side::close),
        ("the peer's close", |side| {
            drop(side.receive(&[close(1000)]))
        }),
        ("an error", |side| {
            drop(side.receive(&[data("").unfinished(), data("")]))
        }),
        ("an error behind our close", |side| {
            side.close();
            side.receive(&[Frame::new(0xF, "")]);
        }),
        ("the end of the transport", |side| drop(side.end())),
        ("the close timeout", |side| {
            side.close();
            side.wait_until(CLOSE_TIMEOUT);
        }),
    ];
    for role in ROLES {
        for (name, end) in ends {
            for is_within_message in [false, true] {
                let mut side = Side::new(role);
                if is_within_message {
                    side.connection.send_piece("begun", false).unwrap();
                }
                end(&mut side);
                let written = side.write();
                let refused = side.connection.send("data").unwrap_err();
                assert_eq!(refused.reason, SendErrorReason::Closing, "after {name}");
                assert_eq!(refused.message, "data".into(), "it comes back");
                let refused = side.connection.send_piece("data", true).unwrap_err();
                assert_eq!(refused.reason, SendErrorReason::Closing, "after {name}");
                assert_eq!(side.connection.ping(b""), Err(ControlError::Closing));
                side.close();
                assert_eq!(side.write(), [], "after {name}");
                let closes = written.iter().filter(|frame| frame.opcode == wire::CLOSE);
                assert!(closes.count() <= 1, "after {name}: {written:?}");
            }
        }
    }
}

/// A connection whose peer reads nothing, with a full outbox of which `written` bytes were taken.
fn stalled(role: Role, written: usize) -> (Side, usize) {
    let config = Config {
        max_outbox_len: 1000,
        ..Config::default()
    };
    let mut side = Side::with(role, config);
    let mut sent = 0;
    while side.connection.send(&[7; 100][..]).is_ok() {
        sent += 1;
    }
    assert_eq!(side.events(), []);
    side.connection.outbox().advance(written);
    (side, sent)
}

#[test]
fn cl_24_a_close_behind_a_full_outbox() {
    for role in ROLES {
        let frame_len = if role == Role::Client { 106 } else { 102 };
        for written in [0, 1, 5, frame_len - 1, frame_len, frame_len + 3] {
            for is_ours in [true, false] {
                let (mut side, sent) = stalled(role, written);
                if is_ours {
                    side.close();
                } else {
                    assert_eq!(side.receive(&[close(1000)]), [clean(1000)]);
                }
                // What was begun is completed, the rest follows, and the Close frame is the last.
                let rest = (frame_len - written % frame_len) % frame_len;
                side.connection.outbox().advance(rest);
                let frames = side.write();
                let (last, messages) = frames.split_last().unwrap();
                assert_eq!(*last, close(1000));
                assert_eq!(messages.len(), sent - written.div_ceil(frame_len));
                let message = Frame::new(wire::BINARY, [7; 100]);
                assert!(messages.iter().all(|frame| *frame == message));
            }
        }
    }
}

#[test]
fn cl_24_a_peer_that_reads_nothing_is_left_in_time() {
    for role in ROLES {
        let (mut side, _) = stalled(role, 1);
        side.close();
        assert_eq!(side.wait_until(CLOSE_TIMEOUT - TICK), []);
        assert_eq!(side.action(), TransportAction::None);
        let events = side.wait_until(CLOSE_TIMEOUT);
        assert_eq!(events, [lost(Loss::CloseTimeout)]);
        assert_eq!(side.action(), TransportAction::Abort);

        for (frame, event) in [
            (close(1000), clean(1000)),
            (Frame::new(0x7, ""), failed(E::ReservedOpcode)),
        ] {
            let (mut side, _) = stalled(role, 1);
            assert_eq!(side.receive(&[frame]), [event]);
            side.connection.handle_eof();
            assert_eq!(side.wait_until(CLOSE_TIMEOUT - TICK), []);
            assert_ne!(side.action(), TransportAction::Abort);
            assert_eq!(side.wait_until(CLOSE_TIMEOUT), []);
            assert_eq!(side.action(), TransportAction::Abort);
        }
    }
}

/// What breaks a rule or a limit of the defaults, and the code that tells it.
fn failures() -> Vec<(E, Vec<Frame>, u16)> {
    let limit = usize::try_from(Config::DEFAULT.max_message_len).unwrap();
    let (empty, begun) = (Frame::new(wire::CONTINUATION, ""), data("").unfinished());
    let fragments = vec![empty.clone().unfinished(); 1024];
    let (mut reserved, mut long_form) = (data(""), data(""));
    reserved.rsv = 0x40;
    long_form.len_form = 2;
    let too_long = Frame::new(wire::BINARY, vec![0; limit + 1]);
    let many = vec![Frame::new(wire::PONG, ""); 1001];
    let half = Frame::new(wire::CLOSE, [3]);
    vec![
        (E::ReservedBit, vec![reserved], 1002),
        (E::ReservedOpcode, vec![Frame::new(0x3, "")], 1002),
        (E::FragmentedControl, vec![ping("").unfinished()], 1002),
        (E::ControlTooLong, vec![ping(&"p".repeat(126))], 1002),
        (E::InvalidLength, vec![long_form], 1002),
        (E::UnexpectedContinuation, vec![empty], 1002),
        (E::ExpectedContinuation, vec![begun.clone(); 2], 1002),
        (E::InvalidCloseLength, vec![half], 1002),
        (E::InvalidCloseCode, vec![close(1005)], 1002),
        (E::InvalidUtf8, vec![Frame::new(wire::TEXT, [0xFF])], 1007),
        (E::MessageTooLong, vec![too_long], 1009),
        (E::TooManyFragments, [vec![begun], fragments].concat(), 1008),
        (E::TooManyControlFrames, many, 1008),
    ]
}

/// A connection that failed tells why, ends its direction, and does not wait for the peer.
fn check_end_of_failed(mut side: Side, code: u16) {
    let failed_at = side.now.since_epoch();
    assert_eq!(side.write(), [close(code)]);
    assert_eq!(side.action(), TransportAction::Shutdown);
    let behind = [data("late"), close(1000)];
    assert_eq!(side.receive(&behind), [], "nothing follows an error");
    assert_eq!(side.wait_until(failed_at + CLOSE_TIMEOUT - TICK), []);
    assert_eq!(side.action(), TransportAction::Shutdown);
    assert_eq!(side.wait_until(failed_at + CLOSE_TIMEOUT), []);
    assert_eq!(side.action(), TransportAction::Abort, "silent or not");
}

#[test]
fn cl_25_a_failing_endpoint_says_why_and_leaves() {
    for role in ROLES {
        for (error, frames, code) in failures() {
            let mut side = Side::new(role);
            let mut events = side.receive(&frames);
            events.retain(|event| !matches!(event, Event::Pong(_)));
            assert_eq!(events, [failed(error)], "{role:?}");
            check_end_of_failed(side, code);
        }
        let (frame, error) = match role {
            Role::Client => (data("").masked(), E::MaskedFrame),
            Role::Server => (data(""), E::UnmaskedFrame),
        };
        let mut side = Side::new(role);
        side.inbox.extend(&frame.encode());
        assert_eq!(side.events(), [failed(error)]);
        check_end_of_failed(side, 1002);

        let mut side = Side::new(role);
        side.receive(&[data("slow").unfinished()]);
        let events = side.wait_until(Duration::from_secs(60));
        assert_eq!(events, [failed(E::MessageTimeout)]);
        check_end_of_failed(side, 1008);
    }
}
