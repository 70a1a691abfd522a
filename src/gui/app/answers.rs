//! Carries out the answers to prompts, and what is pasted.

use super::App;
use crate::gui::widgets::prompt::Answer;
use crate::gui::workers::reader::Job;
use crate::session::{Command, Incoming, Report};

impl App {
    /// Carries out the answer to a prompt.
    pub(in crate::gui) fn answered(&mut self, answer: Answer, ctx: &egui::Context) {
        match answer {
            Answer::Cancel => self.close_overlay(),
            // The prompt stays open until the path has been inspected.
            Answer::Path { path, add } => self.workers.ask(Job::Inspect { paths: vec![path], add: add && self.open.is_some() }),
            Answer::NewSet { root, from } => self.create(root, from),
            Answer::Bring(from) => {
                self.close_overlay();
                self.read_articles(from);
            }
            Answer::SaveHits(path) => self.save_hits(path),
            Answer::SaveCopy(path) => self.save_copy(path),
            Answer::Details { annotator, .. } | Answer::OwnLayer(annotator) if self.proposes_namesake(&annotator) => {}
            Answer::Details { title, annotator } => {
                self.close_overlay();
                // The title is changed in the name of the new annotator.
                if self.session().is_some_and(|session| *session.annotator() != annotator) {
                    self.annotate_as(annotator, ctx);
                }
                self.dispatch(Command::SetTitle(title), ctx);
            }
            Answer::OwnLayer(annotator) => {
                self.close_overlay();
                self.annotate_as(annotator, ctx);
            }
        }
    }

    /// Adds a pasted text as an article.
    pub(in crate::gui) fn paste(&mut self, text: &str, ctx: &egui::Context) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            self.dispatch(Command::Report(Report::Info("There is no text to paste".to_owned())), ctx);
        } else if self.open.is_some() {
            self.dispatch(Command::AddArticles(vec![Incoming { file_name: String::new(), text }]), ctx);
        } else {
            self.problems = vec!["Open or start a set first; then a pasted text becomes an article of it.".to_owned()];
        }
    }
}
