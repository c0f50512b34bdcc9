//! The model as source text.

use core::fmt::Write;

use super::model::{ComplexType, DOMAINS, Enumeration, Field, Model, Resource};

const HEADER: &str = "Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.";

/// Clippy's limit on the arguments of a function.
const MOST_ARGUMENTS: usize = 7;

/// The paths in the crate, and what is to be in the files.
pub(crate) fn files(model: &Model) -> Vec<(String, String)> {
    let mut files = vec![
        ("src/generated/parts.rs".to_owned(), parts(model)),
        ("src/generated/types.rs".to_owned(), types(&model.types)),
        (
            "src/generated/enumerations.rs".to_owned(),
            enumerations(&model.enumerations),
        ),
        ("tests/every_type/list.rs".to_owned(), list(model)),
    ];
    let modules = ["resources", "mgmt", "interworking"].into_iter();
    for module in modules.chain(DOMAINS.map(|(_, module, _)| module)) {
        let resources = model
            .resources
            .iter()
            .filter(|resource| resource.module == module);
        files.push((
            format!("src/generated/{module}.rs"),
            resources_of(module, resources),
        ));
    }
    files
}

fn head(title: &str, text: &str) -> String {
    let mut out = format!("//! {title}\n//!\n//! {HEADER}\n\n");
    let is_a_kind = |name: &&str| {
        [": {} =", ": {},", "[{}]"]
            .iter()
            .any(|kind| text.contains(&kind.replace("{}", name)))
    };
    let primitive: Vec<&str> = [
        "AbsoluteOrRelative",
        "ContentFilterSyntax",
        "ContentStatus",
        "DesiredIdentifierResultType",
        "EventCategory",
        "FilterOperation",
        "FilterUsage",
        "Operation",
        "ResourceType",
        "ResponseStatusCode",
        "ResponseTypeValue",
        "ResultContent",
        "Timestamp",
    ]
    .into_iter()
    .filter(is_a_kind)
    .collect();
    if !primitive.is_empty() {
        writeln!(out, "{}\n", import("onem2m_primitive", &primitive)).unwrap();
    }
    let modules: Vec<&str> = ["enumerations", "types"]
        .into_iter()
        .filter(|name| text.contains(&format!("{name}::")))
        .collect();
    if !modules.is_empty() {
        writeln!(out, "{}\n", import("crate", &modules)).unwrap();
    }
    out + text
}

/// As rustfmt writes it.
fn import(path: &str, names: &[&str]) -> String {
    if let [name] = names {
        return format!("use {path}::{name};");
    }
    let line = format!("use {path}::{{{}}};", names.join(", "));
    if line.len() <= 100 {
        return line;
    }
    let mut lines = vec![String::new()];
    for name in names {
        let last = lines.last_mut().unwrap();
        if last.len() + name.len() > 93 {
            lines.push(format!("{name}, "));
        } else {
            last.push_str(&format!("{name}, "));
        }
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("    {}\n", line.trim_end()))
        .collect();
    format!("use {path}::{{\n{}}};", lines.concat())
}

fn fields(out: &mut String, fields: &[Field]) {
    out.push_str("    {\n");
    for field in fields {
        let Field {
            name,
            kind,
            short_name,
            docs,
            ..
        } = field;
        writeln!(out, "        /// {docs}").unwrap();
        writeln!(out, "        {name}: {kind} = \"{short_name}\",").unwrap();
    }
    out.push_str("    }\n");
}

fn needed(out: &mut String, fields: &[Field]) {
    let needed: Vec<&Field> = fields.iter().filter(|field| field.is_needed).collect();
    if needed.len() > MOST_ARGUMENTS {
        out.push_str(
            "    #[expect(clippy::too_many_arguments, reason = \"so many are mandatory\")]\n",
        );
    }
    let text: Vec<String> = needed
        .iter()
        .map(|field| format!("{}: {},", field.name, field.kind))
        .collect();
    let space = if text.is_empty() { "" } else { " " };
    writeln!(out, "    new {{{space}{}{space}}}", text.join(" ")).unwrap();
}

fn parts(model: &Model) -> String {
    let titles = [
        (
            "CommonAttributes",
            "Common",
            "The attributes that all resources have (TS-0001 9.6.1.3). Which of them a resource has depends on its type.",
            "Sets attributes that all resources have.",
        ),
        (
            "MgmtObjAttributes",
            "MgmtObj",
            "The attributes that all specializations of `<mgmtObj>` have (TS-0001 9.6.15).",
            "Sets attributes that all specializations of `<mgmtObj>` have.",
        ),
        (
            "FlexContainerAttributes",
            "FlexContainerCommon",
            "The attributes that all specializations of `<flexContainer>` have (TS-0001 9.6.35).",
            "Sets attributes that all specializations of `<flexContainer>` have.",
        ),
    ];
    let mut text = String::new();
    for ((name, part, docs, trait_docs), part_fields) in titles.iter().zip(&model.parts) {
        write!(
            text,
            "part! {{\n    /// {docs}\n    {part};\n    /// {trait_docs}\n    {name};\n"
        )
        .unwrap();
        fields(&mut text, part_fields);
        text.push_str("}\n\n");
    }
    head(
        "Attributes that several resources have in common.",
        text.trim_end_matches('\n'),
    ) + "\n"
}

