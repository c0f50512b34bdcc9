//! Numbers as text, in the syntax of JSON, which that of XML Schema contains.

use alloc::vec::Vec;
use core::fmt::Write;

use crate::token::Number;

/// Appends the number so that it reads back the same. A floating-point number keeps a fraction or an exponent.
#[inline]
pub(crate) fn number(number: Number<'_>, out: &mut Vec<u8>) {
    match number {
        Number::Integer(value) => integer(value, out),
        // What `Debug` prints is the shortest text that reads back the same, in the syntax of JSON.
        Number::Float(value) => append(format_args!("{value:?}"), out),
        Number::Decimal(text) => out.extend_from_slice(text.as_bytes()),
    }
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
fn append(text: core::fmt::Arguments<'_>, out: &mut Vec<u8>) {
    struct Appending<'o>(&'o mut Vec<u8>);
    impl Write for Appending<'_> {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            self.0.extend_from_slice(text.as_bytes());
            Ok(())
        }
    }
    // A vector takes everything.
    let _ = Appending(out).write_fmt(text);
}
