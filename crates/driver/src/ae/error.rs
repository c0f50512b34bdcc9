use core::fmt;
use std::io;
use std::sync::Arc;

use onem2m_primitive::{ContentError, ErrorResponse, ResponseStatusCode};
use onem2m_ws::PointOfAccessError;

use crate::node::{Failure, RequestFailure};

/// The reason why a verb of an [`Ae`](super::Ae) has failed. `Debug` prints the same line as `Display`, so that a `main` that returns an
/// `AeError` ends with one clear line.
#[derive(Clone)]
#[non_exhaustive]
pub enum AeError {
    /// The AE could not be made: its configuration cannot work, or the operating system has no entropy.
    Start(Arc<io::Error>),
    /// The registrar could not be reached, or the connection was lost, before the AE was registered.
    Unreachable(Failure),
    /// The request has no response.
    Unanswered(RequestFailure),
    /// The response says that the request was not carried out (TS-0004 6.6.3).
    Refused(ErrorResponse),
    /// The content of the request cannot be written, or that of the response cannot be read.
    Content(ContentError),
    /// The operation of a non-blocking request has no result in time; its `<request>` is at this address, and the operation may still
    /// be carried out.
    Unfinished(String),
    /// The address is relative, and the AE does not know its own yet.
    NoAddress,
    /// The response lacks the member with this short name, which the verb needs.
    Missing(&'static str),
    /// The AE has as many subscriptions as it may have.
    TooManySubscriptions,
}

impl AeError {
    /// Returns the status of the response that refused the request, if there is one.
    #[must_use]
    pub fn status(&self) -> Option<ResponseStatusCode> {
        match self {
            Self::Refused(response) => Some(response.status()),
            Self::Start(_)
            | Self::Unreachable(_)
            | Self::Unanswered(_)
            | Self::Content(_)
            | Self::Unfinished(_)
            | Self::NoAddress
            | Self::Missing(_)
            | Self::TooManySubscriptions => None,
        }
    }
}

impl fmt::Display for AeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(error) => error.fmt(f),
            Self::Unreachable(failure) => failure.fmt(f),
            Self::Unanswered(failure) => failure.fmt(f),
            Self::Refused(response) => response.fmt(f),
            Self::Content(error) => error.fmt(f),
            Self::Unfinished(address) => write!(
                f,
                "the request at {} has no result in time, and may still be carried out",
                address.escape_debug()
            ),
            Self::NoAddress => f.write_str("the AE has no address yet: it is not registered"),
            Self::Missing(name) => write!(f, "the response has no `{name}`"),
            Self::TooManySubscriptions => f.write_str("the AE has too many subscriptions"),
        }
    }
}

impl fmt::Debug for AeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for AeError {}

impl From<RequestFailure> for AeError {
    fn from(failure: RequestFailure) -> Self {
        Self::Unanswered(failure)
    }
}

impl From<ErrorResponse> for AeError {
    fn from(response: ErrorResponse) -> Self {
        Self::Refused(response)
    }
}

impl From<ContentError> for AeError {
    fn from(error: ContentError) -> Self {
        Self::Content(error)
    }
}

impl From<PointOfAccessError> for AeError {
    fn from(error: PointOfAccessError) -> Self {
        io::Error::new(io::ErrorKind::InvalidInput, error).into()
    }
}

impl From<io::Error> for AeError {
    fn from(error: io::Error) -> Self {
        Self::Start(Arc::new(error))
    }
}
