//! The types that members have, read and written.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt::{Display, Write as _};

use smallvec::SmallVec;

use super::parameters::{Field, Parameters, Placeholder, read_members};
use crate::codec::{self, Place};
use crate::config::{CodecConfig, Limits};
use crate::content::Content;
use crate::error::{DecodeRule, EncodeError, EncodeRule};
use crate::raw::Raw;
use crate::schema::Context;
use crate::timestamp::{AbsoluteOrRelative, Timestamp};
use crate::token::{Number, Scan, Source, Token, Write, Writer};
use crate::types::{
    ContentFilterSyntax, ContentStatus, DesiredIdentifierResultType, EventCategory,
    FilterOperation, FilterUsage, Operation, RequestIdentifier, ResourceType, ResponseStatusCode,
    ResponseTypeValue, ResultContent,
};

/// Reads members from a source, and counts what the limits are about.
pub(super) struct Reader<'s, S> {
    pub(super) source: &'s mut S,
    limits: Limits,
    list_items: usize,
    unknown: usize,
}

impl<'s, 'a, S: Source<'a>> Reader<'s, S> {
    pub(super) const fn new(source: &'s mut S, limits: Limits) -> Self {
        Self {
            source,
            limits,
            list_items: 0,
            unknown: 0,
        }
    }

    pub(super) fn begin(&mut self) -> Scan<()> {
        match self.source.next()? {
            Some(Token::BeginObject) => Ok(()),
            Some(_) => Err(DecodeRule::NotAnObject),
            None => Err(DecodeRule::Truncated),
        }
    }

    fn token(&mut self) -> Scan<Token<'a>> {
        self.source.next()?.ok_or(DecodeRule::Truncated)
    }

    pub(super) const fn count_unknown(&mut self) -> Scan<()> {
        self.unknown += 1;
        if self.unknown > self.limits.max_unknown_parameters {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }

    const fn count_item(&mut self) -> Scan<()> {
        self.list_items += 1;
        if self.list_items > self.limits.max_list_items {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }
}

/// Where members are written to.
pub(super) struct Output<'w, W> {
    pub(super) writer: &'w mut W,
    pub(super) config: &'w CodecConfig,
}

impl<W: Writer> Output<'_, W> {
    fn raw(&mut self, raw: &Raw<'_>, place: Place) -> Result<(), EncodeError> {
        codec::write_raw(raw, place, self.writer, self.config)
    }
}

/// The type of an item of a list.
pub(super) trait Item<'a>: Field<'a> {
    /// Reads an item whose first token was read.
    fn of<S: Source<'a>>(token: Token<'a>, reader: &mut Reader<'_, S>) -> Scan<Self>;
}

impl<'a, T: Item<'a>> Field<'a> for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        if reader.token()? != Token::BeginArray {
            return Err(DecodeRule::Type);
        }
        let mut items = Self::new();
        loop {
            let token = reader.token()?;
            if token == Token::EndArray {
                return Ok(items);
            }
            reader.count_item()?;
            items.push(T::of(token, reader)?);
        }
    }

    fn write<W: Writer>(
        &self,
        context: Context,
        out: &mut Output<'_, W>,
    ) -> Result<(), EncodeError> {
        out.writer.begin_array()?;
        self.iter().try_for_each(|item| item.write(context, out))?;
        Ok(out.writer.end_array()?)
    }

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(Field::into_owned).collect()
    }
}

/// An integer that is written as one, without fraction and exponent.
#[inline]
fn integer(token: &Token<'_>) -> Scan<u32> {
    let Token::Number(Number::Integer(value)) = token else {
        return Err(DecodeRule::Type);
    };
    u32::try_from(*value).map_err(|_| DecodeRule::Type)
}

impl<'a> Field<'a> for u32 {
    type Owned = Self;

    #[inline]
    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        integer(&reader.token()?)
    }

    #[inline]
    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        Ok(out.writer.number(Number::Integer((*self).into()))?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Numbers that have names.
macro_rules! numbers {
    ($($type:ident),*) => {$(
        impl<'a> Field<'a> for $type {
            type Owned = Self;

            #[inline]
            fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
                u32::read(reader).map(Self)
            }

            #[inline]
            fn write<W: Writer>(
                &self,
                context: Context,
                out: &mut Output<'_, W>,
            ) -> Result<(), EncodeError> {
                self.0.write(context, out)
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    )*};
}

numbers!(
    ContentFilterSyntax,
    ContentStatus,
    DesiredIdentifierResultType,
    EventCategory,
    FilterOperation,
    FilterUsage,
    Operation,
    ResourceType,
    ResponseStatusCode,
    ResponseTypeValue,
    ResultContent
);

impl Placeholder for Operation {
    const PLACEHOLDER: Self = Self(0);
}

impl Placeholder for ResponseStatusCode {
    const PLACEHOLDER: Self = Self(0);
}

impl Placeholder for Cow<'_, str> {
    const PLACEHOLDER: Self = Cow::Borrowed("");
}

impl Placeholder for RequestIdentifier<'_> {
    const PLACEHOLDER: Self = RequestIdentifier::UNASSIGNED;
}

