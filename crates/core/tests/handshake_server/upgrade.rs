//! Requests that an HTTP server has parsed.

use onem2m_ws_core::{
    AcceptErrorReason, Acceptance, Buf, Config, HeadRule, Inbox, Rejection, Seed, ServerHandshake,
    ServerProgress, Timestamp, Upgrade,
};

const FIELDS: [(&str, &[u8]); 6] = [
    ("Host", b"server.example"),
    ("upgrade", b"WebSocket"),
    ("connection", b"keep-alive, Upgrade"),
    ("sec-websocket-key", b"dGhlIHNhbXBsZSBub25jZQ=="),
    ("sec-websocket-version", b"13"),
    ("sec-websocket-protocol", b"oneM2M.json, oneM2M.cbor"),
];

fn upgrade<'f>(
    target: &str,
    fields: impl IntoIterator<Item = (&'f str, &'f [u8])>,
) -> Result<Upgrade, onem2m_ws_core::Violation> {
    Upgrade::new(target, fields, Config::default(), Seed([7; 32]))
}

/// What is read from the wire is answered with the same fields.
#[test]
fn the_answer_is_that_of_the_wire() {
    let acceptance = Acceptance::new()
        .subprotocol(1)
        .header("X-Server", "one")
        .unwrap();
    let upgrade = upgrade("/path?query", FIELDS).unwrap();
    assert_eq!(upgrade.request().path(), "/path");
    assert_eq!(upgrade.request().query(), Some("query"));
    let (fields, mut connection) = upgrade.accept(Timestamp::ZERO, &acceptance).unwrap();
    assert!(connection.outbox().is_empty(), "the 101 is the server's");

    let mut inbox = Inbox::new();
    inbox.extend(b"GET /path?query HTTP/1.1\r\n");
    for (name, value) in FIELDS {
        for part in [name.as_bytes(), b": ", value, b"\r\n"] {
            inbox.extend(part);
        }
    }
    inbox.extend(b"\r\n");
    let handshake = ServerHandshake::new(Config::default(), Seed([7; 32]), Timestamp::ZERO);
    let ServerProgress::Requested(requested) = handshake.receive(Timestamp::ZERO, &mut inbox)
    else {
        panic!("the request is valid")
    };
    let mut connection = requested.accept(Timestamp::ZERO, &acceptance).unwrap();
    let head = String::from_utf8(connection.outbox().chunk().to_vec()).unwrap();
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let expected = format!(
        "HTTP/1.1 101 Switching Protocols\r\n{}\r\n",
        fields.concat()
    );
    assert_eq!(head, expected);
}

#[test]
fn the_rules_are_those_of_the_wire() {
    let without = |left_out: &str| -> Vec<_> {
        let kept = FIELDS.into_iter().filter(|(name, _)| *name != left_out);
        kept.collect()
    };
    let with = |name, value| [&FIELDS[..], &[(name, value)]].concat();
    let cases = [
        ("/", without("Host"), HeadRule::Host, 400),
        ("/", without("upgrade"), HeadRule::Upgrade, 400),
        (
            "/",
            without("sec-websocket-version"),
            HeadRule::Version,
            426,
        ),
        (
            "/",
            with("sec-websocket-version", b"13"),
            HeadRule::VersionTwice,
            400,
        ),
        ("/", with("X", b"a\r\nY: b"), HeadRule::Field, 400),
        ("/", with("X: a", b"b"), HeadRule::Field, 400),
        ("/", with("", b"b"), HeadRule::Field, 400),
        ("/ HTTP/1.1\r\nX: y", FIELDS.to_vec(), HeadRule::Target, 400),
        ("/a b", FIELDS.to_vec(), HeadRule::Target, 400),
        ("relative", FIELDS.to_vec(), HeadRule::Target, 400),
    ];
    for (target, fields, rule, status) in cases {
        let violation = upgrade(target, fields.clone()).unwrap_err();
        assert_eq!(violation.rule(), rule, "{target:?} {fields:?}");
        assert_eq!(Rejection::from(&violation).status(), status, "{violation}");
    }
}

#[test]
fn acceptances_that_do_not_fit() {
    let refused = upgrade("/", FIELDS).unwrap();
    let refused = refused.accept(Timestamp::ZERO, &Acceptance::new().subprotocol(2));
    assert_eq!(
        refused.map(drop),
        Err(AcceptErrorReason::SubprotocolNotOffered)
    );
}

/// What an HTTP server has to know of a refusal.
#[test]
fn rejections_in_parts() {
    let old = FIELDS.map(|(name, value)| match name {
        "sec-websocket-version" => (name, &b"8"[..]),
        _ => (name, value),
    });
    let rejection = Rejection::from(&upgrade("/", old).unwrap_err());
    let headers: Vec<_> = rejection.headers().collect();
    let expected = [("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13")];
    assert_eq!(headers, expected);
    assert!(!rejection.text().is_empty());
    let own = Rejection::forbidden().header("X-Why", "so").unwrap();
    assert_eq!(own.headers().collect::<Vec<_>>(), [("X-Why", "so")]);
}
