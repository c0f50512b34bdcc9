//! Ten thousand registrees at one registrar, on loopback: the registrar in this process, the registrees in another. Each
//! registers, makes three requests, is notified once and answers. Then clients that never read, beside honest ones.
//!
//! ```sh
//! cargo run --release --example many -- [REGISTREES]
//! ```

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use onem2m_primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{RegistrarConfig, RegistreeConfig, Subprotocol};
use onem2m_ws_tokio::core::{ClientRequest, Config};
use onem2m_ws_tokio::{
    IncomingRequest, Options, PlainListener, RegistrarHandle, ServeLimits, TokioRuntime,
    connect_tcp, driver, registree, serve_spawning,
};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

type Failure = Box<dyn core::error::Error + Send + Sync>;

const STALLED: usize = 500;
const HONEST: usize = 50;
/// Requests of each that never reads; their answers have 64 KiB.
const FLOOD: usize = 200;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => registrar_side(10_000).await,
        [count] => registrar_side(count.parse()?).await,
        ["registrees", url, count] => registrees(url, count.parse()?).await,
        ["stalled", url] => stalled(url).await,
        ["honest", url] => honest(url).await,
        _ => Err("usage: many [REGISTREES]".into()),
    }
}

/// A CSE that registers, answers, and notifies each AE behind its third request.
#[derive(Clone)]
struct Cse {
    registrar: RegistrarHandle,
    requests: Arc<Mutex<HashMap<String, u32>>>,
    notified: Arc<AtomicUsize>,
    large: Arc<str>,
}

impl Cse {
    async fn handle(self, incoming: IncomingRequest) {
        let request = &incoming.request;
        let from = request.from.as_deref().unwrap_or_default().to_owned();
        let response = match request.resource_type {
            Some(ResourceType::AE) => {
                let ae = format!(r#"{{"m2m:ae":{{"aei":"{from}","ri":"{from}"}}}}"#);
                answer(request, ResponseStatusCode::CREATED, ae)
            }
            _ if request.to == "large" => {
                answer(request, ResponseStatusCode::OK, self.large.to_string())
            }
            _ => ResponsePrimitive::to_request(request, ResponseStatusCode::OK),
        };
        let is_request = request.to == "cse-in/cnt";
        incoming.responder.respond(response);
        let is_third = is_request && {
            let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
            let count = requests.entry(from.clone()).or_default();
            *count += 1;
            *count == 3
        };
        if is_third && let Ok(content) = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#) {
            let notification =
                RequestPrimitive::notify(from.clone(), RequestIdentifier::UNASSIGNED, content);
            if self.registrar.request(&from, notification).await.is_ok() {
                self.notified.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

fn answer(
    request: &RequestPrimitive<'_>,
    status: ResponseStatusCode,
    content: String,
) -> ResponsePrimitive<'static> {
    let response = ResponsePrimitive::to_request(request, status);
    match Content::json_text(content) {
        Ok(content) => response.content(content),
        Err(_) => response,
    }
}

async fn registrar_side(count: usize) -> Result<(), Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("ws://{}", listener.local_addr()?);
    let mut config = RegistrarConfig::default();
    config.session.max_waiting_len = 256 << 10;
    let limits = Config {
        max_outbox_len: 128 << 10,
        ..Config::default()
    };
    let (registrar, absent) = driver::registrar(config, limits, TokioRuntime)?;
    let cse = Cse {
        registrar: registrar.clone(),
        requests: Arc::default(),
        notified: Arc::default(),
        large: format!(r#"{{"m2m:cin":{{"con":"{}"}}}}"#, "x".repeat(64 << 10)).into(),
    };
    let serving = cse.clone();
    let handler = move |incoming| serving.clone().handle(incoming);
    tokio::spawn(serve_spawning(
        PlainListener(listener),
        registrar.clone(),
        absent,
        handler,
        ServeLimits::default(),
    ));

    let (before, begin) = (resident()?, Instant::now());
    let (mut child, report) = other_process(&["registrees", &url, &count.to_string()]).await?;
    println!("{report}");
    let time = begin.elapsed().as_secs_f32();
    // The last answers are on their way.
    sleep(Duration::from_secs(2)).await;
    let notified = cse.notified.load(Ordering::Relaxed);
    let connected = registrar.connection_count();
    println!("{connected} connected, {notified} notified and answered, in {time:.1} s");
    *cse.requests.lock().unwrap_or_else(PoisonError::into_inner) = HashMap::new();
    let each = resident()?.saturating_sub(before) / count.max(1);
    println!(
        "{each} bytes of memory per idle registree in this process, allocator and runtime included"
    );
    child.kill()?;
    child.wait()?;
    if notified != count {
        return Err("some were not notified".into());
    }

    let (mut stalled, report) = other_process(&["stalled", &url]).await?;
    println!("{report}; {} MiB of memory", resident()? >> 20);
    let (mut honest, report) = other_process(&["honest", &url]).await?;
    println!("beside them: {report}");
    println!("{} MiB of memory", resident()? >> 20);
    for child in [&mut stalled, &mut honest] {
        child.kill()?;
        child.wait()?;
    }
    Ok(())
}

/// Starts this program again, and waits for the line that it prints when it is done; it goes on running.
async fn other_process(arguments: &[&str]) -> Result<(Child, String), Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    let mut child = command.args(arguments).stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let line = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).map(|_| line)
    });
    let line = line.await??;
    match line.trim_end() {
        "" => Err("the other process has failed".into()),
        line => Ok((child, line.to_owned())),
    }
}

