//! The locks and atomics that the tasks and handles of nodes share: those of `std`. Built with `--cfg shuttle` they are those of the
//! crate `shuttle`, which chooses the order of threads (`tests/schedules`); nothing else differs then.

#[cfg(shuttle)]
mod scheduled;

#[cfg(not(shuttle))]
pub(crate) use core::sync::atomic::{AtomicU64, AtomicUsize};
#[cfg(not(shuttle))]
pub(crate) use std::sync::{Mutex, OnceLock};

#[cfg(shuttle)]
pub use scheduled::held_locks;
#[cfg(shuttle)]
pub(crate) use scheduled::{AtomicU64, AtomicUsize, Mutex, OnceLock, lock};

/// Nothing of others runs while a lock is held; if something panicked all the same, what is guarded would still be whole.
#[cfg(not(shuttle))]
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
