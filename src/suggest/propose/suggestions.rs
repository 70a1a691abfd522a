//! Proposes the quotes of an article: direct, mixed and indirect ones, each with its cue and its likely speakers.

use std::ops::Range;

use super::finder::Finder;
use super::suggestion::{NewName, Suggestion};
use crate::suggest::parse::cues::cues;
use crate::suggest::parse::material::Material;
use crate::suggest::parse::reading::Reading;
use crate::suggest::parse::subject::leader;
use crate::suggest::parse::view::View;
use crate::suggest::quotation_marks::quotation::{Kind, Quotation};
use crate::suggest::speakers::mentions::{Cast, Mention, Who};
use crate::suggest::speakers::{Speaker, Speech};
use crate::text::{ByteOffset, Span, Text};

/// In words.
const LONGEST_SENTENCE: usize = 1_000;

/// Everything that is proposed for an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// In text order.
    pub quotes: Vec<Suggestion>,
    /// In text order.
    pub new_names: Vec<NewName>,
    /// In text order.
    pub sentences: Vec<SentenceSpeakers>,
}

/// Who would speak in a sentence, for words of it that no suggestion has.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceSpeakers {
    /// The sentence, in bytes.
    pub bytes: Range<usize>,
    /// Best first.
    pub speakers: Vec<Speaker>,
}

impl Reading<'_> {
    /// Proposes quotes, and names that are not registered.
    #[must_use]
    pub fn propose(&self) -> Proposals {
        let Self { opaque, cut, inserted, cast, .. } = self;
        let Material { text, quotations, lexicon, .. } = self.material;
        let mut finder = Finder {
            text,
            opaque,
            inserted,
            cast,
            speech: Speech::default(),
            quotes: Vec::new(),
            all: &quotations.quotations,
            last: None,
            reported: None,
        };
        let (mut previous, mut sentences) = (None, Vec::new());
        for sentence in &cut.sentences {
            // What is longer is no sentence, and its words report nothing.
            let is_prose = sentence.words.len() <= LONGEST_SENTENCE;
            let cues = if is_prose { cues(text, &cut.words, sentence, lexicon) } else { Vec::new() };
            let view = View { text, words: &cut.words, sentence, lexicon, cues: &cues, previous, quotations: opaque };
            finder.sentence(&view);
            let speakers = finder.speech.rank(&view, cast, cues.first(), None, sentence.end);
            sentences.push(SentenceSpeakers { bytes: sentence.start..sentence.end, speakers });
            let about = leader(&view, cast, sentence.words.clone());
            previous = Some((sentence.start, about.and_then(Mention::number)));
        }
        let mut quotes = finder.quotes;
        quotes.retain(|quote| !quote.fragments.is_empty());
        join_paragraphs(&mut quotes, opaque);
        tell_headlines(text, &mut quotes);
        quotes.sort_by_key(|quote| quote.fragments.first().map(|span| (span.start(), std::cmp::Reverse(span.end()))));
        Proposals { quotes, new_names: new_names(text, cast), sentences }
    }
}

/// The parts of a quotation over several paragraphs are fragments of one quote.
fn join_paragraphs(quotes: &mut Vec<Suggestion>, opaque: &[&Quotation]) {
    let mut before: Option<&Quotation> = None;
    for quotation in opaque {
        if let Some(earlier) = before.filter(|earlier| earlier.goes_on && quotation.continues) {
            let holding = |span: Span| move |quote: &Suggestion| quote.fragments.contains(&span);
            let first = quotes.iter().position(holding(earlier.outer));
            let second = quotes.iter().position(holding(quotation.outer));
            match (first, second) {
                (Some(first), Some(second)) if first != second => {
                    let part = quotes.get(second).cloned();
                    if let (Some(quote), Some(part)) = (quotes.get_mut(first), part) {
                        quote.fragments.extend(part.fragments);
                        if quote.cue.is_none() && part.cue.is_some() {
                            (quote.cue, quote.speakers, quote.score) = (part.cue, part.speakers, part.score);
                        }
                    }
                    quotes.remove(second);
                }
                (Some(first), None) => quotes.get_mut(first).into_iter().for_each(|quote| quote.fragments.push(quotation.outer)),
                _ => {}
            }
        }
        if quotation.kind == Kind::Marks && quotation.depth == 0 {
            before = Some(quotation);
        }
    }
}

/// A headline quotes whoever speaks first below: after those that it names itself.
fn tell_headlines(text: &Text, quotes: &mut [Suggestion]) {
    let is_headline = |quote: &Suggestion| {
        quote.cue.is_none() && quote.fragments.first().is_some_and(|span| text.paragraph_at(span.start()) == 0)
    };
    let first = quotes.iter().filter(|quote| !is_headline(quote)).find_map(|quote| quote.speakers.first()).cloned();
    let Some(first) = first else { return };
    for quote in quotes.iter_mut().filter(|quote| is_headline(quote)) {
        if !quote.speakers.iter().any(|held| held.who == first.who) {
            let at = quote.speakers.len().min(1);
            quote.speakers.insert(at, Speaker { mention: None, score: 0.4, ..first.clone() });
        }
    }
}

fn new_names(text: &Text, cast: &Cast) -> Vec<NewName> {
    let spans = cast.mentions.iter().filter_map(|mention| match mention.who {
        Who::Named(number) => cast.names.get(number).filter(|named| named.actors.is_empty()).map(|named| (mention, named)),
        _ => None,
    });
    spans
        .filter_map(|(mention, named)| {
            let span = Span::snapped(text, ByteOffset(mention.bytes.start), ByteOffset(mention.bytes.end))?;
            Some(NewName { span, name: named.name.clone() })
        })
        .collect()
}
