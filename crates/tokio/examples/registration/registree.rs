//! The AE's half: registers once, answers notifications, keeps what it cannot send, reopens when it has something to
//! send (TS-0020 5.2, 6.5).

use core::time::Duration;
use std::collections::VecDeque;

use onem2m_primitive::{
    CodecConfig, Content, Operation, Primitive, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode, Serialization,
};
use onem2m_ws::{RequestIdentifiers, Subprotocol, from_message, to_message};
use onem2m_ws_tokio::core::{ClientRequest, CloseCode, CloseFrame, Config};
use onem2m_ws_tokio::{WebSocket, connect_over, seed};
use serde_json::{Value, json};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{sleep, timeout};

use crate::Failure;
use crate::narration::{Tap, ending, step, text, wire};

/// How long the AE waits for anything.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) struct Registree {
    request: ClientRequest,
    cse_base: String,
    originator: String,
    identifiers: RequestIdentifiers,
    open: Option<Open>,
    /// What could not be sent while there was no connection.
    waiting: VecDeque<RequestPrimitive<'static>>,
    notification_count: usize,
    /// The wait behind an answer, before the next message.
    pause: Duration,
}

struct Open {
    websocket: WebSocket<Tap>,
    subprotocol: Subprotocol,
}

impl Open {
    /// What the connection carries, unless that is JSON.
    fn media_type(&self) -> Option<&'static str> {
        match self.subprotocol.serialization() {
            Serialization::Json => None,
            Serialization::Xml => Some("application/xml"),
            Serialization::Cbor => Some("application/cbor"),
        }
    }
}

impl Registree {
    pub(crate) fn new(
        point_of_access: &str,
        offer: &[Subprotocol],
        cse_base: &str,
        originator: &str,
        pause: Duration,
    ) -> Result<Self, Failure> {
        // Some registrars know whose connection it is by this header only.
        let mut request =
            ClientRequest::new(point_of_access)?.header("X-M2M-Origin", originator)?;
        for subprotocol in offer {
            request = request.subprotocol(subprotocol.name())?;
        }
        let [a, b, c, d, e, f, g, h, ..] = seed()?.0;
        Ok(Self {
            request,
            cse_base: cse_base.into(),
            originator: originator.into(),
            identifiers: RequestIdentifiers::new([a, b, c, d, e, f, g, h]),
            open: None,
            waiting: VecDeque::new(),
            notification_count: 0,
            pause,
        })
    }

    /// Steps 1 to 14.
    pub(crate) async fn register(&mut self) -> Result<(), Failure> {
        self.connect(["1", "2", "3"]).await?;
        let mut ae = json!({"m2m:ae": {
            "rn": self.originator,
            "api": "Nthermometer",
            "rr": true,
            "srv": ["3", "4", "5"],
            "poa": ["ws://default"],
        }});
        // Some registrars look here, and not at the connection, for the serialization of notifications.
        let media_type = self.open.as_ref().and_then(Open::media_type);
        let members = ae.pointer_mut("/m2m:ae").and_then(Value::as_object_mut);
        if let (Some(media_type), Some(members)) = (media_type, members) {
            members.insert("csz".into(), json!([media_type]));
        }
        let registration = self
            .create(self.cse_base.clone(), ResourceType::AE, &ae)?
            .into();
        step(
            "4",
            "AE",
            format_args!("registration request: {}", text(&registration)),
        );
        let response = self.exchange(registration, ["5", "6", "13"]).await?;
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
        let subscription = self.create(
            self.address("/temperature"),
            ResourceType::SUBSCRIPTION,
            &subscription,
        )?;
        self.request(subscription).await?;
        let measurement = self.measurement("21.5")?;
        self.request(measurement).await?;
        self.notifications(1).await
    }

    /// Step 15: the AE has nothing to send; its registration stays.
    pub(crate) async fn close_temporarily(&mut self) -> Result<(), Failure> {
        self.close("nothing to send for now").await?;
        let measurement = self.measurement("22.0")?;
        step(
            "15",
            "AE",
            format_args!(
                "no connection, so it waits: {}",
                text(&measurement.clone().into())
            ),
        );
        self.waiting.push_back(measurement);
        Ok(())
    }

