//! Known attacks on handshakes.

use crate::support::*;

#[test]
fn a_good_request_is_shown_as_it_was_sent() {
    let head = and(&[
        "Origin: https://page.example",
        "X-Many: one",
        "x-many:  two\t ",
        "Sec-WebSocket-Protocol: a, B",
    ]);
    let requested = requested(&head);
    let request = requested.request();
    assert_eq!(request.target(), "/chat?room=1");
    assert_eq!((request.path(), request.query()), ("/chat", Some("room=1")));
    assert_eq!(request.host(), "server.example");
    assert_eq!(request.origin(), Some(&b"https://page.example"[..]));
    assert!(request.subprotocols().eq(["a", "B"]));
    assert_eq!(request.head(), head.as_bytes());
    assert_eq!(request.headers().len(), 9);
    assert!(request.headers().get_all("X-MANY").eq([b"one", b"two"]));
    assert_eq!(request.headers().get("x-many"), Some(&b"one"[..]));
    assert_eq!(
        request.headers().iter().nth(7),
        Some(("x-many", &b"two"[..]))
    );
    assert_eq!(request.headers().get("missing"), None);
}

#[test]
fn a_01_long_header() {
    let mut handshake = ServerHandshake::new(Config::DEFAULT, seed(1), NOW);
    let mut inbox = Inbox::new();
    let head = b"GET / HTTP/1.1\r\nX: "
        .iter()
        .chain(core::iter::repeat(&b'x'));
    for (count, byte) in head.enumerate() {
        inbox.extend(&[*byte]);
        match handshake.receive(NOW, &mut inbox) {
            ServerProgress::NeedsInput(next) => handshake = next,
            ServerProgress::Requested(_) => unreachable!(),
            ServerProgress::Rejected(_, error) => {
                assert_eq!(count + 1, Config::DEFAULT.max_head_len);
                assert!(matches!(error, HandshakeError::Violation(violation)
                    if violation.rule() == HeadRule::HeadTooLong));
                return;
            }
        }
        assert!(count < 20_000);
    }
}

#[test]
fn a_01_the_rest_of_a_long_header_stays_unread() {
    let head = [b"GET / HTTP/1.1\r\nX: ".as_slice(), &vec![b'x'; 1 << 20]].concat();
    let (outcome, rest) = receive(Config::DEFAULT, [head.as_slice()]);
    assert_eq!(summary(&outcome), "(HeadTooLong, Some(16384))");
    assert_eq!(rest.len(), head.len());
}

#[test]
fn a_02_the_upgrade_is_never_dropped_for_other_fields() {
    let config = Config {
        max_header_fields: 128,
        ..Config::DEFAULT
    };
    for count in 0..200 {
        for at in [1, 3, LINES.len()] {
            let mut lines = LINES.to_vec();
            lines.splice(at..at, vec!["X: y"; count]);
            let head = extended(&lines, &[]);
            let expected = count + LINES.len() - 1 <= config.max_header_fields;
            let (outcome, _) = receive(config, [head.as_bytes()]);
            match outcome {
                Outcome::Requested(_) => assert!(expected),
                other => {
                    assert!(!expected);
                    assert!(summary(&other).starts_with("(TooManyFields"));
                }
            }
        }
    }
}

#[test]
fn a_03_list_headers_of_any_shape_end() {
    for count in [2_000, 4_000, 8_000] {
        let spaces = " ".repeat(count);
        let commas = ",".repeat(count);
        for (value, rule) in [
            (format!("b{spaces}x"), HeadRule::SubprotocolSyntax),
            (commas.clone(), HeadRule::SubprotocolSyntax),
            ("a,".repeat(count), HeadRule::SubprotocolSyntax),
            (
                format!("a{}", ";".repeat(count)),
                HeadRule::SubprotocolSyntax,
            ),
        ] {
            check_refused(
                and(&[&format!("Sec-WebSocket-Protocol: {value}")]),
                rule,
                400,
            );
        }
        for value in [
            format!("a;b=\"{}", "\\c".repeat(count)),
            format!("a;b=\"{}", "c".repeat(count)),
            format!("a{}", ";".repeat(count)),
            format!("a{spaces}b"),
        ] {
            let head = and(&[&format!("Sec-WebSocket-Extensions: {value}")]);
            check_refused(head, HeadRule::ExtensionSyntax, 400);
        }
        let head = and(&[&format!("Sec-WebSocket-Extensions: {commas}")]);
        assert_eq!(requested(head).request().extensions().count(), 0);
    }
}

