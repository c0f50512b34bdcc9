//! What `send` promises: a message that was sent and awaited leaves, though nothing is called any more. And what `feed` does not.

use core::time::Duration;
use std::io::ErrorKind;

use futures_util::{SinkExt, StreamExt};
use onem2m_ws_driver::core::{Closed, Config, Loss, Role};
use onem2m_ws_driver::{Error, Receiver, Sender};
use onem2m_ws_tests::wire::{BINARY, CONTINUATION, Frame, PING};
use proptest::prelude::*;

use crate::executor::{Run, once};
use crate::peer::{QUIET, message};
use crate::world::{Call, ScriptedTimer, ScriptedTransport, Step, World};

/// The payloads of the messages that the peer got, all of them handed on.
#[track_caller]
fn arrived(world: &World) -> Vec<Vec<u8>> {
    assert!(world.is_passed_on(), "the transport holds nothing back");
    let frames = Frame::decode_all(&world.output()).into_iter();
    frames.map(|frame| frame.payload).collect()
}

fn stalled(call: Call, _: usize) -> Step {
    match call {
        Call::Write => Step::Stalled,
        Call::Read | Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
    }
}

#[derive(Clone, Copy, Debug)]
enum Doing {
    Send(usize),
    Feed(usize),
    Piece(usize),
    Flush,
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let len = || prop_oneof![0_usize..300, 60_000_usize..70_000];
    let doing = prop_oneof![
        4 => len().prop_map(Doing::Send),
        4 => len().prop_map(Doing::Feed),
        1 => len().prop_map(Doing::Piece),
        1 => Just(Doing::Flush),
    ];
    prop::collection::vec(doing, 1..20)
}

proptest! {
    /// However the transport behaves: whenever a send or a flush has completed, all before it has left.
    #[test]
    fn what_was_sent_has_left(doings in doings(), seed: u64) {
        let config = Config { max_outbox_len: 50_000, ..QUIET };
        let world = World::restless(seed);
        world.feed(&message("unread").repeat(3));
        let mut websocket = world.websocket(Role::Server, config);
        let mut expected = Vec::new();
        for (number, doing) in doings.into_iter().enumerate() {
            let payload = |len| vec![u8::try_from(number).unwrap(); len];
            let is_fed = match doing {
                Doing::Feed(len) => {
                    world.run(websocket.feed(payload(len))).ready().unwrap();
                    expected.push(payload(len));
                    true
                }
                Doing::Send(len) => {
                    // The half that is at hand beside a message; more of them lie unread.
                    let sent = if let Run::Ready(next) = world.run(websocket.next()) {
                        let (_, outgoing) = next.unwrap().unwrap();
                        world.run(outgoing.send(payload(len)))
                    } else {
                        world.run(websocket.send(payload(len)))
                    };
                    sent.ready().unwrap();
                    expected.push(payload(len));
                    false
                }
                Doing::Piece(len) => {
                    world.run(websocket.send_piece(payload(len), true)).ready().unwrap();
                    expected.push(payload(len));
                    false
                }
                Doing::Flush => {
                    world.run(websocket.flush()).ready().unwrap();
                    false
                }
            };
            prop_assert!(is_fed || arrived(&world) == expected, "{:?}", doing);
        }
    }

    /// The same of many sending halves, while the receiving half is polled never, once, or all the time.
    #[test]
    fn what_halves_have_sent_has_left(
        doings in doings(),
        seed: u64,
        queue_len in 0_usize..3,
        turns in prop::collection::vec(0_u8..3, 20),
    ) {
        let config = Config { max_outbox_len: 50_000, ..QUIET };
        let world = World::restless(seed);
        let (mut receiver, sender) = world.websocket(Role::Client, config).split(queue_len);
        let mut senders = [sender.clone(), sender.clone(), sender];
        let mut expected = Vec::new();
        for (number, doing) in doings.into_iter().enumerate() {
            let payload = |len| vec![u8::try_from(number).unwrap(); len];
            let turn = turns[number % turns.len()];
            let sender = &mut senders[number % 3];
            // A future of the receiving half that is given up, as by `select!`.
            if turn == 1 {
                let is_pending = world.poll(|cx| {
                    core::task::Poll::Ready(once(receiver.next(), cx).is_pending())
                });
                prop_assert!(is_pending.ready());
            }
            let mut receiving = Box::pin(receiver.next());
            let mut acting = Box::pin(async {
                match doing {
                    Doing::Send(len) => sender.send(payload(len)).await,
                    Doing::Feed(len) => sender.feed(payload(len)).await,
                    Doing::Piece(len) => sender.send_piece(payload(len), true).await,
                    Doing::Flush => sender.flush().await,
                }
            });
            world.poll(|cx| {
                if turn == 2 {
                    assert!(receiving.as_mut().poll(cx).is_pending());
                }
                acting.as_mut().poll(cx)
            }).ready().unwrap();
            drop(acting);
            let len = match doing {
                Doing::Send(len) | Doing::Feed(len) | Doing::Piece(len) => Some(len),
                Doing::Flush => None,
            };
            expected.extend(len.map(payload));
            if !matches!(doing, Doing::Feed(_)) {
                prop_assert_eq!(&arrived(&world), &expected, "{:?} {}", doing, turn);
            }
        }
        // What was fed leaves with the receiving half, when that is polled.
        world.run(receiver.next()).check_waiting();
        prop_assert_eq!(arrived(&world), expected);
    }
}

