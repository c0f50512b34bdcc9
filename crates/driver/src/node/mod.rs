//! Nodes of oneM2M (TS-0020): registrees and registrars, each a machine of `onem2m-ws`, handles to it, and the tasks that carry its
//! bytes. Locks guard bookkeeping only: a machine is driven by the task that has custody of it, and asked by messages.

mod events;
mod incoming;
mod patience;
mod registrar;
mod registree;
mod slot;

use core::fmt;
use std::io;
use std::sync::Arc;

use onem2m_ws::{ConfigError, Outcome, RegistrationFailure, RequestError};

use crate::sync::lock;

pub use events::{Events, Observed};
pub use incoming::{IncomingRequest, Peer, Responder};
pub use registrar::{
    ConnectionInfo, Counters, EntityInfo, Handler, Handshake, MemoryStore, NoStore, OpenConnection,
    RegistrarActivity, RegistrarHandle, RegistrarTask, ServeLimits, ShutdownReport, Spawn, Store,
    StoreFailure, registrar, registrar_with_store, serve, serve_spawning, serve_with,
};
pub use registree::{
    Failure, Incoming, RegistreeActivity, RegistreeHandle, RegistreeTask, registree,
};

/// The reason why a request has no response.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RequestFailure {
    /// The request was not taken.
    NotTaken(RequestError),
    /// No entity of that name is registered (TS-0020 6.4).
    NotRegistered,
    /// The registration that was waited for has failed.
    Registration(Arc<RegistrationFailure>),
    /// There is no registration to wait for: the application sees to its registration, or has ended it.
    NoRegistration,
    /// The request ended without a response; never [`Outcome::Response`].
    Ended(Box<Outcome<'static>>),
    /// The node has ended.
    Gone,
}

impl fmt::Display for RequestFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTaken(error) => error.fmt(f),
            Self::NotRegistered => f.write_str("nobody of that name is registered"),
            Self::Registration(failure) => failure.fmt(f),
            Self::NoRegistration => f.write_str("there is no registration to wait for"),
            Self::Ended(outcome) => outcome.fmt(f),
            Self::Gone => f.write_str("the node has ended"),
        }
    }
}

impl core::error::Error for RequestFailure {}

/// The one lock within a lock: the cell of a node within the directory, to forget the node.
#[cfg(shuttle)]
pub(crate) fn may_lock_within(outer: &str, inner: &str) -> bool {
    outer.contains("::Directory<") && inner.contains("::Cell<")
}

/// A configuration that cannot work.
pub(crate) fn invalid(error: ConfigError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, error)
}
