use core::fmt;
use std::io::{self, IoSlice, Read, Write};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use ::openssl::error::ErrorStack;
use ::openssl::ex_data::Index;
use ::openssl::pkey::PKey;
use ::openssl::ssl::{
    ErrorCode, ShutdownResult, Ssl, SslAlert, SslContext, SslContextBuilder, SslMethod, SslOptions,
    SslRef, SslSessionCacheMode, SslStream, SslVerifyMode, SslVersion,
};
use ::openssl::x509::store::X509StoreBuilder;
use ::openssl::x509::verify::X509CheckFlags;
use ::openssl::x509::{X509, X509StoreContext, X509StoreContextRef, X509VerifyResult};

use super::certificate::{self, Misfit};
use super::pre_shared::{self, KeyLookup, MessageReader, PreSharedKey};
use super::session::{Clients, Progress, Servers, Session};
use super::{
    ClientTls, CredentialsError, Identity, PeerIdentity, PeerName, ServerIdentity, ServerTls,
    TlsError, TrustAnchors,
};

impl ClientTls {
    /// Settings with certificates, by OpenSSL: TLS 1.2 with `TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256` and the suite that TS-0003
    /// 10.2.3 makes mandatory, `TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256`. A server that does not ask for `identity` is
    /// refused (TS-0020 7).
    ///
    /// # Errors
    ///
    /// The credentials cannot be used.
    pub fn openssl(anchors: &TrustAnchors, identity: &Identity) -> Result<Self, CredentialsError> {
        let mut context = context(CERTIFICATE_SUITES)?;
        set_certificates(&mut context, anchors, identity)?;
        Ok(Self::new(OpensslClients {
            context: context.build(),
            key: None,
        }))
    }

    /// Settings with a key shared with the server, by OpenSSL: TLS 1.2 with `TLS_PSK_WITH_AES_128_CBC_SHA256` (TS-0003 10.2.2).
    /// The server is the peer that has the key, whatever its host.
    ///
    /// # Errors
    ///
    /// OpenSSL lacks the suite.
    pub fn pre_shared_key(key: PreSharedKey) -> Result<Self, CredentialsError> {
        let mut context = context(PRE_SHARED_SUITES)?;
        let shared = key.clone();
        context.set_psk_client_callback(move |_, _, identity, space| {
            let fits = put(identity, shared.identity().as_bytes(), true).is_some();
            let length = put(space, shared.key(), false).filter(|_| fits);
            Ok(length.unwrap_or(0))
        });
        Ok(Self::new(OpensslClients {
            context: context.build(),
            key: Some(key),
        }))
    }
}

impl ServerTls {
    /// Settings with certificates, by OpenSSL: the suites of [`ClientTls::openssl`]. Clients without a certificate that leads to
    /// one of `anchors` are refused (TS-0020 7).
    ///
    /// # Errors
    ///
    /// The credentials cannot be used.
    pub fn openssl(anchors: &TrustAnchors, identity: &Identity) -> Result<Self, CredentialsError> {
        let mut context = context(CERTIFICATE_SUITES)?;
        set_certificates(&mut context, anchors, identity)?;
        Ok(Self::new(OpensslServers {
            context: context.build(),
            keys: None,
        }))
    }

    /// Settings with keys shared with the clients, by OpenSSL: `TLS_PSK_WITH_AES_128_CBC_SHA256` (TS-0003 10.2.2). Clients whose
    /// key is unknown are refused.
    ///
    /// # Errors
    ///
    /// OpenSSL lacks the suite.
    pub fn pre_shared_keys(keys: impl KeyLookup + 'static) -> Result<Self, CredentialsError> {
        let mut context = context(PRE_SHARED_SUITES)?;
        context.set_psk_server_callback(provided_key);
        Ok(Self::new(OpensslServers {
            context: context.build(),
            keys: Some(Arc::new(keys)),
        }))
    }

    /// Settings with both, as each client wants, which TS-0003 10.2.1 makes mandatory for servers on infrastructure nodes.
    ///
    /// # Errors
    ///
    /// The credentials cannot be used.
    pub fn openssl_with_pre_shared_keys(
        anchors: &TrustAnchors,
        identity: &Identity,
        keys: impl KeyLookup + 'static,
    ) -> Result<Self, CredentialsError> {
        let mut context = context(&[CERTIFICATE_SUITES, PRE_SHARED_SUITES].join(":"))?;
        set_certificates(&mut context, anchors, identity)?;
        context.set_psk_server_callback(provided_key);
        Ok(Self::new(OpensslServers {
            context: context.build(),
            keys: Some(Arc::new(keys)),
        }))
    }
}

