//! Names that need their context, and names that are not there.

use onem2m_primitive::schema::{Context, JsonType, XmlForm, enumeration};

fn context(name: &str) -> Context {
    Context::named(name).unwrap_or_else(|| panic!("no context {name}"))
}

fn check(short_name: &str, contexts: &[&str], json_type: JsonType, xml_form: XmlForm) {
    for name in contexts {
        let member = context(name).member(short_name);
        let found = member.map(|member| (member.json_type(), member.xml_form()));
        assert_eq!(found, Some((json_type, xml_form)), "{name} {short_name}");
    }
}

/// One short name, several types or forms.
#[test]
fn the_context_decides_on_type_and_form() {
    use JsonType::{Any, Boolean, Integer, Object, Text as Words};
    use XmlForm::{Attribute, Complex, List, Repeated, Text, TextContent};

    check("acn", &["ntp"], Integer, Text);
    check("acn", &["m2m:actionStatus"], Words, Text);
    check("atr", &["m2m:eventNotificationCriteria"], Words, List);
    check("atr", &["m2m:filterCriteria"], Object, Repeated);
    check(
        "cmlk",
        &["cmdf", "cmnr", "cmp", "mgmtObj-common", "fwr"],
        Object,
        Repeated,
    );
    check("cmlk", &["cmwr"], Object, Complex);
    check("fu", &["auds"], Object, Complex);
    check("fu", &["m2m:filterCriteria"], Integer, Text);
    check("loc", &["cnt", "fwr", "cod:binSh", "*"], Object, Complex);
    check("loc", &["dvi", "dviA"], Words, Text);
    check("msm", &["smi"], Object, Complex);
    check("msm", &["m2m:mashupMembers"], Object, Repeated);
    check("net", &["m2m:eventNotificationCriteria"], Integer, Repeated);
    check(
        "net",
        &["m2m:notification.notificationEvent"],
        Integer,
        Text,
    );
    check("om", &["m2m:eventNotificationCriteria"], Object, Repeated);
    check(
        "om",
        &["m2m:notification.notificationEvent"],
        Object,
        Complex,
    );
    check(
        "ops",
        &["m2m:filterCriteria", "m2m:operationMonitor"],
        Integer,
        Text,
    );
    check("ops", &["prp"], Integer, List);
    check("pv", &["acp", "m2m:tokenPermission"], Object, Complex);
    check("pv", &["m2m:setOfPermissions"], Object, Repeated);
    check("rbo", &["rbo"], Boolean, Text);
    check("rbo", &["m2m:execReqArgsListType"], Object, Repeated);
    check("se", &["sch"], Object, Complex);
    check("se", &["m2m:activityPattern"], Object, Repeated);
    check(
        "spty",
        &["m2m:accessControlRule.accessControlObjectDetails", "grp"],
        Object,
        Complex,
    );
    check("spty", &["m2m:childResourceRef"], Words, Attribute);
    check(
        "ty",
        &[
            "m2m:requestPrimitive",
            "m2m:metaInformation",
            "cnt",
            "hod:deACr",
        ],
        Integer,
        Text,
    );
    check("ty", &["m2m:filterCriteria"], Integer, List);
    check("val", &["m2m:anyArgType", "m2m:attribute"], Any, Text);
    check(
        "val",
        &["m2m:childResourceRef", "m2m:mgmtLinkRef"],
        Words,
        TextContent,
    );
    check(
        "nm",
        &[
            "m2m:attribute",
            "m2m:contentRef.URIReference",
            "m2m:dataLink",
        ],
        Words,
        Text,
    );
    check(
        "nm",
        &["m2m:childResourceRef", "m2m:mgmtLinkRef"],
        Words,
        Attribute,
    );
    check(
        "typ",
        &["m2m:childResourceRef", "m2m:mgmtLinkRef"],
        Integer,
        Attribute,
    );
    check("typ", &["m2m:geoCoordinates"], Integer, Text);
}

fn check_context(name: &str, path: &[&str]) {
    let (first, rest) = path.split_first().unwrap();
    let found = rest.iter().fold(context(first), |context, short_name| {
        let member = context.member(short_name);
        let next = member.and_then(|member| member.context());
        next.unwrap_or_else(|| panic!("{context:?} without {short_name}"))
    });
    assert_eq!(found.name(), name, "{path:?}");
}

