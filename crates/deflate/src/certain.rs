//! Parts that lie within: where assertions are on, one that does not is a panic at the place that was wrong; where they are
//! not, it is empty.

use core::slice::SliceIndex;

/// The part of `whole` at `range`, which lies within.
#[inline]
#[track_caller]
pub(crate) fn part<T, R: SliceIndex<[T], Output = [T]>>(whole: &[T], range: R) -> &[T] {
    let part = whole.get(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}

/// The same, to be changed.
#[inline]
#[track_caller]
pub(crate) fn part_mut<T, R: SliceIndex<[T], Output = [T]>>(whole: &mut [T], range: R) -> &mut [T] {
    let part = whole.get_mut(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}
