//! Drives `onem2m-ws-core` connections on any async runtime.

#![forbid(unsafe_code)]

mod error;
mod handshake;
mod pump;
mod split;
mod storage;
mod stream;
mod transport;
mod websocket;

pub use onem2m_ws_core as core;

pub use error::Error;
pub use handshake::{Accepting, Tunnel, accept, connect, tunnel};
pub use split::{Receiver, Sender, TrySendError};
pub use stream::Messages;
pub use transport::{Timer, Transport};
pub use websocket::{Outgoing, WebSocket};
