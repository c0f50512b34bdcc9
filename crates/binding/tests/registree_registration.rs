//! The registration has no dead ends: refused, unanswered, repeated, forgotten.

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
    AbsoluteOrRelative, Content, Operation, Primitive, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{
    OnLoss, OnRefusal, Outcome, RegisterError, RegistrationFailure, RegistrationState,
    RegistreeEvent, Reopen, RequestError, RequestId, SessionEvent,
};

use common::{identifier, response, retrieval};
use world::{
    World, answer_registration, config, created, exchange, register, registered, registering,
    registration, request,
};

const NO_PRIVILEGE: ResponseStatusCode = ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE;
const UNKNOWN: ResponseStatusCode = ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED;

/// How requests ended, in order.
fn ended(events: &[RegistreeEvent<'static>]) -> Vec<(RequestId, Outcome<'static>)> {
    let ended = |event: &RegistreeEvent<'static>| {
        let RegistreeEvent::Session(SessionEvent::Ended { id, outcome }) = event else {
            return None;
        };
        Some((*id, outcome.clone()))
    };
    events.iter().filter_map(ended).collect()
}

/// The failure that a request ended with, because the registration was refused.
fn refusal(outcome: &Outcome<'_>) -> RegistrationFailure {
    let Outcome::NotRegistered(failure) = outcome else {
        panic!("{outcome:?}")
    };
    RegistrationFailure::clone(failure)
}

#[test]
fn n_05_a_refused_registration_ends_what_waits_with_its_response() {
    let mut world = World::new(registering());
    let waiting = [request(&mut world, "a"), request(&mut world, "b")];
    world.connect();
    answer_registration(&mut world, NO_PRIVILEGE);
    let events = world.events();
    let [
        RegistreeEvent::RegistrationFailed {
            failure,
            is_refused: true,
            retry_at: Some(retry_at),
        },
        ..,
    ] = &events[..]
    else {
        panic!("{events:?}");
    };
    let wait = retry_at.saturating_since(world.now);
    assert!(
        wait >= Duration::from_secs(5) && wait <= Duration::from_secs(10),
        "{wait:?}"
    );
    let outcomes = ended(&events);
    assert_eq!(
        outcomes.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        waiting
    );
    for (_, outcome) in &outcomes {
        assert_eq!(refusal(outcome), **failure);
        assert!(
            matches!(refusal(outcome), RegistrationFailure::Response(response) if response.status == NO_PRIVILEGE)
        );
    }
    assert_eq!(world.registree.registration_failure(), Some(&**failure));

    // One that is made later ends at once.
    let later = request(&mut world, "c");
    let outcomes = ended(&world.events());
    assert!(matches!(&outcomes[..], [(id, Outcome::NotRegistered(_))] if *id == later));
    assert_eq!(world.registree.session().outstanding(), 0);
    assert!(world.received().is_empty());
}

#[test]
fn n_05_a_refused_registration_lets_requests_go_on_where_that_is_configured() {
    let mut config = registering();
    config.on_refusal = OnRefusal::Send;
    let mut world = World::new(config);
    request(&mut world, "a");
    world.connect();
    answer_registration(&mut world, NO_PRIVILEGE);
    world.events();
    assert_eq!(world.sent(), "a");
    request(&mut world, "b");
    assert_eq!(world.sent(), "b");
}

#[test]
fn n_05_a_verb_registers_again_and_so_does_time() {
    let mut world = World::new(registering());
    world.connect();
    answer_registration(&mut world, NO_PRIVILEGE);
    world.events();
    world.registree.register(world.now).unwrap();
    answer_registration(&mut world, NO_PRIVILEGE);
    // The waits become longer, and what is requested while it is sent again waits for that.
    for expected in [10, 20, 40] {
        world.events();
        let wait = world.next_attempt();
        let expected = Duration::from_secs(expected);
        assert!(
            wait >= expected / 2 && wait <= expected,
            "{wait:?} instead of {expected:?}"
        );
        world.wait(wait);
        answer_registration(&mut world, NO_PRIVILEGE);
    }
    world.events();
    world.wait(world.next_attempt());
    let waiting = request(&mut world, "a");
    register(&mut world);
    assert_eq!(world.registree.registration_failure(), None);
    assert_eq!(world.sent(), "a");
    world.registree.cancel(world.now, waiting);
}