/// Memory of this process, in bytes.
fn resident() -> io::Result<usize> {
    let status = std::fs::read_to_string("/proc/self/statm")?;
    let pages = status
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok());
    Ok(pages.unwrap_or(0) * 4096)
}

fn config(url: &str, name: &str) -> Result<RegistreeConfig, Failure> {
    let mut config = RegistreeConfig::new([url.parse()?]);
    config.originator = Some(name.into());
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nload","rr":true,"srv":["3"]}}"#)?;
    let registration = RequestPrimitive::create(
        "cse-in",
        RequestIdentifier::UNASSIGNED,
        ResourceType::AE,
        ae,
    );
    config.registration = Some(registration.from(name.to_owned()));
    Ok(config)
}

/// One registree's life, until it is idle.
async fn life(url: String, number: usize, connecting: Arc<Semaphore>) -> Result<(), Failure> {
    let name = format!("C{number}");
    let (handle, mut incoming, task) = registree(config(&url, &name)?)?;
    let permit = connecting.acquire_owned().await?;
    tokio::spawn(task);
    handle.registered().await?;
    drop(permit);
    for _ in 0..3 {
        let request = RequestPrimitive::retrieve("cse-in/cnt", RequestIdentifier::UNASSIGNED);
        handle.request(request.from(name.clone())).await?;
    }
    let notification = incoming.next().await.ok_or("no notification")?;
    notification.respond_status(ResponseStatusCode::OK);
    // It stays, doing nothing.
    core::mem::forget((handle, incoming));
    Ok(())
}

async fn registrees(url: &str, count: usize) -> Result<(), Failure> {
    let connecting = Arc::new(Semaphore::new(256));
    let mut lives = JoinSet::new();
    for number in 0..count {
        lives.spawn(life(url.into(), number, Arc::clone(&connecting)));
    }
    while let Some(ended) = lives.join_next().await {
        ended??;
    }
    println!("{count} registrees: each registered, was answered three times and notified once");
    sleep(Duration::from_secs(3600)).await;
    Ok(())
}

/// Clients that ask for much and read nothing.
async fn stalled(url: &str) -> Result<(), Failure> {
    let mut clients = JoinSet::new();
    for number in 0..STALLED {
        let name = format!("Cstalled{number}");
        let request = ClientRequest::new(url)?
            .subprotocol(Subprotocol::JSON.name())?
            .header("X-M2M-Origin", &name)?;
        clients.spawn(async move {
            let (mut websocket, _) = connect_tcp(&request, Options::default()).await?;
            let registration = format!(
                r#"{{"op":1,"to":"cse-in","fr":"{name}","rqi":"r","ty":2,"pc":{{"m2m:ae":{{"api":"Nload"}}}}}}"#
            );
            websocket.send(registration.as_str()).await?;
            websocket.next().await?;
            for number in 0..FLOOD {
                let request = format!(r#"{{"op":2,"to":"large","fr":"{name}","rqi":"{number}"}}"#);
                let sent = websocket.send(request.as_str());
                // The registrar stops reading at some point.
                if timeout(Duration::from_millis(500), sent).await.is_err() {
                    break;
                }
            }
            Ok::<_, driver::Error>(websocket)
        });
    }
    let mut held = Vec::new();
    while let Some(client) = clients.join_next().await {
        held.push(client??);
    }
    println!(
        "{} clients have asked for {FLOOD} times 64 KiB each, and read nothing",
        held.len()
    );
    sleep(Duration::from_secs(3600)).await;
    drop(held);
    Ok(())
}

/// Registrees that read: how long they wait for their answers.
async fn honest(url: &str) -> Result<(), Failure> {
    let mut registrees = JoinSet::new();
    for number in 0..HONEST {
        let (url, name) = (url.to_owned(), format!("Chonest{number}"));
        registrees.spawn(async move {
            let (handle, _incoming, task) = registree(config(&url, &name)?)?;
            tokio::spawn(task);
            handle.registered().await?;
            let mut waits = Vec::new();
            for _ in 0..100 {
                let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
                let begin = Instant::now();
                handle.request(request.from(name.clone())).await?;
                waits.push(begin.elapsed());
                sleep(Duration::from_millis(10)).await;
            }
            Ok::<_, Failure>(waits)
        });
    }
    let mut waits = Vec::new();
    while let Some(ended) = registrees.join_next().await {
        waits.extend(ended??);
    }
    waits.sort_unstable();
    let at = |share: usize| {
        waits
            .get(waits.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "{} requests of {HONEST} honest registrees answered, half within {:?}, 99 of 100 within {:?}",
        waits.len(),
        at(50),
        at(99)
    );
    sleep(Duration::from_secs(3600)).await;
    Ok(())
}
