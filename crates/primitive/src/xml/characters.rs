//! The characters of XML 1.0, and the names that they make.

use crate::error::DecodeRule;
use crate::token::Scan;

/// Where the first such byte is. Behind the first few, many are looked at together, so `is_it` should be simple.
#[inline]
pub(super) fn position(bytes: &[u8], is_it: impl Fn(u8) -> bool) -> Option<usize> {
    const FEW: usize = 16;
    let (begin, rest) = bytes.split_at(bytes.len().min(FEW));
    if let Some(found) = begin.iter().position(|byte| is_it(*byte)) {
        return Some(found);
    }
    let (parts, _) = rest.as_chunks::<32>();
    let is_in = |part: &[u8; 32]| {
        let found = part.iter().map(|byte| u8::from(is_it(*byte)));
        found.fold(0, |any, found| any | found) != 0
    };
    let skipped = 32 * parts.iter().position(is_in).unwrap_or(parts.len());
    let rest = rest.get(skipped..).unwrap_or_default();
    let found = rest.iter().position(|byte| is_it(*byte))?;
    Some(FEW + skipped + found)
}

/// Where the first byte is that may not stand in text as it is, and not in attributes; or that may begin a character which
/// XML does not have.
#[inline]
pub(super) fn special_at(bytes: &[u8]) -> Option<usize> {
    position(bytes, |byte| {
        (byte < 0x20)
            | (byte == b'&')
            | (byte == b'<')
            | (byte == b'>')
            | (byte == b'"')
            | (byte == 0xEF)
    })
}

/// The length of text before markup or a reference, if there is one. Most values are too short to be worth a call.
#[inline]
pub(super) fn text_len(bytes: &[u8]) -> Option<usize> {
    const FEW: usize = 12;
    let is_end = |byte: &u8| matches!(byte, b'<' | b'&');
    let (begin, rest) = bytes.split_at(bytes.len().min(FEW));
    begin
        .iter()
        .position(is_end)
        .or_else(|| Some(FEW + memchr::memchr2(b'<', b'&', rest)?))
}

/// Where the first character stands that XML does not have (XML 1.0 §2.2).
pub(super) fn illegal_character(text: &str) -> Option<usize> {
    let (least, most) = text.bytes().fold((u8::MAX, 0), |(least, most), byte| {
        (least.min(byte), most.max(byte))
    });
    // From there on are the first bytes of U+FFFE and U+FFFF.
    if least >= 0x20 && most < 0xEF {
        return None;
    }
    let is_suspicious = |byte: u8| {
        byte == 0xEF || (byte < 0x20 && (byte != b'\t') & (byte != b'\n') & (byte != b'\r'))
    };
    let start = position(text.as_bytes(), is_suspicious)?;
    let rest = text.get(start..)?;
    Some(start + rest.find(|character| !is_character(character))?)
}

/// Returns whether XML has the character (XML 1.0 §2.2).
pub(super) const fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

pub(super) const fn is_white_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

pub(super) const fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Returns whether there is nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_white)
}

/// Without the white space before it.
pub(super) fn trim_start(text: &str) -> &str {
    let start = text.bytes().position(|byte| !is_white(byte));
    text.get(start.unwrap_or(text.len())..).unwrap_or_default()
}

/// Without the white space behind it.
pub(super) fn trim_end(text: &str) -> &str {
    let last = text.bytes().rposition(|byte| !is_white(byte));
    text.get(..last.map_or(0, |last| last + 1))
        .unwrap_or_default()
}

/// Returns whether text has what it must not contain (XML 1.0 §2.4).
pub(super) fn has_end_of_cdata(text: &str) -> bool {
    memchr::memchr(b']', text.as_bytes()).is_some() && text.contains("]]>")
}

/// The length of a name, and where its colon is: 0 if it has none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct NameShape {
    pub(super) len: usize,
    pub(super) colon: usize,
}

/// The name that `bytes` begin with, with at most one colon between a prefix and a local name (Namespaces in XML §4).
#[inline]
pub(super) fn leading_name(bytes: &[u8]) -> Option<NameShape> {
    let first = part_len(bytes)?;
    let Some([b':', behind @ ..]) = bytes.get(first..) else {
        let (len, colon) = (first, 0);
        return Some(NameShape { len, colon });
    };
    Some(NameShape {
        len: first + 1 + part_len(behind)?,
        colon: first,
    })
}

