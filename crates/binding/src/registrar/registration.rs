//! The requests that register and deregister an entity (TS-0020 6.4): by the address of the resource, not by a suffix of one.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use onem2m_primitive::{Operation, RequestPrimitive, ResourceType, ResponsePrimitive, Value};

use super::directory::Registration;

/// The change that the success of a request makes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Change {
    /// The request creates an `<AE>` or `<remoteCSE>`.
    Register {
        /// The originator, unless the registrar is to give a name.
        from: Option<String>,
        /// The address of the parent.
        parent: String,
        /// The name that the request gives the resource.
        name: Option<String>,
        /// The number of the request among those that register.
        number: u64,
    },
    /// The request deletes the resource that registers this entity.
    Deregister(String),
}

/// An entity that has registered, and the addresses of the resource that registers the entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Registered {
    pub(super) entity: String,
    pub(super) addresses: Vec<String>,
}

impl Registered {
    /// An entity whose registration was not seen: of its resource only the identifier is known, which is that of the entity
    /// (TS-0001 7.2).
    pub(super) fn unseen(entity: &str) -> Self {
        Self {
            entity: entity.into(),
            addresses: Vec::new(),
        }
    }

    /// Returns whether an address is that of the resource (TS-0001 9.3.1: relative to the CSE, to the service provider, absolute).
    pub(super) fn is_at(&self, address: &str, cse_id: Option<&str>) -> bool {
        let address = relative(address, cse_id);
        let stem = self.entity.strip_prefix('/').unwrap_or(&self.entity);
        address == stem || self.addresses.iter().any(|known| known == address)
    }
}

/// The change that a request would make on a node with these entities. `next_number` gives the number of one that registers.
pub(super) fn change(
    request: &RequestPrimitive<'_>,
    entities: &[Registered],
    cse_id: Option<&str>,
    next_number: impl FnOnce() -> u64,
) -> Option<Change> {
    match request.operation {
        Operation::CREATE => {
            let registers = matches!(
                request.resource_type,
                Some(ResourceType::AE | ResourceType::REMOTE_CSE)
            );
            registers.then(|| Change::Register {
                from: originator(request),
                parent: relative(&request.to, cse_id).into(),
                name: resource_name(request),
                number: next_number(),
            })
        }
        Operation::DELETE => entities
            .iter()
            .find(|registered| registered.is_at(&request.to, cse_id))
            .map(|registered| Change::Deregister(registered.entity.clone())),
        _ => None,
    }
}

/// The entity that a successful response registers, where, and in which way it has come to that.
pub(super) fn registered(
    change: Change,
    response: &ResponsePrimitive<'_>,
    cse_id: Option<&str>,
) -> Option<(Registered, Registration)> {
    let Change::Register {
        from,
        parent,
        name,
        number,
    } = change
    else {
        return None;
    };
    let content = response.content.as_ref();
    let value = content.and_then(|content| content.value().ok());
    let resource = value.as_ref().and_then(|value| {
        let of = |root, id| value.get(root).map(|resource| (resource, id));
        of("m2m:ae", "aei").or_else(|| of("m2m:csr", "csi"))
    });
    let text = |name| {
        let (resource, _) = resource.as_ref()?;
        resource
            .get(name)
            .and_then(Value::as_text)
            .map(String::from)
    };
    let named = resource.as_ref().and_then(|(_, id)| text(id));
    // Result content "nothing" says no name: then the originator has kept its own (TS-0004 7.2.2.2).
    let is_given = named.is_some() && named != from;
    let entity = named.or(from)?;
    // Without a name that anybody has said, the resource is called as the entity is.
    let name = text("rn").or(name);
    let name = name.as_deref().unwrap_or(&entity);
    let mut addresses = Vec::from([format!("{parent}/{name}")]);
    addresses.extend(text("ri").map(|address| relative(&address, cse_id).into()));
    let registration = if is_given {
        Registration::Given(number)
    } else {
        Registration::Claimed(number)
    };
    Some((Registered { entity, addresses }, registration))
}

/// The originator of a request, if that names an entity: `C` and `S` ask for a name (TS-0001 10.2.2.2).
fn originator(request: &RequestPrimitive<'_>) -> Option<String> {
    let from = request.from.as_deref()?;
    (!matches!(from, "" | "C" | "S")).then(|| from.into())
}

fn resource_name(request: &RequestPrimitive<'_>) -> Option<String> {
    let value = request.content.as_ref()?.value().ok()?;
    let resource = value.get("m2m:ae").or_else(|| value.get("m2m:csr"))?;
    resource
        .get("rn")
        .and_then(Value::as_text)
        .map(String::from)
}

/// An address as the CSE that holds the resource writes it (TS-0001 9.3.1).
fn relative<'a>(address: &'a str, cse_id: Option<&str>) -> &'a str {
    let within = |path: &'a str| {
        let named = cse_id.and_then(|id| path.strip_prefix(id.trim_start_matches('/')));
        match named.and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => Some(rest),
            // Whose CSE it is cannot be told: the address is that of one.
            None if cse_id.is_none() => path.split_once('/').map(|(_, rest)| rest),
            None => None,
        }
    };
    let absolute = address
        .strip_prefix("//")
        .or_else(|| address.strip_prefix("_/"));
    if let Some(path) = absolute {
        let path = path.split_once('/').map(|(_, path)| path);
        return path.and_then(within).unwrap_or(address);
    }
    let from_provider = address
        .strip_prefix('/')
        .or_else(|| address.strip_prefix("~/"));
    from_provider.and_then(within).unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// TS-0001 9.3.1: one resource, three forms of its address, and their neighbours.
    #[test]
    fn n_46_addresses() {
        let registered = Registered {
            entity: "Cae".into(),
            addresses: alloc::vec!["cse-in/thermo".into(), "r1".into()],
        };
        let rows = [
            ("Cae", true),
            ("cse-in/thermo", true),
            ("r1", true),
            ("/id-in/cse-in/thermo", true),
            ("~/id-in/r1", true),
            ("//sp.example/id-in/Cae", true),
            ("_/sp.example/id-in/cse-in/thermo", true),
            ("/other/Cae", false),
            ("//sp.example/other/Cae", false),
            ("cse-in/Cae/container/Cae", false),
            ("cse-in/Cae", false),
            ("xCae", false),
            ("", false),
        ];
        for (address, is_it) in rows {
            assert_eq!(
                registered.is_at(address, Some("/id-in")),
                is_it,
                "{address}"
            );
        }
        assert!(registered.is_at("/anything/Cae", None));
        assert!(!registered.is_at("/anything/cse-in/Cae", None));
        let remote = Registered::unseen("/id-mn");
        assert!(remote.is_at("id-mn", None) && !remote.is_at("id-in", None));
    }
}
