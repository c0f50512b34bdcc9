//! Values that stay in the serialization they came in.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::Serialization;

/// A value in the serialization it arrived in, untouched.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Raw<'a> {
    /// Valid JSON.
    Json(Cow<'a, str>),
    /// Valid CBOR.
    Cbor(Cow<'a, [u8]>),
    /// Well-formed XML.
    Xml(XmlFragment<'a>),
}

/// An element of XML, with the namespaces that are in scope around it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlFragment<'a> {
    /// The element, from its start tag to its end tag: the one that is in `pc`; or that of an unknown parameter itself, with the
    /// namespaces it uses declared in it.
    pub(crate) text: Cow<'a, str>,
    /// Prefix and namespace, for those in scope that are not `m2m` for that of oneM2M.
    pub(crate) namespaces: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// True if it is the content of an UPDATE request, in which an empty element is NULL (TS-0004 8.3.2).
    pub(crate) is_update: bool,
}

impl XmlFragment<'_> {
    /// Returns the element, from its start tag to its end tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns whether there may be an element with nothing in it.
    pub(crate) fn may_have_empty_elements(&self) -> bool {
        let has = |mark: &str| self.text.contains(mark);
        // A comment or a CDATA section may be all there is in one.
        has("/>") || has("></") || has("<!") || has("<?")
    }

    /// Returns the fragment, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> XmlFragment<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let namespaces = self.namespaces.into_iter();
        XmlFragment {
            text: owned(self.text),
            namespaces: namespaces
                .map(|(prefix, uri)| (owned(prefix), owned(uri)))
                .collect(),
            is_update: self.is_update,
        }
    }
}

impl Raw<'_> {
    /// Returns the length of the text or the bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Json(json) => json.len(),
            Self::Cbor(cbor) => cbor.len(),
            Self::Xml(xml) => xml.as_str().len(),
        }
    }

    /// Returns whether the text or the bytes are empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the serialization that the value is written in.
    #[must_use]
    pub const fn serialization(&self) -> Serialization {
        match self {
            Self::Json(_) => Serialization::Json,
            Self::Cbor(_) => Serialization::Cbor,
            Self::Xml(_) => Serialization::Xml,
        }
    }

    /// Returns the JSON, if the value is JSON.
    #[must_use]
    pub fn as_json(&self) -> Option<&str> {
        match self {
            Self::Json(text) => Some(text),
            Self::Cbor(_) | Self::Xml(_) => None,
        }
    }

    /// Returns the CBOR, if the value is CBOR.
    #[must_use]
    pub fn as_cbor(&self) -> Option<&[u8]> {
        match self {
            Self::Cbor(bytes) => Some(bytes),
            Self::Json(_) | Self::Xml(_) => None,
        }
    }

    /// Returns the XML, if the value is XML.
    #[must_use]
    pub const fn as_xml(&self) -> Option<&XmlFragment<'_>> {
        match self {
            Self::Xml(fragment) => Some(fragment),
            Self::Json(_) | Self::Cbor(_) => None,
        }
    }

    /// Returns the value, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Raw<'static> {
        match self {
            Self::Json(text) => Raw::Json(Cow::Owned(text.into_owned())),
            Self::Cbor(bytes) => Raw::Cbor(Cow::Owned(bytes.into_owned())),
            Self::Xml(fragment) => Raw::Xml(fragment.into_owned()),
        }
    }
}
