//! The requests that a store keeps of those that wait for absent nodes, over a restart of the registrar (TS-0020 6.5).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::time::Duration;

use onem2m_primitive::RequestPrimitive;

use super::Identity;
use crate::session::{RequestId, StoreStep};

/// An operation that the store is to carry out. Operations of one node are given in the order in which they have to take effect.
///
/// ```text
///            Put               Take (before the request is handed to a connection)         End
///   nothing ─────▶ waiting ──────────────────────────────────────────────▶ taken ─────────────▶ nothing
///                    ▲  │                            Put, under its number   │
///                    │  └──────────────────────────────────────────────────▶ │ (expired, given up: End)
///                    └───────────────────────────────────────────────────────┘
/// ```
///
/// A request that is loaded as *taken* after a restart may have been carried out, and is never sent.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreOperation {
    /// Keeps a request that waits; takes the place of one under the same `seq`.
    Put(Box<StorePut>),
    /// Marks a request as taken. Only when that has been answered is the request handed to a connection.
    Take {
        /// The number of the request.
        id: RequestId,
        /// Its place in the store.
        seq: u64,
        /// The entity that the request is for.
        entity: Arc<str>,
    },
    /// Forgets a request.
    End {
        /// The number of the request.
        id: RequestId,
        /// Its place in the store.
        seq: u64,
        /// The entity that the request is for.
        entity: Arc<str>,
    },
}

/// A request to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StorePut {
    /// The number of the request in this run of the registrar.
    pub id: RequestId,
    /// The place of the request: requests of one entity have to be loaded in this order.
    pub seq: u64,
    /// The entity that the request is for.
    pub entity: Arc<str>,
    /// The identity that its node has proved or claimed.
    pub identity: Identity,
    /// The time at which the request expires, since the beginning of 1970; `None` where the time of day is not known.
    pub deadline: Option<Duration>,
    /// The request.
    pub request: RequestPrimitive<'static>,
}

impl StoreOperation {
    /// Returns the number of the request, and the step to be taken: for the [answer](super::StoreAnswer).
    #[must_use]
    pub const fn subject(&self) -> (RequestId, StoreStep) {
        match self {
            Self::Put(put) => (put.id, StoreStep::Put),
            Self::Take { id, .. } => (*id, StoreStep::Take),
            Self::End { id, .. } => (*id, StoreStep::End),
        }
    }

    /// The entity that the request is for.
    #[must_use]
    pub const fn entity(&self) -> &Arc<str> {
        match self {
            Self::Put(put) => &put.entity,
            Self::Take { entity, .. } | Self::End { entity, .. } => entity,
        }
    }
}

/// A request that a store had kept, as it is loaded after a restart.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRequest {
    /// The place of the request.
    pub seq: u64,
    /// The entity that the request is for.
    pub entity: String,
    /// The identity that its node had proved or claimed.
    pub identity: Identity,
    /// The time at which the request expires, since the beginning of 1970.
    pub deadline: Option<Duration>,
    /// The request.
    pub request: RequestPrimitive<'static>,
    /// True if the request was taken before the restart: it may have been carried out.
    pub was_taken: bool,
}
