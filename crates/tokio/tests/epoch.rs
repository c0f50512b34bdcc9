//! One test only, for it is about who asks for the time first in the process.

use core::time::Duration;

use onem2m_ws_tokio::TokioTimer;
use onem2m_ws_tokio::driver::Timer;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, advance};

fn paused() -> std::io::Result<Runtime> {
    Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
}

/// A runtime whose paused clock was advanced before it asked first does not disturb the alarms of others.
#[test]
fn runtimes_with_different_clocks_share_the_epoch() -> std::io::Result<()> {
    let hour = Duration::from_secs(3600);
    let behind = paused()?;
    let ahead = paused()?;
    ahead.block_on(async {
        advance(hour).await;
        TokioTimer::default().now()
    });
    behind.block_on(async {
        let mut timer = TokioTimer::default();
        let begun = Instant::now();
        let deadline = timer.now().saturating_add(Duration::from_secs(5));
        core::future::poll_fn(|cx| timer.poll_until(cx, deadline)).await;
        let slept = begun.elapsed();
        assert!(slept >= Duration::from_secs(5), "{slept:?}");
        assert!(slept <= Duration::from_millis(5010), "{slept:?}");
        assert!(timer.now() >= deadline);
    });
    Ok(())
}
