//! Request primitives in each serialization.

mod hostile;
mod large;
#[cfg(feature = "peers")]
mod typed;

use core::hint::black_box;

use onem2m_primitive::{CodecConfig, Primitive, Serialization, decode, encode};

pub(crate) use hostile::run as run_hostile;

use crate::measure::{Contestant, Plan, race};
use crate::peer::Peer;
use crate::table::print_samples;

pub(crate) fn run(_: &[Box<dyn Peer>], plan: Plan) {
    for serialization in [Serialization::Json, Serialization::Cbor, Serialization::Xml] {
        compare(serialization, plan);
    }
    forward(plan);
    transcode(plan);
    large::run(plan);
}

/// Reading and writing one primitive, content left as it is and otherwise.
fn compare(serialization: Serialization, plan: Plan) {
    let bytes = written(serialization, &request());
    let mut names = vec!["**onem2m-primitive**"];
    let mut decoders = vec![Some(decoder(serialization, &bytes))];
    let mut encoders = vec![Some(encoder(serialization, &bytes))];
    #[cfg(feature = "peers")]
    for peer in typed::peers(serialization, &bytes) {
        names.push(peer.name);
        decoders.push(Some(peer.decode));
        encoders.push(Some(peer.encode));
    }
    names.push("**onem2m-primitive**, content as `Value`");
    decoders.push(Some(decoder_of_all(serialization, &bytes)));
    encoders.push(None);
    let columns = vec![
        (format!("decode {} B", bytes.len()), race(decoders, plan)),
        ("encode".to_owned(), race(encoders, plan)),
    ];
    print_samples(
        &format!("Request primitive, {serialization:?}"),
        &names,
        &columns,
    );
}

/// What a CSE in transit does: it looks at the parameters, and passes the content on.
fn forward(plan: Plan) {
    let mut names = Vec::new();
    let mut contestants = Vec::new();
    for serialization in [Serialization::Json, Serialization::Cbor, Serialization::Xml] {
        let bytes = written(serialization, &large_request());
        names.push(format!("{serialization:?}, {} B", bytes.len()));
        let mut out = Vec::with_capacity(bytes.len());
        contestants.push(Some(repeat(move || {
            let primitive = decode(serialization, black_box(&bytes), &CodecConfig::default());
            out.clear();
            let primitive = primitive.expect("a primitive");
            encode(serialization, &primitive, &CodecConfig::default(), &mut out)
                .expect("it can be written");
            black_box(&out);
        })));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = vec![("decode and encode".to_owned(), race(contestants, plan))];
    print_samples(
        "Forwarding a primitive with 64 KiB of content",
        &names,
        &columns,
    );
}

fn transcode(plan: Plan) {
    let mut names = Vec::new();
    let mut contestants = Vec::new();
    let all = [Serialization::Json, Serialization::Cbor, Serialization::Xml];
    for (from, to) in all.iter().flat_map(|from| all.map(|to| (*from, to))) {
        if from == to {
            continue;
        }
        names.push(format!("{from:?} to {to:?}"));
        let bytes = written(from, &request());
        let mut out = Vec::with_capacity(4 * bytes.len());
        contestants.push(Some(repeat(move || {
            let primitive = decode(from, black_box(&bytes), &CodecConfig::default());
            out.clear();
            let primitive = primitive.expect("a primitive");
            encode(to, &primitive, &CodecConfig::default(), &mut out).expect("it can be written");
            black_box(&out);
        })));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = vec![("decode and encode".to_owned(), race(contestants, plan))];
    print_samples("From one serialization to another", &names, &columns);
}

fn decoder(serialization: Serialization, bytes: &[u8]) -> Contestant<'static> {
    let bytes = bytes.to_vec();
    repeat(move || {
        let primitive = decode(serialization, black_box(&bytes), &CodecConfig::default());
        black_box(primitive.expect("a primitive"));
    })
}

fn decoder_of_all(serialization: Serialization, bytes: &[u8]) -> Contestant<'static> {
    let bytes = bytes.to_vec();
    repeat(move || {
        let primitive = decode(serialization, black_box(&bytes), &CodecConfig::default());
        let primitive = primitive.expect("a primitive");
        let content = content(&primitive);
        black_box(content.value().expect("content"));
    })
}

/// Into a buffer that is used again.
fn encoder(serialization: Serialization, bytes: &[u8]) -> Contestant<'static> {
    let primitive = decode(serialization, bytes, &CodecConfig::default());
    let primitive = primitive.expect("a primitive").into_owned();
    let mut out = written(serialization, &primitive);
    assert_eq!(out, bytes, "it is written as it came");
    repeat(move || {
        out.clear();
        let primitive = black_box(&primitive);
        encode(serialization, primitive, &CodecConfig::default(), &mut out)
            .expect("it can be written");
        black_box(&out);
    })
}

fn content<'p>(primitive: &'p Primitive<'_>) -> &'p onem2m_primitive::Content<'p> {
    let content = match primitive {
        Primitive::Request(request) => &request.content,
        Primitive::Response(response) => &response.content,
    };
    content.as_ref().expect("content")
}

fn written(serialization: Serialization, primitive: &Primitive<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    encode(serialization, primitive, &CodecConfig::default(), &mut out).expect("it can be written");
    out
}

fn repeat<'a>(mut run: impl FnMut() + 'a) -> Contestant<'a> {
    Box::new(move |count| (0..count).for_each(|_| run()))
}

/// An AE creates a content instance.
fn request() -> Primitive<'static> {
    parsed(
        r#"{"op":1,"to":"cse-in/CAE-thermometer/temperature","fr":"CAE-thermometer","rqi":"r-4711-0815","ty":4,"pc":{"m2m:cin":{"cnf":"application/json:0","con":"{\"celsius\":21.5,\"humidity\":0.47}","lbl":["greenhouse"]}},"rcn":0,"rvi":"3"}"#,
    )
}

/// The same with content of 64 KiB: many attributes, and a long text.
fn large_request() -> Primitive<'static> {
    let labels: Vec<String> = (0..3000)
        .map(|label| format!("\"label:{label}\""))
        .collect();
    let text = "0123456789abcdef".repeat(1 << 10);
    parsed(&format!(
        r#"{{"op":1,"to":"cse-in/temperature","fr":"CAE","rqi":"1","ty":4,"pc":{{"m2m:cin":{{"lbl":[{}],"con":"{text}"}}}},"rvi":"3"}}"#,
        labels.join(",")
    ))
}

fn parsed(json: &str) -> Primitive<'static> {
    let primitive = decode(
        Serialization::Json,
        json.as_bytes(),
        &CodecConfig::default(),
    );
    primitive.expect("a primitive").into_owned()
}
