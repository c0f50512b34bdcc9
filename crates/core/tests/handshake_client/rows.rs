//! What clients commonly get wrong (RFC 6455 §4.1).

use crate::support::*;

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
         Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, other\r\n\
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
    for value in [
        "permessage-deflate",
        "other; anything=1, permessage-deflate; server_max_window_bits=\"10\"",
        "permessage-deflate; client_max_window_bits=15; server_no_context_takeover",
    ] {
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
            "Sec-WebSocket-Extensions: permessage-deflate",
        ],
        &["Sec-WebSocket-Extensions: permessage-deflate; unknown"],
        &["Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7"],
        &["Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=08"],
        &["Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover=1"],
        &["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"],
        &[
            "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; server_no_context_takeover",
        ],
    ] {
        check_failed(&offering(), &and(lines), HeadRule::ExtensionChoice);
    }
    let malformed = and(&["Sec-WebSocket-Extensions: other;"]);
    check_failed(&offering(), &malformed, HeadRule::ExtensionSyntax);
    let deflate = Extension::new("permessage-deflate").unwrap();
    let line = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10";
    check_failed(
        &request().extension(deflate),
        &and(&[line]),
        HeadRule::ExtensionChoice,
    );
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
