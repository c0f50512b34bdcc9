use std::io;

use onem2m_ws_core::Timestamp;

/// The state of our direction of a transport.
///
/// ```text
///              took bytes            flush waits
///   PassedOn ─────────────► Held ─────────────────► Flushing
///    │  ▲ ▲                 │  ▲                     │   │
///    │  │ └──── flushed ────┘  └───── took bytes ────┘   │
///    │  └────────────────── flushed ─────────────────────┘
///    └─ shut down ──► Shut              from anywhere ── failure ──► Failed
/// ```
#[derive(Debug)]
pub(super) enum Output {
    /// The transport has passed on whatever it took.
    PassedOn,
    /// The transport may hold back what it took.
    Held,
    /// The transport was asked to pass on what it took; the deadline for that.
    Flushing(Option<Timestamp>),
    /// Our direction was ended.
    Shut,
    /// The transport failed: nothing is written any more. The error, until it was told.
    Failed(Option<io::Error>),
}

/// Something that happened to our direction of a transport.
#[derive(Debug)]
pub(super) enum Change {
    /// The transport took bytes.
    Took,
    /// The transport does not pass on what it took at once, but has to until then.
    FlushWaits(Option<Timestamp>),
    /// The transport passed on what it took.
    Flushed,
    /// Our direction was ended.
    Shut,
    /// A call failed, a reading one perhaps.
    Failed(io::Error),
}

impl Output {
    /// The only place that assigns it.
    pub(super) fn change(&mut self, change: Change) {
        *self = match (&*self, change) {
            // The first error says most, until it was told.
            (Self::Failed(Some(_)), Change::Failed(_)) => return,
            (_, Change::Failed(error)) => Self::Failed(Some(error)),
            (Self::Failed(_) | Self::Shut, change) => {
                debug_assert!(false, "{change:?} behind the end of our direction");
                return;
            }
            (_, Change::Took) => Self::Held,
            // A transport that takes nothing more is not given more time either.
            (Self::Flushing(_), Change::FlushWaits(_)) => return,
            (_, Change::FlushWaits(deadline)) => Self::Flushing(deadline),
            (_, Change::Flushed) => Self::PassedOn,
            (_, Change::Shut) => Self::Shut,
        };
    }

    /// The error that was not told yet. The output stays failed.
    pub(super) fn take_failure(&mut self) -> Option<io::Error> {
        match self {
            Self::Failed(error) => error.take(),
            Self::PassedOn | Self::Held | Self::Flushing(_) | Self::Shut => None,
        }
    }

    pub(super) const fn has_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }

    /// Returns whether nothing can be written any more.
    pub(super) const fn has_ended(&self) -> bool {
        matches!(self, Self::Shut | Self::Failed(_))
    }

    pub(super) const fn needs_flush(&self) -> bool {
        matches!(self, Self::Held | Self::Flushing(_))
    }

    /// By when the transport has to have passed on what it took.
    pub(super) const fn deadline(&self) -> Option<Timestamp> {
        match self {
            Self::Flushing(deadline) => *deadline,
            Self::PassedOn | Self::Held | Self::Shut | Self::Failed(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::io::ErrorKind;

    use super::*;

    fn at(seconds: u64) -> Option<Timestamp> {
        Some(Timestamp::new(Duration::from_secs(seconds)))
    }

    fn failed(kind: ErrorKind) -> Output {
        Output::Failed(Some(kind.into()))
    }

    /// Every state and every change that can come in it.
    #[test]
    fn transitions() {
        let error = || Change::Failed(ErrorKind::BrokenPipe.into());
        let table = [
            (Output::PassedOn, Change::Took, "Held"),
            (Output::PassedOn, Change::Flushed, "PassedOn"),
            (Output::PassedOn, Change::Shut, "Shut"),
            (Output::Held, Change::Took, "Held"),
            (Output::Held, Change::FlushWaits(None), "Flushing(None)"),
            (Output::Held, Change::Flushed, "PassedOn"),
            (Output::Flushing(at(1)), Change::Took, "Held"),
            (Output::Flushing(at(1)), Change::Flushed, "PassedOn"),
            (Output::PassedOn, error(), "Failed(Some(Kind(BrokenPipe)))"),
            (Output::Held, error(), "Failed(Some(Kind(BrokenPipe)))"),
            (
                Output::Flushing(None),
                error(),
                "Failed(Some(Kind(BrokenPipe)))",
            ),
            (Output::Shut, error(), "Failed(Some(Kind(BrokenPipe)))"),
            (
                Output::Failed(None),
                error(),
                "Failed(Some(Kind(BrokenPipe)))",
            ),
            (
                failed(ErrorKind::TimedOut),
                error(),
                "Failed(Some(Kind(TimedOut)))",
            ),
        ];
        for (mut output, change, expected) in table {
            let before = format!("{output:?}, {change:?}");
            output.change(change);
            assert_eq!(format!("{output:?}"), expected, "{before}");
        }
    }

    #[test]
    fn the_first_deadline_stays() {
        let mut output = Output::Held;
        output.change(Change::FlushWaits(at(1)));
        assert_eq!(output.deadline(), at(1));
        output.change(Change::FlushWaits(at(2)));
        assert_eq!(output.deadline(), at(1));
        output.change(Change::Took);
        assert_eq!(output.deadline(), None);
        output.change(Change::FlushWaits(at(3)));
        assert_eq!(output.deadline(), at(3));
    }

    #[test]
    fn a_failure_is_told_once_and_stays() {
        let mut output = failed(ErrorKind::BrokenPipe);
        assert!(output.take_failure().is_some());
        assert!(output.take_failure().is_none());
        assert!(output.has_failed() && output.has_ended());
        assert!(Output::Shut.take_failure().is_none());
    }
}
