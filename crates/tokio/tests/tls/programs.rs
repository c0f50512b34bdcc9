//! The programs of OpenSSL as the other side, where they are installed.

use core::time::Duration;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use onem2m_ws_tokio::driver::tls::{ClientTls, PeerIdentity, ServerTls};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::authorities::{Authority, CLIENT_AE, HOST, Issued, faulty, flawless};
use crate::peers::{self, CLIENTS, SERVERS};
use crate::pre_shared::{IDENTITY, KEY, Table, key};

/// A directory that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("tls-{test}"));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// The arguments for a certificate, its chain, its key and the trust anchor.
    fn credentials(&self, issued: &Issued, anchor: &Authority) -> Vec<String> {
        let (certificate, chain) = issued.pem().split_first().unwrap();
        let chain = chain.concat();
        let own = self.write("own.pem", certificate);
        let key = self.write("key.pem", &issued.key_pem());
        let anchor = self.write("anchor.pem", &anchor.pem());
        let mut arguments = vec![
            "-cert".to_owned(),
            text(&own),
            "-key".to_owned(),
            text(&key),
        ];
        if !chain.is_empty() {
            let chain = self.write("chain.pem", &chain);
            arguments.extend(["-cert_chain".to_owned(), text(&chain)]);
        }
        arguments.extend(["-CAfile".to_owned(), text(&anchor)]);
        arguments
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A running program; it ends with its value.
struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Program {
    /// `None` if there is none.
    fn start(arguments: &[&str], more: &[String]) -> Option<Self> {
        let started = Command::new("openssl")
            .args(arguments)
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn();
        let Ok(mut child) = started else {
            eprintln!("there is no openssl here: nothing is tested");
            return None;
        };
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Some(Self { child, lines })
    }

    /// The rest of the first line that begins so.
    async fn line(&mut self, beginning: &str) -> Option<String> {
        let searching = async {
            while let Ok(Some(line)) = self.lines.next_line().await {
                if let Some(rest) = line.strip_prefix(beginning) {
                    return Some(rest.to_owned());
                }
            }
            None
        };
        timeout(PATIENCE, searching).await.ok().flatten()
    }

    /// A server that says each line backwards, and its stream.
    async fn server(more: &[String]) -> Option<(Self, TcpStream)> {
        let mut server = Self::start(&["s_server", "-accept", "127.0.0.1:0", "-rev"], more)?;
        let address = server.line("ACCEPT ").await.expect("it listens");
        let stream = TcpStream::connect(address).await.unwrap();
        Some((server, stream))
    }
}

/// A client of such a server: who the server is, and whether it answers.
async fn ask(stream: TcpStream, tls: &ClientTls, host: &str) -> io::Result<PeerIdentity> {
    let asking = async {
        let mut tls = peers::connect(stream, tls, host).await?;
        peers::write(&mut tls, b"hello\n").await?;
        let mut answer = Vec::new();
        while !answer.ends_with(b"\n") {
            let mut space = [0; 100];
            match peers::read(&mut tls, &mut space).await? {
                0 => return Err(ErrorKind::ConnectionAborted.into()),
                count => answer.extend_from_slice(&space[..count]),
            }
        }
        assert_eq!(answer, b"olleh\n");
        Ok(tls.peer_identity().clone())
    };
    timeout(PATIENCE, asking).await.expect("it answers")
}

/// A server of the client that is started with these arguments: who the client is, and whether it got the answer.
async fn answer(tls: &ServerTls, arguments: &[String]) -> Option<io::Result<PeerIdentity>> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let beginning = [
        "s_client",
        "-connect",
        &address,
        "-servername",
        HOST,
        "-quiet",
    ];
    let mut client = Program::start(&beginning, arguments)?;
    let mut input = client.child.stdin.take().unwrap();
    let answering = async {
        let (stream, _) = listener.accept().await?;
        let mut tls = peers::accept(stream, tls).await?;
        let _ = input.write_all(b"hello\n").await;
        let mut space = [0; 100];
        let count = peers::read(&mut tls, &mut space).await?;
        assert_eq!(space[..count], *b"hello\n");
        peers::write(&mut tls, b"answer\n").await?;
        assert!(client.line("answer").await.is_some());
        // What it ends with is announced.
        peers::shutdown(&mut tls).await?;
        Ok(tls.peer_identity().clone())
    };
    Some(timeout(PATIENCE, answering).await.expect("it answers"))
}

fn arguments(list: &[&str]) -> Vec<String> {
    list.iter().map(|&argument| argument.to_owned()).collect()
}

