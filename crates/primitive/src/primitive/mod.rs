//! Requests and responses: their parameters (TS-0004 clauses 6.4 and 8.2), the same in all serializations.

mod display;
mod error_response;
mod filter_criteria;
mod parameters;
mod read;
mod request_identifier;
mod validation;
mod values;
mod write;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use serde::Deserialize;

use self::parameters::{Field, Parameters, parameters};
use self::values::{Output, Reader, read_object, write_object};
use crate::Serialization;
use crate::config::{CodecConfig, Limits};
use crate::content::{Content, ContentError};
use crate::error::{EncodeError, EncodeRule};
use crate::notification::Notification;
use crate::raw::Raw;
use crate::resource::{Resource, Rooted, present};
use crate::schema::Context;
use crate::timestamp::{AbsoluteOrRelative, Timestamp};
use crate::token::{Scan, Source, Writer};
use crate::types::{
    ContentStatus, DesiredIdentifierResultType, EventCategory, Operation, RequestIdentifier,
    ResourceType, ResponseStatusCode, ResponseTypeValue, ResultContent,
};

pub use self::error_response::ErrorResponse;
pub use self::filter_criteria::{AttributeValue, FilterCriteria};
pub use self::parameters::Parameter;
pub(crate) use self::read::decode;
pub use self::validation::{Demands, Fault, FaultRule, Invalid};
pub(crate) use self::write::encode;

/// A request or a response (TS-0004 6.4).
#[derive(Clone, Debug, PartialEq)]
pub enum Primitive<'a> {
    /// A request, which has `op`.
    Request(RequestPrimitive<'a>),
    /// A response, which has `rsc`.
    Response(ResponsePrimitive<'a>),
}

impl Primitive<'_> {
    /// Returns the identifier that ties request and response together.
    #[must_use]
    pub const fn request_identifier(&self) -> &RequestIdentifier<'_> {
        match self {
            Self::Request(request) => &request.request_identifier,
            Self::Response(response) => &response.request_identifier,
        }
    }

    /// Returns the same primitive with its content and all parameters in one serialization: for comparing, or for storing in one form.
    ///
    /// # Errors
    ///
    /// As [`encode`](crate::encode).
    pub fn transcode(
        &self,
        serialization: Serialization,
        config: &CodecConfig,
    ) -> Result<Primitive<'static>, EncodeError> {
        let config = CodecConfig {
            // What was decoded within limits is read again without.
            limits: Limits::NONE,
            wrap: false,
            ..*config
        };
        let mut bytes = Vec::new();
        crate::encode(serialization, self, &config, &mut bytes)?;
        let decoded = crate::decode(serialization, &bytes, &config);
        let decoded = decoded.map_err(|error| EncodeError {
            rule: EncodeRule::Content(error.rule),
            path: error.path,
        })?;
        Ok(decoded.into_owned())
    }

    /// Returns the same primitive, copied where it was borrowed.
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

