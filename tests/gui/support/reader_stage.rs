//! A stage for the text pane alone: one article in a window without panels, with a session behind it.

use dicta::edit::History;
use dicta::gui::reader::{self, ReaderView};
use dicta::gui::state::outbox::{Item, Outbox};
use dicta::gui::state::prefs::Preferences;
use dicta::gui::style::fonts;
use dicta::gui::style::theme::Theme;
use dicta::model::Label;
use dicta::model::{Annotator, Document, Timestamp};
use dicta::session::state::Start;
use dicta::session::{Access, Action, Command, Incoming, Session, SessionAction, WindowAction};
use dicta::text::marked;
use egui::Vec2;
use egui_kittest::Harness;

/// Seconds a frame: short enough that two presses are a double click.
pub const STEP: f32 = 1.0 / 60.0;

/// What the pane shows, and what it sent.
pub struct Stage {
    pub session: Session,
    pub view: ReaderView,
    pub prefs: Preferences,
    pub now: Timestamp,
}

impl Stage {
    pub fn new(text: &str) -> Self {
        let annotator = Annotator::parse("alice").unwrap();
        let (document, history) = (Document::default(), History::default());
        let now = Timestamp(1_770_000_000_000);
        let start = Start { document, history, annotator, access: Access::ReadWrite, seed: 3, unsaved: false };
        let mut session = Session::new(start, now);
        session.dispatch(Command::AddArticles(vec![Incoming { file_name: "a.txt".into(), text: text.into() }]), now);
        Self { session, view: ReaderView::default(), prefs: Preferences::default(), now }
    }

    pub fn send(&mut self, command: Command) {
        self.session.dispatch(command, self.now);
    }

    pub fn act(&mut self, action: impl Into<Action>) {
        match action.into() {
            Action::Session(action) => self.send(Command::Do(action)),
            Action::Window(WindowAction::Move { step, extend }) => self.view.pending.push((step, extend)),
            Action::Window(action) => panic!("{action:?} needs the whole window"),
        }
    }

    pub fn draw(&mut self, ui: &mut egui::Ui) {
        let mut outbox = Outbox::default();
        reader::show(ui, &self.session, &mut self.view, &self.prefs, &mut outbox);
        for item in outbox.drain() {
            if let Item::Command(command) = item {
                self.send(command);
                ui.ctx().request_repaint();
            }
        }
    }
}

/// The pane in a window, with what is to be tagged in it: `[…]` are quotes, the caret is `|`.
pub fn stage(text: &str) -> Harness<'static, Stage> {
    sized(text, Vec2::new(900.0, 600.0))
}

pub fn sized(text: &str, size: Vec2) -> Harness<'static, Stage> {
    let parsed = marked::parse(text).expect("marked");
    let mut stage = Stage::new(parsed.text.as_str());
    for span in parsed.spans {
        stage.send(Command::Select { anchor: span.start(), head: span.end() });
        stage.act(SessionAction::Tag(Label::Quote));
    }
    stage.send(Command::PlaceCaret { at: parsed.caret.unwrap_or_default(), extend: false });
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(STEP)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            Theme::apply(ctx);
        })
        .build_ui_state(|ui, stage: &mut Stage| stage.draw(ui), stage);
    harness.run_steps(3);
    harness
}

/// What the session shows, as a marked text.
pub fn shows(harness: &Harness<'_, Stage>) -> String {
    let session = &harness.state().session;
    let spans =
        session.layer().map(|l| l.annotations().iter().flat_map(|a| a.spans().collect::<Vec<_>>()).collect()).unwrap_or_default();
    let mut shown = marked::Marked::new(session.article().unwrap().text.clone(), spans);
    let selection = session.selection();
    shown.caret = Some(selection.head);
    shown.anchor = (!selection.is_empty()).then_some(selection.anchor);
    marked::print(&shown)
}
