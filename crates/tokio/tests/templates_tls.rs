//! The examples `mutual_tls` and `psk`, as programs: what they are for, and each way to fail in one line.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use onem2m_ws_tests::program::Program;

/// An empty directory.
fn directory(name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The commands in the head of an example.
fn recipe(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines = lines.skip_while(|line| line.trim() != "```sh").skip(1);
    let lines = lines.take_while(|line| line.trim() != "```");
    lines.collect::<Vec<_>>().join("\n")
}

/// A directory with the certificates that the example's own recipe makes; `None` where there is no program for that.
fn certificates(name: &str) -> Option<String> {
    if Command::new("openssl").arg("version").output().is_err() {
        eprintln!("there is no openssl here: nothing is tested");
        return None;
    }
    let directory = directory(name);
    let recipe = recipe(include_str!("../examples/mutual_tls.rs"));
    let mut shell = Command::new("sh");
    let made = shell
        .args(["-ec", &recipe])
        .current_dir(&directory)
        .output();
    let made = made.unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    Some(directory)
}

fn url(address: &str) -> String {
    let (_, port) = address.rsplit_once(':').unwrap();
    format!("wss://localhost:{port}")
}

#[test]
fn mutual_tls() {
    let (Some(own), Some(other)) = (certificates("own"), certificates("other")) else {
        return;
    };
    let arguments = ["registrar", "127.0.0.1:0", &own];
    let (registrar, address) = Program::listening("mutual_tls", &arguments);
    let url = url(&address);
    let ae = Program::start("mutual_tls", &["ae", &url, &own]);
    assert_eq!(ae.end(), (0, vec!["registered as Cmeter".to_owned()]));
    let line = registrar.wait_for("2001 CREATED");
    assert!(
        line.contains("Cmeter") && line.ends_with("as TLS has proved"),
        "{line}"
    );

    Program::fails("mutual_tls", &["ae", &url, &other], "certificate");
    let elsewhere = url.replace("localhost", "127.0.0.1");
    Program::fails("mutual_tls", &["ae", &elsewhere, &own], "not for 127.0.0.1");
    Program::fails("mutual_tls", &["ae", &url, &directory("empty")], "ca.pem");
    Program::fails("mutual_tls", &["ae"], "usage");
    drop(registrar);
    Program::fails("mutual_tls", &["ae", &url, &own], "refused");
}

/// The registrar has another authority than the one of the client, which it therefore does not let in.
#[test]
fn mutual_tls_of_a_client_that_is_not_trusted() {
    let (Some(own), Some(mixed)) = (certificates("trusted"), certificates("mixed")) else {
        return;
    };
    fs::copy(format!("{own}/ca.pem"), format!("{mixed}/ca.pem")).unwrap();
    let arguments = ["registrar", "127.0.0.1:0", &own];
    let (registrar, address) = Program::listening("mutual_tls", &arguments);
    let arguments = ["ae", &url(&address), &mixed];
    Program::fails("mutual_tls", &arguments, "TLS alert");
    registrar.wait_for("was not let in");
}

#[test]
fn psk() {
    let directory = directory("psk");
    let file = |name: &str, text: &str| {
        let path = format!("{directory}/{name}");
        fs::write(&path, text).unwrap();
        path
    };
    let (key, other) = ("5a".repeat(32), "a5".repeat(32));
    let keys = file("keys", &format!("meter@example.org {key}\n"));
    let wrong = file("wrong", &format!("meter@example.org {other}\n"));
    let unknown = file("unknown", &format!("nobody@example.org {key}\n"));
    let short = file("short", "meter@example.org 5a5a\n");
    let (server, address) = Program::listening("psk", &["serve", "127.0.0.1:0", &keys]);
    let url = url(&address);
    let greeted = (0, vec!["hello meter@example.org".to_owned()]);
    assert_eq!(
        Program::start("psk", &["connect", &url, &keys]).end(),
        greeted
    );
    Program::fails(
        "psk",
        &["connect", &url, &wrong],
        "keys of both sides differ",
    );
    Program::fails("psk", &["connect", &url, &unknown], "TLS alert");
    Program::fails("psk", &["connect", &url, &short], "key");
    Program::fails("psk", &["connect", &url, "nowhere"], "nowhere");
    Program::fails("psk", &["connect", &url.replace("wss", "ws"), &keys], "ws");
    Program::fails("psk", &[], "usage");
    drop(server);
    Program::fails("psk", &["connect", &url, &keys], "refused");
}
