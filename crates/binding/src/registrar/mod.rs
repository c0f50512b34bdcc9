//! The server side (TS-0020 5.2, 6.4, 6.5): the identities behind connections, and the routes of requests to registrees.
//!
//! A node's session lies in the node's [`Cell`]; the holder of custody of the [`Node`] drives it, for one poll. The [`Directory`] holds
//! names and limits. [`Registrar`] is all of them for a loop in one thread, where custody is `&mut`.

mod admission;
mod cell;
mod command;
mod config;
mod directory;
mod events;
mod node;
mod originators;
mod owner;
mod registration;
mod store;

use core::fmt;

pub use crate::session::StoreStep;
pub use admission::{Admission, Identity};
pub use cell::{Appended, By, Cell, CheckIn, CheckOut, Custody, Levels, Refused, Returned, Wakers};
pub use command::{Adopted, Claim, Command, Loaded, StoreAnswer, Submission};
pub use config::RegistrarConfig;
pub use directory::{Directory, Names, NotEntered, Place, Registration};
pub use events::RegistrarEvent;
pub use node::{Allowance, Effect, Node, Proof, Taken};
pub use owner::{Registrar, RouteError};
pub use store::{StoreOperation, StorePut, StoredRequest};

/// One connection of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ConnectionId(u64);

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The reason why an entity cannot be registered: there are as many nodes or entities as there may be.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct TooMany;

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too many entities are registered")
    }
}

impl core::error::Error for TooMany {}
