//! Certificates, made as needed.

use core::net::IpAddr;

use onem2m_ws_tokio::driver::tls::{CredentialsError, Identity, TrustAnchors};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, KeyPair, KeyUsagePurpose, NameConstraints, SanType, date_time_ymd,
};

pub(crate) const HOST: &str = "server.example";
pub(crate) const CLIENT_AE: &str = "//operator.example/Sclient";
pub(crate) const CSE: &str = "IN-CSE.m2m.operator.example";

/// What signs certificates.
pub(crate) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    /// From this one up to below the trust anchor, in DER and in PEM.
    chain: Chain,
}

impl Authority {
    /// A trust anchor.
    pub(crate) fn new(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let issuer = CertifiedIssuer::self_signed(authority(name), key).unwrap();
        let chain = Chain::default();
        Self { issuer, chain }
    }

    /// An authority below, for domain names below `permitted` only.
    pub(crate) fn constrained(&self, permitted: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = authority("constrained");
        params.name_constraints = Some(NameConstraints {
            permitted_subtrees: vec![GeneralSubtree::DnsName(permitted.to_owned())],
            excluded_subtrees: Vec::new(),
        });
        let issuer = CertifiedIssuer::signed_by(params, key, &self.issuer).unwrap();
        let chain = self.chain.below(issuer.der(), issuer.pem());
        Self { issuer, chain }
    }

    pub(crate) fn pem(&self) -> String {
        self.issuer.pem()
    }

    pub(crate) fn anchors(&self) -> TrustAnchors {
        TrustAnchors::from_pem(self.pem().as_bytes()).unwrap()
    }

    pub(crate) fn issue(&self, params: &CertificateParams) -> Issued {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let chain = self.chain.below(certificate.der(), certificate.pem());
        Issued { chain, key }
    }

    pub(crate) fn issue_name(&self, name: SanType) -> Issued {
        self.issue(&end_entity(vec![name]))
    }

    /// For the server at `HOST`.
    pub(crate) fn server(&self) -> Issued {
        self.issue_name(domain_name(HOST))
    }

    /// For the client that is `CLIENT_AE`.
    pub(crate) fn client(&self) -> Issued {
        self.issue_name(uri(CLIENT_AE))
    }
}

/// Certificates that are sent together.
#[derive(Default)]
struct Chain {
    der: Vec<Vec<u8>>,
    pem: Vec<String>,
}

impl Chain {
    /// One more at the lower end.
    fn below(&self, der: &[u8], pem: String) -> Self {
        Self {
            der: [&[der.to_vec()], &self.der[..]].concat(),
            pem: [&[pem], &self.pem[..]].concat(),
        }
    }
}

/// A certificate, its chain and its key.
pub(crate) struct Issued {
    chain: Chain,
    key: KeyPair,
}

impl Issued {
    pub(crate) fn self_signed(params: &CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let chain = Chain::default().below(certificate.der(), certificate.pem());
        Self { chain, key }
    }

    pub(crate) fn identity(&self) -> Identity {
        self.try_identity().unwrap()
    }

    pub(crate) fn try_identity(&self) -> Result<Identity, CredentialsError> {
        Identity::from_der(self.chain.der.clone(), self.key.serialize_der())
    }

    #[cfg(feature = "native-certs")]
    pub(crate) fn key_der(&self) -> Vec<u8> {
        self.key.serialize_der()
    }

    pub(crate) fn key_pem(&self) -> String {
        self.key.serialize_pem()
    }

    /// The own certificate, and those that are sent with it.
    pub(crate) fn der(&self) -> &[Vec<u8>] {
        &self.chain.der
    }

    /// The same in PEM.
    pub(crate) fn pem(&self) -> &[String] {
        &self.chain.pem
    }
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// A certificate by the profile of TS-0003.
pub(crate) fn end_entity(names: Vec<SanType>) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "entity");
    params.subject_alt_names = names;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params
}

pub(crate) fn domain_name(name: &str) -> SanType {
    SanType::DnsName(name.try_into().unwrap())
}

pub(crate) fn uri(uri: &str) -> SanType {
    SanType::URI(uri.try_into().unwrap())
}

/// A server's certificate for each fault of row H-01, each with what is wrong.
pub(crate) fn faulty(good: &Authority) -> Vec<(&'static str, Issued)> {
    let changed = |change: &dyn Fn(&mut CertificateParams)| {
        let mut params = end_entity(vec![domain_name(HOST)]);
        change(&mut params);
        params
    };
    let expired = changed(&|params| params.not_after = date_time_ymd(2020, 1, 1));
    let early = changed(&|params| params.not_before = date_time_ymd(4000, 1, 1));
    let usage = changed(&|params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::CodeSigning];
    });
    vec![
        ("expired", good.issue(&expired)),
        ("not yet valid", good.issue(&early)),
        (
            "another name",
            good.issue_name(domain_name("other.example")),
        ),
        ("a wildcard", good.issue_name(domain_name("*.example"))),
        ("signed by itself", Issued::self_signed(&changed(&|_| {}))),
        ("an unknown authority", Authority::new("authority").server()),
        ("for another use", good.issue(&usage)),
        (
            "outside of its issuer's names",
            good.constrained("other.example").server(),
        ),
    ]
}

/// The good ones of row H-01, with the host that each is for.
pub(crate) fn flawless(good: &Authority) -> Vec<(&'static str, Issued)> {
    let address = IpAddr::from([127, 0, 0, 1]);
    vec![
        (HOST, good.constrained("server.example").server()),
        ("127.0.0.1", good.issue_name(SanType::IpAddress(address))),
    ]
}
