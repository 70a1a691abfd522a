//! Actions of the search: opening it, going from result to result, and applying actions to selected results.

use std::path::PathBuf;

use super::App;
use crate::gui::panels::find::found;
use crate::gui::panels::keys::list_keys::review_id;
use crate::gui::picker::target::selected;
use crate::gui::picker::{Request, Target};
use crate::gui::state::view::{FocusTarget, Overlay};
use crate::gui::widgets::lettering::counted;
use crate::gui::widgets::prompt::Purpose;
use crate::gui::workers::reader::Job;
use crate::model::Label;
use crate::model::id::slug;
use crate::session::input::action::Participant;
use crate::session::{Action, Command, Report, SearchAct, SessionAction, WindowAction};

/// Beginning of the proposed name of a saved list.
const FILE: &str = "places";
/// Maximum length of selected text that is proposed as the search term, in characters.
const LONGEST: usize = 60;

impl App {
    /// Opens the search with the selected words, or with the previous search term.
    pub(in crate::gui) fn find(&mut self, ctx: &egui::Context) {
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

    /// Goes to the next or previous result; opens the search if there are no results.
    pub(in crate::gui) fn step_hit(&mut self, forward: bool, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        let find = &mut self.view.panels.find;
        let Some((review, _)) = found(&open.session) else {
            if find.is_open() || !find.has_words() {
                return self.find(ctx);
            }
            find.begin(None);
            return ctx.request_repaint();
        };
        if let Some(command) = find.step(&review.rows, forward) {
            self.view.panels.codebook.close();
            self.dispatch(command, ctx);
        }
    }

    /// Applies tagging, choosing, deleting, copying and saving to the selected search results while their list has the
    /// keyboard. Returns whether the action was one of these.
    pub(super) fn act_on_hits(&mut self, action: Action, ctx: &egui::Context) -> bool {
        let Some((review, _)) = self.session().and_then(found) else { return false };
        if self.view.overlay.is_some() || !ctx.memory(|memory| memory.has_focus(review_id())) {
            return false;
        }
        let choose = WindowAction::Choose(Participant::Speaker);
        let ticked = review.ticked() > 0;
        // With no result selected, these actions are about the words of the result that is shown.
        let is_shown = self.session().is_some_and(|session| !session.selection().is_empty());
        match action {
            Action::Session(SessionAction::Tag(Label::Actor)) if ticked => {
                self.choose(Request { target: Target::SearchMention, at: None }, ctx);
            }
            Action::Session(SessionAction::Tag(label)) if ticked => {
                self.dispatch(Command::AcceptAs(SearchAct::Tag(label)), ctx);
            }
            Action::Window(action) if ticked && action == choose => {
                self.choose(Request { target: Target::SearchCredit, at: None }, ctx);
            }
            Action::Session(SessionAction::Tag(_)) if !is_shown => self.ask_to_select_hits(ctx),
            Action::Window(action) if !is_shown && action == choose => self.ask_to_select_hits(ctx),
            Action::Session(SessionAction::Delete) => self.dispatch(Command::AcceptAs(SearchAct::Delete), ctx),
            Action::Session(SessionAction::Copy) if ticked => self.dispatch(Command::CopyReview, ctx),
            Action::Session(SessionAction::Save) => self.ask_where_to_save(),
            _ => return false,
        }
        true
    }

    fn ask_to_select_hits(&mut self, ctx: &egui::Context) {
        let text = "Select results first: Space, or Ctrl A for all; Enter shows one".to_owned();
        self.dispatch(Command::Report(Report::Info(text)), ctx);
    }

    /// Asks where to save the results; proposes a file next to the set, named after the search term.
    pub(in crate::gui) fn ask_where_to_save(&mut self) {
        let Some(open) = &self.open else { return };
        let Some((_, query)) = found(&open.session) else { return };
        let name = format!("{} {}", FILE, query.words);
        let path = open.root.with_file_name(slug(&name, FILE)).with_extension("csv");
        self.ask(Purpose::SaveHits, &path.display().to_string());
    }

    /// Starts writing the results to a file.
    pub(in crate::gui) fn save_hits(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        // A name without a folder is relative to the folder of the set.
        let path = open.root.parent().map(|folder| folder.join(&path)).unwrap_or(path);
        let path = if path.extension().is_none() && !path.is_dir() { path.with_extension("csv") } else { path };
        match open.session.review_as_csv() {
            Some(bytes) => self.workers.ask(Job::WriteTable { path, bytes }),
            None => self.view.overlay = None,
        }
    }

    pub(in crate::gui) fn hits_saved(&mut self, written: Result<PathBuf, String>, ctx: &egui::Context) {
        match written {
            Ok(path) => {
                let asked = matches!(&self.view.overlay, Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::SaveHits);
                if asked {
                    self.view.overlay = None;
                    self.view.focus = Some(FocusTarget::Review);
                }
                let count = self.session().and_then(found).map_or(0, |(review, _)| match review.ticked() {
                    0 => review.rows.len(),
                    ticked => ticked,
                });
                let is_part = self.session().and_then(found).is_some_and(|(review, _)| review.ticked() > 0);
                let places = counted(count, "result", "results");
                let which = if is_part { " that were selected" } else { "" };
                let text = format!("{places}{which} saved as “{}”", path.display());
                self.dispatch(Command::Report(Report::Info(text)), ctx);
            }
            Err(reason) => self.refuse(&Purpose::SaveHits, vec![reason], ctx),
        }
    }
}