/// The length of the prefix or local name that `bytes` begin with.
#[inline]
fn part_len(bytes: &[u8]) -> Option<usize> {
    let class = |byte: &u8| CLASSES.get(usize::from(*byte)).copied().unwrap_or(NO_NAME);
    let (first, rest) = bytes.split_first()?;
    if class(first) != NAME_START {
        return None;
    }
    let len = rest.iter().position(|byte| class(byte) == NO_NAME);
    let len = 1 + len.unwrap_or(rest.len());
    let name = bytes.get(..len)?;
    let all = name.iter().fold(0, |all, byte| all | byte);
    (all < 0x80 || is_international_name(name)).then_some(len)
}

/// Returns whether a name with more than ASCII has the characters that names have (XML 1.0 §2.3).
#[cold]
fn is_international_name(name: &[u8]) -> bool {
    let mut characters = core::str::from_utf8(name).unwrap_or_default().chars();
    characters.next().is_some_and(begins_name) && characters.all(continues_name)
}

const fn begins_name(character: char) -> bool {
    matches!(
        character,
        'A'..='Z'
            | 'a'..='z'
            | '_'
            | '\u{C0}'..='\u{D6}'
            | '\u{D8}'..='\u{F6}'
            | '\u{F8}'..='\u{2FF}'
            | '\u{370}'..='\u{37D}'
            | '\u{37F}'..='\u{1FFF}'
            | '\u{200C}'..='\u{200D}'
            | '\u{2070}'..='\u{218F}'
            | '\u{2C00}'..='\u{2FEF}'
            | '\u{3001}'..='\u{D7FF}'
            | '\u{F900}'..='\u{FDCF}'
            | '\u{FDF0}'..='\u{FFFD}'
            | '\u{10000}'..='\u{EFFFF}'
    )
}

const fn continues_name(character: char) -> bool {
    begins_name(character)
        || matches!(
            character,
            '0'..='9' | '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}'
        )
}

const NO_NAME: u8 = 0;
const NAME_START: u8 = 1;
const NAME: u8 = 2;

/// The classes of bytes in names; beyond ASCII the characters have to be looked at.
static CLASSES: [u8; 256] = {
    let mut classes = [NO_NAME; 256];
    let mut rest: &mut [u8] = &mut classes;
    let mut byte = 0_u8;
    while let Some((class, behind)) = rest.split_first_mut() {
        *class = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => NAME_START,
            b'0'..=b'9' | b'-' | b'.' => NAME,
            _ => NO_NAME,
        };
        byte = byte.wrapping_add(1);
        rest = behind;
    }
    classes
};

/// Returns whether all of it is a name.
pub(super) fn is_name(name: &str) -> bool {
    name_shape(name).is_some()
}

/// All of it, if it is a name.
pub(super) fn name_shape(name: &str) -> Option<NameShape> {
    leading_name(name.as_bytes()).filter(|shape| shape.len == name.len())
}

/// The prefix and the local name, if there is a prefix. Names are too short for anything cleverer.
#[inline]
pub(super) fn split_prefix(name: &str) -> Option<(&str, &str)> {
    let colon = name.bytes().position(|byte| byte == b':')?;
    Some((name.get(..colon)?, name.get(colon + 1..)?))
}

/// A character by its number, or one of the five entities there are without a document type.
pub(super) fn referenced(name: &str) -> Scan<char> {
    Ok(match name.as_bytes() {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x', digits @ ..] => numbered(digits, 16)?,
        [b'#', digits @ ..] => numbered(digits, 10)?,
        _ => return Err(DecodeRule::Xml),
    })
}

fn numbered(digits: &[u8], radix: u32) -> Scan<char> {
    let digits = core::str::from_utf8(digits).map_err(|_| DecodeRule::Syntax)?;
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(DecodeRule::Syntax);
    }
    let number = u32::from_str_radix(digits, radix).map_err(|_| DecodeRule::Xml)?;
    let character = char::from_u32(number).filter(|character| is_character(*character));
    character.ok_or(DecodeRule::Xml)
}
