//! Time and allocations, for several contestants in turn.

use core::time::Duration;

use cpu_time::ThreadTime;

/// How long and how often to measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) rounds: usize,
    /// CPU time that each contestant gets in each round.
    pub(crate) slice: Duration,
}

impl Plan {
    pub(crate) const FULL: Self = Self {
        rounds: 41,
        slice: Duration::from_millis(3),
    };
    pub(crate) const QUICK: Self = Self {
        rounds: 9,
        slice: Duration::from_millis(1),
    };

    pub(crate) fn describe(self) -> String {
        format!(
            "Median of {} rounds of {} ms for each peer in turn.",
            self.rounds,
            self.slice.as_millis()
        )
    }
}

/// What one operation took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub(crate) nanoseconds: f64,
    pub(crate) allocations: f64,
    pub(crate) allocated_bytes: f64,
}

/// Does an operation so many times.
pub(crate) type Contestant<'a> = Box<dyn FnMut(usize) + 'a>;

/// Lets all run, round by round, so that what disturbs the machine disturbs them alike.
pub(crate) fn race(contestants: Vec<Option<Contestant<'_>>>, plan: Plan) -> Vec<Option<Sample>> {
    let mut runners: Vec<_> = contestants
        .into_iter()
        .map(|contestant| contestant.map(|run| Runner::new(run, plan)))
        .collect();
    for _ in 0..plan.rounds {
        for runner in runners.iter_mut().flatten() {
            runner.round();
        }
    }
    let finish = |runner: Option<Runner<'_>>| runner.map(Runner::finish);
    runners.into_iter().map(finish).collect()
}

struct Runner<'a> {
    run: Contestant<'a>,
    count: usize,
    nanoseconds: Vec<f64>,
    allocated: Allocated,
}

impl<'a> Runner<'a> {
    fn new(mut run: Contestant<'a>, plan: Plan) -> Self {
        // The first times are not like the others: buffers grow, pages are touched.
        let mut warming = Duration::ZERO;
        while warming < plan.slice {
            warming += time(|| run(WARMING));
        }
        let mut count = WARMING;
        loop {
            let spent = time(|| run(count));
            if spent >= plan.slice / 4 {
                let scale = plan.slice.as_secs_f64() / spent.as_secs_f64();
                count = ((count as f64 * scale) as usize).max(WARMING);
                break;
            }
            count *= 2;
        }
        let allocated = Allocated::by(|| run(count));
        Self {
            run,
            count,
            nanoseconds: Vec::new(),
            allocated,
        }
    }

    fn round(&mut self) {
        // What the one before left in the caches is his.
        (self.run)(self.count / 16 + 1);
        let spent = time(|| (self.run)(self.count));
        self.nanoseconds
            .push(spent.as_secs_f64() * 1e9 / self.count as f64);
    }

    fn finish(self) -> Sample {
        Sample {
            nanoseconds: median(self.nanoseconds),
            allocations: self.allocated.count as f64 / self.count as f64,
            allocated_bytes: self.allocated.bytes as f64 / self.count as f64,
        }
    }
}

/// Fewest operations at a time: what was read ahead by the ones before must not matter.
const WARMING: usize = 8;

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The CPU time of this thread, so that others on the machine count less.
fn time(run: impl FnOnce()) -> Duration {
    let begin = ThreadTime::now();
    run();
    begin.elapsed()
}

/// That which was allocated by all threads meanwhile.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Allocated {
    /// Allocations, and reallocations.
    pub(crate) count: usize,
    /// Bytes asked for.
    pub(crate) bytes: usize,
    /// Bytes not given back.
    pub(crate) kept: usize,
}

impl Allocated {
    #[cfg(feature = "allocations")]
    pub(crate) fn by(run: impl FnOnce()) -> Self {
        let region = stats_alloc::Region::new(crate::ALLOCATOR);
        run();
        let change = region.change();
        Self {
            count: change.allocations + change.reallocations,
            bytes: change.bytes_allocated,
            kept: change
                .bytes_allocated
                .saturating_sub(change.bytes_deallocated),
        }
    }

    #[cfg(not(feature = "allocations"))]
    pub(crate) fn by(run: impl FnOnce()) -> Self {
        run();
        Self::default()
    }
}
