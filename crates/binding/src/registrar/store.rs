use onem2m_primitive::{RequestIdentifier, RequestPrimitive};
use onem2m_ws_core::Timestamp;

/// Keeps what waits for absent registrees over a restart of the registrar (TS-0020 6.5, W-75). The requests themselves are in
/// the registrar's memory; this is told what to write down, and what to strike out.
///
/// After a restart the application [restores](crate::Registrar::restore) the registrations, and
/// [requests](crate::Registrar::request) again what had been written down.
pub trait Store {
    /// `request` waits for `entity`; it is to be forgotten at `deadline`, if it is not removed before.
    fn save(&mut self, entity: &str, request: &RequestPrimitive<'_>, deadline: Timestamp);

    /// It does not wait any more: it was sent, or has ended.
    fn remove(&mut self, entity: &str, identifier: &RequestIdentifier<'_>);
}

/// Keeps nothing: what waits is lost when the registrar ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoStore;

impl Store for NoStore {
    fn save(&mut self, _: &str, _: &RequestPrimitive<'_>, _: Timestamp) {}

    fn remove(&mut self, _: &str, _: &RequestIdentifier<'_>) {}
}
