//! Input buffers, shared by the connections of a thread: only one that has unread input holds one.

use core::cell::RefCell;

use onem2m_ws_core::Inbox;

/// Gives `inbox` a buffer if it has none.
pub(crate) fn lend(inbox: &mut Inbox) {
    if inbox.capacity() == 0
        && let Some(storage) = FREE.with_borrow_mut(Vec::pop)
    {
        *inbox = Inbox::from_storage(storage);
    }
}

/// Takes the buffer of `inbox` back if nothing unread lies in it.
pub(crate) fn give_back(inbox: &mut Inbox) {
    if let Some(storage) = inbox.take_storage() {
        FREE.with_borrow_mut(|free| {
            if free.len() < MAX_FREE && storage.len() == Inbox::DEFAULT_CAPACITY {
                free.push(storage);
            }
        });
    }
}

thread_local! {
    static FREE: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// Buffers that a thread keeps.
const MAX_FREE: usize = 4;
