//! Builds the rows of the To do tab: groups with their counts, and their questions while expanded.

use std::collections::BTreeSet;

use crate::model::{ArticleId, BatchId, Status};
use crate::session::{BatchState, OpenQuestion, QuestionKind, Session};

/// Whether a question belongs to the article or to the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Here,
    Set,
}

/// One row of the tab.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The article is done, with this many open questions.
    Done(usize),
    Heading(&'static str),
    Group {
        part: Part,
        kind: QuestionKind,
        count: usize,
        expanded: bool,
    },
    Question(OpenQuestion),
    /// The number of questions that are not listed.
    More(usize),
    Article(ArticleId, usize),
    Batch(BatchId),
    Nothing(&'static str),
}

/// Maximum number of questions listed in a group; F8 visits all.
const LISTED: usize = 500;

/// The groups that are expanded.
pub type Expanded = BTreeSet<(Part, QuestionKind)>;

/// The part of the rows that does not depend on the open article.
#[derive(Clone, Copy, Debug)]
pub struct OfSet<'a> {
    pub questions: &'a [OpenQuestion],
    /// Other articles with open questions, and how many each has.
    pub others: &'a [(ArticleId, usize)],
    pub batches: &'a [BatchState],
}

/// Builds the rows.
pub fn made(session: &Session, expanded: &Expanded, set: OfSet<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let here = session.open_here();
    let status = session.article().map(|article| session.document().status(&article.id, session.annotator()));
    if matches!(status, Some(Status::Done | Status::DoneNothingFound)) && !here.is_empty() {
        rows.push(Row::Done(here.len()));
    }
    rows.push(Row::Heading("In this article"));
    let listed = |kind| here.iter().filter(move |question| question.kind == kind).take(LISTED.min(here.count(kind)));
    if !groups(&mut rows, expanded, Part::Here, |kind| here.count(kind), |kind| listed(kind).cloned().collect()) {
        let words = if status.is_some() { "Nothing to do in this article." } else { "No article is open." };
        rows.push(Row::Nothing(words));
    }
    rows.push(Row::Heading("In the set"));
    let of_set = |kind| set.questions.iter().filter(move |question| question.kind == kind);
    let some =
        groups(&mut rows, expanded, Part::Set, |kind| of_set(kind).count(), |kind| of_set(kind).take(LISTED).cloned().collect());
    if !some && set.others.is_empty() {
        rows.push(Row::Nothing("Nothing to do in the other articles."));
    }
    if !set.others.is_empty() {
        rows.push(Row::Heading("In other articles"));
        rows.extend(set.others.iter().map(|(article, count)| Row::Article(article.clone(), *count)));
    }
    if !set.batches.is_empty() {
        rows.push(Row::Heading("Batches"));
        rows.extend(set.batches.iter().map(|batch| Row::Batch(batch.id.clone())));
    }
    rows
}

/// Adds a row for each kind that has questions. Returns whether there is any.
fn groups(
    rows: &mut Vec<Row>,
    open: &Expanded,
    part: Part,
    count_of: impl Fn(QuestionKind) -> usize,
    listed: impl Fn(QuestionKind) -> Vec<OpenQuestion>,
) -> bool {
    let before = rows.len();
    for kind in QuestionKind::ALL {
        let count = count_of(kind);
        if count == 0 {
            continue;
        }
        let expanded = open.contains(&(part, kind));
        rows.push(Row::Group { part, kind, count, expanded });
        if expanded {
            rows.extend(listed(kind).into_iter().map(Row::Question));
            if count > LISTED {
                rows.push(Row::More(count - LISTED));
            }
        }
    }
    rows.len() > before
}
