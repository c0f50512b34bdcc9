//! The costs of a registrar for each registree, idle and active, and for each request that it stores.

#![expect(
    clippy::indexing_slicing,
    reason = "registrees are numbered from nought"
)]

use core::hint::black_box;

use onem2m_primitive::{
    CodecConfig, Content, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{
    Admission, ConnectionId, Identity, Registrar, RegistrarConfig, RegistrarEvent,
    RequestIdentifiers, Subprotocol, to_message,
};
use onem2m_ws_core::{Buf, Connection, Inbox, Outbox, Role};

use super::{NOW, connection, content};
use crate::measure::{Allocated, Contestant, Plan, race};
use crate::table::{Table, print_samples};

const COUNTS: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// Primitives stored for one registree.
const STORED: usize = 100;

pub(super) fn run(plan: Plan) {
    let counts = if plan.rounds > 1 { &COUNTS[..] } else { &[10] };
    let names: Vec<_> = counts.iter().map(|count| format!("{count}")).collect();
    let rows: Vec<&str> = names.iter().map(String::as_str).collect();
    let asked = counts.iter().map(|count| Some(requests(*count)));
    let asked = race(asked.collect(), plan);
    let notified = counts.iter().map(|count| Some(notifications(*count)));
    let notified = race(notified.collect(), plan);
    let columns = vec![
        ("request answered".to_owned(), asked),
        ("notification answered".to_owned(), notified),
    ];
    print_samples("Registrar, by the number of registrees", &rows, &columns);
    if cfg!(feature = "allocations") {
        memory(counts, &rows);
    }
}

fn memory(counts: &[usize], rows: &[&str]) {
    let mut table = Table::new("Registrar, by the number of registrees: bytes".to_owned());
    let (mut idle, mut absent, mut stored) = (Vec::new(), Vec::new(), Vec::new());
    for &count in counts {
        let per_registree = |allocated: Allocated| Some(allocated.kept as f64 / count as f64);
        let mut worlds = Vec::with_capacity(2);
        idle.push(per_registree(Allocated::by(|| {
            worlds.push(World::new(count))
        })));
        absent.push(per_registree(Allocated::by(|| {
            let mut world = World::new(count);
            world.leave_all();
            worlds.push(world);
        })));
        let waiting = Allocated::by(|| {
            let world = worlds.last_mut().expect("it is there");
            (0..STORED).for_each(|_| drop(world.notify(0)));
        });
        stored.push(Some(waiting.kept as f64 / STORED as f64));
    }
    table.figures("registered and idle", 0, idle);
    table.figures("registered and absent", 0, absent);
    table.figures("each stored notification of 130 B", 0, stored);
    table.print(rows);
}

/// One after the other asks and is answered.
fn requests(count: usize) -> Contestant<'static> {
    let mut world = World::new(count);
    let mut client = connection(Role::Client);
    let asked = |index| {
        let request = RequestPrimitive::retrieve("cse-in/cnt", identifier());
        (index, frame(&mut client, request.from(name(index)).into()))
    };
    let asked: Vec<_> = some_of(count).map(asked).collect();
    let mut turns = (0..asked.len()).cycle();
    Box::new(move |count| {
        for (index, frame) in turns.by_ref().take(count).map(|turn| &asked[turn]) {
            world.answer(*index, frame, |request| {
                ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
            });
        }
    })
}

/// One after the other is notified and answers.
fn notifications(count: usize) -> Contestant<'static> {
    let mut world = World::new(count);
    let indices: Vec<_> = some_of(count).collect();
    let mut turns = (0..indices.len()).cycle();
    let mut client = connection(Role::Client);
    Box::new(move |count| {
        for index in turns.by_ref().take(count).map(|turn| indices[turn]) {
            let identifier = world.notify(index);
            world.flush(index);
            let response = ResponsePrimitive::new(ResponseStatusCode::OK, identifier);
            let frame = frame(&mut client, response.into());
            world.inbox.extend(&frame);
            let id = world.connections[index];
            let event = world.registrar.poll_event(NOW, id, &mut world.inbox);
            assert!(
                matches!(event, Some(RegistrarEvent::Ended { .. })),
                "the notification has not ended"
            );
            black_box(event);
        }
    })
}

/// Registrees spread over all of them, of the same number whatever there are.
fn some_of(count: usize) -> impl Iterator<Item = usize> {
    let step = (count / SOME).max(1);
    (0..count).step_by(step)
}

const SOME: usize = 100;

