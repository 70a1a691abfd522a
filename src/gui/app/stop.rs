//! Defines [`Stop`], by which the system asks the window to save and end; and listens to the system's signals.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks the window to save everything and end.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    is_asked: Arc<AtomicBool>,
    is_seen: Arc<AtomicBool>,
}

impl Stop {
    /// Asks.
    pub fn ask(&self) {
        self.is_asked.store(true, Ordering::SeqCst);
    }

    /// Whether the window was asked to end; the one who asked can find out that the window knows.
    pub(in crate::gui) fn see(&self) -> bool {
        let asked = self.is_asked.load(Ordering::SeqCst);
        if asked {
            self.is_seen.store(true, Ordering::SeqCst);
        }
        asked
    }
}

/// Ends the window when the system or a terminal asks for it: SIGTERM, SIGINT, SIGHUP.
///
/// A window that does not react, such as one on a display that is gone, is ended all the same once the journal is durable.
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

    /// How long the window may take to react, and then to end.
    const REACTS: Duration = Duration::from_secs(3);
    const ENDS: Duration = Duration::from_secs(20);
    /// How long the journal is waited for after that.
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
            // The program ends meanwhile.
            until(ENDS, &|| false);
        }
        until(JOURNAL, &|| journal.unconfirmed() == 0);
        std::process::exit(i32::from(journal.unconfirmed() > 0));
    };
    Builder::new().name("dicta-signals".to_owned()).spawn(wait).map(|_| ())
}
