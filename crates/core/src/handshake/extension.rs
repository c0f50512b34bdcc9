use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::error::RequestError;
use crate::head::{Headers, is_token, is_token_byte};

/// An extension that is offered or answered, with its parameters (RFC 6455 §9.1).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Extension<'a> {
    name: Cow<'a, str>,
    parameters: Vec<Parameter<'a>>,
}

/// The name of a parameter and, where it has one, its value.
type Parameter<'a> = (Cow<'a, str>, Option<Cow<'a, str>>);

impl<'a> Extension<'a> {
    /// Returns the extension of this name, without parameters.
    ///
    /// # Errors
    ///
    /// The name is not a token.
    pub fn new(name: impl Into<Cow<'a, str>>) -> Result<Self, RequestError> {
        Ok(Self {
            name: token(name.into())?,
            parameters: Vec::new(),
        })
    }

    /// One whose name and parameters are tokens.
    #[cfg(feature = "deflate")]
    pub(crate) fn from_tokens(
        name: &'static str,
        parameters: impl Iterator<Item = (&'static str, Option<&'static str>)>,
    ) -> Self {
        Self {
            name: name.into(),
            parameters: parameters
                .map(|(name, value)| (name.into(), value.map(Cow::from)))
                .collect(),
        }
    }

    /// Adds a parameter, with a value or without.
    ///
    /// # Errors
    ///
    /// The name or the value is not a token.
    pub fn parameter(
        mut self,
        name: impl Into<Cow<'a, str>>,
        value: Option<&'a str>,
    ) -> Result<Self, RequestError> {
        let value = value.map(|value| token(value.into())).transpose()?;
        self.parameters.push((token(name.into())?, value));
        Ok(self)
    }

    /// Returns the name of the extension.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the parameters in order, values unquoted.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, Option<&str>)> + Clone {
        self.parameters
            .iter()
            .map(|(name, value)| (&**name, value.as_deref()))
    }

    /// The same, owning its text, unless only a codec could keep what its name promises.
    pub(super) fn into_unreserved(self) -> Result<Extension<'static>, RequestError> {
        if RESERVED.contains(&&*self.name) {
            Err(RequestError::ReservedExtension(self.name.into_owned()))
        } else {
            Ok(self.into_owned())
        }
    }

    /// Returns the same extension, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Extension<'static> {
        let parameters = self.parameters.into_iter();
        Extension {
            name: owned(self.name),
            parameters: parameters
                .map(|(name, value)| (owned(name), value.map(owned)))
                .collect(),
        }
    }
}

impl fmt::Display for Extension<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for (name, value) in self.parameters() {
            write!(f, "; {name}")?;
            if let Some(value) = value {
                write!(f, "={value}")?;
            }
        }
        Ok(())
    }
}

/// The extension of RFC 7692, and its forerunner in browsers: both give RSV1 a meaning.
const RESERVED: [&str; 2] = ["permessage-deflate", "x-webkit-deflate-frame"];

fn token(text: Cow<'_, str>) -> Result<Cow<'_, str>, RequestError> {
    if is_token(text.as_bytes()) {
        Ok(text)
    } else {
        Err(RequestError::Extension(text.into_owned()))
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// The extensions that a head names, which were found to be well-formed.
pub(super) fn of<'a>(headers: Headers<'a>) -> impl Iterator<Item = Extension<'a>> + use<'a> {
    headers
        .get_all("Sec-WebSocket-Extensions")
        .flat_map(|value| {
            let mut scanner = Scanner { rest: value };
            core::iter::from_fn(move || {
                let mut parameters = Vec::new();
                let name = scanner.element(|name, value| parameters.push((name.into(), value)));
                name.ok().flatten().map(|name| Extension {
                    name: name.into(),
                    parameters,
                })
            })
        })
}

/// Returns whether a field value follows the grammar.
pub(super) fn is_well_formed(value: &[u8]) -> bool {
    let mut scanner = Scanner { rest: value };
    loop {
        match scanner.element(|_, _| {}) {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(Malformed) => return false,
        }
    }
}

/// Reads a field value from left to right, every byte once.
struct Scanner<'a> {
    rest: &'a [u8],
}

struct Malformed;

impl<'a> Scanner<'a> {
    /// The name of the next extension, its parameters told in passing; `None` at the end.
    fn element(
        &mut self,
        mut parameter: impl FnMut(&'a str, Option<Cow<'a, str>>),
    ) -> Result<Option<&'a str>, Malformed> {
        self.skip(b" \t,");
        if self.rest.is_empty() {
            return Ok(None);
        }
        let name = self.token()?;
        loop {
            self.skip(b" \t");
            match self.rest {
                [] | [b',', ..] => return Ok(Some(name)),
                [b';', rest @ ..] => self.rest = rest,
                _ => return Err(Malformed),
            }
            self.skip(b" \t");
            let name = self.token()?;
            self.skip(b" \t");
            let value = match self.rest {
                [b'=', rest @ ..] => {
                    self.rest = rest;
                    self.skip(b" \t");
                    Some(self.value()?)
                }
                _ => None,
            };
            parameter(name, value);
        }
    }

    fn skip(&mut self, bytes: &[u8]) {
        while let [byte, rest @ ..] = self.rest
            && bytes.contains(byte)
        {
            self.rest = rest;
        }
    }

    fn token(&mut self) -> Result<&'a str, Malformed> {
        let end = self.rest.iter().position(|&byte| !is_token_byte(byte));
        let (token, rest) = self
            .rest
            .split_at_checked(end.unwrap_or(self.rest.len()))
            .ok_or(Malformed)?;
        self.rest = rest;
        match str::from_utf8(token) {
            Ok(token) if !token.is_empty() => Ok(token),
            Ok(_) | Err(_) => Err(Malformed),
        }
    }

    /// A token, or one in quotes, where a backslash may stand before any character (RFC 6455 §9.1).
    fn value(&mut self) -> Result<Cow<'a, str>, Malformed> {
        let [b'"', rest @ ..] = self.rest else {
            return self.token().map(Cow::Borrowed);
        };
        self.rest = rest;
        let mut value = String::new();
        loop {
            let (byte, rest) = match self.rest {
                [b'"', rest @ ..] => {
                    self.rest = rest;
                    break;
                }
                [b'\\', byte, rest @ ..] | [byte, rest @ ..] => (*byte, rest),
                [] => return Err(Malformed),
            };
            if !is_token_byte(byte) {
                return Err(Malformed);
            }
            value.push(char::from(byte));
            self.rest = rest;
        }
        if value.is_empty() {
            return Err(Malformed);
        }
        Ok(Cow::Owned(value))
    }
}
