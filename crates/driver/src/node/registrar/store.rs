//! The store of a registrar, driven beside its connections: operations in batches, their answers as commands.

use core::fmt;
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::panic::catch_unwind;
use std::sync::Arc;

use onem2m_ws::cells::{By, Command, Loaded, Names, Node};
use onem2m_ws::{Identity, RequestId, StoreAnswer, StoreOperation, StoredRequest, TooMany};

use super::cell::{NodeCell, Ticket};
use super::events::RegistrarActivity;
use super::shared::Shared;
use crate::node::lock;
use crate::runtime::Runtime;
use crate::sync::Mutex;

/// Keeps the requests that wait for absent registrees over a restart of the registrar (TS-0020 6.5).
///
/// Operations come in batches, in the order in which they have to take effect. A batch that was carried out has to outlive a
/// crash: a request counts as stored only then, and is handed to a connection only when its
/// [`Take`](StoreOperation::Take) was carried out.
///
/// Operations are about the place (`seq`) of a request, and carrying one out twice is the same as once: a `Put` replaces
/// the request that is there, and a `Take` or an `End` of a place that is empty does nothing. Each is answered truly:
///
/// - An operation that is said to be carried out is found by the next [`load`](Self::load), after a crash as well.
/// - An operation that is said to have failed has changed nothing that a `load` could find. A request whose `Put` has failed waits
///   on in memory, and is sent without a `Take`, for a store that is broken must not keep the request from its receiver. A store
///   that had written the request all the same would have it sent once more after a crash. So a store that does not know the outcome
///   of an operation (its answer was lost) finds out, by reading or by carrying the operation out again, before it answers;
///   that may take time.
/// - A store that cannot costs as little as may be: when the request has ended, its place is ended as well, whatever was said of
///   its `Put`. Only a crash in between sends it again.
pub trait Store: Send + 'static {
    /// Returns the requests that the store has kept, in the order of their places (`seq`).
    ///
    /// # Errors
    ///
    /// The errors of the store.
    fn load(&mut self) -> impl Future<Output = io::Result<Vec<StoredRequest>>> + Send;

    /// Carries out a batch.
    ///
    /// # Errors
    ///
    /// The number of operations that were carried out, from the first on, and the reason why no more were. Those behind have
    /// changed nothing.
    fn apply(
        &mut self,
        operations: Vec<StoreOperation>,
    ) -> impl Future<Output = Result<(), StoreFailure>> + Send;
}

/// The part of a batch that was carried out.
#[derive(Debug)]
pub struct StoreFailure {
    /// Operations that were carried out.
    pub carried_out: usize,
    /// The reason why no more were carried out.
    pub error: io::Error,
}

/// No store: requests that wait are lost when the registrar ends.
#[derive(Clone, Copy, Debug)]
pub enum NoStore {}

impl Store for NoStore {
    async fn load(&mut self) -> io::Result<Vec<StoredRequest>> {
        match *self {}
    }

    async fn apply(&mut self, _: Vec<StoreOperation>) -> Result<(), StoreFailure> {
        match *self {}
    }
}

/// A store in memory, for tests, and for registrars that are made anew within one process. Clones share the requests that are kept.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Arc<Mutex<BTreeMap<u64, StoredRequest>>>);

impl MemoryStore {
    /// Returns the requests that are kept, in the order of their places.
    #[must_use]
    pub fn kept(&self) -> Vec<StoredRequest> {
        lock(&self.0).values().cloned().collect()
    }

    /// Carries out one operation.
    pub fn carry_out(&self, operation: StoreOperation) {
        let mut kept = lock(&self.0);
        match operation {
            StoreOperation::Put(put) => {
                let stored = StoredRequest {
                    seq: put.seq,
                    entity: (*put.entity).into(),
                    identity: put.identity,
                    deadline: put.deadline,
                    request: put.request,
                    was_taken: false,
                };
                kept.insert(put.seq, stored);
            }
            StoreOperation::Take { seq, .. } => {
                if let Some(stored) = kept.get_mut(&seq) {
                    stored.was_taken = true;
                }
            }
            StoreOperation::End { seq, .. } => {
                kept.remove(&seq);
            }
        }
    }
}

impl Store for MemoryStore {
    async fn load(&mut self) -> io::Result<Vec<StoredRequest>> {
        Ok(self.kept())
    }

