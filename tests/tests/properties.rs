//! The properties of the architecture, over arbitrary input.

use onem2m_ws_tests::fuzz_bodies;
use onem2m_ws_tests::wire::{self, Frame};
use proptest::collection::vec;
use proptest::prelude::*;

/// A frame that is mostly right.
fn frame(is_masked: bool) -> impl Strategy<Value = Frame> {
    let opcode = prop_oneof![
        20 => Just(wire::TEXT), 20 => Just(wire::BINARY), 30 => Just(wire::CONTINUATION),
        5 => Just(wire::PING), 5 => Just(wire::PONG), 2 => Just(wire::CLOSE), 1 => 0u8..16,
    ];
    let payload = prop_oneof![
        "[a-zé€😀]{0,40}".prop_map(String::into_bytes),
        vec(any::<u8>(), 0..140),
        Just(Vec::new()),
        vec(Just(b'x'), 0..1200),
    ];
    let rsv = prop_oneof![40 => Just(0), 1 => (0u8..8).prop_map(|rsv| rsv << 4)];
    let is_masked = prop_oneof![40 => Just(is_masked), 1 => any::<bool>()];
    (
        opcode,
        payload,
        rsv,
        any::<bool>(),
        is_masked,
        any::<[u8; 4]>(),
    )
        .prop_map(|(opcode, payload, rsv, is_final, is_masked, key)| {
            let is_control = opcode >= 8;
            let payload = if is_control {
                payload.into_iter().take(126).collect()
            } else {
                payload
            };
            let key = is_masked.then_some(key);
            Frame {
                is_final: is_final || is_control,
                rsv,
                opcode,
                key,
                payload,
                len_form: 0,
            }
        })
}

fn stream(is_masked: bool) -> impl Strategy<Value = Vec<u8>> {
    (
        vec(frame(is_masked), 0..12),
        any::<prop::sample::Index>(),
        any::<bool>(),
    )
        .prop_map(|(frames, end, is_cut)| {
            let mut bytes = wire::stream(frames);
            if is_cut {
                bytes.truncate(end.index(bytes.len() + 1));
            }
            bytes
        })
}

/// A head that is mostly right, and something behind it.
fn head(start: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let field = prop_oneof![
        8 => Just("Host: cse.example.com:9000".to_owned()), 8 => Just("Upgrade: websocket".to_owned()),
        8 => Just("Connection: keep-alive, Upgrade".to_owned()), 8 => Just("Sec-WebSocket-Version: 13".to_owned()),
        8 => Just("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==".to_owned()),
        4 => Just("Sec-WebSocket-Protocol: oneM2M.json, oneM2M.cbor".to_owned()), 2 => "[A-Za-z-]{1,12}: [ -~]{0,30}",
        1 => "[ -~\r\n\t]{0,20}",
    ];
    let start = prop_oneof![9 => Just(start.to_owned()), 1 => "[ -~]{0,30}"];
    (start, vec(field, 0..9), vec(any::<u8>(), 0..20)).prop_map(|(start, fields, behind)| {
        let mut head = start + "\r\n" + &fields.join("\r\n");
        head.push_str(if fields.is_empty() {
            "\r\n"
        } else {
            "\r\n\r\n"
        });
        [head.into_bytes(), behind].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn a_server_agrees_with_the_reference(input in stream(true)) {
        fuzz_bodies::frames_server(&input);
    }

    #[test]
    fn a_client_agrees_with_the_reference(input in stream(false)) {
        fuzz_bodies::frames_client(&input);
    }

    #[test]
    fn p6_cuts_do_not_matter(choice: u8, spread: u8, server in stream(true), client in stream(false)) {
        let input = if choice & 1 == 0 { server } else { client };
        fuzz_bodies::frames_split(&[&[choice, spread], &input[..]].concat());
    }

    #[test]
    fn hs_31_cuts_of_a_handshake_do_not_matter(server in head("GET /mca HTTP/1.1"), client in head("HTTP/1.1 101 x"), proxy in head("HTTP/1.1 200")) {
        fuzz_bodies::handshake_server(&server);
        fuzz_bodies::handshake_client(&client);
        fuzz_bodies::proxy_reply(&proxy);
    }

    #[test]
    fn nothing_is_lost_between_two_connections(script in vec(any::<u8>(), 0..300)) {
        fuzz_bodies::connection_pair(&script);
    }

    #[test]
    fn compressed_messages_are_read_by_all(script in vec(any::<u8>(), 0..300)) {
        fuzz_bodies::deflate_roundtrip(&script);
        fuzz_bodies::deflate_foreign(&script);
    }

    #[test]
    fn pd_46_compressed_messages_get_one_verdict(payload in vec(any::<u8>(), 0..60)) {
        fuzz_bodies::inflate_any(&payload);
        fuzz_bodies::inflate_split(&payload);
    }
}
