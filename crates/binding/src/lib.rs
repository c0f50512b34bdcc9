//! The oneM2M WebSocket binding (TS-0020), on top of `onem2m-ws-core` and `onem2m-primitive`, as state machines: no socket, no
//! clock, no entropy source; `no_std` with `alloc`.
//!
//! - [`Session`]: a pair of nodes that exchange requests and responses over one connection, and over the next.
//! - [`Registree`]: the client side. It decides when and to where it connects, registers, reopens and backs off.
//! - [`Registrar`]: the server side. It knows who is behind a connection, routes requests to registrees, and keeps those for the absent.
//! - [`Subprotocol`], [`to_message`], [`from_message`]: primitives as messages, for programs that do the rest themselves.
//!
//! Each request ends exactly once, with an [`Outcome`]; nothing leaves after its expiration, and nothing is sent twice. Most
//! programs want an adapter (`onem2m-ws-tokio`, `onem2m-ws-smol`, or `onem2m-ws-driver` for another runtime).
//!
//! ```
//! use onem2m_primitive::{CodecConfig, Operation, RequestIdentifier, RequestPrimitive};
//! use onem2m_ws::{Subprotocol, from_message, to_message};
//!
//! // What a registree offered, and what the registrar makes of it.
//! let offered = ["oneM2M.cbor", "onem2m.JSON"];
//! let (index, subprotocol) = Subprotocol::select(offered.into_iter(), &[Subprotocol::JSON]).unwrap();
//! assert_eq!((index, subprotocol), (1, Subprotocol::JSON));
//!
//! let identifier = RequestIdentifier::new("r1").unwrap();
//! let request = RequestPrimitive::new(Operation::RETRIEVE, "cse-in", identifier).from("Cthermo");
//! let message = to_message(&request.into(), subprotocol, &CodecConfig::default())?;
//! assert_eq!(message.as_text(), Some(r#"{"op":2,"to":"cse-in","fr":"Cthermo","rqi":"r1"}"#));
//! let primitive = from_message(&message, subprotocol, &CodecConfig::default())?;
//! assert_eq!(primitive.request_identifier().as_str(), "r1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
/// Unit tests have the session and the peer that the tests of the public interface have.
#[cfg(test)]
extern crate self as onem2m_ws;

#[cfg(test)]
#[path = "../tests/common/mod.rs"]
mod common;

mod backoff;
mod config_error;
mod invariant;
mod message;
mod point_of_access;
mod registrar;
mod registree;
mod request_identifiers;
mod session;
mod subprotocol;

pub use backoff::Backoff;
pub use config_error::ConfigError;
pub use message::{MessageError, from_message, to_message};
pub use point_of_access::{PointOfAccess, PointOfAccessError};
pub use registrar::{
    Admission, ConnectionId, Identity, NotEntered, Registrar, RegistrarConfig, RegistrarEvent,
    RouteError, StoreAnswer, StoreOperation, StorePut, StoreStep, StoredRequest, TooMany,
};
pub use registree::{
    Attempt, ConnectionFailure, OnRefusal, RegisterError, RegistrationFailure, RegistrationRetry,
    RegistrationState, Registree, RegistreeConfig, RegistreeEvent, RegistreeState, Reopen,
};
pub use request_identifiers::RequestIdentifiers;
pub use session::{
    Counters, Delivery, Dropped, IncomingId, OnLoss, Outcome, Pacing, Refusal, RequestError,
    RequestId, RequestOptions, RespondError, Session, SessionConfig, SessionEvent, Superseded,
    WrongKind, estimated_len,
};
pub use subprotocol::Subprotocol;

/// The parts of a registrar, for those who share its nodes among tasks: see [`Cell`](cells::Cell).
pub mod cells {
    pub use crate::registrar::{
        Adopted, Allowance, Appended, By, Cell, CheckIn, CheckOut, Claim, Command, Custody,
        Directory, Effect, Levels, Loaded, Names, Node, Place, Proof, Refused, Registration,
        Returned, Submission, Taken, Wakers,
    };
}

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
