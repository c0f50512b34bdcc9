//! Those who make requests: futures that wait for room and for an outcome, and calls that wait for neither.

use std::rc::Rc;

use onem2m_ws::RequestOptions;
use onem2m_ws::cells::{By, Command, Refused, Submission};

use super::Fault;
use super::executor::{Kind, TaskId};
use super::ledger::End;
use super::peer::notification;
use super::registrar::{NodeCell, Shared};

/// A request without a future.
pub(super) async fn post(shared: Rc<Shared>, number: usize, entity: String) {
    let mut submission = submission(number, &entity);
    loop {
        let Some(cell) = shared.registered_cell(&entity).await else {
            return shared.finish(number, End::Never);
        };
        let len = submission.len();
        let ledger = Rc::clone(&shared.ledger);
        let submitted = shared
            .with(&cell, |it, _| {
                let submitted = it.submit(len, submission)?;
                ledger
                    .borrow_mut()
                    .admitted(number, submitted.0, it.number(), &cell);
                Ok(submitted)
            })
            .await;
        match submitted {
            Ok((_, appended)) => {
                if let Some(task) = appended.wake {
                    shared.executor.wake(task);
                }
                if appended.is_errand {
                    shared.run_errand(&cell, By::Errand).await;
                }
                return;
            }
            Err((Refused::Dead, refused)) => submission = refused,
            Err(_) => return shared.finish(number, End::Never),
        }
    }
}

fn submission(number: usize, entity: &str) -> Box<Submission<usize>> {
    let request = notification(number, entity);
    Box::new(Submission::new(
        entity.into(),
        request,
        RequestOptions::default(),
        number,
    ))
}

/// A future that waits: what it has to take back when it is dropped.
struct Asking {
    shared: Rc<Shared>,
    number: usize,
    waiter: Option<(Rc<NodeCell>, u64)>,
    is_submitted: bool,
}

impl Drop for Asking {
    fn drop(&mut self) {
        if self.shared.executor.is_over() {
            return;
        }
        let shared = Rc::clone(&self.shared);
        let number = self.number;
        if let Some((cell, waiter)) = self.waiter.take() {
            self.shared.executor.spawn(Kind::Call, async move {
                shared
                    .with(&cell, |cell, wakers| cell.leave_waiters(waiter, wakers))
                    .await;
            });
        }
        let shared = Rc::clone(&self.shared);
        {
            let mut ledger = shared.ledger.borrow_mut();
            let entry = &mut ledger.entries[number];
            entry.waker = None;
            if entry.end.is_some() {
                return;
            }
            entry.is_given_up = true;
            if !self.is_submitted {
                return;
            }
        }
        self.shared.executor.spawn(Kind::Call, async move {
            give_up(&shared, number).await;
        });
    }
}

async fn give_up(shared: &Rc<Shared>, number: usize) {
    let (home, id) = {
        let ledger = shared.ledger.borrow();
        let entry = &ledger.entries[number];
        (entry.home.clone(), entry.id)
    };
    let (Some(cell), Some(id)) = (home, id) else {
        return;
    };
    if shared.fault == Some(Fault::CancelsBlindly) {
        shared.ledger.borrow_mut().entries[number].end = Some(End::Never);
        return;
    }
    let is_it = |command: &Command<usize>| matches!(command, Command::Request(submission) if submission.id == id);
    let withdrawn = shared
        .with(&cell, |cell, wakers| cell.withdraw(is_it, wakers))
        .await;
    if withdrawn.is_some() {
        let mut ledger = shared.ledger.borrow_mut();
        let entry = &mut ledger.entries[number];
        assert_eq!(
            entry.delivered, 0,
            "C5: request {number} was in the line, and had arrived"
        );
        entry.end = Some(End::Never);
    } else {
        shared.append(&cell, Command::Cancel(id)).await;
    }
}

/// A request with a future.
pub(super) async fn ask(shared: Rc<Shared>, number: usize, entity: String, me: TaskId) {
    let executor = Rc::clone(&shared.executor);
    let mut asking = Asking {
        shared: Rc::clone(&shared),
        number,
        waiter: None,
        is_submitted: false,
    };
    shared.ledger.borrow_mut().entries[number].waker = Some(me);
    let mut submission = submission(number, &entity);
    loop {
        let Some(cell) = shared.registered_cell(&entity).await else {
            shared.finish(number, End::Never);
            return;
        };
        let mut waiter = match &asking.waiter {
            Some((other, waiter)) if Rc::ptr_eq(other, &cell) => Some(*waiter),
            Some(_) | None => None,
        };
        let len = submission.len();
        let ledger = Rc::clone(&shared.ledger);
        let submitted = shared
            .with(&cell, |it, wakers| match it.submit(len, submission) {
                Ok(submitted) => {
                    if let Some(waiter) = waiter {
                        it.forget_waiter(waiter, wakers);
                    }
                    ledger
                        .borrow_mut()
                        .admitted(number, submitted.0, it.number(), &cell);
                    Ok(submitted)
                }
                Err((Refused::Dead, refused)) => Err((Refused::Dead, refused)),
                Err(refused) => {
                    wakers.drop.extend(it.wait_for_room(&mut waiter, me));
                    Err(refused)
                }
            })
            .await;
        if let Some((other, former)) = asking.waiter.take()
            && !Rc::ptr_eq(&other, &cell)
        {
            shared
                .with(&other, |cell, wakers| cell.leave_waiters(former, wakers))
                .await;
        }
        match submitted {
            Ok((_, appended)) => {
                asking.is_submitted = true;
                if let Some(task) = appended.wake {
                    executor.wake(task);
                }
                if appended.is_errand {
                    shared.run_errand(&cell, By::Errand).await;
                }
                break;
            }
            Err((Refused::Dead, refused)) => submission = refused,
            Err((_, refused)) => {
                asking.waiter = waiter.map(|waiter| (cell, waiter));
                submission = refused;
                executor.rest(None).await;
            }
        }
    }
    while shared.ledger.borrow().entries[number].end.is_none() {
        executor.rest(None).await;
    }
}
