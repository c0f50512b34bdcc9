//! `wss`, by either implementation of TLS on either side, and against the programs of OpenSSL.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod authorities;
mod closing;
mod handshake;
mod nodes;
mod peers;
mod pre_shared;
mod programs;
mod raw_public_keys;
mod refusals;
#[cfg(feature = "native-certs")]
mod url;
mod verification;
