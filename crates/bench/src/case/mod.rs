//! The measurements: a file for each case.

mod binding;
mod compressed;
mod deflate;
mod echo;
mod handshake;
mod idle;
mod primitive;
mod receive;
mod send;

use crate::measure::Plan;
use crate::peer::Peer;

/// Runs a case and prints its tables.
pub(crate) type Case = fn(&[Box<dyn Peer>], Plan);

/// All cases, by the name on the command line.
pub(crate) const ALL: &[(&str, Case)] = &[
    ("receive", receive::run),
    ("send", send::run),
    ("handshake", handshake::run),
    ("echo", echo::run),
    ("idle", idle::run),
    ("compressed", compressed::run),
    ("primitive", primitive::run),
    ("hostile", primitive::run_hostile),
    ("binding", binding::run),
    ("deflate", deflate::run),
];

const SIZES: [(&str, usize); 5] = [
    ("16 B", 16),
    ("128 B", 128),
    ("1 KiB", 1 << 10),
    ("64 KiB", 64 << 10),
    ("1 MiB", 1 << 20),
];

fn names(peers: &[Box<dyn Peer>]) -> Vec<&'static str> {
    peers.iter().map(|peer| peer.name()).collect()
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::*;
    use crate::peer;

    /// Every peer does what each case wants of it: the cases check what is received and sent.
    #[test]
    fn each_case_runs() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        let runtime = runtime.expect("a runtime");
        let _timers = runtime.enter();
        let plan = Plan {
            rounds: 1,
            slice: Duration::from_micros(1),
        };
        for (_, run) in ALL {
            run(&peer::all(), plan);
        }
    }
}