/// Without a policy only the verb registers again; with another request if that is given.
#[test]
fn n_05_without_a_policy_only_the_verb_registers_again() {
    let mut config = registering();
    config.registration_retry.refused = None;
    let mut world = World::new(config);
    world.connect();
    answer_registration(&mut world, NO_PRIVILEGE);
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::RegistrationFailed { retry_at: None, .. }]
    ));
    world.wait(Duration::from_secs(100_000));
    assert!(world.received().is_empty());
    let other = registration().from("Cother");
    world.registree.register_with(world.now, other).unwrap();
    let [Primitive::Request(sent)] = &world.received()[..] else {
        panic!("the registration")
    };
    assert_eq!(sent.from.as_deref(), Some("Cother"));
    // What was under way does not count any more.
    let former = sent.request_identifier.as_str().to_owned();
    world
        .registree
        .register_with(world.now, registration().from("Cthermo"))
        .unwrap();
    world.answer(response(&former, NO_PRIVILEGE));
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::Session(SessionEvent::Dropped(_))]
    ));
    assert_eq!(
        world.registree.registration_state(),
        RegistrationState::Sent
    );
    register(&mut world);
}

#[test]
fn n_05_registering_without_a_registration_is_an_error() {
    let mut world = World::new(config());
    let error = world.registree.register(world.now);
    assert_eq!(error, Err(RegisterError::Unmanaged));
    let error = world.registree.register_with(world.now, retrieval("a"));
    assert!(
        matches!(&error, Err(RegisterError::Registration(error)) if error.field == "registration")
    );
    world
        .registree
        .register_with(world.now, registration())
        .unwrap();
    world.registree.end(world.now);
    assert_eq!(
        world.registree.register(world.now),
        Err(RegisterError::Ending)
    );
}

/// A connection that breaks before they left brings them back: the registration goes before what waits for it again, and a
/// connection is wanted for it.
#[test]
fn n_05_what_comes_back_from_a_lost_connection_ends_too() {
    let mut config = registering();
    config.reopen = Reopen::OnDemand;
    let mut world = registered(config);
    let waiting = [request(&mut world, "a"), request(&mut world, "b")];
    world.registree.register(world.now).unwrap();
    world.lose(None);
    assert_eq!(
        world.registree.registration_state(),
        RegistrationState::Sent
    );
    world.wait(world.next_attempt());
    world.connect();
    answer_registration(&mut world, NO_PRIVILEGE);
    let outcomes = ended(&world.events());
    let ids: Vec<_> = outcomes.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, waiting);
    let refused = |outcome: &Outcome<'_>| matches!(outcome, Outcome::NotRegistered(_));
    assert!(outcomes.iter().all(|(_, outcome)| refused(outcome)));
}

/// As many requests as may wait are no obstacle to what they wait for.
#[test]
fn n_05_the_registration_is_sent_although_as_much_waits_as_may() {
    let mut config = registering();
    config.session.max_requests = 3;
    config.session.max_waiting_len = 1000;
    let mut world = World::new(config);
    for rqi in ["a", "b", "c"] {
        request(&mut world, rqi);
    }
    let full = world.registree.request(world.now, retrieval("d"));
    assert_eq!(full, Err(RequestError::TooMany));
    world.connect();
    register(&mut world);
    assert_eq!(world.received().len(), 3);
}

/// A registration that cannot even be sent is told, and tried again.
#[test]
fn n_05_a_registration_that_cannot_be_sent_has_failed() {
    let mut config = registering();
    config.session.max_message_len = 100;
    let mut world = World::new(config);
    world.connect();
    let events = world.events();
    let [RegistreeEvent::RegistrationFailed { failure, .. }] = &events[..] else {
        panic!("{events:?}")
    };
    assert!(
        matches!(&**failure, RegistrationFailure::Ended(Outcome::Refused(_))),
        "{failure:?}"
    );
    let mut config = registering();
    let expired: AbsoluteOrRelative = "20200101T000000".parse().unwrap();
    config.registration = config.registration.map(|mut registration| {
        registration.request_expiration_timestamp = Some(expired);
        registration
    });
    let mut world = World::new(config);
    world
        .registree
        .set_wall_clock(world.now, Duration::from_secs(1_800_000_000));
    world.connect();
    let events = world.events();
    assert!(
        matches!(&events[..], [RegistreeEvent::RegistrationFailed { failure, retry_at: Some(_), .. }]
            if **failure == RegistrationFailure::NotTaken(RequestError::Expired)),
        "{events:?}"
    );
}

