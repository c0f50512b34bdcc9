//! Makes `src/schema/generated.rs` of the tables in `data`.

use core::fmt::Write;
use std::collections::{BTreeMap, BTreeSet};

use super::tables::{
    Line, context_names, json_type, multiplicity, name_of_element, table, xml_form,
};

/// The element that stands for any resource.
const ANY_RESOURCE: &str = "m2m:<resource>";
const CONTENT: &str = "m2m:primitiveContent";

struct Member {
    long_name: String,
    data_type: String,
    order: u16,
    /// As it is written in the generated file.
    shape: String,
}

struct Context {
    /// The element of a resource, or the name.
    full_name: String,
    long_name: String,
    parent: Option<&'static str>,
    resource_type: u16,
    kind: &'static str,
    /// The ending of the announced variant.
    announced: &'static str,
    members: BTreeMap<String, Member>,
}

/// Contexts by name.
type Contexts = BTreeMap<String, Context>;

fn insert(contexts: &mut Contexts, name: String, context: Context) {
    let before = contexts.insert(name.clone(), context);
    assert!(before.is_none(), "{name} comes twice");
}

fn resources(contexts: &mut Contexts) {
    for line in table("resources.tsv") {
        let [element, key] = ["root", "short"].map(|column| line.get(column));
        if line.get("type") == "virtual" {
            continue;
        }
        let is_common = element.is_empty();
        let parent = match line.get("base_type") {
            "mgmtResource" if !is_common => "mgmtObj-common",
            "flexContainerResource" if !is_common => "fcnt-common",
            _ => "*",
        };
        let announced = if line.get("announced_short").is_empty() {
            ""
        } else {
            "A"
        };
        let context = Context {
            full_name: if is_common { key } else { element }.to_owned(),
            long_name: line.get("long").to_owned(),
            parent: Some(parent),
            resource_type: line.get("type").parse().unwrap(),
            kind: if is_common { "Common" } else { "Resource" },
            announced,
            members: BTreeMap::new(),
        };
        let name = if is_common {
            key.to_owned()
        } else {
            name_of_element(element)
        };
        insert(contexts, name, context);
    }
    for line in table("flexcontainer_types.tsv") {
        let element = line.get("root");
        if element.starts_with("m2m:") {
            let name = name_of_element(element);
            assert!(
                contexts.contains_key(&name),
                "{name} is not in resources.tsv"
            );
            continue;
        }
        let context = Context {
            full_name: element.to_owned(),
            long_name: line.get("long").to_owned(),
            parent: Some("fcnt-common"),
            resource_type: 28,
            kind: "Resource",
            announced: "Annc",
            members: BTreeMap::new(),
        };
        insert(contexts, element.to_owned(), context);
    }
}

fn without_resource(name: &str, kind: &'static str) -> Context {
    Context {
        full_name: name.to_owned(),
        long_name: String::new(),
        parent: None,
        resource_type: 0,
        kind,
        announced: "",
        members: BTreeMap::new(),
    }
}

fn member(line: &Line) -> Member {
    let (json_type, is_array) = json_type(line);
    let xml_form = xml_form(line);
    let short_name = line.get("short");
    assert_eq!(
        is_array,
        matches!(xml_form, "List" | "Repeated"),
        "{short_name}"
    );
    let (least, most) = multiplicity(line);
    Member {
        long_name: line.get("long").to_owned(),
        data_type: line.get("xsd_type").to_owned(),
        order: line.get("order").parse().unwrap(),
        shape: format!(
            "json_type: JsonType::{json_type}, xml_form: XmlForm::{xml_form}, least: {least}, most: {most:?}"
        ),
    }
}

fn contexts() -> Contexts {
    let mut contexts = Contexts::new();
    insert(
        &mut contexts,
        "*".to_owned(),
        without_resource("*", "Common"),
    );
    resources(&mut contexts);
    let context_name = context_names();
    for file in ["attributes.tsv", "complex_types.tsv", "flexcontainers.tsv"] {
        for line in table(file) {
            let mut name = context_name(&line);
            if file == "complex_types.tsv" && !contexts.contains_key(&name) {
                insert(&mut contexts, name.clone(), without_resource(&name, "Type"));
            }
            let is_representation = name == "m2m:representation";
            if is_representation {
                name = CONTENT.to_owned();
            }
            let context = contexts
                .get_mut(&name)
                .unwrap_or_else(|| panic!("no context {name}"));
            let short_name = line.get("short");
            if short_name == ANY_RESOURCE {
                context.kind = "Wrapper";
                continue;
            }
            if is_representation && context.members.contains_key(short_name) {
                continue;
            }
            let before = context.members.insert(short_name.to_owned(), member(&line));
            assert!(before.is_none(), "{name}: {short_name} comes twice");
        }
    }
    contexts.remove("m2m:representation");
    contexts
}