    async fn apply(&mut self, operations: Vec<StoreOperation>) -> Result<(), StoreFailure> {
        operations
            .into_iter()
            .for_each(|operation| self.carry_out(operation));
        Ok(())
    }
}

/// Operations that are carried out together, with the nodes that want them.
type Batch = Vec<(Arc<NodeCell>, StoreOperation)>;

/// The operations that the store is to do, with the node that wants them.
pub(super) struct StoreQueue {
    max: usize,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    operations: VecDeque<(Arc<NodeCell>, StoreOperation)>,
    /// Places of operations that are being made.
    reserved: usize,
    /// Nodes whose operations had no room, by their numbers.
    blocked: BTreeMap<u64, Arc<NodeCell>>,
}

impl StoreQueue {
    pub(super) fn new(max: usize) -> Self {
        Self {
            max: max.max(1),
            queue: Mutex::new(Queue::default()),
        }
    }

    /// Takes what a node in custody wants of the store, as far as there is room; whether the queue is to be looked at.
    pub(super) fn take_from(
        &self,
        cell: &Arc<NodeCell>,
        node: &mut Node<Ticket>,
        mut next_seq: impl FnMut() -> u64,
    ) -> bool {
        let mut has_taken = false;
        while node.has_store_operations() {
            {
                let mut queue = lock(&self.queue);
                if queue.operations.len() + queue.reserved >= self.max {
                    queue
                        .blocked
                        .entry(node.number())
                        .or_insert_with(|| Arc::clone(cell));
                    break;
                }
                queue.reserved += 1;
            }
            let operation = node.poll_store(&mut next_seq);
            let is_last = operation.is_none();
            has_taken |= !is_last;
            {
                let mut queue = lock(&self.queue);
                queue.reserved -= 1;
                // Somebody may have been kept out by a place that was not needed.
                has_taken |= !queue.blocked.is_empty();
                let operation = operation.map(|operation| (Arc::clone(cell), operation));
                queue.operations.extend(operation);
            }
            if is_last {
                break;
            }
        }
        has_taken
    }

    /// A request that no node has any more is over. There is nowhere else for this to wait: beyond the limit there are no more than
    /// the requests that were surrendered with their entity, each of which had its place among those of a node.
    pub(super) fn end(&self, cell: &Arc<NodeCell>, id: RequestId, seq: u64, entity: &str) {
        let entity = entity.into();
        let operation = (Arc::clone(cell), StoreOperation::End { id, seq, entity });
        lock(&self.queue).operations.push_back(operation);
    }

    fn take_batch(&self) -> (Batch, BTreeMap<u64, Arc<NodeCell>>) {
        let mut queue = lock(&self.queue);
        let count = queue.operations.len().min(MAX_BATCH);
        let batch = queue.operations.drain(..count).collect();
        (batch, core::mem::take(&mut queue.blocked))
    }
}

type Applying<S> = Pin<Box<dyn Future<Output = (S, Result<(), StoreFailure>)> + Send>>;

/// Drives a store, one batch at a time.
pub(super) struct StoreDriver<S> {
    state: State<S>,
}

enum State<S> {
    Idle(S),
    Applying(Applying<S>, Batch),
    /// The store has panicked: nothing is stored any more.
    Broken,
}

impl<S: Store> StoreDriver<S> {
    pub(super) const fn new(store: S) -> Self {
        Self {
            state: State::Idle(store),
        }
    }

    /// Carries out what waits, as far as the store is ready.
    pub(super) fn poll<R: Runtime>(
        &mut self,
        cx: &mut Context<'_>,
        queue: &StoreQueue,
        shared: &Shared<R>,
    ) {
        for _ in 0..MAX_BATCHES {
            match core::mem::replace(&mut self.state, State::Broken) {
                State::Broken => {
                    let batch = next_batch(queue, shared);
                    if batch.is_empty() {
                        return;
                    }
                    answer(shared, batch, Err(panicked()));
                }
                State::Idle(mut store) => {
                    let batch = next_batch(queue, shared);
                    if batch.is_empty() {
                        self.state = State::Idle(store);
                        return;
                    }
                    let operations = batch.iter().map(|(_, operation)| operation.clone());
                    let operations = operations.collect();
                    let applying = Box::pin(async move {
                        let applied = store.apply(operations).await;
                        (store, applied)
                    });
                    self.state = State::Applying(applying, batch);
                }
                State::Applying(mut applying, batch) => {
                    let polled = catch_unwind(AssertUnwindSafe(|| applying.as_mut().poll(cx)));
                    match polled {
                        Ok(Poll::Pending) => {
                            self.state = State::Applying(applying, batch);
                            return;
                        }
                        Ok(Poll::Ready((store, applied))) => {
                            self.state = State::Idle(store);
                            answer(shared, batch, applied);
                        }
                        // What was carried out of the batch nobody knows.
                        Err(_) => answer(shared, batch, Err(panicked())),
                    }
                }
            }
        }
        cx.waker().wake_by_ref();
    }
}

