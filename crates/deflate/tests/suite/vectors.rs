//! The examples of RFC 7692 §7.2.3, and what is decided about messages at its edges.

use onem2m_ws_deflate::{
    DecompressError, Decompressor, Fault, Parameters, Part, Progress, WindowBits,
};

/// One message, all at once.
fn decompress(decompressor: &mut Decompressor, mut message: &[u8]) -> Result<String, Fault> {
    let mut output = Vec::new();
    match decompressor.decompress(&mut message, Part::Last, &mut output, 1 << 16) {
        Ok(progress) => {
            assert_eq!(progress, Progress::Complete);
            assert!(message.is_empty(), "input that was not taken");
            Ok(String::from_utf8(output).unwrap())
        }
        Err(DecompressError { fault, .. }) => Err(fault),
    }
}

const HELLO: &[u8] = &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
const HELLO_AGAIN: &[u8] = &[0xf2, 0x00, 0x11, 0x00, 0x00];

#[test]
fn examples_of_rfc_7692() {
    let examples: &[(&str, &[u8], Result<&str, Fault>)] = &[
        ("§7.2.3.1", HELLO, Ok("Hello")),
        (
            "§7.2.3.2, without the message before",
            HELLO_AGAIN,
            Err(Fault::Distance),
        ),
        (
            "§7.2.3.3: stored",
            &[
                0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00,
            ],
            Ok("Hello"),
        ),
        (
            "§7.2.3.4: BFINAL",
            &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00],
            Ok("Hello"),
        ),
        (
            "§7.2.3.5: two blocks",
            &[
                0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00,
            ],
            Ok("Hello"),
        ),
        ("§7.2.3.6: empty", &[0x00], Ok("")),
    ];
    for (name, message, expected) in examples {
        let mut decompressor = Decompressor::new(Parameters::default());
        let result = decompress(&mut decompressor, message);
        assert_eq!(result.as_deref(), expected.as_deref(), "{name}");
    }
}

#[test]
fn context_is_taken_over_as_agreed() {
    for context_takeover in [true, false] {
        let mut decompressor = Decompressor::new(Parameters {
            context_takeover,
            ..Parameters::default()
        });
        assert_eq!(decompress(&mut decompressor, HELLO).as_deref(), Ok("Hello"));
        let expected = if context_takeover {
            Ok("Hello")
        } else {
            Err(&Fault::Distance)
        };
        assert_eq!(
            decompress(&mut decompressor, HELLO_AGAIN).as_deref(),
            expected
        );
    }
}

#[test]
fn window_bits_are_8_to_15() {
    for bits in 0..=255 {
        let Some(window) = WindowBits::new(bits) else {
            assert!(!(8..=15).contains(&bits), "{bits}");
            continue;
        };
        assert!((8..=15).contains(&bits), "{bits}");
        assert_eq!((window.get(), window.size()), (bits, 1 << bits));
        assert_eq!(window.to_string(), bits.to_string());
        assert_eq!(format!("{window:?}"), format!("WindowBits({bits})"));
    }
}
