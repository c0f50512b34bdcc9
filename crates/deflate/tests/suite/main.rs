//! The codec against the examples of RFC 7692, other implementations, and its limits.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod bits;
mod faults;
mod foreign;
mod limits;
mod messages;
mod oracle;
mod round_trip;
mod sizes;
mod vectors;
