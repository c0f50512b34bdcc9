//! A request that a future makes: it waits for room, then for the outcome, and is given up when the future is dropped.

use core::mem;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use onem2m_primitive::RequestPrimitive;
use onem2m_ws::cells::{By, Command, Refused, Returned, Submission};
use onem2m_ws::{Outcome, RequestError, RequestId, RequestOptions};

use super::cell::{NodeCell, OutcomeSlot, Ticket};
use super::events::outcome_counter;
use super::phase::Stage;
use super::shared::Shared;
use crate::node::patience::Patience;
use crate::node::slot::{Answer, Slot, answer};
use crate::node::{RequestFailure, lock};
use crate::runtime::Runtime;

pub(super) fn registered_cell<R: Runtime>(
    shared: &Shared<R>,
    entity: &str,
) -> Result<Arc<NodeCell>, RequestFailure> {
    let directory = lock(&shared.directory);
    match directory.place(entity) {
        Some((place, cell)) if place.is_registered => Ok(Arc::clone(cell)),
        Some(_) | None => {
            drop(directory);
            Err(match shared.stage() {
                Stage::Over => RequestFailure::Gone,
                Stage::Serving | Stage::Draining => RequestFailure::NotRegistered,
            })
        }
    }
}

pub(super) fn submission(
    entity: &str,
    request: RequestPrimitive<'static>,
    options: RequestOptions,
) -> Box<Submission<Ticket>> {
    Box::new(Submission::new(
        entity.into(),
        request,
        options,
        Ticket::Posted(0),
    ))
}

/// Appends a request to the line of a node: its number, and whether the line is to be carried out.
pub(super) fn submit(
    cell: &NodeCell,
    submission: Box<Submission<Ticket>>,
) -> Result<(RequestId, bool), Returned<Ticket>> {
    let len = submission.len();
    let (id, appended) = cell.with(|cell, _| cell.submit(len, submission))?;
    if let Some(waker) = appended.wake {
        waker.wake();
    }
    Ok((id, appended.is_errand))
}

pub(super) const fn no_room(refused: Refused) -> RequestError {
    match refused {
        Refused::TooLong => RequestError::TooLong,
        Refused::TooMany | Refused::Dead => RequestError::TooMany,
    }
}

/// A request that a future makes.
pub(super) struct Asking<'s, R: Runtime> {
    shared: &'s Arc<Shared<R>>,
    entity: &'s str,
    stage: Asks,
}

/// Where a future waits for room, and as which of those who do.
type Waiter = (Arc<NodeCell>, u64);

enum Asks {
    ForRoom {
        submission: Option<Box<Submission<Ticket>>>,
        waiter: Option<Waiter>,
        /// Once the future has waited.
        patience: Option<Patience>,
    },
    ForOutcome(Arc<OutcomeSlot>, RequestId),
    Nothing,
}

