//! The world: time, transports, applications.

use core::time::Duration;

use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{
    Attempt, IncomingId, OnLoss, Outcome, Registrar, RegistrarEvent, RegistreeEvent,
    RegistreeState, RequestId, SessionEvent, Subprotocol, Superseded,
};
use onem2m_ws_core::{
    Buf, ClientHandshake, ClientProgress, CloseCode, CloseFrame, Config, Connection, Inbox, Seed,
    ServerHandshake, ServerProgress, Timestamp, TransportAction,
};

use super::ledger::{self, Side};
use super::parts::{Answer, Client, Wire};
use super::wire::{Pipe, Read};
use super::{Ledger, Random, Report};

#[derive(Debug)]
pub(super) struct World {
    random: Random,
    now: Timestamp,
    wall_clock: Duration,
    registrar: Registrar,
    clients: Vec<Client>,
    wires: Vec<Wire>,
    answers: Vec<Answer>,
    ledger: Ledger,
    /// Which kinds of faults there are in this world, in percent.
    faults: [u64; 8],
    has_faults: bool,
    /// Whether the world ends when it is at rest.
    is_final: bool,
    report: Report,
}

fn len(len: usize) -> u64 {
    u64::try_from(len).expect("it fits")
}

/// Time a world may need to come to rest once its faults have stopped: the longest deadline, and some more.
const REST: Duration = Duration::from_secs(3 * 3600);
/// Turns without time passing that are too many.
const MAX_TURNS: u32 = 20_000;

impl World {
    pub(super) fn new(mut random: Random, registrar: Registrar, clients: Vec<Client>) -> Self {
        let mut faults = [0; 8];
        for fault in &mut faults {
            *fault = if random.chance(50) {
                1 + random.below(6)
            } else {
                0
            };
        }
        let mut world = Self {
            random,
            now: Timestamp::ZERO,
            wall_clock: Duration::from_secs(1_800_000_000),
            registrar,
            clients,
            wires: Vec::new(),
            answers: Vec::new(),
            ledger: Ledger::default(),
            faults,
            has_faults: true,
            is_final: false,
            report: Report::default(),
        };
        world.set_clocks();
        world
    }

    /// The time of faults.
    pub(super) fn live(&mut self) {
        for _ in 0..40 + self.random.below(120) {
            self.act();
            self.turn();
            let wait = match self.random.below(20) {
                0 => Duration::from_secs(self.random.below(100)),
                1 | 2 => Duration::from_millis(self.random.below(3000)),
                _ => Duration::from_millis(self.random.below(20)),
            };
            self.pass(self.now.saturating_add(wait));
        }
    }

    /// No faults any more: everything has to come to its end.
    pub(super) fn end(mut self) -> Report {
        self.has_faults = false;
        for wire in &mut self.wires {
            wire.up.stall(self.now);
            wire.down.stall(self.now);
        }
        let probed = self.probe();
        self.is_final = true;
        for client in 0..self.clients.len() {
            if !probed && self.random.chance(50) {
                self.clients[client].registree.end(self.now);
                self.clients[client].is_ending = true;
            }
        }
        self.turn();
        self.pass(self.now.saturating_add(REST));
        self.ledger.check_end();
        for client in &self.clients {
            let has_ended = client.registree.is_ended();
            let registree = &client.registree;
            assert!(
                has_ended || !client.is_ending,
                "I6: it does not end: {registree:#?}"
            );
        }
        self.report.responses = self.ledger.responses;
        self.report
    }

    /// Now that nothing is in the way, a registree asks for something and has to be answered, in most worlds: not where two
    /// have the same name, or old requests may fill its session.
    fn probe(&mut self) -> bool {
        let is_alone = self.clients.len() == 1;
        let client = &self.clients[0];
        let has_room = client.registree.session().outstanding() == 0;
        if !is_alone || !has_room || !client.registree.is_registered() || self.random.chance(30) {
            return false;
        }
        // Whatever the registrar has under way comes to its end before, and so does every wait after failures.
        self.turn();
        self.pass(self.now.saturating_add(Duration::from_secs(400)));
        if self.clients[0].registree.session().outstanding() > 0 {
            return false;
        }
        let identifier = RequestIdentifier::UNASSIGNED;
        let name = self.clients[0].name.clone();
        let content = self.ledger.next_content();
        let to = "cse-in/cnt".to_owned();
        let probe =
            RequestPrimitive::create(to, identifier, ResourceType::CONTENT_INSTANCE, content);
        let probe = self.clients[0]
            .registree
            .request(self.now, probe.from(name));
        let id = probe.expect("I6: there is room");
        self.ledger.asked(Side::Registree(0), id);
        self.ledger.expect_success(Side::Registree(0), id);
        true
    }

