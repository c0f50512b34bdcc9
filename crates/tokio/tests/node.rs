//! Registrees and a registrar over TCP on loopback (TS-0020 5.2, 6.4, 6.5).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use core::future::{self, Future, Ready, poll_fn};
use core::net::SocketAddr;
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{
    Outcome, RegistrarConfig, RegistreeConfig, RegistreeEvent, RegistreeState, SessionEvent,
    Subprotocol,
};
use onem2m_ws_driver::core::{ClientRequest, CloseCode, CloseFrame, Closed, Config};
use onem2m_ws_driver::{Accepted, Listener, Observed, RegistreeActivity, Transport};
use onem2m_ws_tokio::{
    Incoming, IncomingRequest, PlainListener, RegistrarHandle, RegistreeHandle, RequestFailure,
    ServeLimits, TokioTransport, connect_over, registrar, registree, serve, serve_spawning,
};
use tokio::io::{DuplexStream, duplex};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Longer than anything takes here.
const PATIENCE: Duration = Duration::from_secs(20);

async fn soon<F: Future>(future: F) -> F::Output {
    timeout(PATIENCE, future).await.unwrap()
}

/// A CSE that knows how to register AEs, and remembers what it was asked.
async fn cse(seen: Arc<Mutex<Vec<String>>>, incoming: IncomingRequest) {
    let request = &incoming.request;
    seen.lock().unwrap().push(request.to.to_string());
    let response = match (request.operation, request.resource_type) {
        (Operation::CREATE, Some(ResourceType::AE)) => {
            let from = request.from.as_deref().unwrap_or_default();
            let content = format!(r#"{{"m2m:ae":{{"aei":"{from}","ri":"{from}"}}}}"#);
            ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
                .content(Content::json_text(content).unwrap())
        }
        (Operation::DELETE, _) => {
            ResponsePrimitive::to_request(request, ResponseStatusCode::DELETED)
        }
        // It is forgotten: the responder answers.
        _ if request.to == "forgotten" => return,
        _ if request.to == "silent" => return future::pending().await,
        _ => ResponsePrimitive::to_request(request, ResponseStatusCode::OK),
    };
    incoming.responder.respond(response);
}

async fn is_pending<F: Future>(mut future: Pin<&mut F>) -> bool {
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_pending())).await
}

struct World {
    registrar: RegistrarHandle,
    url: String,
    seen: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<io::Result<()>>,
}

impl World {
    async fn new(spawns: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("ws://{}", listener.local_addr().unwrap());
        let (handle, absent) = registrar(RegistrarConfig::default()).unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&seen);
        let handler = move |incoming| cse(Arc::clone(&noted), incoming);
        let serving = handle.clone();
        let limits = ServeLimits::default();
        let serving = if spawns {
            tokio::spawn(serve_spawning(
                PlainListener(listener),
                serving,
                absent,
                handler,
                limits,
            ))
        } else {
            tokio::spawn(serve(
                PlainListener(listener),
                serving,
                absent,
                handler,
                limits,
            ))
        };
        Self {
            registrar: handle,
            url,
            seen,
            serving,
        }
    }

    fn registree(
        &self,
        name: &str,
        change: impl FnOnce(&mut RegistreeConfig),
    ) -> (RegistreeHandle, Incoming) {
        let mut config = RegistreeConfig::new([self.url.parse().unwrap()]);
        config.originator = Some(name.into());
        let ae = r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#;
        let ae = Content::json_text(ae).unwrap();
        let registration = RequestPrimitive::create(
            "cse-in",
            RequestIdentifier::UNASSIGNED,
            ResourceType::AE,
            ae,
        );
        config.registration = Some(registration.from(name.to_owned()));
        config.backoff.initial = Duration::from_millis(5);
        change(&mut config);
        let (handle, incoming, task) = registree(config).unwrap();
        tokio::spawn(task);
        (handle, incoming)
    }

    fn notification(&self, to: &str) -> RequestPrimitive<'static> {
        let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
        RequestPrimitive::notify(to.to_owned(), RequestIdentifier::UNASSIGNED, content)
    }
}

fn retrieval(from: &str, to: &str) -> RequestPrimitive<'static> {
    RequestPrimitive::retrieve(to.to_owned(), RequestIdentifier::UNASSIGNED).from(from.to_owned())
}

