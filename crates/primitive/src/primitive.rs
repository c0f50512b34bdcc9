use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::Serialization;
use crate::config::{CodecConfig, Limits};
use crate::content::{Content, Raw};
use crate::error::{EncodeError, EncodeRule};
use crate::filter_criteria::FilterCriteria;
use crate::timestamp::{AbsoluteOrRelative, Timestamp};
use crate::types::{
    ContentStatus, DesiredIdentifierResultType, EventCategory, Operation, RequestIdentifier,
    ResourceType, ResponseStatusCode, ResponseTypeValue, ResultContent,
};

/// A request or a response (TS-0004 6.4).
#[derive(Clone, Debug, PartialEq)]
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

    /// The same with its content and all parameters in one serialization: for comparing, or for storing in one form.
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
    /// `rids`: roles that the originator claims.
    pub role_identifiers: Option<Vec<Cow<'a, str>>>,
    /// `ot`: when the request was originated.
    pub originating_timestamp: Option<Timestamp>,
    /// `rqet`: when the request expires.
    pub request_expiration_timestamp: Option<AbsoluteOrRelative>,
    /// `rset`: when the result expires.
    pub result_expiration_timestamp: Option<AbsoluteOrRelative>,
    /// `oet`: when the request is to be carried out.
    pub operation_execution_time: Option<AbsoluteOrRelative>,
    /// `rt`: how the response is to come.
    pub response_type: Option<ResponseType<'a>>,
    /// `rp`: how long the result of a non-blocking request is to be kept.
    pub result_persistence: Option<AbsoluteOrRelative>,
    /// `rcn`: what the response is to contain.
    pub result_content: Option<ResultContent>,
    /// `ec`: how urgent it is.
    pub event_category: Option<EventCategory>,
    /// `da`: whether it may be delivered together with others.
    pub delivery_aggregation: Option<bool>,
    /// `gid`: what keeps a group from asking in a circle.
    pub group_request_identifier: Option<Cow<'a, str>>,
    /// `fc`: which resources are meant.
    pub filter_criteria: Option<Box<FilterCriteria<'a>>>,
    /// `drt`: how discovered resources are to be named.
    pub desired_identifier_result_type: Option<DesiredIdentifierResultType>,
    /// `tkns`: tokens for authorization.
    pub tokens: Option<Vec<Cow<'a, str>>>,
    /// `tids`: identifiers of such tokens.
    pub token_identifiers: Option<Vec<Cow<'a, str>>>,
    /// `ltids`: identifiers of them that the hosting CSE assigned.
    pub local_token_identifiers: Option<Vec<Cow<'a, str>>>,
    /// `tqi`: whether the originator can ask for a token.
    pub token_request_indicator: Option<bool>,
    /// `grtm`: the members of a group that are asked.
    pub group_request_target_members: Option<Vec<Cow<'a, str>>>,
    /// `asi`: whether the originator can sign.
    pub authorization_signature_indicator: Option<bool>,
    /// `aus`: signatures for authorization.
    pub authorization_signatures: Option<Vec<Cow<'a, str>>>,
    /// `auri`: whether the originator has a relationship that authorizes it.
    pub authorization_relationship_indicator: Option<bool>,
    /// `sqi`: whether it is a semantic query.
    pub semantic_query_indicator: Option<bool>,
    /// `rvi`: the release that the primitive follows.
    pub release_version: Option<Cow<'a, str>>,
    /// `vsi`: what a vendor adds.
    pub vendor_information: Option<Cow<'a, str>>,
    /// All other parameters, as they came.
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
    /// `ot`: when the response was originated.
    pub originating_timestamp: Option<Timestamp>,
    /// `rset`: when the result expires.
    pub result_expiration_timestamp: Option<AbsoluteOrRelative>,
    /// `ec`: how urgent it is.
    pub event_category: Option<EventCategory>,
    /// `cnst`: whether the content is all of it.
    pub content_status: Option<ContentStatus>,
    /// `cnot`: where the content begins in all of it.
    pub content_offset: Option<u32>,
    /// `ati`: short identifiers for tokens, as they came (`m2m:dynAuthLocalTokenIdAssignments`).
    pub assigned_token_identifiers: Option<Raw<'a>>,
    /// `tqf`: where to ask for a token, as it came (`m2m:dynAuthTokenReqInfo`).
    pub token_request_information: Option<Raw<'a>>,
    /// `asri`: whether a signature would help.
    pub authorization_signature_request_information: Option<bool>,
    /// `rvi`: the release that the primitive follows.
    pub release_version: Option<Cow<'a, str>>,
    /// `vsi`: what a vendor adds.
    pub vendor_information: Option<Cow<'a, str>>,
    /// All other parameters, as they came.
    pub others: Vec<Parameter<'a>>,
}

