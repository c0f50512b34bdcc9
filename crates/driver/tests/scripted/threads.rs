//! Connections that outlive what their thread keeps for them.

use core::cell::RefCell;
use std::thread;

use onem2m_ws_driver::core::{Config, Role};

use crate::peer::message;
use crate::world::{Socket, World};

thread_local! {
    static BEFORE: RefCell<Option<Socket>> = const { RefCell::new(None) };
    static BEHIND: RefCell<Option<Socket>> = const { RefCell::new(None) };
}

/// A connection with a message that nobody has taken.
fn unread() -> Socket {
    let world = World::calm();
    world.feed(&message("unread"));
    world.feed(&message("unread, too"));
    let mut websocket = world.websocket(Role::Server, Config::DEFAULT);
    assert!(world.run(websocket.next()).ready().unwrap().is_some());
    websocket
}

/// Values of a thread are dropped in an order that nobody chooses: a connection gives its buffer back before and after
/// those of the thread are gone.
#[test]
fn n_44_connections_in_thread_locals() {
    let thread = thread::spawn(|| {
        BEFORE.with_borrow_mut(|before| assert!(before.is_none()));
        let websocket = unread();
        BEFORE.set(Some(websocket));
        BEHIND.set(Some(unread()));
    });
    thread.join().unwrap();
}