/// Registers, asks, is asked, in each serialization, with and without tasks for the connections.
#[tokio::test]
async fn w_06_w_18_registration_requests_and_notifications() {
    for spawns in [false, true] {
        let world = World::new(spawns).await;
        let mut handles = Vec::new();
        for (number, subprotocol) in Subprotocol::ALL.into_iter().enumerate() {
            let name = format!("C{number}");
            let (handle, mut incoming) =
                world.registree(&name, |config| config.subprotocols = vec![subprotocol]);
            soon(handle.registered()).await.unwrap();
            let response = soon(handle.request(retrieval(&name, "cse-in")))
                .await
                .unwrap();
            assert_eq!(response.status, ResponseStatusCode::OK);

            let answering = tokio::spawn(async move {
                let request = incoming.next().await.unwrap();
                request.respond_status(ResponseStatusCode::OK);
                incoming
            });
            let notified = world.registrar.request(&name, world.notification(&name));
            assert_eq!(soon(notified).await.unwrap().status, ResponseStatusCode::OK);
            handles.push((handle, soon(answering).await.unwrap()));
        }
        assert_eq!(world.registrar.connection_count(), 6);
        assert!(!world.serving.is_finished());
        world.serving.abort();
    }
}

/// The connection closes for a while; what comes for the registree meanwhile arrives after the reopening, in order, and it
/// does not register again.
#[tokio::test]
async fn w_18_w_75_notifications_wait_while_the_registree_is_away() {
    let world = World::new(true).await;
    let (handle, mut incoming) = world.registree("Cthermo", |_| {});
    soon(handle.registered()).await.unwrap();
    handle.disconnect();
    let mut state = handle.state();
    while state != RegistreeState::Suspended {
        state = soon(handle.state_changed(state)).await;
    }
    while world.registrar.is_reachable("Cthermo") {
        tokio::task::yield_now().await;
    }
    let waiting: Vec<_> = ["a", "b", "c"]
        .map(|to| {
            let (registrar, request) = (world.registrar.clone(), world.notification(to));
            tokio::spawn(async move { registrar.request("Cthermo", request).await })
        })
        .into_iter()
        .collect();
    tokio::task::yield_now().await;

    let asked = handle.clone();
    let asking = tokio::spawn(async move { asked.request(retrieval("Cthermo", "cse-in")).await });
    for expected in ["a", "b", "c"] {
        let request = soon(incoming.next()).await.unwrap();
        assert_eq!(request.request.to, expected);
        request.respond_status(ResponseStatusCode::OK);
    }
    for request in waiting {
        assert_eq!(
            soon(request).await.unwrap().unwrap().status,
            ResponseStatusCode::OK
        );
    }
    assert!(soon(asking).await.unwrap().is_ok());
    let mut seen = world.seen.lock().unwrap().clone();
    // It may have asked by now whether it is known still.
    seen.retain(|to| to != "Cthermo");
    assert_eq!(
        seen,
        ["cse-in", "cse-in"],
        "one registration, one retrieval"
    );
}

