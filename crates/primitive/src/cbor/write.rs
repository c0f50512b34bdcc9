use alloc::vec::Vec;

use smallvec::SmallVec;

use super::head::{self, Head};
use crate::Serialization;
use crate::decimal;
use crate::error::EncodeRule;
use crate::raw::Raw;
use crate::token::{Number, Write, Writer};

/// Appends CBOR with definite lengths and the shortest heads.
#[derive(Debug)]
pub(crate) struct CborWriter<'o> {
    out: &'o mut Vec<u8>,
    open: SmallVec<[Open; 16]>,
}

/// A map or array that is open: where its head stands, for which there is one byte, and what is in it so far.
#[derive(Clone, Copy, Debug)]
struct Open {
    start: usize,
    count: u64,
    is_map: bool,
}

impl<'o> CborWriter<'o> {
    pub(crate) const fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            open: SmallVec::new_const(),
        }
    }

    /// Before a value: an item of the array, if one is open.
    #[inline]
    fn item(&mut self) {
        if let Some(open) = self.open.last_mut()
            && !open.is_map
        {
            open.count += 1;
        }
    }

    fn begin(&mut self, is_map: bool) {
        self.item();
        self.open.push(Open {
            start: self.out.len(),
            count: 0,
            is_map,
        });
        self.out.push(0);
    }

    /// Now that the count is known, the head is written. It seldom takes more than the byte there is.
    fn end(&mut self) {
        let Some(Open {
            start,
            count,
            is_map,
        }) = self.open.pop()
        else {
            return;
        };
        let major = if is_map { head::MAP } else { head::ARRAY };
        let (bytes, len) = Head::shortest(major, count);
        let bytes = bytes.get(..len).unwrap_or_default();
        self.out.splice(start..=start, bytes.iter().copied());
    }

    #[inline]
    fn head(&mut self, major: u8, argument: u64) {
        let (bytes, len) = Head::shortest(major, argument);
        self.out
            .extend_from_slice(bytes.get(..len).unwrap_or_default());
    }

    #[inline]
    fn string(&mut self, text: &str) -> Write {
        let len = u64::try_from(text.len()).map_err(|_| EncodeRule::NumberRange)?;
        self.head(head::TEXT, len);
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn simple(&mut self, info: u8) {
        self.item();
        self.out.push(head::SIMPLE << 5 | info);
    }

    /// In single precision if that keeps the value (TS-0004 8.5.1 does not list half precision).
    fn float(&mut self, value: f64) {
        match single(value) {
            Some(single) => {
                self.out.push(head::SIMPLE << 5 | head::SINGLE);
                self.out.extend_from_slice(&single.to_be_bytes());
            }
            None => {
                self.out.push(head::SIMPLE << 5 | head::DOUBLE);
                self.out.extend_from_slice(&value.to_be_bytes());
            }
        }
    }
}

/// The same value in single precision.
fn single(value: f64) -> Option<f32> {
    #[expect(
        clippy::as_conversions,
        reason = "there is no other way; it is compared"
    )]
    let single = value as f32;
    (f64::from(single).to_bits() == value.to_bits()).then_some(single)
}

impl Writer for CborWriter<'_> {
    const SERIALIZATION: Serialization = Serialization::Cbor;

    fn begin_object(&mut self) -> Write {
        self.begin(true);
        Ok(())
    }

    #[inline]
    fn name(&mut self, name: &str) -> Write {
        if let Some(open) = self.open.last_mut() {
            open.count += 1;
        }
        self.string(name)
    }

    fn end_object(&mut self) -> Write {
        self.end();
        Ok(())
    }

    fn begin_array(&mut self) -> Write {
        self.begin(false);
        Ok(())
    }

    fn end_array(&mut self) -> Write {
        self.end();
        Ok(())
    }

    #[inline]
    fn text(&mut self, text: &str) -> Write {
        self.item();
        self.string(text)
    }

    #[inline]
    fn number(&mut self, number: Number<'_>) -> Write {
        self.item();
        match number {
            Number::Integer(value) => {
                let (major, argument) = if value < 0 {
                    (head::NEGATIVE, -1 - value)
                } else {
                    (head::UNSIGNED, value)
                };
                let argument = u64::try_from(argument).map_err(|_| EncodeRule::NumberRange)?;
                self.head(major, argument);
            }
            Number::Float(value) if value.is_finite() => self.float(value),
            Number::Float(_) => return Err(EncodeRule::NumberRange),
            Number::Decimal(text) => {
                self.float(decimal::to_double(text).ok_or(EncodeRule::NumberRange)?);
            }
        }
        Ok(())
    }

    fn boolean(&mut self, boolean: bool) -> Write {
        self.simple(if boolean { head::TRUE } else { head::FALSE });
        Ok(())
    }

    fn null(&mut self) -> Write {
        self.simple(head::NULL);
        Ok(())
    }

    fn verbatim(&mut self, raw: &Raw<'_>) -> Write {
        let bytes = raw.as_cbor().ok_or(EncodeRule::Unsupported)?;
        self.item();
        self.out.extend_from_slice(bytes);
        Ok(())
    }
}
