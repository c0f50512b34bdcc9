use alloc::vec::Vec;

/// The last bytes of what has been said, at most `size` of them: a ring that takes memory only as it fills.
#[derive(Debug)]
pub(crate) struct Window {
    bytes: Vec<u8>,
    /// Where the next byte goes once the ring is full, which is where the oldest byte lies.
    next: usize,
    /// A power of two.
    size: usize,
}

impl Window {
    pub(crate) const fn new(size: usize) -> Self {
        Self {
            bytes: Vec::new(),
            next: 0,
            size,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    /// Forgets everything and gives the memory back.
    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.size);
    }

    /// Appends `bytes`, and forgets the oldest beyond the size.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let (_, kept) = bytes.split_at(bytes.len().saturating_sub(self.size));
        let unused = self.size.saturating_sub(self.bytes.len());
        let (new, over) = kept.split_at(unused.min(kept.len()));
        if !new.is_empty() {
            self.reserve(new.len());
            self.bytes.extend_from_slice(new);
        }
        self.overwrite(over);
    }

    /// Doubles the memory, so that a window whose connection says little stays small.
    fn reserve(&mut self, additional: usize) {
        let len = self.bytes.len().saturating_add(additional);
        if len > self.bytes.capacity() {
            let capacity = len.next_power_of_two().min(self.size);
            self.bytes
                .reserve_exact(capacity.saturating_sub(self.bytes.len()));
        }
    }

    /// Overwrites the oldest bytes of the full ring.
    fn overwrite(&mut self, bytes: &[u8]) {
        let until_end = self.size.saturating_sub(self.next);
        let (first, second) = bytes.split_at(until_end.min(bytes.len()));
        for part in [first, second] {
            let end = self.next.saturating_add(part.len());
            if let Some(target) = self.bytes.get_mut(self.next..end) {
                target.copy_from_slice(part);
            }
            self.next = end & self.size.saturating_sub(1);
        }
    }

    /// Returns what was said from `distance` bytes ago on, up to the end of the ring: the newest byte lies at distance 1.
    /// Unless the slice has `distance` bytes, the ring goes on at its begin. Empty when nothing is so old.
    #[inline]
    pub(crate) fn since(&self, distance: usize) -> &[u8] {
        if distance <= self.next {
            self.bytes.get(self.next.wrapping_sub(distance)..self.next)
        } else {
            let start = self
                .next
                .wrapping_add(self.bytes.len())
                .checked_sub(distance);
            start.and_then(|start| self.bytes.get(start..))
        }
        .unwrap_or_default()
    }
}
