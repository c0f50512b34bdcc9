//! The opening handshakes over a scripted transport (rows HC-16, HC-20, HS-38, CL-21).

use core::time::Duration;
use std::io::ErrorKind;

use onem2m_ws_driver::core::{
    Acceptance, ClientRequest, HandshakeError, ProxyConnect, Rejection, Seed,
};
use onem2m_ws_driver::{Error, Tunnel, accept, connect, tunnel};
use onem2m_ws_tests::wire::{BINARY, Frame};

use crate::peer::{QUIET, message};
use crate::world::{Call, Step, World};

const REQUEST: &str = "GET / HTTP/1.1\r\nHost: server.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

async fn open(world: &World) -> Result<(), Error> {
    let request = ClientRequest::new("ws://server.example/chat").unwrap();
    let (transport, timer) = (world.transport(), world.timer());
    connect(transport, timer, &request, QUIET, Seed([7; 32])).await?;
    Ok(())
}

async fn serve(world: &World) -> Result<(), Error> {
    let accepting = accept(world.transport(), world.timer(), QUIET, Seed([7; 32])).await?;
    let mut websocket = accepting.accept(&Acceptance::default())?;
    websocket.flush().await
}

async fn refuse(world: &World) -> Result<(), Error> {
    let accepting = accept(world.transport(), world.timer(), QUIET, Seed([7; 32])).await?;
    accepting.reject(&Rejection::not_found()).await
}

/// The end before the answer, within it, and a reset are told apart.
#[test]
fn hc_16_the_end_instead_of_an_answer() {
    let check = |answer: &str, expected: &HandshakeError| {
        let world = World::calm();
        world.feed(answer.as_bytes());
        world.end();
        let error = world.run(open(&world)).ready().unwrap_err();
        assert!(
            matches!(&error, Error::Handshake(found) if found == expected),
            "{error:?}"
        );
        assert!(world.is_dropped());
    };
    check("", &HandshakeError::ClosedBeforeReply);
    check("H", &HandshakeError::Truncated);
    check(
        "HTTP/1.1 101 Switching Protocols\r\n",
        &HandshakeError::Truncated,
    );

    for at in 0..2 {
        let reset = Step::Fail(ErrorKind::ConnectionReset);
        let world = World::faulty(Call::Read, at, reset);
        world.feed(b"HTTP/1.1 101 ");
        let error = world.run(open(&world)).ready().unwrap_err();
        assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset));
    }
}

#[test]
fn hc_16_the_end_instead_of_a_request() {
    for (request, expected) in [
        ("", HandshakeError::ClosedBeforeReply),
        ("GET / HTTP/1.1\r\n", HandshakeError::Truncated),
    ] {
        let world = World::calm();
        world.feed(request.as_bytes());
        world.end();
        let error = world.run(serve(&world)).ready().unwrap_err();
        assert!(matches!(error, Error::Handshake(found) if found == expected));
        assert_eq!(world.output(), b"");
    }
}

/// The request does not stay in a transport that holds back what it took; nor does the server's answer.
#[test]
fn hc_20_what_was_written_is_flushed() {
    for seed in 0..50 {
        let world = World::restless(seed);
        world.run(open(&world)).check_waiting();
        assert!(world.output().ends_with(b"\r\n\r\n") && world.is_passed_on());

        let world = World::restless(seed);
        world.feed(REQUEST.as_bytes());
        world.run(serve(&world)).ready().unwrap();
        assert!(world.output().ends_with(b"\r\n\r\n") && world.is_passed_on());
    }
}

/// A fault at every call of the handshakes: the transport's error, or the connection is there.
#[test]
fn tr_01_a_fault_at_every_call_of_the_handshake() {
    for (call, step) in [
        (Call::Read, Step::Fail(ErrorKind::ConnectionReset)),
        (Call::Read, Step::Lie),
        (Call::Write, Step::Fail(ErrorKind::BrokenPipe)),
        (Call::Write, Step::Zero),
        (Call::Write, Step::Lie),
        (Call::Flush, Step::Fail(ErrorKind::BrokenPipe)),
    ] {
        for at in 0..40 {
            let script = move |this, number| match this {
                _ if (this, number) == (call, at) => step,
                _ => Step::Take(10),
            };
            let world = World::new(script);
            world.feed(REQUEST.as_bytes());
            let outcome = world.run(serve(&world)).ready();
            assert_eq!(
                outcome.is_err(),
                world.count(call) > at,
                "{call:?} {step:?} {at}"
            );
            assert!(matches!(outcome, Ok(()) | Err(Error::Io(_))));
        }
    }
}

