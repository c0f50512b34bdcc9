//! Request primitives in JSON.

use core::hint::black_box;

use onem2m_primitive::{Limits, Primitive, Serialization, decode, encode};

use crate::measure::{Contestant, Plan, race};
use crate::peer::Peer;
use crate::table::print_samples;

pub(crate) fn run(_: &[Box<dyn Peer>], plan: Plan) {
    let columns = vec![
        (
            format!("decode {} B", REQUEST.len()),
            race(decoders(), plan),
        ),
        ("encode".to_owned(), race(encoders(), plan)),
    ];
    let rows = [
        "**onem2m-primitive**",
        "serde_json, typed, content as `RawValue`",
        "serde_json, typed, content as `Value`",
        "serde_json, `Value`",
    ];
    print_samples("Request primitive, JSON", &rows, &columns);
}

fn decoders<'a>() -> Vec<Option<Contestant<'a>>> {
    let ours = repeat(|| {
        let primitive = decode(Serialization::Json, black_box(REQUEST), &Limits::default());
        black_box(primitive.expect("a primitive"));
    });
    #[cfg(feature = "peers")]
    return vec![
        Some(ours),
        Some(repeat(|| {
            drop(typed::parse::<&serde_json::value::RawValue>(REQUEST))
        })),
        Some(repeat(|| drop(typed::parse::<serde_json::Value>(REQUEST)))),
        Some(repeat(|| {
            let value = serde_json::from_slice::<serde_json::Value>(black_box(REQUEST));
            black_box(value.expect("JSON"));
        })),
    ];
    #[cfg(not(feature = "peers"))]
    vec![Some(ours)]
}

/// All into a buffer that is used again.
fn encoders<'a>() -> Vec<Option<Contestant<'a>>> {
    let primitive = decode(Serialization::Json, REQUEST, &Limits::default()).expect("a primitive");
    let Primitive::Request(_) = &primitive else {
        panic!("it has `op`");
    };
    let mut out = Vec::new();
    encode(Serialization::Json, &primitive, &mut out).expect("JSON is compiled in");
    assert_eq!(out.len(), REQUEST.len(), "it is written as it came");
    let ours = repeat(move || {
        out.clear();
        encode(Serialization::Json, black_box(&primitive), &mut out).expect("JSON is compiled in");
        black_box(&out);
    });
    #[cfg(feature = "peers")]
    return vec![
        Some(ours),
        Some(encoder(typed::parse::<&serde_json::value::RawValue>(
            REQUEST,
        ))),
        Some(encoder(typed::parse::<serde_json::Value>(REQUEST))),
        Some(encoder(
            serde_json::from_slice::<serde_json::Value>(REQUEST).expect("JSON"),
        )),
    ];
    #[cfg(not(feature = "peers"))]
    vec![Some(ours)]
}

#[cfg(feature = "peers")]
fn encoder<'a>(value: impl serde::Serialize + 'a) -> Contestant<'a> {
    let mut out = Vec::new();
    repeat(move || {
        out.clear();
        serde_json::to_writer(&mut out, black_box(&value)).expect("it can be written");
        black_box(&out);
    })
}

fn repeat<'a>(mut run: impl FnMut() + 'a) -> Contestant<'a> {
    Box::new(move |count| (0..count).for_each(|_| run()))
}

#[cfg(feature = "peers")]
mod typed {
    use core::hint::black_box;
    use std::borrow::Cow;

    use serde::{Deserialize, Serialize};

    /// The parameters of this request.
    #[derive(Deserialize, Serialize)]
    pub(super) struct Request<'a, C> {
        op: u8,
        #[serde(borrow)]
        to: Cow<'a, str>,
        fr: Option<Cow<'a, str>>,
        rqi: Cow<'a, str>,
        rvi: Option<Cow<'a, str>>,
        ty: Option<u32>,
        rcn: Option<u8>,
        pc: Option<C>,
    }

    pub(super) fn parse<'a, C: Deserialize<'a>>(bytes: &'a [u8]) -> Request<'a, C> {
        black_box(serde_json::from_slice(black_box(bytes)).expect("a primitive"))
    }
}

/// An AE creates a content instance.
const REQUEST: &[u8] = br#"{"op":1,"to":"cse-in/CAE-thermometer/temperature","fr":"CAE-thermometer","rqi":"r-4711-0815","ty":4,"pc":{"m2m:cin":{"cnf":"application/json:0","con":"{\"celsius\":21.5,\"humidity\":0.47}","lbl":["greenhouse"]}},"rcn":0,"rvi":"3"}"#;