#[test]
fn a_03_many_different_subprotocols() {
    let names: Vec<_> = (0..2_000).map(|number| number.to_string()).collect();
    let head = and(&[&format!("Sec-WebSocket-Protocol: {}", names.join(","))]);
    assert!(requested(head).request().subprotocols().eq(names.iter()));
    for twice in [0, 7, 8, 1_999] {
        let list = [names.join(","), twice.to_string()].join(",");
        let head = and(&[&format!("Sec-WebSocket-Protocol: {list}")]);
        check_refused(head, HeadRule::SubprotocolSyntax, 400);
    }
}

#[test]
fn a_06_nothing_behind_a_refused_request_is_parsed() {
    let pipelined = "GET /admin HTTP/1.1\r\nHost: server.example\r\n\r\n";
    let head = with("Sec-WebSocket-Version", &["Sec-WebSocket-Version: 12"]);
    let (_, reply) = refused(format!("{head}{pipelined}"));
    assert!(reply.starts_with("HTTP/1.1 426 Upgrade Required\r\n"));
    assert!(reply.contains("\r\nSec-WebSocket-Version: 13\r\n"));
    assert!(reply.contains("\r\nConnection: close, Upgrade\r\n"));
    assert_eq!(reply.matches("HTTP/1.1 ").count(), 1);
}

#[test]
fn a_08_nothing_can_be_injected_into_an_answer() {
    for text in ["a\r\nb", "a\nb", "a\0b", " a", "a\t", "\u{7f}"] {
        let refused = Acceptance::new().header("X-Name", text);
        assert_eq!(
            refused,
            Err(RequestError::FieldValue("X-Name".into())),
            "{text:?}"
        );
        assert!(Rejection::forbidden().header("X-Name", text).is_err());
    }
    for name in ["", "a b", "a:b", "a\r\n", "a\0", "ä"] {
        let refused = Acceptance::new().header(name, "value");
        assert_eq!(refused, Err(RequestError::FieldName(name.into())));
        assert!(Extension::new(name).is_err());
        assert!(
            Extension::new("x")
                .and_then(|x| x.parameter("y", Some(name)))
                .is_err()
        );
    }
}

#[test]
fn a_09_a_request_has_no_body() {
    for line in [
        "Content-Length: 5",
        "Content-Length: +5",
        "Content-Length: +0",
        "Content-Length: 00",
        "Content-Length: 0, 5",
        "Content-Length:",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "transfer-encoding:",
    ] {
        check_refused(and(&[line]), HeadRule::Body, 400);
        check_refused(and(&["Content-Length: 0", line]), HeadRule::Body, 400);
    }
}

#[test]
fn a_10_malformed_heads() {
    for (line, rule, status) in [
        ("GET / HTTP/1.1 ", HeadRule::StartLine, 400),
        ("GET  / HTTP/1.1", HeadRule::StartLine, 400),
        ("GET /  HTTP/1.1", HeadRule::StartLine, 400),
        (" GET / HTTP/1.1", HeadRule::StartLine, 400),
        ("GET\t/\tHTTP/1.1", HeadRule::StartLine, 400),
        ("GET / http/1.1", HeadRule::StartLine, 400),
        ("GET / HTTP/1,1", HeadRule::StartLine, 400),
        ("GET / HTTP/11", HeadRule::StartLine, 400),
        ("GET / HTTP/1.1\r", HeadRule::StartLine, 400),
        ("GET /a b HTTP/1.1", HeadRule::StartLine, 400),
        ("GET /", HeadRule::StartLine, 400),
        ("GET", HeadRule::StartLine, 400),
        ("G\0T / HTTP/1.1", HeadRule::StartLine, 400),
        ("\u{16}\u{3}\u{1}", HeadRule::StartLine, 400),
        ("PRI * HTTP/2.0", HeadRule::HttpMajorVersion, 505),
        ("GET /\0 HTTP/1.1", HeadRule::Target, 400),
        ("GET /\u{7f} HTTP/1.1", HeadRule::Target, 400),
        ("GET server.example:80 HTTP/1.1", HeadRule::Target, 400),
        ("GET * HTTP/1.1", HeadRule::Target, 400),
    ] {
        check_refused(with("", &[line]), rule, status);
    }
    for line in [
        "X: a\rb",
        "X: a\0b",
        "X: a\u{1}b",
        "X: a\u{7f}b",
        "X\t: a",
        "X : a",
        " X: a",
        ": a",
        "X",
        "X\r: a",
        "(X): a",
        "ä: a",
    ] {
        check_refused(and(&[line]), HeadRule::Field, 400);
    }
}

