//! How registrees wait after attempts that failed.

use core::time::Duration;

use onem2m_ws::{Backoff, Registree, RegistreeConfig, Reopen};
use onem2m_ws_core::Timestamp;

/// No configuration makes a loop without a pause: not one of zeros, nor one whose half is nothing.
#[test]
fn n_50_attempts_that_fail_never_follow_without_a_pause() {
    let waits = [
        Duration::ZERO,
        Duration::from_nanos(1),
        Duration::from_secs(1),
    ];
    for initial in waits {
        for maximum in waits {
            for factor in [0, 1, 2, u32::MAX] {
                let mut config = RegistreeConfig::new(["ws://mn.example:9000".parse().unwrap()]);
                config.reopen = Reopen::Always;
                config.backoff = Backoff {
                    initial,
                    factor,
                    maximum,
                };
                let backoff = config.backoff;
                let mut registree = match Registree::new(config, [7; 32]) {
                    Ok(registree) => registree,
                    // Waits that begin at zero or shrink are refused when the node is made.
                    Err(error) => {
                        assert_eq!(error.field, "backoff", "{backoff:?}");
                        let is_sound = !initial.is_zero() && factor > 0 && maximum >= initial;
                        assert!(!is_sound, "{backoff:?}");
                        continue;
                    }
                };
                let mut now = Timestamp::new(Duration::from_secs(1000));
                for _ in 0..20 {
                    registree.handle_timeout(now);
                    registree.connecting(now).unwrap();
                    registree.connect_failed(now);
                    let next = registree.poll_timeout().unwrap();
                    let wait = next.saturating_since(now);
                    assert!(wait >= PAUSE, "{backoff:?}: {wait:?}");
                    assert!(wait <= maximum.max(PAUSE), "{backoff:?}: {wait:?}");
                    now = next;
                }
            }
        }
    }
}

/// The shortest wait that there is.
const PAUSE: Duration = Duration::from_millis(10);
