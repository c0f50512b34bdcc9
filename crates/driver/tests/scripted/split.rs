//! The halves, the task, and many senders.

use std::io::ErrorKind;

use futures_util::future::join_all;
use onem2m_ws_driver::core::{CloseCode, CloseFrame, Config, ControlError, Loss, Role};
use onem2m_ws_driver::{Error, Sender};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, PING, PONG};
use proptest::prelude::*;

use crate::executor::{Run, once};
use crate::peer::{QUIET, close, message, ping};
use crate::world::{Call, Step, World};

fn payloads(bytes: &[u8]) -> Vec<Vec<u8>> {
    let frames = Frame::decode_all(bytes).into_iter();
    frames
        .filter(|frame| frame.opcode == BINARY)
        .map(|frame| frame.payload)
        .collect()
}

async fn send_all(mut sender: Sender, own: u8) {
    for number in 0..50 {
        sender.send(vec![own, number]).await.expect("a connection");
    }
}

/// Many senders, a small queue and a small outbox: each sender's messages leave in order, none twice, none lost.
#[test]
fn many_senders_keep_their_order() {
    let config = Config {
        max_outbox_len: 20,
        ..QUIET
    };
    for seed in 0..40 {
        let world = World::restless(seed);
        let (mut receiver, sender) = world.websocket(Role::Server, config).split(2);
        let senders = join_all((0..10).map(|own| send_all(sender.clone(), own)));
        let mut senders = Box::pin(senders);
        world
            .poll(|cx| {
                // New futures for the receiver, kept ones for the senders: both halves in one task.
                assert!(once(receiver.next(), cx).is_pending());
                senders.as_mut().poll(cx)
            })
            .ready();
        world.run(receiver.next()).check_waiting();
        let sent = payloads(&world.output());
        assert_eq!(sent.len(), 500);
        for own in 0..10 {
            let numbers = sent
                .iter()
                .filter(|payload| payload[0] == own)
                .map(|payload| payload[1]);
            assert!(numbers.eq(0..50), "{seed}");
        }
    }
}

/// The queue is bounded: when nobody drives the connection, `feed` waits if its half cannot write, and `try_send` gives the
/// message back.
#[test]
fn a_full_queue_holds_senders_back() {
    let world = World::calm();
    let (sender, _delivered, task) = world.websocket(Role::Server, QUIET).into_task(3);
    let mut task = Box::pin(task);
    let mut first = sender.clone();
    let taken = (0..100).take_while(|_| first.try_send("m").is_ok()).count();
    assert_eq!(taken, 4, "the queue, and one for the sender");
    let refused = first.try_send("back").unwrap_err();
    assert_eq!(
        (refused.is_disconnected, refused.message.as_bytes()),
        (false, &b"back"[..])
    );
    let mut second = sender;
    second.try_send("one for this sender").unwrap();
    world.run(second.send("waits")).check_waiting();

    // Driving makes room, and wakes whoever waits; a dropped send has sent nothing.
    let mut waits = Box::pin(first.send("goes on"));
    world
        .poll(|cx| {
            let sent = waits.as_mut().poll(cx);
            assert!(task.as_mut().poll(cx).is_pending());
            sent
        })
        .ready()
        .unwrap();
    drop(waits);
    world.run(task.as_mut()).check_waiting();
    assert_eq!(Frame::decode_all(&world.output()).len(), 6);
}

/// A half of a split connection makes room in the queue itself: `feed` waits for room in the outbox alone.
#[test]
fn a_full_queue_is_emptied_by_who_feeds() {
    let config = Config {
        max_outbox_len: 100,
        ..QUIET
    };
    let world = World::new(|call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    });
    let (_receiver, mut sender) = world.websocket(Role::Server, config).split(2);
    let mut taken = 0;
    while let Run::Ready(fed) = world.run(sender.feed([0; 18].to_vec())) {
        fed.unwrap();
        taken += 1;
    }
    assert_eq!(
        taken,
        5 + 1 + 3,
        "five in the outbox, one behind it, and the queue"
    );
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(sender.flush()).ready().unwrap();
    assert_eq!(payloads(&world.output()).len(), taken);
}