impl Placeholder for Raw<'_> {
    const PLACEHOLDER: Self = Raw::Json(Cow::Borrowed("null"));
}

impl<'a> Item<'a> for ResourceType {
    fn of<S: Source<'a>>(token: Token<'a>, _: &mut Reader<'_, S>) -> Scan<Self> {
        integer(&token).map(Self)
    }
}

impl<'a> Field<'a> for bool {
    type Owned = Self;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        let Token::Boolean(value) = reader.token()? else {
            return Err(DecodeRule::Type);
        };
        Ok(value)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        Ok(out.writer.boolean(*self)?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl<'a> Field<'a> for Cow<'a, str> {
    type Owned = Cow<'static, str>;

    #[inline]
    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        reader.source.next_text()
    }

    #[inline]
    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        Ok(out.writer.text(self)?)
    }

    fn into_owned(self) -> Cow<'static, str> {
        Cow::Owned(Cow::into_owned(self))
    }
}

impl<'a> Item<'a> for Cow<'a, str> {
    fn of<S: Source<'a>>(token: Token<'a>, _: &mut Reader<'_, S>) -> Scan<Self> {
        let Token::Text(text) = token else {
            return Err(DecodeRule::Type);
        };
        // XML could not tell that there is an item that is empty.
        if text.is_empty() {
            return Err(DecodeRule::Type);
        }
        Ok(text)
    }
}

impl<'a> Field<'a> for RequestIdentifier<'a> {
    type Owned = RequestIdentifier<'static>;

    #[inline]
    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        let identifier = Self::new(reader.source.next_text()?);
        identifier.ok_or(DecodeRule::RequestIdentifier)
    }

    #[inline]
    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        if self.is_unassigned() {
            return Err(EncodeRule::RequestIdentifier.into());
        }
        Ok(out.writer.text(self.as_str())?)
    }

    fn into_owned(self) -> Self::Owned {
        RequestIdentifier::into_owned(self)
    }
}

impl<'a> Field<'a> for Timestamp {
    type Owned = Self;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        let text = reader.source.next_text()?;
        text.parse().map_err(|_| DecodeRule::Type)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        Ok(displayed(self, out.writer)?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl<'a> Field<'a> for AbsoluteOrRelative {
    type Owned = Self;

    /// A relative timestamp may be a number as well (TS-0004 6.3.3).
    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        let token = reader.token()?;
        let value = if let Token::Text(text) = token {
            text.parse().ok()
        } else if let Token::Number(Number::Integer(value)) = token {
            i64::try_from(value).ok().map(Self::Relative)
        } else {
            None
        };
        value.ok_or(DecodeRule::Type)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        Ok(displayed(self, out.writer)?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl<'a> Field<'a> for Content<'a> {
    type Owned = Content<'static>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        reader.source.content().map(Self::from_raw)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        out.raw(self.as_raw(), Place::Content)
    }

    fn into_owned(self) -> Self::Owned {
        Content::into_owned(self)
    }
}

impl<'a> Field<'a> for Raw<'a> {
    type Owned = Raw<'static>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        reader.source.raw()
    }

    fn write<W: Writer>(
        &self,
        context: Context,
        out: &mut Output<'_, W>,
    ) -> Result<(), EncodeError> {
        out.raw(self, Place::Parameter(context))
    }

    fn into_owned(self) -> Self::Owned {
        Raw::into_owned(self)
    }
}

/// Reads an object.
pub(super) fn read_object<'a, P: Parameters<'a>, S: Source<'a>>(
    mut object: P,
    reader: &mut Reader<'_, S>,
) -> Scan<P> {
    reader.begin()?;
    read_members(&mut object, reader).map(|()| object)
}

/// Writes an object.
pub(super) fn write_object<'a, W: Writer>(
    object: &impl Parameters<'a>,
    out: &mut Output<'_, W>,
) -> Result<(), EncodeError> {
    out.writer.begin_object()?;
    object.write_members(out)?;
    Ok(out.writer.end_object()?)
}

fn displayed(value: &impl Display, writer: &mut impl Writer) -> Write {
    let mut text = Short(SmallVec::new());
    let written = write!(text, "{value}");
    debug_assert!(written.is_ok(), "it takes all that is written to it");
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
