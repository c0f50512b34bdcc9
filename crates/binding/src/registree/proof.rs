//! The proof that the registrar knows the registree still (TS-0020 5.2): one enum, and one function that changes it.

use onem2m_ws_core::Timestamp;

use crate::session::RequestId;

/// The proof, over the connection that is there, that the registrar has the resource that registers.
///
/// ```text
///          reopened                quiet            no answer, 5xxx, put off
///   Given ─────────▶ Wanted ──────────────────▶ Asked ───────────────────▶ Wanted, later
///     ▲                │                          │
///     └────────────────┴──────────────────────────┘
///       answered, registered, lost, connection gone
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Proof {
    /// Nothing is to be asked.
    #[default]
    Given,
    /// The registrar is to be asked, from `at` on and when nothing else is under way.
    Wanted { at: Timestamp, failures: u32 },
    /// The registrar was asked.
    Asked { id: RequestId, failures: u32 },
}

/// A step from one [`Proof`] to the next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// A connection was opened to a registrar that knew the registree.
    Reopen,
    /// The question was handed to the session.
    Ask(RequestId),
    /// The question was not taken, or not answered: it is to be asked again.
    Postpone(Timestamp),
    /// The application deletes the resource: an answer would not say whether that was there before.
    PutOff,
    /// There is an answer, or nothing to ask about any more.
    Settle,
}

impl Proof {
    /// The proof that a step leads to. A step that does not concern a proof leaves it as it is.
    pub(super) const fn after(self, step: Step) -> Self {
        match (self, step) {
            (_, Step::Reopen) => Self::Wanted {
                at: Timestamp::ZERO,
                failures: 0,
            },
            (Self::Wanted { failures, .. }, Step::Ask(id)) => Self::Asked { id, failures },
            (Self::Wanted { failures, .. } | Self::Asked { failures, .. }, Step::Postpone(at)) => {
                Self::Wanted {
                    at,
                    failures: failures.saturating_add(1),
                }
            }
            (Self::Asked { failures, .. }, Step::PutOff) => Self::Wanted {
                at: Timestamp::ZERO,
                failures,
            },
            (_, Step::Settle) => Self::Given,
            (unchanged, Step::Ask(_) | Step::Postpone(_) | Step::PutOff) => unchanged,
        }
    }

    /// When the registrar is to be asked.
    pub(super) const fn due_at(self) -> Option<Timestamp> {
        match self {
            Self::Wanted { at, .. } => Some(at),
            Self::Given | Self::Asked { .. } => None,
        }
    }

    /// The question that is under way.
    pub(super) const fn asked(self) -> Option<RequestId> {
        match self {
            Self::Asked { id, .. } => Some(id),
            Self::Given | Self::Wanted { .. } => None,
        }
    }

    /// The number of questions in a row that had no answer.
    pub(super) const fn failures(self) -> u32 {
        match self {
            Self::Given => 0,
            Self::Wanted { failures, .. } | Self::Asked { failures, .. } => failures,
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use onem2m_ws_core::Timestamp;

    use super::{Proof, Step};
    use crate::session::RequestId;

    fn request(number: u64) -> RequestId {
        RequestId { session: 0, number }
    }

    /// Every step from every proof.
    #[test]
    fn a_proof_is_led_on_by_what_concerns_it() {
        let id = request(7);
        let at = |seconds| Timestamp::new(Duration::from_secs(seconds));
        let wanted = |at, failures| Proof::Wanted { at, failures };
        let asked = |failures| Proof::Asked { id, failures };
        let fresh = wanted(Timestamp::ZERO, 0);
        for (from, step, to) in [
            (Proof::Given, Step::Reopen, fresh),
            (Proof::Given, Step::Ask(id), Proof::Given),
            (Proof::Given, Step::Postpone(at(9)), Proof::Given),
            (Proof::Given, Step::PutOff, Proof::Given),
            (Proof::Given, Step::Settle, Proof::Given),
            (wanted(at(5), 2), Step::Reopen, fresh),
            (wanted(at(5), 2), Step::Ask(id), asked(2)),
            (wanted(at(5), 2), Step::Postpone(at(9)), wanted(at(9), 3)),
            (wanted(at(5), 2), Step::PutOff, wanted(at(5), 2)),
            (wanted(at(5), 2), Step::Settle, Proof::Given),
            (asked(2), Step::Reopen, fresh),
            (asked(2), Step::Ask(request(8)), asked(2)),
            (asked(2), Step::Postpone(at(9)), wanted(at(9), 3)),
            (asked(2), Step::PutOff, wanted(Timestamp::ZERO, 2)),
            (asked(2), Step::Settle, Proof::Given),
        ] {
            assert_eq!(from.after(step), to, "{from:?}, {step:?}");
        }
        assert_eq!(wanted(at(5), 2).due_at(), Some(at(5)));
        assert_eq!((asked(2).due_at(), Proof::Given.due_at()), (None, None));
        assert_eq!((asked(2).asked(), fresh.asked()), (Some(id), None));
        let failures = [Proof::Given, wanted(at(5), 2), asked(3)].map(Proof::failures);
        assert_eq!(failures, [0, 2, 3]);
    }
}
