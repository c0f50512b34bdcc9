//! The driver over a transport and a timer that do what a script says, polled by hand.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

mod batching;
mod cancel;
mod deadlines;
mod dialling;
mod executor;
mod fairness;
mod faults;
mod opening;
mod peer;
mod routes;
mod split;
mod stream;
mod world;
