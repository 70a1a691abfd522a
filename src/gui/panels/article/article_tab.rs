//! The tab of the open article: its details, its facts, its zones, its status.

use std::sync::Arc;

use egui::{Id, Margin, RichText, ScrollArea, Ui};

use super::article_facts::{Facts, facts};
use crate::gui::input::keymap::key_of;
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::style::{dates, languages};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::check::check;
use crate::gui::widgets::drafts::{PAUSE, next_number};
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::tip;
use crate::model::{Article, ArticleId, Metadata, PartialDate};
use crate::session::{Action, Command, Session, SessionAction};

/// A date that is being typed. It is sent once it is a valid date.
#[derive(Debug, Default)]
pub struct DateDraft {
    article: Option<ArticleId>,
    /// The article's date when the draft was last updated.
    seen: String,
    /// The article's date when typing began.
    origin: String,
    typed: String,
    number: u64,
    /// When the last character was typed, in seconds.
    changed: f64,
    /// Whether the field was drawn in this frame.
    drawn: bool,
}

impl DateDraft {
    /// The command that stores the typed date. `None` if it is not a date, or equals the article's date.
    #[must_use]
    pub fn command(&mut self, session: &Session) -> Option<Command> {
        let article = self.article.as_ref().filter(|_| self.typed.trim() != self.seen)?;
        let published = parse(&self.typed).ok()?;
        let before = &session.document().article(article)?.metadata;
        // The draft equals what the set will store, so that updating it does not move the caret.
        self.typed.trim().clone_into(&mut self.seen);
        let metadata = Metadata { published, ..before.clone() };
        let command = Command::SetMetadata(article.clone(), metadata);
        Some(Command::Draft(self.number, Box::new(command)))
    }

    /// Ends a frame. Returns the command that stores the date if its field is no longer drawn.
    #[must_use]
    pub fn end_frame(&mut self, session: &Session) -> Option<Command> {
        if std::mem::take(&mut self.drawn) {
            return None;
        }
        let command = self.command(session);
        self.origin.clone_from(&self.seen);
        command
    }

    /// Restores the date from before typing began. Returns the command that stores it, if needed.
    #[must_use]
    pub fn abandon(&mut self, session: &Session) -> Option<Command> {
        self.typed.clone_from(&self.origin);
        self.command(session)
    }

    /// Updates the draft when the article or its date has changed.
    fn follow(&mut self, article: &Article) {
        let stored = article.metadata.published.as_ref().map_or("", PartialDate::as_str);
        if self.article.as_ref() != Some(&article.id) || self.seen != stored {
            self.article = Some(article.id.clone());
            stored.clone_into(&mut self.seen);
            stored.clone_into(&mut self.typed);
            stored.clone_into(&mut self.origin);
        }
    }

    /// Updates the draft after its field was drawn. Returns whether the date is to be stored now.
    fn follow_field(&mut self, ui: &Ui, response: &egui::Response) -> bool {
        let now = ui.input(|input| input.time);
        if response.gained_focus() {
            self.origin.clone_from(&self.seen);
            self.number = next_number();
        }
        if response.changed() {
            self.changed = now;
        }
        // A year may be the beginning of a full date: short forms are stored after a pause, or when the field loses the
        // focus.
        let whole = response.changed() && matches!(self.typed.trim().len(), 0 | 10);
        let open = response.has_focus() && self.typed.trim() != self.seen && !self.typed.trim().is_empty();
        let rest = self.changed + PAUSE - now;
        if open && rest > 0.0 {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(rest));
        }
        whole || response.lost_focus() || (open && rest <= 0.0)
    }
}

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct ArticleTabView {
    facts: Facts,
    pub date: DateDraft,
}

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, view: &mut ArticleTabView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    let Some(article) = session.article().cloned() else {
        egui::Frame::NONE.inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| dim(ui, "No article is open."));
        return;
    };
    ScrollArea::vertical().id_salt("article tab").auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::symmetric(size::MARGIN as i8, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            details(ui, session, &article, &mut view.date, focus, outbox);
            ui.add_space(10.0);
            facts(ui, &mut view.facts, &article);
            ui.add_space(10.0);
            crate::gui::panels::annotation::zones::show(ui, session, &article, outbox);
            ui.add_space(10.0);
            status(ui, session, &article, outbox);
        });
    });
}

/// Layout of one field.
#[derive(Clone, Copy)]
struct Look<'a> {
    rows: usize,
    hint: &'a str,
    /// Small text below the field.
    below: &'a str,
}

impl Default for Look<'_> {
    fn default() -> Self {
        Self { rows: 1, hint: "", below: "" }
    }
}

/// The text that one field edits.
type Slot = fn(&mut Metadata) -> &mut String;

