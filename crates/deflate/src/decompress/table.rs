//! Decoding tables for canonical Huffman codes (RFC 1951 §3.2.2).
//!
//! The first bits of the input, as many as the root has, are the index of an entry of the root table. Codes that are
//! longer lead on to a sub-table, whose index are the bits behind.

use crate::certain::part;

/// A symbol and the length of its code, or the way to a sub-table.
///
/// | bit 15 | bits 14 to 4 | bits 3 to 0 |
/// |---|---|---|
/// | 0 | symbol | length of the code; 0: no code begins like this |
/// | 1 | begin of the sub-table | bits of its index |
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Entry(u16);

impl Entry {
    /// Bits that are no code. One of them is enough to see that.
    pub(super) const INVALID: Self = Self::symbol(0x7ff, 1);

    pub(super) const fn symbol(symbol: u16, len: u16) -> Self {
        Self(symbol << 4 | len)
    }

    const fn sub_table(begin: u16, bits: u16) -> Self {
        Self(0x8000 | begin << 4 | bits)
    }

    #[inline]
    const fn is_sub_table(self) -> bool {
        self.0 & 0x8000 != 0
    }

    /// The symbol, or the begin of the sub-table.
    #[inline]
    pub(super) const fn value(self) -> u16 {
        self.0 >> 4 & 0x7ff
    }

    /// The length of the code, all of it, or the bits of the sub-table's index.
    #[inline]
    pub(super) fn len(self) -> u32 {
        u32::from(self.0 & 15)
    }
}

/// The lengths describe no code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct NoCode;

/// True if a code may have a single symbol, of one bit, or none (§3.2.7 has that of distances).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Completeness {
    Complete,
    OneOrNone,
}

/// Fills `table` for the code that has these `lengths`, zero for symbols without a code.
pub(super) fn build(
    lengths: &[u8],
    table: &mut [Entry],
    root_bits: u32,
    completeness: Completeness,
) -> Result<(), NoCode> {
    let counts = count(lengths);
    let used = lengths.len().saturating_sub(usize::from(counts[0]));
    if !is_complete(&counts)? {
        let is_one_or_none = used == usize::from(counts[1]) && used <= 1;
        if completeness == Completeness::Complete || !is_one_or_none {
            return Err(NoCode);
        }
    }
    let mut symbols = [0_u16; SORTED];
    sort(lengths, &counts, &mut symbols);
    let symbols = part(&symbols, ..used);
    let short = counts
        .iter()
        .skip(1)
        .take(usize::try_from(root_bits).unwrap_or(0));
    let short = short.copied().map(usize::from).sum();
    let (short, long) = symbols.split_at(used.min(short));
    let mut codes = CodesInOrder::default();
    fill_root(short, lengths, table, root_bits, &mut codes);
    fill_sub_tables(long, lengths, counts, table, root_bits, &mut codes)
}

/// Counts through the codes from the shortest to the longest (§3.2.2).
#[derive(Clone, Copy, Debug, Default)]
struct CodesInOrder {
    next: u32,
    len: u32,
}

impl CodesInOrder {
    /// Returns the next code, which has `len` bits, the first one lowest.
    fn take(&mut self, len: u32) -> usize {
        let code = self.next << len.wrapping_sub(self.len);
        self.next = code.wrapping_add(1);
        self.len = len;
        usize::try_from(code.reverse_bits() >> 32_u32.wrapping_sub(len)).unwrap_or(0)
    }
}

/// Fills the root table with the codes that are not longer than its index: it is doubled for each bit, so that each code
/// is written once.
fn fill_root(
    symbols: &[u16],
    lengths: &[u8],
    table: &mut [Entry],
    root_bits: u32,
    codes: &mut CodesInOrder,
) {
    let mut size = 1;
    let mut double_to = |table: &mut [Entry], bits: u32| {
        while size < 1 << bits {
            table.copy_within(..size, size);
            size *= 2;
        }
    };
    if let Some(first) = table.first_mut() {
        *first = Entry::INVALID;
    }
    for &symbol in symbols {
        let len = len_of(symbol, lengths);
        double_to(table, len.into());
        if let Some(place) = table.get_mut(codes.take(len.into())) {
            *place = Entry::symbol(symbol, len);
        }
    }
    double_to(table, root_bits);
}

