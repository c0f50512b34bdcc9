//! Each line of each table is found, and says what the table says.

use std::collections::{BTreeMap, BTreeSet};

use onem2m_primitive::ResourceType;
use onem2m_primitive::schema::{Context, XmlForm, enumeration, namespace, prefix};

use super::tables::{
    Line, context_names, json_type, multiplicity, name_of_element, table, xml_form,
};

const MEMBER_TABLES: [&str; 3] = ["attributes.tsv", "complex_types.tsv", "flexcontainers.tsv"];
const ANY_RESOURCE: &str = "m2m:<resource>";
/// Virtual resources have no representation; those in common have no element.
fn has_element(line: &&Line) -> bool {
    !line.get("root").is_empty()
}

fn context(name: &str) -> Context {
    Context::named(name).unwrap_or_else(|| panic!("no context {name}"))
}

fn check_member(context: Context, line: &Line) {
    let short_name = line.get("short");
    let member = context.member(short_name);
    let member = member.unwrap_or_else(|| panic!("{context:?} without {short_name}"));
    let (json_type, is_array) = json_type(line);
    let found = (
        member.short_name(),
        member.long_name(),
        member.data_type(),
        format!("{:?}", member.json_type()),
        format!("{:?}", member.xml_form()),
        member.multiplicity(),
        member.is_array(),
    );
    let expected = (
        short_name,
        line.get("long"),
        line.get("xsd_type"),
        json_type.to_owned(),
        xml_form(line).to_owned(),
        multiplicity(line),
        is_array,
    );
    assert_eq!(found, expected, "{context:?}");
    // One line for both: it has the order of the content.
    if (line.get("resource"), short_name) != ("m2m:representation", "m2m:uri") {
        assert_eq!(member.order().to_string(), line.get("order"), "{found:?}");
    }
    let expected = match json_type {
        "Object" if line.get("xsd_type") != "m2m:anonymous" => {
            Some(self::context(line.get("xsd_type")))
        }
        _ => None,
    };
    assert_eq!(member.context(), expected, "{found:?}");
}

#[test]
fn members_are_what_the_tables_say() {
    let context_name = context_names();
    for line in MEMBER_TABLES.into_iter().flat_map(table) {
        if line.get("short") != ANY_RESOURCE {
            check_member(context(&context_name(&line)), &line);
        }
    }
}

/// What a specialization does not have itself it has from what is common.
#[test]
fn common_members_belong_to_every_resource() {
    let lines = table("attributes.tsv");
    let own: BTreeSet<(&str, &str)> = lines
        .iter()
        .map(|line| (line.get("resource"), line.get("short")))
        .collect();
    for resource in table("resources.tsv").iter().filter(has_element) {
        let common = match resource.get("base_type") {
            "mgmtResource" => "mgmtObj-common",
            "flexContainerResource" => "fcnt-common",
            _ => "",
        };
        for line in &lines {
            let [from, short_name] = ["resource", "short"].map(|column| line.get(column));
            let is_overridden = own.contains(&(resource.get("short"), short_name))
                || (from == "*" && own.contains(&(common, short_name)));
            if (from == "*" || from == common) && !is_overridden {
                check_member(context(resource.get("root")), line);
            }
        }
    }
    for flex_container in table("flexcontainer_types.tsv") {
        let flex_container = context(flex_container.get("root"));
        let definition = context("fcnt-common").member("cnd");
        assert_eq!(flex_container.member("cnd"), definition);
        assert!(flex_container.member("lbl").is_some());
        assert!(flex_container.member("mgd").is_none());
    }
}

/// Name, element, long name and type of a context, and that it is found by its names.
fn check_resource(name: &str, element: &str, long_name: &str, number: u32) {
    let found = context(name);
    assert_eq!(
        (
            found.name(),
            found.element(),
            found.long_name(),
            found.resource_type()
        ),
        (
            name,
            Some(element),
            Some(long_name),
            Some(ResourceType(number))
        ),
    );
    assert_eq!(context(element), found);

    let whole = Context::CONTENT.member(element).unwrap();
    assert_eq!(
        (whole.context(), whole.xml_form()),
        (Some(found), XmlForm::Complex)
    );
    assert_eq!((whole.multiplicity(), whole.order()), ((0, Some(1)), 1));
    assert_eq!(
        (whole.short_name(), whole.long_name()),
        (element, long_name)
    );
    assert_eq!(context("m2m:resourceWrapper").member(element), Some(whole));

    let child = context("cnt").member(element).unwrap();
    assert_eq!(
        (child.context(), child.xml_form()),
        (Some(found), XmlForm::Repeated)
    );
    assert_eq!((child.multiplicity(), child.is_array()), ((0, None), true));
    assert_eq!((child.short_name(), child.data_type()), (element, element));
    assert!(child.order() > context("*").member("ch").unwrap().order());
    assert_eq!(context("m2m:filterCriteria").member(element), None);
}

