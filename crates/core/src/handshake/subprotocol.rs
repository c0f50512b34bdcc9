/// The side whose order of preference decides, when several subprotocols are both offered and supported.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Preference {
    /// The client's: the first offered one that is supported (RFC 6455 §4.1).
    #[default]
    Client,
    /// The server's: the first supported one that is offered.
    Server,
}

/// The comparison of the names of subprotocols.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Matching {
    /// Byte for byte.
    #[default]
    Exact,
    /// Without regard to ASCII case: for deployed clients that spell a registered name differently.
    IgnoreCase,
}

/// Chooses a subprotocol: the index into `offered` that [`Acceptance::subprotocol`](crate::Acceptance::subprotocol)
/// takes, so that the client's own spelling is answered.
///
/// The caller says what to do when there is none in common:
///
/// ```
/// use onem2m_ws_core::{Acceptance, Matching, Preference, Rejection, Requested, select_subprotocol};
/// # use onem2m_ws_core::{AcceptError, Connection, Rejected, Timestamp};
/// # fn answer(requested: Requested, now: Timestamp) -> Result<Result<Connection, AcceptError>, Rejected> {
/// let offered = requested.request().subprotocols();
/// let chosen = select_subprotocol(offered, &["chat"], Preference::Client, Matching::Exact);
/// # let is_required = true;
/// if is_required && chosen.is_none() {
///     return Err(requested.reject(now, &Rejection::bad_request()));
/// }
/// Ok(requested.accept(now, &Acceptance::new().subprotocol(chosen)))
/// # }
/// ```
pub fn select_subprotocol<'a>(
    offered: impl Iterator<Item = &'a str> + Clone,
    supported: &[&str],
    preference: Preference,
    matching: Matching,
) -> Option<usize> {
    let matches = |offered: &str, supported: &str| match matching {
        Matching::Exact => offered == supported,
        Matching::IgnoreCase => offered.eq_ignore_ascii_case(supported),
    };
    match preference {
        Preference::Client => offered
            .into_iter()
            .position(|offered| supported.iter().any(|name| matches(offered, name))),
        Preference::Server => supported
            .iter()
            .find_map(|name| offered.clone().position(|offered| matches(offered, name))),
    }
}
