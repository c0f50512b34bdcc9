//! An AE in verbs: what is asked of the CSE, what becomes of the answer, and where notifications go (TS-0001 10.1, 10.2).

use core::future::Future;
use core::time::Duration;
use std::io::ErrorKind;

use onem2m_ws_driver::primitive::{
    Content, FilterCriteria, NotificationEventType, Operation, RequestPrimitive, Resource,
    ResourceType, ResponsePrimitive, ResponseStatusCode, ResponseTypeValue,
};
use onem2m_ws_driver::{Ae, AeError, AeLimits, Notified, Subscription};
use serde::{Deserialize, Serialize};

use crate::node::AeNode;
use crate::peer::{Peer, answer, identifier, retrieval};
use crate::tasks::Spawned;

/// A container.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Cnt {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rn: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mni: Option<u32>,
}

impl Resource for Cnt {
    const ROOT: &'static str = "m2m:cnt";
    const TYPE: ResourceType = ResourceType::CONTAINER;
}

/// A content instance.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Cin {
    con: String,
}

impl Resource for Cin {
    const ROOT: &'static str = "m2m:cin";
    const TYPE: ResourceType = ResourceType::CONTENT_INSTANCE;
}

fn content(json: &str) -> Content<'static> {
    Content::json_text(json).unwrap()
}

fn response(request: &RequestPrimitive<'_>, status: u32, json: &str) -> ResponsePrimitive<'static> {
    let response = ResponsePrimitive::to_request(request, ResponseStatusCode(status));
    response.content(content(json)).into_owned()
}

/// An AE that is called `thermo`, and is registered as `Cthermo`.
fn registered(limits: AeLimits) -> (AeNode, Peer) {
    let mut node = AeNode::new(limits, |config| {
        let ae = r#"{"m2m:ae":{"rn":"thermo","api":"Nthermo","rr":true,"srv":["3"]}}"#;
        let identifier = identifier("registration");
        let request = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, content(ae));
        config.registration = Some(request.from("Cthermo").release_version("3"));
    });
    let mut peer = node.peer();
    assert_eq!(peer.answer_all(), 1, "the registration");
    node.tasks.rest();
    assert!(node.ae().registree().is_registered());
    (node, peer)
}

/// Starts what an AE does, and returns the one request that comes of it.
fn begin<F: Future + 'static>(
    node: &mut AeNode,
    peer: &mut Peer,
    verb: impl FnOnce(Ae) -> F,
) -> (Spawned<F::Output>, RequestPrimitive<'static>) {
    let doing = verb(node.ae());
    let done = node.tasks.spawn(doing);
    node.tasks.rest();
    let mut requests = peer.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    (done, requests.remove(0))
}

/// What an AE does, with the answer it gets.
fn carry_out<F: Future + 'static>(
    node: &mut AeNode,
    peer: &mut Peer,
    (status, answer): (u32, &str),
    verb: impl FnOnce(Ae) -> F,
) -> (F::Output, RequestPrimitive<'static>) {
    let (done, request) = begin(node, peer, verb);
    assert_eq!(request.from.as_deref(), Some("Cthermo"));
    assert_eq!(request.release_version.as_deref(), Some("3"));
    peer.send(response(&request, status, answer));
    node.tasks.rest();
    (done.take().expect("it has ended"), request)
}

/// The target and the content of a request.
fn asked(request: &RequestPrimitive<'_>) -> (Operation, String, String) {
    let content = request.content.as_ref().map(ToString::to_string);
    (
        request.operation,
        request.to.clone().into_owned(),
        content.unwrap_or_default(),
    )
}

