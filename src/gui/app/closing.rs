//! Leaves a set, to close it or the window or to open another: waits until everything is saved, and never loses a change
//! unless the person chooses to.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::App;
use crate::gui::state::view::Taking;
use crate::gui::widgets::prompt::Purpose;
use crate::gui::workers::{Original, Ready};
use crate::session::{Command, Report, SaveState};

/// Maximum time to wait for the disk before the person is asked, in milliseconds.
const PATIENCE_MS: u64 = 5_000;
/// The same if the system ends the program, because the system does not wait long.
const STOP_PATIENCE_MS: u64 = 2_000;
/// Time between two checks whether everything is saved.
const ROUND: Duration = Duration::from_millis(100);

/// What is done once the set is left.
#[derive(Debug)]
pub enum Then {
    /// Close the window.
    Quit,
    /// End because the system asks for it; no question can be answered.
    Stop,
    /// Show the start screen.
    CloseSet,
    /// Show this set.
    Open(Box<Ready>),
}

/// The state of leaving the set.
#[derive(Debug, Default)]
pub struct Closing {
    leaving: Option<Leaving>,
    /// The window may close.
    is_free: bool,
    pub(in crate::gui) copy: CopyState,
}

#[derive(Debug)]
struct Leaving {
    then: Then,
    /// In milliseconds on the monotonic clock.
    since: u64,
    /// Not everything could be saved, and the person is asked what to do.
    asks: bool,
}

/// A copy of the set elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CopyState {
    #[default]
    None,
    Running,
    /// It was written, with the document of this revision.
    Done {
        root: PathBuf,
        revision: u64,
    },
}

/// The answer to the question what to do if not everything could be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Stay,
    TryAgain,
    SaveCopy,
    /// Close and lose unsaved changes.
    Leave,
}

impl Closing {
    /// Whether the person is being asked: `Some(true)` if it is about closing the window, `None` if not.
    pub(in crate::gui) fn asks(&self) -> Option<bool> {
        let leaving = self.leaving.as_ref().filter(|leaving| leaving.asks)?;
        Some(matches!(leaving.then, Then::Quit | Then::Stop))
    }
}

impl App {
    /// Leaves the open set after everything is saved, then does `then`.
    pub(in crate::gui) fn leave(&mut self, then: Then, ctx: &egui::Context) {
        let is_ending = matches!(&self.closing.leaving, Some(Leaving { then: Then::Quit | Then::Stop, .. }));
        if is_ending && matches!(then, Then::Open(_)) {
            // The window is about to close.
            return;
        }
        self.take_drafts(Taking::All, ctx);
        self.dispatch(Command::Flush, ctx);
        if self.is_saved() {
            return self.leave_for(then, ctx);
        }
        self.closing.leaving = Some(Leaving { then, since: self.now().ticks, asks: false });
        ctx.request_repaint();
    }

