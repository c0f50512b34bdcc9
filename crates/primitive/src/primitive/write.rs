//! Writes primitives. The parameters come in the order of TS-0004 tables 8.2.2-1 and 8.2.3-1.

use alloc::vec::Vec;

use super::Primitive;
use super::parameters::Parameters;
use super::values::Output;
use crate::Serialization;
use crate::codec::{self, Writable};
use crate::config::CodecConfig;
use crate::error::EncodeError;
use crate::schema::Context;
use crate::token::Writer;

/// Appends the bytes of a primitive to `out`, or nothing.
pub(crate) fn encode(
    serialization: Serialization,
    primitive: &Primitive<'_>,
    config: &CodecConfig,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let root = match primitive {
        Primitive::Request(_) => Context::REQUEST,
        Primitive::Response(_) => Context::RESPONSE,
    };
    codec::append(serialization, Some(root), primitive, config, out)
}

impl Writable for Primitive<'_> {
    fn write<W: Writer>(&self, writer: &mut W, config: &CodecConfig) -> Result<(), EncodeError> {
        // In XML there is a root element anyway.
        let is_wrapped = config.wrap && W::SERIALIZATION != Serialization::Xml;
        if is_wrapped {
            writer.begin_object()?;
            writer.name(match self {
                Self::Request(_) => "m2m:rqp",
                Self::Response(_) => "m2m:rsp",
            })?;
        }
        writer.begin_object()?;
        let mut out = Output { writer, config };
        match self {
            Self::Request(request) => request.write_members(&mut out)?,
            Self::Response(response) => response.write_members(&mut out)?,
        }
        writer.end_object()?;
        if is_wrapped {
            writer.end_object()?;
        }
        Ok(())
    }
}
