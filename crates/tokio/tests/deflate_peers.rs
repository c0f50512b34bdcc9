//! Compression with a server that sends every message back: `tests/deflate/run` starts one and runs this.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_ws_tokio::Options;
use onem2m_ws_tokio::core::{ClientRequest, Config, Message, PermessageDeflate};

fn request(number: u32) -> String {
    format!(
        "{{\"op\":1,\"to\":\"/in-cse/base/ae-{}/container\",\"fr\":\"Cae\",\"rqi\":\"{:08x}\",\"ty\":4,\"pc\":{{\"m2m:cin\":{{\"con\":\"{}\"}}}}}}",
        number % 7,
        number.wrapping_mul(0x9E37_79B1),
        number.wrapping_mul(77) % 1000
    )
}

async fn echoes(policy: PermessageDeflate) {
    let url = std::env::var("DEFLATE_ECHO_URL").unwrap();
    let options = Options {
        config: Config {
            permessage_deflate: Some(policy),
            ..Config::default()
        },
        ..Options::default()
    };
    let target = ClientRequest::new(&url).unwrap();
    let (mut websocket, response) = onem2m_ws_tokio::connect(&target, options).await.unwrap();
    let agreed = websocket.connection().agreed_deflate();
    assert!(agreed.is_some(), "{response:?}");
    let small = (0..500).map(request);
    let large = (0..20).map(|begin| (begin..begin + 300).map(request).collect());
    for text in small.chain(large) {
        websocket.send(text.clone()).await.unwrap();
        let echo = websocket.receive().await.unwrap();
        assert_eq!(echo, Some(Message::from(text)));
    }
    websocket.send(vec![7; 70_000]).await.unwrap();
    let echo = websocket.receive().await.unwrap();
    assert_eq!(echo, Some(Message::from(vec![7; 70_000])));
    let counters = websocket.connection().deflate_counters().unwrap();
    for counter in [counters.outgoing, counters.incoming] {
        assert!(counter.uncompressed > 500_000, "{counters:?}");
        assert!(
            counter.compressed * 2 < counter.uncompressed,
            "{counters:?}"
        );
    }
    websocket.close(None).await.unwrap();
}

#[tokio::test]
#[ignore = "needs the server of tests/deflate/run"]
async fn with_context_takeover() {
    echoes(PermessageDeflate::DEFAULT).await;
}

#[tokio::test]
#[ignore = "needs the server of tests/deflate/run"]
async fn without_context_takeover() {
    echoes(PermessageDeflate {
        server_no_context_takeover: true,
        client_no_context_takeover: true,
        min_len: Some(0),
        ..PermessageDeflate::DEFAULT
    })
    .await;
}
