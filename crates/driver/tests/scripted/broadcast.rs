//! One message to many peers: handed on by reference count, never copied.

use core::task::{Context, Poll};
use std::io::{self, IoSlice};
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::core::{
    Bytes, Config, Connection, Inbox, Message, Role, Seed, SharedText, Timestamp,
};
use onem2m_ws_driver::{Transport, WebSocket};

use crate::world::{ScriptedTimer, World};

const LEN: usize = 64 << 10;

/// A transport that notes where the long segments lie in memory that it is given.
struct Noting(Arc<Mutex<Vec<usize>>>);

impl Transport for Noting {
    fn poll_read(&mut self, _: &mut Context<'_>, _: &mut [u8]) -> Poll<io::Result<usize>> {
        Poll::Pending
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let long = chunks.iter().filter(|chunk| chunk.len() >= LEN);
        let places = long.map(|chunk| chunk.as_ptr().addr());
        self.0.lock().unwrap().extend(places);
        Poll::Ready(Ok(chunks.iter().map(|chunk| chunk.len()).sum()))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

fn open(world: &World, places: &Arc<Mutex<Vec<usize>>>) -> WebSocket<Noting, ScriptedTimer> {
    let (now, seed) = (Timestamp::new(world.now()), Seed([7; 32]));
    let connection = Connection::new(Role::Server, Config::DEFAULT, seed, now);
    let transport = Noting(Arc::clone(places));
    WebSocket::new(transport, world.timer(), connection, Inbox::new())
}

/// Through every sending half, fed or sent: what reaches the transports of all peers is the same memory.
#[test]
fn a_message_to_many_is_copied_for_none() {
    const PEERS: usize = 50;
    let text = SharedText::from("x".repeat(LEN));
    let bytes = Bytes::from(vec![7; LEN]);
    for message in [Message::from(text), Message::from(bytes)] {
        let message = message.into_owned();
        let world = World::calm();
        let places = Arc::default();
        for _ in 0..PEERS {
            let mut websocket = open(&world, &places);
            world.run(websocket.send(message.clone())).ready().unwrap();
            world.run(websocket.feed(message.clone())).ready().unwrap();
            world.run(websocket.flush()).ready().unwrap();

            let (mut receiver, mut sender) = open(&world, &places).split(1);
            world.run(sender.send(message.clone())).ready().unwrap();
            sender.try_send(message.clone()).unwrap();
            world.run(receiver.next()).check_waiting();

            let (mut sender, _delivered, task) = open(&world, &places).into_task(1);
            world.run(sender.send(message.clone())).ready().unwrap();
            world.run(sender.feed(message.clone())).ready().unwrap();
            world.run(task).check_waiting();
        }
        let places = places.lock().unwrap();
        assert_eq!(places.len(), PEERS * 6);
        let at = message.as_bytes().as_ptr().addr();
        assert!(places.iter().all(|place| *place == at));
    }
}