#[test]
fn resources_are_what_the_table_says() {
    let mut count = 0;
    for line in table("resources.tsv") {
        let [element, long_name] = ["root", "long"].map(|column| line.get(column));
        if !has_element(&&line) {
            let context = Context::named(line.get("short"));
            assert_eq!(context.and_then(Context::element), None, "{long_name}");
            continue;
        }
        count += 1;
        let number = line.get("type").parse().unwrap();
        let name = name_of_element(element);
        check_resource(&name, element, long_name, number);

        let announced = format!("{name}A");
        if line.get("announced_short").is_empty() {
            assert_eq!(Context::named(&announced), None);
        } else {
            assert!(announced.ends_with(line.get("announced_short")));
            let [element, long_name] = [format!("{element}A"), format!("{long_name}Annc")];
            check_resource(&announced, &element, &long_name, number + 10_000);
        }
    }
    assert!(count > 90);
}

#[test]
fn flex_containers_are_what_the_table_says() {
    for line in table("flexcontainer_types.tsv") {
        let [element, long_name] = ["root", "long"].map(|column| line.get(column));
        if element.starts_with("m2m:") {
            assert_eq!(
                context(element).resource_type(),
                Some(ResourceType::FLEX_CONTAINER)
            );
            continue;
        }
        check_resource(element, element, long_name, 28);
        let [element, long_name] = [element, long_name].map(|name| format!("{name}Annc"));
        check_resource(&element, &element, &long_name, 10_028);
    }
}

/// The iterator against the look-up of every name that there is.
#[test]
fn members_come_in_order_and_none_is_missing() {
    let lines: Vec<Line> = MEMBER_TABLES.into_iter().flat_map(table).collect();
    let names: BTreeSet<&str> = lines.iter().map(|line| line.get("short")).collect();
    let context_name = context_names();
    let mut contexts: BTreeSet<String> = lines.iter().map(context_name).collect();
    contexts.extend(["m2m:ontr", "m2m:cntA", "cod:binShAnnc"].map(str::to_owned));
    for name in &contexts {
        let context = context(name);
        let members: Vec<_> = context.members().collect();
        let listed: BTreeMap<&str, _> = members
            .iter()
            .map(|member| (member.short_name(), *member))
            .collect();
        assert_eq!(listed.len(), members.len(), "{name}");
        let is_resource = |name: &str| {
            Context::named(name).is_some_and(|context| context.element() == Some(name))
        };
        let expected = names.iter().filter(|name| !is_resource(name));
        let expected: BTreeMap<&str, _> = expected
            .filter_map(|name| Some((*name, context.member(name)?)))
            .collect();
        let is_wrapper = context
            .member("m2m:cnt")
            .is_some_and(|member| !member.is_array());
        if is_wrapper {
            let rows = listed.iter().filter(|(name, _)| !is_resource(name));
            assert_eq!(
                rows.map(|(name, member)| (*name, *member))
                    .collect::<BTreeMap<_, _>>(),
                expected
            );
            for name in [
                "m2m:cnt",
                "m2m:cntA",
                "cod:binSh",
                "cod:binShAnnc",
                "dcfg:crds",
            ] {
                assert_eq!(listed.get(name).copied(), context.member(name));
            }
            assert!(!listed.contains_key("m2m:subA"));
        } else {
            assert_eq!(listed, expected, "{name}");
            assert!(members.is_sorted_by_key(|member| member.order()), "{name}");
        }
    }
}

#[test]
fn enumerations_are_what_the_table_says() {
    let mut counts = BTreeMap::new();
    for line in table("enums.tsv") {
        let type_name = line.get("enum_type").to_owned();
        let found = enumeration(&type_name).unwrap_or_else(|| panic!("no {type_name}"));
        let value = line.get("value").parse().unwrap();
        assert_eq!(
            found.name(value),
            Some(line.get("name")),
            "{type_name} {value}"
        );
        assert!(found.values().any(|pair| pair == (value, line.get("name"))));
        *counts.entry(type_name).or_insert(0) += 1;
    }
    for (type_name, count) in counts {
        let found = enumeration(&type_name).unwrap();
        assert_eq!(
            (found.type_name(), found.values().count()),
            (type_name.as_str(), count)
        );
        assert!(found.values().is_sorted());
        assert_eq!(enumeration(&format!("list of {type_name}")), Some(found));
        assert_eq!(found.name(65_535), None);
        assert_eq!(found.name(u32::MAX), None);
    }
}

/// Both ways; and each element that has a prefix has a namespace.
#[test]
fn namespaces_are_what_the_table_says() {
    for line in table("namespaces.tsv") {
        let [short, long] = ["prefix", "namespace"].map(|column| line.get(column));
        assert_eq!((namespace(short), prefix(long)), (Some(long), Some(short)));
    }
    for member in Context::CONTENT.members() {
        let (prefix, _) = member.short_name().split_once(':').unwrap();
        assert!(namespace(prefix).is_some(), "{prefix}");
    }
    assert_eq!(
        (namespace("hd"), namespace(""), prefix("")),
        (None, None, None)
    );
    assert_eq!(prefix("http://www.onem2m.org/xml/protocols/"), None);
}
