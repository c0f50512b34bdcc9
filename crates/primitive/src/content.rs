use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::Serialization;
use crate::config::{CodecConfig, UnknownNames};
use crate::deserialize::{self, ReadError};
use crate::encoding::{self, Whole, Writable};
use crate::error::{DecodeError, DecodeRule, EncodeError};
use crate::source::{Place, RawSource};
use crate::token::{Source, Token, Write, Writer};
use crate::value::Value;

/// A value in the serialization it arrived in, untouched.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Raw<'a> {
    /// Valid JSON.
    Json(Cow<'a, str>),
    /// Valid CBOR.
    Cbor(Cow<'a, [u8]>),
    /// Well-formed XML.
    Xml(XmlFragment<'a>),
}

/// An element of XML, with the namespaces that are in scope around it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlFragment<'a> {
    /// The element, from its start tag to its end tag: the one that is in `pc`; or that of an unknown parameter itself, with the
    /// namespaces it uses declared in it.
    pub(crate) text: Cow<'a, str>,
    /// Prefix and namespace, for those in scope that are not `m2m` for that of oneM2M.
    pub(crate) namespaces: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl XmlFragment<'_> {
    /// The element, from its start tag to its end tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> XmlFragment<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let namespaces = self.namespaces.into_iter();
        XmlFragment {
            text: owned(self.text),
            namespaces: namespaces
                .map(|(prefix, uri)| (owned(prefix), owned(uri)))
                .collect(),
        }
    }
}

impl Raw<'_> {
    /// The length of its text or bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Json(json) => json.len(),
            Self::Cbor(cbor) => cbor.len(),
            Self::Xml(xml) => xml.as_str().len(),
        }
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What it is written in.
    #[must_use]
    pub const fn serialization(&self) -> Serialization {
        match self {
            Self::Json(_) => Serialization::Json,
            Self::Cbor(_) => Serialization::Cbor,
            Self::Xml(_) => Serialization::Xml,
        }
    }

    /// The JSON, if it is JSON.
    #[must_use]
    pub fn as_json(&self) -> Option<&str> {
        match self {
            Self::Json(text) => Some(text),
            Self::Cbor(_) | Self::Xml(_) => None,
        }
    }

    /// The CBOR, if it is CBOR.
    #[must_use]
    pub fn as_cbor(&self) -> Option<&[u8]> {
        match self {
            Self::Cbor(bytes) => Some(bytes),
            Self::Json(_) | Self::Xml(_) => None,
        }
    }

    /// The XML, if it is XML.
    #[must_use]
    pub const fn as_xml(&self) -> Option<&XmlFragment<'_>> {
        match self {
            Self::Xml(fragment) => Some(fragment),
            Self::Json(_) | Self::Cbor(_) => None,
        }
    }

    /// The same, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Raw<'static> {
        match self {
            Self::Json(text) => Raw::Json(Cow::Owned(text.into_owned())),
            Self::Cbor(bytes) => Raw::Cbor(Cow::Owned(bytes.into_owned())),
            Self::Xml(fragment) => Raw::Xml(fragment.into_owned()),
        }
    }
}

/// The content of a primitive (`pc`): an object with one member, such as `m2m:ae` (TS-0004 6.3.5.17). It stays in the
/// serialization it arrived in until it is asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Content<'a>(Raw<'a>);

impl<'a> Content<'a> {
    pub(crate) const fn from_raw(raw: Raw<'a>) -> Self {
        Self(raw)
    }

    /// The value as it is.
    #[must_use]
    pub const fn as_raw(&self) -> &Raw<'a> {
        &self.0
    }

    /// The same, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Content<'static> {
        Content(self.0.into_owned())
    }
}

