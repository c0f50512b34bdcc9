use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use onem2m_ws_core::OriginPolicy;

use crate::config_error::{ConfigError, check_session};
use crate::session::SessionConfig;
use crate::subprotocol::Subprotocol;

/// Every limit and choice of a [`Registrar`](crate::Registrar).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistrarConfig {
    /// The CSE-ID of the registrar in its absolute form, which decides between connections that two registrars open to each
    /// other at the same time (TS-0020 5.2; default `None`: the later one stays).
    pub cse_id: Option<String>,
    /// The subprotocols that are spoken (default: all six of TS-0020).
    pub subprotocols: Vec<Subprotocol>,
    /// True if the order of [`subprotocols`](Self::subprotocols) decides, and not that of the registree (TS-0020 6.2.2.8; default
    /// `false`).
    pub own_preference: bool,
    /// The subprotocol that is spoken with a client that offers no subprotocol, or sends the field empty (default `None`:
    /// such a client is refused with 400, TS-0020 6.2.2.8). Some deployed clients and old proxies need the leniency.
    pub without_subprotocol: Option<Subprotocol>,
    /// The web pages that may connect (RFC 6455 §10.2; default: none). On plain `ws` a page could speak for anybody.
    pub origins: OriginPolicy,
    /// Paths that are accepted besides `/` (TS-0020 6.2.1; some products use `/mca`).
    pub paths: Vec<String>,
    /// Connections at a time, those included that had to go and are not closed yet (default 100 000); one more is answered
    /// with 503.
    pub max_connections: usize,
    /// Nodes that are known by a name, connected or not (default 100 000). One more is answered with 503, and its registration
    /// with 5000.
    pub max_nodes: usize,
    /// Entities that are registered (default 100 000).
    pub max_entities: usize,
    /// Entities that live on one node (TS-0020 5.2; default 64).
    pub max_entities_per_node: usize,
    /// Requests of one node that were handed to the application and are not finished (default 256); beyond that its connection
    /// is not read.
    pub max_handlers_per_node: usize,
    /// Requests of all nodes that were handed to the application and are not finished (default 16 384); beyond that nothing is
    /// read.
    pub max_handlers: usize,
    /// Requests to all nodes that were handed over without a future and have not ended (default 65 536).
    pub max_posted: usize,
    /// The bytes of those requests, estimated (default 64 MiB).
    pub max_posted_len: usize,
    /// Events that are kept for a reader of the registrar's events that does not keep up (default 1024).
    pub max_unread_events: usize,
    /// Operations that wait for the store (default 1024); beyond that they stay with their nodes.
    pub max_store_queue: usize,
    /// The time after the opening of a connection within which another one, opened by the other CSE, counts as opened at the same time
    /// (TS-0020 5.2; default 10 s, which a handshake may take).
    pub simultaneous_for: Duration,
    /// True if every peer that can connect may speak for any CSE: plain `ws` within a protected network. Else a request
    /// of a CSE outside of TLS is answered with 4107 (TS-0004 7.3.2.1; default `false`).
    pub trusted_network: bool,
    /// True if requests of originators that are not registered reach the application: for CSEs that keep registrations
    /// themselves (default `false`: all but registrations are answered with 4106).
    pub allows_unregistered: bool,
    /// The limits and choices of the exchange of primitives, with each node.
    pub session: SessionConfig,
}

impl RegistrarConfig {
    /// Checks that a registrar with this configuration can work.
    ///
    /// # Errors
    ///
    /// The first field with a value that cannot work, and the rule that it breaks.
    pub fn check(&self) -> Result<(), ConfigError> {
        let counts = [
            ("max_connections", self.max_connections),
            ("max_nodes", self.max_nodes),
            ("max_entities", self.max_entities),
            ("max_entities_per_node", self.max_entities_per_node),
            ("max_handlers_per_node", self.max_handlers_per_node),
            ("max_handlers", self.max_handlers),
        ];
        if let Some((field, _)) = counts.into_iter().find(|(_, value)| *value == 0) {
            return Err(ConfigError::new(field, "nobody would ever be served"));
        }
        if self.subprotocols.is_empty() {
            let reason = "every client would be refused";
            return Err(ConfigError::new("subprotocols", reason));
        }
        check_session(&self.session)
    }
}

impl Default for RegistrarConfig {
    fn default() -> Self {
        Self {
            cse_id: None,
            subprotocols: Subprotocol::ALL.to_vec(),
            own_preference: false,
            without_subprotocol: None,
            origins: OriginPolicy::RejectAny,
            paths: Vec::new(),
            max_connections: 100_000,
            max_nodes: 100_000,
            max_entities: 100_000,
            max_entities_per_node: 64,
            max_handlers_per_node: 256,
            max_handlers: 16_384,
            max_posted: 65_536,
            max_posted_len: 64 << 20,
            max_unread_events: 1024,
            max_store_queue: 1024,
            simultaneous_for: Duration::from_secs(10),
            trusted_network: false,
            allows_unregistered: false,
            session: SessionConfig::default(),
        }
    }
}
