use alloc::string::String;
use alloc::vec::Vec;

use super::authority;

/// The web pages that may open a connection (RFC 6455 §10.2). A browser says in `Origin` which page asks; a server that
/// answers all of them lets every page on the web use what its user can reach.
///
/// ```
/// use onem2m_ws_core::OriginPolicy;
///
/// let policy = OriginPolicy::allow(["https://console.example"]);
/// assert!(policy.permits(Some(b"https://console.example:443")));
/// assert!(!policy.permits(Some(b"https://console.example.evil")));
/// assert!(policy.permits(None));
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum OriginPolicy {
    /// No web page: for services to devices, which send no `Origin`.
    #[default]
    RejectAny,
    /// Pages whose scheme, host and port are those of one of these origins; and clients that are no browsers.
    Allow(Vec<String>),
    /// Every page, every client.
    AllowAny,
}

impl OriginPolicy {
    /// Returns the policy that permits the pages of these origins, such as `https://console.example`.
    pub fn allow<T: Into<String>>(origins: impl IntoIterator<Item = T>) -> Self {
        Self::Allow(origins.into_iter().map(Into::into).collect())
    }

    /// Returns whether a request with this `Origin` is permitted ([`Request::origin`](crate::Request::origin)). `null`, which
    /// any page can have itself send, is never on a list.
    #[must_use]
    pub fn permits(&self, origin: Option<&[u8]>) -> bool {
        let Some(origin) = origin else { return true };
        match self {
            Self::RejectAny => false,
            Self::Allow(allowed) => allowed
                .iter()
                .any(|allowed| are_same(allowed.as_bytes(), origin)),
            Self::AllowAny => true,
        }
    }
}

/// Returns whether both are the same origin (RFC 6454 §5): a scheme, a host and a port, and nothing behind them.
fn are_same(one: &[u8], other: &[u8]) -> bool {
    let (Some((scheme, one)), Some((other_scheme, other))) = (split(one), split(other)) else {
        return false;
    };
    let default = match scheme.to_ascii_lowercase().as_slice() {
        b"https" | b"wss" => 443,
        b"http" | b"ws" => 80,
        // Without a default, a port that is written is not one that is not.
        _ => 0,
    };
    // No browser writes a colon without a port (RFC 6454 §6.1).
    let is_serialized = !one.ends_with(b":") && !other.ends_with(b":");
    is_serialized
        && scheme.eq_ignore_ascii_case(other_scheme)
        && authority::are_same(one, other, default)
}

fn split(origin: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = origin.iter().position(|&byte| byte == b':')?;
    let (scheme, rest) = origin.split_at_checked(colon)?;
    Some((scheme, rest.strip_prefix(b"://")?))
}