/// Backpressure of the transport reaches the senders: what waits is bounded by the queue and the outbox.
#[test]
fn backpressure_reaches_the_senders() {
    let config = Config {
        max_outbox_len: 1000,
        ..QUIET
    };
    let world = World::new(|call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    });
    let (mut receiver, mut sender) = world.websocket(Role::Server, config).split(5);
    let mut taken = 0;
    for _ in 0..1000 {
        taken += usize::from(sender.try_send(vec![0; 100]).is_ok());
        assert!(matches!(world.run(receiver.next()), Run::Waiting));
    }
    // Nine of 102 bytes in the outbox, one behind it, six in the queue.
    assert_eq!(taken, 9 + 1 + 6);
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(receiver.next()).check_waiting();
    assert_eq!(payloads(&world.output()).len(), taken);
}

/// Sends and a close from several senders in any order: nothing follows the Close frame, nothing before it is lost.
fn check_close_among_sends(order: &[u8]) {
    let world = World::calm();
    let (mut receiver, sender) = world.websocket(Role::Server, QUIET).split(100);
    let mut senders = vec![sender; 3];
    let closing = CloseFrame::new(CloseCode::NORMAL, "");
    let mut before = Vec::new();
    let mut has_closed = false;
    for (number, action) in order.iter().enumerate() {
        let sender = &mut senders[usize::from(action % 3)];
        let number = u8::try_from(number).unwrap();
        match action / 3 {
            0 => {
                let sent = sender.try_send(vec![number]);
                if !has_closed && sent.is_ok() {
                    before.push(vec![number]);
                }
            }
            1 => {
                let closed = world.run(sender.close(closing.clone()));
                has_closed |= matches!(closed, Run::Ready(Ok(())));
            }
            _ => world.run(receiver.next()).check_waiting(),
        }
    }
    world.run(receiver.next()).check_waiting();
    let frames = Frame::decode_all(&world.output());
    let ends = frames.iter().position(|frame| frame.opcode == CLOSE);
    assert_eq!(
        ends,
        has_closed.then(|| frames.len() - 1),
        "the Close frame is the last"
    );
    assert_eq!(payloads(&world.output()), before);
    if has_closed {
        for sender in &mut senders {
            assert!(sender.try_send("late").unwrap_err().is_disconnected);
            assert!(matches!(
                world.run(sender.send("late")).ready(),
                Err(Error::Disconnected)
            ));
        }
    }
}

proptest! {
    #[test]
    fn c_07_close_among_sends(order in prop::collection::vec(0_u8..9, 0..30)) {
        check_close_among_sends(&order);
    }
}

#[test]
fn closing_from_a_sender_drives_the_handshake() {
    let world = World::calm();
    let (mut receiver, mut sender) = world.websocket(Role::Server, QUIET).split(1);
    let long = "x".repeat(124);
    let error = world
        .run(sender.close(CloseFrame::new(CloseCode::NORMAL, &long)))
        .ready();
    assert!(matches!(error, Err(Error::Control(ControlError::TooLong))));
    world.run(sender.close(None)).ready().unwrap();
    world.run(receiver.next()).check_waiting();
    assert_eq!(world.output(), Frame::new(CLOSE, []).encode());
    world.feed(&message("still received"));
    world.feed(&close(1000));
    world.end();
    let received = world.run(receiver.next()).ready().unwrap().unwrap();
    assert_eq!(received.as_bytes(), b"still received");
    assert!(world.run(receiver.next()).ready().unwrap().is_none());
    assert!(receiver.closed().is_some());
}

/// The word that the Close frame was written does not depend on a place in the queue behind the frame: when there is one, the
/// connection may have ended.
#[test]
fn c_07_closing_through_the_task_tells_of_the_end_before_it() {
    let world = World::calm();
    let (mut sender, mut delivered, task) = world.websocket(Role::Server, QUIET).into_task(0);
    let mut task = Box::pin(task);
    let mut closing = Box::pin(sender.close(None));
    world.run(closing.as_mut()).check_waiting();
    world.feed(&close(1000));
    world.end();
    world.run(task.as_mut()).ready();
    world.run(closing.as_mut()).ready().unwrap();
    assert!(world.run(delivered.receive()).ready().unwrap().is_none());
}

