//! Reads primitives.

use alloc::borrow::Cow;

use super::parameters::{Parameters, key, read_one};
use super::request_identifier;
use super::values::Reader;
use super::{Primitive, RequestPrimitive, ResponsePrimitive};
use crate::Document;
use crate::Serialization;
use crate::codec::{self, Visit};
use crate::config::CodecConfig;
use crate::error::{DecodeError, DecodeRule};
use crate::raw::Raw;
use crate::schema::Context;
use crate::token::{Scan, Source, Token, error_at};
use crate::types::Operation;

/// Reads the primitive that is all of a document.
pub(crate) fn decode<'a>(
    serialization: Serialization,
    document: Document<'a>,
    config: &CodecConfig,
) -> Result<Primitive<'a>, DecodeError> {
    codec::document(serialization, document, config, Whole { config }).map_err(|error| {
        DecodeError {
            request_identifier: request_identifier::find(serialization, document),
            ..error
        }
    })
}

/// Reads a primitive from any source.
struct Whole<'c> {
    config: &'c CodecConfig,
}

impl<'a> Visit<'a> for Whole<'_> {
    type Value = Primitive<'a>;

    fn visit<S: Source<'a>>(
        self,
        mut source: S,
        root: Option<Context>,
        again: impl FnOnce() -> Option<S>,
    ) -> Result<Primitive<'a>, DecodeError> {
        let mut reader = Reader::new(&mut source, self.config.limits);
        let begun = begin(&mut reader, root, self.config);
        let start = match begun {
            Ok(start) => start,
            Err(rule) => return Err(error_at(rule, &source)),
        };
        let root = match start.root {
            Some(root) => root,
            None => match again() {
                Some(mut source) => kind(&mut source)?,
                None => return Err(error_at(DecodeRule::NeitherRequestNorResponse, &source)),
            },
        };
        let mut primitive = Ok(if root == Context::REQUEST {
            Primitive::Request(RequestPrimitive::empty())
        } else {
            Primitive::Response(ResponsePrimitive::empty())
        });
        let read = match &mut primitive {
            Ok(Primitive::Request(request)) => read_request(request, &mut reader, start),
            Ok(Primitive::Response(response)) => members(response, &mut reader, start),
            Err(_) => Ok(()),
        };
        if let Err(rule) = read {
            primitive = Err(error_at(rule, &source));
        }
        primitive
    }
}

/// The facts that the beginning of a document tells.
struct Start<'a> {
    root: Option<Context>,
    /// The name of the first parameter.
    first: Option<Cow<'a, str>>,
    is_wrapped: bool,
}

fn begin<'a, S: Source<'a>>(
    reader: &mut Reader<'_, S>,
    root: Option<Context>,
    config: &CodecConfig,
) -> Scan<Start<'a>> {
    reader.begin()?;
    let mut first = reader.source.next_name()?;
    let (mut root, mut is_wrapped) = (root, false);
    let wrapped = match first.as_deref() {
        Some("op") => {
            return Ok(Start {
                root: root.or(Some(Context::REQUEST)),
                first,
                is_wrapped,
            });
        }
        Some("rsc") => {
            return Ok(Start {
                root: root.or(Some(Context::RESPONSE)),
                first,
                is_wrapped,
            });
        }
        Some("m2m:rqp") => Context::REQUEST,
        Some("m2m:rsp") => Context::RESPONSE,
        Some(_) | None => {
            return Ok(Start {
                root,
                first,
                is_wrapped,
            });
        }
    };
    if config.leniency.wrapped {
        reader.begin()?;
        first = reader.source.next_name()?;
        (root, is_wrapped) = (Some(wrapped), true);
    }
    Ok(Start {
        root,
        first,
        is_wrapped,
    })
}

/// Which of the two a primitive is whose first parameter does not tell (TS-0004 8.4.2).
fn kind<'a>(source: &mut impl Source<'a>) -> Result<Context, DecodeError> {
    find_kind(source).map_err(|rule| error_at(rule, source))
}

fn find_kind<'a>(source: &mut impl Source<'a>) -> Scan<Context> {
    if source.next()? != Some(Token::BeginObject) {
        return Err(DecodeRule::NotAnObject);
    }
    while let Some(name) = source.next_name()? {
        match &*name {
            "op" => return Ok(Context::REQUEST),
            "rsc" => return Ok(Context::RESPONSE),
            _ => drop(source.raw()?),
        }
    }
    match source.next()? {
        Some(_) => Err(DecodeRule::TrailingBytes),
        None => Err(DecodeRule::NeitherRequestNorResponse),
    }
}

fn read_request<'a, S: Source<'a>>(
    request: &mut RequestPrimitive<'a>,
    reader: &mut Reader<'_, S>,
    start: Start<'a>,
) -> Scan<()> {
    members(request, reader, start)?;
    if let (Operation::UPDATE, Some(content)) = (request.operation, &mut request.content)
        && let Raw::Xml(fragment) = content.as_raw_mut()
    {
        fragment.is_update = true;
    }
    Ok(())
}

/// The parameters, the name of the first of which was read, up to the end of the document.
fn members<'a, P: Parameters<'a>, S: Source<'a>>(
    primitive: &mut P,
    reader: &mut Reader<'_, S>,
    start: Start<'a>,
) -> Scan<()> {
    const OPERATION: u64 = key("op");
    const STATUS: u64 = key("rsc");
    let (own, other) = if P::context() == Some(Context::REQUEST) {
        (OPERATION, STATUS)
    } else {
        (STATUS, OPERATION)
    };
    let (mut every, mut has_own) = (0, false);
    let mut next = start.first;
    while let Some(name) = next {
        let key = key(&name);
        has_own |= key == own;
        if key == other {
            return Err(DecodeRule::NeitherRequestNorResponse);
        }
        every += read_one(primitive, key, name, reader)?;
        next = reader.source.next_name()?;
    }
    if start.is_wrapped && reader.source.next_name()?.is_some() {
        return Err(DecodeRule::NeitherRequestNorResponse);
    }
    if reader.source.next()?.is_some() {
        return Err(DecodeRule::TrailingBytes);
    }
    if !has_own {
        return Err(DecodeRule::NeitherRequestNorResponse);
    }
    if every < P::EVERY {
        return Err(DecodeRule::Missing);
    }
    Ok(())
}
