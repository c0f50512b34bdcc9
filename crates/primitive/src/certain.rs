//! Parts that lie within: where assertions are on, one that does not is a panic at the place that was wrong; where they are
//! not, it is empty.

use core::slice::SliceIndex;

/// The part of `bytes` at `range`, which lies within.
#[inline]
#[track_caller]
pub(crate) fn part<R: SliceIndex<[u8], Output = [u8]>>(bytes: &[u8], range: R) -> &[u8] {
    let part = bytes.get(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}

/// The part of `text` at `range`, which lies within and between characters.
#[inline]
#[track_caller]
pub(crate) fn text<R: SliceIndex<str, Output = str>>(text: &str, range: R) -> &str {
    let part = text.get(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}
