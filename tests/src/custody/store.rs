//! A store that answers late, fails, and outlives the process.

use std::collections::BTreeMap;
use std::rc::Rc;

use onem2m_ws::cells::Command;
use onem2m_ws::{StoreAnswer, StoreOperation, StoredRequest};

use super::registrar::{NodeCell, Shared};

#[derive(Debug, Default)]
pub(super) struct Disk {
    pub(super) kept: BTreeMap<u64, StoredRequest>,
}

impl Disk {
    pub(super) fn carry_out(&mut self, operation: StoreOperation) {
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
                self.kept.insert(put.seq, stored);
            }
            StoreOperation::Take { seq, .. } => {
                if let Some(stored) = self.kept.get_mut(&seq) {
                    stored.was_taken = true;
                }
            }
            StoreOperation::End { seq, .. } => {
                self.kept.remove(&seq);
            }
        }
    }
}

/// Carries out what is in the queue, an operation a step, and answers.
pub(super) async fn drive(shared: Rc<Shared>) {
    let executor = Rc::clone(&shared.executor);
    loop {
        executor.step().await;
        let count = 1 + executor.below(8);
        let (batch, blocked): (Vec<(Rc<NodeCell>, StoreOperation)>, Vec<Rc<NodeCell>>) = {
            let mut queue = shared.operations.borrow_mut();
            let count = count.min(queue.len());
            let batch = queue.drain(..count).collect();
            (batch, core::mem::take(&mut *shared.blocked.borrow_mut()))
        };
        for cell in blocked {
            shared.append(&cell, Command::Expire).await;
        }
        if batch.is_empty() {
            return;
        }
        if executor.chance(20) {
            // It is slow.
            let until = executor
                .now()
                .saturating_add(core::time::Duration::from_millis(300));
            executor.rest(Some(until)).await;
        }
        let mut carried_out = 0;
        for (_, operation) in &batch {
            executor.step().await;
            if shared.disk_fails() {
                break;
            }
            shared.disk.borrow_mut().carry_out(operation.clone());
            carried_out += 1;
        }
        for (index, (cell, operation)) in batch.into_iter().enumerate() {
            executor.step().await;
            let (id, step) = operation.subject();
            let answer = if index < carried_out {
                StoreAnswer::Done(id, step)
            } else {
                StoreAnswer::Failed(id, step)
            };
            let entity = std::sync::Arc::clone(operation.entity());
            shared.append(&cell, Command::Store(entity, answer)).await;
        }
    }
}
