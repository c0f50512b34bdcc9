//! Samples of resources, the ways of users: read and written again equal, in every serialization; what is not known is kept; and
//! builders.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    CodecConfig, Content, Leniency, OwnedValue, Primitive, Resource, ResourceType, Serialization,
    Timestamp, decode,
};
use onem2m_resources::enumerations::{
    AccessControlOperations, BatteryStatus, MgmtDefinition, NotificationEventType,
};
use onem2m_resources::mgmt::Battery;
use onem2m_resources::types::{AccessControlRule, EventNotificationCriteria, SetOfAcrs};
use onem2m_resources::{
    AccessControlPolicy, Ae, Announced, Attributes, CommonAttributes, Container, ContentInstance,
    Group, MgmtObjAttributes, Subscription,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

/// Through the type, and into each serialization and back.
fn check<R: Resource + DeserializeOwned + Serialize + PartialEq + core::fmt::Debug>(
    content: &Content<'_>,
) -> R {
    let read: R = content.read_resource().unwrap();
    let config = CodecConfig::default();
    for serialization in ALL {
        let written = Content::resource_in(serialization, &read, &config).unwrap();
        assert_eq!(written.root_name(), R::ROOT);
        assert_eq!(written.read_resource::<R>().unwrap(), read);
        let json = written.transcode(Serialization::Json, &config).unwrap();
        let expected = content.transcode(Serialization::Json, &config).unwrap();
        let members = |content: &Content<'_>| content.to_json_value().unwrap();
        assert_eq!(members(&json), members(&expected));
    }
    read
}

fn content_of(document: &str, serialization: Serialization) -> Content<'static> {
    let primitive = decode(serialization, document, &CodecConfig::default()).unwrap();
    let content = match primitive {
        Primitive::Request(request) => request.content,
        Primitive::Response(response) => response.content,
    };
    content.unwrap().into_owned()
}

/// The samples of `onem2m-primitive` that have resources, in text.
#[test]
fn samples_are_read_and_written_again_equal() {
    let request = include_str!("../../primitive/tests/samples/e1.json");
    let ae: Ae = check(&content_of(request, Serialization::Json));
    let built = Ae::new("Norg.example.thermo", true, ["2a", "3"])
        .content_serialization(["json", "cbor"])
        .resource_name("thermo7")
        .labels(["floor:2", "hvac"]);
    assert_eq!(ae, built);
    let xml = include_str!("../../primitive/tests/samples/e1.xml");
    assert_eq!(check::<Ae>(&content_of(xml, Serialization::Xml)), built);

    let response = include_str!("../../primitive/tests/samples/e2.json");
    let ae: Ae = check(&content_of(response, Serialization::Json));
    assert_eq!(ae.common.resource_type, Some(ResourceType::AE));
    assert_eq!(
        ae.common.creation_time,
        Some("20250301T101500".parse::<Timestamp>().unwrap())
    );

    let notification = include_str!("../../primitive/tests/samples/e3.json");
    let content = content_of(notification, Serialization::Json);
    let notifications = content.read_notifications::<ContentInstance>().unwrap();
    let event = notifications.into_iter().next().unwrap().event.unwrap();
    let instance = event.representation.unwrap().0;
    assert_eq!(instance.content, Some("21.5".into()));
    assert_eq!(instance.content_size, Some(4));

    // An UPDATE with NULL: what is to be deleted is kept.
    let update = include_str!("../../primitive/tests/samples/e6.json");
    let content = content_of(update, Serialization::Json);
    let ae: Ae = content.read_resource().unwrap();
    assert_eq!(
        ae,
        Ae::default().request_reachability(false).deleting("lbl")
    );
    assert_eq!(
        Content::resource(&ae).unwrap().to_json_value().unwrap(),
        content.to_json_value().unwrap()
    );
}