/// Texts that are parts of one text.
struct Pool(String);

impl Pool {
    fn new(texts: BTreeSet<String>) -> Self {
        let mut texts: Vec<String> = texts.into_iter().collect();
        texts.sort_by_key(|text| core::cmp::Reverse(text.len()));
        let mut pool = String::new();
        for text in texts {
            assert!(text.is_ascii(), "{text}");
            if !pool.contains(&text) {
                pool.push_str(&text);
            }
        }
        Self(pool)
    }

    /// `at,len` of `text`, which is the beginning of `whole`.
    fn part(&self, whole: &str, text: &str) -> String {
        let at = u16::try_from(self.0.find(whole).unwrap()).unwrap();
        let len = u8::try_from(text.len()).unwrap();
        assert!(whole.starts_with(text));
        format!("{at},{len}")
    }

    fn text(&self, text: &str) -> String {
        self.part(text, text)
    }
}

/// The enumerations: values by name of the type.
fn enumerations() -> BTreeMap<String, BTreeMap<u16, String>> {
    let mut enumerations = BTreeMap::<String, BTreeMap<u16, String>>::new();
    for line in table("enums.tsv") {
        let values = enumerations
            .entry(line.get("enum_type").to_owned())
            .or_default();
        let value = line.get("value").parse().unwrap();
        let before = values.insert(value, line.get("name").to_owned());
        assert!(
            before.is_none(),
            "{} {value} comes twice",
            line.get("enum_type")
        );
    }
    enumerations
}

/// A text and what follows it in the pool, if its context has an announced variant.
fn with_announced(context: &Context) -> [String; 2] {
    let ending = if context.announced.is_empty() {
        ""
    } else {
        "Annc"
    };
    [
        format!("{}{}", context.full_name, context.announced),
        format!("{}{ending}", context.long_name),
    ]
}

fn pool(contexts: &Contexts, types: &[String]) -> Pool {
    let mut texts: BTreeSet<String> = types.iter().cloned().collect();
    for context in contexts.values() {
        texts.extend(with_announced(context));
        for (short_name, member) in &context.members {
            texts.extend([short_name.clone(), member.long_name.clone()]);
        }
    }
    for (name, values) in enumerations() {
        texts.insert(name);
        texts.extend(values.into_values());
    }
    Pool::new(texts)
}

/// A static with `items` that are written as they are, wrapped into lines; an item that begins with a comment begins a line.
fn write_static(out: &mut String, name: &str, item_type: &str, items: &[String]) {
    let count = items.len();
    write!(
        out,
        "\n#[rustfmt::skip]\npub(super) static {name}: [{item_type}; {count}] = ["
    )
    .unwrap();
    let mut width = usize::MAX;
    for item in items {
        if item.starts_with("//") || item.len().saturating_add(width) > 110 {
            out.push_str("\n    ");
            width = 0;
        }
        let last_line = item.rsplit('\n').next().unwrap();
        width += last_line.len() + 1;
        write!(out, "{item},").unwrap();
    }
    out.push_str("\n];\n");
}

fn write_pool(out: &mut String, pool: &Pool) {
    out.push_str("\n#[rustfmt::skip]\npub(super) static POOL: &str = concat!(\n");
    for line in pool.0.as_bytes().chunks(100) {
        writeln!(out, "    {:?},", core::str::from_utf8(line).unwrap()).unwrap();
    }
    out.push_str(");\n");
}

fn index_of<'a>(mut names: impl Iterator<Item = &'a String>, name: &str) -> usize {
    names
        .position(|found| found == name)
        .unwrap_or_else(|| panic!("{name} is not defined"))
}

/// The context of a type, as it is written in the generated file.
fn context_of_type(contexts: &Contexts, name: &str, is_object: bool) -> String {
    let name = if name == "m2m:representation" {
        CONTENT
    } else {
        name
    };
    if !is_object || name == "m2m:anonymous" {
        return "NONE".to_owned();
    }
    index_of(contexts.keys(), name).to_string()
}

