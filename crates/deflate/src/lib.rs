//! Raw DEFLATE (RFC 1951) for messages, as permessage-deflate (RFC 7692) uses it: no `unsafe`; `no_std` with `alloc`.
//!
//! - [`Compressor`] and [`Decompressor`] are the two ends of one direction of a connection, for which [`Parameters`] were
//!   agreed: the window, and whether a message may refer to those before it.
//! - A message comes in one part or several ([`Part`]), cut anywhere. Its end is told, not marked: the four octets that
//!   RFC 7692 §7.2.1 leaves out are neither written nor expected.
//! - The output of decompression is bounded by the caller's limit while it is produced, and by [`BlockLimit`].
//! - Between messages the window is kept if takeover was agreed, and nothing otherwise.
//!
//! ```
//! use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress};
//!
//! let mut compressor = Compressor::new(Parameters::default());
//! let mut payload = Vec::new();
//! compressor.compress(b"Hello, Hello, Hello", Part::Last, &mut payload);
//!
//! let mut decompressor = Decompressor::new(Parameters::default());
//! let mut message = Vec::new();
//! let progress = decompressor.decompress(&mut &payload[..], Part::Last, &mut message, 1 << 20);
//! assert_eq!(progress, Ok(Progress::Complete));
//! assert_eq!(message, b"Hello, Hello, Hello");
//! ```
//!
//! A message whose content leaves in pieces of bounded length:
//!
//! ```
//! use onem2m_ws_deflate::{DecompressError, Decompressor, Part, Progress};
//!
//! fn read(decompressor: &mut Decompressor, mut payload: &[u8], mut use_piece: impl FnMut(&[u8])) -> Result<(), DecompressError> {
//!     let mut piece = Vec::new();
//!     loop {
//!         let progress = decompressor.decompress(&mut payload, Part::Last, &mut piece, 16 << 10)?;
//!         use_piece(&piece);
//!         piece.clear();
//!         if progress == Progress::Complete {
//!             return Ok(());
//!         }
//!     }
//! }
//! # let mut decompressor = Decompressor::new(onem2m_ws_deflate::Parameters::DEFAULT);
//! # read(&mut decompressor, &[0], |_| {}).unwrap();
//! ```

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod certain;
mod compress;
mod decompress;
mod parameters;
mod symbols;
mod window;

pub use compress::{Compressor, NotShorter};
pub use decompress::{BlockLimit, DecompressError, Decompressor, Fault, Progress};
pub use parameters::{Parameters, Part, WindowBits};

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
