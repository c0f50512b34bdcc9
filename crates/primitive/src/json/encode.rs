use alloc::vec::Vec;

use crate::primitive::{Parameter, Primitive, RequestPrimitive, ResponsePrimitive};

/// Appends the primitive, its parameters in the order of TS-0004 tables 8.2.2-1 and 8.2.3-1.
pub(crate) fn encode(primitive: &Primitive<'_>, out: &mut Vec<u8>) {
    match primitive {
        Primitive::Request(request) => encode_request(request, out),
        Primitive::Response(response) => encode_response(response, out),
    }
}

fn encode_request(request: &RequestPrimitive<'_>, out: &mut Vec<u8>) {
    number("{\"op\":", request.operation.0, out);
    text(",\"to\":", Some(&request.to), out);
    text(",\"fr\":", request.from.as_deref(), out);
    text(",\"rqi\":", Some(request.request_identifier.as_str()), out);
    if let Some(resource_type) = request.resource_type {
        number(",\"ty\":", resource_type.0, out);
    }
    if let Some(content) = &request.content {
        raw(",\"pc\":", content.as_raw().as_json(), out);
    }
    text(
        ",\"rqet\":",
        request.request_expiration_timestamp.as_deref(),
        out,
    );
    if let Some(result_content) = request.result_content {
        number(",\"rcn\":", result_content.0, out);
    }
    others(&request.others, out);
    text(",\"rvi\":", request.release_version.as_deref(), out);
    out.push(b'}');
}

fn encode_response(response: &ResponsePrimitive<'_>, out: &mut Vec<u8>) {
    number("{\"rsc\":", response.status.0, out);
    text(",\"rqi\":", Some(response.request_identifier.as_str()), out);
    if let Some(content) = &response.content {
        raw(",\"pc\":", content.as_raw().as_json(), out);
    }
    text(",\"to\":", response.to.as_deref(), out);
    text(",\"fr\":", response.from.as_deref(), out);
    others(&response.others, out);
    text(",\"rvi\":", response.release_version.as_deref(), out);
    out.push(b'}');
}

fn others(parameters: &[Parameter<'_>], out: &mut Vec<u8>) {
    for Parameter { name, value } in parameters {
        text(",", Some(name), out);
        raw(":", value.as_json(), out);
    }
}

fn raw(before: &str, json: Option<&str>, out: &mut Vec<u8>) {
    if let Some(json) = json {
        out.extend_from_slice(before.as_bytes());
        out.extend_from_slice(json.as_bytes());
    }
}

fn text(before: &str, text: Option<&str>, out: &mut Vec<u8>) {
    let Some(text) = text else { return };
    out.extend_from_slice(before.as_bytes());
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = rest
        .iter()
        .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))
    {
        let (plain, special) = rest.split_at(at);
        out.extend_from_slice(plain);
        let Some((byte, behind)) = special.split_first() else {
            break;
        };
        escape(*byte, out);
        rest = behind;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x8 => b'b',
        0xC => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            let digit = |value: u8| {
                if value < 10 {
                    b'0' + value
                } else {
                    b'a' + value - 10
                }
            };
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 0xF)]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

fn number(before: &str, value: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(before.as_bytes());
    let mut digits = [0; 10];
    let mut start = digits.len();
    let mut rest = value;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        start -= 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(start..).unwrap_or_default());
}
