//! TS-0020's state machines: what they cost beside the codec and the framing that they use, and how they grow.

mod registrar;
mod session;

use onem2m_primitive::{
    CodecConfig, Content, Primitive, RequestPrimitive, Serialization, decode, encode,
};
use onem2m_ws_core::{Buf, Config, Connection, Inbox, Outbox, Role, Seed, Timestamp};

use crate::measure::Plan;
use crate::peer::Peer;

pub(crate) fn run(_: &[Box<dyn Peer>], plan: Plan) {
    session::run(plan);
    registrar::run(plan);
}

/// No time passes.
const NOW: Timestamp = Timestamp::ZERO;

fn connection(role: Role) -> Connection {
    Connection::new(role, Config::default(), Seed([7; 32]), NOW)
}

/// What the transport does.
fn carry(outbox: &mut Outbox, inbox: &mut Inbox) {
    while outbox.has_remaining() {
        inbox.extend(outbox.chunk());
        outbox.advance(outbox.chunk().len());
    }
}

/// An AE creates a content instance; the content is in this serialization.
fn request(serialization: Serialization) -> RequestPrimitive<'static> {
    let json = r#"{"op":1,"to":"cse-in/CAE-thermometer/temperature","fr":"CAE-thermometer","rqi":"r-4711-0815","ty":4,"pc":{"m2m:cin":{"cnf":"application/json:0","con":"{\"celsius\":21.5,\"humidity\":0.47}","lbl":["greenhouse"]}},"rcn":0,"rvi":"3"}"#;
    let config = CodecConfig::default();
    let parsed = decode(Serialization::Json, json.as_bytes(), &config).expect("a primitive");
    let mut bytes = Vec::new();
    encode(serialization, &parsed, &config, &mut bytes).expect("it can be written");
    // It lives as long as the process, so that clones of it allocate nothing.
    match decode(serialization, bytes.leak(), &config) {
        Ok(Primitive::Request(request)) => request,
        other => panic!("not a request: {other:?}"),
    }
}

fn content(json: &'static str) -> Content<'static> {
    Content::json_text(json).expect("it is JSON")
}
