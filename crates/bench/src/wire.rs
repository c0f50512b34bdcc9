//! The bytes on the wire, and the wire itself: a stream in memory that is always ready.

use core::cell::{Cell, RefCell};
use core::hint::black_box;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::io;
use std::sync::Arc;

use bytes::Bytes;
use onem2m_ws_core::Role;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// What messages are filled with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Filling {
    Binary,
    Ascii,
    NonAscii,
}

impl Filling {
    pub(crate) const ALL: [Self; 3] = [Self::Binary, Self::Ascii, Self::NonAscii];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Ascii => "ASCII text",
            Self::NonAscii => "non-ASCII text",
        }
    }
}

/// Letters of one, two and three bytes.
const PHRASE: &str = "Die Wärme im Gewächshaus: температура выше нормы, 温度が高すぎます; ";

/// One message.
#[derive(Clone, Debug)]
pub(crate) struct Payload {
    pub(crate) bytes: Bytes,
    pub(crate) is_text: bool,
}

impl Payload {
    pub(crate) fn new(filling: Filling, len: usize) -> Self {
        let mut random = Random(17);
        let bytes: Vec<u8> = match filling {
            Filling::Binary => (0..len).map(|_| random.next() as u8).collect(),
            Filling::Ascii => (0..len)
                .map(|_| b'a' + (random.next() % 26) as u8)
                .collect(),
            Filling::NonAscii => {
                let mut text = PHRASE.repeat(len / PHRASE.len() + 1);
                let end = (0..=len).rev().find(|end| text.is_char_boundary(*end));
                text.truncate(end.unwrap_or_default());
                text.push_str(&"-".repeat(len - text.len()));
                text.into()
            }
        };
        Self {
            bytes: bytes.into(),
            is_text: filling != Filling::Binary,
        }
    }

    /// Frames of this message as the peer of `role` sends them, at least `len` bytes.
    pub(crate) fn frames_for(&self, role: Role, len: usize) -> Vec<u8> {
        let mut wire = Vec::new();
        let mut random = Random(4711);
        while wire.len() < len {
            let key = (role == Role::Server).then(|| random.next().to_ne_bytes());
            self.append_frame(key, &mut wire);
        }
        wire
    }

    fn append_frame(&self, key: Option<[u8; 4]>, wire: &mut Vec<u8>) {
        wire.push(if self.is_text { 0x81 } else { 0x82 });
        let mask_bit = if key.is_some() { 0x80 } else { 0 };
        match self.bytes.len() {
            len @ 0..126 => wire.push(mask_bit | len as u8),
            len @ 126..65536 => {
                wire.push(mask_bit | 126);
                wire.extend_from_slice(&(len as u16).to_be_bytes());
            }
            len => {
                wire.push(mask_bit | 127);
                wire.extend_from_slice(&(len as u64).to_be_bytes());
            }
        }
        let key = key.inspect(|key| wire.extend_from_slice(key));
        let key = key.unwrap_or_default();
        wire.extend(
            self.bytes
                .iter()
                .zip(key.iter().cycle())
                .map(|(byte, key)| byte ^ key),
        );
    }

    /// Checks that `wire`, as `role` has sent it, is this message `count` times, each in one frame.
    pub(crate) fn check_sent(&self, role: Role, mut wire: &[u8], count: usize, who: &str) {
        let mut next = |len: usize| {
            let (taken, rest) = wire.split_at_checked(len).unwrap_or_else(|| {
                panic!("{who} sent less than {count} messages");
            });
            wire = rest;
            taken
        };
        let number = |bytes: &[u8]| {
            bytes
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        };
        for _ in 0..count {
            assert_eq!(
                next(1),
                [if self.is_text { 0x81 } else { 0x82 }],
                "opcode of {who}"
            );
            let length = number(next(1));
            assert_eq!(length & 0x80 != 0, role == Role::Client, "masking of {who}");
            let length = match length & 0x7f {
                126 => number(next(2)),
                127 => number(next(8)),
                length => length,
            };
            assert_eq!(length, self.bytes.len(), "length from {who}");
            let key = if role == Role::Client {
                next(4).to_vec()
            } else {
                vec![0; 4]
            };
            let payload = next(length)
                .iter()
                .zip(key.iter().cycle())
                .map(|(byte, key)| byte ^ key);
            assert!(payload.eq(self.bytes.iter().copied()), "payload from {who}");
        }
        assert!(wire.is_empty(), "{who} sent more than {count} messages");
    }
}

