//! Who is let in, and who is not.

use onem2m_ws_tokio::driver::tls::{
    ClientTls, CredentialsError, Identity, PeerName, PreSharedKey, ServerIdentity, TrustAnchors,
};
use rcgen::{KeyPair, KeyUsagePurpose, PKCS_ECDSA_P384_SHA384, SanType};

use crate::authorities::{
    Authority, CLIENT_AE, CSE, HOST, domain_name, end_entity, faulty, flawless, uri,
};
use crate::peers::{CLIENTS, SERVERS, meet};

/// The wildcard is refused by the server itself, which is as good; `programs` has one that does not refuse it.
#[tokio::test]
async fn h_01_bad_certificates_of_servers() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    for (fault, issued) in faulty(&authority) {
        let Ok(identity) = issued.try_identity() else {
            assert_eq!(fault, "a wildcard");
            continue;
        };
        for (server_name, server) in SERVERS {
            let server = server(&authority.anchors(), &identity).unwrap();
            for (client_name, client) in CLIENTS {
                let client = client(&authority.anchors(), &own).unwrap();
                let found = meet(&client, &server, HOST).await;
                assert!(
                    found.is_refused(),
                    "{fault}, {client_name}, {server_name}: {found:?}"
                );
            }
        }
    }
}

#[tokio::test]
async fn h_01_good_certificates_of_servers() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    for (host, issued) in flawless(&authority) {
        for (server_name, server) in SERVERS {
            let server = server(&authority.anchors(), &issued.identity()).unwrap();
            for (client_name, client) in CLIENTS {
                let client = client(&authority.anchors(), &own).unwrap();
                let found = meet(&client, &server, host).await;
                assert!(
                    found.is_secure(),
                    "{host}, {client_name}, {server_name}: {found:?}"
                );
                assert!(found.server.unwrap().is_host(host));
                assert!(found.client.unwrap().ae_ids().eq([CLIENT_AE]));
            }
        }
    }
}

/// The same faults on the other side, but for names: a server expects nobody in particular.
#[tokio::test]
async fn h_01_bad_certificates_of_clients() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    for (fault, issued) in faulty(&authority) {
        let Ok(identity) = issued.try_identity() else {
            assert_eq!(fault, "a wildcard");
            continue;
        };
        for (server_name, server) in SERVERS {
            let server = server(&authority.anchors(), &own).unwrap();
            for (client_name, client) in CLIENTS {
                let client = client(&authority.anchors(), &identity).unwrap();
                let found = meet(&client, &server, HOST).await;
                let is_fine = fault == "another name";
                assert_eq!(
                    found.client.is_ok(),
                    is_fine,
                    "{fault}, {client_name}, {server_name}"
                );
                assert_eq!(
                    found.server.is_ok(),
                    is_fine,
                    "{fault}, {client_name}, {server_name}"
                );
            }
        }
    }
}

/// None, a wrong one, and the right one.
#[tokio::test]
async fn h_04_certificates_of_clients() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    for (name, server) in SERVERS {
        let server = server(&authority.anchors(), &own).unwrap();
        let anonymous = ClientTls::rustls_anonymous(&authority.anchors()).unwrap();
        let found = meet(&anonymous, &server, HOST).await;
        assert!(found.is_refused(), "{name}: {found:?}");
        for (client_name, client) in CLIENTS {
            let wrong = Authority::new("another").client().identity();
            let wrong = client(&authority.anchors(), &wrong).unwrap();
            let found = meet(&wrong, &server, HOST).await;
            assert!(found.is_refused(), "{name}, {client_name}: {found:?}");

            let right = authority.client().identity();
            let right = client(&authority.anchors(), &right).unwrap();
            let found = meet(&right, &server, HOST).await;
            let identity = found.client.expect(client_name);
            assert_eq!(identity.names(), [PeerName::Uri(CLIENT_AE.to_owned())]);
        }
    }
}

/// Of each flavour of TS-0003 10.1.1 that has a chain.
#[tokio::test]
async fn h_04_identities_of_clients() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    let serial = SanType::OtherName((vec![1, 3, 6, 1, 4, 1, 99999, 1], "serial 7".into()));
    let names = vec![
        domain_name(CSE),
        serial,
        uri(CLIENT_AE),
        uri("urn:node:1"),
        SanType::Rfc822Name("someone@operator.example".try_into().unwrap()),
    ];
    let issued = authority.issue(&end_entity(names));
    for (server_name, server) in SERVERS {
        let server = server(&authority.anchors(), &own).unwrap();
        for (client_name, client) in CLIENTS {
            let client = client(&authority.anchors(), &issued.identity()).unwrap();
            let found = meet(&client, &server, HOST).await;
            let identity = found.client.expect(client_name);
            let [cse, device, ae, node] = identity.names() else {
                panic!("{server_name}, {client_name}: {identity}");
            };
            assert_eq!(*cse, PeerName::DomainName(CSE.to_owned()));
            let PeerName::Device(kind, value) = device else {
                panic!("{device:?}");
            };
            assert_eq!(
                (&**kind, &value[2..]),
                ("1.3.6.1.4.1.99999.1", &b"serial 7"[..])
            );
            assert_eq!(*ae, PeerName::Uri(CLIENT_AE.to_owned()));
            assert_eq!(*node, PeerName::Uri("urn:node:1".to_owned()));
            assert!(identity.cse_ids().eq([CSE]));
            assert!(identity.ae_ids().eq([CLIENT_AE]));
            assert_eq!(identity.pre_shared_key(), None);
        }
    }
}

