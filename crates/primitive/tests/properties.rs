//! Primitives with any parameters, in all serializations and between them.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::borrow::Cow;

use onem2m_primitive::{
    AbsoluteOrRelative, CodecConfig, Content, ContentStatus, DesiredIdentifierResultType,
    EventCategory, FilterCriteria, FilterUsage, Operation, Primitive, RequestIdentifier,
    RequestPrimitive, ResourceType, ResponsePrimitive, ResponseStatusCode, ResponseType,
    ResponseTypeValue, ResultContent, Serialization, Timestamp, decode, encode,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::json;

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

type Text = Option<Cow<'static, str>>;
type Texts = Option<Vec<Cow<'static, str>>>;

/// What XML can carry, and does not take for nothing.
fn text() -> impl Strategy<Value = Cow<'static, str>> {
    "[ -~\\t\\nä€😀]{1,12}".prop_map(Cow::Owned)
}

fn texts() -> impl Strategy<Value = Texts> {
    of(vec("[!-~ä€]{1,6}".prop_map(Cow::Owned), 1..4))
}

fn timestamp() -> impl Strategy<Value = Option<Timestamp>> {
    let since = (0u64..253_402_300_800, 0u32..1_000_000);
    let timestamp = since.prop_map(|(seconds, microseconds)| {
        Timestamp::from_unix_epoch(core::time::Duration::new(seconds, microseconds * 1000))
    });
    of(timestamp)
}

fn expiration() -> impl Strategy<Value = Option<AbsoluteOrRelative>> {
    (timestamp(), of(any::<i64>())).prop_map(|(absolute, relative)| {
        let relative = relative.map(AbsoluteOrRelative::Relative);
        absolute.map(AbsoluteOrRelative::Absolute).or(relative)
    })
}

fn content() -> impl Strategy<Value = Option<Content<'static>>> {
    let content = (
        text(),
        vec("[!-~é]{1,6}", 0..4),
        any::<u32>(),
        any::<bool>(),
    );
    let content = content.prop_map(|(text, labels, number, boolean)| {
        json!({"m2m:cnt": {"rn": "c", "lbl": labels, "cr": text, "mni": number, "disr": boolean}})
    });
    of(content.prop_map(|content| Content::json(&content).unwrap()))
}

fn criteria() -> impl Strategy<Value = Option<Box<FilterCriteria<'static>>>> {
    let criteria = (
        timestamp(),
        texts(),
        vec(0u32..70, 1..4),
        of(any::<u32>()),
        of(text()),
    );
    let criteria = criteria.prop_map(|(created_before, labels, types, limit, query)| {
        Box::new(FilterCriteria {
            created_before,
            labels,
            resource_types: Some(types.into_iter().map(ResourceType).collect()),
            limit,
            labels_query: query,
            filter_usage: Some(FilterUsage::DISCOVERY),
            ..FilterCriteria::default()
        })
    });
    of(criteria)
}

