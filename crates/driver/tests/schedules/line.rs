//! The lines between the registrar and its devices: transports that take and bring bytes, and devices that answer.

use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::panic::resume_unwind;

use onem2m_ws_driver::Transport;
use onem2m_ws_driver::binding::{Subprotocol, from_message, to_message};
use onem2m_ws_driver::core::Message;
use onem2m_ws_driver::primitive::{
    CodecConfig, Content, Operation, Primitive, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws_tests::wire::{CLOSE, Frame, TEXT};

use crate::tell;
use crate::world::{Planted, State, World, check_unlocked};

/// What a line does that others do not.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Habit {
    /// It takes and brings all there is.
    #[default]
    Calm,
    /// Its device takes requests, and answers them over its next line.
    Mute,
    /// Of each write it takes half, and is woken for the rest.
    Halves,
    /// The task unwinds in the write with this number, before anything was taken.
    UnwindsBefore(usize),
    /// The same, once everything was taken.
    UnwindsBehind(usize),
}

/// One connection of a device.
pub(crate) struct LineState {
    device: &'static str,
    habit: Habit,
    input: VecDeque<u8>,
    has_ended: bool,
    output: Vec<u8>,
    /// Bytes of the output that the device has dealt with, and whether the handshake was among them.
    seen: usize,
    is_open: bool,
    reader: Option<Waker>,
    is_dropped: bool,
    writes: usize,
}

/// The registrar's end of a line.
pub(crate) struct Wire {
    world: World,
    line: usize,
}

impl State {
    fn takes_answers(&self, line: usize, device: &str) -> bool {
        let state = &self.lines[line];
        state.device == device
            && !state.is_dropped
            && !state.has_ended
            && state.habit != Habit::Mute
    }

    /// The device answers whatever is not done over the lines that there are: those who are to be woken.
    fn answer_all(&mut self, device: &str) -> Vec<Waker> {
        let lines: Vec<usize> = (0..self.lines.len())
            .filter(|line| self.takes_answers(*line, device))
            .collect();
        let mut wakers = Vec::new();
        for answer in self.ledger.open_answers(device) {
            for line in &lines {
                wakers.extend(self.feed(*line, frame(answer.clone())));
            }
        }
        wakers
    }

    fn feed(&mut self, line: usize, frame: Frame) -> Option<Waker> {
        tell(|| {
            format!(
                "line {line} is sent {}",
                String::from_utf8_lossy(&frame.payload)
            )
        });
        let line = &mut self.lines[line];
        line.input.extend(frame.masked().encode());
        line.reader.take()
    }

    /// A device has something new to look at.
    fn receive(&mut self, line: usize) -> Vec<Waker> {
        let mut wakers = Vec::new();
        while let Some(frame) = self.lines[line].next_frame() {
            tell(|| {
                format!(
                    "line {line} brings {}",
                    String::from_utf8_lossy(&frame.payload)
                )
            });
            match frame.opcode {
                TEXT => wakers.extend(self.receive_message(line, frame)),
                CLOSE => {
                    wakers.extend(self.feed(line, frame));
                    self.lines[line].has_ended = true;
                }
                _ => {}
            }
        }
        wakers
    }

    fn receive_message(&mut self, line: usize, frame: Frame) -> Option<Waker> {
        let device = self.lines[line].device;
        let message = Message::from(String::from_utf8(frame.payload).unwrap());
        let codec = CodecConfig::default();
        let primitive = from_message(&message, Subprotocol::JSON, &codec).unwrap();
        match primitive.into_owned() {
            Primitive::Request(request) => {
                let answer = ResponsePrimitive::to_request(&request, ResponseStatusCode::OK);
                let answer = answer.into_owned();
                self.ledger.note_arrival(device, answer.clone());
                let lines = (0..self.lines.len()).rev();
                let line = lines
                    .filter(|other| self.takes_answers(*other, device))
                    .max_by_key(|other| *other == line)?;
                self.feed(line, self::frame(answer))
            }
            Primitive::Response(response) => {
                let identifier = response.request_identifier.as_str();
                self.ledger.note_answer(identifier);
                None
            }
        }
    }
}

impl LineState {
    fn next_frame(&mut self) -> Option<Frame> {
        let rest = &self.output[self.seen..];
        if !self.is_open {
            let len = rest.windows(4).position(|end| end == b"\r\n\r\n")? + 4;
            if !rest.starts_with(b"HTTP/1.1 101 ") {
                // 503 of a registrar that ends, or 408.
                self.has_ended = true;
                return None;
            }
            self.seen += len;
            self.is_open = true;
            return self.next_frame();
        }
        let (frame, len) = Frame::decode(rest)?;
        self.seen += len;
        Some(frame)
    }
}

