//! A part of a message as literals and matches.

use alloc::vec::Vec;

use super::matches::{Finder, Match};
use crate::certain::part;
use crate::symbols::MIN_MATCH;

/// A literal, or a match: bit 31 set, its length less 3 from bit 16 on, its distance less 1 below.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Token(u32);

/// The meaning of a token: a literal, or a match by the bases of its length and its distance.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Meaning {
    Literal(u8),
    Match {
        /// The length less 3.
        len: u8,
        /// The distance less 1.
        distance: u16,
    },
}

impl Token {
    pub(super) fn literal(byte: u8) -> Self {
        Self(u32::from(byte))
    }

    #[inline]
    fn repeat(Match { len, distance }: Match) -> Self {
        let [len, ..] = len.wrapping_sub(MIN_MATCH).to_le_bytes();
        let [low, high, ..] = distance.wrapping_sub(1).to_le_bytes();
        Self(u32::from_le_bytes([low, high, len, 0x80]))
    }

    #[inline]
    pub(super) const fn meaning(self) -> Meaning {
        let [low, high, len, kind] = self.0.to_le_bytes();
        if kind == 0 {
            Meaning::Literal(low)
        } else {
            Meaning::Match {
                len,
                distance: u16::from_le_bytes([low, high]),
            }
        }
    }
}

/// Appends tokens for the bytes from `at` on, as many as a block shall have, and returns where they end.
///
/// A match is put off by one byte as long as a longer one begins there.
pub(super) fn parse(finder: &mut Finder<'_>, mut at: usize, tokens: &mut Vec<Token>) -> usize {
    let bytes = finder.bytes;
    let good_enough = if bytes.len() < LONG { 32 } else { 16 };
    let mut misses = 0_usize;
    // Begins right before `at`.
    let mut put_off = Match::NONE;
    while at < bytes.len() && (tokens.len() < MAX_TOKENS || put_off.len > 0) {
        let found = finder.find(at, put_off.len);
        if found.len == 0 && put_off.len == 0 {
            // What has no match for long will have none soon: look more and more rarely.
            let step = misses / PATIENCE + 1;
            misses = misses.wrapping_add(1).min(PATIENCE * MAX_STEP);
            push_literals(bytes, at, step, tokens);
            at = at.wrapping_add(step).min(bytes.len());
            continue;
        }
        misses = 0;
        let begin = if found.len > 0 {
            if put_off.len > 0 {
                push_literals(bytes, at.wrapping_sub(1), 1, tokens);
            }
            put_off = found;
            at
        } else {
            at.wrapping_sub(1)
        };
        at = at.wrapping_add(1);
        if found.len > 0 && found.len < good_enough {
            continue;
        }
        tokens.push(Token::repeat(put_off));
        let end = begin.wrapping_add(put_off.len);
        finder.note(at, end);
        at = end;
        put_off = Match::NONE;
    }
    at
}

#[inline]
fn push_literals(bytes: &[u8], from: usize, count: usize, tokens: &mut Vec<Token>) {
    for byte in part(bytes, from..).iter().take(count) {
        tokens.push(Token::literal(*byte));
    }
}

