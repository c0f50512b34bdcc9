//! Offers, answers and agreements (RFC 7692 §5, §7.1).

use core::mem;

use onem2m_ws_deflate::{Parameters as Agreed, WindowBits};

use super::policy::{AgreedDeflate, PermessageDeflate};
use crate::config::Config;
use crate::handshake::Extension;

pub(crate) const NAME: &str = "permessage-deflate";

const SERVER_NO_CONTEXT_TAKEOVER: &str = "server_no_context_takeover";
const CLIENT_NO_CONTEXT_TAKEOVER: &str = "client_no_context_takeover";
const SERVER_MAX_WINDOW_BITS: &str = "server_max_window_bits";
const CLIENT_MAX_WINDOW_BITS: &str = "client_max_window_bits";

/// The offer of a client.
pub(crate) fn offer(config: &Config) -> Option<Extension<'static>> {
    let policy = config.permessage_deflate?;
    let server_bits = offered_server_bits(&policy);
    Some(
        Parameters {
            server_no_context_takeover: policy.server_no_context_takeover,
            client_no_context_takeover: policy.client_no_context_takeover,
            server_max_window_bits: (server_bits < WindowBits::MAX).then_some(server_bits),
            // Without a value: a server may have its own wish, and what this client uses is its own affair.
            client_max_window_bits: Some(None),
        }
        .write(),
    )
}

/// Returns the agreement of an answer that fits the offer of [`offer`].
pub(crate) fn agree(config: &Config, answer: &Extension<'_>) -> Option<AgreedDeflate> {
    let policy = config.permessage_deflate?;
    let answered = Parameters::read(answer)?;
    let server_bits = match (
        answered.server_max_window_bits,
        offered_server_bits(&policy),
    ) {
        // §7.1.2.1: a server that accepts the limit says so.
        (Some(bits), offered) if bits <= offered => bits,
        (None, WindowBits::MAX) => WindowBits::MAX,
        (Some(_) | None, _) => return None,
    };
    let client_bits = match answered.client_max_window_bits {
        Some(Some(bits)) => bits,
        // §7.1.2.2: only an offer has the parameter without a value.
        Some(None) => return None,
        None => WindowBits::MAX,
    };
    // §7.1.1.1: a server that accepts the demand says so.
    if policy.server_no_context_takeover && !answered.server_no_context_takeover {
        return None;
    }
    Some(AgreedDeflate {
        outgoing: Agreed {
            window_bits: client_bits.min(policy.client_max_window_bits),
            // §7.1.1.2: the offer was a promise, whether it is answered or not.
            context_takeover: !(policy.client_no_context_takeover
                || answered.client_no_context_takeover),
        },
        incoming: Agreed {
            window_bits: server_bits,
            context_takeover: !answered.server_no_context_takeover,
        },
    })
}

/// The answer of a server to the first of the offers that it can accept (§5.1), and what is agreed by that.
pub(crate) fn answer<'a>(
    config: &Config,
    offers: impl Iterator<Item = Extension<'a>>,
) -> Option<(Extension<'static>, AgreedDeflate)> {
    let policy = config.permessage_deflate?;
    let mut offers = offers.filter(|offer| offer.name() == NAME);
    let offered = offers.find_map(|offer| Parameters::read(&offer))?;
    Some(accept(&policy, &offered))
}

/// Any offer can be met whose parameters are valid.
fn accept(policy: &PermessageDeflate, offered: &Parameters) -> (Extension<'static>, AgreedDeflate) {
    let server_bits = match offered.server_max_window_bits {
        Some(bits) => bits.min(policy.server_max_window_bits),
        None => policy.server_max_window_bits,
    };
    // §7.1.2.2: a client that does not offer the parameter cannot be told a limit.
    let (client_bits, limit) = match offered.client_max_window_bits {
        None => (WindowBits::MAX, None),
        Some(None) => {
            let bits = policy.client_max_window_bits;
            (bits, (bits < WindowBits::MAX).then_some(bits))
        }
        Some(Some(bits)) => {
            let bits = bits.min(policy.client_max_window_bits);
            (bits, Some(bits))
        }
    };
    let has_told = offered.server_max_window_bits.is_some() || server_bits < WindowBits::MAX;
    let answer = Parameters {
        server_no_context_takeover: offered.server_no_context_takeover
            || policy.server_no_context_takeover,
        client_no_context_takeover: offered.client_no_context_takeover
            || policy.client_no_context_takeover,
        server_max_window_bits: has_told.then_some(server_bits),
        client_max_window_bits: limit.map(Some),
    };
    let agreed = AgreedDeflate {
        outgoing: Agreed {
            window_bits: server_bits,
            context_takeover: !answer.server_no_context_takeover,
        },
        incoming: Agreed {
            window_bits: client_bits,
            context_takeover: !answer.client_no_context_takeover,
        },
    };
    (answer.write(), agreed)
}

