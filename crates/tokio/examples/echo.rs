//! A WebSocket server that sends every message back.
//!
//! `cargo run --release --example echo -- 127.0.0.1:9001`. With `--deflate` it compresses with clients that offer it (RFC 7692),
//! with `--runtime smol` it runs on smol instead of tokio.

use std::net::TcpListener;
use std::process::ExitCode;

use onem2m_ws_driver::{Accepting, Timer, Transport};
use onem2m_ws_tokio::core::{Acceptance, Config, PermessageDeflate};
use onem2m_ws_tokio::driver::Error;

/// The limits that messages of 16 MiB meet; those that tell an attack stay as they are.
const CONFIG: Config = Config {
    max_message_len: 16 << 20,
    max_outbox_len: 32 << 20,
    ..Config::DEFAULT
};

const USAGE: &str = "usage: echo [HOST:PORT] [--deflate] [--runtime tokio|smol]";

fn main() -> ExitCode {
    let (mut address, mut config) = (String::from("127.0.0.1:9001"), CONFIG);
    let mut is_on_smol = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--deflate" => config.permessage_deflate = Some(PermessageDeflate::DEFAULT),
            "--runtime" => match arguments.next().as_deref() {
                Some("smol") => is_on_smol = true,
                Some("tokio") => is_on_smol = false,
                Some(_) | None => return failed(USAGE),
            },
            flag if flag.starts_with('-') => return failed(USAGE),
            _ => address = argument,
        }
    }
    let served = if is_on_smol {
        smol::block_on(serve_on_smol(&address, config))
    } else {
        serve_on_tokio(&address, config)
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&format!("{address}: {error}")),
    }
}

fn failed(why: &str) -> ExitCode {
    eprintln!("echo: {why}");
    ExitCode::FAILURE
}

#[tokio::main]
async fn serve_on_tokio(address: &str, config: Config) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listen(address)?)?;
    loop {
        let (stream, peer) = onem2m_ws_tokio::accept_tcp(&listener).await?;
        tokio::spawn(async move {
            let accepting = onem2m_ws_tokio::accept(stream, config).await;
            report(peer, echo(accepting).await);
        });
    }
}

async fn serve_on_smol(address: &str, config: Config) -> std::io::Result<()> {
    let listener = smol::net::TcpListener::try_from(listen(address)?)?;
    loop {
        let (stream, peer) = onem2m_ws_smol::accept_tcp(&listener).await?;
        let serving = async move {
            let accepting = onem2m_ws_smol::accept(stream, config).await;
            report(peer, echo(accepting).await);
        };
        smol::spawn(serving).detach();
    }
}

fn listen(address: &str) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    println!("listening on ws://{}", listener.local_addr()?);
    Ok(listener)
}

async fn echo<T: Transport, C: Timer>(
    accepting: Result<Accepting<T, C>, Error>,
) -> Result<(), Error> {
    let mut websocket = accepting?.accept(&Acceptance::default())?;
    while let Some((message, websocket)) = websocket.next().await? {
        websocket.feed(message).await?;
    }
    Ok(())
}

fn report(peer: impl core::fmt::Display, ended: Result<(), Error>) {
    if let Err(error) = ended {
        eprintln!("{peer}: {error}");
    }
}
