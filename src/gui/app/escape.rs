//! What Escape closes or clears: one thing at a time, the topmost first.

use super::App;
use crate::gui::panels::review;
use crate::gui::reader;
use crate::gui::state::view::{FocusTarget, SideTab, Taking};
use crate::session::Command;

impl App {
    /// Closes the topmost thing that is open; otherwise leaves focus mode or clears the selection.
    pub(super) fn escape(&mut self, ctx: &egui::Context) {
        if self.was_typing() {
            self.take_drafts(Taking::Abandoned, ctx);
        }
        if self.view.picker.take().is_some() {
            self.focus_reader(ctx);
        } else if self.view.overlay.is_some() {
            self.close_overlay();
        } else if (self.was_typing() && !self.view.panels.find.is_typing())
            || self.close_topmost(ctx)
            || ctx.memory(egui::Memory::focused).is_some_and(|id| !reader::is_pane(id))
        {
            self.focus_reader(ctx);
        } else if self.view.text_alone && self.session().is_some_and(|s| s.selection().is_empty() && s.current().is_none()) {
            self.view.text_alone = false;
        } else {
            self.dispatch(Command::Clear, ctx);
        }
    }

    pub(super) fn close_overlay(&mut self) {
        self.view.overlay = None;
        self.view.focus = Some(FocusTarget::Reader);
    }

    /// Closes the search or review, else the page over the text, else the actor's page. Returns whether one of them was open.
    fn close_topmost(&mut self, ctx: &egui::Context) -> bool {
        let found = self.view.panels.find.close();
        if found || self.session().is_some_and(review::is_shown) {
            self.dispatch(Command::CloseReview, ctx);
            return true;
        }
        if self.view.close_pages() {
            return true;
        }
        let page = self.view.tab == SideTab::Actors && self.prefs.side_open && !self.view.text_alone;
        page && self.view.panels.actors.back()
    }
}
