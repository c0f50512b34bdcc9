use core::time::Duration;

/// How long to wait after attempts that failed (TS-0004 annex H, back-off parameters).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Backoff {
    /// After the first one (default 1 s).
    pub initial: Duration,
    /// How many times as long after each further one (default 2).
    pub factor: u32,
    /// At most (default 5 min).
    pub maximum: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            initial: Duration::from_secs(1),
            factor: 2,
            maximum: Duration::from_secs(300),
        }
    }
}

impl Backoff {
    /// The wait after `attempts` in a row: between half of it and all of it, so that those who failed together do not come
    /// back together.
    pub(crate) fn delay(&self, attempts: u32, jitter: &mut Jitter) -> Duration {
        let mut delay = self.initial;
        for _ in 1..attempts {
            if delay >= self.maximum {
                break;
            }
            delay = delay.saturating_mul(self.factor.max(1));
        }
        let half = delay.min(self.maximum) / 2;
        half.saturating_add(jitter.below(half))
    }
}

/// Numbers that differ between those who have different seeds; nothing secret hangs on them.
#[derive(Clone, Debug)]
pub(crate) struct Jitter(u64);

impl Jitter {
    pub(crate) const fn new(seed: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(seed))
    }

    /// SplitMix64.
    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: Duration) -> Duration {
        let limit = u64::try_from(limit.as_nanos()).unwrap_or(u64::MAX);
        Duration::from_nanos(self.next().checked_rem(limit).unwrap_or(0))
    }
}
