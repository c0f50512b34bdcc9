//! Filter criteria (TS-0004 6.3.5.8), read and written.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::read::Reader;
use super::values;
use crate::config::CodecConfig;
use crate::encoding;
use crate::error::DecodeRule;
use crate::filter_criteria::{AttributeValue, FilterCriteria};
use crate::primitive::Parameter;
use crate::schema::Context;
use crate::source::Place;
use crate::token::{Number, Scan, Source, Token, Write, Writer};
use crate::types::{ContentFilterSyntax, FilterOperation, FilterUsage, ResourceType};

impl<'a, S: Source<'a>> Reader<'_, 'a, S> {
    pub(super) fn filter_criteria(&mut self) -> Scan<FilterCriteria<'a>> {
        let mut criteria = FilterCriteria::default();
        self.begin()?;
        while let Some(name) = self.source.next_name()? {
            self.condition(name, &mut criteria)?;
        }
        Ok(criteria)
    }

    fn condition(&mut self, name: Cow<'a, str>, criteria: &mut FilterCriteria<'a>) -> Scan<()> {
        match &*name {
            "crb" => criteria.created_before = Some(self.timestamp()?),
            "cra" => criteria.created_after = Some(self.timestamp()?),
            "ms" => criteria.modified_since = Some(self.timestamp()?),
            "us" => criteria.unmodified_since = Some(self.timestamp()?),
            "sts" => criteria.state_tag_smaller = Some(self.integer()?),
            "stb" => criteria.state_tag_bigger = Some(self.integer()?),
            "exb" => criteria.expire_before = Some(self.timestamp()?),
            "exa" => criteria.expire_after = Some(self.timestamp()?),
            "lbl" => criteria.labels = Some(self.texts()?),
            "clbl" => criteria.child_labels = Some(self.texts()?),
            "palb" => criteria.parent_labels = Some(self.texts()?),
            "lbq" => criteria.labels_query = Some(self.source.next_text()?),
            "ty" => {
                criteria.resource_types =
                    Some(self.list(|reader, token| reader.integer_of(token).map(ResourceType))?)
            }
            "chty" => {
                criteria.child_resource_types =
                    Some(self.list(|reader, token| reader.integer_of(token).map(ResourceType))?)
            }
            "pty" => {
                criteria.parent_resource_types =
                    Some(self.list(|reader, token| reader.integer_of(token).map(ResourceType))?)
            }
            "sza" => criteria.size_above = Some(self.integer()?),
            "szb" => criteria.size_below = Some(self.integer()?),
            "cty" => criteria.content_types = Some(self.texts()?),
            "atr" => criteria.attributes = Some(self.attribute_values()?),
            "catr" => criteria.child_attributes = Some(self.attribute_values()?),
            "patr" => criteria.parent_attributes = Some(self.attribute_values()?),
            "fu" => criteria.filter_usage = Some(FilterUsage(self.integer()?)),
            "lim" => criteria.limit = Some(self.integer()?),
            "smf" => criteria.semantics_filters = Some(self.texts()?),
            "fo" => criteria.filter_operation = Some(FilterOperation(self.integer()?)),
            "cfs" => criteria.content_filter_syntax = Some(ContentFilterSyntax(self.integer()?)),
            "cfq" => criteria.content_filter_query = Some(self.source.next_text()?),
            "lvl" => criteria.level = Some(self.integer()?),
            "ofst" => criteria.offset = Some(self.integer()?),
            "arp" => criteria.apply_relative_path = Some(self.source.next_text()?),
            _ => {
                self.count_unknown()?;
                let value = self.source.raw()?;
                criteria.others.push(Parameter { name, value });
            }
        }
        Ok(())
    }

    fn attribute_values(&mut self) -> Scan<Vec<AttributeValue<'a>>> {
        self.list(|reader, token| {
            if token != Token::BeginObject {
                return Err(DecodeRule::Type);
            }
            let (mut name, mut value) = (None, None);
            while let Some(member) = reader.source.next_name()? {
                match &*member {
                    "nm" => name = Some(reader.source.next_text()?),
                    "val" => value = Some(reader.source.raw()?),
                    _ => return Err(DecodeRule::UnknownName),
                }
            }
            match (name, value) {
                (Some(name), Some(value)) => Ok(AttributeValue { name, value }),
                (None, _) | (_, None) => Err(DecodeRule::Missing),
            }
        })
    }
}

