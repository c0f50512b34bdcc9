//! Input buffers, shared by the connections of a thread: only one that has unread input holds one.

use core::cell::RefCell;
use core::ops::{Deref, DerefMut};

use onem2m_ws_core::Inbox;

/// An inbox whose buffer goes back to the thread when it is dropped.
pub(crate) struct Input(pub(crate) Inbox);

impl Deref for Input {
    type Target = Inbox;

    fn deref(&self) -> &Inbox {
        &self.0
    }
}

impl DerefMut for Input {
    fn deref_mut(&mut self) -> &mut Inbox {
        &mut self.0
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.0.clear();
        give_back(&mut self.0);
    }
}

/// Gives `inbox` a buffer if it has none.
pub(crate) fn lend(inbox: &mut Inbox) {
    if inbox.capacity() == 0
        && let Some(storage) = with_free(Vec::pop).flatten()
    {
        *inbox = Inbox::from_storage(storage);
    }
}

/// Takes the buffer of `inbox` back if nothing unread lies in it.
pub(crate) fn give_back(inbox: &mut Inbox) {
    let Some(storage) = inbox
        .take_storage()
        .filter(|storage| storage.len() == Inbox::DEFAULT_CAPACITY)
    else {
        return;
    };
    with_free(|free| {
        if free.len() < MAX_FREE {
            free.push(storage);
        }
    });
}

/// The buffers of this thread; `None` while the thread ends and they are gone already: a connection may lie in another of its
/// values, which is dropped later.
fn with_free<R>(act: impl FnOnce(&mut Vec<Vec<u8>>) -> R) -> Option<R> {
    FREE.try_with(|free| act(&mut free.borrow_mut())).ok()
}

thread_local! {
    static FREE: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// Buffers that a thread keeps.
const MAX_FREE: usize = 4;
