//! The negotiation of permessage-deflate (RFC 7692 §5, §7.1), by the rows PD and D of the project's table.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

use onem2m_ws_core::deflate::{Parameters, WindowBits};
use onem2m_ws_core::{
    Acceptance, AgreedDeflate, Buf, ClientHandshake, ClientProgress, ClientRequest, Config,
    Connection, HandshakeError, HeadRule, Inbox, Outbox, PermessageDeflate, Role, Seed,
    ServerHandshake, ServerProgress, Timestamp, Upgrade, accept_key,
};

const NOW: Timestamp = Timestamp::ZERO;

fn bits(bits: u8) -> WindowBits {
    WindowBits::new(bits).unwrap()
}

/// As wide open as can be.
fn open() -> PermessageDeflate {
    PermessageDeflate {
        server_max_window_bits: bits(15),
        client_max_window_bits: bits(15),
        ..PermessageDeflate::DEFAULT
    }
}

fn config(policy: impl Into<Option<PermessageDeflate>>) -> Config {
    Config {
        permessage_deflate: policy.into(),
        ..Config::DEFAULT
    }
}

fn written(outbox: &mut Outbox) -> String {
    let mut bytes = Vec::new();
    while outbox.has_remaining() {
        let count = outbox.chunk().len();
        bytes.extend_from_slice(outbox.chunk());
        outbox.advance(count);
    }
    String::from_utf8(bytes).unwrap()
}

/// The values of `Sec-WebSocket-Extensions` in a head.
fn extensions(head: &str) -> Vec<&str> {
    let lines = head.split("\r\n");
    lines
        .filter_map(|line| line.strip_prefix("Sec-WebSocket-Extensions: "))
        .collect()
}

/// A direction as it is written below: the bits, and `+` with context takeover.
fn direction(text: &str) -> Parameters {
    Parameters {
        window_bits: bits(text.trim_end_matches('+').parse().unwrap()),
        context_takeover: text.ends_with('+'),
    }
}

fn agreed(outgoing: &str, incoming: &str) -> AgreedDeflate {
    AgreedDeflate {
        outgoing: direction(outgoing),
        incoming: direction(incoming),
    }
}

fn start(config: Config) -> (ClientHandshake, String) {
    let request = ClientRequest::new("ws://server.example/").unwrap();
    let mut client = ClientHandshake::new(&request, config, Seed([1; 32]), NOW);
    let head = written(client.outbox());
    (client, head)
}

/// What a client makes of an answer with these fields.
fn answered(config: Config, fields: &[&str]) -> Result<Connection, HandshakeError> {
    let (client, head) = start(config);
    let key = head.split("Sec-WebSocket-Key: ").nth(1).unwrap();
    let accept = accept_key(key.split("\r\n").next().unwrap());
    let mut reply = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\n"
    );
    for field in fields {
        reply += &format!("Sec-WebSocket-Extensions: {field}\r\n");
    }
    let mut inbox = Inbox::new();
    inbox.extend(format!("{reply}\r\n").as_bytes());
    match client.receive(NOW, &mut inbox)? {
        ClientProgress::Open(connection, _) => Ok(connection),
        ClientProgress::NeedsInput(_) => panic!("an answer that is whole"),
    }
}

#[track_caller]
fn check_agrees(policy: PermessageDeflate, answer: &str, outgoing: &str, incoming: &str) {
    let connection = answered(config(policy), &[answer]).unwrap();
    assert_eq!(
        connection.agreed_deflate(),
        Some(agreed(outgoing, incoming)),
        "{answer}"
    );
}

#[track_caller]
fn check_fails(policy: PermessageDeflate, answers: &[&str]) {
    match answered(config(policy), answers) {
        Err(HandshakeError::Violation(violation)) => {
            assert_eq!(violation.rule(), HeadRule::ExtensionChoice, "{answers:?}");
        }
        other => panic!("{answers:?}: {other:?}"),
    }
}

