//! Defines [`RowTables`]: the tables whose rows are written article by article.

pub mod annotation_rows;
pub mod cell_text;
pub mod facts;
pub mod link_ends;
pub(super) mod nested;
pub mod nesting;
pub(super) mod quote_marks;
pub mod reporter;
pub mod speakers;

use std::sync::Arc;

use super::links::Links;
use super::rows::annotation_rows::{Mark, Page};
use super::rows::cell_text::CellText;
use super::rows::nested::inner;
use super::rows::nesting::nesting;
use super::rows::speakers::{Speakers, names};
use super::tables::{annotations, articles, claims, fragments, mentions, quotes};
use super::values::{Json, Values};
use super::write::output::{Open, Output};
use super::{ExportError, Named, Options, Table};
use crate::model::{AnnotationId, Annotator, Attribution, Codebook, Label, Layer, LinkKind, Register, Status, Subject};
use crate::text::word_count;

/// The tables of articles, annotations, fragments, quotes, claims and mentions.
#[derive(Debug)]
pub struct RowTables<'w> {
    annotators: Vec<Annotator>,
    context_chars: usize,
    articles: Option<Output<'w, articles::Cell>>,
    annotations: Option<Output<'w, annotations::Cell>>,
    fragments: Option<Output<'w, fragments::Cell>>,
    quotes: Option<Output<'w, quotes::Cell>>,
    claims: Option<Output<'w, claims::Cell>>,
    mentions: Option<Output<'w, mentions::Cell>>,
    json: Json,
    of_quotes: Values,
    of_claims: Values,
    of_mentions: Values,
}

/// What the rows of one article share.
struct Here<'h> {
    page: &'h Page<'h>,
    register: &'h Register,
    links: &'h Links,
}

impl<'w> RowTables<'w> {
    /// Opens the tables and writes their headers.
    ///
    /// # Errors
    /// If an output cannot be opened or written.
    pub fn open(
        options: &Options,
        codebook: &Codebook,
        annotators: &[Annotator],
        open: Open<'_, 'w>,
    ) -> Result<Self, ExportError> {
        let named = Named { annotators, articles: &[] };
        Ok(Self {
            annotators: annotators.to_vec(),
            context_chars: options.context_chars,
            articles: headed(Output::open(Table::Articles, articles::COLUMNS, options, open)?, named)?,
            annotations: headed(Output::open(Table::Annotations, annotations::COLUMNS, options, open)?, named)?,
            fragments: headed(Output::open(Table::Fragments, fragments::COLUMNS, options, open)?, named)?,
            quotes: headed(Output::open(Table::Quotes, quotes::COLUMNS, options, open)?, named)?,
            claims: headed(Output::open(Table::Claims, claims::COLUMNS, options, open)?, named)?,
            mentions: headed(Output::open(Table::Mentions, mentions::COLUMNS, options, open)?, named)?,
            json: Json::new(codebook),
            of_quotes: Values::new(codebook, Subject::Quote, quotes::ATTRIBUTES),
            of_claims: Values::new(codebook, Subject::Claim, claims::ATTRIBUTES),
            of_mentions: Values::new(codebook, Subject::Mention, mentions::ATTRIBUTES),
        })
    }

