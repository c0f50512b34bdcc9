use core::sync::atomic::{AtomicBool, Ordering};
use std::io::{self, IoSlice, Read, Write};
use std::sync::Arc;

use ::rustls::client::WebPkiServerVerifier;
use ::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use ::rustls::client::{ResolvesClientCert, Resumption};
use ::rustls::crypto::{CryptoProvider, ring};
use ::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use ::rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use ::rustls::server::{NoServerSessionStorage, WebPkiClientVerifier};
use ::rustls::sign::CertifiedKey;
use ::rustls::version::{TLS12, TLS13};
use ::rustls::{
    CertificateError, ClientConfig, ClientConnection, Connection, DigitallySignedStruct,
    DistinguishedName, Error, InconsistentKeys, OtherError, RootCertStore, ServerConfig,
    ServerConnection, SignatureScheme,
};

use super::certificate::{self, Misfit};
use super::session::{Clients, Progress, Servers, Session};
use super::{
    ClientTls, CredentialsError, Identity, PeerIdentity, PeerName, ServerIdentity, ServerTls,
    TlsError, TrustAnchors,
};

impl ClientTls {
    /// Settings with certificates, by rustls: TLS 1.3 and 1.2. A server that does not ask for `identity` is refused (TS-0020 7).
    ///
    /// # Errors
    ///
    /// The credentials cannot be used.
    pub fn rustls(anchors: &TrustAnchors, identity: &Identity) -> Result<Self, CredentialsError> {
        RustlsClients::new(anchors, Some(certified_key(identity)?)).map(Self::new)
    }

    /// Settings as those of [`rustls`](Self::rustls), for servers that verify their clients by other means than TLS, which TS-0020 does
    /// not know but deployed CSEs do: the client does not prove its identity.
    ///
    /// # Errors
    ///
    /// The trust anchors cannot be used.
    pub fn rustls_anonymous(anchors: &TrustAnchors) -> Result<Self, CredentialsError> {
        RustlsClients::new(anchors, None).map(Self::new)
    }
}

impl ServerTls {
    /// Settings with certificates, by rustls: TLS 1.3 and 1.2. Clients without a certificate that leads to one of `anchors` are
    /// refused (TS-0020 7).
    ///
    /// rustls refuses paths with name constraints for URIs: AE-ID certificates whose issuer has the constraint of TS-0003
    /// 10.1.1.5.
    ///
    /// # Errors
    ///
    /// The credentials cannot be used.
    pub fn rustls(anchors: &TrustAnchors, identity: &Identity) -> Result<Self, CredentialsError> {
        RustlsServers::new(anchors, identity).map(Self::new)
    }
}

pub(super) struct RustlsClients {
    config: ClientConfig,
    /// For certificates; `None` for raw public keys, which the configuration verifies.
    verifier: Option<Arc<WebPkiServerVerifier>>,
    identity: Option<Arc<CertifiedKey>>,
}

impl RustlsClients {
    fn new(
        anchors: &TrustAnchors,
        identity: Option<Arc<CertifiedKey>>,
    ) -> Result<Self, CredentialsError> {
        let refused = |error: Error| CredentialsError::refused(&error);
        let provider = Arc::new(ring::default_provider());
        let roots = roots(anchors)?;
        let verifier = WebPkiServerVerifier::builder_with_provider(roots.clone(), provider.clone())
            .build()
            .map_err(|error| CredentialsError::refused(&error))?;
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&TLS13, &TLS12])
            .map_err(refused)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.resumption = Resumption::disabled();
        Ok(Self {
            config,
            verifier: Some(verifier),
            identity,
        })
    }

    pub(super) fn with_raw_public_keys(mut config: ClientConfig, own: Arc<CertifiedKey>) -> Self {
        config.resumption = Resumption::disabled();
        Self {
            config,
            verifier: None,
            identity: Some(own),
        }
    }
}