/// What a server answers to offers in these fields, and what it goes on with.
fn offered(config: Config, fields: &[&str]) -> Option<(String, AgreedDeflate)> {
    let mut request = String::from(
        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n",
    );
    for field in fields {
        request += &format!("Sec-WebSocket-Extensions: {field}\r\n");
    }
    let mut inbox = Inbox::new();
    inbox.extend(format!("{request}\r\n").as_bytes());
    let server = ServerHandshake::new(config, Seed([2; 32]), NOW);
    let ServerProgress::Requested(requested) = server.receive(NOW, &mut inbox) else {
        panic!("{fields:?}: refused");
    };
    let mut connection = requested.accept(NOW, &Acceptance::new()).unwrap();
    let head = written(connection.outbox());
    let answer = match extensions(&head).as_slice() {
        [] => None,
        [answer] => Some((*answer).to_owned()),
        several => panic!("{several:?}"),
    };
    assert_eq!(answer.is_some(), connection.agreed_deflate().is_some());
    answer.zip(connection.agreed_deflate())
}

/// Offers, and the answer with what the server then sends and receives with.
#[track_caller]
fn check_answers(
    policy: PermessageDeflate,
    offers: &str,
    answer: &str,
    outgoing: &str,
    incoming: &str,
) {
    let expected = Some((answer.to_owned(), agreed(outgoing, incoming)));
    assert_eq!(offered(config(policy), &[offers]), expected, "{offers}");
}

#[test]
fn d_05_nothing_is_compressed_unless_it_is_asked_for() {
    assert_eq!(Config::default().permessage_deflate, None);
    let (_, head) = start(Config::DEFAULT);
    assert_eq!(extensions(&head), [""; 0]);
    let all = "permessage-deflate; client_max_window_bits; server_max_window_bits=12";
    assert_eq!(offered(Config::DEFAULT, &[all]), None);
    let failed = answered(Config::DEFAULT, &["permessage-deflate"]);
    assert!(matches!(failed, Err(HandshakeError::Violation(_))));
}

#[test]
fn what_is_offered() {
    let policies = [
        (
            PermessageDeflate::DEFAULT,
            "permessage-deflate; server_max_window_bits=12; client_max_window_bits",
        ),
        (open(), "permessage-deflate; client_max_window_bits"),
        (
            PermessageDeflate {
                server_no_context_takeover: true,
                client_no_context_takeover: true,
                // Some servers fail at 8.
                server_max_window_bits: bits(8),
                ..PermessageDeflate::DEFAULT
            },
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover; \
             server_max_window_bits=9; client_max_window_bits",
        ),
    ];
    for (policy, offer) in policies {
        let (_, head) = start(config(policy));
        assert_eq!(extensions(&head), [offer]);
    }
}

#[test]
fn pd_01_pd_27_an_offer_can_lack_parameters_or_values() {
    check_answers(
        open(),
        "permessage-deflate",
        "permessage-deflate",
        "15+",
        "15+",
    );
    check_answers(
        open(),
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate",
        "15+",
        "15+",
    );
    check_answers(
        PermessageDeflate::DEFAULT,
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; server_max_window_bits=12; client_max_window_bits=12",
        "12+",
        "12+",
    );
}

#[test]
fn pd_02_a_limit_in_an_answer_has_a_value() {
    check_fails(open(), &["permessage-deflate; client_max_window_bits"]);
    check_fails(open(), &["permessage-deflate; server_max_window_bits"]);
}

#[test]
fn pd_03_this_client_always_offers_to_be_limited() {
    // So an answer with a limit that was not offered cannot come; without any offer nothing of it may.
    check_agrees(
        open(),
        "permessage-deflate; client_max_window_bits=10",
        "10+",
        "15+",
    );
    let answer = "permessage-deflate; client_max_window_bits=10";
    assert!(answered(Config::DEFAULT, &[answer]).is_err());
}