/// Whoever waits for room learns that the connection has ended, also while the receiver is kept.
#[test]
fn c_09_senders_learn_of_the_end() {
    let ends: [fn(&World); 3] = [
        |world| world.feed(&close(1000)),
        |world| world.end(),
        |world| world.feed(&Frame::new(BINARY, "unmasked").encode()),
    ];
    for end in ends {
        let world = World::new(|call, _| {
            if call == Call::Write {
                Step::Stalled
            } else {
                Step::Take(usize::MAX)
            }
        });
        let config = Config {
            max_outbox_len: 10,
            ..QUIET
        };
        let (mut receiver, mut sender) = world.websocket(Role::Server, config).split(0);
        for _ in 0..3 {
            let _ = sender.try_send(vec![0; 9]);
            world.run(receiver.next()).check_waiting();
        }
        let mut waits = Box::pin(sender.send("waits"));
        world.run(waits.as_mut()).check_waiting();
        end(&world);
        let outcome = world.poll_in_time(|cx| {
            let _ = once(receiver.next(), cx);
            waits.as_mut().poll(cx)
        });
        // Taken and lost with the connection, or refused; but it ends.
        assert!(matches!(outcome.ready(), Ok(()) | Err(Error::Disconnected)));
        drop(waits);
        let _ = world.run_in_time(receiver.next()).ready();
        assert!(sender.try_send("late").unwrap_err().is_disconnected);
        assert!(receiver.closed().is_some());
    }
}

#[test]
fn c_09_dropping_the_receiver_ends_everything() {
    let world = World::calm();
    let (receiver, mut sender) = world.websocket(Role::Server, QUIET).split(0);
    sender.try_send("queued").unwrap();
    let mut other = sender.clone();
    drop(receiver);
    assert!(world.is_dropped());
    assert!(sender.try_send("late").unwrap_err().is_disconnected);
    assert!(matches!(
        world.run(other.send("late")).ready(),
        Err(Error::Disconnected)
    ));
}

/// The task that nobody listens to any more ends, though nothing happens on its connection.
#[test]
fn c_09_dropping_what_is_delivered_ends_the_task() {
    let world = World::calm();
    let (mut sender, delivered, task) = world.websocket(Role::Server, QUIET).into_task(4);
    let mut task = Box::pin(task);
    world.run(task.as_mut()).check_waiting();
    let mut delivered = Some(delivered);
    // The same waker for both polls: the second happens only if the drop woke the task.
    let mut polls = 0;
    world
        .poll(|cx| {
            polls += 1;
            let polled = task.as_mut().poll(cx);
            delivered.take();
            polled
        })
        .ready();
    assert_eq!(polls, 2);
    drop(task);
    assert!(world.is_dropped());
    assert!(sender.try_send("late").unwrap_err().is_disconnected);
}

/// Pings are answered while the application is slow, until the queue is full; then the peer waits, and nothing is lost.
#[test]
fn the_task_answers_while_the_application_is_slow() {
    let world = World::calm();
    let (mut sender, mut delivered, task) = world.websocket(Role::Server, QUIET).into_task(2);
    let mut task = Box::pin(task);
    for number in 0..3_u8 {
        world.feed(&message([number]));
        world.feed(&ping([number]));
    }
    world.run(task.as_mut()).check_waiting();
    let pongs = Frame::decode_all(&world.take_output());
    assert!(pongs.iter().all(|frame| frame.opcode == PONG) && pongs.len() >= 2);
    // What senders send leaves although the queue of received messages is full.
    world.feed(&message([3]).repeat(100_000));
    world.run(task.as_mut()).check_waiting();
    assert!(world.unread() > 300_000, "it does not read on");
    sender.try_send("out").unwrap();
    world.run(task.as_mut()).check_waiting();
    assert!(
        Frame::decode_all(&world.take_output())
            .iter()
            .any(|frame| frame.payload == b"out")
    );
    for number in [0, 1, 2].into_iter().chain([3; 100_000]) {
        let received = world.poll(|cx| {
            assert!(task.as_mut().poll(cx).is_pending());
            once(delivered.receive(), cx)
        });
        assert_eq!(received.ready().unwrap().unwrap().as_bytes(), [number]);
    }
}