fn next_batch<R: Runtime>(queue: &StoreQueue, shared: &Shared<R>) -> Batch {
    let (batch, blocked) = queue.take_batch();
    for cell in blocked.into_values() {
        // There is room again: whoever has custody of the node next gives what it wants.
        shared.append(&cell, Command::Expire);
    }
    batch
}

fn panicked() -> StoreFailure {
    StoreFailure {
        carried_out: 0,
        error: io::Error::other("the store has panicked"),
    }
}

fn answer<R: Runtime>(shared: &Shared<R>, batch: Batch, applied: Result<(), StoreFailure>) {
    let carried_out = match applied {
        Ok(()) => batch.len(),
        Err(failure) => {
            shared.tell(RegistrarActivity::StoreFailed {
                error: failure.error,
            });
            failure.carried_out
        }
    };
    for (index, (cell, operation)) in batch.into_iter().enumerate() {
        let (id, step) = operation.subject();
        let answer = if index < carried_out {
            StoreAnswer::Done(id, step)
        } else {
            StoreAnswer::Failed(id, step)
        };
        let entity = Arc::clone(operation.entity());
        shared.append(&cell, Command::Store(entity, answer));
    }
}

/// An entity is registered, though not by a request in this run; the cell of its node.
pub(super) fn restore<R: Runtime>(
    shared: &Shared<R>,
    entity: &str,
    identity: &Identity,
) -> Result<Arc<NodeCell>, TooMany> {
    {
        let directory = lock(&shared.directory);
        if let Some((place, cell)) = directory.place(entity)
            && place.is_registered
        {
            return Ok(Arc::clone(cell));
        }
        if !directory.has_room(true) {
            return Err(TooMany);
        }
    }
    let cell = shared.cell_of(identity)?;
    match cell.append(Command::Register(entity.into())) {
        Ok(errand) => {
            if let Some(errand) = errand {
                shared.run_errand(&errand, By::Errand);
                let place = lock(&shared.directory).find(entity);
                if !place.is_some_and(|place| place.is_registered) {
                    return Err(TooMany);
                }
            }
            Ok(cell)
        }
        // The node was forgotten between two looks.
        Err(_) => restore(shared, entity, identity),
    }
}

/// Loads a request that a store has kept.
pub(super) fn load<R: Runtime>(shared: &Shared<R>, stored: StoredRequest) -> io::Result<()> {
    lock(&shared.directory).note_seq(stored.seq);
    let cell = restore(shared, &stored.entity, &stored.identity).map_err(io::Error::other)?;
    let now = shared.now();
    let clock = shared.runtime.since_unix_epoch();
    let left = clock
        .zip(stored.deadline)
        .map(|(time, deadline)| deadline.saturating_sub(time));
    let left = left.unwrap_or(shared.config.session.delivery_timeout);
    let loaded = Loaded {
        id: cell.with(|cell, _| cell.next_request_id()),
        entity: stored.entity.into(),
        seq: stored.seq,
        deadline: now.saturating_add(left),
        request: stored.request,
        was_taken: stored.was_taken,
        ticket: Ticket::Loaded,
    };
    match cell.append(Command::Load(Box::new(loaded))) {
        // Some end as they are loaded, which is told when the task is first driven: before, nobody can have asked for the events.
        Ok(Some(errand)) => shared.delegate(&errand),
        Ok(None) => {}
        Err(_) => return Err(io::Error::other("the registrar has ended")),
    }
    Ok(())
}

impl<S> fmt::Debug for StoreDriver<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreDriver").finish_non_exhaustive()
    }
}

/// Operations that are carried out together.
const MAX_BATCH: usize = 256;
/// Batches after which other tasks get their turn.
const MAX_BATCHES: u32 = 4;
