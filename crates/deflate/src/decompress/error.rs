use core::fmt;

/// A message that cannot be decompressed: the fault of the peer that compressed it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct DecompressError {
    /// The rule that was broken.
    pub fault: Fault,
    /// The bytes of the compressed message before the place of the fault, whole bytes only.
    pub offset: u64,
}

/// A rule of RFC 1951, or a limit, that a compressed message breaks.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// A block of the reserved type 3 (RFC 1951 §3.2.3).
    BlockType,
    /// A stored block whose length and its complement disagree (RFC 1951 §3.2.4).
    StoredLength,
    /// The header of a dynamic block describes no code: more symbols than there are, lengths that are over-subscribed or
    /// incomplete, a repetition of nothing or beyond the end, or no end-of-block code (RFC 1951 §3.2.7).
    CodeLengths,
    /// Bits that are no symbol of the code in use, or a symbol that must not occur: 286, 287 or a distance code above 29
    /// (RFC 1951 §3.2.5, §3.2.6).
    Symbol,
    /// A distance beyond the agreed window, or beyond the begin of what was said (RFC 7692 §7.2.1).
    Distance,
    /// More blocks than [`BlockLimit`](crate::BlockLimit) allows for what they contain.
    TooManyBlocks,
    /// The message ends within a block: it was cut, or its last four octets were not left out (RFC 7692 §7.2.1).
    Truncated,
}

impl fmt::Display for DecompressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {} of the message", self.fault, self.offset)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BlockType => "compressed block of the reserved type (RFC 1951 §3.2.3)",
            Self::StoredLength => "stored block of contradictory length (RFC 1951 §3.2.4)",
            Self::CodeLengths => "dynamic block whose header describes no code (RFC 1951 §3.2.7)",
            Self::Symbol => "bits that are no symbol (RFC 1951 §3.2.5)",
            Self::Distance => "distance beyond the window (RFC 7692 §7.2.1)",
            Self::TooManyBlocks => "too many blocks for what they contain",
            Self::Truncated => "compressed message that ends within a block (RFC 7692 §7.2.1)",
        })
    }
}

impl core::error::Error for DecompressError {}
