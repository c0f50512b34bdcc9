//! Responses whose requests were not carried out (TS-0004 6.6).

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use super::ResponsePrimitive;
use crate::types::{ResponseStatusCode, StatusClass};
use crate::value::Value;

impl ResponsePrimitive<'_> {
    /// Returns the response if the request was carried out, or was accepted and is carried out later (status 1xxx and 2xxx).
    ///
    /// ```
    /// use onem2m_primitive::{Content, RequestIdentifier, ResponsePrimitive, ResponseStatusCode};
    ///
    /// let identifier = RequestIdentifier::new("r1").ok_or("not an identifier")?;
    /// let response = ResponsePrimitive::new(ResponseStatusCode::NOT_FOUND, identifier)
    ///     .content(Content::json_text(r#"{"m2m:dbg":"no such resource"}"#)?);
    /// let error = response.error_for_status().unwrap_err();
    /// assert_eq!(error.to_string(), "4004 NOT_FOUND: no such resource");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorResponse`] for any other status (TS-0004 6.6.3), with the response in it.
    pub fn error_for_status(self) -> Result<Self, ErrorResponse> {
        match self.status.class() {
            StatusClass::Acknowledgement | StatusClass::Success => Ok(self),
            StatusClass::OriginatorError
            | StatusClass::ReceiverError
            | StatusClass::NetworkError
            | StatusClass::Unknown => Err(ErrorResponse::new(self)),
        }
    }
}

/// A response that says why a request was not carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorResponse {
    response: Box<ResponsePrimitive<'static>>,
    debugging: Option<String>,
}

impl ErrorResponse {
    fn new(response: ResponsePrimitive<'_>) -> Self {
        let content = response.content.as_ref();
        let content = content.filter(|content| content.root_name() == DEBUGGING);
        let content = content.and_then(|content| content.value().ok());
        let debugging = content.as_ref().and_then(|content| content.get(DEBUGGING));
        Self {
            debugging: debugging.and_then(Value::as_text).map(printable),
            response: Box::new(response.into_owned()),
        }
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> ResponseStatusCode {
        self.response.status
    }

    /// Returns the words of the CSE (`m2m:debugInfo`, short name `m2m:dbg`, TS-0004 7.5.2), if the response has any: at most 1 000 bytes,
    /// control characters replaced.
    #[must_use]
    pub fn debugging_information(&self) -> Option<&str> {
        self.debugging.as_deref()
    }

    /// Returns the response.
    #[must_use]
    pub const fn response(&self) -> &ResponsePrimitive<'static> {
        &self.response
    }

    /// Returns the response, and gives up the rest.
    #[must_use]
    pub fn into_response(self) -> ResponsePrimitive<'static> {
        *self.response
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.status().fmt(f)?;
        match &self.debugging {
            Some(words) => write!(f, ": {words}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for ErrorResponse {}

/// Text of a peer as a line for people: it may be long, and hold what a terminal takes for commands.
fn printable(text: &str) -> String {
    let mut printable = String::new();
    for character in text.chars() {
        let character = if character.is_control() {
            ' '
        } else {
            character
        };
        if printable.len().saturating_add(character.len_utf8()) > MAX_DEBUGGING_LEN {
            break;
        }
        printable.push(character);
    }
    printable
}

/// The root of the content of an error response.
const DEBUGGING: &str = "m2m:dbg";

/// Longest text of a peer that an error keeps, in bytes.
const MAX_DEBUGGING_LEN: usize = 1000;
