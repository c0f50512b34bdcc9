//! Numbers as text, in the syntax of JSON, which that of XML Schema contains.

use alloc::vec::Vec;
use core::fmt;

use crate::error::EncodeRule;
use crate::token::{Number, Write};

/// Appends the number so that it reads back the same. A floating-point number keeps a fraction or an exponent.
#[inline]
pub(crate) fn number(number: Number<'_>, out: &mut Vec<u8>) -> Write {
    match number {
        Number::Integer(value) => integer(value, out),
        // What `Debug` prints is the shortest text that reads back the same, in the syntax of JSON.
        Number::Float(value) if value.is_finite() => append(format_args!("{value:?}"), out),
        Number::Float(_) => return Err(EncodeRule::NumberRange),
        Number::Decimal(text) => out.extend_from_slice(text.as_bytes()),
    }
    Ok(())
}

#[inline]
fn integer(value: i128, out: &mut Vec<u8>) {
    let Ok(value) = u32::try_from(value) else {
        append(format_args!("{value}"), out);
        return;
    };
    let mut digits = [0; 10];
    let mut start = digits.len();
    let mut rest = value;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        start -= 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(start..).unwrap_or_default());
}

#[cold]
fn append(text: fmt::Arguments<'_>, out: &mut Vec<u8>) {
    struct Appending<'o>(&'o mut Vec<u8>);
    impl fmt::Write for Appending<'_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.extend_from_slice(text.as_bytes());
            Ok(())
        }
    }
    let written = fmt::Write::write_fmt(&mut Appending(out), text);
    debug_assert!(written.is_ok(), "a vector takes everything");
}
