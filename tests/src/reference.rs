//! A decoder that waits for the whole input and then reads RFC 6455 from top to bottom. Slow, and easy to check by eye.

use onem2m_ws_core::{
    CloseCode, CloseFrame, Closed, Config, Event, Loss, Message, ProtocolError, Role,
};

use crate::wire::{BINARY, CLOSE, CONTINUATION, Frame, PING, PONG, TEXT};

/// The events of `input`, followed by the end of the transport, on a connection that assembles every message.
///
/// It differs from the machine where it may: an error within a message is found when its frame is judged as a whole,
/// so it must not be given input that ends within a frame with an error of its own.
#[must_use]
pub fn events(role: Role, config: &Config, mut input: &[u8]) -> Vec<Event<'static>> {
    let mut events = Vec::new();
    let mut message: Option<Partial> = None;
    loop {
        if input.is_empty() {
            let loss = if message.is_some() {
                Loss::Truncated
            } else {
                Loss::Eof
            };
            events.push(Event::Closed(Closed::Lost(loss)));
            return events;
        }
        let step = next(role, config, input, &mut message);
        match step {
            Ok((event, len)) => {
                input = &input[len..];
                let is_end = matches!(event, Some(Event::Closed(_)));
                events.extend(event);
                if is_end {
                    return events;
                }
            }
            Err(closed) => {
                events.push(Event::Closed(closed));
                return events;
            }
        }
    }
}

struct Partial {
    opcode: u8,
    payload: Vec<u8>,
    fragments: u64,
}

fn next(
    role: Role,
    config: &Config,
    input: &[u8],
    message: &mut Option<Partial>,
) -> Result<(Option<Event<'static>>, usize), Closed<'static>> {
    check_header(role, config, input, message.as_ref()).map_err(Closed::Failed)?;
    let Some((frame, len)) = Frame::decode(input) else {
        // What has come of a cut frame may already be wrong.
        check_cut_text(input, message.as_ref()).map_err(Closed::Failed)?;
        return Err(Closed::Lost(Loss::Truncated));
    };
    let event = match frame.opcode {
        CLOSE => Some(Event::Closed(Closed::Clean(
            close_frame(&frame.payload).map_err(Closed::Failed)?,
        ))),
        PING => Some(Event::Ping(onem2m_ws_core::Binary::Owned(frame.payload))),
        PONG => Some(Event::Pong(onem2m_ws_core::Binary::Owned(frame.payload))),
        _ => data(config, frame, message).map_err(Closed::Failed)?,
    };
    Ok((event, len))
}

fn check_header(
    role: Role,
    config: &Config,
    input: &[u8],
    message: Option<&Partial>,
) -> Result<(), ProtocolError> {
    let Some(&first) = input.first() else {
        return Ok(());
    };
    let opcode = first & 0x0F;
    let is_control = opcode & 0x8 != 0;
    if ![CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG].contains(&opcode) {
        return Err(ProtocolError::ReservedOpcode);
    }
    if first & 0x70 != 0 {
        return Err(ProtocolError::ReservedBit);
    }
    if is_control && first & 0x80 == 0 {
        return Err(ProtocolError::FragmentedControl);
    }
    if !is_control && opcode == CONTINUATION && message.is_none() {
        return Err(ProtocolError::UnexpectedContinuation);
    }
    if !is_control && opcode != CONTINUATION && message.is_some() {
        return Err(ProtocolError::ExpectedContinuation);
    }
    let Some(&second) = input.get(1) else {
        return Ok(());
    };
    match (role, second & 0x80 != 0) {
        (Role::Server, false) => return Err(ProtocolError::UnmaskedFrame),
        (Role::Client, true) => return Err(ProtocolError::MaskedFrame),
        (Role::Server, true) | (Role::Client, false) => {}
    }
    if is_control && second & 0x7F > 125 {
        return Err(ProtocolError::ControlTooLong);
    }
    let (form, minimum) = match second & 0x7F {
        126 => (2, 126),
        127 => (8, 65536),
        _ => (0, 0),
    };
    let Some(long) = input.get(2..2 + form) else {
        return Ok(());
    };
    let short = if form == 0 {
        u64::from(second & 0x7F)
    } else {
        0
    };
    let len = long
        .iter()
        .fold(short, |len, byte| len << 8 | u64::from(*byte));
    if len < minimum || len >> 63 != 0 {
        return Err(ProtocolError::InvalidLength);
    }
    if is_control {
        return Ok(());
    }
    let so_far = message.map_or(0, |message| message.payload.len());
    let total = u64::try_from(so_far)
        .unwrap_or(u64::MAX)
        .saturating_add(len);
    if total > config.max_message_len {
        return Err(ProtocolError::MessageTooLong);
    }
    let header_len = 2 + form + if role == Role::Server { 4 } else { 0 };
    let is_whole = first & 0x80 != 0 && message.is_none();
    if input.len() >= header_len && !is_whole {
        let fragments = message.map_or(0, |message| message.fragments) + 1;
        if fragments > u64::from(config.max_fragments) + total / u64::from(config.fragment_len) {
            return Err(ProtocolError::TooManyFragments);
        }
    }
    Ok(())
}

fn data(
    config: &Config,
    frame: Frame,
    message: &mut Option<Partial>,
) -> Result<Option<Event<'static>>, ProtocolError> {
    let _ = config;
    let partial = message.get_or_insert_with(|| Partial {
        opcode: frame.opcode,
        payload: Vec::new(),
        fragments: 0,
    });
    partial.payload.extend(frame.payload);
    partial.fragments += 1;
    if partial.opcode == TEXT {
        check_text(&partial.payload, frame.is_final)?;
    }
    if !frame.is_final {
        return Ok(None);
    }
    let Some(partial) = message.take() else {
        return Ok(None);
    };
    let message: Message<'static> = if partial.opcode == TEXT {
        String::from_utf8(partial.payload)
            .map_err(|_| ProtocolError::InvalidUtf8)?
            .into()
    } else {
        partial.payload.into()
    };
    Ok(Some(Event::Message(message)))
}

