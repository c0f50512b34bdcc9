use core::fmt;
use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use std::sync::Arc;

use super::routing::Routing;
use crate::node::{Incoming, RegistreeTask};
use crate::runtime::{Connector, Runtime};

/// Drives an AE: a [`RegistreeTask`], which also gives notifications to the subscriptions of the AE.
#[must_use = "nothing happens unless the task is driven"]
pub struct AeTask<K: Connector, R: Runtime> {
    registree: RegistreeTask<K, R>,
    incoming: Incoming,
    routing: Arc<Routing>,
}

impl<K: Connector, R: Runtime> AeTask<K, R> {
    pub(super) const fn new(
        registree: RegistreeTask<K, R>,
        incoming: Incoming,
        routing: Arc<Routing>,
    ) -> Self {
        Self {
            registree,
            incoming,
            routing,
        }
    }
}

impl<K, R> Future for AeTask<K, R>
where
    K: Connector,
    R: Runtime,
    RegistreeTask<K, R>: Future<Output = ()> + Unpin,
{
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        loop {
            let polled = Pin::new(&mut this.registree).poll(cx);
            let mut has_come = false;
            while let Poll::Ready(Some(incoming)) = pin!(this.incoming.next()).poll(cx) {
                has_come = true;
                this.routing.take(incoming);
            }
            if polled.is_ready() {
                return Poll::Ready(());
            }
            if !has_come {
                return Poll::Pending;
            }
            // The answers are to leave with this turn.
        }
    }
}

impl<K: Connector, R: Runtime> Drop for AeTask<K, R> {
    fn drop(&mut self) {
        self.routing.end();
    }
}

impl<K: Connector, R: Runtime> fmt::Debug for AeTask<K, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AeTask").finish_non_exhaustive()
    }
}