/// Attributes that the type does not know, numbers without a name, members of complex types, and child resources.
#[test]
fn what_is_not_known_is_kept() {
    let text = r#"{"m2m:sub":{"nu":["a"],"nct":77,"enc":{"net":[1,99],"x":{"y":[1,2.5,null]}},"vendor":true,"m2m:sch":[{"rn":"s"}]}}"#;
    let content = Content::json_text(text).unwrap();
    let subscription: Subscription = content.read_resource().unwrap();
    assert_eq!(
        subscription.other.get("vendor"),
        Some(&OwnedValue::Boolean(true))
    );
    let criteria = subscription.event_notification_criteria.as_ref().unwrap();
    assert!(criteria.other.contains_key("x"));
    let events = criteria.notification_event_type.as_ref().unwrap();
    assert_eq!(
        events
            .iter()
            .map(|event| event.name().is_some())
            .collect::<Vec<_>>(),
        [true, false]
    );
    for serialization in [Serialization::Json, Serialization::Cbor] {
        let written = Content::resource_in(serialization, &subscription, &CodecConfig::default());
        let written = written.unwrap();
        assert_eq!(
            written.read_resource::<Subscription>().unwrap(),
            subscription
        );
        assert_eq!(
            written.to_json_value().unwrap(),
            content.to_json_value().unwrap()
        );
    }
    let shown = format!("{subscription:?}");
    assert!(shown.starts_with(r#"Subscription { event_notification_criteria: EventNotificationCriteria { notification_event_type: [1, 99], other:"#), "{shown}");
}

#[test]
fn builders_have_what_is_mandatory() {
    let rule = AccessControlRule::new(["CAdmin"], AccessControlOperations(63));
    let policy = AccessControlPolicy::new(
        SetOfAcrs::default().access_control_rule([rule.clone()]),
        SetOfAcrs::default().access_control_rule([rule]),
    );
    let text = r#"{"m2m:acp":{"pv":{"acr":[{"acor":["CAdmin"],"acop":63}]},"pvs":{"acr":[{"acor":["CAdmin"],"acop":63}]}}}"#;
    assert_eq!(Content::resource(&policy).unwrap().to_string(), text);

    let criteria =
        EventNotificationCriteria::default().notification_event_type([NotificationEventType(3)]);
    let subscription = Subscription::new(["Cthermo"]).event_notification_criteria(criteria);
    let text = r#"{"m2m:sub":{"enc":{"net":[3]},"nu":["Cthermo"]}}"#;
    assert_eq!(Content::resource(&subscription).unwrap().to_string(), text);

    // Specializations say which they are.
    let battery = Battery::new(80, BatteryStatus(1));
    assert_eq!(battery.mgmt_obj.mgmt_definition, Some(MgmtDefinition(1006)));
    let battery = battery.description("of the thermometer");
    assert_eq!(
        battery.mgmt_obj.description.as_deref(),
        Some("of the thermometer")
    );

    let instance = ContentInstance::new(21.5);
    let mut container = Container::new().max_nr_of_instances(10);
    container.push_child(&instance).unwrap();
    container.push_child(&ContentInstance::new("22")).unwrap();
    let text = r#"{"m2m:cnt":{"mni":10,"m2m:cin":[{"con":21.5},{"con":"22"}]}}"#;
    assert_eq!(Content::resource(&container).unwrap().to_string(), text);
    let children: Vec<ContentInstance> = container.children().unwrap();
    assert_eq!(children.first(), Some(&instance));
    assert!(container.children::<Group>().unwrap().is_empty());

    let announced = Announced(Ae::default().link("/id-mn/ae7"));
    check::<Announced<Ae>>(&Content::resource(&announced).unwrap());
    assert_eq!(Announced::<Ae>::TYPE, ResourceType::AE.announced());
}

/// The path leads to the attribute, also within complex types and children.
#[test]
fn errors_name_the_attribute_and_the_path() {
    let error = |text: &str| {
        let content = Content::json_text(text).unwrap();
        content
            .read_resource::<Subscription>()
            .unwrap_err()
            .to_string()
    };
    for (text, expected) in [
        (
            r#"{"m2m:sub":{"exc":-1}}"#,
            "invalid value: integer `-1`, expected an integer from 0 to 18446744073709551615 (m2m:sub/exc)",
        ),
        (
            r#"{"m2m:sub":{"nct":4294967296}}"#,
            "invalid value: integer `4294967296`, expected an integer from 0 to 4294967295 (m2m:sub/nct)",
        ),
        (
            r#"{"m2m:sub":{"nu":"a"}}"#,
            "invalid type: string \"a\", expected a list (m2m:sub/nu)",
        ),
        (
            r#"{"m2m:sub":{"enc":{"net":["1"]}}}"#,
            "invalid type: string \"1\", expected an integer from 0 to 4294967295 (m2m:sub/enc/net)",
        ),
        (
            r#"{"m2m:sub":{"et":"soon"}}"#,
            "invalid value: string \"soon\", expected a timestamp, YYYYMMDDThhmmss (m2m:sub/et)",
        ),
        (
            r#"{"m2m:sub":{"enc":[]}}"#,
            "invalid type: sequence, expected an object (m2m:sub/enc)",
        ),
        (
            r#"{"m2m:cnt":{}}"#,
            "m2m:cnt where m2m:sub belongs (m2m:cnt)",
        ),
    ] {
        assert_eq!(error(text), expected);
    }
    let content = Content::json_text(r#"{"m2m:cnt":{"m2m:cin":[{"cs":"4"}]}}"#).unwrap();
    let container: Container = content.read_resource().unwrap();
    let error = container
        .children::<ContentInstance>()
        .unwrap_err()
        .to_string();
    let expected = "invalid type: string \"4\", expected an integer from 0 to 18446744073709551615 (m2m:cin/cs)";
    assert_eq!(error, expected);
}

/// What a lenient decoder has accepted is strict for the type.
#[test]
fn leniency_is_the_decoders() {
    let document = r#"{"op":1,"to":"a","fr":"C","rqi":"1","ty":2,"pc":{"m2m:ae":{"api":"N","rr":"true","lbl":"a","srv":"3"}}}"#;
    let config = CodecConfig {
        leniency: Leniency::DEPLOYED,
        ..CodecConfig::default()
    };
    let Primitive::Request(request) = decode(Serialization::Json, document, &config).unwrap()
    else {
        unreachable!("it has `op`");
    };
    let expected = Ae::new("N", true, ["3"]).labels(["a"]);
    assert_eq!(request.resource::<Ae>().unwrap(), expected);
}
