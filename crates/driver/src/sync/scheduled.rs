//! Locks and atomics at which the crate `shuttle` may let another thread run; and a note of the locks that a thread holds.

use core::any::type_name;
use core::cell::RefCell;
use core::fmt;
use core::mem;
use core::ops::{Deref, DerefMut};
use std::collections::HashMap;
use std::sync::PoisonError;

pub(crate) use shuttle::sync::atomic::{AtomicU64, AtomicUsize};

use crate::node::may_lock_within;

/// A lock that notes who holds it.
pub(crate) struct Mutex<T>(shuttle::sync::Mutex<T>);

/// The hold on a [`Mutex`].
pub(crate) struct Guard<'m, T>(Option<shuttle::sync::MutexGuard<'m, T>>);

impl<T> Mutex<T> {
    pub(crate) const fn new(value: T) -> Self {
        Self(shuttle::sync::Mutex::new(value))
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mutex")
    }
}

/// As `lock` of other builds; fails where the rule of locks within locks is broken.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> Guard<'_, T> {
    with_held(|held| {
        for outer in held.iter() {
            let inner = type_name::<T>();
            assert!(may_lock_within(outer, inner), "{inner} within {outer}");
        }
    });
    let guard = mutex.0.lock().unwrap_or_else(PoisonError::into_inner);
    with_held(|held| held.push(type_name::<T>()));
    Guard(Some(guard))
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    #[expect(clippy::expect_used, reason = "the hold is there until the drop")]
    fn deref(&self) -> &T {
        self.0.as_ref().expect("a lock that is held")
    }
}

impl<T> DerefMut for Guard<'_, T> {
    #[expect(clippy::expect_used, reason = "the hold is there until the drop")]
    fn deref_mut(&mut self) -> &mut T {
        self.0.as_mut().expect("a lock that is held")
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        with_held(|held| {
            if let Some(index) = held.iter().rposition(|held| *held == type_name::<T>()) {
                held.remove(index);
            }
        });
        drop(mem::take(&mut self.0));
    }
}

/// A value that is set once; other threads may run before each look.
#[derive(Debug)]
pub(crate) struct OnceLock<T> {
    looks: AtomicUsize,
    value: std::sync::OnceLock<T>,
}

impl<T> OnceLock<T> {
    pub(crate) const fn new() -> Self {
        Self {
            looks: AtomicUsize::new(0),
            value: std::sync::OnceLock::new(),
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.let_others_run();
        self.value.get()
    }

    pub(crate) fn set(&self, value: T) -> Result<(), T> {
        self.let_others_run();
        self.value.set(value)
    }

    fn let_others_run(&self) {
        self.looks
            .fetch_add(1, core::sync::atomic::Ordering::Relaxed);
    }
}

/// The locks that the thread that runs holds.
#[must_use]
pub fn held_locks() -> Vec<&'static str> {
    with_held(|held| held.clone())
}

fn with_held<R>(act: impl FnOnce(&mut Vec<&'static str>) -> R) -> R {
    let me = shuttle::current::get_current_task().map_or(usize::MAX, usize::from);
    HELD.with_borrow_mut(|held| act(held.entry(me).or_default()))
}

std::thread_local! {
    /// All threads of a schedule are one thread of the system.
    static HELD: RefCell<HashMap<usize, Vec<&'static str>>> = RefCell::new(HashMap::new());
}
