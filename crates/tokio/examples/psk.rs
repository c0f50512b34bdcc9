//! `wss` with a pre-shared key (TS-0003 8.2.2.1) instead of certificates: a server that says hello, and its client.
//!
//! `cargo run --release --features openssl --example psk -- serve 127.0.0.1:9443 KEYS`, and beside it
//! `… --example psk -- connect wss://localhost:9443 KEYS`. The file has a line for each key, its identity and 16 bytes or
//! more in hexadecimal; the client takes the first:
//!
//! ```sh
//! echo "meter@example.org $(openssl rand -hex 32)" >keys
//! ```

use core::future::ready;
use std::process::ExitCode;

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Config};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::driver::tls::{ClientTls, KeyFuture, KeyLookup, PreSharedKey, ServerTls};
use onem2m_ws_tokio::{Options, accept_tcp, accept_tls, connect_tls};
use tokio::net::{TcpListener, TcpStream};

type Failure = Box<dyn core::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        ["serve", address, keys] => serve(address, keys).await,
        ["connect", url, keys] => greet(url, keys).await,
        _ => Err("usage: psk serve HOST:PORT KEYS | psk connect URL KEYS".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("psk: {failure}");
            ExitCode::FAILURE
        }
    }
}

struct Keys(Vec<PreSharedKey>);

impl Keys {
    fn read(path: &str) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let keys = text.lines().map(key).collect::<Result<_, _>>();
        Ok(Self(keys.map_err(|failure| format!("{path}: {failure}"))?))
    }
}

fn key(line: &str) -> Result<PreSharedKey, Failure> {
    let (identity, key) = line.split_once(' ').ok_or("a line is IDENTITY KEY")?;
    let digits = key.as_bytes().chunks(2);
    let bytes = digits.map(|digits| Ok(u8::from_str_radix(core::str::from_utf8(digits)?, 16)?));
    Ok(PreSharedKey::new(
        identity,
        bytes.collect::<Result<Vec<u8>, Failure>>()?,
    )?)
}

/// A look-up that takes time, in a database or over the network, is a future that does.
impl KeyLookup for Keys {
    fn key(&self, identity: &str) -> KeyFuture<'static> {
        let key = self.0.iter().find(|key| key.identity() == identity);
        Box::pin(ready(key.cloned()))
    }
}

async fn serve(address: &str, keys: &str) -> Result<(), Failure> {
    let tls = ServerTls::pre_shared_keys(Keys::read(keys)?)?;
    let listener = TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    loop {
        let (stream, peer) = accept_tcp(&listener).await?;
        let tls = tls.clone();
        tokio::spawn(async move {
            if let Err(error) = hello(stream, &tls).await {
                println!("{peer}: {error}");
            }
        });
    }
}

async fn hello(stream: TcpStream, tls: &ServerTls) -> Result<(), Error> {
    let accepting = accept_tls(stream, tls, Config::default()).await?;
    let identity = accepting.transport().peer_identity().pre_shared_key();
    let hello = format!("hello {}", identity.unwrap_or_default());
    let mut websocket = accepting.accept(&Acceptance::default())?;
    websocket.send(hello).await?;
    websocket.close(None).await
}

async fn greet(url: &str, keys: &str) -> Result<(), Failure> {
    let key = Keys::read(keys)?
        .0
        .into_iter()
        .next()
        .ok_or("there is no key")?;
    let tls = ClientTls::pre_shared_key(key)?;
    let request = ClientRequest::new(url)?;
    let (mut websocket, _) = connect_tls(&request, &tls, Options::default()).await?;
    let hello = websocket
        .receive()
        .await?
        .ok_or("the server says nothing")?;
    println!("{}", hello.as_text().unwrap_or("no text"));
    Ok(websocket.close(None).await?)
}