const PATIENCE: Duration = Duration::from_secs(20);
/// A server that insists on certificates.
const MUTUAL: [&str; 3] = ["-Verify", "3", "-verify_return_error"];
const PRE_SHARED: [&str; 5] = [
    "-tls1_2",
    "-cipher",
    "PSK-AES128-CBC-SHA256",
    "-psk_identity",
    IDENTITY,
];

#[tokio::test]
async fn h_01_bad_certificates_of_programs() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    for (index, (fault, issued)) in faulty(&authority).iter().enumerate() {
        let folder = Folder::new(&format!("bad-{index}"));
        let mut more = folder.credentials(issued, &authority);
        more.extend(arguments(&MUTUAL));
        for (name, client) in CLIENTS {
            let Some((_server, stream)) = Program::server(&more).await else {
                return;
            };
            let client = client(&authority.anchors(), &own).unwrap();
            let refused = ask(stream, &client, HOST).await;
            let error = refused.expect_err(fault);
            assert_eq!(
                error.kind(),
                ErrorKind::InvalidData,
                "{fault}, {name}: {error}"
            );
        }
    }
}

#[tokio::test]
async fn h_01_good_certificates_of_programs() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    for (index, (host, issued)) in flawless(&authority).iter().enumerate() {
        let folder = Folder::new(&format!("good-{index}"));
        let credentials = folder.credentials(issued, &authority);
        for version in ["-tls1_2", "-tls1_3"] {
            let more = [
                credentials.clone(),
                arguments(&MUTUAL),
                arguments(&[version]),
            ]
            .concat();
            for (name, client) in CLIENTS {
                if name == "openssl" && version == "-tls1_3" {
                    continue;
                }
                let Some((_server, stream)) = Program::server(&more).await else {
                    return;
                };
                let client = client(&authority.anchors(), &own).unwrap();
                let server = ask(stream, &client, host).await.expect(name);
                assert!(server.is_host(host), "{name}, {version}");
            }
        }
    }
}

/// With the suite that TS-0003 10.2.3 makes mandatory, and nothing else.
#[tokio::test]
async fn h_04_the_mandatory_suite_for_certificates() {
    const SUITE: [&str; 3] = ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256"];
    let authority = Authority::new("authority");
    let folder = Folder::new("suite");
    let server_arguments = [
        folder.credentials(&authority.server(), &authority),
        arguments(&MUTUAL),
        arguments(&SUITE),
    ]
    .concat();
    let Some((_server, stream)) = Program::server(&server_arguments).await else {
        return;
    };
    let own = authority.client().identity();
    let client = ClientTls::openssl(&authority.anchors(), &own).unwrap();
    assert!(ask(stream, &client, HOST).await.unwrap().is_host(HOST));
    let Some((_server, stream)) = Program::server(&server_arguments).await else {
        return;
    };
    let client = ClientTls::rustls(&authority.anchors(), &own).unwrap();
    assert!(ask(stream, &client, HOST).await.is_err(), "as documented");

    let client_arguments = [
        folder.credentials(&authority.client(), &authority),
        arguments(&SUITE),
    ]
    .concat();
    let own = authority.server().identity();
    let server = ServerTls::openssl(&authority.anchors(), &own).unwrap();
    let answered = answer(&server, &client_arguments).await.unwrap();
    assert!(answered.unwrap().ae_ids().eq([CLIENT_AE]));
}

/// A server that does not ask who its client is: no mutual authentication, except for clients that want none.
#[tokio::test]
async fn h_04_programs_that_do_not_ask() {
    let authority = Authority::new("authority");
    let folder = Folder::new("incurious");
    let credentials = folder.credentials(&authority.server(), &authority);
    let own = authority.client().identity();
    for version in ["-tls1_2", "-tls1_3"] {
        let more = [credentials.clone(), arguments(&[version])].concat();
        for (name, client) in CLIENTS {
            let Some((_server, stream)) = Program::server(&more).await else {
                return;
            };
            let client = client(&authority.anchors(), &own).unwrap();
            let refused = ask(stream, &client, HOST).await;
            assert!(refused.is_err(), "{name}, {version}: {refused:?}");
        }
        let Some((_server, stream)) = Program::server(&more).await else {
            return;
        };
        let anonymous = ClientTls::rustls_anonymous(&authority.anchors()).unwrap();
        assert!(ask(stream, &anonymous, HOST).await.unwrap().is_host(HOST));
    }
}

