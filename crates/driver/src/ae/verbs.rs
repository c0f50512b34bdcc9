//! Operations on resources (TS-0001 10.1).

use onem2m_primitive::{
    Content, FilterCriteria, FilterUsage, NotificationEventType, RequestIdentifier,
    RequestPrimitive, Resource, ResourceType, ResponsePrimitive, ResponseStatusCode, ResponseType,
    ResponseTypeValue,
};
use onem2m_ws::RequestOptions;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::address::resolve;
use super::{Ae, AeError, Subscription};

impl Ae {
    /// Creates a resource below `parent`, and returns the resource as the CSE has made it (TS-0001 10.1.2).
    ///
    /// # Errors
    ///
    /// The request was refused or has no response, or its content cannot be read.
    pub async fn create<C: Resource + Serialize + DeserializeOwned>(
        &self,
        parent: &str,
        resource: &C,
    ) -> Result<C, AeError> {
        let content = Content::resource(resource)?;
        let response = self.create_content(parent, C::TYPE, content).await?;
        read(&response)
    }

    /// Creates a resource out of its content, as [`create`](Self::create) does, for resources without a Rust type. Returns the response.
    ///
    /// # Errors
    ///
    /// The request was refused or has no response.
    pub async fn create_content(
        &self,
        parent: &str,
        resource_type: ResourceType,
        content: Content<'_>,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        let to = self.resolve(parent)?;
        let identifier = RequestIdentifier::UNASSIGNED;
        let request = RequestPrimitive::create(to, identifier, resource_type, content);
        self.carried_out(request).await
    }

    /// Retrieves a resource (TS-0001 10.1.3).
    ///
    /// # Errors
    ///
    /// The request was refused or has no response, or its content is another resource.
    pub async fn retrieve<C: Resource + DeserializeOwned>(
        &self,
        address: &str,
    ) -> Result<C, AeError> {
        let to = self.resolve(address)?;
        let request = RequestPrimitive::retrieve(to, RequestIdentifier::UNASSIGNED);
        read(&self.carried_out(request).await?)
    }

    /// Updates the attributes of a resource that `changes` has, and returns the response, which has the attributes that the CSE has
    /// changed (TS-0001 10.1.4). An attribute that `changes` has as null is deleted.
    ///
    /// # Errors
    ///
    /// The request was refused or has no response.
    pub async fn update<C: Resource + Serialize>(
        &self,
        address: &str,
        changes: &C,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        let to = self.resolve(address)?;
        let content = Content::resource(changes)?;
        let request = RequestPrimitive::update(to, RequestIdentifier::UNASSIGNED, content);
        self.carried_out(request).await
    }

    /// Deletes a resource (TS-0001 10.1.5).
    ///
    /// # Errors
    ///
    /// The request was refused or has no response.
    pub async fn delete(&self, address: &str) -> Result<(), AeError> {
        let to = self.resolve(address)?;
        let request = RequestPrimitive::delete(to, RequestIdentifier::UNASSIGNED);
        self.carried_out(request).await.map(drop)
    }

    /// Deletes the AE, and ends (TS-0001 10.2.2.3).
    ///
    /// # Errors
    ///
    /// The request was refused or has no response; the AE has not ended then.
    pub async fn deregister(self) -> Result<(), AeError> {
        self.delete(".").await?;
        self.end();
        Ok(())
    }

    /// Returns the addresses of the resources at and below `root` that the criteria fit (TS-0001 10.2.6).
    ///
    /// # Errors
    ///
    /// The request was refused or has no response, or its content is no list of addresses.
    pub async fn discover(
        &self,
        root: &str,
        criteria: FilterCriteria<'_>,
    ) -> Result<Vec<String>, AeError> {
        let to = self.resolve(root)?;
        let mut request = RequestPrimitive::retrieve(to, RequestIdentifier::UNASSIGNED);
        let mut criteria = Box::new(criteria);
        criteria.filter_usage = Some(FilterUsage::DISCOVERY);
        request.filter_criteria = Some(criteria);
        let response = self.carried_out(request).await?;
        let Some(content) = &response.content else {
            return Ok(Vec::new());
        };
        Ok(content.read::<Discovered>()?.addresses)
    }

    /// Subscribes to a resource: to be notified of each resource that is created below it. See
    /// [`subscribe_to`](Self::subscribe_to) for other events.
    ///
    /// # Errors
    ///
    /// As [`subscribe_to`](Self::subscribe_to).
    pub async fn subscribe<C: Resource + DeserializeOwned>(
        &self,
        address: &str,
    ) -> Result<Subscription<C>, AeError> {
        let events = [NotificationEventType::CREATE_OF_DIRECT_CHILD_RESOURCE];
        self.subscribe_to(address, &events).await
    }

    /// Makes a request whose target and parameters the caller chooses, and returns its response, whatever the status is. The
    /// originator and the release version are filled in where the request has none.
    ///
    /// # Errors
    ///
    /// The request has no response.
    pub async fn request(
        &self,
        request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        self.request_with(request, RequestOptions::default()).await
    }

    /// Makes a request as [`request`](Self::request) does, with options that differ from the configuration.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn request_with(
        &self,
        mut request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        // The AE-ID may be one that the registrar gives: it is known once the AE is registered.
        if request.from.is_none() {
            if self.registree().originator().is_none() {
                self.registered().await?;
            }
            request.from = self.registree().originator().map(Into::into);
        }
        if request.release_version.is_none() {
            request.release_version = self.shared.facts.release_version.clone().map(Into::into);
        }
        Ok(self.registree().request_with(request, options).await?)
    }

    /// As [`request`](Self::request); a response that is no success is an error. In a non-blocking AE, the result of the operation.
    pub(super) async fn carried_out(
        &self,
        mut request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        if !self.is_blocking {
            request.response_type = Some(ResponseType {
                value: Some(ResponseTypeValue::NON_BLOCKING_REQUEST_SYNCH),
                notification_targets: None,
            });
        }
        let response = self.request(request).await?.error_for_status()?;
        match response.status {
            ResponseStatusCode::ACCEPTED_NON_BLOCKING_SYNCH if !self.is_blocking => {
                self.completed(&response).await
            }
            _ => Ok(response),
        }
    }

    pub(super) fn resolve(&self, address: &str) -> Result<String, AeError> {
        resolve(address, self.address().as_deref()).ok_or(AeError::NoAddress)
    }
}

/// The content of the response to a discovery (`m2m:uril`, TS-0004 6.3.3).
#[derive(serde::Deserialize)]
struct Discovered {
    #[serde(rename = "m2m:uril", default)]
    addresses: Vec<String>,
}

fn read<C: Resource + DeserializeOwned>(response: &ResponsePrimitive<'_>) -> Result<C, AeError> {
    let content = response.content.as_ref().ok_or(AeError::Missing("pc"))?;
    Ok(content.read_resource()?)
}
