//! Shows tabs, pages and panes, and moves the focus to them.

use super::App;
use crate::gui::input::keymap::key_of;
use crate::gui::panels::review;
use crate::gui::state::focus::{FocusTarget, Overlay, SideTab};
use crate::gui::state::panes::Beside;
use crate::gui::widgets::prompt::{Prompt, Purpose};
use crate::session::{Access, Command, Report, SessionAction, WindowAction};

impl App {
    /// Shows a tab of the side panel, and moves the focus to `focus` if it is given.
    pub(in crate::gui) fn show_tab(&mut self, tab: SideTab, focus: Option<FocusTarget>) {
        self.view.text_alone = false;
        self.prefs.side_open = true;
        self.view.tab = tab;
        self.view.focus = focus.or(self.view.focus);
    }

    /// Shows the page of the actor of the selected annotation.
    pub(super) fn show_actor(&mut self, ctx: &egui::Context) {
        let Some(actor) = self.actor_of_annotation() else {
            let text = "Select a mention whose actor is known, or a quote or claim that somebody says".to_owned();
            return self.dispatch(Command::Report(Report::Info(text)), ctx);
        };
        self.view.panels.actors.open(actor);
        self.show_tab(SideTab::Actors, None);
    }

    /// Moves the focus to the note of the selected annotation, or of the one at the caret.
    pub(super) fn edit_note(&mut self, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        if session.current().is_none() {
            let Some(id) = session.at_caret().first().map(|annotation| annotation.id.clone()) else {
                let text = {
                    let keys = [SessionAction::NextAnnotation, SessionAction::NextAtCaret].map(|action| self.keymap.said(action));
                    format!("Select an annotation first: click it, or press {}", keys.join(" or "))
                };
                return self.dispatch(Command::Report(Report::Info(text)), ctx);
            };
            self.dispatch(Command::SelectAnnotation(Some(id)), ctx);
        }
        self.show_tab(SideTab::Annotation, Some(FocusTarget::Note));
    }

    /// Asks for title and annotator of the set.
    pub(super) fn ask_details(&mut self) {
        let Some(session) = self.session() else { return };
        if matches!(session.access(), Access::Asks(_)) {
            self.view.overlay = Some(Overlay::Who { begun: false });
            return;
        }
        let mut prompt = Prompt::new(Purpose::SetDetails, &session.document().info.title);
        prompt.second = session.annotator().to_string();
        self.view.overlay = Some(Overlay::Prompt(prompt));
    }

    /// Opens or closes the codebook.
    pub(super) fn show_codebook(&mut self) {
        self.view.settings.close();
        let book = &mut self.view.panels.codebook;
        book.open = !book.close() && self.open.is_some();
    }

    /// Opens or closes the settings.
    pub(super) fn show_settings(&mut self) {
        self.view.panels.codebook.close();
        self.view.overlay = None;
        self.view.settings.open = !self.view.settings.close();
    }

    /// Opens or closes the palette.
    pub(super) fn show_palette(&mut self) {
        if self.view.overlay == Some(Overlay::Palette) {
            return self.close_overlay();
        }
        self.view.picker = None;
        self.view.palette.begin();
        self.view.overlay = Some(Overlay::Palette);
    }

    /// Shows a second article next to the first, or only one again.
    pub(super) fn side_by_side(&mut self, ctx: &egui::Context) {
        if self.view.beside.is_some() {
            self.view.close_beside();
            return self.focus_reader(ctx);
        }
        self.view.beside = self.session().and_then(Beside::new);
        if self.view.beside.is_none() {
            self.dispatch(Command::Report(Report::Info("There is no other article to show beside this one".to_owned())), ctx);
        }
    }

    /// Switches to the other of two articles shown side by side.
    pub(super) fn other_pane(&mut self, ctx: &egui::Context) {
        let Some(command) = self.view.beside.as_ref().map(Beside::crossing) else {
            let text = format!("{} shows a second article beside this one", key_of(ctx, WindowAction::SideBySide));
            return self.dispatch(Command::Report(Report::Info(text)), ctx);
        };
        self.dispatch(command, ctx);
        if let (Some(beside), Some(open)) = (&mut self.view.beside, &self.open) {
            beside.follow(&open.session);
        }
        self.focus_reader(ctx);
    }

    /// Moves the focus to the next of text, review, side panel and articles; hidden panes are skipped.
    pub(super) fn next_pane(&mut self, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        let side = match self.view.tab {
            SideTab::Annotation => session.current().map(|_| FocusTarget::Note),
            SideTab::List => Some(FocusTarget::ListFilter),
            SideTab::Actors if self.view.panels.actors.page().is_some() => Some(FocusTarget::ActorPage),
            SideTab::Actors => Some(FocusTarget::ActorsFilter),
            SideTab::Open => Some(FocusTarget::Questions),
            SideTab::Article => Some(FocusTarget::Details),
        };
        let all = !self.view.text_alone;
        let side = side.filter(|_| all && self.prefs.side_open);
        let review = review::is_shown(session) || self.view.panels.find.is_open();
        let review = review.then_some(FocusTarget::Review);
        let articles = (all && self.prefs.articles_open).then_some(FocusTarget::Articles);
        let next = match self.pane {
            FocusTarget::Reader => review.or(side).or(articles),
            FocusTarget::Review => side.or(articles),
            FocusTarget::Articles | FocusTarget::ArticlesFilter => None,
            _ => articles,
        };
        self.pane = next.unwrap_or(FocusTarget::Reader);
        if next.is_none() {
            self.focus_reader(ctx);
        }
        self.view.focus = Some(self.pane);
    }

    /// Moves the focus to the text pane.
    pub(in crate::gui) fn focus_reader(&mut self, ctx: &egui::Context) {
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        self.view.focus = Some(FocusTarget::Reader);
    }
}
