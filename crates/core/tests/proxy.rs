//! The handshake with a proxy, by the rows of the project's table of attacks and edge cases.
#![expect(
    clippy::panic,
    reason = "in tests, anything but what is expected is a failure"
)]

mod common;

use common::{NOW, inbox, seed, written};
use core::time::Duration;
use onem2m_ws_core::{
    ClientHandshake, ClientRequest, Config, HeadRule, Inbox, ProxyConnect, ProxyError,
    ProxyProgress, RequestError, Response, Timestamp,
};

const CREDENTIALS: (&str, &str) = ("Aladdin", "open sesame");
const ENCODED: &str = "QWxhZGRpbjpvcGVuIHNlc2FtZQ==";

fn connect(credentials: Option<(&str, &str)>) -> ProxyConnect {
    let connect = ProxyConnect::new("server.example", 80, credentials, Config::DEFAULT, NOW);
    connect.unwrap_or_else(|_| unreachable!())
}

fn sent(connect: &mut ProxyConnect) -> String {
    String::from_utf8(written(connect.outbox())).unwrap_or_default()
}

enum Outcome {
    Open(Response),
    Retry(Box<ProxyConnect>),
    Failed(ProxyError),
    NeedsInput(Box<ProxyConnect>),
}

fn receive<'a>(mut connect: ProxyConnect, pieces: impl IntoIterator<Item = &'a [u8]>) -> Outcome {
    let mut inbox = Inbox::new();
    for piece in pieces {
        inbox.extend(piece);
        match connect.receive(NOW, &mut inbox) {
            Ok(ProxyProgress::NeedsInput(next)) => {
                assert!(inbox.is_empty());
                connect = next;
            }
            Ok(ProxyProgress::Open(response)) => return Outcome::Open(response),
            Ok(ProxyProgress::RetryWithCredentials(next)) => return Outcome::Retry(Box::new(next)),
            Err(error) => return Outcome::Failed(error),
        }
    }
    Outcome::NeedsInput(Box::new(connect))
}

fn run(connect: ProxyConnect, reply: &str) -> Outcome {
    receive(connect, [reply.as_bytes()])
}

#[track_caller]
fn check_broken(reply: &str, expected: HeadRule) {
    for outcome in [
        run(connect(None), reply),
        receive(connect(None), reply.as_bytes().chunks(reply.len() - 1)),
    ] {
        match outcome {
            Outcome::Failed(ProxyError::Violation(violation)) => {
                assert_eq!(violation.rule(), expected, "{reply}");
            }
            Outcome::Open(_) | Outcome::Retry(_) | Outcome::NeedsInput(_) | Outcome::Failed(_) => {
                panic!("{reply}");
            }
        }
    }
}

#[track_caller]
fn check_status(connect: ProxyConnect, reply: &str, expected: u16) {
    match run(connect, reply) {
        Outcome::Failed(ProxyError::Status(response)) => assert_eq!(response.status(), expected),
        Outcome::Open(_) | Outcome::Retry(_) | Outcome::NeedsInput(_) | Outcome::Failed(_) => {
            panic!("{reply}");
        }
    }
}

#[track_caller]
fn check_open(reply: &str) {
    for outcome in [
        run(connect(None), reply),
        receive(connect(None), reply.as_bytes().chunks(1)),
    ] {
        let is_open = matches!(outcome, Outcome::Open(response) if response.status() / 100 == 2);
        assert!(is_open, "{reply}");
    }
}

#[test]
fn px_01_the_whole_request() {
    assert_eq!(
        sent(&mut connect(Some(CREDENTIALS))),
        "CONNECT server.example:80 HTTP/1.1\r\nHost: server.example:80\r\n\r\n"
    );
    for (host, port, authority) in [
        ("server.example", 443, "server.example:443"),
        ("::1", 80, "[::1]:80"),
        ("192.0.2.1", 8080, "192.0.2.1:8080"),
    ] {
        let mut connect = ProxyConnect::new(host, port, None, Config::DEFAULT, NOW).unwrap();
        let expected = format!("CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n");
        assert_eq!(sent(&mut connect), expected);
    }
}

