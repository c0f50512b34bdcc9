//! The client role under the Autobahn testsuite: echoes whatever the fuzzing server sends, case by case.
//!
//! `cargo run --release --example autobahn_client -- 127.0.0.1:9001`. With `--deflate` it offers compression (RFC 7692), with
//! `--runtime smol` it runs on smol instead of tokio.

use std::process::ExitCode;

use onem2m_ws_driver::{Timer, Transport, WebSocket};
use onem2m_ws_tokio::Options;
use onem2m_ws_tokio::core::{ClientRequest, Config, PermessageDeflate, Response};
use onem2m_ws_tokio::driver::Error;

const CONFIG: Config = Config {
    max_message_len: 16 << 20,
    max_outbox_len: 32 << 20,
    ..Config::DEFAULT
};

const USAGE: &str = "usage: autobahn_client [HOST:PORT] [--deflate] [--runtime tokio|smol]";

/// One clear line.
type Failure = Box<dyn core::error::Error + Send + Sync>;

fn main() -> ExitCode {
    match run() {
        Ok(count) => {
            println!("{count} cases");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("autobahn_client: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize, Failure> {
    let (mut address, mut config) = (String::from("127.0.0.1:9001"), CONFIG);
    let mut is_on_smol = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--deflate" => config.permessage_deflate = Some(PermessageDeflate::DEFAULT),
            "--runtime" => match arguments.next().as_deref() {
                Some("smol") => is_on_smol = true,
                Some("tokio") => is_on_smol = false,
                Some(_) | None => return Err(USAGE.into()),
            },
            flag if flag.starts_with('-') => return Err(USAGE.into()),
            _ => address = argument,
        }
    }
    let options = Options {
        config,
        ..Options::default()
    };
    let request = |target| ClientRequest::new(&format!("ws://{address}{target}"));
    if is_on_smol {
        return smol::block_on(run_cases(async |target| {
            Ok(onem2m_ws_smol::connect_tcp(&request(target)?, options).await?)
        }));
    }
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(run_cases(async |target| {
        Ok(onem2m_ws_tokio::connect_tcp(&request(target)?, options).await?)
    }))
}

async fn run_cases<T: Transport, C: Timer>(
    open: impl AsyncFn(String) -> Result<(WebSocket<T, C>, Response), Failure>,
) -> Result<usize, Failure> {
    let (mut websocket, _) = open(String::from("/getCaseCount")).await?;
    let count = websocket.receive().await?.ok_or("no case count")?;
    let count = count.as_text().unwrap_or_default().parse()?;
    websocket.close(None).await?;
    for case in 1..=count {
        let (mut websocket, _) = open(format!("/runCase?case={case}&agent=onem2m-ws")).await?;
        // Most cases end in an error, as they should; the suite judges.
        if let Err(error) = echo(&mut websocket).await {
            println!("case {case}: {error}");
        }
    }
    let (mut websocket, _) = open(String::from("/updateReports?agent=onem2m-ws")).await?;
    websocket.close(None).await?;
    Ok(count)
}

async fn echo<T: Transport, C: Timer>(websocket: &mut WebSocket<T, C>) -> Result<(), Error> {
    while let Some((message, websocket)) = websocket.next().await? {
        websocket.feed(message).await?;
    }
    Ok(())
}
