use alloc::vec::Vec;

use super::text::plain_len;
use crate::Serialization;
use crate::digits;
use crate::error::EncodeRule;
use crate::raw::Raw;
use crate::token::{Number, Write, Writer};

/// Appends JSON without white space.
#[derive(Debug)]
pub(crate) struct JsonWriter<'o> {
    out: &'o mut Vec<u8>,
    /// True if something stands before the next name or item.
    needs_comma: bool,
}

impl<'o> JsonWriter<'o> {
    pub(crate) const fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            needs_comma: false,
        }
    }

    /// Before a name or value.
    #[inline]
    fn separate(&mut self) {
        if self.needs_comma {
            self.out.push(b',');
        }
        self.needs_comma = true;
    }

    fn begin(&mut self, bracket: u8) {
        self.separate();
        self.out.push(bracket);
        self.needs_comma = false;
    }

    fn end(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.needs_comma = true;
    }

    #[inline]
    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, special) = rest.split_at(plain_len(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, behind)) = special.split_first() else {
                break;
            };
            escape(*byte, self.out);
            rest = behind;
        }
        self.out.push(b'"');
    }
}

impl Writer for JsonWriter<'_> {
    const SERIALIZATION: Serialization = Serialization::Json;

    fn begin_object(&mut self) -> Write {
        self.begin(b'{');
        Ok(())
    }

    #[inline]
    fn name(&mut self, name: &str) -> Write {
        self.separate();
        self.string(name);
        self.out.push(b':');
        self.needs_comma = false;
        Ok(())
    }

    #[inline]
    fn plain_name(&mut self, name: &'static str) -> Write {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.needs_comma = false;
        Ok(())
    }

    fn end_object(&mut self) -> Write {
        self.end(b'}');
        Ok(())
    }

    fn begin_array(&mut self) -> Write {
        self.begin(b'[');
        Ok(())
    }

    fn end_array(&mut self) -> Write {
        self.end(b']');
        Ok(())
    }

    #[inline]
    fn text(&mut self, text: &str) -> Write {
        self.separate();
        self.string(text);
        Ok(())
    }

    #[inline]
    fn number(&mut self, number: Number<'_>) -> Write {
        self.separate();
        digits::number(number, self.out)
    }

    fn boolean(&mut self, boolean: bool) -> Write {
        self.separate();
        self.out
            .extend_from_slice(if boolean { b"true" } else { b"false" });
        Ok(())
    }

    fn null(&mut self) -> Write {
        self.separate();
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn verbatim(&mut self, raw: &Raw<'_>) -> Write {
        let text = raw.as_json().ok_or(EncodeRule::Unsupported)?;
        self.separate();
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

#[cold]
fn escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x8 => b'b',
        0xC => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            let digit = |value: u8| {
                if value < 10 {
                    b'0' + value
                } else {
                    b'a' + value - 10
                }
            };
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 0xF)]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}
