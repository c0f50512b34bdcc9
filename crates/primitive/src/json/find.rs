//! Finds one text in JSON that need not be well-formed.

use alloc::string::String;

use super::text;

/// The text that is the member of this name in the outermost object, or in the object that is its member of one of the
/// names in `within`. Only strings and brackets are looked at.
pub(crate) fn find_text(bytes: &[u8], name: &str, within: &[&str]) -> Option<String> {
    let mut at = 0;
    let mut depth = 0_usize;
    // How deep the members are that count.
    let mut wanted = 1;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth < wanted {
                    wanted = 1;
                }
            }
            b'"' => {
                let (string, end) = string(bytes, at - 1)?;
                at = end;
                let Some(value) = (depth == wanted).then(|| value_at(bytes, end)).flatten() else {
                    continue;
                };
                if string.as_deref() == Some(name) && bytes.get(value) == Some(&b'"') {
                    return self::string(bytes, value)?.0;
                }
                let is_within = string.is_some_and(|string| within.contains(&&*string));
                if is_within && depth == 1 && bytes.get(value) == Some(&b'{') {
                    wanted = 2;
                }
                at = value;
            }
            _ => {}
        }
    }
    None
}

/// Where the value begins whose name ends here, if it is a name.
fn value_at(bytes: &[u8], end: usize) -> Option<usize> {
    let colon = skip_white_space(bytes, end);
    (bytes.get(colon) == Some(&b':')).then(|| skip_white_space(bytes, colon + 1))
}

fn skip_white_space(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_white = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    at + rest.iter().take_while(|byte| is_white(byte)).count()
}

/// The string whose quotation mark stands here, if it is one, and where it ends; nothing if it has no end.
fn string(bytes: &[u8], start: usize) -> Option<(Option<String>, usize)> {
    let mut at = start + 1;
    loop {
        let rest = bytes.get(at..)?;
        let special = memchr::memchr2(b'"', b'\\', rest)?;
        if rest.get(special) == Some(&b'"') {
            at += special + 1;
            break;
        }
        at += special + 2;
    }
    let whole = core::str::from_utf8(bytes.get(start..at)?).ok();
    let text = whole.and_then(|whole| text::scan(whole, 0).0.ok());
    Some((text.map(|text| text.unescaped().into_owned()), at))
}