/// A client that is configured with a CSE-ID takes that CSE on any host, and nobody else, whatever host it is.
#[tokio::test]
async fn h_04_servers_by_their_cse_id() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let cases = [
        (domain_name(CSE), CSE, true),
        (domain_name(CSE), "in-cse.M2M.operator.example", true),
        (
            domain_name(CSE),
            "MN-CSE.IN-CSE.m2m.operator.example",
            false,
        ),
        (domain_name(HOST), CSE, false),
        // The host's name is right, but it is not the form of a CSE-ID.
        (domain_name(HOST), HOST, false),
    ];
    for (name, expected, is_fine) in cases {
        let identity = authority.issue_name(name.clone()).identity();
        for (server_name, server) in SERVERS {
            let server = server(&authority.anchors(), &identity).unwrap();
            for (client_name, client) in CLIENTS {
                let client = client(&authority.anchors(), &own)
                    .unwrap()
                    .server_identity(ServerIdentity::CseId(expected.to_owned()));
                let found = meet(&client, &server, HOST).await;
                let case = format!("{name:?}, {expected}, {client_name}, {server_name}");
                assert_eq!(found.is_secure(), is_fine, "{case}: {found:?}");
                assert_eq!(found.is_refused(), !is_fine, "{case}: {found:?}");
            }
        }
    }
}

/// A certificate that says nothing of who has it, or whose key is not for this.
#[tokio::test]
async fn h_04_certificates_outside_of_the_profile() {
    let authority = Authority::new("authority");
    let mut for_encryption = end_entity(vec![domain_name(HOST)]);
    for_encryption.key_usages = vec![KeyUsagePurpose::KeyEncipherment];
    let other_kind = SanType::Rfc822Name("someone@operator.example".try_into().unwrap());
    let params = [
        end_entity(Vec::new()),
        end_entity(vec![other_kind]),
        end_entity(vec![domain_name("*.operator.example")]),
        end_entity(vec![uri("//operator.example/S*")]),
        end_entity(vec![uri("//operator.example/S a")]),
        end_entity(vec![uri("//operator.example/S\na")]),
        for_encryption,
    ];
    for params in params {
        let refused = authority.issue(&params).try_identity();
        assert!(
            matches!(refused, Err(CredentialsError::Profile(_))),
            "{refused:?}"
        );
    }
}

#[test]
fn h_04_credentials_that_cannot_be_used() {
    let authority = Authority::new("authority");
    let (own, other) = (authority.client(), authority.client());
    let chain = || own.der().to_vec();
    let key = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap();
    let wide = end_entity(vec![domain_name(HOST)])
        .self_signed(&key)
        .unwrap();
    let wide = Identity::from_der([wide.der().to_vec()], key.serialize_der());
    assert!(matches!(wide, Err(CredentialsError::Profile(_))));
    assert!(matches!(
        Identity::from_der(chain(), vec![1, 2]),
        Err(CredentialsError::Key)
    ));
    let none = Identity::from_pem(b"", own.key_pem().as_bytes());
    assert!(matches!(none, Err(CredentialsError::NoCertificate)));
    let none = Identity::from_pem(authority.pem().as_bytes(), b"");
    assert!(matches!(none, Err(CredentialsError::Key)));
    assert!(matches!(
        TrustAnchors::from_pem(b"no PEM"),
        Err(CredentialsError::NoCertificate)
    ));
    assert!(matches!(
        TrustAnchors::from_der([]),
        Err(CredentialsError::NoCertificate)
    ));

    let crossed = [chain(), other.der().to_vec()].concat();
    let key = KeyPair::from_pem(&other.key_pem()).unwrap().serialize_der();
    assert!(matches!(
        Identity::from_der(crossed, key),
        Err(CredentialsError::OtherKey)
    ));
    let broken = TrustAnchors::from_der([vec![1, 2, 3]]).unwrap();
    for (name, client) in CLIENTS {
        assert!(client(&broken, &own.identity()).is_err(), "{name}");
    }
}

/// Neither keys nor what a peer calls itself get into a log as they are.
#[test]
fn h_09_secrets_and_names_in_logs() {
    let authority = Authority::new("authority");
    let own = authority.client();
    let shown = format!("{:?}", own.identity());
    assert_eq!(shown, "Identity { .. }");
    let key = PreSharedKey::new("id@issuer.example", [0x5a; 32]).unwrap();
    let shown = format!("{key:?}");
    assert!(
        shown.contains("id@issuer.example") && !shown.contains("90"),
        "{shown}"
    );
    let name = PeerName::PreSharedKey("a\u{1b}[31m\nb".to_owned());
    assert_eq!(name.to_string(), "a\\u{1b}[31m\\nb");
    for (_, client) in CLIENTS {
        let client = client(&authority.anchors(), &own.identity()).unwrap();
        let shown = format!("{client:?}");
        assert!(
            shown.starts_with("ClientTls { server: Host, handshake_timeout: 10s"),
            "{shown}"
        );
    }
}
