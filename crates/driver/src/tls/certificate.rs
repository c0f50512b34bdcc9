//! The demands of TS-0003 10.1.1 on certificates beyond a valid path.

use core::fmt;
use core::net::IpAddr;

use x509_cert::Certificate;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{KeyUsage, SubjectAltName};

use super::{PeerIdentity, PeerName, ServerIdentity, TlsError};

/// The reason why a certificate does not fit the profile.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Misfit {
    Encoding,
    KeyUsage,
    /// With the name that has one.
    Wildcard(String),
    /// With the name.
    Name(String),
    Nameless,
    Curve,
    /// With whom was asked for, and whom the certificate names.
    OtherServer(String, PeerIdentity),
}

impl Misfit {
    /// The error that is said of a peer with such a certificate.
    pub(crate) fn of_peer(self) -> TlsError {
        match self {
            Self::OtherServer(expected, identity) => TlsError::OtherServer { expected, identity },
            Self::Encoding
            | Self::KeyUsage
            | Self::Wildcard(_)
            | Self::Name(_)
            | Self::Nameless
            | Self::Curve => TlsError::Profile(self.to_string()),
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding => f.write_str("a certificate that is not encoded correctly"),
            Self::KeyUsage => f.write_str("a certificate whose key is not for signatures"),
            Self::Wildcard(name) => write!(
                f,
                "a certificate with a wildcard: \"{}\"",
                name.escape_debug()
            ),
            Self::Name(name) => write!(
                f,
                "a certificate with a malformed name: \"{}\"",
                name.escape_debug()
            ),
            Self::Nameless => f.write_str("a certificate that names nobody"),
            Self::Curve => f.write_str("a certificate whose key is not on the curve P-256"),
            Self::OtherServer(_, identity) => write!(f, "a certificate of {identity}"),
        }
    }
}

impl core::error::Error for Misfit {}

/// The identity that a certificate names. Its path was or will be verified by others.
pub(crate) fn identity(der: &[u8]) -> Result<PeerIdentity, Misfit> {
    let certificate = Certificate::from_der(der).map_err(|_| Misfit::Encoding)?;
    check_key_usage(&certificate)?;
    let names = certificate
        .tbs_certificate()
        .get_extension::<SubjectAltName>()
        .map_err(|_| Misfit::Encoding)?;
    let (_, SubjectAltName(names)) = names.ok_or(Misfit::Nameless)?;
    let names: Vec<PeerName> = names
        .iter()
        .filter_map(|name| peer_name(name).transpose())
        .collect::<Result<_, _>>()?;
    if names.is_empty() {
        return Err(Misfit::Nameless);
    }
    Ok(PeerIdentity::new(names))
}

/// Checks that the certificate, whose path is verified, is the one of the server that was asked for.
pub(crate) fn check_server(
    der: &[u8],
    host: &str,
    server: &ServerIdentity,
) -> Result<PeerIdentity, Misfit> {
    let identity = identity(der)?;
    let (expected, is_expected) = match server {
        ServerIdentity::Host => (host, identity.is_host(host)),
        ServerIdentity::CseId(name) => {
            let mut cse_ids = identity.cse_ids();
            let is_expected = cse_ids.any(|cse_id| cse_id.eq_ignore_ascii_case(name));
            (name.as_str(), is_expected)
        }
    };
    if is_expected {
        Ok(identity)
    } else {
        Err(Misfit::OtherServer(expected.to_owned(), identity))
    }
}

/// Checks a certificate of our own: one that no conforming peer would take is found here already.
pub(crate) fn check_own(der: &[u8]) -> Result<(), Misfit> {
    identity(der)?;
    let certificate = Certificate::from_der(der).map_err(|_| Misfit::Encoding)?;
    let key = certificate.tbs_certificate().subject_public_key_info();
    let parameters = key.algorithm.parameters.as_ref();
    let curve = parameters.and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok());
    if key.algorithm.oid == EC_PUBLIC_KEY && curve == Some(P_256) {
        Ok(())
    } else {
        Err(Misfit::Curve)
    }
}

/// TS-0003 has the extension always; without it, all is allowed (RFC 5280 4.2.1.3), and deployed certificates lack it.
fn check_key_usage(certificate: &Certificate) -> Result<(), Misfit> {
    let usage = certificate
        .tbs_certificate()
        .get_extension::<KeyUsage>()
        .map_err(|_| Misfit::Encoding)?;
    match usage {
        Some((_, usage)) if !usage.digital_signature() => Err(Misfit::KeyUsage),
        Some(_) | None => Ok(()),
    }
}

/// The name, unless it is of a kind that TS-0003 does not use.
fn peer_name(name: &GeneralName) -> Result<Option<PeerName>, Misfit> {
    Ok(Some(match name {
        GeneralName::DnsName(name) => PeerName::DomainName(checked(name.as_str())?),
        GeneralName::UniformResourceIdentifier(uri) => PeerName::Uri(checked(uri.as_str())?),
        GeneralName::IpAddress(octets) => PeerName::Address(address(octets.as_bytes())?),
        GeneralName::OtherName(name) => {
            let value = name.value.to_der().map_err(|_| Misfit::Encoding)?;
            PeerName::Device(name.type_id.to_string(), value)
        }
        GeneralName::RegisteredId(identifier) => {
            PeerName::Device(identifier.to_string(), Vec::new())
        }
        GeneralName::Rfc822Name(_)
        | GeneralName::DirectoryName(_)
        | GeneralName::EdiPartyName(_) => return Ok(None),
    }))
}

/// Names are compared, logged and used as identifiers: nothing invisible in them, and no wildcards (TS-0003 10.1.1).
fn checked(name: &str) -> Result<String, Misfit> {
    if name.contains('*') {
        return Err(Misfit::Wildcard(name.to_owned()));
    }
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Misfit::Name(name.to_owned()));
    }
    Ok(name.to_owned())
}

fn address(octets: &[u8]) -> Result<IpAddr, Misfit> {
    let v4 = <[u8; 4]>::try_from(octets).map(IpAddr::from);
    let address = v4.or_else(|_| <[u8; 16]>::try_from(octets).map(IpAddr::from));
    address.map_err(|_| Misfit::Name(format!("an address of {} bytes", octets.len())))
}

const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
