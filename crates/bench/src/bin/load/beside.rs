//! Those who take all they can get.

use core::future::pending;
use core::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::Failure;
use crate::client::Client;
use crate::cse::{ENTITIES, absent_name};

const SILENT: usize = 2_000;
const FLOODING: usize = 4;
const IN_FLIGHT: usize = 128;
const PROVING: usize = 4;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    /// Sockets that say nothing, opened anew when they are closed.
    Silent,
    /// Clients that always have requests under way.
    Floods,
    /// Requests that wait for other nodes, which are absent.
    Waiting,
    /// Connections whose first request says which of many entities it is.
    Proofs,
    /// A node with a message that takes 50 ms to decode, five times a second.
    Decoding,
}

impl Case {
    pub(crate) const ALL: [Self; 5] = [
        Self::Silent,
        Self::Floods,
        Self::Waiting,
        Self::Proofs,
        Self::Decoding,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Floods => "floods",
            Self::Waiting => "waiting",
            Self::Proofs => "proofs",
            Self::Decoding => "decoding",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|case| case.name() == name)
    }
}

/// Prints a line when all of it is under way, and goes on until it is killed.
pub(crate) fn run(case: Case, url: &str) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let mut tasks = JoinSet::new();
        match case {
            Case::Silent => silent(&mut tasks, url).await?,
            Case::Floods => {
                (0..FLOODING).for_each(|index| drop(tasks.spawn(flood(url.to_owned(), index))));
            }
            Case::Waiting => drop(tasks.spawn(pending())),
            Case::Proofs => {
                (0..PROVING).for_each(|index| drop(tasks.spawn(prove(url.to_owned(), index))));
            }
            Case::Decoding => drop(tasks.spawn(burden(url.to_owned()))),
        }
        sleep(Duration::from_millis(500)).await;
        println!("under way");
        while let Some(ended) = tasks.join_next().await {
            ended??;
        }
        Ok(())
    })
}

async fn silent(tasks: &mut JoinSet<Result<(), Failure>>, url: &str) -> Result<(), Failure> {
    let address = url.trim_start_matches("ws://").to_owned();
    for _ in 0..SILENT {
        let mut stream = TcpStream::connect(&address).await?;
        let address = address.clone();
        tasks.spawn(async move {
            loop {
                if stream.read(&mut [0; 64]).await.unwrap_or(0) == 0 {
                    stream = TcpStream::connect(&address).await?;
                }
            }
        });
    }
    Ok(())
}

async fn flood(url: String, index: usize) -> Result<(), Failure> {
    let mut client = Client::connect(&url, &format!("Cflood{index}"), true).await?;
    client.register().await?;
    let request = client.request();
    for _ in 0..IN_FLIGHT {
        client.send(&request).await?;
    }
    loop {
        client.answer().await?;
        client.send(&request).await?;
    }
}

async fn prove(url: String, index: usize) -> Result<(), Failure> {
    for index in (index..ENTITIES).step_by(PROVING).cycle() {
        let mut client = Client::connect(&url, &absent_name(index), false).await?;
        client.ask().await?;
    }
    Ok(())
}

async fn burden(url: String) -> Result<(), Failure> {
    let mut client = Client::connect(&url, "Cburden", true).await?;
    client.register().await?;
    // Numbers, which a decoder looks at one by one.
    let numbers = "21.5,0.25,".repeat(HEAVY / 10);
    let request = format!(
        r#"{{"op":1,"to":"cse-in/cnt","fr":"Cburden","rqi":"q","ty":4,"pc":{{"m2m:cin":{{"con":[{numbers}1]}}}}}}"#
    );
    loop {
        client.send(&request).await?;
        client.answer().await?;
        sleep(Duration::from_millis(200)).await;
    }
}

/// Bytes of the message that takes 50 ms.
pub(crate) const HEAVY: usize = 8 << 20;
