//! Implements `dicta suggest`: writes the suggestions for the articles of a set as CSV. Changes nothing.

use std::io::Write;
use std::path::Path;

use super::import::say;
use super::lexicons::extended;
use crate::export::write::writer::TableWriter;
use crate::export::{Delimiter, ExportError, Profile};
use crate::model::{Article, ArticleId, Document, Label, Layer};
use crate::storage;
use crate::suggest::{
    HitForm, KnownActor, Lexicons, Material, NameFinder, NameHit, NewName, Offers, Proposals, Proposed, Reading, Reason,
    Suggestion, is_marked, is_open, quotations,
};
use crate::text::{Span, Text, language};

const COLUMNS: [&str; 9] = ["article", "label", "fragments", "text", "type", "cue", "speakers", "rule", "score"];

/// Which suggestions are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// Only those of this article.
    pub article: Option<String>,
    /// Also those that an annotator has already marked or rejected.
    pub all: bool,
    /// Who reads the table.
    pub profile: Profile,
}

/// Writes a row for each suggestion to `out`, and a line for each skipped lexicon of the set to `told`. Returns `true` if no
/// lexicon was skipped.
///
/// # Errors
/// If the set cannot be opened, has no such article, or `out` cannot be written; the reason, as a sentence.
pub fn suggest(set: &Path, which: &Which, out: &mut dyn Write, told: &mut dyn Write) -> Result<bool, String> {
    let (article, all) = (which.article.as_deref(), which.all);
    let storage::Opened { document, notices, lexicons } = storage::open(set).map_err(|error| error.to_string())?;
    let (lexicons, wrong) = extended(&lexicons);
    let unread = notices.iter().filter(|notice| notice.place.file.starts_with("lexicons"));
    let left_aside: Vec<String> = unread.map(ToString::to_string).chain(wrong.iter().map(ToString::to_string)).collect();
    for line in &left_aside {
        say(told, format_args!("{}: {line}", set.display()))?;
    }
    // Parsed as an id, because a shell may pass accents in another Unicode form than ids have.
    let wanted = |found: &Article| article.is_none_or(|id| ArticleId::parse(id).is_ok_and(|id| id == found.id));
    let articles: Vec<&Article> = document.articles.values().map(AsRef::as_ref).filter(|found| wanted(found)).collect();
    if let Some(id) = article.filter(|_| articles.is_empty()) {
        return Err(format!(
            "“{}” has no article “{id}”; the ids are the names of the files in its folder “articles”",
            set.display()
        ));
    }
    let finder = NameFinder::new(&known(&document));
    let rows = articles.into_iter().flat_map(|article| {
        let layers = document.layers_of(&article.id).map(|(_, layer)| layer.as_ref()).filter(|_| !all).collect();
        Rows { article, lexicons: &lexicons, layers }.all(&finder)
    });
    match write(rows, which.profile, out) {
        // A reader that stops reading, such as `head`, is not a failure.
        Err(error) if !error.is_broken_pipe() => Err(error.to_string()),
        _ => Ok(left_aside.is_empty()),
    }
}

/// Writes the rows with the quoting and guards of the exporter.
fn write(rows: impl Iterator<Item = Row>, profile: Profile, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut table = TableWriter::new("suggestions".to_owned(), Box::new(out), Delimiter::COMMA, profile)?;
    table.names(COLUMNS.map(str::to_owned))?;
    for row in rows {
        for cell in &row {
            table.text(cell);
        }
        table.end_row()?;
    }
    table.finish().map(drop)
}

/// The names of the register.
fn known(document: &Document) -> Vec<KnownActor> {
    document.register.actors().iter().map(|actor| KnownActor::of(actor).without_titles()).collect()
}

struct Rows<'a> {
    article: &'a Article,
    lexicons: &'a Lexicons,
    /// The layers whose annotations and rejections are taken into account.
    layers: Vec<&'a Layer>,
}

type Row = [String; 9];