impl Content<'_> {
    /// Content made of a value that serializes to an object with one member.
    ///
    /// # Errors
    ///
    /// It does not, or not to what the limits of decoding allow.
    #[cfg(feature = "json")]
    pub fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<Content<'static>, ContentError> {
        let text = serde_json::to_string(value).map_err(|error| ContentError::Type {
            message: alloc::string::ToString::to_string(&error),
            path: String::new(),
        })?;
        Self::json_text(text)
    }

    /// Content made of JSON text: an object with one member.
    ///
    /// # Errors
    ///
    /// It is not that.
    #[cfg(feature = "json")]
    pub fn json_text(text: impl Into<String>) -> Result<Content<'static>, ContentError> {
        let text = text.into();
        let mut source = crate::json::JsonSource::new(&text, crate::Limits::default());
        let checked = source.content().and_then(|_| source.next());
        checked.map_err(|rule| ContentError::Decode(DecodeError::at(rule, &source)))?;
        Ok(Content(Raw::Json(Cow::Owned(text))))
    }

    /// Content made of a value that serializes to an object with one member, in CBOR.
    ///
    /// # Errors
    ///
    /// It does not, or not to what the limits of decoding allow.
    #[cfg(feature = "cbor")]
    pub fn cbor<T: serde::Serialize + ?Sized>(value: &T) -> Result<Content<'static>, ContentError> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).map_err(|error| ContentError::Type {
            message: alloc::string::ToString::to_string(&error),
            path: String::new(),
        })?;
        Self::cbor_bytes(&bytes)
    }

    /// Content made of CBOR: a map with one pair. It is written anew, so that it has the forms of TS-0004 8.5.1.
    ///
    /// # Errors
    ///
    /// It is not that.
    #[cfg(feature = "cbor")]
    pub fn cbor_bytes(bytes: &[u8]) -> Result<Content<'static>, ContentError> {
        let source = || {
            let strict = crate::Leniency::STRICT;
            crate::cbor::CborSource::new(bytes, crate::Limits::default(), strict)
        };
        let mut checked = source();
        let content = checked.content().and_then(|_| checked.next());
        content.map_err(|rule| ContentError::Decode(DecodeError::at(rule, &checked)))?;
        let mut out = Vec::with_capacity(bytes.len());
        let mut writer = crate::cbor::CborWriter::new(&mut out);
        crate::token::copy(&mut source(), &mut writer)
            .map_err(|rule| ContentError::Encode(EncodeError::new(rule, String::new())))?;
        Ok(Content(Raw::Cbor(Cow::Owned(out))))
    }

    /// Content made of a tree: an object with one member.
    ///
    /// # Errors
    ///
    /// It is not that, or cannot be written in the serialization.
    pub fn from_value(
        serialization: Serialization,
        value: &Value<'_>,
        config: &CodecConfig,
    ) -> Result<Content<'static>, ContentError> {
        let is_content = matches!(value, Value::Object(members) if members.len() == 1);
        if !is_content {
            let error = DecodeError::new(DecodeRule::Content);
            return Err(ContentError::Decode(error));
        }
        written(serialization, value, config)
    }

    /// Reads the content into a type of the caller's, which serde gives the names and values of JSON, whatever the
    /// serialization is. In XML, names that the data-type table does not have are read as
    /// [`UnknownNames::Text`](crate::UnknownNames::Text) says.
    ///
    /// # Errors
    ///
    /// The type does not fit; or the content is XML that does not fit the data-type table.
    pub fn read<'de, T: serde::Deserialize<'de>>(&'de self) -> Result<T, ContentError> {
        let source = self.source().map_err(ContentError::Decode)?;
        deserialize::read(source).map_err(ContentError::from)
    }

    /// Reads the content into a tree, names as [`read`](Self::read) does.
    ///
    /// # Errors
    ///
    /// The content is XML that does not fit the data-type table.
    pub fn value(&self) -> Result<Value<'_>, ContentError> {
        let mut source = self.source().map_err(ContentError::Decode)?;
        Value::read(&mut source)
            .map_err(|rule| ContentError::Decode(DecodeError::at(rule, &source)))
    }

    /// The content in another serialization; a copy if it is the same.
    ///
    /// Numbers keep their value: what CBOR cannot carry as an integer becomes a double. XML does not tell what is in
    /// `xs:anyType`; from XML that is text.
    ///
    /// # Errors
    ///
    /// It cannot be expressed there: to XML, characters that XML does not have, white space in an item of a list, a shape
    /// that is not that of the data-type table; from or to XML, names that the table does not have, unless
    /// [`CodecConfig::unknown_names`] allows them.
    pub fn transcode(
        &self,
        serialization: Serialization,
        config: &CodecConfig,
    ) -> Result<Content<'static>, ContentError> {
        if self.0.serialization() == serialization {
            return Ok(self.clone().into_owned());
        }
        written(serialization, self, config)
    }

    fn source(&self) -> Result<RawSource<'_>, DecodeError> {
        let config = CodecConfig {
            unknown_names: UnknownNames::Text,
            ..CodecConfig::default()
        };
        RawSource::new(&self.0, Place::Content, &config)
    }

    /// The name of the single member, such as `m2m:sgn`.
    #[must_use]
    pub fn root_name(&self) -> Cow<'_, str> {
        let Ok(mut source) = RawSource::new(&self.0, Place::Content, &CodecConfig::default())
        else {
            return Cow::Borrowed("");
        };
        match (source.next(), source.next()) {
            (Ok(Some(Token::BeginObject)), Ok(Some(Token::Name(name)))) => name,
            _ => Cow::Borrowed(""),
        }
    }
}

impl Writable for Content<'_> {
    fn write(&self, writer: &mut impl Writer, config: &CodecConfig) -> Write {
        encoding::raw(&self.0, Place::Content, writer, config)
    }
}

fn written(
    serialization: Serialization,
    what: &impl Writable,
    config: &CodecConfig,
) -> Result<Content<'static>, ContentError> {
    let mut out = Vec::new();
    encoding::append(serialization, Whole::Content, what, config, &mut out)
        .map_err(ContentError::Encode)?;
    let text = |out| String::from_utf8(out).unwrap_or_default();
    Ok(Content(match serialization {
        Serialization::Json => Raw::Json(Cow::Owned(text(out))),
        Serialization::Cbor => Raw::Cbor(Cow::Owned(out)),
        Serialization::Xml => Raw::Xml(XmlFragment {
            text: Cow::Owned(text(out)),
            namespaces: Vec::new(),
        }),
    }))
}

/// Why a value cannot be content, or content not be read or transcoded.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ContentError {
    /// The content breaks a rule; or the data-type table does not have a name in it.
    Decode(DecodeError),
    /// It cannot be expressed in the serialization.
    Encode(EncodeError),
    /// The type of the caller's does not fit.
    Type {
        /// What serde says.
        message: String,
        /// Where, as the names that lead there.
        path: String,
    },
}

impl From<ReadError> for ContentError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Rule(error) => Self::Decode(error),
            ReadError::Type { message, path } => Self::Type { message, path },
        }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => fmt::Display::fmt(error, f),
            Self::Encode(error) => fmt::Display::fmt(error, f),
            Self::Type { message, path } if path.is_empty() => f.write_str(message),
            Self::Type { message, path } => write!(f, "{message} ({})", path.escape_debug()),
        }
    }
}

impl core::error::Error for ContentError {}