    /// Step 15: opens the connection again, without registering, delivers what has waited here, and receives the
    /// `stored` notifications that have waited at the registrar, with the one that the delivery causes.
    pub(crate) async fn reopen(&mut self, stored: usize) -> Result<(), Failure> {
        self.connect(["15"; 3]).await?;
        step(
            "15",
            "AE",
            "open again, still registered: no second registration",
        );
        let expected = self.notification_count + stored + self.waiting.len();
        while let Some(request) = self.waiting.pop_front() {
            self.request(request).await?;
        }
        self.notifications(expected).await
    }

    /// Ends the registration, so that the CSE keeps nothing of this run, and the connection.
    pub(crate) async fn deregister(&mut self) -> Result<(), Failure> {
        let deletion = self.new_request(Operation::DELETE, self.address(""));
        self.request(deletion).await?;
        self.close("done").await
    }

    /// Resolves, connects, and shakes hands; the steps are those to print.
    async fn connect(&mut self, [tcp, client, server]: [&str; 3]) -> Result<(), Failure> {
        let (host, port) = (self.request.host(), self.request.port());
        if self.request.is_secure() {
            return Err("wss needs TLS, which this example does not bring".into());
        }
        let addresses: Vec<_> = timeout(PATIENCE, lookup_host((host, port)))
            .await
            .map_err(|_| format!("cannot resolve {host}: no answer"))?
            .map_err(|error| format!("cannot resolve {host}: {error}"))?
            .collect();
        let stream = timeout(PATIENCE, TcpStream::connect(addresses.as_slice()))
            .await
            .map_err(|_| format!("cannot connect to {host}:{port}: no answer"))?
            .map_err(|error| format!("cannot connect to {host}:{port}: {error}"))?;
        stream.set_nodelay(true)?;
        step(
            tcp,
            "AE",
            format_args!(
                "TCP connection to the point of access {}",
                stream.peer_addr()?
            ),
        );

        let (websocket, response) = connect_over(Tap::new(stream), &self.request, Config::DEFAULT)
            .await
            .map_err(|error| format!("the handshake with {host}:{port} failed: {error}"))?;
        step(client, "AE", "the client's handshake:");
        wire(websocket.transport().0.head());
        step(server, "registrar", "the server's handshake:");
        wire(response.head());
        let name = response
            .subprotocol()
            .ok_or("the registrar chose no subprotocol")?;
        let subprotocol = Subprotocol::from_name(name).ok_or("an unknown subprotocol")?;
        step(
            server,
            "both",
            format_args!(
                "subprotocol {name}: {:?} in {:?} messages",
                subprotocol.serialization(),
                subprotocol.message_kind()
            ),
        );
        self.open = Some(Open {
            websocket,
            subprotocol,
        });
        Ok(())
    }

