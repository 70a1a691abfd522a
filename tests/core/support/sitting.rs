//! A sitting: a set on disk, opened and kept as the window does it, with a desk before it.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use dicta::host::{self, Opened, SetKeeper};
use dicta::model::{Annotator, Timestamp};
use dicta::session::state::Start;
use dicta::session::{Command, Effect, Report, Session};

use super::desk::Desk;

/// An open set. Dropped without [`Sitting::save`], it is a program that was killed.
pub struct Sitting {
    pub desk: Desk,
    pub notices: Vec<String>,
    keep: Option<SetKeeper>,
    /// Entries that the journal took.
    journaled: u64,
}

/// The set in a test's folder.
pub fn set(dir: &Path) -> PathBuf {
    dir.join("set")
}

/// The local state folder in a test's folder.
pub fn state(dir: &Path) -> PathBuf {
    dir.join("state")
}

impl Sitting {
    /// Opens the set in `dir`, which is made when it is not there.
    pub fn open(dir: &Path) -> Self {
        Self::open_at(&set(dir), &state(dir))
    }

    /// Opens the set at `root`, which is made when it is not there.
    pub fn open_at(root: &Path, state: &Path) -> Self {
        static SITTINGS: AtomicU64 = AtomicU64::new(1);
        host::create(root).unwrap();
        let opened = host::open(root, state, &|_, _| {}).unwrap();
        let Opened { document, history, access, unsaved, keep, notices, lexicons, .. } = opened;
        let annotator = Annotator::parse("alice").unwrap();
        let seed = SITTINGS.fetch_add(1, Ordering::Relaxed);
        let now = Timestamp(1_770_000_000_000);
        let start = Start { document, history, annotator, access, seed, unsaved };
        let mut session = Session::new(start, now);
        session.use_lexicons(lexicons);
        let desk = Desk { session, now, effects: Vec::new() };
        Self { desk, notices, keep, journaled: 0 }
    }

    /// Writes `files` below `dir` and brings them in, in the order of their names. Gives back what was refused.
    pub fn bring(&mut self, dir: &Path, files: &[(&str, &[u8])]) -> Vec<String> {
        let folder = dir.join("incoming");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes).unwrap();
        }
        let brought = host::import_files(&[folder], &|_, _| {});
        self.desk.send(Command::AddArticles(brought.incoming));
        self.settle();
        brought.refused
    }

    /// Lets the journal and the files follow, as far as the session has asked for it. Reports are heard.
    pub fn settle(&mut self) {
        while !self.desk.effects.is_empty() {
            for effect in std::mem::take(&mut self.desk.effects) {
                let Some(keep) = &mut self.keep else { continue };
                let report = match effect {
                    Effect::Journal(entry) => Some(match keep.append(&entry) {
                        Ok(()) => {
                            self.journaled += 1;
                            Report::Journaled(self.journaled)
                        }
                        Err(reason) => Report::JournalFailed(reason),
                    }),
                    Effect::Save(document, revision) => {
                        Some(keep.save(&document).map_or_else(Report::SaveFailed, |()| Report::Saved(revision)))
                    }
                    Effect::Copy(_) | Effect::Search(_) | Effect::Propose(_) | Effect::Quotations(_) => None,
                };
                if let Some(report) = report {
                    self.desk.send(Command::Report(report));
                }
            }
        }
    }

    /// Saves what is unsaved.
    pub fn save(&mut self) {
        self.desk.send(Command::Flush);
        self.settle();
    }

    /// Opens the article with that id.
    pub fn go(&mut self, article: &str) {
        let id = dicta::model::ArticleId::parse(article).unwrap();
        self.desk.send(Command::OpenArticle(id));
        assert_eq!(self.desk.session.article().expect("an article is open").id.as_str(), article);
    }
}

/// Every file below `folder` with its bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Makes `folder` hold exactly these files.
pub fn put_files(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
