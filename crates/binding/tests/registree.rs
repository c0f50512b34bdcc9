//! Registrees: TS-0020 5.2, 6.2, 6.4.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

#[path = "common/registree.rs"]
mod world;

use core::time::Duration;

use onem2m_primitive::{Primitive, RequestPrimitive, ResourceType, ResponseStatusCode, Schedule};
use onem2m_ws::{
    Backoff, PointOfAccess, PointOfAccessError, Registree, RegistreeEvent, Reopen, SessionEvent,
    Subprotocol,
};

use common::{at, identifier, response, retrieval};
use world::{World, config, created, registration};

/// W-01, W-14, W-15, W-22, W-24, W-26, W-28, W-29, W-31 to W-37, W-66: the handshake for a point of access.
#[test]
fn w_01_w_14_w_15_w_22_w_26_w_28_w_29_w_31_w_35_w_37_w_66_the_handshake() {
    let check = |url: &str, begin: &str, host: &str| {
        let mut config = config();
        config.points_of_access = vec![url.parse().unwrap()];
        config.subprotocols = vec![Subprotocol::CBOR, Subprotocol::JSON];
        config.originator = Some("Cthermo".into());
        config.header_fields = vec![("Authorization".into(), "Basic YTpi".into())];
        let mut world = World::new(config);
        world.registree.connect(world.now);
        let handshake = world.handshake();
        assert!(handshake.starts_with(begin), "{handshake}");
        for field in [
            host,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: oneM2M.cbor, oneM2M.json",
            "X-M2M-Origin: Cthermo",
            "Authorization: Basic YTpi",
        ] {
            assert!(
                handshake.contains(&format!("\r\n{field}\r\n")),
                "{field}: {handshake}"
            );
        }
    };
    check("ws://mn.example", "GET / HTTP/1.1\r\n", "Host: mn.example");
    check(
        "ws://mn.example:80/",
        "GET / HTTP/1.1\r\n",
        "Host: mn.example",
    );
    check("wss://10.0.0.1:443", "GET / HTTP/1.1\r\n", "Host: 10.0.0.1");
    check(
        "ws://mn.example:9000/mca",
        "GET /mca HTTP/1.1\r\n",
        "Host: mn.example:9000",
    );
}

#[test]
fn w_23_w_24_w_25_points_of_access() {
    let parse = |url: &str| url.parse::<PointOfAccess>();
    assert_eq!(parse("ws://a").unwrap().request().port(), 80);
    assert_eq!(parse("wss://a").unwrap().request().port(), 443);
    assert!(parse("wss://a").unwrap().is_secure());
    assert_eq!(parse("ws://default"), Err(PointOfAccessError::Default));
    for wrong in ["http://a", "ws://", "a:80", "mqtt://a", "ws://a:99999"] {
        assert!(
            matches!(parse(wrong), Err(PointOfAccessError::Url(_))),
            "{wrong}"
        );
    }
}

/// W-10, W-18, W-65, W-69: registered once, before everything else, and not again.
#[test]
fn w_10_w_18_w_65_w_69_registration() {
    let mut config = config();
    config.registration = Some(registration());
    let mut world = World::new(config);
    world
        .registree
        .request(world.now, retrieval("first"))
        .unwrap();
    world.connect();
    let [Primitive::Request(sent)] = &world.received()[..] else {
        panic!("only the registration")
    };
    assert_eq!(
        (sent.resource_type, &*sent.to),
        (Some(ResourceType::AE), "cse-in")
    );
    let rqi = sent.request_identifier.as_str().to_owned();
    assert_ne!(rqi, "replaced");
    assert!(!world.registree.is_registered());

    world.answer(created(&rqi));
    assert!(matches!(
        &world.events()[..],
        [RegistreeEvent::Registered(_)]
    ));
    assert_eq!(world.registree.originator(), Some("Cthermo"));
    assert_eq!(world.received().len(), 1, "what had waited");

    world.lose(None);
    assert!(world.registree.is_registered());
    world.wait(Duration::from_secs(10));
    world
        .registree
        .request(world.now, retrieval("second"))
        .unwrap();
    assert!(world.handshake().contains("X-M2M-Origin: Cthermo\r\n"));
    world.opened();
    let received = world.received();
    assert_eq!(received.len(), 1);
    assert_eq!(
        received.first().unwrap().request_identifier().as_str(),
        "second"
    );
}