/// What the reply says, whoever refuses.
fn check_reply(reply: &[u8], status: &str) {
    let reply = str::from_utf8(reply).unwrap();
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{reply}");
    assert!(head.contains("\r\nConnection: close"), "{reply}");
    assert!(format!("{head}\r\n").contains(&format!("\r\nContent-Length: {}\r\n", body.len())));
}

/// What the server said counts more than that the transport failed while it went on.
#[test]
fn hc_16_a_refusal_that_is_cut_off() {
    let refusal = "HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nlater";
    let len = refusal.len();
    let world = World::new(move |call, number| match (call, number) {
        (Call::Read, 0) => Step::Take(len),
        (Call::Read, _) => Step::Fail(ErrorKind::ConnectionReset),
        _ => Step::Take(usize::MAX),
    });
    world.feed(refusal.as_bytes());
    let error = world.run(open(&world)).ready().unwrap_err();
    assert!(
        matches!(&error, Error::Handshake(HandshakeError::Status(response))
            if response.status() == 503 && response.body() == b"later"),
        "{error:?}"
    );
}

/// A server that refuses before it read the request has said so, though that could not be written any more.
#[test]
fn hc_16_a_refusal_before_the_request() {
    for step in [Step::Fail(ErrorKind::BrokenPipe), Step::Zero] {
        let world = World::faulty(Call::Write, 0, step);
        world.feed(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        let error = world.run(open(&world)).ready().unwrap_err();
        assert!(
            matches!(&error, Error::Handshake(HandshakeError::Status(response))
                if response.status() == 503),
            "{error:?}"
        );

        let world = World::faulty(Call::Write, 0, step);
        let error = world.run(open(&world)).ready().unwrap_err();
        assert!(matches!(error, Error::Io(_)), "{error:?}");
        assert_eq!(world.count(Call::Write), 1);
    }
}

/// A server that takes none of the request, or does not pass it on, is given the time of the handshake.
#[test]
fn a_request_that_cannot_be_written_times_out() {
    for call in [Call::Write, Call::Flush] {
        let world = World::new(move |this, _| {
            if this == call {
                Step::Stalled
            } else {
                Step::Take(usize::MAX)
            }
        });
        let error = world.run_in_time(open(&world)).ready().unwrap_err();
        assert!(matches!(error, Error::Handshake(HandshakeError::TimedOut)));
        assert_eq!(world.now(), QUIET.handshake_timeout);
    }
}

/// The client has ended its direction before the refusal is written: it is written all the same, and to its end.
#[test]
fn hs_38_refusals_reach_a_client_that_half_closed() {
    for seed in 0..100 {
        let world = World::restless(seed);
        world.feed(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        world.end();
        let error = world.run(serve(&world)).ready().unwrap_err();
        assert!(
            matches!(error, Error::Handshake(HandshakeError::Violation(_))),
            "{error:?}"
        );
        check_reply(&world.output(), "400");
        assert!(world.is_passed_on() && world.is_shut() && world.is_dropped());

        let world = World::restless(seed);
        world.feed(REQUEST.as_bytes());
        world.end();
        world.run(refuse(&world)).ready().unwrap();
        check_reply(&world.output(), "404");
        assert!(world.is_passed_on() && world.is_shut() && world.is_dropped());
    }
}

/// Our direction is ended, then the client's bytes are read to their end: dropping a socket with unread input would
/// destroy the reply.
#[test]
fn cl_21_refusals_linger() {
    let world = World::calm();
    world.feed(REQUEST.as_bytes());
    world.feed(&message([0; 100_000]));
    let mut refusal = Box::pin(refuse(&world));
    world.run(refusal.as_mut()).check_waiting();
    check_reply(&world.output(), "404");
    assert!(world.is_shut() && !world.is_dropped());
    assert_eq!(world.unread(), 0);
    world.feed(b"more");
    world.end();
    world.run(refusal.as_mut()).ready().unwrap();
    assert_eq!(world.unread(), 0);
}

/// A client that never ends its direction, silent or flooding, does not hold a refusal longer than the close timeout.
#[test]
fn hs_38_refusals_end() {
    let world = World::calm();
    world.feed(REQUEST.as_bytes());
    world.run_in_time(refuse(&world)).ready().unwrap();
    assert_eq!(world.now(), QUIET.close_timeout);

    let world = World::calm();
    let flood = world.clone();
    world.follow(move |call, _| {
        if call == Call::Read {
            flood.pass(Duration::from_millis(1));
            flood.feed(&[0; 100]);
        }
        Step::Take(usize::MAX)
    });
    world.feed(REQUEST.as_bytes());
    world.run(refuse(&world)).ready().unwrap();
    let least = usize::try_from(QUIET.close_timeout.as_millis()).unwrap();
    assert!((least..least + 10).contains(&world.count(Call::Read)));

    let stalled = |call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    };
    for ends in [false, true] {
        let world = World::new(stalled);
        world.feed(REQUEST.as_bytes());
        if ends {
            world.end();
        }
        world.run_in_time(refuse(&world)).ready().unwrap();
        assert_eq!(world.now(), QUIET.close_timeout);
        assert!(world.is_dropped());
    }
}

/// A client that is gone before it was told what it did wrong: what it did wrong is the error.
#[test]
fn hs_38_the_violation_is_the_error() {
    let world = World::faulty(Call::Write, 0, Step::Fail(ErrorKind::BrokenPipe));
    world.feed(b"NONSENSE\r\n\r\n");
    let error = world.run(serve(&world)).ready().unwrap_err();
    assert!(
        matches!(error, Error::Handshake(HandshakeError::Violation(_))),
        "{error:?}"
    );
}

/// One deadline for the whole handshake, however the peer trickles.
#[test]
fn handshakes_time_out() {
    let world = World::calm();
    let trickle = world.clone();
    world.follow(move |call, number| {
        if call == Call::Read && number % 2 == 0 {
            trickle.pass(Duration::from_secs(1));
            trickle.feed(b"H");
            return Step::Pending;
        }
        Step::Take(1)
    });
    let error = world.run_in_time(open(&world)).ready().unwrap_err();
    assert!(matches!(error, Error::Handshake(_)), "{error:?}");

    for (client, feed) in [
        (true, ""),
        (true, "HTTP/1.1 "),
        (false, ""),
        (false, "GET "),
    ] {
        let world = World::calm();
        world.feed(feed.as_bytes());
        let outcome = if client {
            world.run_in_time(open(&world)).ready()
        } else {
            world.run_in_time(serve(&world)).ready()
        };
        assert!(matches!(
            outcome,
            Err(Error::Handshake(HandshakeError::TimedOut))
        ));
        assert_eq!(world.now(), QUIET.handshake_timeout);
        assert!(world.is_dropped());
    }
}

/// A tunnel hands the transport back; the proxy's failures are its own.
#[test]
fn tunnels_on_any_transport() {
    let ask = || {
        ProxyConnect::new(
            "server.example",
            80,
            None,
            QUIET,
            onem2m_ws_driver::core::Timestamp::ZERO,
        )
    };
    for seed in 0..50 {
        let world = World::restless(seed);
        world.feed(b"HTTP/1.1 200 OK\r\n\r\n");
        let opened = world
            .run(tunnel(world.transport(), world.timer(), ask().unwrap()))
            .ready();
        let Tunnel::Open(_transport) = opened.unwrap() else {
            panic!("no tunnel");
        };
        assert!(!world.is_dropped());
        // A proxy that answers before it was asked is asked all the same.
        assert!(world.output().ends_with(b"\r\n\r\n"));
    }
    let world = World::calm();
    world.end();
    let refused = world
        .run(tunnel(world.transport(), world.timer(), ask().unwrap()))
        .ready();
    assert!(matches!(refused, Err(Error::Proxy(_))));
    let world = World::calm();
    let silent = world
        .run_in_time(tunnel(world.transport(), world.timer(), ask().unwrap()))
        .ready();
    assert!(matches!(silent, Err(Error::Proxy(_))));
}

/// Bytes behind the handshake belong to the connection.
#[test]
fn early_messages_are_kept() {
    let world = World::calm();
    world.feed(REQUEST.as_bytes());
    world.feed(&message("early"));
    let received = world.run(async {
        let accepting = accept(world.transport(), world.timer(), QUIET, Seed([7; 32])).await?;
        let mut websocket = accepting.accept(&Acceptance::default())?;
        let (message, websocket) = websocket.next().await?.expect("a message");
        websocket.feed(message).await?;
        websocket.flush().await
    });
    received.ready().unwrap();
    assert_eq!(world.count(Call::Write), 1, "with the 101, in one write");
    assert!(
        world
            .output()
            .ends_with(&Frame::new(BINARY, "early").encode())
    );
}
