use onem2m_primitive::Serialization;
use onem2m_ws_core::{Matching, MessageKind, Preference, select_subprotocol};

/// A subprotocol of TS-0020: its name in `Sec-WebSocket-Protocol`, and the form of the messages of a connection
/// (TS-0020 6.2.2.9).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Subprotocol {
    name: &'static str,
    serialization: Serialization,
}

impl Subprotocol {
    /// `oneM2M.json`
    pub const JSON: Self = Self::new("oneM2M.json", Serialization::Json);
    /// `oneM2M.xml`
    pub const XML: Self = Self::new("oneM2M.xml", Serialization::Xml);
    /// `oneM2M.cbor`
    pub const CBOR: Self = Self::new("oneM2M.cbor", Serialization::Cbor);
    /// `oneM2M.R2.0.json`, the name of release 2
    pub const R2_JSON: Self = Self::new("oneM2M.R2.0.json", Serialization::Json);
    /// `oneM2M.R2.0.xml`, the name of release 2
    pub const R2_XML: Self = Self::new("oneM2M.R2.0.xml", Serialization::Xml);
    /// `oneM2M.R2.0.cbor`, the name of release 2
    pub const R2_CBOR: Self = Self::new("oneM2M.R2.0.cbor", Serialization::Cbor);

    /// All subprotocols.
    pub const ALL: [Self; 6] = [
        Self::JSON,
        Self::XML,
        Self::CBOR,
        Self::R2_JSON,
        Self::R2_XML,
        Self::R2_CBOR,
    ];

    /// The offer of a registree that speaks JSON, in this order. The name of release 2 comes first: a registrar that
    /// knows only that one may refuse the request over an unknown name before it, and one that knows both takes either.
    pub const JSON_OFFER: [Self; 2] = [Self::R2_JSON, Self::JSON];

    const fn new(name: &'static str, serialization: Serialization) -> Self {
        Self {
            name,
            serialization,
        }
    }

    /// Returns the subprotocol of that name. Case does not matter (RFC 7936 registers no two names that differ in case only).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|subprotocol| subprotocol.name.eq_ignore_ascii_case(name))
    }

    /// Returns the name that the registrar takes of those that a registree offers: the first that it supports, for their order is
    /// the registree's preference (TS-0020 6.2.2.7). The index is for
    /// [`Acceptance::subprotocol`](onem2m_ws_core::Acceptance::subprotocol), which echoes the registree's own spelling;
    /// `None` is to be answered with 400 (TS-0020 6.2.3.1).
    #[must_use]
    pub fn select<'a>(
        offered: impl Iterator<Item = &'a str> + Clone,
        supported: &[Self],
    ) -> Option<(usize, Self)> {
        Self::select_by(offered, supported, Preference::Client)
    }

    /// Returns a name as [`select`](Self::select) does, but the order of `supported` decides: the registrar's own preference.
    #[must_use]
    pub fn select_by_server<'a>(
        offered: impl Iterator<Item = &'a str> + Clone,
        supported: &[Self],
    ) -> Option<(usize, Self)> {
        Self::select_by(offered, supported, Preference::Server)
    }

    fn select_by<'a>(
        offered: impl Iterator<Item = &'a str> + Clone,
        supported: &[Self],
        preference: Preference,
    ) -> Option<(usize, Self)> {
        let name_of = |index: usize| offered.clone().nth(index).and_then(Self::from_name);
        let mut names = [""; Self::ALL.len()];
        for (name, subprotocol) in names.iter_mut().zip(supported) {
            *name = subprotocol.name;
        }
        let names = names.get(..supported.len()).unwrap_or(&names);
        let index = select_subprotocol(offered.clone(), names, preference, Matching::IgnoreCase)?;
        Some((index, name_of(index)?))
    }

    /// Returns the name as it is registered.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the serialization of primitives, in both directions.
    #[must_use]
    pub const fn serialization(self) -> Serialization {
        self.serialization
    }

    /// Returns the kind of the messages: text or binary.
    #[must_use]
    pub const fn message_kind(self) -> MessageKind {
        match self.serialization {
            Serialization::Json | Serialization::Xml => MessageKind::Text,
            Serialization::Cbor => MessageKind::Binary,
        }
    }
}
