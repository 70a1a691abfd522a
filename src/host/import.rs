//! Implements `dicta import`: adds article files to a set, without a window.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::open::{create, open};
use super::{Imported, import_files};
use crate::model::{Annotator, Timestamp};
use crate::session::state::Start;
use crate::session::{Access, Command, Effect, Session, Severity};

/// The arguments of `dicta import`.
#[derive(Clone, Debug)]
pub struct Import {
    pub set: PathBuf,
    pub paths: Vec<PathBuf>,
    pub annotator: Annotator,
    /// Seed for random ids, from the clock.
    pub seed: u64,
}

impl Import {
    /// Adds the articles and saves the set. Writes a line for each article. Returns `true` if all could be added.
    ///
    /// # Errors
    /// If the set cannot be created, opened or written; the reason, as a sentence.
    pub fn run(self, state_dir: &Path, now: Timestamp, out: &mut dyn Write) -> Result<bool, String> {
        let Self { set, paths, annotator, seed } = self;
        // The files are read before the set is created, so that no empty set is left if none can be read.
        let Imported { incoming, refused } = import_files(&paths, &|_, _| {});
        for line in &refused {
            say(out, format_args!("refused: {line}"))?;
        }
        if incoming.is_empty() {
            return Err("nothing to add: none of the paths has an article that can be read".to_owned());
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
    // A reader that stops reading, such as `head`, is not a failure.
    written
        .or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
        .map_err(|e| e.to_string())
}
