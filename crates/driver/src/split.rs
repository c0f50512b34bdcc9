use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_channel::{mpsc, oneshot};
use futures_core::Stream;
use onem2m_ws_core::{CloseFrame, Closed, Message};

use crate::error::Error;
use crate::transport::{Timer, Transport};
use crate::websocket::{Form, Waiting, WebSocket};

/// The receiving half of a connection, which also drives the connection: messages of [`Sender`]s are written while this half is
/// being polled. There is no lock between the halves, only a bounded queue.
///
/// The methods are cancel-safe, as those of [`WebSocket`]. Dropping this half ends the connection.
pub struct Receiver<T, C> {
    websocket: WebSocket<T, C>,
    commands: mpsc::Receiver<Command>,
    /// A message that did not fit into the outbox.
    waiting: Option<Waiting>,
}

/// The sending half of a connection, which can be cloned and moved to other tasks.
///
/// Dropping all senders does not close the connection.
#[derive(Clone)]
pub struct Sender {
    commands: mpsc::Sender<Command>,
}

enum Command {
    Message(Waiting),
    Close(Option<CloseFrame<'static>>),
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Splits the connection. `queue_len` messages, and one more for each sender, wait for the receiving half; then
    /// sending waits.
    pub fn split(self, queue_len: usize) -> (Receiver<T, C>, Sender) {
        let (sender, commands) = mpsc::channel(queue_len);
        (
            Receiver {
                websocket: self,
                commands,
                waiting: None,
            },
            Sender { commands: sender },
        )
    }

    /// Splits the connection and leaves the driving to a task of its own, which the caller spawns: pings are answered
    /// however slow the application is, until `queue_len` received messages wait; then the peer has to.
    ///
    /// The task ends with the connection, or when the [`Delivered`] is dropped.
    pub fn into_task(
        self,
        queue_len: usize,
    ) -> (Sender, Delivered, impl Future<Output = ()> + use<T, C>)
    where
        T: Unpin,
        C: Unpin,
    {
        let (receiver, sender) = self.split(queue_len);
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
        (sender, delivered, task)
    }
}

impl<T: Transport, C: Timer> Receiver<T, C> {
    /// Returns the next message; `None` after the closing handshake. See [`WebSocket::next`].
    ///
    /// # Errors
    ///
    /// As [`WebSocket::next`].
    pub async fn next(&mut self) -> Result<Option<Message<'_>>, Error> {
        if !poll_fn(|cx| self.poll_message(cx)).await? {
            return Ok(None);
        }
        Ok(self.websocket.next().await?.map(|(message, _)| message))
    }

    /// Drives the connection without receiving: messages of senders are written, deadlines are met, nothing is read. The future
    /// never completes; drop it to receive again.
    pub async fn drive(&mut self) {
        poll_fn(|cx| {
            self.poll_background(cx);
            Poll::<()>::Pending
        })
        .await;
    }

    /// Returns the end of the connection, once it has ended.
    pub const fn closed(&self) -> Option<&Closed<'static>> {
        self.websocket.outgoing().closed()
    }

    fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        self.take_commands(cx);
        let polled = self.websocket.poll_message(cx);
        if polled.is_pending() && self.waiting.is_some() {
            // Writing may have made room; what was waiting is then written, too.
            self.take_commands(cx);
            let _ = self.websocket.poll_write(cx);
        }
        if !self.websocket.connection().is_open() {
            // Nothing can be sent any more, and nobody is to wait for it.
            self.commands.close();
        }
        polled
    }

    fn poll_background(&mut self, cx: &mut Context<'_>) {
        self.take_commands(cx);
        self.websocket.poll_background(cx);
    }

    /// Moves what senders sent into the outbox, as far as there is room.
    fn take_commands(&mut self, cx: &mut Context<'_>) {
        loop {
            let place = self.websocket.poll_place(cx, &mut self.waiting);
            if place.is_pending() {
                return;
            }
            if self.websocket.spend(cx).is_pending() {
                return;
            }
            match Pin::new(&mut self.commands).poll_next(cx) {
                Poll::Ready(Some(Command::Message(message))) => self.waiting = Some(message),
                Poll::Ready(Some(Command::Close(frame))) => {
                    let begun = self.websocket.start_close(frame);
                    debug_assert!(begun.is_ok(), "the sender has checked the reason");
                }
                Poll::Ready(None) | Poll::Pending => return,
            }
        }
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> Stream for Receiver<T, C> {
    type Item = Result<Message<'static>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while ready!(self.poll_message(cx))? {
            if let Some(message) = self.websocket.take_message() {
                return Poll::Ready(Some(Ok(message)));
            }
        }
        Poll::Ready(None)
    }
}

