//! One door to the serializations: documents and raw values are read, and anything is written, in whichever it is.

#[cfg(any(feature = "json", feature = "cbor", feature = "xml"))]
mod lenient;
mod source;

use alloc::vec::Vec;

pub(crate) use self::source::{Place, RawSource};

#[cfg(any(feature = "json", feature = "cbor", feature = "xml"))]
use self::lenient::LenientSource;
use crate::config::CodecConfig;
use crate::error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
use crate::raw::Raw;
use crate::schema::Context;
use crate::token::{self, Source, Writer};
use crate::{Document, Serialization};

/// Reads a document, whatever its source is.
pub(crate) trait Visit<'a> {
    type Value;

    /// Reads all of `source`. The root is known where the document says what it is; where not, `again` begins anew.
    fn visit<S: Source<'a>>(
        self,
        source: S,
        root: Option<Context>,
        again: impl FnOnce() -> Option<S>,
    ) -> Result<Self::Value, DecodeError>;
}

/// Offsets within the input are kept in 32 bits.
const MAX_LEN: usize = 0xFFFF_FFFF;

/// Reads a document.
pub(crate) fn document<'a, V: Visit<'a>>(
    serialization: Serialization,
    document: Document<'a>,
    config: &CodecConfig,
    visit: V,
) -> Result<V::Value, DecodeError> {
    let max_len = config.limits.max_len.min(MAX_LEN);
    if document.as_bytes().len() > max_len {
        return Err(DecodeError {
            offset: max_len,
            ..DecodeError::new(DecodeRule::TooLong)
        });
    }
    match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => {
            let text = document.text()?;
            let source = || crate::json::JsonSource::new(text, config.limits);
            leniently(source, config, visit)
        }
        #[cfg(feature = "cbor")]
        Serialization::Cbor => {
            let bytes = document.as_bytes();
            let source = || crate::cbor::CborSource::new(bytes, config.limits, config.leniency);
            leniently(source, config, visit)
        }
        #[cfg(feature = "xml")]
        Serialization::Xml => {
            let text = document.text()?;
            let (source, root) = crate::xml::XmlSource::document(text, config)?;
            if config.leniency.is_about_content() {
                let source = LenientSource::new(source, root, config);
                return visit.visit(source, Some(root), || None);
            }
            visit.visit(source, Some(root), || None)
        }
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => {
            let _ = visit;
            Err(DecodeError::new(DecodeRule::Unsupported))
        }
    }
}

/// Reads a document that does not say at once what it is, with or without leniency about values.
#[cfg(any(feature = "json", feature = "cbor"))]
fn leniently<'a, S: Source<'a>, V: Visit<'a>>(
    source: impl Fn() -> S,
    config: &CodecConfig,
    visit: V,
) -> Result<V::Value, DecodeError> {
    if config.leniency.is_about_content() {
        let source = || LenientSource::new(source(), Context::REQUEST, config);
        return visit.visit(source(), None, || Some(source()));
    }
    visit.visit(source(), None, || Some(source()))
}

/// A value that can be written in any serialization.
pub(crate) trait Writable {
    fn write<W: Writer>(&self, writer: &mut W, config: &CodecConfig) -> Result<(), EncodeError>;
}

/// Appends what is to be written to `out`, or nothing: a whole document of this kind, or content alone.
pub(crate) fn append(
    serialization: Serialization,
    root: Option<Context>,
    what: &impl Writable,
    config: &CodecConfig,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let len = out.len();
    let written = match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => what.write(&mut crate::json::JsonWriter::new(out), config),
        #[cfg(feature = "cbor")]
        Serialization::Cbor => what.write(&mut crate::cbor::CborWriter::new(out), config),
        #[cfg(feature = "xml")]
        Serialization::Xml => {
            what.write(&mut crate::xml::XmlWriter::new(out, root, config), config)
        }
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => {
            let _ = (root, what, config);
            Err(EncodeError::from(EncodeRule::Unsupported))
        }
    };
    if written.is_err() {
        out.truncate(len);
    }
    written
}

/// Writes a raw value in its place: as it stands, or transcoded.
pub(crate) fn write_raw<W: Writer>(
    raw: &Raw<'_>,
    place: Place,
    writer: &mut W,
    config: &CodecConfig,
) -> Result<(), EncodeError> {
    if raw.serialization() == W::SERIALIZATION && writer.takes_verbatim(raw) {
        return Ok(writer.verbatim(raw)?);
    }
    let source = RawSource::new(raw, place, config);
    let mut source = source.map_err(|error| EncodeError {
        rule: EncodeRule::Content(error.rule),
        path: error.path,
    })?;
    token::copy(&mut source, writer)
}
