//! Defines [`run()`], which exports sets from beginning to end.

use super::joined::Joined;
use super::links::survey;
use super::merge::Merged;
use super::write::output::Open;
use super::{ExportError, Exporter, Options, SetSource};

/// What happens during an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'e> {
    /// An error in a set, as a line that includes its place.
    Finding(&'e str),
    /// A hint, as a line; not an error.
    Notice(&'e str),
    /// An article is finished. An article that is in several sets is counted once for each in `total`.
    Progress { done: usize, total: usize },
}

/// The result of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub articles: usize,
    /// Number of findings; 0 means that every check passed.
    pub findings: usize,
}

/// Writes the joined tables of `sets` to the outputs that `open` returns, and calls `observe` for each event.
///
/// ```
/// use dicta::export::{self, Event, Options, SetSource, Table};
/// use dicta::model::Document;
///
/// let document = Document::default();
/// let options = Options::default().with_tables(&[Table::Actors, Table::Quotes]);
/// let mut files = Vec::new();
/// let outcome = export::run(
///     &[SetSource::of_document("talks", &document)],
///     &options,
///     &mut |name| {
///         files.push(name.to_owned());
///         Ok(Box::new(std::io::sink()))
///     },
///     &mut |event| {
///         if let Event::Finding(line) = event {
///             println!("{line}");
///         }
///     },
/// )?;
/// assert_eq!((outcome.articles, outcome.findings), (0, 0));
/// assert!(files.contains(&"actors.csv".to_owned()));
/// # Ok::<(), export::ExportError>(())
/// ```
///
/// # Errors
/// If an output cannot be written, a set changed while it was read, or the sets conflict. What was written so far must then be
/// discarded.
pub fn run<'w>(
    sets: &[SetSource<'_>],
    options: &Options,
    open: Open<'_, 'w>,
    observe: &mut dyn FnMut(Event<'_>),
) -> Result<Outcome, ExportError> {
    let total = sets.iter().map(|set| set.article_count).sum();
    let mut outcome = Outcome::default();
    let mut findings: Vec<String> = sets.iter().flat_map(|set| set.notices.iter().cloned()).collect();
    tell(&mut findings, &mut outcome, observe);
    let mut joined = Joined::new(sets);
    let conflicts = std::mem::take(&mut joined.conflicts);
    let links = survey(sets, &mut findings)?;
    let mut exporter = Exporter::new(options.clone(), joined, links, &mut *open, &mut findings)?;
    tell(&mut findings, &mut outcome, observe);
    let mut merged = Merged::new(sets, None, conflicts);
    while let Some(mut found) = merged.next_article()? {
        findings.append(&mut found.notices);
        exporter.push(&found, &mut findings)?;
        outcome.articles += 1;
        findings.append(&mut merged.take_unread());
        tell(&mut findings, &mut outcome, observe);
        observe(Event::Progress { done: outcome.articles, total });
    }
    findings.append(&mut merged.take_unread());
    tell(&mut findings, &mut outcome, observe);
    observe(Event::Progress { done: total, total });
    let mut notices = Vec::new();
    exporter.finish(open, &mut notices)?;
    for notice in &notices {
        observe(Event::Notice(notice));
    }
    Ok(outcome)
}

fn tell(findings: &mut Vec<String>, outcome: &mut Outcome, observe: &mut dyn FnMut(Event<'_>)) {
    outcome.findings += findings.len();
    findings.drain(..).for_each(|finding| observe(Event::Finding(&finding)));
}
