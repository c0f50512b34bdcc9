use core::fmt;
use core::future::poll_fn;
use core::marker::PhantomData;
use std::sync::Arc;

use onem2m_primitive::{
    Content, ContentError, NotificationContent, NotificationEventType, RequestPrimitive, Resource,
    ResourceType, Value,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::address::Name;
use super::routing::{Event, Routing};
use super::{Ae, AeError};

/// The notifications of a `<subscription>` that an [`Ae`] has created, with a `C` in each.
///
/// Dropping a subscription leaves the resource at the CSE: notifications that come later are answered with 4004, `NOT_FOUND`.
/// [`delete`](Self::delete) deletes the resource.
pub struct Subscription<C> {
    ae: Ae,
    place: Place,
    address: String,
    resource: PhantomData<fn() -> C>,
}

/// A notification, of one event.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Notified<C> {
    /// `net`: the kind of event, where the notification has it.
    pub event_type: Option<NotificationEventType>,
    /// `rep`: the resource, or its changed attributes.
    pub resource: Option<C>,
    /// The request that brought the notification; others may have come with it.
    pub request: Arc<RequestPrimitive<'static>>,
}

impl Ae {
    /// Subscribes to a resource: to be notified of these events (TS-0001 10.2.10). Notifications are answered with 2000, the
    /// verification request of the CSE included.
    ///
    /// If the future is dropped, the resource may have been created all the same.
    ///
    /// # Errors
    ///
    /// The request was refused or has no response, or the response does not say where the subscription is; or the AE has
    /// [as many](super::AeLimits::max_subscriptions) as it may have.
    pub async fn subscribe_to<C: Resource + DeserializeOwned>(
        &self,
        address: &str,
        events: &[NotificationEventType],
    ) -> Result<Subscription<C>, AeError> {
        if self.registree().originator().is_none() {
            self.registered().await?;
        }
        let target = self.registree().originator().ok_or(AeError::NoAddress)?;
        let parent = self.resolve(address)?;
        let place = Place::new(self).ok_or(AeError::TooManySubscriptions)?;
        let wanted = Wanted {
            targets: [target],
            criteria: Criteria {
                events: events.iter().map(|event| event.0).collect(),
            },
        };
        let content = Content::resource(&wanted)?;
        let response = self
            .create_content(&parent, ResourceType::SUBSCRIPTION, content)
            .await?;
        let content = response.content.as_ref().ok_or(AeError::Missing("pc"))?;
        let created: Created = content.read_resource()?;
        let parent_name = Name::new(&parent, None).ok_or(AeError::Missing("ri"))?;
        let identifier = parent_name.beside(&created.identifier);
        let by_name = created
            .name
            .as_deref()
            .and_then(|name| Name::new(&parent, Some(name)));
        let names = identifier.into_iter().chain(by_name).collect();
        self.shared.routing.name(place.number, names);
        let address = match created.name {
            Some(name) => format!("{parent}/{name}"),
            None => created.identifier,
        };
        Ok(Subscription {
            ae: self.clone(),
            place,
            address,
            resource: PhantomData,
        })
    }
}

impl<C: Resource + DeserializeOwned> Subscription<C> {
    /// Returns the next notification; `None` once the subscription was deleted, or the AE has ended. Dropping the future loses
    /// nothing.
    ///
    /// # Errors
    ///
    /// The notification has another resource than a `C`; the next one may be a `C` again.
    pub async fn next(&mut self) -> Option<Result<Notified<C>, ContentError>> {
        /// The waker of the future goes with the future.
        struct Waiting<'p>(&'p Place);
        impl Drop for Waiting<'_> {
            fn drop(&mut self) {
                self.0.routing.leave(self.0.number);
            }
        }
        let waiting = Waiting(&self.place);
        let event = poll_fn(|cx| waiting.0.routing.poll_event(cx, waiting.0.number)).await?;
        Some(read(event))
    }
}

impl<C> Subscription<C> {
    /// Returns the address of the `<subscription>`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Deletes the `<subscription>`.
    ///
    /// # Errors
    ///
    /// The request was refused or has no response; even then no notification is handed over any more.
    pub async fn delete(self) -> Result<(), AeError> {
        self.ae.delete(&self.address).await
    }
}

/// A place for the notifications of one subscription, given back when dropped.
struct Place {
    routing: Arc<Routing>,
    number: u64,
}

impl Place {
    fn new(ae: &Ae) -> Option<Self> {
        let routing = Arc::clone(&ae.shared.routing);
        let number = routing.begin()?;
        Some(Self { routing, number })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.routing.forget(self.number);
    }
}

fn read<C: Resource + DeserializeOwned>(event: Event) -> Result<Notified<C>, ContentError> {
    let Event { request, index, .. } = event;
    let (event_type, resource) = match &request.content {
        Some(content) => {
            let read: NotificationContent<'_, Value<'_>> = content.read()?;
            let one = read.into_notifications().into_iter().nth(index);
            let event = one.and_then(|one| one.event);
            let event_type = event.as_ref().and_then(|event| event.event_type);
            let representation = event.and_then(|event| event.representation);
            let resource = representation
                .map(|value| value.read_resource())
                .transpose()?;
            (event_type.map(NotificationEventType), resource)
        }
        None => (None, None),
    };
    Ok(Notified {
        event_type,
        resource,
        request,
    })
}

/// The attributes that a `<subscription>` is created with (TS-0001 9.6.8).
#[derive(Serialize)]
struct Wanted {
    #[serde(rename = "nu")]
    targets: [String; 1],
    #[serde(rename = "enc")]
    criteria: Criteria,
}

#[derive(Serialize)]
struct Criteria {
    #[serde(rename = "net")]
    events: Vec<u32>,
}

impl Resource for Wanted {
    const ROOT: &'static str = "m2m:sub";
    const TYPE: ResourceType = ResourceType::SUBSCRIPTION;
}

/// The attributes that the CSE gives a `<subscription>` that was created.
#[derive(Deserialize)]
struct Created {
    #[serde(rename = "ri")]
    identifier: String,
    #[serde(rename = "rn", default)]
    name: Option<String>,
}

impl Resource for Created {
    const ROOT: &'static str = "m2m:sub";
    const TYPE: ResourceType = ResourceType::SUBSCRIPTION;
}

impl<C> fmt::Debug for Subscription<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
