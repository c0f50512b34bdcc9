//! What a registree does in every state with every input: its connection, and its registration.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in tests, anything but what is expected is a failure"
)]

mod common;

#[path = "common/registree.rs"]
mod world;

use core::fmt::Write as _;
use core::time::Duration;

use onem2m_primitive::{Operation, Primitive, RequestPrimitive, ResponseStatusCode};
use onem2m_ws::{OnLoss, Outcome, RegistreeConfig, RegistreeEvent, Reopen, SessionEvent};
use onem2m_ws_core::{CloseCode, CloseFrame};

use common::{identifier, response, retrieval};
use world::{World, config, created, registration};

/// The state that every input leads to, and whether a connection is wanted once every wait is over.
const CONNECTIONS: &str = "
Down
    attempt        Connecting
    failed         Down, wants a connection
    connected      Up
    peer closes    Down, wants a connection
    released       Down, wants a connection
    disconnect()   Suspended
    connect()      Down, wants a connection
    end()          Ended
Connecting
    attempt        Connecting
    failed         Down, wants a connection
    connected      Up
    peer closes    Connecting
    released       Connecting
    disconnect()   Suspended
    connect()      Connecting
    end()          Ended
Up
    attempt        Up
    failed         Up
    connected      Up
    peer closes    Closing
    released       Down, wants a connection
    disconnect()   Suspending
    connect()      Up
    end()          Ending
Closing
    attempt        Closing
    failed         Closing
    connected      Up
    peer closes    Closing
    released       Down, wants a connection
    disconnect()   Suspending
    connect()      Closing
    end()          Ending
Suspending
    attempt        Suspending
    failed         Suspending
    connected      Up
    peer closes    Suspending
    released       Suspended
    disconnect()   Suspending
    connect()      Closing
    end()          Ending
Suspended
    attempt        Suspended
    failed         Suspended
    connected      Up
    peer closes    Suspended
    released       Suspended
    disconnect()   Suspended
    connect()      Down, wants a connection
    end()          Ended
Ending
    attempt        Ending
    failed         Ending
    connected      Ending
    peer closes    Ending
    released       Ended
    disconnect()   Ending
    connect()      Ending
    end()          Ending
Ended
    attempt        Ended
    failed         Ended
    connected      Ending
    peer closes    Ended
    released       Ended
    disconnect()   Ended
    connect()      Ended
    end()          Ended
";

const CONNECTION_INPUTS: [&str; 8] = [
    "attempt",
    "failed",
    "connected",
    "peer closes",
    "released",
    "disconnect()",
    "connect()",
    "end()",
];

const CONNECTION_STATES: [(&str, &[&str]); 8] = [
    ("Down", &[]),
    ("Connecting", &["attempt"]),
    ("Up", &["connected"]),
    ("Closing", &["connected", "peer closes"]),
    ("Suspending", &["connected", "disconnect()"]),
    ("Suspended", &["disconnect()"]),
    ("Ending", &["connected", "end()"]),
    ("Ended", &["end()"]),
];

#[test]
fn every_state_of_the_connection_answers_every_input_as_the_table_says() {
    let mut table = String::from("\n");
    for (state, inputs) in CONNECTION_STATES {
        writeln!(table, "{state}").unwrap();
        for input in CONNECTION_INPUTS {
            let mut always = config();
            always.reopen = Reopen::Always;
            let mut world = World::new(always);
            inputs.iter().for_each(|input| feed(&mut world, input));
            assert_eq!(format!("{:?}", world.registree.state()), state);
            feed(&mut world, input);
            world.wait(Duration::from_secs(600));
            let wants = world.registree.wants_connection(world.now);
            let wants = if wants { ", wants a connection" } else { "" };
            let state = world.registree.state();
            writeln!(table, "    {input:<14} {state:?}{wants}").unwrap();
        }
    }
    compare(&table, CONNECTIONS);
}

fn feed(world: &mut World, input: &str) {
    let now = world.now;
    match input {
        "attempt" => drop(world.registree.connecting(now)),
        "failed" => world.registree.connect_failed(now),
        "connected" => world.open(),
        "peer closes" if world.registree.session().is_up() => {
            let frame = CloseFrame::new(CloseCode::NORMAL, "");
            world.peer.connection.close(now, frame).unwrap();
            common::drain(world.peer.connection.outbox(), &mut world.inbox);
        }
        "peer closes" => {}
        "released" => world.registree.release(now),
        "disconnect()" => world.registree.disconnect(now),
        "connect()" => world.registree.connect(now),
        "end()" => world.registree.end(now),
        other => panic!("{other}"),
    }
    world.events();
}

/// The state that every input leads to, the events, what is sent, and what becomes of a request of the application.
const REGISTRATIONS: &str = "
Unmanaged
    connected  Unmanaged: a request passes
    created    Unmanaged: a request passes
    conflict   Unmanaged: a request passes
    ours       Unmanaged: a request passes
    refused    Unmanaged: a request passes
    busy       Unmanaged: a request passes
    lost       Unmanaged: a request waits
    forgotten  Unmanaged: a request passes
    deleted    Unmanaged: a request passes
    register() Unmanaged: a request passes; no registration is configured
    time       Unmanaged: a request passes
