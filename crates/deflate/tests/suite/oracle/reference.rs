//! RFC 1951 in the most obvious way: bit by bit, one message at a time, over all that was said.

/// What a message turned out to be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    pub(crate) output: Vec<u8>,
    pub(crate) largest_distance: usize,
    /// The type of each block (§3.2.3), the empty one that ends the message included.
    pub(crate) blocks: Vec<u8>,
}

/// Reads a payload of permessage-deflate behind `history`; `None` if it is wrong, or ends elsewhere than behind the header
/// of a stored block.
pub(crate) fn read(history: &[u8], payload: &[u8]) -> Option<Read> {
    let mut reader = Reader {
        payload,
        at: 0,
        said: history.to_vec(),
        read: Read::default(),
    };
    loop {
        let is_final = reader.bits(1)? == 1;
        let kind = u8::try_from(reader.bits(2)?).unwrap();
        reader.read.blocks.push(kind);
        match kind {
            0 => {
                reader.at = reader.at.next_multiple_of(8);
                if reader.at == 8 * payload.len() {
                    reader.read.output = reader.said.split_off(history.len());
                    return Some(reader.read);
                }
                reader.stored()?;
            }
            1 => {
                let lengths: Vec<u8> = (0..288).map(fixed_len).collect();
                reader.symbols(&lengths, &[5; 32])?;
            }
            2 => {
                let (literals, distances) = reader.code_lengths()?;
                reader.symbols(&literals, &distances)?;
            }
            _ => return None,
        }
        if is_final {
            reader.at = reader.at.next_multiple_of(8);
        }
    }
}

/// §3.2.6.
fn fixed_len(symbol: u16) -> u8 {
    match symbol {
        0..=143 => 8,
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    }
}

/// For each length from 1 to 15 the symbols whose codes have it.
struct Code(Vec<Vec<usize>>);

impl Code {
    fn new(lengths: &[u8]) -> Self {
        let with_len = |len| {
            (0..lengths.len())
                .filter(move |&symbol| lengths[symbol] == len)
                .collect()
        };
        Self((1..=15).map(with_len).collect())
    }
}

struct Reader<'p> {
    payload: &'p [u8],
    /// In bits.
    at: usize,
    said: Vec<u8>,
    read: Read,
}

impl Reader<'_> {
    fn bits(&mut self, count: usize) -> Option<usize> {
        let mut value = 0;
        for place in 0..count {
            let byte = *self.payload.get(self.at / 8)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        Some(value)
    }

    /// §3.2.4.
    fn stored(&mut self) -> Option<()> {
        let (len, complement) = (self.bits(16)?, self.bits(16)?);
        if len ^ complement != 0xffff {
            return None;
        }
        for _ in 0..len {
            let byte = self.bits(8)?;
            self.said.push(byte.try_into().unwrap());
        }
        Some(())
    }

    /// §3.2.7: the lengths of literals and of distances.
    fn code_lengths(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        const ORDER: [usize; 19] = [
            16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
        ];
        let (literals, distances) = (self.bits(5)? + 257, self.bits(5)? + 1);
        let count = self.bits(4)? + 4;
        if literals > 286 || distances > 30 {
            return None;
        }
        let mut code = [0; 19];
        for symbol in ORDER.into_iter().take(count) {
            code[symbol] = self.bits(3)?.try_into().unwrap();
        }
        if !is_code(&code, false) {
            return None;
        }
        let code = Code::new(&code);
        let mut lengths: Vec<u8> = Vec::new();
        while lengths.len() < literals + distances {
            let (repeated, times) = match self.symbol(&code)? {
                16 => (*lengths.last()?, 3 + self.bits(2)?),
                17 => (0, 3 + self.bits(3)?),
                18 => (0, 11 + self.bits(7)?),
                len => (u8::try_from(len).unwrap(), 1),
            };
            lengths.extend(core::iter::repeat_n(repeated, times));
        }
        if lengths.len() > literals + distances || lengths[256] == 0 {
            return None;
        }
        let distances = lengths.split_off(literals);
        (is_code(&lengths, true) && is_code(&distances, true)).then_some((lengths, distances))
    }

    /// §3.2.2: the symbol whose code comes next.
    fn symbol(&mut self, code: &Code) -> Option<usize> {
        let (mut bits, mut first) = (0, 0);
        for symbols in &code.0 {
            bits = bits << 1 | self.bits(1)?;
            if bits - first < symbols.len() {
                return Some(symbols[bits - first]);
            }
            first = (first + symbols.len()) << 1;
        }
        None
    }

    /// §3.2.5, up to the end of the block.
    fn symbols(&mut self, literals: &[u8], distances: &[u8]) -> Option<()> {
        let (literals, distances) = (Code::new(literals), Code::new(distances));
        loop {
            let len = match self.symbol(&literals)? {
                literal @ 0..=255 => {
                    self.said.push(literal.try_into().unwrap());
                    continue;
                }
                256 => return Some(()),
                symbol @ 257..=264 => symbol - 254,
                symbol @ 265..=284 => {
                    let extra_bits = (symbol - 261) / 4;
                    3 + ((4 + (symbol - 265) % 4) << extra_bits) + self.bits(extra_bits)?
                }
                285 => 258,
                _ => return None,
            };
            let distance = match self.symbol(&distances)? {
                symbol @ 0..=3 => symbol + 1,
                symbol @ 4..=29 => {
                    let extra_bits = symbol / 2 - 1;
                    1 + ((2 + symbol % 2) << extra_bits) + self.bits(extra_bits)?
                }
                _ => return None,
            };
            self.read.largest_distance = self.read.largest_distance.max(distance);
            for _ in 0..len {
                let from = self.said.len().checked_sub(distance)?;
                self.said.push(self.said[from]);
            }
        }
    }
}

/// Whether each sequence of bits begins with exactly one code, or there is a single code of one bit, or none.
fn is_code(lengths: &[u8], may_be_incomplete: bool) -> bool {
    let used: Vec<u8> = lengths.iter().copied().filter(|&len| len > 0).collect();
    let taken: u32 = used.iter().map(|&len| 1 << (15 - len)).sum();
    taken == 1 << 15 || may_be_incomplete && (used.is_empty() || used == [1])
}
