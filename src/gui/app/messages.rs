//! Handles messages of the worker threads and requests of widgets; opens and closes sets.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::annotators::{Beginning, set_key};
use super::closing::{CopyState, Then};
use super::{App, Loading, OpenSet};
use crate::gui::state::outbox::{Item, WindowRequest};
use crate::gui::state::view::{FocusTarget, Overlay, SideTab, View};
use crate::gui::widgets::prompt::{Prompt, Purpose};
use crate::gui::workers::reader::Job;
use crate::gui::workers::{Articles, Found, Message, Ready};
use crate::host::{Imported, Opened, panic_log};
use crate::session::state::Start;
use crate::session::{Command, Report, Session};

/// Maximum number of refused files that are named; the rest are counted.
const NAMED: usize = 4;

impl App {
    pub(in crate::gui) fn poll_messages(&mut self, ctx: &egui::Context) {
        for message in self.workers.messages() {
            match message {
                Message::Report { set, report } => self.on_report(set, report, ctx),
                Message::Ended { set } => self.ending.retain(|(number, _)| *number != set),
                Message::Inspected { found, add } => {
                    self.loading = None;
                    self.found(found, add, ctx);
                }
                Message::Progress { done, total } => {
                    if let Some(loading) = &mut self.loading {
                        (loading.done, loading.total) = (done, total);
                    }
                }
                Message::Ready(ready) => self.leave(Then::Open(ready), ctx),
                Message::NotOpened { root, reason } => {
                    self.loading = None;
                    self.prefs.recent.retain(|known| *known != root || self.open.as_ref().is_some_and(|open| open.root == root));
                    self.refuse_path(vec![reason], ctx);
                }
                Message::TableWritten(written) => self.hits_saved(written, ctx),
                Message::Copied { revision, root, result } => self.copied(revision, root, result, ctx),
                Message::ArticlesRead(brought) => {
                    self.loading = None;
                    self.add_articles(brought, ctx);
                }
                Message::PreferencesFailed(reason) => self.complain(vec![reason], ctx),
                Message::Died { worker, reason } => self.on_worker_death(worker, reason, ctx),
            }
        }
        self.open_what_is_closed();
    }

    fn on_worker_death(&mut self, worker: &'static str, reason: String, ctx: &egui::Context) {
        let reason = match panic_log::find(&self.state_dir) {
            Some(log) => format!("{reason}; the details are in “{}”", log.display()),
            None => reason,
        };
        if self.open.is_some() {
            return self.dispatch(Command::Report(Report::WorkerDied { worker, reason }), ctx);
        }
        let text =
            format!("A part of Dicta failed and was started again ({worker}: {reason}). Please report this as a fault in Dicta");
        self.problems.push(text);
    }

    fn on_report(&mut self, set: u64, report: Report, ctx: &egui::Context) {
        if self.open.as_ref().is_some_and(|open| open.number == set) {
            return self.dispatch(Command::Report(report), ctx);
        }
        // The report is about a set that has been closed.
        if let Report::SaveFailed(reason) = report {
            let text = format!(
                "The set that was closed is not completely saved: {reason}. Open it again to save the changes in the journal"
            );
            self.complain(vec![text], ctx);
        }
    }

    pub(in crate::gui) fn poll_outbox(&mut self, ctx: &egui::Context) {
        for item in self.outbox.drain() {
            match item {
                Item::Command(command) => self.dispatch(command, ctx),
                Item::Action(action) => self.act(action, ctx),
                Item::Request(WindowRequest::Open(path)) => self.inspect_paths(vec![path], false),
                Item::Request(WindowRequest::AddPaths(paths)) => self.inspect_paths(paths, true),
                Item::Request(WindowRequest::CreateSet { root, from }) => self.create(root, from),
                Item::Request(WindowRequest::Choose(request)) => self.choose(request, ctx),
                Item::Request(WindowRequest::ShowActor(actor)) => {
                    self.view.panels.actors.open(actor);
                    self.show_tab(SideTab::Actors, None);
                }
                Item::Request(WindowRequest::SaveCopy) => self.ask_where_to_copy(),
                Item::Request(WindowRequest::SaveHits) => self.ask_where_to_save(),
                Item::Request(WindowRequest::Prefer) => {
                    self.prefs.sanitize();
                    self.show_preferences(ctx);
                }
            }
        }
    }

    /// Finds out what paths are, and then opens or imports them; `add`: they are for the open set.
    pub(in crate::gui) fn inspect_paths(&mut self, paths: Vec<PathBuf>, add: bool) {
        self.problems.clear();
        self.workers.ask(Job::Inspect { paths, add });
    }

    pub(in crate::gui) fn create(&mut self, root: PathBuf, from: Vec<PathBuf>) {
        self.load(&root);
        self.open_when_closed(root.clone(), Job::Create { root, from });
    }