pub(super) fn write(
    criteria: &FilterCriteria<'_>,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    writer.begin_object()?;
    values::timestamp("crb", criteria.created_before.as_ref(), writer)?;
    values::timestamp("cra", criteria.created_after.as_ref(), writer)?;
    values::timestamp("ms", criteria.modified_since.as_ref(), writer)?;
    values::timestamp("us", criteria.unmodified_since.as_ref(), writer)?;
    values::integer("sts", criteria.state_tag_smaller, writer)?;
    values::integer("stb", criteria.state_tag_bigger, writer)?;
    values::timestamp("exb", criteria.expire_before.as_ref(), writer)?;
    values::timestamp("exa", criteria.expire_after.as_ref(), writer)?;
    values::texts("lbl", criteria.labels.as_deref(), writer)?;
    values::texts("clbl", criteria.child_labels.as_deref(), writer)?;
    values::texts("palb", criteria.parent_labels.as_deref(), writer)?;
    values::text("lbq", criteria.labels_query.as_deref(), writer)?;
    resource_types("ty", criteria.resource_types.as_deref(), writer)?;
    resource_types("chty", criteria.child_resource_types.as_deref(), writer)?;
    resource_types("pty", criteria.parent_resource_types.as_deref(), writer)?;
    values::integer("sza", criteria.size_above, writer)?;
    values::integer("szb", criteria.size_below, writer)?;
    values::texts("cty", criteria.content_types.as_deref(), writer)?;
    attribute_values("atr", criteria.attributes.as_deref(), writer, config)?;
    attribute_values("catr", criteria.child_attributes.as_deref(), writer, config)?;
    attribute_values(
        "patr",
        criteria.parent_attributes.as_deref(),
        writer,
        config,
    )?;
    values::integer("fu", criteria.filter_usage.map(|value| value.0), writer)?;
    values::integer("lim", criteria.limit, writer)?;
    values::texts("smf", criteria.semantics_filters.as_deref(), writer)?;
    values::integer("fo", criteria.filter_operation.map(|value| value.0), writer)?;
    values::integer(
        "cfs",
        criteria.content_filter_syntax.map(|value| value.0),
        writer,
    )?;
    values::text("cfq", criteria.content_filter_query.as_deref(), writer)?;
    values::integer("lvl", criteria.level, writer)?;
    values::integer("ofst", criteria.offset, writer)?;
    values::text("arp", criteria.apply_relative_path.as_deref(), writer)?;
    if let Some(context) = Context::named("m2m:filterCriteria") {
        values::others(&criteria.others, context, writer, config)?;
    }
    writer.end_object()
}

fn resource_types(
    name: &'static str,
    types: Option<&[ResourceType]>,
    writer: &mut impl Writer,
) -> Write {
    let Some(types) = types else { return Ok(()) };
    writer.plain_name(name)?;
    writer.begin_array()?;
    for resource_type in types {
        writer.number(Number::Integer(resource_type.0.into()))?;
    }
    writer.end_array()
}

fn attribute_values(
    name: &'static str,
    attributes: Option<&[AttributeValue<'_>]>,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    let Some(attributes) = attributes else {
        return Ok(());
    };
    let context = Context::named("m2m:attribute").unwrap_or(Context::REQUEST);
    writer.plain_name(name)?;
    writer.begin_array()?;
    for AttributeValue { name, value } in attributes {
        writer.begin_object()?;
        writer.plain_name("nm")?;
        writer.text(name)?;
        writer.plain_name("val")?;
        encoding::raw(value, Place::Parameter(context), writer, config)?;
        writer.end_object()?;
    }
    writer.end_array()
}
