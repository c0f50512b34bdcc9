use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::content::Raw;
use crate::primitive::{Parameter, all_owned, owned};
use crate::timestamp::Timestamp;
use crate::types::{ContentFilterSyntax, FilterOperation, FilterUsage, ResourceType};

/// Which resources a request means (`m2m:filterCriteria`, TS-0004 6.3.5.8). Conditions of different kinds combine as
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
pub struct FilterCriteria<'a> {
    /// `crb`: resources created before then.
    pub created_before: Option<Timestamp>,
    /// `cra`: resources created after then.
    pub created_after: Option<Timestamp>,
    /// `ms`: resources modified since then.
    pub modified_since: Option<Timestamp>,
    /// `us`: resources not modified since then.
    pub unmodified_since: Option<Timestamp>,
    /// `sts`: resources with a smaller state tag.
    pub state_tag_smaller: Option<u32>,
    /// `stb`: resources with a bigger state tag.
    pub state_tag_bigger: Option<u32>,
    /// `exb`: resources that expire before then.
    pub expire_before: Option<Timestamp>,
    /// `exa`: resources that expire after then.
    pub expire_after: Option<Timestamp>,
    /// `lbl`: resources with one of these labels.
    pub labels: Option<Vec<Cow<'a, str>>>,
    /// `clbl`: resources with a child with one of these labels.
    pub child_labels: Option<Vec<Cow<'a, str>>>,
    /// `palb`: resources with a parent with one of these labels.
    pub parent_labels: Option<Vec<Cow<'a, str>>>,
    /// `lbq`: resources with labels of which this is true.
    pub labels_query: Option<Cow<'a, str>>,
    /// `ty`: resources of one of these types.
    pub resource_types: Option<Vec<ResourceType>>,
    /// `chty`: resources with a child of one of these types.
    pub child_resource_types: Option<Vec<ResourceType>>,
    /// `pty`: resources with a parent of one of these types.
    pub parent_resource_types: Option<Vec<ResourceType>>,
    /// `sza`: resources with at least so many bytes of content.
    pub size_above: Option<u32>,
    /// `szb`: resources with less than so many bytes of content.
    pub size_below: Option<u32>,
    /// `cty`: resources with content of one of these types.
    pub content_types: Option<Vec<Cow<'a, str>>>,
    /// `atr`: resources with these values of attributes.
    pub attributes: Option<Vec<AttributeValue<'a>>>,
    /// `catr`: resources with a child with these values of attributes.
    pub child_attributes: Option<Vec<AttributeValue<'a>>>,
    /// `patr`: resources with a parent with these values of attributes.
    pub parent_attributes: Option<Vec<AttributeValue<'a>>>,
    /// `fu`: what the criteria are for.
    pub filter_usage: Option<FilterUsage>,
    /// `lim`: at most so many.
    pub limit: Option<u32>,
    /// `smf`: resources with a semantic description of which this is true (SPARQL).
    pub semantics_filters: Option<Vec<Cow<'a, str>>>,
    /// `fo`: how different conditions combine.
    pub filter_operation: Option<FilterOperation>,
    /// `cfs`: the language of the content filter.
    pub content_filter_syntax: Option<ContentFilterSyntax>,
    /// `cfq`: resources with content of which this is true.
    pub content_filter_query: Option<Cow<'a, str>>,
    /// `lvl`: not deeper below the target than this.
    pub level: Option<u32>,
    /// `ofst`: from this result on, counted from 1.
    pub offset: Option<u32>,
    /// `arp`: where the operation applies, from each result on.
    pub apply_relative_path: Option<Cow<'a, str>>,
    /// All others, as they came.
    pub others: Vec<Parameter<'a>>,
}

/// A value that an attribute is to have (`m2m:attribute`, TS-0004 6.3.5.9).
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeValue<'a> {
    /// `nm`: the short name of the attribute.
    pub name: Cow<'a, str>,
    /// `val`: the value, as it came.
    pub value: Raw<'a>,
}

impl FilterCriteria<'_> {
    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> FilterCriteria<'static> {
        let attributes = |attributes: Vec<AttributeValue<'_>>| -> Vec<AttributeValue<'static>> {
            attributes
                .into_iter()
                .map(AttributeValue::into_owned)
                .collect()
        };
        FilterCriteria {
            created_before: self.created_before,
            created_after: self.created_after,
            modified_since: self.modified_since,
            unmodified_since: self.unmodified_since,
            state_tag_smaller: self.state_tag_smaller,
            state_tag_bigger: self.state_tag_bigger,
            expire_before: self.expire_before,
            expire_after: self.expire_after,
            labels: self.labels.map(all_owned),
            child_labels: self.child_labels.map(all_owned),
            parent_labels: self.parent_labels.map(all_owned),
            labels_query: self.labels_query.map(owned),
            resource_types: self.resource_types,
            child_resource_types: self.child_resource_types,
            parent_resource_types: self.parent_resource_types,
            size_above: self.size_above,
            size_below: self.size_below,
            content_types: self.content_types.map(all_owned),
            attributes: self.attributes.map(attributes),
            child_attributes: self.child_attributes.map(attributes),
            parent_attributes: self.parent_attributes.map(attributes),
            filter_usage: self.filter_usage,
            limit: self.limit,
            semantics_filters: self.semantics_filters.map(all_owned),
            filter_operation: self.filter_operation,
            content_filter_syntax: self.content_filter_syntax,
            content_filter_query: self.content_filter_query.map(owned),
            level: self.level,
            offset: self.offset,
            apply_relative_path: self.apply_relative_path.map(owned),
            others: self.others.into_iter().map(Parameter::into_owned).collect(),
        }
    }
}

impl AttributeValue<'_> {
    /// The same, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> AttributeValue<'static> {
        AttributeValue {
            name: owned(self.name),
            value: self.value.into_owned(),
        }
    }
}
