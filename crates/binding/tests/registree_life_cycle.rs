//! A registree's life cycle has no dead ends: registrars that restart, names that others take, configurations that cannot work.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

#[path = "common/registree.rs"]
mod world;

use core::time::Duration;

use onem2m_primitive::{
    Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponseStatusCode, ResponseType, ResponseTypeValue, Schedule,
};
use onem2m_ws::{
    Backoff, ConnectionFailure, RegistrationState, Registree, RegistreeConfig, RegistreeEvent,
    RegistreeState, Reopen, SessionEvent,
};
use onem2m_ws_core::{CloseCode, CloseFrame, Closed, Loss};

use common::{identifier, response, retrieval};
use world::{
    World, answer_registration, config, register, registered, registering, registration, request,
};

/// With the defaults, and nothing to send.
#[test]
fn n_06_a_registree_that_only_listens_reconnects() {
    for registration in [None, Some(registration())] {
        let mut config = config();
        config.registration = registration;
        let mut world = World::new(config);
        world.connect();
        if world.registree.registration_state() == RegistrationState::Sent {
            register(&mut world);
        }
        world.wait(Duration::from_secs(100));
        world.lose(None);
        let wait = world.next_attempt();
        assert!(wait <= Duration::from_secs(1), "{wait:?}");
        world.wait(wait);
        world.connect();
        // Not registered again: one that is registered asks whether it still is, once.
        let received = world.received();
        let asked = received.iter().map(|primitive| match primitive {
            Primitive::Request(request) => request.operation,
            Primitive::Response(_) => panic!("{primitive:?}"),
        });
        let is_registered = world.registree.is_registered();
        let expected = is_registered.then_some(Operation::RETRIEVE);
        assert_eq!(
            asked.collect::<Vec<_>>(),
            expected.into_iter().collect::<Vec<_>>()
        );
    }
}

/// `disconnect` is not undone at once by the policy that always reopens.
#[test]
fn n_06_a_connection_that_the_application_closed_stays_closed() {
    let mut world = World::new(config());
    world.connect();
    world.registree.disconnect(world.now);
    assert_eq!(world.registree.state(), RegistreeState::Suspending);
    world.finish_close();
    assert_eq!(world.registree.state(), RegistreeState::Suspended);
    assert_eq!(world.registree.connection_failure(), None);
    world.wait(Duration::from_secs(100_000));
    assert!(!world.registree.wants_connection(world.now));
    assert_eq!(world.registree.poll_timeout(), None);
    request(&mut world, "a");
    world.connect();
    assert_eq!(world.sent(), "a");

    world.registree.disconnect(world.now);
    world.answer(response("a", ResponseStatusCode::OK));
    world.events();
    world.finish_close();
    world.registree.connect(world.now);
    assert_eq!(world.registree.state(), RegistreeState::Down);
    world.connect();

    // By schedule: until the next window. Two minutes of each hour, of which one is over.
    let mut scheduled = config();
    scheduled.reopen = Reopen::Schedule("* 0,1 * * * * *".parse::<Schedule>().unwrap());
    let mut world = World::new(scheduled);
    let hour = Duration::from_secs(3600);
    world
        .registree
        .set_wall_clock(world.now, hour * 1000 + Duration::from_secs(60));
    world.connect();
    world.registree.disconnect(world.now);
    world.finish_close();
    assert!(!world.registree.wants_connection(world.now));
    assert_eq!(world.next_attempt(), Duration::from_secs(60));
    world.wait(Duration::from_secs(60));
    assert_eq!(world.registree.state(), RegistreeState::Down);
    assert!(!world.registree.wants_connection(world.now));
    assert_eq!(world.next_attempt(), hour - Duration::from_secs(120));
}

