//! Moves things through the window: news from the threads, what widgets asked for, sets that come and go.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::annotators::{Beginning, set_key};
use super::app::{App, Loading, OpenSet};
use super::effects::reader::Job;
use super::effects::{Articles, Found, News, Ready};
use super::outbox::{Item, Wish};
use super::prompt::{Prompt, Purpose};
use super::view::{FocusTarget, Overlay, SideTab};
use crate::host::{Brought, Opened};
use crate::session::state::Start;
use crate::session::{Command, Report, Session};

/// Refused files that are named one by one; the rest are counted.
const NAMED: usize = 4;

impl App {
    pub(super) fn hear_news(&mut self, ctx: &egui::Context) {
        for news in self.crew.news() {
            match news {
                News::Written { set, report } => self.hear_report(set, report, ctx),
                News::Ended { .. } => {}
                News::Looked { found, add } => {
                    self.loading = None;
                    self.found(found, add, ctx);
                }
                News::Progress { done, total } => {
                    if let Some(loading) = &mut self.loading {
                        (loading.done, loading.total) = (done, total);
                    }
                }
                News::Ready(ready) => self.ready(*ready, ctx),
                News::NotOpened { root, reason } => {
                    self.loading = None;
                    self.prefs.recent.retain(|known| *known != root || self.open.as_ref().is_some_and(|open| open.root == root));
                    self.complain(vec![reason], ctx);
                }
                News::TableWritten(written) => self.hits_saved(written, ctx),
                News::Brought(brought) => {
                    self.loading = None;
                    self.take_in(brought, ctx);
                }
            }
        }
    }

    fn hear_report(&mut self, set: u64, report: Report, ctx: &egui::Context) {
        if self.open.as_ref().is_some_and(|open| open.number == set) {
            return self.dispatch(Command::Report(report), ctx);
        }
        // About a set that was closed meanwhile.
        if let Report::SaveFailed(reason) = report {
            let text = format!("The set that was closed is not all saved: {reason}. Open it again; nothing is lost");
            self.complain(vec![text], ctx);
        }
    }

    pub(super) fn hear_outbox(&mut self, ctx: &egui::Context) {
        for item in self.outbox.drain() {
            match item {
                Item::Command(command) => self.dispatch(command, ctx),
                Item::Action(action) => self.act(action, ctx),
                Item::Wish(Wish::Open(path)) => self.look(vec![path], false),
                Item::Wish(Wish::Bring(paths)) => self.look(paths, true),
                Item::Wish(Wish::CreateSet { root, from }) => self.create(root, from),
                Item::Wish(Wish::Choose(request)) => self.choose(request, ctx),
                Item::Wish(Wish::ShowActor(actor)) => {
                    self.view.panels.actors.open(actor);
                    self.show_tab(SideTab::Actors, None);
                }
                Item::Wish(Wish::SaveHits) => self.ask_where_to_save(),
                Item::Wish(Wish::Prefer) => {
                    self.prefs.sanitize();
                    self.show_preferences(ctx);
                }
            }
        }
    }

    /// Finds out what paths are, and then opens them or brings them in; `add`: they are meant for the open set.
    pub(super) fn look(&mut self, paths: Vec<PathBuf>, add: bool) {
        self.problems.clear();
        self.crew.ask(Job::Look { paths, add });
    }

    pub(super) fn create(&mut self, root: PathBuf, from: Vec<PathBuf>) {
        self.load(&root);
        self.crew.ask(Job::Create { root, from });
    }

    pub(super) fn bring(&mut self, from: Vec<PathBuf>) {
        self.loading = Some(Loading { what: "Reading articles".to_owned(), done: 0, total: 0 });
        self.crew.ask(Job::Bring(from));
    }

    fn load(&mut self, root: &Path) {
        let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy();
        self.loading = Some(Loading { what: format!("Opening “{name}”"), done: 0, total: 0 });
    }