struct OpensslClients {
    context: SslContext,
    key: Option<PreSharedKey>,
}

impl Clients for OpensslClients {
    fn start(&self, host: &str, server: &ServerIdentity) -> io::Result<Box<dyn Session>> {
        let mut ssl = Ssl::new(&self.context)?;
        let host = host.strip_suffix('.').unwrap_or(host);
        let address = host.parse().ok();
        if address.is_none() {
            ssl.set_hostname(host)?;
        }
        let expected = match &self.key {
            Some(key) => Expected::Key(key.identity().to_owned()),
            None => {
                let parameters = ssl.param_mut();
                parameters.set_hostflags(
                    X509CheckFlags::NO_WILDCARDS | X509CheckFlags::NEVER_CHECK_SUBJECT,
                );
                match (server, address) {
                    (ServerIdentity::Host, Some(address)) => parameters.set_ip(address)?,
                    (ServerIdentity::Host, None) => parameters.set_host(host)?,
                    (ServerIdentity::CseId(name), _) => parameters.set_host(name)?,
                }
                Expected::Server(host.to_owned(), server.clone())
            }
        };
        ssl.set_connect_state();
        OpensslSession::start(ssl, expected, None)
    }
}

struct OpensslServers {
    context: SslContext,
    keys: Option<Arc<dyn KeyLookup>>,
}

impl Servers for OpensslServers {
    fn start(&self) -> io::Result<Box<dyn Session>> {
        let mut ssl = Ssl::new(&self.context)?;
        ssl.set_accept_state();
        OpensslSession::start(ssl, Expected::Client, self.keys.clone())
    }
}

/// The checks of a session on its peer besides the path of its certificate.
enum Expected {
    Server(String, ServerIdentity),
    Key(String),
    Client,
}

struct OpensslSession {
    stream: SslStream<Memory>,
    expected: Expected,
    keys: Option<Arc<dyn KeyLookup>>,
    /// For the message that tells more than OpenSSL does: the server's request, or the client's identity.
    reader: MessageReader,
    was_asked: bool,
    /// The identity of a key that has to be looked up.
    wanted: Option<String>,
    provided: ProvidedKey,
    refused: Refused,
    /// The buffer in which several chunks are put together, to make one record.
    gathered: Vec<u8>,
    /// The first byte of the peer.
    first: Option<u8>,
}

impl OpensslSession {
    fn start(
        mut ssl: Ssl,
        expected: Expected,
        keys: Option<Arc<dyn KeyLookup>>,
    ) -> io::Result<Box<dyn Session>> {
        let provided = ProvidedKey::default();
        match &*PROVIDED {
            Ok(index) => ssl.set_ex_data(*index, provided.clone()),
            Err(error) => return Err(error.clone().into()),
        }
        let refused = Refused::new(&expected);
        match &*REFUSED {
            Ok(index) => ssl.set_ex_data(*index, refused.clone()),
            Err(error) => return Err(error.clone().into()),
        }
        let reader = match expected {
            Expected::Client => MessageReader::key_exchange(),
            Expected::Server(..) | Expected::Key(_) => MessageReader::certificate_request(),
        };
        Ok(Box::new(Self {
            stream: SslStream::new(ssl, Memory::default())?,
            expected,
            keys,
            reader,
            was_asked: false,
            wanted: None,
            provided,
            refused,
            gathered: Vec::new(),
            first: None,
        }))
    }

    /// The result of an operation of OpenSSL: `None` when it needs input.
    fn outcome<R>(&self, result: Result<R, ::openssl::ssl::Error>) -> io::Result<Option<R>> {
        let error = match result {
            Ok(value) => return Ok(Some(value)),
            Err(error) => error,
        };
        let code = error.code();
        if code == ErrorCode::WANT_READ || code == ErrorCode::WANT_WRITE {
            return Ok(None);
        }
        if let Some(misfit) = self.refused.take() {
            return Err(misfit.of_peer().into());
        }
        if let Some(alert) = alert(&error) {
            return Err(TlsError::Alert(alert).into());
        }
        let memory = self.stream.get_ref();
        if memory.has_ended && memory.input.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Err(io::Error::new(io::ErrorKind::InvalidData, error))
    }
}