fn details(
    ui: &mut Ui,
    session: &Session,
    article: &Arc<Article>,
    draft: &mut DateDraft,
    focus: &mut Option<FocusTarget>,
    outbox: &mut Outbox,
) {
    let read_only = !session.access().permits_changes();
    let field = |ui: &mut Ui, name: &str, look: Look<'_>, slot: Slot, outbox: &mut Outbox| {
        let Look { rows, hint, below } = look;
        field_row(ui, name, |ui| {
            let mut metadata = article.metadata.clone();
            let id = Id::unique(("article field", article.id.as_str(), name));
            let field = TextField { hint, rows, read_only, ..TextField::new(id, name) };
            let value = slot(&mut metadata);
            let response = field.show(ui, value);
            if response.changed() {
                // Details are single lines; pasted line breaks become spaces.
                *value = value.replace(['\n', '\r'], " ");
                outbox.send(Command::SetMetadata(article.id.clone(), metadata));
            }
            if !below.is_empty() {
                dim(ui, below);
            }
            response
        })
    };
    let title = field(ui, "Title", Look { rows: 2, ..Look::default() }, |m| &mut m.title, outbox);
    if focus.take_if(|focus| *focus == FocusTarget::Details).is_some() {
        title.request_focus();
        title.scroll_to_me(None);
    }
    field(ui, "Outlet", Look::default(), |m| &mut m.outlet, outbox);
    date(ui, session, article, read_only, draft, outbox);
    field(ui, "Byline", Look::default(), |m| &mut m.byline, outbox);
    field(ui, "URL", Look::default(), |m| &mut m.url, outbox);
    let below = language_name(&article.metadata.language);
    let language = Look { hint: "Code, such as fr", below, ..Look::default() };
    field(ui, "Language", language, |m| &mut m.language, outbox);
    let below = language_name(&article.metadata.translated_from);
    let from = Look { hint: "Code, such as ru", below, ..Look::default() };
    field(ui, "Translated from", from, |m| &mut m.translated_from, outbox);
}

fn date(ui: &mut Ui, session: &Session, article: &Arc<Article>, read_only: bool, draft: &mut DateDraft, outbox: &mut Outbox) {
    // Stores the draft of the article that was open before.
    if draft.article.as_ref() != Some(&article.id) {
        outbox.send_all(draft.command(session));
    }
    draft.follow(article);
    draft.drawn = true;
    let theme = Theme::of(ui.visuals());
    field_row(ui, "Date", |ui| {
        let id = Id::unique(("article field", article.id.as_str(), "Date"));
        let wrong = parse(&draft.typed).is_err();
        let field = TextField { hint: "YYYY-MM-DD", read_only, wrong, ..TextField::new(id, "Date") };
        let response = field.show(ui, &mut draft.typed);
        if draft.follow_field(ui, &response) {
            outbox.send_all(draft.command(session));
        }
        if !response.has_focus() {
            // Typing has ended: the former date can no longer be restored.
            draft.origin.clone_from(&draft.seen);
        }
        let below = |ui: &mut Ui, words: &str, color| {
            ui.add(egui::Label::new(RichText::new(words).font(sans(size::SMALL)).color(color)).wrap());
        };
        match parse(&draft.typed) {
            Err(reason) => below(ui, &reason, theme.open),
            Ok(Some(date)) => below(ui, &dates::long(&date), theme.dim),
            Ok(None) => {}
        }
    });
}

/// Parses a date. `None` for an empty field.
fn parse(typed: &str) -> Result<Option<PartialDate>, String> {
    let typed = typed.trim();
    if typed.is_empty() { Ok(None) } else { PartialDate::parse(typed).map(Some) }
}

/// The name of a language code, shown below its field.
fn language_name(code: &str) -> &'static str {
    if code.is_empty() { "" } else { languages::name(code).unwrap_or("Unknown language code") }
}

fn status(ui: &mut Ui, session: &Session, article: &Article, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let status = session.document().status(&article.id, session.annotator());
    field_row(ui, "Status", |ui| {
        let done = session.layer().is_some_and(|layer| layer.done);
        let action = Action::Session(SessionAction::ToggleDone);
        let response = check(ui, done, action.spec().name, &key_of(ui, action), true);
        if tip(response, action.spec().help, "").clicked() {
            outbox.act(action);
        }
        dim(ui, format!("For {}: {}", session.annotator(), status.as_str()));
    });
    ui.add_space(10.0);
    let action = Action::Session(SessionAction::RemoveArticle);
    let button = Button { color: Some(theme.open), key: key_of(ui, action), ..Button::flush(action.spec().name) };
    if tip(button.show(ui), action.spec().help, "").clicked() {
        outbox.act(action);
    }
}