    fn found(&mut self, found: Found, add: bool, ctx: &egui::Context) {
        let open_root = self.open.as_ref().map(|open| open.root.clone());
        match found {
            Found::Set { root, from, problems } => {
                self.view.overlay = None;
                self.complain(problems, ctx);
                if open_root.as_ref() != Some(&root) {
                    self.load(&root);
                    self.crew.ask(Job::Open { root, from });
                } else if !from.is_empty() {
                    self.bring(from);
                }
            }
            Found::Articles(articles) => {
                self.view.overlay = None;
                self.complain(articles.problems.clone(), ctx);
                // Files are for the open set; a folder could be meant as a set of its own, so a person decides.
                if open_root.is_some() && (add || !articles.has_folder) {
                    self.bring(articles.from);
                } else {
                    self.offer(articles);
                }
            }
            Found::Empty(folder) if add => {
                self.complain(vec![format!("“{}” holds no text files (.txt, .md or .text)", folder.display())], ctx);
            }
            Found::Empty(folder) => {
                self.ask(Purpose::NewSet { from: Vec::new(), count: 0, into: None }, &folder.display().to_string());
            }
            Found::Nothing(problems) => self.complain(problems, ctx),
        }
    }

    fn offer(&mut self, articles: Articles) {
        let Articles { from, count, root, .. } = articles;
        let into = self.open.as_ref().map(|open| open.session.document().info.title.clone());
        self.ask(Purpose::NewSet { from, count, into }, &root.display().to_string());
    }

    pub(super) fn ask(&mut self, purpose: Purpose, proposal: &str) {
        self.view.overlay = Some(Overlay::Prompt(Prompt::new(purpose, proposal)));
    }

    /// Says what went wrong where the person is looking: in the question, in the set, or on the start screen.
    pub(super) fn complain(&mut self, problems: Vec<String>, ctx: &egui::Context) {
        if problems.is_empty() {
            return;
        }
        if let Some(Overlay::Prompt(prompt)) = &mut self.view.overlay {
            prompt.refuse(problems.join("\n"));
        } else if self.open.is_some() {
            for problem in problems {
                self.dispatch(Command::Report(Report::Warn(problem)), ctx);
            }
        } else {
            self.problems = problems;
        }
    }

    fn ready(&mut self, ready: Ready, ctx: &egui::Context) {
        let Ready { opened, brought } = ready;
        let Opened { root, document, history, access, unsaved, keep, notices, lexicons } = opened;
        self.let_go();
        self.loading = None;
        self.problems.clear();
        self.view.overlay = None;
        let number = self.crew.begin(keep.map(Box::new));
        let key = set_key(None, &root);
        let Beginning { annotator, access, word } = self.beginning(&key, number == 1, (&document, &history), access);
        let (seed, now) = (self.clock.seed(), self.now());
        let start = Start { document, history, annotator, access, seed, unsaved };
        self.prefs.remember(&root);
        let mut session = Session::new(start, now);
        session.use_keys(Arc::clone(&self.keymap));
        session.use_lexicons(lexicons);
        self.open = Some(OpenSet { root, session, key, number });
        self.view.focus = Some(FocusTarget::Reader);
        // Also has the session look for the candidates of the article that is open first.
        self.dispatch(Command::MarksIn(self.prefs.marks_in), ctx);
        self.complain(notices, ctx);
        self.take_in(brought, ctx);
        if let Some(word) = word {
            self.dispatch(Command::Report(word), ctx);
        }
    }

    fn take_in(&mut self, brought: Brought, ctx: &egui::Context) {
        let Brought { incoming, mut refused } = brought;
        if !incoming.is_empty() {
            self.dispatch(Command::AddArticles(incoming), ctx);
        }
        if refused.len() > NAMED + 1 {
            let more = refused.len() - NAMED;
            refused.truncate(NAMED);
            refused.push(format!("{more} more files could not be added"));
        }
        self.complain(refused, ctx);
    }

    /// Has the open set saved for the last time and goes on without it.
    pub(super) fn let_go(&mut self) {
        let Some(OpenSet { session, .. }) = self.open.take() else { return };
        if session.access().keeps_files() {
            self.crew.end(session.document().clone(), session.revision());
        }
    }
}
