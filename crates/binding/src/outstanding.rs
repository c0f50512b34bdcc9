use alloc::collections::{BTreeMap, BTreeSet};
use core::fmt;

use onem2m_primitive::RequestIdentifier;
use onem2m_ws_core::Timestamp;

/// The requests of one direction that wait for their response. The other direction has its own: both sides may choose the
/// same identifiers. Each request ends exactly once: completed, expired, or cancelled.
#[derive(Debug)]
pub struct Outstanding {
    deadlines: BTreeMap<RequestIdentifier<'static>, Timestamp>,
    by_deadline: BTreeSet<(Timestamp, RequestIdentifier<'static>)>,
    max: usize,
}

impl Outstanding {
    /// Room for `max` requests.
    #[must_use]
    pub const fn new(max: usize) -> Self {
        Self {
            deadlines: BTreeMap::new(),
            by_deadline: BTreeSet::new(),
            max,
        }
    }

    /// Adds a request before it is sent, so that no response can be quicker.
    ///
    /// # Errors
    ///
    /// A request with this identifier waits already, or there is no room; nothing has changed.
    pub fn insert(
        &mut self,
        identifier: &RequestIdentifier<'_>,
        deadline: Timestamp,
    ) -> Result<(), OutstandingError> {
        if self.deadlines.contains_key(identifier.as_str()) {
            return Err(OutstandingError::Duplicate);
        }
        if self.deadlines.len() >= self.max {
            return Err(OutstandingError::Full);
        }
        let identifier = identifier.clone().into_owned();
        self.by_deadline.insert((deadline, identifier.clone()));
        self.deadlines.insert(identifier, deadline);
        Ok(())
    }

    /// Ends the request that a response belongs to, or that is cancelled; whether it was waiting.
    pub fn complete(&mut self, identifier: &RequestIdentifier<'_>) -> bool {
        let Some((identifier, deadline)) = self.deadlines.remove_entry(identifier.as_str()) else {
            return false;
        };
        self.by_deadline.remove(&(deadline, identifier))
    }

    /// Ends one request whose deadline has passed; call it until there is none.
    pub fn expire(&mut self, now: Timestamp) -> Option<RequestIdentifier<'static>> {
        if self.poll_timeout()? > now {
            return None;
        }
        let (_, identifier) = self.by_deadline.pop_first()?;
        self.deadlines.remove(identifier.as_str());
        Some(identifier)
    }

    /// The earliest deadline.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        self.by_deadline.first().map(|(deadline, _)| *deadline)
    }

    /// How many wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.deadlines.len()
    }

    /// Whether none waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.deadlines.is_empty()
    }
}

/// Why a request cannot be outstanding.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OutstandingError {
    /// One with the same identifier is (TS-0001 7.1.7).
    Duplicate,
    /// There are as many as there may be.
    Full,
}

impl fmt::Display for OutstandingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Duplicate => "a request with this identifier is outstanding",
            Self::Full => "too many requests are outstanding",
        })
    }
}

impl core::error::Error for OutstandingError {}

/// Request identifiers that nobody can guess and that do not repeat: a random beginning and a number.
#[derive(Clone, Debug)]
pub struct RequestIdentifiers {
    prefix: u64,
    next: u64,
}

impl RequestIdentifiers {
    /// Identifiers that begin with `prefix`: eight fresh bytes from the operating system.
    #[must_use]
    pub const fn new(prefix: [u8; 8]) -> Self {
        Self {
            prefix: u64::from_be_bytes(prefix),
            next: 0,
        }
    }

    /// The next one.
    pub fn next_identifier(&mut self) -> RequestIdentifier<'static> {
        let identifier = RequestIdentifier::numbered(self.prefix, self.next);
        self.next = self.next.wrapping_add(1);
        identifier
    }
}
