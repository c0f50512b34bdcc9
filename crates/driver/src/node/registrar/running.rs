//! Handlers that run, counted until they have ended.

use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::panic::catch_unwind;
use std::sync::Arc;

use onem2m_ws::ConnectionId;

use super::cell::NodeCell;
use super::contained::Contained;
use super::events::RegistrarActivity;
use super::handler::Handler;
use super::shared::Shared;
use crate::node::incoming::IncomingRequest;
use crate::runtime::Runtime;

/// A request that is with the application, or about to be: counted until its handler has ended.
pub(super) struct Handling<R: Runtime> {
    shared: Arc<Shared<R>>,
    cell: Arc<NodeCell>,
    connection: ConnectionId,
}

impl<R: Runtime> Handling<R> {
    /// `None`: as many run as may, of all nodes together. The task with custody of the node sees to how many of the node may.
    pub(super) fn begin(
        shared: &Arc<Shared<R>>,
        cell: &Arc<NodeCell>,
        connection: ConnectionId,
    ) -> Option<Self> {
        if !shared.begin_handler() {
            return None;
        }
        cell.with(|cell, _| cell.begin_handler());
        Some(Self {
            shared: Arc::clone(shared),
            cell: Arc::clone(cell),
            connection,
        })
    }

    /// The request is one of another node, to which its connection has moved.
    pub(super) fn move_to(&mut self, cell: &Arc<NodeCell>) {
        cell.with(|cell, _| cell.begin_handler());
        let former = core::mem::replace(&mut self.cell, Arc::clone(cell));
        former.with(|cell, wakers| wakers.wake.extend(cell.end_handler()));
    }

    fn end(self, has_returned: bool) {
        if !has_returned {
            self.shared.tell(RegistrarActivity::HandlerPanicked {
                connection: self.connection,
            });
        }
    }
}

impl<R: Runtime> Drop for Handling<R> {
    fn drop(&mut self) {
        let is_idle = self.cell.with(|cell, wakers| {
            wakers.wake.extend(cell.end_handler());
            cell.is_idle()
        });
        self.shared.end_handler();
        if is_idle {
            self.shared.forget(&self.cell);
        }
    }
}

/// A handler that runs. If it panics, or its future does as it is dropped, that costs its request: its responder, dropped as the stack
/// is unwound, has answered 5000.
pub(super) struct Running<'h, R: Runtime> {
    handled: Contained<Pin<Box<dyn Future<Output = ()> + Send + 'h>>>,
    handling: Option<Handling<R>>,
}

impl<'h, R: Runtime> Running<'h, R> {
    /// Begins to handle a request; `None` if the handler has panicked at once.
    pub(super) fn begin<H: Handler>(
        handling: Handling<R>,
        handler: &'h H,
        incoming: IncomingRequest,
    ) -> Option<Self> {
        match catch_unwind(AssertUnwindSafe(|| handler.handle(incoming))) {
            Ok(handled) => Some(Self {
                handled: Contained::new(Box::pin(handled)),
                handling: Some(handling),
            }),
            Err(_) => {
                handling.end(false);
                None
            }
        }
    }

    fn end(&mut self, has_returned: bool) {
        if let Some(handling) = self.handling.take() {
            handling.end(has_returned);
        }
    }
}

impl<R: Runtime> Future for Running<'_, R> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let handled = ready!(Pin::new(&mut self.handled).poll(cx));
        self.end(handled.is_ok());
        Poll::Ready(())
    }
}

impl<R: Runtime> Drop for Running<'_, R> {
    fn drop(&mut self) {
        let released = self.handled.release();
        self.end(released.is_ok());
    }
}
