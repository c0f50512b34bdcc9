use alloc::string::String;
use alloc::vec::Vec;

use crate::session::SessionConfig;
use crate::subprotocol::Subprotocol;

/// Every limit and choice of a [`Registrar`](crate::Registrar).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistrarConfig {
    /// The CSE-ID of the registrar in its absolute form, which decides between connections that two registrars open to each
    /// other at the same time (TS-0020 5.2, W-08; default `None`: the later one stays).
    pub cse_id: Option<String>,
    /// What is spoken (default: all six of TS-0020).
    pub subprotocols: Vec<Subprotocol>,
    /// Whether the order of [`subprotocols`](Self::subprotocols) decides, and not that of the registree (W-37; default
    /// `false`).
    pub own_preference: bool,
    /// Paths that are accepted besides `/` (W-26; some products use `/mca`).
    pub paths: Vec<String>,
    /// Connections at a time (default 100 000); one more is answered with 503.
    pub max_connections: usize,
    /// Nodes that are known, connected or not (default 100 000).
    pub max_nodes: usize,
    /// Entities that live on one node (W-09; default 64).
    pub max_entities_per_node: usize,
    /// Whether everybody who can connect may speak for any CSE: plain `ws` within a protected network (W-83). Else a request
    /// of a CSE outside of TLS is answered with 4107 (TS-0004 7.3.2.1; default `false`).
    pub trusted_network: bool,
    /// Whether requests of originators that are not registered reach the application: for CSEs that keep registrations
    /// themselves (default `false`: all but registrations are answered with 4106).
    pub allows_unregistered: bool,
    /// The limits and choices of the exchange of primitives, with each node.
    pub session: SessionConfig,
}

impl Default for RegistrarConfig {
    fn default() -> Self {
        Self {
            cse_id: None,
            subprotocols: Subprotocol::ALL.to_vec(),
            own_preference: false,
            paths: Vec::new(),
            max_connections: 100_000,
            max_nodes: 100_000,
            max_entities_per_node: 64,
            trusted_network: false,
            allows_unregistered: false,
            session: SessionConfig::default(),
        }
    }
}
