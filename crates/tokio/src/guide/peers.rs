//! Deployed peers, and the settings that they need.
//!
//! By default this library follows TS-0020 and TS-0004, and refuses the rest. The settings here are for systems in use; each
//! costs something, so none is a default but those that harm nobody. `config` is a [`RegistreeConfig`] or a
//! [`RegistrarConfig`]. ACME-CSE was measured; the others were read in their published sources.
//!
//! # ACME-CSE
//!
//! An AE at ACME-CSE 2026.5.3:
//!
//! ```
//! use onem2m_ws_tokio::driver::binding::{Pacing, RegistreeConfig, WrongKind};
//!
//! let ae = r#"{"m2m:ae":{"rn":"meter","api":"Nmeter","rr":true,"srv":["3"],"poa":["ws://default"]}}"#;
//! let mut config = RegistreeConfig::ae(["ws://127.0.0.1:8180".parse()?], "Cmeter", "cse-in", ae)?;
//! config.session.pacing = Some(Pacing::ONE_AT_A_TIME);
//! config.session.wrong_kind = WrongKind::Decode; // for CBOR
//! config.session.codec.leniency.white_space_in_items = true; // labels with blanks
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - ACME loses messages that come while it dispatches another. With [`Pacing::ONE_AT_A_TIME`] one request is under way, and
//!   a pause follows a message that has no response.
//! - ACME knows a connection by the field `X-M2M-Origin` of its handshake only: `config.sends_origin`, which is on. A
//!   connection that registers as `C` stays bound to that name, so either the AE chooses its AE-ID, or
//!   `config.reconnect_after_registration` opens another one.
//! - ACME notifies over the connection of an AE only if the point of access of the `<AE>` is `ws://default`, and `rr` is
//!   true.
//! - ACME wants `rvi` in every primitive. [`for_ae`] and the verbs say it; a request of one's own does with
//!   `release_version("3")`.
//! - ACME takes 2000 as the answer to a notification, and nothing else. That is the answer of [`accept`], and of the
//!   subscriptions of an [`Ae`].
//! - ACME sends JSON over connections of CBOR, unless the `<AE>` has `csz`. [`WrongKind::Decode`] takes it.
//! - ACME chooses JSON whatever the order of the offer is, and has no XML. For CBOR, `config.subprotocols` has nothing else.
//! - ACME takes messages of 1 MiB, and sends longer ones. `session.max_message_len` is 1 MiB; `Config::max_message_len` and
//!   `session.codec.limits.max_len` may have to be more.
//! - ACME ends without a Close frame, which counts as a loss: the connection is opened again. ACME keeps no notifications for
//!   the absent.
//! - ACME has labels with blanks, which [`Leniency::white_space_in_items`] takes.
//!
//! # Others
//!
//! - **Mobius** speaks the subprotocols of release 2 only, and rejects an offer whose first name it does not know. The
//!   default of `config.subprotocols`, [`JSON_OFFER`], begins with `oneM2M.R2.0.json`. Mobius notifies by connecting to a URL
//!   of the subscriber's, where a [`registrar`] has to listen.
//! - **nCube-Thyme** writes numbers and booleans as text, and lists of one item without the list: [`scalars_as_text`] and
//!   [`single_values`]. Its CBOR is hexadecimal text, for which there is no setting: a registrar offers it JSON or XML.
//! - **IoTDM** takes `m2m:rqp` and `m2m:rsp` around primitives: [`wrapped`] takes them, [`wrap`] writes them.
//! - **SI** negotiates no subprotocol: a registree then speaks the first that it has offered. Its greeting, which is no
//!   primitive, is dropped with an event, and the session goes on. For clients of that kind a registrar has
//!   [`without_subprotocol`].
//! - **tinyIoT** has buffers of 2048 bytes: `session.max_message_len`.
//! - **Encoders of Lua and MATLAB** write integers as `5.0`: [`integers_with_fraction`].
//! - **The samples of TS-0004 8.5.2** have byte strings for names in CBOR: [`byte_strings`].
//!
//! A registrar for whatever comes:
//!
//! ```
//! use onem2m_ws_tokio::driver::binding::{RegistrarConfig, Subprotocol, WrongKind};
//! use onem2m_ws_tokio::driver::primitive::Leniency;
//!
//! let mut config = RegistrarConfig::default();
//! config.session.codec.leniency = Leniency::DEPLOYED;
//! config.session.wrong_kind = WrongKind::Decode;
//! config.without_subprotocol = Some(Subprotocol::JSON);
//! config.paths = vec!["/mca".into()];
//! config.check()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Values that were accepted so are written anew as they should be, so the application and other peers see what is strict.
//!
//! # Finding out
//!
//! The events of a [registree](crate::RegistreeHandle::events) and of a [registrar](crate::driver::RegistrarHandle::events)
//! say what was dropped or refused, with the rule and the place: `a message was dropped: it is not a primitive: …`. The first
//! bytes of such a message are in the event, `session.sample_len` of them.
//!
//! [`Ae`]: crate::Ae
//! [`JSON_OFFER`]: crate::driver::binding::Subprotocol::JSON_OFFER
//! [`Leniency::white_space_in_items`]: crate::driver::primitive::Leniency::white_space_in_items
//! [`Pacing::ONE_AT_A_TIME`]: crate::driver::binding::Pacing::ONE_AT_A_TIME
//! [`RegistrarConfig`]: crate::driver::binding::RegistrarConfig
//! [`RegistreeConfig`]: crate::driver::binding::RegistreeConfig
//! [`WrongKind::Decode`]: crate::driver::binding::WrongKind::Decode
//! [`accept`]: crate::IncomingRequest::accept
//! [`byte_strings`]: crate::driver::primitive::Leniency::byte_strings
//! [`for_ae`]: crate::driver::binding::RegistreeConfig::for_ae
//! [`integers_with_fraction`]: crate::driver::primitive::Leniency::integers_with_fraction
//! [`registrar`]: crate::registrar
//! [`scalars_as_text`]: crate::driver::primitive::Leniency::scalars_as_text
//! [`single_values`]: crate::driver::primitive::Leniency::single_values
//! [`without_subprotocol`]: crate::driver::binding::RegistrarConfig::without_subprotocol
//! [`wrap`]: crate::driver::primitive::CodecConfig::wrap
//! [`wrapped`]: crate::driver::primitive::Leniency::wrapped
