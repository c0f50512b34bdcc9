//! Request to response through two sessions in memory.

use core::hint::black_box;

use onem2m_primitive::{
    CodecConfig, Primitive, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{
    Outcome, Session, SessionConfig, SessionEvent, Subprotocol, from_message, to_message,
};
use onem2m_ws_core::{Connection, Event, Inbox, Role};

use super::{NOW, carry, connection, request};
use crate::measure::{Contestant, Plan, race};
use crate::table::print_samples;

pub(super) fn run(plan: Plan) {
    let subprotocols = [Subprotocol::JSON, Subprotocol::CBOR, Subprotocol::XML];
    let rows = ["two sessions", "codec and framing alone"];
    let mut columns = Vec::new();
    for subprotocol in subprotocols {
        let contestants = vec![Some(sessions(subprotocol)), Some(parts(subprotocol))];
        let name = format!("{:?}", subprotocol.serialization());
        columns.push((name, race(contestants, plan)));
    }
    print_samples("Request to response in memory", &rows, &columns);
}

fn sessions(subprotocol: Subprotocol) -> Contestant<'static> {
    let mut near = node(Role::Client, subprotocol);
    let mut far = node(Role::Server, subprotocol);
    let (mut up, mut down) = (Inbox::new(), Inbox::new());
    let request = request(subprotocol.serialization());
    Box::new(move |count| {
        for _ in 0..count {
            let id = near
                .request(NOW, black_box(&request).clone())
                .expect("there is room");
            carry(near.outbox(NOW).expect("it is up"), &mut up);
            answer(&mut far, &mut up);
            carry(far.outbox(NOW).expect("it is up"), &mut down);
            let Some(SessionEvent::Ended {
                id: ended,
                outcome: Outcome::Response(response),
            }) = near.poll_event(NOW, &mut down)
            else {
                panic!("it is not answered")
            };
            assert_eq!(ended, id);
            black_box(response);
        }
    })
}

fn node(role: Role, subprotocol: Subprotocol) -> Session {
    let mut session = Session::new(SessionConfig::default(), [1; 8]);
    session.connected(NOW, connection(role), subprotocol);
    session
}

fn answer(session: &mut Session, inbox: &mut Inbox) {
    let Some(SessionEvent::Request { id, request }) = session.poll_event(NOW, inbox) else {
        panic!("no request arrives")
    };
    let response = created(&request).into_owned();
    session
        .respond(NOW, id, response)
        .expect("it waits for its answer");
    // What was read is given back with the next event.
    assert!(session.poll_event(NOW, inbox).is_none(), "nothing else");
}

fn created<'r>(request: &RequestPrimitive<'r>) -> ResponsePrimitive<'r> {
    ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
}

/// The same messages without a session.
fn parts(subprotocol: Subprotocol) -> Contestant<'static> {
    let (mut near, mut far) = (connection(Role::Client), connection(Role::Server));
    let (mut up, mut down) = (Inbox::new(), Inbox::new());
    let request = Primitive::from(request(subprotocol.serialization()));
    Box::new(move |count| {
        for _ in 0..count {
            send(&mut near, subprotocol, black_box(&request), &mut up);
            let response = receive(&mut far, subprotocol, &mut up, |primitive| {
                let Primitive::Request(request) = primitive else {
                    panic!("not a request")
                };
                Primitive::from(created(request).into_owned())
            });
            send(&mut far, subprotocol, &response, &mut down);
            receive(&mut near, subprotocol, &mut down, |primitive| {
                black_box(primitive);
            });
        }
    })
}

fn send(
    connection: &mut Connection,
    subprotocol: Subprotocol,
    primitive: &Primitive<'_>,
    inbox: &mut Inbox,
) {
    let message = to_message(primitive, subprotocol, &CodecConfig::default());
    connection
        .send(message.expect("it can be written"))
        .expect("it is open");
    carry(connection.outbox(), inbox);
}

fn receive<T>(
    connection: &mut Connection,
    subprotocol: Subprotocol,
    inbox: &mut Inbox,
    then: impl FnOnce(&Primitive<'_>) -> T,
) -> T {
    let Some(Event::Message(message)) = connection.poll_event(NOW, inbox) else {
        panic!("no message arrives")
    };
    let primitive = from_message(&message, subprotocol, &CodecConfig::default());
    let result = then(&primitive.expect("it is a primitive"));
    assert!(
        connection.poll_event(NOW, inbox).is_none(),
        "nothing else arrives"
    );
    result
}