/// Values that are none (§7.1.2), beside those that are.
#[test]
fn d_02_pd_04_pd_06_values_of_windows() {
    let malformed = [
        "07", "08", "09", "015", "+9", "-9", "9.0", "0x9", "1e1", "a", "8_",
    ];
    for value in (0..1000)
        .map(|value| value.to_string())
        .chain(malformed.map(String::from))
    {
        let is_valid = matches!(
            value.as_str(),
            "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15"
        );
        for name in ["server_max_window_bits", "client_max_window_bits"] {
            for value in [value.clone(), format!("\"{value}\"")] {
                let text = format!("permessage-deflate; {name}={value}");
                assert_eq!(
                    answered(config(open()), &[&text]).is_ok(),
                    is_valid,
                    "{text}"
                );
                assert_eq!(
                    offered(config(open()), &[&text]).is_some(),
                    is_valid,
                    "{text}"
                );
            }
        }
    }
    let offer = "permessage-deflate; server_max_window_bits";
    assert_eq!(offered(config(open()), &[offer]), None);
}

#[test]
fn pd_05_pd_22_pd_26_a_server_keeps_to_the_limit_of_the_offer() {
    let ten = PermessageDeflate {
        server_max_window_bits: bits(10),
        client_max_window_bits: bits(10),
        ..PermessageDeflate::DEFAULT
    };
    for value in 8..=10 {
        let answer = format!("permessage-deflate; server_max_window_bits={value}");
        check_agrees(ten, &answer, "10+", &format!("{value}+"));
    }
    check_fails(ten, &["permessage-deflate; server_max_window_bits=11"]);
    check_fails(ten, &["permessage-deflate; server_max_window_bits=15"]);
    check_fails(ten, &["permessage-deflate"]);
    // The client's own limit is no part of the offer, so the server may name any, and the client keeps to both.
    for (value, used) in [(15, 10), (10, 10), (9, 9), (8, 8)] {
        let answer = format!(
            "permessage-deflate; server_max_window_bits=10; client_max_window_bits={value}"
        );
        check_agrees(ten, &answer, &format!("{used}+"), "10+");
    }
    // As a server, never more than was offered.
    for (offer, answer, incoming) in [
        ("client_max_window_bits=9", "client_max_window_bits=9", "9+"),
        (
            "client_max_window_bits=10",
            "client_max_window_bits=10",
            "10+",
        ),
        (
            "client_max_window_bits=15",
            "client_max_window_bits=10",
            "10+",
        ),
        ("client_max_window_bits", "client_max_window_bits=10", "10+"),
    ] {
        check_answers(
            ten,
            &format!("permessage-deflate; server_max_window_bits=9; {offer}"),
            &format!("permessage-deflate; server_max_window_bits=9; {answer}"),
            "9+",
            incoming,
        );
    }
}

#[test]
fn pd_07_pd_34_parameters_are_known_and_there_once() {
    for parameters in [
        "unknown",
        "server_no_context_takeover; server_no_context_takeover",
        "client_no_context_takeover; client_no_context_takeover",
        "server_max_window_bits=9; server_max_window_bits=9",
        "client_max_window_bits=9; client_max_window_bits=10",
        "server_no_context_takeover=1",
        "client_no_context_takeover=true",
        "Server_No_Context_Takeover",
        "SERVER_MAX_WINDOW_BITS=10",
        "server_max_window_bits=10; x",
        "mem_level=8",
    ] {
        let text = format!("permessage-deflate; {parameters}");
        assert_eq!(offered(config(open()), &[&text]), None, "{text}");
        check_fails(open(), &[&text]);
    }
    for name in [
        "Permessage-Deflate",
        "permessage-deflate2",
        "permessage-bzip2",
    ] {
        assert_eq!(offered(config(open()), &[name]), None, "{name}");
        check_fails(open(), &[name]);
    }
}

