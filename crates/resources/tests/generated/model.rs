//! What the tables say, as types of Rust.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::names;
use super::tables::{Line, table};

/// An attribute or member.
pub(crate) struct Field {
    pub(crate) name: String,
    /// As the macros have it.
    pub(crate) kind: String,
    pub(crate) short_name: String,
    pub(crate) docs: String,
    pub(crate) is_needed: bool,
}

/// A resource.
pub(crate) struct Resource {
    pub(crate) name: String,
    pub(crate) long_name: String,
    pub(crate) element: String,
    pub(crate) number: u32,
    pub(crate) announced: String,
    /// The module, which is that of a domain if the name of the element has a prefix.
    pub(crate) module: &'static str,
    pub(crate) mgmt_definition: String,
    pub(crate) container_definition: String,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct ComplexType {
    pub(crate) type_name: String,
    pub(crate) name: String,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Enumeration {
    pub(crate) type_name: String,
    pub(crate) name: String,
    /// Constant, number, and name in the table.
    pub(crate) values: Vec<(String, u32, String)>,
}

pub(crate) struct Model {
    /// The attributes that resources have in common: all, specializations of `mgmtObj`, of `flexContainer`.
    pub(crate) parts: [Vec<Field>; 3],
    pub(crate) resources: Vec<Resource>,
    pub(crate) types: Vec<ComplexType>,
    pub(crate) enumerations: Vec<Enumeration>,
}

/// The modules of resources: the prefix of the elements, the name of the module, which is that of its feature, and what is in it.
pub(crate) const DOMAINS: [(&str, &str, &str); 10] = [
    ("agd", "agriculture", "the agriculture domain"),
    ("cid", "city", "the city domain"),
    ("cod", "common", "what several domains have in common"),
    ("hed", "health", "the health domain"),
    ("hod", "home", "the home domain"),
    ("mad", "management", "the management domain"),
    ("mdd", "metadata", "metadata"),
    ("psd", "public_safety", "the public safety domain"),
    ("rad", "railway", "the railway domain"),
    ("ved", "vehicular", "the vehicular domain"),
];

/// Numbers that have names in `onem2m-primitive`.
const OF_PRIMITIVE: [(&str, &str); 14] = [
    ("m2m:contentFilterSyntax", "ContentFilterSyntax"),
    ("m2m:operation", "Operation"),
    ("m2m:resourceType", "ResourceType"),
    ("m2m:resourceTypeList", "ResourceType"),
    ("m2m:responseStatusCode", "ResponseStatusCode"),
    ("m2m:resultContent", "ResultContent"),
    ("m2m:eventCat", "EventCategory"),
    ("m2m:eventCatWithDef", "EventCategory"),
    ("m2m:stdEventCats", "EventCategory"),
    ("m2m:responseType", "ResponseTypeValue"),
    ("m2m:desIdResType", "DesiredIdentifierResultType"),
    ("m2m:contentStatus", "ContentStatus"),
    ("m2m:filterUsage", "FilterUsage"),
    ("m2m:filterOperation", "FilterOperation"),
];

/// Attributes without a default, which the table has as optional in a request, for the CSE that it is from lets them be absent.
const WITHOUT_DEFAULT: [(&str, &str); 2] = [("cin", "con"), ("tsi", "con")];

/// Types with exactly one global element, which may be anything.
const ANY_ELEMENT: [&str; 2] = ["m2m:primitiveContent", "m2m:representation"];

/// The names of types and enumerations.
struct Names {
    types: HashMap<String, String>,
    enumerations: BTreeSet<String>,
}

impl Names {
    fn of_tables() -> Self {
        let contexts: BTreeSet<String> = table("complex_types.tsv")
            .iter()
            .map(|line| line.get("resource").to_owned())
            .filter(|context| !ANY_ELEMENT.contains(&&**context))
            .collect();
        let last = |context: &str, count: usize| {
            let local = context.split_once(':').unwrap().1;
            let parts: Vec<&str> = local.split('.').collect();
            names::camel(&parts[parts.len().saturating_sub(count)..].join("-"))
        };
        let mut counts: HashMap<String, usize> = HashMap::new();
        for context in &contexts {
            *counts.entry(last(context, 1)).or_default() += 1;
        }
        let name = |context: &String| {
            let short = last(context, 1);
            let is_unique = counts[&short] == 1 || !context.contains('.');
            if is_unique { short } else { last(context, 2) }
        };
        Self {
            types: contexts
                .iter()
                .map(|context| (context.clone(), name(context)))
                .collect(),
            enumerations: table("enums.tsv")
                .iter()
                .map(|line| line.get("enum_type").to_owned())
                .collect(),
        }
    }

    /// The type of an attribute, as the macros have it.
    fn kind(&self, line: &Line) -> String {
        let json_type = line.get("json_type");
        let (item, is_array) = match json_type.strip_prefix("array-of-") {
            Some(item) => (item, true),
            None => (json_type, false),
        };
        let data_type = line.get("xsd_type");
        let data_type = data_type.strip_prefix("list of ").unwrap_or(data_type);
        let data_type = data_type.strip_prefix("3 ").unwrap_or(data_type);
        let kind = match (item, data_type) {
            ("string", "m2m:timestamp") => "Timestamp".to_owned(),
            ("string", "m2m:absRelTimestamp") => "AbsoluteOrRelative".to_owned(),
            ("string", _) => "text".to_owned(),
            ("boolean", _) => "bool".to_owned(),
            ("number", _) => "f64".to_owned(),
            ("any", _) => "any".to_owned(),
            ("integer", _) => self.integer(data_type),
            ("object", _) => match self.types.get(data_type) {
                Some(name) => format!("(types::{name})"),
                None => "any".to_owned(),
            },
            other => panic!("{other:?}"),
        };
        if is_array {
            let item = kind.trim_matches(['(', ')']);
            return format!("[{item}]");
        }
        kind
    }

    fn integer(&self, data_type: &str) -> String {
        let known = OF_PRIMITIVE.iter().find(|(name, _)| *name == data_type);
        if let Some((_, name)) = known {
            return (*name).to_owned();
        }
        if self.enumerations.contains(data_type) {
            return format!("(enumerations::{})", enumeration_name(data_type));
        }
        match data_type {
            "xs:nonNegativeInteger"
            | "xs:positiveInteger"
            | "xs:unsignedLong"
            | "m2m:triggerRecipientID" => "u64",
            "xs:unsignedInt" | "m2m:periodicIndicator" => "u32",
            "xs:integer" | "xs:long" | "m2m:listOfMinMax" => "i64",
            other => panic!("{other}"),
        }
        .to_owned()
    }

    fn fields<'l>(&self, lines: impl Iterator<Item = &'l Line>) -> Vec<Field> {
        let lines: Vec<&Line> = lines.collect();
        let mut lines: Vec<(u32, &Line)> = lines
            .into_iter()
            .map(|line| (line.get("order").parse().unwrap(), line))
            .collect();
        lines.sort_by_key(|(order, _)| *order);
        let mut taken = BTreeSet::new();
        let field = |(_, line): (u32, &Line)| {
            let short_name = line.get("short").to_owned();
            let long_name = match line.get("long") {
                "(base content)" => "value",
                "m2m:requestPrimitive" => "requestPrimitive",
                "m2m:responsePrimitive" => "responsePrimitive",
                long_name => long_name,
            };
            let mut name = names::field(long_name);
            if !taken.insert(name.clone()) {
                name = names::field(&format!("{long_name}-{}", short_name.replace(':', "-")));
                assert!(taken.insert(name.clone()), "{name} comes twice");
            }
            Field {
                name,
                kind: self.kind(line),
                docs: docs(line, long_name),
                is_needed: is_needed(line),
                short_name,
            }
        };
        lines.into_iter().map(field).collect()
    }
}

fn enumeration_name(type_name: &str) -> String {
    names::camel(type_name.split_once(':').unwrap().1)
}

/// What a request to create a resource has to have; or a complex type, or where it is not known.
fn is_needed(line: &Line) -> bool {
    let create = line.try_get("create").unwrap_or_default();
    let context = (line.get("resource"), line.get("short"));
    match create {
        "M" => true,
        "" => line.least() > 0,
        _ => WITHOUT_DEFAULT.contains(&context),
    }
}

fn docs(line: &Line, long_name: &str) -> String {
    let multiplicity = line.get("multiplicity");
    let multiplicity = match multiplicity.strip_suffix("(L)") {
        Some(multiplicity) => format!("{multiplicity}, a list"),
        None => multiplicity.to_owned(),
    };
    let create = match line.try_get("create") {
        Some("M") => ". Mandatory in a request to create it",
        Some("NP") => ". Assigned by the hosting CSE",
        _ => "",
    };
    let (short_name, data_type) = (line.get("short"), line.get("xsd_type"));
    format!("`{short_name}`: {long_name} (`{data_type}`, {multiplicity}){create}.")
}

impl Model {
    pub(crate) fn of_tables() -> Self {
        let names = Names::of_tables();
        let attributes = table("attributes.tsv");
        let of = |context: &str| -> Vec<&Line> {
            attributes
                .iter()
                .filter(|line| line.get("resource") == context)
                .collect()
        };
        let common: BTreeMap<&str, &str> = of("*")
            .iter()
            .map(|line| (line.get("short"), line.get("xsd_type")))
            .collect();
        let own = |context: &str| {
            let lines = of(context).into_iter();
            // Some stand in another place than those of all resources, which XML has to know.
            names.fields(
                lines.filter(|line| common.get(line.get("short")) != Some(&line.get("xsd_type"))),
            )
        };
        let mut resources = core_resources(&own);
        resources.extend(flex_containers(&names));
        resources.sort_by(|one, other| (one.module, &one.name).cmp(&(other.module, &other.name)));
        Self {
            parts: ["*", "mgmtObj-common", "fcnt-common"]
                .map(|context| names.fields(of(context).into_iter())),
            resources,
            types: complex_types(&names),
            enumerations: enumerations(),
        }
    }
}

fn core_resources(own: &impl Fn(&str) -> Vec<Field>) -> Vec<Resource> {
    let lines = table("resources.tsv").into_iter();
    let lines = lines.filter(|line| !line.get("root").is_empty());
    lines
        .map(|line| {
            let element = line.get("root");
            let prefix = element.split_once(':').unwrap().0;
            let announced = line.get("announced_short");
            Resource {
                name: names::camel(line.get("long")),
                long_name: line.get("long").to_owned(),
                element: element.to_owned(),
                number: line.get("type").parse().unwrap(),
                announced: if announced.is_empty() {
                    String::new()
                } else {
                    format!("{prefix}:{announced}")
                },
                module: match (line.get("base_type"), element) {
                    ("mgmtResource", _) => "mgmt",
                    ("flexContainerResource", "m2m:fcnt") => "resources",
                    ("flexContainerResource", _) => "interworking",
                    _ => "resources",
                },
                mgmt_definition: line.get("mgmt_definition").to_owned(),
                container_definition: String::new(),
                fields: own(line.get("short")),
            }
        })
        .collect()
}

fn flex_containers(names: &Names) -> Vec<Resource> {
    let custom = table("flexcontainers.tsv");
    let lines = table("flexcontainer_types.tsv").into_iter();
    let lines = lines.filter(|line| !line.get("root").starts_with("m2m:"));
    lines
        .map(|line| {
            let element = line.get("root");
            let prefix = element.split_once(':').unwrap().0;
            let domain = DOMAINS.iter().find(|(other, ..)| *other == prefix).unwrap();
            let fields = custom.iter().filter(|line| line.get("resource") == element);
            Resource {
                name: names::camel(line.get("long")),
                long_name: line.get("long").to_owned(),
                element: element.to_owned(),
                number: 28,
                announced: format!("{element}Annc"),
                module: domain.1,
                mgmt_definition: String::new(),
                container_definition: line.get("container_definition").to_owned(),
                fields: names.fields(fields),
            }
        })
        .collect()
}

fn complex_types(names: &Names) -> Vec<ComplexType> {
    let lines = table("complex_types.tsv");
    let mut types: Vec<ComplexType> = names
        .types
        .iter()
        .map(|(type_name, name)| ComplexType {
            type_name: type_name.clone(),
            name: name.clone(),
            fields: names.fields(
                lines
                    .iter()
                    .filter(|line| line.get("resource") == type_name)
                    // Any resource is among what the type does not know.
                    .filter(|line| line.get("short") != "m2m:<resource>"),
            ),
        })
        .collect();
    types.sort_by(|one, other| one.name.cmp(&other.name));
    types
}

fn enumerations() -> Vec<Enumeration> {
    let mut found: BTreeMap<String, Vec<(String, u32, String)>> = BTreeMap::new();
    for line in table("enums.tsv") {
        let type_name = line.get("enum_type");
        if OF_PRIMITIVE.iter().any(|(name, _)| *name == type_name) {
            continue;
        }
        let values = found.entry(type_name.to_owned()).or_default();
        let (name, value) = (line.get("name"), line.get("value").parse().unwrap());
        let mut constant = names::constant(name);
        if values.iter().any(|(other, ..)| *other == constant) {
            constant = format!("{constant}_{value}");
        }
        values.push((constant, value, name.to_owned()));
    }
    let named = |(type_name, values): (String, _)| Enumeration {
        name: enumeration_name(&type_name),
        type_name,
        values,
    };
    found.into_iter().map(named).collect()
}
