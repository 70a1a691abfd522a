//! How marks look: every label, nested, crossing, unsure and selected, in light and dark.

use dicta::edit::History;
use dicta::gui::reader::{self, ReaderView};
use dicta::gui::state::outbox::Outbox;
use dicta::gui::state::prefs::Preferences;
use dicta::gui::style::fonts;
use dicta::gui::style::theme::Theme;
use dicta::model::Label;
use dicta::model::{Annotator, Document, Timestamp};
use dicta::session::state::Start;
use dicta::session::{Access, Command, Incoming, Session, SessionAction};
use dicta::text::ByteOffset;
use egui_kittest::{Harness, SnapshotOptions};

const TEXT: &str = "Un deux trois, dit Claire Maurel, quatre cinq six sept huit.";

fn session() -> Session {
    let annotator = Annotator::parse("alice").unwrap();
    let (document, history) = (Document::default(), History::default());
    let now = Timestamp(0);
    let start = Start { document, history, annotator, access: Access::ReadWrite, seed: 3, unsaved: false };
    let mut session = Session::new(start, now);
    session.dispatch(Command::AddArticles(vec![Incoming { file_name: "a.txt".into(), text: TEXT.into() }]), now);
    let marks = [
        ("Un deux trois", SessionAction::Tag(Label::Quote), false),
        ("deux trois, dit", SessionAction::Tag(Label::Quote), false),
        ("Claire Maurel", SessionAction::Tag(Label::Actor), false),
        ("dit Claire Maurel", SessionAction::Tag(Label::Claim), false),
        ("Maurel, quatre", SessionAction::Tag(Label::Claim), true),
        ("cinq", SessionAction::Tag(Label::Quote), true),
        ("huit", SessionAction::Tag(Label::Actor), true),
        ("six sept", SessionAction::Tag(Label::Quote), false),
    ];
    for (words, action, unsure) in marks {
        let at = TEXT.find(words).unwrap();
        session.dispatch(Command::Select { anchor: ByteOffset(at), head: ByteOffset(at + words.len()) }, now);
        session.dispatch(Command::Do(action), now);
        if unsure {
            session.dispatch(Command::Do(SessionAction::ToggleUnsure), now);
        }
    }
    session.dispatch(Command::SelectAnnotation(None), now);
    session.dispatch(Command::Do(SessionAction::PreviousAnnotation), now);
    session
}

fn picture(name: &str, theme: egui::Theme) {
    let session = session();
    let (mut view, prefs) = (ReaderView::default(), Preferences::default());
    let mut harness = Harness::builder()
        .with_size([640.0, 160.0])
        .with_theme(theme)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            Theme::apply(ctx);
        })
        .build_ui(move |ui| reader::show(ui, &session, &mut view, &prefs, &mut Outbox::default()));
    harness.run_steps(3);
    harness.snapshot_options(name, &SnapshotOptions::new().output_path("tests/snapshots"));
}

#[test]
fn marks_in_light() {
    picture("marks-light", egui::Theme::Light);
}

#[test]
fn marks_in_dark() {
    picture("marks-dark", egui::Theme::Dark);
}