/// A registration that gets no answer is sent again while requests wait on.
#[test]
fn n_05_without_a_definite_answer_requests_wait_on() {
    let mut config = registering();
    config.session.on_loss = OnLoss::Wait;
    let mut world = World::new(config);
    request(&mut world, "a");
    world.connect();
    world.sent();
    // It is lost with its connection, whatever becomes of others.
    world.lose(None);
    world.wait(Duration::from_secs(2));
    world.connect();
    answer_registration(&mut world, ResponseStatusCode::INTERNAL_SERVER_ERROR);
    let events = world.events();
    assert!(
        matches!(
            events[..],
            [RegistreeEvent::RegistrationFailed {
                is_refused: false,
                retry_at: Some(_),
                ..
            }]
        ),
        "{events:?}"
    );
    world.wait(Duration::from_secs(2));
    world.sent();
    // No answer at all.
    world.wait(Duration::from_secs(30));
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::RegistrationFailed {
            is_refused: false,
            ..
        }]
    ));
    world.wait(Duration::from_secs(4));
    register(&mut world);
    assert_eq!(world.sent(), "a");
}

#[test]
fn n_07_a_registrar_that_lost_its_state_is_registered_at_once_more() {
    let mut world = registered(registering());
    let sent = [request(&mut world, "a"), request(&mut world, "b")];
    assert_eq!(world.received().len(), 2);
    world.answer(response("a", UNKNOWN));
    let events = world.events();
    let [first, lost] = &events[..] else {
        panic!("{events:?}")
    };
    // The request keeps its response.
    assert!(
        matches!(first, RegistreeEvent::Session(SessionEvent::Ended { id, outcome: Outcome::Response(response) })
            if *id == sent[0] && response.status == UNKNOWN)
    );
    assert!(
        matches!(lost, RegistreeEvent::RegistrationLost { id, status } if *id == sent[0] && *status == UNKNOWN)
    );
    assert!(!world.registree.is_registered());
    let waits = request(&mut world, "c");
    let registration = world.sent();
    // Others that were sent before say the same, before and after the new registration, and change nothing.
    world.answer(response("b", UNKNOWN));
    assert_eq!(ended(&world.events()).len(), 1);
    world.answer(created(&registration));
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::Registered(_)]
    ));
    assert_eq!(world.sent(), "c");
    world.answer(response("c", ResponseStatusCode::OK));
    assert_eq!(ended(&world.events()).first().unwrap().0, waits);
    assert!(world.registree.is_registered());
}

#[test]
fn n_07_late_answers_from_before_do_not_register_again() {
    let mut world = registered(registering());
    request(&mut world, "a");
    request(&mut world, "b");
    assert_eq!(world.received().len(), 2);
    world.answer(response("a", UNKNOWN));
    world.events();
    register(&mut world);
    world.answer(response("b", UNKNOWN));
    assert_eq!(world.events().len(), 1);
    assert!(world.registree.is_registered());
    assert!(world.received().is_empty());
    // Of a request that was made after it, the same says something again.
    let events = exchange(&mut world, retrieval("c"), UNKNOWN);
    assert!(matches!(
        events[..],
        [_, RegistreeEvent::RegistrationLost { .. }]
    ));
}

/// A registrar that forgets again and again is asked ever more rarely.
#[test]
fn n_07_no_loop_with_a_registrar_that_forgets_at_once() {
    let mut world = registered(registering());
    let mut waits = Vec::new();
    for round in 0..6 {
        exchange(&mut world, retrieval(&format!("r{round}")), UNKNOWN);
        if world.registree.registration_state() == RegistrationState::Needed {
            let wait = world.next_attempt();
            waits.push(wait);
            world.wait(wait);
        } else {
            waits.push(Duration::ZERO);
        }
        register(&mut world);
    }
    for (wait, expected) in waits.iter().zip([0, 1, 2, 4, 8, 16]) {
        let expected = Duration::from_secs(expected);
        assert!(
            *wait >= expected / 2 && *wait <= expected,
            "{waits:?}: {expected:?}"
        );
    }
    // Once it has remembered for a while, the next loss is the first.
    world.wait(Duration::from_secs(60));
    exchange(&mut world, retrieval("late"), UNKNOWN);
    register(&mut world);
}

