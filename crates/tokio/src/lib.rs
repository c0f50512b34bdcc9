//! WebSocket connections on tokio: what `onem2m-ws-core` and `onem2m-ws-driver` leave to a runtime, and no more.

#![forbid(unsafe_code)]

mod connect;
mod transport;

pub use onem2m_ws_driver as driver;
pub use onem2m_ws_driver::core;

pub use connect::{Options, accept, connect, connect_over, seed};
pub use transport::{TokioTimer, TokioTransport};

/// A connection over TCP.
pub type WebSocket<S = tokio::net::TcpStream> =
    onem2m_ws_driver::WebSocket<TokioTransport<S>, TokioTimer>;
/// A request over TCP that waits for its answer.
pub type Accepting<S = tokio::net::TcpStream> =
    onem2m_ws_driver::Accepting<TokioTransport<S>, TokioTimer>;