#[test]
fn verbs_say_what_is_meant() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let (node, peer) = (&mut node, &mut peer);

    let answer = (2001, r#"{"m2m:cnt":{"rn":"data","ri":"cnt1","mni":9}}"#);
    let (created, request) = carry_out(node, peer, answer, |ae| async move {
        let wanted = Cnt {
            rn: Some("data".into()),
            mni: None,
        };
        ae.create(".", &wanted).await
    });
    assert_eq!(created.unwrap().mni, Some(9), "as the CSE has made it");
    assert_eq!(request.resource_type, Some(ResourceType::CONTAINER));
    let expected = r#"{"m2m:cnt":{"rn":"data"}}"#;
    let target = "cse-in/thermo".to_owned();
    assert_eq!(
        asked(&request),
        (Operation::CREATE, target, expected.into())
    );

    let (retrieved, request) = carry_out(node, peer, (2000, answer.1), |ae| async move {
        ae.retrieve::<Cnt>("./data").await
    });
    assert_eq!(retrieved.unwrap().rn.as_deref(), Some("data"));
    let target = "cse-in/thermo/data".to_owned();
    assert_eq!(
        asked(&request),
        (Operation::RETRIEVE, target.clone(), String::new())
    );

    let answer = (2004, r#"{"m2m:cnt":{"mni":5}}"#);
    let (updated, request) = carry_out(node, peer, answer, |ae| async move {
        let changes = Cnt {
            rn: None,
            mni: Some(5),
        };
        ae.update("./data", &changes).await
    });
    assert_eq!(updated.unwrap().status, ResponseStatusCode::UPDATED);
    assert_eq!(
        asked(&request),
        (Operation::UPDATE, target, answer.1.into())
    );

    let answer = (
        2000,
        r#"{"m2m:uril":["cse-in/thermo/data","cse-in/thermo/log"]}"#,
    );
    let (discovered, request) = carry_out(node, peer, answer, |ae| async move {
        let criteria = FilterCriteria {
            labels: Some(vec!["room".into()]),
            ..FilterCriteria::default()
        };
        ae.discover("cse-in", criteria).await
    });
    assert_eq!(
        discovered.unwrap(),
        ["cse-in/thermo/data", "cse-in/thermo/log"]
    );
    let criteria = request.filter_criteria.unwrap();
    assert_eq!(criteria.filter_usage.map(|usage| usage.0), Some(1));
    assert_eq!(criteria.labels.map(|labels| labels.len()), Some(1));

    let (deleted, request) = carry_out(node, peer, (2002, r#"{"m2m:dbg":""}"#), |ae| async move {
        ae.delete("cnt1").await
    });
    deleted.unwrap();
    assert_eq!(
        asked(&request),
        (Operation::DELETE, "cnt1".into(), String::new())
    );

    let (answered, request) = carry_out(node, peer, (4004, r#"{"m2m:dbg":""}"#), |ae| async move {
        ae.request(RequestPrimitive::retrieve("x", identifier("mine")))
            .await
    });
    assert_eq!(
        answered.unwrap().status,
        ResponseStatusCode::NOT_FOUND,
        "the bare response"
    );
    assert_eq!(request.to, "x");
}

/// Each way to fail is one line that names the cause.
#[test]
fn what_fails_says_why() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let rows = [
        (
            4105,
            r#"{"m2m:dbg":"the name is taken"}"#,
            "4105 CONFLICT: the name is taken",
        ),
        (5000, r#"{"m2m:cnt":{}}"#, "5000 INTERNAL_SERVER_ERROR"),
        (2001, r#"{"m2m:cin":{"con":"1"}}"#, "m2m:cnt"),
    ];
    for (status, answer, expected) in rows {
        let (created, _) = carry_out(&mut node, &mut peer, (status, answer), |ae| async move {
            ae.create(".", &Cnt::default()).await
        });
        let error = created.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(format!("{error:?}"), error.to_string());
        assert_eq!(error.status().is_some(), status >= 4000);
    }
    let (done, request) = begin(&mut node, &mut peer, |ae| async move {
        ae.create(".", &Cnt::default()).await
    });
    peer.send(ResponsePrimitive::to_request(&request, ResponseStatusCode::CREATED).into_owned());
    node.tasks.rest();
    let error = done.take().unwrap().unwrap_err();
    assert!(matches!(error, AeError::Missing("pc")), "{error}");
}

/// A program that rather ends than waits is told of the first failure.
#[test]
fn what_keeps_an_ae_from_being_registered() {
    let new = || {
        AeNode::new(AeLimits::DEFAULT, |config| {
            config.registration = Some(crate::peer::registration("Cthermo"));
        })
    };
    let wait = |node: &mut AeNode| {
        let ae = node.ae();
        node.tasks
            .spawn(async move { ae.registered_or_failed().await })
    };
    let mut node = new();
    node.fail_to_dial(ErrorKind::ConnectionRefused);
    let waiting = wait(&mut node);
    node.tasks.rest();
    let error = waiting.take().unwrap().unwrap_err();
    assert!(matches!(error, AeError::Unreachable(_)), "{error}");

    let mut node = new();
    let waiting = wait(&mut node);
    let mut peer = node.peer();
    assert!(waiting.take().is_none(), "nothing has failed");
    for request in peer.requests() {
        peer.send(response(&request, 4103, r#"{"m2m:dbg":"not you"}"#));
    }
    node.tasks.rest();
    let error = waiting.take().unwrap().unwrap_err();
    assert!(error.to_string().contains("4103"), "{error}");

    let mut node = new();
    let waiting = wait(&mut node);
    let mut peer = node.peer();
    peer.answer_all();
    node.tasks.rest();
    waiting.take().unwrap().unwrap();

    let mut node = new();
    let waiting = wait(&mut node);
    node.tasks.abort(&node.task);
    node.tasks.rest();
    assert!(waiting.take().unwrap().is_err(), "its task is gone");
}

/// A notification of the CSE: `sur`, and what else it has.
fn notification(number: u32, members: &str) -> RequestPrimitive<'static> {
    let content = content(&format!(r#"{{"m2m:sgn":{{{members}}}}}"#));
    let identifier = identifier(format!("n{number}"));
    RequestPrimitive::notify("Cthermo", identifier, content).from("/id-in")
}

fn reading(number: u32, reference: &str) -> RequestPrimitive<'static> {
    let event = format!(
        r#""nev":{{"rep":{{"m2m:cin":{{"con":"{number}"}}}},"net":3}},"sur":"{reference}""#
    );
    notification(number, &event)
}

/// Notifies, and returns the status of the answer.
fn notify(node: &mut AeNode, peer: &mut Peer, request: RequestPrimitive<'static>) -> u32 {
    peer.send(request);
    node.tasks.rest();
    let responses = peer.responses();
    let [response] = &*responses else {
        panic!("{responses:?}");
    };
    response.status.0
}

const CREATED: &str = r#"{"m2m:sub":{"rn":"s","ri":"sub1"}}"#;

/// Begins to subscribe to `./data`; what is asked of the CSE.
fn subscribing(
    node: &mut AeNode,
    peer: &mut Peer,
) -> (
    Spawned<Result<Subscription<Cin>, AeError>>,
    RequestPrimitive<'static>,
) {
    let (done, request) = begin(node, peer, |ae| async move { ae.subscribe("./data").await });
    let expected = r#"{"m2m:sub":{"nu":["Cthermo"],"enc":{"net":[3]}}}"#;
    let target = "cse-in/thermo/data".to_owned();
    assert_eq!(
        asked(&request),
        (Operation::CREATE, target, expected.into())
    );
    (done, request)
}

fn subscribed(node: &mut AeNode, peer: &mut Peer) -> Subscription<Cin> {
    let (done, request) = subscribing(node, peer);
    peer.send(response(&request, 2001, CREATED));
    node.tasks.rest();
    done.take().unwrap().unwrap()
}

/// The next notification, if one is there; and the subscription again.
fn next(
    node: &mut AeNode,
    mut subscription: Subscription<Cin>,
) -> (Option<Option<Notified<Cin>>>, Subscription<Cin>) {
    let taken = node.tasks.run(async move {
        let now = core::future::poll_fn(|cx| {
            let next = core::pin::pin!(subscription.next());
            core::task::Poll::Ready(match next.poll(cx) {
                core::task::Poll::Ready(next) => Some(next),
                core::task::Poll::Pending => None,
            })
        })
        .await;
        (now.map(|now| now.map(Result::unwrap)), subscription)
    });
    taken.expect("it is ready at once")
}

/// The readings that wait, in order.
fn readings(
    node: &mut AeNode,
    mut subscription: Subscription<Cin>,
) -> (Vec<String>, Subscription<Cin>) {
    let mut readings = Vec::new();
    loop {
        let (taken, same) = next(node, subscription);
        subscription = same;
        match taken.flatten() {
            Some(notified) => {
                assert_eq!(
                    notified.event_type,
                    Some(NotificationEventType::CREATE_OF_DIRECT_CHILD_RESOURCE)
                );
                readings.push(notified.resource.unwrap().con);
            }
            None => return (readings, subscription),
        }
    }
}

/// What comes before the response that names the subscription is not lost, and the verification is answered meanwhile.
#[test]
fn a_subscription_from_its_verification_on() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let (node, peer) = (&mut node, &mut peer);
    let verification = || notification(0, r#""vrq":true,"sur":"/id-in/sub1""#);
    assert_eq!(
        notify(node, peer, verification()),
        4103,
        "nobody subscribes"
    );
    let (done, request) = subscribing(node, peer);
    assert_eq!(notify(node, peer, verification()), 2000);
    assert_eq!(notify(node, peer, notification(1, r#""vrq":true"#)), 2000);
    assert_eq!(notify(node, peer, reading(1, "/id-in/sub1")), 2000);
    assert_eq!(notify(node, peer, reading(2, "cse-in/thermo/data/s")), 2000);
    assert_eq!(
        notify(node, peer, reading(3, "cse-in/other/s")),
        2000,
        "it may be it"
    );
    assert!(done.take().is_none());
    peer.send(response(&request, 2001, CREATED));
    node.tasks.rest();
    let subscription = done.take().unwrap().unwrap();
    assert_eq!(subscription.address(), "cse-in/thermo/data/s");
    let (first, subscription) = readings(node, subscription);
    assert_eq!(first, ["1", "2"]);
    for (number, reference, status) in [
        (4, "/id-in/sub1", 2000),
        (5, "//sp.org/id-in/cse-in/thermo/data/s", 2000),
        (6, "cse-in/other/s", 4004),
        (7, "/id-in/sub11", 4004),
        (8, "sub1", 2000),
    ] {
        assert_eq!(
            notify(node, peer, reading(number, reference)),
            status,
            "{reference}"
        );
    }
    let (more, subscription) = readings(node, subscription);
    assert_eq!(more, ["4", "5", "8"]);
    // The stream ends behind what was notified before.
    assert_eq!(notify(node, peer, reading(9, "sub1")), 2000);
    let deletion = notification(10, r#""sud":true,"sur":"/id-in/sub1""#);
    assert_eq!(notify(node, peer, deletion), 2000);
    let (last, subscription) = readings(node, subscription);
    assert_eq!(last, ["9"]);
    assert!(matches!(next(node, subscription).0, Some(None)));
    assert_eq!(
        notify(node, peer, reading(11, "sub1")),
        4004,
        "it was dropped"
    );
}

#[test]
fn aggregated_and_malformed_notifications() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let (node, peer) = (&mut node, &mut peer);
    let subscription = subscribed(node, peer);
    let one = |number: u32, reference: &str| {
        format!(
            r#"{{"nev":{{"rep":{{"m2m:cin":{{"con":"{number}"}}}},"net":3}},"sur":"{reference}"}}"#
        )
    };
    let several = |members: &[String]| {
        let content = content(&format!(
            r#"{{"m2m:agn":{{"m2m:sgn":[{}]}}}}"#,
            members.join(",")
        ));
        RequestPrimitive::notify("Cthermo", identifier("agn"), content).from("/id-in")
    };
    assert_eq!(
        notify(
            node,
            peer,
            several(&[one(1, "sub1"), one(2, "/id-in/sub1")])
        ),
        2000
    );
    let mixed = several(&[one(3, "sub1"), one(4, "another")]);
    assert_eq!(notify(node, peer, mixed), 4004, "all or nothing");
    let nameless = notification(5, r#""nev":{"net":3}"#);
    assert_eq!(
        notify(node, peer, nameless),
        4000,
        "which subscription it is of"
    );
    let wrong = notification(6, r#""sur":7"#);
    assert_eq!(notify(node, peer, wrong), 4000);
    assert_eq!(readings(node, subscription).0, ["1", "2"]);
}

/// Each limit, at and past it.
#[test]
fn limits_of_an_ae() {
    let limits = AeLimits {
        max_subscriptions: 1,
        max_notifications: 2,
        ..AeLimits::DEFAULT
    };
    let (mut node, mut peer) = registered(limits);
    let (node, peer) = (&mut node, &mut peer);
    let (done, request) = subscribing(node, peer);
    let ae = node.ae();
    let second = node
        .tasks
        .run(async move { ae.subscribe::<Cin>("./log").await });
    let error = second.unwrap().unwrap_err();
    assert!(matches!(error, AeError::TooManySubscriptions), "{error}");
    let statuses = [1, 2, 3].map(|number| notify(node, peer, reading(number, "sub1")));
    assert_eq!(statuses, [2000, 2000, 5207], "while it is created");
    peer.send(response(&request, 2001, CREATED));
    node.tasks.rest();
    let subscription = done.take().unwrap().unwrap();
    assert_eq!(notify(node, peer, reading(4, "sub1")), 5207, "full");
    let (taken, subscription) = readings(node, subscription);
    assert_eq!(taken, ["1", "2"]);
    assert_eq!(notify(node, peer, reading(5, "sub1")), 2000);
    drop(subscription);
    // A future that is dropped gives its place back, too.
    let (_, request) = subscribing(node, peer);
    node.tasks.rest();
    peer.send(response(&request, 4105, r#"{"m2m:dbg":""}"#));
    node.tasks.rest();
    drop(subscribed(node, peer));
}

/// The bytes of what waits are counted, of all subscriptions together, and given back with what is taken or dropped.
#[test]
fn bytes_of_notifications_that_wait() {
    let text = "x".repeat(10_000);
    let long = |number| {
        notification(
            number,
            &format!(r#""nev":{{"rep":{{"m2m:cin":{{"con":"{text}"}}}},"net":3}},"sur":"sub1""#),
        )
    };
    let limits = AeLimits {
        max_waiting_len: 25_000,
        ..AeLimits::DEFAULT
    };
    let (mut node, mut peer) = registered(limits);
    let (node, peer) = (&mut node, &mut peer);
    let (done, request) = subscribing(node, peer);
    let while_created = [1, 2, 3].map(|number| notify(node, peer, long(number)));
    assert_eq!(while_created, [2000, 2000, 5207]);
    peer.send(response(&request, 2001, CREATED));
    node.tasks.rest();
    let subscription = done.take().unwrap().unwrap();
    assert_eq!(notify(node, peer, long(4)), 5207);
    let (_, subscription) = next(node, subscription);
    assert_eq!(
        [5, 6].map(|number| notify(node, peer, long(number))),
        [2000, 5207]
    );
    drop(subscription);
    let subscription = subscribed(node, peer);
    assert_eq!(
        [7, 8, 9].map(|number| notify(node, peer, long(number))),
        [2000, 2000, 5207]
    );
    assert_eq!(readings(node, subscription).0.len(), 2);
}

/// Requests that are no notifications of a subscription come to the application, once it asks for them.
#[test]
fn other_requests() {
    let limits = AeLimits {
        max_requests: 2,
        ..AeLimits::DEFAULT
    };
    let (mut node, mut peer) = registered(limits);
    let (node, peer) = (&mut node, &mut peer);
    let request = |number: u32| retrieval("/id-in", "Cthermo", format!("r{number}"));
    assert_eq!(notify(node, peer, request(1)), 4005, "nobody has asked");
    let mut requests = node.ae().requests().unwrap();
    assert!(node.ae().requests().is_none(), "somebody has them");
    let taken = node
        .tasks
        .spawn(async move { (requests.next().await, requests) });
    node.tasks.rest();
    assert_eq!(notify_unanswered(node, peer, request(2)), 0);
    let (incoming, requests) = taken.take().unwrap();
    incoming.unwrap().respond_status(ResponseStatusCode::OK);
    node.tasks.rest();
    assert_eq!(peer.responses().len(), 1);
    assert_eq!(notify_unanswered(node, peer, request(3)), 0);
    assert_eq!(notify_unanswered(node, peer, request(4)), 0);
    assert_eq!(notify(node, peer, request(5)), 5207, "two wait");
    drop(requests);
    node.tasks.rest();
    let statuses: Vec<_> = peer
        .responses()
        .iter()
        .map(|response| response.status.0)
        .collect();
    assert_eq!(statuses, [4005, 4005]);
    assert_eq!(notify(node, peer, request(6)), 4005, "nobody has them");
    let mut requests = node.ae().requests().unwrap();
    assert_eq!(notify_unanswered(node, peer, request(7)), 0);
    node.tasks.abort(&node.task);
    node.tasks.rest();
    let ended = node.tasks.run(async move { requests.next().await });
    assert!(ended.expect("it has ended").is_none());
}

/// Sends a request; how many responses there are.
fn notify_unanswered(
    node: &mut AeNode,
    peer: &mut Peer,
    request: RequestPrimitive<'static>,
) -> usize {
    peer.send(request);
    node.tasks.rest();
    peer.responses().len()
}

/// Whatever is held keeps an AE; with the last of it the task ends, in order.
#[test]
fn an_ae_ends_with_the_last_who_holds_it() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let subscription = subscribed(&mut node, &mut peer);
    node.ae = None;
    node.tasks.rest();
    assert!(peer.closes().is_empty(), "the subscription holds it");
    let (taken, subscription) = readings(&mut node, subscription);
    assert!(taken.is_empty());
    drop(subscription);
    node.tasks.rest();
    assert_eq!(peer.closes(), [1000]);
}

#[test]
fn an_ae_that_deregisters_has_ended() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let (done, request) = begin(&mut node, &mut peer, |ae| ae.deregister());
    assert_eq!(request.to, "cse-in/thermo");
    peer.send(answer(&request));
    node.tasks.rest();
    done.take().unwrap().unwrap();
    assert_eq!(peer.closes(), [1000]);
}

const ACKNOWLEDGED: &str = r#"{"m2m:uri":"/id-in/req1"}"#;

/// Creates a container without blocking, up to the acknowledgement.
fn acknowledged(node: &mut AeNode, peer: &mut Peer) -> Spawned<Result<Cnt, AeError>> {
    let (done, request) = begin(node, peer, |ae| async move {
        ae.non_blocking().create(".", &Cnt::default()).await
    });
    let response_type = request.response_type.as_ref().and_then(|rt| rt.value);
    let expected = Some(ResponseTypeValue::NON_BLOCKING_REQUEST_SYNCH);
    assert_eq!(response_type, expected);
    peer.send(response(&request, 1001, ACKNOWLEDGED));
    node.tasks.rest();
    done
}

/// Lets an interval pass; the question for the result that comes of it.
fn question(node: &mut AeNode, peer: &mut Peer) -> RequestPrimitive<'static> {
    node.tasks.pass(AeLimits::DEFAULT.poll_interval);
    let mut requests = peer.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    let request = requests.remove(0);
    let target = "/id-in/req1".to_owned();
    assert_eq!(
        asked(&request),
        (Operation::RETRIEVE, target, String::new())
    );
    request
}

fn answer_question(node: &mut AeNode, peer: &mut Peer, attributes: &str) {
    let request = question(node, peer);
    let content = format!(r#"{{"m2m:req":{{"op":1,"rid":"x",{attributes}}}}}"#);
    peer.send(response(&request, 2000, &content));
    node.tasks.rest();
}

/// Whatever state it is in, it is asked for until it is completed or has failed; the result is that of a blocking request
/// (TS-0001 8.2.1.2).
#[test]
fn non_blocking_requests_are_awaited_to_their_end() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let (node, peer) = (&mut node, &mut peer);
    let done = acknowledged(node, peer);
    assert!(peer.requests().is_empty(), "the interval is not over");
    for status in [3, 4, 5] {
        answer_question(node, peer, &format!(r#""rs":{status}"#));
        assert!(done.take().is_none(), "{status}");
    }
    let result = r#""rs":1,"ors":{"rsc":2001,"rqi":"x","pc":{"m2m:cnt":{"rn":"data","mni":9}}}"#;
    answer_question(node, peer, result);
    assert_eq!(done.take().unwrap().unwrap().mni, Some(9));

    let done = acknowledged(node, peer);
    let result = r#""rs":2,"ors":{"rsc":4105,"rqi":"x","pc":{"m2m:dbg":"the name is taken"}}"#;
    answer_question(node, peer, result);
    let error = done.take().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "4105 CONFLICT: the name is taken");

    // Without content, and a subscription.
    let (done, request) = begin(node, peer, |ae| async move {
        ae.non_blocking().delete("cnt1").await
    });
    peer.send(response(&request, 1001, ACKNOWLEDGED));
    node.tasks.rest();
    answer_question(node, peer, r#""rs":1,"ors":{"rsc":2002,"rqi":"x"}"#);
    done.take().unwrap().unwrap();
    let (done, request) = begin(node, peer, |ae| async move {
        ae.non_blocking().subscribe::<Cin>("./data").await
    });
    peer.send(response(&request, 1001, ACKNOWLEDGED));
    node.tasks.rest();
    let result = format!(r#""rs":1,"ors":{{"rsc":2001,"rqi":"x","pc":{CREATED}}}"#);
    answer_question(node, peer, &result);
    let subscription = done.take().unwrap().unwrap();
    assert_eq!(subscription.address(), "cse-in/thermo/data/s");
    assert_eq!(notify(node, peer, reading(1, "sub1")), 2000);
}

/// A CSE may answer at once, refuse, or answer what is no acknowledgement; and verbs that block stay as they are.
#[test]
fn what_is_no_acknowledgement() {
    let (mut node, mut peer) = registered(AeLimits::DEFAULT);
    let rows = [
        (2001, r#"{"m2m:cnt":{"mni":9}}"#, None),
        (
            4005,
            r#"{"m2m:dbg":"never"}"#,
            Some("4005 OPERATION_NOT_ALLOWED: never"),
        ),
        (1001, r#"{"m2m:cnt":{}}"#, Some("m2m:uri")),
    ];
    for (status, answer, expected) in rows {
        let (created, _) = carry_out(&mut node, &mut peer, (status, answer), |ae| async move {
            ae.non_blocking().create(".", &Cnt::default()).await
        });
        let error = created.err().map(|error| error.to_string());
        let is_expected = match (&error, expected) {
            (Some(error), Some(expected)) => error.contains(expected),
            (error, expected) => error.is_none() && expected.is_none(),
        };
        assert!(is_expected, "{status}: {error:?}");
    }
    let (_, request) = carry_out(
        &mut node,
        &mut peer,
        (1001, ACKNOWLEDGED),
        |ae| async move { ae.create(".", &Cnt::default()).await },
    );
    assert!(request.response_type.is_none());
    for (attributes, expected) in [(r#""rs":1"#, "`ors`"), (r#""rs":"x""#, "rs")] {
        let done = acknowledged(&mut node, &mut peer);
        answer_question(&mut node, &mut peer, attributes);
        let error = done.take().unwrap().unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    let done = acknowledged(&mut node, &mut peer);
    let request = question(&mut node, &mut peer);
    peer.send(response(&request, 4004, r#"{"m2m:dbg":"it has expired"}"#));
    node.tasks.rest();
    let error = done.take().unwrap().unwrap_err();
    assert_eq!(
        error.status(),
        Some(ResponseStatusCode::NOT_FOUND),
        "{error}"
    );
}

/// At the limits, and past them; a question without an answer is no end.
#[test]
fn limits_of_non_blocking_requests() {
    let limits = AeLimits {
        poll_interval: Duration::from_secs(10),
        completion_timeout: Duration::from_secs(100),
        ..AeLimits::DEFAULT
    };
    let (mut node, mut peer) = registered(limits);
    let done = acknowledged(&mut node, &mut peer);
    let tick = Duration::from_millis(1);
    node.tasks.pass(limits.poll_interval - tick);
    assert!(peer.requests().is_empty());
    node.tasks.pass(tick);
    assert_eq!(peer.requests().len(), 1, "which nobody answers");
    node.tasks.pass(Duration::from_secs(40));
    let requests = peer.requests();
    assert_eq!(requests.len(), 1, "30 s for the response, and 10 s");
    let [request] = &requests[..] else {
        panic!("{requests:?}");
    };
    peer.send(response(request, 2000, r#"{"m2m:req":{"rs":3}}"#));
    node.tasks
        .pass(limits.completion_timeout - Duration::from_secs(50) - tick);
    assert!(done.take().is_none());
    node.tasks.pass(tick);
    let error = done.take().unwrap().unwrap_err();
    assert!(
        matches!(&error, AeError::Unfinished(address) if address == "/id-in/req1"),
        "{error}"
    );
    peer.requests();
    node.tasks.pass(limits.completion_timeout);
    assert!(peer.requests().is_empty(), "nobody asks any more");

    let none = AeLimits {
        poll_interval: Duration::ZERO,
        ..AeLimits::DEFAULT
    };
    let (mut node, mut peer) = registered(none);
    let done = acknowledged(&mut node, &mut peer);
    assert!(peer.requests().is_empty() && done.take().is_none());
    node.tasks.pass(Duration::from_millis(10));
    assert_eq!(peer.requests().len(), 1);
}