#[test]
fn n_07_which_statuses_say_that_the_registration_is_lost() {
    let not_found = ResponseStatusCode::NOT_FOUND;
    let lost_statuses = [UNKNOWN, not_found];
    for (to, from, status, is_lost) in [
        ("cse-in/thermo/cnt", "Cthermo", not_found, true),
        ("cse-in/thermo", "Cthermo", not_found, true),
        ("cse-in/other", "Cthermo", not_found, false),
        ("cse-in/other", "Cthermo", UNKNOWN, true),
        // It speaks for somebody else.
        ("cse-in/thermo/cnt", "Cother", not_found, false),
        ("cse-in/other", "Cother", UNKNOWN, false),
        ("cse-in/other", "Cthermo", NO_PRIVILEGE, false),
    ] {
        let mut config = registering();
        config.lost_statuses = lost_statuses.to_vec();
        let mut world = registered(config);
        let request = RequestPrimitive::retrieve(to, identifier("a")).from(from);
        let events = exchange(&mut world, request, status);
        let seen = matches!(events[..], [_, RegistreeEvent::RegistrationLost { .. }]);
        assert_eq!(seen, is_lost, "{to} {from} {status}: {events:?}");
        assert_eq!(world.registree.is_registered(), !is_lost);
    }
    // 4004 does not count by default, and nothing does for an application that sees to it itself.
    let mut world = registered(registering());
    let request = || RequestPrimitive::retrieve("cse-in/thermo", identifier("a")).from("Cthermo");
    assert_eq!(exchange(&mut world, request(), not_found).len(), 1);
    let mut world = World::new(config());
    world.connect();
    assert_eq!(exchange(&mut world, request(), UNKNOWN).len(), 1);
}

/// The name that the registrar gave is kept when it is registered at anew.
#[test]
fn n_07_the_name_is_kept() {
    let mut config = config();
    config.registration = Some(registration());
    let mut world = registered(config);
    assert_eq!(world.registree.originator(), Some("Cthermo"));
    exchange(&mut world, retrieval("a"), UNKNOWN);
    let [Primitive::Request(sent)] = &world.received()[..] else {
        panic!("the registration")
    };
    assert_eq!(sent.from.as_deref(), Some("Cthermo"));
}

