//! The way to a server: directly or through an HTTP proxy (TS-0020 6.6), in the clear or over TLS (TS-0020 7).

use core::fmt;
use core::future::Future;
use std::io;
#[cfg(all(feature = "rustls", feature = "native-certs"))]
use std::sync::OnceLock;

use onem2m_ws_core::{ClientRequest, ProxyConnect, RequestError, Response};

use crate::dial::{Network, Options, dial, dial_plain, needs_tls};
use crate::error::Error;
use crate::handshake::{Tunnel, connect, tunnel};
use crate::proxy::Proxy;
use crate::runtime::{Connector, Runtime};
use crate::seed::seed;
#[cfg(all(feature = "rustls", feature = "native-certs"))]
use crate::tls::TrustAnchors;
#[cfg(any(feature = "rustls", feature = "openssl"))]
use crate::tls::{self, ClientTls};
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;

/// A transport of whatever kind a [`Route`] needs.
pub type BoxTransport = Box<dyn Transport + Send>;

/// The way to a server. The plain one leads to `ws://` servers only.
///
/// The application chooses the way: no variable of the environment is read.
#[derive(Clone, Debug, Default)]
pub struct Route {
    proxy: Option<Proxy>,
    #[cfg(any(feature = "rustls", feature = "openssl"))]
    tls: Option<ClientTls>,
}

impl Route {
    /// Leads straight to the server.
    #[must_use]
    pub fn direct() -> Self {
        Self::default()
    }

    /// Leads straight to the server of `request`, as that wants: in the clear for `ws://`, and for `wss://` over TLS by rustls,
    /// with the trust anchors of the platform, which are read once. The client does not prove who it is; certificates are
    /// verified as everywhere here, so names with a wildcard do not count (TS-0003 10.1.1).
    ///
    /// # Errors
    ///
    /// For `wss://`: [`Unsupported`](io::ErrorKind::Unsupported) without the features `rustls` and `native-certs`; with them, the
    /// platform has no trust anchors.
    pub fn to(request: &ClientRequest) -> io::Result<Self> {
        let route = Self::direct();
        match request.is_secure() {
            true => route.secured_by_platform(),
            false => Ok(route),
        }
    }

    #[cfg(all(feature = "rustls", feature = "native-certs"))]
    fn secured_by_platform(self) -> io::Result<Self> {
        static PLATFORM: OnceLock<ClientTls> = OnceLock::new();
        if let Some(tls) = PLATFORM.get() {
            return Ok(self.tls(tls.clone()));
        }
        let anchors = TrustAnchors::from_platform().map_err(io::Error::other)?;
        let tls = ClientTls::rustls_anonymous(&anchors).map_err(io::Error::other)?;
        Ok(self.tls(PLATFORM.get_or_init(|| tls).clone()))
    }

