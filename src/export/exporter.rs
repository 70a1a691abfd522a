//! Defines [`Exporter`]: writes the rows of all tables, article by article.

use std::collections::HashSet;

use super::datapackage;
use super::digest::SetDigest;
use super::inspect::{inspect, inspect_zones};
use super::joined::Joined;
use super::links::Links;
use super::rows::RowTables;
use super::rows::annotation_rows::Page;
use super::rows::link_ends::EndTables;
use super::tally::Tally;
use super::write::output::Open;
use super::{Annotated, ExportError, Named, Options};
use crate::model::check::actors::register_breaches;
use crate::model::{AnnotationId, Annotator, ArticleId, Codebook, Register};

/// Writes the tables of one set. Articles are added in the order of their ids. Only linked annotations stay in memory.
#[derive(Debug)]
pub struct Exporter<'w> {
    options: Options,
    title: String,
    register: Register,
    codebook: Codebook,
    annotators: Vec<Annotator>,
    articles: Vec<ArticleId>,
    links: Links,
    tally: Tally,
    rows: RowTables<'w>,
    ends: EndTables<'w>,
    digest: SetDigest,
    seen: HashSet<AnnotationId>,
}

impl<'w> Exporter<'w> {
    /// Opens the tables and writes their headers. Adds a line to `findings` for each error in the register.
    ///
    /// # Errors
    /// If an output cannot be opened or written.
    pub fn new(
        options: Options,
        joined: Joined,
        links: Links,
        open: Open<'_, 'w>,
        findings: &mut Vec<String>,
    ) -> Result<Self, ExportError> {
        let Joined { register, codebook, annotators, title, conflicts: _ } = joined;
        let rows = RowTables::open(&options, &codebook, &annotators, open)?;
        let ends = EndTables::open(&options, open)?;
        let mut digest = SetDigest::default();
        digest.register(&register);
        digest.codebook(&codebook);
        let wrong = register_breaches(&register, Some(&codebook));
        findings.extend(wrong.into_iter().map(|what| format!("actors: {}", what.replace(char::is_control, " "))));
        let (articles, tally, seen) = (Vec::new(), Tally::default(), HashSet::new());
        Ok(Self { options, title, register, codebook, annotators, articles, links, tally, rows, ends, digest, seen })
    }

    /// Writes the rows of one article. Adds a line to `findings` for each error in it.
    ///
    /// # Errors
    /// If an output cannot be written, or an annotator or a link comes that was not there when the export began.
    pub fn push(&mut self, found: &Annotated, findings: &mut Vec<String>) -> Result<(), ExportError> {
        let Annotated { article, layers, unreadable, notices: _ } = found;
        if let Some((stranger, _)) = layers.iter().find(|(annotator, _)| self.annotators.binary_search(annotator).is_err()) {
            let what = format!("{stranger} came to the set while it was read; run the export again");
            return Err(ExportError::Read(what));
        }
        self.digest.article(article, layers.iter().map(|(annotator, layer)| (annotator, layer.as_ref())));
        let page = Page::new(article, layers, findings);
        inspect_zones(&page, findings);
        for mark in &page.marks {
            if !self.seen.insert(mark.id.clone()) {
                findings.push(format!("annotations/{}/{}: {}: the id is used twice", mark.annotator, article.id, mark.id));
            }
            if !mark.details.links.is_empty() && !self.links.has(mark.id) {
                let what = format!("the links of {} came to the set while it was read; run the export again", mark.id);
                return Err(ExportError::Read(what));
            }
            inspect(&page, mark, &self.register, &self.codebook, findings);
        }
        self.tally.add(&page);
        super::rows::link_ends::keep(&page, &self.register, &mut self.links);
        self.rows.write(&page, layers, unreadable, &self.register, &self.links)?;
        self.articles.push(article.id.clone());
        Ok(())
    }

    /// Writes the tables that need the whole set, finishes all tables, and writes `datapackage.json`, if the options include it.
    /// Adds a line to `notices` for each table with cells that a spreadsheet would cut off.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn finish(self, open: Open<'_, 'w>, notices: &mut Vec<String>) -> Result<(), ExportError> {
        let Self { options, title, register, codebook, annotators, articles, links, tally, rows, ends, digest, seen: _ } = self;
        let named = Named { annotators: &annotators, articles: &articles };
        rows.finish(notices)?;
        ends.write(&register, &codebook, &tally, &links, named, notices)?;
        if options.package {
            let json = datapackage::describe(&options, named, &title, digest.finish());
            let fail = |error| ExportError::write(datapackage::FILE_NAME, error);
            let mut out = open(datapackage::FILE_NAME).map_err(fail)?;
            out.write_all(json.as_bytes()).and_then(|()| out.flush()).map_err(fail)?;
        }
        Ok(())
    }
}
