//! A registree that only listens learns that its registrar has forgotten it: after a reopening it asks for its own resource.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

#[path = "common/registree.rs"]
mod world;

use core::time::Duration;

use onem2m_primitive::{
    Content, Operation, Primitive, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{RegistrationFailure, RegistreeEvent, Reopen, RequestError, SessionEvent};

use common::{identifier, response, retrieval};
use world::{
    World, answer_registration, config, created, exchange, register, registered, registering,
    registration,
};

const NOT_FOUND: ResponseStatusCode = ResponseStatusCode::NOT_FOUND;
const UNKNOWN: ResponseStatusCode = ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED;
const NO_PRIVILEGE: ResponseStatusCode = ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE;

/// The connection is lost, and opened again after the wait.
fn reopen(world: &mut World) {
    world.lose(None);
    let wait = world.next_attempt();
    world.wait(wait);
    world.connect();
}

/// The only request that was sent: the question.
fn question(world: &mut World) -> RequestPrimitive<'static> {
    let received = world.received();
    let [Primitive::Request(question)] = &received[..] else {
        panic!("the question instead of {received:?}")
    };
    assert_eq!(question.operation, Operation::RETRIEVE);
    assert_eq!(question.to, "ae17");
    assert_eq!(question.from.as_deref(), Some("Cthermo"));
    question.clone()
}

fn owned_by(rqi: &str, aei: &str) -> ResponsePrimitive<'static> {
    let ae = format!(r#"{{"m2m:ae":{{"rn":"thermo","ri":"ae17","aei":"{aei}"}}}}"#);
    response(rqi, ResponseStatusCode::OK).content(Content::json_text(ae).unwrap())
}

#[test]
fn a_listener_that_was_forgotten_registers_once_more() {
    for (statuses, answer, is_lost) in [
        (None, NOT_FOUND, true),
        (None, UNKNOWN, true),
        (None, NO_PRIVILEGE, false),
        (None, ResponseStatusCode::OK, false),
        (Some(vec![NO_PRIVILEGE]), NO_PRIVILEGE, true),
        (Some(vec![NO_PRIVILEGE]), NOT_FOUND, false),
        // What every other response says, this one says too.
        (Some(vec![NO_PRIVILEGE]), UNKNOWN, true),
    ] {
        let mut config = registering();
        if let Some(statuses) = statuses {
            config.verification_statuses = statuses;
        }
        let mut world = registered(config);
        world.wait(Duration::from_secs(3600));
        assert!(world.received().is_empty(), "none while awake");
        reopen(&mut world);
        let asked = question(&mut world);
        assert!(world.registree.is_registered());
        world.answer(response(asked.request_identifier.as_str(), answer));
        let events = world.events();
        if is_lost {
            assert!(
                matches!(events[..], [RegistreeEvent::RegistrationLost { status, .. }] if status == answer),
                "{answer}: {events:?}"
            );
            register(&mut world);
        } else {
            assert!(
                matches!(events[..], [RegistreeEvent::RegistrationVerified(_)]),
                "{answer}: {events:?}"
            );
        }
        assert!(world.registree.is_registered());
        world.wait(Duration::from_secs(3600));
        assert!(world.received().is_empty(), "one for each connection");
        // And so again.
        reopen(&mut world);
        question(&mut world);
    }
}

/// The name was given to somebody else meanwhile: what comes for it is not for us.
#[test]
fn a_resource_of_another_is_none_of_ours() {
    let mut world = registered(registering());
    reopen(&mut world);
    let asked = question(&mut world);
    world.answer(owned_by(
        asked.request_identifier.as_str(),
        "/id-in/Cthermo",
    ));
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::RegistrationVerified(_)]
    ));
    reopen(&mut world);
    let asked = question(&mut world);
    world.answer(owned_by(asked.request_identifier.as_str(), "Cother"));
    let events = world.events();
    assert!(
        matches!(events[..], [RegistreeEvent::RegistrationLost { .. }]),
        "{events:?}"
    );
    answer_registration(&mut world, ResponseStatusCode::CONFLICT);
    let events = world.events();
    assert!(
        matches!(events[..], [RegistreeEvent::RegistrationConflict(_)]),
        "{events:?}"
    );
}

