//! Defines [`App`]: the state of the window, and what happens in a frame.

pub mod annotators;
mod answers;
pub(super) mod closing;
pub(super) mod closing_card;
pub(super) mod dialogs;
mod escape;
mod find_actions;
mod key_route;
pub(super) mod layout;
pub(super) mod messages;
pub mod options;
pub(super) mod overlays;
mod pickers;
mod session_actions;
mod show;
pub(super) mod start;
pub mod stop;
pub(super) mod unsaved;
pub mod who_card;
pub mod window;
mod window_actions;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::{CreationContext, Frame};

use super::app::closing::Closing;
use super::app::dialogs::Dialogs;
use super::app::options::Options;
use super::app::stop::Stop;
use super::input::Keyboard;
use super::input::keymap;
use super::state::clock::Clock;
use super::state::outbox::Outbox;
use super::state::prefs::{Preferences, ThemeChoice};
use super::state::view::{FocusTarget, Taking, View};
use super::style::fonts;
use super::style::theme::Theme;
use super::workers::reader::Job;
use super::workers::{Workers, preferences};
use crate::host::LexiconFile;
use crate::model::Annotator;
use crate::session::{Command, Keymap, Now, Report, Session};

/// Where eframe kept the preferences of earlier versions.
const KEPT: &str = "preferences";
/// Time between two checks whether the disks respond.
const LOOK: Duration = Duration::from_millis(500);

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(super) open: Option<OpenSet>,
    /// The set that is being opened.
    pub(super) loading: Option<Loading>,
    /// Problems while no set was open, in words.
    pub(super) problems: Vec<String>,
    pub(super) view: View,
    pub(super) prefs: Preferences,
    /// The preferences that were last sent to be written.
    kept: Preferences,
    /// Why the preferences could not be read, in words, until it is shown.
    pub(super) prefs_problem: Option<String>,
    pub(super) outbox: Outbox,
    pub(super) workers: Workers,
    /// Sets that are being closed and are still locked, by number.
    pub(super) ending: Vec<(u64, PathBuf)>,
    /// A set to open after it has been closed.
    pub(super) reopen: Option<(PathBuf, Job)>,
    pub(super) dialogs: Dialogs,
    pub(super) closing: Closing,
    /// The pane that was last reached by switching between panes.
    pub(super) pane: FocusTarget,
    /// From the command line: the annotator of the first set, and the usual annotator until another is chosen.
    pub(super) annotator: Option<Annotator>,
    /// For journals, locks and the log of panics.
    pub(super) state_dir: PathBuf,
    pub(super) clock: Clock,
    pub(super) stop: Stop,
    pub(super) keymap: Arc<Keymap>,
    /// Whether stored keys that cannot be used were reported.
    pub(super) unused_keys_reported: bool,
    keyboard: Keyboard,
    has_focus: bool,
    title: String,
}

/// The open set.
#[derive(Debug)]
pub struct OpenSet {
    pub root: PathBuf,
    pub session: Session,
    /// For a copy of the set.
    pub lexicon_files: Arc<Vec<LexiconFile>>,
    /// The key under which its annotator is remembered.
    pub key: String,
    /// Its number for the worker threads.
    pub number: u64,
}

/// What is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loading {
    /// In words: “Opening …”.
    pub what: String,
    pub done: usize,
    /// 0 if unknown.
    pub total: usize,
}

impl App {
    /// Sets up the window and begins to open what the options name.
    ///
    /// # Errors
    /// If a thread cannot be spawned.
    pub fn new(cc: &CreationContext<'_>, options: Options) -> std::io::Result<Self> {
        let Options { state_dir, preferences: file, paths, annotator, clock, disk, stop } = options;
        let ctx = &cc.egui_ctx;
        fonts::install(ctx);
        Theme::apply(ctx);
        let (prefs, prefs_problem) = file.as_deref().map(preferences::read).unwrap_or_default();
        let earlier = || cc.storage.and_then(|storage| eframe::get_value(storage, KEPT));
        let kept = prefs.clone().unwrap_or_default();
        let mut prefs: Preferences = prefs.or_else(earlier).unwrap_or_default();
        prefs.sanitize();
        ctx.options_mut(|options| {
            // Closing and zooming are actions of the table.
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
            // If the system does not report a theme, the light one is used.
            options.fallback_theme = egui::Theme::Light;
        });
        let mut app = Self {
            open: None,
            loading: None,
            problems: prefs_problem.iter().cloned().collect(),
            view: View::default(),
            prefs,
            kept,
            prefs_problem,
            outbox: Outbox::default(),
            workers: Workers::start(ctx, state_dir.clone(), &disk, file)?,
            ending: Vec::new(),
            reopen: None,
            dialogs: Dialogs::default(),
            closing: Closing::default(),
            pane: FocusTarget::Reader,
            annotator,
            state_dir,
            clock,
            stop,
            keymap: Arc::default(),
            unused_keys_reported: false,
            keyboard: Keyboard::default(),
            has_focus: true,
            title: String::new(),
        };
        app.show_preferences(ctx);
        if !paths.is_empty() {
            app.inspect_paths(paths, false);
        }
        Ok(app)
    }