impl Rows<'_> {
    fn all(&self, finder: &NameFinder) -> Vec<Row> {
        let text = &self.article.text;
        let tag = &self.article.metadata.language;
        let tag = if tag.is_empty() { language::guess(text.as_str()).unwrap_or_default().to_owned() } else { tag.clone() };
        let (lexicon, quotations, names) = (self.lexicons.of(&tag), quotations(text), finder.find(text));
        let zones: Vec<Span> = self.article.zones.iter().map(|zone| zone.fragment.span).collect();
        let material = Material { text, quotations: &quotations, names: &names, zones: &zones, lexicon };
        let reading = Reading::new(&material);
        let Proposals { quotes, new_names, .. } = reading.propose();
        let claims = reading.claims(&quotes);
        let offers = Offers { quotes: &quotes, claims: &claims };
        let open = |label, suggestion: &&Suggestion| self.layers.iter().all(|layer| is_open(layer, label, suggestion, offers));
        let unmarked = |span| !self.layers.iter().any(|layer| is_marked(layer, Label::Actor, span));
        let quotes = quotes.iter().filter(|quote| open(Label::Quote, quote)).map(|quote| self.quote(text, Label::Quote, quote));
        let claims = claims.iter().filter(|claim| open(Label::Claim, claim)).map(|claim| self.quote(text, Label::Claim, claim));
        let names = names.iter().filter(|hit| unmarked(hit.span)).map(|hit| self.name(text, hit));
        let new_names = new_names.iter().filter(|name| unmarked(name.span)).map(|name| self.new_name(text, name));
        quotes.chain(claims).chain(names).chain(new_names).collect()
    }

    /// The row of a quote or claim. A claim has the speakers of the quote that contains it; without one it is the article's own.
    fn quote(&self, text: &Text, label: Label, quote: &Suggestion) -> Row {
        let Suggestion { fragments, kind, cue, speakers, rule, score } = quote;
        let speakers = speakers.iter().map(|speaker| match &speaker.who {
            Proposed::Known(id) => id.to_string(),
            Proposed::New(name) | Proposed::Role(name) => name.clone(),
        });
        let words: Vec<&str> = fragments.iter().map(|&span| text.slice(span)).collect();
        [
            self.article.id.to_string(),
            label.as_str().to_owned(),
            fragments.iter().map(|&span| place(text, span)).collect::<Vec<_>>().join(";"),
            words.join(" […] "),
            if label == Label::Quote { kind.as_str().to_owned() } else { String::new() },
            cue.map(|cue| text.slice(cue).to_owned()).unwrap_or_default(),
            speakers.collect::<Vec<_>>().join(" | "),
            (*rule).to_owned(),
            format!("{score:.2}"),
        ]
    }

    fn name(&self, text: &Text, hit: &NameHit) -> Row {
        let NameHit { span, actors, form, .. } = hit;
        let (rule, score) = match form {
            HitForm::Exact => ("as in the register".to_owned(), 1.0),
            HitForm::Variant(reason) => (reason.to_string(), 0.9),
            HitForm::SurnameOnly => (Reason::LastName.to_string(), 0.8),
        };
        let actors: Vec<String> = actors.iter().map(ToString::to_string).collect();
        self.actor(text, *span, actors.join(" | "), rule, if actors.len() > 1 { 0.5 } else { score })
    }

    fn new_name(&self, text: &Text, NewName { span, name }: &NewName) -> Row {
        self.actor(text, *span, name.clone(), "a name that the register does not have".to_owned(), 0.4)
    }

    fn actor(&self, text: &Text, span: Span, who: String, rule: String, score: f32) -> Row {
        let words = text.slice(span).to_owned();
        let id = self.article.id.to_string();
        [id, "actor".to_owned(), place(text, span), words, String::new(), String::new(), who, rule, format!("{score:.2}")]
    }
}

/// `402-429`, in characters.
fn place(text: &Text, span: Span) -> String {
    format!("{}-{}", text.char_from_byte(span.start()), text.char_from_byte(span.end()))
}
