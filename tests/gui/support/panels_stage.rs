//! A small set with panels around it: what is clicked and typed goes through the session, as in the app.

use dicta::edit::History;
use dicta::gui::state::outbox::{Item, Outbox, WindowRequest};
use dicta::gui::state::prefs::Preferences;
use dicta::gui::state::view::View;
use dicta::gui::style::theme::{Theme, size};
use dicta::gui::style::{fonts, theme};
use dicta::gui::{panels, picker};
use dicta::model::{ActorId, Annotator, Codebook, Document, Guideline, Label, PartialDate, Timestamp, Unknown};
use dicta::session::state::Start;
use dicta::session::{Access, Action, Command, Effect, For, Incoming, Report, Session, SessionAction, WindowAction};
use dicta::text::ByteOffset;
use egui_kittest::Harness;

pub const DOCKERS: &str = "Dockers' envoy met the minister in secret, sources say\n\nThe dockers' adviser Émile Bonnet visited the ministry on Tuesday, two diplomatic sources said on Wednesday.\n\n“We are talking at a technical level,” Minister Claire Maurel told reporters. “It is done in the open.”\n";
const PORT: &str = "Port : la reprise des discussions « en préparation »\n\nDes discussions sont en cours au niveau technique, a déclaré la ministre.\n";
const VESTNIK: &str = "Contacts with the port have been restored\n\nThe spokesman said that contacts exist.\n";

/// A session with its window parts.
pub struct Stage {
    pub session: Session,
    pub view: View,
    pub prefs: Preferences,
    pub outbox: Outbox,
    /// Actions that the window itself would carry out, in order.
    pub window: Vec<Action>,
    pub now: Timestamp,
}

impl Stage {
    /// Three articles, none annotated; the second is a translation with full details.
    pub fn new() -> Self {
        let guideline =
            |label, text: &str| Guideline { label, text: text.to_owned(), examples: Vec::new(), unknown: Unknown::default() };
        let codebook = Codebook {
            guidelines: vec![guideline(Label::Quote, "Words that the article presents as somebody's own.")],
            attributes: Vec::new(),
            unknown: Unknown::default(),
        };
        Self::with(Document { codebook: codebook.into(), ..Document::default() })
    }

    pub fn with(document: Document) -> Self {
        let now = Timestamp::parse("2026-02-04T09:30:00Z").unwrap();
        let mut stage = Self {
            session: session(document, Access::ReadWrite, now),
            view: View::default(),
            prefs: Preferences::default(),
            outbox: Outbox::default(),
            window: Vec::new(),
            now,
        };
        let incoming = |name: &str, text: &str| Incoming { file_name: name.to_owned(), text: text.to_owned() };
        stage.send(Command::AddArticles(vec![
            incoming("dockers.txt", DOCKERS),
            incoming("port.txt", PORT),
            incoming("vestnik.txt", VESTNIK),
        ]));
        stage.send(Command::SetTitle("Harbour strike".to_owned()));
        stage.describe("dockers", "Dockers' envoy met the minister in secret, sources say", "North Wire", "2026-02-04", "en", "");
        stage.describe("port", "Port : la reprise des discussions « en préparation »", "Le Quai", "2026-02-03", "fr", "");
        stage.describe("vestnik", "Contacts with the port have been restored", "Vestnik", "2025-02", "en", "ru");
        stage.send(Command::DismissNotices);
        stage
    }

    /// Opens `document` in the place of what was open.
    pub fn reopen(&mut self, document: Document, access: Access) {
        self.session = session(document, access, self.now);
    }

    fn describe(&mut self, id: &str, title: &str, outlet: &str, date: &str, language: &str, from: &str) {
        let id = dicta::model::ArticleId::parse(id).unwrap();
        let metadata = dicta::model::Metadata {
            title: title.to_owned(),
            outlet: outlet.to_owned(),
            published: Some(PartialDate::parse(date).unwrap()),
            byline: String::new(),
            language: language.to_owned(),
            translated_from: from.to_owned(),
            url: String::new(),
        };
        self.send(Command::SetMetadata(id, metadata));
    }

    pub fn send(&mut self, command: Command) {
        self.now = Timestamp(self.now.0 + 10);
        for effect in self.session.dispatch(command, self.now) {
            if let Effect::Search(job) = effect {
                let mut found = Vec::new();
                job.run(|findings| {
                    found.push(findings);
                    true
                });
                for findings in found {
                    self.send(Command::Report(Report::Found(findings)));
                }
            }
        }
    }

