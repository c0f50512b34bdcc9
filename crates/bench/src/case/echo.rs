//! A server that sends everything back, over loopback TCP: what it costs the server's thread.

use core::time::Duration;
use std::net::{TcpListener, TcpStream as BlockingStream};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use cpu_time::ThreadTime;
use futures_util::future::{join, join_all};
use onem2m_ws_core::Role;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::LocalSet;

use crate::measure::{Plan, median};
use crate::peer::{self, Peer, Task};
use crate::table::Table;
use crate::wire::{Filling, Ledger, Line, Payload};

pub(crate) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    for load in LOADS {
        echo(peers, plan, load);
    }
}

/// The way a server is written.
#[derive(Clone, Copy)]
enum Style {
    /// As the documentation shows it.
    Documented,
    /// Answers are flushed only when no more input is ready.
    Batched,
    /// Each answer is flushed.
    Flushed,
}

/// What the clients do.
struct Load {
    title: &'static str,
    connections: usize,
    /// Messages that a client sends at once.
    in_flight: usize,
    filling: Filling,
    len: usize,
    /// The number of times that each client does so in a round.
    exchanges: usize,
}

const LOADS: [Load; 3] = [
    Load {
        title: "Echo, loopback TCP, 64 connections with 32 messages in flight, 128 B text",
        connections: 64,
        in_flight: 32,
        filling: Filling::Ascii,
        len: 128,
        exchanges: 4,
    },
    Load {
        title: "Echo, loopback TCP, 16 connections with 8 messages in flight, 64 KiB binary",
        connections: 16,
        in_flight: 8,
        filling: Filling::Binary,
        len: 64 << 10,
        exchanges: 1,
    },
    Load {
        title: "Echo, loopback TCP, one message at a time, 128 B text",
        connections: 1,
        in_flight: 1,
        filling: Filling::Ascii,
        len: 128,
        exchanges: 200,
    },
];

fn echo(peers: &[Box<dyn Peer>], plan: Plan, load: Load) {
    let server = Server::start();
    let runtime = Builder::new_current_thread()
        .enable_io()
        .build()
        .expect("a runtime");
    let mut clients = Vec::new();
    for (index, peer) in peers.iter().enumerate() {
        for style in [Style::Documented, Style::Batched, Style::Flushed] {
            clients.extend(Client::open(
                &server,
                &runtime,
                (index, peer.name()),
                style,
                &load,
            ));
        }
    }
    // Also for warming up.
    for client in &mut clients {
        client.round(&server, &runtime);
        client.results.clear();
    }
    for _ in 0..plan.rounds {
        for client in &mut clients {
            client.round(&server, &runtime);
        }
    }
    let pick = |figure: fn(&Result) -> f64| -> Vec<_> {
        let figures = |client: &Client| client.results.iter().map(figure).collect();
        clients
            .iter()
            .map(|client| Some(median(figures(client))))
            .collect()
    };
    let mut table = Table::new(load.title.to_owned());
    table.compare("server CPU ns per message", pick(|result| result.cpu));
    table.figures("writes per message", 2, pick(|result| result.writes));
    table.figures("messages/s", 0, pick(|result| 1e9 / result.elapsed));
    table.compare("ns of real time per message", pick(|result| result.elapsed));
    let rows: Vec<_> = clients.iter().map(|client| client.who.as_str()).collect();
    table.print(&rows);
}

/// The clients of one peer.
struct Client {
    who: String,
    streams: Vec<TcpStream>,
    request: Vec<u8>,
    expected: Vec<u8>,
    in_flight: usize,
    exchanges: usize,
    results: Vec<Result>,
}

/// What one message took.
struct Result {
    /// Nanoseconds of the server's thread.
    cpu: f64,
    writes: f64,
    /// Nanoseconds on the clock.
    elapsed: f64,
}

