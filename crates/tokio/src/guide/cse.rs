//! A CSE that registers AEs: the registrar's side of TS-0020.
//!
//! A registrar accepts connections, knows who is behind each, hands requests to the application, and routes requests to the
//! registrees, connected or not. The application is a function from a request to a response: which resources there are is its
//! own affair.
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use onem2m_resources::{Ae, CommonAttributes};
//! use onem2m_ws_tokio::driver::binding::RegistrarConfig;
//! use onem2m_ws_tokio::driver::primitive::{
//!     Content, ResourceType, ResponsePrimitive, ResponseStatusCode,
//! };
//! use onem2m_ws_tokio::{IncomingRequest, PlainListener, ServeLimits, registrar, serve_spawning};
//! use tokio::net::TcpListener;
//!
//! async fn cse(incoming: IncomingRequest) {
//!     let request = &incoming.request;
//!     let response = match (request.resource_type, request.resource::<Ae>()) {
//!         (Some(ResourceType::AE), Ok(ae)) => {
//!             let name = request.from.as_deref().unwrap_or_default();
//!             let ae = ae.ae_id(name).resource_id(name);
//!             let created = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
//!             match Content::resource(&ae) {
//!                 Ok(content) => created.content(content),
//!                 Err(_) => return, // 5000 is answered
//!             }
//!         }
//!         _ => ResponsePrimitive::to_request(request, ResponseStatusCode::NOT_IMPLEMENTED),
//!     };
//!     incoming.responder.respond(response);
//! }
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let listener = TcpListener::bind("127.0.0.1:9000").await?;
//!     let mut config = RegistrarConfig::default();
//!     config.cse_id = Some("/id-in".into());
//!     let (registrar, task) = registrar(config)?;
//!     let handle = registrar.clone();
//!     tokio::spawn(async move {
//!         tokio::signal::ctrl_c().await.ok();
//!         handle.shutdown(Duration::from_secs(5)).await
//!     });
//!     serve_spawning(PlainListener(listener), registrar, task, cse, ServeLimits::default()).await?;
//!     Ok(())
//! }
//! ```
//!
//! The example `cse` is a small CSE in 150 lines: it creates, retrieves, discovers, and notifies subscribers. The example
//! `axum` has a registrar within an HTTP server.
//!
//! # Registrations
//!
//! A successful response to the creation of an `<AE>` or `<remoteCSE>` registers its originator, under the AE-ID that the
//! response gives. From then on requests to that entity go over the connection of its node. A request of an originator that
//! is not registered does not reach the application and is answered with 4106, unless `config.allows_unregistered` is set.
//!
//! After a restart the application says who is registered, for the registrations are resources of its own: [`restore`].
//! Several entities can live on one node and share its connection (TS-0020 5.2): those that register over it.
//!
//! # Identities
//!
//! `incoming.peer.identity` says who the peer is: [`Claimed`] on plain `ws`, where everybody can claim to be anybody, and
//! [`Authenticated`] over [TLS](super::tls). A connection speaks for the entities of its node, and a name that TLS has proved
//! cannot be claimed without TLS. A [`Handler`] of one's own can decide about each opening handshake (`admit`), such as by a
//! token in a header field.
//!
//! # Requests to registrees
//!
//! ```no_run
//! use onem2m_ws_tokio::RegistrarHandle;
//! use onem2m_ws_tokio::driver::primitive::{Content, RequestIdentifier, RequestPrimitive};
//!
//! async fn notify(registrar: &RegistrarHandle) -> Result<(), Box<dyn std::error::Error>> {
//!     let content = Content::json_text(r#"{"m2m:sgn":{"sur":"/id-in/cse-in/meter/s","vrq":true}}"#)?;
//!     let request = RequestPrimitive::notify("Cmeter", RequestIdentifier::UNASSIGNED, content);
//!     let request = request.from("/id-in").release_version("3");
//!
//!     // With its response:
//!     let response = registrar.request("Cmeter", request.clone()).await?;
//!     println!("{}", response.status);
//!     // Without waiting: the outcome is an event.
//!     let id = registrar.post("Cmeter", request)?;
//!     println!("posted {id}");
//!     Ok(())
//! }
//! ```
//!
//! While the node has no connection, requests wait for the next one (TS-0020 6.5). [`driver::registrar_with_store`] keeps
//! them over a restart, in a [`Store`] of the application's.
//!
//! # Web pages
//!
//! A browser sends the origin of its page, and no page may connect unless `config.origins` allows it (RFC 6455 §10.2): on
//! plain `ws` a page could speak for anybody.
//!
//! # Watching
//!
//! [`events`] and [`counters`] of the handle tell what happens, in words too; the feature `tracing` gives the same to the
//! crate `tracing`.
//!
//! [`Authenticated`]: crate::driver::binding::Identity::Authenticated
//! [`Claimed`]: crate::driver::binding::Identity::Claimed
//! [`Handler`]: crate::driver::Handler
//! [`Store`]: crate::driver::Store
//! [`counters`]: crate::driver::RegistrarHandle::counters
//! [`driver::registrar_with_store`]: crate::driver::registrar_with_store
//! [`events`]: crate::driver::RegistrarHandle::events
//! [`restore`]: crate::driver::RegistrarHandle::restore
