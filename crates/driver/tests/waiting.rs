//! How much memory what waits for an absent node takes: `s_10`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::task::{Context, Poll};
use std::alloc::System;
use std::io;

use onem2m_ws_driver::binding::RegistrarConfig;
use onem2m_ws_driver::core::{Config, Seed, Timestamp};
use onem2m_ws_driver::primitive::{Content, RequestIdentifier, RequestPrimitive};
use onem2m_ws_driver::{Runtime, Timer, registrar};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

struct Still;

impl Timer for Still {
    fn now(&self) -> Timestamp {
        Timestamp::ZERO
    }

    fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
        Poll::Pending
    }
}

impl Runtime for Still {
    type Timer = Self;

    fn timer(&self) -> Self {
        Self
    }

    fn seed(&self) -> io::Result<Seed> {
        Ok(Seed([7; 32]))
    }
}

fn notification(to: &str) -> RequestPrimitive<'static> {
    let content = format!(r#"{{"m2m:sgn":{{"sur":"cse-in/{}"}}}}"#, "s".repeat(100));
    RequestPrimitive::notify(
        to.to_owned(),
        RequestIdentifier::UNASSIGNED,
        Content::json_text(content).unwrap(),
    )
}

/// A notification of 130 bytes that waits, with what is known of its node; five for each of a thousand nodes.
#[test]
fn s_10_memory_of_what_waits() {
    const NODES: usize = 1_000;
    const EACH: usize = 5;
    let (handle, task) = registrar(RegistrarConfig::default(), Config::DEFAULT, Still).unwrap();
    let region = Region::new(ALLOCATOR);
    for node in 0..NODES {
        let name = format!("C{node:06}");
        handle.restore(&name).unwrap();
        for _ in 0..EACH {
            handle.post(&name, notification(&name)).unwrap();
        }
    }
    let stats = region.change();
    let held = stats.bytes_allocated - stats.bytes_deallocated;
    let per_waiting = held / (NODES * EACH);
    println!("{per_waiting} bytes for each of {EACH} that wait at a node, the node included");
    assert!(per_waiting <= LIMIT, "{per_waiting} bytes");
    // All of it is given back once it has ended.
    drop(task);
    drop(handle);
    let stats = region.change();
    let left = stats
        .bytes_allocated
        .saturating_sub(stats.bytes_deallocated);
    assert!(left < 4096, "{left} bytes are left");
}

/// Bytes for a notification that waits, with its share of the node, which takes about half of them.
const LIMIT: usize = 2_000;
