use core::fmt;

/// The base-2 logarithm of the size of a sliding window, in bytes: 8 to 15, for 256 bytes to 32 KiB
/// (`server_max_window_bits` and `client_max_window_bits`, RFC 7692 §7.1.2).
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct WindowBits(u8);

impl WindowBits {
    /// 256 bytes.
    pub const MIN: Self = Self(8);
    /// 32 KiB, the largest window of DEFLATE (RFC 1951 §2).
    pub const MAX: Self = Self(15);
    /// 4 KiB: holds a message of a few hundred bytes and its predecessors, beyond which larger windows gain little.
    pub const DEFAULT: Self = Self(12);

    /// Returns the window of `bits`, or `None` when that is not 8 to 15.
    #[must_use]
    pub const fn new(bits: u8) -> Option<Self> {
        if bits >= Self::MIN.0 && bits <= Self::MAX.0 {
            Some(Self(bits))
        } else {
            None
        }
    }

    /// Returns the number of bits, 8 to 15.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Returns the size of the window in bytes.
    #[must_use]
    pub const fn size(self) -> usize {
        1 << self.0
    }
}

impl Default for WindowBits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Debug for WindowBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WindowBits({})", self.0)
    }
}

impl fmt::Display for WindowBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The parameters that both ends of one direction have agreed upon (RFC 7692 §7.1).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Parameters {
    /// The window: no distance in the compressed data is greater.
    pub window_bits: WindowBits,
    /// True if a message may refer to the messages before it (context takeover, RFC 7692 §7.1.1). Without takeover
    /// each message stands by itself, and nothing is kept between messages.
    pub context_takeover: bool,
}

impl Parameters {
    /// The defaults, usable in constants: a window of 12 bits, with takeover.
    pub const DEFAULT: Self = Self {
        window_bits: WindowBits::DEFAULT,
        context_takeover: true,
    };
}

impl Default for Parameters {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The place of some bytes in their message.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Part {
    /// More of the message follows. A compressor ends such a part with a sync flush, `00 00 ff ff` included, so that
    /// the other side can decompress all of the part as soon as the part has arrived.
    More,
    /// The message ends here. On the wire the four octets `00 00 ff ff` are left out (RFC 7692 §7.2.1).
    Last,
}