    pub(in crate::gui) fn read_articles(&mut self, from: Vec<PathBuf>) {
        self.loading = Some(Loading { what: "Reading articles".to_owned(), done: 0, total: 0 });
        self.workers.ask(Job::ReadArticles(from));
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
                    self.open_when_closed(root.clone(), Job::Open { root, from });
                } else if !from.is_empty() {
                    self.read_articles(from);
                }
            }
            Found::Articles(articles) => {
                self.view.overlay = None;
                self.complain(articles.problems.clone(), ctx);
                // Files are added to the open set; a folder could also become a new set, so the person is asked.
                if open_root.is_some() && (add || !articles.has_folder) {
                    self.read_articles(articles.from);
                } else {
                    self.offer(articles);
                }
            }
            Found::Empty(folder) if add => {
                self.refuse_path(vec![format!("“{}” contains no text files (.txt, .md or .text)", folder.display())], ctx);
            }
            Found::Empty(folder) => {
                self.ask(Purpose::NewSet { from: Vec::new(), count: 0, into: None }, &folder.display().to_string());
            }
            Found::Nothing(problems) => self.refuse_path(problems, ctx),
        }
    }

    fn offer(&mut self, articles: Articles) {
        let Articles { from, count, root, .. } = articles;
        let into = self.open.as_ref().map(|open| open.session.document().info.title.clone());
        self.ask(Purpose::NewSet { from, count, into }, &root.display().to_string());
    }

    pub(in crate::gui) fn ask(&mut self, purpose: Purpose, proposal: &str) {
        self.view.overlay = Some(Overlay::Prompt(Prompt::new(purpose, proposal)));
    }

    /// Opens a set, but waits for its last save if it is being closed, because it is locked until then.
    fn open_when_closed(&mut self, root: PathBuf, job: Job) {
        self.reopen = Some((root, job));
        self.open_what_is_closed();
    }

    fn open_what_is_closed(&mut self) {
        let ending = &self.ending;
        if let Some((_, job)) = self.reopen.take_if(|(root, _)| !ending.iter().any(|(_, other)| other == root)) {
            self.workers.ask(job);
        }
    }

    /// Whether a prompt of this kind is open and waits for the result of its answer.
    pub(in crate::gui) fn is_answered(&self, purpose: &Purpose) -> bool {
        matches!(&self.view.overlay, Some(Overlay::Prompt(prompt)) if prompt.waits_for(purpose))
    }

    /// Reports why an answer was refused: in the prompt if it waits for the result, otherwise as [`Self::complain`].
    pub(in crate::gui) fn refuse(&mut self, purpose: &Purpose, problems: Vec<String>, ctx: &egui::Context) {
        match &mut self.view.overlay {
            _ if problems.is_empty() => {}
            Some(Overlay::Prompt(prompt)) if prompt.waits_for(purpose) => prompt.refuse(problems.join("\n")),
            _ => self.complain(problems, ctx),
        }
    }

    /// Reports why a path was refused.
    fn refuse_path(&mut self, problems: Vec<String>, ctx: &egui::Context) {
        match &self.view.overlay {
            Some(Overlay::Prompt(prompt)) => self.refuse(&prompt.purpose.clone(), problems, ctx),
            _ => self.complain(problems, ctx),
        }
    }

    /// Reports problems: as notices of the open set, or on the start screen.
    pub(in crate::gui) fn complain(&mut self, problems: Vec<String>, ctx: &egui::Context) {
        if problems.is_empty() {
            return;
        }
        if self.open.is_some() {
            for problem in problems {
                self.dispatch(Command::Report(Report::Warn(problem)), ctx);
            }
        } else {
            self.problems = problems;
        }
    }

    /// Makes an opened set the set of the window.
    pub(in crate::gui) fn show_set(&mut self, ready: Ready, ctx: &egui::Context) {
        let Ready { opened, brought } = ready;
        let Opened { root, document, history, access, unsaved, keep, notices, lexicons, lexicon_files, stored_id } = opened;
        self.loading = None;
        self.problems.clear();
        let number = self.workers.begin(keep);
        let key = set_key(stored_id.as_ref(), &root);
        self.move_annotator(&set_key(None, &root), &key);
        let Beginning { annotator, access, word } = self.beginning(&key, number == 1, (&document, &history), access);
        let (seed, now) = (self.clock.seed(), self.now());
        let start = Start { document, history, annotator, access, seed, unsaved };
        self.prefs.remember(&root);
        let mut session = Session::new(start, now);
        session.use_keys(Arc::clone(&self.keymap));
        session.use_lexicons(lexicons);
        self.open = Some(OpenSet { root, session, lexicon_files, key, number });
        self.view.focus = Some(FocusTarget::Reader);
        // This command also starts the search for suggestions in the first article.
        self.dispatch(Command::MarksIn(self.prefs.marks_in), ctx);
        let problem = self.prefs_problem.take();
        self.complain(problem.into_iter().collect(), ctx);
        self.complain(notices, ctx);
        self.report_unused_keys(ctx);
        self.add_articles(brought, ctx);
        if let Some(word) = word {
            self.dispatch(Command::Report(word), ctx);
        }
    }

    fn add_articles(&mut self, brought: Imported, ctx: &egui::Context) {
        let Imported { incoming, mut refused } = brought;
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

    /// Closes the open set and resets what the window shows.
    pub(in crate::gui) fn close_set(&mut self, ctx: &egui::Context) {
        self.end_set();
        self.closing.copy = CopyState::None;
        self.view = View::default();
        ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::scroll_area::State>);
    }

    /// Saves the open set once more and closes it.
    pub(in crate::gui) fn end_set(&mut self) {
        let Some(OpenSet { root, session, number, .. }) = self.open.take() else { return };
        if session.access().keeps_files() {
            self.workers.end(session.document().clone(), session.revision());
            self.ending.push((number, root));
        }
    }
}
