//! Writes anything in any serialization.

use alloc::vec::Vec;

use crate::Serialization;
use crate::config::CodecConfig;
use crate::content::Raw;
use crate::envelope::Root;
use crate::error::{EncodeError, EncodeRule};
use crate::source::{Place, RawSource};
use crate::token::{self, Write, Writer};

/// What can be written in any serialization.
pub(crate) trait Writable {
    fn write(&self, writer: &mut impl Writer, config: &CodecConfig) -> Write;
}

/// What is written: a whole document, or content alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Whole {
    Primitive(Root),
    Content,
}

/// Appends what is to be written to `out`, or nothing.
pub(crate) fn append(
    serialization: Serialization,
    whole: Whole,
    what: &impl Writable,
    config: &CodecConfig,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let len = out.len();
    let written = match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => attempt(&mut crate::json::JsonWriter::new(out), what, config),
        #[cfg(feature = "cbor")]
        Serialization::Cbor => attempt(&mut crate::cbor::CborWriter::new(out), what, config),
        #[cfg(feature = "xml")]
        Serialization::Xml => {
            let mut writer = match whole {
                Whole::Primitive(root) => crate::xml::XmlWriter::document(out, root, config),
                Whole::Content => crate::xml::XmlWriter::content(out, config),
            };
            attempt(&mut writer, what, config)
        }
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => {
            let _ = (whole, what, config);
            Err(EncodeError::new(
                EncodeRule::Unsupported,
                alloc::string::String::new(),
            ))
        }
    };
    if written.is_err() {
        out.truncate(len);
    }
    written
}

fn attempt(
    writer: &mut impl Writer,
    what: &impl Writable,
    config: &CodecConfig,
) -> Result<(), EncodeError> {
    what.write(writer, config)
        .map_err(|rule| EncodeError::new(rule, writer.path()))
}

/// A raw value in its place: as it stands, or transcoded.
pub(crate) fn raw(
    raw: &Raw<'_>,
    place: Place,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    fn serialization<W: Writer>(_: &W) -> Serialization {
        W::SERIALIZATION
    }
    if raw.serialization() == serialization(writer) {
        return writer.verbatim(raw);
    }
    let source = RawSource::new(raw, place, config);
    let mut source = source.map_err(|error| EncodeRule::Content(error.rule))?;
    token::copy(&mut source, writer)
}
