//! A first AE: it registers at a CSE, makes resources, and reads them.
//!
//! Three crates are needed: `onem2m-ws-tokio`, `onem2m-resources` for typed resources, and `tokio` with the features `macros`
//! and `rt-multi-thread`. The primitives of TS-0004 are re-exported as [`driver::primitive`], the binding of TS-0020 as
//! [`driver::binding`].
//!
//! ```no_run
//! use onem2m_resources::{Ae, CommonAttributes, Container, ContentInstance};
//! use onem2m_ws_tokio::driver::binding::RegistreeConfig;
//! use onem2m_ws_tokio::driver::primitive::Content;
//! use onem2m_ws_tokio::{AeError, register};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), AeError> {
//!     let resource = Ae::new("Nmeter", true, ["3"]).resource_name("meter");
//!     let resource = Content::resource(&resource.point_of_access(["ws://default"]))?;
//!     let config = RegistreeConfig::for_ae(["ws://127.0.0.1:9000".parse()?], "Cmeter", "cse-in", resource);
//!     let ae = register(config).await?;
//!     ae.create(".", &Container::new().resource_name("data")).await?;
//!     let created = ae.create("./data", &ContentInstance::new("21.5")).await?;
//!     println!("{:?}", created.common.resource_id);
//!     Ok(())
//! }
//! ```
//!
//! The example `cse` is a CSE to try it with: `cargo run --release --example cse -- 127.0.0.1:9000`. The example `meter` is
//! this program with a subscription.
//!
//! # The lines, one by one
//!
//! - `Ae::new` takes the mandatory attributes of an `<AE>` (TS-0001 9.6.5): the App-ID, which begins with `N` where no
//!   authority has registered it; whether the AE takes requests; the release versions that the AE supports. Of these, `"3"`
//!   is what [`for_ae`] says in each request.
//! - The point of access `ws://default` is how ACME is told that notifications go over the connection of the AE. A registrar
//!   of this crate needs none.
//! - `for_ae` takes the points of access of the CSE, which are tried in turn; the AE-ID that the AE asks for; and the address
//!   of the `<CSEBase>`. With the AE-ID `"C"` the CSE chooses one.
//! - [`register`] connects, registers, and returns when the AE is registered, or has failed to be once. Its task goes on: a
//!   connection that was lost is opened again, and a CSE that has lost its state is registered at anew.
//!
//! A CSE that has a resource of that name already answers 4105. The AE then asks whose it is, and counts as registered if it
//! is the AE's own: the program can be started again without any clean-up.
//!
//! # Verbs
//!
//! | verb | operation | content that is returned |
//! |---|---|---|
//! | [`create`] | CREATE | the resource as the CSE has made it |
//! | [`retrieve`] | RETRIEVE | the resource |
//! | [`update`] | UPDATE | the response |
//! | [`delete`] | DELETE | none |
//! | [`discover`] | RETRIEVE with filter criteria | addresses |
//! | [`subscribe`] | CREATE of a `<subscription>` | a stream of notifications: see [`notifications`] |
//! | [`request`] | any | the response, whatever its status |
//! | [`deregister`] | DELETE of the `<AE>` | none, and the AE ends |
//!
//! The originator, the release version and the request identifier are filled in. The address `.` is the AE, `./data` a
//! resource below; any other address is as TS-0001 9.3.1 has it, such as `cse-in/other` or `/id-in/cse-in/other`.
//!
//! # Operations that take long
//!
//! A CSE may take longer for an operation than a response may. [`non_blocking`] gives the AE with verbs whose requests are
//! acknowledged at once, and carried out later (TS-0001 8.2.1.2); each verb asks for its result until there is one.
//!
//! ```no_run
//! # use onem2m_ws_tokio::{Ae, AeError};
//! async fn clear(ae: &Ae) -> Result<(), AeError> {
//!     ae.non_blocking().delete("./data").await
//! }
//! ```
//!
//! It asks every second, for 5 min: two fields of [`AeLimits`].
//!
//! # Errors
//!
//! A response that is no success is [`AeError::Refused`], with its status and the words of the CSE. `Display` and `Debug` of
//! an `AeError` are one line, so a `main` that returns one ends with that line and a status that is not zero.
//!
//! ```no_run
//! # use onem2m_resources::{CommonAttributes, Container};
//! # use onem2m_ws_tokio::driver::primitive::ResponseStatusCode;
//! # use onem2m_ws_tokio::{Ae, AeError};
//! async fn container(ae: &Ae) -> Result<(), AeError> {
//!     match ae.create(".", &Container::new().resource_name("data")).await {
//!         Ok(_) => Ok(()),
//!         // The container is there already.
//!         Err(error) if error.status() == Some(ResponseStatusCode::CONFLICT) => Ok(()),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```
//!
//! A request that has no response at all is [`AeError::Unanswered`]: [`outcomes`] says what is known of it.
//!
//! # Resources of one's own
//!
//! Any type that serde reads and writes is a resource as soon as it has a root and a resource type. This one is the same
//! flexContainer on the wire as if it were in a table:
//!
//! ```
//! use onem2m_ws_tokio::driver::primitive::{Content, Resource, ResourceType};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Valve {
//!     cnd: String,
//!     open: bool,
//! }
//!
//! impl Resource for Valve {
//!     const ROOT: &'static str = "acme:valve";
//!     const TYPE: ResourceType = ResourceType::FLEX_CONTAINER;
//! }
//!
//! let valve = Valve { cnd: "org.example.valve".into(), open: true };
//! let content = Content::resource(&valve)?;
//! assert_eq!(content.to_string(), r#"{"acme:valve":{"cnd":"org.example.valve","open":true}}"#);
//! # Ok::<(), onem2m_ws_tokio::driver::primitive::ContentError>(())
//! ```
//!
//! [`AeError::Refused`]: crate::AeError::Refused
//! [`AeError::Unanswered`]: crate::AeError::Unanswered
//! [`AeLimits`]: crate::driver::AeLimits
//! [`create`]: crate::Ae::create
//! [`delete`]: crate::Ae::delete
//! [`deregister`]: crate::Ae::deregister
//! [`discover`]: crate::Ae::discover
//! [`driver::binding`]: crate::driver::binding
//! [`driver::primitive`]: crate::driver::primitive
//! [`for_ae`]: crate::driver::binding::RegistreeConfig::for_ae
//! [`non_blocking`]: crate::Ae::non_blocking
//! [`notifications`]: super::notifications
//! [`outcomes`]: super::outcomes
//! [`register`]: crate::register
//! [`request`]: crate::Ae::request
//! [`retrieve`]: crate::Ae::retrieve
//! [`subscribe`]: crate::Ae::subscribe
//! [`update`]: crate::Ae::update
