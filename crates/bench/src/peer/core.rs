//! `onem2m-ws-core`, used as in its front page.

use ::core::cell::RefCell;

use onem2m_ws_core::deflate::Parameters;
use onem2m_ws_core::{
    Acceptance, AgreedDeflate, Buf, Bytes, ClientHandshake, ClientProgress, ClientRequest, Config,
    Connection, Event, Inbox, Message, Outbox, Role, Seed, ServerHandshake, ServerProgress,
    Timestamp,
};

use super::{MAX_MESSAGE_LEN, Peer, READ_BUFFER_LEN, Receiver, Sender, URL};
use crate::wire::{Ledger, Memory, Tally};

pub(crate) struct Core;

pub(super) const CONFIG: Config = Config {
    max_message_len: MAX_MESSAGE_LEN as u64,
    ..Config::DEFAULT
};

/// Any will do here.
pub(super) const SEED: Seed = Seed([7; 32]);

impl Peer for Core {
    fn name(&self) -> &'static str {
        "**onem2m-ws-core**"
    }

    fn note(&self) -> &'static str {
        "lends what lies whole in the input buffer; time is an argument, so no clock is read. It sends `&[u8]`, and as a \
         server from 4 KiB on `Bytes`, which it does not copy."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::compressed(role, takes_over, stream)))
    }

    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::compressed(role, takes_over, stream)))
    }

    fn compressed_refusal(&self, mut stream: Memory) -> Option<()> {
        let mut open = Open::compressed(Role::Server, true, Memory::once([].into()));
        loop {
            fill(&mut open.inbox, &mut stream);
            if open.inbox.is_empty() {
                return Some(());
            }
            while let Some(event) = open.connection.poll_event(Timestamp::ZERO, &mut open.inbox) {
                if let Event::Closed(_) = event {
                    return Some(());
                }
            }
        }
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            with_inbox(|inbox| {
                fill(inbox, &mut stream);
                let handshake = ServerHandshake::new(CONFIG, SEED, Timestamp::ZERO);
                let ServerProgress::Requested(requested) =
                    handshake.receive(Timestamp::ZERO, inbox)
                else {
                    panic!("the request is not accepted");
                };
                let connection = requested.accept(Timestamp::ZERO, &Acceptance::default());
                hand_over(connection.expect("nothing is chosen").outbox(), &mut stream);
            });
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            with_inbox(|inbox| {
                let request = ClientRequest::new(URL).expect("a URL");
                let mut handshake = ClientHandshake::new(&request, CONFIG, SEED, Timestamp::ZERO);
                hand_over(handshake.outbox(), &mut stream);
                fill(inbox, &mut stream);
                let progress = handshake
                    .receive(Timestamp::ZERO, inbox)
                    .expect("a handshake");
                assert!(
                    matches!(progress, ClientProgress::Open(..)),
                    "the answer is complete"
                );
            });
        })
    }
}

/// An input buffer that is there already, as one serves many connections.
fn with_inbox(run: impl FnOnce(&mut Inbox)) {
    thread_local! {
        static INBOX: RefCell<Inbox> = const { RefCell::new(Inbox::new()) };
    }
    INBOX.with_borrow_mut(run);
}

fn fill(inbox: &mut Inbox, stream: &mut Memory) {
    let count = stream.fill(inbox.space());
    inbox
        .filled(count)
        .expect("no more than there was space for");
}

fn hand_over(outbox: &mut Outbox, stream: &mut Memory) {
    while outbox.has_remaining() {
        let chunk = outbox.chunk();
        stream.take(chunk);
        let count = chunk.len();
        outbox.advance(count);
    }
}

struct Open {
    connection: Connection,
    inbox: Inbox,
    stream: Memory,
}

/// The bytes of a peer of `role`: these messages, compressed with windows that everybody can read.
pub(crate) fn compressed_wire(role: Role, takes_over: bool, messages: &[Bytes]) -> Vec<u8> {
    wire(
        Open::compressed(other(role), takes_over, Memory::once([].into())),
        messages,
    )
}

/// The bytes of a peer of `role`: these messages.
pub(crate) fn uncompressed_wire(role: Role, messages: &[Bytes]) -> Vec<u8> {
    wire(Open::new(other(role), Memory::once([].into())), messages)
}

const fn other(role: Role) -> Role {
    match role {
        Role::Client => Role::Server,
        Role::Server => Role::Client,
    }
}

fn wire(mut from: Open, messages: &[Bytes]) -> Vec<u8> {
    Ledger::capture(|| messages.iter().for_each(|message| from.send(message, 1)))
}

/// Compression with windows of 12 bits in both directions.
pub(super) const fn agreed(takes_over: bool) -> AgreedDeflate {
    let window = Parameters {
        context_takeover: takes_over,
        ..Parameters::DEFAULT
    };
    AgreedDeflate {
        outgoing: window,
        incoming: window,
    }
}

impl Open {
    fn compressed(role: Role, takes_over: bool, stream: Memory) -> Self {
        let agreed = agreed(takes_over);
        Self {
            connection: Connection::with_deflate(role, CONFIG, agreed, SEED, Timestamp::ZERO),
            ..Self::new(role, stream)
        }
    }

    fn new(role: Role, stream: Memory) -> Self {
        Self {
            connection: Connection::new(role, CONFIG, SEED, Timestamp::ZERO),
            inbox: Inbox::with_capacity(READ_BUFFER_LEN),
            stream,
        }
    }
}

impl Receiver for Open {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        let now = Timestamp::ZERO;
        let mut missing = count;
        while missing > 0 {
            match self.connection.poll_event(now, &mut self.inbox) {
                Some(Event::Message(message)) => {
                    tally.take(message.as_bytes());
                    missing -= 1;
                }
                Some(event) => panic!("{event:?}"),
                None => fill(&mut self.inbox, &mut self.stream),
            }
        }
    }
}

impl Sender for Open {
    fn send(&mut self, payload: &Bytes, count: usize) {
        for _ in 0..count {
            self.connection
                .send(lent(self.connection.role(), payload))
                .expect("it is open");
            hand_over(self.connection.outbox(), &mut self.stream);
        }
    }
}

/// The message in the way that is quickest and keeps it.
#[inline]
pub(super) fn lent(role: Role, payload: &Bytes) -> Message<'_> {
    if role == Role::Server && payload.len() >= 4 << 10 {
        payload.clone().into()
    } else {
        (&**payload).into()
    }
}