#[test]
fn what_was_fed_waits_for_others() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(websocket.feed("fed")).ready().unwrap();
    world.run(websocket.feed("fed, too")).ready().unwrap();
    assert_eq!(world.count(Call::Write), 0);
    world.run(websocket.send("sent")).ready().unwrap();
    assert_eq!(world.count(Call::Write), 1, "all in one write");
    assert_eq!(arrived(&world).len(), 3);
}

/// A `send` that is given up behind its room has queued its message once, and says so nowhere; before, it has done nothing.
#[test]
fn a_send_given_up_queues_once_or_not_at_all() {
    let config = Config {
        max_outbox_len: 100,
        ..QUIET
    };
    let world = World::new(stalled);
    let (mut receiver, mut sender) = world.websocket(Role::Server, config).split(0);
    world.run(sender.send(vec![1; 90])).check_waiting();
    world.run(sender.send(vec![2; 90])).check_waiting();
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(receiver.next()).check_waiting();
    assert_eq!(arrived(&world), [vec![1; 90]]);

    let world = World::new(stalled);
    let mut websocket = world.websocket(Role::Server, config);
    world.run(websocket.send(vec![1; 90])).check_waiting();
    world.run(websocket.send(vec![2; 90])).check_waiting();
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(websocket.next()).check_waiting();
    assert_eq!(arrived(&world), [vec![1; 90]]);
}

/// The senders of a task hand over, so that many messages leave in one write, and the task is all that is needed then.
#[test]
fn what_was_handed_to_a_task_leaves_without_its_sender() {
    let world = World::calm();
    let (mut sender, _delivered, task) = world.websocket(Role::Server, QUIET).into_task(8);
    for number in 0..5_u8 {
        let mut sender = sender.clone();
        world.run(sender.send([number].to_vec())).ready().unwrap();
    }
    world.run(sender.feed("fed")).ready().unwrap();
    let mut flushing = Box::pin(sender.flush());
    world.run(flushing.as_mut()).check_waiting();
    let mut task = Box::pin(task);
    world.run(task.as_mut()).check_waiting();
    assert_eq!(world.count(Call::Write), 1);
    assert_eq!(arrived(&world).len(), 6);
    world.run(flushing).ready().unwrap();
}