parameters! {
    /// A request primitive (TS-0004 6.4.1, table 8.2.2-1). Text borrows from the document that was decoded.
    ///
    /// ```
    /// use onem2m_primitive::{Content, Demands, RequestIdentifier, RequestPrimitive, ResourceType};
    ///
    /// let identifier = RequestIdentifier::new("r-0001").ok_or("not an identifier")?;
    /// let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#)?;
    /// let mut request = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae)
    ///     .from("C")
    ///     .release_version("3");
    /// assert_eq!(request.validate(&Demands::default()), Ok(()));
    ///
    /// request.resource_type = None;
    /// let invalid = request.validate(&Demands::default()).unwrap_err();
    /// assert_eq!(invalid.to_string(), "ty: missing");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct RequestPrimitive<'a> = Some(Context::REQUEST), open {
        // Create, Retrieve, Update, Delete, Notify.
        /// `op`: the operation.
        operation: Operation = "op" every,
        /// `to`: the address of the target.
        to: Cow<'a, str> = "to" every,
        /// `fr`: the originator; absent only where an AE registers without an identifier of its own.
        from: Cow<'a, str> = "fr" [O M M M M],
        /// `rqi`: unique among the originator's pending requests.
        request_identifier: RequestIdentifier<'a> = "rqi" every,
        /// `ty`: the type of the resource to create.
        resource_type: ResourceType = "ty" [M X X X X],
        /// `pc`: the representation, notification or attribute list.
        content: Content<'a> = "pc" [M O M X M],
        /// `rids`: roles that the originator claims.
        role_identifiers: Vec<Cow<'a, str>> = "rids" [O O O O O],
        /// `ot`: the time when the request was originated.
        originating_timestamp: Timestamp = "ot" [O O O O O],
        /// `rqet`: the time when the request expires.
        request_expiration_timestamp: AbsoluteOrRelative = "rqet" [O O O O O],
        /// `rset`: the time when the result expires.
        result_expiration_timestamp: AbsoluteOrRelative = "rset" [O O O O O],
        /// `oet`: the time when the request is to be carried out.
        operation_execution_time: AbsoluteOrRelative = "oet" [O O O O O],
        /// `rt`: the way in which the response is to come.
        response_type: ResponseType<'a> = "rt" [O O O O O],
        /// `rp`: the time for which the result of a non-blocking request is to be kept.
        result_persistence: AbsoluteOrRelative = "rp" [O O O O X],
        /// `rcn`: the content that the response is to have.
        result_content: ResultContent = "rcn" [O O O O X],
        /// `ec`: the urgency.
        event_category: EventCategory = "ec" [O O O O O],
        /// `da`: whether the request may be delivered together with others.
        delivery_aggregation: bool = "da" [O O O O O],
        /// `gid`: the identifier that keeps a group from asking in a circle.
        group_request_identifier: Cow<'a, str> = "gid" [O O O O O],
        /// `fc`: the resources that are meant.
        filter_criteria: Box<FilterCriteria<'a>> = "fc" [X O O O X],
        /// `drt`: the form of the addresses of discovered resources.
        desired_identifier_result_type: DesiredIdentifierResultType = "drt" [X O X X X],
        /// `tkns`: tokens for authorization.
        tokens: Vec<Cow<'a, str>> = "tkns" [O O O O O],
        /// `tids`: identifiers of such tokens.
        token_identifiers: Vec<Cow<'a, str>> = "tids" [O O O O O],
        /// `ltids`: identifiers of them that the hosting CSE assigned.
        local_token_identifiers: Vec<Cow<'a, str>> = "ltids" [O O O O O],
        /// `tqi`: whether the originator can ask for a token.
        token_request_indicator: bool = "tqi" [O O O O O],
        /// `grtm`: the members of a group that are asked.
        group_request_target_members: Vec<Cow<'a, str>> = "grtm" [O O O O X],
        /// `asi`: whether the originator can sign.
        authorization_signature_indicator: bool = "asi" [O O O O X],
        /// `aus`: signatures for authorization.
        authorization_signatures: Vec<Cow<'a, str>> = "aus" [O O O O X],
        /// `auri`: whether the originator has a relationship that authorizes it.
        authorization_relationship_indicator: bool = "auri" [O O O O X],
        /// `sqi`: whether the request is a semantic query.
        semantic_query_indicator: bool = "sqi" [X O X X X],
        /// `rvi`: the release that the primitive follows; a request of release 1 has none.
        release_version: Cow<'a, str> = "rvi" [O O O O O],
        /// `vsi`: information that a vendor adds.
        vendor_information: Cow<'a, str> = "vsi" [O O O O O],
    }
}

