//! A client and a server that talk to each other over a wire in memory, in virtual time.

use core::time::Duration;
use std::collections::VecDeque;

use onem2m_ws_core::{
    Buf, Config, Connection, Event, Inbox, Role, Seed, Timestamp, TransportAction,
};

use crate::script::{push_joined, seeded};

/// Two connections, and the bytes between them.
#[derive(Debug)]
pub struct Pair {
    /// The client.
    pub client: Peer,
    /// The server.
    pub server: Peer,
    /// The time.
    pub now: Timestamp,
    /// At most this many bytes are carried in one step of one direction.
    pub step_len: usize,
}

/// One side of a [`Pair`].
#[derive(Debug)]
pub struct Peer {
    /// The machine.
    pub connection: Connection,
    /// What it reported.
    pub events: Vec<Event<'static>>,
    /// Bytes on their way to it.
    pub incoming: VecDeque<u8>,
    /// Whether the other side ended its direction.
    pub is_ended: bool,
    /// Whether it let go of the transport.
    pub has_left: bool,
    inbox: Inbox,
    has_seen_end: bool,
}

impl Pair {
    /// Two fresh connections with the same limits.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self {
            client: Peer::new(Role::Client, config),
            server: Peer::new(Role::Server, config),
            now: Timestamp::ZERO,
            step_len: usize::MAX,
        }
    }

    /// Carries bytes both ways once; whether anything moved.
    pub fn step(&mut self) -> bool {
        let sent = carry(&mut self.client, &mut self.server, self.step_len);
        let answered = carry(&mut self.server, &mut self.client, self.step_len);
        let heard = self.client.listen(self.now, self.step_len);
        let served = self.server.listen(self.now, self.step_len);
        sent || answered || heard || served
    }

    /// Carries bytes until nothing moves.
    pub fn drive(&mut self) {
        for _ in 0..1_000_000 {
            if !self.step() {
                return;
            }
        }
        panic!("the pair does not come to rest");
    }

    /// Lets time pass to the next deadline of either side; whether there was one.
    pub fn sleep(&mut self) -> bool {
        let deadlines = [&self.client, &self.server]
            .into_iter()
            .filter_map(|peer| peer.connection.poll_timeout());
        let Some(deadline) = deadlines.min() else {
            return false;
        };
        self.now = self.now.max(deadline);
        self.client.connection.handle_timeout(self.now);
        self.server.connection.handle_timeout(self.now);
        true
    }

    /// Lets `duration` pass.
    pub fn advance(&mut self, duration: Duration) {
        self.now = self.now.saturating_add(duration);
        self.client.connection.handle_timeout(self.now);
        self.server.connection.handle_timeout(self.now);
    }
}

impl Peer {
    fn new(role: Role, config: Config) -> Self {
        let seed = Seed([if role == Role::Client { 1 } else { 2 }; 32]);
        Self {
            connection: seeded(role, config, seed),
            events: Vec::new(),
            incoming: VecDeque::new(),
            is_ended: false,
            has_left: false,
            inbox: Inbox::new(),
            has_seen_end: false,
        }
    }

    /// Reads what is there; whether anything was.
    fn listen(&mut self, now: Timestamp, len: usize) -> bool {
        if self.has_left {
            self.incoming.clear();
        }
        let len = len.min(self.incoming.len());
        let bytes: Vec<u8> = self.incoming.drain(..len).collect();
        self.inbox.extend(&bytes);
        let ends = self.is_ended && self.incoming.is_empty() && !self.has_seen_end;
        if ends {
            self.has_seen_end = true;
            self.connection.handle_eof();
        }
        let before = self.events.len();
        while let Some(event) = self.connection.poll_event(now, &mut self.inbox) {
            push_joined(&mut self.events, event.into_owned());
        }
        len > 0 || ends || self.events.len() > before
    }
}

/// Carries up to `len` bytes, and the end behind the last one; whether anything moved.
fn carry(from: &mut Peer, to: &mut Peer, len: usize) -> bool {
    if from.has_left {
        return false;
    }
    let outbox = from.connection.outbox();
    let len = len.min(outbox.remaining());
    let mut left = len;
    while left > 0 {
        let chunk = outbox.chunk();
        let count = chunk.len().min(left);
        to.incoming.extend(&chunk[..count]);
        outbox.advance(count);
        left -= count;
    }
    let is_written = !outbox.has_remaining();
    let ended = match from.connection.transport_action() {
        TransportAction::None | TransportAction::AwaitEof => false,
        TransportAction::Shutdown => is_written && !to.is_ended,
        TransportAction::Abort => {
            from.has_left = true;
            !to.is_ended
        }
    };
    to.is_ended |= ended;
    len > 0 || ended
}
