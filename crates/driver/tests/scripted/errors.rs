//! What errors say.

use core::error::Error as _;
use core::fmt;
use std::io::{self, ErrorKind};

use onem2m_ws_driver::Error;
use onem2m_ws_driver::core::{HandshakeError, Loss, ProxyError};

/// An error with a cause of its own.
#[derive(Debug)]
struct Outer(io::Error);

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}

impl core::error::Error for Outer {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Who prints an error with its causes reads each of them once, and who prints the error alone knows what happened.
#[test]
fn n_22_causes_are_said_once() {
    let cases = [
        (Error::Io(io::Error::from_raw_os_error(104)), "reset"),
        (Error::Io(ErrorKind::BrokenPipe.into()), "broken pipe"),
        (
            Error::Io(io::Error::other("what happened")),
            "what happened",
        ),
        (
            Error::Io(io::Error::other(Outer(io::Error::other("inner")))),
            "outer",
        ),
        (Error::Handshake(HandshakeError::TimedOut), "too long"),
        (Error::Proxy(ProxyError::Truncated), "proxy"),
        (Error::Lost(Loss::PongTimeout), ""),
    ];
    for (error, expected) in cases {
        let mut said = vec![error.to_string()];
        assert!(said[0].contains(expected), "{said:?}");
        let mut next = error.source();
        while let Some(cause) = next {
            let text = cause.to_string();
            assert!(
                said.iter().all(|before| !before.contains(&text)),
                "{said:?}: {text}"
            );
            said.push(text);
            next = cause.source();
        }
        let has_inner = said.last().is_some_and(|last| last == "inner");
        assert_eq!(has_inner, expected == "outer", "{said:?}");
    }
}
