//! Trees of other crates, from and to [`Value`]: what cannot be the same there is an error, and nothing is rounded.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::config::Limits;
use crate::error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
use crate::token::Number;
use crate::value::{Value, has_duplicates};

/// The limits of decoding, on the way from a tree that may have been made of anything.
struct Budget {
    limits: Limits,
    depth: usize,
    members: usize,
}

impl Budget {
    fn new() -> Self {
        Self {
            limits: Limits::default(),
            depth: 0,
            members: 0,
        }
    }

    fn enter<T>(
        &mut self,
        members: usize,
        inner: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        if self.depth >= self.limits.max_depth {
            return Err(DecodeError::new(DecodeRule::TooDeep));
        }
        self.members = self.members.saturating_add(members);
        if self.members > self.limits.max_members {
            return Err(DecodeError::new(DecodeRule::TooManyMembers));
        }
        self.depth += 1;
        let inner = inner(self);
        self.depth -= 1;
        inner
    }
}

fn within(mut error: DecodeError, name: &str) -> DecodeError {
    if !error.path.is_empty() {
        error.path.insert(0, '/');
    }
    error.path.insert_str(0, name);
    error
}

#[cfg(feature = "json")]
impl TryFrom<serde_json::Value> for Value<'static> {
    type Error = DecodeError;

    /// Takes the tree over.
    ///
    /// # Errors
    ///
    /// The tree passes the default [`Limits`](crate::Limits) of depth and members.
    fn try_from(value: serde_json::Value) -> Result<Self, DecodeError> {
        from_json(value, &mut Budget::new())
    }
}

#[cfg(feature = "json")]
fn from_json(value: serde_json::Value, budget: &mut Budget) -> Result<Value<'static>, DecodeError> {
    use serde_json::Value as Json;

    Ok(match value {
        Json::Null => Value::Null,
        Json::Bool(boolean) => Value::Boolean(boolean),
        Json::Number(number) => {
            let integer = number
                .as_u64()
                .map(i128::from)
                .or_else(|| number.as_i64().map(i128::from));
            let number = match (integer, number.as_f64()) {
                (Some(integer), _) => Number::Integer(integer),
                (None, Some(double)) if double.is_finite() => Number::Float(double),
                (None, _) => return Err(DecodeError::new(DecodeRule::NotFinite)),
            };
            Value::Number(number)
        }
        Json::String(text) => Value::Text(Cow::Owned(text)),
        Json::Array(items) => {
            let items = budget.enter(items.len(), |budget| {
                let items = items.into_iter().map(|item| from_json(item, budget));
                items.collect::<Result<Vec<_>, _>>()
            });
            Value::Array(items?)
        }
        Json::Object(members) => {
            let members = budget.enter(members.len(), |budget| {
                let members = members.into_iter().map(|(name, value)| {
                    let value = from_json(value, budget).map_err(|error| within(error, &name))?;
                    Ok((Cow::Owned(name), value))
                });
                members.collect::<Result<Vec<_>, _>>()
            });
            Value::Object(members?)
        }
    })
}

#[cfg(feature = "json")]
impl TryFrom<Value<'_>> for serde_json::Value {
    type Error = EncodeError;

    /// Hands the tree over.
    ///
    /// # Errors
    ///
    /// A number has more digits than `serde_json` keeps, or a name comes twice.
    fn try_from(value: Value<'_>) -> Result<Self, EncodeError> {
        let number = |number: Number<'_>| {
            let integer = match number {
                Number::Integer(value) => {
                    let unsigned = u64::try_from(value).ok().map(serde_json::Number::from);
                    unsigned.or_else(|| i64::try_from(value).ok().map(serde_json::Number::from))
                }
                Number::Float(_) | Number::Decimal(_) => None,
            };
            let double = || number.to_double().and_then(serde_json::Number::from_f64);
            let number = integer.or_else(double).ok_or(EncodeRule::NumberRange)?;
            Ok::<_, EncodeError>(Self::Number(number))
        };
        Ok(match value {
            Value::Null => Self::Null,
            Value::Boolean(boolean) => Self::Bool(boolean),
            Value::Number(value) => number(value)?,
            Value::Text(text) => Self::String(text.into_owned()),
            Value::Array(items) => {
                let items = items.into_iter().map(Self::try_from);
                Self::Array(items.collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                check_names(&members)?;
                let members = members.into_iter().map(|(name, value)| {
                    let value = Self::try_from(value).map_err(|error| error.within(&name))?;
                    Ok::<_, EncodeError>((name.into_owned(), value))
                });
                Self::Object(members.collect::<Result<_, _>>()?)
            }
        })
    }
}

