//! TLS and identities: `wss`, where both sides know who the other is (TS-0020 7, TS-0003).
//!
//! There is no TLS without verification: trust anchors are always needed, a server always asks for a certificate or a key,
//! and a client refuses a server that does not ask for its certificate. The two features can be on together, and each setting
//! says which of them it is made with:
//!
//! | feature | identities | versions |
//! |---|---|---|
//! | `rustls` | certificates, raw public keys | TLS 1.3 and 1.2 |
//! | `openssl` | certificates, pre-shared keys, keys that are looked up | TLS 1.2 |
//!
//! `openssl` has the suites that TS-0003 makes mandatory, and needs the headers of OpenSSL. The feature `native-certs` adds
//! `TrustAnchors::from_platform()`. All types are in `driver::tls`.
//!
//! # An AE
//!
//! A [`Route`] is the way to a server; with TLS it leads to `wss` points of access as well, at every reopening.
//!
//! ```no_run
//! # #[cfg(feature = "rustls")]
//! # mod with_tls {
//! use onem2m_ws_tokio::core::Config;
//! use onem2m_ws_tokio::driver::binding::RegistreeConfig;
//! use onem2m_ws_tokio::driver::tls::{ClientTls, Identity, TrustAnchors};
//! use onem2m_ws_tokio::driver::{self, AeLimits};
//! use onem2m_ws_tokio::{Ae, Options, Route, TokioRuntime, route_connector};
//!
//! pub async fn secured(config: RegistreeConfig) -> Result<Ae, Box<dyn std::error::Error>> {
//!     let anchors = TrustAnchors::from_pem(&std::fs::read("ca.pem")?)?;
//!     let identity = Identity::from_pem(&std::fs::read("ae.pem")?, &std::fs::read("ae.key")?)?;
//!     let route = Route::direct().tls(ClientTls::rustls(&anchors, &identity)?);
//!     let connector = route_connector(route, Options::default());
//!     let (ae, task) = driver::ae(config, Config::default(), AeLimits::default(), connector, TokioRuntime)?;
//!     tokio::spawn(task);
//!     ae.registered_or_failed().await?;
//!     Ok(ae)
//! }
//! # }
//! ```
//!
//! `ClientTls::rustls_anonymous` is for servers that know their clients by other means than TLS: deployed CSEs do, TS-0020
//! does not. It shows no certificate.
//!
//! The server is taken for who its certificate names: the host of the URL, unless `server_identity(ServerIdentity::CseId(…))`
//! asks for a CSE by the public domain name of its CSE-ID, whatever host that runs on (TS-0003 8.2.2.2).
//!
//! # A CSE
//!
//! ```no_run
//! # #[cfg(feature = "rustls")]
//! # mod with_tls {
//! use onem2m_ws_tokio::driver::tls::{Identity, ServerTls, TrustAnchors};
//! use onem2m_ws_tokio::{PlainListener, TlsListener, TokioRuntime};
//! use tokio::net::TcpListener;
//!
//! pub async fn listener() -> Result<TlsListener, Box<dyn std::error::Error>> {
//!     let anchors = TrustAnchors::from_pem(&std::fs::read("ca.pem")?)?;
//!     let identity = Identity::from_pem(&std::fs::read("cse.pem")?, &std::fs::read("cse.key")?)?;
//!     let tls = ServerTls::rustls(&anchors, &identity)?;
//!     let listener = PlainListener(TcpListener::bind("0.0.0.0:9443").await?);
//!     Ok(TlsListener::new(listener, TokioRuntime, tls, "//operator.org/id-in"))
//! }
//! # }
//! ```
//!
//! [`serve`] takes it as any other listener. An AE-ID certificate names its AE in a URI of its subject alternative names, in
//! absolute form: `//operator.org/id-in/Cmeter` (TS-0003 10.1.1.5). At the CSE `//operator.org/id-in` that AE may call itself
//! `Cmeter`, too, and nobody else. A client whose certificate names no entity is answered 403 with the reason. The example
//! `mutual_tls` has both sides, and the commands that make its certificates.
//!
//! Certificates of devices and nodes name no entity: `TlsListener::with_entities` takes a function that says which AE-IDs may
//! be used with one.
//!
//! # Certificates
//!
//! A key is on the curve P-256 and made for signatures, and names stand in the subject alternative names, without wildcards
//! (TS-0003 10.1.1). A certificate of one's own that no conforming peer would take is refused as soon as it is read, as is a
//! key that is not its own. Revocation lists are not supported, and sessions are never resumed.
//!
//! # Pre-shared keys
//!
//! With the feature `openssl`. A key has 16 to 256 bytes and an identity:
//!
//! ```no_run
//! # #[cfg(feature = "openssl")]
//! # mod with_tls {
//! use onem2m_ws_tokio::driver::tls::{ClientTls, CredentialsError, KeyFuture, KeyLookup, PreSharedKey, ServerTls};
//!
//! struct Keys(Vec<PreSharedKey>);
//!
//! impl KeyLookup for Keys {
//!     fn key(&self, identity: &str) -> KeyFuture<'static> {
//!         let key = self.0.iter().find(|key| key.identity() == identity).cloned();
//!         Box::pin(async move { key })
//!     }
//! }
//!
//! pub fn both_sides(key: PreSharedKey) -> Result<(ClientTls, ServerTls), CredentialsError> {
//!     let client = ClientTls::pre_shared_key(key.clone())?;
//!     Ok((client, ServerTls::pre_shared_keys(Keys(vec![key]))?))
//! }
//! # }
//! ```
//!
//! The look-up is a future, so it may ask a server of keys (MAF, TS-0003 8.2.2.3) without holding up other connections. Which
//! entity belongs to a key is configured, by `with_entities`. The example `psk` has both sides.
//!
//! # Reasons
//!
//! A connection that was not secured says why, in a line: `TlsError::of` finds the reason in an `io::Error`, and the events
//! of a registrar have the clients that it did not let in.
//!
//! | line | remedy |
//! |---|---|
//! | `the server does not speak TLS here` | `ws` and `wss` are mixed up, or the port is another one |
//! | `the server's certificate is not for …, but for …` | the URL has another host than the certificate |
//! | `the peer ended the connection with the TLS alert unknown_ca` | the server has other trust anchors |
//! | `no entity belongs to …` | the certificate of the client has no AE-ID or CSE-ID |
//!
//! # Plain WebSocket
//!
//! `connect_tls` and `accept_tls` secure a connection without any node: [`side_by_side`] has the rest of that.
//!
//! [`Route`]: crate::Route
//! [`serve`]: crate::serve
//! [`side_by_side`]: super::side_by_side
