//! `websocket-sans-io`: frames; messages are put together here.

use bytes::Bytes;
use onem2m_ws_core::Role;
use websocket_sans_io::{
    FrameInfo, Opcode, WebsocketFrameDecoder, WebsocketFrameEncoder, WebsocketFrameEvent,
};

use super::{Peer, READ_BUFFER_LEN, Receiver, Sender};
use crate::wire::{Memory, Tally};

pub(crate) struct WebSocketSansIo;

impl Peer for WebSocketSansIo {
    fn name(&self) -> &'static str {
        "websocket-sans-io"
    }

    fn note(&self) -> &'static str {
        "frames only, and no rule is checked. The application puts messages together (lent where they lie whole), checks \
         UTF-8 with `std`, draws masking keys from `rand`'s generator of the thread, and copies before masking."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::new(role, stream)))
    }
}

struct Open {
    role: Role,
    decoder: WebsocketFrameDecoder,
    encoder: WebsocketFrameEncoder,
    stream: Memory,
    buffer: Vec<u8>,
    begin: usize,
    end: usize,
    /// What came of a message that is not complete.
    message: Vec<u8>,
    frame: Vec<u8>,
}

impl Open {
    fn new(role: Role, stream: Memory) -> Self {
        Self {
            role,
            decoder: WebsocketFrameDecoder::new(),
            encoder: WebsocketFrameEncoder::new(),
            stream,
            buffer: vec![0; READ_BUFFER_LEN],
            begin: 0,
            end: 0,
            message: Vec::new(),
            frame: Vec::new(),
        }
    }
}

impl Receiver for Open {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        let mut missing = count;
        // Where in the buffer the payload lies, as long as it lies whole in it.
        let mut whole = 0..0;
        while missing > 0 {
            let unread = self
                .buffer
                .get_mut(self.begin..self.end)
                .unwrap_or_default();
            let step = self
                .decoder
                .add_data(unread)
                .unwrap_or_else(|error| match error {});
            let chunk = self.begin..self.begin + step.consumed_bytes;
            self.begin = chunk.end;
            match step.event {
                Some(WebsocketFrameEvent::PayloadChunk { .. }) => whole = chunk,
                Some(WebsocketFrameEvent::Start { frame_info, .. }) => {
                    assert!(frame_info.is_reasonable())
                }
                Some(WebsocketFrameEvent::End {
                    frame_info,
                    original_opcode,
                }) => {
                    let last = self.buffer.get(whole.clone()).unwrap_or_default();
                    whole = 0..0;
                    let payload = if self.message.is_empty() && frame_info.fin {
                        last
                    } else {
                        self.message.extend_from_slice(last);
                        &self.message
                    };
                    if frame_info.fin {
                        if original_opcode == Opcode::Text {
                            core::str::from_utf8(payload).expect("text");
                        }
                        tally.take(payload);
                        missing -= 1;
                        self.message.clear();
                    }
                }
                None if self.begin < self.end => {}
                None => {
                    // The buffer is about to be overwritten.
                    let cut = self.buffer.get(whole.clone()).unwrap_or_default();
                    self.message.extend_from_slice(cut);
                    whole = 0..0;
                    self.begin = 0;
                    self.end = self.stream.fill(&mut self.buffer);
                }
            }
        }
    }
}

impl Sender for Open {
    fn send(&mut self, payload: &Bytes, count: usize) {
        for _ in 0..count {
            let info = FrameInfo {
                opcode: Opcode::Binary,
                payload_length: payload.len() as u64,
                mask: (self.role == Role::Client).then(rand::random),
                fin: true,
                reserved: 0,
            };
            let header = self.encoder.start_frame(&info);
            self.frame.clear();
            self.frame.extend_from_slice(&header);
            self.frame.extend_from_slice(payload);
            let masked = self.frame.get_mut(header.len()..).unwrap_or_default();
            self.encoder.transform_frame_payload(masked);
            self.stream.take(&self.frame);
        }
    }
}
