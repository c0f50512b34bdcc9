use core::fmt;
use core::future::poll_fn;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use futures_channel::{mpsc, oneshot};
use futures_sink::Sink;
use onem2m_ws_core::{CloseFrame, ControlError, Message, Sent};

use crate::error::Error;
use crate::websocket::{Form, Waiting};

/// The sending half of a connection, which can be cloned and moved to other tasks.
///
/// A message whose [`send`](Self::send) has completed leaves, whatever its sender does then. Of a connection that was
/// [split](crate::WebSocket::split) the sending half writes by itself, also while nobody polls the [`Receiver`](crate::Receiver).
/// With [`WebSocket::into_task`](crate::WebSocket::into_task) the task writes: `send` hands the message over and does not wait
/// for the transport, and the messages of many senders leave in one write.
///
/// As a [`Sink`] it feeds, and flushing waits until the transport has taken all; closing the sink closes the connection.
///
/// Dropping all senders does not close the connection.
pub struct Sender {
    commands: mpsc::Sender<Command>,
    /// Whoever writes for this sender, unless a task does.
    writer: Option<Arc<dyn Writer>>,
    /// The number of this sender among those of its connection.
    number: u64,
    /// What this sender as a sink waits for.
    sinking: Sinking,
}

/// What a sending half wants.
pub(super) enum Command {
    Message(Waiting),
    Ping(Vec<u8>),
    Close {
        frame: Option<CloseFrame<'static>>,
        /// To be told when the Close frame was written.
        done: Option<oneshot::Sender<()>>,
    },
    /// To be told when all before it was written.
    Flush(oneshot::Sender<()>),
}

impl Command {
    const fn close(frame: Option<CloseFrame<'static>>) -> Self {
        Self::Close { frame, done: None }
    }
}

/// A connection that sending halves write to.
pub(super) trait Writer: Send + Sync {
    fn next_sender(&self) -> u64;

    /// Carries out a command behind those in the line, and waits until the transport has taken all of that.
    fn poll_deliver(
        &self,
        cx: &mut Context<'_>,
        sender: u64,
        command: &mut Option<Command>,
        sent: &mut Option<Sent>,
    ) -> Poll<Result<(), Error>>;

    /// Makes room in the line.
    fn poll_room(&self, cx: &mut Context<'_>, sender: u64) -> Poll<Result<(), Error>>;

    /// The sender waits no more.
    fn forget(&self, sender: u64);
}

/// A command on its way, and how far that is. Without a command: everything before is to be written.
#[derive(Default)]
struct Delivery {
    command: Option<Command>,
    progress: Progress,
}

impl From<Command> for Delivery {
    fn from(command: Command) -> Self {
        Self {
            command: Some(command),
            progress: Progress::Begun,
        }
    }
}

#[derive(Default)]
enum Progress {
    #[default]
    Begun,
    /// It lies in the outbox, up to there.
    Queued(Sent),
    /// The task will tell.
    Asked(oneshot::Receiver<()>),
}

#[derive(Default)]
enum Sinking {
    #[default]
    No,
    Flushing(Delivery),
    Closing(Delivery),
}

impl Sender {
    pub(super) fn new(commands: mpsc::Sender<Command>, writer: Option<Arc<dyn Writer>>) -> Self {
        Self {
            commands,
            number: writer.as_ref().map_or(0, |writer| writer.next_sender()),
            writer,
            sinking: Sinking::No,
        }
    }

    /// Sends a message. Of a split connection the call waits until the transport has taken the message, and all that was fed
    /// before; of a task, until its queue has taken the message.
    ///
    /// Dropping the future sends nothing if there was no room for the message yet; otherwise the message leaves as a fed one
    /// does.
    ///
    /// # Errors
    ///
    /// [`Error::Disconnected`] when the connection is closing, has failed, or the receiving half is gone. A message that the
    /// transport has taken may still be lost with the connection.
    pub async fn send(&mut self, message: impl Into<Message<'static>>) -> Result<(), Error> {
        self.deliver(Command::Message((message.into(), Form::Whole)))
            .await
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
        self.deliver(Command::Message((message.into(), Form::Uncompressed)))
            .await
    }

