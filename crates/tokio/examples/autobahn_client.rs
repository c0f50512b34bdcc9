//! The client role under the Autobahn testsuite: echoes whatever the fuzzing server sends, case by case.
//!
//! `cargo run --release --example autobahn_client -- 127.0.0.1:9001`

use std::process::ExitCode;

use onem2m_ws_tokio::core::{ClientRequest, Config};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::{Options, WebSocket};

const CONFIG: Config = Config {
    max_message_len: 16 << 20,
    max_outbox_len: 32 << 20,
    ..Config::DEFAULT
};

#[tokio::main]
async fn main() -> ExitCode {
    let address = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "127.0.0.1:9001".into());
    match run(&address).await {
        Ok(count) => {
            println!("{count} cases");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{address}: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(address: &str) -> Result<usize, Box<dyn core::error::Error>> {
    let mut websocket = open(address, "/getCaseCount").await?;
    let count = websocket.receive().await?.ok_or("no case count")?;
    let count = count.as_text().unwrap_or_default().parse()?;
    websocket.close(None).await?;
    for case in 1..=count {
        let mut websocket = open(address, &format!("/runCase?case={case}&agent=onem2m-ws")).await?;
        // Most cases end in an error, as they should; the suite judges.
        let _ = echo(&mut websocket).await;
    }
    open(address, "/updateReports?agent=onem2m-ws")
        .await?
        .close(None)
        .await?;
    Ok(count)
}

async fn echo(websocket: &mut WebSocket) -> Result<(), Error> {
    while let Some((message, websocket)) = websocket.next().await? {
        websocket.send(message).await?;
    }
    Ok(())
}

async fn open(address: &str, target: &str) -> Result<WebSocket, Box<dyn core::error::Error>> {
    let request = ClientRequest::new(&format!("ws://{address}{target}"))?;
    let options = Options {
        config: CONFIG,
        ..Options::default()
    };
    let (websocket, _) = onem2m_ws_tokio::connect(&request, options)
        .await
        .map_err(|error: Error| error)?;
    Ok(websocket)
}