#[test]
fn px_02_statuses() {
    for status in [200, 201, 299] {
        check_open(&format!("HTTP/1.1 {status} OK\r\n\r\n"));
    }
    check_open("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    check_broken(
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        HeadRule::SwitchedProtocols,
    );
    let five = "HTTP/1.1 100 Continue\r\n\r\n".repeat(5);
    check_broken(
        &format!("{five}HTTP/1.1 200 OK\r\n\r\n"),
        HeadRule::TooManyInterimResponses,
    );
}

#[test]
fn px_03_http_1_0() {
    check_open("HTTP/1.0 200 Connection established\r\n\r\n");
}

#[test]
fn px_04_lengths_are_ignored() {
    check_open("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    check_open("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
}

#[test]
fn px_05_one_retry() {
    let challenge = "HTTP/1.1 407 Authentication\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n";
    let Outcome::Retry(mut retry) = run(connect(Some(CREDENTIALS)), challenge) else {
        panic!("no retry");
    };
    assert_eq!(retry.poll_timeout(), connect(None).poll_timeout());
    assert_eq!(
        sent(&mut retry),
        format!(
            "CONNECT server.example:80 HTTP/1.1\r\nHost: server.example:80\r\n\
             Proxy-Authorization: Basic {ENCODED}\r\n\r\n"
        )
    );
    check_status(*retry, challenge, 407);
    check_status(connect(None), challenge, 407);
}

#[test]
fn px_05_schemes() {
    for (lines, is_basic) in [
        ("Proxy-Authenticate: basic", true),
        ("Proxy-Authenticate: BASIC realm=x, charset=\"UTF-8\"", true),
        (
            "Proxy-Authenticate: Digest realm=\"x\", nonce=\"y\", Basic realm=\"z\"",
            true,
        ),
        (
            "Proxy-Authenticate: Digest realm=\"x\"\r\nproxy-authenticate: Basic",
            true,
        ),
        ("Proxy-Authenticate: Digest realm=\"\\\", Basic\"", false),
        ("Proxy-Authenticate: Digest realm=\"x, Basic y\"", false),
        ("Proxy-Authenticate: Basics realm=x", false),
        ("Proxy-Authenticate: Negotiate", false),
        ("WWW-Authenticate: Basic", false),
        ("X: Basic", false),
    ] {
        let reply = format!("HTTP/1.1 407 No\r\n{lines}\r\n\r\n");
        let is_retry = matches!(run(connect(Some(CREDENTIALS)), &reply), Outcome::Retry(_));
        assert_eq!(is_retry, is_basic, "{lines}");
    }
}

#[test]
fn px_05_credentials_at_once() {
    let connect =
        || ProxyConnect::with_credentials("a", 1, CREDENTIALS, Config::DEFAULT, NOW).unwrap();
    let expected = format!("\r\nProxy-Authorization: Basic {ENCODED}\r\n");
    assert!(sent(&mut connect()).contains(&expected));
    let challenge = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\n\r\n";
    check_status(connect(), challenge, 407);
}

#[test]
fn px_06_refusals() {
    for status in [302, 404, 502, 503] {
        let reply = format!("HTTP/1.1 {status} No\r\nContent-Length: 500\r\n\r\n<html>");
        check_status(connect(None), &reply, status);
    }
}

#[test]
fn px_07_end_of_transport() {
    assert_eq!(connect(None).handle_eof(), ProxyError::ClosedBeforeReply);
    for reply in ["H", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 OK\r\n\r\n"] {
        let Outcome::NeedsInput(connect) = run(connect(None), reply) else {
            panic!("{reply}");
        };
        assert_eq!(connect.handle_eof(), ProxyError::Truncated);
    }
}

#[test]
fn px_07_the_deadline_does_not_move() {
    let deadline = Timestamp::new(Duration::from_secs(10));
    let early = Timestamp::new(Duration::from_secs(9));
    let connect = connect(None).handle_timeout(early).unwrap();
    let Ok(ProxyProgress::NeedsInput(connect)) = connect.receive(early, &mut inbox(b"H")) else {
        panic!("not enough");
    };
    assert_eq!(connect.poll_timeout(), Some(deadline));
    let late = connect.receive(deadline, &mut inbox(b"TTP"));
    assert_eq!(late.unwrap_err(), ProxyError::TimedOut);
}

#[test]
fn px_08_what_belongs_where() {
    let mut connect =
        ProxyConnect::with_credentials("a", 1, CREDENTIALS, Config::DEFAULT, NOW).unwrap();
    let to_proxy = sent(&mut connect).to_ascii_lowercase();
    for name in [
        "upgrade",
        "connection",
        "sec-",
        "origin",
        "cookie",
        "\r\nauthorization",
    ] {
        assert!(!to_proxy.contains(name), "{name}");
    }
    let request = ClientRequest::new("ws://a:1").unwrap();
    let mut client = ClientHandshake::new(&request, Config::DEFAULT, seed(1), NOW);
    let through = String::from_utf8(written(client.outbox())).unwrap();
    assert!(!through.to_ascii_lowercase().contains("proxy"));
}

/// TS-0020 6.6 has CONNECT also for a plain ws at port 80.
#[test]
fn px_10_plain_ws() {
    let request = ClientRequest::new("ws://WSserver.example.com").unwrap();
    let connect = ProxyConnect::new(request.host(), request.port(), None, Config::DEFAULT, NOW);
    let head = sent(&mut connect.unwrap());
    assert!(head.starts_with("CONNECT WSserver.example.com:80 HTTP/1.1\r\n"));
}

#[test]
fn g_01_nothing_is_sent_before_the_tunnel() {
    let reply = "HTTP/1.1 200 OK\r\nX: y\r\n\r\n";
    for at in 0..reply.len() {
        let mut connect = connect(None);
        sent(&mut connect);
        let Outcome::NeedsInput(mut connect) = run(connect, reply.get(..at).unwrap()) else {
            panic!("{at}");
        };
        assert_eq!(sent(&mut connect), "");
    }
}

#[test]
fn g_02_no_answer_of_a_proxy_is_taken_for_the_servers() {
    let server = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    for status in [302, 407, 503] {
        let reply = format!("HTTP/1.1 {status} No\r\nContent-Length: 9\r\n\r\n{server}");
        match run(connect(Some(CREDENTIALS)), &reply) {
            Outcome::Failed(error @ ProxyError::Status(_)) => {
                assert!(!error.is_peer_fault());
                assert_eq!(error.to_string(), format!("the proxy answered {status} No"));
            }
            Outcome::Open(_) | Outcome::Retry(_) | Outcome::NeedsInput(_) | Outcome::Failed(_) => {
                panic!("{status}");
            }
        }
    }
    check_broken(server, HeadRule::SwitchedProtocols);
    check_broken("\u{16}\u{3}\u{1}", HeadRule::StartLine);
}

/// What a proxy wants is shown as what a server wants is; its body is not collected.
#[test]
fn n_20_a_refusal_of_the_proxy_says_what_to_do_next() {
    let reply =
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 4\r\n\r\nbody";
    match run(connect(Some(CREDENTIALS)), reply) {
        Outcome::Failed(error @ ProxyError::Status(_)) => assert_eq!(
            error.to_string(),
            "the proxy answered 407 Who (Proxy-Authenticate: Negotiate)"
        ),
        Outcome::Open(_) | Outcome::Retry(_) | Outcome::NeedsInput(_) | Outcome::Failed(_) => {
            panic!("it is refused");
        }
    }
}

#[test]
fn g_03_bytes_behind_the_head() {
    let reply = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHELLO";
    let Outcome::Failed(ProxyError::Violation(violation)) = run(connect(None), reply) else {
        panic!("not refused");
    };
    assert_eq!(violation.rule(), HeadRule::EarlyBytes);
    assert!(violation.to_string().ends_with(": \"HELLO\""));
}

#[test]
fn g_04_response_splitting() {
    let reply = "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 101 Switching Protocols\r\n\r\n";
    let Outcome::Failed(ProxyError::Violation(violation)) = run(connect(None), reply) else {
        panic!("not refused");
    };
    assert_eq!(violation.rule(), HeadRule::EarlyBytes);
}

#[test]
fn g_05_credentials_are_kept_out_of_logs() {
    let connect =
        ProxyConnect::with_credentials("a", 1, CREDENTIALS, Config::DEFAULT, NOW).unwrap();
    let debug = format!("{connect:?}");
    for secret in [ENCODED, CREDENTIALS.0, CREDENTIALS.1] {
        assert!(!debug.contains(secret), "{debug}");
    }
}

#[test]
fn g_06_endless_challenges() {
    let challenge = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\n\r\n";
    let mut attempt = connect(Some(CREDENTIALS));
    let mut retries = 0;
    while let Outcome::Retry(next) = run(attempt, challenge) {
        attempt = *next;
        retries += 1;
        assert!(retries < 10);
    }
    assert_eq!(retries, 1);
}

#[test]
fn g_07_hosts_and_credentials() {
    for host in [
        "",
        "a b",
        "a\r\nX: y",
        "a@b",
        "a%20",
        "a:80",
        "a/b",
        "[::1]",
        "::g",
        "\u{e4}",
        "a\0",
        "]",
        "[",
    ] {
        let refused = ProxyConnect::new(host, 80, None, Config::DEFAULT, NOW);
        assert_eq!(refused.err(), Some(RequestError::Host), "{host:?}");
    }
    let refused = ProxyConnect::new("a", 0, None, Config::DEFAULT, NOW);
    assert_eq!(refused.err(), Some(RequestError::Port));
    for credentials in [
        ("a:b", "c"),
        ("a\r\n", "c"),
        ("a", "c\0"),
        ("a", "\u{7f}"),
        ("\u{85}", ""),
    ] {
        let refused = ProxyConnect::new("a", 1, Some(credentials), Config::DEFAULT, NOW);
        assert_eq!(
            refused.err(),
            Some(RequestError::Credentials),
            "{credentials:?}"
        );
    }
    assert!(ProxyConnect::new("a", 1, Some(("a", "b:c")), Config::DEFAULT, NOW).is_ok());
}

#[test]
fn g_08_oddities() {
    for reply in [
        "HTTP/1.0 200\r\n\r\n",
        "HTTP/1.1 200 \r\n\r\n",
        "HTTP/1.1 204 no content\r\nX:y\r\n\r\n",
        "HTTP/1.1 200 connection established\r\nProxy-Agent: x\r\n\r\n",
    ] {
        check_open(reply);
    }
    check_broken("HTTP/1.1 200 OK\n\n", HeadRule::BareLineFeed);
    check_broken("HTTP/1.1 200 OK\r\n X: y\r\n\r\n", HeadRule::Field);
    check_broken("HTTP/2.0 200 OK\r\n\r\n", HeadRule::HttpMajorVersion);
    let long = format!("HTTP/1.1 200 {}\r\n\r\n", "x".repeat(20_000));
    check_broken(&long, HeadRule::HeadTooLong);
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: y\r\n".repeat(65));
    check_broken(&many, HeadRule::TooManyFields);
}

/// The library reads no environment: `core` is built without `std::env` at all.
#[test]
fn g_10_no_environment() {
    for source in [
        include_str!("../src/proxy.rs"),
        include_str!("../src/lib.rs"),
    ] {
        assert!(!source.contains("env::") && !source.contains("HTTP_PROXY"));
    }
}
