//! The opening handshake, from first byte to an open connection that is dropped.

use super::names;
use crate::measure::{Contestant, Plan, race};
use crate::peer::Peer;
use crate::table::print_samples;
use crate::wire::{Ledger, Memory};

pub(crate) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    let mut rows = names(peers);
    let request = Memory::once(REQUEST.as_bytes().into());
    let serving = |peer: &dyn Peer| {
        peer.server_handshake()
            .map(|serve| contestant(serve, request.clone(), peer.name(), ANSWER))
    };
    let samples = race(peers.iter().map(AsRef::as_ref).map(serving).collect(), plan);
    print_samples(
        "Opening handshake, server",
        &rows,
        &[("a browser's request".to_owned(), samples)],
    );

    let connecting = |peer: &dyn Peer| {
        let connect = peer.client_handshake()?;
        Some(contestant(
            connect,
            Memory::server(),
            peer.name(),
            "Sec-WebSocket-Key: ",
        ))
    };
    let mut contestants: Vec<_> = peers.iter().map(AsRef::as_ref).map(connecting).collect();
    // What the answer costs, which is in all figures.
    let mut server = Memory::server();
    contestants.push(Some(Box::new(move |count| {
        for _ in 0..count {
            server.take(REQUEST.as_bytes());
            server.fill(&mut [0; 256]);
        }
    })));
    rows.push("(the answering server alone)");
    let samples = race(contestants, plan);
    print_samples(
        "Opening handshake, client",
        &rows,
        &[("with the answer".to_owned(), samples)],
    );
}

fn contestant<'a>(
    handshake: fn(Memory),
    stream: Memory,
    who: &str,
    expected: &str,
) -> Contestant<'a> {
    let written = Ledger::capture(|| handshake(stream.clone()));
    let written = String::from_utf8_lossy(&written).to_ascii_lowercase();
    assert!(
        written.contains(&expected.to_ascii_lowercase()),
        "{who} wrote {written}"
    );
    Box::new(move |count| {
        let before = Ledger::writes();
        for _ in 0..count {
            handshake(stream.clone());
        }
        assert!(
            Ledger::writes() - before >= count,
            "each handshake writes something"
        );
    })
}

/// As a browser sends it: fourteen fields.
const REQUEST: &str = "GET /chat?room=17 HTTP/1.1\r\n\
    Host: cse.example:8080\r\n\
    Connection: Upgrade\r\n\
    Pragma: no-cache\r\n\
    Cache-Control: no-cache\r\n\
    User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\n\
    Upgrade: websocket\r\n\
    Origin: https://cse.example\r\n\
    Sec-WebSocket-Version: 13\r\n\
    Accept-Encoding: gzip, deflate, br, zstd\r\n\
    Accept-Language: en-GB,en;q=0.9,de;q=0.8\r\n\
    Cookie: session=0123456789abcdef0123456789abcdef; theme=dark\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
    Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\
    DNT: 1\r\n\r\n";
/// What its key demands (the example of RFC 6455 §1.3).
const ANSWER: &str = "sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";
