//! Defines [`EndTables`]: the tables that are written after all articles.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::annotation_rows::{Mark, Page};
use super::speakers::{BETWEEN, names};
use crate::export::links::end::About;
use crate::export::links::{End, Links};
use crate::export::tables::{actors, claim_matrix, links, statements};
use crate::export::tally::Tally;
use crate::export::values::Values;
use crate::export::write::output::{Open, Output};
use crate::export::{ExportError, Named, Options, Table};
use crate::model::{AnnotationId, ArticleId, Codebook, Label, LinkKind, Register, Subject};

/// The attribute of an actor that has a column.
const ACTOR_TYPE: &str = "actor_type";

/// The tables of actors, links and statements, and the claim matrix.
#[derive(Debug)]
pub struct EndTables<'w> {
    actors: Option<Output<'w, actors::Cell>>,
    links: Option<Output<'w, links::Cell>>,
    statements: Option<Output<'w, statements::Cell>>,
    matrix: Option<Output<'w, claim_matrix::Cell>>,
}

/// Keeps the linked annotations of an article for these tables.
pub fn keep(page: &Page<'_>, register: &Register, links: &mut Links) {
    if links.is_empty() {
        return;
    }
    let mut about: Option<Arc<About>> = None;
    for mark in page.marks.iter().filter(|mark| links.has(mark.id)).collect::<Vec<_>>() {
        let about = about.get_or_insert_with(|| Arc::new(About::new(page.article)));
        links.keep(mark.id, || end(page, mark, about, register));
    }
}

fn end(page: &Page<'_>, mark: &Mark<'_>, about: &Arc<About>, register: &Register) -> End {
    let attribution = &mark.details.attribution;
    End {
        article: Arc::clone(about),
        label: mark.label,
        chars: mark.chars,
        text: page.words_of(mark).into_owned(),
        names: names(attribution, page.article, register).into_owned(),
        sources: about.sources(attribution),
    }
}

impl<'w> EndTables<'w> {
    /// Opens the tables.
    ///
    /// # Errors
    /// If an output cannot be opened.
    pub fn open(options: &Options, open: Open<'_, 'w>) -> Result<Self, ExportError> {
        Ok(Self {
            actors: Output::open(Table::Actors, actors::COLUMNS, options, open)?,
            links: Output::open(Table::Links, links::COLUMNS, options, open)?,
            statements: Output::open(Table::Statements, statements::COLUMNS, options, open)?,
            matrix: Output::open(Table::ClaimMatrix, claim_matrix::COLUMNS, options, open)?,
        })
    }

    /// Writes and finishes the tables. Adds a line to `notices` for each table with cells that a spreadsheet would cut off.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn write(
        self,
        register: &Register,
        codebook: &Codebook,
        tally: &Tally,
        known: &Links,
        named: Named<'_>,
        notices: &mut Vec<String>,
    ) -> Result<(), ExportError> {
        if let Some(mut out) = self.actors {
            out.header(named)?;
            let values = Values::new(codebook, Subject::Actor, &[ACTOR_TYPE]);
            for actor in register.actors() {
                let (kind, count) = (values.held(ACTOR_TYPE, &actor.attributes), tally.of(&actor.id));
                out.row(&actors::ActorRow { actor, kind, count })?;
            }
            out.finish(notices)?;
        }
        if let Some(out) = self.links {
            write_links(out, known, named, notices)?;
        }
        if let Some(out) = self.statements {
            write_statements(out, known, named, notices)?;
        }
        if let Some(out) = self.matrix {
            write_matrix(out, known, named, notices)?;
        }
        Ok(())
    }
}

fn write_links(
    mut out: Output<'_, links::Cell>,
    known: &Links,
    named: Named<'_>,
    notices: &mut Vec<String>,
) -> Result<(), ExportError> {
    let end = |id: &AnnotationId| known.end(id);
    let mut rows: Vec<links::LinkRow<'_>> = known
        .edges()
        .iter()
        .map(|edge| links::LinkRow { edge, from: end(&edge.from), to: end(&edge.to).filter(|_| !edge.gone) })
        .collect();
    let order = |row: &links::LinkRow<'_>| {
        let edge = row.edge;
        (
            row.from.map(|end| (end.article.id.clone(), end.chars)),
            [edge.from.clone(), edge.to.clone()],
            edge.kind,
            edge.id.clone(),
        )
    };
    rows.sort_by_cached_key(order);
    out.header(named)?;
    rows.iter().try_for_each(|row| out.row(row))?;
    out.finish(notices)
}

/// The clusters, with their members sorted by article and position.
fn clusters(known: &Links) -> impl Iterator<Item = (LinkKind, &AnnotationId, Vec<(&AnnotationId, &End)>)> {
    known.clusters().all().map(|(relation, cluster, ids)| {
        let mut members: Vec<_> = ids.into_iter().filter_map(|id| Some((id, known.end(id)?))).collect();
        members.sort_by_key(|(id, end)| (end.order(), *id));
        (relation, cluster, members)
    })
}

fn write_statements(
    mut out: Output<'_, statements::Cell>,
    known: &Links,
    named: Named<'_>,
    notices: &mut Vec<String>,
) -> Result<(), ExportError> {
    out.header(named)?;
    for (relation, cluster, members) in clusters(known) {
        for (id, end) in members {
            out.row(&statements::StatementRow { cluster, relation, id, end })?;
        }
    }
    out.finish(notices)
}

fn write_matrix(
    mut out: Output<'_, claim_matrix::Cell>,
    known: &Links,
    named: Named<'_>,
    notices: &mut Vec<String>,
) -> Result<(), ExportError> {
    out.header(named)?;
    let mut cells = vec![String::new(); named.articles.len()];
    for (relation, cluster, members) in clusters(known) {
        if members.iter().all(|(_, end)| end.label != Label::Claim) {
            continue;
        }
        cells.iter_mut().for_each(String::clear);
        for (_, end) in &members {
            if let Some(cell) = named.articles.binary_search(&end.article.id).ok().and_then(|at| cells.get_mut(at)) {
                add(cell, end);
            }
        }
        let articles: BTreeSet<&ArticleId> = members.iter().map(|(_, end)| &end.article.id).collect();
        let sources: BTreeSet<&str> = members.iter().flat_map(|(_, end)| &end.sources).map(String::as_str).collect();
        let (n_articles, n_sources) = (articles.len(), sources.len());
        out.row(&claim_matrix::ClusterRow { cluster, relation, n_articles, n_sources, cells: &cells })?;
    }
    out.finish(notices)
}

/// Adds the words of a member to the cell of its article.
fn add(cell: &mut String, end: &End) {
    if !cell.is_empty() {
        cell.push_str(BETWEEN);
    }
    cell.push_str(&end.text);
    if !end.names.is_empty() {
        cell.push_str(" — ");
        cell.push_str(&end.names);
    }
}
