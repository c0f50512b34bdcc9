//! Values that cannot be: asserted in debug builds, and made harmless in others.

use alloc::string::String;
use alloc::vec::Vec;

/// The text that the serializations with text messages write.
pub(crate) fn text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes);
    debug_assert!(
        text.is_ok(),
        "an encoder of text wrote what is none: {text:?}"
    );
    text.unwrap_or_default()
}

/// The rest of a count that was counted up before.
#[track_caller]
pub(crate) fn difference(count: usize, amount: usize) -> usize {
    debug_assert!(count >= amount, "{amount} were counted out of {count}");
    count.saturating_sub(amount)
}

/// The number behind another; there are more than will ever be used.
#[track_caller]
pub(crate) fn successor(number: u64) -> u64 {
    debug_assert!(number < u64::MAX, "all numbers are used up");
    number.saturating_add(1)
}
