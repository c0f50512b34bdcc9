//! The registrar's half: as much of a CSE as the steps need. It serves one registree, and keeps what that one is to be told
//! while it is away (TS-0020 6.4, 6.5).

use std::collections::VecDeque;

use onem2m_primitive::{
    CodecConfig, Content, Operation, Primitive, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{RequestIdentifiers, Subprotocol, from_message, to_message};
use onem2m_ws_tokio::core::{Acceptance, Config, Rejection};
use onem2m_ws_tokio::{WebSocket, accept, seed};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};

use crate::Failure;
use crate::narration::{ending, step, text};

/// Something that happens at the registrar: a new value in the container.
pub(crate) struct Occurrence {
    value: &'static str,
    noted: oneshot::Sender<()>,
}

impl Occurrence {
    /// The occurrence, and when it was noted.
    pub(crate) fn new(value: &'static str) -> (Self, oneshot::Receiver<()>) {
        let (noted, is_noted) = oneshot::channel();
        (Self { value, noted }, is_noted)
    }
}

pub(crate) struct Registrar {
    cse_base: String,
    registree: Option<String>,
    /// The subscription's address, once the registree has made one.
    subscription: Option<String>,
    waiting: VecDeque<RequestPrimitive<'static>>,
    instance_count: u32,
}

/// A connection that is being served.
struct Serving {
    websocket: WebSocket,
    subprotocol: Subprotocol,
    /// The originator that the connection is known to belong to.
    associated: Option<String>,
    identifiers: RequestIdentifiers,
}

impl Registrar {
    pub(crate) fn new(cse_base: &str) -> Self {
        Self {
            cse_base: cse_base.into(),
            registree: None,
            subscription: None,
            waiting: VecDeque::new(),
            instance_count: 0,
        }
    }

    /// Serves one connection after the other, until nothing can happen any more.
    pub(crate) async fn run(
        mut self,
        listener: TcpListener,
        mut occurrences: mpsc::Receiver<Occurrence>,
    ) -> Result<(), Failure> {
        loop {
            let stream = tokio::select! {
                biased;
                occurrence = occurrences.recv() => {
                    let Some(occurrence) = occurrence else { return Ok(()) };
                    self.store(&occurrence)?;
                    let _ = occurrence.noted.send(());
                    continue;
                }
                accepted = listener.accept() => accepted?.0,
            };
            self.serve(stream).await?;
        }
    }

    async fn serve(&mut self, stream: TcpStream) -> Result<(), Failure> {
        stream.set_nodelay(true)?;
        let accepting = accept(stream, Config::DEFAULT).await?;
        let offered = accepting.request().subprotocols();
        let Some((index, subprotocol)) = Subprotocol::select(offered, &Subprotocol::ALL) else {
            return Ok(accepting.reject(&Rejection::bad_request()).await?);
        };
        let associated = accepting
            .request()
            .headers()
            .get("X-M2M-Origin")
            .and_then(|name| core::str::from_utf8(name).ok())
            .map(String::from);
        let [a, b, c, d, e, f, g, h, ..] = seed()?.0;
        let mut serving = Serving {
            websocket: accepting.accept(&Acceptance::new().subprotocol(index))?,
            subprotocol,
            associated,
            identifiers: RequestIdentifiers::new([a, b, c, d, e, f, g, h]),
        };
        self.deliver(&mut serving).await?;
        while let Some((message, _)) = serving.websocket.next().await? {
            let primitive =
                from_message(&message, subprotocol, &CodecConfig::default())?.into_owned();
            match primitive {
                Primitive::Request(request) => self.handle(&mut serving, request).await?,
                Primitive::Response(response) => {
                    step(
                        "15",
                        "registrar",
                        format_args!("answer: {}", text(&response.into())),
                    );
                }
            }
        }
        step("15", "registrar", ending(serving.websocket.closed()));
        Ok(())
    }

