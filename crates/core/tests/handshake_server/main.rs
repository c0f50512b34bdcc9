//! The server's side of the opening handshake, by the rows of the project's table of attacks and edge cases.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

mod attacks;
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/heads.rs"]
mod heads;
mod rows;
mod support;
mod upgrade;
