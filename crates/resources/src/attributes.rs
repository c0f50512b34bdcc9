//! The attributes that any resource may have, whatever its type.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use onem2m_primitive::{Content, ContentError, OwnedValue, Resource, ResourceType};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The attributes of a resource that its type does not know, and its child resources.
pub trait Attributes {
    /// Returns attributes that the type does not know, by their short names; those that are NULL; and child resources, by
    /// their root elements.
    fn other(&self) -> &BTreeMap<String, OwnedValue>;

    /// Returns the same, to change them.
    fn other_mut(&mut self) -> &mut BTreeMap<String, OwnedValue>;

    /// Returns the resource with an attribute that its type does not know, such as one of a vendor's.
    #[must_use]
    fn with(mut self, short_name: impl Into<String>, value: impl Into<OwnedValue>) -> Self
    where
        Self: Sized,
    {
        self.other_mut().insert(short_name.into(), value.into());
        self
    }

    /// Returns the resource with NULL for an attribute, which deletes the attribute in an UPDATE (TS-0004 8.4.2).
    ///
    /// ```
    /// use onem2m_primitive::Content;
    /// use onem2m_resources::{Attributes, Container};
    ///
    /// let update = Container::default().max_nr_of_instances(5).deleting("lbl");
    /// let content = Content::resource(&update)?;
    /// assert_eq!(content.to_string(), r#"{"m2m:cnt":{"mni":5,"lbl":null}}"#);
    /// # Ok::<(), onem2m_primitive::ContentError>(())
    /// ```
    #[must_use]
    fn deleting(self, short_name: impl Into<String>) -> Self
    where
        Self: Sized,
    {
        self.with(short_name, OwnedValue::Null)
    }

    /// Reads the child resources of a type, which the result content of a request may ask for (TS-0004 6.3.4.2.7).
    ///
    /// ```
    /// use onem2m_primitive::Content;
    /// use onem2m_resources::{Attributes, Container, ContentInstance};
    ///
    /// let content = Content::json_text(r#"{"m2m:cnt":{"rn":"a","m2m:cin":[{"con":"21.5"},{"con":"22"}]}}"#)?;
    /// let container: Container = content.read_resource()?;
    /// let instances: Vec<ContentInstance> = container.children()?;
    /// assert_eq!(instances.len(), 2);
    /// # Ok::<(), onem2m_primitive::ContentError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// They do not fit the type, and the error names the attribute. If there are none, the result is empty.
    fn children<R: Resource + DeserializeOwned>(&self) -> Result<Vec<R>, ContentError> {
        let Some(children) = self.other().get(R::ROOT) else {
            return Ok(Vec::new());
        };
        children.read().map_err(|error| {
            let ContentError::Type { message, path } = error else {
                return error;
            };
            let path = match &*path {
                "" => R::ROOT.into(),
                path => format!("{}/{path}", R::ROOT),
            };
            ContentError::Type { message, path }
        })
    }

    /// Appends a child resource.
    ///
    /// # Errors
    ///
    /// As [`Content::resource`].
    fn push_child<R: Resource + Serialize>(&mut self, child: &R) -> Result<(), ContentError> {
        let content = Content::resource(child)?;
        let value = content.value()?;
        let child = value.get(R::ROOT).cloned();
        let child = child.map_or(OwnedValue::Null, OwnedValue::from);
        let children = self.other_mut().entry(R::ROOT.into());
        let children = children.or_insert(OwnedValue::Array(Vec::new()));
        if let OwnedValue::Array(children) = children {
            children.push(child);
        } else {
            *children = OwnedValue::Array(alloc::vec![child]);
        }
        Ok(())
    }
}

/// A resource that can be announced (TS-0001 9.6.26).
pub trait Announceable: Resource {
    /// The root element of the announced variant: `m2m:cntA`.
    const ANNOUNCED_ROOT: &'static str;
}

/// The announced variant of a resource. Its attributes are those of the original, and `link` among the common ones.
///
/// ```
/// use onem2m_primitive::{Content, Resource, ResourceType};
/// use onem2m_resources::{Announced, CommonAttributes, Container};
///
/// let announced = Announced(Container::default().link("/id-mn/cnt7"));
/// assert_eq!(Content::resource(&announced)?.to_string(), r#"{"m2m:cntA":{"lnk":"/id-mn/cnt7"}}"#);
/// assert_eq!(Announced::<Container>::TYPE, ResourceType::CONTAINER.announced());
/// # Ok::<(), onem2m_primitive::ContentError>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Announced<R>(pub R);

impl<R: Announceable> Resource for Announced<R> {
    const ROOT: &'static str = R::ANNOUNCED_ROOT;
    const TYPE: ResourceType = R::TYPE.announced();
}
