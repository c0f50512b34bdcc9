//! The doors of a registrar: accepting, and the limits on connections whose handshake is not done.

use core::net::{IpAddr, SocketAddr};
use core::task::{Context, Poll};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use futures_util::future::{AbortHandle, AbortRegistration};
use onem2m_ws_core::Timestamp;

use super::events::RegistrarActivity;
use super::handle::RegistrarHandle;
use super::phase::{PhaseWatch, Stage};
use super::serve::ServeLimits;
use super::shared::Shared;
use crate::accept::AcceptPacer;
use crate::node::lock;
use crate::runtime::{Listener, Runtime};
use crate::sync::Mutex;
use crate::transport::Timer;

/// Accepts connections, as many as there may be.
pub(super) struct Doors<R: Runtime> {
    shared: Arc<Shared<R>>,
    watch: PhaseWatch<R>,
    limits: ServeLimits,
    timer: R::Timer,
    pacer: AcceptPacer,
    resumes_at: Option<Timestamp>,
    inside: Arc<Mutex<Inside>>,
}

/// The connections that are inside.
#[derive(Default)]
struct Inside {
    next: u64,
    /// In the order in which they came.
    handshakes: BTreeMap<u64, (Option<IpAddr>, AbortHandle)>,
    handshakes_by_address: BTreeMap<Option<IpAddr>, usize>,
    connections_by_address: BTreeMap<IpAddr, usize>,
}

/// A connection that was accepted: it is counted until this is dropped.
pub(super) struct Place {
    inside: Arc<Mutex<Inside>>,
    address: Option<IpAddr>,
    handshake: Option<u64>,
}

/// A place, and what ends the handshake when the place is needed for another.
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) registration: AbortRegistration,
}

/// The step that the doors have done.
pub(super) enum Step<P> {
    /// A connection was accepted.
    Accepted(Option<SocketAddr>, P, Entry),
    /// A connection was turned away, or the listener is left alone for a while.
    Turned,
    /// Nobody is let in any more.
    Closed,
}

impl<R: Runtime> Doors<R> {
    pub(super) fn new(registrar: &RegistrarHandle<R>, limits: ServeLimits) -> Self {
        let shared = Arc::clone(&registrar.0);
        Self {
            watch: PhaseWatch::new(&shared),
            timer: registrar.timer(),
            shared,
            limits,
            pacer: AcceptPacer::new(limits.accept),
            resumes_at: None,
            inside: Arc::default(),
        }
    }

    pub(super) fn poll<L: Listener>(
        &mut self,
        cx: &mut Context<'_>,
        listener: &mut L,
    ) -> Poll<io::Result<Step<L::Preparing>>> {
        let shared = Arc::clone(&self.shared);
        let _act = shared.act();
        if self.watch.poll(cx) != Stage::Serving {
            self.abort_all();
            return Poll::Ready(Ok(Step::Closed));
        }
        if let Some(at) = self.resumes_at {
            core::task::ready!(self.timer.poll_until(cx, at));
            self.resumes_at = None;
        }
        match core::task::ready!(listener.poll_accept(cx)) {
            Ok((peer, preparing)) => {
                self.pacer.note_accepted();
                let entry = self.enter(peer.map(|peer| peer.ip()));
                Poll::Ready(Ok(match entry {
                    Some(entry) => Step::Accepted(peer, preparing, entry),
                    None => {
                        self.shared.tell(RegistrarActivity::TurnedAway { peer });
                        Step::Turned
                    }
                }))
            }
            Err(error) => Poll::Ready(self.pause(error).map(|()| Step::Turned)),
        }
    }

    /// Leaves the listener alone for a while, unless it is of no use any more.
    fn pause(&mut self, error: io::Error) -> io::Result<()> {
        let Some(pause) = self.pacer.pause_after(&error) else {
            return Err(error);
        };
        if !pause.is_zero() {
            self.resumes_at = Some(self.timer.now().saturating_add(pause));
        }
        self.shared
            .tell(RegistrarActivity::ListenerPaused { error, pause });
        Ok(())
    }

    /// A place for a connection; `None`: its address has as many as it may have.
    fn enter(&self, address: Option<IpAddr>) -> Option<Entry> {
        let (handle, registration) = AbortHandle::new_pair();
        let displaced;
        let place = {
            let mut inside = lock(&self.inside);
            let max = self.limits.max_connections_per_address.max(1);
            if let Some(address) = address {
                let count = inside.connections_by_address.entry(address).or_default();
                if *count >= max {
                    return None;
                }
                *count += 1;
            }
            let is_full = inside.handshakes.len() >= self.limits.max_handshakes.max(1);
            displaced = if is_full { inside.displace() } else { None };
            let number = inside.next;
            inside.next += 1;
            inside.handshakes.insert(number, (address, handle));
            *inside.handshakes_by_address.entry(address).or_default() += 1;
            Place {
                inside: Arc::clone(&self.inside),
                address,
                handshake: Some(number),
            }
        };
        if let Some(displaced) = displaced {
            displaced.abort();
            self.shared.tell(RegistrarActivity::HandshakeDisplaced);
        }
        Some(Entry {
            place,
            registration,
        })
    }

    fn abort_all(&self) {
        let handshakes = {
            let mut inside = lock(&self.inside);
            inside.handshakes_by_address.clear();
            core::mem::take(&mut inside.handshakes)
        };
        for (_, handle) in handshakes.into_values() {
            handle.abort();
        }
    }
}

impl<R: Runtime> Drop for Doors<R> {
    /// Handshakes in tasks of their own end with the doors.
    fn drop(&mut self) {
        self.abort_all();
    }
}

impl Inside {
    /// The oldest handshake of the address that has most of them.
    fn displace(&mut self) -> Option<AbortHandle> {
        let most = self
            .handshakes_by_address
            .iter()
            .max_by_key(|(_, count)| **count)
            .map(|(address, _)| *address)?;
        let number = self
            .handshakes
            .iter()
            .find(|(_, (address, _))| *address == most)
            .map(|(number, _)| *number)?;
        self.remove(number)
    }

    fn remove(&mut self, number: u64) -> Option<AbortHandle> {
        let (address, handle) = self.handshakes.remove(&number)?;
        if let Some(count) = self.handshakes_by_address.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                self.handshakes_by_address.remove(&address);
            }
        }
        Some(handle)
    }
}

impl Place {
    /// The handshake is done: it cannot be displaced any more.
    pub(super) fn end_handshake(&mut self) {
        let Some(number) = self.handshake.take() else {
            return;
        };
        let removed = lock(&self.inside).remove(number);
        drop(removed);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.end_handshake();
        let Some(address) = self.address else { return };
        let mut inside = lock(&self.inside);
        if let Some(count) = inside.connections_by_address.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                inside.connections_by_address.remove(&address);
            }
        }
    }
}
