//! A connection in virtual time.

use core::time::Duration;

use onem2m_ws_core::{
    CloseCode, CloseFrame, Closed, Config, Connection, Event, Inbox, Loss, Role, Timestamp,
    TransportAction,
};
use onem2m_ws_tests::script;
use onem2m_ws_tests::wire::{self, Frame};

pub(crate) const ROLES: [Role; 2] = [Role::Client, Role::Server];
pub(crate) const TICK: Duration = Duration::from_nanos(1);

pub(crate) const fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

pub(crate) fn at(since_epoch: Duration) -> Timestamp {
    Timestamp::new(since_epoch)
}

/// A connection in virtual time.
pub(crate) struct Side {
    pub(crate) connection: Connection,
    pub(crate) inbox: Inbox,
    pub(crate) now: Duration,
}

impl Side {
    pub(crate) fn new(role: Role, config: Config) -> Self {
        Self {
            connection: script::connection(role, config),
            inbox: Inbox::with_capacity(512),
            now: Duration::ZERO,
        }
    }

    /// Waits until then, without telling the connection.
    pub(crate) fn sleep_until(&mut self, now: Duration) -> &mut Self {
        self.now = now;
        self
    }

    pub(crate) fn wait_until(&mut self, now: Duration) -> Vec<Event<'static>> {
        self.now = now;
        self.connection.handle_timeout(at(now));
        self.events()
    }

    pub(crate) fn events(&mut self) -> Vec<Event<'static>> {
        let mut events = Vec::new();
        while let Some(event) = self.connection.poll_event(at(self.now), &mut self.inbox) {
            events.push(event.into_owned());
        }
        events
    }

    pub(crate) fn receive(&mut self, frame: &Frame) -> Vec<Event<'static>> {
        let bytes = from_peer(self.connection.role(), frame);
        self.receive_bytes(&bytes)
    }

    pub(crate) fn receive_bytes(&mut self, bytes: &[u8]) -> Vec<Event<'static>> {
        self.inbox.extend(bytes);
        self.events()
    }

    pub(crate) fn close(&mut self) {
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        self.connection.close(at(self.now), frame).unwrap();
    }

    /// Queues a message, with a look at the connection behind it, as every loop does.
    pub(crate) fn send(&mut self, len: usize) {
        self.connection.send(vec![0; len]).unwrap();
        assert_eq!(self.events(), []);
    }

    pub(crate) fn write(&mut self) -> Vec<Frame> {
        script::take_output(&mut self.connection)
    }

    pub(crate) fn action(&self) -> TransportAction {
        self.connection.transport_action()
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        let deadline = self.connection.poll_timeout()?;
        Some(deadline.since_epoch())
    }
}

pub(crate) fn from_peer(role: Role, frame: &Frame) -> Vec<u8> {
    match role {
        Role::Client => frame.encode(),
        Role::Server => frame.clone().masked().encode(),
    }
}

pub(crate) fn pong() -> Frame {
    Frame::new(wire::PONG, "")
}

pub(crate) fn close() -> Frame {
    Frame::close(1000, "")
}

/// A frame that breaks a rule.
pub(crate) fn garbage() -> Frame {
    Frame::new(0xF, "")
}

pub(crate) fn begun() -> Frame {
    Frame::new(wire::BINARY, "begun").unfinished()
}

/// The defaults, but no ping interferes.
pub(crate) fn quiet() -> Config {
    Config {
        ping_interval: None,
        ..Config::default()
    }
}

/// The same with all the time there is to close.
pub(crate) fn patient() -> Config {
    Config {
        close_timeout: Duration::MAX,
        ..quiet()
    }
}

pub(crate) fn lost(loss: Loss) -> Option<Closed<'static>> {
    Some(Closed::Lost(loss))
}