parameters! {
    /// A response primitive (TS-0004 6.4.2, table 8.2.3-1). Text borrows from the document that was decoded.
    #[derive(Clone, Debug, Eq, PartialEq)]
    #[non_exhaustive]
    pub struct ResponsePrimitive<'a> = Some(Context::RESPONSE), open {
        // Acknowledgement; success of Create, Retrieve, Update, Delete, Notify; error.
        /// `rsc`: the status of the request.
        status: ResponseStatusCode = "rsc" every,
        /// `rqi`: the identifier of the request.
        request_identifier: RequestIdentifier<'a> = "rqi" every,
        /// `pc`: the result.
        content: Content<'a> = "pc" [O O M O O O O],
        /// `to`: the originator of the request.
        to: Cow<'a, str> = "to" [O O O O O O O],
        /// `fr`: the entity that answers.
        from: Cow<'a, str> = "fr" [O O O O O O O],
        /// `ot`: the time when the response was originated.
        originating_timestamp: Timestamp = "ot" [O O O O O O O],
        /// `rset`: the time when the result expires.
        result_expiration_timestamp: AbsoluteOrRelative = "rset" [O O O O O O O],
        /// `ec`: the urgency.
        event_category: EventCategory = "ec" [O O O O O O O],
        /// `cnst`: the status of the content, all or a part.
        content_status: ContentStatus = "cnst" [X X O X X X X],
        /// `cnot`: the offset of a partial content within the whole.
        content_offset: u32 = "cnot" [X X O X X X X],
        /// `ati`: short identifiers for tokens, as they came (`m2m:dynAuthLocalTokenIdAssignments`).
        assigned_token_identifiers: Raw<'a> = "ati" [X O O O O O O],
        /// `tqf`: the places where to ask for a token, as they came (`m2m:dynAuthTokenReqInfo`).
        token_request_information: Raw<'a> = "tqf" [X X X X X X O],
        /// `asri`: whether a signature would help.
        authorization_signature_request_information: bool = "asri" [X X X X X X O],
        /// `rvi`: the release that the primitive follows.
        release_version: Cow<'a, str> = "rvi" [M M M M M M M],
        /// `vsi`: information that a vendor adds.
        vendor_information: Cow<'a, str> = "vsi" [O O O O O O O],
    }
}

parameters! {
    /// The way in which the response is to come, and its destination (`m2m:responseTypeInfo`, TS-0004 6.3.5.30).
    #[derive(Clone, Debug, Eq, PartialEq)]
    pub struct ResponseType<'a> = Context::named("m2m:responseTypeInfo"), closed {
        /// `rtv`: the way in which the response is to come.
        value: ResponseTypeValue = "rtv" [],
        /// `nu`: the targets of the notification of a result that comes later. An empty list is not the same as no list: then
        /// nobody is notified, and without a list the originator is.
        notification_targets: Vec<Cow<'a, str>> = "nu" [],
    }
}

impl<'a> Field<'a> for ResponseType<'a> {
    type Owned = ResponseType<'static>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        read_object(Self::empty(), reader)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        write_object(self, out)
    }

    fn into_owned(self) -> Self::Owned {
        ResponseType::into_owned(self)
    }
}

impl<'a> RequestPrimitive<'a> {
    /// Returns a request with the parameters that every request has.
    #[must_use]
    pub fn new(
        operation: Operation,
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
    ) -> Self {
        Self {
            operation,
            to: to.into(),
            request_identifier,
            ..Self::empty()
        }
    }

    /// Returns a request to create a resource of this type, which the content represents.
    #[must_use]
    pub fn create(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
        resource_type: ResourceType,
        content: Content<'a>,
    ) -> Self {
        Self::new(Operation::CREATE, to, request_identifier)
            .resource_type(resource_type)
            .content(content)
    }

    /// Returns a request to retrieve a resource.
    #[must_use]
    pub fn retrieve(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
    ) -> Self {
        Self::new(Operation::RETRIEVE, to, request_identifier)
    }

    /// Returns a request to change the attributes of a resource to those of the content.
    #[must_use]
    pub fn update(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
        content: Content<'a>,
    ) -> Self {
        Self::new(Operation::UPDATE, to, request_identifier).content(content)
    }

    /// Returns a request to delete a resource.
    #[must_use]
    pub fn delete(to: impl Into<Cow<'a, str>>, request_identifier: RequestIdentifier<'a>) -> Self {
        Self::new(Operation::DELETE, to, request_identifier)
    }

    /// Returns a request that notifies.
    #[must_use]
    pub fn notify(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
        content: Content<'a>,
    ) -> Self {
        Self::new(Operation::NOTIFY, to, request_identifier).content(content)
    }

