//! The registrar's half: as much of a CSE as the steps need, on a registrar that keeps what a registree is to be told while it
//! is away (TS-0020 6.4, 6.5).

use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use onem2m_primitive::{
    Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{RegistrarConfig, Subprotocol};
use onem2m_ws_driver::core::Config;
use onem2m_ws_driver::{
    Accepted, IncomingRequest, Listener, RegistrarHandle, ServeLimits, registrar, serve_with,
};
use serde_json::{Value, json};

use crate::Failure;
use crate::narration::{Narrator, Tap, message, step, text};
use crate::runtime::Runtime;

/// A CSE with one registree. Cheap to clone.
pub(crate) struct Registrar<R: Runtime> {
    handle: RegistrarHandle<R>,
    cse_base: Arc<str>,
    /// What the registree's connection speaks, for printing.
    subprotocol: Subprotocol,
    resources: Arc<Mutex<Resources>>,
}

#[derive(Default)]
struct Resources {
    registree: Option<String>,
    /// The subscription's address, once the registree has made one.
    subscription: Option<String>,
    instance_count: u32,
}

impl<R: Runtime> Clone for Registrar<R> {
    fn clone(&self) -> Self {
        Self {
            handle: self.handle.clone(),
            cse_base: self.cse_base.clone(),
            subprotocol: self.subprotocol,
            resources: self.resources.clone(),
        }
    }
}

impl<R: Runtime> Registrar<R> {
    /// A registrar that serves `listener` until the program ends.
    pub(crate) fn serve(
        listener: R::Listener,
        cse_base: &str,
        subprotocol: Subprotocol,
    ) -> Result<Self, Failure> {
        let config = RegistrarConfig::default();
        let (handle, absent) = registrar(config, Config::DEFAULT, R::default())?;
        let cse = Self {
            handle: handle.clone(),
            cse_base: cse_base.into(),
            subprotocol,
            resources: Arc::default(),
        };
        let serving = cse.clone();
        R::spawn(async move {
            let mut listener = Talkative {
                listener,
                is_first: true,
            };
            let handler = move |incoming| {
                let cse = serving.clone();
                async move { cse.handle(incoming).await }
            };
            let limits = ServeLimits::default();
            if let Err(error) = serve_with(&mut listener, &handle, absent, &handler, limits).await {
                step("", "registrar", error);
            }
        });
        Ok(cse)
    }

    async fn handle(&self, incoming: IncomingRequest) {
        let request = &incoming.request;
        let is_registration = request.resource_type == Some(ResourceType::AE);
        if is_registration {
            step("7", "registrar", "message unpacked: a request to register");
            let originator = originator(request);
            step(
                "8",
                "registrar",
                format_args!("checked: {originator} may register"),
            );
        }
        let (status, resource) = self.execute(request);
        let mut response = ResponsePrimitive::to_request(request, status).from("/id-in");
        if let Some(content) = resource
            .as_ref()
            .and_then(|resource| Content::json(resource).ok())
        {
            response = response.content(content);
        }
        let shown = Primitive::from(response.clone());
        if is_registration && status.is_success() {
            let originator = originator(request);
            step(
                "9",
                "registrar",
                format_args!("registered: {originator} is behind this connection"),
            );
        }
        let number = if is_registration { "10" } else { "15" };
        step(
            number,
            "registrar",
            format_args!("response: {}", text(&shown)),
        );
        if is_registration {
            step("11", "registrar", message(&shown, self.subprotocol));
        }
        let is_instance = request.resource_type == Some(ResourceType::CONTENT_INSTANCE);
        incoming.responder.respond(response);
        if let Some(resource) = resource.filter(|_| is_instance) {
            self.notify(resource).await;
        }
    }

    /// What becomes of a request: its status and the resource that it made.
    fn execute(&self, request: &RequestPrimitive<'_>) -> (ResponseStatusCode, Option<Value>) {
        let mut resources = self
            .resources
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if request.resource_type == Some(ResourceType::AE) {
            if resources.registree.is_some() {
                return (ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED, None);
            }
            if request.to != *self.cse_base {
                return (ResponseStatusCode::NOT_FOUND, None);
            }
        }
        match request.operation {
            Operation::CREATE => match resources.create(request) {
                Some(resource) => (ResponseStatusCode::CREATED, Some(resource)),
                None => (ResponseStatusCode::BAD_REQUEST, None),
            },
            Operation::DELETE => {
                *resources = Resources::default();
                (ResponseStatusCode::DELETED, None)
            }
            _ => (ResponseStatusCode::OPERATION_NOT_ALLOWED, None),
        }
    }

    /// Something happens at the registrar: a new value in the container. Its notification waits if the registree is away
    /// (TS-0020 6.5, W-75).
    pub(crate) fn occur(&self, value: &str) {
        let (cse, resource) = (self.clone(), json!({"m2m:cin": {"con": value}}));
        R::spawn(async move { cse.notify(resource).await });
    }

    async fn notify(&self, resource: Value) {
        let (registree, subscription) = {
            let resources = self
                .resources
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            (resources.registree.clone(), resources.subscription.clone())
        };
        let (Some(registree), Some(subscription)) = (registree, subscription) else {
            return;
        };
        let content = json!({"m2m:sgn": {"nev": {"rep": resource, "net": 3}, "sur": subscription}});
        let Ok(content) = Content::json(&content) else {
            return;
        };
        let identifier = RequestIdentifier::UNASSIGNED;
        let notification = RequestPrimitive::notify(registree.clone(), identifier, content)
            .from("/id-in")
            .release_version("4");
        let fate = if self.handle.is_reachable(&registree) {
            "notification"
        } else {
            "the registree is away, so this waits"
        };
        let shown = text(&notification.clone().into());
        step("15", "registrar", format_args!("{fate}: {shown}"));
        match self.handle.request(&registree, notification).await {
            Ok(answer) => step(
                "15",
                "registrar",
                format_args!("answer: {}", text(&answer.into())),
            ),
            Err(failure) => step("15", "registrar", failure),
        }
    }
}

impl Resources {
    fn create(&mut self, request: &RequestPrimitive<'_>) -> Option<Value> {
        let mut representation: Value = request.content.as_ref()?.read().ok()?;
        let attributes = representation.as_object_mut()?.values_mut().next()?;
        let attributes = attributes.as_object_mut()?;
        match request.resource_type? {
            ResourceType::AE => {
                let identifier = originator(request);
                attributes.insert("aei".into(), identifier.into());
                attributes.insert("ri".into(), identifier.into());
                self.registree = Some(identifier.into());
            }
            ResourceType::SUBSCRIPTION => {
                let name = attributes.get("rn").and_then(Value::as_str)?;
                self.subscription = Some(format!("{}/{name}", request.to));
            }
            ResourceType::CONTENT_INSTANCE => {
                self.instance_count += 1;
                attributes.insert("rn".into(), format!("cin{}", self.instance_count).into());
            }
            _ => {}
        }
        Some(representation)
    }
}

/// Another listener's connections; a [`Tap`] prints the first message that is sent over the first.
struct Talkative<L> {
    listener: L,
    is_first: bool,
}

impl<L> Listener for Talkative<L>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
{
    type Transport = Tap<L::Transport>;
    type Preparing = Pin<Box<dyn Future<Output = io::Result<Accepted<Self::Transport>>> + Send>>;

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        let (peer, preparing) = ready!(self.listener.poll_accept(cx))?;
        let sent = core::mem::take(&mut self.is_first).then_some("12");
        let narrator = sent.map(|_| Narrator::new("registrar", None, sent));
        let tapped: Self::Preparing = Box::pin(async {
            let accepted = preparing.await?;
            Ok(Accepted {
                transport: Tap::new(accepted.transport, narrator),
                authenticated: accepted.authenticated,
                peer: accepted.peer,
            })
        });
        Poll::Ready(Ok((peer, tapped)))
    }
}

fn originator<'r>(request: &'r RequestPrimitive<'_>) -> &'r str {
    request.from.as_deref().unwrap_or_default()
}