fn name(index: usize) -> String {
    format!("C{index:06}")
}

fn identifier() -> RequestIdentifier<'static> {
    RequestIdentifier::new("1").expect("it is one")
}

/// A primitive as a registree sends it. The frame of one client is as good as that of another.
fn frame(client: &mut Connection, primitive: Primitive<'_>) -> Vec<u8> {
    let message = to_message(&primitive, Subprotocol::JSON, &CodecConfig::default());
    let message = message.expect("it can be written");
    client.send(message).expect("it is open");
    let mut bytes = Vec::new();
    drain(client.outbox(), |chunk| bytes.extend_from_slice(chunk));
    bytes
}

fn drain(outbox: &mut Outbox, mut then: impl FnMut(&[u8])) {
    while outbox.has_remaining() {
        let len = outbox.chunk().len();
        then(outbox.chunk());
        outbox.advance(len);
    }
}

/// A registrar with registrees that have registered.
struct World {
    registrar: Registrar,
    connections: Vec<ConnectionId>,
    identifiers: RequestIdentifiers,
    inbox: Inbox,
}

impl World {
    fn new(count: usize) -> Self {
        let mut config = RegistrarConfig::default();
        (config.max_connections, config.max_nodes) = (count, count);
        let mut world = Self {
            registrar: Registrar::new(config, [7; 32]),
            connections: Vec::with_capacity(count),
            identifiers: RequestIdentifiers::new([7; 8]),
            inbox: Inbox::new(),
        };
        let mut client = connection(Role::Client);
        (0..count).for_each(|index| world.register(index, &mut client));
        world
    }

    fn register(&mut self, index: usize, client: &mut Connection) {
        let name = name(index);
        let admission = Admission::new(Identity::Claimed(name.clone()), Subprotocol::JSON);
        let connection = connection(Role::Server);
        let connected = self.registrar.connected(NOW, connection, admission);
        let id = connected.expect("there is room");
        self.connections.push(id);
        let event = self.registrar.poll_event(NOW, id, &mut self.inbox);
        assert!(matches!(event, Some(RegistrarEvent::Present { .. })));
        let ae = content(r#"{"m2m:ae":{"api":"Nbench","rr":true,"srv":["3"]}}"#);
        let create = RequestPrimitive::create("cse-in", identifier(), ResourceType::AE, ae);
        let frame = frame(client, create.from(name.clone()).into());
        self.answer(index, &frame, |request| {
            let ae = format!(r#"{{"m2m:ae":{{"aei":"{name}","ri":"{name}"}}}}"#);
            ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
                .content(Content::json_text(ae).expect("it is JSON"))
        });
        let event = self.registrar.poll_event(NOW, id, &mut self.inbox);
        assert!(matches!(event, Some(RegistrarEvent::Registered { .. })));
        self.registrar.shrink(id);
    }

    /// A request arrives and is answered.
    fn answer(
        &mut self,
        index: usize,
        frame: &[u8],
        answer: impl FnOnce(&RequestPrimitive<'_>) -> ResponsePrimitive<'static>,
    ) {
        self.inbox.extend(frame);
        let connection = self.connections[index];
        let event = self.registrar.poll_event(NOW, connection, &mut self.inbox);
        let Some(RegistrarEvent::Request { id, request }) = event else {
            panic!("no request arrives: {event:?}")
        };
        let response = answer(&request);
        self.registrar.respond(NOW, id, response);
        self.flush(index);
    }

    fn notify(&mut self, index: usize) -> RequestIdentifier<'static> {
        let identifier = self.identifiers.next_identifier();
        let notification =
            content(r#"{"m2m:sgn":{"sur":"cse-in/CAE/temperature/sub","nev":{"net":3}}}"#);
        let name = name(index);
        let request = RequestPrimitive::notify(name.clone(), identifier.clone(), notification);
        let taken = self.registrar.request(NOW, &name, request.from("/cse"));
        taken.expect("it is registered, and there is room");
        identifier
    }

    /// The transport takes all that is to be written.
    fn flush(&mut self, index: usize) {
        let id = self.connections[index];
        let outbox = self.registrar.outbox(NOW, id).expect("it is up");
        drain(outbox, |chunk| {
            black_box(chunk);
        });
    }

    fn leave_all(&mut self) {
        for id in self.connections.drain(..) {
            self.registrar.handle_eof(id);
            while self
                .registrar
                .poll_event(NOW, id, &mut self.inbox)
                .is_some()
            {}
            self.registrar.release(NOW, id);
        }
    }
}
