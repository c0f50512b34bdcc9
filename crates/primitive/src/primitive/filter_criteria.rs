use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::parameters::{Field, Parameters, parameters, read_members};
use super::values::{Item, Output, Reader, read_object, write_object};
use crate::error::{DecodeRule, EncodeError};
use crate::raw::Raw;
use crate::schema::Context;
use crate::timestamp::Timestamp;
use crate::token::{Scan, Source, Token, Writer};
use crate::types::{ContentFilterSyntax, FilterOperation, FilterUsage, ResourceType};

parameters! {
    /// The resources that a request means (`m2m:filterCriteria`, TS-0004 6.3.5.8). Conditions of different kinds combine as
    /// `filter_operation` says; of the values of one condition, one suffices.
    ///
    /// ```
    /// use onem2m_primitive::{FilterCriteria, FilterUsage, ResourceType};
    ///
    /// let criteria = FilterCriteria {
    ///     filter_usage: Some(FilterUsage::DISCOVERY),
    ///     resource_types: Some(vec![ResourceType::CONTAINER]),
    ///     limit: Some(10),
    ///     ..FilterCriteria::default()
    /// };
    /// # let _ = criteria;
    /// ```
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct FilterCriteria<'a> = Context::named("m2m:filterCriteria"), open {
        /// `crb`: resources created before then.
        created_before: Timestamp = "crb" [],
        /// `cra`: resources created after then.
        created_after: Timestamp = "cra" [],
        /// `ms`: resources modified since then.
        modified_since: Timestamp = "ms" [],
        /// `us`: resources not modified since then.
        unmodified_since: Timestamp = "us" [],
        /// `sts`: resources with a smaller state tag.
        state_tag_smaller: u32 = "sts" [],
        /// `stb`: resources with a bigger state tag.
        state_tag_bigger: u32 = "stb" [],
        /// `exb`: resources that expire before then.
        expire_before: Timestamp = "exb" [],
        /// `exa`: resources that expire after then.
        expire_after: Timestamp = "exa" [],
        /// `lbl`: resources with one of these labels.
        labels: Vec<Cow<'a, str>> = "lbl" [],
        /// `clbl`: resources with a child with one of these labels.
        child_labels: Vec<Cow<'a, str>> = "clbl" [],
        /// `palb`: resources with a parent with one of these labels.
        parent_labels: Vec<Cow<'a, str>> = "palb" [],
        /// `lbq`: resources with labels of which this is true.
        labels_query: Cow<'a, str> = "lbq" [],
        /// `ty`: resources of one of these types.
        resource_types: Vec<ResourceType> = "ty" [],
        /// `chty`: resources with a child of one of these types.
        child_resource_types: Vec<ResourceType> = "chty" [],
        /// `pty`: resources with a parent of one of these types.
        parent_resource_types: Vec<ResourceType> = "pty" [],
        /// `sza`: resources with at least so many bytes of content.
        size_above: u32 = "sza" [],
        /// `szb`: resources with less than so many bytes of content.
        size_below: u32 = "szb" [],
        /// `cty`: resources with content of one of these types.
        content_types: Vec<Cow<'a, str>> = "cty" [],
        /// `atr`: resources with these values of attributes.
        attributes: Vec<AttributeValue<'a>> = "atr" [],
        /// `catr`: resources with a child with these values of attributes.
        child_attributes: Vec<AttributeValue<'a>> = "catr" [],
        /// `patr`: resources with a parent with these values of attributes.
        parent_attributes: Vec<AttributeValue<'a>> = "patr" [],
        /// `fu`: the use of the criteria.
        filter_usage: FilterUsage = "fu" [],
        /// `lim`: the largest number of results.
        limit: u32 = "lim" [],
        /// `smf`: resources with a semantic description of which this is true (SPARQL).
        semantics_filters: Vec<Cow<'a, str>> = "smf" [],
        /// `fo`: the way in which different conditions combine.
        filter_operation: FilterOperation = "fo" [],
        /// `cfs`: the language of the content filter.
        content_filter_syntax: ContentFilterSyntax = "cfs" [],
        /// `cfq`: resources with content of which this is true.
        content_filter_query: Cow<'a, str> = "cfq" [],
        /// `lvl`: the largest depth below the target.
        level: u32 = "lvl" [],
        /// `ofst`: the first result, counted from 1.
        offset: u32 = "ofst" [],
        /// `arp`: the path from each result to where the operation applies.
        apply_relative_path: Cow<'a, str> = "arp" [],
    }
}

parameters! {
    /// A value that an attribute is to have (`m2m:attribute`, TS-0004 6.3.5.9).
    #[derive(Clone, Debug, PartialEq)]
    pub struct AttributeValue<'a> = Context::named("m2m:attribute"), closed {
        /// `nm`: the short name of the attribute.
        name: Cow<'a, str> = "nm" every,
        /// `val`: the value, as it came.
        value: Raw<'a> = "val" every,
    }
}

impl<'a> Field<'a> for FilterCriteria<'a> {
    type Owned = FilterCriteria<'static>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        read_object(Self::empty(), reader)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        write_object(self, out)
    }

    fn into_owned(self) -> Self::Owned {
        FilterCriteria::into_owned(self)
    }
}

impl<'a> Field<'a> for AttributeValue<'a> {
    type Owned = AttributeValue<'static>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        read_object(Self::empty(), reader)
    }

    fn write<W: Writer>(&self, _: Context, out: &mut Output<'_, W>) -> Result<(), EncodeError> {
        write_object(self, out)
    }

    fn into_owned(self) -> Self::Owned {
        AttributeValue::into_owned(self)
    }
}

impl<'a> Item<'a> for AttributeValue<'a> {
    fn of<S: Source<'a>>(token: Token<'a>, reader: &mut Reader<'_, S>) -> Scan<Self> {
        if token != Token::BeginObject {
            return Err(DecodeRule::Type);
        }
        let mut attribute = Self::empty();
        read_members(&mut attribute, reader).map(|()| attribute)
    }
}
