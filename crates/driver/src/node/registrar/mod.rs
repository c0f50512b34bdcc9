//! The server side: nodes in cells, a task for each connection that has custody of a node while the task is polled, and one for
//! nodes without a connection.

mod asking;
mod cell;
mod connection;
mod contained;
mod doors;
mod events;
mod handle;
mod handler;
mod phase;
mod running;
mod serve;
mod shared;
mod store;
mod watch;

use std::io;
use std::sync::Arc;

use onem2m_ws::RegistrarConfig;
use onem2m_ws_core::Config;

use crate::node::invalid;
use crate::runtime::Runtime;

pub use connection::OpenConnection;
pub use events::RegistrarActivity;
pub use handle::{ConnectionInfo, Counters, EntityInfo, RegistrarHandle, ShutdownReport};
pub use handler::{Handler, Handshake};
pub use serve::{ServeLimits, Spawn, serve, serve_spawning, serve_with};
use shared::Shared;
use store::StoreQueue;
pub use store::{MemoryStore, NoStore, Store, StoreFailure};
pub use watch::RegistrarTask;

/// Makes a registrar that keeps waiting requests in memory: a handle, and the task for nodes without a connection.
///
/// Connections are driven by [`RegistrarHandle::connection`], or all of them by [`serve`](crate::serve()). Nothing is spawned.
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn registrar<R: Runtime>(
    config: RegistrarConfig,
    limits: Config,
    runtime: R,
) -> io::Result<(RegistrarHandle<R>, RegistrarTask<R>)> {
    config.check().map_err(invalid)?;
    let shared = make(config, limits, runtime, None)?;
    let task = RegistrarTask::new(Arc::clone(&shared), None);
    Ok((RegistrarHandle(shared), task))
}

/// Makes a registrar that has requests for absent nodes kept by a store, over a restart (TS-0020 6.5). The store is loaded before
/// the function returns.
///
/// # Errors
///
/// As [`registrar`]; or the store cannot be loaded.
pub async fn registrar_with_store<R: Runtime, S: Store>(
    config: RegistrarConfig,
    limits: Config,
    mut store: S,
    runtime: R,
) -> io::Result<(RegistrarHandle<R>, RegistrarTask<R, S>)> {
    config.check().map_err(invalid)?;
    let stored = store.load().await?;
    let queue = StoreQueue::new(config.max_store_queue);
    let shared = make(config, limits, runtime, Some(queue))?;
    // What was taken is told later than the rest is loaded.
    let (taken, waiting): (Vec<_>, Vec<_>) =
        stored.into_iter().partition(|stored| stored.was_taken);
    for request in waiting.into_iter().chain(taken) {
        store::load(&shared, request)?;
    }
    let task = RegistrarTask::new(Arc::clone(&shared), Some(store));
    Ok((RegistrarHandle(shared), task))
}

fn make<R: Runtime>(
    config: RegistrarConfig,
    limits: Config,
    runtime: R,
    store: Option<StoreQueue>,
) -> io::Result<Arc<Shared<R>>> {
    let [a, b, c, d, e, f, g, h, ..] = runtime.seed()?.0;
    let seed = [a, b, c, d, e, f, g, h];
    Ok(Arc::new(Shared::new(config, limits, runtime, seed, store)))
}
