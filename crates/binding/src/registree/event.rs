use alloc::sync::Arc;
use core::fmt;

use onem2m_primitive::{ResponsePrimitive, ResponseStatusCode};
use onem2m_ws_core::{Closed, Timestamp};

use crate::session::{Outcome, RequestError, RequestId, SessionEvent};

/// An event of a [`Registree`](crate::Registree).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RegistreeEvent<'i> {
    /// An event of the session. Each request of the application ends here, whatever other event it leads to.
    Session(SessionEvent<'i>),
    /// The registrar knows the registree: this response said so.
    Registered(ResponsePrimitive<'i>),
    /// The registrar has a resource of the name that the registration asks for (4105), and is asked for its originator.
    RegistrationConflict(ResponsePrimitive<'i>),
    /// An attempt to register has failed.
    RegistrationFailed {
        /// The failure.
        failure: Arc<RegistrationFailure>,
        /// True if the registration was refused: then requests that waited for it end, as
        /// [`RegistreeConfig::on_refusal`](crate::RegistreeConfig::on_refusal) says. Else requests wait on, for the
        /// registration is tried again.
        is_refused: bool,
        /// The time of the next attempt, if there is a connection then; `None` if there is none until
        /// [`Registree::register`](crate::Registree::register) is called.
        retry_at: Option<Timestamp>,
    },
    /// After a reopening (TS-0020 5.2) the registrar was asked whether it has the resource that registers, and this response did
    /// not say that it has not ([`RegistreeConfig::verification_statuses`](crate::RegistreeConfig::verification_statuses)).
    RegistrationVerified(ResponsePrimitive<'i>),
    /// The question after a reopening has not been answered, or the registrar cannot answer now (5xxx). The registree asks again
    /// (TS-0020 5.2).
    VerificationFailed {
        /// The failure.
        failure: RegistrationFailure,
        /// The time of the next question, if the connection is still there then.
        retry_at: Timestamp,
    },
    /// The registrar does not know the registree any more, which registers again by itself.
    RegistrationLost {
        /// The request that was answered so: one of the application, which has ended with that response, or the question after a
        /// reopening.
        id: RequestId,
        /// The status of that response.
        status: ResponseStatusCode,
    },
    /// A request of the application has deleted the resource that registered the registree, or has found it gone (4004, 4106).
    Deregistered {
        /// The request, which has ended with its response.
        id: RequestId,
    },
}

impl RegistreeEvent<'_> {
    /// Returns the same event, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> RegistreeEvent<'static> {
        match self {
            Self::Session(event) => RegistreeEvent::Session(event.into_owned()),
            Self::Registered(response) => RegistreeEvent::Registered(response.into_owned()),
            Self::RegistrationConflict(response) => {
                RegistreeEvent::RegistrationConflict(response.into_owned())
            }
            Self::RegistrationVerified(response) => {
                RegistreeEvent::RegistrationVerified(response.into_owned())
            }
            Self::VerificationFailed { failure, retry_at } => {
                RegistreeEvent::VerificationFailed { failure, retry_at }
            }
            Self::RegistrationFailed {
                failure,
                is_refused,
                retry_at,
            } => RegistreeEvent::RegistrationFailed {
                failure,
                is_refused,
                retry_at,
            },
            Self::RegistrationLost { id, status } => {
                RegistreeEvent::RegistrationLost { id, status }
            }
            Self::Deregistered { id } => RegistreeEvent::Deregistered { id },
        }
    }
}

impl fmt::Display for RegistreeEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session(event) => event.fmt(f),
            Self::Registered(response) => write!(f, "registered: {}", response.status),
            Self::RegistrationConflict(response) => write!(
                f,
                "the registrar has a resource of that name ({}), and is asked whose it is",
                response.status
            ),
            Self::RegistrationVerified(response) => {
                write!(f, "still registered: {}", response.status)
            }
            Self::VerificationFailed { failure, .. } => {
                write!(
                    f,
                    "it is not known whether it is registered still: {failure}"
                )
            }
            Self::RegistrationFailed {
                failure,
                is_refused,
                retry_at,
            } => {
                let what = if *is_refused {
                    "refused"
                } else {
                    "not answered"
                };
                let again = match retry_at {
                    Some(_) => "it is tried again",
                    None => "it is not tried again",
                };
                write!(f, "the registration was {what}: {failure}; {again}")
            }
            Self::RegistrationLost { status, .. } => {
                write!(
                    f,
                    "the registrar does not know the registree any more: {status}"
                )
            }
            Self::Deregistered { .. } => f.write_str("deregistered"),
        }
    }
}

/// The reason why an attempt to register has failed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RegistrationFailure {
    /// The registrar has answered with this response.
    Response(ResponsePrimitive<'static>),
    /// The request has ended without a response, in this way.
    Ended(Outcome<'static>),
    /// The session has not taken the request.
    NotTaken(RequestError),
}

impl fmt::Display for RegistrationFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(response) => write!(f, "the registrar answered {}", response.status),
            Self::Ended(outcome) => outcome.fmt(f),
            Self::NotTaken(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for RegistrationFailure {}

/// The reason why a [`Registree`](crate::Registree) has no connection.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ConnectionFailure {
    /// The latest attempt has failed; the caller that made the attempt knows why.
    Attempt,
    /// The latest connection has ended in this way, and not because the registree closed it.
    Closed(Closed<'static>),
}

impl fmt::Display for ConnectionFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attempt => f.write_str("no connection could be opened"),
            Self::Closed(closed) => closed.fmt(f),
        }
    }
}

impl core::error::Error for ConnectionFailure {}
