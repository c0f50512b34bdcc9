//! Deadlines: keep-alive and timeouts to the tick, and the rows E of the project's table of attacks and edge cases.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod deadlines;
mod side;
mod slow;
mod states;
