//! Long names as Rust has them.

/// Words that are written in mixed case in long names.
const MIXED: [(&str, &str); 8] = [
    ("M2M", "M2m"),
    ("3D", "3d"),
    ("IPv", "Ipv"),
    ("QoS", "Qos"),
    ("PoA", "Poa"),
    ("WiFi", "Wifi"),
    ("WiMAX", "Wimax"),
    ("eUICC", "Euicc"),
];

/// Keywords, which cannot be names of fields, and names that every type has or that serve its macro.
const TAKEN: &str = "as async await break const continue crate do dyn else enum extern false fn for gen if impl in let loop \
    match mod move mut pub ref return self static struct super trait true try type unsafe use where while yield \
    common flex_container mgmt_obj new other";

/// The words of a long name, in lower case: `access`, `control`, `policy`, `ids`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let name = MIXED
        .iter()
        .fold(name.to_owned(), |name, (from, to)| name.replace(from, to));
    let parts = name.split(|character: char| !character.is_ascii_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .flat_map(words_of_part)
        .collect()
}

fn words_of_part(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    let is_upper = |index: usize| letters.get(index).is_some_and(char::is_ascii_uppercase);
    let is_lower = |index: usize| letters.get(index).is_some_and(char::is_ascii_lowercase);
    let mut words = Vec::new();
    let mut begin = 0;
    for end in 1..=letters.len() {
        // An acronym may be in the plural.
        let is_plural = |index: usize| {
            letters.get(index) == Some(&'s')
                && index >= 2
                && is_upper(index - 2)
                && !is_lower(index + 1)
        };
        let is_end = end == letters.len()
            || !is_upper(end - 1) && is_upper(end)
            || is_upper(end - 1) && is_upper(end) && is_lower(end + 1) && !is_plural(end + 1);
        if is_end {
            words.push(
                letters[begin..end]
                    .iter()
                    .collect::<String>()
                    .to_lowercase(),
            );
            begin = end;
        }
    }
    words
}

/// The name of a field: `access_control_policy_ids`.
pub(crate) fn field(name: &str) -> String {
    let name = words(name).join("_");
    if TAKEN.split_whitespace().any(|taken| taken == name) {
        name + "_"
    } else {
        name
    }
}

/// The name of a type: `AccessControlPolicy`.
pub(crate) fn camel(name: &str) -> String {
    let capitalized = |word: String| word[..1].to_uppercase() + &word[1..];
    words(name).into_iter().map(capitalized).collect()
}

/// The name of a constant: `BLOCKING_REQUEST`.
pub(crate) fn constant(name: &str) -> String {
    let name = words(name).join("_").to_uppercase();
    if name.starts_with(|character: char| character.is_ascii_digit()) {
        return format!("N{name}");
    }
    name
}

#[test]
fn names_are_cut_into_words() {
    for (name, expected) in [
        ("accessControlPolicyIDs", "access_control_policy_ids"),
        ("hostedAELinks", "hosted_ae_links"),
        ("numberImpactedCSEs", "number_impacted_cses"),
        ("AE-IDList", "ae_id_list"),
        ("M2M-Ext-ID", "m2m_ext_id"),
        ("CSEBase", "cse_base"),
        ("URL", "url"),
        ("in", "in_"),
        ("App-ID", "app_id"),
        ("device3DPrinter", "device3d_printer"),
        ("notificationURI", "notification_uri"),
        ("maxNrOfInstances", "max_nr_of_instances"),
    ] {
        assert_eq!(field(name), expected);
    }
    assert_eq!(camel("AEContactListPerCSE"), "AeContactListPerCse");
    assert_eq!(
        constant("nonBlockingRequestSynch"),
        "NON_BLOCKING_REQUEST_SYNCH"
    );
}
