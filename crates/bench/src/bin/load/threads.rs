//! Requests per second of one thread, of two with one registrar, and of two with a registrar each. No socket is in between:
//! the requests lie in memory, and the answers are counted.

use core::cell::Cell;
use core::future::Future;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::io::{self, IoSlice};
use std::rc::Rc;
use std::sync::Barrier;
use std::time::Instant;

use onem2m_primitive::{CodecConfig, RequestIdentifier, RequestPrimitive};
use onem2m_ws::{Admission, Identity, RegistrarConfig, Subprotocol, to_message};
use onem2m_ws_tokio::core::{Buf, Config, Connection, Role, Seed, Timestamp};
use onem2m_ws_tokio::driver::{RegistrarHandle, Runtime, Timer, Transport, registrar};

use crate::Failure;
use crate::cse::handle;

const ROUNDS: usize = 15;
const ROUND: Duration = Duration::from_millis(300);
/// Nodes of each thread.
const NODES: usize = 64;

pub(crate) fn run() -> Result<(), Failure> {
    println!(
        "| requests that arrive at once | one thread | two, sharing nothing | two, one registrar | of that |\n|---:|---:|---:|---:|---:|"
    );
    for batch in [1, 32] {
        let mut samples: [Vec<f64>; 3] = Default::default();
        for _ in 0..ROUNDS {
            let [one, apart, together] = &mut samples;
            one.push(per_second(batch, &[new_registrar()?]));
            apart.push(per_second(batch, &[new_registrar()?, new_registrar()?]));
            let shared = new_registrar()?;
            together.push(per_second(batch, &[shared.clone(), shared]));
        }
        let [one, apart, together] = samples.map(median);
        println!(
            "| {batch} | {one:.0}/s | {apart:.0}/s | {together:.0}/s | {:.2} |",
            together / apart
        );
    }
    Ok(())
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied().unwrap_or(f64::NAN)
}

fn new_registrar() -> Result<RegistrarHandle<Bare>, Failure> {
    let mut config = RegistrarConfig::default();
    config.allows_unregistered = true;
    let (handle, task) = registrar(config, Config::default(), Bare(Instant::now()))?;
    // It would only see to absent nodes, and there are none.
    core::mem::forget(task);
    Ok(handle)
}

/// A thread for each handle; the requests that all of them have answered in a second.
fn per_second(batch: usize, handles: &[RegistrarHandle<Bare>]) -> f64 {
    let (stop, begin) = (AtomicBool::new(false), Barrier::new(handles.len()));
    std::thread::scope(|scope| {
        let threads: Vec<_> = handles
            .iter()
            .enumerate()
            .map(|(number, handle)| {
                let (stop, begin) = (&stop, &begin);
                scope.spawn(move || serve(number, batch, handle, begin, stop))
            })
            .collect();
        std::thread::sleep(ROUND);
        stop.store(true, Ordering::Relaxed);
        let rates = threads
            .into_iter()
            .map(|thread| thread.join().expect("it answers"));
        rates.sum()
    })
}

fn serve(
    number: usize,
    batch: usize,
    registrar: &RegistrarHandle<Bare>,
    begin: &Barrier,
    stop: &AtomicBool,
) -> f64 {
    let answered = Rc::new(Cell::new(0_usize));
    let mut nodes: Vec<_> = (0..NODES)
        .map(|index| {
            let name = format!("C{number}x{index}");
            let transport = Memory::new(&name, batch, Rc::clone(&answered));
            let connection =
                Connection::new(Role::Server, Config::default(), SEED, Timestamp::ZERO);
            let admission = Admission::new(Identity::Claimed(name), Subprotocol::JSON);
            let opened = registrar.upgraded(transport, connection, admission);
            Box::pin(opened.expect("there is room").drive(&handle))
        })
        .collect();
    let mut cx = Context::from_waker(Waker::noop());
    begin.wait();
    let started = Instant::now();
    while !stop.load(Ordering::Relaxed) {
        for node in &mut nodes {
            assert!(
                pin!(node).poll(&mut cx).is_pending(),
                "a connection has ended"
            );
        }
    }
    answered.get() as f64 / started.elapsed().as_secs_f64()
}

const SEED: Seed = Seed([7; 32]);

/// A transport from which requests always come, so many at once. Before more are read those are answered: as they are read, they
/// are counted.
struct Memory {
    requests: Vec<u8>,
    is_read: bool,
    batch: usize,
    answered: Rc<Cell<usize>>,
}

impl Memory {
    fn new(name: &str, batch: usize, answered: Rc<Cell<usize>>) -> Self {
        let identifier = RequestIdentifier::new("q").expect("it is one");
        let request = RequestPrimitive::retrieve("cse-in/cnt", identifier).from(name);
        let message = to_message(&request.into(), Subprotocol::JSON, &CodecConfig::default());
        let message = message.expect("it can be written");
        let mut client = Connection::new(Role::Client, Config::default(), SEED, Timestamp::ZERO);
        let mut requests = Vec::new();
        for _ in 0..batch {
            client.send(message.clone()).expect("it is open");
            while client.outbox().has_remaining() {
                let len = client.outbox().chunk().len();
                requests.extend_from_slice(client.outbox().chunk());
                client.outbox().advance(len);
            }
        }
        Self {
            requests,
            is_read: false,
            batch,
            answered,
        }
    }
}

impl Transport for Memory {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        self.is_read = !self.is_read;
        if !self.is_read {
            return Poll::Pending;
        }
        let space = space.get_mut(..self.requests.len()).expect("there is room");
        space.copy_from_slice(&self.requests);
        self.answered.set(self.answered.get() + self.batch);
        Poll::Ready(Ok(space.len()))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(chunks.iter().map(|chunk| chunk.len()).sum()))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A clock; nobody waits for it.
struct Bare(Instant);

impl Runtime for Bare {
    type Timer = Self;

    fn timer(&self) -> Self {
        Self(self.0)
    }
}

impl Timer for Bare {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.0.elapsed())
    }

    fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
        Poll::Pending
    }
}
