//! Defines [`Stop`], a request to save and end the window, and sets it on signals of the system.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A request to save everything and end the window.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    is_asked: Arc<AtomicBool>,
    is_seen: Arc<AtomicBool>,
}

impl Stop {
    /// Makes the request.
    pub fn ask(&self) {
        self.is_asked.store(true, Ordering::SeqCst);
    }

    /// Whether the request was made. Also records that the window has seen it.
    pub(in crate::gui) fn see(&self) -> bool {
        let asked = self.is_asked.load(Ordering::SeqCst);
        if asked {
            self.is_seen.store(true, Ordering::SeqCst);
        }
        asked
    }
}

/// Ends the window on SIGTERM, SIGINT and SIGHUP.
///
/// If the window does not react, for example because its display is gone, the process exits after the journal is durable.
#[cfg(unix)]
pub(in crate::gui) fn listen(
    ctx: egui::Context,
    stop: Stop,
    journal: crate::gui::workers::journal::JournalQueue,
) -> std::io::Result<()> {
    use std::thread::{Builder, sleep};
    use std::time::{Duration, Instant};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    /// Maximum time for the window to react, and then to end.
    const REACTS: Duration = Duration::from_secs(3);
    const ENDS: Duration = Duration::from_secs(20);
    /// Maximum time to wait for the journal after that.
    const JOURNAL: Duration = Duration::from_secs(5);
    const ROUND: Duration = Duration::from_millis(50);

    let until = |patience: Duration, is_over: &dyn Fn() -> bool| {
        let begun = Instant::now();
        while begun.elapsed() < patience && !is_over() {
            sleep(ROUND);
        }
    };
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let wait = move || {
        if signals.forever().next().is_none() {
            return;
        }
        stop.ask();
        ctx.request_repaint();
        let is_seen = || stop.is_seen.load(Ordering::SeqCst);
        until(REACTS, &is_seen);
        if is_seen() {
            // The process normally ends during this wait.
            until(ENDS, &|| false);
        }
        until(JOURNAL, &|| journal.unconfirmed() == 0);
        std::process::exit(i32::from(journal.unconfirmed() > 0));
    };
    Builder::new().name("dicta-signals".to_owned()).spawn(wait).map(|_| ())
}