Needed
    connected  Sent: a request waits; >create
    created    Needed: a request waits
    conflict   Needed: a request waits
    ours       Needed: a request waits
    refused    Needed: a request waits
    busy       Needed: a request waits
    lost       Needed: a request waits
    forgotten  Needed: a request waits
    deleted    Needed: a request waits
    register() Needed: a request waits
    time       Needed: a request waits
Sent
    connected  Needed: a request waits
    created    Reconnecting: a request waits; Registered
    conflict   Checking: a request waits; RegistrationConflict, >retrieve
    ours       Reconnecting: a request waits; Registered
    refused    Refused: a request fails; RegistrationFailed, NotRegistered
    busy       Needed: a request waits; RegistrationFailed
    lost       Needed: a request waits; RegistrationFailed
    forgotten  Sent: a request waits
    deleted    Sent: a request waits
    register() Sent: a request waits
    time       Sent: a request waits
Checking
    connected  Needed: a request waits
    created    Reconnecting: a request waits; Registered
    conflict   Refused: a request fails; RegistrationFailed, NotRegistered
    ours       Reconnecting: a request waits; Registered
    refused    Refused: a request fails; RegistrationFailed, NotRegistered
    busy       Needed: a request waits; RegistrationFailed
    lost       Needed: a request waits; RegistrationFailed
    forgotten  Checking: a request waits
    deleted    Checking: a request waits
    register() Checking: a request waits
    time       Checking: a request waits
Reconnecting
    connected  Registered: a request passes
    created    Reconnecting: a request waits
    conflict   Reconnecting: a request waits
    ours       Reconnecting: a request waits
    refused    Reconnecting: a request waits
    busy       Reconnecting: a request waits
    lost       Reconnecting: a request waits
    forgotten  Reconnecting: a request waits
    deleted    Reconnecting: a request waits
    register() Needed: a request waits
    time       Reconnecting: a request waits
Registered
    connected  Registered: a request passes; >retrieve
    created    Registered: a request passes
    conflict   Registered: a request passes
    ours       Registered: a request passes
    refused    Registered: a request passes
    busy       Registered: a request passes
    lost       Registered: a request waits
    forgotten  Sent: a request waits; RegistrationLost, >create
    deleted    Deregistered: a request passes; Deregistered
    register() Sent: a request waits; >create
    time       Registered: a request passes
Refused
    connected  Refused: a request fails; NotRegistered
    created    Refused: a request fails; NotRegistered
    conflict   Refused: a request fails; NotRegistered
    ours       Refused: a request fails; NotRegistered
    refused    Refused: a request fails; NotRegistered
    busy       Refused: a request fails; NotRegistered
    lost       Refused: a request fails; NotRegistered
    forgotten  Refused: a request fails; NotRegistered, NotRegistered
    deleted    Refused: a request fails; NotRegistered, NotRegistered
    register() Sent: a request waits; >create
    time       Sent: a request waits; >create
Deregistered
    connected  Deregistered: a request passes
    created    Deregistered: a request passes
    conflict   Deregistered: a request passes
    ours       Deregistered: a request passes
    refused    Deregistered: a request passes
    busy       Deregistered: a request passes
    lost       Deregistered: a request waits
    forgotten  Deregistered: a request passes
    deleted    Deregistered: a request passes
    register() Sent: a request waits; >create
    time       Deregistered: a request passes
";

const REGISTRATION_INPUTS: [&str; 11] = [
    "connected",
    "created",
    "conflict",
    "ours",
    "refused",
    "busy",
    "lost",
    "forgotten",
    "deleted",
    "register()",
    "time",
];

const REGISTRATION_STATES: [(&str, &[&str]); 8] = [
    ("Unmanaged", &["connected"]),
    ("Needed", &[]),
    ("Sent", &["connected"]),
    ("Checking", &["connected", "conflict"]),
    ("Reconnecting", &["connected", "created"]),
    ("Registered", &["connected", "created", "connected"]),
    ("Refused", &["connected", "refused"]),
    (
        "Deregistered",
        &["connected", "created", "connected", "deleted"],
    ),
];

#[test]
fn every_state_of_the_registration_answers_every_input_as_the_table_says() {
    let mut table = String::from("\n");
    for (state, inputs) in REGISTRATION_STATES {
        writeln!(table, "{state}").unwrap();
        for input in REGISTRATION_INPUTS {
            let mut world = Registering::new(state != "Unmanaged");
            inputs.iter().for_each(|input| world.feed(input));
            let reached = world.world.registree.registration_state();
            assert_eq!(format!("{reached:?}"), state);
            world.seen.clear();
            world.feed(input);
            let reached = world.world.registree.registration_state();
            let request = world.request();
            let seen = world.seen.join(", ");
            writeln!(table, "    {input:<10} {reached:?}: {request}; {seen}").unwrap();
        }
    }
    let table = table.replace("; \n", "\n");
    compare(&table, REGISTRATIONS);
}