/// Numbers without pattern, the same in each run (xorshift).
struct Random(u32);

impl Random {
    const fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }
}

/// That which was received. Every message passes through it.
#[derive(Debug)]
pub(crate) struct Tally {
    messages: usize,
    bytes: usize,
    /// What each has to be; looked at before the measurement.
    expected: Option<Bytes>,
}

impl Tally {
    pub(crate) const fn new() -> Self {
        Self {
            messages: 0,
            bytes: 0,
            expected: None,
        }
    }

    pub(crate) fn checking(payload: &Payload) -> Self {
        Self {
            expected: Some(payload.bytes.clone()),
            ..Self::new()
        }
    }

    #[inline]
    pub(crate) fn take(&mut self, payload: &[u8]) {
        let payload = black_box(payload);
        self.messages += 1;
        self.bytes += payload.len();
        if let Some(expected) = &self.expected {
            assert!(
                payload == expected,
                "message {} is not what was sent",
                self.messages
            );
        }
    }

    /// Checks that so many messages and bytes came.
    pub(crate) fn check_sums(&self, messages: usize, bytes: usize) {
        assert_eq!((self.messages, self.bytes), (messages, bytes), "received");
    }

    /// Checks that `count` messages of this payload came.
    pub(crate) fn check(&self, payload: &Payload, count: usize, who: &str) {
        assert_eq!(self.messages, count, "messages received by {who}");
        assert_eq!(
            self.bytes,
            count * payload.bytes.len(),
            "bytes received by {who}"
        );
    }
}

/// A stream in memory. What is read from it is copied out of a buffer, as a socket does; what is written to it is counted
/// and dropped.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    wire: Arc<[u8]>,
    position: usize,
    /// Most bytes that one read brings.
    piece: usize,
    end: End,
    /// Who waits for the answer.
    waiting: Option<Waker>,
}

/// What comes after the last byte.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    /// The first one again.
    Begin,
    /// Nothing, ever.
    Silence,
    /// The answer to what was written meanwhile: this is the server of a handshake.
    Answer,
}

impl Memory {
    /// Brings `wire` again and again.
    pub(crate) fn cycle(wire: Arc<[u8]>, piece: usize) -> Self {
        Self {
            wire,
            position: 0,
            piece,
            end: End::Begin,
            waiting: None,
        }
    }

    /// Brings `wire`, and then nothing.
    pub(crate) fn once(wire: Arc<[u8]>) -> Self {
        Self {
            end: End::Silence,
            ..Self::cycle(wire, usize::MAX)
        }
    }

    /// Answers a client's handshake.
    pub(crate) fn server() -> Self {
        Self {
            end: End::Answer,
            ..Self::once(Arc::default())
        }
    }

    /// The next bytes, at most `max`; none when there is nothing now.
    #[inline]
    pub(crate) fn next(&mut self, max: usize) -> &[u8] {
        if self.position == self.wire.len() && self.end == End::Begin {
            self.position = 0;
        }
        let rest = self.wire.get(self.position..).unwrap_or_default();
        let count = rest.len().min(max).min(self.piece);
        self.position += count;
        rest.get(..count).unwrap_or_default()
    }

    /// Copies the next bytes into `space`: how many.
    #[inline]
    pub(crate) fn fill(&mut self, space: &mut [u8]) -> usize {
        let bytes = self.next(space.len());
        if let Some(space) = space.get_mut(..bytes.len()) {
            space.copy_from_slice(bytes);
        }
        bytes.len()
    }

    #[inline]
    pub(crate) fn take(&mut self, written: &[u8]) {
        Ledger::note_write(&[io::IoSlice::new(written)]);
        if self.end == End::Answer {
            self.answer(written);
        }
    }

    fn answer(&mut self, request: &[u8]) {
        let request = core::str::from_utf8(request).expect("a request");
        assert!(
            request.ends_with("\r\n\r\n"),
            "the request comes in one write"
        );
        let key = request
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find_map(|(name, value)| {
                name.eq_ignore_ascii_case("sec-websocket-key")
                    .then_some(value)
            })
            .expect("it has a key");
        let response = format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {}\r\n\r\n",
            onem2m_ws_core::accept_key(key)
        );
        self.wire = Arc::from(response.as_bytes());
        self.position = 0;
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }
}

