//! Pre-shared keys.

use core::future::{pending, ready};
use core::pin::pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::io::ErrorKind;
use std::sync::Arc;

use onem2m_ws_tokio::driver::tls::{
    ClientTls, KeyFuture, KeyLookup, PeerName, PreSharedKey, ServerTls,
};
use tokio::io::duplex;
use tokio::time::{Instant, sleep};

use crate::authorities::{Authority, CLIENT_AE, HOST};
use crate::peers::{self, CLIENTS, meet};

pub(crate) const IDENTITY: &str = "client-1@issuer.example";
pub(crate) const KEY: [u8; 32] = [0x5a; 32];

pub(crate) fn key(identity: &str, key: [u8; 32]) -> PreSharedKey {
    PreSharedKey::new(identity, key).unwrap()
}

/// Knows one key, and takes its time.
#[derive(Clone, Default)]
pub(crate) struct Table {
    delay: Duration,
    asked: Arc<AtomicUsize>,
}

impl KeyLookup for Table {
    fn key(&self, identity: &str) -> KeyFuture<'static> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let found = (identity == IDENTITY).then(|| key(IDENTITY, KEY));
        if self.delay.is_zero() {
            return Box::pin(ready(found));
        }
        let delay = self.delay;
        Box::pin(async move {
            sleep(delay).await;
            found
        })
    }
}

#[tokio::test]
async fn h_04_keys_that_are_right_wrong_and_unknown() {
    let table = Table::default();
    let server = ServerTls::pre_shared_keys(table.clone()).unwrap();
    let right = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    let found = meet(&right, &server, HOST).await;
    let expected = PeerName::PreSharedKey(IDENTITY.to_owned());
    assert_eq!(
        found.client.unwrap().names(),
        core::slice::from_ref(&expected)
    );
    assert_eq!(found.server.unwrap().names(), [expected]);
    assert_eq!(table.asked.load(Ordering::Relaxed), 1);

    let wrong = ClientTls::pre_shared_key(key(IDENTITY, [0xa5; 32])).unwrap();
    let found = meet(&wrong, &server, HOST).await;
    assert!(found.is_refused(), "{found:?}");

    let unknown = ClientTls::pre_shared_key(key("client-2@issuer.example", KEY)).unwrap();
    let found = meet(&unknown, &server, HOST).await;
    assert!(found.is_refused(), "{found:?}");
    assert_eq!(table.asked.load(Ordering::Relaxed), 3);
}

/// A look-up that answers with another key than it was asked for.
#[tokio::test]
async fn h_04_keys_of_others() {
    struct Confused;
    impl KeyLookup for Confused {
        fn key(&self, _: &str) -> KeyFuture<'static> {
            Box::pin(ready(Some(key("another@issuer.example", KEY))))
        }
    }
    let server = ServerTls::pre_shared_keys(Confused).unwrap();
    let client = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    assert!(meet(&client, &server, HOST).await.is_refused());
}

#[tokio::test(start_paused = true)]
async fn h_04_keys_that_take_their_time() {
    let delay = Duration::from_secs(4);
    let slow = Table {
        delay,
        ..Table::default()
    };
    let server = ServerTls::pre_shared_keys(slow).unwrap();
    let client = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    let start = Instant::now();
    assert!(meet(&client, &server, HOST).await.is_secure());
    assert!(start.elapsed() >= delay);

    let server = server.handshake_timeout(delay / 2);
    let found = meet(&client, &server, HOST).await;
    assert_eq!(
        found.client.expect_err("too late").kind(),
        ErrorKind::TimedOut
    );
    assert!(found.server.is_err());
}

/// Dropping a handshake drops the look-up.
#[tokio::test(start_paused = true)]
async fn h_04_look_ups_are_dropped() {
    struct Never(Arc<()>);
    impl KeyLookup for Never {
        fn key(&self, _: &str) -> KeyFuture<'static> {
            let held = self.0.clone();
            Box::pin(async move {
                let _held = held;
                pending().await
            })
        }
    }
    let held = Arc::new(());
    let server = ServerTls::pre_shared_keys(Never(held.clone())).unwrap();
    let client = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    let (near, far) = duplex(1 << 16);
    {
        let mut connecting = pin!(peers::connect(near, &client, HOST));
        let mut accepting = pin!(peers::accept(far, &server));
        tokio::select! {
            _ = &mut accepting => panic!("no key"),
            _ = &mut connecting => panic!("no key"),
            () = sleep(Duration::from_secs(1)) => {}
        }
        assert_eq!(Arc::strong_count(&held), 3, "it is under way");
    }
    assert_eq!(Arc::strong_count(&held), 2, "the server has it");
}

/// One server for clients with certificates and clients with keys.
#[tokio::test]
async fn h_04_servers_with_certificates_and_keys() {
    let authority = Authority::new("authority");
    let (anchors, own) = (authority.anchors(), authority.server().identity());
    let table = Table::default();
    let server = ServerTls::openssl_with_pre_shared_keys(&anchors, &own, table.clone()).unwrap();
    for (name, client) in CLIENTS {
        let client = client(&anchors, &authority.client().identity()).unwrap();
        let found = meet(&client, &server, HOST).await;
        assert!(found.client.expect(name).ae_ids().eq([CLIENT_AE]));
        let anonymous = ClientTls::rustls_anonymous(&anchors).unwrap();
        assert!(meet(&anonymous, &server, HOST).await.is_refused());
    }
    assert_eq!(table.asked.load(Ordering::Relaxed), 0);
    let client = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    let found = meet(&client, &server, HOST).await;
    assert_eq!(found.client.unwrap().pre_shared_key(), Some(IDENTITY));
    // A server with certificates only has nothing in common with it.
    let server = ServerTls::openssl(&anchors, &own).unwrap();
    assert!(meet(&client, &server, HOST).await.is_refused());
    let server = ServerTls::rustls(&anchors, &own).unwrap();
    assert!(meet(&client, &server, HOST).await.is_refused());
}
