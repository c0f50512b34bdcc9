//! Raw public keys (RFC 7250; TS-0003 10.1.1.3), without a certificate or a signature. A side that knows the key knows the peer.

use core::fmt;
use std::sync::Arc;

use ::rustls::client::AlwaysResolvesClientRawPublicKeys;
use ::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use ::rustls::crypto::{CryptoProvider, ring, verify_tls13_signature_with_raw_key};
use ::rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use ::rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use ::rustls::server::{AlwaysResolvesServerRawPublicKeys, NoServerSessionStorage};
use ::rustls::sign::CertifiedKey;
use ::rustls::version::TLS13;
use ::rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error, ServerConfig,
    SignatureScheme,
};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;

use super::rustls::{RustlsClients, RustlsServers};
use super::{ClientTls, CredentialsError, ServerTls};

/// A private key on P-256 whose public half is shown without a certificate (RFC 7250, TS-0003 10.1.1.3).
pub struct RawKey(PrivateKeyDer<'static>);

impl RawKey {
    /// Reads a key from PEM (PKCS #8 or SEC 1, not encrypted).
    ///
    /// # Errors
    ///
    /// The key is missing or malformed.
    pub fn from_pem(key: &[u8]) -> Result<Self, CredentialsError> {
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| CredentialsError::Key)?;
        Ok(Self(key))
    }

    /// Takes a key from DER (PKCS #8 or SEC 1).
    ///
    /// # Errors
    ///
    /// The key is malformed.
    pub fn from_der(key: Vec<u8>) -> Result<Self, CredentialsError> {
        let key = PrivateKeyDer::try_from(key).map_err(|_| CredentialsError::Key)?;
        Ok(Self(key))
    }
}

impl Clone for RawKey {
    fn clone(&self) -> Self {
        Self(self.0.clone_key())
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawKey").finish_non_exhaustive()
    }
}

/// A public key, as a `SubjectPublicKeyInfo` in DER.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct PublicKey(SubjectPublicKeyInfoDer<'static>);

impl PublicKey {
    /// Reads a key from PEM (`PUBLIC KEY`).
    ///
    /// # Errors
    ///
    /// The key is missing or malformed.
    pub fn from_pem(key: &[u8]) -> Result<Self, CredentialsError> {
        let key = SubjectPublicKeyInfoDer::from_pem_slice(key);
        key.map(Self).map_err(|_| CredentialsError::Key)
    }

    /// Takes a key from DER. Bytes that are no key are never a peer's.
    #[must_use]
    pub fn from_der(key: Vec<u8>) -> Self {
        Self(key.into())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({} bytes)", self.0.len())
    }
}

impl ClientTls {
    /// Settings with raw public keys, by rustls, in TLS 1.3: the server is the peer with one of the keys in `servers`, whatever its host,
    /// and has to ask for ours.
    ///
    /// # Errors
    ///
    /// The key cannot be used.
    pub fn raw_public_key(
        own: &RawKey,
        servers: impl IntoIterator<Item = PublicKey>,
    ) -> Result<Self, CredentialsError> {
        let provider = Arc::new(ring::default_provider());
        let own = own.certified(&provider)?;
        let config = ClientConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&[&TLS13])
            .map_err(|error| CredentialsError::refused(&error))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Known::new(servers, provider)))
            .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(
                own.clone(),
            )));
        Ok(Self::new(RustlsClients::with_raw_public_keys(config, own)))
    }
}

impl ServerTls {
    /// Settings with raw public keys, by rustls, in TLS 1.3: clients whose key is not one of `clients` are refused.
    ///
    /// # Errors
    ///
    /// The key cannot be used.
    pub fn raw_public_keys(
        own: &RawKey,
        clients: impl IntoIterator<Item = PublicKey>,
    ) -> Result<Self, CredentialsError> {
        let provider = Arc::new(ring::default_provider());
        let own = own.certified(&provider)?;
        let mut config = ServerConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&[&TLS13])
            .map_err(|error| CredentialsError::refused(&error))?
            .with_client_cert_verifier(Arc::new(Known::new(clients, provider)))
            .with_cert_resolver(Arc::new(AlwaysResolvesServerRawPublicKeys::new(own)));
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        config.max_early_data_size = 0;
        Ok(Self::new(RustlsServers::with_raw_public_keys(config)))
    }
}

impl RawKey {
    fn certified(&self, provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, CredentialsError> {
        let key = provider.key_provider.load_private_key(self.0.clone_key());
        let key = key.map_err(|error| CredentialsError::refused(&error))?;
        if key
            .choose_scheme(&[SignatureScheme::ECDSA_NISTP256_SHA256])
            .is_none()
        {
            let reason = "a key that is not on the curve P-256";
            return Err(CredentialsError::Profile(reason.to_owned()));
        }
        let public = key.public_key().ok_or(CredentialsError::Key)?;
        let shown = CertificateDer::from(public.to_vec());
        Ok(Arc::new(CertifiedKey::new(vec![shown], key)))
    }
}

/// A verifier that takes only peers whose keys are known.
#[derive(Debug)]
struct Known {
    keys: Vec<PublicKey>,
    provider: Arc<CryptoProvider>,
}

impl Known {
    fn new(keys: impl IntoIterator<Item = PublicKey>, provider: Arc<CryptoProvider>) -> Self {
        let keys = keys.into_iter().collect();
        Self { keys, provider }
    }

    fn check(&self, shown: &CertificateDer<'_>) -> Result<(), Error> {
        if self.keys.iter().any(|key| *key.0 == **shown) {
            return Ok(());
        }
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn check_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let key = SubjectPublicKeyInfoDer::from(shown.as_ref());
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature_with_raw_key(message, &key, signature, algorithms)
    }

    fn schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

impl ServerCertVerifier for Known {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(end_entity)?;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General(NOT_IN_TLS_1_2.to_owned()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.check_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes()
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ClientCertVerifier for Known {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(end_entity)?;
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General(NOT_IN_TLS_1_2.to_owned()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.check_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes()
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

/// It is not offered either.
const NOT_IN_TLS_1_2: &str = "raw public keys are for TLS 1.3";
