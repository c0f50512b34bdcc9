//! What servers commonly get wrong (RFC 6455 §4.2).

use crate::support::*;

#[test]
fn accept_values_of_the_specifications() {
    for (key, accept) in [
        ("dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
        ("ud63env87LQLd4uIV2O/oQ==", "FuSSKANnI7C/6/FrPMt70mfBY8E="),
        ("ud63env87LQLd4uIV20/oQ==", "5thN0mVgdTFTgHSjknHQ8H0EtnM="),
    ] {
        assert_eq!(accept_key(key), accept);
    }
}

#[test]
fn hs_01_case_list_and_white_space() {
    requested(with("Upgrade", &["upgrade: WebSocket"]));
    requested(with("Connection", &["CONNECTION: keep-alive , UPGRADE"]));
}

#[test]
fn hs_02_connection_in_two_fields() {
    requested(with(
        "Connection",
        &["Connection: keep-alive", "Connection: Upgrade"],
    ));
}

#[test]
fn hs_03_upgrade_lists() {
    for list in ["websocket, h2c", "h2c, websocket"] {
        let requested = requested(with("Upgrade", &[&format!("Upgrade: {list}")]));
        let reply = accepted(requested, &Acceptance::new());
        assert_eq!(reply.matches("Upgrade: websocket\r\n").count(), 1);
        assert!(!reply.contains("h2c"));
    }
}

#[test]
fn hs_04_not_a_substring() {
    for value in ["websocketx", "xwebsocket", "web socket", "websocket/13"] {
        let head = with("Upgrade", &[&format!("Upgrade: {value}")]);
        check_refused(head, HeadRule::Upgrade, 400);
    }
    let head = with("Connection", &["Connection: upgrade-insecure"]);
    check_refused(head, HeadRule::Connection, 400);
    check_refused(with("Upgrade", &[]), HeadRule::Upgrade, 400);
    check_refused(with("Connection", &[]), HeadRule::Connection, 400);
}

#[test]
fn hs_05_methods() {
    for method in ["POST", "HEAD", "get", "CONNECT", "GETT", "GE"] {
        let head = with("", &[&format!("{method} / HTTP/1.1")]);
        check_refused(&head, HeadRule::Method, 405);
        assert!(refused(head).1.contains("\r\nAllow: GET\r\n"));
    }
}

#[test]
fn hs_06_http_1_0() {
    check_refused(with("", &["GET / HTTP/1.0"]), HeadRule::HttpVersion, 400);
}

#[test]
fn hs_07_other_versions() {
    for line in ["GET / HTTP/1.2", "GET / HTTP/1.9"] {
        requested(with("", &[line]));
    }
    for line in ["GET / HTTP/2.0", "GET / HTTP/0.9", "GET / HTTP/3.1"] {
        check_refused(with("", &[line]), HeadRule::HttpMajorVersion, 505);
    }
    for line in [
        "GET / HTTP/1.10",
        "GET / HTTP/01.1",
        "GET / HTTP/1.",
        "GET / HTTP/a.1",
    ] {
        check_refused(with("", &[line]), HeadRule::StartLine, 400);
    }
}

#[test]
fn hs_08_host() {
    for lines in [
        &[][..],
        &["Host: a", "Host: a"],
        &["Host: a", "host: b"],
        &["Host:"],
        &["Host: a b"],
        &["Host: a, b"],
        &["Host: user@a"],
        &["Host: a/b"],
        &["Host: a:b"],
        &["Host: a:0"],
        &["Host: a:65536"],
        &["Host: ::1"],
        &["Host: [::1"],
        &["Host: [::1]80"],
        &["Host: [::g]"],
        &["Host: :80"],
    ] {
        check_refused(with("Host", lines), HeadRule::Host, 400);
    }
}

#[test]
fn hs_09_key_twice() {
    for lines in [
        &[][..],
        &[
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ],
        &["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZSBub25jZQ=="],
    ] {
        check_refused(with("Sec-WebSocket-Key", lines), HeadRule::Key, 400);
    }
}

#[test]
fn hs_10_malformed_keys() {
    for key in [
        "",
        "dGhlIHNhbXBsZSBub25j",
        "dGhlIHNhbXBsZSBub25jZWU=",
        "dGhlIHNhbXBsZSBub25jZQ",
        "dGhlIHNhbXBsZSBub25jZQ=",
        "dGhlIHNhbXBsZSBub25jZQ===",
        "dGhlIHNhbXBsZSBub25jZR==",
        "dGhlIHNhbXBs ZSBub25jZQ==",
        "dGhlIHNhbXBsZSBub25-ZQ==",
        "dGhlIHNhbXBsZSBub25jZ===",
        "========================",
    ] {
        let head = with("Sec-WebSocket-Key", &[&format!("Sec-WebSocket-Key: {key}")]);
        check_refused(head, HeadRule::Key, 400);
    }
}

#[test]
fn hs_11_white_space_around_the_key() {
    let line = "Sec-WebSocket-Key: \t dGhlIHNhbXBsZSBub25jZQ== \t";
    let reply = accepted(
        requested(with("Sec-WebSocket-Key", &[line])),
        &Acceptance::new(),
    );
    assert!(reply.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
}

#[test]
fn hs_12_versions() {
    for lines in [
        &[][..],
        &["Sec-WebSocket-Version: 8"],
        &["Sec-WebSocket-Version: 13, 8"],
        &["Sec-WebSocket-Version: 013"],
        &["Sec-WebSocket-Version:"],
    ] {
        let head = with("Sec-WebSocket-Version", lines);
        check_refused(&head, HeadRule::Version, 426);
        let (_, reply) = refused(head);
        assert!(reply.contains("\r\nSec-WebSocket-Version: 13\r\n"));
        assert!(reply.contains("\r\nUpgrade: websocket\r\n"));
    }
    requested(with(
        "Sec-WebSocket-Version",
        &["Sec-WebSocket-Version: 13 "],
    ));
    let twice = and(&["Sec-WebSocket-Version: 13 "]);
    check_refused(twice, HeadRule::VersionTwice, 400);
}

fn subprotocols(lines: &[&str]) -> Vec<String> {
    let requested = requested(and(lines));
    requested
        .request()
        .subprotocols()
        .map(String::from)
        .collect()
}

#[test]
fn hs_13_subprotocols_are_one_list() {
    let lines = [
        "Sec-WebSocket-Protocol: b ,a",
        "X: y",
        "sec-websocket-protocol:\tc",
    ];
    assert_eq!(subprotocols(&lines), ["b", "a", "c"]);
}

#[test]
fn hs_14_empty_elements() {
    for (value, expected) in [("a,,b", ["a", "b"]), (",a, ,b,", ["a", "b"])] {
        assert_eq!(
            subprotocols(&[&format!("Sec-WebSocket-Protocol: {value}")]),
            expected
        );
    }
    for value in ["", ",", " , ,"] {
        let head = and(&[&format!("Sec-WebSocket-Protocol: {value}")]);
        check_refused(head, HeadRule::SubprotocolSyntax, 400);
    }
}

#[test]
fn hs_15_subprotocol_twice() {
    for lines in [
        &["Sec-WebSocket-Protocol: a, b, a"][..],
        &["Sec-WebSocket-Protocol: a", "Sec-WebSocket-Protocol: a"],
    ] {
        check_refused(and(lines), HeadRule::SubprotocolSyntax, 400);
    }
    assert_eq!(subprotocols(&["Sec-WebSocket-Protocol: a, A"]), ["a", "A"]);
}

#[test]
fn hs_16_subprotocols_are_tokens() {
    for value in ["a b", "a/b", "ä", "a, b;c", "\"a\""] {
        let head = and(&[&format!("Sec-WebSocket-Protocol: {value}")]);
        check_refused(head, HeadRule::SubprotocolSyntax, 400);
    }
}

#[test]
fn hs_17_case_of_subprotocols() {
    let requested = requested(and(&["Sec-WebSocket-Protocol: x, json"]));
    let offered = || requested.request().subprotocols();
    let select = |matching| select_subprotocol(offered(), &["JSON"], Preference::Client, matching);
    assert_eq!(select(Matching::Exact), None);
    let chosen = select(Matching::IgnoreCase);
    assert_eq!(chosen, Some(1));
    let reply = accepted(requested, &Acceptance::new().subprotocol(chosen));
    assert!(reply.contains("\r\nSec-WebSocket-Protocol: json\r\n"));
}

#[test]
fn hs_17_whose_preference() {
    let select = |preference| {
        select_subprotocol(
            ["a", "b", "c"].into_iter(),
            &["c", "b"],
            preference,
            Matching::Exact,
        )
    };
    assert_eq!(select(Preference::Client), Some(1));
    assert_eq!(select(Preference::Server), Some(2));
}

#[test]
fn hs_18_no_common_subprotocol() {
    let head = and(&["Sec-WebSocket-Protocol: a"]);
    let reply = accepted(requested(&head), &Acceptance::new().subprotocol(None));
    assert!(reply.starts_with("HTTP/1.1 101 "));
    assert!(!reply.contains("Protocol:"));
    let mut rejected = requested(&head).reject(NOW, &Rejection::bad_request());
    let reply = String::from_utf8(written(rejected.outbox())).unwrap();
    assert!(reply.starts_with("HTTP/1.1 400 Bad Request\r\n"));
}

#[test]
fn hs_18_only_what_was_offered_is_answered() {
    let requested = requested(and(&[
        "Sec-WebSocket-Protocol: a",
        "Sec-WebSocket-Extensions: x",
    ]));
    let error = requested
        .accept(NOW, &Acceptance::new().subprotocol(1))
        .unwrap_err();
    assert_eq!(error.reason, AcceptErrorReason::SubprotocolNotOffered);
    let y = Acceptance::new()
        .extension(Extension::new("y").unwrap())
        .unwrap();
    let error = error.requested.accept(NOW, &y).unwrap_err();
    assert_eq!(error.reason, AcceptErrorReason::ExtensionNotOffered);
    let x = Extension::new("x").unwrap();
    let once = Acceptance::new().extension(x.clone()).unwrap();
    let twice = once.clone().extension(x).unwrap();
    let error = error.requested.accept(NOW, &twice).unwrap_err();
    assert_eq!(error.reason, AcceptErrorReason::ExtensionNotOffered);
    let reply = accepted(*error.requested, &once.subprotocol(0));
    assert!(reply.contains("\r\nSec-WebSocket-Protocol: a\r\nSec-WebSocket-Extensions: x\r\n"));
}

#[test]
fn hs_19_several_offers() {
    let requested = requested(and(&[
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits; x=\"1\\0\"",
        "Sec-WebSocket-Extensions: permessage-deflate , other;a=b",
    ]));
    let offers: Vec<_> = requested
        .request()
        .extensions()
        .map(|offer| offer.to_string())
        .collect();
    let expected = [
        "permessage-deflate; client_max_window_bits; x=10",
        "permessage-deflate",
        "other; a=b",
    ];
    assert_eq!(offers, expected);
    let first = requested.request().extensions().next().unwrap();
    let parameters = [("client_max_window_bits", None), ("x", Some("10"))];
    assert!(first.parameters().eq(parameters));
}

#[test]
fn hs_20_malformed_extensions() {
    let unknown = and(&["Sec-WebSocket-Extensions: constructor, __proto__; toString"]);
    let reply = accepted(requested(unknown), &Acceptance::new());
    assert!(!reply.contains("Extensions"));
    for value in [
        ";a",
        "a;",
        "a;;b",
        "a b",
        "a;b=",
        "a;b=\"",
        "a;b=\"\"",
        "a;b=\"c d\"",
        "a;b=\"c\"d",
        "a=b",
        "a;b==c",
        "a;=c",
        "a;b=\"\\",
        "\"a\"",
        "ä",
    ] {
        let head = and(&[&format!("Sec-WebSocket-Extensions: {value}")]);
        check_refused(head, HeadRule::ExtensionSyntax, 400);
    }
}

#[test]
fn hs_21_obsolete_line_folding() {
    for lines in [["X: a", " b"], ["X: a", "\tb"], ["X:", " b"]] {
        check_refused(and(&lines), HeadRule::Field, 400);
    }
    let line = "Sec-WebSocket-Version: 13\r\n ";
    let head = with("Sec-WebSocket-Version", &[line]);
    check_refused(head, HeadRule::Field, 400);
}

#[test]
fn hs_22_space_before_the_colon() {
    check_refused(
        with("Upgrade", &["Upgrade : websocket"]),
        HeadRule::Field,
        400,
    );
}

#[test]
fn hs_23_the_place_of_a_malformed_field_is_told() {
    let head = and(&["Fine: yes", "Bad\u{1}: \u{1b}[31m"]);
    let offset = head.find("Bad");
    match run(Config::DEFAULT, head.as_bytes()).0 {
        Outcome::Rejected(_, HandshakeError::Violation(violation)) => {
            assert_eq!(place(&violation), (HeadRule::Field, offset));
            assert!(violation.to_string().contains("Bad\\x01: \\x1b[31m"));
            assert!(!violation.to_string().contains(char::is_control));
        }
        other => unreachable!("{}", summary(&other)),
    }
}

#[test]
fn hs_24_obs_text() {
    let head = [and(&["X: "]).trim_end().as_bytes(), b"\x80\xff\r\n\r\n"].concat();
    assert_eq!(
        requested(head).request().headers().get("X"),
        Some(&b"\x80\xff"[..])
    );
}

#[test]
fn hs_25_bare_line_feeds() {
    let head = and(&["X: y"]);
    check_refused(head.replace("\r\n", "\n"), HeadRule::BareLineFeed, 400);
    for (at, _) in head.match_indices("\r\n") {
        let mut head = head.clone();
        head.remove(at);
        check_refused(&head, HeadRule::BareLineFeed, 400);
    }
}

#[test]
fn hs_26_empty_lines_before_the_request() {
    let head = and(&[]);
    let requested = requested(format!("\r\n{head}"));
    assert_eq!(requested.request().head(), head.as_bytes());
    assert_eq!(requested.request().target(), "/chat?room=1");
    check_refused(format!("\r\n\r\n{head}"), HeadRule::StartLine, 400);
    check_refused(format!("\n{head}"), HeadRule::BareLineFeed, 400);
}

#[test]
fn hs_27_targets() {
    for (target, path, query) in [
        ("/", "/", None),
        ("/a/b?c=d?e", "/a/b", Some("c=d?e")),
        ("http://server.example", "/", None),
        ("HTTP://Server.Example:80/a?b", "/a", Some("b")),
        ("ws://server.example?b", "/", Some("b")),
    ] {
        let requested = requested(with("", &[&format!("GET {target} HTTP/1.1")]));
        let request = requested.request();
        assert_eq!(
            (request.target(), request.path(), request.query()),
            (target, path, query)
        );
    }
    for target in [
        "*",
        "/a#b",
        "server.example:80",
        "/ä",
        "ftp://server.example/",
        "a/b",
        "http:/a",
    ] {
        check_refused(
            with("", &[&format!("GET {target} HTTP/1.1")]),
            HeadRule::Target,
            400,
        );
    }
    for target in ["http:///", "http://u@server.example/"] {
        check_refused(
            with("", &[&format!("GET {target} HTTP/1.1")]),
            HeadRule::Target,
            400,
        );
    }
    check_refused(with("", &["GET  HTTP/1.1"]), HeadRule::Target, 400);
}

/// A client that speaks TLS is refused with its first byte, and not after the time that a handshake may take.
#[test]
fn n_21_clients_that_speak_tls() {
    for hello in ["\u{16}\u{3}\u{1}\0\u{f4}\u{1}", "\u{16}"] {
        match receive(Config::DEFAULT, [hello.as_bytes()]).0 {
            Outcome::Rejected(_, HandshakeError::Violation(violation)) => {
                assert!(violation.is_tls(), "{violation:?}");
                assert!(violation.to_string().contains("that is TLS"));
            }
            other => panic!("{}", summary(&other)),
        }
        let (rule, reply) = refused(hello);
        assert_eq!(rule, HeadRule::StartLine);
        assert!(reply.starts_with("HTTP/1.1 400 "), "{reply}");
    }
}

/// What no URI can be, in either form of a target, and what browsers make of queries.
#[test]
fn n_50_targets_that_are_no_uri() {
    let bad = [
        "\"", "<", ">", "#", "%zz", "%", "%4", "%4g", "a%2", "%%20", "\u{7f}",
    ];
    let bad_in_paths = ["\\", "^", "`", "{", "|", "}"];
    for form in ["", "http://server.example"] {
        let in_queries = bad.map(|part| format!("{form}/?{part}"));
        let in_paths = bad.iter().chain(&bad_in_paths);
        let in_paths = in_paths.map(|part| format!("{form}/{part}?b=c"));
        for target in in_paths.chain(in_queries) {
            check_refused(
                with("", &[&format!("GET {target} HTTP/1.1")]),
                HeadRule::Target,
                400,
            );
        }
        for part in [
            "a[0]=b",
            "%20",
            "%aF%00",
            "-._~:@!$&'()*+,;=",
            "?",
            "%25zz",
            "\\^`{|}",
        ] {
            let target = format!("{form}/?{part}");
            let requested = requested(with("", &[&format!("GET {target} HTTP/1.1")]));
            assert_eq!(requested.request().target(), target);
            assert_eq!(requested.request().query(), Some(part));
        }
    }
}

/// A server ignores `Host` beside a target that is a URI (RFC 9112 §3.2.2); but it has to be there, and to be one.
#[test]
fn pv_10_the_authority_of_an_absolute_target_counts() {
    for (target, host) in [
        ("http://other.example/", "other.example"),
        ("http://server.example:81/", "server.example:81"),
        ("ws://other.example:9000/mca?a=b", "other.example:9000"),
        ("wss://[2001:db8::1]:443", "[2001:db8::1]:443"),
        ("HTTPS://192.0.2.1?a", "192.0.2.1"),
        ("ws://other.example:/mca", "other.example:"),
    ] {
        let requested = requested(with("", &[&format!("GET {target} HTTP/1.1")]));
        assert_eq!(requested.request().host(), host, "{target}");
    }
    for target in [
        "ws://other.example:0/",
        "ws://:80/",
        "ws://a:65536/",
        "ws://a:b/",
        "ws://[::1/",
    ] {
        let line = format!("GET {target} HTTP/1.1");
        check_refused(with("", &[&line]), HeadRule::Target, 400);
    }
    let target = "GET ws://server.example/ HTTP/1.1";
    check_refused(
        with("", &[target]).replace("Host: ", "Ghost: "),
        HeadRule::Host,
        400,
    );
}

#[test]
fn hs_28_content_length_zero() {
    requested(and(&["Content-Length: 0"]));
    check_refused(and(&["Content-Length: 1"]), HeadRule::Body, 400);
    check_refused(and(&["Transfer-Encoding: chunked"]), HeadRule::Body, 400);
}

#[test]
fn hs_29_expect_is_ignored() {
    let reply = accepted(
        requested(and(&["Expect: 100-continue"])),
        &Acceptance::new(),
    );
    assert!(reply.starts_with("HTTP/1.1 101 "));
}

#[test]
fn hs_30_frames_behind_the_request_stay() {
    let bytes = [and(&[]).as_bytes(), b"\x81\x80\0\0\0\0"].concat();
    let (outcome, rest) = run(Config::DEFAULT, &bytes);
    assert!(matches!(outcome, Outcome::Requested(_)));
    assert_eq!(rest, b"\x81\x80\0\0\0\0");
}

#[test]
fn hs_31_split_at_every_byte() {
    let head = and(&["Sec-WebSocket-Protocol: a, b", "Origin: null"]);
    let bytes = [head.as_bytes(), b"\x81\x80"].concat();
    let expected = receive(Config::DEFAULT, [bytes.as_slice()]);
    for at in 0..bytes.len() {
        let (first, second) = bytes.split_at(at);
        let (outcome, rest) = receive(Config::DEFAULT, [first, second]);
        assert_eq!(summary(&outcome), summary(&expected.0));
        assert_eq!(rest, expected.1);
    }
}

#[test]
fn hs_32_head_at_the_limit() {
    let head = and(&["X: y"]);
    for (limit, is_within) in [(head.len(), true), (head.len() - 1, false)] {
        let config = Config {
            max_head_len: limit,
            ..Config::DEFAULT
        };
        let bytes = [head.as_bytes(), b"more"].concat();
        match run(config, &bytes).0 {
            Outcome::Requested(_) => assert!(is_within),
            other => {
                assert!(!is_within);
                assert_eq!(summary(&other), format!("(HeadTooLong, Some({limit}))"));
            }
        }
    }
}

#[test]
fn hs_32_too_long_is_431() {
    let head = and(&[&format!("X: {}", "y".repeat(17_000))]);
    check_refused(head, HeadRule::HeadTooLong, 431);
}

#[test]
fn hs_33_fields_at_the_limit() {
    let fields = |count| vec!["X: y"; count - (LINES.len() - 1)];
    assert_eq!(requested(and(&fields(64))).request().headers().len(), 64);
    for count in [31, 32, 33] {
        assert_eq!(
            requested(and(&fields(count))).request().headers().len(),
            count
        );
    }
    check_refused(and(&fields(65)), HeadRule::TooManyFields, 431);
}

#[test]
fn hs_34_origin() {
    assert_eq!(requested(and(&[])).request().origin(), None);
    let null = requested(and(&["Origin: null"]));
    assert_eq!(null.request().origin(), Some(&b"null"[..]));
    let twice = and(&["Origin: https://a", "origin: https://a"]);
    check_refused(twice, HeadRule::Origin, 400);
}

#[test]
fn hs_35_end_of_transport() {
    let handshake = ServerHandshake::new(Config::DEFAULT, seed(1), NOW);
    assert_eq!(handshake.handle_eof(), HandshakeError::ClosedBeforeReply);
    match receive(Config::DEFAULT, [b"G".as_slice()]).0 {
        Outcome::NeedsInput(handshake) => {
            assert_eq!(handshake.handle_eof(), HandshakeError::Truncated);
        }
        other => unreachable!("{}", summary(&other)),
    }
}

#[test]
fn hs_35_the_deadline_does_not_move() {
    let mut handshake = ServerHandshake::new(Config::DEFAULT, seed(1), NOW);
    let deadline = Timestamp::new(Duration::from_secs(10));
    for second in [0, 5, 9] {
        let now = Timestamp::new(Duration::from_secs(second));
        assert_eq!(handshake.poll_timeout(), Some(deadline));
        handshake = handshake.handle_timeout(now).unwrap();
        match handshake.receive(now, &mut inbox(b"G")) {
            ServerProgress::NeedsInput(next) => handshake = next,
            other => unreachable!("{other:?}"),
        }
    }
    match handshake.receive(deadline, &mut inbox(b"G")) {
        ServerProgress::Rejected(mut rejected, HandshakeError::TimedOut) => {
            assert!(written(rejected.outbox()).starts_with(b"HTTP/1.1 408 "));
        }
        other => unreachable!("{other:?}"),
    }
    let handshake = ServerHandshake::new(Config::DEFAULT, seed(1), NOW);
    let error = handshake.handle_timeout(deadline).unwrap_err();
    assert_eq!(error, HandshakeError::TimedOut);
}

#[test]
fn hs_36_the_whole_response() {
    let head = and(&[
        "Sec-WebSocket-Protocol: a, b",
        "Sec-WebSocket-Extensions: x",
    ]);
    let acceptance = Acceptance::new()
        .subprotocol(1)
        .extension(
            Extension::new("x")
                .unwrap()
                .parameter("y", Some("1"))
                .unwrap(),
        )
        .unwrap()
        .header("Set-Cookie", "a=b")
        .unwrap();
    assert_eq!(
        accepted(requested(head), &acceptance),
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: b\r\n\
         Sec-WebSocket-Extensions: x; y=1\r\nSet-Cookie: a=b\r\n\r\n"
    );
}

#[test]
fn hs_37_reserved_fields() {
    for name in [
        "Sec-WebSocket-Accept",
        "sec-websocket-anything",
        "UPGRADE",
        "Connection",
        "content-length",
        "Transfer-Encoding",
    ] {
        let expected = RequestError::ReservedField(name.into());
        assert_eq!(Acceptance::new().header(name, "x"), Err(expected.clone()));
        assert_eq!(
            Rejection::forbidden().header(name, "x"),
            Err(expected.clone())
        );
        let request = ClientRequest::new("ws://a").unwrap();
        assert_eq!(request.header(name, "x"), Err(expected));
    }
}

#[test]
fn hs_38_rejections() {
    let rejection = Rejection::unauthorized()
        .header("WWW-Authenticate", "Basic realm=\"x\"")
        .unwrap()
        .body("Wer da? ä");
    let mut rejected = requested(and(&[])).reject(NOW, &rejection);
    let deadline = NOW.saturating_add(Config::DEFAULT.close_timeout);
    assert_eq!(rejected.poll_timeout(), Some(deadline));
    assert_eq!(
        String::from_utf8(written(rejected.outbox())).unwrap(),
        "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 10\r\n\
         Content-Type: text/plain; charset=utf-8\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\nWer da? ä"
    );
    for status in [0, 100, 101, 200, 299, 600] {
        assert_eq!(Rejection::new(status), Err(RequestError::Status(status)));
    }
}

proptest! {
    #[test]
    fn hs_31_any_bytes_cut_anywhere(
        edits in prop::collection::vec((0_usize..200, any::<u8>()), 0..3),
        cuts in prop::collection::vec(1_usize..60, 0..8),
    ) {
        let mut bytes = [and(&["X: y"]).as_bytes(), b"\x81\x80\0\0\0\0"].concat();
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
        let whole = receive(Config::DEFAULT, [bytes.as_slice()]);
        let cut = receive(Config::DEFAULT, pieces);
        prop_assert_eq!(summary(&whole.0), summary(&cut.0));
        if matches!(whole.0, Outcome::Requested(_)) {
            prop_assert_eq!(whole.1, cut.1);
        }
    }
}
