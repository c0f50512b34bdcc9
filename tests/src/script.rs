//! One machine, fed by a script.

use onem2m_ws_core::deflate::Parameters;
use onem2m_ws_core::{
    AgreedDeflate, Buf, Config, Connection, Event, Inbox, Message, PermessageDeflate, Role, Seed,
    Timestamp, TransportAction,
};

use crate::wire::Frame;

/// What a machine did with its input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Transcript {
    /// Its events; adjacent pieces of one message are joined, for where they are cut depends on the input's cuts.
    pub events: Vec<Event<'static>>,
    /// What it wanted to send, with the masking keys taken out.
    pub output: Vec<Frame>,
    /// What it asked of the transport in the end.
    pub action: TransportAction,
}

/// A connection whose seed is fixed, opened at the epoch; with compression if the limits say so.
#[must_use]
pub fn connection(role: Role, config: Config) -> Connection {
    seeded(role, config, Seed([7; 32]))
}

/// As [`connection`], with a seed.
#[must_use]
pub fn seeded(role: Role, config: Config, seed: Seed) -> Connection {
    match config.permessage_deflate {
        None => Connection::new(role, config, seed, Timestamp::ZERO),
        Some(policy) => {
            Connection::with_deflate(role, config, agreed(role, &policy), seed, Timestamp::ZERO)
        }
    }
}

/// What two endpoints with this policy agree on, as `role` sees it.
#[must_use]
pub fn agreed(role: Role, policy: &PermessageDeflate) -> AgreedDeflate {
    let server = Parameters {
        window_bits: policy.server_max_window_bits,
        context_takeover: !policy.server_no_context_takeover,
    };
    let client = Parameters {
        window_bits: policy.client_max_window_bits,
        context_takeover: !policy.client_no_context_takeover,
    };
    match role {
        Role::Server => AgreedDeflate {
            outgoing: server,
            incoming: client,
        },
        Role::Client => AgreedDeflate {
            outgoing: client,
            incoming: server,
        },
    }
}

/// Feeds `input` in parts that end at the `cuts`, then reports the end of the transport if `ends`.
#[must_use]
pub fn run(role: Role, config: Config, input: &[u8], cuts: &[usize], ends: bool) -> Transcript {
    let mut connection = connection(role, config);
    let mut events = Vec::new();
    let mut inbox = Inbox::new();
    let mut start = 0;
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (input.len() + 1)).collect();
    cuts.sort_unstable();
    for end in cuts.into_iter().chain([input.len()]) {
        inbox.extend(&input[start..end]);
        start = end;
        take_events(&mut connection, &mut inbox, &mut events);
    }
    if ends {
        connection.handle_eof();
        take_events(&mut connection, &mut inbox, &mut events);
    }
    let output = take_output(&mut connection);
    Transcript {
        events,
        output,
        action: connection.transport_action(),
    }
}

/// Takes events until there is none.
pub fn take_events(
    connection: &mut Connection,
    inbox: &mut Inbox,
    events: &mut Vec<Event<'static>>,
) {
    while let Some(event) = connection.poll_event(Timestamp::ZERO, inbox) {
        // Every other message is left where it lies, so that buffers are taken as well as used again.
        let copy = if events.len().is_multiple_of(2) {
            event.into_owned()
        } else {
            event.clone().into_owned()
        };
        push_joined(events, copy);
    }
    assert!(inbox.is_empty(), "without an event the inbox is empty");
}

/// Takes all output as frames without their keys.
pub fn take_output(connection: &mut Connection) -> Vec<Frame> {
    let mut bytes = Vec::new();
    loop {
        let outbox = connection.outbox();
        if !outbox.has_remaining() {
            break;
        }
        bytes.extend_from_slice(outbox.chunk());
        let count = outbox.chunk().len();
        outbox.advance(count);
    }
    let mut frames = Frame::decode_all(&bytes);
    for frame in &mut frames {
        assert_eq!(
            frame.key.is_some(),
            connection.role() == Role::Client,
            "clients mask, servers do not"
        );
        frame.key = None;
    }
    frames
}

/// Adds an event, joining the pieces of one message.
pub fn push_joined(events: &mut Vec<Event<'static>>, event: Event<'static>) {
    if let (Some(Event::Piece(last)), Event::Piece(piece)) = (events.last_mut(), &event)
        && !last.is_last
    {
        let joined = [last.data.as_bytes(), piece.data.as_bytes()].concat();
        last.data = match piece.data {
            Message::Text(_) => String::from_utf8(joined)
                .expect("pieces of text are text")
                .into(),
            Message::Binary(_) => joined.into(),
        };
        last.is_last = piece.is_last;
        return;
    }
    events.push(event);
}
