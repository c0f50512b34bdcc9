//! Raw public keys (RFC 7250, TS-0003 8.2.2.2).

use onem2m_ws_tokio::driver::tls::{
    ClientTls, CredentialsError, PeerIdentity, PeerName, PublicKey, RawKey, ServerTls,
};
use rcgen::{KeyPair, PublicKeyData};

use crate::authorities::{Authority, HOST};
use crate::peers::meet;

struct Keys {
    private: RawKey,
    public: PublicKey,
    shown: Vec<u8>,
}

fn keys() -> Keys {
    let pair = KeyPair::generate().unwrap();
    let shown = pair.subject_public_key_info();
    Keys {
        private: RawKey::from_der(pair.serialize_der()).unwrap(),
        public: PublicKey::from_der(shown.clone()),
        shown,
    }
}

fn named(identity: &PeerIdentity) -> &[PeerName] {
    identity.names()
}

#[tokio::test]
async fn h_04_raw_public_keys_that_are_known() {
    let (client, server, other) = (keys(), keys(), keys());
    let near = ClientTls::raw_public_key(
        &client.private,
        [other.public.clone(), server.public.clone()],
    );
    let far = ServerTls::raw_public_keys(&server.private, [client.public.clone()]);
    let found = meet(&near.unwrap(), &far.unwrap(), HOST).await;
    let (server_found, client_found) = (found.server.unwrap(), found.client.unwrap());
    assert_eq!(named(&server_found), [PeerName::PublicKey(server.shown)]);
    assert_eq!(named(&client_found), [PeerName::PublicKey(client.shown)]);
    assert_eq!(client_found.entities("//operator.example/IN"), [""; 0]);
}

#[tokio::test]
async fn h_04_raw_public_keys_of_others() {
    let (client, server, other) = (keys(), keys(), keys());
    let cases = [
        // What each side knows, besides its own: the key of somebody else, or of nobody.
        (Some(&other), Some(&client)),
        (Some(&server), Some(&other)),
        (None, Some(&client)),
        (Some(&server), None),
    ];
    for (known_server, known_client) in cases {
        let key = |keys: Option<&Keys>| keys.map(|keys| keys.public.clone());
        let near = ClientTls::raw_public_key(&client.private, key(known_server)).unwrap();
        let far = ServerTls::raw_public_keys(&server.private, key(known_client)).unwrap();
        let found = meet(&near, &far, HOST).await;
        assert!(found.is_refused(), "{found:?}");
    }
}

/// A certificate is no raw public key, and the other way round.
#[tokio::test]
async fn h_04_raw_public_keys_and_certificates_are_not_mixed() {
    let authority = Authority::new("authority");
    let (client, server) = (keys(), keys());
    let raw_near = ClientTls::raw_public_key(&client.private, [server.public.clone()]).unwrap();
    let raw_far = ServerTls::raw_public_keys(&server.private, [client.public]).unwrap();
    let near = ClientTls::rustls(&authority.anchors(), &authority.client().identity()).unwrap();
    let far = ServerTls::rustls(&authority.anchors(), &authority.server().identity()).unwrap();
    assert!(meet(&raw_near, &far, HOST).await.is_refused());
    assert!(meet(&near, &raw_far, HOST).await.is_refused());
}

#[test]
fn h_04_raw_keys_outside_of_the_profile() {
    let pair = KeyPair::generate_for(&rcgen::PKCS_ED25519).unwrap();
    let key = RawKey::from_der(pair.serialize_der()).unwrap();
    let refused = [
        ClientTls::raw_public_key(&key, []).map(drop),
        ServerTls::raw_public_keys(&key, []).map(drop),
    ];
    for refused in refused {
        assert!(
            matches!(refused, Err(CredentialsError::Profile(_))),
            "{refused:?}"
        );
    }
}

#[test]
fn h_09_raw_keys_in_logs() {
    let keys = keys();
    let pair = KeyPair::generate().unwrap();
    assert!(RawKey::from_pem(pair.serialize_pem().as_bytes()).is_ok());
    assert!(PublicKey::from_pem(pair.public_key_pem().as_bytes()).is_ok());
    assert_eq!(RawKey::from_pem(b"").unwrap_err(), CredentialsError::Key);
    assert_eq!(
        RawKey::from_der(vec![7]).unwrap_err(),
        CredentialsError::Key
    );
    assert!(PublicKey::from_pem(b"").is_err());
    assert_eq!(format!("{:?}", keys.private), "RawKey { .. }");
}