impl World {
    /// A line from a device that asks for a connection in the name of `origin`, and then sends `requests`.
    pub(crate) fn open(
        &self,
        device: &'static str,
        origin: &str,
        requests: Vec<RequestPrimitive<'static>>,
        habit: Habit,
    ) -> Wire {
        let origin = match origin {
            "" => String::new(),
            origin => format!("X-M2M-Origin: {origin}\r\n"),
        };
        let head = format!(
            "GET / HTTP/1.1\r\nHost: registrar.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Protocol: oneM2M.json\r\n{origin}\r\n"
        );
        let mut state = self.state();
        let line = state.lines.len();
        state.lines.push(LineState {
            device,
            habit,
            input: head.into_bytes().into(),
            has_ended: false,
            output: Vec::new(),
            seen: 0,
            is_open: false,
            reader: None,
            is_dropped: false,
            writes: 0,
        });
        for request in requests {
            state.ledger.note_device_request(&request);
            state.feed(line, frame(request));
        }
        let wakers = state.answer_all(device);
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
        Wire {
            world: self.clone(),
            line,
        }
    }

    /// A device sends a request over the last of its lines.
    pub(crate) fn say(&self, device: &str, request: RequestPrimitive<'static>) {
        let waker = {
            let mut state = self.state();
            let mut lines = 0..state.lines.len();
            let line = lines.rfind(|line| state.lines[*line].device == device);
            state.ledger.note_device_request(&request);
            state.feed(line.expect("it has connected"), frame(request))
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The device ends its direction of all its lines.
    pub(crate) fn hang_up(&self, device: &str) {
        let wakers: Vec<Waker> = {
            let state = &mut *self.state();
            let lines = state.lines.iter_mut().filter(|line| line.device == device);
            lines
                .filter_map(|line| {
                    line.has_ended = true;
                    line.reader.take()
                })
                .collect()
        };
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Transport for Wire {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        check_unlocked("a transport is read");
        self.world.pause();
        let waker = cx.waker().clone();
        let mut state = self.world.state();
        let line = &mut state.lines[self.line];
        if line.input.is_empty() && !line.has_ended {
            let former = line.reader.replace(waker);
            drop(state);
            drop(former);
            return Poll::Pending;
        }
        tell(|| format!("line {} is read", self.line));
        let read = io::Read::read(&mut line.input, space);
        drop(state);
        Poll::Ready(read)
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        check_unlocked("a transport is written to");
        self.world.pause();
        let bytes: Vec<u8> = chunks.iter().flat_map(|chunk| chunk.to_vec()).collect();
        let mut count = bytes.len();
        let mut state = self.world.state();
        let line = &mut state.lines[self.line];
        line.writes += 1;
        let writes = line.writes;
        let habit = line.habit;
        if habit == Habit::UnwindsBefore(writes) {
            drop(state);
            resume_unwind(Box::new(Planted));
        }
        if habit == Habit::Halves && line.is_open {
            if writes.is_multiple_of(2) {
                drop(state);
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            count = count.div_ceil(2);
        }
        line.output.extend(bytes.iter().take(count));
        let wakers = state.receive(self.line);
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
        // What was taken has left, and the session has not been told.
        self.world.pause();
        if habit == Habit::UnwindsBehind(writes) {
            resume_unwind(Box::new(Planted));
        }
        Poll::Ready(Ok(count))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        check_unlocked("a transport is dropped");
        let wakers = {
            let mut state = self.world.state();
            let line = &mut state.lines[self.line];
            tell(|| format!("line {} is dropped", self.line));
            line.is_dropped = true;
            let reader = line.reader.take();
            let device = line.device;
            (reader, state.answer_all(device))
        };
        drop(wakers.0);
        wakers.1.into_iter().for_each(Waker::wake);
    }
}

/// The message that is a primitive, as a frame.
fn frame(primitive: impl Into<Primitive<'static>>) -> Frame {
    let codec = CodecConfig::default();
    let message = to_message(&primitive.into(), Subprotocol::JSON, &codec).unwrap();
    Frame::new(TEXT, message.as_bytes())
}

/// The answer of a CSE that knows every resource, and registers every AE under the name that asks for it.
pub(crate) fn answer(request: &RequestPrimitive<'_>) -> ResponsePrimitive<'static> {
    let name = request.from.as_deref().unwrap_or_default();
    match request.operation {
        Operation::CREATE => {
            let content = format!(r#"{{"m2m:ae":{{"rn":"{name}","ri":"{name}","aei":"{name}"}}}}"#);
            ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
                .content(Content::json_text(content).unwrap())
        }
        _ => ResponsePrimitive::to_request(request, ResponseStatusCode::OK),
    }
    .into_owned()
}