#[test]
fn pd_08_pd_32_the_first_acceptable_offer_wins() {
    let cases: [(&[&str], &str); 5] = [
        (
            &["permessage-deflate; server_max_window_bits=16, permessage-deflate"],
            "permessage-deflate",
        ),
        (
            &[
                "permessage-deflate; x",
                "foreign; permessage-deflate",
                "permessage-deflate; server_max_window_bits=9",
            ],
            "permessage-deflate; server_max_window_bits=9",
        ),
        (
            &["permessage-deflate; server_max_window_bits=9, permessage-deflate"],
            "permessage-deflate; server_max_window_bits=9",
        ),
        (
            &[
                "permessage-deflate",
                "permessage-deflate; server_max_window_bits=9",
            ],
            "permessage-deflate",
        ),
        (
            &[
                "foreign, permessage-deflate; client_no_context_takeover",
                "permessage-deflate",
            ],
            "permessage-deflate; client_no_context_takeover",
        ),
    ];
    for (fields, answer) in cases {
        let found = offered(config(open()), fields).map(|(answer, _)| answer);
        assert_eq!(found.as_deref(), Some(answer), "{fields:?}");
    }
}

#[test]
fn pd_09_pd_29_pd_30_a_window_of_8_bits_is_kept_to() {
    check_answers(
        open(),
        "permessage-deflate; server_max_window_bits=8; client_max_window_bits=8",
        "permessage-deflate; server_max_window_bits=8; client_max_window_bits=8",
        "8+",
        "8+",
    );
    check_agrees(
        open(),
        "permessage-deflate; client_max_window_bits=8",
        "8+",
        "15+",
    );
}

#[test]
fn pd_21_a_demand_has_to_be_met() {
    let policy = PermessageDeflate {
        server_no_context_takeover: true,
        ..open()
    };
    check_fails(policy, &["permessage-deflate"]);
    check_fails(policy, &["permessage-deflate; client_no_context_takeover"]);
    check_agrees(
        policy,
        "permessage-deflate; server_no_context_takeover",
        "15+",
        "15",
    );
}

#[test]
fn pd_23_pd_24_a_server_may_limit_itself_and_the_client_unasked() {
    check_agrees(
        open(),
        "permessage-deflate; server_no_context_takeover; server_max_window_bits=12",
        "15+",
        "12",
    );
    check_agrees(
        open(),
        "permessage-deflate; client_no_context_takeover",
        "15",
        "15+",
    );
}

#[test]
fn pd_25_an_offer_is_a_promise() {
    let policy = PermessageDeflate {
        client_no_context_takeover: true,
        ..open()
    };
    check_agrees(policy, "permessage-deflate", "15", "15+");
    check_agrees(
        policy,
        "permessage-deflate; client_no_context_takeover",
        "15",
        "15+",
    );
}

#[test]
fn pd_28_a_client_that_cannot_be_limited_is_met_with_15() {
    check_answers(
        PermessageDeflate::DEFAULT,
        "permessage-deflate",
        "permessage-deflate; server_max_window_bits=12",
        "12+",
        "15+",
    );
}

#[test]
fn pd_33_an_answer_names_it_once_and_nothing_else_like_it() {
    for answers in [
        &["permessage-deflate, permessage-deflate"][..],
        &["permessage-deflate", "permessage-deflate"],
        &["permessage-deflate, x-webkit-deflate-frame"],
        &["x-webkit-deflate-frame"],
    ] {
        check_fails(open(), answers);
    }
}

#[test]
fn pd_35_separators_within_quotes_make_no_offer() {
    for field in [
        "x; y=\"permessage-deflate, permessage-deflate\"",
        "x; y=\"a;permessage-deflate\"",
        "x; y=\", permessage-deflate\"",
    ] {
        // A quoted value has to be a token as well (RFC 6455 §9.1), so there is nothing to answer.
        let mut inbox = Inbox::new();
        inbox.extend(
            format!(
                "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                 Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
                 Sec-WebSocket-Extensions: {field}\r\n\r\n"
            )
            .as_bytes(),
        );
        let server = ServerHandshake::new(config(open()), Seed([2; 32]), NOW);
        match server.receive(NOW, &mut inbox) {
            ServerProgress::Rejected(_, HandshakeError::Violation(violation)) => {
                assert_eq!(violation.rule(), HeadRule::ExtensionSyntax, "{field}");
            }
            other => panic!("{field}: {other:?}"),
        }
    }
}

