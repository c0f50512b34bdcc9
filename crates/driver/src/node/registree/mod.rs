//! The client side: one registree, driven by one task, and asked by messages.

mod events;
mod handle;
mod shared;
mod task;

use std::io;
use std::sync::Arc;

use onem2m_ws::{ConfigError, Registree, RegistreeConfig, Subprotocol};
use onem2m_ws_core::Config;

use super::invalid;
use crate::runtime::{Connector, Runtime};

pub use events::{Failure, RegistreeActivity};
pub use handle::{Incoming, RegistreeHandle};
use shared::Shared;
pub use task::RegistreeTask;

/// Makes a registree: a handle, the requests that come to the registree, and the task that has to be driven for anything to happen.
///
/// Nothing is spawned: give the task to the runtime, or await it beside something else. The task ends after
/// [`RegistreeHandle::end`], or when all handles and [`Incoming`] are gone. When the task is dropped, every request under way ends,
/// and every later one fails at once.
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn registree<K: Connector, R: Runtime>(
    config: RegistreeConfig,
    limits: Config,
    connector: K,
    runtime: R,
) -> io::Result<(RegistreeHandle, Incoming, RegistreeTask<K, R>)> {
    if config.requires_tls() && !connector.supports_tls() {
        return Err(invalid(ConfigError::new(
            "points_of_access",
            "a point of access demands TLS (wss), and the connector has none",
        )));
    }
    let subprotocol = config.subprotocols.first().copied();
    let session = config.session;
    let registree = Registree::new(config, runtime.seed()?.0).map_err(invalid)?;
    let clock = runtime.timer();
    let runtime = Arc::new(runtime);
    let alarms = Arc::<R>::clone(&runtime);
    let shared = Arc::new(Shared::new(&session, &registree, alarms));
    let handle = RegistreeHandle::new(&shared);
    let incoming = Incoming::new(&shared);
    let fallback = subprotocol.unwrap_or(Subprotocol::JSON);
    let task = RegistreeTask::new(
        shared, registree, connector, runtime, clock, limits, fallback,
    );
    Ok((handle, incoming, task))
}