impl Clients for RustlsClients {
    fn start(&self, host: &str, server: &ServerIdentity) -> io::Result<Box<dyn Session>> {
        let invalid = |_| io::Error::new(io::ErrorKind::InvalidInput, "not a name of a server");
        let name = host.strip_suffix('.').unwrap_or(host).to_owned();
        let name = ServerName::try_from(name).map_err(invalid)?;
        let verified_name = match server {
            ServerIdentity::Host => name.clone(),
            ServerIdentity::CseId(cse_id) => {
                ServerName::try_from(cse_id.clone()).map_err(invalid)?
            }
        };
        let mut config = self.config.clone();
        if let Some(verifier) = &self.verifier {
            // Stricter than what rustls does by itself, never laxer.
            config
                .dangerous()
                .set_certificate_verifier(Arc::new(ServerVerifier {
                    verifier: verifier.clone(),
                    name: verified_name,
                    host: host.to_owned(),
                    server: server.clone(),
                }));
        }
        let asked = self.identity.as_ref().map(|identity| {
            Arc::new(OwnCertificate {
                identity: identity.clone(),
                is_raw: self.verifier.is_none(),
                was_asked_for: AtomicBool::new(false),
            })
        });
        if let Some(asked) = &asked {
            config.client_auth_cert_resolver = asked.clone();
        }
        let connection = ClientConnection::new(Arc::new(config), name).map_err(failure)?;
        Ok(Box::new(RustlsSession {
            connection: connection.into(),
            is_raw: self.verifier.is_none(),
            own: asked,
        }))
    }
}

pub(super) struct RustlsServers {
    config: Arc<ServerConfig>,
    is_raw: bool,
}

impl RustlsServers {
    fn new(anchors: &TrustAnchors, identity: &Identity) -> Result<Self, CredentialsError> {
        let refused = |error: Error| CredentialsError::refused(&error);
        let provider = Arc::new(ring::default_provider());
        let verifier =
            WebPkiClientVerifier::builder_with_provider(roots(anchors)?, provider.clone())
                .build()
                .map_err(|error| CredentialsError::refused(&error))?;
        certified_key(identity)?;
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&TLS13, &TLS12])
            .map_err(refused)?
            .with_client_cert_verifier(Arc::new(ClientVerifier { verifier }))
            .with_single_cert(identity.chain().to_vec(), identity.key().clone_key())
            .map_err(refused)?;
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        config.max_early_data_size = 0;
        Ok(Self {
            config: Arc::new(config),
            is_raw: false,
        })
    }

    pub(super) fn with_raw_public_keys(config: ServerConfig) -> Self {
        Self {
            config: Arc::new(config),
            is_raw: true,
        }
    }
}

impl Servers for RustlsServers {
    fn start(&self) -> io::Result<Box<dyn Session>> {
        let connection = ServerConnection::new(self.config.clone()).map_err(failure)?;
        Ok(Box::new(RustlsSession {
            connection: connection.into(),
            is_raw: self.is_raw,
            own: None,
        }))
    }
}

#[derive(Debug)]
struct RustlsSession {
    connection: Connection,
    /// True if raw public keys are shown instead of certificates.
    is_raw: bool,
    /// Of a client that wants to be asked for it.
    own: Option<Arc<OwnCertificate>>,
}

impl Session for RustlsSession {
    fn receive(&mut self, source: &mut dyn Read) -> io::Result<usize> {
        let count = self.connection.read_tls(source)?;
        self.connection.process_new_packets().map_err(failure)?;
        Ok(count)
    }

    fn transmit(&mut self, sink: &mut dyn Write) -> io::Result<usize> {
        self.connection.write_tls(sink)
    }

    fn wants_transmit(&self) -> bool {
        self.connection.wants_write()
    }

