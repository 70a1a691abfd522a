//! Defines [`Reporter`]: findings and notices line by line, and one line of progress on a terminal when the work takes long.

use std::io::{self, Write};
use std::time::Duration;

use crate::export::Event;

/// Time before the first line of progress, and between two.
const PAUSE: Duration = Duration::from_millis(500);

/// Tells a person what happens while the export runs. It is told the time, and asks no clock.
#[derive(Debug)]
pub struct Reporter {
    terminal: bool,
    next: Duration,
    shown: bool,
}

impl Reporter {
    /// For a terminal, or for a file, which gets no progress.
    #[must_use]
    pub fn new(terminal: bool) -> Self {
        Self { terminal, next: PAUSE, shown: false }
    }

    /// Tells one event; `elapsed` is the time since the start.
    ///
    /// # Errors
    /// When `out` cannot be written.
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