fn types(types: &[ComplexType]) -> String {
    let mut text = String::new();
    for ComplexType {
        type_name,
        name,
        fields: members,
    } in types
    {
        write!(
            text,
            "complex_type! {{\n    /// `{type_name}`.\n    {name};\n"
        )
        .unwrap();
        needed(&mut text, members);
        fields(&mut text, members);
        text.push_str("}\n\n");
    }
    let text = text.replace("types::", "");
    head(
        "The complex types (TS-0004 6.3.5).",
        text.trim_end_matches('\n'),
    ) + "\n"
}

fn enumerations(enumerations: &[Enumeration]) -> String {
    let mut text = String::from("enumerations! {\n");
    for (
        index,
        Enumeration {
            type_name,
            name,
            values,
        },
    ) in enumerations.iter().enumerate()
    {
        if index > 0 {
            text.push('\n');
        }
        writeln!(text, "    /// `{type_name}`. Unknown numbers are kept.").unwrap();
        writeln!(text, "    {name}: \"{type_name}\" {{").unwrap();
        for (constant, value, name) in values {
            writeln!(text, "        /// `{value}`: {name}.").unwrap();
            writeln!(text, "        {constant} = {value},").unwrap();
        }
        text.push_str("    }\n");
    }
    text.push('}');
    head("The enumerations (TS-0004 6.3.4).", &text) + "\n"
}

fn resources_of<'r>(module: &str, resources: impl Iterator<Item = &'r Resource>) -> String {
    let mut text = String::new();
    for resource in resources {
        let Resource {
            name,
            long_name,
            element,
            number,
            announced,
            fields: attributes,
            ..
        } = resource;
        write!(text, "resource! {{\n    /// `<{long_name}>`: `{element}`.\n    {name}: \"{element}\" {number}").unwrap();
        if !announced.is_empty() {
            write!(text, " announced \"{announced}\"").unwrap();
        }
        text.push_str(";\n    parts { common: Common,");
        match module {
            "mgmt" => text.push_str(" mgmt_obj: MgmtObj,"),
            "resources" if element != "m2m:fcnt" => {}
            _ => text.push_str(" flex_container: FlexContainerCommon,"),
        }
        text.push_str(" }\n");
        needed(&mut text, attributes);
        let preset = if !resource.mgmt_definition.is_empty() {
            let definition = &resource.mgmt_definition;
            format!(
                " mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition({definition}), "
            )
        } else if !resource.container_definition.is_empty() {
            let definition = &resource.container_definition;
            format!(
                " flex_container: FlexContainerCommon.container_definition = \"{definition}\".into(), "
            )
        } else {
            String::new()
        };
        writeln!(text, "    preset {{{preset}}}").unwrap();
        fields(&mut text, attributes);
        text.push_str("}\n\n");
    }
    let title = match module {
        "resources" => "The resources of TS-0004.",
        "mgmt" => "The specializations of `<mgmtObj>` (TS-0004 annex D, TS-0022).",
        "interworking" => {
            "The specializations of `<flexContainer>` for interworking (TS-0004 annexes)."
        }
        _ => {
            let (.., what) = DOMAINS.iter().find(|(_, name, _)| *name == module).unwrap();
            &format!("The flexContainers of {what} (TS-0023).")
        }
    };
    head(title, text.trim_end_matches('\n')) + "\n"
}

/// All types, for the tests.
fn list(model: &Model) -> String {
    let mut out = format!("// {HEADER}\n\nresources! {{\n");
    for Resource { module, name, .. } in &model.resources {
        let gate = DOMAINS.iter().find(|(_, domain, _)| domain == module);
        if let Some((_, domain, _)) = gate {
            write!(
                out,
                "    #[cfg(feature = \"{}\")] ",
                domain.replace('_', "-")
            )
            .unwrap();
        } else {
            out.push_str("    ");
        }
        let path = if *module == "resources" {
            String::new()
        } else {
            format!("{module}::")
        };
        writeln!(out, "onem2m_resources::{path}{name},").unwrap();
    }
    out.push_str("}\n\ntypes! {\n");
    for ComplexType {
        type_name, name, ..
    } in &model.types
    {
        writeln!(out, "    \"{type_name}\" onem2m_resources::types::{name},").unwrap();
    }
    out.push_str("}\n");
    out
}
