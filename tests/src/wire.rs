//! Frames as plain data, written and read in the most obvious way.

/// A frame of RFC 6455 §5.2, right or wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Frame {
    /// FIN.
    pub is_final: bool,
    /// RSV1 to RSV3 as the upper bits of the first byte.
    pub rsv: u8,
    /// The opcode.
    pub opcode: u8,
    /// The masking key, if it is masked.
    pub key: Option<[u8; 4]>,
    /// The payload before masking.
    pub payload: Vec<u8>,
    /// The bytes of the length: 0 for the shortest form, else 2 or 8.
    pub len_form: usize,
}

/// Opcodes.
pub const CONTINUATION: u8 = 0x0;
/// See [`CONTINUATION`].
pub const TEXT: u8 = 0x1;
/// See [`CONTINUATION`].
pub const BINARY: u8 = 0x2;
/// See [`CONTINUATION`].
pub const CLOSE: u8 = 0x8;
/// See [`CONTINUATION`].
pub const PING: u8 = 0x9;
/// See [`CONTINUATION`].
pub const PONG: u8 = 0xA;

/// The key that [`Frame::masked`] uses.
pub const KEY: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

impl Frame {
    /// An unmasked frame with FIN.
    #[must_use]
    pub fn new(opcode: u8, payload: impl AsRef<[u8]>) -> Self {
        Self {
            is_final: true,
            rsv: 0,
            opcode,
            key: None,
            payload: payload.as_ref().to_vec(),
            len_form: 0,
        }
    }

    /// A Close frame with a status code and a reason.
    #[must_use]
    pub fn close(code: u16, reason: impl AsRef<[u8]>) -> Self {
        Self::new(CLOSE, [&code.to_be_bytes()[..], reason.as_ref()].concat())
    }

    /// The same without FIN.
    #[must_use]
    pub fn unfinished(self) -> Self {
        Self {
            is_final: false,
            ..self
        }
    }

    /// The same with RSV1, which begins a compressed message.
    #[must_use]
    pub fn compressed(self) -> Self {
        Self { rsv: 0x40, ..self }
    }

    /// The same, masked with [`KEY`].
    #[must_use]
    pub fn masked(self) -> Self {
        Self {
            key: Some(KEY),
            ..self
        }
    }

    /// The bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![u8::from(self.is_final) << 7 | self.rsv | self.opcode];
        let mask = u8::from(self.key.is_some()) << 7;
        let len = self.payload.len();
        match (self.len_form, len) {
            (0, 0..=125) => bytes.push(mask | u8::try_from(len).expect("a short length")),
            (2, _) | (0, 126..=0xFFFF) => {
                bytes.push(mask | 126);
                bytes.extend(u16::try_from(len).expect("a 16-bit length").to_be_bytes());
            }
            (_, _) => {
                bytes.push(mask | 127);
                bytes.extend(u64::try_from(len).expect("a 64-bit length").to_be_bytes());
            }
        }
        bytes.extend(self.key.iter().flatten());
        bytes.extend(masked(self.key, &self.payload));
        bytes
    }

    /// The frame at the front of `bytes` and its length; `None` if it is incomplete.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<(Self, usize)> {
        let (first, second) = (*bytes.first()?, *bytes.get(1)?);
        let (len_form, short) = match second & 0x7F {
            126 => (2, 0),
            127 => (8, 0),
            short => (0, u64::from(short)),
        };
        let long = bytes.get(2..2 + len_form)?;
        let len = long
            .iter()
            .fold(short, |len, byte| len << 8 | u64::from(*byte));
        let mut at = 2 + len_form;
        let key = if second & 0x80 != 0 {
            at += 4;
            Some(bytes.get(at - 4..at)?.try_into().expect("four bytes"))
        } else {
            None
        };
        let end = at.checked_add(usize::try_from(len).ok()?)?;
        let payload = masked(key, bytes.get(at..end)?);
        let (is_final, rsv, opcode) = (first & 0x80 != 0, first & 0x70, first & 0x0F);
        Some((
            Self {
                is_final,
                rsv,
                opcode,
                key,
                payload,
                len_form,
            },
            end,
        ))
    }

    /// All frames of `bytes`, which must end with one.
    #[must_use]
    pub fn decode_all(mut bytes: &[u8]) -> Vec<Self> {
        let mut frames = Vec::new();
        while !bytes.is_empty() {
            let (frame, len) =
                Self::decode(bytes).unwrap_or_else(|| panic!("an incomplete frame: {bytes:02x?}"));
            frames.push(frame);
            bytes = &bytes[len..];
        }
        frames
    }
}

/// The bytes of `frames`, one after the other.
#[must_use]
pub fn stream(frames: impl IntoIterator<Item = Frame>) -> Vec<u8> {
    frames
        .into_iter()
        .flat_map(|frame| frame.encode())
        .collect()
}

/// Bytes from bits in the order in which RFC 1951 §3.1.1 packs them; whatever is no digit only separates.
#[must_use]
pub fn packed(bits: &str) -> Vec<u8> {
    let digits: Vec<bool> = bits
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| digit == b'1')
        .collect();
    let byte = |digits: &[bool]| {
        let values = digits.iter().enumerate();
        values.fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at)
    };
    digits.chunks(8).map(byte).collect()
}

fn masked(key: Option<[u8; 4]>, payload: &[u8]) -> Vec<u8> {
    let key = key.unwrap_or_default();
    payload
        .iter()
        .zip(key.iter().cycle())
        .map(|(byte, key)| byte ^ key)
        .collect()
}