    /// The open session, for tests.
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// What the window shows, for tests.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The preferences, for tests.
    pub fn prefs(&self) -> &Preferences {
        &self.prefs
    }

    pub(super) fn now(&self) -> Now {
        self.clock.now()
    }

    /// Sends a command to the session and carries out its effects.
    pub(super) fn dispatch(&mut self, command: Command, ctx: &egui::Context) {
        let now = self.now();
        let Some(open) = &mut self.open else { return };
        let effects = open.session.dispatch(command, now);
        self.workers.carry_out(effects, ctx);
    }

    /// Stores text that was typed into fields and is not in the set yet.
    pub(super) fn take_drafts(&mut self, when: Taking, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        for command in self.view.take_drafts(when, &open.session) {
            self.dispatch(command, ctx);
        }
    }

    /// Applies theme, zoom and keys of the preferences.
    pub(super) fn show_preferences(&mut self, ctx: &egui::Context) {
        ctx.set_theme(match self.prefs.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.prefs.zoom);
        if self.keymap.stored() != self.prefs.keys {
            self.keymap = Arc::new(Keymap::from_stored(&self.prefs.keys));
            // Keys that an earlier version stored under other names are stored by their ids from now on.
            self.prefs.keys = self.keymap.stored();
            if let Some(open) = &mut self.open {
                open.session.use_keys(Arc::clone(&self.keymap));
            }
        }
        keymap::install(ctx, Arc::clone(&self.keymap));
    }

    /// Passes preferences to the session.
    fn apply_preferences_to_session(&mut self, ctx: &egui::Context) {
        let marks_in = self.prefs.marks_in;
        if self.session().is_some_and(|session| session.marks_in() != marks_in) {
            self.dispatch(Command::MarksIn(marks_in), ctx);
        }
    }

    fn poll_window(&mut self, ctx: &egui::Context) {
        let (focused, dropped) = ctx.input(|input| {
            let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (input.focused, dropped)
        });
        if self.has_focus && !focused {
            self.take_drafts(Taking::All, ctx);
            self.dispatch(Command::Flush, ctx);
        }
        self.has_focus = focused;
        if !dropped.is_empty() {
            self.inspect_paths(dropped, false);
        }
    }

    /// Saves what is due, and schedules a repaint for the next due time.
    fn keep_time(&mut self, ctx: &egui::Context) {
        let wake = |app: &Self| app.session().and_then(|session| session.wakes_in_ms(app.now()));
        if wake(self) == Some(0) {
            self.dispatch(Command::Tick, ctx);
        }
        if let Some(ms) = wake(self) {
            ctx.request_repaint_after(Duration::from_millis(ms.max(1)));
        }
        let silent = self.workers.silent(self.now().ticks);
        if self.session().is_some_and(|session| session.safety().silent() != silent) {
            self.dispatch(Command::Report(Report::Silent(silent)), ctx);
        }
        let waits = self.session().is_some_and(|session| session.is_saving() || session.not_yet_safe() > 0);
        if waits || self.workers.is_writing() {
            ctx.request_repaint_after(LOOK);
        }
        if self.kept != self.prefs {
            self.kept = self.prefs.clone();
            self.workers.keep_preferences(self.kept.clone());
        }
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let title = match &self.open {
            Some(open) if open.session.document().info.title.is_empty() => "Dicta".to_owned(),
            Some(open) => format!("{} – Dicta", open.session.document().info.title),
            None => "Dicta".to_owned(),
        };
        if self.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    pub(super) fn was_typing(&self) -> bool {
        self.keyboard.was_typing()
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut Frame) {
        self.poll_messages(ctx);
        self.poll_dialogs(ctx);
        self.read_keys(ctx);
        self.poll_window(ctx);
        self.poll_outbox(ctx);
        self.apply_preferences_to_session(ctx);
        self.keep_time(ctx);
        self.close_when_saved(ctx);
        self.show_title(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut Frame) {
        layout::show(self, ui);
        // Clicks are handled before the next frame is drawn.
        self.poll_outbox(ui.ctx());
        self.take_drafts(Taking::Hidden, ui.ctx());
        self.keep_time(ui.ctx());
        self.keyboard.end_frame(ui.ctx());
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end_set();
        self.workers.finish();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        Theme::of(visuals).paper.to_normalized_gamma_f32()
    }
}