#[test]
fn a_10_well_formed_oddities() {
    for head in [
        with("", &["GET / HTTP/1.1"]),
        with("", &["GET /?? HTTP/1.1"]),
        with("", &["GET //a/../b HTTP/1.1"]),
        with("", &["GET /%00 HTTP/1.1"]),
        with("Host", &["Host:server.example"]),
        with("Host", &["Host: \t server.example:8080\t "]),
        with("Host", &["HOST: [::1]:80"]),
        with("Host", &["Host: server.example:"]),
        with("Connection", &["Connection: ,, keep-alive,,Upgrade ,"]),
        and(&["X:"]),
        and(&["X: "]),
        and(&["X: a: b"]),
        and(&["X: \"a, b"]),
        and(&["Content-Length: 0"]),
        and(&["!#$%&'*+-.^_`|~: x"]),
    ] {
        assert_eq!(requested(&head).request().head(), head.as_bytes());
    }
}

#[test]
fn a_11_single_fields_and_lists() {
    for name in ["Host", "Sec-WebSocket-Key", "Sec-WebSocket-Version"] {
        let line = LINES.iter().find(|line| line.starts_with(name));
        let head = and(line.map(|line| &**line).as_slice());
        assert!(refused(head).1.starts_with("HTTP/1.1 400 "), "{name}");
    }
    requested(with("Connection", &["Connection: keep-alive, Upgrade"]));
}

#[test]
fn a_15_only_websocket_is_switched_to() {
    check_refused(with("Upgrade", &["Upgrade: h2c"]), HeadRule::Upgrade, 400);
    let requested = requested(with("Upgrade", &["Upgrade: h2c", "Upgrade: websocket"]));
    let reply = accepted(requested, &Acceptance::new());
    assert!(reply.contains("\r\nUpgrade: websocket\r\n"));
}

#[test]
fn h_07_origins() {
    let policy = OriginPolicy::allow(["https://good.example", "http://[::1]:8080"]);
    for (origin, is_permitted) in [
        ("https://good.example", true),
        ("https://good.example:443", true),
        ("HTTPS://Good.Example", true),
        ("http://[::1]:8080", true),
        ("https://good.example.evil", false),
        ("https://evil.good.example", false),
        ("https://evilgood.example", false),
        ("https://good.example:8443", false),
        ("https://good.example:80", false),
        ("https://good.example:", false),
        ("https://good.example:0", false),
        ("https://good.example/", false),
        ("https://good.example@evil", false),
        ("https://user@good.example", false),
        ("https://good.example ", false),
        ("http://good.example", false),
        ("good.example", false),
        ("null", false),
        ("", false),
        ("http://[::1]", false),
        ("https://good.example, https://evil", false),
    ] {
        assert_eq!(
            policy.permits(Some(origin.as_bytes())),
            is_permitted,
            "{origin}"
        );
        assert!(!OriginPolicy::RejectAny.permits(Some(origin.as_bytes())));
        assert!(OriginPolicy::AllowAny.permits(Some(origin.as_bytes())));
    }
    for policy in [policy, OriginPolicy::default(), OriginPolicy::AllowAny] {
        assert!(policy.permits(None));
    }
    assert!(!OriginPolicy::allow(["null"]).permits(Some(b"null")));
    assert!(!OriginPolicy::allow(["https://a:0"]).permits(Some(b"https://a:99999")));
}

#[test]
fn secrets_are_kept_out_of_logs() {
    let requested = requested(and(&[
        "Cookie: secret",
        "AUTHORIZATION: secret",
        "X: shown",
    ]));
    let debug = format!("{requested:?}");
    assert!(!debug.contains("secret"), "{debug}");
    assert!(debug.contains("shown"), "{debug}");
}

#[test]
fn f_03_keys_are_different_and_well_formed() {
    let mut keys = std::collections::HashSet::new();
    let request = ClientRequest::new("ws://a").unwrap();
    for number in 0..10_000 {
        let mut client = ClientHandshake::new(&request, Config::DEFAULT, seed(number), NOW);
        let head = written(client.outbox());
        let progress =
            ServerHandshake::new(Config::DEFAULT, seed(0), NOW).receive(NOW, &mut inbox(&head));
        let ServerProgress::Requested(requested) = progress else {
            panic!("{progress:?}");
        };
        let key = requested.request().headers().get("Sec-WebSocket-Key");
        assert!(keys.insert(key.unwrap().to_vec()));
    }
}

proptest! {
    #[test]
    fn a_08_what_is_built_is_what_is_parsed(name in "[ -~]{0,8}", value in "\\PC{0,12}|[\r\n\0 -~]{0,12}") {
        let Ok(acceptance) = Acceptance::new().header(&name, &value) else {
            return Ok(());
        };
        let reply = accepted(requested(and(&[])), &acceptance);
        let field = format!("\r\n{name}: {value}\r\n\r\n");
        prop_assert!(reply.ends_with(&field));
        prop_assert_eq!(reply.matches("\r\n").count(), 6);
    }
}
