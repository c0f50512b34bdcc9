//! What the tests and the fuzz targets share: a slow and simple frame codec ([`wire`]), a decoder that knows the whole
//! input ([`mod@reference`]), a decompressor ([`mod@inflate`]), a way to run a machine over any cutting of its input ([`script`]), two machines that talk
//! to each other ([`pair`]), what the tests by row share ([`rows`]), a registrar and its registrees in a world of faults
//! ([`simulation`]), the bodies of the fuzz targets ([`fuzz_bodies`]), the codec beside others ([`differential`]), the tests of the adapters ([`mod@async_suite`]) with
//! their pipe in memory ([`mod@pipe`]), and examples as programs ([`program`]).

#![forbid(unsafe_code)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a harness reports what is wrong by panicking"
)]

pub mod async_suite;
pub mod custody;
mod deflate;
pub mod differential;
pub mod driver_worlds;
pub mod fuzz_bodies;
mod fuzz_deflate;
pub mod inflate;
pub mod pair;
pub mod pipe;
pub mod program;
pub mod reference;
pub mod rows;
pub mod script;
pub mod simulation;
pub mod wire;
