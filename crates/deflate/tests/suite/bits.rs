//! Payloads bit by bit.

/// A payload that is being put together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bits {
    bytes: Vec<u8>,
    /// In the last byte.
    free: usize,
}

impl Bits {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: Vec::new(),
            free: 0,
        }
    }

    /// Appends a number, its lowest bit first (RFC 1951 §3.1.1).
    pub(crate) fn number(mut self, value: usize, count: usize) -> Self {
        for place in 0..count {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            let bit = u8::from(value >> place & 1 == 1);
            *self.bytes.last_mut().unwrap() |= bit << (8 - self.free);
            self.free -= 1;
        }
        self
    }

    /// Appends a code, its highest bit first.
    pub(crate) fn code(self, code: &str) -> Self {
        code.chars()
            .fold(self, |bits, bit| bits.number(usize::from(bit == '1'), 1))
    }

    /// Appends whole bytes, behind the begun one.
    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.free = 0;
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// Appends the begin of a dynamic block, and the code for its code lengths: four bits for 0 to 12, five for 13 to 18.
    pub(crate) fn dynamic(self, literals: usize, distances: usize) -> Self {
        let begin = self
            .number(0b100, 3)
            .number(literals - 257, 5)
            .number(distances - 1, 5);
        [
            16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
        ]
        .into_iter()
        .fold(begin.number(19 - 4, 4), |bits, symbol| {
            bits.number(if symbol < 13 { 4 } else { 5 }, 3)
        })
    }

    /// Appends a symbol of that code.
    pub(crate) fn len(self, symbol: usize) -> Self {
        if symbol < 13 {
            self.code(&format!("{symbol:04b}"))
        } else {
            self.code(&format!("{:05b}", symbol + 13))
        }
    }

    /// Appends code lengths: each so many times, zeros shortened.
    pub(crate) fn lens(self, runs: &[(usize, usize)]) -> Self {
        runs.iter().fold(self, |mut bits, &(len, mut times)| {
            while len == 0 && times >= 11 {
                let run = times.min(138);
                bits = bits.len(18).number(run - 11, 7);
                times -= run;
            }
            (0..times).fold(bits, |bits, _| bits.len(len))
        })
    }

    /// Appends the header of the stored block that ends a message.
    pub(crate) fn end(self) -> Vec<u8> {
        self.number(0, 3).bytes
    }
}
