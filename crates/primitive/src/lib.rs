//! oneM2M primitives (TS-0004): requests and responses, and their serialization.
//!
//! [`decode`] and [`encode`] read and write them in JSON, XML and CBOR. Text borrows from what was decoded; content and
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
//! primitive that came in one serialization is written in another without further ado. XML says neither what is a number nor
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
//! What the specifications forbid is refused, with where it stands and which request it was; what deployed systems do
//! nevertheless is accepted where [`Leniency`] says so. Depth, length and numbers are [limited](Limits), and stack and heap with
//! them: at the default limits decoding needs less than 128 KiB of stack, and heap in proportion to the input.
//!
//! Features: `json`, `xml` and `cbor`, each a serialization, all on by default. Without `std` there are JSON and CBOR.

#![no_std]
#![forbid(unsafe_code)]
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
mod config;
mod content;
mod deserialize;
mod digits;
mod encoding;
mod envelope;
mod error;
mod filter_criteria;
mod identifier;
#[cfg(feature = "json")]
mod json;
mod names;
mod notification;
mod primitive;
mod schedule;
pub mod schema;
mod source;
mod timestamp;
mod token;
mod types;
mod validation;
mod value;
#[cfg(feature = "xml")]
mod xml;

use alloc::vec::Vec;

pub use aggregated_response::{AggregatedResponse, MemberResponse, MemberResponses};
pub use config::{CodecConfig, Leniency, Limits, UnknownNames};
pub use content::{Content, ContentError, Raw, XmlFragment};
pub use error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
pub use filter_criteria::{AttributeValue, FilterCriteria};
pub use identifier::{EntityIdentifier, IdentifierError, ResourceAddress};
pub use notification::{
    AggregatedNotification, Notification, NotificationContent, NotificationEvent, OperationMonitor,
    ResourceReference, ResourceReferences,
};
pub use primitive::{Parameter, Primitive, RequestPrimitive, ResponsePrimitive, ResponseType};
pub use schedule::{Schedule, ScheduleEntry, ScheduleError};
pub use timestamp::{AbsoluteOrRelative, Timestamp, TimestampError};
pub use token::Number;
pub use types::{
    ContentFilterSyntax, ContentStatus, DesiredIdentifierResultType, EventCategory,
    FilterOperation, FilterUsage, Operation, RequestIdentifier, ResourceType, ResponseStatusCode,
    ResponseTypeValue, ResultContent, StatusClass,
};
pub use validation::{Demands, Fault, FaultRule, Invalid};
pub use value::Value;

/// How primitives become bytes (TS-0004 8.3 to 8.5).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Serialization {
    /// JSON (TS-0004 8.4).
    Json,
    /// XML (TS-0004 8.3).
    Xml,
    /// CBOR (TS-0004 8.5).
    Cbor,
}

/// Reads one primitive, which is all of `bytes`.
///
/// # Errors
///
/// It is not one, or passes a limit; the error says where, and which request it was, if that could be read. Or the
/// serialization is not compiled in.
pub fn decode<'a>(
    serialization: Serialization,
    bytes: &'a [u8],
    config: &CodecConfig,
) -> Result<Primitive<'a>, DecodeError> {
    let max_len = config.limits.max_len.min(MAX_LEN);
    if bytes.len() > max_len {
        return Err(DecodeError {
            offset: max_len,
            ..DecodeError::new(DecodeRule::TooLong)
        });
    }
    match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => {
            let text = utf8(bytes)?;
            let source = || json::JsonSource::new(text, config.limits);
            envelope::read::read(source, None, config)
        }
        #[cfg(feature = "cbor")]
        Serialization::Cbor => {
            let source = || cbor::CborSource::new(bytes, config.limits, config.leniency);
            envelope::read::read(source, None, config)
        }
        #[cfg(feature = "xml")]
        Serialization::Xml => {
            let (source, root) = xml::XmlSource::document(utf8(bytes)?, config)?;
            envelope::read::read_whole(source, root, config)
        }
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => Err(DecodeError::new(DecodeRule::Unsupported)),
    }
}

/// Offsets within the input are kept in 32 bits.
const MAX_LEN: usize = 0xFFFF_FFFF;

#[cfg(any(feature = "json", feature = "xml"))]
fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    core::str::from_utf8(bytes).map_err(|error| DecodeError {
        offset: error.valid_up_to(),
        ..DecodeError::new(DecodeRule::Utf8)
    })
}

/// Appends the bytes of one primitive to `out`. Content and parameters in another serialization are transcoded.
///
/// # Errors
///
/// Something in it cannot be expressed in the serialization, or that is not compiled in; `out` has not changed.
pub fn encode(
    serialization: Serialization,
    primitive: &Primitive<'_>,
    config: &CodecConfig,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let root = match primitive {
        Primitive::Request(_) => envelope::Root::Request,
        Primitive::Response(_) => envelope::Root::Response,
    };
    encoding::append(
        serialization,
        encoding::Whole::Primitive(root),
        primitive,
        config,
        out,
    )
}