    async fn handle(
        &mut self,
        serving: &mut Serving,
        request: RequestPrimitive<'static>,
    ) -> Result<(), Failure> {
        let is_registration = self.is_registration(&request);
        if is_registration {
            step("7", "registrar", "message unpacked: a request to register");
            step(
                "8",
                "registrar",
                format_args!("checked: {} may register", originator(&request)),
            );
        }
        let (status, resource) = self.execute(&request);
        let mut response = ResponsePrimitive::to_request(&request, status).from("/id-in");
        if let Some(resource) = &resource {
            response = response.content(Content::json(resource)?);
        }
        let response = response.into();
        if is_registration && status.is_success() {
            serving.associated.clone_from(&self.registree);
            step(
                "9",
                "registrar",
                format_args!(
                    "registered: {} is behind this connection",
                    originator(&request)
                ),
            );
        }
        let number = if is_registration { "10" } else { "15" };
        step(
            number,
            "registrar",
            format_args!("response: {}", text(&response)),
        );
        let message = to_message(&response, serving.subprotocol, &CodecConfig::default())?;
        if is_registration {
            step(
                "11",
                "registrar",
                format_args!(
                    "one {:?} message of {} bytes",
                    message.kind(),
                    message.len()
                ),
            );
        }
        serving.websocket.send(message).await?;
        serving.websocket.flush().await?;
        if is_registration {
            step("12", "registrar", "message sent");
        }
        if request.resource_type == Some(ResourceType::CONTENT_INSTANCE) {
            self.notify(serving, resource).await?;
        }
        Ok(())
    }

    /// What becomes of a request: its status and the resource that it made.
    fn execute(&mut self, request: &RequestPrimitive<'_>) -> (ResponseStatusCode, Option<Value>) {
        if self.is_registration(request) {
            if self.registree.is_some() {
                return (ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED, None);
            }
        } else if self.registree.as_deref() != request.from.as_deref() {
            return (ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE, None);
        }
        match request.operation {
            Operation::CREATE => match self.create(request) {
                Some(resource) => (ResponseStatusCode::CREATED, Some(resource)),
                None => (ResponseStatusCode::BAD_REQUEST, None),
            },
            Operation::DELETE => {
                self.registree = None;
                self.subscription = None;
                (ResponseStatusCode::DELETED, None)
            }
            _ => (ResponseStatusCode::OPERATION_NOT_ALLOWED, None),
        }
    }

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

    /// Notifies the registree over the connection that it has opened.
    async fn notify(
        &mut self,
        serving: &mut Serving,
        resource: Option<Value>,
    ) -> Result<(), Failure> {
        if let Some(resource) = resource
            && self.subscription.is_some()
        {
            let notification = self.notification(&mut serving.identifiers, &resource)?;
            self.waiting.push_back(notification);
        }
        self.deliver(serving).await
    }

    /// Keeps a notification for a registree that is away (TS-0020 6.5, W-75).
    fn store(&mut self, occurrence: &Occurrence) -> Result<(), Failure> {
        let [a, b, c, d, e, f, g, h, ..] = seed()?.0;
        let mut identifiers = RequestIdentifiers::new([a, b, c, d, e, f, g, h]);
        let resource = json!({"m2m:cin": {"con": occurrence.value}});
        let notification = self.notification(&mut identifiers, &resource)?;
        step(
            "15",
            "registrar",
            format_args!(
                "the registree is away, so it waits: {}",
                text(&notification.clone().into())
            ),
        );
        self.waiting.push_back(notification);
        Ok(())
    }

    fn notification(
        &self,
        identifiers: &mut RequestIdentifiers,
        resource: &Value,
    ) -> Result<RequestPrimitive<'static>, Failure> {
        let content =
            json!({"m2m:sgn": {"nev": {"rep": resource, "net": 3}, "sur": self.subscription}});
        let to = self.registree.clone().unwrap_or_default();
        Ok(
            RequestPrimitive::new(Operation::NOTIFY, to, identifiers.next_identifier())
                .from("/id-in")
                .release_version("4")
                .content(Content::json(&content)?),
        )
    }

    /// Sends what waits, in order, if the registree is behind the connection.
    async fn deliver(&mut self, serving: &mut Serving) -> Result<(), Failure> {
        if self.registree.is_none() || serving.associated != self.registree {
            return Ok(());
        }
        while let Some(notification) = self.waiting.pop_front() {
            let notification = notification.into();
            step(
                "15",
                "registrar",
                format_args!("notification: {}", text(&notification)),
            );
            let message = to_message(&notification, serving.subprotocol, &CodecConfig::default())?;
            serving.websocket.send(message).await?;
        }
        Ok(())
    }

    fn is_registration(&self, request: &RequestPrimitive<'_>) -> bool {
        request.operation == Operation::CREATE
            && request.resource_type == Some(ResourceType::AE)
            && request.to == self.cse_base
            && originator(request).starts_with(['C', 'S'])
    }
}

fn originator<'r>(request: &'r RequestPrimitive<'_>) -> &'r str {
    request.from.as_deref().unwrap_or_default()
}