#[test]
fn a_task_says_when_all_was_written() {
    for seed in 0..100 {
        let world = World::restless(seed);
        let (mut sender, _delivered, task) = world.websocket(Role::Server, QUIET).into_task(1);
        let mut task = Box::pin(task);
        let mut sending = Box::pin(async {
            for number in 0..10_u8 {
                sender.send(vec![number; 3000]).await.unwrap();
                if number % 3 == 0 {
                    sender.flush().await.unwrap();
                    assert_eq!(arrived(&world).len(), usize::from(number) + 1);
                }
            }
        });
        world
            .poll(|cx| {
                assert!(task.as_mut().poll(cx).is_pending());
                sending.as_mut().poll(cx)
            })
            .ready();
    }
    let world = World::faulty(Call::Write, 0, Step::Fail(ErrorKind::BrokenPipe));
    let (mut sender, _delivered, task) = world.websocket(Role::Server, QUIET).into_task(1);
    let mut flushing = Box::pin(async {
        sender.send("lost").await?;
        sender.flush().await
    });
    world.run(flushing.as_mut()).check_waiting();
    world.run(task).ready();
    assert!(matches!(
        world.run(flushing).ready(),
        Err(Error::Disconnected)
    ));
}

type Halves = (Receiver<ScriptedTransport, ScriptedTimer>, Sender);

fn stuck(config: Config) -> (World, Halves) {
    let world = World::new(stalled);
    let halves = world.websocket(Role::Server, config).split(1);
    (world, halves)
}

/// Nothing waits for ever, also where nobody reads.
#[test]
fn tr_03_a_peer_that_takes_nothing_ends_a_send() {
    let (world, (mut receiver, mut sender)) = stuck(Config::DEFAULT);
    let error = world.run_in_time(sender.send("stuck")).ready().unwrap_err();
    assert!(matches!(error, Error::Disconnected));
    assert_eq!(world.now(), Config::DEFAULT.write_timeout.unwrap());
    let error = world.run(receiver.next()).ready().unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::WriteTimeout)));
    assert!(matches!(
        receiver.closed(),
        Some(Closed::Lost(Loss::WriteTimeout))
    ));

    let world = World::stalled(Call::Flush);
    let (_receiver, mut sender) = world.websocket(Role::Server, Config::DEFAULT).split(1);
    assert!(world.run_in_time(sender.send("held back")).ready().is_err());
    assert_eq!(world.now(), Config::DEFAULT.write_timeout.unwrap());

    // A queue that is full.
    let config = Config {
        max_outbox_len: 10,
        ..Config::DEFAULT
    };
    let (world, (_receiver, mut sender)) = stuck(config);
    let filling = async {
        loop {
            if let Err(error) = sender.feed([0; 9].to_vec()).await {
                break error;
            }
        }
    };
    assert!(matches!(
        world.run_in_time(filling).ready(),
        Error::Disconnected
    ));
    assert_eq!(world.now(), Config::DEFAULT.write_timeout.unwrap());
}

/// The silence of the peer is judged by the half that reads, whatever senders wait for.
#[test]
fn a_sender_that_waits_does_not_judge_silence() {
    let config = Config {
        write_timeout: None,
        ..Config::DEFAULT
    };
    let (world, (mut receiver, mut sender)) = stuck(config);
    let mut sending = Box::pin(sender.send("stuck"));
    world
        .poll(|cx| {
            assert!(sending.as_mut().poll(cx).is_pending());
            once(receiver.next(), cx).map(drop)
        })
        .check_waiting();
    // The peer has said something in time, which nobody has read yet.
    world.pass(Duration::from_secs(3600));
    world.feed(&message("alive"));
    world.run(sending.as_mut()).check_waiting();
    let next = world.run(receiver.next()).ready().unwrap();
    assert_eq!(next.unwrap().as_bytes(), b"alive");

    // It is silent then, and a sender that waits does not excuse that.
    let begun = world.now();
    let outcome = world.poll_in_time(|cx| {
        assert!(sending.as_mut().poll(cx).is_pending());
        once(receiver.next(), cx).map(|next| next.map(drop))
    });
    let error = outcome.ready().unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::PongTimeout)), "{error:?}");
    let least = config.ping_interval.unwrap() + config.pong_timeout;
    assert_eq!(world.now() - begun, least);
    assert!(matches!(
        world.run(sending).ready(),
        Err(Error::Disconnected)
    ));
}

