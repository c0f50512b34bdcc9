//! Outcomes: the ways in which a request ends, and what is known of a request without a response.
//!
//! Each request ends exactly once: with a response, or as a [`RequestFailure`]. None waits for ever, none is sent twice, and
//! none leaves after its expiration.
//!
//! # The time that a request has
//!
//! | time | limit | default |
//! |---|---|---|
//! | until the request is written | its request expiration timestamp, else `session.delivery_timeout` | 1 h |
//! | from then to its response | its request expiration timestamp, else `session.response_timeout` | 30 s |
//!
//! Both are fields of the [`SessionConfig`], and of the [`RequestOptions`] of one request:
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use onem2m_ws_tokio::driver::binding::{OnLoss, RequestOptions};
//! use onem2m_ws_tokio::driver::primitive::{RequestIdentifier, RequestPrimitive};
//! use onem2m_ws_tokio::{Ae, AeError};
//!
//! async fn ask(ae: &Ae) -> Result<(), AeError> {
//!     let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
//!     let options = RequestOptions {
//!         on_loss: Some(OnLoss::Fail),
//!         delivery_timeout: Some(Duration::from_secs(5)),
//!         response_timeout: Some(Duration::from_secs(2)),
//!     };
//!     let response = ae.request_with(request, options).await?;
//!     println!("{}", response.status);
//!     Ok(())
//! }
//! ```
//!
//! Dropping the future cancels the request: it is not sent any more, but if it was sent it may be carried out all the same.
//!
//! # The meaning of "unknown"
//!
//! A request that was written may have been carried out, although no response says so: the connection may have been lost on
//! the way there or on the way back. [`Delivery::Unknown`] says that; [`Delivery::Never`] says that not one byte of the
//! request has left, so that it is safe to ask again, here or elsewhere.
//!
//! | end | carried out? |
//! |---|---|
//! | [`NotTaken`], [`NotRegistered`] | no |
//! | [`Registration`], [`NoRegistration`] | no: there was no request, but the wait for a registration |
//! | [`Gone`] | unknown: the node has ended, or its task was dropped |
//! | [`Ended`] with [`Expired`] or [`SessionEnded`] | as their `Delivery` says |
//! | `Ended` with [`Lost`] | unknown |
//! | `Ended` with [`NotRegistered`](crate::driver::binding::Outcome::NotRegistered), [`Refused`], [`Replaced`] | no |
//! | `Ended` with [`Written`] | unknown: the request wants no response (response type 5) |
//!
//! ```
//! use onem2m_ws_tokio::RequestFailure;
//! use onem2m_ws_tokio::driver::binding::{Delivery, Outcome};
//!
//! /// Returns whether the request may have been carried out.
//! fn is_unknown(failure: &RequestFailure) -> bool {
//!     match failure {
//!         RequestFailure::Ended(outcome) => matches!(
//!             **outcome,
//!             Outcome::Expired(Delivery::Unknown)
//!                 | Outcome::SessionEnded(Delivery::Unknown)
//!                 | Outcome::Lost
//!                 | Outcome::Written
//!         ),
//!         RequestFailure::Gone => true,
//!         _ => false,
//!     }
//! }
//!
//! assert!(is_unknown(&RequestFailure::Ended(Box::new(Outcome::Lost))));
//! assert!(!is_unknown(&RequestFailure::Ended(Box::new(Outcome::Expired(Delivery::Never)))));
//! ```
//!
//! # Asking again
//!
//! The library never sends such a request again by itself, for only the application knows what a second time would do.
//!
//! - RETRIEVE, UPDATE and DELETE can be asked again: 4004 after a DELETE says that the first one was carried out.
//! - CREATE of a resource with a name can be asked again: 4105 says that the first one was carried out.
//! - CREATE of a resource without a name, such as a `<contentInstance>`, would make another one. Either the resource gets a
//!   name, or the application looks before it asks again.
//!
//! # A connection that is lost
//!
//! By default a request goes on waiting for its response over the next connection, until it expires ([`OnLoss::Wait`]). An AE
//! that does one thing after the other may rather know at once ([`OnLoss::Fail`]), as above.
//!
//! # A registration that is refused
//!
//! Requests wait for the registration. While the registrar refuses that, they end as `Ended` with `NotRegistered`, and not
//! one byte of them has left; `config.on_refusal` changes that. A registrar that cannot be reached is no refusal: requests
//! wait until they expire.
//!
//! [`Delivery::Never`]: crate::driver::binding::Delivery::Never
//! [`Delivery::Unknown`]: crate::driver::binding::Delivery::Unknown
//! [`Ended`]: crate::RequestFailure::Ended
//! [`Expired`]: crate::driver::binding::Outcome::Expired
//! [`Gone`]: crate::RequestFailure::Gone
//! [`Lost`]: crate::driver::binding::Outcome::Lost
//! [`NoRegistration`]: crate::RequestFailure::NoRegistration
//! [`NotRegistered`]: crate::RequestFailure::NotRegistered
//! [`NotTaken`]: crate::RequestFailure::NotTaken
//! [`OnLoss::Fail`]: crate::driver::binding::OnLoss::Fail
//! [`OnLoss::Wait`]: crate::driver::binding::OnLoss::Wait
//! [`Refused`]: crate::driver::binding::Outcome::Refused
//! [`Registration`]: crate::RequestFailure::Registration
//! [`Replaced`]: crate::driver::binding::Outcome::Replaced
//! [`RequestFailure`]: crate::RequestFailure
//! [`RequestOptions`]: crate::driver::binding::RequestOptions
//! [`SessionConfig`]: crate::driver::binding::SessionConfig
//! [`SessionEnded`]: crate::driver::binding::Outcome::SessionEnded
//! [`Written`]: crate::driver::binding::Outcome::Written