#[test]
fn pd_36_blanks_mean_nothing() {
    check_answers(
        open(),
        " permessage-deflate\t;  server_max_window_bits \t=  10 ; client_no_context_takeover ",
        "permessage-deflate; client_no_context_takeover; server_max_window_bits=10",
        "10+",
        "15",
    );
}

#[test]
fn pd_40_an_answer_without_it_is_an_answer() {
    let connection = answered(config(open()), &[]).unwrap();
    assert_eq!(connection.agreed_deflate(), None);
    assert_eq!(connection.deflate_counters(), None);
}

/// Every policy of a small world.
fn policies(steps: &[u8]) -> Vec<PermessageDeflate> {
    let mut policies = Vec::new();
    for &server_bits in steps {
        for &client_bits in steps {
            for flags in 0..4 {
                policies.push(PermessageDeflate {
                    server_no_context_takeover: flags & 1 != 0,
                    client_no_context_takeover: flags & 2 != 0,
                    server_max_window_bits: bits(server_bits),
                    client_max_window_bits: bits(client_bits),
                    min_len: None,
                });
            }
        }
    }
    policies
}

/// §7.1 in the words of the answer: what both sides know from it.
fn limits(answer: &str) -> (u8, bool, u8, bool) {
    let value = |name: &str| {
        let mut parameters = answer.split("; ");
        let value = parameters.find_map(|parameter| parameter.strip_prefix(name));
        value.map_or(15, |value| value.parse().unwrap())
    };
    (
        value("server_max_window_bits="),
        !answer.contains("server_no_context_takeover"),
        value("client_max_window_bits="),
        !answer.contains("client_no_context_takeover"),
    )
}

#[test]
fn pd_38_pd_41_each_client_and_each_server_understand_each_other() {
    let policies = policies(&[8, 9, 12, 15]);
    for client in &policies {
        let (_, head) = start(config(*client));
        let offer = extensions(&head).join(", ");
        for server in &policies {
            let (answer, of_server) = offered(config(*server), &[&offer]).unwrap();
            let connection = answered(config(*client), &[&answer]).unwrap();
            let of_client = connection.agreed_deflate().unwrap();
            let (server_bits, server_takeover, client_bits, client_takeover) = limits(&answer);
            let case = format!("{client:?}, {server:?}: {offer}: {answer}");
            // What is said binds both; a sender may do with less, a receiver has to be prepared for it all.
            assert_eq!(of_client.incoming.window_bits.get(), server_bits, "{case}");
            assert_eq!(of_server.incoming.window_bits.get(), client_bits, "{case}");
            assert_eq!(
                of_client.incoming.context_takeover, server_takeover,
                "{case}"
            );
            assert_eq!(
                of_server.incoming.context_takeover, client_takeover,
                "{case}"
            );
            for (sender, receiver) in [
                (of_server.outgoing, of_client.incoming),
                (of_client.outgoing, of_server.incoming),
            ] {
                assert!(sender.window_bits <= receiver.window_bits, "{case}");
                assert_eq!(sender.context_takeover, receiver.context_takeover, "{case}");
            }
            // And each has its wish.
            let nine = bits(9);
            assert!(of_client.incoming.window_bits <= client.server_max_window_bits.max(nine));
            assert!(of_client.outgoing.window_bits <= client.client_max_window_bits);
            assert!(of_server.outgoing.window_bits <= server.server_max_window_bits);
            assert!(of_server.incoming.window_bits <= server.client_max_window_bits);
            let wishes = [client, server];
            let wants = |flag: fn(&PermessageDeflate) -> bool| wishes.iter().any(|one| flag(one));
            assert_eq!(
                !server_takeover,
                wants(|one| one.server_no_context_takeover),
                "{case}"
            );
            assert_eq!(
                !client_takeover,
                wants(|one| one.client_no_context_takeover),
                "{case}"
            );
        }
    }
}

