//! Notifications: subscriptions as streams, and the requests of a CSE to an AE.
//!
//! # Subscribing
//!
//! [`Ae::subscribe`] creates a `<subscription>` whose target is the AE, and returns the notifications of it as a stream. The
//! verification request of the CSE (TS-0001 10.2.10.2) and the notifications are answered with 2000 by the AE's task, whether
//! or not the application takes them at once.
//!
//! ```no_run
//! use onem2m_resources::ContentInstance;
//! use onem2m_ws_tokio::{Ae, AeError};
//!
//! async fn watch(ae: &Ae) -> Result<(), AeError> {
//!     let mut readings = ae.subscribe::<ContentInstance>("cse-in/thermo/data").await?;
//!     while let Some(notified) = readings.next().await {
//!         match notified {
//!             Ok(notified) => println!("{:?}", notified.resource),
//!             Err(error) => eprintln!("another resource: {error}"),
//!         }
//!     }
//!     // The subscription was deleted, or the AE has ended.
//!     Ok(())
//! }
//! ```
//!
//! `subscribe` asks for the resources that are created below the address. [`subscribe_to`] takes the events to be notified
//! of:
//!
//! ```no_run
//! use onem2m_resources::Container;
//! use onem2m_ws_tokio::driver::primitive::NotificationEventType;
//! use onem2m_ws_tokio::{Ae, AeError};
//!
//! async fn watch(ae: &Ae) -> Result<(), AeError> {
//!     let events = [
//!         NotificationEventType::UPDATE_OF_RESOURCE,
//!         NotificationEventType::DELETE_OF_RESOURCE,
//!     ];
//!     let mut changes = ae.subscribe_to::<Container>("cse-in/thermo/data", &events).await?;
//!     while let Some(changed) = changes.next().await {
//!         println!("{:?}", changed?.event_type);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! Dropping the stream ends the interest, and not the `<subscription>`: later notifications of it are answered with 4004.
//! [`Subscription::delete`] deletes it at the CSE.
//!
//! # An application that does not keep up
//!
//! A stream keeps 64 notifications that were not taken, and all streams of an AE together about 16 MiB; the next notification
//! is answered with 5207, and the CSE decides what becomes of it. These are fields of [`AeLimits`], which [`driver::ae`]
//! takes.
//!
//! # Other requests to the AE
//!
//! A request that is no notification of one of these streams is answered with 4005, unless the application asks for such
//! requests:
//!
//! ```no_run
//! use onem2m_ws_tokio::Ae;
//! use onem2m_ws_tokio::driver::primitive::{ResponsePrimitive, ResponseStatusCode};
//!
//! async fn answer(ae: &Ae) {
//!     let Some(mut requests) = ae.requests() else { return };
//!     while let Some(incoming) = requests.next().await {
//!         let response = ResponsePrimitive::to_request(&incoming.request, ResponseStatusCode::OK);
//!         incoming.responder.respond(response);
//!     }
//! }
//! ```
//!
//! A [`Responder`] that is dropped answers 5000, and one that waits too long 4008, so no request of the CSE stays without an
//! answer.
//!
//! # Without verbs
//!
//! [`registree`] has the same beneath: `incoming` has every request that comes, notifications too. The answer of [`accept`]
//! is the 2000 that a CSE wants for a notification. The example `gateway` takes the notifications of three AEs that way.
//!
//! ```no_run
//! use onem2m_resources::ContentInstance;
//! use onem2m_ws_tokio::Incoming;
//!
//! async fn take(mut incoming: Incoming) {
//!     while let Some(request) = incoming.next().await {
//!         let request = request.accept();
//!         match request.notifications::<ContentInstance>() {
//!             Ok(notifications) => println!("{} for {}", notifications.len(), request.to),
//!             Err(error) => eprintln!("no notification of a content instance: {error}"),
//!         }
//!     }
//! }
//! ```
//!
//! # Notifications while there is no connection
//!
//! They wait at a CSE that follows TS-0020 6.5, such as a [`registrar`] of this crate, and come with the next connection: see
//! [`sleeping`]. ACME keeps none.
//!
//! [`Ae::subscribe`]: crate::Ae::subscribe
//! [`AeLimits`]: crate::driver::AeLimits
//! [`Responder`]: crate::Responder
//! [`Subscription::delete`]: crate::driver::Subscription::delete
//! [`accept`]: crate::IncomingRequest::accept
//! [`driver::ae`]: crate::driver::ae()
//! [`registrar`]: crate::registrar
//! [`registree`]: crate::registree
//! [`sleeping`]: super::sleeping
//! [`subscribe_to`]: crate::Ae::subscribe_to