/// N-14: what failed is typed, and gone once it has succeeded.
#[test]
fn n_14_failures_are_typed_and_gone_with_success() {
    let mut world = World::new(registering());
    assert_eq!(world.registree.connection_failure(), None);
    world.registree.connecting(world.now).unwrap();
    world.registree.connect_failed(world.now);
    assert_eq!(
        world.registree.connection_failure(),
        Some(&ConnectionFailure::Attempt)
    );
    world.wait(world.next_attempt());
    world.connect();
    assert_eq!(world.registree.connection_failure(), None);
    answer_registration(&mut world, ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE);
    world.events();
    world.lose(Some(CloseFrame::new(CloseCode::GOING_AWAY, "restart")));
    let failure = world.registree.connection_failure().cloned();
    assert!(
        matches!(&failure, Some(ConnectionFailure::Closed(Closed::Clean(Some(frame)))) if frame.code == CloseCode::GOING_AWAY),
        "{failure:?}"
    );
    world.wait(Duration::from_secs(20));
    world.connect();
    assert!(world.registree.registration_failure().is_some());
    register(&mut world);
    assert_eq!(world.registree.registration_failure(), None);
    // The transport is let go without a word.
    world.registree.release(world.now);
    assert_eq!(
        world.registree.connection_failure(),
        Some(&ConnectionFailure::Closed(Closed::Lost(Loss::Eof)))
    );
}

/// The end of a connection may be told when there is another already.
#[test]
fn n_14_the_end_of_a_former_connection_is_none_of_this_one() {
    let mut world = World::new(config());
    world.connect();
    world.registree.release(world.now);
    world.now = world.registree.poll_timeout().unwrap();
    world.connect();
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::Session(SessionEvent::Disconnected(_))]
    ));
    assert_eq!(world.registree.state(), RegistreeState::Up);
    assert_eq!(world.registree.connection_failure(), None);
}

#[test]
fn n_16_what_cannot_work_is_refused_naming_the_field() {
    type Change = fn(&mut RegistreeConfig);
    const ZERO: Backoff = Backoff {
        initial: Duration::ZERO,
        factor: 2,
        maximum: Duration::from_secs(1),
    };
    let wrong: [(&str, Change); 28] = [
        ("points_of_access", |config| config.points_of_access.clear()),
        ("subprotocols", |config| config.subprotocols.clear()),
        ("subprotocols", |config| {
            config.subprotocols.extend_from_within(..1);
        }),
        ("header_fields", |config| {
            config.header_fields = vec![("a b".into(), "c".into())];
        }),
        ("originator", |config| {
            config.originator = Some("C\r\nHost: other".into());
        }),
        ("reconnect_after_registration", |config| {
            config.reconnect_after_registration = true;
            config.sends_origin = false;
        }),
        ("registration", |config| {
            config.registration = Some(retrieval("a"));
        }),
        ("registration", |config| {
            config.registration = Some(RequestPrimitive::delete("cse-in/thermo", identifier("a")));
        }),
        ("registration", |config| {
            if let Some(registration) = &mut config.registration {
                registration.resource_type = Some(ResourceType::CONTAINER);
            }
        }),
        ("registration", |config| {
            if let Some(registration) = &mut config.registration {
                registration.response_type = Some(ResponseType {
                    value: Some(ResponseTypeValue::NO_RESPONSE),
                    notification_targets: None,
                });
            }
        }),
        ("registration_retry.refused", |config| {
            config.registration_retry.refused = Some(ZERO);
        }),
        ("registration_retry.temporary", |config| {
            config.registration_retry.temporary = ZERO;
        }),
        ("backoff", |config| config.backoff = ZERO),
        ("backoff", |config| config.backoff.factor = 0),
        ("backoff", |config| config.backoff.maximum = Duration::ZERO),
        ("idle_timeout", |config| {
            config.idle_timeout = Some(Duration::from_secs(60));
        }),
        ("idle_timeout", |config| {
            config.reopen = Reopen::OnDemand;
            config.idle_timeout = Some(Duration::ZERO);
        }),
        ("reopen", |config| {
            config.reopen = Reopen::Schedule(Schedule::default());
        }),
        ("session.max_requests", |config| {
            config.session.max_requests = 0;
        }),
        ("session.max_waiting_len", |config| {
            config.session.max_waiting_len = 0;
        }),
        ("session.max_message_len", |config| {
            config.session.max_message_len = 0;
        }),
        ("session.delivery_timeout", |config| {
            config.session.delivery_timeout = Duration::ZERO;
        }),
        ("session.response_timeout", |config| {
            config.session.response_timeout = Duration::ZERO;
        }),
        ("session.answer_timeout", |config| {
            config.session.answer_timeout = Duration::ZERO;
        }),
        ("session.store_backoff", |config| {
            config.session.store_backoff = ZERO;
        }),
        ("session.max_taken", |config| config.session.max_taken = 0),
        ("session.max_unended", |config| {
            config.session.max_unended = 0
        }),
        ("session.pacing", |config| {
            config.session.pacing = Some(onem2m_ws::Pacing {
                max_in_flight: 0,
                pause: Duration::ZERO,
            });
        }),
    ];
    assert_eq!(registering().check(), Ok(()));
    for (field, change) in wrong {
        let mut config = registering();
        change(&mut config);
        let error = Registree::new(config, [7; 32]).unwrap_err();
        assert_eq!(error.field, field, "{error}");
        let text = error.to_string();
        assert!(
            text.starts_with(field) && text.len() > field.len() + 10,
            "{text}"
        );
    }
    // What may be on demand may be closed when idle.
    let mut idle = config();
    idle.reopen = Reopen::OnDemand;
    idle.idle_timeout = Some(Duration::from_secs(60));
    assert_eq!(idle.check(), Ok(()));
}