    /// The actor of that name.
    pub fn actor(&self, name: &str) -> ActorId {
        self.session.actors_named(name).into_iter().next().expect("an actor of that name")
    }

    /// Brings actors into the register.
    pub fn know(&mut self, names: &[&str]) {
        for name in names {
            self.send(Command::NewActor { name: (*name).to_owned(), target: For::Register });
        }
        self.send(Command::DismissNotices);
    }

    pub fn act(&mut self, action: SessionAction) {
        self.send(Command::Do(action));
    }

    /// Selects `words` where they first stand in the open article.
    pub fn select(&mut self, words: &str) {
        let at = self.session.article().unwrap().text.as_str().find(words).expect("the words stand in the text");
        self.send(Command::Select { anchor: ByteOffset(at), head: ByteOffset(at + words.len()) });
    }

    pub fn tag(&mut self, words: &str, action: SessionAction) {
        self.select(words);
        self.act(action);
    }

    /// What the app does between frames.
    pub fn deliver(&mut self) {
        for item in self.outbox.drain() {
            match item {
                Item::Command(command) => self.send(command),
                Item::Action(Action::Session(action)) => self.act(action),
                Item::Action(Action::Window(WindowAction::ShowKeys)) => {
                    self.view.overlay = Some(dicta::gui::state::view::Overlay::Keys);
                }
                Item::Action(action) => self.window.push(action),
                Item::Request(WindowRequest::Choose(request)) => {
                    self.view.picker = Some(picker::Picker::new(&self.session, request));
                }
                Item::Request(_) => {}
            }
        }
    }

    pub fn draw(&mut self, ui: &mut egui::Ui) {
        self.deliver();
        let Self { session, view, prefs, outbox, .. } = self;
        let colors = Theme::of(ui.visuals());
        let frame = |fill| egui::Frame::NONE.fill(fill);
        let side = |panel: egui::Panel, points: f32| panel.exact_size(points).resizable(false).frame(frame(colors.panel));
        side(egui::Panel::top("top"), size::TOP_BAR).show(ui, |ui| panels::bars::top_bar::show(ui, session, view, outbox));
        side(egui::Panel::bottom("status"), size::STATUS_BAR)
            .show(ui, |ui| panels::bars::status_bar::show(ui, session, view, prefs, outbox));
        side(egui::Panel::bottom("labels"), size::LABEL_BAR)
            .show(ui, |ui| panels::keys::label_bar::show(ui, session, view, outbox));
        side(egui::Panel::left("articles"), size::ARTICLES)
            .show(ui, |ui| panels::article::articles::show(ui, session, &mut view.panels.articles, &mut view.focus, outbox));
        side(egui::Panel::right("side"), size::SIDE).show(ui, |ui| panels::bars::side::show(ui, session, view, outbox));
        panels::lists::show(ui, session, view, outbox);
        egui::CentralPanel::default().frame(frame(colors.paper)).show(ui, |ui| {
            if view.panels.codebook.open {
                panels::codebook::show(ui, session, view, outbox);
            }
        });
        panels::keys::cheat_sheet::show(ui.ctx(), Some(session), view, outbox);
        dicta::gui::palette::show(ui.ctx(), Some(session), view, prefs, outbox);
        picker::show(ui.ctx(), session, view, prefs, outbox);
        panels::annotation::values_strip::show(ui.ctx(), session, view, outbox);
        outbox.send_all(view.take_drafts(dicta::gui::state::view::Taking::Hidden, session));
    }

    pub fn open(self) -> Harness<'static, Self> {
        let mut harness = Harness::builder()
            .with_size([1440.0, 900.0])
            .with_context_setup(|ctx| {
                fonts::install(ctx);
                theme::Theme::apply(ctx);
            })
            .build_ui_state(|ui, stage: &mut Self| stage.draw(ui), self);
        harness.run();
        harness
    }
}

fn session(document: Document, access: Access, now: Timestamp) -> Session {
    let annotator = Annotator::parse("alice").unwrap();
    Session::new(Start { document, history: History::default(), annotator, access, seed: 7, unsaved: false }, now)
}
