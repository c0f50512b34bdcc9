use core::fmt;

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

use super::certificate::{self, Misfit};

/// The certificates at which a valid path may end (RFC 5280 §6.1.1).
#[derive(Clone, Debug)]
pub struct TrustAnchors {
    certificates: Vec<CertificateDer<'static>>,
}

impl TrustAnchors {
    /// Reads certificates in PEM, one after the other.
    ///
    /// # Errors
    ///
    /// There is no certificate, or one is malformed.
    pub fn from_pem(pem: &[u8]) -> Result<Self, CredentialsError> {
        let certificates = certificates(pem)?;
        Ok(Self { certificates })
    }

    /// Takes certificates in DER.
    ///
    /// # Errors
    ///
    /// There is no certificate.
    pub fn from_der(
        certificates: impl IntoIterator<Item = Vec<u8>>,
    ) -> Result<Self, CredentialsError> {
        let certificates: Vec<_> = certificates.into_iter().map(CertificateDer::from).collect();
        if certificates.is_empty() {
            return Err(CredentialsError::NoCertificate);
        }
        Ok(Self { certificates })
    }

    /// Takes the certificates that the platform trusts for the web. Certificates that cannot be read are left out.
    ///
    /// # Errors
    ///
    /// The platform has none.
    #[cfg(feature = "native-certs")]
    pub fn from_platform() -> Result<Self, CredentialsError> {
        let certificates = rustls_native_certs::load_native_certs().certs;
        if certificates.is_empty() {
            return Err(CredentialsError::NoCertificate);
        }
        Ok(Self { certificates })
    }

    pub(super) fn certificates(&self) -> &[CertificateDer<'static>] {
        &self.certificates
    }
}

/// The means by which a side proves its identity: a certificate for a key on P-256 with the certificates up to a trust
/// anchor, and the private key (TS-0003 10.1.1).
pub struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Identity {
    /// Reads from PEM the chain with the own certificate first, and the private key (PKCS #8 or SEC 1, not encrypted).
    ///
    /// # Errors
    ///
    /// Something is missing or malformed, the certificate does not fit the profile, or the key is another one's
    /// ([`OtherKey`](CredentialsError::OtherKey)).
    pub fn from_pem(chain: &[u8], key: &[u8]) -> Result<Self, CredentialsError> {
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| CredentialsError::Key)?;
        Self::new(certificates(chain)?, key)
    }

    /// Takes from DER the chain with the own certificate first, and the private key (PKCS #8 or SEC 1).
    ///
    /// # Errors
    ///
    /// As [`from_pem`](Self::from_pem).
    pub fn from_der(
        chain: impl IntoIterator<Item = Vec<u8>>,
        key: Vec<u8>,
    ) -> Result<Self, CredentialsError> {
        let key = PrivateKeyDer::try_from(key).map_err(|_| CredentialsError::Key)?;
        let chain = chain.into_iter().map(CertificateDer::from).collect();
        Self::new(chain, key)
    }

    fn new(
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<Self, CredentialsError> {
        let own = chain.first().ok_or(CredentialsError::NoCertificate)?;
        certificate::check_own(own).map_err(|misfit| CredentialsError::misfit(&misfit))?;
        let identity = Self { chain, key };
        identity.check_key()?;
        Ok(identity)
    }

    /// Either implementation finds a key that is not the certificate's.
    fn check_key(&self) -> Result<(), CredentialsError> {
        #[cfg(feature = "rustls")]
        super::rustls::check_key(self)?;
        #[cfg(feature = "openssl")]
        super::openssl::check_key(self)?;
        Ok(())
    }

    pub(super) fn chain(&self) -> &[CertificateDer<'static>] {
        &self.chain
    }

    pub(super) const fn key(&self) -> &PrivateKeyDer<'static> {
        &self.key
    }
}

impl Clone for Identity {
    fn clone(&self) -> Self {
        Self {
            chain: self.chain.clone(),
            key: self.key.clone_key(),
        }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish_non_exhaustive()
    }
}

/// The reason why credentials cannot be used: a fault of the caller.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum CredentialsError {
    /// There is no certificate.
    NoCertificate,
    /// A certificate is malformed, or of a kind that is not supported.
    Certificate(String),
    /// The private key is missing, malformed or of a kind that is not supported.
    Key,
    /// The private key is not that of the certificate: each belongs to another pair.
    OtherKey,
    /// The certificate does not fit the profile of TS-0003 10.1.1, for this reason.
    Profile(String),
    /// The implementation of TLS refused the credentials.
    Refused(String),
}

impl CredentialsError {
    fn misfit(misfit: &Misfit) -> Self {
        match misfit {
            Misfit::Encoding => Self::Certificate(misfit.to_string()),
            Misfit::KeyUsage
            | Misfit::Wildcard(_)
            | Misfit::Name(_)
            | Misfit::Nameless
            | Misfit::Curve
            | Misfit::OtherServer(..) => Self::Profile(misfit.to_string()),
        }
    }

    pub(super) fn refused(error: &impl fmt::Display) -> Self {
        Self::Refused(error.to_string())
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCertificate => f.write_str("there is no certificate"),
            Self::Certificate(reason) => write!(f, "a certificate cannot be used: {reason}"),
            Self::Key => f.write_str("the private key cannot be used"),
            Self::OtherKey => f.write_str("the private key is not the certificate's"),
            Self::Profile(reason) => write!(f, "not for oneM2M: {reason}"),
            Self::Refused(reason) => write!(f, "the credentials were refused: {reason}"),
        }
    }
}

impl core::error::Error for CredentialsError {}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, CredentialsError> {
    let certificates = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| CredentialsError::Certificate(error.to_string()))?;
    if certificates.is_empty() {
        return Err(CredentialsError::NoCertificate);
    }
    Ok(certificates)
}