#[test]
fn an_answer_about_its_own_resource_is_proof_enough() {
    let cases = [
        ("cse-in/thermo/cnt", "Cthermo", ResponseStatusCode::OK, true),
        ("ae17", "Cthermo", ResponseStatusCode::OK, true),
        // These would be answered to anybody, or have said nothing.
        ("cse-in", "Cthermo", ResponseStatusCode::OK, false),
        ("cse-in/thermo/cnt", "Cother", ResponseStatusCode::OK, false),
        ("cse-in/thermo/cnt", "Cthermo", NOT_FOUND, false),
    ];
    for reopens in [Reopen::OnDemand, Reopen::Always] {
        for (to, from, status, is_proof) in cases {
            let mut config = registering();
            config.reopen = reopens.clone();
            let mut world = registered(config);
            world.lose(None);
            world.wait(Duration::from_secs(10));
            let asked = RequestPrimitive::retrieve(to, identifier("a")).from(from);
            world.registree.request(world.now, asked).unwrap();
            world.connect();
            assert_eq!(world.sent(), "a");
            world.wait(Duration::ZERO);
            assert!(world.received().is_empty(), "it may be proof");
            world.answer(response("a", status));
            world.events();
            if is_proof {
                assert!(world.received().is_empty(), "{to} {from} {status}");
            } else {
                question(&mut world);
            }
        }
    }
}

/// What was said before the connection was lost says nothing about what came after.
#[test]
fn a_proof_is_for_one_connection() {
    let mut world = registered(registering());
    let own = RequestPrimitive::retrieve("cse-in/thermo", identifier("a")).from("Cthermo");
    exchange(&mut world, own, ResponseStatusCode::OK);
    reopen(&mut world);
    question(&mut world);
}

/// A connection that is lost before the answer takes the question along; the next one asks anew, and is not wanted for that.
#[test]
fn a_question_ends_with_its_connection() {
    for reopens in [Reopen::OnDemand, Reopen::Always] {
        let mut config = registering();
        config.reopen = reopens.clone();
        let mut world = registered(config);
        world.lose(None);
        world.wait(Duration::from_secs(10));
        world.registree.connect(world.now);
        world.connect();
        // Once when it has left, and once when it has not.
        let former = question(&mut world);
        world.lose(None);
        assert_eq!(world.registree.session().outstanding(), 0);
        world.wait(Duration::from_secs(10));
        assert_eq!(
            world.registree.wants_connection(world.now),
            reopens == Reopen::Always
        );
        world.registree.connect(world.now);
        world.connect();
        world.lose(None);
        assert_eq!(world.registree.session().outstanding(), 0);
        world.wait(Duration::from_secs(10));
        world.registree.connect(world.now);
        world.connect();
        let asked = question(&mut world);
        assert_ne!(asked.request_identifier, former.request_identifier);
    }
}

/// A registrar that is only just starting answers so, or not at all: it is asked again, after ever longer waits.
#[test]
fn no_answer_is_no_proof() {
    let mut world = registered(registering());
    reopen(&mut world);
    for round in 0..4 {
        let asked = question(&mut world);
        if round % 2 == 0 {
            let busy = ResponseStatusCode::INTERNAL_SERVER_ERROR;
            world.answer(response(asked.request_identifier.as_str(), busy));
        } else {
            world.wait(Duration::from_secs(30));
        }
        let events = world.events();
        let [RegistreeEvent::VerificationFailed { retry_at, .. }] = &events[..] else {
            panic!("{events:?}")
        };
        assert!(world.received().is_empty(), "not at once");
        let wait = retry_at.saturating_since(world.now);
        assert!(wait >= Duration::from_millis(500 << round), "{wait:?}");
        world.wait(wait);
    }
    question(&mut world);
}

