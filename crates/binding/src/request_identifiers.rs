use onem2m_primitive::RequestIdentifier;

/// Request identifiers that nobody can guess and that do not repeat: a random beginning and a number.
#[derive(Clone, Debug)]
pub struct RequestIdentifiers {
    prefix: u64,
    next: u64,
}

impl RequestIdentifiers {
    /// Returns a source of identifiers that begin with `prefix`: eight fresh bytes from the operating system.
    #[must_use]
    pub const fn new(prefix: [u8; 8]) -> Self {
        Self {
            prefix: u64::from_be_bytes(prefix),
            next: 0,
        }
    }

    /// Returns the next identifier.
    pub fn next_identifier(&mut self) -> RequestIdentifier<'static> {
        let identifier = RequestIdentifier::numbered(self.prefix, self.next);
        self.next = self.next.wrapping_add(1);
        identifier
    }
}
