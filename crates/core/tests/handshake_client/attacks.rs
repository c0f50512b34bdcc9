//! Known attacks on handshakes.

use crate::support::*;

#[test]
fn a_04_endless_reply() {
    let (mut handshake, _) = start(&request(), Config::DEFAULT);
    let deadline = handshake.poll_timeout().unwrap();
    assert_eq!(deadline, Timestamp::new(Duration::from_secs(10)));
    let at = |second| Timestamp::new(Duration::from_secs(second));
    handshake = match handshake.receive(at(9), &mut inbox(b"H")) {
        Ok(ClientProgress::NeedsInput(handshake)) => handshake,
        other => panic!("{other:?}"),
    };
    assert_eq!(handshake.poll_timeout(), Some(deadline));
    let error = handshake.receive(at(18), &mut inbox(b"T")).unwrap_err();
    assert_eq!(error, HandshakeError::TimedOut);

    let (handshake, _) = start(&request(), Config::DEFAULT);
    let flood = [b"HTTP/1.1 101 ".as_slice(), &vec![b'x'; 1 << 20]].concat();
    let (outcome, _) = receive(handshake, flood.chunks(1000));
    assert_eq!(summary(&outcome), "(HeadTooLong, Some(16384))");
}

#[test]
fn a_05_unsolicited_switch() {
    check_failed(
        &request(),
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        HeadRule::Upgrade,
    );
    for (name, rule) in [
        ("Upgrade", HeadRule::Upgrade),
        ("Connection", HeadRule::Connection),
        ("Sec-WebSocket-Accept", HeadRule::Accept),
    ] {
        check_failed(&request(), &with(name, &[]), rule);
    }
}

#[test]
fn a_06_only_101_is_success() {
    for status in [200, 204, 426] {
        let line = format!("HTTP/1.1 {status} OK");
        let reply = with("", &[&line, "Content-Length: 0"]);
        match run(&request(), &reply).0 {
            Outcome::Failed(HandshakeError::Status(response)) => {
                assert_eq!(response.status(), status);
            }
            other => panic!("{}", summary(&other)),
        }
    }
}

#[test]
fn a_08_nothing_can_be_injected_into_a_request() {
    for text in ["a\r\nb", "a\nb", "a\rb", "a\0b", " a", "a ", "\u{7f}"] {
        assert_eq!(
            request().header("X", text),
            Err(RequestError::FieldValue("X".into()))
        );
        assert!(request().origin(text).is_err());
        assert!(request().subprotocol(text).is_err());
        assert!(ClientRequest::from_parts("a", &format!("/{text}"), false).is_err());
        assert!(ClientRequest::from_parts(text, "/", false).is_err());
    }
    for name in ["", "a b", "a:", "a\r\nb", "a\0", "\u{e4}"] {
        assert_eq!(
            request().header(name, "x"),
            Err(RequestError::FieldName(name.into()))
        );
        assert_eq!(
            request().subprotocol(name),
            Err(RequestError::Subprotocol(name.into()))
        );
    }
    let request = request().subprotocol("a").unwrap();
    assert!(request.clone().subprotocol("A").is_ok());
    assert_eq!(
        request.subprotocol("a"),
        Err(RequestError::Subprotocol("a".into()))
    );
}

#[test]
fn a_11_single_fields() {
    let twice = ["Sec-WebSocket-Accept: ACCEPT"];
    check_failed(&request(), &and(&twice), HeadRule::Accept);
    check_failed(&request(), &and(&["Upgrade: websocket"]), HeadRule::Upgrade);
    opened(&request(), &and(&["Connection: keep-alive"]));
}

#[test]
fn a_12_interim_flood() {
    let reply = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".repeat(1_000);
    check_failed(&request(), &reply, HeadRule::TooManyInterimResponses);
}

#[test]
fn a_13_hostile_body() {
    let (handshake, _) = start(&request(), Config::DEFAULT);
    let head = b"HTTP/1.1 403 No\r\nContent-Length: 1000000000\r\nX: y\r\n\r\n".to_vec();
    let body = vec![b'z'; 1 << 20];
    let (outcome, _) = receive(
        handshake,
        [head.as_slice()].into_iter().chain(body.chunks(999)),
    );
    match outcome {
        Outcome::Failed(HandshakeError::Status(response)) => {
            assert_eq!(response.body(), vec![b'z'; 4096]);
            assert_eq!(response.headers().get("X"), Some(&b"y"[..]));
        }
        other => panic!("{}", summary(&other)),
    }
}

