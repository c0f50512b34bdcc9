//! Cancel safety (rows E-06 and TR-04): a future that is dropped at every poll and made again comes to the same as one
//! that is not.

use core::task::Poll;

use onem2m_ws_driver::core::{
    Acceptance, ClientRequest, CloseCode, CloseFrame, Config, Message, Rejection, Role, Seed,
    accept_key,
};
use onem2m_ws_driver::{Error, accept, connect};
use onem2m_ws_tests::wire::{BINARY, Frame};

use crate::executor::once;
use crate::peer::{QUIET, client_bytes, close, echo, message, server_bytes};
use crate::world::{Call, Random, Socket, Step, World};

/// Echoes with a new future for every poll.
fn echo_dropping(world: &World, websocket: &mut Socket) -> Result<Vec<Message<'static>>, Error> {
    let mut messages = Vec::new();
    while let Some(message) = world.poll(|cx| once(websocket.receive(), cx)).ready()? {
        world
            .poll(|cx| once(websocket.feed(message.as_borrowed()), cx))
            .ready()?;
        messages.push(message);
    }
    Ok(messages)
}

/// What came of an echo: the messages, the bytes on the wire, how often it was polled.
fn echoed(
    world: &World,
    role: Role,
    input: &[u8],
    dropping: bool,
) -> (Vec<Message<'static>>, Vec<u8>) {
    world.feed(input);
    world.end();
    let mut websocket = world.websocket(role, QUIET);
    let messages = if dropping {
        echo_dropping(world, &mut websocket)
    } else {
        world.run(echo(&mut websocket)).ready()
    };
    assert!(world.is_passed_on() && world.is_shut());
    (messages.expect("a clean end"), world.output())
}

#[test]
fn e_06_next_and_send_dropped_at_every_poll() {
    for (role, input) in [
        (Role::Server, client_bytes()),
        (Role::Client, server_bytes()),
    ] {
        let calm = echoed(&World::calm(), role, &input, false);
        assert_eq!(calm.0.len(), 4);
        for seed in 0..300 {
            let kept = echoed(&World::restless(seed), role, &input, false);
            assert_eq!(kept, calm, "{role:?} {seed}, futures kept");
            let dropped = echoed(&World::restless(seed), role, &input, true);
            assert_eq!(dropped, calm, "{role:?} {seed}, futures dropped");
            let single = echoed(
                &World::restless(seed).without_vectored(),
                role,
                &input,
                true,
            );
            assert_eq!(single, calm, "{role:?} {seed}, one segment at a time");
        }
    }
}

/// A `send` that waits for room and is dropped has sent nothing; made again it sends once.
#[test]
fn tr_04_send_dropped_while_it_waits_for_room() {
    let config = Config {
        max_outbox_len: 1000,
        ..QUIET
    };
    for seed in 0..100 {
        let world = World::restless(seed);
        let mut websocket = world.websocket(Role::Server, config);
        let mut expected = Vec::new();
        for number in 0..50_u8 {
            let payload = vec![number; 400];
            world
                .poll(|cx| once(websocket.feed(&payload[..]), cx))
                .ready()
                .unwrap();
            expected.extend(
                Frame {
                    len_form: 2,
                    ..Frame::new(BINARY, payload)
                }
                .encode(),
            );
        }
        world
            .poll(|cx| once(websocket.flush(), cx))
            .ready()
            .unwrap();
        assert_eq!(world.output(), expected);
        assert!(world.is_passed_on());
    }
}

/// Pieces, as messages.
#[test]
fn tr_04_send_piece_dropped_while_it_waits_for_room() {
    let config = Config {
        max_outbox_len: 300,
        ..QUIET
    };
    for seed in 0..50 {
        let world = World::restless(seed);
        let mut websocket = world.websocket(Role::Server, config);
        for number in 0..20_u8 {
            let is_last = number == 19;
            let piece = [number; 100];
            world
                .poll(|cx| once(websocket.feed_piece(&piece[..], is_last), cx))
                .ready()
                .unwrap();
        }
        world
            .poll(|cx| once(websocket.flush(), cx))
            .ready()
            .unwrap();
        let frames = Frame::decode_all(&world.output());
        let payload = frames.iter().flat_map(|frame| frame.payload.clone());
        assert!(payload.eq((0..20).flat_map(|number| [number; 100])));
        let ends = frames.iter().map(|frame| frame.is_final);
        assert!(ends.eq((0..20).map(|number| number == 19)));
    }
}

#[test]
fn tr_04_close_dropped_at_every_poll() {
    let frame = || CloseFrame::new(CloseCode::NORMAL, "done");
    for seed in 0..200 {
        let world = World::restless(seed);
        world.feed(&message("dropped"));
        world.feed(&close(1000));
        world.end();
        let mut websocket = world.websocket(Role::Server, QUIET);
        world
            .poll(|cx| once(websocket.close(frame()), cx))
            .ready()
            .unwrap();
        assert_eq!(world.output(), Frame::close(1000, "done").encode());
        assert!(world.is_shut());
        assert!(world.run(websocket.next()).ready().unwrap().is_none());
    }
}

/// A client's request for the key of `Seed([7; 32])`, and the answer.
fn opening() -> (Vec<u8>, String) {
    let world = World::calm();
    world.run(open(&world)).check_waiting();
    let request = world.output();
    let text = String::from_utf8(request.clone()).unwrap();
    let (_, rest) = text.split_once("Sec-WebSocket-Key: ").unwrap();
    let (key, _) = rest.split_once("\r\n").unwrap();
    let answer = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {}\r\n\r\n",
        accept_key(key)
    );
    (request, answer)
}

