//! An extractor for axum (feature `axum`).

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, Response};
use hyper::http::request::Parts;
use hyper::rt::{Read, ReadBuf, Write};
use hyper::upgrade::{OnUpgrade, Upgraded};
use onem2m_ws_driver::core::{
    Acceptance, Config, Connection, Inbox, Rejection, Request, Upgrade, select_subprotocol,
};
use onem2m_ws_driver::core::{Matching, Preference};
use onem2m_ws_driver::{self as driver, Timer, Transport, seed};

use crate::TokioTimer;

/// A request to open a WebSocket connection, as an extractor of axum: answers what is no such request with the status and the
/// text that RFC 6455 §4.2.2 wants, and hands over the connection once axum has written the 101.
///
/// ```
/// use axum::Router;
/// use axum::response::Response;
/// use axum::routing::get;
/// use onem2m_ws_tokio::WebSocketUpgrade;
///
/// async fn echo(upgrade: WebSocketUpgrade) -> Response {
///     upgrade.on_upgrade(async |mut websocket| {
///         while let Ok(Some((message, websocket))) = websocket.next().await {
///             let Ok(()) = websocket.feed(message).await else { break };
///         }
///     })
/// }
///
/// let router: Router = Router::new().route("/echo", get(echo));
/// ```
///
/// HTTP/1.1 only: a connection in HTTP/2 (RFC 8441) is refused with 505.
#[derive(Debug)]
#[must_use = "the client waits for an answer"]
pub struct WebSocketUpgrade {
    upgrade: Upgrade,
    on_upgrade: OnUpgrade,
    acceptance: Acceptance,
}

/// A connection that an HTTP server has handed over.
pub type UpgradedWebSocket = driver::WebSocket<UpgradedTransport, TokioTimer>;

impl WebSocketUpgrade {
    /// Returns the request of the client, valid by RFC 6455 §4.2.1: its path, header fields, origin and what it offers.
    pub const fn request(&self) -> &Request {
        self.upgrade.request()
    }

    /// Sets the limits of the connection (default [`Config::default`]).
    pub fn config(mut self, config: Config) -> Self {
        self.upgrade = self.upgrade.config(config);
        self
    }

    /// Chooses the first subprotocol of the client's that is among `supported` (RFC 6455 §1.9); none where there is no such one.
    pub fn subprotocols(mut self, supported: &[&str]) -> Self {
        let offered = self.upgrade.request().subprotocols();
        let chosen = select_subprotocol(offered, supported, Preference::Client, Matching::Exact);
        self.acceptance = Acceptance::new().subprotocol(chosen);
        self
    }

    /// Sets the answer: a subprotocol, extensions and header fields of the application's choice.
    pub fn acceptance(mut self, acceptance: Acceptance) -> Self {
        self.acceptance = acceptance;
        self
    }

    /// Accepts the request. `serve` gets the connection in a task of its own, once the 101 was written; a client that has gone
    /// before that is not served.
    pub fn on_upgrade<F>(
        self,
        serve: impl FnOnce(UpgradedWebSocket) -> F + Send + 'static,
    ) -> Response
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.on_upgrade_parts(|transport, connection| {
            let timer = TokioTimer::default();
            serve(driver::WebSocket::new(
                transport,
                timer,
                connection,
                Inbox::new(),
            ))
        })
    }

    /// Accepts the request as [`on_upgrade`](Self::on_upgrade) does, for an owner that drives the connection itself, such as
    /// [`RegistrarHandle::upgraded`](driver::RegistrarHandle::upgraded).
    pub fn on_upgrade_parts<F>(
        self,
        serve: impl FnOnce(UpgradedTransport, Connection) -> F + Send + 'static,
    ) -> Response
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let Self {
            upgrade,
            on_upgrade,
            acceptance,
        } = self;
        let now = TokioTimer::default().now();
        let Ok((response, connection)) = upgrade.accept_http(now, &acceptance) else {
            // The acceptance is for something that was not offered.
            return UpgradeRejection(Rejection::internal_server_error()).into_response();
        };
        tokio::spawn(async move {
            // Else the client has gone.
            if let Ok(upgraded) = on_upgrade.await {
                serve(UpgradedTransport(upgraded), connection).await;
            }
        });
        response.map(|()| Body::empty())
    }
}

impl<S: Sync> FromRequestParts<S> for WebSocketUpgrade {
    type Rejection = UpgradeRejection;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, UpgradeRejection> {
        let seed = seed().map_err(|_| Rejection::service_unavailable())?;
        let upgrade = Upgrade::from_http_parts(parts, Config::default(), seed)
            .map_err(|violation| Rejection::from(&violation))?;
        // Behind something that hands over no stream.
        let on_upgrade = parts
            .extensions
            .remove()
            .ok_or_else(Rejection::internal_server_error)?;
        Ok(Self {
            upgrade,
            on_upgrade,
            acceptance: Acceptance::new(),
        })
    }
}

/// The answer to a request that opens no connection.
#[derive(Clone, Debug)]
pub struct UpgradeRejection(
    /// The status, the header fields and the text.
    pub Rejection,
);

impl From<Rejection> for UpgradeRejection {
    fn from(rejection: Rejection) -> Self {
        Self(rejection)
    }
}

impl IntoResponse for UpgradeRejection {
    fn into_response(self) -> Response {
        hyper::Response::<String>::from(&self.0).map(Body::from)
    }
}

/// The stream of a connection that hyper has upgraded.
#[derive(Debug)]
pub struct UpgradedTransport(
    /// The stream.
    pub Upgraded,
);

impl Transport for UpgradedTransport {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let mut space = ReadBuf::new(space);
        Pin::new(&mut self.0)
            .poll_read(cx, space.unfilled())
            .map_ok(|()| space.filled().len())
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match chunks {
            [chunk] => Pin::new(&mut self.0).poll_write(cx, chunk),
            chunks => Pin::new(&mut self.0).poll_write_vectored(cx, chunks),
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
