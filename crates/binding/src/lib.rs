//! The oneM2M WebSocket binding (TS-0020), on top of `onem2m-ws-core` and `onem2m-primitive`: which subprotocol stands for
//! which serialization and opcode, primitives as messages, and which response belongs to which request.
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

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod backoff;
mod message;
mod outstanding;
mod point_of_access;
mod registrar;
mod registree;
mod session;
mod subprotocol;

pub use backoff::Backoff;
pub use message::{MessageError, from_message, to_message};
pub use outstanding::{Outstanding, OutstandingError, RequestIdentifiers};
pub use point_of_access::{PointOfAccess, PointOfAccessError};
pub use registrar::{
    Admission, ConnectionId, Identity, NoStore, Registrar, RegistrarConfig, RegistrarEvent,
    RouteError, Store, TooMany,
};
pub use registree::{Attempt, Registree, RegistreeConfig, RegistreeEvent, Reopen};
pub use session::{
    Counters, Delivery, Dropped, IncomingId, OnLoss, Outcome, Pacing, Refusal, RequestError,
    RequestId, RespondError, Session, SessionConfig, SessionEvent, WrongKind,
};
pub use subprotocol::Subprotocol;