/// Refused for good: nothing is sent until the application registers anew. Refused for now, or lost: once more, later.
#[test]
fn registrations_that_fail() {
    for (status, is_final) in [
        (ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE, true),
        (ResponseStatusCode::CONFLICT, true),
        (ResponseStatusCode::INTERNAL_SERVER_ERROR, false),
    ] {
        let mut config = config();
        config.registration = Some(registration());
        let mut world = World::new(config);
        world.connect();
        let rqi = world.sent();
        world.answer(response(&rqi, status));
        assert!(matches!(
            &world.events()[..],
            [RegistreeEvent::RegistrationFailed { is_refused, .. }] if *is_refused == is_final
        ));
        assert!(world.received().is_empty());
        world.wait(Duration::from_secs(2));
        assert_eq!(world.received().is_empty(), is_final, "{status}");
        if is_final {
            world.registree.register(world.now).unwrap();
            assert_eq!(world.received().len(), 1);
        }
    }
    // It is registered already, under a name that it knows.
    let mut known = config();
    known.originator = Some("Cthermo".into());
    known.registration = Some(registration());
    let mut world = World::new(known);
    world.connect();
    let rqi = world.sent();
    world.answer(response(
        &rqi,
        ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED,
    ));
    assert!(matches!(
        &world.events()[..],
        [RegistreeEvent::Registered(_)]
    ));
}

/// For registrars that know a connection by its header only (I-16).
#[test]
fn reconnecting_under_the_name_that_was_given() {
    let mut config = config();
    config.registration = Some(registration());
    config.reconnect_after_registration = true;
    let mut world = World::new(config);
    assert!(!world.handshake().contains("X-M2M-Origin"));
    world.opened();
    world
        .registree
        .request(world.now, retrieval("waits"))
        .unwrap();
    let rqi = world.sent();
    world.answer(created(&rqi));
    world.events();
    world.finish_close();
    assert!(world.handshake().contains("X-M2M-Origin: Cthermo\r\n"));
    world.opened();
    assert_eq!(world.received().len(), 1);
}

#[test]
fn deregistration() {
    let mut config = config();
    config.registration = Some(registration());
    let mut world = World::new(config);
    world.connect();
    let rqi = world.sent();
    world.answer(created(&rqi));
    world.events();
    for (to, rqi, deregisters) in [
        ("cse-in/other", "1", false),
        ("cse-in/thermo/cnt", "2", false),
        ("cse-in/thermo", "3", true),
    ] {
        let deletion = RequestPrimitive::delete(to, identifier(rqi)).from("Cthermo");
        world.registree.request(world.now, deletion).unwrap();
        world.received();
        world.answer(response(rqi, ResponseStatusCode::DELETED));
        let events = world.events();
        assert!(
            matches!(
                events.first(),
                Some(RegistreeEvent::Session(SessionEvent::Ended { .. }))
            ),
            "{events:?}"
        );
        assert_eq!(
            matches!(events[..], [_, RegistreeEvent::Deregistered { .. }]),
            deregisters,
            "{to}"
        );
        assert_eq!(world.registree.is_registered(), !deregisters);
    }
}

/// W-11, W-12: on demand, always, or by schedule.
#[test]
fn w_11_w_12_reopening() {
    let mut on_demand = config();
    on_demand.reopen = Reopen::OnDemand;
    let mut world = World::new(on_demand);
    assert!(
        !world.registree.wants_connection(world.now) && world.registree.poll_timeout().is_none()
    );
    world.registree.request(world.now, retrieval("a")).unwrap();
    assert!(world.registree.wants_connection(world.now));

    let mut always = config();
    always.reopen = Reopen::Always;
    let mut world = World::new(always);
    world.connect();
    world.lose(None);
    assert!(!world.registree.wants_connection(world.now));
    let wait = world.next_attempt();
    assert!(
        wait >= Duration::from_millis(500) && wait <= Duration::from_secs(1),
        "{wait:?}"
    );
    world.wait(wait);
    assert!(world.registree.wants_connection(world.now));

    // Two minutes of each hour, the first of which begins 100 s from now.
    let mut scheduled = config();
    scheduled.reopen = Reopen::Schedule("* 0,1 * * * * *".parse::<Schedule>().unwrap());
    let mut world = World::new(scheduled);
    let hour = Duration::from_secs(3600);
    world
        .registree
        .set_wall_clock(world.now, hour * 1000 - Duration::from_secs(100));
    assert_eq!(world.next_attempt(), Duration::from_secs(100));
    world.wait(Duration::from_secs(100));
    world.connect();
    assert_eq!(world.next_attempt(), Duration::from_secs(120));
    // It goes on while something is under way.
    world.wait(Duration::from_secs(119));
    world.registree.request(world.now, retrieval("a")).unwrap();
    world.received();
    world.wait(Duration::from_secs(1));
    world.received();
    assert_eq!(world.peer.closed, None);
    world.answer(response("a", ResponseStatusCode::OK));
    world.events();
    world.finish_close();
    assert_eq!(world.next_attempt(), hour - Duration::from_secs(120));
    // What is to be sent does not wait for the schedule.
    world.registree.request(world.now, retrieval("b")).unwrap();
    assert!(world.registree.wants_connection(world.now));
}

