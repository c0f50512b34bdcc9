//! What the peer sends, and what it is expected to get.

use onem2m_ws_driver::core::{Config, Message};
use onem2m_ws_driver::{Error, Timer, Transport, WebSocket};
use onem2m_ws_tests::wire::{BINARY, CONTINUATION, Frame, PING, TEXT, stream};

/// Enough time for anything, and no keep-alive in between.
pub(crate) const QUIET: Config = Config {
    ping_interval: None,
    message_timeout: None,
    ..Config::DEFAULT
};

/// The frames of a client that uses everything and closes.
pub(crate) fn client_frames() -> Vec<Frame> {
    // The first fragment ends within a character.
    let long = "ß".repeat(1500).into_bytes();
    [
        Frame::new(TEXT, "hello"),
        Frame::new(PING, "are you there"),
        Frame::new(BINARY, []),
        Frame::new(TEXT, &long[..1001]).unfinished(),
        Frame::new(PING, "between"),
        Frame::new(CONTINUATION, &long[1001..]),
        Frame::new(BINARY, [0xA5; 3000]),
        Frame::close(1000, "bye"),
    ]
    .map(Frame::masked)
    .into()
}

pub(crate) fn client_bytes() -> Vec<u8> {
    stream(client_frames())
}

/// The frames of a server that does the same.
pub(crate) fn server_bytes() -> Vec<u8> {
    let unmasked = |frame| Frame { key: None, ..frame };
    stream(client_frames().into_iter().map(unmasked))
}

/// A message as a client sends it.
pub(crate) fn message(payload: impl AsRef<[u8]>) -> Vec<u8> {
    Frame::new(BINARY, payload).masked().encode()
}

pub(crate) fn ping(payload: impl AsRef<[u8]>) -> Vec<u8> {
    Frame::new(PING, payload).masked().encode()
}

pub(crate) fn close(code: u16) -> Vec<u8> {
    Frame::close(code, "").masked().encode()
}

/// The loop of the front page.
pub(crate) async fn echo(
    websocket: &mut WebSocket<impl Transport, impl Timer>,
) -> Result<Vec<Message<'static>>, Error> {
    let mut messages = Vec::new();
    while let Some((message, websocket)) = websocket.next().await? {
        messages.push(message.as_borrowed().into_owned());
        websocket.feed(message).await?;
    }
    Ok(messages)
}