impl Sender {
    /// Sends a message; waits while the queue is full. Dropping the future before it completes sends nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Disconnected`] when the connection is closing, or the receiving half is gone. A message taken here may still be
    /// lost with the connection.
    pub async fn send(&mut self, message: impl Into<Message<'static>>) -> Result<(), Error> {
        let mut command = Some(Command::Message((message.into(), Form::Whole)));
        self.queue(&mut command).await
    }

    /// Sends a message as [`send`](Self::send) does, and never compressed: see
    /// [`Outgoing::send_uncompressed`](crate::Outgoing::send_uncompressed).
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_uncompressed(
        &mut self,
        message: impl Into<Message<'static>>,
    ) -> Result<(), Error> {
        let mut command = Some(Command::Message((message.into(), Form::Uncompressed)));
        self.queue(&mut command).await
    }

    /// Sends a message if the queue has room.
    ///
    /// # Errors
    ///
    /// The message comes back, with whether the connection is closing or gone.
    pub fn try_send(&mut self, message: impl Into<Message<'static>>) -> Result<(), TrySendError> {
        self.commands
            .try_send(Command::Message((message.into(), Form::Whole)))
            .map_err(|error| {
                let is_disconnected = error.is_disconnected();
                let message = match error.into_inner() {
                    Command::Message((message, _)) => message,
                    Command::Close(_) => Message::from(Vec::new()),
                };
                TrySendError {
                    is_disconnected,
                    message,
                }
            })
    }

    /// Begins the closing handshake behind everything sent through this sender.
    ///
    /// # Errors
    ///
    /// The reason is longer than 123 bytes, or as [`send`](Self::send).
    pub async fn close<'f>(
        &mut self,
        frame: impl Into<Option<CloseFrame<'f>>>,
    ) -> Result<(), Error> {
        let frame = frame.into();
        if frame
            .as_ref()
            .is_some_and(|frame| frame.reason.len() > CloseFrame::MAX_REASON_LEN)
        {
            return Err(Error::Control(onem2m_ws_core::ControlError::TooLong));
        }
        let mut command = Some(Command::Close(frame.map(CloseFrame::into_owned)));
        self.queue(&mut command).await
    }

    async fn queue(&mut self, command: &mut Option<Command>) -> Result<(), Error> {
        poll_fn(|cx| {
            ready!(self.commands.poll_ready(cx)).map_err(|_| Error::Disconnected)?;
            Poll::Ready(match command.take() {
                Some(command) => self
                    .commands
                    .start_send(command)
                    .map_err(|_| Error::Disconnected),
                None => Ok(()),
            })
        })
        .await
    }
}

/// A message that [`Sender::try_send`] did not take.
#[derive(Debug)]
pub struct TrySendError {
    /// True if the connection is closing, or the receiving half gone; otherwise the queue is full.
    pub is_disconnected: bool,
    /// The message, as it was.
    pub message: Message<'static>,
}

impl fmt::Display for TrySendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_disconnected {
            "the connection is gone"
        } else {
            "the queue is full"
        })
    }
}

impl core::error::Error for TrySendError {}

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
    /// Returns the next message; `None` after the closing handshake, and when the task is gone. Dropping the future loses nothing.
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

impl<T: Transport + Unpin, C: Timer + Unpin> Delivery<T, C> {
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

impl<T, C> fmt::Debug for Receiver<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("websocket", &self.websocket)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender(..)")
    }
}
