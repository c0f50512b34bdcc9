//! What clients commonly get wrong (RFC 6455 §4.1).

use crate::support::*;
use onem2m_ws_core::Acceptance;

#[test]
fn the_whole_request() {
    let request = offering()
        .origin("https://page.example")
        .and_then(|request| request.header("Cookie", "a=b"));
    let head = sent(request);
    let key = head
        .split("Key: ")
        .nth(1)
        .and_then(|rest| rest.get(..24))
        .unwrap();
    assert_eq!(
        head.replace(key, "KEY"),
        "GET /chat?room=1 HTTP/1.1\r\nHost: server.example\r\nUpgrade: websocket\r\n\
         Connection: Upgrade\r\nSec-WebSocket-Key: KEY\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Protocol: a, B\r\n\
         Sec-WebSocket-Extensions: one; way, other\r\n\
         Origin: https://page.example\r\nCookie: a=b\r\n\r\n"
    );
}

#[test]
fn hc_01_reason_phrases() {
    for (line, reason) in [
        ("HTTP/1.1 101", ""),
        ("HTTP/1.1 101 ", ""),
        (
            "HTTP/1.1 101 Web Socket Protocol Handshake",
            "Web Socket Protocol Handshake",
        ),
        ("HTTP/1.1 101 \u{e4}\u{f6}", "\u{e4}\u{f6}"),
        ("HTTP/1.2 101 Fine", "Fine"),
    ] {
        let response = opened(&request(), &with("", &[line]));
        assert_eq!(
            (response.status(), response.reason()),
            (101, reason.as_bytes())
        );
    }
    let long = format!("HTTP/1.1 101 {}", "x".repeat(10_000));
    opened(&request(), &with("", &[&long]));
    for line in [
        "HTTP/1.1 101 a\0b",
        "HTTP/1.1 101 a\rb",
        "HTTP/1.1 101 OK\r",
    ] {
        check_failed(&request(), &with("", &[line]), HeadRule::StartLine);
    }
}

#[test]
fn hc_02_http_1_0() {
    let reply = with("", &["HTTP/1.0 101 Switching Protocols"]);
    check_failed(&request(), &reply, HeadRule::HttpVersion);
    for line in ["HTTP/2.0 101 OK", "HTTP/0.9 101 OK"] {
        check_failed(&request(), &with("", &[line]), HeadRule::HttpMajorVersion);
    }
}

#[test]
fn hc_03_other_statuses() {
    for status in [200, 301, 401, 403, 426, 503] {
        for version in ["1.0", "1.1"] {
            let reply = format!(
                "HTTP/{version} {status} Why\r\nX: y\r\nContent-Length: 5\r\n\r\nbecause of everything"
            );
            match run(&request(), &reply).0 {
                Outcome::Failed(HandshakeError::Status(response)) => {
                    assert_eq!(response.status(), status);
                    assert_eq!(response.reason(), b"Why");
                    assert_eq!(response.headers().get("x"), Some(&b"y"[..]));
                    assert_eq!(response.body_text(), "becau");
                }
                other => panic!("{}", summary(&other)),
            }
        }
    }
}

/// The response that the client ends with when the transport does.
fn at_eof(reply: &str) -> Response {
    let (handshake, _) = start(&request(), Config::DEFAULT);
    match receive(handshake, reply.as_bytes().chunks(3)).0 {
        Outcome::NeedsInput(handshake) => match handshake.handle_eof() {
            HandshakeError::Status(response) => *response,
            other => panic!("{other}"),
        },
        Outcome::Failed(HandshakeError::Status(response)) => *response,
        other => panic!("{}", summary(&other)),
    }
}

#[test]
fn hc_03_bodies() {
    for (reply, body) in [
        ("HTTP/1.1 403 No\r\n\r\nuntil the end", "until the end"),
        ("HTTP/1.1 403 No\r\nContent-Length: 9\r\n\r\ncut", "cut"),
        (
            "HTTP/1.1 403 No\r\nContent-Length: nine\r\n\r\ntext",
            "text",
        ),
        ("HTTP/1.1 204 No\r\n\r\n", ""),
        (
            "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n",
            "abcde",
        ),
        (
            "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n9\r\nde",
            "abcde",
        ),
        (
            "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "",
        ),
        (
            "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\nnonsense",
            "",
        ),
        // What ends a body can stand within a chunk.
        (
            "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n\r\n0\r\n\r\nz\r\n1\r\ny\r\n",
            "\r\n0\r\n\r\nzy",
        ),
    ] {
        assert_eq!(at_eof(reply).body_text(), body, "{reply}");
    }
}

