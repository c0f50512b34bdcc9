use super::tag::{Attribute, Attributes};
use crate::error::DecodeRule;
use crate::token::Scan;

/// As nearly everybody writes it.
pub(super) const USUAL: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// What is in an XML declaration: version 1.0, and no encoding but UTF-8.
pub(super) fn check(inner: &str) -> Scan<()> {
    let mut has_version = false;
    for attribute in Attributes::new(inner) {
        let Attribute { name, value, .. } = attribute?;
        let is_allowed = match name {
            "version" => {
                has_version = true;
                value == "1.0"
            }
            "encoding" => value.eq_ignore_ascii_case("utf-8"),
            "standalone" => matches!(&*value, "yes" | "no"),
            _ => false,
        };
        if !is_allowed {
            return Err(DecodeRule::Xml);
        }
    }
    if has_version {
        Ok(())
    } else {
        Err(DecodeRule::Xml)
    }
}
