//! What the nodes of a registrar ask of a session, and no application does.

mod moving;
mod properties;
mod store;

use onem2m_primitive::RequestPrimitive;
use onem2m_ws_core::Timestamp;

use super::{RequestId, RequestOptions, Session, SessionConfig, StoreStep};
use crate::common::{Nodes, retrieval};

/// A number that is given from outside.
const fn outside(number: u64) -> RequestId {
    RequestId { session: 7, number }
}

/// A session that stores what waits, and is not connected.
fn durable(config: SessionConfig) -> Nodes {
    let mut nodes = Nodes::new(config);
    nodes.session.set_durable(true);
    nodes.lose();
    nodes.events();
    nodes
}

fn ask(nodes: &mut Nodes, number: u64) -> RequestId {
    let (id, request) = (outside(number), retrieval(&number.to_string()));
    let options = RequestOptions::default();
    let asked = nodes.session.request_as(nodes.now, id, request, options);
    asked.map(|()| id).unwrap()
}

/// The steps for the store, which numbers they are about.
fn steps(session: &mut Session) -> Vec<(u64, StoreStep)> {
    let steps = core::iter::from_fn(|| session.poll_store());
    steps.map(|(id, step)| (id.number, step)).collect()
}

/// What would be stored.
fn waiting(session: &Session, number: u64) -> Option<(RequestPrimitive<'static>, Timestamp)> {
    session.waiting_request(outside(number))
}
