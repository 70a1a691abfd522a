//! Carries out `dicta import`: article files into a set, without a window.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::open::{create, open};
use super::{Imported, import_files};
use crate::model::{Annotator, Timestamp};
use crate::session::state::Start;
use crate::session::{Access, Command, Effect, Session, Severity};

/// What `dicta import` is to do.
#[derive(Clone, Debug)]
pub struct Import {
    pub set: PathBuf,
    pub paths: Vec<PathBuf>,
    pub annotator: Annotator,
    /// Seed of ids; from the clock.
    pub seed: u64,
}

impl Import {
    /// Brings the articles in and saves. Writes a line for each article; returns whether all could be taken.
    ///
    /// # Errors
    /// When the set cannot be made, opened or written; the reason, in words.
    pub fn run(self, state_dir: &Path, now: Timestamp, out: &mut dyn Write) -> Result<bool, String> {
        let Self { set, paths, annotator, seed } = self;
        // Read before the set is made: when nothing can be read, nothing is left behind.
        let Imported { incoming, refused } = import_files(&paths, &|_, _| {});
        for line in &refused {
            say(out, format_args!("refused: {line}"))?;
        }
        if incoming.is_empty() {
            return Err("nothing to add: none of the paths holds an article that could be read".to_owned());
        }
        create(&set)?;
        let opened = open(&set, state_dir, &|_, _| {})?;
        for notice in &opened.notices {
            say(out, format_args!("notice: {notice}"))?;
        }
        if let Some(known) = opened.document.namesake(&annotator).filter(|known| **known != annotator) {
            say(out, format_args!("notice: “{known}” already annotates this set, so the articles are added under that name"))?;
        }
        let (Some(mut keep), Access::ReadWrite) = (opened.keep, &opened.access) else {
            return Err(format!("“{}” cannot be written, so nothing was added", set.display()));
        };
        let (document, history, access, unsaved) = (opened.document, opened.history, opened.access, opened.unsaved);
        let mut session = Session::new(Start { document, history, annotator, access, seed, unsaved }, now);
        let before = session.document().clone();
        let mut effects = session.dispatch(Command::AddArticles(incoming), now);
        effects.extend(session.dispatch(Command::Flush, now));
        for effect in effects {
            match effect {
                Effect::Journal(entry) => keep.append(&entry)?,
                Effect::Save(document, _) => keep.save(&document)?,
                Effect::Copy(_) | Effect::Search(_) | Effect::Propose(_) | Effect::Quotations(_) => {}
            }
        }
        for article in session.document().articles.values().filter(|article| before.article(&article.id).is_none()) {
            say(out, format_args!("added: {} ({})", article.id, article.source_file))?;
        }
        for notice in session.notices().iter().filter(|notice| notice.severity != Severity::Info) {
            say(out, format_args!("skipped: {}", notice.text))?;
        }
        Ok(refused.is_empty())
    }
}

pub(super) fn say(out: &mut dyn Write, line: std::fmt::Arguments<'_>) -> Result<(), String> {
    let written = writeln!(out, "{line}");
    // A reader that has seen enough, such as `head`, is no failure.
    written
        .or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
        .map_err(|e| e.to_string())
}
