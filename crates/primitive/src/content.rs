use alloc::borrow::Cow;

#[cfg(feature = "json")]
use alloc::string::String;

/// A value in the serialization it arrived in, untouched.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Raw<'a> {
    /// Valid JSON.
    Json(Cow<'a, str>),
}

impl<'a> Raw<'a> {
    /// The JSON, if it is JSON.
    #[must_use]
    pub fn as_json(&self) -> Option<&str> {
        match self {
            Self::Json(text) => Some(text),
        }
    }

    /// The same, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Raw<'static> {
        match self {
            Self::Json(text) => Raw::Json(Cow::Owned(text.into_owned())),
        }
    }

    #[cfg(feature = "json")]
    pub(crate) const fn json(text: &'a str) -> Self {
        Self::Json(Cow::Borrowed(text))
    }
}

/// The content of a primitive (`pc`): an object with one member, such as `m2m:ae` (TS-0004 6.3.5.17). It stays in the
/// serialization it arrived in until it is asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Content<'a>(Raw<'a>);

impl<'a> Content<'a> {
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

    #[cfg(feature = "json")]
    pub(crate) const fn from_raw(raw: Raw<'a>) -> Self {
        Self(raw)
    }
}

#[cfg(feature = "json")]
impl Content<'_> {
    /// Content made of a value that serializes to an object with one member.
    ///
    /// # Errors
    ///
    /// It does not, or not to what the limits of decoding allow.
    pub fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<Content<'static>, ContentError> {
        let text = serde_json::to_string(value).map_err(ContentError::Serde)?;
        Self::json_text(text)
    }

    /// Content made of JSON text: an object with one member.
    ///
    /// # Errors
    ///
    /// It is not that.
    pub fn json_text(text: impl Into<String>) -> Result<Content<'static>, ContentError> {
        let text = text.into();
        crate::json::check_content(&text).map_err(ContentError::Rule)?;
        Ok(Content(Raw::Json(Cow::Owned(text))))
    }

    /// Reads the content into a type of the caller's.
    ///
    /// # Errors
    ///
    /// The type does not fit.
    pub fn read<'de, T: serde::Deserialize<'de>>(&'de self) -> Result<T, ContentError> {
        match &self.0 {
            Raw::Json(text) => serde_json::from_str(text).map_err(ContentError::Serde),
        }
    }

    /// The name of the single member, such as `m2m:sgn`.
    #[must_use]
    pub fn root_name(&self) -> &str {
        match &self.0 {
            Raw::Json(text) => crate::json::root_name(text),
        }
    }
}

/// Why a value cannot be content, or content not be read.
#[cfg(feature = "json")]
#[derive(Debug)]
#[non_exhaustive]
pub enum ContentError {
    /// The type does not fit.
    Serde(serde_json::Error),
    /// It is not an object with one member, or breaks a rule of the serialization.
    Rule(crate::DecodeError),
}

#[cfg(feature = "json")]
impl core::fmt::Display for ContentError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Serde(error) => core::fmt::Display::fmt(error, f),
            Self::Rule(error) => core::fmt::Display::fmt(error, f),
        }
    }
}

#[cfg(feature = "json")]
impl core::error::Error for ContentError {}