#[test]
fn nothing_is_asked_where_there_is_nothing_to_ask() {
    // No statuses that could be answered.
    let mut silent = registering();
    silent.verification_statuses.clear();
    let mut world = registered(silent);
    reopen(&mut world);
    assert!(world.received().is_empty());
    // The application sees to its registration.
    let mut world = World::new(config());
    world.connect();
    reopen(&mut world);
    assert!(world.received().is_empty());
    // Not registered yet: the registration says it all.
    let mut world = World::new(registering());
    world.connect();
    world.sent();
    reopen(&mut world);
    world.wait(Duration::from_secs(10));
    register(&mut world);
    world.wait(Duration::from_secs(10));
    assert!(world.received().is_empty());
    // The connection that says the name for the first time.
    let mut named = config();
    named.registration = Some(registration());
    named.reconnect_after_registration = true;
    let mut world = registered(named);
    world.finish_close();
    world.wait(Duration::from_secs(10));
    world.connect();
    assert!(world.received().is_empty());
    reopen(&mut world);
    question(&mut world);
}

/// By its identifier, or by its name where that is not known; with neither, nothing can be asked.
#[test]
fn the_resource_is_asked_for_by_what_is_known_of_it() {
    let nameless = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true}}"#).unwrap();
    for (answer, cse, to) in [
        (
            r#"{"m2m:ae":{"rn":"given","ri":"ae17","aei":"Cthermo"}}"#,
            "cse-in",
            Some("ae17"),
        ),
        (
            r#"{"m2m:ae":{"rn":"given","aei":"Cthermo"}}"#,
            "cse-in",
            Some("cse-in/given"),
        ),
        // The resource of that name at a CSE that was called by its CSE-ID: `/id-in/given` would be an identifier.
        (
            r#"{"m2m:ae":{"rn":"given","aei":"Cthermo"}}"#,
            "/id-in",
            Some("/id-in/-/given"),
        ),
        (r#"{"m2m:ae":{"aei":"Cthermo"}}"#, "cse-in", None),
    ] {
        let mut config = registering();
        let mut registration = registration().from("Cthermo");
        registration.to = cse.into();
        registration.content = Some(nameless.clone());
        config.registration = Some(registration);
        let mut world = World::new(config);
        world.connect();
        let rqi = world.sent();
        world.answer(created(&rqi).content(Content::json_text(answer).unwrap()));
        world.events();
        reopen(&mut world);
        let asked: Vec<_> = world.received();
        let asked = asked.iter().map(|asked| match asked {
            Primitive::Request(asked) => asked.to.as_ref(),
            Primitive::Response(_) => panic!("{asked:?}"),
        });
        assert_eq!(
            asked.collect::<Vec<_>>(),
            to.into_iter().collect::<Vec<_>>()
        );
    }
}

/// A session without room for one more request asks when there is some.
#[test]
fn a_question_waits_for_quiet() {
    let mut config = registering();
    config.session.max_requests = 1;
    let mut world = registered(config);
    world.lose(None);
    world.wait(Duration::from_secs(10));
    world.registree.request(world.now, retrieval("a")).unwrap();
    assert_eq!(
        world.registree.request(world.now, retrieval("b")),
        Err(RequestError::TooMany)
    );
    world.connect();
    assert_eq!(world.sent(), "a");
    world.answer(response("a", ResponseStatusCode::OK));
    world.events();
    question(&mut world);
}

/// A registrar that refuses the new registration is heard.
#[test]
fn a_registration_that_is_refused_after_that_is_told() {
    let mut world = registered(registering());
    reopen(&mut world);
    let asked = question(&mut world);
    world.answer(response(asked.request_identifier.as_str(), NOT_FOUND));
    world.events();
    answer_registration(&mut world, NO_PRIVILEGE);
    let events = world.events();
    let [
        RegistreeEvent::RegistrationFailed {
            failure,
            is_refused: true,
            ..
        },
    ] = &events[..]
    else {
        panic!("{events:?}")
    };
    assert!(matches!(&**failure, RegistrationFailure::Response(_)));
}