/// Pings and pieces through every sending half; those of a task leave while that is polled.
#[test]
fn pings_and_pieces_from_every_half() {
    async fn act(sender: &mut Sender) -> Result<(), Error> {
        sender.ping(b"?").await?;
        sender.send_piece("in ", false).await?;
        sender.send_piece("pieces", true).await?;
        sender.send_uncompressed("whole").await?;
        sender.flush().await
    }
    let check = |world: &World| {
        let frames = Frame::decode_all(&world.output());
        let found: Vec<_> = frames
            .iter()
            .map(|frame| (frame.opcode, frame.is_final, &frame.payload[..]))
            .collect();
        let expected: [(u8, bool, &[u8]); 4] = [
            (PING, true, b"?"),
            (1, false, b"in "),
            (CONTINUATION, true, b"pieces"),
            (1, true, b"whole"),
        ];
        assert_eq!(found, expected);
    };
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    websocket.ping(b"?").unwrap();
    world
        .run(async {
            websocket.feed_piece("in ", false).await?;
            websocket.send_piece("pieces", true).await?;
            websocket.send_uncompressed("whole").await
        })
        .ready()
        .unwrap();
    check(&world);

    let world = World::calm();
    let (_receiver, mut sender) = world.websocket(Role::Server, QUIET).split(1);
    world.run(act(&mut sender)).ready().unwrap();
    check(&world);
    let long = world.run(sender.ping(&[0; 126])).ready();
    assert!(matches!(long, Err(Error::Control(_))));

    let world = World::calm();
    let (mut sender, _delivered, task) = world.websocket(Role::Server, QUIET).into_task(1);
    let mut task = Box::pin(task);
    let mut acting = Box::pin(act(&mut sender));
    world
        .poll(|cx| {
            assert!(task.as_mut().poll(cx).is_pending());
            acting.as_mut().poll(cx)
        })
        .ready()
        .unwrap();
    check(&world);
}

/// What is received in pieces, and pings, of which a split connection tells, too.
#[test]
fn a_receiver_tells_of_pieces_and_pings() {
    let config = Config {
        stream_above: Some(0),
        ..QUIET
    };
    let world = World::calm();
    let (mut receiver, _sender) = world.websocket(Role::Server, config).split(0);
    world.feed(&crate::peer::ping("?"));
    world.feed(&message("in pieces"));
    world.feed(&crate::peer::close(1000));
    world.end();
    let mut events = Vec::new();
    while let Some(event) = world.run(receiver.next_event()).ready().unwrap() {
        events.push(format!("{event:?}"));
    }
    assert!(events[0].starts_with("Ping("), "{events:?}");
    assert!(events[1].starts_with("Piece("), "{events:?}");
    assert!(matches!(receiver.closed(), Some(Closed::Clean(Some(_)))));
}

/// Both halves by the traits of `futures`, as tasks that know nothing else; of a split connection and of a task.
#[test]
fn halves_are_a_stream_and_a_sink() {
    let feed_all = |world: &World| {
        for number in 0..50_u8 {
            world.feed(&message([number; 40]));
        }
        world.feed(&crate::peer::close(1000));
        world.end();
    };
    let check = |world: &World, seed: u64| {
        let frames = Frame::decode_all(&world.output());
        let messages = frames.iter().filter(|frame| frame.opcode == BINARY);
        let payloads = messages.map(|frame| frame.payload.clone());
        assert!(
            payloads.eq((0..50).map(|number| vec![number; 40])),
            "{seed}"
        );
    };
    for seed in 0..60 {
        let world = World::restless(seed);
        let (receiver, sender) = world.websocket(Role::Server, QUIET).split(1);
        feed_all(&world);
        world.run(receiver.forward(sender)).ready().unwrap();
        check(&world, seed);

        let world = World::restless(seed);
        let (mut sender, delivered, task) = world.websocket(Role::Server, QUIET).into_task(3);
        for number in 0..50_u8 {
            world.feed(&message([number; 40]));
        }
        let mut task = Box::pin(task);
        let mut echo = Box::pin(async {
            let mut answers = delivered.take(50);
            sender.send_all(&mut answers).await.unwrap();
            SinkExt::close(&mut sender).await.unwrap();
        });
        world
            .poll(|cx| {
                let _ = task.as_mut().poll(cx);
                echo.as_mut().poll(cx)
            })
            .ready();
        check(&world, seed);
    }
}
