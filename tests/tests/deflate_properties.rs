//! The properties of compression in connections, over arbitrary input.

use onem2m_ws_core::deflate::{Compressor, Parameters, Part, WindowBits};
use onem2m_ws_tests::fuzz_bodies;
use onem2m_ws_tests::wire::{self, Frame};
use proptest::collection::vec;
use proptest::prelude::*;

/// Messages, mostly compressed as they should be, in frames that are mostly right.
fn stream(is_masked: bool) -> impl Strategy<Value = Vec<u8>> {
    let content = prop_oneof![
        "[a-c]{0,60}".prop_map(String::into_bytes),
        "[a-zé€😀]{0,40}".prop_map(String::into_bytes),
        vec(any::<u8>(), 0..140),
        vec(Just(b'x'), 0..3000),
    ];
    let opcode = prop_oneof![Just(wire::TEXT), Just(wire::BINARY)];
    let damage =
        prop_oneof![8 => Just(None), 1 => any::<(prop::sample::Index, u8)>().prop_map(Some)];
    let cuts = vec(any::<prop::sample::Index>(), 0..3);
    let control =
        prop_oneof![5 => Just(None), 1 => Just(Some(wire::PING)), 1 => Just(Some(wire::PONG))];
    let message = (opcode, content, any::<bool>(), damage, cuts, control);
    (vec(message, 0..8), any::<bool>(), 8u8..=15).prop_map(move |(messages, takeover, bits)| {
        let mut compressor = Compressor::new(Parameters {
            window_bits: WindowBits::new(bits).unwrap_or_default(),
            context_takeover: takeover,
        });
        let mut frames = Vec::new();
        for (opcode, content, is_compressed, damage, cuts, control) in messages {
            let mut payload = content;
            if is_compressed {
                let mut compressed = Vec::new();
                compressor.compress(&payload, Part::Last, &mut compressed);
                payload = compressed;
            }
            let len = payload.len();
            if let Some((index, byte)) = damage
                && let Some(damaged) = payload.get_mut(index.index(len + 1))
            {
                *damaged = byte;
            }
            let mut ends: Vec<usize> = cuts
                .iter()
                .map(|cut| cut.index(payload.len() + 1))
                .collect();
            ends.sort_unstable();
            let mut begin = 0;
            for (part, end) in ends.into_iter().chain([payload.len()]).enumerate() {
                let opcode = if part == 0 {
                    opcode
                } else {
                    wire::CONTINUATION
                };
                let fragment = Frame::new(opcode, payload.get(begin..end).unwrap_or_default());
                let fragment = if part == 0 && is_compressed {
                    fragment.compressed()
                } else {
                    fragment
                };
                frames.push(Frame {
                    is_final: end == payload.len() && part == cuts.len(),
                    ..fragment
                });
                frames.extend(control.map(|opcode| Frame::new(opcode, "?")));
                begin = end;
            }
        }
        wire::stream(
            frames
                .into_iter()
                .map(|frame| if is_masked { frame.masked() } else { frame }),
        )
    })
}

/// A field value that is mostly right.
fn value() -> impl Strategy<Value = String> {
    let parameter = prop_oneof![
        4 => Just("server_no_context_takeover".to_owned()), 4 => Just("client_no_context_takeover".to_owned()),
        4 => (6u8..18).prop_map(|bits| format!("server_max_window_bits={bits}")),
        4 => (6u8..18).prop_map(|bits| format!("client_max_window_bits=\"{bits}\"")),
        4 => Just("client_max_window_bits".to_owned()), 1 => Just("server_max_window_bits".to_owned()),
        1 => "[a-z_]{1,8}(=[0-9a-z\"\\\\]{0,4})?", 1 => Just(String::new()),
    ];
    let name = prop_oneof![9 => Just("permessage-deflate".to_owned()), 1 => "[a-z-]{0,12}"];
    let element = (
        name,
        vec(parameter, 0..4),
        prop_oneof![Just("; "), Just(";"), Just(" ;\t")],
    )
        .prop_map(|(name, parameters, separator)| {
            [vec![name], parameters].concat().join(separator)
        });
    vec(element, 0..4).prop_map(|elements| elements.join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn pd_41_negotiation_follows_the_reference(flags: u8, bits: u8, value in value()) {
        fuzz_bodies::deflate_negotiation(&[&[flags, bits], value.as_bytes()].concat());
    }

    #[test]
    fn pd_46_cuts_of_compressed_messages_do_not_matter(
        choice: u8, bits: u8, spread: u8, server in stream(true), client in stream(false),
    ) {
        let input = if choice & 1 == 0 { server } else { client };
        fuzz_bodies::deflate_split(&[&[choice, bits, spread], &input[..]].concat());
    }

    #[test]
    fn d_08_nothing_is_lost_or_changed_between_two_connections(script in vec(any::<u8>(), 0..400)) {
        fuzz_bodies::deflate_pair(&script);
    }
}