/// None, a wrong one, and the right one.
#[tokio::test]
async fn h_04_certificates_of_programs() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    let (right, wrong) = (authority.client(), Authority::new("another").client());
    for (name, server) in SERVERS {
        let server = server(&authority.anchors(), &own).unwrap();
        for version in ["-tls1_2", "-tls1_3"] {
            if name == "openssl" && version == "-tls1_3" {
                continue;
            }
            let folder = Folder::new(&format!("{name}{version}"));
            let with = |issued: Option<&Issued>| {
                let mut more =
                    issued.map_or_else(Vec::new, |issued| folder.credentials(issued, &authority));
                more.push(version.to_owned());
                more
            };
            let Some(none) = answer(&server, &with(None)).await else {
                return;
            };
            assert!(none.is_err(), "{name}, {version}");
            let refused = answer(&server, &with(Some(&wrong))).await.unwrap();
            assert!(refused.is_err(), "{name}, {version}");
            let client = answer(&server, &with(Some(&right))).await.unwrap();
            let client = client.expect(name);
            assert!(client.ae_ids().eq([CLIENT_AE]), "{name}, {version}");
        }
    }
}

#[tokio::test]
async fn h_04_keys_of_programs() {
    let hexadecimal =
        |key: [u8; 32]| -> String { key.iter().map(|byte| format!("{byte:02x}")).collect() };
    let (right, wrong) = (hexadecimal(KEY), hexadecimal([0xa5; 32]));
    let of_server =
        |key: &str| [arguments(&PRE_SHARED), arguments(&["-nocert", "-psk", key])].concat();
    let of_client = |key: &str| [arguments(&PRE_SHARED), arguments(&["-psk", key])].concat();

    let client = ClientTls::pre_shared_key(key(IDENTITY, KEY)).unwrap();
    let Some((_server, stream)) = Program::server(&of_server(&right)).await else {
        return;
    };
    let server = ask(stream, &client, HOST).await.unwrap();
    assert_eq!(server.pre_shared_key(), Some(IDENTITY));
    let (_server, stream) = Program::server(&of_server(&wrong)).await.unwrap();
    assert!(ask(stream, &client, HOST).await.is_err());

    let server = ServerTls::pre_shared_keys(Table::default()).unwrap();
    let answered = answer(&server, &of_client(&right)).await.unwrap();
    assert_eq!(answered.unwrap().pre_shared_key(), Some(IDENTITY));
    let refused = answer(&server, &of_client(&wrong)).await.unwrap();
    assert!(refused.is_err());
    let mut unknown = of_client(&right);
    *unknown.get_mut(4).unwrap() = "unknown@issuer.example".to_owned();
    let refused = answer(&server, &unknown).await.unwrap();
    assert!(refused.is_err());
}

/// A server that is killed did not announce its end, and one that closes did.
#[tokio::test]
async fn h_03_programs_that_die() {
    let authority = Authority::new("authority");
    let folder = Folder::new("dying");
    let own = authority.client().identity();
    let mut more = folder.credentials(&authority.server(), &authority);
    more.extend(arguments(&MUTUAL));
    for (name, client) in CLIENTS {
        for is_killed in [true, false] {
            let Some((mut server, stream)) = Program::server(&more).await else {
                return;
            };
            let client = client(&authority.anchors(), &own).unwrap();
            let mut tls = peers::connect(stream, &client, HOST).await.unwrap();
            peers::write(&mut tls, b"hello\n").await.unwrap();
            let mut space = [0; 100];
            assert_eq!(peers::read(&mut tls, &mut space).await.unwrap(), 6);
            if is_killed {
                server.child.kill().await.unwrap();
            } else {
                // This program's word for it, when it answers backwards.
                peers::write(&mut tls, b"CLOSE\n").await.unwrap();
            }
            let (_, end) = peers::read_to_end(&mut tls).await;
            assert_eq!(end.is_err(), is_killed, "{name}: {end:?}");
        }
    }
}

/// Nothing that a session could be resumed with is handed out.
#[tokio::test]
async fn h_05_programs_get_no_tickets() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    let folder = Folder::new("tickets");
    let session = folder.0.join("session.pem");
    for (name, server) in SERVERS {
        let server = server(&authority.anchors(), &own).unwrap();
        let mut more = folder.credentials(&authority.client(), &authority);
        more.extend(["-sess_out".to_owned(), text(&session)]);
        let Some(answered) = answer(&server, &more).await else {
            return;
        };
        answered.expect(name);
        let kept = fs::read_to_string(&session).unwrap_or_default();
        let mut shown = Vec::new();
        if !kept.is_empty() {
            let id = Program::start(&["sess_id", "-noout", "-text", "-in"], &[text(&session)]);
            let mut id = id.unwrap();
            while let Some(line) = id.lines.next_line().await.unwrap() {
                shown.push(line);
            }
        }
        let has_ticket = shown
            .iter()
            .any(|line| line.contains("TLS session ticket:"));
        assert!(!has_ticket, "{name}: {shown:?}");
    }
}