#[tokio::test]
async fn forgotten_requests_are_answered() {
    let world = World::new(false).await;
    let (handle, incoming) = world.registree("C1", |_| {});
    let response = soon(handle.request(retrieval("C1", "forgotten")))
        .await
        .unwrap();
    assert_eq!(response.status, ResponseStatusCode::INTERNAL_SERVER_ERROR);
    // Nobody takes the registree's requests.
    drop(incoming);
    let response = soon(world.registrar.request("C1", world.notification("C1")))
        .await
        .unwrap();
    assert_eq!(response.status, ResponseStatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn dropped_futures_cancel_and_make_room() {
    let world = World::new(false).await;
    let (handle, _incoming) = world.registree("C1", |config| config.session.max_requests = 1);
    soon(handle.registered()).await.unwrap();
    let mut silent = Box::pin(handle.request(retrieval("C1", "silent")));
    assert!(is_pending(silent.as_mut()).await);
    let mut next = Box::pin(handle.request(retrieval("C1", "cse-in")));
    assert!(is_pending(next.as_mut()).await, "there is no room");
    drop(silent);
    assert!(soon(next).await.is_ok());
}

#[tokio::test]
async fn w_68_nobody_is_reached_before_its_registration() {
    let world = World::new(false).await;
    let request = world.registrar.request("C1", world.notification("C1"));
    assert_eq!(soon(request).await, Err(RequestFailure::NotRegistered));
    let (handle, _incoming) = world.registree("C1", |_| {});
    soon(handle.registered()).await.unwrap();
    assert!(world.registrar.is_registered("C1"));
    let deletion = RequestPrimitive::delete("cse-in/C1", RequestIdentifier::UNASSIGNED).from("C1");
    let response = soon(handle.request(deletion)).await.unwrap();
    assert_eq!(response.status, ResponseStatusCode::DELETED);
    assert!(!world.registrar.is_registered("C1") && !handle.is_registered());
}

#[tokio::test]
async fn an_ended_registree_says_so() {
    let world = World::new(false).await;
    let (handle, mut incoming) = world.registree("C1", |_| {});
    soon(handle.registered()).await.unwrap();
    handle.end();
    assert!(soon(incoming.next()).await.is_none());
    assert_eq!(handle.state(), RegistreeState::Ended);
    let request = soon(handle.request(retrieval("C1", "cse-in"))).await;
    assert_eq!(request, Err(RequestFailure::Gone));
}

/// Connections are closed with 1001, what comes for their nodes fails at once, and whoever serves is done.
#[tokio::test]
async fn serving_ends_with_the_shutdown() {
    for spawns in [false, true] {
        let mut world = World::new(spawns).await;
        let (handle, _incoming) = world.registree("C1", |_| {});
        soon(handle.registered()).await.unwrap();
        let mut events = handle.events();
        let report = soon(world.registrar.shutdown(PATIENCE)).await;
        assert_eq!((report.drained, report.cut), (1, 0));
        soon(&mut world.serving).await.unwrap().unwrap();
        let request = world.registrar.request("C1", world.notification("C1"));
        assert_eq!(soon(request).await, Err(RequestFailure::Gone));
        let closed = soon(async {
            loop {
                let Observed::Event(event) = events.next().await.unwrap() else {
                    continue;
                };
                if let RegistreeActivity::Event(RegistreeEvent::Session(
                    SessionEvent::Disconnected(closed),
                )) = &*event
                {
                    return closed.clone();
                }
            }
        });
        let going_away = CloseFrame::new(CloseCode::GOING_AWAY, "");
        assert_eq!(closed.await, Closed::Clean(Some(going_away)));
    }
}

/// Nobody listens: the request waits, is cancelled by its expiration, and never left.
#[tokio::test(start_paused = true)]
async fn w_13_without_a_registrar_requests_expire() {
    let mut config = RegistreeConfig::new(["ws://127.0.0.1:1".parse().unwrap()]);
    config.session.delivery_timeout = Duration::from_secs(60);
    let (handle, _incoming, task) = registree(config).unwrap();
    tokio::spawn(task);
    let request = handle.request(retrieval("C1", "cse-in")).await;
    let Err(RequestFailure::Ended(outcome)) = request else {
        panic!("it cannot be answered: {request:?}")
    };
    assert_eq!(*outcome, Outcome::Expired(onem2m_ws::Delivery::Never));
    assert!(handle.failure().is_some());
}

/// Connections in memory, of which it counts how many there are.
struct Queue {
    waiting: mpsc::UnboundedReceiver<DuplexStream>,
    open: Arc<AtomicUsize>,
}

struct Counted {
    stream: TokioTransport<DuplexStream>,
    open: Arc<AtomicUsize>,
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Listener for Queue {
    type Transport = Counted;
    type Preparing = Ready<io::Result<Accepted<Counted>>>;

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        let Some(stream) = ready!(self.waiting.poll_recv(cx)) else {
            return Poll::Pending;
        };
        self.open.fetch_add(1, Ordering::Relaxed);
        let counted = Counted {
            stream: TokioTransport(stream),
            open: self.open.clone(),
        };
        Poll::Ready(Ok((None, future::ready(Ok(Accepted::plain(counted))))))
    }
}

impl Transport for Counted {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        self.stream.poll_read(cx, space)
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.stream.poll_write(cx, chunks)
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.poll_flush(cx)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.poll_shutdown(cx)
    }
}

/// Those who say nothing hold no more places than there are for handshakes, and each for its time only.
#[tokio::test(start_paused = true)]
async fn a_16_silent_connections() {
    const SILENT: usize = 10_000;
    let (connects, waiting) = mpsc::unbounded_channel();
    let open = Arc::new(AtomicUsize::new(0));
    let listener = Queue {
        waiting,
        open: open.clone(),
    };
    let (handle, absent) = registrar(RegistrarConfig::default()).unwrap();
    let handler = |incoming| cse(Arc::default(), incoming);
    let limits = ServeLimits::default();
    tokio::spawn(serve(listener, handle, absent, handler, limits));
    let mut silent = Vec::new();
    for _ in 0..SILENT {
        let (near, far) = duplex(64);
        silent.push(near);
        connects.send(far).unwrap();
    }
    let begin = tokio::time::Instant::now();
    let (near, far) = duplex(4096);
    connects.send(far).unwrap();
    let watching = open.clone();
    let most = tokio::spawn(async move {
        let mut most = 0;
        loop {
            most = most.max(watching.load(Ordering::Relaxed));
            if watching.load(Ordering::Relaxed) == 1 {
                return most;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    });
    let request = ClientRequest::new("ws://registrar.example/").unwrap();
    let request = request.subprotocol("oneM2M.json").unwrap();
    let connected = connect_over(near, &request, Config::default()).await;
    let (websocket, _) = connected.unwrap();
    // It waits for none of them: each that comes beyond the places displaces the oldest.
    let longest = Config::default().handshake_timeout / 2;
    assert!(begin.elapsed() < longest, "{:?}", begin.elapsed());
    let most = most.await.unwrap();
    let places = limits.max_handshakes;
    assert!((places..=places + 1).contains(&most), "{most}");
    drop((websocket, silent));
}
