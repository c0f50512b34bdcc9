//! A chat over WebSocket. Everything that one guest says goes to all of them; each line of standard input is said.
//!
//! `cargo run --release --example chat -- serve 127.0.0.1:9001`, and beside it
//! `cargo run --release --example chat -- join ws://127.0.0.1:9001 Ada`.

use std::process::ExitCode;

use onem2m_ws_tokio::core::{Acceptance, CloseCode, CloseFrame, Config, Message, SharedText};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::{Options, accept, accept_tcp, connect};
use tokio::io::{AsyncBufReadExt, BufReader, stdin};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast;

type Failure = Box<dyn core::error::Error>;

/// Messages by which a guest may be behind the others.
const MAX_BEHIND: usize = 64;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        ["serve", address] => serve(address).await,
        ["join", url, name] => join(url, name).await,
        _ => Err("usage: chat serve HOST:PORT | chat join URL NAME".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("chat: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(address: &str) -> Result<(), Failure> {
    let listener = TcpListener::bind(address).await?;
    println!("listening on ws://{}", listener.local_addr()?);
    let (room, _) = broadcast::channel(MAX_BEHIND);
    loop {
        let (stream, peer) = accept_tcp(&listener).await?;
        let room = room.clone();
        tokio::spawn(async move {
            if let Err(error) = guest(stream, room).await {
                eprintln!("{peer}: {error}");
            }
        });
    }
}

/// The text of a message is shared by all guests, not copied.
async fn guest(stream: TcpStream, room: broadcast::Sender<SharedText>) -> Result<(), Error> {
    let accepting = accept(stream, Config::default()).await?;
    let mut websocket = accepting.accept(&Acceptance::default())?;
    let mut said = room.subscribe();
    loop {
        tokio::select! {
            message = websocket.receive() => match message? {
                Some(Message::Text(text)) => drop(room.send(text.into_string().into())),
                Some(Message::Binary(_)) => {}
                None => return Ok(()),
            },
            text = said.recv() => match text {
                Ok(text) => websocket.send(text).await?,
                Err(_) => {
                    let frame = CloseFrame::new(CloseCode::TRY_AGAIN_LATER, "too slow");
                    return websocket.close(frame).await;
                }
            },
        }
    }
}

async fn join(url: &str, name: &str) -> Result<(), Failure> {
    let (mut websocket, _) = connect(url, Options::default()).await?;
    let mut lines = BufReader::new(stdin()).lines();
    loop {
        tokio::select! {
            message = websocket.receive() => match message? {
                Some(Message::Text(text)) => println!("{}", &*text),
                Some(Message::Binary(_)) => {}
                None => return Err("the server has closed the connection".into()),
            },
            line = lines.next_line() => match line? {
                Some(line) => websocket.send(format!("{name}: {line}")).await?,
                None => return Ok(websocket.close(None).await?),
            },
        }
    }
}