fn check_names(members: &[(Cow<'_, str>, Value<'_>)]) -> Result<(), EncodeError> {
    if has_duplicates(members) {
        return Err(EncodeRule::Content(DecodeRule::DuplicateMember).into());
    }
    Ok(())
}

#[cfg(feature = "cbor")]
impl TryFrom<ciborium::Value> for Value<'static> {
    type Error = DecodeError;

    /// Takes the tree over.
    ///
    /// # Errors
    ///
    /// The tree passes the default [`Limits`](crate::Limits) of depth and members, or has what oneM2M does not use (TS-0004
    /// 8.5): byte strings, tags, names that are not text or come twice, numbers that are not finite.
    fn try_from(value: ciborium::Value) -> Result<Self, DecodeError> {
        from_cbor(value, &mut Budget::new())
    }
}

#[cfg(feature = "cbor")]
fn from_cbor(value: ciborium::Value, budget: &mut Budget) -> Result<Value<'static>, DecodeError> {
    use ciborium::Value as Cbor;

    Ok(match value {
        Cbor::Null => Value::Null,
        Cbor::Bool(boolean) => Value::Boolean(boolean),
        Cbor::Integer(integer) => Value::Number(Number::Integer(integer.into())),
        Cbor::Float(double) if double.is_finite() => Value::Number(Number::Float(double)),
        Cbor::Float(_) => return Err(DecodeError::new(DecodeRule::NotFinite)),
        Cbor::Text(text) => Value::Text(Cow::Owned(text)),
        Cbor::Array(items) => {
            let items = budget.enter(items.len(), |budget| {
                let items = items.into_iter().map(|item| from_cbor(item, budget));
                items.collect::<Result<Vec<_>, _>>()
            });
            Value::Array(items?)
        }
        Cbor::Map(pairs) => {
            let members = budget.enter(pairs.len(), |budget| {
                let members = pairs.into_iter().map(|(name, value)| {
                    let name = name.into_text();
                    let name = name.map_err(|_| DecodeError::new(DecodeRule::Type))?;
                    let value = from_cbor(value, budget).map_err(|error| within(error, &name))?;
                    Ok((Cow::Owned(name), value))
                });
                members.collect::<Result<Vec<_>, _>>()
            })?;
            if has_duplicates(&members) {
                return Err(DecodeError::new(DecodeRule::DuplicateMember));
            }
            Value::Object(members)
        }
        Cbor::Bytes(_) | Cbor::Tag(..) | _ => return Err(DecodeError::new(DecodeRule::Type)),
    })
}

#[cfg(feature = "cbor")]
impl TryFrom<Value<'_>> for ciborium::Value {
    type Error = EncodeError;

    /// Hands the tree over.
    ///
    /// # Errors
    ///
    /// A number has more digits than CBOR carries, or a name comes twice.
    fn try_from(value: Value<'_>) -> Result<Self, EncodeError> {
        Ok(match value {
            Value::Null => Self::Null,
            Value::Boolean(boolean) => Self::Bool(boolean),
            Value::Number(Number::Integer(value)) => {
                let integer = ciborium::value::Integer::try_from(value);
                Self::Integer(integer.map_err(|_| EncodeRule::NumberRange)?)
            }
            Value::Number(number) => {
                Self::Float(number.to_double().ok_or(EncodeRule::NumberRange)?)
            }
            Value::Text(text) => Self::Text(text.into_owned()),
            Value::Array(items) => {
                let items = items.into_iter().map(Self::try_from);
                Self::Array(items.collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                check_names(&members)?;
                let members = members.into_iter().map(|(name, value)| {
                    let value = Self::try_from(value).map_err(|error| error.within(&name))?;
                    Ok::<_, EncodeError>((Self::Text(name.into_owned()), value))
                });
                Self::Map(members.collect::<Result<_, _>>()?)
            }
        })
    }
}