    /// Sets the originator.
    #[must_use]
    pub fn from(mut self, originator: impl Into<Cow<'a, str>>) -> Self {
        self.from = Some(originator.into());
        self
    }

    /// Sets the type of the resource to create.
    #[must_use]
    pub const fn resource_type(mut self, resource_type: ResourceType) -> Self {
        self.resource_type = Some(resource_type);
        self
    }

    /// Sets the content.
    #[must_use]
    pub fn content(mut self, content: Content<'a>) -> Self {
        self.content = Some(content);
        self
    }

    /// Sets the release version, such as `"3"`.
    #[must_use]
    pub fn release_version(mut self, release_version: impl Into<Cow<'a, str>>) -> Self {
        self.release_version = Some(release_version.into());
        self
    }

    /// Sets the time when the request expires.
    #[must_use]
    pub fn expires(mut self, timestamp: impl Into<AbsoluteOrRelative>) -> Self {
        self.request_expiration_timestamp = Some(timestamp.into());
        self
    }

    /// Reads the resource that the content represents. [`read_notifications`](Content::read_notifications) reads those of a
    /// notification.
    ///
    /// # Errors
    ///
    /// There is no content, or as [`Content::read_resource`].
    pub fn resource<'de, R: Resource + Deserialize<'de>>(&'de self) -> Result<R, ContentError> {
        present(self.content.as_ref())?.read_resource()
    }

    /// Reads the notifications that the content is, each with an `R` in its representation, if it has one.
    ///
    /// # Errors
    ///
    /// There is no content, or as [`Content::read_notifications`].
    pub fn notifications<'de, R: Resource + Deserialize<'de>>(
        &'de self,
    ) -> Result<Vec<Notification<'de, Rooted<R>>>, ContentError> {
        present(self.content.as_ref())?.read_notifications()
    }
}

impl<'a> ResponsePrimitive<'a> {
    /// Returns a response with the parameters that every response has.
    #[must_use]
    pub fn new(status: ResponseStatusCode, request_identifier: RequestIdentifier<'a>) -> Self {
        Self {
            status,
            request_identifier,
            ..Self::empty()
        }
    }

    /// Returns the response to `request`, with the identifier and the release version of the request.
    #[must_use]
    pub fn to_request(
        request: &RequestPrimitive<'_>,
        status: ResponseStatusCode,
    ) -> ResponsePrimitive<'static> {
        let mut response =
            ResponsePrimitive::new(status, request.request_identifier.clone().into_owned());
        response.release_version = request.release_version.clone().map(Field::into_owned);
        response
    }

    /// Sets the content.
    #[must_use]
    pub fn content(mut self, content: Content<'a>) -> Self {
        self.content = Some(content);
        self
    }

    /// Sets the entity that answers.
    #[must_use]
    pub fn from(mut self, from: impl Into<Cow<'a, str>>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// Sets the originator of the request as the addressee.
    #[must_use]
    pub fn to(mut self, to: impl Into<Cow<'a, str>>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// Reads the resource that the content represents.
    ///
    /// ```
    /// use onem2m_primitive::{Content, RequestIdentifier, Resource, ResourceType, ResponsePrimitive, ResponseStatusCode};
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Container { rn: String, mni: u32 }
    ///
    /// impl Resource for Container {
    ///     const ROOT: &'static str = "m2m:cnt";
    ///     const TYPE: ResourceType = ResourceType::CONTAINER;
    /// }
    ///
    /// let response = ResponsePrimitive::new(ResponseStatusCode::OK, RequestIdentifier::numbered(1, 1))
    ///     .content(Content::json_text(r#"{"m2m:cnt":{"rn":"temperature","mni":10}}"#)?);
    /// let container = response.resource::<Container>()?;
    /// assert_eq!((container.rn.as_str(), container.mni), ("temperature", 10));
    /// # Ok::<(), onem2m_primitive::ContentError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// There is no content, or as [`Content::read_resource`].
    pub fn resource<'de, R: Resource + Deserialize<'de>>(&'de self) -> Result<R, ContentError> {
        present(self.content.as_ref())?.read_resource()
    }
}
