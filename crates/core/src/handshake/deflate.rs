//! The parameters of permessage-deflate (RFC 7692 §7.1), as far as a handshake has to know them.

use super::extension::Extension;

pub(super) const NAME: &str = "permessage-deflate";

/// Returns whether an answer has only known parameters, each once, with values they can have, and fits the offer.
pub(super) fn is_answer(answer: &Extension<'_>, offer: &Extension<'_>) -> bool {
    answer
        .parameters()
        .enumerate()
        .all(|(index, (name, value))| {
            let is_known = match name {
                "server_no_context_takeover" | "client_no_context_takeover" => value.is_none(),
                "server_max_window_bits" => value.is_some_and(is_window_bits),
                "client_max_window_bits" => {
                    value.is_some_and(is_window_bits)
                        && offer.parameters().any(|(offered, _)| offered == name)
                }
                _ => false,
            };
            is_known
                && answer
                    .parameters()
                    .take(index)
                    .all(|(other, _)| other != name)
        })
}

fn is_window_bits(value: &str) -> bool {
    matches!(value, "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15")
}