#[test]
fn the_task_delivers_the_failure_last() {
    let world = World::faulty(Call::Read, 1, Step::Fail(ErrorKind::ConnectionReset));
    world.feed(&message("first"));
    let (_sender, mut delivered, task) = world.websocket(Role::Server, QUIET).into_task(4);
    world.run(task).ready();
    assert!(world.is_dropped());
    assert_eq!(
        world
            .run(delivered.receive())
            .ready()
            .unwrap()
            .unwrap()
            .as_bytes(),
        b"first"
    );
    let error = world.run(delivered.receive()).ready().unwrap_err();
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset));
    assert!(world.run(delivered.receive()).ready().unwrap().is_none());
}

/// A sender that always has more does not keep the receiver from reading, nor the task from yielding.
#[test]
fn tr_08_an_endless_sender_does_not_starve_the_receiver() {
    let world = World::calm();
    let config = Config {
        max_outbox_len: 10_000,
        ..QUIET
    };
    let (mut receiver, sender) = world.websocket(Role::Server, config).split(100);
    // Another thread that sends whenever there is room: here, within every write.
    let mut sender = Some(sender);
    world.follow(move |call, number| {
        if number > 100_000 {
            sender = None;
        }
        if let (Call::Write, Some(sender)) = (call, &mut sender) {
            while sender.try_send(vec![0; 1000]).is_ok() {}
        }
        Step::Take(usize::MAX)
    });
    world.feed(&message("heard"));
    world.feed(&ping("first"));
    world.run(receiver.next()).ready().unwrap().unwrap();
    world.feed(&message("heard again"));
    world.run(receiver.next()).ready().unwrap().unwrap();
    assert!(world.count(Call::Write) < 1000);
}

/// A transport that failed and a full outbox end the receiver; they do not make it spin.
#[test]
fn c_08_failure_with_a_full_outbox() {
    let world = World::new(|call, number| match (call, number) {
        (Call::Write, 0) => Step::Pending,
        (Call::Write, _) => Step::Fail(ErrorKind::BrokenPipe),
        _ => Step::Take(usize::MAX),
    });
    let config = Config {
        max_outbox_len: 10,
        ..QUIET
    };
    let (mut receiver, mut sender) = world.websocket(Role::Server, config).split(8);
    for _ in 0..5 {
        sender.try_send(vec![0; 9]).unwrap();
    }
    let error = world.run(receiver.next()).ready().unwrap_err();
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::BrokenPipe));
    assert!(world.run(receiver.next()).ready().unwrap().is_none());
}

/// A message in pieces that was begun before the split can never be ended; the senders' messages do not wait for that.
#[test]
fn a_message_begun_before_the_split_does_not_stop_the_receiver() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    world
        .run(websocket.feed_piece("begun", false))
        .ready()
        .unwrap();
    let (mut receiver, mut sender) = websocket.split(1);
    sender.try_send("never").unwrap();
    world.feed(&message("heard"));
    world.run(receiver.next()).ready().unwrap().unwrap();
}

#[test]
fn driving_without_receiving_keeps_the_connection() {
    let world = World::calm();
    let (mut receiver, mut sender) = world.websocket(Role::Server, Config::default()).split(1);
    sender.try_send("sent").unwrap();
    world.feed(&message("unread"));
    world.run(receiver.drive()).check_waiting();
    assert_eq!(
        payloads(&world.take_output()).len() + world.unread(),
        message("unread").len()
    );
    for _ in 0..100 {
        world.sleep();
        world.run(receiver.drive()).check_waiting();
    }
    assert!(world.run(receiver.next()).ready().unwrap().is_some());
    // Reading again, silence counts again.
    let error = world.run_in_time(receiver.next()).ready().unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::PongTimeout)));
    assert_eq!(Frame::decode_all(&world.take_output())[0].opcode, PING);
}