/// About so many tokens make a block.
pub(super) const MAX_TOKENS: usize = 16 << 10;
/// From so many bytes on a shorter match is good enough not to look for a better one.
const LONG: usize = 4 << 10;
/// So many bytes without a match make the steps longer by one,
const PATIENCE: usize = 64;
/// up to so many bytes.
const MAX_STEP: usize = 16;

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::super::matches::Table;
    use super::*;
    use crate::window::Window;

    /// The tokens of `bytes` behind what was said: literals, and matches as `<length,distance>`.
    fn tokens(size: usize, said: &[u8], bytes: &[u8]) -> String {
        let mut window = Window::new(size);
        let mut table = Table::new();
        table.allocate(15);
        // In parts, so that the window's ring is full and goes round.
        let mut position = 0_u16;
        for part in said.chunks(100) {
            window.push(part);
            position += u16::try_from(part.len()).unwrap();
        }
        table.learn(&window, position);
        let mut finder = Finder {
            table: &mut table,
            window: &window,
            bytes,
            position,
        };
        let mut tokens = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            at = parse(&mut finder, at, &mut tokens);
        }
        assert_eq!(at, bytes.len());
        let text = |token: &Token| match token.meaning() {
            Meaning::Literal(byte) => String::from(char::from(byte)),
            Meaning::Match { len, distance } => {
                format!("<{},{}>", u32::from(len) + 3, u32::from(distance) + 1)
            }
        };
        tokens.iter().map(text).collect()
    }

    #[test]
    fn matches_within_a_message() {
        let rows = [
            ("abc abc", "abc abc"),
            ("abcdabcd", "abcd<4,4>"),
            ("abcdabcdabcdabcd", "abcd<12,4>"),
            ("aaaaaaaaaa", "a<9,1>"),
            ("abcd-abcde-abcdef", "abcd-<4,5>e<6,6>f"),
            // The nearest of those that are as long.
            ("abcd1abcd2abcd", "abcd1<4,5>2<4,5>"),
            // The longest, though another is nearer.
            ("abcdefg1abcd2abcdefg", "abcdefg1<4,8>2<7,13>"),
            // Put off, once and twice, for a longer one.
            ("abcd1bcdefg2abcdefg", "abcd1bcdefg2a<6,8>"),
            (
                "abcd1bcdef2cdefghi3abcdefghi",
                "abcd1bcdef2<4,5>ghi3ab<7,10>",
            ),
            // Not for one that is as long.
            ("abcd1bcde2abcde", "abcd1bcde2<4,10>e"),
        ];
        for (message, expected) in rows {
            assert_eq!(tokens(256, b"", message.as_bytes()), expected, "{message}");
        }
    }

    #[test]
    fn a_match_that_is_long_enough_is_not_put_off() {
        let long: String = ('A'..='Z').chain('a'..='z').collect();
        for (len, at_once) in [(31, false), (32, true), (40, true)] {
            let first = &long[..len];
            let message = format!(
                "{first}1{}2{first}{}",
                &long[1..len + 2],
                &long[len..len + 2]
            );
            let parsed = tokens(4096, b"", message.as_bytes());
            let (_, end) = parsed.split_once('2').unwrap();
            assert_eq!(end.starts_with('A'), !at_once, "{len}: {end}");
        }
    }

    #[test]
    fn matches_across_the_end_of_the_window_and_of_its_ring() {
        // Digits of the places, so that nothing of it comes twice.
        let said: String = (0..250).map(|place| format!("{place:03}.")).collect();
        let said = said.as_bytes();
        for size in [256, 512] {
            let mut whole = 0;
            let begins = said.len() - size..said.len() - 20;
            for begin in begins.clone() {
                let distance = said.len() - begin;
                let parsed = tokens(size, said, &said[begin..begin + 20]);
                assert!(parsed.ends_with(&format!(",{distance}>")), "{parsed}");
                whole += usize::from(parsed == format!("<20,{distance}>"));
            }
            // All but what begins in the last three bytes of the ring.
            assert_eq!(whole, begins.len() - 3, "window {size}");
            // Goes on in the message itself.
            let end = &said[said.len() - 8..];
            assert_eq!(tokens(size, said, &end.repeat(3)), "<24,8>");
            // Further back nothing is known.
            let repeated = &said[said.len() - size - 8..][..8];
            assert!(!tokens(size, said, repeated).contains('<'), "window {size}");
        }
    }

    #[test]
    fn no_match_is_longer_than_the_longest() {
        assert_eq!(tokens(4096, b"", &[b'a'; 600]), "a<258,1><258,1><83,1>");
        assert_eq!(tokens(4096, b"", &[b'a'; 1 + 258 + 2]), "a<258,1>aa");
    }

    #[test]
    fn what_has_no_match_for_long_is_looked_at_more_rarely() {
        let noise: Vec<u8> = (0..5000_u32)
            .map(|place| (place.wrapping_mul(0x9e37_79b1) >> 13).to_le_bytes()[1])
            .collect();
        let mut window = Window::new(256);
        window.push(b"");
        let mut table = Table::new();
        table.allocate(10);
        let mut finder = Finder {
            table: &mut table,
            window: &window,
            bytes: &noise,
            position: 0,
        };
        let mut tokens = Vec::new();
        assert_eq!(parse(&mut finder, 0, &mut tokens), noise.len());
    }

    #[test]
    fn a_block_ends_after_so_many_tokens() {
        let noise: Vec<u8> = (0..MAX_TOKENS * 2)
            .map(|place| (place.wrapping_mul(0x9e37_79b1) >> 13).to_le_bytes()[0])
            .collect();
        let window = Window::new(256);
        let mut table = Table::new();
        table.allocate(6);
        let mut finder = Finder {
            table: &mut table,
            window: &window,
            bytes: &noise,
            position: 0,
        };
        let mut tokens = Vec::new();
        parse(&mut finder, 0, &mut tokens);
        assert!(
            (MAX_TOKENS..MAX_TOKENS + MAX_STEP).contains(&tokens.len()),
            "{}",
            tokens.len()
        );
    }
}
