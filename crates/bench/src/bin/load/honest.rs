//! Honest nodes: how long they wait for connections and for answers.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;
use std::time::Instant;

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::Failure;
use crate::client::Client;

const NODES: usize = 20;
const REQUESTS: usize = 400;
const CONNECTIONS: usize = 200;

/// Milliseconds: the median and what 99 of 100 stay within.
#[derive(Clone, Copy)]
pub(crate) struct Waits {
    pub(crate) connecting: [f64; 2],
    pub(crate) asking: [f64; 2],
}

impl fmt::Display for Waits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([a, b], [c, d]) = (self.connecting, self.asking);
        write!(f, "{a} {b} {c} {d}")
    }
}

impl FromStr for Waits {
    type Err = Failure;

    fn from_str(line: &str) -> Result<Self, Failure> {
        let figures: Result<Vec<f64>, _> = line.split_whitespace().map(str::parse).collect();
        let [a, b, c, d] = figures?[..] else {
            return Err("the honest nodes have failed".into());
        };
        Ok(Self {
            connecting: [a, b],
            asking: [c, d],
        })
    }
}

pub(crate) fn run(url: &str) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let mut nodes = JoinSet::new();
        for index in 0..NODES {
            nodes.spawn(ask(url.to_owned(), format!("Chonest{index}")));
        }
        let mut connecting = connect(url).await?;
        let mut asking = Vec::new();
        while let Some(waits) = nodes.join_next().await {
            asking.extend(waits??);
        }
        let waits = Waits {
            connecting: summary(&mut connecting),
            asking: summary(&mut asking),
        };
        println!("{waits}");
        Ok(())
    })
}

async fn ask(url: String, name: String) -> Result<Vec<f64>, Failure> {
    let mut client = Client::connect(&url, &name, true).await?;
    client.register().await?;
    let mut waits = Vec::with_capacity(REQUESTS);
    for _ in 0..REQUESTS {
        waits.push(client.ask().await?);
        sleep(Duration::from_millis(5)).await;
    }
    Ok(waits)
}

/// Connects and is answered for the first time, again and again.
async fn connect(url: &str) -> Result<Vec<f64>, Failure> {
    let mut waits = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let begin = Instant::now();
        let mut client = Client::connect(url, "Cagain", true).await?;
        client.register().await?;
        waits.push(begin.elapsed().as_secs_f64());
        sleep(Duration::from_millis(10)).await;
    }
    Ok(waits)
}

fn summary(waits: &mut [f64]) -> [f64; 2] {
    waits.sort_unstable_by(f64::total_cmp);
    [50, 99].map(|share| {
        let at = waits.get(waits.len() * share / 100);
        at.map_or(f64::NAN, |wait| wait * 1e3)
    })
}