async fn open(world: &World) -> Result<Socket, Error> {
    let request = ClientRequest::new("ws://server.example/chat").unwrap();
    let (websocket, _) = connect(
        world.transport(),
        world.timer(),
        &request,
        QUIET,
        Seed([7; 32]),
    )
    .await?;
    Ok(websocket)
}

/// A dropped attempt lets go of its transport, wherever it was; the next attempt is whole.
#[test]
fn tr_04_connect_dropped_after_every_number_of_polls() {
    let (request, answer) = opening();
    let early = Frame::new(BINARY, "early").encode();
    for seed in 0..20 {
        for polls in 0..100 {
            let world = World::restless(seed);
            world.feed(answer.as_bytes());
            world.feed(&early);
            let mut attempt = Box::pin(open(&world));
            let mut left = polls;
            let mut outcome = world
                .poll(|cx| match attempt.as_mut().poll(cx) {
                    Poll::Pending if left > 0 => {
                        left -= 1;
                        Poll::Pending
                    }
                    Poll::Pending => Poll::Ready(None),
                    Poll::Ready(websocket) => Poll::Ready(Some(websocket)),
                })
                .ready();
            drop(attempt);
            if outcome.is_none() {
                assert!(world.is_dropped());
                assert!(request.starts_with(&world.output()));
            }
            let again = World::restless(seed + 1);
            let world = if outcome.is_none() {
                again.feed(answer.as_bytes());
                again.feed(&early);
                outcome = Some(again.run(open(&again)).ready());
                again
            } else {
                world
            };
            let mut websocket = outcome.unwrap().expect("an open connection");
            world.run(websocket.flush()).ready().unwrap();
            assert_eq!(world.output(), request);
            let message = world.run(websocket.receive()).ready().unwrap();
            assert_eq!(message.unwrap().as_bytes(), b"early");
        }
    }
}

const REQUEST: &[u8] =
    b"GET / HTTP/1.1\r\nHost: server.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

/// The server's side: what `accept` and `reject` put on the wire does not depend on how the transport behaves.
#[test]
fn tr_04_accept_and_reject_on_any_transport() {
    let serve = |world: World, rejects: bool| {
        world.feed(REQUEST);
        world.feed(&client_bytes());
        world.end();
        let served = world.run(async {
            let accepting = accept(world.transport(), world.timer(), QUIET, Seed([1; 32])).await?;
            if rejects {
                return accepting.reject(&Rejection::forbidden()).await;
            }
            echo(&mut accepting.accept(&Acceptance::default())?)
                .await
                .map(drop)
        });
        served.ready().unwrap();
        assert!(world.is_passed_on() && world.is_shut() && world.is_dropped());
        assert_eq!(
            world.unread(),
            0,
            "nothing unread turns the end into a reset"
        );
        world.output()
    };
    for rejects in [false, true] {
        let calm = serve(World::calm(), rejects);
        for seed in 0..200 {
            assert_eq!(serve(World::restless(seed), rejects), calm, "{seed}");
        }
    }
}

/// Futures dropped at random among others: `next` given up for `send` and back, as `select!` does.
#[test]
fn e_06_select_between_receiving_and_sending() {
    let input = client_bytes();
    for seed in 0..200 {
        let world = World::restless(seed);
        world.feed(&input[..input.len() - 11]);
        let mut websocket = world.websocket(Role::Server, QUIET);
        let mut random = Random(seed);
        let (mut received, mut sent) = (Vec::new(), Vec::new());
        while received.len() < 4 || sent.len() < 30 {
            // One poll of one future, or two of another.
            let number = u8::try_from(sent.len()).unwrap();
            if random.below(3) == 0 && sent.len() < 30 {
                let payload = [number; 5];
                world
                    .poll(|cx| once(websocket.feed(&payload[..]), cx))
                    .ready()
                    .unwrap();
                sent.push(number);
            } else if let Poll::Ready(message) = world
                .poll(|cx| Poll::Ready(once(websocket.receive(), cx)))
                .ready()
            {
                received.push(message.unwrap().unwrap());
            } else {
                world.wake_one();
            }
        }
        world.run(websocket.flush()).ready().unwrap();
        let own = |frame: &Frame| (frame.opcode == BINARY).then(|| frame.payload.clone());
        let frames = Frame::decode_all(&world.output());
        assert!(
            frames
                .iter()
                .filter_map(own)
                .eq(sent.iter().map(|number| vec![*number; 5]))
        );
    }
}

/// An interrupted call is made again at once, or later; it is never an error.
#[test]
fn tr_01_waits_and_interruptions_change_nothing() {
    use std::io::ErrorKind::Interrupted;
    let input = client_bytes();
    let calm = echoed(&World::calm(), Role::Server, &input, false);
    for call in Call::ALL {
        for at in 0..12 {
            for step in [Step::Pending, Step::Fail(Interrupted)] {
                if matches!((call, step), (Call::Flush | Call::Shutdown, Step::Fail(_))) {
                    continue;
                }
                let world = World::faulty(call, at, step);
                assert_eq!(
                    echoed(&world, Role::Server, &input, true),
                    calm,
                    "{call:?} {at}"
                );
            }
        }
    }
}
