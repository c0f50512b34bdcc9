//! Talks to any WebSocket server: each line of standard input is sent as a text message, each message that comes is
//! printed.
//!
//! `cargo run --release --example client -- ws://127.0.0.1:9001/ [--subprotocol NAME]… [--header NAME:VALUE]…`; for `wss://` with
//! `--features rustls,native-certs`.

use std::process::ExitCode;

use onem2m_ws_tokio::core::{ClientRequest, CloseCode, CloseFrame, Closed, Message};
use onem2m_ws_tokio::{Options, RoutedWebSocket, connect};
use tokio::io::{AsyncBufReadExt, BufReader, Lines, Stdin, stdin};

type Failure = Box<dyn core::error::Error>;

const USAGE: &str = "usage: client URL [--subprotocol NAME]... [--header NAME:VALUE]...";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("client: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let request = request(std::env::args().skip(1))?;
    let (mut websocket, response) = connect(request, Options::default()).await?;
    eprintln!(
        "connected, subprotocol {}",
        response.subprotocol().unwrap_or("none")
    );
    talk(&mut websocket, BufReader::new(stdin()).lines()).await?;
    match websocket.closed() {
        Some(Closed::Clean(Some(frame))) => {
            eprintln!("closed: {} {}", frame.code.get(), frame.reason);
        }
        _ => eprintln!("closed"),
    }
    Ok(())
}

fn request(mut arguments: impl Iterator<Item = String>) -> Result<ClientRequest, Failure> {
    let mut request = ClientRequest::new(&arguments.next().ok_or(USAGE)?)?;
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        request = match option.as_str() {
            "--subprotocol" => request.subprotocol(&value)?,
            "--header" => {
                let (name, value) = value.split_once(':').ok_or(USAGE)?;
                request.header(name, value.trim())?
            }
            _ => return Err(USAGE.into()),
        };
    }
    Ok(request)
}

/// Both directions, until either side ends; the end of the input closes the connection.
async fn talk(
    websocket: &mut RoutedWebSocket,
    mut lines: Lines<BufReader<Stdin>>,
) -> Result<(), Failure> {
    let mut has_input = true;
    loop {
        tokio::select! {
            message = websocket.receive() => match message? {
                Some(message) => print(&message),
                None => return Ok(()),
            },
            line = lines.next_line(), if has_input => match line? {
                Some(line) => websocket.send(line).await?,
                None => {
                    has_input = false;
                    websocket.start_close(CloseFrame::new(CloseCode::NORMAL, ""))?;
                }
            },
        }
    }
}

fn print(message: &Message<'_>) {
    match message.as_text() {
        Some(text) => println!("{text}"),
        None => println!("{} bytes: {:02x?}", message.len(), message.as_bytes()),
    }
}