/// What is inside an object depends on the context as well.
#[test]
fn the_context_decides_on_the_next_context() {
    check_context("m2m:mashupMembers", &["smi", "msm"]);
    check_context("m2m:mashupMembers.mashupMember", &["smi", "msm", "msm"]);
    check_context(
        "m2m:dynAuthDasRequest.originatorIP",
        &["m2m:dynAuthDasRequest", "oip"],
    );
    check_context("m2m:ipAddress", &["auds", "oip"]);
    let event = "m2m:notification.notificationEvent";
    check_context(&format!("{event}.operationMonitor"), &[event, "om"]);
    check_context("m2m:operationMonitor", &["sub", "enc", "om"]);
}

/// From the primitives down, as a decoder goes.
#[test]
fn contexts_lead_to_contexts() {
    check_context(
        "cin",
        &["m2m:rqp", "pc", "m2m:sgn", "nev", "rep", "m2m:cin"],
    );
    check_context("m2m:notification", &["m2m:rqp", "pc", "m2m:agn", "m2m:sgn"]);
    check_context("m2m:notification", &["m2m:rqp", "pc", "m2m:agn", "sgn"]);
    check_context(
        "cntA",
        &["m2m:rsp", "pc", "m2m:agr", "m2m:rsp", "pc", "m2m:cntA"],
    );
    check_context(
        "m2m:requestPrimitive",
        &["m2m:rsp", "pc", "m2m:trac", "m2m:rqp"],
    );
    check_context("m2m:responsePrimitive", &["trac", "m2m:rsp"]);
    check_context("cnt", &["m2m:rsp", "pc", "m2m:rce", "m2m:cnt"]);
    check_context("m2m:childResourceRef", &["m2m:rsp", "pc", "m2m:rrl", "rrf"]);
    check_context("m2m:triggerPayload", &["m2m:representation", "m2m:tgp"]);
    check_context(
        "m2m:timeSeriesNotification",
        &["m2m:representation", "m2m:tsn"],
    );
    check_context("m2m:securityInfo", &["m2m:primitiveContent", "m2m:seci"]);
    check_context("cod:binSh", &["cod:devLt", "cod:binSh"]);
    check_context("sub", &["ae", "m2m:cnt", "m2m:sub"]);
    check_context("fcnt", &["m2m:rsp", "pc", "m2m:fcnt"]);
    assert_eq!(context("m2m:representation"), Context::CONTENT);
    assert_eq!(context("m2m:requestPrimitive"), Context::REQUEST);
    assert_eq!(context("m2m:responsePrimitive"), Context::RESPONSE);
}

#[test]
fn global_elements_have_their_types() {
    use JsonType::{Object, Text as Words};
    use XmlForm::{Complex, List, Repeated, Text};

    let content = &["m2m:primitiveContent"];
    for name in ["m2m:uri", "m2m:dbg", "m2m:qres"] {
        check(name, content, Words, Text);
    }
    for name in ["m2m:uril", "m2m:atrl"] {
        check(name, content, Words, List);
    }
    for name in [
        "m2m:sgn",
        "m2m:agn",
        "m2m:rqp",
        "m2m:rsp",
        "m2m:rce",
        "m2m:rrl",
        "m2m:agr",
        "m2m:seci",
        "m2m:tsn",
        "m2m:tgp",
        "m2m:cnt",
        "m2m:cntA",
        "cod:binSh",
        "dcfg:crds",
    ] {
        check(name, content, Object, Complex);
    }
    check("m2m:rsp", &["m2m:aggregatedResponse"], Object, Repeated);
    check("m2m:sgn", &["m2m:aggregatedNotification"], Object, Repeated);
    check("sgn", &["m2m:aggregatedNotification"], Object, Repeated);
    check("m2m:rqp", &["trac"], Object, Complex);
    check("m2m:rsp", &["trac"], Object, Complex);
    check("m2m:cnt", &["trac", "cb", "cbA"], Object, Repeated);
}

