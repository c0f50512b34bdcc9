//! The same primitive by serde, with a type of the parameters it has.

use core::hint::black_box;
use std::borrow::Cow;

use onem2m_primitive::Serialization;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::repeat;
use crate::measure::Contestant;

pub(super) struct Peer {
    pub(super) name: &'static str,
    pub(super) decode: Contestant<'static>,
    pub(super) encode: Contestant<'static>,
}

pub(super) fn peers(serialization: Serialization, bytes: &[u8]) -> Vec<Peer> {
    // They are measured once, and their input has to outlive them.
    let bytes: &'static [u8] = bytes.to_vec().leak();
    match serialization {
        Serialization::Json => vec![
            json::<Request<'_, &RawValue>>("serde_json, typed, content as `RawValue`", bytes),
            json::<Request<'_, Content<'_>>>("serde_json, typed throughout", bytes),
            json::<Request<'_, serde_json::Value>>("serde_json, typed, content as `Value`", bytes),
            json::<serde_json::Value>("serde_json, `Value`", bytes),
        ],
        Serialization::Cbor => vec![
            cbor::<Request<'_, OwnedContent>>("ciborium, typed throughout", bytes),
            cbor::<Request<'_, ciborium::Value>>("ciborium, typed, content as `Value`", bytes),
            cbor::<ciborium::Value>("ciborium, `Value`", bytes),
        ],
        Serialization::Xml => vec![xml("quick-xml with serde, typed throughout", bytes)],
    }
}

fn json<T: Deserialize<'static> + Serialize + 'static>(
    name: &'static str,
    bytes: &'static [u8],
) -> Peer {
    let parse = move || serde_json::from_slice::<T>(black_box(bytes)).expect("a primitive");
    let value = parse();
    let mut out = Vec::new();
    Peer {
        name,
        decode: repeat(move || drop(black_box(parse()))),
        encode: repeat(move || {
            out.clear();
            serde_json::to_writer(&mut out, black_box(&value)).expect("it can be written");
            black_box(&out);
        }),
    }
}

fn cbor<T: DeserializeOwned + Serialize + 'static>(
    name: &'static str,
    bytes: &'static [u8],
) -> Peer {
    let parse = move || ciborium::from_reader::<T, _>(black_box(bytes)).expect("a primitive");
    let value = parse();
    let mut out = Vec::new();
    Peer {
        name,
        decode: repeat(move || drop(black_box(parse()))),
        encode: repeat(move || {
            out.clear();
            ciborium::into_writer(black_box(&value), &mut out).expect("it can be written");
            black_box(&out);
        }),
    }
}

fn xml(name: &'static str, bytes: &'static [u8]) -> Peer {
    let text = core::str::from_utf8(bytes).expect("UTF-8");
    let parse =
        move || quick_xml::de::from_str::<XmlRequest>(black_box(text)).expect("a primitive");
    let value = parse();
    Peer {
        name,
        decode: repeat(move || drop(black_box(parse()))),
        encode: repeat(move || {
            let out = quick_xml::se::to_string_with_root("m2m:rqp", black_box(&value));
            black_box(out.expect("it can be written"));
        }),
    }
}

/// The parameters of this request.
#[derive(Deserialize, Serialize)]
#[serde(bound(deserialize = "C: Deserialize<'de>"))]
struct Request<'a, C> {
    op: u8,
    to: Cow<'a, str>,
    fr: Option<Cow<'a, str>>,
    rqi: Cow<'a, str>,
    ty: Option<u32>,
    pc: Option<C>,
    rcn: Option<u8>,
    rvi: Option<Cow<'a, str>>,
}

#[derive(Deserialize, Serialize)]
struct Content<'a> {
    #[serde(rename = "m2m:cin", borrow)]
    instance: Instance<'a>,
}

#[derive(Deserialize, Serialize)]
struct Instance<'a> {
    cnf: Cow<'a, str>,
    con: Cow<'a, str>,
    lbl: Vec<Cow<'a, str>>,
}

#[derive(Deserialize, Serialize)]
struct OwnedContent {
    #[serde(rename = "m2m:cin")]
    instance: OwnedInstance,
}

#[derive(Deserialize, Serialize)]
struct OwnedInstance {
    cnf: String,
    con: String,
    lbl: Vec<String>,
}

#[derive(Deserialize, Serialize)]
struct XmlRequest {
    op: u8,
    to: String,
    fr: Option<String>,
    rqi: String,
    ty: Option<u32>,
    pc: Option<XmlContent>,
    rcn: Option<u8>,
    rvi: Option<String>,
}

#[derive(Deserialize, Serialize)]
struct XmlContent {
    #[serde(rename = "cin", alias = "m2m:cin")]
    instance: XmlInstance,
}

#[derive(Deserialize, Serialize)]
struct XmlInstance {
    cnf: String,
    con: String,
    lbl: String,
}