#[test]
fn n_16_whether_tls_is_required_can_be_asked() {
    assert!(!config().requires_tls());
    let mut secure = config();
    secure
        .points_of_access
        .push("wss://mn.example".parse().unwrap());
    assert!(secure.requires_tls());
}

#[test]
fn n_18_identifiers_are_assigned() {
    let mut config = registering();
    if let Some(registration) = &mut config.registration {
        registration.request_identifier = RequestIdentifier::UNASSIGNED;
    }
    let mut world = registered(config);
    let retrieval = || RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
    let now = world.now;
    world.registree.request(now, retrieval()).unwrap();
    world.registree.request(now, retrieval()).unwrap();
    let received = world.received();
    let identifiers: Vec<_> = received
        .iter()
        .map(|request| request.request_identifier().as_str())
        .collect();
    let [first, second] = identifiers[..] else {
        panic!("{identifiers:?}")
    };
    assert!(!first.is_empty() && !second.is_empty() && first != second);
}

/// One handshake with its name costs a victim no more than any other loss; two that fight for a name do it ever more rarely.
#[test]
fn n_51_who_is_superseded_is_not_locked_out() {
    let superseded = || {
        CloseFrame::new(
            CloseCode::POLICY_VIOLATION,
            "another connection took its place",
        )
    };
    let mut world = World::new(config());
    world.connect();
    world.wait(Duration::from_secs(3600));
    world.lose(Some(superseded()));
    let wait = world.next_attempt();
    assert!(wait <= Duration::from_secs(1), "{wait:?}");
    // ACME says 1000.
    for frame in [superseded(), CloseFrame::new(CloseCode::NORMAL, "")] {
        let mut world = World::new(config());
        let mut total = Duration::ZERO;
        for _ in 0..8 {
            world.connect();
            world.lose(Some(frame.clone()));
            total += world.next_attempt();
            world.wait(world.next_attempt());
        }
        assert!(total >= Duration::from_secs(100), "{total:?}");
    }
}

/// A name that no field can have is not waited for: there is no other connection that could say it.
#[test]
fn a_name_that_cannot_be_said_is_no_reason_to_reconnect() {
    let mut config = config();
    config.registration = Some(registration());
    config.reconnect_after_registration = true;
    let mut world = World::new(config);
    world.connect();
    let rqi = world.sent();
    let content = r#"{"m2m:ae":{"rn":"thermo","ri":"ae17","aei":"C\r\nx"}}"#;
    let content = Content::json_text(content).unwrap();
    world.answer(response(&rqi, ResponseStatusCode::CREATED).content(content));
    world.events();
    assert_eq!(
        world.registree.registration_state(),
        RegistrationState::Registered
    );
    request(&mut world, "a");
    assert_eq!(world.sent(), "a");
}

/// An attempt that nobody wants any more is given up; its connection is taken all the same if it is handed over.
#[test]
fn attempts_are_given_up() {
    let mut world = World::new(config());
    world.registree.connecting(world.now).unwrap();
    world.registree.end(world.now);
    assert!(world.registree.is_ended());
    assert_eq!(world.registree.state(), RegistreeState::Ended);
    world.opened();
    assert!(!world.registree.is_ended());
    world.finish_close();
    assert!(world.registree.is_ended());

    let mut world = World::new(config());
    world.registree.connecting(world.now).unwrap();
    world.registree.disconnect(world.now);
    assert_eq!(world.registree.state(), RegistreeState::Suspended);
    world.registree.connect_failed(world.now);
    assert_eq!(world.registree.connection_failure(), None);
    assert_eq!(world.registree.state(), RegistreeState::Suspended);
}