/// Every offer that can be made, to every policy.
#[test]
fn pd_41_every_offer_has_an_answer_that_fits_it() {
    let bits_of = |name: &str| {
        let values = (8..=15).map(|value| Some(format!("; {name}={value}")));
        [None].into_iter().chain(values).collect::<Vec<_>>()
    };
    let mut client_bits = bits_of("client_max_window_bits");
    client_bits.push(Some("; client_max_window_bits".into()));
    for policy in policies(&[8, 11, 15]) {
        for server_bits in &bits_of("server_max_window_bits") {
            for client_bits in &client_bits {
                for flags in [
                    "",
                    "; server_no_context_takeover",
                    "; client_no_context_takeover",
                ] {
                    let parts =
                        [server_bits, client_bits].map(|part| part.as_deref().unwrap_or(""));
                    let offer = format!("permessage-deflate{}{}{flags}", parts[0], parts[1]);
                    let (answer, agreed) = offered(config(policy), &[&offer]).unwrap();
                    let (server, server_takeover, client, client_takeover) = limits(&answer);
                    let (most_server, _, most_client, _) =
                        limits(&offer.replace("client_max_window_bits;", ""));
                    assert!(server <= most_server, "{offer}: {answer}");
                    assert!(client <= most_client, "{offer}: {answer}");
                    let is_limited = client_bits.is_some();
                    assert!(
                        is_limited || !answer.contains("client_max_window_bits"),
                        "{offer}: {answer}"
                    );
                    assert!(server_bits.is_none() || answer.contains("server_max_window_bits="));
                    let demands_none = flags.contains("server_no");
                    assert!(!(demands_none && server_takeover), "{offer}: {answer}");
                    assert_eq!(
                        agreed.outgoing.window_bits.get(),
                        server,
                        "{offer}: {answer}"
                    );
                    assert_eq!(
                        agreed.incoming.window_bits.get(),
                        client,
                        "{offer}: {answer}"
                    );
                    assert_eq!(agreed.outgoing.context_takeover, server_takeover);
                    assert_eq!(agreed.incoming.context_takeover, client_takeover);
                }
            }
        }
    }
}

#[test]
fn an_upgrade_agrees_too() {
    let fields = [
        ("host", &b"server.example"[..]),
        ("upgrade", b"websocket"),
        ("connection", b"Upgrade"),
        ("sec-websocket-key", b"dGhlIHNhbXBsZSBub25jZQ=="),
        ("sec-websocket-version", b"13"),
        (
            "sec-websocket-extensions",
            b"permessage-deflate; client_max_window_bits",
        ),
    ];
    let config = config(PermessageDeflate::DEFAULT);
    let upgrade = Upgrade::new("/chat", fields, config, Seed([7; 32])).unwrap();
    let (fields, connection) = upgrade.accept(NOW, &Acceptance::new()).unwrap();
    let answer = "permessage-deflate; server_max_window_bits=12; client_max_window_bits=12";
    assert!(fields.contains(&("Sec-WebSocket-Extensions".into(), answer.into())));
    assert_eq!(connection.agreed_deflate(), Some(agreed("12+", "12+")));
}

#[test]
fn a_connection_is_given_what_was_agreed_elsewhere() {
    let agreed = agreed("9", "15+");
    let connection =
        Connection::with_deflate(Role::Server, Config::DEFAULT, agreed, Seed([7; 32]), NOW);
    assert_eq!(connection.agreed_deflate(), Some(agreed));
}
