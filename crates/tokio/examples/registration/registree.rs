//! The AE's half: registers once, answers notifications, keeps what it cannot send, reopens when it has something to
//! send (TS-0020 5.2, 6.5).

use core::future::Future;
use core::marker::PhantomData;
use core::time::Duration;

use futures_channel::mpsc;
use futures_util::StreamExt;
use onem2m_primitive::{
    Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode, Serialization,
};
use onem2m_ws::{
    Pacing, RegistreeConfig, RegistreeEvent, RegistreeState, SessionEvent, Subprotocol,
};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    BoxTransport, Connector, Error, Events, Incoming, Observed, Options, RegistreeActivity,
    RegistreeHandle, Route, registree,
};
use serde_json::{Value, json};

use crate::Failure;
use crate::narration::{Narrator, Tap, message, step, text};
use crate::runtime::Runtime;

/// How long the AE waits for anything.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) struct Registree<R> {
    handle: RegistreeHandle,
    subprotocol: Subprotocol,
    cse_base: String,
    originator: String,
    /// One for each notification that was answered.
    notifications: mpsc::UnboundedReceiver<()>,
    runtime: PhantomData<R>,
}

impl<R: Runtime> Registree<R> {
    pub(crate) fn new(
        point_of_access: &str,
        offer: &[Subprotocol],
        cse_base: &str,
        originator: &str,
        pacing: Option<Pacing>,
        route: Route,
    ) -> Result<Self, Failure> {
        let mut config = RegistreeConfig::new([point_of_access.parse()?]);
        config.subprotocols = offer.to_vec();
        config.originator = Some(originator.into());
        config.session.pacing = pacing;
        config.session.delivery_timeout = PATIENCE;
        config.session.response_timeout = PATIENCE;
        let connector = Talkative {
            route,
            is_first: true,
            runtime: R::default(),
        };
        let (handle, incoming, task) = registree(config, Config::DEFAULT, connector, R::default())?;
        R::spawn(task);
        let (noted, notifications) = mpsc::unbounded();
        R::spawn(answer(incoming, originator.into(), noted));
        Ok(Self {
            handle,
            subprotocol: offer.first().copied().ok_or("nothing is offered")?,
            cse_base: cse_base.into(),
            originator: originator.into(),
            notifications,
            runtime: PhantomData,
        })
    }

    /// Steps 1 to 14.
    pub(crate) async fn register(&mut self) -> Result<(), Failure> {
        let mut ae = json!({"m2m:ae": {
            "rn": self.originator,
            "api": "Nthermometer",
            "rr": true,
            "srv": ["3", "4", "5"],
            "poa": ["ws://default"],
        }});
        // Some registrars look here, and not at the connection, for the serialization of notifications.
        let media_type = match self.subprotocol.serialization() {
            Serialization::Json => None,
            Serialization::Xml => Some("application/xml"),
            Serialization::Cbor => Some("application/cbor"),
        };
        let members = ae.pointer_mut("/m2m:ae").and_then(Value::as_object_mut);
        if let (Some(media_type), Some(members)) = (media_type, members) {
            members.insert("csz".into(), json!([media_type]));
        }
        self.handle.connect();
        connected(&self.handle).await?;
        let registration = self.create(self.cse_base.clone(), ResourceType::AE, &ae)?;
        let shown = Primitive::from(registration.clone());
        step(
            "4",
            "AE",
            format_args!("registration request: {}", text(&shown)),
        );
        step("5", "AE", message(&shown, self.subprotocol));
        let response = succeeded(self.handle.request(registration).await?)?;
        step(
            "13",
            "AE",
            format_args!("response: {}", text(&response.clone().into())),
        );
        let created: Value = response.content.ok_or("2001 without content")?.read()?;
        let identifier = created
            .pointer("/m2m:ae/aei")
            .and_then(Value::as_str)
            .ok_or("2001 without an AE-ID")?;
        if identifier != self.originator {
            return Err(
                format!("registered as {identifier} instead of {}", self.originator).into(),
            );
        }
        step("14", "AE", format_args!("registered as {identifier}"));
        Ok(())
    }

