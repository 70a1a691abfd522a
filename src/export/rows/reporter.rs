//! Defines [`Reporter`]: prints findings and notices, and a progress line on a terminal if the export takes long.

use std::io::{self, Write};
use std::time::Duration;

use crate::export::Event;

/// Time before the first progress line, and between updates.
const PAUSE: Duration = Duration::from_millis(500);

/// Prints the events of an export for a person. The time is passed in.
#[derive(Debug)]
pub struct Reporter {
    terminal: bool,
    next: Duration,
    shown: bool,
}

impl Reporter {
    /// A reporter for a terminal, or else for a file, without progress.
    #[must_use]
    pub fn new(terminal: bool) -> Self {
        Self { terminal, next: PAUSE, shown: false }
    }

    /// Prints one event; `elapsed` is the time since the start.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn report(&mut self, event: Event<'_>, elapsed: Duration, out: &mut dyn Write) -> io::Result<()> {
        match event {
            Event::Finding(line) | Event::Notice(line) => {
                self.clear(out)?;
                writeln!(out, "{line}")
            }
            Event::Progress { done, total } if done == total => self.clear(out),
            Event::Progress { done, total } if self.terminal && elapsed >= self.next => {
                self.clear(out)?;
                self.next = elapsed + PAUSE;
                self.shown = true;
                write!(out, "{done} of {total} articles")?;
                out.flush()
            }
            Event::Progress { .. } => Ok(()),
        }
    }

    fn clear(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.shown) { out.write_all(b"\r\x1b[K") } else { Ok(()) }
    }
}
