use super::tag::{Attribute, Attributes};
use crate::error::DecodeRule;
use crate::token::Scan;

/// As nearly everybody writes it.
pub(super) const USUAL: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// What is in an XML declaration: version 1.0, then perhaps an encoding, which is UTF-8, then perhaps whether the document
/// stands alone (XML 1.0 §2.8, §4.3.3, §2.9).
pub(super) fn check(inner: &str) -> Scan<()> {
    let mut last = 0;
    for attribute in Attributes::new(inner) {
        let Attribute { name, value, .. } = attribute?;
        let (place, is_allowed) = match name {
            "version" => (1, value == "1.0"),
            "encoding" => (2, value.eq_ignore_ascii_case("utf-8")),
            "standalone" => (3, matches!(&*value, "yes" | "no")),
            _ => return Err(DecodeRule::Xml),
        };
        let is_in_order = place > last && (last > 0 || place == 1);
        if !is_allowed || !is_in_order {
            return Err(DecodeRule::Xml);
        }
        last = place;
    }
    if last > 0 {
        Ok(())
    } else {
        Err(DecodeRule::Xml)
    }
}
