//! Values of parameters, as they are written.

use alloc::borrow::Cow;
use core::fmt::{Display, Write as _};

use smallvec::SmallVec;

use crate::config::CodecConfig;
use crate::encoding;
use crate::primitive::Parameter;
use crate::schema::Context;
use crate::source::Place;
use crate::token::{Number, Write, Writer};

#[inline]
pub(super) fn text(name: &'static str, text: Option<&str>, writer: &mut impl Writer) -> Write {
    let Some(text) = text else { return Ok(()) };
    writer.plain_name(name)?;
    writer.text(text)
}

#[inline]
pub(super) fn integer(name: &'static str, value: Option<u32>, writer: &mut impl Writer) -> Write {
    let Some(value) = value else { return Ok(()) };
    writer.plain_name(name)?;
    writer.number(Number::Integer(value.into()))
}

pub(super) fn boolean(name: &'static str, value: Option<bool>, writer: &mut impl Writer) -> Write {
    let Some(value) = value else { return Ok(()) };
    writer.plain_name(name)?;
    writer.boolean(value)
}

pub(super) fn texts(
    name: &'static str,
    texts: Option<&[Cow<'_, str>]>,
    writer: &mut impl Writer,
) -> Write {
    let Some(texts) = texts else { return Ok(()) };
    writer.plain_name(name)?;
    writer.begin_array()?;
    texts.iter().try_for_each(|text| writer.text(text))?;
    writer.end_array()
}

pub(super) fn timestamp(
    name: &'static str,
    timestamp: Option<&impl Display>,
    writer: &mut impl Writer,
) -> Write {
    let Some(timestamp) = timestamp else {
        return Ok(());
    };
    writer.plain_name(name)?;
    let mut text = Short(SmallVec::new());
    // It takes all that is written to it.
    let _ = write!(text, "{timestamp}");
    writer.text(core::str::from_utf8(&text.0).unwrap_or_default())
}

/// Text that is mostly too short to be worth an allocation.
struct Short(SmallVec<[u8; 24]>);

impl core::fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

pub(super) fn others(
    parameters: &[Parameter<'_>],
    context: Context,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    for Parameter { name, value } in parameters {
        writer.name(name)?;
        encoding::raw(value, Place::Parameter(context), writer, config)?;
    }
    Ok(())
}
