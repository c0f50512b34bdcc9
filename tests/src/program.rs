//! Examples as programs of their own: what they print, how they end.

use core::time::Duration;
use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// How long a program may take to say what is expected.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A program that is killed when this is dropped, and the lines that it prints, on standard output or standard error.
#[derive(Debug)]
pub struct Program {
    child: Child,
    lines: Receiver<String>,
}

impl Program {
    /// Starts an example of the package whose test this is: out of the folder that `EXAMPLES` names, else as cargo has built it beside
    /// the test. `cargo test` builds all examples, unless targets are chosen; then `cargo build --profile test --examples` does.
    #[must_use]
    pub fn start(example: &str, arguments: &[&str]) -> Self {
        let path = path(example);
        let mut command = Command::new(&path);
        let command = command.args(arguments).stdin(Stdio::piped());
        let started = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = started.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (sender, lines) = channel();
        forward(child.stdout.take().expect("a pipe"), sender.clone());
        forward(child.stderr.take().expect("a pipe"), sender);
        Self { child, lines }
    }

    /// Starts an example that prints the address at which it listens, and returns that.
    #[must_use]
    pub fn listening(example: &str, arguments: &[&str]) -> (Self, String) {
        let program = Self::start(example, arguments);
        let line = program.wait_for("listening on ");
        let address = line.trim_start_matches("listening on ");
        let address = address.trim_start_matches("ws://").to_owned();
        (program, address)
    }

    /// Runs an example that has to fail, with a single line that has this text.
    #[track_caller]
    pub fn fails(example: &str, arguments: &[&str], cause: &str) {
        let (status, lines) = Self::start(example, arguments).end();
        let is_one_line = matches!(&*lines, [line] if line.contains(cause));
        assert!(is_one_line, "{cause}: {lines:#?}");
        assert_eq!(status, 1, "{lines:#?}");
    }

    /// The next line.
    #[track_caller]
    #[must_use]
    pub fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("a line")
    }

    /// The next line with this text; those before it are passed over, and said if it does not come.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        let mut others = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(text) => return line,
                Ok(line) => others.push(line),
                Err(error) => panic!("{text}: {error} behind {others:#?}"),
            }
        }
    }

    /// Writes a line to its standard input.
    pub fn say(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().expect("a pipe");
        writeln!(input, "{line}").expect("it reads");
    }

    /// Sends a signal, such as `-TERM`.
    pub fn signal(&self, signal: &str) {
        let pid = self.child.id().to_string();
        let status = Command::new("kill").args([signal, &pid]).status();
        assert!(status.expect("a program").success());
    }

    /// Ends its standard input; the exit status, and the lines that were not taken yet.
    #[must_use]
    pub fn end(mut self) -> (i32, Vec<String>) {
        drop(self.child.stdin.take());
        // The pipes are closed with the program.
        let lines = core::iter::from_fn(|| self.lines.recv_timeout(PATIENCE).ok()).collect();
        let status = self.child.wait().expect("a child");
        (status.code().expect("no signal"), lines)
    }
}

impl Drop for Program {
    /// `SIGKILL`
    fn drop(&mut self) {
        self.child.kill().expect("a child");
        self.child.wait().expect("a child");
    }
}

fn path(example: &str) -> PathBuf {
    if let Some(examples) = env::var_os("EXAMPLES") {
        return PathBuf::from(examples).join(example);
    }
    let own = env::current_exe().expect("a program");
    let folder = own.ancestors().nth(2).expect("deps, within its profile");
    folder.join("examples").join(example)
}

fn forward(pipe: impl Read + Send + 'static, sender: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}