impl Session for OpensslSession {
    fn receive(&mut self, source: &mut dyn Read) -> io::Result<usize> {
        let mut space = [0; CHUNK];
        let count = source.read(&mut space)?;
        let received = space.get(..count).unwrap_or_default();
        self.first = self.first.or_else(|| received.first().copied());
        if let Some(message) = self.reader.read(received) {
            self.was_asked = true;
            self.wanted = pre_shared::identity(&message);
        }
        let memory = self.stream.get_mut();
        memory.has_ended |= count == 0;
        memory.input.put(received);
        Ok(count)
    }

    fn transmit(&mut self, sink: &mut dyn Write) -> io::Result<usize> {
        let output = &mut self.stream.get_mut().output;
        let count = sink.write(output.unread())?;
        output.advance(count);
        Ok(count)
    }

    fn wants_transmit(&self) -> bool {
        !self.stream.get_ref().output.is_empty()
    }

    fn handshake(&mut self) -> io::Result<Progress> {
        if let (Some(identity), Some(keys)) = (self.wanted.take(), &self.keys) {
            return Ok(Progress::NeedsKey(keys.key(&identity)));
        }
        let result = self.stream.do_handshake();
        let outcome = self.outcome(result);
        let is_record = self.first.is_none_or(|first| (20..=24).contains(&first));
        let output = &mut self.stream.get_mut().output;
        if outcome.is_err() && !is_record && output.is_empty() {
            // OpenSSL has no alert for what it takes for HTTP: the peer would not know that it has come to the wrong port.
            output.put(&UNEXPECTED_MESSAGE);
        }
        if outcome?.is_none() {
            return Ok(Progress::NeedsInput);
        }
        if matches!(self.expected, Expected::Server(..)) && !self.was_asked {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "the server does not ask who its client is",
            ));
        }
        Ok(Progress::Done)
    }

    fn provide_key(&mut self, key: Option<PreSharedKey>) {
        self.provided.set(key);
    }

    fn read(&mut self, space: &mut [u8]) -> io::Result<Option<usize>> {
        match self.stream.ssl_read(space) {
            Err(error) if error.code() == ErrorCode::ZERO_RETURN => Ok(Some(0)),
            result => self.outcome(result),
        }
    }

    fn write(&mut self, chunks: &[IoSlice<'_>]) -> io::Result<usize> {
        if self.stream.get_ref().output.unread().len() >= MAX_OUTPUT {
            return Ok(0);
        }
        self.gathered.clear();
        for chunk in chunks {
            let room = MAX_RECORD.saturating_sub(self.gathered.len());
            let taken = chunk.get(..room).unwrap_or(chunk);
            self.gathered.extend_from_slice(taken);
        }
        let result = self.stream.ssl_write(&self.gathered);
        Ok(self.outcome(result)?.unwrap_or(0))
    }

    fn close(&mut self) {
        // It fails after an error, of which the peer was told by an alert.
        match self.stream.shutdown() {
            Ok(ShutdownResult::Sent | ShutdownResult::Received) | Err(_) => {}
        }
        self.gathered = Vec::new();
    }

    fn peer_identity(&self) -> io::Result<PeerIdentity> {
        let certificate = match self.stream.ssl().peer_certificate() {
            Some(certificate) => Some(certificate.to_der()?),
            None => None,
        };
        match (&self.expected, certificate) {
            (Expected::Key(identity), None) => Ok(of_key(identity)),
            (Expected::Client, None) => {
                let key = self.provided.get();
                key.map(|key| of_key(key.identity()))
                    .ok_or(Misfit::Nameless)
            }
            (Expected::Client, Some(certificate)) => certificate::identity(&certificate),
            (Expected::Server(host, server), Some(certificate)) => {
                certificate::check_server(&certificate, host, server)
            }
            (Expected::Key(_), Some(_)) | (Expected::Server(..), None) => Err(Misfit::Nameless),
        }
        .map_err(|misfit| misfit.of_peer().into())
    }
}

impl fmt::Debug for OpensslSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpensslSession").finish_non_exhaustive()
    }
}

fn of_key(identity: &str) -> PeerIdentity {
    PeerIdentity::new(vec![PeerName::PreSharedKey(identity.to_owned())])
}

