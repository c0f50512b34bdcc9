//! oneM2M primitives (TS-0004): requests and responses, and their serialization.
//!
//! [`decode`] and [`encode`] read and write primitives in JSON, XML and CBOR. Text borrows from the document; content and
//! unknown parameters stay as they came until they are asked for, and survive unchanged.
//!
//! ```
//! use onem2m_primitive::{CodecConfig, Primitive, ResponsePrimitive, ResponseStatusCode, Serialization, decode, encode};
//!
//! let received = br#"{"op":2,"to":"cse-in","fr":"Cthermo","rqi":"r1","rvi":"3"}"#;
//! let Primitive::Request(request) = decode(Serialization::Json, received, &CodecConfig::default())? else {
//!     panic!("it has `op`");
//! };
//! assert_eq!(request.to, "cse-in");
//!
//! let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::NOT_FOUND);
//! let mut bytes = Vec::new();
//! encode(Serialization::Json, &response.into(), &CodecConfig::default(), &mut bytes)?;
//! assert_eq!(bytes, br#"{"rsc":4004,"rqi":"r1","rvi":"3"}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Content`] can be read into a type of the caller's, into a [`Value`], or be [transcoded](Content::transcode); a
//! primitive that came in one serialization can be written in another. XML says neither what is a number nor
//! what is a list; the [data-type table](schema) does.
//!
//! ```
//! use onem2m_primitive::{CodecConfig, Content, Serialization};
//!
//! let content = Content::json_text(r#"{"m2m:cnt":{"mni":10,"lbl":["hvac"],"rn":"temperature"}}"#)?;
//! let xml = content.transcode(Serialization::Xml, &CodecConfig::default())?;
//! let expected = r#"<m2m:cnt rn="temperature"><lbl>hvac</lbl><mni>10</mni></m2m:cnt>"#;
//! assert_eq!(xml.as_raw().as_xml().map(|fragment| fragment.as_str()), Some(expected));
//!
//! let value = xml.value()?;
//! let container = value.get("m2m:cnt").ok_or("another resource")?;
//! assert_eq!(container.get("rn").and_then(|name| name.as_text()), Some("temperature"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A primitive that the specifications forbid is refused, with where the fault stands and which request it was; what deployed
//! systems do nevertheless is accepted where [`Leniency`] says so. Depth, length and numbers are [limited](Limits), and stack and
//! heap with them: at the default limits decoding needs less than 128 KiB of stack, and heap in proportion to the input.
//!
//! Features: `json`, `xml` and `cbor`, each a serialization, all on by default. Without `std` there are JSON and CBOR.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    any(not(feature = "xml"), not(any(feature = "json", feature = "cbor"))),
    expect(dead_code, reason = "what only a serialization needs that is left out")
)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod aggregated_response;
#[cfg(feature = "cbor")]
mod cbor;
#[cfg(feature = "xml")]
mod certain;
mod codec;
mod config;
mod content;
mod decimal;
mod deserialize;
mod digits;
mod document;
mod error;
mod identifier;
#[cfg(any(feature = "json", feature = "cbor"))]
mod interop;
#[cfg(feature = "json")]
mod json;
mod names;
mod notification;
mod owned_value;
mod primitive;
mod raw;
mod resource;
mod schedule;
pub mod schema;
mod serialize;
mod timestamp;
mod token;
mod tree;
mod types;
mod value;
#[cfg(feature = "xml")]
mod xml;

use alloc::vec::Vec;

pub use aggregated_response::{AggregatedResponse, MemberResponse, MemberResponses};
pub use config::{CodecConfig, Leniency, Limits, UnknownNames};
pub use content::{Content, ContentError};
pub use document::Document;
pub use error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
pub use identifier::{EntityIdentifier, IdentifierError, ResourceAddress};
pub use notification::{
    AggregatedNotification, Notification, NotificationContent, NotificationEvent, OperationMonitor,
    ResourceReference, ResourceReferences,
};
pub use owned_value::OwnedValue;
pub use primitive::{
    AttributeValue, Demands, ErrorResponse, Fault, FaultRule, FilterCriteria, Invalid, Parameter,
    Primitive, RequestPrimitive, ResponsePrimitive, ResponseType,
};
pub use raw::{Raw, XmlFragment};
pub use resource::{Resource, Rooted};
pub use schedule::{Schedule, ScheduleEntry, ScheduleError};
pub use timestamp::{AbsoluteOrRelative, Timestamp, TimestampError};
pub use token::Number;
pub use types::{
    ContentFilterSyntax, ContentStatus, DesiredIdentifierResultType, EventCategory,
    FilterOperation, FilterUsage, NotificationEventType, Operation, RequestIdentifier,
    ResourceType, ResponseStatusCode, ResponseTypeValue, ResultContent, StatusClass,
};
pub use value::Value;

/// The serialization of primitives (TS-0004 8.3 to 8.5).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Serialization {
    /// JSON (TS-0004 8.4).
    Json,
    /// XML (TS-0004 8.3).
    Xml,
    /// CBOR (TS-0004 8.5).
    Cbor,
}

/// Reads the primitive that is all of a document: text, or bytes that are text in JSON and XML. Text is not validated again.
///
/// # Errors
///
/// The document is not a primitive, or passes a limit; the error says where, and which request it was, if that can be found
/// anywhere in the document (TS-0004 7.3.2.1). Or the serialization is not compiled in.
pub fn decode<'a>(
    serialization: Serialization,
    document: impl Into<Document<'a>>,
    config: &CodecConfig,
) -> Result<Primitive<'a>, DecodeError> {
    primitive::decode(serialization, document.into(), config)
}

/// Appends the bytes of one primitive to `out`. Content and parameters in another serialization are transcoded.
///
/// # Errors
///
/// A part of the primitive cannot be expressed in the serialization, or that is not compiled in; `out` has not changed.
pub fn encode(
    serialization: Serialization,
    primitive: &Primitive<'_>,
    config: &CodecConfig,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    primitive::encode(serialization, primitive, config, out)
}

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