impl io::Read for Memory {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        match self.fill(space) {
            0 => Err(io::ErrorKind::WouldBlock.into()),
            count => Ok(count),
        }
    }
}

impl io::Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsyncRead for Memory {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if space.remaining() > 0 {
            let this = self.get_mut();
            if this.end == End::Answer && this.position == this.wire.len() {
                this.waiting = Some(cx.waker().clone());
                return Poll::Pending;
            }
            let bytes = this.next(space.remaining());
            if bytes.is_empty() {
                return Poll::Pending;
            }
            space.put_slice(bytes);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Memory {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.get_mut().take(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(Ledger::note_write(slices)))
    }

    fn is_write_vectored(&self) -> bool {
        self.end != End::Answer
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A connection's stream: in memory, or over TCP with its writes counted.
#[derive(Debug)]
pub(crate) enum Line {
    Memory(Memory),
    Tcp(TcpStream),
}

impl AsyncRead for Line {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Memory(stream) => Pin::new(stream).poll_read(cx, space),
            Self::Tcp(stream) => Pin::new(stream).poll_read(cx, space),
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Memory(stream) => Pin::new(stream).poll_write(cx, bytes),
            Self::Tcp(stream) => {
                Ledger::note_call();
                Pin::new(stream).poll_write(cx, bytes)
            }
        }
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Memory(stream) => Pin::new(stream).poll_write_vectored(cx, slices),
            Self::Tcp(stream) => {
                Ledger::note_call();
                Pin::new(stream).poll_write_vectored(cx, slices)
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Memory(stream) => Pin::new(stream).poll_flush(cx),
            Self::Tcp(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Memory(stream) => Pin::new(stream).poll_shutdown(cx),
            Self::Tcp(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}

/// What this thread has written.
pub(crate) struct Ledger;

thread_local! {
    static WRITES: Cell<usize> = const { Cell::new(0) };
    static WRITTEN: Cell<usize> = const { Cell::new(0) };
    static IS_CAPTURING: Cell<bool> = const { Cell::new(false) };
    static CAPTURED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl Ledger {
    pub(crate) fn writes() -> usize {
        WRITES.get()
    }

    pub(crate) fn written() -> usize {
        WRITTEN.get()
    }

    /// What `run` writes to memory.
    pub(crate) fn capture(run: impl FnOnce()) -> Vec<u8> {
        IS_CAPTURING.set(true);
        run();
        IS_CAPTURING.set(false);
        CAPTURED.take()
    }

    fn note_call() {
        WRITES.set(WRITES.get() + 1);
    }

    fn note_write(slices: &[io::IoSlice<'_>]) -> usize {
        Self::note_call();
        let mut count = 0;
        for slice in slices {
            let slice = black_box(slice);
            count += slice.len();
            if IS_CAPTURING.get() {
                CAPTURED.with_borrow_mut(|captured| captured.extend_from_slice(slice));
            }
        }
        WRITTEN.set(WRITTEN.get() + count);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads_have_their_length_and_are_text_where_they_say_so() {
        for filling in Filling::ALL {
            for len in [0, 1, 2, 3, 16, 128, 65536] {
                let payload = Payload::new(filling, len);
                assert_eq!(payload.bytes.len(), len);
                assert!(!payload.is_text || core::str::from_utf8(&payload.bytes).is_ok());
            }
        }
    }

    #[test]
    fn frames_are_what_the_check_wants() {
        for len in [16, 126, 65535, 65536] {
            let payload = Payload::new(Filling::Ascii, len);
            // The client has sent what is for the server.
            let wire = payload.frames_for(Role::Server, 1);
            payload.check_sent(Role::Client, &wire, 1, "the test");
            let wire = payload.frames_for(Role::Client, 1);
            payload.check_sent(Role::Server, &wire, 1, "the test");
        }
    }

    #[test]
    #[should_panic(expected = "payload from the test")]
    fn the_check_sees_a_wrong_byte() {
        let payload = Payload::new(Filling::Ascii, 16);
        let mut wire = payload.frames_for(Role::Client, 1);
        wire.pop();
        wire.push(b'!');
        payload.check_sent(Role::Server, &wire, 1, "the test");
    }
}