/// The bits that a client asks of the server's window. There are servers that fail at 8, and a peer whose zlib takes 9 for it needs
/// 512 bytes to be kept in any case.
fn offered_server_bits(policy: &PermessageDeflate) -> WindowBits {
    let nine = WindowBits::new(9).unwrap_or_default();
    policy.server_max_window_bits.max(nine)
}

/// The parameters of an offer or an answer (§7.1).
#[derive(Clone, Copy, Debug, Default)]
struct Parameters {
    server_no_context_takeover: bool,
    client_no_context_takeover: bool,
    server_max_window_bits: Option<WindowBits>,
    /// There, and its value if it has one.
    client_max_window_bits: Option<Option<WindowBits>>,
}

impl Parameters {
    /// The parameters, if each is known, has a value that it can have, and is there once (§7).
    fn read(extension: &Extension<'_>) -> Option<Self> {
        let mut read = Self::default();
        for (name, value) in extension.parameters() {
            let is_first = match (name, value) {
                (SERVER_NO_CONTEXT_TAKEOVER, None) => {
                    !mem::replace(&mut read.server_no_context_takeover, true)
                }
                (CLIENT_NO_CONTEXT_TAKEOVER, None) => {
                    !mem::replace(&mut read.client_no_context_takeover, true)
                }
                (SERVER_MAX_WINDOW_BITS, Some(value)) => {
                    let bits = window_bits(value)?;
                    read.server_max_window_bits.replace(bits).is_none()
                }
                (CLIENT_MAX_WINDOW_BITS, value) => {
                    let bits = match value {
                        Some(value) => Some(window_bits(value)?),
                        None => None,
                    };
                    read.client_max_window_bits.replace(bits).is_none()
                }
                _ => return None,
            };
            if !is_first {
                return None;
            }
        }
        Some(read)
    }

    fn write(self) -> Extension<'static> {
        let flag = |is_set: bool, name| is_set.then_some((name, None));
        let bits = |bits: WindowBits| Some(digits(bits));
        let client_bits = self.client_max_window_bits;
        let server_bits = self.server_max_window_bits;
        let parameters = [
            flag(self.server_no_context_takeover, SERVER_NO_CONTEXT_TAKEOVER),
            flag(self.client_no_context_takeover, CLIENT_NO_CONTEXT_TAKEOVER),
            server_bits.map(|value| (SERVER_MAX_WINDOW_BITS, bits(value))),
            client_bits.map(|value| (CLIENT_MAX_WINDOW_BITS, value.and_then(bits))),
        ];
        Extension::from_tokens(NAME, parameters.into_iter().flatten())
    }
}

/// A decimal number from 8 to 15 without leading zeros (§7.1.2).
fn window_bits(value: &str) -> Option<WindowBits> {
    let (bits, _) = VALUES.into_iter().find(|(_, digits)| *digits == value)?;
    WindowBits::new(bits)
}

fn digits(bits: WindowBits) -> &'static str {
    let found = VALUES.into_iter().find(|(value, _)| *value == bits.get());
    found.map_or("", |(_, digits)| digits)
}

/// The values of the parameters about windows, as they are written.
const VALUES: [(u8, &str); 8] = [
    (8, "8"),
    (9, "9"),
    (10, "10"),
    (11, "11"),
    (12, "12"),
    (13, "13"),
    (14, "14"),
    (15, "15"),
];