fn check_text(text: &[u8], is_whole: bool) -> Result<(), ProtocolError> {
    match core::str::from_utf8(text) {
        Ok(_) => Ok(()),
        Err(error) if error.error_len().is_none() && !is_whole => Ok(()),
        Err(_) => Err(ProtocolError::InvalidUtf8),
    }
}

/// The text of a frame that is cut, as far as it has come.
fn check_cut_text(input: &[u8], message: Option<&Partial>) -> Result<(), ProtocolError> {
    let (Some(first), Some(second)) = (input.first(), input.get(1)) else {
        return Ok(());
    };
    let opcode = match (first & 0x0F, message) {
        (CONTINUATION, Some(message)) => message.opcode,
        (opcode, _) => opcode,
    };
    if opcode != TEXT {
        return Ok(());
    }
    let form = match second & 0x7F {
        126 => 2,
        127 => 8,
        _ => 0,
    };
    let mut at = 2 + form;
    let mut key = [0; 4];
    if second & 0x80 != 0 {
        let Some(bytes) = input.get(at..at + 4) else {
            return Ok(());
        };
        key.copy_from_slice(bytes);
        at += 4;
    }
    let masked = input.get(at..).unwrap_or_default();
    let mut text = message
        .map(|message| message.payload.clone())
        .unwrap_or_default();
    text.extend(
        masked
            .iter()
            .zip(key.iter().cycle())
            .map(|(byte, key)| byte ^ key),
    );
    check_text(&text, false)
}

fn close_frame(payload: &[u8]) -> Result<Option<CloseFrame<'static>>, ProtocolError> {
    let [high, low, reason @ ..] = payload else {
        return if payload.is_empty() {
            Ok(None)
        } else {
            Err(ProtocolError::InvalidCloseLength)
        };
    };
    let code =
        CloseCode::new(u16::from_be_bytes([*high, *low])).ok_or(ProtocolError::InvalidCloseCode)?;
    let reason = core::str::from_utf8(reason).map_err(|_| ProtocolError::InvalidUtf8)?;
    Ok(Some(CloseFrame::new(code, reason).into_owned()))
}
