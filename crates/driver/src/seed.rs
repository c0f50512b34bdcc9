use std::io;

use onem2m_ws_core::Seed;

/// Returns 32 fresh bytes from the operating system.
///
/// # Errors
///
/// The operating system has none.
pub fn seed() -> io::Result<Seed> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    Ok(Seed(seed))
}