/// Who does not know its own name cannot ask in it, and goes on without an answer.
#[test]
fn nobody_is_asked_without_a_name_to_ask_in() {
    for from in ["C", "S", ""] {
        let mut config = registering();
        config.registration = Some(registration().from(from));
        let mut world = World::new(config);
        world.connect();
        let rqi = world.sent();
        let answer = Content::json_text(r#"{"m2m:ae":{"rn":"thermo","ri":"ae17"}}"#).unwrap();
        world.answer(created(&rqi).content(answer));
        world.events();
        assert!(world.registree.is_registered());
        reopen(&mut world);
        assert!(world.received().is_empty());
        let timeout = world.registree.poll_timeout();
        assert!(
            timeout.is_none_or(|at| at > world.now),
            "it would spin: {timeout:?}"
        );
    }
}

/// The end of a question that was withdrawn before it was told is told to nobody.
#[test]
fn a_question_that_was_withdrawn_ends_unseen() {
    // A connection takes the place of the one that it was sent over.
    let mut world = registered(registering());
    reopen(&mut world);
    question(&mut world);
    world.open();
    let events = world.events();
    let is_ended = |event: &RegistreeEvent<'_>| {
        matches!(event, RegistreeEvent::Session(SessionEvent::Ended { .. }))
    };
    assert!(!events.iter().any(is_ended), "{events:?}");
    question(&mut world);

    // It expires with the application's request, which says that the registration is lost.
    let mut world = registered(registering());
    reopen(&mut world);
    question(&mut world);
    world
        .registree
        .register_with(world.now, registration())
        .unwrap();
    let events = world.events();
    assert!(!events.iter().any(is_ended), "{events:?}");
}

/// What is asked for while the application deletes it is gone, and not lost.
#[test]
fn what_the_application_deletes_is_not_registered_again() {
    let deletion = || RequestPrimitive::delete("cse-in/thermo", identifier("d")).from("Cthermo");
    for (status, is_gone) in [
        (ResponseStatusCode::DELETED, true),
        (NOT_FOUND, true),
        (NO_PRIVILEGE, false),
    ] {
        let mut world = registered(registering());
        reopen(&mut world);
        let asked = question(&mut world);
        world.registree.request(world.now, deletion()).unwrap();
        assert_eq!(world.sent(), "d");
        // The answer to the question comes before that to the deletion.
        world.answer(response(asked.request_identifier.as_str(), NOT_FOUND));
        let events = world.events();
        assert!(
            !events
                .iter()
                .any(|event| matches!(event, RegistreeEvent::RegistrationLost { .. })),
            "{events:?}"
        );
        world.answer(response("d", status));
        let events = world.events();
        let is_told = events
            .iter()
            .any(|event| matches!(event, RegistreeEvent::Deregistered { .. }));
        assert_eq!(is_told, is_gone, "{events:?}");
        if is_gone {
            assert!(world.received().is_empty(), "{status}");
        } else {
            question(&mut world);
        }
    }
}

/// So it is with a request of its own that the application has sent meanwhile.
#[test]
fn a_request_beside_a_deletion_says_nothing_of_the_registration() {
    for status in [NOT_FOUND, UNKNOWN] {
        let mut world = registered(registering());
        let deletion = RequestPrimitive::delete("cse-in/thermo", identifier("d")).from("Cthermo");
        let own = RequestPrimitive::retrieve("cse-in/thermo/cnt", identifier("a")).from("Cthermo");
        world.registree.request(world.now, deletion).unwrap();
        world.registree.request(world.now, own).unwrap();
        assert_eq!(world.received().len(), 2);
        world.answer(response("a", status));
        world.answer(response("d", ResponseStatusCode::DELETED));
        let events = world.events();
        assert!(
            events
                .iter()
                .any(|event| matches!(event, RegistreeEvent::Deregistered { .. })),
            "{status}: {events:?}"
        );
        assert!(world.received().is_empty(), "{status}: it registers again");
    }
}