/// They have the members of the original, and the link of every resource; `A` and `Annc` are accepted for each other.
#[test]
fn announced_variants_have_the_members_of_the_original() {
    for (announced, original) in [
        ("cntA", "cnt"),
        ("dviA", "dvi"),
        ("cod:binShAnnc", "cod:binSh"),
    ] {
        let [announced, original] = [context(announced), context(original)];
        assert_ne!(announced, original);
        assert!(announced.members().eq(original.members()));
        assert!(announced.member("lnk").is_some());
    }
    assert_eq!(context("cod:binShA"), context("cod:binShAnnc"));
    assert_eq!(context("cntAnnc").name(), "cntA");
    assert_eq!(context("dcfg:crdsA").element(), Some("dcfg:crdsA"));
    assert_eq!(format!("{:?}", context("cntA")), r#"Context("cntA")"#);
}

#[test]
fn unknown_names_are_not_found() {
    for name in [
        "",
        ":",
        "A",
        "Annc",
        "m2m:",
        "m2m:A",
        "CNT",
        "cnt ",
        "cntAA",
        "subA",
        "*A",
        "mgmtObj-commonA",
        "crds",
        "binSh",
        "hod:binSh",
        "hd:binSh",
        "m2m:cod:binSh",
        "m2m:filterCriteriaA",
        "filterCriteria",
        "cod:cnt",
        ":cnt",
        "la",
        "m2m:la",
        "m2m:*",
        "m2m:mgmtObj-common",
        "m2m:<resource>",
        "m2m:uri",
        "xs:string",
        "m2m:anonymous",
    ] {
        assert_eq!(Context::named(name), None, "{name}");
    }
    for (name, short_name) in [
        ("cnt", "con"),
        ("cnt", "CNI"),
        ("cnt", ""),
        ("cnt", "cnt"),
        ("cnt", "m2m:sgn"),
        ("cnt", "m2m:rqp"),
        ("cnt", "m2m:filterCriteria"),
        ("cnt", "m2m:subA"),
        ("m2m:notification", "m2m:cnt"),
        ("m2m:rqp", "rsc"),
        ("m2m:rqp", "m2m:ae"),
        ("m2m:primitiveContent", "cnt"),
        ("m2m:primitiveContent", "ty"),
        ("m2m:primitiveContent", "*"),
        ("m2m:primitiveContent", "m2m:<resource>"),
        ("m2m:filterCriteria", "ri"),
    ] {
        assert_eq!(
            context(name).member(short_name),
            None,
            "{name} {short_name}"
        );
    }
    for name in [
        "",
        "m2m:",
        "m2m:timestamp",
        "operation",
        "list of ",
        "list of list of m2m:operation",
    ] {
        assert_eq!(enumeration(name), None, "{name}");
    }
}

/// What ACME-CSE sends, and the tables of the specification do not have.
#[test]
fn pv_08_what_deployed_systems_send_is_in_the_table() {
    use JsonType::{Integer, Object, Text as Words};
    use XmlForm::{Complex, Repeated, Text};

    check("air", &["actr", "actrA"], Object, Complex);
    let result = context("actr").member("air");
    let result = result.and_then(|result| result.context());
    assert_eq!(result, Some(Context::RESPONSE));
    check("m2m:tsbn", &["m2m:primitiveContent"], Object, Complex);
    check("tbr", &["m2m:tsbn"], Words, Text);
    check("ctm", &["m2m:tsbn"], Words, Text);
    check(
        "org",
        &["fci", "cod:binSh", "cod:color", "m2m:gis"],
        Words,
        Text,
    );
    let criteria_set = ["m2m:eventNotificationCriteriaSet"];
    check("enc", &criteria_set, Object, Repeated);
    check("encn", &criteria_set, Object, Repeated);
    let inner = context(criteria_set[0]).member("enc");
    let inner = inner.and_then(|inner| inner.context());
    assert_eq!(inner, Context::named("m2m:eventNotificationCriteria"));
    let monitor = ["m2m:notification.notificationEvent.operationMonitor"];
    check("op", &monitor, Integer, Text);
    check("or", &monitor, Words, Text);
    for monitor in [monitor[0], "m2m:operationMonitor"] {
        check("ops", &[monitor], Integer, Text);
        check("org", &[monitor], Words, Text);
    }
}
