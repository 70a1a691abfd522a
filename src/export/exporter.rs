//! Defines [`Exporter`]: takes a set article by article and writes the rows of each table.

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::Arc;

use super::datapackage;
use super::digest::SetDigest;
use super::mark::{Mark, Page, Piece};
use super::tables::{annotations, articles, fragments};
use super::writer::TableWriter;
use super::{Column, ExportError, Options, Table};
use crate::model::{AnnotationId, Annotator, Article, Label, Layer, Register, Status};
use crate::text::word_count;

/// Opens the output of that file name.
pub type Open<'o, 'w> = &'o mut dyn FnMut(&str) -> io::Result<Box<dyn Write + 'w>>;

/// Writes the tables of one set. Fed in the order of article ids, it holds one article at a time.
#[derive(Debug)]
pub struct Exporter<'w> {
    options: Options,
    register: Register,
    annotators: Vec<Annotator>,
    articles: Option<Output<'w, articles::Cell>>,
    annotations: Option<Output<'w, annotations::Cell>>,
    fragments: Option<Output<'w, fragments::Cell>>,
    digest: SetDigest,
    seen: HashSet<AnnotationId>,
    joined_words: String,
}

/// One table that is written, with the cells that the options ask for.
#[derive(Debug)]
struct Output<'w, C> {
    writer: TableWriter<'w>,
    cells: Vec<C>,
}

impl<'w> Exporter<'w> {
    /// Opens the tables and writes their headers. `annotators` must be sorted and name everyone who will come.
    ///
    /// # Errors
    /// When an output cannot be opened or written.
    pub fn new(
        options: Options,
        register: Register,
        annotators: Vec<Annotator>,
        open: Open<'_, 'w>,
    ) -> Result<Self, ExportError> {
        let articles = output(Table::Articles, articles::COLUMNS, &options, &annotators, open)?;
        let annotations = output(Table::Annotations, annotations::COLUMNS, &options, &annotators, open)?;
        let fragments = output(Table::Fragments, fragments::COLUMNS, &options, &annotators, open)?;
        let mut digest = SetDigest::default();
        digest.register(&register);
        let (seen, joined_words) = (HashSet::new(), String::new());
        Ok(Self { options, register, annotators, articles, annotations, fragments, digest, seen, joined_words })
    }

    /// Writes the rows of one article; adds a line to `findings` for everything that does not hold.
    ///
    /// `layers` are sorted by annotator; `unreadable` names those whose layer is not known.
    ///
    /// # Errors
    /// When an output cannot be written, or an annotator comes who was not named at the start.
    pub fn push(
        &mut self,
        article: &Article,
        layers: &[(Annotator, Arc<Layer>)],
        unreadable: &[Annotator],
        findings: &mut Vec<String>,
    ) -> Result<(), ExportError> {
        if let Some((stranger, _)) = layers.iter().find(|(annotator, _)| self.annotators.binary_search(annotator).is_err()) {
            let what = format!("{stranger} came to the set while it was read; run the export again");
            return Err(ExportError::Read(what));
        }
        self.digest.article(article, layers.iter().map(|(annotator, layer)| (annotator, layer.as_ref())));
        let page = Page::new(article, layers, findings);
        self.write_article(&page, layers, unreadable)?;
        for mark in &page.marks {
            if !self.seen.insert(mark.id.clone()) {
                findings.push(format!("annotations/{}/{}: {}: the id is used twice", mark.annotator, article.id, mark.id));
            }
            self.write_annotation(&page, mark, findings)?;
        }
        if self.fragments.is_some() {
            page.sorted_pieces().into_iter().try_for_each(|piece| self.write_fragment(article, piece))?;
        }
        Ok(())
    }