/// The memory that OpenSSL reads from and writes to.
#[derive(Default)]
struct Memory {
    input: Queue,
    output: Queue,
    has_ended: bool,
}

impl Read for Memory {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        if self.input.is_empty() && !self.has_ended {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let count = self.input.unread().read(space)?;
        self.input.advance(count);
        Ok(count)
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.output.put(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes that wait; no memory while there are none.
#[derive(Default)]
struct Queue {
    bytes: Vec<u8>,
    read: usize,
}

impl Queue {
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn unread(&self) -> &[u8] {
        self.bytes.get(self.read..).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.unread().is_empty()
    }

    fn advance(&mut self, count: usize) {
        self.read = self.read.saturating_add(count);
        if self.is_empty() {
            *self = Self::default();
        }
    }
}

/// A context for TLS 1.2 with these suites, P-256, and no sessions that outlive a connection.
fn context(suites: &str) -> Result<SslContextBuilder, CredentialsError> {
    let build = || -> Result<SslContextBuilder, ErrorStack> {
        let mut context = SslContextBuilder::new(SslMethod::tls())?;
        context.set_min_proto_version(Some(SslVersion::TLS1_2))?;
        context.set_max_proto_version(Some(SslVersion::TLS1_2))?;
        context.set_cipher_list(suites)?;
        context.set_groups_list("P-256")?;
        context.set_options(
            SslOptions::NO_TICKET | SslOptions::NO_COMPRESSION | SslOptions::NO_RENEGOTIATION,
        );
        context.set_session_cache_mode(SslSessionCacheMode::OFF);
        Ok(context)
    };
    build().map_err(|error| CredentialsError::refused(&error))
}

fn set_certificates(
    context: &mut SslContextBuilder,
    anchors: &TrustAnchors,
    identity: &Identity,
) -> Result<(), CredentialsError> {
    let mut set = || -> Result<(), ErrorStack> {
        let mut store = X509StoreBuilder::new()?;
        for anchor in anchors.certificates() {
            let anchor = X509::from_der(anchor)?;
            context.add_client_ca(&anchor)?;
            store.add_cert(anchor)?;
        }
        context.set_verify_cert_store(store.build())?;
        let required = SslVerifyMode::PEER | SslVerifyMode::FAIL_IF_NO_PEER_CERT;
        context.set_verify_callback(required, fits_profile);
        for (index, certificate) in identity.chain().iter().enumerate() {
            let certificate = X509::from_der(certificate)?;
            if index == 0 {
                context.set_certificate(&certificate)?;
            } else {
                context.add_extra_chain_cert(certificate)?;
            }
        }
        Ok(())
    };
    set().map_err(|error| CredentialsError::refused(&error))?;
    let key = PKey::private_key_from_der(identity.key().secret_der());
    key.and_then(|key| context.set_private_key(&key))
        .map_err(|_| CredentialsError::Key)
}

/// Checks that the key is that of the certificate, by OpenSSL.
pub(super) fn check_key(identity: &Identity) -> Result<(), CredentialsError> {
    let key = PKey::private_key_from_der(identity.key().secret_der());
    let key = key.map_err(|_| CredentialsError::Key)?;
    let own = identity
        .chain()
        .first()
        .ok_or(CredentialsError::NoCertificate)?;
    let certified = X509::from_der(own).and_then(|own| own.public_key());
    let certified = certified.map_err(|error| CredentialsError::refused(&error))?;
    if certified.public_eq(&key) {
        Ok(())
    } else {
        Err(CredentialsError::OtherKey)
    }
}

/// After OpenSSL's own verification, which decides: the rules of TS-0003 for the peer's certificate. A certificate that
/// OpenSSL found to be another server's is looked at for whose it is.
fn fits_profile(is_verified: bool, context: &mut X509StoreContextRef) -> bool {
    let is_other_server = [X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH]
        .contains(&context.error().as_raw());
    if context.error_depth() > 0 || !is_verified && !is_other_server {
        return is_verified;
    }
    let ssl = X509StoreContext::ssl_idx()
        .ok()
        .and_then(|index| context.ex_data(index));
    let refused = REFUSED.as_ref().ok();
    let refused = refused.and_then(|index| ssl?.ex_data(*index).cloned());
    let certificate = context.current_cert().and_then(|peer| peer.to_der().ok());
    let (Some(refused), Some(certificate)) = (refused, certificate) else {
        return false;
    };
    let fits = refused.check(&certificate);
    if is_verified && !fits {
        context.set_error(X509VerifyResult::APPLICATION_VERIFICATION);
    }
    is_verified && fits
}

/// The alert of the peer that an error stands for.
fn alert(error: &::openssl::ssl::Error) -> Option<u8> {
    let mut errors = error.ssl_error()?.errors().iter();
    errors.find_map(|error| {
        let reason = error.reason_code();
        SslAlert::from_reason_code(reason)?;
        u8::try_from(reason - SslAlert::CLOSE_NOTIFY.reason_code()).ok()
    })
}

/// The peer that a session expects, and what was wrong with the certificate that it got: between OpenSSL's question and the session.
#[derive(Clone, Default)]
struct Refused {
    server: Option<Arc<(String, ServerIdentity)>>,
    why: Arc<Mutex<Option<Misfit>>>,
}

impl Refused {
    fn new(expected: &Expected) -> Self {
        let server = match expected {
            Expected::Server(host, server) => Some(Arc::new((host.clone(), server.clone()))),
            Expected::Key(_) | Expected::Client => None,
        };
        let why = Arc::default();
        Self { server, why }
    }

    /// Returns whether a certificate fits; why not is kept.
    fn check(&self, certificate: &[u8]) -> bool {
        let checked = match self.server.as_deref() {
            Some((host, server)) => certificate::check_server(certificate, host, server),
            None => certificate::identity(certificate),
        };
        let misfit = checked.err();
        let fits = misfit.is_none();
        *self.why.lock().unwrap_or_else(PoisonError::into_inner) = misfit;
        fits
    }

    fn take(&self) -> Option<Misfit> {
        let mut why = self.why.lock().unwrap_or_else(PoisonError::into_inner);
        why.take()
    }
}

/// Where OpenSSL keeps it.
static REFUSED: LazyLock<Result<Index<Ssl, Refused>, ErrorStack>> =
    LazyLock::new(Ssl::new_ex_index);

/// Gives OpenSSL the key that was looked up, if it is the one that it asks for.
fn provided_key(
    ssl: &mut SslRef,
    identity: Option<&[u8]>,
    space: &mut [u8],
) -> Result<usize, ErrorStack> {
    let index = PROVIDED.as_ref().ok();
    let key = index.and_then(|index| ssl.ex_data(*index)?.get());
    let key = key.filter(|key| identity == Some(key.identity().as_bytes()));
    Ok(key
        .and_then(|key| put(space, key.key(), false))
        .unwrap_or(0))
}

/// Copies `bytes`, with a zero behind them if OpenSSL wants one: how many they are, if they fit.
fn put(space: &mut [u8], bytes: &[u8], is_terminated: bool) -> Option<usize> {
    space.get_mut(..bytes.len())?.copy_from_slice(bytes);
    if is_terminated {
        *space.get_mut(bytes.len())? = 0;
    }
    Some(bytes.len())
}

/// The key that was looked up, between a session and OpenSSL's question for it.
#[derive(Clone, Default)]
struct ProvidedKey(Arc<Mutex<Option<PreSharedKey>>>);

impl ProvidedKey {
    fn set(&self, key: Option<PreSharedKey>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = key;
    }

    fn get(&self) -> Option<PreSharedKey> {
        let key = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        key.clone()
    }
}

/// Where OpenSSL keeps it.
static PROVIDED: LazyLock<Result<Index<Ssl, ProvidedKey>, ErrorStack>> =
    LazyLock::new(Ssl::new_ex_index);

/// The record of a fatal alert, `unexpected_message`, for records of unknown types (RFC 8446 §5.1, §6).
const UNEXPECTED_MESSAGE: [u8; 7] = [21, 3, 1, 0, 2, 2, 10];

const CERTIFICATE_SUITES: &str = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-SHA256";
const PRE_SHARED_SUITES: &str = "PSK-AES128-CBC-SHA256";
/// OpenSSL's numbers for these results of a verification (`x509_vfy.h`).
const X509_V_ERR_HOSTNAME_MISMATCH: i32 = 62;
const X509_V_ERR_IP_ADDRESS_MISMATCH: i32 = 64;
/// The length that is read at a time.
const CHUNK: usize = 8 << 10;
/// The most that a record holds.
const MAX_RECORD: usize = 16 << 10;
/// The length that waits to be given out before no more is taken.
const MAX_OUTPUT: usize = 64 << 10;
