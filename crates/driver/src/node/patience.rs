//! The time until which a request has to be sent, while its future waits for room.

use core::task::{Context, Poll};
use core::time::Duration;

use onem2m_ws::{Delivery, Outcome, RequestOptions};
use onem2m_ws_core::Timestamp;

use crate::runtime::Runtime;
use crate::transport::Timer;

/// A runtime, as far as clocks and alarms go.
pub(super) trait Alarms: Send + Sync {
    fn alarm(&self) -> Box<dyn Timer + Send>;
}

impl<R: Runtime> Alarms for R {
    fn alarm(&self) -> Box<dyn Timer + Send> {
        Box::new(self.timer())
    }
}

/// The delivery timeout of a request that waits for room, which began when the request was made.
pub(super) struct Patience {
    alarm: Box<dyn Timer + Send>,
    until: Timestamp,
}

impl Patience {
    /// Begins with what the options say, or else with `default`.
    pub(super) fn new(alarms: &dyn Alarms, options: &RequestOptions, default: Duration) -> Self {
        let alarm = alarms.alarm();
        let timeout = options.delivery_timeout.unwrap_or(default);
        Self {
            until: alarm.now().saturating_add(timeout),
            alarm,
        }
    }

    /// Leaves what is left to the session that takes the request.
    pub(super) fn leave_to(&self, options: &mut RequestOptions) {
        let left = self.until.saturating_since(self.alarm.now());
        options.delivery_timeout = Some(left);
    }

    /// Ready once nothing is left: the end of a request that never left.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Outcome<'static>> {
        let is_over = self.alarm.poll_until(cx, self.until);
        is_over.map(|()| Outcome::Expired(Delivery::Never))
    }
}
