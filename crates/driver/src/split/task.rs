use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_channel::{mpsc, oneshot};
use futures_core::Stream;
use onem2m_ws_core::Message;

use super::{Receiver, Sender};
use crate::error::Error;
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Splits the connection and leaves the driving to a task of its own, which the caller spawns: pings are answered however
    /// slow the application is, until `queue_len` received messages wait; then the peer has to. The messages of senders wait in a
    /// queue as long, and one more for each sender, and leave in as few writes as can be.
    ///
    /// The task ends with the connection, or when the [`Delivered`] is dropped.
    pub fn into_task(
        self,
        queue_len: usize,
    ) -> (Sender, Delivered, impl Future<Output = ()> + use<T, C>) {
        let (receiver, commands) = Receiver::new(self, queue_len);
        let (deliver, messages) = mpsc::channel(queue_len);
        let (wanted, is_wanted) = oneshot::channel();
        let delivered = Delivered {
            messages,
            _is_wanted: is_wanted,
        };
        let mut delivery = Delivery {
            receiver,
            deliver,
            wanted,
        };
        let task = async move { poll_fn(|cx| delivery.poll(cx)).await };
        (Sender::new(commands, None), delivered, task)
    }
}

/// The messages that the task of [`WebSocket::into_task`] receives: a stream that ends with the connection. A failure is its
/// last item.
///
/// Dropping the stream ends the task, and the connection with that.
#[derive(Debug)]
pub struct Delivered {
    messages: mpsc::Receiver<Result<Message<'static>, Error>>,
    /// Dropped with this, which the task notices though it has nothing to deliver.
    _is_wanted: oneshot::Receiver<()>,
}

impl Delivered {
    /// Returns the next message; `None` after the closing handshake, and when the task is gone. Dropping the future loses
    /// nothing.
    ///
    /// # Errors
    ///
    /// As [`WebSocket::next`].
    pub async fn receive(&mut self) -> Result<Option<Message<'static>>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }
}

impl Stream for Delivered {
    type Item = Result<Message<'static>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.messages).poll_next(cx)
    }
}

/// The task of [`WebSocket::into_task`].
struct Delivery<T, C> {
    receiver: Receiver<T, C>,
    deliver: mpsc::Sender<Result<Message<'static>, Error>>,
    wanted: oneshot::Sender<()>,
}

impl<T: Transport, C: Timer> Delivery<T, C> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.wanted.poll_canceled(cx).is_ready() {
            return Poll::Ready(());
        }
        loop {
            // Room first: then a message is taken only when it can be delivered.
            match self.deliver.poll_ready(cx) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(_)) => return Poll::Ready(()),
                Poll::Pending => {
                    self.receiver.poll_background(cx);
                    return Poll::Pending;
                }
            }
            let Some(item) = ready!(Pin::new(&mut self.receiver).poll_next(cx)) else {
                return Poll::Ready(());
            };
            let is_end = item.is_err();
            if self.deliver.start_send(item).is_err() || is_end {
                return Poll::Ready(());
            }
        }
    }
}
