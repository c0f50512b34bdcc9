//! A WebSocket server that sends every message back.
//!
//! `cargo run --release --example echo -- 127.0.0.1:9001`

use std::process::ExitCode;

use onem2m_ws_tokio::Accepting;
use onem2m_ws_tokio::core::{Acceptance, Config};
use onem2m_ws_tokio::driver::Error;
use tokio::net::{TcpListener, TcpStream};

/// The limits that messages of 16 MiB meet; those that tell an attack stay as they are.
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
    match serve(&address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{address}: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(address: &str) -> std::io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    println!("listening on ws://{}", listener.local_addr()?);
    loop {
        let (stream, peer) = listener.accept().await?;
        tokio::spawn(async move {
            if let Err(error) = echo(stream).await {
                eprintln!("{peer}: {error}");
            }
        });
    }
}

async fn echo(stream: TcpStream) -> Result<(), Error> {
    stream.set_nodelay(true)?;
    let accepting: Accepting = onem2m_ws_tokio::accept(stream, CONFIG).await?;
    let mut websocket = accepting.accept(&Acceptance::default())?;
    while let Some((message, websocket)) = websocket.next().await? {
        websocket.send(message).await?;
    }
    Ok(())
}
