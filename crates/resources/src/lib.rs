//! Typed oneM2M resources: a struct for each resource of TS-0004 and each complex type, enumerations with names, and, domain by
//! domain behind a feature, the flexContainers of TS-0023.
//!
//! Fields have long names in snake case, and the short names of TS-0004 8.2 stand on the wire, in JSON, XML and CBOR.
//!
//! ```
//! use onem2m_primitive::{Content, RequestIdentifier, RequestPrimitive, Resource};
//! use onem2m_resources::{Ae, CommonAttributes};
//!
//! let ae = Ae::new("Nthermo", true, ["3"]).resource_name("thermo").labels(["hvac"]);
//! let request = RequestPrimitive::create("cse-in", RequestIdentifier::UNASSIGNED, Ae::TYPE, Content::resource(&ae)?);
//! let content = request.content.as_ref().ok_or("no content")?;
//! assert_eq!(content.to_string(), r#"{"m2m:ae":{"rn":"thermo","lbl":["hvac"],"api":"Nthermo","rr":true,"srv":["3"]}}"#);
//!
//! // A response has what the CSE assigned besides.
//! # use onem2m_primitive::{ResponsePrimitive, ResponseStatusCode};
//! # let response = ResponsePrimitive::new(ResponseStatusCode::CREATED, RequestIdentifier::numbered(1, 1)).content(
//! #     Content::json_text(r#"{"m2m:ae":{"rn":"thermo","ri":"Cthermo","aei":"Cthermo","api":"Nthermo","rr":true}}"#)?,
//! # );
//! let ae: Ae = response.resource()?;
//! assert_eq!(ae.common.resource_id.as_deref(), Some("Cthermo"));
//! assert_eq!(ae.ae_id.as_deref(), Some("Cthermo"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # One struct to create, to update and to read
//!
//! Which attributes are there depends on the request: the hosting CSE assigns some, an UPDATE has those that change, and a
//! notification may have those that have changed. So all fields are optional, and `new` takes what a request to create the
//! resource has to have. `default()` has nothing: for an UPDATE. Every attribute has a method of its name that sets it; those
//! that resources have in common are set by [`CommonAttributes`], [`MgmtObjAttributes`] and [`FlexContainerAttributes`]. The
//! documentation of a field tells the short name, the long name, the type and the multiplicity.
//!
//! Attributes that a type does not know are kept and written again: those of vendors and of other releases, attributes that are NULL,
//! and child resources, which [`Attributes`] reads and adds by their types.
//!
//! ```
//! use onem2m_primitive::{Content, OwnedValue, Serialization};
//! use onem2m_resources::{Attributes, Container, ContentInstance};
//!
//! let content = Content::json_text(r#"{"m2m:cnt":{"mni":10,"x-room":"5","m2m:cin":[{"con":21.5}]}}"#)?;
//! let container: Container = content.read_resource()?;
//! assert_eq!(container.max_nr_of_instances, Some(10));
//! assert_eq!(container.other["x-room"], OwnedValue::from("5"));
//! let instances: Vec<ContentInstance> = container.children()?;
//! assert_eq!(instances[0].content.as_ref().and_then(OwnedValue::as_f64), Some(21.5));
//! # Ok::<(), onem2m_primitive::ContentError>(())
//! ```
//!
//! # Notifications
//!
//! ```
//! use onem2m_primitive::{Content, RequestIdentifier, RequestPrimitive};
//! use onem2m_resources::ContentInstance;
//!
//! let content = Content::json_text(r#"{"m2m:sgn":{"nev":{"rep":{"m2m:cin":{"con":"21.5"}},"net":3},"sur":"cse-in/sub"}}"#)?;
//! let request = RequestPrimitive::notify("Cthermo", RequestIdentifier::numbered(1, 1), content);
//! for notification in request.notifications::<ContentInstance>()? {
//!     let representation = notification.event.and_then(|event| event.representation);
//!     let instance = representation.ok_or("a verification request")?.0;
//!     assert_eq!(instance.content, Some("21.5".into()));
//! }
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Resources that are in no table
//!
//! Any type that serde reads and writes is a resource as soon as it has a root and a resource type: see
//! [`Resource`](onem2m_primitive::Resource).
//!
//! # Features
//!
//! None is on by default. `agriculture`, `city`, `common`, `health`, `home`, `management`, `metadata`, `public-safety`,
//! `railway` and `vehicular` are the domains of TS-0023, each a module of that name. The serializations are features of
//! `onem2m-primitive`. The crate is `no_std` and needs `alloc`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[macro_use]
mod macros;
mod attributes;
mod generated;
mod record;

pub use attributes::{Announceable, Announced, Attributes};
pub use generated::parts::{
    Common, CommonAttributes, FlexContainerAttributes, FlexContainerCommon, MgmtObj,
    MgmtObjAttributes,
};
pub use generated::resources::*;
pub use generated::{enumerations, interworking, mgmt, types};

#[cfg(feature = "agriculture")]
pub use generated::agriculture;
#[cfg(feature = "city")]
pub use generated::city;
#[cfg(feature = "common")]
pub use generated::common;
#[cfg(feature = "health")]
pub use generated::health;
#[cfg(feature = "home")]
pub use generated::home;
#[cfg(feature = "management")]
pub use generated::management;
#[cfg(feature = "metadata")]
pub use generated::metadata;
#[cfg(feature = "public-safety")]
pub use generated::public_safety;
#[cfg(feature = "railway")]
pub use generated::railway;
#[cfg(feature = "vehicular")]
pub use generated::vehicular;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