    /// Writes the rows of one article.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn write(
        &mut self,
        page: &Page<'_>,
        layers: &[(Annotator, Arc<Layer>)],
        unreadable: &[Annotator],
        register: &Register,
        links: &Links,
    ) -> Result<(), ExportError> {
        self.write_article(page, layers, unreadable)?;
        let here = Here { page, register, links };
        if self.annotations.is_some() || self.quotes.is_some() || self.claims.is_some() || self.mentions.is_some() {
            let lies = self.quotes.is_some() || self.claims.is_some();
            let nesting = if lies { nesting(&page.marks) } else { Vec::new() };
            for (at, mark) in page.marks.iter().enumerate() {
                self.write_mark(&here, mark, nesting.get(at).copied().flatten())?;
            }
        }
        if let Some(out) = &mut self.fragments {
            let row = |piece| fragments::FragmentRow { article: page.article, piece };
            page.sorted_pieces().into_iter().try_for_each(|piece| out.row(&row(piece)))?;
        }
        Ok(())
    }

    /// Flushes all outputs. Adds a line to `notices` for each table with cells that a spreadsheet would cut off.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn finish(self, notices: &mut Vec<String>) -> Result<(), ExportError> {
        self.articles.map_or(Ok(()), |out| out.finish(notices))?;
        self.annotations.map_or(Ok(()), |out| out.finish(notices))?;
        self.fragments.map_or(Ok(()), |out| out.finish(notices))?;
        self.quotes.map_or(Ok(()), |out| out.finish(notices))?;
        self.claims.map_or(Ok(()), |out| out.finish(notices))?;
        self.mentions.map_or(Ok(()), |out| out.finish(notices))
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
        let count = |label: Label| page.marks.iter().filter(|mark| mark.label == label && !mark.zone).count();
        out.row(&articles::ArticleRow {
            article: page.article,
            n_words: words_outside_zones(page),
            statuses: &statuses,
            n_claims: count(Label::Claim),
            n_quotes: count(Label::Quote),
            n_mentions: count(Label::Actor),
        })
    }

    fn write_mark(&mut self, here: &Here<'_>, mark: &Mark<'_>, lies_in: Option<&AnnotationId>) -> Result<(), ExportError> {
        let shown = &CellText::new(here.page, mark, self.context_chars);
        let (article, details) = (here.page.article, mark.details);
        let actor_name = mark.actor.and_then(|id| here.register.get(id)).map_or("", |actor| actor.name.as_str());
        if let Some(out) = &mut self.annotations {
            let attributes = &self.json.of(mark.label, &details.attributes);
            out.row(&annotations::AnnotationRow { article, mark, shown, actor_name, attributes })?;
        }
        let speakers = || Speakers::new(mark.label, &details.attribution, article, here.register, |one| here.mention(one));
        match mark.label {
            Label::Quote => self.quotes.as_mut().map_or(Ok(()), |out| {
                let pieces = here.page.pieces_of(mark);
                let words: Vec<&str> = pieces.iter().map(|piece| piece.words).collect();
                let bare = inner(&words);
                let inner = match bare.as_slice() {
                    [only] => (*only).into(),
                    several => several.join(" […] ").into(),
                };
                out.row(&quotes::QuoteRow {
                    article,
                    mark,
                    shown,
                    inner,
                    speakers: speakers(),
                    addressees: names(&details.addressees, article, here.register),
                    values: &self.of_quotes,
                    nested_in: lies_in,
                    statement: here.links.clusters().of(LinkKind::SameStatement, mark.id),
                })
            }),
            Label::Claim => self.claims.as_mut().map_or(Ok(()), |out| {
                let (n_supporting, n_contradicting) = here.links.weight(mark.id);
                let chain = details.reporters.iter().chain(&details.attribution);
                out.row(&claims::ClaimRow {
                    article,
                    mark,
                    shown,
                    sources: speakers(),
                    chain: names(chain, article, here.register),
                    values: &self.of_claims,
                    in_quote: lies_in,
                    n_supporting,
                    n_contradicting,
                })
            }),
            Label::Actor => self.mentions.as_mut().map_or(Ok(()), |out| {
                out.row(&mentions::MentionRow { article, mark, shown, actor_name, values: &self.of_mentions })
            }),
        }
    }
}

impl<'h> Here<'h> {
    /// The words of the mention of an attribution; empty if there is none.
    fn mention(&self, one: &Attribution) -> std::borrow::Cow<'h, str> {
        let mention = one.mention.as_ref().and_then(|id| self.page.mark(id)).filter(|mark| mark.label == Label::Actor);
        mention.map_or("".into(), |mark| self.page.words_of(mark))
    }
}

fn headed<'w, C: Copy>(table: Option<Output<'w, C>>, named: Named<'_>) -> Result<Option<Output<'w, C>>, ExportError> {
    table.map(|mut table| table.header(named).map(|()| table)).transpose()
}

fn words_outside_zones(page: &Page<'_>) -> usize {
    let (text, mut from, mut words) = (&page.article.text, 0, 0);
    for zone in &page.article.zones {
        words += word_count(text.range(from..zone.fragment.span.start().0));
        from = zone.fragment.span.end().0;
    }
    words + word_count(text.range(from..text.end().0))
}