#[test]
fn n_15_a_repeated_registration_is_known_if_it_is_ours() {
    let ours = |rqi: &str, aei: &str| -> ResponsePrimitive<'static> {
        let ae = format!(r#"{{"m2m:ae":{{"rn":"thermo","ri":"ae17","aei":"{aei}"}}}}"#);
        response(rqi, ResponseStatusCode::OK).content(Content::json_text(ae).unwrap())
    };
    // 4105: the registrar is asked whose it is.
    for (answer, is_ours) in [
        (ours("x", "Cthermo"), true),
        (ours("x", "/id-in/Cthermo"), true),
        (ours("x", "Cother"), false),
        (response("x", ResponseStatusCode::OK), false),
        (response("x", NO_PRIVILEGE), false),
        (response("x", ResponseStatusCode::NOT_FOUND), false),
    ] {
        let mut world = World::new(registering());
        world.connect();
        answer_registration(&mut world, ResponseStatusCode::CONFLICT);
        assert!(matches!(
            world.events()[..],
            [RegistreeEvent::RegistrationConflict(_)]
        ));
        let [Primitive::Request(question)] = &world.received()[..] else {
            panic!("the question")
        };
        assert_eq!(question.operation, Operation::RETRIEVE);
        assert_eq!(question.to, "cse-in/thermo");
        assert_eq!(question.from.as_deref(), Some("Cthermo"));
        let mut answer = answer;
        answer.request_identifier = question.request_identifier.clone();
        world.answer(answer);
        let events = world.events();
        assert_eq!(
            matches!(events[..], [RegistreeEvent::Registered(_)]),
            is_ours,
            "{events:?}"
        );
        assert_eq!(world.registree.is_registered(), is_ours);
        if is_ours {
            assert_eq!(
                world
                    .registree
                    .originator()
                    .map(|name| name.ends_with("Cthermo")),
                Some(true)
            );
            continue;
        }
        assert!(
            matches!(world.registree.registration_failure(), Some(RegistrationFailure::Response(response))
                if response.status == ResponseStatusCode::CONFLICT)
        );
    }
    // 4117: the originator has registered already, which is us. So it is with a 4105 that cannot be about the name.
    let nameless = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true}}"#).unwrap();
    for (content, status) in [
        (None, ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED),
        (Some(nameless), ResponseStatusCode::CONFLICT),
    ] {
        let mut config = registering();
        if let (Some(registration), Some(content)) = (&mut config.registration, content) {
            registration.content = Some(content);
        }
        let mut world = World::new(config);
        world.connect();
        answer_registration(&mut world, status);
        let events = world.events();
        assert!(
            matches!(events[..], [RegistreeEvent::Registered(_)]),
            "{events:?}"
        );
        assert_eq!(world.registree.originator(), Some("Cthermo"));
    }
    // Who leaves its name to the registrar has none that could be known.
    for status in [
        ResponseStatusCode::CONFLICT,
        ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED,
    ] {
        let mut nobody = config();
        nobody.registration = Some(registration());
        let mut world = World::new(nobody);
        world.connect();
        answer_registration(&mut world, status);
        assert!(matches!(
            world.events()[..],
            [RegistreeEvent::RegistrationFailed {
                is_refused: true,
                ..
            }]
        ));
    }
}

/// As N-46 at the registrar: a resource is its address, not the end of one.
#[test]
fn n_46_only_the_deletion_of_its_own_resource_deregisters() {
    let mut config = config();
    config.registration = Some(registration());
    let mut world = registered(config);
    let deletion = |to: &'static str| RequestPrimitive::delete(to, identifier("d")).from("Cthermo");
    for other in [
        "cse-in/Cthermo/container/Cthermo",
        "cse-in/other/thermo",
        "/id-mn/cse-mn/other/ae17",
        "cse-in/thermo/thermo",
    ] {
        let deleted = ResponseStatusCode::DELETED;
        assert_eq!(exchange(&mut world, deletion(other), deleted).len(), 1);
        assert!(world.registree.is_registered(), "{other}");
    }
    let events = exchange(
        &mut world,
        deletion("-/thermo"),
        ResponseStatusCode::DELETED,
    );
    assert!(matches!(
        events[..],
        [_, RegistreeEvent::Deregistered { .. }]
    ));
}

/// A registrar need not say what it has created (`rcn` 0).
#[test]
fn n_08_created_without_content_is_registered_under_the_originators_name() {
    let mut world = World::new(registering());
    world.connect();
    answer_registration(&mut world, ResponseStatusCode::CREATED);
    assert!(matches!(
        world.events()[..],
        [RegistreeEvent::Registered(_)]
    ));
    assert_eq!(world.registree.originator(), Some("Cthermo"));
    // It knows what to delete all the same.
    let deletion = RequestPrimitive::delete("cse-in/thermo", identifier("d")).from("Cthermo");
    let events = exchange(&mut world, deletion, ResponseStatusCode::DELETED);
    assert!(matches!(
        events[..],
        [_, RegistreeEvent::Deregistered { .. }]
    ));
}

/// What a question was asked for does not count once the registration is sent again.
#[test]
fn n_15_a_question_that_got_no_answer_is_forgotten() {
    let mut world = World::new(registering());
    world.connect();
    answer_registration(&mut world, ResponseStatusCode::CONFLICT);
    world.events();
    world.sent();
    world.lose(None);
    assert_eq!(
        world.registree.registration_state(),
        RegistrationState::Needed
    );
    world.wait(Duration::from_secs(2));
    world.connect();
    answer_registration(&mut world, ResponseStatusCode::CREATED);
    let events = world.events();
    assert!(
        matches!(events[..], [RegistreeEvent::Registered(_)]),
        "{events:?}"
    );
}