/// How the response is to come, and where to (`m2m:responseTypeInfo`, TS-0004 6.3.5.30).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ResponseType<'a> {
    /// `rtv`
    pub value: Option<ResponseTypeValue>,
    /// `nu`: where to notify of a result that comes later. None of them is not the same as no list: then nobody is notified,
    /// and without a list the originator is.
    pub notification_targets: Option<Vec<Cow<'a, str>>>,
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
            role_identifiers: None,
            originating_timestamp: None,
            request_expiration_timestamp: None,
            result_expiration_timestamp: None,
            operation_execution_time: None,
            response_type: None,
            result_persistence: None,
            result_content: None,
            event_category: None,
            delivery_aggregation: None,
            group_request_identifier: None,
            filter_criteria: None,
            desired_identifier_result_type: None,
            tokens: None,
            token_identifiers: None,
            local_token_identifiers: None,
            token_request_indicator: None,
            group_request_target_members: None,
            authorization_signature_indicator: None,
            authorization_signatures: None,
            authorization_relationship_indicator: None,
            semantic_query_indicator: None,
            release_version: None,
            vendor_information: None,
            others: Vec::new(),
        }
    }

    /// A request to create a resource of this type, which the content represents.
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

    /// A request for a resource.
    #[must_use]
    pub fn retrieve(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
    ) -> Self {
        Self::new(Operation::RETRIEVE, to, request_identifier)
    }

    /// A request to change the attributes of a resource to those of the content.
    #[must_use]
    pub fn update(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
        content: Content<'a>,
    ) -> Self {
        Self::new(Operation::UPDATE, to, request_identifier).content(content)
    }

    /// A request to delete a resource.
    #[must_use]
    pub fn delete(to: impl Into<Cow<'a, str>>, request_identifier: RequestIdentifier<'a>) -> Self {
        Self::new(Operation::DELETE, to, request_identifier)
    }

    /// A notification.
    #[must_use]
    pub fn notify(
        to: impl Into<Cow<'a, str>>,
        request_identifier: RequestIdentifier<'a>,
        content: Content<'a>,
    ) -> Self {
        Self::new(Operation::NOTIFY, to, request_identifier).content(content)
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

    /// With when it expires.
    #[must_use]
    pub fn expires(mut self, timestamp: impl Into<AbsoluteOrRelative>) -> Self {
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
            role_identifiers: self.role_identifiers.map(all_owned),
            originating_timestamp: self.originating_timestamp,
            request_expiration_timestamp: self.request_expiration_timestamp,
            result_expiration_timestamp: self.result_expiration_timestamp,
            operation_execution_time: self.operation_execution_time,
            response_type: self.response_type.map(ResponseType::into_owned),
            result_persistence: self.result_persistence,
            result_content: self.result_content,
            event_category: self.event_category,
            delivery_aggregation: self.delivery_aggregation,
            group_request_identifier: self.group_request_identifier.map(owned),
            filter_criteria: self.filter_criteria.map(|fc| Box::new(fc.into_owned())),
            desired_identifier_result_type: self.desired_identifier_result_type,
            tokens: self.tokens.map(all_owned),
            token_identifiers: self.token_identifiers.map(all_owned),
            local_token_identifiers: self.local_token_identifiers.map(all_owned),
            token_request_indicator: self.token_request_indicator,
            group_request_target_members: self.group_request_target_members.map(all_owned),
            authorization_signature_indicator: self.authorization_signature_indicator,
            authorization_signatures: self.authorization_signatures.map(all_owned),
            authorization_relationship_indicator: self.authorization_relationship_indicator,
            semantic_query_indicator: self.semantic_query_indicator,
            release_version: self.release_version.map(owned),
            vendor_information: self.vendor_information.map(owned),
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
            originating_timestamp: None,
            result_expiration_timestamp: None,
            event_category: None,
            content_status: None,
            content_offset: None,
            assigned_token_identifiers: None,
            token_request_information: None,
            authorization_signature_request_information: None,
            release_version: None,
            vendor_information: None,
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
            originating_timestamp: self.originating_timestamp,
            result_expiration_timestamp: self.result_expiration_timestamp,
            event_category: self.event_category,
            content_status: self.content_status,
            content_offset: self.content_offset,
            assigned_token_identifiers: self.assigned_token_identifiers.map(Raw::into_owned),
            token_request_information: self.token_request_information.map(Raw::into_owned),
            authorization_signature_request_information: self
                .authorization_signature_request_information,
            release_version: self.release_version.map(owned),
            vendor_information: self.vendor_information.map(owned),
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

impl ResponseType<'_> {
    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> ResponseType<'static> {
        ResponseType {
            value: self.value,
            notification_targets: self.notification_targets.map(all_owned),
        }
    }
}

pub(crate) fn all_owned(texts: Vec<Cow<'_, str>>) -> Vec<Cow<'static, str>> {
    texts.into_iter().map(owned).collect()
}

pub(crate) fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