#[test]
fn hc_03_a_complete_body_needs_no_end() {
    for reply in [
        "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 304 No\r\n\r\n",
        "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nbehind",
    ] {
        assert!(matches!(
            run(&request(), reply).0,
            Outcome::Failed(HandshakeError::Status(_))
        ));
    }
}

#[test]
fn hc_03_a_refusal_outlives_the_deadline() {
    let (handshake, _) = start(&request(), Config::DEFAULT);
    let reply = "HTTP/1.1 503 Busy\r\n\r\nplease wa";
    let (outcome, _) = receive(handshake, [reply.as_bytes()]);
    let Outcome::NeedsInput(handshake) = outcome else {
        panic!("{}", summary(&outcome));
    };
    let late = Timestamp::new(Duration::from_secs(10));
    match handshake.handle_timeout(late) {
        Err(HandshakeError::Status(response)) => assert_eq!(response.body(), b"please wa"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn hc_04_malformed_statuses() {
    for line in [
        "HTTP/1.1 0101 OK",
        "HTTP/1.1 10 OK",
        "HTTP/1.1 1011 OK",
        "HTTP/1.1 +101 OK",
        "HTTP/1.1 099 OK",
        "HTTP/1.1  101 OK",
        "HTTP/1.1\t101 OK",
        "HTTP/1.1 101\tOK",
        "HTTP/1.1 1O1 OK",
        "HTTP/1.1",
        "HTTP/1.10 101 OK",
        "HTTP/1 101 OK",
        "HTTP/11 101 OK",
        "http/1.1 101 OK",
        "ICY 200 OK",
        "SSH-2.0-OpenSSH_9.2",
        "",
    ] {
        check_failed(&request(), &with("", &[line]), HeadRule::StartLine);
    }
}

/// A server that speaks TLS answers with an alert; however it is cut, the error says what to try.
#[test]
fn n_21_an_alert_of_tls_is_noticed() {
    for reply in [&b"\x15\x03\x01\0\x02\x02\x46"[..], b"\x15\x03", b"\x15"] {
        for len in 1..=reply.len() {
            let (handshake, _) = start(&request(), Config::DEFAULT);
            match receive(handshake, reply.chunks(len)).0 {
                Outcome::Failed(HandshakeError::Violation(violation)) => {
                    assert!(violation.is_tls(), "{violation:?}");
                    let text = violation.to_string();
                    assert!(text.contains("that is TLS: try wss"), "{text}");
                }
                other => panic!("{}", summary(&other)),
            }
        }
    }
    for reply in [
        "\u{15}HTTP/1.1 101 x\r\n",
        "HTTP/1.1 \u{15}\u{3}\r\n\r\n",
        "\u{1}\u{3}\r\n",
    ] {
        let (handshake, _) = start(&request(), Config::DEFAULT);
        match receive(handshake, [reply.as_bytes()]).0 {
            Outcome::Failed(HandshakeError::Violation(violation)) => {
                assert!(!violation.is_tls(), "{violation:?}");
            }
            other => panic!("{}", summary(&other)),
        }
    }
}

/// What a person needs in order to go on: the target, the challenge, when to come again, and the first line of the reasons.
#[test]
fn n_20_a_refusal_says_what_to_do_next() {
    let challenge = "WWW-Authenticate: Basic realm=\"things\"";
    for (reply, expected) in [
        (
            "HTTP/1.1 302 Found\r\nLocation: wss://other/\r\n\r\n".to_owned(),
            "302 Found (Location: wss://other/)",
        ),
        (
            format!(
                "HTTP/1.1 401 Unauthorized\r\n{challenge}\r\nwww-authenticate: Bearer\r\n\r\nno token"
            ),
            "401 Unauthorized (WWW-Authenticate: Basic realm=\"things\") \
             (WWW-Authenticate: Bearer): no token",
        ),
        (
            "HTTP/1.1 426\r\nSec-WebSocket-Version: 13, 8\r\nX: y\r\n\r\n".to_owned(),
            "426 (Sec-WebSocket-Version: 13, 8)",
        ),
        (
            "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\n\r\n\r\n \t\r\n full house \r\nmore"
                .to_owned(),
            "503 Busy (Retry-After: 120): full house",
        ),
        // Pages for browsers say nothing in their first line.
        (
            "HTTP/1.1 404 Not Found\r\n\r\n<html>\r\n<h1>Not Found".to_owned(),
            "404 Not Found",
        ),
        // A receiver of logs is not the peer's to write to.
        (
            "HTTP/1.1 403 N\u{e4}h\r\nLocation: \u{e4}\r\n\r\n\u{1b}[31mgr\u{fc}n\u{202e}"
                .to_owned(),
            "403 N\\xc3\\xa4h (Location: \\xc3\\xa4): \\u{1b}[31mgr\u{fc}n\\u{202e}",
        ),
    ] {
        let error = HandshakeError::Status(Box::new(at_eof(&reply)));
        let expected = format!("the server answered {expected}");
        assert_eq!(error.to_string(), expected);
    }
}

/// Whatever a server sends, the error is a line of bounded length.
#[test]
fn n_20_a_refusal_is_cut() {
    let long = "\u{fc}".repeat(2000);
    let fields = format!("Location: {long}\r\nWWW-Authenticate: {long}\r\n").repeat(2);
    let reply = format!("HTTP/1.1 401 {long}\r\n{fields}\r\n{long}");
    let config = Config {
        max_head_len: 64 << 10,
        ..Config::DEFAULT
    };
    let (handshake, _) = start(&request(), config);
    let Outcome::NeedsInput(handshake) = receive(handshake, [reply.as_bytes()]).0 else {
        panic!("the body goes on");
    };
    let text = handshake.handle_eof().to_string();
    assert!(text.len() < 6000, "{}", text.len());
    assert!(text.chars().all(|char| !char.is_control()));
    assert!(text.ends_with("\u{fc}..."), "{text}");

    let many = "WWW-Authenticate: x\r\n".repeat(60);
    let response = at_eof(&format!("HTTP/1.1 401 No\r\n{many}\r\n"));
    let text = HandshakeError::Status(Box::new(response)).to_string();
    assert_eq!(text.matches("WWW-Authenticate").count(), 4);
}

#[test]
fn hc_04_another_protocol_is_noticed_at_once() {
    let (handshake, _) = start(&request(), Config::DEFAULT);
    match receive(handshake, [b"SSH-2.0-OpenSSH\r\n".as_slice()]).0 {
        Outcome::Failed(error) => {
            let text = error.to_string();
            assert!(error.is_peer_fault());
            assert!(text.contains("\"SSH-2.0-OpenSSH\\r\\n\""), "{text}");
        }
        other => panic!("{}", summary(&other)),
    }
}

#[test]
fn hc_05_interim_responses() {
    let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
    let response = opened(&request(), &format!("{interim}{}", and(&[])));
    assert_eq!(response.headers().get("Link"), None);
    opened(&request(), &format!("{interim}{interim}{}", and(&[])));
    let five = format!("{interim}{interim}HTTP/1.1 199\r\n\r\n{}", and(&[]));
    check_failed(&request(), &five, HeadRule::TooManyInterimResponses);
}

#[test]
fn hc_06_upgrade() {
    opened(&request(), &with("Upgrade", &["Upgrade: WebSocket"]));
    for lines in [
        &[][..],
        &["Upgrade: websocket, foo"],
        &["Upgrade: websocket", "Upgrade: websocket"],
        &["Upgrade: websocketx"],
        &["Upgrade:"],
    ] {
        check_failed(&request(), &with("Upgrade", lines), HeadRule::Upgrade);
    }
}

#[test]
fn hc_07_connection() {
    for value in ["Upgrade, keep-alive", "keep-alive , upgrade"] {
        opened(
            &request(),
            &with("Connection", &[&format!("Connection: {value}")]),
        );
    }
    for lines in [
        &[][..],
        &["Connection: keep-alive"],
        &["Connection: upgrades"],
    ] {
        check_failed(&request(), &with("Connection", lines), HeadRule::Connection);
    }
}

#[test]
fn hc_08_accept() {
    let name = "Sec-WebSocket-Accept";
    opened(
        &request(),
        &with(name, &["Sec-WebSocket-Accept: \t ACCEPT \t"]),
    );
    for lines in [
        &[][..],
        &["Sec-WebSocket-Accept:"],
        &["Sec-WebSocket-Accept: FuSSKANnI7C/6/FrPMt70mfBY8E="],
        &["Sec-WebSocket-Accept: ACCEPT="],
        &["Sec-WebSocket-Accept: ACCEPT, ACCEPT"],
        &[
            "Sec-WebSocket-Accept: ACCEPT",
            "Sec-WebSocket-Accept: ACCEPT",
        ],
    ] {
        check_failed(&request(), &with(name, lines), HeadRule::Accept);
    }
}

#[test]
fn hc_09_subprotocols() {
    let response = opened(&offering(), &and(&["Sec-WebSocket-Protocol: B"]));
    assert_eq!(
        (response.subprotocol_index(), response.subprotocol()),
        (Some(1), Some("B"))
    );
    for lines in [
        &["Sec-WebSocket-Protocol: c"][..],
        &["Sec-WebSocket-Protocol: b"],
        &["Sec-WebSocket-Protocol: a, B"],
        &["Sec-WebSocket-Protocol:"],
        &["Sec-WebSocket-Protocol: a", "Sec-WebSocket-Protocol: a"],
        &["Sec-WebSocket-Protocol: a", "Sec-WebSocket-Protocol: B"],
    ] {
        check_failed(&offering(), &and(lines), HeadRule::SubprotocolChoice);
    }
    check_failed(
        &request(),
        &and(&["Sec-WebSocket-Protocol: a"]),
        HeadRule::SubprotocolChoice,
    );
}

#[test]
fn hc_10_no_subprotocol() {
    let response = opened(&offering(), &and(&[]));
    assert_eq!(
        (response.subprotocol_index(), response.subprotocol()),
        (None, None)
    );
}

#[test]
fn hc_11_extensions() {
    for value in ["one", "other; anything=1, one; way=\"10\""] {
        let line = format!("Sec-WebSocket-Extensions: {value}");
        let response = opened(&offering(), &and(&[&line]));
        assert_eq!(response.extensions().count(), value.split(',').count());
        check_failed(&request(), &and(&[&line]), HeadRule::ExtensionChoice);
    }
    for lines in [
        &["Sec-WebSocket-Extensions: foreign"][..],
        &["Sec-WebSocket-Extensions: Other"],
        &["Sec-WebSocket-Extensions: other, other"],
        &[
            "Sec-WebSocket-Extensions: other",
            "Sec-WebSocket-Extensions: one",
        ],
        &["Sec-WebSocket-Extensions: permessage-deflate"],
    ] {
        check_failed(&offering(), &and(lines), HeadRule::ExtensionChoice);
    }
    let malformed = and(&["Sec-WebSocket-Extensions: other;"]);
    check_failed(&offering(), &malformed, HeadRule::ExtensionSyntax);
}

#[test]
fn pd_37_no_application_can_promise_compression() {
    for name in ["permessage-deflate", "x-webkit-deflate-frame"] {
        let expected = RequestError::ReservedExtension(name.into());
        let extension = Extension::new(name).unwrap();
        assert_eq!(
            request().extension(extension.clone()).unwrap_err(),
            expected
        );
        let answer = Acceptance::new().extension(extension);
        assert_eq!(answer.unwrap_err(), expected);
    }
}

#[test]
fn hc_12_empty_extensions() {
    let response = opened(&request(), &and(&["Sec-WebSocket-Extensions:"]));
    assert_eq!(response.extensions().count(), 0);
}

#[test]
fn hc_13_frames_behind_the_101_stay() {
    let frames = "\u{1}\u{2}abc";
    let (handshake, head) = start(&request(), Config::DEFAULT);
    let reply = format!("{}{frames}", and(&[]).replace("ACCEPT", &accept(&head)));
    let (outcome, rest) = receive(handshake, [reply.as_bytes()]);
    assert!(matches!(outcome, Outcome::Open(..)));
    assert_eq!(rest, frames.as_bytes());
    for at in 0..reply.len() {
        let (handshake, _) = start(&request(), Config::DEFAULT);
        let (first, second) = reply.as_bytes().split_at(at);
        let (cut, rest) = receive(handshake, [first, second]);
        assert_eq!(summary(&cut), summary(&outcome));
        assert_eq!(rest, frames.as_bytes());
    }
}

#[test]
fn hc_14_a_101_has_no_body() {
    opened(&request(), &and(&["Content-Length: 0"]));
    for line in [
        "Content-Length: 5",
        "Content-Length: 00",
        "Transfer-Encoding: chunked",
    ] {
        check_failed(&request(), &and(&[line]), HeadRule::Body);
    }
}

#[test]
fn hc_15_many_fields() {
    let mut lines = vec!["Set-Cookie: a=b"; 30];
    lines.extend(["X: y"; 31]);
    let response = opened(&request(), &and(&lines));
    assert_eq!(response.headers().get_all("set-cookie").count(), 30);
    assert!(response.head().ends_with(b"X: y\r\n\r\n"));
    assert!(!format!("{response:?}").contains("a=b"));
    lines.push("X: y");
    check_failed(&request(), &and(&lines), HeadRule::TooManyFields);
}

#[test]
fn hc_16_end_of_transport() {
    let (handshake, _) = start(&request(), Config::DEFAULT);
    assert_eq!(handshake.handle_eof(), HandshakeError::ClosedBeforeReply);
    for reply in ["H", "HTTP/1.1 101 OK\r\n", "HTTP/1.1 100 OK\r\n\r\n"] {
        let (handshake, _) = start(&request(), Config::DEFAULT);
        match receive(handshake, [reply.as_bytes()]).0 {
            Outcome::NeedsInput(handshake) => {
                let error = handshake.handle_eof();
                assert_eq!(error, HandshakeError::Truncated);
                assert!(!error.is_peer_fault());
            }
            other => panic!("{}", summary(&other)),
        }
    }
}

#[test]
fn hc_17_host() {
    for (url, host, name, port) in [
        ("ws://a.example", "a.example", "a.example", 80),
        ("ws://a.example:80/", "a.example", "a.example", 80),
        ("wss://a.example:443/", "a.example", "a.example", 443),
        ("ws://a.example:443/", "a.example:443", "a.example", 443),
        ("wss://a.example:80/", "a.example:80", "a.example", 80),
        ("ws://[2001:db8::1]", "[2001:db8::1]", "2001:db8::1", 80),
        ("ws://[::1]:8080", "[::1]:8080", "::1", 8080),
        ("ws://192.0.2.1:1", "192.0.2.1:1", "192.0.2.1", 1),
        (
            "ws://xn--bcher-kva.example",
            "xn--bcher-kva.example",
            "xn--bcher-kva.example",
            80,
        ),
    ] {
        let request = ClientRequest::new(url).unwrap();
        assert_eq!((request.host(), request.port()), (name, port));
        assert!(
            sent(Ok(request)).contains(&format!("\r\nHost: {host}\r\n")),
            "{url}"
        );
    }
}

/// A port may be empty behind its colon, and is the default port then (RFC 3986 §3.2.3).
#[test]
fn pv_10_an_empty_port_is_the_default() {
    for (url, host, name, port) in [
        ("ws://a.example:", "a.example", "a.example", 80),
        ("ws://a.example:/mca", "a.example", "a.example", 80),
        ("wss://a.example:?b", "a.example", "a.example", 443),
        ("wss://[2001:db8::1]:/", "[2001:db8::1]", "2001:db8::1", 443),
        ("ws://192.0.2.1:", "192.0.2.1", "192.0.2.1", 80),
    ] {
        let request = ClientRequest::new(url).unwrap();
        assert_eq!((request.host(), request.port()), (name, port), "{url}");
        assert!(
            sent(Ok(request)).contains(&format!("\r\nHost: {host}\r\n")),
            "{url}"
        );
    }
}

#[test]
fn hc_18_targets() {
    for (url, target) in [
        ("ws://a", "/"),
        ("ws://a/", "/"),
        ("ws://a?b=c", "/?b=c"),
        ("ws://a/b/../c?d=/e?f", "/b/../c?d=/e?f"),
        ("ws://a/b%20c", "/b%20c"),
    ] {
        let request = ClientRequest::new(url).unwrap();
        assert_eq!(request.target(), target);
        assert!(sent(Ok(request)).starts_with(&format!("GET {target} HTTP/1.1\r\n")));
    }
    for (url, error) in [
        ("ws://a#b", RequestError::Fragment),
        ("ws://a/b#c", RequestError::Fragment),
        ("ws://a/#", RequestError::Fragment),
        ("ws://a/b c", RequestError::Target),
        ("ws://a/\u{e4}", RequestError::Target),
        ("ws://a/b\r\nX: y", RequestError::Target),
        ("ws://a/\0", RequestError::Target),
    ] {
        assert_eq!(ClientRequest::new(url), Err(error), "{url:?}");
    }
    let relative = ClientRequest::from_parts("a", "b", false);
    assert_eq!(relative, Err(RequestError::Target));
}

/// A client does not send what a server refuses.
#[test]
fn n_50_targets_with_incomplete_escapes() {
    for path in ["%", "a%4", "%zz", "%4g", "?%", "?a=%%41", "<", "?\"", "?{"] {
        let error = ClientRequest::new(&format!("ws://a/{path}"));
        assert_eq!(error, Err(RequestError::Target), "{path}");
    }
}

#[test]
fn hc_19_schemes() {
    for (url, is_secure) in [
        ("ws://a", false),
        ("WS://a", false),
        ("wss://a", true),
        ("Wss://a", true),
    ] {
        assert_eq!(ClientRequest::new(url).unwrap().is_secure(), is_secure);
    }
    for url in [
        "http://a",
        "https://a",
        "a",
        "//a",
        "ws:/a",
        "ws:a",
        " ws://a",
        "wsss://a",
        "",
    ] {
        assert_eq!(
            ClientRequest::new(url),
            Err(RequestError::Scheme),
            "{url:?}"
        );
    }
}

#[test]
fn hc_21_a_07_nothing_is_sent_before_the_101() {
    let (_, head) = start(&request(), Config::DEFAULT);
    let reply = and(&[]).replace("ACCEPT", &accept(&head));
    for at in 0..reply.len() {
        let (handshake, _) = start(&request(), Config::DEFAULT);
        let prefix = reply.as_bytes().get(..at).unwrap();
        match receive(handshake, [prefix]).0 {
            Outcome::NeedsInput(mut handshake) => assert!(written(handshake.outbox()).is_empty()),
            other => panic!("{}", summary(&other)),
        }
    }
    match run(&request(), &and(&[])).0 {
        Outcome::Open(mut connection, _) => assert!(written(connection.outbox()).is_empty()),
        other => panic!("{}", summary(&other)),
    }
}

#[test]
fn hc_21_a_request_that_waits_is_not_lost() {
    let (_, head) = start(&request(), Config::DEFAULT);
    let reply = and(&[]).replace("ACCEPT", &accept(&head));
    let handshake = ClientHandshake::new(&request(), Config::DEFAULT, seed(1), NOW);
    match receive(handshake, [reply.as_bytes()]).0 {
        Outcome::Open(mut connection, _) => {
            assert_eq!(written(connection.outbox()), head.as_bytes());
        }
        other => panic!("{}", summary(&other)),
    }
}

proptest! {
    #[test]
    fn hc_13_any_reply_cut_anywhere(
        edits in prop::collection::vec((any::<usize>(), any::<u8>()), 0..3),
        cuts in prop::collection::vec(1_usize..60, 0..8),
        status in prop::sample::select(vec!["101", "100", "403"]),
    ) {
        let (handshake, head) = start(&offering(), Config::DEFAULT);
        let reply = and(&["Sec-WebSocket-Protocol: a", "Sec-WebSocket-Extensions: other"]);
        let reply = reply.replace("ACCEPT", &accept(&head)).replace("101", status);
        let mut bytes = [reply.as_bytes(), b"\x81\x01x"].concat();
        for (at, byte) in edits {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        let mut pieces = Vec::new();
        let mut rest = bytes.as_slice();
        for cut in cuts {
            let (piece, behind) = rest.split_at(cut.min(rest.len()));
            pieces.push(piece);
            rest = behind;
        }
        pieces.push(rest);
        let whole = receive(handshake, [bytes.as_slice()]);
        let cut = receive(start(&offering(), Config::DEFAULT).0, pieces);
        prop_assert_eq!(summary(&whole.0), summary(&cut.0));
        if matches!(whole.0, Outcome::Open(..)) {
            prop_assert_eq!(whole.1, cut.1);
        }
    }
}
