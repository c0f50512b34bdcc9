use alloc::boxed::Box;
use core::fmt;

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The seed of everything unpredictable in one handshake and its connection: the handshake key, the masking keys
/// (RFC 6455 §10.3), the keep-alive payloads.
///
/// Take 32 fresh bytes from the operating system for each connection attempt, and never use them twice.
#[derive(Clone)]
pub struct Seed(pub [u8; 32]);

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(..)")
    }
}

/// The stream of unpredictable numbers that comes of a [`Seed`]. The generator is made when first asked, so that a
/// server's idle connection does not carry one.
pub(crate) struct Entropy {
    seed: Seed,
    generator: Option<Box<ChaCha12Rng>>,
}

impl Entropy {
    pub(crate) const fn new(seed: Seed) -> Self {
        Self {
            seed,
            generator: None,
        }
    }

    /// A masking key: four bytes in memory order.
    pub(crate) fn masking_key(&mut self) -> [u8; 4] {
        self.generator().next_u32().to_ne_bytes()
    }

    pub(crate) fn fill(&mut self, bytes: &mut [u8]) {
        self.generator().fill_bytes(bytes);
    }

    fn generator(&mut self) -> &mut ChaCha12Rng {
        let seed = &self.seed;
        self.generator
            .get_or_insert_with(|| Box::new(ChaCha12Rng::from_seed(seed.0)))
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy(..)")
    }
}