impl Client {
    fn open(
        server: &Server,
        runtime: &Runtime,
        (peer, name): (usize, &str),
        style: Style,
        load: &Load,
    ) -> Option<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let mut streams = Vec::new();
        for _ in 0..load.connections {
            let stream = BlockingStream::connect(address).expect("a connection");
            let (other, _) = listener.accept().expect("a connection");
            for stream in [&stream, &other] {
                stream.set_nodelay(true).expect("an option of TCP");
                stream.set_nonblocking(true).expect("an option of sockets");
            }
            if !server.serve(peer, style, other) {
                return None;
            }
            let _runtime = runtime.enter();
            streams.push(TcpStream::from_std(stream).expect("a stream"));
        }
        let payload = Payload::new(load.filling, load.len);
        let repeated = |role| payload.frames_for(role, 1).repeat(load.in_flight);
        let who = match style {
            Style::Documented => name.to_owned(),
            Style::Batched => format!("{name}, batched by hand"),
            Style::Flushed => format!("{name}, each flushed"),
        };
        Some(Self {
            who,
            streams,
            request: repeated(Role::Server),
            expected: repeated(Role::Client),
            in_flight: load.in_flight,
            exchanges: load.exchanges,
            results: Vec::new(),
        })
    }

    fn round(&mut self, server: &Server, runtime: &Runtime) {
        let before = server.report();
        let begin = Instant::now();
        let exchange = |stream| {
            exchange(
                stream,
                &self.request,
                &self.expected,
                self.exchanges,
                &self.who,
            )
        };
        runtime.block_on(join_all(self.streams.iter_mut().map(exchange)));
        let elapsed = begin.elapsed();
        let after = server.report();
        let messages = (self.streams.len() * self.in_flight * self.exchanges) as f64;
        self.results.push(Result {
            cpu: (after.cpu - before.cpu).as_secs_f64() * 1e9 / messages,
            writes: (after.writes - before.writes) as f64 / messages,
            elapsed: elapsed.as_secs_f64() * 1e9 / messages,
        });
    }
}

async fn exchange(
    stream: &mut TcpStream,
    request: &[u8],
    expected: &[u8],
    count: usize,
    who: &str,
) {
    let mut received = vec![0; expected.len()];
    let (mut reader, mut writer) = stream.split();
    for _ in 0..count {
        let (written, read) =
            join(writer.write_all(request), reader.read_exact(&mut received)).await;
        written.expect("the server takes it");
        read.expect("the server answers");
        let differs = received
            .iter()
            .zip(expected)
            .position(|(is, should)| is != should);
        assert!(
            differs.is_none(),
            "{who} has not sent what it got, from byte {differs:?} of {}: {:02x?}",
            expected.len(),
            differs
                .and_then(|at| received.get(at.saturating_sub(8)..(at + 40).min(received.len()))),
        );
    }
}

/// The thread of all servers.
struct Server {
    commands: UnboundedSender<Command>,
}

enum Command {
    Serve {
        peer: usize,
        style: Style,
        stream: BlockingStream,
        has_begun: mpsc::Sender<bool>,
    },
    Report(mpsc::Sender<Report>),
}

/// What the thread has used since it began.
struct Report {
    cpu: Duration,
    writes: usize,
}

impl Server {
    fn start() -> Self {
        let (commands, received) = unbounded_channel();
        thread::spawn(|| {
            let runtime = Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            LocalSet::new().block_on(&runtime, serve(received));
        });
        Self { commands }
    }

    /// Returns whether this peer has such a server.
    fn serve(&self, peer: usize, style: Style, stream: BlockingStream) -> bool {
        self.ask(|has_begun| Command::Serve {
            peer,
            style,
            stream,
            has_begun,
        })
    }

    fn report(&self) -> Report {
        self.ask(Command::Report)
    }

    fn ask<T>(&self, command: impl FnOnce(mpsc::Sender<T>) -> Command) -> T {
        let (sender, receiver) = mpsc::channel();
        self.commands
            .send(command(sender))
            .unwrap_or_else(|_| panic!("the servers' thread has ended"));
        receiver.recv().expect("an answer")
    }
}

async fn serve(mut commands: UnboundedReceiver<Command>) {
    let peers = peer::all();
    while let Some(command) = commands.recv().await {
        match command {
            Command::Serve {
                peer,
                style,
                stream,
                has_begun,
            } => {
                let line = Line::Tcp(TcpStream::from_std(stream).expect("a stream"));
                let task = peers
                    .get(peer)
                    .and_then(|peer| echo_task(peer.as_ref(), style, line));
                let _ = has_begun.send(task.is_some());
                if let Some(task) = task {
                    tokio::task::spawn_local(task);
                }
            }
            Command::Report(sender) => {
                let _ = sender.send(Report {
                    cpu: ThreadTime::now().as_duration(),
                    writes: Ledger::writes(),
                });
            }
        }
    }
}

fn echo_task(peer: &dyn Peer, style: Style, line: Line) -> Option<Task> {
    match style {
        Style::Documented => peer.echo(line),
        Style::Batched => peer.batched_echo(line),
        Style::Flushed => peer.flushed_echo(line),
    }
}
