//! A static library with a panic handler of its own: as soon as a crate below it links `std`, there are two, and the
//! build fails with E0152. It is built, never run.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

use alloc::vec::Vec;
use core::panic::PanicInfo;

use onem2m_primitive::{
    CodecConfig, Primitive, ResponsePrimitive, ResponseStatusCode, Serialization, decode, encode,
};
use onem2m_resources as _;
use onem2m_ws as _;
use onem2m_ws_core::{
    ClientHandshake, ClientProgress, ClientRequest, Config, Inbox, Seed, Timestamp,
};
use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress};

#[global_allocator]
static ALLOCATOR: emballoc::Allocator<65536> = emballoc::Allocator::new();

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// Reaches into `onem2m-ws-core`: a handshake, a message out, an event.
pub extern "C" fn exchange() -> bool {
    let Ok(request) = ClientRequest::new("ws://127.0.0.1/") else {
        return false;
    };
    let now = Timestamp::ZERO;
    let mut inbox = Inbox::new();
    let handshake = ClientHandshake::new(&request, Config::default(), Seed([0; 32]), now);
    match handshake.receive(now, &mut inbox) {
        Ok(ClientProgress::Open(mut connection, _)) => {
            connection.send("hello").is_ok() && connection.poll_event(now, &mut inbox).is_none()
        }
        Ok(ClientProgress::NeedsInput(_)) | Err(_) => false,
    }
}

/// Reaches into `onem2m-ws-deflate`: a message compressed, and decompressed.
pub extern "C" fn deflate() -> bool {
    let mut payload = Vec::new();
    let mut message = Vec::new();
    Compressor::new(Parameters::DEFAULT).compress(b"hello, hello", Part::Last, &mut payload);
    Decompressor::new(Parameters::DEFAULT).decompress(
        &mut &payload[..],
        Part::Last,
        &mut message,
        12,
    ) == Ok(Progress::Complete)
}

/// Reaches into `onem2m-primitive`: a request decoded, its response encoded.
pub extern "C" fn answer() -> usize {
    let received = br#"{"op":2,"to":"cse-in","fr":"Cthermo","rqi":"r1","rvi":"3"}"#;
    let mut bytes = Vec::new();
    if let Ok(Primitive::Request(request)) =
        decode(Serialization::Json, received, &CodecConfig::default())
    {
        let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::NOT_FOUND);
        let response = response.into();
        for serialization in [Serialization::Json, Serialization::Cbor] {
            // Both are compiled in.
            let _ = encode(
                serialization,
                &response,
                &CodecConfig::default(),
                &mut bytes,
            );
        }
    }
    bytes.len()
}
