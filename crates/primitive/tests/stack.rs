//! How much stack decoding takes, whatever is decoded.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::thread;

use onem2m_primitive::{CodecConfig, Content, DecodeRule, Serialization, Value, decode, encode};

/// What a small thread has.
const STACK: usize = if cfg!(debug_assertions) { 512 } else { 128 } << 10;

fn in_small_thread(run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(run).unwrap();
    thread.join().unwrap();
}

/// A response with so many objects and arrays in turn, itself included, one within the other.
fn nested(depth: usize) -> String {
    let levels = depth - 2;
    let opening: String = (0..levels)
        .map(|level| if level % 2 == 0 { "[" } else { "{\"a\":" })
        .collect();
    let closing: String = (0..levels)
        .rev()
        .map(|level| if level % 2 == 0 { "]" } else { "}" })
        .collect();
    format!(r#"{{"rsc":2000,"rqi":"1","pc":{{"m2m:dbg":{opening}0{closing}}}}}"#)
}

#[test]
fn i_18_the_deepest_primitive_needs_little_stack() {
    in_small_thread(|| {
        let config = CodecConfig::default();
        let text = nested(config.limits.max_depth);
        let primitive = decode(Serialization::Json, text.as_bytes(), &config).unwrap();
        let mut cbor = Vec::new();
        encode(Serialization::Cbor, &primitive, &config, &mut cbor).unwrap();
        for (serialization, bytes) in [
            (Serialization::Json, text.as_bytes()),
            (Serialization::Cbor, &cbor),
        ] {
            let primitive = decode(serialization, bytes, &config).unwrap();
            let content = match &primitive {
                onem2m_primitive::Primitive::Response(response) => response.content.clone(),
                onem2m_primitive::Primitive::Request(_) => None,
            };
            let content = content.unwrap();
            let value = content.value().unwrap();
            assert!(matches!(value, Value::Object(_)));
            assert!(content.read::<serde_json::Value>().is_ok());
            let again = Content::from_value(Serialization::Json, &value, &config).unwrap();
            assert_eq!(again.value().unwrap(), value);
        }
        let text = nested(config.limits.max_depth + 1);
        let error = decode(Serialization::Json, text.as_bytes(), &config).unwrap_err();
        assert_eq!(error.rule, DecodeRule::TooDeep);
    });
}
