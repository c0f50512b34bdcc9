//! A store that is slow, fails, and outlives the process.

use core::future::{Future, ready};
use core::time::Duration;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_ws::{StoreOperation, StoredRequest};
use onem2m_ws_driver::{Store, StoreFailure};

use super::hub::{Hub, lock};
use super::ledger::{Ledger, Way, number_of};

/// What outlives the process.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) kept: BTreeMap<u64, StoredRequest>,
}

/// The store of one registrar.
pub(super) struct Double {
    pub(super) hub: Hub,
    pub(super) disk: Arc<Mutex<Disk>>,
    pub(super) life: u32,
}

fn number(stored: &StoredRequest) -> usize {
    let content = stored.request.content.as_ref();
    content.and_then(number_of).expect("each has a number")
}

impl Double {
    fn carry_out(&self, operation: StoreOperation) {
        let mut disk = lock(&self.disk);
        let mut ledger = self.hub.ledger();
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
                let number = number(&stored);
                check_put(&mut ledger, number, &stored.entity);
                let is_elsewhere = |(seq, kept): (&u64, &StoredRequest)| {
                    *seq != put.seq && self::number(kept) == number
                };
                if disk.kept.iter().any(is_elsewhere) {
                    let text = format!("C9: request {number} is put in a second place");
                    ledger.broken.get_or_insert(text);
                }
                disk.kept.insert(put.seq, stored);
            }
            StoreOperation::Take { seq, .. } => {
                if let Some(stored) = disk.kept.get_mut(&seq) {
                    stored.was_taken = true;
                }
            }
            StoreOperation::End { seq, .. } => {
                if let Some(stored) = disk.kept.remove(&seq) {
                    self.check_end(&mut ledger, &stored);
                }
            }
        }
    }

    /// What came out of the store and was not taken is not forgotten before its time.
    fn check_end(&self, ledger: &mut Ledger, stored: &StoredRequest) {
        let number = number(stored);
        let entry = &ledger.entries[number];
        let is_over = stored
            .deadline
            .is_some_and(|deadline| deadline <= self.hub.time_of_day());
        if entry.life != self.life && !stored.was_taken && !is_over && entry.handled == 0 {
            let text = format!("C9: request {number} was stored, and is lost: {entry:?}");
            ledger.broken.get_or_insert(text);
        }
    }
}

fn check_put(ledger: &mut Ledger, number: usize, entity: &str) {
    let entry = &ledger.entries[number];
    let is_its = matches!(&entry.way, Way::Down(name) if **name == *entity);
    if !is_its || entry.handled > 0 {
        let text = format!("C9: request {number} is put for {entity}: {entry:?}");
        ledger.broken.get_or_insert(text);
    }
}

impl Store for Double {
    fn load(&mut self) -> impl Future<Output = io::Result<Vec<StoredRequest>>> + Send {
        let kept: Vec<_> = lock(&self.disk).kept.values().cloned().collect();
        let mut ledger = self.hub.ledger();
        for stored in &kept {
            let number = number(stored);
            ledger.loaded += 1;
            let entry = &ledger.entries[number];
            if !stored.was_taken && entry.handled > 0 {
                let text = format!("C9: request {number} is not marked, and was sent: {entry:?}");
                ledger.broken.get_or_insert(text);
            }
        }
        ready(Ok(kept))
    }

    async fn apply(&mut self, operations: Vec<StoreOperation>) -> Result<(), StoreFailure> {
        let nature = self.hub.nature();
        if self.hub.chance(nature.is_slow) {
            self.hub.sleep(Duration::from_millis(300)).await;
        }
        for (carried_out, operation) in operations.into_iter().enumerate() {
            if self.hub.chance(nature.waits / 2) {
                self.hub.yield_now().await;
            }
            if self.hub.chance(nature.fails) {
                self.hub.note(|| "the store fails".into());
                let error = io::Error::other("the store fails");
                return Err(StoreFailure { carried_out, error });
            }
            self.hub
                .note(|| format!("stored: {:?}", operation.subject()));
            self.carry_out(operation);
        }
        Ok(())
    }
}