    fn handshake(&mut self) -> io::Result<Progress> {
        if self.connection.is_handshaking() {
            return Ok(Progress::NeedsInput);
        }
        match &self.own {
            Some(own) if !own.was_asked_for.load(Ordering::Relaxed) => Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "the server does not ask who its client is",
            )),
            Some(_) | None => Ok(Progress::Done),
        }
    }

    fn read(&mut self, space: &mut [u8]) -> io::Result<Option<usize>> {
        match self.connection.reader().read(space) {
            Ok(count) => Ok(Some(count)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&mut self, chunks: &[IoSlice<'_>]) -> io::Result<usize> {
        self.connection.writer().write_vectored(chunks)
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }

    fn peer_identity(&self) -> io::Result<PeerIdentity> {
        let certificates = self.connection.peer_certificates().unwrap_or_default();
        if let (true, [key]) = (self.is_raw, certificates) {
            return Ok(PeerIdentity::new(vec![PeerName::PublicKey(key.to_vec())]));
        }
        let own = certificates.first().ok_or(Misfit::Nameless);
        let identity = own.and_then(|certificate| certificate::identity(certificate));
        identity.map_err(|misfit| misfit.of_peer().into())
    }
}

/// A client's certificate, and whether the server of one connection asked for it.
#[derive(Debug)]
struct OwnCertificate {
    identity: Arc<CertifiedKey>,
    is_raw: bool,
    was_asked_for: AtomicBool,
}

impl ResolvesClientCert for OwnCertificate {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.was_asked_for.store(true, Ordering::Relaxed);
        Some(self.identity.clone())
    }

    fn has_certs(&self) -> bool {
        true
    }

    fn only_raw_public_keys(&self) -> bool {
        self.is_raw
    }
}

/// Verifies servers as rustls does, and then by the rules of TS-0003.
#[derive(Debug)]
struct ServerVerifier {
    verifier: Arc<WebPkiServerVerifier>,
    name: ServerName<'static>,
    host: String,
    server: ServerIdentity,
}

impl ServerCertVerifier for ServerVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verified = self.verifier.verify_server_cert(
            end_entity,
            intermediates,
            &self.name,
            ocsp_response,
            now,
        );
        // Names are looked at last: that of another server says more here.
        if let Ok(_)
        | Err(Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        )) = &verified
        {
            certificate::check_server(end_entity, &self.host, &self.server).map_err(refusal)?;
        }
        verified
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

/// Verifies clients as rustls does, and then by the rules of TS-0003.
#[derive(Debug)]
struct ClientVerifier {
    verifier: Arc<dyn ClientCertVerifier>,
}

impl ClientCertVerifier for ClientVerifier {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        self.verifier.root_hint_subjects()
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        let verified = self
            .verifier
            .verify_client_cert(end_entity, intermediates, now)?;
        certificate::identity(end_entity).map_err(refusal)?;
        Ok(verified)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

fn roots(anchors: &TrustAnchors) -> Result<Arc<RootCertStore>, CredentialsError> {
    let mut roots = RootCertStore::empty();
    for certificate in anchors.certificates() {
        roots
            .add(certificate.clone())
            .map_err(|error| CredentialsError::Certificate(error.to_string()))?;
    }
    Ok(Arc::new(roots))
}

/// Checks that the key is that of the certificate, by rustls.
pub(super) fn check_key(identity: &Identity) -> Result<(), CredentialsError> {
    certified_key(identity).map(drop)
}

/// The own certificate and key, which belong together.
fn certified_key(identity: &Identity) -> Result<Arc<CertifiedKey>, CredentialsError> {
    let provider: CryptoProvider = ring::default_provider();
    let chain = identity.chain().to_vec();
    match CertifiedKey::from_der(chain, identity.key().clone_key(), &provider) {
        Ok(key) => Ok(Arc::new(key)),
        Err(Error::InconsistentKeys(InconsistentKeys::KeyMismatch)) => {
            Err(CredentialsError::OtherKey)
        }
        Err(_) => Err(CredentialsError::Key),
    }
}

/// The fault of a certificate, on its way through rustls to [`failure`].
fn refusal(misfit: Misfit) -> Error {
    CertificateError::Other(OtherError(Arc::new(misfit.of_peer()))).into()
}

fn failure(error: Error) -> io::Error {
    if let Error::AlertReceived(alert) = &error {
        return TlsError::Alert((*alert).into()).into();
    }
    if let Error::InvalidCertificate(CertificateError::Other(OtherError(ours))) = &error
        && let Some(ours) = ours.downcast_ref::<TlsError>()
    {
        return ours.clone().into();
    }
    io::Error::new(io::ErrorKind::InvalidData, error)
}
