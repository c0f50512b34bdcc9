use core::time::Duration;

/// The time to wait after attempts that failed (TS-0004 annex H, back-off parameters). Waits that are shorter than
/// [`MINIMUM`](Self::MINIMUM) count as that long, so no configuration makes a loop without a pause.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Backoff {
    /// The wait after the first failure (default 1 s).
    pub initial: Duration,
    /// The factor by which each further wait is longer (default 2).
    pub factor: u32,
    /// The longest wait (default 5 min).
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
    /// The shortest wait: 10 ms.
    pub const MINIMUM: Duration = Duration::from_millis(10);

    /// The wait after `attempts` in a row: between half of it and all of it, so that those who failed together do not come
    /// back together; never less than [`MINIMUM`](Self::MINIMUM).
    pub(crate) fn delay(&self, attempts: u32, jitter: &mut Jitter) -> Duration {
        let maximum = self.maximum.max(Self::MINIMUM);
        let mut delay = self.initial.max(Self::MINIMUM);
        for _ in 1..attempts {
            if delay >= maximum || self.factor <= 1 {
                break;
            }
            delay = delay.saturating_mul(self.factor);
        }
        let half = delay.min(maximum) / 2;
        half.saturating_add(jitter.below(half)).max(Self::MINIMUM)
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
