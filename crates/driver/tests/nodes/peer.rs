//! The other end of a line: handshakes, and primitives in frames.

use onem2m_ws_driver::binding::{Subprotocol, from_message, to_message};
use onem2m_ws_driver::core::{Message, accept_key};
use onem2m_ws_driver::primitive::{
    CodecConfig, Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws_tests::wire::{CLOSE, Frame, TEXT};

use crate::world::Line;

/// A peer that speaks `oneM2M.json`.
pub(crate) struct Peer {
    pub(crate) line: Line,
    /// Bytes of the node's output that were looked at.
    seen: usize,
    is_client: bool,
}

impl Peer {
    /// A client that asks for a connection in the name of `origin`, if that is not empty.
    pub(crate) fn client(line: Line, origin: &str) -> Self {
        let origin = match origin {
            "" => String::new(),
            origin => format!("X-M2M-Origin: {origin}\r\n"),
        };
        let fields = format!("Sec-WebSocket-Protocol: oneM2M.json\r\n{origin}");
        Self::client_with(line, &fields)
    }

    /// A client that asks for a connection with some header fields.
    pub(crate) fn client_with(line: Line, fields: &str) -> Self {
        let head = format!(
            "GET / HTTP/1.1\r\nHost: registrar.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{fields}\r\n"
        );
        line.feed(head.as_bytes());
        Self {
            line,
            seen: 0,
            is_client: true,
        }
    }

    /// A server that has a request for a connection before it, and grants it.
    pub(crate) fn server(line: Line) -> Self {
        Self::server_with(line, "")
    }

    /// As [`server`](Self::server), with some more header fields in the answer.
    pub(crate) fn server_with(line: Line, fields: &str) -> Self {
        let mut server = Self {
            line,
            seen: 0,
            is_client: false,
        };
        let head = server.head();
        let field = |name: &str| {
            let mut lines = head.lines();
            lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        };
        let accept = accept_key(field("Sec-WebSocket-Key").unwrap());
        let answer = format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Protocol: oneM2M.json\r\n{fields}\r\n"
        );
        server.line.feed(answer.as_bytes());
        server
    }

    /// The head of the node's request or response.
    pub(crate) fn head(&mut self) -> String {
        let output = self.line.output();
        let head = output.get(self.seen..).unwrap();
        let len = head.windows(4).position(|end| end == b"\r\n\r\n").unwrap() + 4;
        self.seen += len;
        String::from_utf8(head.get(..len).unwrap().to_vec()).unwrap()
    }

    pub(crate) fn send_frame(&self, frame: Frame) {
        self.line.feed(&encode(frame, self.is_client));
    }

    pub(crate) fn send(&self, primitive: impl Into<Primitive<'static>>) {
        self.send_frame(frame(primitive));
    }

    /// The status line of the node's response, if it has answered.
    pub(crate) fn status(&self) -> Option<u16> {
        let output = self.line.output();
        let status = output.strip_prefix(b"HTTP/1.1 ")?.get(..3)?;
        String::from_utf8_lossy(status).parse().ok()
    }

    /// The codes of the Close frames that have arrived since the last look.
    pub(crate) fn closes(&mut self) -> Vec<u16> {
        let frames = self.frames().into_iter();
        let closes = frames.filter(|frame| frame.opcode == CLOSE);
        closes
            .filter_map(|frame| Some(u16::from_be_bytes(*frame.payload.first_chunk()?)))
            .collect()
    }

    /// The whole frames that have arrived since the last look.
    pub(crate) fn frames(&mut self) -> Vec<Frame> {
        let output = self.line.output();
        let mut frames = Vec::new();
        while let Some((frame, len)) = Frame::decode(output.get(self.seen..).unwrap()) {
            self.seen += len;
            frames.push(frame);
        }
        frames
    }

    /// The primitives that have arrived since the last look.
    pub(crate) fn primitives(&mut self) -> Vec<Primitive<'static>> {
        let frames = self.frames();
        let messages = frames.into_iter().filter(|frame| frame.opcode == TEXT);
        messages
            .map(|frame| {
                let message = Message::from(String::from_utf8(frame.payload).unwrap());
                let codec = CodecConfig::default();
                from_message(&message, Subprotocol::JSON, &codec)
                    .unwrap()
                    .into_owned()
            })
            .collect()
    }

    /// The requests that have arrived since the last look.
    pub(crate) fn requests(&mut self) -> Vec<RequestPrimitive<'static>> {
        let primitives = self.primitives().into_iter();
        let requests = primitives.filter_map(|primitive| match primitive {
            Primitive::Request(request) => Some(request),
            Primitive::Response(_) => None,
        });
        requests.collect()
    }

    /// Answers the requests that have arrived since the last look; how many they are.
    pub(crate) fn answer_all(&mut self) -> usize {
        let requests = self.requests();
        for request in &requests {
            self.send(answer(request));
        }
        requests.len()
    }

    /// The responses that have arrived since the last look.
    pub(crate) fn responses(&mut self) -> Vec<ResponsePrimitive<'static>> {
        let primitives = self.primitives().into_iter();
        let responses = primitives.filter_map(|primitive| match primitive {
            Primitive::Response(response) => Some(response),
            Primitive::Request(_) => None,
        });
        responses.collect()
    }
}