    /// Continues leaving the set, and handles requests to close the window.
    pub(in crate::gui) fn close_when_saved(&mut self, ctx: &egui::Context) {
        let is_stopping = matches!(&self.closing.leaving, Some(Leaving { then: Then::Stop, .. }));
        if self.stop.see() && !is_stopping && !self.closing.is_free {
            self.leave(Then::Stop, ctx);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing.is_free {
            self.on_close_requested(ctx);
        }
        let Some(leaving) = &self.closing.leaving else { return };
        let (waited, asks) = (self.now().ticks.saturating_sub(leaving.since), leaving.asks);
        let (patience, is_stop) = match leaving.then {
            Then::Stop => (STOP_PATIENCE_MS, true),
            Then::Quit | Then::CloseSet | Then::Open(_) => (PATIENCE_MS, false),
        };
        if self.is_saved() || (is_stop && asks) {
            return self.finish_leaving(ctx);
        }
        if !asks
            && (waited > patience || self.has_given_up(ctx))
            && let Some(leaving) = &mut self.closing.leaving
        {
            leaving.asks = true;
        }
        ctx.request_repaint_after(ROUND);
    }

    /// Handles a request to close the window.
    fn on_close_requested(&mut self, ctx: &egui::Context) {
        self.take_drafts(Taking::All, ctx);
        if self.is_saved() && self.closing.leaving.is_none() {
            self.closing.is_free = true;
            return;
        }
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        let is_quitting = matches!(&self.closing.leaving, Some(Leaving { then: Then::Quit | Then::Stop, .. }));
        if !is_quitting {
            self.leave(Then::Quit, ctx);
        } else if self.closing.asks().is_some() && self.not_yet_safe() == 0 {
            // The second request, and nothing would be lost.
            self.finish_leaving(ctx);
        }
    }

    /// Whether further waiting is useless: saving has failed, and the journal has no pending entries that it could write.
    fn has_given_up(&mut self, ctx: &egui::Context) -> bool {
        let Some(session) = self.session() else { return true };
        let (safety, is_saving) = (session.safety(), session.is_saving());
        if safety.silent().is_some() {
            return true;
        }
        let journal_waits = safety.not_yet_safe() > 0 && safety.journal_error().is_none();
        match session.save_state() {
            SaveState::Failed(_) => !is_saving && !journal_waits,
            SaveState::Unsaved => {
                self.dispatch(Command::Flush, ctx);
                false
            }
            SaveState::Saved => false,
        }
    }

    fn finish_leaving(&mut self, ctx: &egui::Context) {
        if let Some(Leaving { then, .. }) = self.closing.leaving.take() {
            self.leave_for(then, ctx);
        }
    }

    fn leave_for(&mut self, then: Then, ctx: &egui::Context) {
        match then {
            Then::Quit | Then::Stop => {
                self.closing.is_free = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::CloseSet => self.close_set(ctx),
            Then::Open(ready) => {
                self.close_set(ctx);
                self.show_set(*ready, ctx);
            }
        }
    }

    /// Carries out the person's choice if not everything could be saved.
    pub(in crate::gui) fn chose(&mut self, choice: Choice, ctx: &egui::Context) {
        match choice {
            Choice::Stay => {
                self.closing.leaving = None;
                self.loading = None;
            }
            Choice::TryAgain => {
                self.workers.retry_journal();
                self.dispatch(Command::Flush, ctx);
                let now = self.now().ticks;
                if let Some(leaving) = &mut self.closing.leaving {
                    (leaving.since, leaving.asks) = (now, false);
                }
            }
            Choice::SaveCopy => self.ask_where_to_copy(),
            Choice::Leave => self.finish_leaving(ctx),
        }
    }

    /// Whether everything is in the files of the set.
    fn is_saved(&self) -> bool {
        self.session().is_none_or(|session| {
            !session.access().keeps_files() || (*session.save_state() == SaveState::Saved && session.not_yet_safe() == 0)
        })
    }

    /// Number of changes that would be lost if the window were closed now.
    pub(in crate::gui) fn not_yet_safe(&self) -> u64 {
        let Some(session) = self.session() else { return 0 };
        match &self.closing.copy {
            CopyState::Done { revision, .. } if *revision == session.revision() => 0,
            _ => session.not_yet_safe(),
        }
    }

    /// Asks where a copy of the open set is to be saved; proposes a new folder in the home folder.
    pub(in crate::gui) fn ask_where_to_copy(&mut self) {
        let Some(open) = &self.open else { return };
        let name = open.root.file_name().unwrap_or_default().to_string_lossy();
        let path = crate::host::app_dirs::home().join(format!("{name}-copy"));
        self.ask(Purpose::SaveCopy, &path.display().to_string());
    }

    /// Starts writing a copy of the open set to `root`.
    pub(in crate::gui) fn save_copy(&mut self, root: PathBuf) {
        let Some(open) = &self.open else { return };
        self.closing.copy = CopyState::Running;
        let original = Original { document: open.session.document().clone(), lexicons: Arc::clone(&open.lexicon_files) };
        self.workers.copy(root, original, open.session.revision());
    }

    pub(in crate::gui) fn copied(&mut self, revision: u64, root: PathBuf, result: Result<(), String>, ctx: &egui::Context) {
        if let Err(reason) = result {
            self.closing.copy = CopyState::None;
            return self.refuse(&Purpose::SaveCopy, vec![format!("The copy was not saved: {reason}")], ctx);
        }
        if self.is_answered(&Purpose::SaveCopy) {
            self.view.overlay = None;
        }
        let left_out = self.session().map_or(0, |session| session.document().damaged.len());
        let but = if left_out == 0 { String::new() } else { format!("; {left_out} files that could not be read are not in it") };
        let text = format!("A copy of the set was saved in “{}”{but}", root.display());
        self.dispatch(Command::Report(Report::Info(text)), ctx);
        if let Some(open) = &self.open {
            self.prefs.remember(&root);
            self.prefs.remember(&open.root);
        }
        self.closing.copy = CopyState::Done { root, revision };
    }
}
