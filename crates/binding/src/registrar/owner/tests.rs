use onem2m_primitive::{CodecConfig, RequestPrimitive};
use onem2m_ws_core::{Inbox, Role};

use super::{Admission, Allowance, Identity, Registrar, RegistrarConfig, RegistrarEvent, Taken};
use crate::common::{Peer, at, connection, drain, identifier};
use crate::{Subprotocol, to_message};

/// What ends on an unknown node in the moment in which it proves to be a known one is told.
#[test]
fn n_an_unknown_node_that_is_merged_tells_what_has_ended() {
    let config = RegistrarConfig {
        allows_unregistered: true,
        ..RegistrarConfig::default()
    };
    let mut registrar = Registrar::new(config, [7; 32]);
    registrar.restore("Cthermo").unwrap();
    let admission = Admission::new(Identity::Unknown, Subprotocol::JSON);
    let id = registrar
        .connected(at(0), connection(Role::Server, at(0)), admission)
        .unwrap();
    let mut peer = Peer::new(Role::Client, Subprotocol::JSON, at(0));
    let mut inbox = Inbox::new();
    for (rqi, originator) in [("r1", "Cother"), ("r2", "Cthermo")] {
        let request = RequestPrimitive::retrieve("cse-in", identifier(rqi)).from(originator);
        let message = to_message(&request.into(), Subprotocol::JSON, &CodecConfig::default());
        peer.connection.send(message.unwrap()).unwrap();
        drain(peer.connection.outbox(), &mut inbox);
    }
    let asked = loop {
        match registrar.poll_event(at(0), id, &mut inbox) {
            Some(RegistrarEvent::Request { id, .. }) => break id,
            event => assert!(
                matches!(event, Some(RegistrarEvent::Present { .. })),
                "{event:?}"
            ),
        }
    };
    let number = *registrar.connections.get(&id).unwrap();
    let node = registrar.nodes.get_mut(&number).unwrap();
    let allowance = Allowance { requests: 1 };
    let (config, directory) = (&registrar.config, &mut registrar.directory);
    let taken = node.advance(at(0), &mut inbox, allowance, config, directory);
    let Some(Taken::Proof(proof)) = taken else {
        panic!("it speaks for an entity that is known elsewhere: {taken:?}");
    };
    // The clock goes on between the two.
    registrar.merge(at(1_000), number, proof);
    let events: Vec<_> =
        core::iter::from_fn(|| registrar.poll_event(at(1_000), id, &mut inbox)).collect();
    let unanswered = RegistrarEvent::Unanswered { id: asked };
    assert!(events.contains(&unanswered), "{events:?}");
}
