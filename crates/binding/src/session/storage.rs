//! The durability of a request of ours (TS-0020 6.5).

/// The store's knowledge of a request that waits, or waited.
///
/// ```text
///               Put            Stored           Take            Taken
///   Volatile ─────────▶ Putting ──────▶ Stored ───────▶ Taking ───────▶ Taken
///      ▲                 │   ▲             ▲               │               │
///      │ Lost            │   │             └── TakeFailed ─┘               │
///      └──── NotStored ◀─┘   └─────────────────── Put ─────────────────────┘
///                  PutFailed
/// ```
///
/// A request is handed to a connection while it is `Volatile`, `NotStored` or `Taken`, and in no other state.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Storage {
    /// The store knows nothing of it.
    #[default]
    Volatile,
    /// The store was asked to keep it.
    Putting,
    /// The store could not keep it: it is not put again before a connection is lost.
    NotStored,
    /// The store keeps it.
    Stored,
    /// The store was asked to mark it as one that may have been sent.
    Taking,
    /// The mark is there: it may be sent, and will not be after a restart.
    Taken,
}

/// The inputs of a [`Storage`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum StorageInput {
    Put,
    Stored,
    PutFailed,
    Take,
    Taken,
    TakeFailed,
    /// A connection was lost.
    Lost,
}

impl Storage {
    /// The only function that changes the state; whether it did.
    pub(super) fn enter(&mut self, input: StorageInput) -> bool {
        use StorageInput as Input;
        let next = match (*self, input) {
            (Self::Volatile | Self::Taken, Input::Put) => Self::Putting,
            (Self::Putting, Input::Stored) => Self::Stored,
            (Self::Putting, Input::PutFailed) => Self::NotStored,
            (Self::Stored, Input::Take) => Self::Taking,
            (Self::Taking, Input::Taken) => Self::Taken,
            (Self::Taking, Input::TakeFailed) => Self::Stored,
            (Self::NotStored, Input::Lost) => Self::Volatile,
            (
                _,
                Input::Put
                | Input::Stored
                | Input::PutFailed
                | Input::Take
                | Input::Taken
                | Input::TakeFailed
                | Input::Lost,
            ) => return false,
        };
        *self = next;
        true
    }

    /// Returns whether the request may be handed to a connection.
    pub(super) const fn is_sendable(self) -> bool {
        matches!(self, Self::Volatile | Self::NotStored | Self::Taken)
    }
}

#[cfg(test)]
mod tests {
    use super::{Storage, StorageInput as Input};

    /// Every state with every input; `-` changes nothing.
    const TABLE: &str = "
              Put      Stored  PutFailed  Take    Taken  TakeFailed  Lost
    Volatile  Putting  -       -          -       -      -           -
    Putting   -        Stored  NotStored  -       -      -           -
    NotStored -        -       -          -       -      -           Volatile
    Stored    -        -       -          Taking  -      -           -
    Taking    -        -       -          -       Taken  Stored      -
    Taken     Putting  -       -          -       -      -           -";

    #[test]
    fn every_state_with_every_input() {
        let inputs = [
            Input::Put,
            Input::Stored,
            Input::PutFailed,
            Input::Take,
            Input::Taken,
            Input::TakeFailed,
            Input::Lost,
        ];
        let states = [
            Storage::Volatile,
            Storage::Putting,
            Storage::NotStored,
            Storage::Stored,
            Storage::Taking,
            Storage::Taken,
        ];
        let rows = TABLE.lines().skip(2);
        assert_eq!(rows.clone().count(), states.len());
        for (state, row) in states.into_iter().zip(rows) {
            let mut cells = row.split_whitespace();
            assert_eq!(cells.next(), Some(format!("{state:?}").as_str()));
            for (input, expected) in inputs.into_iter().zip(&mut cells) {
                let mut next = state;
                let changed = next.enter(input);
                assert_eq!(changed, expected != "-", "{state:?} {input:?}");
                let expected = if changed {
                    expected.into()
                } else {
                    format!("{state:?}")
                };
                assert_eq!(format!("{next:?}"), expected, "{state:?} {input:?}");
            }
            assert_eq!(cells.next(), None);
        }
    }
}