    /// Step 15: requests of the AE, and the notification that one of them causes.
    pub(crate) async fn use_registration(&mut self) -> Result<(), Failure> {
        let container = json!({"m2m:cnt": {"rn": "temperature"}});
        let container = self.create(self.address(""), ResourceType::CONTAINER, &container)?;
        self.request(container).await?;
        let subscription = json!({"m2m:sub": {
            "rn": "new",
            "nu": [self.originator],
            "enc": {"net": [3]},
            "nct": 1,
        }});
        let parent = self.address("/temperature");
        let subscription = self.create(parent, ResourceType::SUBSCRIPTION, &subscription)?;
        self.request(subscription).await?;
        let measurement = self.measurement("21.5")?;
        self.request(measurement).await?;
        self.notifications(1).await
    }

    /// Step 15: the AE has nothing to send; its registration stays.
    pub(crate) async fn close_temporarily(&mut self) -> Result<(), Failure> {
        step("15", "AE", "nothing to send for now: closing handshake");
        let events = self.handle.events();
        self.handle.disconnect();
        self.closed(events, RegistreeState::Suspended).await
    }

    /// Step 15: something is to be sent, so the connection is opened again, without registering. What has waited at the
    /// registrar is received too: `stored` notifications, and the one that the request causes.
    pub(crate) async fn reopen(&mut self, stored: usize) -> Result<(), Failure> {
        let measurement = self.measurement("22.0")?;
        step(
            "15",
            "AE",
            "no connection, so the next request waits until there is one again",
        );
        self.request(measurement).await?;
        step(
            "15",
            "AE",
            "open again, still registered: no second registration",
        );
        self.notifications(stored + 1).await
    }

    /// Ends the registration, so that the CSE keeps nothing of this run, and the connection.
    pub(crate) async fn deregister(&mut self) -> Result<(), Failure> {
        let deletion = self.new_request(Operation::DELETE, self.address(""));
        self.request(deletion).await?;
        step("15", "AE", "done: closing handshake");
        let events = self.handle.events();
        self.handle.end();
        self.closed(events, RegistreeState::Ended).await
    }

    /// Waits until the registree has come to a state, and says how its connection has ended.
    async fn closed(
        &self,
        mut events: Events<RegistreeActivity>,
        state: RegistreeState,
    ) -> Result<(), Failure> {
        let reached = async {
            loop {
                let event = match events.next().await {
                    Some(Observed::Event(event)) => event,
                    Some(Observed::Missed(_)) => continue,
                    None => return,
                };
                if let RegistreeActivity::Event(RegistreeEvent::Session(
                    SessionEvent::Disconnected(closed),
                )) = &*event
                {
                    step("15", "AE", closed);
                }
                if matches!(&*event, RegistreeActivity::State(reached) if *reached == state) {
                    return;
                }
            }
        };
        R::within(PATIENCE, reached)
            .await
            .ok_or("the registrar does not close")?;
        Ok(())
    }

    /// Sends a request and waits for its response, which has to be a success.
    async fn request(&self, request: RequestPrimitive<'static>) -> Result<(), Failure> {
        step(
            "15",
            "AE",
            format_args!("request: {}", text(&request.clone().into())),
        );
        let response = self.handle.request(request).await?;
        step(
            "15",
            "AE",
            format_args!("response: {}", text(&response.clone().into())),
        );
        succeeded(response).map(drop)
    }

    /// Waits until `count` more notifications were answered.
    async fn notifications(&mut self, count: usize) -> Result<(), Failure> {
        for _ in 0..count {
            R::within(PATIENCE, self.notifications.next())
                .await
                .ok_or("no notification comes")?
                .ok_or("the connection is gone")?;
        }
        Ok(())
    }

