//! The base framing of RFC 6455 §5.2.

use crate::certain::less;
use crate::error::ProtocolError;
use crate::mask::MaskingKey;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Opcode {
    Continuation,
    Text,
    Binary,
    Close,
    Ping,
    Pong,
}

impl Opcode {
    pub(crate) const fn is_control(self) -> bool {
        matches!(self, Self::Close | Self::Ping | Self::Pong)
    }

    const fn bits(self) -> u8 {
        match self {
            Self::Continuation => 0x0,
            Self::Text => 0x1,
            Self::Binary => 0x2,
            Self::Close => 0x8,
            Self::Ping => 0x9,
            Self::Pong => 0xA,
        }
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Header {
    pub(crate) is_final: bool,
    /// RSV1 is set, which begins a compressed message (RFC 7692 §6).
    pub(crate) is_compressed: bool,
    pub(crate) opcode: Opcode,
    pub(crate) key: MaskingKey,
    pub(crate) payload_len: u64,
}

/// The facts that decide whether a header is right, besides the header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expectation {
    /// Clients mask, servers do not (§5.1).
    pub(crate) is_masked: bool,
    /// The length that the first frame of a compressed message may have, if compression was agreed: else RSV1 has no meaning (§5.2).
    pub(crate) max_compressed_len: Option<u64>,
    /// True if a message is being continued (§5.4).
    pub(crate) in_message: bool,
    /// Bytes that the message may still grow by.
    pub(crate) max_payload_len: u64,
}

/// Longest header: two bytes, a 64-bit length, a masking key.
pub(crate) const MAX_HEADER_LEN: usize = 14;
/// Room for a header that is written in one go.
pub(crate) const HEADER_SPACE: usize = 16;
/// Longest payload of a control frame (§5.5).
pub(crate) const MAX_CONTROL_LEN: usize = 125;

impl Header {
    /// The header at the front of `bytes` and its length; `None` while it is incomplete.
    ///
    /// Each byte is judged as soon as it is there, in order, so that the verdict does not depend on how they arrive.
    #[inline]
    pub(crate) fn parse(
        bytes: &[u8],
        expected: Expectation,
    ) -> Result<Option<(Self, usize)>, ProtocolError> {
        let Some((&first, rest)) = bytes.split_first() else {
            return Ok(None);
        };
        let (is_final, is_compressed, opcode) = check_first(first, expected)?;
        let Some((&second, rest)) = rest.split_first() else {
            return Ok(None);
        };
        if (second & MASK != 0) != expected.is_masked {
            let is_server = expected.is_masked;
            return Err(if is_server {
                ProtocolError::UnmaskedFrame
            } else {
                ProtocolError::MaskedFrame
            });
        }
        let short = second & !MASK;
        if opcode.is_control() && short > 125 {
            return Err(ProtocolError::ControlTooLong);
        }
        let (payload_len, rest) = match short {
            // §5.2: the minimal number of bytes, and the most significant bit 0.
            127 => {
                let Some((len, rest)) = rest.split_first_chunk() else {
                    return Ok(None);
                };
                let len = u64::from_be_bytes(*len);
                if len <= 0xFFFF || len >> 63 != 0 {
                    return Err(ProtocolError::InvalidLength);
                }
                (len, rest)
            }
            126 => {
                let Some((len, rest)) = rest.split_first_chunk() else {
                    return Ok(None);
                };
                let len = u16::from_be_bytes(*len);
                if len < 126 {
                    return Err(ProtocolError::InvalidLength);
                }
                (u64::from(len), rest)
            }
            short => (u64::from(short), rest),
        };
        let max_payload_len = match expected.max_compressed_len {
            Some(max_len) if is_compressed => max_len,
            Some(_) | None => expected.max_payload_len,
        };
        if payload_len > max_payload_len && !opcode.is_control() {
            return Err(ProtocolError::MessageTooLong);
        }
        let (key, rest) = if expected.is_masked {
            let Some((key, rest)) = rest.split_first_chunk() else {
                return Ok(None);
            };
            (MaskingKey::new(*key), rest)
        } else {
            (MaskingKey::NONE, rest)
        };
        let len = less(bytes.len(), rest.len());
        Ok(Some((
            Self {
                is_final,
                is_compressed,
                opcode,
                key,
                payload_len,
            },
            len,
        )))
    }

