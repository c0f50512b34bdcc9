//! The closing handshake (RFC 6455 §7) and what it asks of the transport.

use super::{Connection, Role};
use crate::certain::part;
use crate::error::{ControlError, ProtocolError};
use crate::event::{CloseCode, CloseFrame, Closed, Loss, TransportAction};
use crate::frame::{MAX_CONTROL_LEN, Opcode};
use crate::time::Timestamp;

/// The state of a connection: how far it is from its end.
///
/// ```text
///          close()              Close received
///   Open ────────► CloseSent ───────────────► CloseExchanged ── deadline ──► Gone
///    │  Close received: answered                    ▲
///    ├──────────────────────────────────────────────┘
///    ├── the peer broke a rule (from CloseSent too) ──► Failed ── deadline ──► Gone
///    └── end of transport, silence (from CloseSent too) ─────────────────────► Gone
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    Open,
    CloseSent,
    CloseExchanged,
    Failed,
    Gone,
}

impl State {
    /// Returns whether frames are still received.
    pub(super) const fn is_receiving(self) -> bool {
        matches!(self, Self::Open | Self::CloseSent)
    }

    pub(super) const fn transport_action(
        self,
        role: Role,
        has_eof: bool,
        is_written: bool,
    ) -> TransportAction {
        match (self, role) {
            (Self::Open | Self::CloseSent, _) => TransportAction::None,
            (Self::CloseExchanged | Self::Failed, _) if has_eof && is_written => {
                TransportAction::Abort
            }
            (Self::CloseExchanged, Role::Client) if !has_eof => TransportAction::AwaitEof,
            (Self::CloseExchanged | Self::Failed, _) => TransportAction::Shutdown,
            (Self::Gone, _) => TransportAction::Abort,
        }
    }
}

impl Connection {
    pub(super) fn begin_close(
        &mut self,
        now: Timestamp,
        frame: Option<CloseFrame<'_>>,
    ) -> Result<(), ControlError> {
        if let Some(frame) = &frame {
            frame.check()?;
        }
        if self.state == State::Open {
            self.queue_close(frame.as_ref().map(|frame| (frame.code, &*frame.reason)));
            self.enter(State::CloseSent, now);
        }
        Ok(())
    }

    /// The peer's Close frame, whose body is `payload` (§5.5.1).
    pub(super) fn receive_close(
        &mut self,
        payload: &[u8],
        now: Timestamp,
    ) -> Result<(), ProtocolError> {
        let frame = parse_close(payload)?;
        if self.state == State::Open {
            self.queue_close(frame.as_ref().map(|frame| (frame.code, "")));
        }
        self.enter(State::CloseExchanged, now);
        self.end = Some(Closed::Clean(frame));
        Ok(())
    }

    /// The peer broke a rule: fail the connection (§7.1.7).
    pub(super) fn fail(&mut self, error: ProtocolError, now: Timestamp) {
        if self.state == State::Open {
            self.queue_close(Some((error.close_code(), "")));
        }
        self.enter(State::Failed, now);
        self.end = Some(Closed::Failed(error));
    }

    /// There will be no Close frame of the peer.
    pub(super) fn lose(&mut self, loss: Loss) {
        self.let_go();
        self.end = Some(Closed::Lost(loss));
    }

    fn enter(&mut self, state: State, now: Timestamp) {
        self.state = state;
        self.sending = None;
        if !state.is_receiving() {
            self.stop_receiving();
        }
        let deadline = now.saturating_add(self.config.close_timeout);
        self.deadlines.close.get_or_insert(deadline);
    }

    /// Nothing more is to be expected of the transport.
    pub(super) fn let_go(&mut self) {
        self.state = State::Gone;
        self.sending = None;
        self.stop_receiving();
    }

    fn stop_receiving(&mut self) {
        self.receiving.reset();
        self.deadlines.message = None;
    }

    /// Nothing is sent after a Close frame (§5.5.1), so a pong that was put off goes first.
    fn queue_close(&mut self, body: Option<(CloseCode, &str)>) {
        if let Some(pong) = self.late_pong.take() {
            self.queue_control(Opcode::Pong, &pong);
        }
        let mut payload = [0; MAX_CONTROL_LEN];
        let mut len = 0;
        if let Some((code, reason)) = body {
            let bytes = code.get().to_be_bytes().into_iter().chain(reason.bytes());
            len = payload
                .iter_mut()
                .zip(bytes)
                .map(|(to, from)| *to = from)
                .count();
        }
        self.queue_frame(true, Opcode::Close, part(&payload, ..len));
    }
}

fn parse_close(payload: &[u8]) -> Result<Option<CloseFrame<'static>>, ProtocolError> {
    if payload.is_empty() {
        return Ok(None);
    }
    let (code, reason) = payload
        .split_first_chunk()
        .ok_or(ProtocolError::InvalidCloseLength)?;
    let code = CloseCode::new(u16::from_be_bytes(*code)).ok_or(ProtocolError::InvalidCloseCode)?;
    let reason = core::str::from_utf8(reason).map_err(|_| ProtocolError::InvalidUtf8)?;
    Ok(Some(CloseFrame::new(code, reason).into_owned()))
}