    /// Sends the next piece of a message that is too large to be held (RFC 6455 §5.4), as [`send`](Self::send) does; the first
    /// piece begins the message, the one with `is_last` ends the message.
    ///
    /// Nothing can stand between the pieces (RFC 6455 §5.4): meanwhile a whole message of another sender is refused with
    /// [`Error::Send`], and one that was fed, or handed to a task, is left out. So nobody else sends until the last piece.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send). [`Error::Send`] when the piece is of another kind than those before.
    pub async fn send_piece(
        &mut self,
        piece: impl Into<Message<'static>>,
        is_last: bool,
    ) -> Result<(), Error> {
        let form = Form::Piece { is_last };
        self.deliver(Command::Message((piece.into(), form))).await
    }

    /// Queues a message, which leaves together with others: while the [`Receiver`](crate::Receiver) or the task is polled, or
    /// with the next [`send`](Self::send) or [`flush`](Self::flush). The call waits while the queue is full. Dropping the future
    /// before it completes sends nothing.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn feed(&mut self, message: impl Into<Message<'static>>) -> Result<(), Error> {
        let mut command = Some(Command::Message((message.into(), Form::Whole)));
        poll_fn(|cx| self.poll_queue(cx, &mut command)).await
    }

    /// Queues a message as [`feed`](Self::feed) does, if the queue has room.
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
                    Command::Ping(_) | Command::Close { .. } | Command::Flush(_) => {
                        Message::from(Vec::new())
                    }
                };
                TrySendError {
                    is_disconnected,
                    message,
                }
            })
    }

    /// Sends a ping with up to 125 bytes, as [`send`](Self::send) does, but before the fragments that wait. Keep-alive needs no
    /// call.
    ///
    /// # Errors
    ///
    /// The ping is too long, too many control frames wait, or as [`send`](Self::send). A task leaves out a ping that finds too
    /// many.
    pub async fn ping(&mut self, payload: &[u8]) -> Result<(), Error> {
        if payload.len() > MAX_PING_LEN {
            return Err(Error::Control(ControlError::TooLong));
        }
        self.deliver(Command::Ping(payload.to_vec())).await
    }

    /// Waits until the transport has taken everything that was sent and fed through this sender.
    ///
    /// # Errors
    ///
    /// [`Error::Disconnected`] when the connection has failed or ended before.
    pub async fn flush(&mut self) -> Result<(), Error> {
        self.deliver(Delivery::default()).await
    }

    /// Begins the closing handshake behind everything sent through this sender, and waits until the transport has taken the Close
    /// frame. The receiving half, or the task, sees the end of the handshake.
    ///
    /// # Errors
    ///
    /// The reason is longer than 123 bytes, or as [`send`](Self::send).
    pub async fn close<'f>(
        &mut self,
        frame: impl Into<Option<CloseFrame<'f>>>,
    ) -> Result<(), Error> {
        let frame = frame.into();
        if let Some(frame) = &frame {
            frame.check()?;
        }
        self.deliver(Command::close(frame.map(CloseFrame::into_owned)))
            .await
    }

    async fn deliver(&mut self, delivery: impl Into<Delivery>) -> Result<(), Error> {
        let mut delivery = delivery.into();
        poll_fn(|cx| self.poll_deliver(cx, &mut delivery)).await
    }

    fn poll_deliver(
        &mut self,
        cx: &mut Context<'_>,
        delivery: &mut Delivery,
    ) -> Poll<Result<(), Error>> {
        let Some(writer) = &self.writer else {
            return self.poll_hand_over(cx, delivery);
        };
        let Delivery {
            command, progress, ..
        } = delivery;
        let mut sent = match progress {
            Progress::Queued(sent) => Some(*sent),
            Progress::Begun | Progress::Asked(_) => None,
        };
        let polled = writer.poll_deliver(cx, self.number, command, &mut sent);
        if let Some(sent) = sent {
            *progress = Progress::Queued(sent);
        }
        polled
    }

    /// Hands a command to the task. Waits for its word that the Close frame was written, and without a command that all was:
    /// asked for with the same command, for behind a Close frame there may be nobody left to ask.
    fn poll_hand_over(
        &mut self,
        cx: &mut Context<'_>,
        delivery: &mut Delivery,
    ) -> Poll<Result<(), Error>> {
        loop {
            if let Progress::Asked(done) = &mut delivery.progress {
                return Pin::new(done).poll(cx).map_err(|_| Error::Disconnected);
            }
            ready!(self.poll_queue_ready(cx))?;
            let (done, is_done) = oneshot::channel();
            let command = match delivery.command.take() {
                None => Command::Flush(done),
                Some(Command::Close { frame, .. }) => Command::Close {
                    frame,
                    done: Some(done),
                },
                Some(command) => return Poll::Ready(self.queue(command)),
            };
            self.queue(command)?;
            delivery.progress = Progress::Asked(is_done);
        }
    }

    /// Puts a command into the line, once there is room.
    fn poll_queue(
        &mut self,
        cx: &mut Context<'_>,
        command: &mut Option<Command>,
    ) -> Poll<Result<(), Error>> {
        ready!(self.poll_queue_ready(cx))?;
        Poll::Ready(command.take().map_or(Ok(()), |command| self.queue(command)))
    }

    fn queue(&mut self, command: Command) -> Result<(), Error> {
        let queued = self.commands.start_send(command);
        queued.map_err(|_| Error::Disconnected)
    }

    /// Waits for room in the line, and makes some if this half can.
    fn poll_queue_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let mut has_made_room = false;
        loop {
            let ready = self.commands.poll_ready(cx);
            if ready.is_ready() || has_made_room {
                return ready.map_err(|_| Error::Disconnected);
            }
            let Some(writer) = &self.writer else {
                return Poll::Pending;
            };
            ready!(writer.poll_room(cx, self.number))?;
            has_made_room = true;
        }
    }

    /// Flushes or closes, which is taken up where the last poll left it.
    fn poll_sink(&mut self, cx: &mut Context<'_>, is_closing: bool) -> Poll<Result<(), Error>> {
        let mut sinking = match (mem::take(&mut self.sinking), is_closing) {
            (Sinking::No, false) => Sinking::Flushing(Delivery::default()),
            (Sinking::No | Sinking::Flushing(_), true) => {
                Sinking::Closing(Command::close(None).into())
            }
            (sinking @ (Sinking::Flushing(_) | Sinking::Closing(_)), _) => sinking,
        };
        let polled = match &mut sinking {
            Sinking::No => Poll::Ready(Ok(())),
            Sinking::Flushing(delivery) | Sinking::Closing(delivery) => {
                self.poll_deliver(cx, delivery)
            }
        };
        if polled.is_pending() {
            self.sinking = sinking;
        }
        if is_closing && matches!(polled, Poll::Ready(Err(Error::Disconnected))) {
            // There is nothing left to close.
            return Poll::Ready(Ok(()));
        }
        polled
    }
}

impl Sink<Message<'static>> for Sender {
    type Error = Error;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.poll_queue_ready(cx)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message<'static>) -> Result<(), Error> {
        self.queue(Command::Message((message, Form::Whole)))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.poll_sink(cx, false)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.poll_sink(cx, true)
    }
}

impl Clone for Sender {
    fn clone(&self) -> Self {
        Self::new(self.commands.clone(), self.writer.clone())
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        if let Some(writer) = &self.writer {
            writer.forget(self.number);
        }
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

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender(..)")
    }
}

/// RFC 6455 §5.5.
const MAX_PING_LEN: usize = 125;
