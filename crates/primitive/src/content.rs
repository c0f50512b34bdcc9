use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::Serialization;
use crate::codec::{self, Place, RawSource, Writable};
use crate::config::{CodecConfig, UnknownNames};
use crate::deserialize::{self, ReadError};
use crate::error::{DecodeError, DecodeRule, EncodeError};
use crate::raw::{Raw, XmlFragment};
use crate::token::{Source, Token, Writer, error_at};
use crate::value::Value;

/// The content of a primitive (`pc`): an object with one member, such as `m2m:ae` (TS-0004 6.3.5.17). Content stays in the
/// serialization it arrived in until it is asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Content<'a>(Raw<'a>);

impl<'a> Content<'a> {
    pub(crate) const fn from_raw(raw: Raw<'a>) -> Self {
        Self(raw)
    }

    /// Returns the value as it is.
    #[must_use]
    pub const fn as_raw(&self) -> &Raw<'a> {
        &self.0
    }

    pub(crate) const fn as_raw_mut(&mut self) -> &mut Raw<'a> {
        &mut self.0
    }

    /// Returns the same content, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Content<'static> {
        Content(self.0.into_owned())
    }
}

impl Content<'_> {
    /// Returns content in a serialization, made of a value that serializes to an object with one member: the names are those
    /// of JSON, whatever the serialization is, and XML is written by the data-type table.
    ///
    /// ```
    /// use onem2m_primitive::{CodecConfig, Content, Serialization};
    ///
    /// #[derive(serde::Serialize)]
    /// struct Content1 { #[serde(rename = "m2m:cnt")] container: Container }
    /// #[derive(serde::Serialize)]
    /// struct Container { rn: &'static str, lbl: [&'static str; 2], mni: u32 }
    ///
    /// let value = Content1 { container: Container { rn: "a", lbl: ["b", "c"], mni: 5 } };
    /// let content = Content::serialized(Serialization::Xml, &value, &CodecConfig::default())?;
    /// let xml = content.as_raw().as_xml().ok_or("not XML")?;
    /// assert_eq!(xml.as_str(), r#"<m2m:cnt rn="a"><lbl>b c</lbl><mni>5</mni></m2m:cnt>"#);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The value does not serialize to such an object, or passes the limits of decoding; or the serialization
    /// cannot express it: bytes, and what [`transcode`](Self::transcode) names.
    pub fn serialized<T: serde::Serialize + ?Sized>(
        serialization: Serialization,
        value: &T,
        config: &CodecConfig,
    ) -> Result<Content<'static>, ContentError> {
        #[cfg_attr(
            not(any(feature = "json", feature = "cbor", feature = "xml")),
            expect(unused_mut, reason = "nothing writes")
        )]
        let mut out: Vec<u8> = Vec::new();
        let limits = config.limits;
        let written: Result<crate::serialize::Written, _> = match serialization {
            #[cfg(feature = "json")]
            Serialization::Json => crate::serialize::write_content(
                value,
                &mut crate::json::JsonWriter::new(&mut out),
                limits,
            ),
            #[cfg(feature = "cbor")]
            Serialization::Cbor => crate::serialize::write_content(
                value,
                &mut crate::cbor::CborWriter::new(&mut out),
                limits,
            ),
            #[cfg(feature = "xml")]
            Serialization::Xml => {
                let mut writer = crate::xml::XmlWriter::new(&mut out, None, config);
                crate::serialize::write_content(value, &mut writer, limits)
            }
            #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
            _ => {
                let _ = (value, limits);
                Err(crate::serialize::Failure::from(
                    crate::EncodeRule::Unsupported,
                ))
            }
        };
        finished(serialization, written, out)
    }

    /// Returns JSON content, made of a value that serializes to an object with one member.
    ///
    /// # Errors
    ///
    /// As [`serialized`](Self::serialized).
    #[cfg(feature = "json")]
    pub fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<Content<'static>, ContentError> {
        Self::serialized(Serialization::Json, value, &CodecConfig::default())
    }

    /// Returns CBOR content, made of a value that serializes to an object with one member.
    ///
    /// # Errors
    ///
    /// As [`serialized`](Self::serialized).
    #[cfg(feature = "cbor")]
    pub fn cbor<T: serde::Serialize + ?Sized>(value: &T) -> Result<Content<'static>, ContentError> {
        Self::serialized(Serialization::Cbor, value, &CodecConfig::default())
    }

    /// Returns content made of JSON text: an object with one member.
    ///
    /// # Errors
    ///
    /// The text is not such an object.
    #[cfg(feature = "json")]
    pub fn json_text(text: impl Into<String>) -> Result<Content<'static>, ContentError> {
        let text = text.into();
        let mut source = crate::json::JsonSource::new(&text, crate::Limits::default());
        let checked = source.content().and_then(|_| source.next());
        checked.map_err(|rule| ContentError::Decode(error_at(rule, &source)))?;
        Ok(Content(Raw::Json(Cow::Owned(text))))
    }

    /// Returns content made of CBOR: a map with one pair. The map is written anew, so that it has the forms of TS-0004 8.5.1.
    ///
    /// # Errors
    ///
    /// The bytes are not such a map.
    #[cfg(feature = "cbor")]
    pub fn cbor_bytes(bytes: &[u8]) -> Result<Content<'static>, ContentError> {
        let source = || {
            let strict = crate::Leniency::STRICT;
            crate::cbor::CborSource::new(bytes, crate::Limits::default(), strict)
        };
        let mut checked = source();
        let content = checked.content().and_then(|_| checked.next());
        content.map_err(|rule| ContentError::Decode(error_at(rule, &checked)))?;
        let mut out = Vec::with_capacity(bytes.len());
        let mut writer = crate::cbor::CborWriter::new(&mut out);
        crate::token::copy(&mut source(), &mut writer).map_err(ContentError::Encode)?;
        Ok(Content(Raw::Cbor(Cow::Owned(out))))
    }

    /// Returns content made of a tree: an object with one member.
    ///
    /// # Errors
    ///
    /// The tree is not such an object, or cannot be written in the serialization.
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

    /// Reads the content into a tree of `serde_json`.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value); or a number has more digits than `serde_json` keeps.
    #[cfg(feature = "json")]
    pub fn to_json_value(&self) -> Result<serde_json::Value, ContentError> {
        self.value()?.try_into().map_err(ContentError::Encode)
    }

    /// Reads the content into a tree of `ciborium`.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value); or a number has more digits than CBOR carries.
    #[cfg(feature = "cbor")]
    pub fn to_cbor_value(&self) -> Result<ciborium::Value, ContentError> {
        self.value()?.try_into().map_err(ContentError::Encode)
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
        Value::read(&mut source).map_err(|rule| ContentError::Decode(error_at(rule, &source)))
    }

    /// Returns the content in another serialization; a copy if it is in that one already.
    ///
    /// Numbers keep their value: an integer that CBOR cannot carry as one becomes a double. XML does not tell what is in
    /// `xs:anyType`; from XML that is text.
    ///
    /// # Errors
    ///
    /// The content cannot be expressed there: to XML, characters that XML does not have, white space in an item of a list, a shape
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
    fn write<W: Writer>(&self, writer: &mut W, config: &CodecConfig) -> Result<(), EncodeError> {
        codec::write_raw(&self.0, Place::Content, writer, config)
    }
}