/// W-62: an idle connection is closed if that is wanted, and kept otherwise.
#[test]
fn w_62_idle_connections() {
    let mut idle = config();
    idle.reopen = Reopen::OnDemand;
    idle.idle_timeout = Some(Duration::from_secs(60));
    let mut world = World::new(idle);
    world.registree.connect(world.now);
    world.connect();
    world.wait(Duration::from_secs(30));
    world.registree.request(world.now, retrieval("a")).unwrap();
    world.received();
    world.answer(response("a", ResponseStatusCode::OK));
    world.events();
    world.wait(Duration::from_secs(59));
    world.received();
    assert_eq!(world.peer.closed, None);
    world.wait(Duration::from_secs(1));
    world.finish_close();
    assert!(!world.registree.wants_connection(world.now));

    let mut world = World::new(config());
    world.registree.connect(world.now);
    world.connect();
    world.wait(Duration::from_secs(100_000));
    world.received();
    assert_eq!(world.peer.closed, None);
}

/// P31, J-11: attempts become rarer, differ between registrees, and are forgotten only after a connection has lived.
#[test]
fn j_11_backing_off() {
    let mut always = config();
    always
        .points_of_access
        .push("ws://second.example".parse().unwrap());
    always.reopen = Reopen::Always;
    always.backoff = Backoff {
        initial: Duration::from_secs(1),
        factor: 2,
        maximum: Duration::from_secs(8),
    };
    let mut world = World::new(always.clone());
    for expected in [1, 2, 4, 8, 8, 8] {
        for point in 0..2 {
            let attempt = world.registree.connecting(world.now).unwrap();
            assert_eq!(attempt.point_of_access, point);
            world.registree.connect_failed(world.now);
        }
        let (wait, expected) = (world.next_attempt(), Duration::from_secs(expected));
        assert!(
            wait >= expected / 2 && wait <= expected,
            "{wait:?} instead of {expected:?}"
        );
        world.wait(wait);
    }
    // Accepted and closed at once: as good as refused.
    world.connect();
    world.lose(None);
    assert!(world.next_attempt() >= Duration::from_secs(4));
    world.wait(Duration::from_secs(8));
    world.connect();
    world.wait(Duration::from_secs(30));
    world.lose(None);
    assert!(world.next_attempt() <= Duration::from_secs(1));

    let waits: Vec<_> = (0..10_u8)
        .map(|seed| {
            let mut registree = Registree::new(always.clone(), [seed; 32]).unwrap();
            for _ in 0..2 {
                registree.connecting(at(0)).unwrap();
                registree.connect_failed(at(0));
            }
            registree.poll_timeout().unwrap()
        })
        .collect();
    assert!(
        waits.windows(2).all(|pair| pair.first() != pair.last()),
        "{waits:?}"
    );
}

#[test]
fn ending() {
    let mut always = config();
    always.reopen = Reopen::Always;
    let mut world = World::new(always);
    world.connect();
    world.registree.end(world.now);
    world.finish_close();
    assert!(world.registree.is_ended() && !world.registree.wants_connection(world.now));
    assert_eq!(world.registree.poll_timeout(), None);
    assert!(
        world
            .events()
            .iter()
            .all(|event| !matches!(event, RegistreeEvent::Session(SessionEvent::Ended { .. })))
    );
}

#[test]
fn what_makes_no_handshake() {
    let mut twice = config();
    twice.subprotocols = vec![Subprotocol::JSON, Subprotocol::JSON];
    assert!(Registree::new(twice, [7; 32]).is_err());
    let mut field = config();
    field.header_fields = vec![("a b".into(), "c".into())];
    assert!(Registree::new(field, [7; 32]).is_err());
}