    /// Ends the tables and writes `datapackage.json`, if the options want it.
    ///
    /// # Errors
    /// When an output cannot be written.
    pub fn finish(self, title: &str, open: Open<'_, 'w>) -> Result<(), ExportError> {
        let Self { options, annotators, articles, annotations, fragments, digest, .. } = self;
        articles.map_or(Ok(()), |out| out.writer.finish())?;
        annotations.map_or(Ok(()), |out| out.writer.finish())?;
        fragments.map_or(Ok(()), |out| out.writer.finish())?;
        if options.package {
            let json = datapackage::describe(&options, &annotators, title, digest.finish());
            let fail = |error| ExportError::write(datapackage::FILE_NAME, error);
            let mut out = open(datapackage::FILE_NAME).map_err(fail)?;
            out.write_all(json.as_bytes()).and_then(|()| out.flush()).map_err(fail)?;
        }
        Ok(())
    }

    fn write_article(
        &mut self,
        page: &Page<'_>,
        layers: &[(Annotator, Arc<Layer>)],
        unreadable: &[Annotator],
    ) -> Result<(), ExportError> {
        let Some(out) = &mut self.articles else { return Ok(()) };
        let status = |annotator: &Annotator| {
            let layer = layers.iter().find(|(who, _)| who == annotator).map(|(_, layer)| layer.as_ref());
            (layer.is_some() || !unreadable.contains(annotator)).then(|| Status::of(layer))
        };
        let statuses: Vec<Option<Status>> = self.annotators.iter().map(status).collect();
        let count = |label: Label| page.marks.iter().filter(|mark| mark.label == label).count();
        let row = articles::ArticleRow {
            article: page.article,
            n_words: word_count(page.article.text.as_str()),
            statuses: &statuses,
            n_claims: count(Label::Claim),
            n_quotes: count(Label::Quote),
            n_mentions: count(Label::Actor),
        };
        out.cells.iter().for_each(|cell| cell(&row, &mut out.writer));
        out.writer.end_row()
    }

    fn write_annotation(&mut self, page: &Page<'_>, mark: &Mark<'_>, findings: &mut Vec<String>) -> Result<(), ExportError> {
        let actor = mark.actor.map(|id| (id, self.register.get(id)));
        if let Some((id, None)) = actor {
            let place = format!("annotations/{}/{}", mark.annotator, page.article.id);
            findings.push(format!("{place}: {}: the actor {id} is not in the register", mark.id));
        }
        let Some(out) = &mut self.annotations else { return Ok(()) };
        let pieces = page.pieces_of(mark);
        let text = match pieces {
            [only] => only.words,
            several => {
                join(several, &mut self.joined_words);
                self.joined_words.as_str()
            }
        };
        let row = annotations::AnnotationRow {
            article: page.article,
            mark,
            text,
            n_fragments: pieces.len(),
            actor_name: actor.and_then(|(_, found)| found).map_or("", |actor| actor.name.as_str()),
            context_chars: self.options.context_chars,
        };
        out.cells.iter().for_each(|cell| cell(&row, &mut out.writer));
        out.writer.end_row()
    }

    fn write_fragment(&mut self, article: &Article, piece: &Piece<'_>) -> Result<(), ExportError> {
        let Some(out) = &mut self.fragments else { return Ok(()) };
        let row = fragments::FragmentRow { article, piece };
        out.cells.iter().for_each(|cell| cell(&row, &mut out.writer));
        out.writer.end_row()
    }
}

fn output<'w, C: Copy>(
    table: Table,
    columns: &[(Column, C)],
    options: &Options,
    annotators: &[Annotator],
    open: Open<'_, 'w>,
) -> Result<Option<Output<'w, C>>, ExportError> {
    if !options.tables.contains(&table) {
        return Ok(None);
    }
    let file = options.file_name(table);
    let out = open(&file).map_err(|error| ExportError::write(&file, error))?;
    let (columns, cells): (Vec<Column>, Vec<C>) =
        columns.iter().filter(|(column, _)| options.wants(column.when)).copied().unzip();
    let mut writer = TableWriter::new(file, out, options)?;
    writer.header(&columns, annotators)?;
    Ok(Some(Output { writer, cells }))
}

fn join(pieces: &[Piece<'_>], joined: &mut String) {
    joined.clear();
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            joined.push_str(" […] ");
        }
        joined.push_str(piece.words);
    }
}
