//! A source for whatever serialization a value is in.

use alloc::string::String;

use crate::config::{CodecConfig, Limits};
use crate::error::DecodeError;
use crate::raw::Raw;
use crate::schema::Context;
use crate::token::{Scan, Source, Token};

/// The place that a raw value is part of, which XML does not tell.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// The content of a primitive.
    Content,
    /// A parameter of a request or response.
    Parameter(Context),
}

/// The tokens of a value that was checked before.
#[derive(Debug)]
#[cfg_attr(
    any(
        all(feature = "json", feature = "cbor"),
        all(feature = "xml", any(feature = "json", feature = "cbor"))
    ),
    expect(
        clippy::large_enum_variant,
        reason = "there is one at a time, on the stack"
    )
)]
pub(crate) enum RawSource<'a> {
    #[cfg(feature = "json")]
    Json(crate::json::JsonSource<'a>),
    #[cfg(feature = "cbor")]
    Cbor(crate::cbor::CborSource<'a>),
    #[cfg(feature = "xml")]
    Xml(crate::xml::XmlSource<'a>),
    #[cfg(not(any(feature = "json", feature = "xml", feature = "cbor")))]
    Nothing(core::convert::Infallible, core::marker::PhantomData<&'a ()>),
}

impl<'a> RawSource<'a> {
    pub(crate) fn new(
        raw: &'a Raw<'_>,
        place: Place,
        config: &CodecConfig,
    ) -> Result<Self, DecodeError> {
        // The limits were kept when it was decoded.
        let limits = Limits::NONE;
        let _ = (place, config, limits);
        match raw {
            #[cfg(feature = "json")]
            Raw::Json(text) => Ok(Self::Json(crate::json::JsonSource::new(text, limits))),
            #[cfg(feature = "cbor")]
            Raw::Cbor(bytes) => Ok(Self::Cbor(crate::cbor::CborSource::new(
                bytes,
                limits,
                config.leniency,
            ))),
            #[cfg(feature = "xml")]
            Raw::Xml(fragment) => {
                let config = CodecConfig { limits, ..*config };
                match place {
                    Place::Content => crate::xml::XmlSource::content(fragment, &config),
                    Place::Parameter(context) => {
                        crate::xml::XmlSource::parameter(fragment, context, &config)
                    }
                }
                .map(Self::Xml)
                .map_err(DecodeError::new)
            }
            #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
            _ => Err(DecodeError::new(crate::DecodeRule::Unsupported)),
        }
    }
}

macro_rules! dispatch {
    ($source:expr, $inner:ident => $call:expr) => {
        match *$source {
            #[cfg(feature = "json")]
            RawSource::Json(ref $inner) => $call,
            #[cfg(feature = "cbor")]
            RawSource::Cbor(ref $inner) => $call,
            #[cfg(feature = "xml")]
            RawSource::Xml(ref $inner) => $call,
            #[cfg(not(any(feature = "json", feature = "xml", feature = "cbor")))]
            RawSource::Nothing(never, _) => match never {},
        }
    };
    ($source:expr, mut $inner:ident => $call:expr) => {
        match *$source {
            #[cfg(feature = "json")]
            RawSource::Json(ref mut $inner) => $call,
            #[cfg(feature = "cbor")]
            RawSource::Cbor(ref mut $inner) => $call,
            #[cfg(feature = "xml")]
            RawSource::Xml(ref mut $inner) => $call,
            #[cfg(not(any(feature = "json", feature = "xml", feature = "cbor")))]
            RawSource::Nothing(never, _) => match never {},
        }
    };
}

impl<'a> Source<'a> for RawSource<'a> {
    fn next(&mut self) -> Scan<Option<Token<'a>>> {
        dispatch!(self, mut source => source.next())
    }

    fn raw(&mut self) -> Scan<Raw<'a>> {
        dispatch!(self, mut source => source.raw())
    }

    fn content(&mut self) -> Scan<Raw<'a>> {
        dispatch!(self, mut source => source.content())
    }

    fn offset(&self) -> usize {
        dispatch!(self, source => source.offset())
    }

    fn path(&self) -> String {
        dispatch!(self, source => source.path())
    }

    fn has_deviated(&self) -> bool {
        dispatch!(self, source => source.has_deviated())
    }
}
