//! The heads of data items (RFC 8949 §3).

use crate::error::DecodeRule;
use crate::token::Scan;

/// The head that a data item begins with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Head {
    pub(super) major: u8,
    pub(super) info: u8,
    /// The value, length or count; nothing for an indefinite length.
    pub(super) argument: u64,
}

pub(super) const UNSIGNED: u8 = 0;
pub(super) const NEGATIVE: u8 = 1;
pub(super) const BYTES: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const ARRAY: u8 = 4;
pub(super) const MAP: u8 = 5;
pub(super) const TAG: u8 = 6;
pub(super) const SIMPLE: u8 = 7;
/// The additional information of an indefinite length, and of the break that ends it.
pub(super) const INDEFINITE: u8 = 31;
pub(super) const BREAK: u8 = SIMPLE << 5 | INDEFINITE;
pub(super) const FALSE: u8 = 20;
pub(super) const TRUE: u8 = 21;
pub(super) const NULL: u8 = 22;
pub(super) const HALF: u8 = 25;
pub(super) const SINGLE: u8 = 26;
pub(super) const DOUBLE: u8 = 27;

impl Head {
    /// The head at the beginning of `bytes`, and how long it is.
    #[inline]
    pub(super) fn read(bytes: &[u8]) -> Scan<(Self, usize)> {
        let (first, rest) = bytes.split_first().ok_or(DecodeRule::Truncated)?;
        let (major, info) = (first >> 5, first & 0x1F);
        let (argument, len) = if info < 24 {
            (info.into(), 1)
        } else {
            (long_argument(*first, rest)?, long_len(info))
        };
        let head = Self {
            major,
            info,
            argument,
        };
        Ok((head, len))
    }

    pub(super) const fn is_indefinite(self) -> bool {
        self.info == INDEFINITE
    }

    /// The shortest form (RFC 8949 §4.1), and how long it is.
    #[inline]
    pub(super) fn shortest(major: u8, argument: u64) -> ([u8; 9], usize) {
        let [.., b4, b5, b6, b7] = argument.to_be_bytes();
        let major = major << 5;
        let mut bytes = [0; 9];
        let len = if argument < 24 {
            bytes[0] = major | b7;
            return (bytes, 1);
        } else if argument <= 0xFF {
            [bytes[0], bytes[1]] = [major | 24, b7];
            2
        } else if argument <= 0xFFFF {
            [bytes[0], bytes[1], bytes[2]] = [major | 25, b6, b7];
            3
        } else if argument <= 0xFFFF_FFFF {
            [bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]] = [major | 26, b4, b5, b6, b7];
            5
        } else {
            let [first, rest @ ..] = &mut bytes;
            (*first, *rest) = (major | 27, argument.to_be_bytes());
            9
        };
        (bytes, len)
    }
}

/// The argument of a head that begins with `first`, which is behind it.
fn long_argument(first: u8, rest: &[u8]) -> Scan<u64> {
    match first & 0x1F {
        24 => argument::<1>(rest),
        25 => argument::<2>(rest),
        26 => argument::<4>(rest),
        27 => argument::<8>(rest),
        INDEFINITE if matches!(first >> 5, BYTES | TEXT | ARRAY | MAP | SIMPLE) => Ok(0),
        _ => Err(DecodeRule::Syntax),
    }
}

const fn long_len(info: u8) -> usize {
    if info == INDEFINITE {
        1
    } else {
        1 + (1 << (info - 24))
    }
}

fn argument<const LEN: usize>(bytes: &[u8]) -> Scan<u64> {
    let bytes = bytes.first_chunk::<LEN>().ok_or(DecodeRule::Truncated)?;
    Ok(bytes
        .iter()
        .fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

/// The number in half precision (RFC 8949 appendix D): ten bits of fraction, five of exponent.
pub(super) fn half(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3FF);
    let exponent = (bits >> 10) & 0x1F;
    let magnitude = match exponent {
        0 => fraction / 16_777_216.0,
        31 if bits & 0x3FF == 0 => f64::INFINITY,
        31 => f64::NAN,
        _ => {
            // Twice as much for each step of the exponent, which is 1 at 2⁻¹⁴.
            let steps = u64::from(exponent) + 1023 - 15;
            (1.0 + fraction / 1024.0) * f64::from_bits(steps << 52)
        }
    };
    if bits & 0x8000 == 0 {
        magnitude
    } else {
        -magnitude
    }
}
