//! The driver over a transport and a timer that do what a script says, polled by hand.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

mod accepting;
mod batching;
mod broadcast;
mod bytes;
mod cancel;
mod compression;
mod deadlines;
mod dialling;
mod errors;
mod executor;
mod fairness;
mod faults;
mod opening;
mod peer;
mod pieces;
mod promise;
mod routes;
mod split;
mod stream;
mod threads;
mod world;
