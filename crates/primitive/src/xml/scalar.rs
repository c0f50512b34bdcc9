//! Values without members, and the types that the table demands of them.

use crate::error::EncodeRule;
use crate::schema::{JsonType, Member};
use crate::token::{Number, Write};

#[derive(Clone, Copy, Debug)]
pub(super) enum Scalar<'v> {
    Text(&'v str),
    Number(Number<'v>),
    Boolean(bool),
}

/// Checks that the value is of its type. A relative timestamp may be a number (TS-0004 6.3.3), and content anything.
pub(super) fn check_type(member: Option<Member>, value: &Scalar<'_>) -> Write {
    let Some(member) = member else { return Ok(()) };
    let is_right = match (member.json_type(), value) {
        (JsonType::Text, Scalar::Text(_))
        | (JsonType::Integer, Scalar::Number(Number::Integer(_)))
        | (JsonType::Number, Scalar::Number(_))
        | (JsonType::Boolean, Scalar::Boolean(_))
        | (JsonType::Any, _) => true,
        (JsonType::Text, Scalar::Number(_)) => member.data_type() == "m2m:absRelTimestamp",
        (
            JsonType::Text
            | JsonType::Integer
            | JsonType::Number
            | JsonType::Boolean
            | JsonType::Object,
            _,
        ) => false,
    };
    if is_right {
        Ok(())
    } else {
        Err(EncodeRule::Shape)
    }
}
