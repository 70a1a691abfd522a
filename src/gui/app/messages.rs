//! Moves things through the window: messages from the worker threads, what widgets asked for, sets that come and go.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::annotators::{Beginning, set_key};
use super::closing::{CopyState, Then};
use super::{App, Loading, OpenSet};
use crate::gui::state::outbox::{Item, Wish};
use crate::gui::state::view::{FocusTarget, Overlay, SideTab, View};
use crate::gui::widgets::prompt::{Prompt, Purpose};
use crate::gui::workers::reader::Job;
use crate::gui::workers::{Articles, Found, Message, Ready};
use crate::host::{Imported, Opened, panic_log};
use crate::session::state::Start;
use crate::session::{Command, Report, Session};

/// Refused files that are named one by one; the rest are counted.
const NAMED: usize = 4;

impl App {
    pub(in crate::gui) fn hear_messages(&mut self, ctx: &egui::Context) {
        for message in self.workers.messages() {
            match message {
                Message::Report { set, report } => self.hear_report(set, report, ctx),
                Message::Ended { set } => self.ending.retain(|(number, _)| *number != set),
                Message::Looked { found, add } => {
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
                Message::Brought(brought) => {
                    self.loading = None;
                    self.take_in(brought, ctx);
                }
                Message::PreferencesFailed(reason) => self.complain(vec![reason], ctx),
                Message::Died { worker, reason } => self.hear_death(worker, reason, ctx),
            }
        }
        self.open_what_is_closed();
    }

    fn hear_death(&mut self, worker: &'static str, reason: String, ctx: &egui::Context) {
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

    fn hear_report(&mut self, set: u64, report: Report, ctx: &egui::Context) {
        if self.open.as_ref().is_some_and(|open| open.number == set) {
            return self.dispatch(Command::Report(report), ctx);
        }
        // About a set that was closed meanwhile.
        if let Report::SaveFailed(reason) = report {
            let text = format!(
                "The files of the set that was closed are not all saved: {reason}. Open it again to save what is in the journal"
            );
            self.complain(vec![text], ctx);
        }
    }

    pub(in crate::gui) fn hear_outbox(&mut self, ctx: &egui::Context) {
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
                Item::Wish(Wish::SaveCopy) => self.ask_where_to_copy(),
                Item::Wish(Wish::SaveHits) => self.ask_where_to_save(),
                Item::Wish(Wish::Prefer) => {
                    self.prefs.sanitize();
                    self.show_preferences(ctx);
                }
            }
        }
    }

    /// Finds out what paths are, and then opens them or brings them in; `add`: they are meant for the open set.
    pub(in crate::gui) fn look(&mut self, paths: Vec<PathBuf>, add: bool) {
        self.problems.clear();
        self.workers.ask(Job::Look { paths, add });
    }

    pub(in crate::gui) fn create(&mut self, root: PathBuf, from: Vec<PathBuf>) {
        self.load(&root);
        self.open_when_closed(root.clone(), Job::Create { root, from });
    }

    pub(in crate::gui) fn bring(&mut self, from: Vec<PathBuf>) {
        self.loading = Some(Loading { what: "Reading articles".to_owned(), done: 0, total: 0 });
        self.workers.ask(Job::Bring(from));
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
                self.refuse_path(vec![format!("“{}” holds no text files (.txt, .md or .text)", folder.display())], ctx);
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

    /// Has a set read, but not before its last save is done if it is being closed: until then it is locked.
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

    /// Whether the question on the screen is of this kind and waits for what became of its answer.
    pub(in crate::gui) fn is_answered(&self, purpose: &Purpose) -> bool {
        matches!(&self.view.overlay, Some(Overlay::Prompt(prompt)) if prompt.waits_for(purpose))
    }

    /// Reports why an answer will not do: in the question if it still waits for that, otherwise as [`Self::complain`].
    pub(in crate::gui) fn refuse(&mut self, purpose: &Purpose, problems: Vec<String>, ctx: &egui::Context) {
        match &mut self.view.overlay {
            _ if problems.is_empty() => {}
            Some(Overlay::Prompt(prompt)) if prompt.waits_for(purpose) => prompt.refuse(problems.join("\n")),
            _ => self.complain(problems, ctx),
        }
    }

    /// Reports why a path will not do, wherever it came from.
    fn refuse_path(&mut self, problems: Vec<String>, ctx: &egui::Context) {
        match &self.view.overlay {
            Some(Overlay::Prompt(prompt)) => self.refuse(&prompt.purpose.clone(), problems, ctx),
            _ => self.complain(problems, ctx),
        }
    }

    /// Reports what went wrong: in the set, or on the start screen.
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

    /// Shows a set that was opened.
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
        // Also has the session look for the suggestions of the article that is open first.
        self.dispatch(Command::MarksIn(self.prefs.marks_in), ctx);
        let problem = self.prefs_problem.take();
        self.complain(problem.into_iter().collect(), ctx);
        self.complain(notices, ctx);
        self.report_unused_keys(ctx);
        self.take_in(brought, ctx);
        if let Some(word) = word {
            self.dispatch(Command::Report(word), ctx);
        }
    }

    fn take_in(&mut self, brought: Imported, ctx: &egui::Context) {
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

    /// Goes on without the open set, and forgets what the window showed of it.
    pub(in crate::gui) fn let_go(&mut self, ctx: &egui::Context) {
        self.end_set();
        self.closing.copy = CopyState::None;
        self.view = View::default();
        ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::scroll_area::State>);
    }

    /// Has the open set saved for the last time and closed.
    pub(in crate::gui) fn end_set(&mut self) {
        let Some(OpenSet { root, session, number, .. }) = self.open.take() else { return };
        if session.access().keeps_files() {
            self.workers.end(session.document().clone(), session.revision());
            self.ending.push((number, root));
        }
    }
}
