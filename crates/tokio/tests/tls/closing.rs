//! Ends that were announced, and ends that were not.

use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::collections::VecDeque;
use std::io::{self, ErrorKind};

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Closed, Config};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::driver::tls::{ClientTls, ServerTls};
use onem2m_ws_tokio::{accept_tls, connect_tls_over};
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf, duplex};

use crate::authorities::{Authority, HOST};
use crate::peers::{self, CLIENTS, SERVERS};

/// A stream that ends after so many records of TLS came in, and, if it is so, in the middle of the next one.
struct Cut {
    stream: DuplexStream,
    pending: VecDeque<u8>,
    released: usize,
    records: usize,
    is_ragged: bool,
}

impl Cut {
    fn new(stream: DuplexStream, records: usize, is_ragged: bool) -> Self {
        Self {
            stream,
            pending: VecDeque::new(),
            released: 0,
            records,
            is_ragged,
        }
    }

    /// Lets what is complete through.
    fn release(&mut self) {
        let pending = self.pending.make_contiguous();
        while let Some([_, _, _, high, low]) = pending.get(self.released..self.released + 5) {
            let end = self.released + 5 + usize::from(u16::from_be_bytes([*high, *low]));
            if self.records == 0 || end > pending.len() {
                break;
            }
            self.records -= 1;
            self.released = end;
        }
        if self.records == 0 && self.is_ragged && pending.len() > self.released + 6 {
            self.is_ragged = false;
            self.released += 6;
        }
    }
}

impl AsyncRead for Cut {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        while self.released == 0 && (self.records > 0 || self.is_ragged) {
            let mut read = vec![0; 4096];
            let mut own = ReadBuf::new(&mut read);
            ready!(Pin::new(&mut self.stream).poll_read(cx, &mut own))?;
            if own.filled().is_empty() {
                self.is_ragged = false;
                return Poll::Ready(Ok(()));
            }
            self.pending.extend(own.filled());
            self.release();
        }
        let count = self.released.min(space.remaining());
        let bytes: Vec<u8> = self.pending.drain(..count).collect();
        self.released -= count;
        space.put_slice(&bytes);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Cut {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// All pairs of implementations.
fn pairs() -> Vec<(String, ClientTls, ServerTls)> {
    let authority = Authority::new("authority");
    let (client_identity, server_identity) =
        (authority.client().identity(), authority.server().identity());
    let mut pairs = Vec::new();
    for (client_name, client) in CLIENTS {
        for (server_name, server) in SERVERS {
            pairs.push((
                format!("{client_name} and {server_name}"),
                client(&authority.anchors(), &client_identity).unwrap(),
                server(&authority.anchors(), &server_identity).unwrap(),
            ));
        }
    }
    pairs
}

/// Cut off behind each record: it is never taken for the end, until the client has announced that.
#[tokio::test]
async fn h_03_streams_that_are_cut_off() {
    for (name, client, server) in pairs() {
        for is_ragged in [false, true] {
            let mut ends = Vec::new();
            for records in 0..40 {
                let (near, far) = duplex(1 << 16);
                let speaking = async {
                    let mut tls = peers::connect(near, &client, HOST).await?;
                    for part in ["one ", "two ", "three"] {
                        peers::write(&mut tls, part.as_bytes()).await?;
                    }
                    peers::shutdown(&mut tls).await?;
                    peers::read_to_end(&mut tls).await.1
                };
                let hearing = async {
                    let mut tls = peers::accept(Cut::new(far, records, is_ragged), &server).await?;
                    Ok::<_, io::Error>(peers::read_to_end(&mut tls).await)
                };
                let (_, heard) = tokio::join!(speaking, hearing);
                let (text, end) = match heard {
                    Ok((text, end)) => (String::from_utf8(text).unwrap(), end),
                    Err(error) => (String::new(), Err(error)),
                };
                match &end {
                    Ok(()) => assert_eq!(text, "one two three", "{name}"),
                    Err(error) => {
                        assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "{name}: {error}")
                    }
                }
                let is_over = end.is_ok();
                ends.push(text);
                if is_over {
                    break;
                }
            }
            let mut texts = ends.clone();
            texts.dedup();
            let expected = ["", "one ", "one two ", "one two three"];
            assert_eq!(texts, expected, "{name}");
            // With everything and without the end, and then with the end.
            assert!(ends.ends_with(&["one two three".to_owned(), "one two three".to_owned()]));
        }
    }
}

/// The same for a connection: it is closed properly only if the Close frame was there.
#[tokio::test]
async fn h_03_connections_that_are_cut_off() {
    for (name, client, server) in pairs() {
        let mut outcomes = Vec::new();
        for records in 0..40 {
            let (near, far) = duplex(1 << 16);
            let speaking = async {
                let request = ClientRequest::new("wss://server.example/").unwrap();
                let (mut websocket, _) =
                    connect_tls_over(near, &request, &client, Config::default()).await?;
                websocket.send("one").await?;
                websocket.flush().await?;
                websocket.send("two").await?;
                websocket.flush().await?;
                websocket.close(None).await
            };
            let hearing = async {
                let cut = Cut::new(far, records, false);
                let accepting = accept_tls(cut, &server, Config::default()).await?;
                let mut websocket = accepting.accept(&Acceptance::default())?;
                // The client waits for the answer, which leaves with the first thing that is written.
                websocket.flush().await?;
                let mut count = 0;
                let end = loop {
                    match websocket.receive().await {
                        Ok(Some(_)) => count += 1,
                        Ok(None) => break Ok(()),
                        Err(error) => break Err(error),
                    }
                };
                Ok::<_, Error>((count, end, websocket.closed().cloned()))
            };
            let (_, heard) = tokio::join!(speaking, hearing);
            let Ok((count, end, closed)) = heard else {
                continue;
            };
            match end {
                Ok(()) => {
                    assert!(
                        matches!(closed, Some(Closed::Clean(_))),
                        "{name}: {closed:?}"
                    );
                    outcomes.push((count, true));
                    break;
                }
                Err(Error::Io(error)) => {
                    assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "{name}");
                    assert!(
                        matches!(closed, Some(Closed::Lost(_))),
                        "{name}: {closed:?}"
                    );
                    outcomes.push((count, false));
                }
                Err(error) => panic!("{name}: {error:?}"),
            }
        }
        assert_eq!(
            outcomes,
            [(0, false), (1, false), (2, false), (2, true)],
            "{name}"
        );
    }
}

/// One direction ends, the other one goes on.
#[tokio::test]
async fn h_03_ends_of_one_direction() {
    for (name, client, server) in pairs() {
        let (near, far) = duplex(1 << 16);
        let asking = async {
            let mut tls = peers::connect(near, &client, HOST).await.unwrap();
            peers::write(&mut tls, b"question").await.unwrap();
            peers::shutdown(&mut tls).await.unwrap();
            peers::read_to_end(&mut tls).await
        };
        let answering = async {
            let mut tls = peers::accept(far, &server).await.unwrap();
            let (question, end) = peers::read_to_end(&mut tls).await;
            end.unwrap();
            assert_eq!(question, b"question", "{name}");
            peers::write(&mut tls, &[7; 100_000]).await.unwrap();
            peers::shutdown(&mut tls).await.unwrap();
        };
        let ((answer, end), ()) = tokio::join!(asking, answering);
        end.expect(&name);
        assert_eq!(answer.len(), 100_000, "{name}");
    }
}