    #[cfg(not(all(feature = "rustls", feature = "native-certs")))]
    fn secured_by_platform(self) -> io::Result<Self> {
        Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "wss needs TLS: turn on the features \"rustls\" and \"native-certs\", or give a route with TLS of its own",
        ))
    }

    /// Returns whether connections to `wss://` servers can be secured.
    #[must_use]
    pub const fn has_tls(&self) -> bool {
        #[cfg(any(feature = "rustls", feature = "openssl"))]
        let has_tls = self.tls.is_some();
        #[cfg(not(any(feature = "rustls", feature = "openssl")))]
        let has_tls = false;
        has_tls
    }

    /// Leads through a proxy, for `ws://` and `wss://` (TS-0020 6.2.2.1, 6.6).
    #[must_use]
    pub fn through(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Secures connections to `wss://` servers, from here to the server: a proxy sees nothing of them.
    #[cfg(any(feature = "rustls", feature = "openssl"))]
    #[must_use]
    pub fn tls(mut self, tls: ClientTls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Opens a transport to the server of `request`, ready for the opening handshake.
    ///
    /// # Errors
    ///
    /// The server, or the proxy, cannot be reached in time, is not who was expected, or refuses; `wss://` without TLS is
    /// [`Unsupported`](io::ErrorKind::Unsupported), and nothing is opened then.
    pub async fn open<N: Network>(
        &self,
        network: &N,
        mut timer: impl Timer,
        request: &ClientRequest,
        options: &Options,
    ) -> Result<BoxTransport, Error> {
        self.check(request)?;
        let transport: BoxTransport = match &self.proxy {
            Some(proxy) => through(proxy, network, &mut timer, request, options).await?,
            None => {
                let (host, port) = (request.host(), request.port());
                Box::new(dial(network, &mut timer, host, port, options).await?)
            }
        };
        #[cfg(any(feature = "rustls", feature = "openssl"))]
        if let Some(tls) = self.tls.as_ref().filter(|_| request.is_secure()) {
            let secured = tls::connect(transport, &mut timer, request.host(), tls).await?;
            return Ok(Box::new(secured));
        }
        Ok(transport)
    }

    /// Opens a connection to the server of `request` by this route, and returns the connection with the server's answer. The
    /// `connect_by` of every adapter calls this.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open); the server refuses or breaks a rule.
    pub async fn connect<N: Network, C: Timer>(
        &self,
        network: &N,
        mut timer: C,
        request: &ClientRequest,
        options: &Options,
    ) -> Result<(WebSocket<BoxTransport, C>, Response), Error> {
        let transport = self.open(network, &mut timer, request, options).await?;
        connect(transport, timer, request, options.config, seed()?).await
    }

    fn check(&self, request: &ClientRequest) -> io::Result<()> {
        #[cfg(any(feature = "rustls", feature = "openssl"))]
        let is_secured = self.tls.is_some();
        #[cfg(not(any(feature = "rustls", feature = "openssl")))]
        let is_secured = false;
        if request.is_secure() && !is_secured {
            return Err(needs_tls());
        }
        Ok(())
    }
}

/// Opens a connection to the server of `request`, a URL or a [`ClientRequest`], by [`Route::to`], and returns the connection with
/// the server's answer. The `connect` of every adapter calls this.
///
/// # Errors
///
/// As [`Route::to`] and [`Route::connect`]; [`Error::Request`] when the URL cannot be used.
pub async fn connect_to<N: Network, C: Timer, R: TryInto<ClientRequest, Error: Into<Error>>>(
    network: &N,
    timer: C,
    request: R,
    options: &Options,
) -> Result<(WebSocket<BoxTransport, C>, Response), Error> {
    let request = request.try_into().map_err(Into::into)?;
    let route = Route::to(&request)?;
    route.connect(network, timer, &request, options).await
}

/// Dials the `ws://` server of `request`, opens a connection, and returns the connection with the server's answer. The
/// `connect_tcp` of every adapter calls this.
///
/// # Errors
///
/// As [`dial_plain`]; the server refuses or breaks a rule.
pub async fn dial_and_connect<N: Network, C: Timer>(
    network: &N,
    mut timer: C,
    request: &ClientRequest,
    options: &Options,
) -> Result<(WebSocket<N::Transport, C>, Response), Error> {
    let transport = dial_plain(network, &mut timer, request, options).await?;
    connect(transport, timer, request, options.config, seed()?).await
}

/// A tunnel through a proxy, which is asked a second time if it wants credentials.
async fn through<N: Network>(
    proxy: &Proxy,
    network: &N,
    mut timer: impl Timer,
    request: &ClientRequest,
    options: &Options,
) -> Result<BoxTransport, Error> {
    let mut asking = None;
    loop {
        let stream = dial(network, &mut timer, &proxy.host, proxy.port, options).await?;
        let transport = secured(proxy, stream, &mut timer).await?;
        let asked = match asking.take() {
            Some(next) => next,
            None => ask(proxy, request, options, &timer).map_err(invalid)?,
        };
        match tunnel(transport, &mut timer, asked).await? {
            Tunnel::Open(transport) => return Ok(transport),
            Tunnel::RetryWithCredentials(next) => asking = Some(*next),
        }
    }
}

fn ask(
    proxy: &Proxy,
    request: &ClientRequest,
    options: &Options,
    timer: &impl Timer,
) -> Result<ProxyConnect, RequestError> {
    let mut config = options.config;
    config.handshake_timeout = options.proxy_timeout;
    let (host, port, now) = (request.host(), request.port(), timer.now());
    let credentials = proxy.credentials.as_ref();
    match credentials.map(|(user, password)| (user.as_str(), password.as_str())) {
        Some(credentials) if proxy.is_preemptive => {
            ProxyConnect::with_credentials(host, port, credentials, config, now)
        }
        credentials => ProxyConnect::new(host, port, credentials, config, now),
    }
}

/// The transport to a proxy, over TLS if that is wanted.
async fn secured<T: Transport + Send + 'static>(
    proxy: &Proxy,
    stream: T,
    timer: impl Timer,
) -> io::Result<BoxTransport> {
    #[cfg(any(feature = "rustls", feature = "openssl"))]
    if let Some(tls) = &proxy.tls {
        let mut timer = timer;
        let secured = tls::connect(stream, &mut timer, &proxy.host, tls).await?;
        return Ok(Box::new(secured));
    }
    let _ = (proxy, timer);
    Ok(Box::new(stream))
}

fn invalid(error: RequestError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, error)
}

/// A connector that takes a [`Route`] to each point of access of a registree.
#[derive(Clone)]
pub struct RouteConnector<N, R> {
    network: N,
    runtime: R,
    route: Route,
    options: Options,
}

impl<N: Network, R: Runtime + Clone> RouteConnector<N, R> {
    /// Makes a connector over a network, with the clock of a runtime.
    #[must_use]
    pub const fn new(network: N, runtime: R, route: Route, options: Options) -> Self {
        Self {
            network,
            runtime,
            route,
            options,
        }
    }
}

impl<N: Network + Sync, R: Runtime + Clone> Connector for RouteConnector<N, R> {
    type Transport = BoxTransport;

    fn supports_tls(&self) -> bool {
        self.route.has_tls()
    }

    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<BoxTransport, Error>> + Send + 'static {
        let (this, request) = (self.clone(), request.clone());
        async move {
            let timer = this.runtime.timer();
            this.route
                .open(&this.network, timer, &request, &this.options)
                .await
        }
    }
}

impl<N, R> fmt::Debug for RouteConnector<N, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RouteConnector")
            .field("route", &self.route)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
