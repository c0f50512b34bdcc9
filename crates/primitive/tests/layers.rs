//! The modules depend on each other in one direction: raw, token, the serializations, codec, content, primitive.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom to the top. What is in one line knows nothing of what is in a later one.
const LAYERS: [&[&str]; 8] = [
    &["certain", "types", "timestamp", "identifier", "schedule"],
    &["schema"],
    &["error", "config", "decimal", "document", "raw"],
    &["token", "names", "digits"],
    &["json", "cbor", "xml"],
    &["codec"],
    &[
        "value",
        "owned_value",
        "tree",
        "resource",
        "serialize",
        "deserialize",
        "content",
        "interop",
        "notification",
        "aggregated_response",
    ],
    &["primitive"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The modules that a source file names as `crate::module`.
fn named(source: &str) -> Vec<&str> {
    let behind = source.split("crate::").skip(1);
    let mut modules: Vec<&str> = Vec::new();
    for behind in behind {
        let end = |text: &str| {
            text.find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(text.len())
        };
        if let Some(group) = behind.strip_prefix('{') {
            let group = &group[..group.find('}').unwrap()];
            modules.extend(
                group
                    .split(',')
                    .map(|module| &module.trim()[..end(module.trim())]),
            );
        } else {
            modules.push(&behind[..end(behind)]);
        }
    }
    modules
}

#[test]
fn layers_have_no_circles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut checked = 0;
    for file in files {
        let module = file.strip_prefix(&root).unwrap();
        let module = module
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap();
        let module = module.trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let own = layer(module).unwrap_or_else(|| panic!("{module} has no layer"));
        let source = fs::read_to_string(&file).unwrap();
        for other in named(&source) {
            if let Some(other_layer) = layer(other) {
                let is_below = other_layer < own || other == module;
                let is_beside = other_layer == own && !LAYERS[own].contains(&"json");
                assert!(is_below || is_beside, "{} names {other}", file.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked}");
}
