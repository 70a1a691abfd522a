//! Closes the window when everything is on disk; waits for that without asking.

use std::time::Duration;

use super::app::App;
use crate::model::Timestamp;
use crate::session::{Command, SaveState};

/// Milliseconds for which closing waits for the disk before it says so.
const PATIENCE_MS: u64 = 5_000;
/// Milliseconds for which it says so before it closes all the same: the journal has everything.
const NOTICE_MS: u64 = 6_000;

/// How far closing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    #[default]
    No,
    /// Waits for the last save.
    Waiting(Timestamp),
    /// The files could not be written; says so for a while.
    Failing(Timestamp),
    /// Nothing keeps the window any more.
    Free,
}

impl App {
    pub(super) fn close_when_saved(&mut self, ctx: &egui::Context) {
        let now = self.now();
        if ctx.input(|input| input.viewport().close_requested()) {
            match self.closing {
                // Asked for a second time: the person does not want to wait.
                Closing::Waiting(_) | Closing::Failing(_) | Closing::Free => self.closing = Closing::Free,
                Closing::No if self.is_saved() => self.closing = Closing::Free,
                Closing::No => {
                    ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
                    self.closing = Closing::Waiting(now);
                }
            }
        }
        let is_over = match self.closing {
            Closing::No | Closing::Free => return,
            Closing::Waiting(_) | Closing::Failing(_) if self.is_saved() => true,
            Closing::Waiting(since) => {
                self.dispatch(Command::Flush, ctx);
                let failed = self.session().is_some_and(|session| matches!(session.save_state(), SaveState::Failed(_)));
                if failed || now.since(since) > PATIENCE_MS || self.crew.is_broken() {
                    self.closing = Closing::Failing(now);
                }
                false
            }
            Closing::Failing(since) => now.since(since) > NOTICE_MS,
        };
        if is_over {
            self.closing = Closing::Free;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        } else {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    fn is_saved(&self) -> bool {
        self.session().is_none_or(|session| !session.access().keeps_files() || *session.save_state() == SaveState::Saved)
    }
}
