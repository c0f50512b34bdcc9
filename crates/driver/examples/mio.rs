//! An echo server by `mio`: WebSocket for thousands of connections in one thread, without a runtime.
//!
//! `cargo run --release -p onem2m-ws-driver --example mio -- 127.0.0.1:9001`. The rest is this loop's: sockets, a clock, the
//! operating system's entropy, and a heap of deadlines.

use core::cmp::Reverse;
use core::convert::Infallible;
use core::mem;
use core::time::Duration;
use std::collections::{BinaryHeap, HashMap};
use std::io::{self, ErrorKind, Read, Write};
use std::net::Shutdown;
use std::process::ExitCode;
use std::time::Instant;

use mio::event::Event;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token};
use onem2m_ws_core::{
    Acceptance, Buf, Closed, Config, Connection, Event as Received, Inbox, Outbox, Rejected,
    ServerHandshake, ServerProgress, Timestamp, TransportAction,
};
use onem2m_ws_driver::seed;

type Failure = Box<dyn core::error::Error>;

/// A message is echoed only when nothing else waits, so there is room for the longest and for all that one read brings.
const CONFIG: Config = Config {
    max_outbox_len: 2 << 20,
    ..Config::DEFAULT
};
const LISTENER: Token = Token(0);
/// The pause after the operating system had no descriptor for another connection.
const PAUSE: Duration = Duration::from_millis(100);
/// Reads of one connection before others have their turn.
const MAX_READS: usize = 16;

fn main() -> ExitCode {
    let Err(failure) = serve();
    eprintln!("mio: {failure}");
    ExitCode::FAILURE
}

fn serve() -> Result<Infallible, Failure> {
    let address = std::env::args().nth(1).ok_or("usage: mio ADDRESS:PORT")?;
    let mut listener = TcpListener::bind(address.parse()?)?;
    println!("listening on {}", listener.local_addr()?);
    let poll = Poll::new()?;
    let registry = poll.registry();
    registry.register(&mut listener, LISTENER, Interest::READABLE)?;
    let world = World {
        poll,
        epoch: Instant::now(),
        listener,
        peers: HashMap::new(),
        next_token: LISTENER.0 + 1,
        deadlines: Deadlines::default(),
        unread: Vec::new(),
        inbox: Inbox::new(),
    };
    world.run()
}

/// All connections of a thread.
struct World {
    poll: Poll,
    epoch: Instant,
    listener: TcpListener,
    peers: HashMap<Token, Peer>,
    next_token: usize,
    deadlines: Deadlines,
    /// Those that may have more to read.
    unread: Vec<Token>,
    /// One for all: a connection takes what it cannot use yet.
    inbox: Inbox,
}

