use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// The content of the response to a request that was fanned out to the members of a group (`m2m:agr`, TS-0004 7.5.2), for [`Content::read`](crate::Content::read). `C` is the type that the content of each response is read into, such as
/// [`Value`](crate::Value).
///
/// ```
/// use onem2m_primitive::{AggregatedResponse, Content, ResponseStatusCode};
///
/// let content = Content::json_text(
///     r#"{"m2m:agr":{"m2m:rsp":[{"rsc":2000,"rqi":"1","pc":{"m2m:cnt":{"rn":"a"}}},{"rsc":4004,"rqi":"2"}]}}"#,
/// )?;
/// let members = content.read::<AggregatedResponse<'_, serde::de::IgnoredAny>>()?.aggregate.responses;
/// assert_eq!(members[0].status, ResponseStatusCode::OK.0);
/// assert!(members[0].content.is_some() && members[1].content.is_none());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "C: Deserialize<'de>"))]
pub struct AggregatedResponse<'a, C> {
    /// `m2m:agr`
    #[serde(rename = "m2m:agr", borrow)]
    pub aggregate: MemberResponses<'a, C>,
}

/// Several responses in one (`m2m:aggregatedResponse`).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "C: Deserialize<'de>"))]
pub struct MemberResponses<'a, C> {
    /// `ri`: the identifier of the resource that they belong to.
    #[serde(rename = "ri", default, skip_serializing_if = "Option::is_none")]
    pub resource_identifier: Option<Cow<'a, str>>,
    /// `m2m:rsp`; some deployed systems write `rsp`.
    #[serde(rename = "m2m:rsp", alias = "rsp", default = "Vec::new", borrow)]
    pub responses: Vec<MemberResponse<'a, C>>,
}

/// The response of one member: the parameters of a response primitive that matter there.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "C: Deserialize<'de>"))]
pub struct MemberResponse<'a, C> {
    /// `rsc`: the number of a [`ResponseStatusCode`](crate::ResponseStatusCode).
    #[serde(rename = "rsc")]
    pub status: u32,
    /// `rqi`: the identifier of the request that the member got.
    #[serde(rename = "rqi", default, skip_serializing_if = "Option::is_none")]
    pub request_identifier: Option<Cow<'a, str>>,
    /// `to`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Cow<'a, str>>,
    /// `fr`: the entity that answers.
    #[serde(rename = "fr", default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Cow<'a, str>>,
    /// `pc`
    #[serde(
        rename = "pc",
        default = "nothing",
        skip_serializing_if = "Option::is_none"
    )]
    pub content: Option<C>,
    /// `ot`: the time when the response was originated, in the format of a [`Timestamp`](crate::Timestamp).
    #[serde(rename = "ot", default, skip_serializing_if = "Option::is_none")]
    pub originating_timestamp: Option<Cow<'a, str>>,
    /// `rvi`
    #[serde(rename = "rvi", default, skip_serializing_if = "Option::is_none")]
    pub release_version: Option<Cow<'a, str>>,
}

fn nothing<C>() -> Option<C> {
    None
}
