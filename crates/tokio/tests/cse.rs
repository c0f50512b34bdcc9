//! The examples `cse` and `ae` as programs. `tests/cse/run` builds them and runs these.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use core::future::Future;
use core::time::Duration;
use std::env;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use onem2m_primitive::{
    Content, FilterCriteria, FilterUsage, RequestIdentifier, RequestPrimitive, Resource,
    ResourceType, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{Pacing, RegistrarConfig, RegistreeConfig, Subprotocol, WrongKind};
use onem2m_ws_tests::program::{PATIENCE, Program};
use onem2m_ws_tests::wire::{CLOSE, Frame, TEXT};
use onem2m_ws_tokio::{
    Incoming, IncomingRequest, PlainListener, RegistreeHandle, ServeLimits, registrar, registree,
    serve_spawning,
};
use serde::{Deserialize, Serialize};
use tokio::io::copy_bidirectional;
use tokio::task::JoinHandle;
use tokio::time::timeout;

async fn soon<F: Future>(future: F) -> F::Output {
    timeout(PATIENCE, future).await.unwrap()
}

fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is set by tests/cse/run"))
}

/// A CSE that listens.
fn start_cse(port: u16) -> Program {
    let program = Program::start("cse", &[&format!("127.0.0.1:{port}")]);
    assert_eq!(program.line(), "ready");
    program
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A connection without any of our code.
struct Raw {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Raw {
    fn open(port: u16) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let head = format!(
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             Sec-WebSocket-Protocol: oneM2M.json\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut buffer = Vec::new();
        loop {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            buffer.extend(byte);
            if buffer.ends_with(b"\r\n\r\n") {
                break;
            }
        }
        assert!(buffer.starts_with(b"HTTP/1.1 101 "), "{buffer:?}");
        buffer.clear();
        Self { stream, buffer }
    }

    /// In a single write.
    fn send(&mut self, text: &str) {
        let frame = Frame::new(TEXT, text).masked().encode();
        assert_eq!(self.stream.write(&frame).unwrap(), frame.len());
    }

    fn receive(&mut self) -> Frame {
        let mut chunk = [0; 65536];
        loop {
            if let Some((frame, len)) = Frame::decode(&self.buffer) {
                self.buffer.drain(..len);
                return frame;
            }
            let len = self.stream.read(&mut chunk).unwrap();
            assert_ne!(len, 0, "the connection has ended");
            self.buffer.extend(&chunk[..len]);
        }
    }

    fn ask(&mut self, text: &str) -> String {
        self.send(text);
        let frame = self.receive();
        assert!(frame.is_final && frame.opcode == TEXT, "{frame:?}");
        String::from_utf8(frame.payload).unwrap()
    }

    /// Registers, and creates a container.
    fn register(&mut self, name: &str) {
        let ae = r#"{"m2m:ae":{"api":"Ntest","rr":true,"srv":["3"]}}"#;
        let request = format!(
            r#"{{"op":1,"to":"cse-in","fr":"{name}","rqi":"1","rvi":"3","ty":2,"pc":{ae}}}"#
        );
        assert!(self.ask(&request).contains(r#""rsc":2001"#));
        let request = format!(
            r#"{{"op":1,"to":"cse-in/{name}","fr":"{name}","rqi":"2","rvi":"3","ty":3,"pc":{{"m2m:cnt":{{"rn":"c"}}}}}}"#
        );
        assert!(self.ask(&request).contains(r#""rsc":2001"#));
    }
}

#[test]
#[ignore = "needs the programs that tests/cse/run builds"]
fn n_25_a_message_of_1_000_000_bytes_in_one_write() {
    let port = free_port();
    let _cse = start_cse(port);
    let mut raw = Raw::open(port);
    raw.register("Craw");
    let request = |content: &str| {
        format!(
            r#"{{"op":1,"to":"cse-in/Craw/c","fr":"Craw","rqi":"3","rvi":"3","ty":4,"pc":{{"m2m:cin":{{"con":"{content}"}}}}}}"#
        )
    };
    let content = "x".repeat(1_000_000 - request("").len());
    let request = request(&content);
    assert_eq!(request.len(), 1_000_000);
    for _ in 0..3 {
        let response = raw.ask(&request);
        assert!(response.contains(r#""rsc":2001"#) && response.contains(&content));
    }
}

struct Ae {
    handle: RegistreeHandle,
    incoming: Incoming,
    name: String,
}

impl Ae {
    fn new(port: u16, name: &str, resource_name: &str, subprotocol: Subprotocol) -> Self {
        let url = format!("ws://127.0.0.1:{port}");
        let mut config = RegistreeConfig::new([url.parse().unwrap()]);
        config.originator = Some(name.into());
        config.subprotocols = vec![subprotocol];
        let ae = format!(
            r#"{{"m2m:ae":{{"rn":"{resource_name}","api":"Ntest","rr":true,"srv":["3"]}}}}"#
        );
        config.registration = Some(created("cse-in", name, ResourceType::AE, &ae));
        let (handle, incoming, task) = registree(config).unwrap();
        tokio::spawn(task);
        let name = name.into();
        Self {
            handle,
            incoming,
            name,
        }
    }

    async fn ask(&self, request: RequestPrimitive<'_>) -> ResponsePrimitive<'static> {
        soon(self.handle.request(request)).await.unwrap()
    }

    async fn create(&self, to: &str, resource_type: ResourceType, content: &str) {
        let request = created(to, &self.name, resource_type, content);
        assert_eq!(self.ask(request).await.status, ResponseStatusCode::CREATED);
    }
}

fn created(
    to: &str,
    from: &str,
    resource_type: ResourceType,
    content: &str,
) -> RequestPrimitive<'static> {
    let content = Content::json_text(content).unwrap();
    let identifier = RequestIdentifier::UNASSIGNED;
    let request = RequestPrimitive::create(to.to_owned(), identifier, resource_type, content);
    request.from(from.to_owned()).release_version("3")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn three_serializations() {
    let port = free_port();
    let _cse = start_cse(port);
    for (name, subprotocol) in [
        ("Cjson", Subprotocol::JSON),
        ("Cxml", Subprotocol::XML),
        ("Ccbor", Subprotocol::CBOR),
    ] {
        let mut ae = Ae::new(port, name, name, subprotocol);
        let retrieve =
            |to| RequestPrimitive::retrieve(to, RequestIdentifier::UNASSIGNED).from(name);
        let base = ae.ask(retrieve("/id-in/cse-in")).await;
        assert_eq!(base.content.unwrap().root_name(), "m2m:cb");

        let of_ae = format!("cse-in/{name}");
        let container = format!("{of_ae}/c");
        ae.create(&of_ae, ResourceType::CONTAINER, r#"{"m2m:cnt":{"rn":"c"}}"#)
            .await;
        let subscription = format!(r#"{{"m2m:sub":{{"rn":"s","nu":["{name}"]}}}}"#);
        ae.create(&container, ResourceType::SUBSCRIPTION, &subscription)
            .await;
        let instance = r#"{"m2m:cin":{"con":"zwölf <€>","rn":"i"}}"#;
        ae.create(&container, ResourceType::CONTENT_INSTANCE, instance)
            .await;
        let notification = soon(ae.incoming.next()).await.unwrap();
        let content = notification.request.content.clone().unwrap();
        let content = format!("{:?}", content.value().unwrap());
        assert!(content.contains("zwölf <€>"), "{content}");
        assert!(
            content.contains(&format!("/id-in/{container}/s")),
            "{content}"
        );
        notification.respond_status(ResponseStatusCode::OK);

        let mut discovery = retrieve(of_ae.as_str());
        discovery.filter_criteria = Some(Box::new(FilterCriteria {
            filter_usage: Some(FilterUsage::DISCOVERY),
            ..FilterCriteria::default()
        }));
        let found = ae.ask(discovery).await.content.unwrap();
        let found = format!("{:?}", found.value().unwrap());
        for address in [
            &container,
            &format!("{container}/s"),
            &format!("{container}/i"),
        ] {
            assert!(found.contains(address.as_str()), "{found}");
        }
        let missing = ae.ask(retrieve("cse-in/nobody")).await;
        assert_eq!(missing.status, ResponseStatusCode::NOT_FOUND);
    }
}

/// Those who answer the Close frame are drained, and those who do not are cut; the program ends with success.
#[test]
#[ignore = "needs the programs that tests/cse/run builds"]
fn a_signal_ends_the_cse_in_order() {
    let port = free_port();
    let cse = start_cse(port);
    let mut polite = Raw::open(port);
    polite.register("Cpolite");
    let mut mute = Raw::open(port);
    mute.register("Cmute");
    cse.signal("-TERM");
    for raw in [&mut polite, &mut mute] {
        let frame = raw.receive();
        assert_eq!((frame.opcode, &frame.payload[..2]), (CLOSE, &[3, 233][..]));
    }
    let answer = Frame::close(1001, "").masked().encode();
    polite.stream.write_all(&answer).unwrap();
    assert_eq!(polite.stream.read(&mut [0]).unwrap(), 0);
    drop(polite);
    let ended = (0, vec!["ended: 1 drained, 1 cut".to_owned()]);
    assert_eq!(cse.end(), ended);
}

/// What the program `ae` is notified of: a container of somebody else's.
struct News(Ae);

impl News {
    async fn new(port: u16) -> Self {
        let other = Ae::new(port, "Cother", "other", Subprotocol::JSON);
        let container = r#"{"m2m:cnt":{"rn":"values"}}"#;
        other
            .create("cse-in/other", ResourceType::CONTAINER, container)
            .await;
        let subscription = r#"{"m2m:sub":{"rn":"news","nu":["Cmeter"]}}"#;
        let to = "cse-in/other/values";
        other
            .create(to, ResourceType::SUBSCRIPTION, subscription)
            .await;
        Self(other)
    }

    async fn occur(&self, value: &str) {
        let instance = format!(r#"{{"m2m:cin":{{"con":"{value}"}}}}"#);
        let to = "cse-in/other/values";
        self.0
            .create(to, ResourceType::CONTENT_INSTANCE, &instance)
            .await;
    }
}

fn ae(port: u16) -> Program {
    Program::start("ae", &[&format!("ws://127.0.0.1:{port}")])
}

#[test]
fn the_ae_has_25_lines() {
    let source = include_str!("../examples/ae.rs").lines();
    let lines = source.filter(|line| !line.trim_start().starts_with("//"));
    assert!(lines.count() <= 25);
}

/// It registers again without being told, and without having anything to ask.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn n_06_an_ae_survives_a_cse_that_is_killed() {
    let port = free_port();
    let mut cse = start_cse(port);
    let ae = ae(port);
    for round in 0..3 {
        ae.wait_for("ae: registered: 2001 CREATED");
        let news = News::new(port).await;
        let value = format!("value {round}");
        news.occur(&value).await;
        assert!(ae.wait_for(&value).starts_with("notified: NOTIFY Cmeter"));
        drop(cse);
        ae.wait_for("ae: the connection was lost: the transport ended");
        drop(news);
        cse = start_cse(port);
        ae.wait_for("ae: the registrar does not know the registree any more: 4106 ");
    }
}

/// The CSE has the resource still, and answers whose it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn n_15_a_cse_survives_an_ae_that_is_killed() {
    let port = free_port();
    let _cse = start_cse(port);
    let first = ae(port);
    first.wait_for("ae: registered: 2001 CREATED");
    let news = News::new(port).await;
    for round in 0..3 {
        let value = format!("while it was away {round}");
        if round == 0 {
            drop(ae(port));
        }
        let again = ae(port);
        again.wait_for("ae: the registrar has a resource of that name (4105 CONFLICT)");
        again.wait_for("ae: registered: 2000 OK");
        drop(again);
        news.occur(&value).await;
        ae(port).wait_for(&value);
    }
}

/// Between the AE and the CSE, for as long as the task that is returned is not aborted.
async fn relay(port: u16) -> (u16, JoinHandle<()>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let own = listener.local_addr().unwrap().port();
    (own, relay_on(listener, port))
}

fn relay_on(listener: tokio::net::TcpListener, port: u16) -> JoinHandle<()> {
    tokio::spawn(async move {
        let (mut here, _) = listener.accept().await.unwrap();
        let there = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
        // How it ends is of no interest.
        drop(copy_bidirectional(&mut here, &mut there.unwrap()).await);
    })
}

/// The CSE knows it still: it goes on, and gets what came meanwhile.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn n_06_an_ae_survives_a_connection_that_is_cut() {
    let port = free_port();
    let _cse = start_cse(port);
    let (own, relaying) = relay(port).await;
    let ae = ae(own);
    ae.wait_for("ae: registered: 2001 CREATED");
    let news = News::new(port).await;
    for round in 0..2 {
        relaying.abort();
        ae.wait_for("ae: the connection was lost: the transport ended");
        let value = format!("while it was away {round}");
        news.occur(&value).await;
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", own)).await;
        let relaying = relay_on(listener.unwrap(), port);
        ae.wait_for(&value);
        ae.wait_for("ae: still registered: 2000 OK");
        relaying.abort();
        assert!(relaying.await.is_err());
    }
}

/// It says so, and comes in once somebody does.
#[test]
#[ignore = "needs the programs that tests/cse/run builds"]
fn an_ae_says_that_nobody_listens() {
    let port = free_port();
    let ae = ae(port);
    ae.wait_for("Connection refused");
    let _cse = start_cse(port);
    ae.wait_for("ae: registered: 2001 CREATED");
}

/// Its resource has the name of another's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn an_ae_says_that_it_is_refused() {
    let port = free_port();
    let _cse = start_cse(port);
    let other = Ae::new(port, "Cother", "meter", Subprotocol::JSON);
    soon(other.handle.registered()).await.unwrap();
    let refused =
        "ae: the registration was refused: the registrar answered 4105 CONFLICT; it is tried again";
    ae(port).wait_for(refused);
}

/// A CSE that takes everything and answers nothing.
async fn silent(incoming: IncomingRequest) {
    core::future::pending::<()>().await;
    drop(incoming);
}

/// After 30 s, as the defaults say.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn an_ae_says_that_its_registration_expired() {
    let mut config = RegistrarConfig::default();
    config.session.answer_timeout = Duration::from_secs(3600);
    let (handle, task) = registrar(config).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let listener = PlainListener(listener);
    let serving = serve_spawning(listener, handle, task, silent, ServeLimits::default());
    let serving = tokio::spawn(serving);
    let ae = ae(port);
    ae.wait_for("ae: the registration was not answered: expired, it may have been carried out; it is tried again");
    serving.abort();
}

/// On Ctrl-C the connection is closed in order.
#[test]
#[ignore = "needs the programs that tests/cse/run builds"]
fn a_signal_ends_the_ae_in_order() {
    let port = free_port();
    let _cse = start_cse(port);
    let ae = ae(port);
    ae.wait_for("ae: registered: 2001 CREATED");
    ae.signal("-INT");
    let (status, lines) = ae.end();
    assert_eq!(
        (status, lines.last().map(String::as_str)),
        (0, Some("ae: ended")),
        "{lines:?}"
    );
}

/// ACME keeps its resources in memory, and answers 4004 to those that it does not know.
#[test]
#[ignore = "needs the programs that tests/cse/run builds, and ACME, which it starts"]
fn n_06_an_ae_survives_a_restart_of_acme() {
    let ae = Program::start(
        "ae",
        &[&format!("ws://127.0.0.1:{}", setting("ACME_WS_PORT"))],
    );
    ae.wait_for("ae: registered: 2001 CREATED");
    for action in ["stop", "start"] {
        let status = Command::new(setting("ACME_START")).arg(action).status();
        assert!(status.unwrap().success());
    }
    ae.wait_for("ae: the registrar does not know the registree any more: 4004 NOT_FOUND");
    ae.wait_for("ae: registered: 2001 CREATED");
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Cnt {
    rn: String,
}

impl Resource for Cnt {
    const ROOT: &'static str = "m2m:cnt";
    const TYPE: ResourceType = ResourceType::CONTAINER;
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Cin {
    con: String,
}

impl Resource for Cin {
    const ROOT: &'static str = "m2m:cin";
    const TYPE: ResourceType = ResourceType::CONTENT_INSTANCE;
}

/// What an AE does in verbs: against the example, and against ACME.
async fn in_verbs(port: u16, name: &str, subprotocol: Subprotocol) -> onem2m_ws_tokio::Ae {
    let url = format!("ws://127.0.0.1:{port}");
    let resource = format!(
        r#"{{"m2m:ae":{{"rn":"verbs-{name}","api":"Ntest","rr":true,"srv":["3"],"poa":["ws://default"]}}}}"#
    );
    let resource = Content::json_text(resource).unwrap();
    let mut config = RegistreeConfig::for_ae([url.parse().unwrap()], name, "cse-in", resource);
    config.subprotocols = vec![subprotocol];
    config.session.pacing = Some(Pacing::ONE_AT_A_TIME);
    // ACME sends JSON over connections of CBOR.
    config.session.wrong_kind = WrongKind::Decode;
    let ae = soon(onem2m_ws_tokio::register(config)).await.unwrap();
    let container = Cnt { rn: "c".into() };
    assert_eq!(soon(ae.create(".", &container)).await.unwrap(), container);
    let mut readings = soon(ae.subscribe::<Cin>("./c")).await.unwrap();
    for con in ["21.5", "zwölf <€>"] {
        let reading = Cin { con: con.into() };
        assert_eq!(soon(ae.create("./c", &reading)).await.unwrap(), reading);
        let notified = soon(readings.next()).await.unwrap().unwrap();
        assert_eq!(notified.resource, Some(reading));
    }
    assert_eq!(soon(ae.retrieve::<Cnt>("./c")).await.unwrap(), container);
    let found = soon(ae.discover(".", FilterCriteria::default()))
        .await
        .unwrap();
    assert!(
        found
            .iter()
            .any(|found| found.ends_with(&format!("verbs-{name}/c"))),
        "{found:?}"
    );
    let error = soon(ae.retrieve::<Cnt>("./nobody")).await.unwrap_err();
    assert_eq!(
        error.status(),
        Some(ResponseStatusCode::NOT_FOUND),
        "{error}"
    );
    let error = soon(ae.create(".", &container)).await.unwrap_err();
    assert_eq!(
        error.status(),
        Some(ResponseStatusCode::CONFLICT),
        "{error}"
    );
    ae
}

const VERBS: [(&str, Subprotocol); 3] = [
    ("Cjson", Subprotocol::JSON),
    ("Cxml", Subprotocol::XML),
    ("Ccbor", Subprotocol::CBOR),
];

/// The example whose `main` has ten lines: what it is for, and each way to fail in one line.
#[test]
#[ignore = "needs the programs that tests/cse/run builds"]
fn the_meter() {
    let port = free_port();
    let url = format!("ws://127.0.0.1:{port}");
    Program::fails("meter", &[""], "");
    Program::fails("meter", &[&url], "refused");
    let _cse = start_cse(port);
    let meter = Program::start("meter", &[&url]);
    meter.wait_for("21.5");
    assert_eq!(meter.end().0, 0);
    Program::fails("meter", &[&url], "4105 CONFLICT");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds"]
async fn an_ae_in_verbs() {
    let port = free_port();
    let _cse = start_cse(port);
    for (name, subprotocol) in VERBS {
        drop(in_verbs(port, name, subprotocol).await);
    }
}

/// ACME has no XML.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the programs that tests/cse/run builds, and ACME, which it starts"]
async fn an_ae_in_verbs_at_acme() {
    let port = setting("ACME_WS_PORT").parse().unwrap();
    for (name, subprotocol) in VERBS {
        if subprotocol != Subprotocol::XML {
            let ae = in_verbs(port, name, subprotocol).await;
            soon(ae.deregister()).await.unwrap();
        }
    }
}