    fn measurement(&self, value: &str) -> Result<RequestPrimitive<'static>, Failure> {
        let instance = json!({"m2m:cin": {"con": value}});
        self.create(
            self.address("/temperature"),
            ResourceType::CONTENT_INSTANCE,
            &instance,
        )
    }

    fn create(
        &self,
        parent: String,
        resource_type: ResourceType,
        resource: &Value,
    ) -> Result<RequestPrimitive<'static>, Failure> {
        Ok(self
            .new_request(Operation::CREATE, parent)
            .resource_type(resource_type)
            .content(Content::json(resource)?))
    }

    fn new_request(&self, operation: Operation, to: String) -> RequestPrimitive<'static> {
        RequestPrimitive::new(operation, to, RequestIdentifier::UNASSIGNED)
            .from(self.originator.clone())
            .release_version("4")
    }

    /// The address of the AE's own resource, or of one below it.
    fn address(&self, below: &str) -> String {
        format!("{}/{}{below}", self.cse_base, self.originator)
    }
}

/// Waits until there is a connection; the first failure is the last.
async fn connected(handle: &RegistreeHandle) -> Result<(), Failure> {
    let mut state = handle.state();
    while state != RegistreeState::Up {
        state = handle.state_changed(state).await;
        if let (RegistreeState::Down, Some(failure)) = (state, handle.failure()) {
            return Err(failure.into());
        }
    }
    Ok(())
}

/// This AE handles notifications and nothing else (TS-0020 6.1).
async fn answer(mut incoming: Incoming, originator: String, noted: mpsc::UnboundedSender<()>) {
    while let Some(incoming) = incoming.next().await {
        let request = &incoming.request;
        step(
            "15",
            "AE",
            format_args!("received: {}", text(&request.clone().into())),
        );
        let is_notification = request.operation == Operation::NOTIFY;
        let status = if is_notification {
            ResponseStatusCode::OK
        } else {
            ResponseStatusCode::OPERATION_NOT_ALLOWED
        };
        let response = ResponsePrimitive::to_request(request, status).from(originator.clone());
        step(
            "15",
            "AE",
            format_args!("answered: {}", text(&response.clone().into())),
        );
        incoming.responder.respond(response);
        if is_notification && noted.unbounded_send(()).is_err() {
            return;
        }
    }
}

/// Goes a [`Route`], and has a [`Tap`] print what happens.
struct Talkative<R> {
    route: Route,
    is_first: bool,
    runtime: R,
}

impl<R: Runtime> Connector for Talkative<R> {
    type Transport = Tap<BoxTransport>;

    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static {
        let is_first = core::mem::take(&mut self.is_first);
        let (route, request, timer) = (self.route.clone(), request.clone(), self.runtime.timer());
        async move {
            let network = R::Network::default();
            let transport = route
                .open(&network, timer, &request, &Options::default())
                .await?;
            let numbers = if is_first {
                ["1", "2", "3", "6"]
            } else {
                ["15"; 4]
            };
            let [tcp, client, server, sent] = numbers;
            let (host, port) = (request.host(), request.port());
            let what = if request.is_secure() { "TLS" } else { "TCP" };
            step(
                tcp,
                "AE",
                format_args!("{what} connection to the point of access {host}:{port}"),
            );
            let sent = is_first.then_some(sent);
            let narrator = Narrator::new("AE", Some([client, server]), sent);
            Ok(Tap::new(transport, Some(narrator)))
        }
    }
}

fn succeeded(response: ResponsePrimitive<'static>) -> Result<ResponsePrimitive<'static>, Failure> {
    if response.status.is_success() {
        return Ok(response);
    }
    let content = response.content.as_ref();
    let detail = content
        .and_then(|content| content.as_raw().as_json())
        .unwrap_or("no details");
    Err(format!("the registrar answered {}: {detail}", response.status).into())
}