/// A registree, and what its registrar was asked.
struct Registering {
    world: World,
    /// The identifier of the registration, or of the question whose its resource is, that was not answered yet.
    asked: Option<String>,
    seen: Vec<String>,
}

impl Registering {
    fn new(is_managed: bool) -> Self {
        let mut config: RegistreeConfig = config();
        config.registration = is_managed.then(|| registration().from("Cthermo"));
        config.reconnect_after_registration = true;
        config.session.on_loss = OnLoss::Fail;
        Self {
            world: World::new(config),
            asked: None,
            seen: Vec::new(),
        }
    }

    fn feed(&mut self, input: &str) {
        let now = self.world.now;
        match input {
            "connected" => {
                if self.world.registree.session().has_connection() {
                    self.world.lose(None);
                }
                self.world.open();
            }
            "created" => self.answer(|rqi| created(&rqi)),
            "ours" => self.answer(|rqi| {
                let mut found = created(&rqi);
                found.status = ResponseStatusCode::OK;
                found
            }),
            "conflict" => self.answer(|rqi| response(&rqi, ResponseStatusCode::CONFLICT)),
            "refused" => {
                self.answer(|rqi| response(&rqi, ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE))
            }
            "busy" => self.answer(|rqi| response(&rqi, ResponseStatusCode::INTERNAL_SERVER_ERROR)),
            "lost" => {
                if self.world.registree.session().has_connection() {
                    self.world.registree.handle_eof();
                    self.take();
                    self.world.registree.release(now);
                }
            }
            "forgotten" => self.exchange(
                retrieval("f"),
                ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED,
            ),
            "deleted" => self.exchange(
                RequestPrimitive::delete("cse-in/thermo", identifier("d")).from("Cthermo"),
                ResponseStatusCode::DELETED,
            ),
            "register()" => {
                if let Err(error) = self.world.registree.register(now) {
                    self.seen.push(error.to_string());
                }
            }
            "time" => self.world.wait(Duration::from_secs(10)),
            other => panic!("{other}"),
        }
        self.take();
    }

    /// The registrar answers the registration, or the question.
    fn answer(
        &mut self,
        answer: impl FnOnce(String) -> onem2m_primitive::ResponsePrimitive<'static>,
    ) {
        if let Some(rqi) = self.asked.take() {
            self.world.answer(answer(rqi));
        }
    }

    /// The application requests something, and the registrar answers so if it comes to know.
    fn exchange(&mut self, request: RequestPrimitive<'static>, status: ResponseStatusCode) {
        let rqi = request.request_identifier.as_str().to_owned();
        let id = self
            .world
            .registree
            .request(self.world.now, request)
            .unwrap();
        if self.take().contains(&rqi) {
            self.world.answer(response(&rqi, status));
        } else {
            self.world.registree.cancel(self.world.now, id);
        }
    }

    /// What becomes of a request.
    fn request(&mut self) -> &'static str {
        self.world
            .registree
            .request(self.world.now, retrieval("r"))
            .unwrap();
        let is_sent = self.take().contains(&"r".to_owned());
        let is_ended = self.seen.iter().any(|seen| seen == "NotRegistered");
        match (is_sent, is_ended) {
            (true, false) => "a request passes",
            (false, false) => "a request waits",
            (false, true) => "a request fails",
            (true, true) => "a request passes and fails",
        }
    }

    /// Takes events and messages. Returns the identifiers of what is sent for the application.
    fn take(&mut self) -> Vec<String> {
        for event in self.world.events() {
            if let RegistreeEvent::Session(event) = event {
                let is_refused = matches!(
                    event,
                    SessionEvent::Ended {
                        outcome: Outcome::NotRegistered(_),
                        ..
                    }
                );
                self.seen
                    .extend(is_refused.then(|| "NotRegistered".to_owned()));
                continue;
            }
            let name = format!("{event:?}");
            let end = name.find(['(', ' ']).unwrap_or(name.len());
            self.seen.push(name.chars().take(end).collect());
        }
        let mut sent = Vec::new();
        for primitive in self.world.received() {
            let Primitive::Request(request) = primitive else {
                continue;
            };
            let rqi = request.request_identifier.as_str().to_owned();
            if ["f", "d", "r"].contains(&&*rqi) {
                sent.push(rqi);
                continue;
            }
            let what = if request.operation == Operation::CREATE {
                ">create"
            } else {
                ">retrieve"
            };
            self.seen.push(what.into());
            self.asked = Some(rqi);
        }
        sent
    }
}

fn compare(table: &str, expected: &str) {
    for (line, expected) in table.lines().zip(expected.lines()) {
        assert_eq!(line, expected, "{table}");
    }
    assert_eq!(table, expected, "{table}");
}