fn write_members(out: &mut String, contexts: &Contexts, pool: &Pool, types: &[String]) {
    let mut objects = BTreeSet::new();
    let mut shapes = BTreeSet::new();
    for member in contexts
        .values()
        .flat_map(|context| context.members.values())
    {
        shapes.insert(&member.shape);
        if member.shape.contains("Object") {
            objects.insert(&member.data_type);
        }
    }
    let type_items: Vec<String> = types
        .iter()
        .map(|name| {
            let context = context_of_type(contexts, name, objects.contains(name));
            format!("Type({},{context})", pool.text(name))
        })
        .collect();
    write_static(out, "TYPES", "Type", &type_items);
    let shape_items: Vec<String> = shapes
        .iter()
        .map(|shape| format!("Shape {{ {shape} }}"))
        .collect();
    write_static(out, "SHAPES", "Shape", &shape_items);

    let mut rows = Vec::new();
    for (name, context) in contexts {
        for (place, (short_name, member)) in context.members.iter().enumerate() {
            let comment = if place == 0 {
                format!("// {name}\n    ")
            } else {
                String::new()
            };
            let row = format!(
                "Row({},{},{},{},{})",
                pool.text(short_name),
                pool.text(&member.long_name),
                index_of(types.iter(), &member.data_type),
                member.order,
                index_of(shapes.iter().copied(), &member.shape),
            );
            rows.push(comment + &row);
        }
    }
    write_static(out, "ROWS", "Row", &rows);
}

fn write_contexts(out: &mut String, contexts: &Contexts, pool: &Pool) {
    let mut first = 0;
    let mut items = Vec::new();
    for context in contexts.values() {
        let [full_name, long_name] = with_announced(context);
        let parent = match context.parent {
            Some(parent) => index_of(contexts.keys(), parent).to_string(),
            None => "NONE".to_owned(),
        };
        let count = context.members.len();
        items.push(format!(
            "Entry({},{},{parent},{first},{count},{},Kind::{},{})",
            pool.part(&full_name, &context.full_name),
            pool.part(&long_name, &context.long_name),
            context.resource_type,
            context.kind,
            context.announced.len(),
        ));
        first += count;
    }
    write_static(out, "CONTEXTS", "Entry", &items);
}

fn write_enumerations(out: &mut String, pool: &Pool) {
    let mut items = Vec::new();
    let mut value_items = Vec::new();
    for (name, values) in enumerations() {
        let first = value_items.len();
        items.push(format!(
            "Values({},{first},{})",
            pool.text(&name),
            values.len()
        ));
        for (value, name) in values {
            value_items.push(format!("Value({value},{})", pool.text(&name)));
        }
    }
    write_static(out, "ENUMERATIONS", "Values", &items);
    write_static(out, "VALUES", "Value", &value_items);
}

/// The text of `src/schema/generated.rs`.
pub(crate) fn generate() -> String {
    let contexts = contexts();
    let members = contexts
        .values()
        .flat_map(|context| context.members.values());
    let types: BTreeSet<String> = members.map(|member| member.data_type.clone()).collect();
    let types: Vec<String> = types.into_iter().collect();
    let pool = pool(&contexts, &types);

    let mut out =
        "//! Generated from the tables in `data` by `tests/schema`. Not to be edited.\n\n\
        use super::table::{Entry, Kind, NONE, Row, Shape, Type, Value, Values};\n\
        use super::{JsonType, XmlForm};\n\n"
            .to_owned();
    for (constant, name) in [
        ("REQUEST", "m2m:requestPrimitive"),
        ("RESPONSE", "m2m:responsePrimitive"),
        ("CONTENT", CONTENT),
    ] {
        let index = index_of(contexts.keys(), name);
        writeln!(out, "pub(super) const {constant}: u16 = {index};").unwrap();
    }
    let namespaces: Vec<String> = table("namespaces.tsv")
        .iter()
        .map(|line| format!("({:?}, {:?})", line.get("prefix"), line.get("namespace")))
        .collect();
    write_static(&mut out, "NAMESPACES", "(&str, &str)", &namespaces);
    write_contexts(&mut out, &contexts, &pool);
    write_members(&mut out, &contexts, &pool, &types);
    write_enumerations(&mut out, &pool);
    write_pool(&mut out, &pool);
    out
}
