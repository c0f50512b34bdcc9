//! Nodes of oneM2M (TS-0020): registrees and registrars, each a machine of `onem2m-ws` behind a lock that is held for moments
//! and never across an await, handles to it, and the tasks that carry its bytes.

mod incoming;
mod outcomes;
mod registrar;
mod registree;
mod serve;
mod wire;

use core::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use onem2m_ws::{Outcome, RequestError};

pub use incoming::{IncomingRequest, Responder};
pub use registrar::{
    Connected, Handler, OpenConnection, RegistrarHandle, RegistrarTask, registrar,
};
pub use registree::{Incoming, LinkState, RegistreeHandle, RegistreeTask, registree};
pub use serve::{ServeLimits, serve, serve_with};

/// Why a request has no response.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RequestFailure {
    /// It was not taken.
    NotTaken(RequestError),
    /// Nobody of that name is registered (W-68).
    NotRegistered,
    /// It ended without a response; never [`Outcome::Response`].
    Ended(Box<Outcome<'static>>),
    /// The node is gone.
    Gone,
}

impl fmt::Display for RequestFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTaken(error) => error.fmt(f),
            Self::NotRegistered => f.write_str("nobody of that name is registered"),
            Self::Ended(outcome) => outcome.fmt(f),
            Self::Gone => f.write_str("the node is gone"),
        }
    }
}

impl core::error::Error for RequestFailure {}

/// Nothing panics while it holds the lock; if something did, the machine would still be whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