fn request() -> impl Strategy<Value = Primitive<'static>> {
    let first = (
        any::<u32>(),
        text(),
        of(text()),
        "[!-~]{1,20}",
        of(any::<u32>()),
        content(),
    );
    let times = (
        timestamp(),
        expiration(),
        expiration(),
        expiration(),
        expiration(),
    );
    let lists = (texts(), texts(), texts(), texts(), texts(), texts());
    let flags = vec(of(any::<bool>()), 6);
    let response_type = of((of(any::<u32>()), texts()));
    let numbers = vec(of(any::<u32>()), 3);
    let others: (_, _, _) = (of(text()), of(text()), of(text()));
    let parameters = (
        first,
        times,
        lists,
        flags,
        response_type,
        numbers,
        others,
        criteria(),
    );
    parameters.prop_map(
        |(first, times, lists, flags, response_type, numbers, others, criteria)| {
            let identifier = RequestIdentifier::new(first.3).unwrap();
            let mut request = RequestPrimitive::new(Operation(first.0), first.1, identifier);
            (request.from, request.resource_type, request.content) =
                (first.2, first.4.map(ResourceType), first.5);
            request.originating_timestamp = times.0;
            request.request_expiration_timestamp = times.1;
            request.result_expiration_timestamp = times.2;
            request.operation_execution_time = times.3;
            request.result_persistence = times.4;
            request.role_identifiers = lists.0;
            request.tokens = lists.1;
            request.token_identifiers = lists.2;
            request.local_token_identifiers = lists.3;
            request.group_request_target_members = lists.4;
            request.authorization_signatures = lists.5;
            request.delivery_aggregation = flags[0];
            request.token_request_indicator = flags[1];
            request.authorization_signature_indicator = flags[2];
            request.authorization_relationship_indicator = flags[3];
            request.semantic_query_indicator = flags[4];
            request.response_type = response_type.map(|(value, targets)| ResponseType {
                value: value.map(ResponseTypeValue),
                notification_targets: targets.or_else(|| flags[5].map(|_| vec![])),
            });
            request.result_content = numbers[0].map(ResultContent);
            request.event_category = numbers[1].map(EventCategory);
            request.desired_identifier_result_type = numbers[2].map(DesiredIdentifierResultType);
            request.release_version = others.0;
            request.group_request_identifier = others.1;
            request.vendor_information = others.2;
            request.filter_criteria = criteria;
            request.into()
        },
    )
}

fn response() -> impl Strategy<Value = Primitive<'static>> {
    let texts: (_, _, _, _) = (of(text()), of(text()), of(text()), of(text()));
    let parameters = (
        (
            any::<u32>(),
            "[!-~]{1,20}",
            content(),
            timestamp(),
            expiration(),
        ),
        texts,
        vec(of(any::<u32>()), 3),
        of(any::<bool>()),
    );
    parameters.prop_map(|(first, texts, numbers, signature)| {
        let identifier = RequestIdentifier::new(first.1).unwrap();
        let mut response = ResponsePrimitive::new(ResponseStatusCode(first.0), identifier);
        response.content = first.2;
        response.originating_timestamp = first.3;
        response.result_expiration_timestamp = first.4;
        let (to, from, release_version, vendor_information): (Text, Text, Text, Text) = texts;
        (response.to, response.from) = (to, from);
        (response.release_version, response.vendor_information) =
            (release_version, vendor_information);
        response.event_category = numbers[0].map(EventCategory);
        response.content_status = numbers[1].map(ContentStatus);
        response.content_offset = numbers[2];
        response.authorization_signature_request_information = signature;
        response.into()
    })
}

fn written(serialization: Serialization, primitive: &Primitive<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    encode(serialization, primitive, &CodecConfig::default(), &mut out).unwrap();
    out
}

proptest! {
    #[test]
    fn i_19_what_is_encoded_decodes_to_the_same(
        primitive in prop_oneof![request(), response()], path in vec(0usize..3, 1..4),
    ) {
        for serialization in ALL {
            // Its content in that serialization, for content is compared as it stands.
            let primitive = primitive.transcode(serialization, &CodecConfig::default()).unwrap();
            let bytes = written(serialization, &primitive);
            let decoded = decode(serialization, &bytes, &CodecConfig::default()).unwrap();
            prop_assert_eq!(&decoded, &primitive);
            prop_assert_eq!(&written(serialization, &decoded), &bytes);
            prop_assert_eq!(decoded.clone().into_owned(), decoded);
        }
        let mut there = primitive.clone();
        for serialization in path {
            there = there.transcode(ALL[serialization], &CodecConfig::default()).unwrap();
        }
        let back = there.transcode(Serialization::Json, &CodecConfig::default()).unwrap();
        // Members come in the order of the table once they have been XML: compared as values.
        let value = |primitive: &Primitive<'_>| -> serde_json::Value {
            serde_json::from_slice(&written(Serialization::Json, primitive)).unwrap()
        };
        prop_assert_eq!(value(&back), value(&primitive));
    }
}