/// Fills sub-tables with the longer codes.
fn fill_sub_tables(
    symbols: &[u16],
    lengths: &[u8],
    counts: [u16; 16],
    table: &mut [Entry],
    root_bits: u32,
    codes: &mut CodesInOrder,
) -> Result<(), NoCode> {
    let root_len = 1_usize << root_bits;
    let longest = counts.iter().rposition(|&count| count > 0).unwrap_or(0);
    let longest = u32::try_from(longest).unwrap_or(0);
    let mut remaining = counts;
    let mut sub_table = SubTable {
        root: usize::MAX,
        begin: 0,
        end: root_len,
    };
    for &symbol in symbols {
        let len = len_of(symbol, lengths);
        let code = codes.take(len.into());
        let root = code & root_len.wrapping_sub(1);
        if sub_table.root != root {
            let bits = sub_table_bits(&remaining, len.into(), root_bits, longest);
            sub_table = SubTable {
                root,
                begin: sub_table.end,
                end: sub_table.end.saturating_add(1 << bits),
            };
            let begin = u16::try_from(sub_table.begin).map_err(|_| NoCode)?;
            let bits = u16::try_from(bits).map_err(|_| NoCode)?;
            *table.get_mut(root).ok_or(NoCode)? = Entry::sub_table(begin, bits);
        }
        let entries = table.get_mut(sub_table.begin..sub_table.end);
        debug_assert!(entries.is_some(), "the table is large enough for any code");
        let places = entries
            .unwrap_or_default()
            .iter_mut()
            .skip(code >> root_bits);
        let step = 1 << u32::from(len).wrapping_sub(root_bits);
        for place in places.step_by(step) {
            *place = Entry::symbol(symbol, len);
        }
        if let Some(count) = remaining.get_mut(usize::from(len)) {
            *count = count.saturating_sub(1);
        }
    }
    Ok(())
}

fn len_of(symbol: u16, lengths: &[u8]) -> u16 {
    lengths
        .get(usize::from(symbol))
        .copied()
        .map_or(0, u16::from)
}

/// Symbols of the largest alphabet.
const SORTED: usize = crate::symbols::LITERALS;

/// The sub-table that is being filled, for codes that begin with the bits of `root`.
#[derive(Clone, Copy, Debug)]
struct SubTable {
    root: usize,
    begin: usize,
    end: usize,
}

/// The number of codes of each length.
fn count(lengths: &[u8]) -> [u16; 16] {
    let mut counts = [0_u16; 16];
    for &len in lengths {
        if let Some(count) = counts.get_mut(usize::from(len)) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Returns whether every sequence of bits begins with a code; an error when one begins with several.
fn is_complete(counts: &[u16; 16]) -> Result<bool, NoCode> {
    let mut free = 1_u32;
    for &count in counts.iter().skip(1) {
        free = (free << 1).checked_sub(u32::from(count)).ok_or(NoCode)?;
    }
    Ok(free == 0)
}

/// The symbols that have a code, in the order of their codes.
fn sort(lengths: &[u8], counts: &[u16; 16], symbols: &mut [u16; SORTED]) {
    let mut places = [0_u16; 16];
    let mut place = 0;
    for (start, &count) in places.iter_mut().zip(counts).skip(1) {
        *start = place;
        place += count;
    }
    for (symbol, &len) in (0_u16..).zip(lengths) {
        if len > 0
            && let Some(place) = places.get_mut(usize::from(len))
        {
            if let Some(slot) = symbols.get_mut(usize::from(*place)) {
                *slot = symbol;
            }
            *place += 1;
        }
    }
}

/// The bits of the index of a sub-table that begins with a code of `len` bits: enough for all codes that begin with the
/// same root bits. They follow each other, so that table ends where it is full.
fn sub_table_bits(remaining: &[u16; 16], len: u32, root_bits: u32, max_len: u32) -> u32 {
    let mut bits = len.saturating_sub(root_bits);
    let mut free = 1_u32 << bits;
    for &count in remaining.iter().skip(usize::try_from(len).unwrap_or(16)) {
        if bits.saturating_add(root_bits) >= max_len {
            break;
        }
        free = free.saturating_sub(u32::from(count));
        if free == 0 {
            break;
        }
        bits = bits.saturating_add(1);
        free <<= 1;
    }
    bits
}

/// Finds the entry for the next `bits`.
#[inline]
pub(super) fn look_up(table: &[Entry], root_bits: u32, bits: u64) -> Entry {
    let index = |bits: u64, count: u32| {
        let [first, second, ..] = bits.to_le_bytes();
        usize::from(u16::from_le_bytes([first, second]) & super::bits::low_mask(count))
    };
    let entry = table
        .get(index(bits, root_bits))
        .copied()
        .unwrap_or_default();
    if !entry.is_sub_table() {
        return entry;
    }
    let place = usize::from(entry.value()).wrapping_add(index(bits >> root_bits, entry.len()));
    table.get(place).copied().unwrap_or_default()
}
