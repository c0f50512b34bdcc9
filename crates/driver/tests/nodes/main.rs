//! Registrees and registrars over transports and a clock that do what a script says.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod accepting;
mod ae;
mod compression;
mod custody;
mod ends;
mod events;
mod fairness;
mod faults;
mod identity;
mod limits;
mod node;
mod over;
mod peer;
mod places;
mod pump;
mod rooms;
mod stall;
mod store;
mod storing;
mod tasks;
mod wakers;
mod world;