impl<'s, R: Runtime> Asking<'s, R> {
    pub(super) fn new(
        shared: &'s Arc<Shared<R>>,
        entity: &'s str,
        request: RequestPrimitive<'static>,
        options: RequestOptions,
    ) -> Self {
        Self {
            shared,
            entity,
            stage: Asks::ForRoom {
                submission: Some(submission(entity, request, options)),
                waiter: None,
                patience: None,
            },
        }
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Answer> {
        if let Asks::ForRoom { .. } = &self.stage
            && let Some(ended) = ready!(self.poll_room(cx))
        {
            self.stage = Asks::Nothing;
            return Poll::Ready(ended);
        }
        let Asks::ForOutcome(slot, _) = &self.stage else {
            return Poll::Ready(Err(RequestFailure::Gone));
        };
        let answer = ready!(slot.poll(cx));
        self.stage = Asks::Nothing;
        Poll::Ready(answer)
    }

    /// Ready once the request was submitted, or has ended without that.
    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Option<Answer>> {
        let Asks::ForRoom {
            submission,
            waiter,
            patience,
        } = &mut self.stage
        else {
            return Poll::Ready(None);
        };
        if let Some(patience) = patience
            && let Poll::Ready(outcome) = patience.poll(cx)
        {
            leave(waiter.take());
            return Poll::Ready(Some(self.expired(outcome)));
        }
        let Some(mut asked) = submission.take() else {
            return Poll::Ready(Some(Err(RequestFailure::Gone)));
        };
        if let Some(patience) = patience {
            patience.leave_to(&mut asked.options);
        }
        match ask(self.shared, self.entity, asked, waiter.take(), cx) {
            Asked::Waits(refused, waits) => {
                let begin = || {
                    let default = self.shared.config.session.delivery_timeout;
                    Patience::new(&self.shared.runtime, &refused.options, default)
                };
                let outcome = patience.get_or_insert_with(begin).poll(cx);
                if outcome.is_ready() {
                    leave(waits);
                } else {
                    (*submission, *waiter) = (Some(refused), waits);
                }
                outcome.map(|outcome| Some(self.expired(outcome)))
            }
            Asked::Failed(failure) => Poll::Ready(Some(Err(failure))),
            Asked::Submitted(slot, id) => {
                self.stage = Asks::ForOutcome(slot, id);
                Poll::Ready(None)
            }
        }
    }

    fn expired(&self, outcome: Outcome<'static>) -> Answer {
        self.shared.observers.note(outcome_counter(&outcome));
        answer(outcome)
    }
}

enum Asked {
    Waits(Box<Submission<Ticket>>, Option<Waiter>),
    Submitted(Arc<OutcomeSlot>, RequestId),
    Failed(RequestFailure),
}

/// Submits a request, or has the future wait for room: both in one section, so that room which was seen is room.
fn ask<R: Runtime>(
    shared: &Arc<Shared<R>>,
    entity: &str,
    mut submission: Box<Submission<Ticket>>,
    mut former: Option<Waiter>,
    cx: &Context<'_>,
) -> Asked {
    loop {
        let cell = match registered_cell(shared, entity) {
            Ok(cell) => cell,
            Err(failure) => {
                leave(former);
                return Asked::Failed(failure);
            }
        };
        let slot = Slot::new(&cell);
        submission.ticket = Ticket::Waited(Arc::clone(&slot));
        let len = submission.len();
        let waker = cx.waker().clone();
        let mut waiter = match &former {
            Some((other, waiter)) if Arc::ptr_eq(other, &cell) => Some(*waiter),
            Some(_) | None => None,
        };
        let submitted = cell.with(|cell, wakers| match cell.submit(len, submission) {
            Ok(submitted) => {
                if let Some(waiter) = waiter {
                    cell.forget_waiter(waiter, wakers);
                }
                wakers.drop.push(waker);
                Ok(submitted)
            }
            Err((Refused::Dead, refused)) => {
                wakers.drop.push(waker);
                Err((Refused::Dead, refused))
            }
            Err(refused) => {
                wakers.drop.extend(cell.wait_for_room(&mut waiter, waker));
                Err(refused)
            }
        });
        if waiter.is_none() || submitted.is_ok() {
            // The future waited elsewhere, or waits no more.
            let is_other = |(other, _): &Waiter| !Arc::ptr_eq(other, &cell);
            leave(former.take_if(|former| is_other(former)));
        }
        match submitted {
            Ok((id, appended)) => {
                if let Some(waker) = appended.wake {
                    waker.wake();
                }
                if appended.is_errand {
                    shared.run_errand(&cell, By::Errand);
                }
                return Asked::Submitted(slot, id);
            }
            Err((Refused::Dead, refused)) => submission = refused,
            Err((_, refused)) => {
                return Asked::Waits(refused, waiter.map(|waiter| (cell, waiter)));
            }
        }
    }
}

/// A future does not wait for room there any more.
fn leave(waiter: Option<Waiter>) {
    if let Some((cell, waiter)) = waiter {
        cell.with(|cell, wakers| cell.leave_waiters(waiter, wakers));
    }
}

impl<R: Runtime> Drop for Asking<'_, R> {
    fn drop(&mut self) {
        match mem::replace(&mut self.stage, Asks::Nothing) {
            Asks::Nothing => {}
            Asks::ForRoom { waiter, .. } => leave(waiter),
            Asks::ForOutcome(slot, id) => give_up(self.shared, &slot, id),
        }
    }
}

/// Gives a request up: out of the line if it is there still, else by a command.
fn give_up<R: Runtime>(shared: &Shared<R>, slot: &OutcomeSlot, id: RequestId) {
    slot.leave();
    let Some(cell) = slot.home() else { return };
    let is_it = |command: &Command<Ticket>| matches!(command, Command::Request(submission) if submission.id == id);
    let withdrawn = cell.with(|cell, wakers| cell.withdraw(is_it, wakers));
    if withdrawn.is_none() {
        shared.append(&cell, Command::Cancel(id));
    }
}
