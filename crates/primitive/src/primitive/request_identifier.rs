//! Finds the request identifier of a primitive that is malformed, so that 4000 can be answered (TS-0004 7.3.2.1). Faults
//! elsewhere do not matter, nor where the identifier stands.

use alloc::string::String;

use crate::types::RequestIdentifier;
use crate::{Document, Serialization};

pub(super) fn find(
    serialization: Serialization,
    document: Document<'_>,
) -> Option<RequestIdentifier<'static>> {
    let bytes = document.as_bytes();
    let found: Option<String> = match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => crate::json::find_text(bytes, "rqi", &ROOTS),
        #[cfg(feature = "cbor")]
        Serialization::Cbor => crate::cbor::find_text(bytes, "rqi", &ROOTS),
        #[cfg(feature = "xml")]
        Serialization::Xml => crate::xml::find_text(bytes, "rqi"),
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => {
            let _ = bytes;
            None
        }
    };
    found.and_then(RequestIdentifier::new)
}

/// The names that may be around a primitive of release 2.
const ROOTS: [&str; 2] = ["m2m:rqp", "m2m:rsp"];
