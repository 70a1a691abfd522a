//! Carries out the search's actions: opens it, and goes from hit to hit.

use super::app::App;
use super::panels::find::found;
use super::picker::target::selected;
use super::view::FocusTarget;
use crate::session::{Action, Command};

/// Selected words that are longer are hardly what is to be searched for, in characters.
const LONGEST: usize = 60;

impl App {
    /// Opens the search with the selected words, or with those of last time.
    pub(super) fn find(&mut self, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        let open = self.view.panels.find.is_open();
        let short = |words: &String| !words.contains('\n') && words.chars().count() <= LONGEST;
        let words = selected(session).filter(short).filter(|_| !open);
        if session.review().is_some() && found(session).is_none() {
            self.dispatch(Command::CloseReview, ctx);
        }
        self.view.panels.find.begin(words);
        self.view.focus = Some(FocusTarget::Find);
        ctx.request_repaint();
    }

    /// Shows the next hit, or the one before; opens the search where there is none.
    pub(super) fn step_hit(&mut self, action: Action, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        let find = &mut self.view.panels.find;
        let Some((review, _)) = found(&open.session) else {
            if find.is_open() || !find.has_words() {
                return self.find(ctx);
            }
            find.begin(None);
            return ctx.request_repaint();
        };
        if let Some(command) = find.step(&review.rows, action == Action::NextHit) {
            self.view.panels.codebook.close();
            self.dispatch(command, ctx);
        }
    }
}