    /// Sends a request and waits for its response, which has to be a success.
    async fn request(
        &mut self,
        request: RequestPrimitive<'static>,
    ) -> Result<ResponsePrimitive<'static>, Failure> {
        let request = request.into();
        step("15", "AE", format_args!("request: {}", text(&request)));
        self.exchange(request, [""; 3]).await
    }

    async fn exchange(
        &mut self,
        request: Primitive<'static>,
        [packed, sent, received]: [&str; 3],
    ) -> Result<ResponsePrimitive<'static>, Failure> {
        let open = self.open.as_mut().ok_or("there is no connection")?;
        let message = to_message(&request, open.subprotocol, &CodecConfig::default())?;
        if !packed.is_empty() {
            step(
                packed,
                "AE",
                format_args!(
                    "one {:?} message of {} bytes",
                    message.kind(),
                    message.len()
                ),
            );
        }
        open.websocket.send(message).await?;
        open.websocket.flush().await?;
        if !sent.is_empty() {
            step(sent, "AE", "message sent");
        }
        loop {
            match self.receive().await? {
                Primitive::Request(notification) => self.answer(notification).await?,
                Primitive::Response(response)
                    if response.request_identifier == *request.request_identifier() =>
                {
                    let response = Primitive::Response(response);
                    let number = if received.is_empty() { "15" } else { received };
                    step(number, "AE", format_args!("response: {}", text(&response)));
                    return succeeded(response);
                }
                Primitive::Response(_) => {
                    step("15", "AE", "a response that nothing waits for: ignored")
                }
            }
        }
    }

    /// Answers requests until `count` notifications have been received in all.
    async fn notifications(&mut self, count: usize) -> Result<(), Failure> {
        while self.notification_count < count {
            if let Primitive::Request(notification) = self.receive().await? {
                self.answer(notification).await?;
            }
        }
        Ok(())
    }

    async fn receive(&mut self) -> Result<Primitive<'static>, Failure> {
        let open = self.open.as_mut().ok_or("there is no connection")?;
        let (message, _) = timeout(PATIENCE, open.websocket.next())
            .await
            .map_err(|_| "the registrar does not answer")??
            .ok_or("the registrar has closed the connection")?;
        Ok(from_message(&message, open.subprotocol, &CodecConfig::default())?.into_owned())
    }

    /// This AE handles notifications and nothing else (TS-0020 6.1).
    async fn answer(&mut self, request: RequestPrimitive<'static>) -> Result<(), Failure> {
        let status = if request.operation == Operation::NOTIFY {
            self.notification_count += 1;
            ResponseStatusCode::OK
        } else {
            ResponseStatusCode::OPERATION_NOT_ALLOWED
        };
        let response = ResponsePrimitive::to_request(&request, status)
            .from(self.originator.clone())
            .into();
        step(
            "15",
            "AE",
            format_args!("received: {}", text(&request.into())),
        );
        step("15", "AE", format_args!("answered: {}", text(&response)));
        let open = self.open.as_mut().ok_or("there is no connection")?;
        open.websocket
            .send(to_message(
                &response,
                open.subprotocol,
                &CodecConfig::default(),
            )?)
            .await?;
        open.websocket.flush().await?;
        sleep(self.pause).await;
        Ok(())
    }

    async fn close(&mut self, reason: &str) -> Result<(), Failure> {
        let mut open = self.open.take().ok_or("there is no connection")?;
        step(
            "15",
            "AE",
            format_args!("closing handshake: 1000 {reason:?}"),
        );
        let frame = CloseFrame::new(CloseCode::NORMAL, reason);
        timeout(PATIENCE, open.websocket.close(frame))
            .await
            .map_err(|_| "the registrar does not close")??;
        step("15", "AE", ending(open.websocket.closed()));
        Ok(())
    }

    fn measurement(&mut self, value: &str) -> Result<RequestPrimitive<'static>, Failure> {
        let instance = json!({"m2m:cin": {"con": value}});
        self.create(
            self.address("/temperature"),
            ResourceType::CONTENT_INSTANCE,
            &instance,
        )
    }

    fn create(
        &mut self,
        parent: String,
        resource_type: ResourceType,
        resource: &Value,
    ) -> Result<RequestPrimitive<'static>, Failure> {
        Ok(self
            .new_request(Operation::CREATE, parent)
            .resource_type(resource_type)
            .content(Content::json(resource)?))
    }

    fn new_request(&mut self, operation: Operation, to: String) -> RequestPrimitive<'static> {
        RequestPrimitive::new(operation, to, self.identifiers.next_identifier())
            .from(self.originator.clone())
            .release_version("4")
    }

    /// The address of the AE's own resource, or of one below it.
    fn address(&self, below: &str) -> String {
        format!("{}/{}{below}", self.cse_base, self.originator)
    }
}

fn succeeded(response: Primitive<'static>) -> Result<ResponsePrimitive<'static>, Failure> {
    match response {
        Primitive::Response(response) if response.status.is_success() => Ok(response),
        Primitive::Response(response) => {
            let detail = response
                .content
                .as_ref()
                .and_then(|content| content.as_raw().as_json())
                .unwrap_or("no details");
            Err(format!("the registrar answered {}: {detail}", response.status).into())
        }
        Primitive::Request(_) => Err("a request instead of a response".into()),
    }
}
