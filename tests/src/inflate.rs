//! A decompressor for raw DEFLATE, written from RFC 1951 in the most obvious way: bit by bit, code by code.

/// What a direction of a connection keeps between messages: everything that was ever said.
#[derive(Clone, Debug, Default)]
pub struct Inflater {
    history: Vec<u8>,
}

impl Inflater {
    /// The content of a compressed message (RFC 7692 §7.2.2); `None` if it is invalid, reaches further back than `max_distance`,
    /// or ends within a block.
    pub fn message(
        &mut self,
        payload: &[u8],
        max_distance: usize,
        context_takeover: bool,
    ) -> Option<Vec<u8>> {
        let bytes = [payload, &[0, 0, 0xff, 0xff]].concat();
        if !context_takeover {
            self.history.clear();
        }
        let begun = self.history.len();
        let mut bits = Bits {
            bytes: &bytes,
            at: 0,
        };
        while bits.at < bits.bytes.len() * 8 {
            let is_final = bits.take(1)? == 1;
            match bits.take(2)? {
                0 => stored(&mut bits, &mut self.history)?,
                1 => {
                    let lens = [[8; 144].as_slice(), &[9; 112], &[7; 24], &[8; 8]].concat();
                    codes(&mut bits, &lens, &[5; 30], &mut self.history, max_distance)?;
                }
                2 => {
                    let (literals, distances) = dynamic(&mut bits)?;
                    codes(
                        &mut bits,
                        &literals,
                        &distances,
                        &mut self.history,
                        max_distance,
                    )?;
                }
                _ => return None,
            }
            if is_final {
                bits.align();
                // A stream that ends with the message; its sender left no octets out.
                if bits.at == payload.len() * 8 {
                    break;
                }
            }
        }
        Some(self.history.split_off(begun)).inspect(|message| self.history.extend(message))
    }
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> Option<usize> {
        let mut value = 0;
        for index in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << index;
            self.at += 1;
        }
        Some(value)
    }

    fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }
}

fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>) -> Option<()> {
    bits.align();
    let (len, complement) = (bits.take(16)?, bits.take(16)?);
    if len != !complement & 0xFFFF {
        return None;
    }
    for _ in 0..len {
        out.push(u8::try_from(bits.take(8)?).ok()?);
    }
    Some(())
}

/// The symbol whose code comes next (§3.2.2).
fn symbol(bits: &mut Bits<'_>, lens: &[usize]) -> Option<usize> {
    let (mut code, mut first, mut len) = (0, 0, 0);
    loop {
        len += 1;
        if len > 15 {
            return None;
        }
        code = code << 1 | bits.take(1)?;
        let with_len: Vec<usize> = (0..lens.len()).filter(|&one| lens[one] == len).collect();
        if let Some(found) = code
            .checked_sub(first)
            .and_then(|index| with_len.get(index))
        {
            return Some(*found);
        }
        first = (first + with_len.len()) << 1;
    }
}

fn codes(
    bits: &mut Bits<'_>,
    literals: &[usize],
    distances: &[usize],
    out: &mut Vec<u8>,
    max_distance: usize,
) -> Option<()> {
    loop {
        let found = symbol(bits, literals)?;
        match found {
            0..=255 => out.push(u8::try_from(found).ok()?),
            256 => return Some(()),
            _ => {
                let (base, extra) = LENGTHS.get(found - 257)?;
                let len = base + bits.take(*extra)?;
                let (base, extra) = DISTANCES.get(symbol(bits, distances)?)?;
                let distance = base + bits.take(*extra)?;
                if distance > max_distance {
                    return None;
                }
                let from = out.len().checked_sub(distance)?;
                for index in from..from + len {
                    out.push(out[index]);
                }
            }
        }
    }
}

/// The codes of a dynamic block (§3.2.7).
fn dynamic(bits: &mut Bits<'_>) -> Option<(Vec<usize>, Vec<usize>)> {
    const ORDER: [usize; 19] = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ];
    let (literals, distances) = (bits.take(5)? + 257, bits.take(5)? + 1);
    let count = bits.take(4)? + 4;
    let mut of_lens = [0; 19];
    for place in &ORDER[..count] {
        of_lens[*place] = bits.take(3)?;
    }
    let mut lens = Vec::new();
    while lens.len() < literals + distances {
        let (len, times) = match symbol(bits, &of_lens)? {
            16 => (*lens.last()?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            len => (len, 1),
        };
        lens.extend(core::iter::repeat_n(len, times));
    }
    let of_distances = lens.split_off(literals);
    (literals <= 286 && distances <= 30 && of_distances.len() == distances)
        .then_some((lens, of_distances))
}

/// Base and extra bits (§3.2.5).
const LENGTHS: [(usize, usize); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];
const DISTANCES: [(usize, usize); 30] = [
    (1, 0),
    (2, 0),
    (3, 0),
    (4, 0),
    (5, 1),
    (7, 1),
    (9, 2),
    (13, 2),
    (17, 3),
    (25, 3),
    (33, 4),
    (49, 4),
    (65, 5),
    (97, 5),
    (129, 6),
    (193, 6),
    (257, 7),
    (385, 7),
    (513, 8),
    (769, 8),
    (1025, 9),
    (1537, 9),
    (2049, 10),
    (3073, 10),
    (4097, 11),
    (6145, 11),
    (8193, 12),
    (12289, 12),
    (16385, 13),
    (24577, 13),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_7692() {
        let mut inflater = Inflater::default();
        for payload in [
            &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00][..],
            &[0xf2, 0x00, 0x11, 0x00, 0x00],
            &[
                0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00,
            ],
            &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00],
            &[
                0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00,
            ],
        ] {
            let message = inflater.message(payload, 1 << 15, true);
            assert_eq!(message.as_deref(), Some(&b"Hello"[..]), "{payload:02x?}");
        }
        assert_eq!(inflater.message(&[0x00], 1 << 15, true), Some(Vec::new()));
        assert_eq!(
            inflater.message(&[0xf2, 0x00, 0x11, 0x00, 0x00], 1 << 15, false),
            None
        );
    }
}
