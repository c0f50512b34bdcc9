//! Values that cannot be otherwise: where assertions are on, one that is otherwise is a panic at the place that was wrong; where
//! they are not, it has a harmless meaning.

use core::slice::SliceIndex;

/// The part of `bytes` at `range`, which lies within them.
#[inline]
#[track_caller]
pub(crate) fn part<R: SliceIndex<[u8], Output = [u8]>>(bytes: &[u8], range: R) -> &[u8] {
    let part = bytes.get(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}

/// The same, to be changed.
#[inline]
#[track_caller]
pub(crate) fn part_mut<R: SliceIndex<[u8], Output = [u8]>>(
    bytes: &mut [u8],
    range: R,
) -> &mut [u8] {
    let part = bytes.get_mut(range);
    debug_assert!(part.is_some(), "a part that lies not within");
    part.unwrap_or_default()
}

/// The text that `bytes` are, which has been checked before.
#[inline]
#[track_caller]
pub(crate) fn text(bytes: &[u8]) -> &str {
    let text = str::from_utf8(bytes);
    debug_assert!(text.is_ok(), "text that is not UTF-8");
    text.unwrap_or_default()
}

/// The rest of `whole` without `part`, which is no more.
#[inline]
#[track_caller]
pub(crate) const fn less(whole: usize, part: usize) -> usize {
    debug_assert!(part <= whole, "more is taken than there is");
    whole.saturating_sub(part)
}

/// The same for lengths on the wire and positions in the stream.
#[inline]
#[track_caller]
pub(crate) fn less_u64(whole: u64, part: usize) -> u64 {
    let part = u64::try_from(part).unwrap_or(u64::MAX);
    debug_assert!(part <= whole, "more is taken than there is");
    whole.saturating_sub(part)
}