    /// Lets time pass until `end`, from one deadline to the next.
    fn pass(&mut self, end: Timestamp) {
        let mut idle = 0;
        while let Some(next) = self.next_deadline().filter(|next| *next <= end) {
            if next > self.now {
                (self.now, idle) = (next, 0);
            }
            idle += 1;
            assert!(
                idle < 100,
                "I8: a deadline does not go away: {}",
                self.deadlines(next)
            );
            self.turn();
            if self.is_final && self.is_at_rest() {
                return;
            }
        }
        self.now = self.now.max(end);
        self.turn();
    }

    /// Whether nothing but keeping connections alive is left.
    fn is_at_rest(&self) -> bool {
        let is_quiet = |client: &Client| {
            let session = client.registree.session();
            let is_ended = !client.is_ending || client.registree.is_ended();
            is_ended && session.is_quiet() && session.outstanding() == 0 && client.attempt.is_none()
        };
        self.clients.iter().all(is_quiet)
            && self.answers.is_empty()
            && self.registrar.poll_absent_timeout().is_none()
            && self.registrar.connections().all(|id| {
                self.registrar
                    .session(id)
                    .is_some_and(|session| session.is_quiet() && session.outstanding() == 0)
            })
    }

    fn next_deadline(&self) -> Option<Timestamp> {
        let clients = self.clients.iter().flat_map(|client| {
            let attempt = client.attempt.as_ref().map(|(at, _)| *at);
            [attempt, client.registree.poll_timeout()]
        });
        let wires = self.wires.iter().flat_map(|wire| {
            let superseded = wire.superseded.as_ref().and_then(Connection::poll_timeout);
            let own = self
                .registrar
                .poll_timeout(wire.id)
                .filter(|_| wire.is_held_above);
            [
                wire.up.stalled_until(self.now),
                wire.down.stalled_until(self.now),
                superseded,
                own,
            ]
        });
        let answers = self.answers.iter().map(|answer| Some(answer.at));
        let absent = [self.registrar.poll_absent_timeout()];
        clients
            .chain(wires)
            .chain(answers)
            .chain(absent)
            .flatten()
            .min()
    }

    /// Whose deadline it is.
    fn deadlines(&self, at: Timestamp) -> String {
        let is_it = |deadline: Option<Timestamp>| deadline == Some(at);
        let clients = self
            .clients
            .iter()
            .filter(|client| is_it(client.registree.poll_timeout()));
        let connections = self.registrar.connections();
        let connections = connections.filter(|id| is_it(self.registrar.poll_timeout(*id)));
        let sessions: Vec<_> = connections
            .filter_map(|id| self.registrar.session(id))
            .collect();
        let clients = clients.map(|client| {
            let wants = client.registree.wants_connection(self.now);
            (wants, &client.attempt, client.wire, &client.registree)
        });
        let clients: Vec<_> = clients.collect();
        let is_absent = is_it(self.registrar.poll_absent_timeout());
        format!("{at:?}, absent {is_absent}, registrees {clients:#?}, registrar {sessions:#?}")
    }

    fn set_clocks(&mut self) {
        for client in &mut self.clients {
            client.registree.set_wall_clock(self.now, self.wall_clock);
        }
        self.registrar.set_wall_clock(self.now, self.wall_clock);
    }