fn written(
    serialization: Serialization,
    what: &impl Writable,
    config: &CodecConfig,
) -> Result<Content<'static>, ContentError> {
    let mut out = Vec::new();
    codec::append(serialization, None, what, config, &mut out).map_err(ContentError::Encode)?;
    Ok(of_bytes(serialization, out))
}

/// What was written, looked at again if a name may come twice in it. Compiled once, and not for each type.
fn finished(
    serialization: Serialization,
    written: Result<crate::serialize::Written, crate::serialize::Failure>,
    out: Vec<u8>,
) -> Result<Content<'static>, ContentError> {
    let written = written.map_err(|failure| {
        failure.into_error(
            ContentError::Encode,
            ContentError::Decode,
            |message, path| ContentError::Type { message, path },
        )
    })?;
    let content = of_bytes(serialization, out);
    if written.may_have_duplicates {
        let mut source = content.source().map_err(ContentError::Decode)?;
        while source
            .next()
            .map_err(|rule| ContentError::Decode(error_at(rule, &source)))?
            .is_some()
        {}
    }
    Ok(content)
}

/// Content that a writer has written.
fn of_bytes(serialization: Serialization, bytes: Vec<u8>) -> Content<'static> {
    let text = |bytes| {
        let text = String::from_utf8(bytes);
        debug_assert!(text.is_ok(), "writers of text write UTF-8");
        Cow::Owned(text.unwrap_or_default())
    };
    Content(match serialization {
        Serialization::Json => Raw::Json(text(bytes)),
        Serialization::Cbor => Raw::Cbor(Cow::Owned(bytes)),
        Serialization::Xml => Raw::Xml(XmlFragment {
            text: text(bytes),
            namespaces: Vec::new(),
            is_update: false,
        }),
    })
}

/// JSON and XML as they are, CBOR as the JSON of the same value.
impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Raw::Json(text) => f.write_str(text),
            Raw::Xml(fragment) => f.write_str(fragment.as_str()),
            Raw::Cbor(bytes) => {
                match self.transcode(Serialization::Json, &CodecConfig::default()) {
                    Ok(Content(Raw::Json(text))) => f.write_str(&text),
                    Ok(_) | Err(_) => write!(f, "{} bytes of CBOR", bytes.len()),
                }
            }
        }
    }
}

/// The reason why a value cannot be content, or content not be read or transcoded.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ContentError {
    /// The content breaks a rule; or the data-type table does not have a name in it.
    Decode(DecodeError),
    /// The value cannot be expressed in the serialization.
    Encode(EncodeError),
    /// The type of the caller's does not fit.
    Type {
        /// The message of serde.
        message: String,
        /// The place of the fault, as the names that lead there.
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
