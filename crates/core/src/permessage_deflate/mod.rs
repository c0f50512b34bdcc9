//! Compression of messages: permessage-deflate (RFC 7692).

#[cfg(feature = "deflate")]
mod context;
#[cfg(feature = "deflate")]
mod negotiation;
#[cfg(feature = "deflate")]
mod policy;

#[cfg(feature = "deflate")]
pub(crate) use context::Deflate;
#[cfg(feature = "deflate")]
pub(crate) use negotiation::{NAME, agree, answer, offer};
#[cfg(feature = "deflate")]
pub use policy::{AgreedDeflate, ByteCounter, DeflateCounters, PermessageDeflate};

#[cfg(not(feature = "deflate"))]
mod absent;
#[cfg(not(feature = "deflate"))]
pub(crate) use absent::{AgreedDeflate, Deflate, NAME, agree, answer, offer};

/// The progress of decompression.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Inflated {
    /// Through all of the input.
    Taken,
    /// To the limit, and more would come.
    Full,
    /// To the end of the message.
    Ended,
}
