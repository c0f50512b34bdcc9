use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use core::fmt;
use core::time::Duration;

use crate::backoff::Backoff;
use crate::session::SessionConfig;

/// A configuration that cannot work: the node is not made.
///
/// ```
/// use onem2m_ws::{Registree, RegistreeConfig};
///
/// let error = Registree::new(RegistreeConfig::new([]), [7; 32]).unwrap_err();
/// assert_eq!(error.field, "points_of_access");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ConfigError {
    /// The name of the field, with those of the structs around it: `session.max_requests`.
    pub field: &'static str,
    /// The rule that its value breaks.
    pub reason: Cow<'static, str>,
}

impl ConfigError {
    /// Returns the error for a field whose value breaks a rule.
    #[must_use]
    pub const fn new(field: &'static str, reason: &'static str) -> Self {
        let reason = Cow::Borrowed(reason);
        Self { field, reason }
    }

    /// The field has a value that another part of the software refuses.
    pub(crate) fn caused(field: &'static str, cause: &impl fmt::Display) -> Self {
        let reason: String = cause.to_string();
        Self {
            field,
            reason: Cow::Owned(reason),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.reason)
    }
}

impl core::error::Error for ConfigError {}

/// Refuses a duration of zero.
pub(crate) fn check_duration(field: &'static str, value: Duration) -> Result<(), ConfigError> {
    if value.is_zero() {
        return Err(ConfigError::new(field, "the duration is zero"));
    }
    Ok(())
}

/// Refuses waits of no time: what fails would be tried again and again without a pause.
pub(crate) fn check_backoff(field: &'static str, backoff: &Backoff) -> Result<(), ConfigError> {
    if backoff.initial.is_zero() || backoff.factor == 0 || backoff.maximum < backoff.initial {
        let reason = "the waits begin at zero, shrink, or are longer than the longest";
        return Err(ConfigError::new(field, reason));
    }
    Ok(())
}

/// Refuses sessions in which no request can ever be made or answered.
pub(crate) fn check_session(config: &SessionConfig) -> Result<(), ConfigError> {
    let counts = [
        ("session.max_requests", config.max_requests),
        ("session.max_waiting_len", config.max_waiting_len),
        ("session.max_message_len", config.max_message_len),
    ];
    if let Some((field, _)) = counts.into_iter().find(|(_, value)| *value == 0) {
        return Err(ConfigError::new(field, "no request would ever be taken"));
    }
    if config.max_taken == 0 {
        let reason = "what was stored would never be sent";
        return Err(ConfigError::new("session.max_taken", reason));
    }
    if config.max_unended == 0 {
        let reason = "nothing would ever be stored";
        return Err(ConfigError::new("session.max_unended", reason));
    }
    if config
        .pacing
        .is_some_and(|pacing| pacing.max_in_flight == 0)
    {
        let reason = "`max_in_flight` is zero: no request would ever be sent";
        return Err(ConfigError::new("session.pacing", reason));
    }
    check_backoff("session.store_backoff", &config.store_backoff)?;
    check_duration("session.delivery_timeout", config.delivery_timeout)?;
    check_duration("session.response_timeout", config.response_timeout)?;
    check_duration("session.answer_timeout", config.answer_timeout)
}
