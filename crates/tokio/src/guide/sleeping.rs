//! Sleeping and reopening: when a registree has a connection, and what happens to requests while there is none.
//!
//! The registration outlives the connection (TS-0020 5.2). A registree connects to its registrar as often as its [`Reopen`]
//! says, without the application's doing.
//!
//! | `config.reopen` | a connection is opened | for |
//! |---|---|---|
//! | [`Always`], the default | whenever there is none | nodes that take notifications |
//! | [`OnDemand`] | when there is something to send | nodes that only send |
//! | [`Schedule`] | within the times of a `<schedule>`, and when there is something to send | nodes with hours |
//!
//! # A sensor that sleeps
//!
//! ```
//! use std::time::Duration;
//!
//! use onem2m_ws_tokio::driver::binding::{RegistreeConfig, Reopen};
//!
//! let mut config = RegistreeConfig::new(["ws://127.0.0.1:9000".parse()?]);
//! config.reopen = Reopen::OnDemand;
//! config.idle_timeout = Some(Duration::from_secs(5)); // then the connection is closed (TS-0020 6.3)
//! config.verification_statuses = Vec::new(); // no question after each reopening
//! config.check()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An `idle_timeout` together with `Reopen::Always` is refused by `check`, and by everything that makes a registree: the
//! connection would be opened again at once.
//!
//! Behind each connection but the first, a registree asks once whether the registrar knows it still, unless an answer to
//! something else has shown that already. That finds a registrar that has lost its state even if the node has nothing to ask,
//! and costs a RETRIEVE. A node that sends whenever it connects can leave it out, as above: the answer to what it sends says
//! the same.
//!
//! # A node that can be reached at night
//!
//! ```
//! use onem2m_ws_tokio::driver::binding::{RegistreeConfig, Reopen};
//!
//! let mut config = RegistreeConfig::new(["ws://127.0.0.1:9000".parse()?]);
//! // Second, minute, hour, day of the month, month, day of the week, year; in UTC.
//! config.reopen = Reopen::Schedule("* 0-5 2,6,10 * * * *".parse()?);
//! config.check()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Outside of these times the connection is closed as soon as nothing is under way.
//!
//! # By hand
//!
//! [`disconnect`] closes the connection for a while when nothing is under way, and [`connect`] asks for one although there is
//! nothing to send: to hear whether the registrar has something.
//!
//! ```no_run
//! # use onem2m_ws_tokio::{RegistreeHandle, driver::binding::RegistreeState};
//! async fn nap(registree: &RegistreeHandle) {
//!     registree.disconnect();
//!     let state = registree.state_changed(RegistreeState::Up).await;
//!     println!("{state}");
//!     tokio::time::sleep(std::time::Duration::from_secs(600)).await;
//!     registree.connect();
//! }
//! ```
//!
//! The handle of an [`Ae`] is [`Ae::registree`]. [`events`] tells of every change of the state.
//!
//! # Requests meanwhile
//!
//! - A request of the registree waits in order, and has a connection opened, until its request expiration timestamp, else for
//!   `session.delivery_timeout` (1 h).
//! - A request of the registrar waits in order for the next connection of the node (TS-0020 6.5), for the times of the
//!   registrar's configuration.
//!
//! The limits of what waits are `session.max_requests` (256) and `session.max_waiting_len` (1 MiB), for each node. A request
//! beyond waits for room in its future; one that was handed over without a future is refused. A registrar that is made with
//! [`driver::registrar_with_store`] keeps what waits over a restart.
//!
//! # After failures
//!
//! `config.backoff` says how long a registree waits after a failed attempt: 1 s, doubled each time up to 5 min, each time
//! between half of that and all of it, so that nodes which failed together do not come back together. All points of access
//! are tried before each wait. `config.registration_retry` says when a registration that has failed is sent again: after a
//! refusal, 10 s, doubled up to 1 h.
//!
//! # Keep-alive
//!
//! A connection that is silent for 30 s pings its peer, which wakes a radio. [`Config::ping_interval`] changes that, and
//! `None` leaves the pings out: then only the operating system finds out that a peer has vanished. [`driver::registree`]
//! takes a `Config`.
//!
//! [`Ae::registree`]: crate::Ae::registree
//! [`Ae`]: crate::Ae
//! [`Always`]: crate::driver::binding::Reopen::Always
//! [`Config::ping_interval`]: crate::core::Config::ping_interval
//! [`OnDemand`]: crate::driver::binding::Reopen::OnDemand
//! [`Reopen`]: crate::driver::binding::Reopen
//! [`Schedule`]: crate::driver::binding::Reopen::Schedule
//! [`connect`]: crate::RegistreeHandle::connect
//! [`disconnect`]: crate::RegistreeHandle::disconnect
//! [`driver::registrar_with_store`]: crate::driver::registrar_with_store
//! [`driver::registree`]: crate::driver::registree
//! [`events`]: crate::RegistreeHandle::events