impl World {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.epoch.elapsed())
    }

    fn run(mut self) -> Result<Infallible, Failure> {
        let mut events = Events::with_capacity(1024);
        loop {
            let now = self.now();
            let wait = match self.deadlines.next() {
                _ if !self.unread.is_empty() => Some(Duration::ZERO),
                next => next.map(|at| at.saturating_since(now)),
            };
            match self.poll.poll(&mut events, wait) {
                Err(error) if error.kind() != ErrorKind::Interrupted => return Err(error.into()),
                Ok(()) | Err(_) => {}
            }
            let mut turns = mem::take(&mut self.unread);
            turns.extend(events.iter().map(Event::token));
            let now = self.now();
            turns.extend(core::iter::from_fn(|| self.deadlines.due(now)));
            for token in turns {
                let turn = match token {
                    LISTENER => self.accept(),
                    _ => self.drive(token),
                };
                if let Err(error) = turn {
                    eprintln!("{}: {error}", token.0);
                }
            }
        }
    }

    fn accept(&mut self) -> Result<(), Failure> {
        loop {
            match self.listener.accept() {
                Ok((stream, peer)) => {
                    if let Err(error) = self.add(stream) {
                        eprintln!("{peer}: {error}");
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => {
                    // No event tells when there are descriptors again.
                    let again = self.now().saturating_add(PAUSE);
                    self.deadlines.set(LISTENER, Some(again));
                    return Err(error.into());
                }
            }
        }
    }

    fn add(&mut self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let handshake = ServerHandshake::new(CONFIG, seed()?, self.now());
        let token = Token(self.next_token);
        self.next_token += 1;
        let interest = Interest::READABLE | Interest::WRITABLE;
        let registry = self.poll.registry();
        registry.register(&mut stream, token, interest)?;
        self.deadlines.set(token, handshake.poll_timeout());
        let (side, closed) = (Side::Accepting(handshake), None);
        let peer = Peer {
            stream,
            side,
            closed,
        };
        self.peers.insert(token, peer);
        Ok(())
    }

    fn drive(&mut self, token: Token) -> Result<(), Failure> {
        let now = self.now();
        let Some(peer) = self.peers.get_mut(&token) else {
            return Ok(());
        };
        let turn = peer.turn(&mut self.inbox, now);
        if let Ok(Turn::Waits | Turn::Unread) = turn {
            self.deadlines.set(token, peer.side.poll_timeout());
            if let Ok(Turn::Unread) = turn {
                self.unread.push(token);
            }
            return Ok(());
        }
        self.inbox.clear();
        self.deadlines.forget(token);
        let gone = self.peers.remove(&token);
        turn?;
        match gone.and_then(|peer| peer.closed) {
            None | Some(Closed::Clean(_)) => Ok(()),
            Some(closed) => Err(closed.to_string().into()),
        }
    }
}

/// The next deadline of each connection: at most one entry of a connection counts, and is looked for again when it is due.
#[derive(Default)]
struct Deadlines {
    heap: BinaryHeap<Reverse<(Timestamp, Token)>>,
    counting: HashMap<Token, Timestamp>,
}

impl Deadlines {
    /// A deadline that is put off keeps its entry: at that time the connection has another one.
    fn set(&mut self, token: Token, deadline: Option<Timestamp>) {
        let Some(deadline) = deadline else { return };
        if self.counting.get(&token).is_none_or(|at| deadline < *at) {
            self.counting.insert(token, deadline);
            self.heap.push(Reverse((deadline, token)));
        }
    }

    fn forget(&mut self, token: Token) {
        self.counting.remove(&token);
    }

    fn next(&mut self) -> Option<Timestamp> {
        while let Some(Reverse((at, token))) = self.heap.peek() {
            if self.counting.get(token) == Some(at) {
                return Some(*at);
            }
            self.heap.pop();
        }
        None
    }

    fn due(&mut self, now: Timestamp) -> Option<Token> {
        self.next().filter(|at| *at <= now)?;
        let Reverse((_, token)) = self.heap.pop()?;
        self.counting.remove(&token);
        Some(token)
    }
}

struct Peer {
    stream: TcpStream,
    side: Side,
    /// The end of the connection; a Close frame may still have to be written.
    closed: Option<Closed<'static>>,
}

/// The state of a connection.
#[expect(clippy::large_enum_variant, reason = "nearly all of them are open")]
enum Side {
    Accepting(ServerHandshake),
    Refusing(Rejected),
    Open(Connection),
    Gone,
}

/// The outcome of a turn.
enum Turn {
    /// The transport has neither room nor input.
    Waits,
    /// There may be more input.
    Unread,
    /// The connection has ended.
    Over,
}

impl Peer {
    /// Writes, reads and answers, and then looks at the clock: what has come counts before the time that has passed does.
    fn turn(&mut self, inbox: &mut Inbox, now: Timestamp) -> Result<Turn, Failure> {
        let mut turn = Turn::Unread;
        for _ in 0..MAX_READS {
            if !self.write()? {
                // Who takes nothing is not read either. That is no silence of the peer.
                if let Side::Open(connection) = &mut self.side {
                    connection.handle_unread(now);
                }
                turn = Turn::Waits;
                break;
            }
            if self.obey()? {
                return Ok(Turn::Over);
            }
            match self.stream.read(inbox.space()) {
                Ok(0) => self.side = mem::replace(&mut self.side, Side::Gone).end_input()?,
                Ok(count) => inbox.filled(count)?,
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    turn = Turn::Waits;
                    break;
                }
                Err(error) => return Err(error.into()),
            }
            self.receive(inbox, now)?;
        }
        self.side = mem::replace(&mut self.side, Side::Gone).expire(now)?;
        self.receive(inbox, now)?;
        self.write()?;
        Ok(if self.obey()? { Turn::Over } else { turn })
    }

    /// Returns whether nothing waits any more.
    fn write(&mut self) -> io::Result<bool> {
        let Some(outbox) = self.side.outbox() else {
            return Ok(true);
        };
        while outbox.has_remaining() {
            match self.stream.write(outbox.chunk()) {
                Ok(count) => outbox.advance(count),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    /// Does with the transport what the connection says; true if it is to be let go.
    fn obey(&self) -> io::Result<bool> {
        match self.side.transport_action() {
            TransportAction::None | TransportAction::AwaitEof => Ok(false),
            TransportAction::Shutdown => match self.stream.shutdown(Shutdown::Write) {
                Err(error) if error.kind() != ErrorKind::NotConnected => Err(error),
                Ok(()) | Err(_) => Ok(false),
            },
            TransportAction::Abort => Ok(true),
        }
    }

    /// Takes what lies in the inbox, and leaves it empty.
    fn receive(&mut self, inbox: &mut Inbox, now: Timestamp) -> Result<(), Failure> {
        self.side = mem::replace(&mut self.side, Side::Gone).receive(inbox, now)?;
        let Side::Open(connection) = &mut self.side else {
            return Ok(());
        };
        while let Some(event) = connection.poll_event(now, inbox) {
            match event {
                Received::Message(message) => {
                    connection.send(message).map_err(|error| error.reason)?;
                }
                Received::Closed(closed) => self.closed = Some(closed.into_owned()),
                Received::Piece(_) | Received::Ping(_) | Received::Pong(_) => {}
            }
        }
        Ok(())
    }
}

impl Side {
    fn outbox(&mut self) -> Option<&mut Outbox> {
        match self {
            Self::Refusing(rejected) => Some(rejected.outbox()),
            Self::Open(connection) => Some(connection.outbox()),
            Self::Accepting(_) | Self::Gone => None,
        }
    }

    fn poll_timeout(&self) -> Option<Timestamp> {
        match self {
            Self::Accepting(handshake) => handshake.poll_timeout(),
            Self::Refusing(rejected) => rejected.poll_timeout(),
            Self::Open(connection) => connection.poll_timeout(),
            Self::Gone => None,
        }
    }

    fn transport_action(&self) -> TransportAction {
        match self {
            Self::Accepting(_) => TransportAction::None,
            Self::Refusing(_) => TransportAction::Shutdown,
            Self::Open(connection) => connection.transport_action(),
            Self::Gone => TransportAction::Abort,
        }
    }

    /// Goes on with the opening handshake.
    fn receive(self, inbox: &mut Inbox, now: Timestamp) -> Result<Self, Failure> {
        Ok(match self {
            Self::Accepting(handshake) => match handshake.receive(now, inbox) {
                ServerProgress::NeedsInput(handshake) => Self::Accepting(handshake),
                ServerProgress::Requested(requested) => {
                    Self::Open(requested.accept(now, &Acceptance::default())?)
                }
                ServerProgress::Rejected(rejected, _) => Self::Refusing(rejected),
            },
            // Nothing behind a refused request is looked at.
            Self::Refusing(_) | Self::Gone => {
                inbox.clear();
                self
            }
            Self::Open(_) => self,
        })
    }

    fn end_input(self) -> Result<Self, Failure> {
        match self {
            Self::Accepting(handshake) => Err(handshake.handle_eof().into()),
            Self::Open(mut connection) => {
                connection.handle_eof();
                Ok(Self::Open(connection))
            }
            Self::Refusing(_) | Self::Gone => Ok(Self::Gone),
        }
    }

    fn expire(self, now: Timestamp) -> Result<Self, Failure> {
        Ok(match self {
            Self::Accepting(handshake) => Self::Accepting(handshake.handle_timeout(now)?),
            Self::Open(mut connection) => {
                connection.handle_timeout(now);
                Self::Open(connection)
            }
            Self::Refusing(rejected) if rejected.poll_timeout() > Some(now) => {
                Self::Refusing(rejected)
            }
            Self::Refusing(_) | Self::Gone => Self::Gone,
        })
    }
}
