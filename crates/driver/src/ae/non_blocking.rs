//! Requests that the CSE acknowledges, carries out later, and keeps the results of (TS-0001 8.2.1.2, 9.6.12).

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;

use onem2m_primitive::{
    CodecConfig, Content, MemberResponse, RequestIdentifier, RequestPrimitive, Resource,
    ResourceType, ResponsePrimitive, ResponseStatusCode, Value,
};
use onem2m_ws::{Backoff, Outcome};
use serde::Deserialize;

use super::{Ae, AeError};
use crate::node::RequestFailure;

impl Ae {
    /// Returns the same AE with non-blocking verbs (TS-0001 8.2.1.2): the CSE acknowledges each request at once and carries the request
    /// out later, and the verb asks for the result every [`poll_interval`](super::AeLimits::poll_interval) until there is one. A CSE
    /// that answers with the result itself is taken at its word. The bare [`request`](Self::request) stays as it is.
    ///
    /// For operations that take longer than a response may. A verb ends as [`AeError::Unfinished`] after
    /// [`completion_timeout`](super::AeLimits::completion_timeout); the operation may be carried out all the same.
    ///
    /// ```
    /// # use onem2m_ws_driver::{Ae, AeError};
    /// async fn clear(ae: &Ae) -> Result<(), AeError> {
    ///     ae.non_blocking().delete("./lots-of-data").await
    /// }
    /// ```
    #[must_use]
    pub fn non_blocking(&self) -> Self {
        Self {
            shared: self.shared.clone(),
            is_blocking: false,
        }
    }

    /// Waits for the result of a request that was acknowledged with a reference to its `<request>`.
    pub(super) async fn completed(
        &self,
        acknowledgement: &ResponsePrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, AeError> {
        let content = acknowledgement.content.as_ref();
        let content = content.ok_or(AeError::Missing("pc"))?;
        let Reference { address } = content.read()?;
        let mut alarm = self.registree().alarm();
        let until = alarm
            .now()
            .saturating_add(self.shared.limits.completion_timeout);
        let mut polling = pin!(self.poll_result(&address));
        let result = poll_fn(|cx| match polling.as_mut().poll(cx) {
            Poll::Ready(result) => Poll::Ready(Some(result)),
            Poll::Pending => alarm.poll_until(cx, until).map(|()| None),
        });
        let result = result.await;
        result.unwrap_or_else(|| Err(AeError::Unfinished(address.clone())))
    }

    async fn poll_result(&self, address: &str) -> Result<ResponsePrimitive<'static>, AeError> {
        let mut alarm = self.registree().alarm();
        loop {
            let interval = self.shared.limits.poll_interval.max(Backoff::MINIMUM);
            let next = alarm.now().saturating_add(interval);
            poll_fn(|cx| alarm.poll_until(cx, next)).await;
            let identifier = RequestIdentifier::UNASSIGNED;
            let request = RequestPrimitive::retrieve(address, identifier);
            match self.request(request).await {
                Ok(response) => {
                    if let Some(result) = result(&response.error_for_status()?)? {
                        return Ok(result.error_for_status()?);
                    }
                }
                // To ask again does no harm.
                Err(AeError::Unanswered(RequestFailure::Ended(outcome)))
                    if matches!(*outcome, Outcome::Expired(_) | Outcome::Lost) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// The result of the operation, as the response that a blocking request would have had; `None` as long as there is none.
fn result(
    retrieved: &ResponsePrimitive<'_>,
) -> Result<Option<ResponsePrimitive<'static>>, AeError> {
    let content = retrieved.content.as_ref().ok_or(AeError::Missing("pc"))?;
    let request: Request<'_> = content.read_resource()?;
    if !matches!(request.status, COMPLETED | FAILED) {
        return Ok(None);
    }
    let result = request.result.ok_or(AeError::Missing("ors"))?;
    let identifier = result.request_identifier.and_then(RequestIdentifier::new);
    let identifier = identifier.unwrap_or(RequestIdentifier::UNASSIGNED);
    let status = ResponseStatusCode(result.status);
    let mut response = ResponsePrimitive::new(status, identifier.into_owned());
    if let Some(value) = result.content {
        let serialization = content.as_raw().serialization();
        let config = CodecConfig::default();
        response.content = Some(Content::from_value(serialization, &value, &config)?);
    }
    Ok(Some(response))
}

/// The content of an acknowledgement (`m2m:uri`, TS-0004 7.5.2): where the `<request>` is.
#[derive(Deserialize)]
struct Reference {
    #[serde(rename = "m2m:uri")]
    address: String,
}

/// The attributes of a `<request>` that tell how far the operation is (TS-0001 9.6.12).
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(rename = "rs")]
    status: u32,
    #[serde(rename = "ors", default, borrow)]
    result: Option<MemberResponse<'a, Value<'a>>>,
}

impl Resource for Request<'_> {
    const ROOT: &'static str = "m2m:req";
    const TYPE: ResourceType = ResourceType::REQUEST;
}

/// Values of `m2m:requestStatus` (TS-0004 6.3.4.2.14): the operation was carried out, or was not.
const COMPLETED: u32 = 1;
const FAILED: u32 = 2;
