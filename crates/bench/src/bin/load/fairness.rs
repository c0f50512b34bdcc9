//! The waits of honest nodes before and beside: the registrar in this process, on two threads, all others in processes of
//! their own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Failure;
use crate::beside::Case;
use crate::cse;
use crate::honest::Waits;

pub(crate) fn run(cases: &[Case]) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    println!(
        "| beside | connect, median | 99 of 100 | request, median | 99 of 100 |\n|---|---:|---:|---:|---:|"
    );
    for &case in cases {
        let (url, registrar) = runtime.block_on(cse::start(case))?;
        let before = honest(&url)?;
        let mut others = Others::start(case, &url)?;
        let beside = honest(&url)?;
        others.end()?;
        let cells = [
            (before.connecting, beside.connecting),
            (before.asking, beside.asking),
        ];
        let cells = cells.map(|([a, b], [c, d])| {
            format!("{a:.2} → {c:.2} ms | {b:.2} → {d:.2} ms ({:.1}×)", d / b)
        });
        println!("| {} | {} |", case.name(), cells.join(" | "));
        drop(registrar);
    }
    Ok(())
}

fn honest(url: &str) -> Result<Waits, Failure> {
    let mut child = Command::new(std::env::current_exe()?);
    let output = child
        .args(["honest", url])
        .stderr(Stdio::inherit())
        .output()?;
    String::from_utf8(output.stdout)?.parse()
}

struct Others(Child);

impl Others {
    fn start(case: Case, url: &str) -> Result<Self, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["beside", case.name(), url])
            .stdout(Stdio::piped());
        let mut others = Self(command.spawn()?);
        let output = others.0.stdout.take().ok_or("no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        if line.is_empty() {
            return Err("those beside have failed".into());
        }
        Ok(others)
    }

    /// They must have gone on until now.
    fn end(&mut self) -> Result<(), Failure> {
        if let Some(status) = self.0.try_wait()? {
            return Err(format!("those beside ended before the honest nodes: {status}").into());
        }
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Others {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill() {
            eprintln!("load: {error}");
        }
    }
}
