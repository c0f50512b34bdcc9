//! The state of the connection of a registree (TS-0020 5.2): one enum, and one function that changes it.

use core::fmt;

/// The state of the connection of a [`Registree`](crate::Registree).
///
/// ```text
///                attempt             connected            lost, or closed by policy            transport gone
///   ┌──▶ Down ────────────▶ Connecting ────────▶ Up ──────────────────────────────▶ Closing ─────────────────▶ Down
///   │     ▲  ◀─────────────────┘  │  ▲            │                                    │
///   │     │       failed          │  │            │ disconnect()                       │ disconnect()
///   │     │                       │  │            ▼                                    ▼
///   │     │ connect(), or the     │  │            └────────────▶ Suspending ◀───────────┘
///   │     │ schedule's window     │  │ attempt                       │ transport gone
///   │     │ is over     disconnect()  │                               ▼
///   │     └───────────────────────┴──▶└────────────────────────── Suspended
///   │
///   │  end(): from Up, Closing and Suspending                 transport gone
///   └─────────────────────────────────────────────▶ Ending ─────────────────▶ Ended
///      end(): from Down, Connecting and Suspended  ─────────────────────────────▶
/// ```
///
/// A connection that is handed over is taken in any state: in `Ending` and `Ended` it is closed again, in all others the
/// state is `Up`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RegistreeState {
    /// There is no connection. One is wanted as [`RegistreeConfig::reopen`](crate::RegistreeConfig::reopen) says, or when
    /// there is something to send.
    Down,
    /// An attempt to open a connection is under way.
    Connecting,
    /// There is a connection.
    Up,
    /// The connection is over: ended by the peer or on the way, or being closed because nobody needs it. Its transport is not gone yet.
    Closing,
    /// The connection is being closed because the application wants none for a while.
    Suspending,
    /// There is no connection, because the application wants none for a while: until there is something to send, until
    /// [`Registree::connect`](crate::Registree::connect), or until the next window of its schedule.
    Suspended,
    /// The registree ends: requests that wait are sent and answered, then the connection is closed.
    Ending,
    /// The registree has ended.
    Ended,
}

impl fmt::Display for RegistreeState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Down => "no connection",
            Self::Connecting => "connecting",
            Self::Up => "connected",
            Self::Closing => "the connection is closing",
            Self::Suspending => "the connection is closing for a while",
            Self::Suspended => "no connection for a while",
            Self::Ending => "ending",
            Self::Ended => "ended",
        })
    }
}

/// The changes that move a [`RegistreeState`] on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Change {
    /// An attempt is made.
    Attempt,
    /// It has failed.
    Fail,
    /// There is a connection.
    Connect,
    /// The connection has ended, or it is closed because nobody needs it.
    Close,
    /// The transport is gone.
    Release,
    /// The application wants no connection for a while.
    Suspend,
    /// It wants one again.
    Resume,
    /// The application wants none any more.
    End,
}

impl RegistreeState {
    /// The state that a change leads to. A change that does not concern a state leaves it as it is.
    pub(super) const fn after(self, change: Change) -> Self {
        match (self, change) {
            (Self::Down | Self::Suspended, Change::Attempt) => Self::Connecting,
            (Self::Connecting, Change::Fail) => Self::Down,
            (Self::Ending | Self::Ended, Change::Connect) => Self::Ending,
            (_, Change::Connect) => Self::Up,
            (Self::Up, Change::Close) => Self::Closing,
            (Self::Up | Self::Closing, Change::Release) => Self::Down,
            (Self::Suspending, Change::Release) => Self::Suspended,
            (Self::Ending, Change::Release) => Self::Ended,
            (Self::Down | Self::Connecting, Change::Suspend) => Self::Suspended,
            (Self::Up | Self::Closing, Change::Suspend) => Self::Suspending,
            (Self::Suspended, Change::Resume) => Self::Down,
            (Self::Suspending, Change::Resume) => Self::Closing,
            (Self::Down | Self::Connecting | Self::Suspended, Change::End) => Self::Ended,
            (Self::Up | Self::Closing | Self::Suspending, Change::End) => Self::Ending,
            (
                unchanged,
                Change::Attempt
                | Change::Fail
                | Change::Close
                | Change::Release
                | Change::Suspend
                | Change::Resume
                | Change::End,
            ) => unchanged,
        }
    }
}
