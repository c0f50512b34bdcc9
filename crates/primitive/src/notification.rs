//! The contents of notifications and some responses (TS-0004 clauses 6.3.5.13, 6.3.5.29 and 7.5), for
//! [`Content::read`](crate::Content::read) and [`Content::json`](crate::Content::json).

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// The content of a notification: one (`m2m:sgn`), or several (`m2m:agn`). `R` is what the representation of a resource is
/// read into, such as [`Value`](crate::Value) or a type with a member `m2m:cin`.
///
/// ```
/// use onem2m_primitive::{Content, NotificationContent};
///
/// #[derive(serde::Deserialize)]
/// struct Instance { #[serde(rename = "m2m:cin")] cin: Attributes }
/// #[derive(serde::Deserialize)]
/// struct Attributes { con: String }
///
/// let content = Content::json_text(
///     r#"{"m2m:sgn":{"nev":{"rep":{"m2m:cin":{"con":"21.5"}},"net":3},"sur":"/id-in/sub3"}}"#,
/// )?;
/// let notifications = content.read::<NotificationContent<'_, Instance>>()?.into_notifications();
/// assert_eq!(notifications[0].subscription_reference.as_deref(), Some("/id-in/sub3"));
/// let event = notifications[0].event.as_ref().ok_or("no event")?;
/// assert_eq!(event.representation.as_ref().map(|instance| instance.cin.con.as_str()), Some("21.5"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
pub enum NotificationContent<'a, R> {
    /// `m2m:sgn`
    #[serde(rename = "m2m:sgn", borrow)]
    Single(Notification<'a, R>),
    /// `m2m:agn`
    #[serde(rename = "m2m:agn")]
    Aggregated(AggregatedNotification<'a, R>),
}

impl<'a, R> NotificationContent<'a, R> {
    /// The notifications, however many there are.
    #[must_use]
    pub fn into_notifications(self) -> Vec<Notification<'a, R>> {
        match self {
            Self::Single(notification) => alloc::vec![notification],
            Self::Aggregated(aggregated) => aggregated.notifications,
        }
    }
}

/// Several notifications in one (`m2m:aggregatedNotification`, TS-0004 6.3.5.14).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
pub struct AggregatedNotification<'a, R> {
    /// `m2m:sgn`; some deployed systems write `sgn`.
    #[serde(rename = "m2m:sgn", alias = "sgn", borrow)]
    pub notifications: Vec<Notification<'a, R>>,
}

/// A notification (`m2m:notification`, TS-0004 6.3.5.13).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
pub struct Notification<'a, R> {
    /// `nev`: the event.
    #[serde(
        rename = "nev",
        default,
        skip_serializing_if = "Option::is_none",
        borrow
    )]
    pub event: Option<NotificationEvent<'a, R>>,
    /// `vrq`: true for a verification request, which only asks whether the target wants to be notified.
    #[serde(rename = "vrq", default, skip_serializing_if = "Option::is_none")]
    pub verification_request: Option<bool>,
    /// `sud`: true if the subscription was deleted.
    #[serde(rename = "sud", default, skip_serializing_if = "Option::is_none")]
    pub subscription_deletion: Option<bool>,
    /// `sur`: the address of the subscription. Mandatory, but for some verification requests of deployed systems.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub subscription_reference: Option<Cow<'a, str>>,
    /// `cr`: the creator of the subscription.
    #[serde(rename = "cr", default, skip_serializing_if = "Option::is_none")]
    pub creator: Option<Cow<'a, str>>,
    /// `nfu`: the address to which a group is to forward the notification.
    #[serde(rename = "nfu", default, skip_serializing_if = "Option::is_none")]
    pub notification_forwarding_uri: Option<Cow<'a, str>>,
    /// `ntt`: the target of the notification.
    #[serde(rename = "ntt", default, skip_serializing_if = "Option::is_none")]
    pub notification_target: Option<Cow<'a, str>>,
    /// `trr`: true if the target wants to be removed.
    #[serde(rename = "trr", default, skip_serializing_if = "Option::is_none")]
    pub target_removal_request: Option<bool>,
    /// `tra`: true if the target may be removed.
    #[serde(rename = "tra", default, skip_serializing_if = "Option::is_none")]
    pub target_removal_allowance: Option<bool>,
    /// `aerp`: true if an AE changed its point of registration.
    #[serde(rename = "aerp", default, skip_serializing_if = "Option::is_none")]
    pub ae_registration_point_change: Option<bool>,
    /// `aerid`: true if an AE changed its identifier.
    #[serde(rename = "aerid", default, skip_serializing_if = "Option::is_none")]
    pub ae_reference_id_change: Option<bool>,
    /// `tid1`: a tracking identifier.
    #[serde(rename = "tid1", default, skip_serializing_if = "Option::is_none")]
    pub tracking_id_1: Option<Cow<'a, str>>,
    /// `tid2`: the other tracking identifier.
    #[serde(rename = "tid2", default, skip_serializing_if = "Option::is_none")]
    pub tracking_id_2: Option<Cow<'a, str>>,
}

/// The event (`nev`).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
pub struct NotificationEvent<'a, R> {
    /// `rep`: an object with one member, such as `m2m:cin`.
    #[serde(
        rename = "rep",
        default = "nothing",
        skip_serializing_if = "Option::is_none"
    )]
    pub representation: Option<R>,
    /// `om`: the operation that was watched for.
    #[serde(
        rename = "om",
        default,
        skip_serializing_if = "Option::is_none",
        borrow
    )]
    pub operation_monitor: Option<OperationMonitor<'a>>,
    /// `net`: the number of the kind of event (`m2m:notificationEventType`, TS-0004 6.3.4.2.19).
    #[serde(rename = "net", default, skip_serializing_if = "Option::is_none")]
    pub event_type: Option<u32>,
}

/// An operation, and the originator that asked for it (`om`, TS-0004 6.3.5.13).
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct OperationMonitor<'a> {
    /// `op`: the number of the operation.
    #[serde(rename = "op", default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<u32>,
    /// `ops`: the operations that were watched for (`m2m:accessControlOperations`), as ACME-CSE says in place of `op`.
    #[serde(rename = "ops", default, skip_serializing_if = "Option::is_none")]
    pub operations: Option<u32>,
    /// `or`: the originator; `org` with ACME-CSE.
    #[serde(
        rename = "or",
        alias = "org",
        default,
        skip_serializing_if = "Option::is_none",
        borrow
    )]
    pub originator: Option<Cow<'a, str>>,
}

/// The addresses and types of child resources (`m2m:rrl`, TS-0004 6.3.5.29).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ResourceReferences<'a> {
    /// `rrf`
    #[serde(rename = "rrf", borrow)]
    pub references: Vec<ResourceReference<'a>>,
}

/// The address and type of a resource (`m2m:childResourceRef`).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ResourceReference<'a> {
    /// `nm`: its name.
    #[serde(rename = "nm", borrow)]
    pub name: Cow<'a, str>,
    /// `typ`: the number of its type.
    #[serde(rename = "typ")]
    pub resource_type: u32,
    /// `spid`: the specialization.
    #[serde(rename = "spid", default, skip_serializing_if = "Option::is_none")]
    pub specialization: Option<Cow<'a, str>>,
    /// `val`: its address.
    #[serde(rename = "val")]
    pub address: Cow<'a, str>,
}

fn nothing<R>() -> Option<R> {
    None
}
