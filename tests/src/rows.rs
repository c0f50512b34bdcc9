//! Checks that the tests of single rows share: the same in both roles and for every cutting of the input.

use onem2m_ws_core::{Closed, Config, Event, Message, ProtocolError, Role, TransportAction};

use crate::script::{Transcript, run};
use crate::wire::{self, Frame};

/// Both roles.
pub const ROLES: [Role; 2] = [Role::Client, Role::Server];

/// What the peer of `role` puts on the wire: masked if it is a client.
#[must_use]
pub fn from_peer(role: Role, frames: &[Frame]) -> Vec<u8> {
    wire::stream(frames.iter().cloned().map(|frame| match role {
        Role::Client => frame,
        Role::Server => frame.masked(),
    }))
}

/// Runs one machine over `input`: whole, cut at each place, cut everywhere; each time the transcript is the same.
///
/// # Panics
///
/// It is not.
#[must_use]
pub fn run_cut(role: Role, config: Config, input: &[u8]) -> Transcript {
    let whole = run(role, config, input, &[], false);
    let everywhere: Vec<usize> = (0..input.len()).collect();
    // Long inputs are cut at a few places only.
    let stride = input.len() / 300 + 1;
    let cuts = everywhere.iter().step_by(stride).map(core::slice::from_ref);
    for cuts in cuts.chain([&everywhere[..]]) {
        let cut = run(role, config, input, cuts, false);
        assert_eq!(whole, cut, "{role:?}, cut at {cuts:?}");
    }
    whole
}

/// Checks that both roles report these messages for these frames, and nothing else.
///
/// # Panics
///
/// They do not.
pub fn check_messages(config: Config, frames: &[Frame], messages: &[Message<'static>]) {
    let expected: Vec<_> = messages.iter().cloned().map(Event::Message).collect();
    for role in ROLES {
        let transcript = run_cut(role, config, &from_peer(role, frames));
        assert_eq!(transcript.events, expected, "{role:?}");
        assert_eq!(transcript.output, [], "{role:?}");
    }
}

/// Checks that both roles report these messages for these frames, then fail with `error`, and tell the peer.
///
/// # Panics
///
/// They do not.
pub fn check_failure(
    config: Config,
    frames: &[Frame],
    messages: &[Message<'static>],
    error: ProtocolError,
) {
    for role in ROLES {
        check_bytes_fail(role, config, &from_peer(role, frames), messages, error);
    }
}

/// As [`check_failure`], for one role and the bytes on the wire.
///
/// # Panics
///
/// It is otherwise.
pub fn check_bytes_fail(
    role: Role,
    config: Config,
    input: &[u8],
    messages: &[Message<'static>],
    error: ProtocolError,
) {
    let mut events: Vec<_> = messages.iter().cloned().map(Event::Message).collect();
    events.push(Event::Closed(Closed::Failed(error)));
    let expected = Transcript {
        events,
        output: vec![Frame::close(error.close_code().get(), "")],
        action: TransportAction::Shutdown,
    };
    let shown = input.get(..40).unwrap_or(input);
    assert_eq!(
        run_cut(role, config, input),
        expected,
        "{role:?}, {shown:02x?}"
    );
}
