//! Messages that are compressed, and messages that are not, by every way out (RFC 7692).

use futures_util::SinkExt;
use onem2m_ws_driver::core::{Config, PermessageDeflate, Role};
use onem2m_ws_tests::inflate::Inflater;
use onem2m_ws_tests::wire::Frame;

use crate::executor::once;
use crate::peer::QUIET;
use crate::world::World;

const COMPRESSING: Config = Config {
    permessage_deflate: Some(PermessageDeflate::DEFAULT),
    ..QUIET
};

/// What left, and whether it was compressed.
fn left(world: &World) -> Vec<(Vec<u8>, bool)> {
    let mut inflater = Inflater::default();
    let frames = Frame::decode_all(&world.output()).into_iter();
    let read = frames.map(|frame| match frame.rsv {
        0 => (frame.payload, false),
        _ => {
            let message = inflater.message(&frame.payload, 1 << 12, true);
            (message.expect("what was agreed"), true)
        }
    });
    read.collect()
}

#[test]
fn secrets_leave_uncompressed() {
    let (text, secret) = ("a".repeat(100), "s".repeat(100));
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, COMPRESSING);
    world.run(websocket.feed(text.clone())).ready().unwrap();
    let sending = websocket.send_uncompressed(secret.clone());
    world.run(sending).ready().unwrap();
    world.run(websocket.feed(text.clone())).ready().unwrap();
    world.run(websocket.flush()).ready().unwrap();
    let (text, secret) = (text.into_bytes(), secret.into_bytes());
    let expected = [(text.clone(), true), (secret, false), (text, true)];
    assert_eq!(left(&world), expected);
}

#[test]
fn a_sender_passes_on_what_is_not_to_be_compressed() {
    let config = Config {
        // So that each has to wait for the one before.
        max_outbox_len: 1,
        ..COMPRESSING
    };
    for seed in 0..20 {
        let world = World::restless(seed);
        let (mut receiver, mut sender) = world.websocket(Role::Server, config).split(2);
        let mut sending = Box::pin(async move {
            for number in 0..10_u8 {
                let text = "t".repeat(usize::from(number) + 50);
                if number.is_multiple_of(2) {
                    sender.send(text).await.unwrap();
                } else {
                    sender.send_uncompressed(text).await.unwrap();
                }
            }
        });
        world
            .poll(|cx| {
                assert!(once(receiver.next(), cx).is_pending());
                sending.as_mut().poll(cx)
            })
            .ready();
        world.run(receiver.next()).check_waiting();
        let expected: Vec<_> = (0..10)
            .map(|number| (vec![b't'; number + 50], number.is_multiple_of(2)))
            .collect();
        assert_eq!(left(&world), expected, "{seed}");
    }
}

#[test]
fn a_sink_compresses() {
    let world = World::calm();
    let mut messages = world.websocket(Role::Server, COMPRESSING).into_stream();
    let text = "b".repeat(100);
    let sending = messages.send(text.clone().into());
    world.run(sending).ready().unwrap();
    assert_eq!(left(&world), [(text.into_bytes(), true)]);
}