    /// Somebody does something.
    fn act(&mut self) {
        let client = usize::try_from(self.random.below(len(self.clients.len()))).expect("it fits");
        match self.random.below(100) {
            0..35 => self.ask_registrar(client),
            35..60 => self.ask_registree(client),
            60..63 => self.cancel(client),
            63..66 => self.clients[client].registree.disconnect(self.now),
            66..68 => {
                let id = self.registrar.connections().next();
                let frame = CloseFrame::new(CloseCode::NORMAL, "for a while");
                if let Some(id) = id {
                    let disconnected = self.registrar.disconnect(self.now, id, frame);
                    disconnected.expect("the reason is short");
                }
            }
            68..70 => {
                self.wall_clock = Duration::from_secs(1_800_000_000 + self.random.below(10_000));
                self.set_clocks();
            }
            _ => self.break_something(),
        }
    }

    fn request(
        &mut self,
        to: &str,
        from: &str,
        rqi: RequestIdentifier<'static>,
    ) -> RequestPrimitive<'static> {
        let content = self.ledger.next_content();
        let request =
            RequestPrimitive::create(to.to_owned(), rqi, ResourceType::CONTENT_INSTANCE, content);
        let mut request = request.from(from.to_owned()).release_version("3");
        match self.random.below(10) {
            0 => request = request.expires(onem2m_primitive::AbsoluteOrRelative::Relative(1500)),
            1 => {
                let time = self.wall_clock + Duration::from_secs(self.random.below(100));
                request = request.expires(onem2m_primitive::Timestamp::from_unix_epoch(time));
            }
            2 => {
                request.response_type = Some(onem2m_primitive::ResponseType {
                    value: Some(onem2m_primitive::ResponseTypeValue::NO_RESPONSE),
                    notification_targets: None,
                });
            }
            3 => request.event_category = Some(onem2m_primitive::EventCategory::LATEST),
            _ => {}
        }
        request
    }

    fn ask_registrar(&mut self, client: usize) {
        let name = self.clients[client].name.clone();
        let identifier = RequestIdentifier::UNASSIGNED;
        let request = self.request("cse-in/cnt", &name, identifier);
        self.report.requests += 1;
        match self.clients[client].registree.request(self.now, request) {
            Ok(id) => {
                self.ledger.asked(Side::Registree(client), id);
                self.clients[client].asked.push(id);
            }
            Err(_) => self.ledger.not_taken(),
        }
    }

    fn ask_registree(&mut self, client: usize) {
        let name = self.clients[client].name.clone();
        let identifier = RequestIdentifier::UNASSIGNED;
        let request = self.request(&name, "/cse", identifier);
        self.report.requests += 1;
        match self.registrar.request(self.now, &name, request) {
            Ok(id) => self.ledger.asked(Side::Registrar, id),
            Err(_) => self.ledger.not_taken(),
        }
    }

    fn cancel(&mut self, client: usize) {
        if let Some(id) = self.clients[client].asked.pop()
            && self.clients[client]
                .registree
                .cancel(self.now, id)
                .is_some()
        {
            self.ledger.cancelled(Side::Registree(client), id);
        }
    }

    fn break_something(&mut self) {
        let Some(last) = self.wires.len().checked_sub(1) else {
            return;
        };
        let fault = usize::try_from(self.random.below(8)).expect("it fits");
        if !self.random.chance(self.faults[fault] * 10) {
            return;
        }
        let until = self
            .now
            .saturating_add(Duration::from_millis(self.random.below(120_000)));
        let wire = &mut self.wires[last];
        let random = &mut self.random;
        let mut some =
            |pipe: &Pipe| usize::try_from(random.below(len(pipe.len()) + 1)).expect("it fits");
        match fault {
            0 => {
                let (up, down) = (some(&wire.up), some(&wire.down));
                wire.up.cut(up);
                wire.down.cut(down);
            }
            1 => wire.up.stall(until),
            2 => wire.down.stall(until),
            3 => wire.up.shut(),
            4 => wire.down.shut(),
            5 => {
                wire.up.cut(0);
                wire.down.cut(0);
                wire.up.abandon();
                wire.down.abandon();
            }
            6 => {
                let count = some(&wire.up);
                wire.up.cut(count);
            }
            _ => {
                let count = some(&wire.down);
                wire.down.cut(count);
            }
        }
    }

    /// Everybody has a turn until nothing moves.
    fn turn(&mut self) {
        for turn in 0.. {
            let mut moved = Vec::new();
            let mut note = |what: &'static str, index: usize, moves: bool| {
                if moves {
                    moved.push((what, index));
                }
            };
            note("answers", 0, self.give_answers());
            for client in 0..self.clients.len() {
                note("connect", client, self.connect(client));
                note("registree", client, self.client_turn(client));
            }
            for wire in 0..self.wires.len() {
                note("registrar", wire, self.server_turn(wire));
            }
            while let Some(event) = self.registrar.poll_absent(self.now) {
                self.registrar_event(event);
                note("absent", 0, true);
            }
            if moved.is_empty() {
                break;
            }
            assert!(
                turn < MAX_TURNS,
                "I8: at {:?} it does not come to rest: {moved:?}",
                self.now
            );
        }
        self.wires.iter_mut().for_each(|wire| {
            if !wire.is_held_below && !wire.is_held_above {
                wire.superseded = None;
            }
        });
    }

    fn give_answers(&mut self) -> bool {
        let now = self.now;
        let (due, later) = self.answers.drain(..).partition(|answer| answer.at <= now);
        self.answers = later;
        let due: Vec<Answer> = due;
        let is_some = !due.is_empty();
        for Answer {
            side, id, response, ..
        } in due
        {
            // It may be too late, or the second one.
            match side {
                Side::Registree(client) => {
                    drop(self.clients[client].registree.respond(now, id, response));
                }
                Side::Registrar => self.registrar.respond(now, id, response),
            }
        }
        is_some
    }

    fn connect(&mut self, client: usize) -> bool {
        let now = self.now;
        let one = &mut self.clients[client];
        if one.registree.state() != RegistreeState::Connecting {
            one.attempt = None;
        }
        if let Some((at, _)) = &one.attempt {
            if *at > now {
                return false;
            }
            let Some((_, attempt)) = one.attempt.take() else {
                return false;
            };
            let fails = self.has_faults && self.random.chance(self.faults[0] * 5);
            match self.handshake(&attempt) {
                // The registree never hears of it.
                Some((_, _, mut wire)) if fails => {
                    wire.is_held_below = false;
                    wire.up.shut();
                    wire.down.abandon();
                    self.wires.push(wire);
                    self.clients[client].registree.connect_failed(now);
                }
                Some((connection, subprotocol, wire)) => {
                    self.report.connections += 1;
                    self.wires.push(wire);
                    let one = &mut self.clients[client];
                    one.wire = Some(self.wires.len() - 1);
                    one.inbox = Inbox::new();
                    let superseded = one.registree.connected(now, connection, subprotocol);
                    assert!(superseded.is_none(), "it wanted a second connection");
                }
                None => self.clients[client].registree.connect_failed(now),
            }
            return true;
        }
        let wait = Duration::from_millis(self.random.below(200));
        one.attempt = one
            .registree
            .connecting(now)
            .map(|attempt| (now.saturating_add(wait), attempt));
        one.attempt.is_some()
    }

    /// Both sides of an opening handshake, whose bytes arrive at once.
    fn handshake(&mut self, attempt: &Attempt) -> Option<(Connection, Subprotocol, Wire)> {
        let (now, config) = (self.now, Config::default());
        let mut client =
            ClientHandshake::new(&attempt.request, config, Seed(self.random.seed()), now);
        let mut inbox = Inbox::new();
        let outbox = client.outbox();
        while outbox.has_remaining() {
            inbox.extend(outbox.chunk());
            outbox.advance(outbox.chunk().len());
        }
        let server = ServerHandshake::new(config, Seed(self.random.seed()), now);
        let ServerProgress::Requested(requested) = server.receive(now, &mut inbox) else {
            panic!("the request is valid");
        };
        let admission = self.registrar.judge(requested.request(), &[]).ok()?;
        let mut connection = requested
            .accept(now, admission.acceptance())
            .expect("it was offered");
        let outbox = connection.outbox();
        while outbox.has_remaining() {
            inbox.extend(outbox.chunk());
            outbox.advance(outbox.chunk().len());
        }
        let Ok(ClientProgress::Open(opened, response)) = client.receive(now, &mut inbox) else {
            panic!("the response is valid");
        };
        let subprotocol = Subprotocol::from_name(response.subprotocol()?)?;
        let id = self.registrar.connected(now, connection, admission).ok()?;
        let wire = Wire {
            id,
            up: Pipe::default(),
            down: Pipe::default(),
            is_held_below: true,
            is_held_above: true,
            inbox: Inbox::new(),
            superseded: None,
        };
        Some((opened, subprotocol, wire))
    }

    fn client_turn(&mut self, client: usize) -> bool {
        let now = self.now;
        self.clients[client].registree.handle_timeout(now);
        let mut moves = self.client_events(client);
        let Some(wire) = self.clients[client].wire else {
            return moves;
        };
        let wire = &mut self.wires[wire];
        let one = &mut self.clients[client];
        let mut has_failed = false;
        if let Some(outbox) = one.registree.outbox(now) {
            match wire.up.write(now, outbox, &mut self.random) {
                Ok(written) => moves |= written,
                Err(()) => has_failed = true,
            }
            if one.registree.session().transport_action() == TransportAction::Shutdown {
                wire.up.shut();
            }
        }
        if one.registree.session().wants_input() && wire.down.stalled_until(now).is_none() {
            match wire.down.read(&mut one.inbox, &mut self.random) {
                Read::Bytes => moves = true,
                Read::End => one.registree.handle_eof(),
                Read::Nothing => {}
            }
        }
        moves |= self.client_events(client);
        let one = &mut self.clients[client];
        if has_failed || one.registree.session().transport_action() == TransportAction::Abort {
            one.registree.release(now);
            let session = one.registree.session();
            assert!(
                session.config().on_loss != OnLoss::Fail
                    || session.waiting().count() == session.outstanding(),
                "I1: what its connection took along has not ended: {session:#?}"
            );
            let wire = &mut self.wires[one.wire.take().expect("it has one")];
            wire.up.shut();
            wire.down.abandon();
            wire.is_held_below = false;
            moves = true;
        }
        moves
    }

    fn client_events(&mut self, client: usize) -> bool {
        let mut moves = false;
        let mut inbox = core::mem::take(&mut self.clients[client].inbox);
        while let Some(event) = self.clients[client]
            .registree
            .poll_event(self.now, &mut inbox)
        {
            moves = true;
            let RegistreeEvent::Session(event) = event else {
                self.trace(7);
                continue;
            };
            match event {
                SessionEvent::Request { id, request } => {
                    self.take_request(Side::Registree(client), id, &request);
                }
                SessionEvent::Ended { id, outcome } => {
                    self.take_outcome(Side::Registree(client), id, &outcome);
                }
                SessionEvent::Disconnected(_) => self.trace(5),
                SessionEvent::Unanswered { .. } | SessionEvent::Dropped(_) | _ => self.trace(6),
            }
        }
        self.clients[client].inbox = inbox;
        moves
    }

    fn server_turn(&mut self, index: usize) -> bool {
        if !self.wires[index].is_held_above {
            return false;
        }
        let (now, id) = (self.now, self.wires[index].id);
        while let Some((id, superseded)) = self.registrar.poll_superseded() {
            let wire = self.wires.iter_mut().find(|wire| wire.id == id);
            wire.expect("it has a wire").superseded = match superseded {
                Superseded::Close(connection) => Some(*connection),
                Superseded::Drop => None,
            };
        }
        if self.wires[index].superseded.is_some() {
            return self.superseded_turn(index);
        }
        self.registrar.handle_timeout(now, id);
        let mut moves = self.server_events(index);
        let wire = &mut self.wires[index];
        let mut has_failed = false;
        if let Some(outbox) = self.registrar.outbox(now, id) {
            match wire.down.write(now, outbox, &mut self.random) {
                Ok(written) => moves |= written,
                Err(()) => has_failed = true,
            }
        }
        if self.registrar.transport_action(id) == TransportAction::Shutdown {
            wire.down.shut();
        }
        if self.registrar.wants_input(id) && wire.up.stalled_until(now).is_none() {
            match wire.up.read(&mut wire.inbox, &mut self.random) {
                Read::Bytes => moves = true,
                Read::End => self.registrar.handle_eof(id),
                Read::Nothing => {}
            }
        }
        moves |= self.server_events(index);
        if has_failed || self.registrar.transport_action(id) == TransportAction::Abort {
            self.registrar.release(now, id);
            self.let_go(index);
            moves = true;
        }
        moves
    }

    fn let_go(&mut self, index: usize) {
        let wire = &mut self.wires[index];
        wire.down.shut();
        wire.up.abandon();
        wire.is_held_above = false;
        wire.superseded = None;
    }

    /// A connection that another took the place of is seen to its end.
    fn superseded_turn(&mut self, index: usize) -> bool {
        let now = self.now;
        let wire = &mut self.wires[index];
        let Some(connection) = &mut wire.superseded else {
            return false;
        };
        connection.handle_timeout(now);
        while connection.poll_event(now, &mut wire.inbox).is_some() {}
        let written = wire.down.write(now, connection.outbox(), &mut self.random);
        let mut moves = written == Ok(true);
        if connection.transport_action() == TransportAction::Shutdown {
            wire.down.shut();
        }
        if wire.up.stalled_until(now).is_none() {
            match wire.up.read(&mut wire.inbox, &mut self.random) {
                Read::Bytes => moves = true,
                Read::End => connection.handle_eof(),
                Read::Nothing => {}
            }
        }
        while connection.poll_event(now, &mut wire.inbox).is_some() {}
        if written.is_err() || connection.transport_action() == TransportAction::Abort {
            self.let_go(index);
            return true;
        }
        moves
    }

    fn server_events(&mut self, index: usize) -> bool {
        let id = self.wires[index].id;
        let mut moves = false;
        let mut inbox = core::mem::take(&mut self.wires[index].inbox);
        while let Some(event) = self.registrar.poll_event(self.now, id, &mut inbox) {
            moves = true;
            self.registrar_event(event);
        }
        self.wires[index].inbox = inbox;
        moves
    }

    fn registrar_event(&mut self, event: RegistrarEvent) {
        match event {
            RegistrarEvent::Request { id, request } => {
                self.take_request(Side::Registrar, id, &request)
            }
            RegistrarEvent::Ended { id, outcome } => {
                self.take_outcome(Side::Registrar, id, &outcome)
            }
            RegistrarEvent::Rejected { .. } => self.trace(1),
            RegistrarEvent::Unanswered { .. }
            | RegistrarEvent::Dropped(_)
            | RegistrarEvent::Disconnected(_)
            | _ => self.trace(2),
        }
    }

    fn take_request(&mut self, side: Side, id: IncomingId, request: &RequestPrimitive<'_>) {
        self.trace(3);
        let mut response = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
        if request.resource_type == Some(ResourceType::AE) {
            let value = request
                .content
                .as_ref()
                .expect("a registration has content")
                .value();
            let value = value.expect("it can be read");
            let name = value
                .get("m2m:ae")
                .and_then(|ae| ae.get("rn")?.as_text())
                .expect("it has a name");
            let ae = format!(r#"{{"m2m:ae":{{"rn":"{name}","ri":"{name}","aei":"{name}"}}}}"#);
            response = response.content(Content::json_text(ae).expect("it is JSON"));
        } else if request.operation == Operation::RETRIEVE {
            // A registree asks, after a reopening, whether it is registered still.
            response = ResponsePrimitive::to_request(request, ResponseStatusCode::OK);
        } else {
            response = response.content(ledger::content(self.ledger.delivered(request)));
        }
        let is_silent = self.has_faults && self.random.chance(self.faults[1]);
        let wait = if self.has_faults {
            self.random.below(self.faults[2] * 500 + 20)
        } else {
            0
        };
        let at = self.now.saturating_add(Duration::from_millis(wait));
        if !is_silent {
            // Now and then twice.
            if self.random.chance(3) {
                self.answers.push(Answer {
                    at,
                    side,
                    id,
                    response: response.clone(),
                });
            }
            self.answers.push(Answer {
                at,
                side,
                id,
                response,
            });
        }
    }

    fn take_outcome(&mut self, side: Side, id: RequestId, outcome: &Outcome<'_>) {
        self.trace(4);
        self.ledger.ended(side, id, outcome);
    }

    fn trace(&mut self, what: u64) {
        let at = u64::try_from(self.now.since_epoch().as_nanos()).expect("it fits");
        let mixed = (self.report.trace ^ at).wrapping_mul(0x100_0000_01b3);
        self.report.trace = (mixed ^ what).wrapping_mul(0x100_0000_01b3);
    }
}
