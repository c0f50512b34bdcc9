//! The waits of honest nodes before, beside others at another registrar, and beside others at the same one: the registrars on two threads
//! each, all of them and all clients in processes of their own. What others cost the machine is in both of the latter.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Failure;
use crate::beside::Case;
use crate::cse;
use crate::honest::Waits;

pub(crate) fn run(cases: &[Case]) -> Result<(), Failure> {
    println!(
        "| ms: before → others elsewhere → beside | connect, median | 99 of 100 | request, median | 99 of 100 |\n|---|---:|---:|---:|---:|"
    );
    for &case in cases {
        let name = case.name();
        let (mut registrar, url) = Running::start(&["serve", name])?;
        let before = honest(&url)?;
        let (mut other, other_url) = Running::start(&["serve", name])?;
        let (mut others, _) = Running::start(&["beside", name, &other_url])?;
        let elsewhere = honest(&url)?;
        others.end()?;
        other.end()?;
        let (mut others, _) = Running::start(&["beside", name, &url])?;
        let beside = honest(&url)?;
        others.end()?;
        registrar.end()?;
        let waits = [before, elsewhere, beside];
        let cells = [
            waits.map(|waits| waits.connecting),
            waits.map(|waits| waits.asking),
        ];
        let cells = cells.map(|[[a, b], [c, d], [e, f]]| {
            let (of_elsewhere, of_before) = (f / d, f / b);
            format!(
                "{a:.2} → {c:.2} → {e:.2} | {b:.2} → {d:.2} → {f:.2} ({of_before:.1}×, {of_elsewhere:.1}×)"
            )
        });
        println!("| {name} | {} |", cells.join(" | "));
    }
    Ok(())
}

/// Runs a registrar for a case until it is killed; prints its address first.
pub(crate) fn serve(case: Case) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let (url, _registrar) = cse::start(case).await?;
        println!("{url}");
        core::future::pending().await
    })
}

fn honest(url: &str) -> Result<Waits, Failure> {
    let mut child = Command::new(std::env::current_exe()?);
    let output = child
        .args(["honest", url])
        .stderr(Stdio::inherit())
        .output()?;
    String::from_utf8(output.stdout)?.parse()
}

/// A process of this program that goes on until it is ended.
struct Running(Child);

impl Running {
    /// Returns when the process has printed a line, with that line.
    fn start(arguments: &[&str]) -> Result<(Self, String), Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(arguments).stdout(Stdio::piped());
        let mut running = Self(command.spawn()?);
        let output = running.0.stdout.take().ok_or("no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        if line.is_empty() {
            return Err(format!("{} has failed", arguments.join(" ")).into());
        }
        Ok((running, line.trim_end().to_owned()))
    }

    /// The process must have gone on until now.
    fn end(&mut self) -> Result<(), Failure> {
        if let Some(status) = self.0.try_wait()? {
            return Err(format!("a process ended before the honest nodes: {status}").into());
        }
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill() {
            eprintln!("load: {error}");
        }
    }
}
