//! An AE (application entity) in verbs: register, create, retrieve, update, delete, discover, subscribe; blocking or not.

mod address;
mod error;
mod non_blocking;
mod routing;
mod subscription;
mod task;
mod verbs;

use core::fmt;
use core::time::Duration;
use std::io;
use std::sync::Arc;

use onem2m_primitive::{RequestPrimitive, Value};
use onem2m_ws::{ConfigError, RegistreeConfig};
use onem2m_ws_core::Config;

pub use error::AeError;
use routing::Routing;
pub use subscription::{Notified, Subscription};
pub use task::AeTask;

use crate::node::{IncomingRequest, RegistreeHandle, invalid, registree};
use crate::runtime::{Connector, Runtime};

/// An AE that is registered, or will be: requests as verbs, subscriptions as streams. Cheap to clone.
///
/// The originator, the release version and the request identifier of each request are filled in. An address that begins with `./` is
/// below the AE, and `.` is the AE itself; any other address is as TS-0001 9.3.1 has it.
///
/// A response that is no success is an error, with its status and the words of the CSE: [`AeError::Refused`]. The bare response is that
/// of [`request`](Self::request).
#[derive(Clone)]
pub struct Ae {
    shared: Arc<Shared>,
    /// False if the verbs let the CSE carry requests out later.
    is_blocking: bool,
}

/// Shared by the clones of an [`Ae`] and its subscriptions.
struct Shared {
    registree: RegistreeHandle,
    routing: Arc<Routing>,
    facts: Facts,
    limits: AeLimits,
}

impl Drop for Shared {
    fn drop(&mut self) {
        // The task has the other half, so nothing else would tell the task that nobody is left.
        self.registree.end();
    }
}

/// The limits of an [`Ae`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct AeLimits {
    /// Subscriptions at a time (default 64).
    pub max_subscriptions: usize,
    /// Notifications of a subscription that the application has not taken yet (default 64); of those that come while a subscription
    /// is being created, as many again. Those beyond are answered with 5207, `NOT_ACCEPTABLE`.
    pub max_notifications: usize,
    /// Bytes of all notifications that the application has not taken yet, about (default 16 MiB). Those beyond are answered with 5207.
    pub max_waiting_len: usize,
    /// Other requests that the application has not taken yet (default 64). Those beyond are answered with 5207.
    pub max_requests: usize,
    /// The time between two questions for the result of a non-blocking request (default 1 s; at least
    /// [`Backoff::MINIMUM`](onem2m_ws::Backoff::MINIMUM)).
    pub poll_interval: Duration,
    /// The time from the acknowledgement of a non-blocking request to its result (default 5 min).
    pub completion_timeout: Duration,
}

impl AeLimits {
    /// The defaults, usable in constants.
    pub const DEFAULT: Self = Self {
        max_subscriptions: 64,
        max_notifications: 64,
        max_waiting_len: 16 << 20,
        max_requests: 64,
        poll_interval: Duration::from_secs(1),
        completion_timeout: Duration::from_secs(300),
    };
}

impl Default for AeLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The facts that the configuration says of the AE.
#[derive(Debug)]
struct Facts {
    /// The address of the AE by names, if its registration chooses its name.
    address: Option<String>,
    release_version: Option<String>,
}

/// Makes an AE: the verbs, and the task that has to be driven for anything to happen, as that of a [`registree`](crate::registree).
///
/// # Errors
///
/// As [`registree`](crate::registree); also a configuration without a registration.
pub fn ae<K: Connector, R: Runtime>(
    config: RegistreeConfig,
    limits: Config,
    ae_limits: AeLimits,
    connector: K,
    runtime: R,
) -> io::Result<(Ae, AeTask<K, R>)> {
    let Some(registration) = &config.registration else {
        let reason = "an AE registers";
        return Err(invalid(ConfigError::new("registration", reason)));
    };
    let facts = Facts::of(registration);
    let (registree, incoming, task) = registree(config, limits, connector, runtime)?;
    let routing = Routing::new(ae_limits);
    let task = AeTask::new(task, incoming, Arc::clone(&routing));
    let shared = Shared {
        registree,
        routing,
        facts,
        limits: ae_limits,
    };
    let ae = Ae {
        shared: Arc::new(shared),
        is_blocking: true,
    };
    Ok((ae, task))
}

impl Facts {
    fn of(registration: &RequestPrimitive<'_>) -> Self {
        let content = registration.content.as_ref();
        let value = content.and_then(|content| content.value().ok());
        let name = value.as_ref().and_then(|value| match value {
            Value::Object(members) => members.first()?.1.get("rn")?.as_text(),
            Value::Null
            | Value::Boolean(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Array(_) => None,
        });
        let release_version = registration.release_version.as_deref();
        Self {
            address: name.map(|name| format!("{}/{name}", registration.to)),
            release_version: release_version.map(String::from),
        }
    }
}

impl Ae {
    /// Returns the handle of the registree that the AE is: for requests of other originators, events, counters and the connection.
    #[must_use]
    pub fn registree(&self) -> &RegistreeHandle {
        &self.shared.registree
    }

    /// Returns the address of the AE: by its name, if its registration chooses one, else its AE-ID, which is its resource identifier.
    /// `None` until the address is known.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let by_name = self.shared.facts.address.clone();
        by_name.or_else(|| self.shared.registree.originator())
    }

    /// Waits until the AE is registered: over as many attempts as that takes, for as long as the registrar cannot be reached.
    ///
    /// # Errors
    ///
    /// As [`RegistreeHandle::registered`].
    pub async fn registered(&self) -> Result<(), AeError> {
        Ok(self.shared.registree.registered().await?)
    }

    /// Waits until the AE is registered, or an attempt has failed: for programs that rather end than wait. The task goes on trying all
    /// the same until the AE is dropped.
    ///
    /// # Errors
    ///
    /// [`AeError::Unreachable`] when the registrar cannot be reached, or the connection was lost; else as
    /// [`registered`](Self::registered).
    pub async fn registered_or_failed(&self) -> Result<(), AeError> {
        self.shared.registree.registered_or_failed().await
    }

    /// Returns the requests that are no notifications of a [`Subscription`] of this AE, from now on; `None` if another [`AeRequests`]
    /// has them already. While none has them, they are answered with 4005, `OPERATION_NOT_ALLOWED`.
    #[must_use]
    pub fn requests(&self) -> Option<AeRequests> {
        let is_first = self.shared.routing.want_others();
        is_first.then(|| AeRequests(self.clone()))
    }

    /// Ends the AE: requests that wait are sent if there is a connection, which is closed when nothing is under way. The registration stays.
    pub fn end(&self) {
        self.shared.registree.end();
    }
}

/// The requests that come to an [`Ae`] and are no notifications of its subscriptions. Dropped, the requests that wait are answered with
/// 4005, `OPERATION_NOT_ALLOWED`, as later ones are.
#[derive(Debug)]
pub struct AeRequests(Ae);

impl AeRequests {
    /// Returns the next request, to be answered; `None` once the AE has ended. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<IncomingRequest> {
        /// The waker of the future goes with the future.
        struct Waiting<'a>(&'a Routing);
        impl Drop for Waiting<'_> {
            fn drop(&mut self) {
                self.0.leave_others();
            }
        }
        let waiting = Waiting(&self.0.shared.routing);
        core::future::poll_fn(|cx| waiting.0.poll_other(cx)).await
    }
}

impl Drop for AeRequests {
    fn drop(&mut self) {
        self.0.shared.routing.refuse_others();
    }
}

impl fmt::Debug for Ae {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ae")
            .field("address", &self.address())
            .finish_non_exhaustive()
    }
}