#[test]
fn a_13_redirects_are_not_followed() {
    let reply = "HTTP/1.1 302 Found\r\nLocation: ws://evil/\r\nContent-Length: 0\r\n\r\n";
    match run(&request(), reply).0 {
        Outcome::Failed(error @ HandshakeError::Status(_)) => {
            assert!(!error.is_peer_fault());
            assert_eq!(
                error.to_string(),
                "the server answered 302 Found (Location: ws://evil/)"
            );
        }
        other => panic!("{}", summary(&other)),
    }
}

#[test]
fn a_14_every_character_of_accept_counts() {
    let (_, head) = start(&request(), Config::DEFAULT);
    let accept = accept(&head);
    for at in 0..accept.len() {
        for flip in [0x01, 0x20] {
            let mut wrong = accept.clone().into_bytes();
            wrong[at] ^= flip;
            let line = [b"Sec-WebSocket-Accept: ".as_slice(), &wrong].concat();
            let reply = with("Sec-WebSocket-Accept", &["X-Marker: y"]);
            let reply = reply.replace("X-Marker: y", &String::from_utf8(line).unwrap());
            let (handshake, _) = start(&request(), Config::DEFAULT);
            let (outcome, _) = receive(handshake, [reply.as_bytes()]);
            assert!(!matches!(outcome, Outcome::Open(..)), "{reply}");
        }
    }
}

#[test]
fn a_15_h2c() {
    assert!(!sent(Ok(request())).contains("h2c"));
    for value in ["h2c", "websocket, h2c", "h2c, websocket"] {
        let reply = with("Upgrade", &[&format!("Upgrade: {value}")]);
        check_failed(&request(), &reply, HeadRule::Upgrade);
    }
}

#[test]
fn g_07_hosts() {
    for (url, error) in [
        ("ws://", RequestError::Host),
        ("ws:///path", RequestError::Host),
        ("ws://:80", RequestError::Host),
        ("ws://a b", RequestError::Host),
        ("ws://a%20b", RequestError::Host),
        ("ws://b\u{fc}cher.example", RequestError::Host),
        ("ws://a\r\n", RequestError::Host),
        ("ws://a\\b", RequestError::Host),
        ("ws://[::1", RequestError::Host),
        ("ws://::1", RequestError::Host),
        ("ws://[::1]x", RequestError::Host),
        ("ws://[a]", RequestError::Host),
        ("ws://[fe80::1%25eth0]", RequestError::Host),
        ("ws://a:0", RequestError::Port),
        ("ws://a:65536", RequestError::Port),
        ("ws://a:8x", RequestError::Port),
        ("ws://a:+8", RequestError::Port),
        ("ws://user@a", RequestError::UserInfo),
        ("ws://user:password@a", RequestError::UserInfo),
    ] {
        assert_eq!(ClientRequest::new(url), Err(error), "{url:?}");
    }
}

#[test]
fn g_05_secrets_are_kept_out_of_logs() {
    let request = request()
        .header("Authorization", "secret")
        .and_then(|request| request.header("COOKIE", "secret"))
        .and_then(|request| request.header("X", "shown"))
        .unwrap();
    let handshake = ClientHandshake::new(&request, Config::DEFAULT, seed(1), NOW);
    let debug = format!("{request:?} {handshake:?}");
    assert!(!debug.contains("secret"), "{debug}");
    assert!(debug.contains("shown"), "{debug}");
    let proxy = self::request().header("Proxy-Authorization", "x");
    assert_eq!(
        proxy,
        Err(RequestError::ReservedField("Proxy-Authorization".into()))
    );
}

#[test]
fn what_the_server_sent_is_escaped_in_errors() {
    let reply = with("Upgrade", &["Upgrade: \u{e4}[31mred"]);
    match run(&request(), &reply).0 {
        Outcome::Failed(error) => {
            let text = error.to_string();
            assert!(text.contains("\\xc3\\xa4[31mred"), "{text}");
            assert!(!text.contains('\u{e4}'), "{text}");
        }
        other => panic!("{}", summary(&other)),
    }
}

proptest! {
    #[test]
    fn a_08_what_is_built_is_what_is_sent(
        authority in "[ -~]{0,9}", target in "/[ -~\r\n]{0,9}", name in "[ -~]{0,6}", value in "\\PC{0,9}|[\r\n\0 -~]{0,9}",
    ) {
        let request = ClientRequest::from_parts(&authority, &target, false)
            .and_then(|request| request.header(&name, &value));
        if let Ok(request) = request {
            let head = sent(Ok(request));
            let lines: Vec<_> = head.split("\r\n").collect();
            prop_assert_eq!(lines.len(), 9);
            prop_assert_eq!(lines[0], format!("GET {target} HTTP/1.1"));
            prop_assert_eq!(lines[6], format!("{name}: {value}"));
        }
    }
}
