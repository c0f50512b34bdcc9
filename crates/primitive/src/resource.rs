//! Types that are resources, under their root elements.

use alloc::format;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Serialization;
use crate::config::CodecConfig;
use crate::content::{Content, ContentError};
use crate::error::{DecodeError, DecodeRule};
use crate::notification::{Notification, NotificationContent};
use crate::types::ResourceType;
use crate::value::{Name, Value};

/// A type that holds the attributes of a resource, which serde gives their short names.
///
/// The crate `onem2m-resources` has one for each resource of TS-0004. A resource that is in no table is a struct of the
/// user's with a small implementation:
///
/// ```
/// use onem2m_primitive::{Content, Resource, ResourceType};
///
/// #[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize)]
/// struct Valve { cnd: String, open: bool }
///
/// impl Resource for Valve {
///     const ROOT: &'static str = "acme:valve";
///     const TYPE: ResourceType = ResourceType::FLEX_CONTAINER;
/// }
///
/// let valve = Valve { cnd: "org.example.valve".into(), open: true };
/// let content = Content::resource(&valve)?;
/// assert_eq!(content.to_string(), r#"{"acme:valve":{"cnd":"org.example.valve","open":true}}"#);
/// assert_eq!(content.read_resource::<Valve>()?, valve);
/// # Ok::<(), onem2m_primitive::ContentError>(())
/// ```
pub trait Resource {
    /// The root element: `m2m:cnt`.
    const ROOT: &'static str;
    /// The resource type: `ty`.
    const TYPE: ResourceType;
}

/// An object with one member, a resource under its root: the form of content, and of the representation in a notification.
///
/// Serialized, `Rooted(container)` is `{"m2m:cnt":{…}}`. With another root the value is refused.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Rooted<R>(pub R);

impl<R: Resource> Resource for &R {
    const ROOT: &'static str = R::ROOT;
    const TYPE: ResourceType = R::TYPE;
}

impl<R: Resource + Serialize> Serialize for Rooted<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(R::ROOT, &self.0)?;
        map.end()
    }
}

impl<'de, R: Resource + Deserialize<'de>> Deserialize<'de> for Rooted<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Root(PhantomData))
    }
}

struct Root<R>(PhantomData<R>);

impl<'de, R: Resource + Deserialize<'de>> Visitor<'de> for Root<R> {
    type Value = Rooted<R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the one member {}", R::ROOT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Rooted<R>, A::Error> {
        let Some(Name(name)) = members.next_key()? else {
            return Err(de::Error::invalid_length(0, &self));
        };
        if name != R::ROOT {
            let name = name.escape_debug();
            return Err(de::Error::custom(format!(
                "{name} where {} belongs",
                R::ROOT
            )));
        }
        let resource = members.next_value()?;
        if members.next_entry::<Name<'_>, IgnoredAny>()?.is_some() {
            return Err(de::Error::invalid_length(2, &self));
        }
        Ok(Rooted(resource))
    }
}

impl Content<'_> {
    /// Returns a resource under its root, in the first serialization of JSON, CBOR and XML that is compiled in. An encoder
    /// transcodes the content into that of its primitive.
    ///
    /// # Errors
    ///
    /// As [`resource_in`](Self::resource_in).
    pub fn resource<R: Resource + Serialize>(
        resource: &R,
    ) -> Result<Content<'static>, ContentError> {
        let serialization = if cfg!(feature = "json") {
            Serialization::Json
        } else if cfg!(feature = "cbor") {
            Serialization::Cbor
        } else {
            Serialization::Xml
        };
        Self::resource_in(serialization, resource, &CodecConfig::default())
    }

    /// Returns a resource under its root, in this serialization.
    ///
    /// # Errors
    ///
    /// As [`serialized`](Self::serialized): the resource cannot be expressed in the serialization.
    pub fn resource_in<R: Resource + Serialize>(
        serialization: Serialization,
        resource: &R,
        config: &CodecConfig,
    ) -> Result<Content<'static>, ContentError> {
        Self::serialized(serialization, &Rooted(resource), config)
    }

    /// Reads the content as a resource. Names and values are those of JSON, whatever the serialization is.
    ///
    /// # Errors
    ///
    /// The content is another resource, or something else; or an attribute does not fit its type, and the error names it.
    pub fn read_resource<'de, R: Resource + Deserialize<'de>>(
        &'de self,
    ) -> Result<R, ContentError> {
        self.read().map(|Rooted(resource)| resource)
    }

    /// Reads the content as notifications, one (`m2m:sgn`) or several (`m2m:agn`), each with an `R` in its
    /// representation, if it has one.
    ///
    /// # Errors
    ///
    /// As [`read_resource`](Self::read_resource). With [`Value`] in place of a resource, see [`NotificationContent`].
    pub fn read_notifications<'de, R: Resource + Deserialize<'de>>(
        &'de self,
    ) -> Result<Vec<Notification<'de, Rooted<R>>>, ContentError> {
        let content: NotificationContent<'de, Rooted<R>> = self.read()?;
        Ok(content.into_notifications())
    }
}

impl Value<'_> {
    /// Reads the resource that the value is the root of, such as the representation in a notification.
    ///
    /// ```
    /// use onem2m_primitive::{Content, NotificationContent, Resource, ResourceType, Value};
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Instance { con: String }
    ///
    /// impl Resource for Instance {
    ///     const ROOT: &'static str = "m2m:cin";
    ///     const TYPE: ResourceType = ResourceType::CONTENT_INSTANCE;
    /// }
    ///
    /// let content = Content::json_text(r#"{"m2m:sgn":{"nev":{"rep":{"m2m:cin":{"con":"21.5"}},"net":3}}}"#)?;
    /// let notifications = content.read::<NotificationContent<'_, Value<'_>>>()?.into_notifications();
    /// let event = notifications[0].event.as_ref().ok_or("no event")?;
    /// let representation = event.representation.as_ref().ok_or("no representation")?;
    /// if representation.root_name() == Some(Instance::ROOT) {
    ///     assert_eq!(representation.read_resource::<Instance>()?.con, "21.5");
    /// }
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Content::read_resource`].
    pub fn read_resource<'de, R: Resource + Deserialize<'de>>(
        &'de self,
    ) -> Result<R, ContentError> {
        self.read_into().map(|Rooted(resource)| resource)
    }

    /// The name of the single member of an object, such as `m2m:cin`.
    #[must_use]
    pub fn root_name(&self) -> Option<&str> {
        match self {
            Self::Object(members) => match &**members {
                [(name, _)] => Some(name),
                [] | [_, ..] => None,
            },
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Text(_) | Self::Array(_) => {
                None
            }
        }
    }
}

/// The content of a request or a response, which has to be there.
pub(crate) fn present<'c, 'a>(
    content: Option<&'c Content<'a>>,
) -> Result<&'c Content<'a>, ContentError> {
    content.ok_or_else(|| {
        ContentError::Decode(DecodeError {
            path: "pc".into(),
            ..DecodeError::new(DecodeRule::Missing)
        })
    })
}
