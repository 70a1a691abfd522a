//! Defines [`App`]: the window's state, and what happens in a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::{CreationContext, Frame, Storage};

use super::clock::Clock;
use super::closing::Closing;
use super::dialogs::Dialogs;
use super::effects::Crew;
use super::keys::Keyboard;
use super::options::Options;
use super::outbox::Outbox;
use super::prefs::{Preferences, ThemeChoice};
use super::theme::Theme;
use super::view::{FocusTarget, View};
use super::{fonts, keymap, layout};
use crate::model::{Annotator, Timestamp};
use crate::session::{Command, Keymap, Session};

/// Where eframe keeps the preferences.
const KEPT: &str = "preferences";

/// The window's state.
#[derive(Debug)]
pub struct App {
    pub(super) open: Option<OpenSet>,
    /// The set that is being opened.
    pub(super) loading: Option<Loading>,
    /// What went wrong while no set was open, in words.
    pub(super) problems: Vec<String>,
    pub(super) view: View,
    pub(super) prefs: Preferences,
    pub(super) outbox: Outbox,
    pub(super) crew: Crew,
    pub(super) dialogs: Dialogs,
    pub(super) closing: Closing,
    /// Where going round the panes has come.
    pub(super) pane: FocusTarget,
    /// From the command line: who annotates in the first set, and the person's usual name until another is chosen.
    pub(super) annotator: Option<Annotator>,
    pub(super) clock: Clock,
    pub(super) keymap: Arc<Keymap>,
    keyboard: Keyboard,
    has_focus: bool,
    title: String,
}

/// The open set.
#[derive(Debug)]
pub struct OpenSet {
    pub root: PathBuf,
    pub session: Session,
    /// Under which its annotator is remembered.
    pub key: String,
    /// By which the threads know it.
    pub number: u64,
}

/// What is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loading {
    /// For the person: “Opening …”.
    pub what: String,
    pub done: usize,
    /// 0 while it is not known.
    pub total: usize,
}

impl App {
    /// Sets up the window and begins to open what the options name.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new(cc: &CreationContext<'_>, options: Options) -> std::io::Result<Self> {
        let Options { state_dir, paths, annotator, clock } = options;
        let ctx = &cc.egui_ctx;
        fonts::install(ctx);
        Theme::apply(ctx);
        let mut prefs: Preferences = cc.storage.and_then(|storage| eframe::get_value(storage, KEPT)).unwrap_or_default();
        prefs.sanitize();
        ctx.options_mut(|options| {
            // Both are commands of our own: closing saves first, and the table lists every key.
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
            // Where the system does not say, paper is light.
            options.fallback_theme = egui::Theme::Light;
        });
        let mut app = Self {
            open: None,
            loading: None,
            problems: Vec::new(),
            view: View::default(),
            prefs,
            outbox: Outbox::default(),
            crew: Crew::start(ctx, state_dir)?,
            dialogs: Dialogs::default(),
            closing: Closing::default(),
            pane: FocusTarget::Reader,
            annotator,
            clock,
            keymap: Arc::default(),
            keyboard: Keyboard::default(),
            has_focus: true,
            title: String::new(),
        };
        app.show_preferences(ctx);
        if !paths.is_empty() {
            app.look(paths, false);
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

    /// How the person likes the window, for tests.
    pub fn prefs(&self) -> &Preferences {
        &self.prefs
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Gives the session a command and carries out what it asks for.
    pub(super) fn dispatch(&mut self, command: Command, ctx: &egui::Context) {
        let now = self.now();
        let Some(open) = &mut self.open else { return };
        let effects = open.session.dispatch(command, now);
        self.crew.carry_out(effects, ctx);
    }

    /// Makes theme, zoom and keys what the preferences say.
    pub(super) fn show_preferences(&mut self, ctx: &egui::Context) {
        ctx.set_theme(match self.prefs.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.prefs.zoom);
        if self.keymap.stored() != self.prefs.keys {
            self.keymap = Arc::new(Keymap::from_stored(&self.prefs.keys));
            if let Some(open) = &mut self.open {
                open.session.use_keys(Arc::clone(&self.keymap));
            }
        }
        keymap::install(ctx, Arc::clone(&self.keymap));
    }

    /// Has the session do as the preferences say.
    fn tell_preferences(&mut self, ctx: &egui::Context) {
        let marks_in = self.prefs.marks_in;
        if self.session().is_some_and(|session| session.marks_in() != marks_in) {
            self.dispatch(Command::MarksIn(marks_in), ctx);
        }
    }

    fn hear_keys(&mut self, ctx: &egui::Context) {
        // While a key is being changed, the next one is its new key, whatever it means.
        if self.view.settings.listens() {
            return;
        }
        let pressed = self.keyboard.take(ctx, self.view.overlay.is_some());
        for action in pressed.actions.into_iter().filter(|action| self.heeds(*action)).collect::<Vec<_>>() {
            self.act(action, ctx);
        }
        for text in pressed.pasted {
            self.paste(&text, ctx);
        }
    }

    fn hear_window(&mut self, ctx: &egui::Context) {
        let (focused, dropped) = ctx.input(|input| {
            let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (input.focused, dropped)
        });
        if self.has_focus && !focused {
            self.dispatch(Command::Flush, ctx);
        }
        self.has_focus = focused;
        if !dropped.is_empty() {
            self.look(dropped, false);
        }
    }

    /// Saves what is due, and asks to be woken when the next thing is.
    fn keep_time(&mut self, ctx: &egui::Context) {
        let wake = |app: &Self| app.session().and_then(|session| session.wakes_in_ms(app.now()));
        if wake(self) == Some(0) {
            self.dispatch(Command::Tick, ctx);
        }
        if let Some(ms) = wake(self) {
            ctx.request_repaint_after(Duration::from_millis(ms.max(1)));
        }
        if !self.crew.flush() {
            ctx.request_repaint_after(Duration::from_millis(50));
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
        self.hear_news(ctx);
        self.hear_dialogs(ctx);
        self.hear_keys(ctx);
        self.hear_window(ctx);
        self.hear_outbox(ctx);
        self.tell_preferences(ctx);
        self.keep_time(ctx);
        self.close_when_saved(ctx);
        self.show_title(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut Frame) {
        layout::show(self, ui);
        // What was clicked happens before the next frame is drawn, not after it.
        self.hear_outbox(ui.ctx());
        self.keep_time(ui.ctx());
        self.keyboard.end_frame(ui.ctx());
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        eframe::set_value(storage, KEPT, &self.prefs);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.let_go();
        self.crew.finish();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        Theme::of(visuals).paper.to_normalized_gamma_f32()
    }
}
