//! The state of the registration (TS-0020 5.2, 6.4): one enum, and one function that changes it.

use core::fmt;

/// The state of the registration of a [`Registree`](crate::Registree).
///
/// ```text
///                         sent             created, or known already
///   Unmanaged   Needed ─────────▶ Sent ──────────────────────────────────▶ Registered ────▶ Deregistered
///                ▲  ▲              │ │ ▲                                    ▲  ▲   │  own resource deleted
///                │  └──────────────┘ │ │ sent again                         │  │   │
///                │    no answer, 5xxx│ │                                    │  │   │
///                │                   │ └──────── Refused ◀── refused ─┐     │  │   │
///                │                   │              ▲                 │     │  │   │
///                │                   ├── refused ───┘                 │     │  │   │
///                │                   ├── name taken (4105) ──▶ Checking ── it is ours │
///                │                   │                          │           │      │
///                │                   │                          ▼           │      │
///                │                   └── created, under a ──▶ Reconnecting ─┘      │
///                │                       name to be said          connected        │
///                └──────────── the registrar has forgotten it (4106) ◀─────────────┘
///   from any: register() ──▶ Needed
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RegistrationState {
    /// The application sees to the registration: [`RegistreeConfig::registration`](crate::RegistreeConfig::registration) is `None`.
    Unmanaged,
    /// The registration is to be sent once there is a connection, and once a wait after failures is over. Requests wait for it.
    Needed,
    /// The registration was sent. Requests wait for its response.
    Sent,
    /// The registrar has answered that there is a resource of this name (4105), and was asked for its originator.
    Checking,
    /// The resource was created. The connection is opened anew under the name that the registrar has given
    /// ([`RegistreeConfig::reconnect_after_registration`](crate::RegistreeConfig::reconnect_after_registration)).
    Reconnecting,
    /// The registree is registered, as far as it knows.
    Registered,
    /// The registrar has refused the registration. [`RegistreeConfig::on_refusal`](crate::RegistreeConfig::on_refusal) decides about
    /// requests, and [`RegistreeConfig::registration_retry`](crate::RegistreeConfig::registration_retry) about another attempt.
    Refused,
    /// A request of the application has deleted the resource that registered the registree.
    Deregistered,
}

impl fmt::Display for RegistrationState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unmanaged => "the application sees to the registration",
            Self::Needed => "to be registered",
            Self::Sent => "registering",
            Self::Checking => "the registrar is asked whose the name is",
            Self::Reconnecting => "registered, and reconnecting under the new name",
            Self::Registered => "registered",
            Self::Refused => "the registration was refused",
            Self::Deregistered => "deregistered",
        })
    }
}

/// The changes that move a [`RegistrationState`] on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Change {
    /// The application wants the registree registered.
    Require,
    /// The request that registers was handed to the session.
    Send,
    /// There is a resource of its name already; the registrar was asked whose it is.
    Check,
    /// The registrar knows the registree.
    Accept,
    /// The registrar knows it, and the connection has to be opened anew under its name.
    AcceptUnnamed,
    /// The connection says its name.
    Name,
    /// The registrar does not want it, or it cannot be sent.
    Refuse,
    /// There was no definite answer.
    Retry,
    /// The registrar does not know the registree any more.
    Forget,
    /// The resource that registers was deleted.
    Deregister,
}

impl RegistrationState {
    /// The state that a change leads to. A change that does not concern a state leaves it as it is.
    pub(super) const fn after(self, change: Change) -> Self {
        match (self, change) {
            (_, Change::Require) | (Self::Registered, Change::Forget) => Self::Needed,
            (Self::Needed | Self::Refused, Change::Send) => Self::Sent,
            (Self::Needed | Self::Refused, Change::Refuse) => Self::Refused,
            (Self::Sent, Change::Check) => Self::Checking,
            (Self::Sent | Self::Checking, Change::Accept) => Self::Registered,
            (Self::Sent | Self::Checking, Change::AcceptUnnamed) => Self::Reconnecting,
            (Self::Sent | Self::Checking, Change::Refuse) => Self::Refused,
            (Self::Sent | Self::Checking, Change::Retry) => Self::Needed,
            (Self::Reconnecting, Change::Name) => Self::Registered,
            (Self::Registered, Change::Deregister) => Self::Deregistered,
            (
                unchanged,
                Change::Send
                | Change::Check
                | Change::Accept
                | Change::AcceptUnnamed
                | Change::Name
                | Change::Refuse
                | Change::Retry
                | Change::Forget
                | Change::Deregister,
            ) => unchanged,
        }
    }
}