    /// As [`encode`](Self::encode), for the first frame of a compressed message if `is_compressed` (RFC 7692 §6).
    #[inline]
    pub(crate) fn encode_compressed(
        is_compressed: bool,
        is_final: bool,
        opcode: Opcode,
        payload_len: usize,
        key: Option<MaskingKey>,
    ) -> ([u8; HEADER_SPACE], usize) {
        let (mut header, len) = Self::encode(is_final, opcode, payload_len, key);
        if is_compressed {
            let [first, ..] = &mut header;
            *first |= RSV1;
        }
        (header, len)
    }

    /// The header as bytes, of which the returned number counts; masked if there is a key.
    #[inline]
    pub(crate) fn encode(
        is_final: bool,
        opcode: Opcode,
        payload_len: usize,
        key: Option<MaskingKey>,
    ) -> ([u8; HEADER_SPACE], usize) {
        // Put together in a register, the first byte lowest.
        let first = u64::from(if is_final {
            FIN | opcode.bits()
        } else {
            opcode.bits()
        });
        let (mask, key, key_len) = match key {
            Some(key) => (MASK, u64::from(key.get()), 4),
            None => (0, 0, 0),
        };
        let second = |short: u8| u64::from(mask | short) << 8;
        let (header, len) = match (u8::try_from(payload_len), u16::try_from(payload_len)) {
            (Ok(short @ 0..=125), _) => (u128::from(first | second(short) | key << 16), 2),
            (_, Ok(long)) => {
                let long = u64::from(long.swap_bytes()) << 16;
                (u128::from(first | second(126) | long | key << 32), 4)
            }
            (_, Err(_)) => {
                let long = u64::try_from(payload_len).unwrap_or(u64::MAX).swap_bytes();
                let first_two = u128::from(first | second(127));
                (
                    first_two | u128::from(long) << 16 | u128::from(key) << 80,
                    10,
                )
            }
        };
        (header.to_le_bytes(), len + key_len)
    }
}

#[inline]
fn check_first(first: u8, expected: Expectation) -> Result<(bool, bool, Opcode), ProtocolError> {
    let is_final = first & FIN != 0;
    let opcode = match first & 0x0F {
        0x0 => Opcode::Continuation,
        0x1 => Opcode::Text,
        0x2 => Opcode::Binary,
        0x8 => Opcode::Close,
        0x9 => Opcode::Ping,
        0xA => Opcode::Pong,
        _ => return Err(ProtocolError::ReservedOpcode),
    };
    let is_compressed = first & RSV1 != 0;
    if first & RSV != 0 {
        // RFC 7692 §6: only the first frame of a message has RSV1.
        let begins = matches!(opcode, Opcode::Text | Opcode::Binary);
        if first & RSV != RSV1 || !begins || expected.max_compressed_len.is_none() {
            return Err(ProtocolError::ReservedBit);
        }
    }
    if opcode.is_control() {
        if !is_final {
            return Err(ProtocolError::FragmentedControl);
        }
    } else if (opcode == Opcode::Continuation) != expected.in_message {
        let is_expected = expected.in_message;
        return Err(if is_expected {
            ProtocolError::ExpectedContinuation
        } else {
            ProtocolError::UnexpectedContinuation
        });
    }
    Ok((is_final, is_compressed, opcode))
}

const FIN: u8 = 0x80;
const RSV: u8 = 0x70;
const RSV1: u8 = 0x40;
const MASK: u8 = 0x80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fr_06_fr_19_lengths_take_their_shortest_form_and_come_back() {
        for key in [None, Some(MaskingKey::new([1, 2, 3, 4]))] {
            for (len, header_len) in [
                (0, 2),
                (1, 2),
                (125, 2),
                (126, 4),
                (127, 4),
                (65535, 4),
                (65536, 10),
                (1 << 40, 10),
            ] {
                let (bytes, encoded_len) = Header::encode(true, Opcode::Binary, len, key);
                assert_eq!(encoded_len, header_len + key.map_or(0, |_| 4), "{len}");
                let expected = Expectation {
                    is_masked: key.is_some(),
                    max_compressed_len: None,
                    in_message: false,
                    max_payload_len: u64::MAX,
                };
                let header = Header {
                    is_final: true,
                    is_compressed: false,
                    opcode: Opcode::Binary,
                    key: key.unwrap_or(MaskingKey::NONE),
                    payload_len: u64::try_from(len).unwrap(),
                };
                assert_eq!(
                    Header::parse(&bytes[..encoded_len], expected),
                    Ok(Some((header, encoded_len)))
                );
                for cut in 0..encoded_len {
                    assert_eq!(
                        Header::parse(&bytes[..cut], expected),
                        Ok(None),
                        "fr_07: cut at {cut}"
                    );
                }
            }
        }
    }
}
