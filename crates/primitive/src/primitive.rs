use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::content::{Content, Raw};
use crate::types::{Operation, RequestIdentifier, ResourceType, ResponseStatusCode, ResultContent};

/// A request or a response (TS-0004 6.4).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Primitive<'a> {
    /// It has `op`.
    Request(RequestPrimitive<'a>),
    /// It has `rsc`.
    Response(ResponsePrimitive<'a>),
}

impl Primitive<'_> {
    /// What ties request and response together.
    #[must_use]
    pub const fn request_identifier(&self) -> &RequestIdentifier<'_> {
        match self {
            Self::Request(request) => &request.request_identifier,
            Self::Response(response) => &response.request_identifier,
        }
    }

    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Primitive<'static> {
        match self {
            Self::Request(request) => Primitive::Request(request.into_owned()),
            Self::Response(response) => Primitive::Response(response.into_owned()),
        }
    }
}

impl<'a> From<RequestPrimitive<'a>> for Primitive<'a> {
    fn from(request: RequestPrimitive<'a>) -> Self {
        Self::Request(request)
    }
}

impl<'a> From<ResponsePrimitive<'a>> for Primitive<'a> {
    fn from(response: ResponsePrimitive<'a>) -> Self {
        Self::Response(response)
    }
}

/// A request primitive (TS-0004 6.4.1, table 8.2.2-1). Text borrows from what was decoded.
///
/// ```
/// use onem2m_primitive::{Operation, RequestIdentifier, RequestPrimitive, ResourceType};
///
/// let identifier = RequestIdentifier::new("r-0001").unwrap();
/// let request = RequestPrimitive::new(Operation::CREATE, "cse-in", identifier)
///     .from("C")
///     .resource_type(ResourceType::AE);
/// assert_eq!(request.to, "cse-in");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RequestPrimitive<'a> {
    /// `op`: what is asked for.
    pub operation: Operation,
    /// `to`: the address of the target.
    pub to: Cow<'a, str>,
    /// `fr`: the originator; absent only where an AE registers without an identifier of its own.
    pub from: Option<Cow<'a, str>>,
    /// `rqi`: unique among the originator's pending requests.
    pub request_identifier: RequestIdentifier<'a>,
    /// `ty`: the type of the resource to create.
    pub resource_type: Option<ResourceType>,
    /// `pc`: the representation, notification or attribute list.
    pub content: Option<Content<'a>>,
    /// `rqet`: when the request expires, as a timestamp or in milliseconds.
    pub request_expiration_timestamp: Option<Cow<'a, str>>,
    /// `rcn`: what the response is to contain.
    pub result_content: Option<ResultContent>,
    /// `rvi`: the release that the primitive follows.
    pub release_version: Option<Cow<'a, str>>,
    /// All other parameters, known or not, as they came.
    pub others: Vec<Parameter<'a>>,
}

/// A response primitive (TS-0004 6.4.2, table 8.2.3-1). Text borrows from what was decoded.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ResponsePrimitive<'a> {
    /// `rsc`: what became of the request.
    pub status: ResponseStatusCode,
    /// `rqi`: that of the request.
    pub request_identifier: RequestIdentifier<'a>,
    /// `pc`: the result.
    pub content: Option<Content<'a>>,
    /// `to`: the originator of the request.
    pub to: Option<Cow<'a, str>>,
    /// `fr`: who answers.
    pub from: Option<Cow<'a, str>>,
    /// `rvi`: the release that the primitive follows.
    pub release_version: Option<Cow<'a, str>>,
    /// All other parameters, known or not, as they came.
    pub others: Vec<Parameter<'a>>,
}

/// A parameter that has no field of its own: its short name, and its value in the serialization it came in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Parameter<'a> {
    /// The short name.
    pub name: Cow<'a, str>,
    /// The value.
    pub value: Raw<'a>,
}

impl<'a> RequestPrimitive<'a> {
    /// A request with what every request has.
    #[must_use]
    pub fn new(
        operation: Operation,
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
    ) -> Self {
        Self {
            operation,
            to: to.into(),
            from: None,
            request_identifier,
            resource_type: None,
            content: None,
            request_expiration_timestamp: None,
            result_content: None,
            release_version: None,
            others: Vec::new(),
        }
    }

    /// With the originator.
    #[must_use]
    pub fn from(mut self, originator: impl Into<Cow<'a, str>>) -> Self {
        self.from = Some(originator.into());
        self
    }

    /// With the type of the resource to create.
    #[must_use]
    pub const fn resource_type(mut self, resource_type: ResourceType) -> Self {
        self.resource_type = Some(resource_type);
        self
    }

    /// With content.
    #[must_use]
    pub fn content(mut self, content: Content<'a>) -> Self {
        self.content = Some(content);
        self
    }

    /// With the release version, such as `"3"`.
    #[must_use]
    pub fn release_version(mut self, release_version: impl Into<Cow<'a, str>>) -> Self {
        self.release_version = Some(release_version.into());
        self
    }

    /// With when it expires, as a timestamp or in milliseconds.
    #[must_use]
    pub fn expires(mut self, timestamp: impl Into<Cow<'a, str>>) -> Self {
        self.request_expiration_timestamp = Some(timestamp.into());
        self
    }

    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> RequestPrimitive<'static> {
        RequestPrimitive {
            operation: self.operation,
            to: owned(self.to),
            from: self.from.map(owned),
            request_identifier: self.request_identifier.into_owned(),
            resource_type: self.resource_type,
            content: self.content.map(Content::into_owned),
            request_expiration_timestamp: self.request_expiration_timestamp.map(owned),
            result_content: self.result_content,
            release_version: self.release_version.map(owned),
            others: self.others.into_iter().map(Parameter::into_owned).collect(),
        }
    }
}

impl<'a> ResponsePrimitive<'a> {
    /// A response with what every response has.
    #[must_use]
    pub const fn new(
        status: ResponseStatusCode,
        request_identifier: RequestIdentifier<'a>,
    ) -> Self {
        Self {
            status,
            request_identifier,
            content: None,
            to: None,
            from: None,
            release_version: None,
            others: Vec::new(),
        }
    }

    /// The response to `request`: its identifier, and the release version it came with.
    #[must_use]
    pub fn to_request(
        request: &RequestPrimitive<'_>,
        status: ResponseStatusCode,
    ) -> ResponsePrimitive<'static> {
        let mut response =
            ResponsePrimitive::new(status, request.request_identifier.clone().into_owned());
        response.release_version = request.release_version.clone().map(owned);
        response
    }

    /// With content.
    #[must_use]
    pub fn content(mut self, content: Content<'a>) -> Self {
        self.content = Some(content);
        self
    }

    /// With who answers.
    #[must_use]
    pub fn from(mut self, from: impl Into<Cow<'a, str>>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// With the originator of the request.
    #[must_use]
    pub fn to(mut self, to: impl Into<Cow<'a, str>>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> ResponsePrimitive<'static> {
        ResponsePrimitive {
            status: self.status,
            request_identifier: self.request_identifier.into_owned(),
            content: self.content.map(Content::into_owned),
            to: self.to.map(owned),
            from: self.from.map(owned),
            release_version: self.release_version.map(owned),
            others: self.others.into_iter().map(Parameter::into_owned).collect(),
        }
    }
}

impl Parameter<'_> {
    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Parameter<'static> {
        Parameter {
            name: owned(self.name),
            value: self.value.into_owned(),
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