/// The message that is a primitive, as a frame.
pub(crate) fn frame(primitive: impl Into<Primitive<'static>>) -> Frame {
    let codec = CodecConfig::default();
    let message = to_message(&primitive.into(), Subprotocol::JSON, &codec).unwrap();
    Frame::new(TEXT, message.as_bytes())
}

/// Text that need not be a primitive.
pub(crate) fn text(text: &str) -> Frame {
    Frame::new(TEXT, text.as_bytes())
}

/// A frame as a client or a server sends it.
pub(crate) fn encode(frame: Frame, is_client: bool) -> Vec<u8> {
    let frame = if is_client { frame.masked() } else { frame };
    frame.encode()
}

pub(crate) fn identifier(text: impl Into<String>) -> RequestIdentifier<'static> {
    RequestIdentifier::new(text.into()).unwrap()
}

/// The registration of an AE.
pub(crate) fn registration(name: &str) -> RequestPrimitive<'static> {
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#).unwrap();
    let identifier = identifier(format!("registration-{name}"));
    RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae).from(name.to_owned())
}

/// A retrieval by `from`.
pub(crate) fn retrieval(
    from: &str,
    to: &str,
    request_identifier: impl Into<String>,
) -> RequestPrimitive<'static> {
    let identifier = identifier(request_identifier);
    RequestPrimitive::retrieve(to.to_owned(), identifier).from(from.to_owned())
}

/// A notification of `len` bytes and a few.
pub(crate) fn notification(
    to: &str,
    request_identifier: impl Into<String>,
    len: usize,
) -> RequestPrimitive<'static> {
    let identifier = identifier(request_identifier);
    RequestPrimitive::notify(to.to_owned(), identifier, filler(len))
}

/// Content of `len` bytes and a few.
pub(crate) fn filler(len: usize) -> Content<'static> {
    let text = "x".repeat(len);
    Content::json_text(format!(r#"{{"m2m:sgn":{{"sur":"{text}"}}}}"#)).unwrap()
}

/// The answer of a CSE that registers every AE under the name that asks for it, and knows every resource.
pub(crate) fn answer(request: &RequestPrimitive<'_>) -> ResponsePrimitive<'static> {
    let name = request.from.as_deref().unwrap_or_default();
    match (request.operation, request.resource_type) {
        (Operation::CREATE, Some(ResourceType::AE)) => {
            let content = format!(r#"{{"m2m:ae":{{"rn":"{name}","ri":"{name}","aei":"{name}"}}}}"#);
            ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
                .content(Content::json_text(content).unwrap())
        }
        (Operation::DELETE, _) => {
            ResponsePrimitive::to_request(request, ResponseStatusCode::DELETED)
        }
        _ => ResponsePrimitive::to_request(request, ResponseStatusCode::OK),
    }
    .into_owned()
}
