//! Fills in what the words of a new annotation say: a quote's type and verbatim parts, a mention's form and actor, a claim's source.

use super::attributes::may_propose;
use super::nearby::quote_around;
use super::quote_type::quote_type;
use crate::model::{ActorId, Annotation, Article, Evidence, EvidenceKind, Fragment, Label, Subject};
use crate::session::state::Session;
use crate::suggest::is_role_phrase;
use crate::suggest::quotation_marks::quotation;
use crate::text::fold::folded;
use crate::text::{ByteOffset, Span, Text};

/// Pronouns that name a speaker, folded.
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "who",
    "his",
    "her",
    "him",
    "their",
    "them",
    "its",
    "we",
    "i",
    "you",
    "il",
    "elle",
    "ils",
    "elles",
    "on",
    "qui",
    "lui",
    "celui-ci",
    "celle-ci",
    "ce dernier",
    "cette derniere",
    "nous",
    "je",
    "он",
    "она",
    "они",
    "оно",
    "его",
    "ее",
    "их",
    "мы",
    "я",
    "который",
    "которая",
    "которые",
];

impl Session {
    /// Fills in what the words say by themselves; a person can change all of it. The annotation is of `article`.
    pub(in crate::session) fn propose(&self, article: &Article, annotation: &mut Annotation) {
        match annotation.label {
            Label::Quote => {
                self.propose_type(annotation);
                self.propose_verbatim(&article.text, annotation);
            }
            Label::Actor => {
                self.propose_form(article, annotation);
                if annotation.actor.is_none() {
                    let words = annotation.words();
                    let mut named = self.survey().names().named(&words);
                    if named.is_empty() && words.starts_with(char::is_uppercase) {
                        named = self.survey().names().with_last_name(&words);
                    }
                    // If several actors match, a person decides.
                    annotation.actor = match named.as_slice() {
                        [only] => Some(only.clone()),
                        [] => self.actor_of_nominal(article, annotation),
                        _ => None,
                    };
                }
            }
            Label::Claim => self.propose_source(article, annotation),
        }
    }

    /// The actor that a noun phrase refers to: the one that the same words name elsewhere in the article, or by the titles in it.
    fn actor_of_nominal(&self, article: &Article, mention: &Annotation) -> Option<ActorId> {
        let words = folded(mention.words().trim());
        if PRONOUNS.contains(&words.as_str()) {
            return None;
        }
        let layer = self.document().layer(&article.id, self.annotator());
        let tied = layer.map(|layer| self.derived.mention_actors(layer, &words)).unwrap_or_default();
        if let [only] = tied.as_slice() {
            return Some(only.clone());
        }
        let span = mention.spans().next().filter(|_| tied.is_empty())?;
        let found = self.found_names().filter(|found| found.article == article.id)?;
        let nominal = found.nominals.iter().find(|nominal| nominal.span == span)?;
        nominal.actor.clone().filter(|id| self.document().register.get(id).is_some())
    }

    /// Gives a claim in a quote the quote's speakers as its source.
    fn propose_source(&self, article: &Article, claim: &mut Annotation) {
        if claim.details.attribution.is_empty()
            && let Some(quote) = self.editor.layer(&article.id).and_then(|layer| quote_around(layer, claim))
        {
            claim.details.attribution.clone_from(&quote.details.attribution);
        }
    }

    /// Fills in the form of a mention: name, pronoun or nominal.
    fn propose_form(&self, article: &Article, annotation: &mut Annotation) {
        let words = annotation.words();
        let folded = folded(words.trim());
        let form = if PRONOUNS.contains(&folded.as_str()) {
            "pronoun"
        } else if words.split_whitespace().any(|word| word.starts_with(char::is_uppercase)) && !self.is_role(article, &words) {
            "name"
        } else {
            "nominal"
        };
        annotation.details.attributes.remove("form");
        if may_propose(&self.document().codebook, Subject::Mention, "form", form) {
            annotation.details.attributes.insert("form".to_owned(), form.to_owned());
        }
    }

    /// Whether the words are a role although they have a capital: `French President`, `président de la République`.
    fn is_role(&self, article: &Article, words: &str) -> bool {
        let last = words.split_whitespace().next_back().unwrap_or_default();
        is_role_phrase(words)
            || last.starts_with(char::is_lowercase) && self.suggestions.lexicons().of(&article.metadata.language).is_role(last)
    }

    /// Updates what depends on the attribute `said`: a type that was read from the marks follows the form, and a mixed quote
    /// gets its verbatim parts.
    pub(in crate::session) fn propose_again(&self, before: &Annotation, changed: &mut Annotation, said: &str) {
        let held = |annotation: &Annotation| {
            self.editor.document().codebook.held(Label::Quote, "quote_type", &annotation.details.attributes).to_owned()
        };
        if said == "form" && held(before) == quote_type(before) {
            self.propose_type(changed);
        }
        let is_bare = changed.details.evidence_of(EvidenceKind::Verbatim).next().is_none();
        if held(before) != held(changed)
            && is_bare
            && let Some(article) = self.article()
        {
            self.propose_verbatim(&article.text, changed);
        }
    }

    /// Marks the words in quotation marks of a mixed quote as verbatim.
    fn propose_verbatim(&self, text: &Text, annotation: &mut Annotation) {
        let kind = self.editor.document().codebook.held(Label::Quote, "quote_type", &annotation.details.attributes);
        annotation.details.evidence.retain(|held| held.kind != EvidenceKind::Verbatim);
        if kind == "mixed" {
            let found = annotation.spans().flat_map(|span| verbatim(text, span)).collect::<Vec<_>>();
            let evidence =
                found.into_iter().map(|span| Evidence { kind: EvidenceKind::Verbatim, fragment: Fragment::new(text, span) });
            annotation.details.evidence.extend(evidence);
            annotation.details.evidence.sort_by_key(|held| (held.kind, held.fragment.span));
        }
    }
}

/// The outermost quotations inside a span, marks included.
fn verbatim(text: &Text, within: Span) -> Vec<Span> {
    let slice = Text::new(text.slice(within));
    let found = quotation::quotations(&slice);
    let at = |offset: ByteOffset| ByteOffset(within.start().0 + offset.0);
    let outer = found.quotations.iter().filter(|q| q.depth == 0).map(|q| q.outer);
    outer.filter_map(|span| Span::new(text, at(span.start()), at(span.end())).ok()).collect()
}
