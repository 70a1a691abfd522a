//! Proposes the quotes of an article: direct, mixed and indirect ones, each with its cue and its likely speakers.

use super::clause::{Reported, View};
use super::cues::{Cue, CueKind, cues};
use super::direct::Direct;
use super::incise::{Incise, take_out};
use super::lexicon::Lexicon;
use super::mentions::{Cast, Mention, Who, cast};
use super::names::NameHit;
use super::quotation::{Found, Kind, Quotation};
use super::sentence::{Sentence, cut, is_opaque};
use super::speakers::{Speaker, Speech};
use super::subject::leader;
use crate::text::{ByteOffset, Span, Text};

/// What candidates are made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    pub text: &'a Text,
    pub quotations: &'a Found,
    /// Names of the register in the text, in order.
    pub names: &'a [NameHit],
    /// What is no article text; nothing is proposed there.
    pub zones: &'a [Span],
    pub lexicon: &'a Lexicon,
}

/// In words.
const LONGEST_SENTENCE: usize = 1_000;

/// What has fewer words is rather a part of a clause.
const FEWEST_OF_CLAUSE: usize = 4;

/// A quote that a person may accept.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// In text order, apart. Never empty.
    pub fragments: Vec<Span>,
    pub kind: QuoteKind,
    pub cue: Option<Span>,
    /// Best first; empty when nobody is in sight.
    pub speakers: Vec<Speaker>,
    /// What found it, in a few words.
    pub rule: &'static str,
    /// From 0 to 1.
    pub score: f32,
}

/// Whether the words are given in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuoteKind {
    Direct,
    Mixed,
    Indirect,
}

impl QuoteKind {
    /// As the codebook writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// A name that the register does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewName {
    pub span: Span,
    /// As it stands there first, in full.
    pub name: String,
}

/// Everything that is proposed for an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// In text order.
    pub quotes: Vec<Candidate>,
    /// In text order.
    pub new_names: Vec<NewName>,
}

/// Proposes quotes, and names that are not registered.
#[must_use]
pub fn propose(material: &Material<'_>) -> Proposals {
    let Material { text, quotations, names, zones, lexicon } = *material;
    let all = &quotations.quotations;
    let opaque: Vec<&Quotation> = all.iter().filter(|quotation| is_opaque(quotation)).collect();
    let mut cut = cut(text, all, zones);
    let incises = take_out(text, &mut cut, &opaque, lexicon);
    let cast = cast(text, &cut, names, lexicon);
    let mut finder = Finder {
        text,
        opaque: &opaque,
        incises: &incises,
        cast: &cast,
        speech: Speech::default(),
        quotes: Vec::new(),
        reported: None,
    };
    let mut previous = None;
    for sentence in &cut.sentences {
        // What is longer is no sentence, and its words report nothing.
        let is_prose = sentence.words.len() <= LONGEST_SENTENCE;
        let cues = if is_prose { cues(text, &cut.words, sentence, lexicon) } else { Vec::new() };
        let view = View { text, words: &cut.words, sentence, lexicon, cues: &cues, previous, quotations: &opaque };
        finder.sentence(&view);
        let about = leader(&view, &cast, sentence.words.clone());
        previous = Some((sentence.start, about.and_then(Mention::number)));
    }
    let mut quotes = finder.quotes;
    quotes.retain(|quote| !quote.fragments.is_empty());
    join_paragraphs(&mut quotes, &opaque);
    quotes.sort_by_key(|quote| quote.fragments.first().map(|span| (span.start(), std::cmp::Reverse(span.end()))));
    Proposals { quotes, new_names: new_names(text, &cast) }
}

struct Finder<'a> {
    text: &'a Text,
    opaque: &'a [&'a Quotation],
    incises: &'a [Incise],
    cast: &'a Cast,
    speech: Speech,
    quotes: Vec<Candidate>,
    /// Where the last sentence ended that began with a quotation and reported it, and the place of that quote.
    reported: Option<(usize, usize)>,
}

impl Finder<'_> {
    fn sentence(&mut self, view: &View<'_>) {
        let Sentence { start, end, .. } = *view.sentence;
        let first = self.opaque.partition_point(|quotation| quotation.outer.start().0 < start);
        let last = self.opaque.partition_point(|quotation| quotation.outer.start().0 < end);
        let direct = view.direct(first..last);
        let before = self.reported.take();
        let mut covered: Vec<(usize, usize)> = Vec::new();
        let mut used = vec![false; view.cues.len()];
        let from = self.incises.partition_point(|incise| incise.words.start < view.sentence.words.start);
        let incises = self.incises.iter().skip(from).take_while(|incise| incise.words.start < view.sentence.words.end);
        let incises: Vec<&Incise> = incises.collect();
        for found in direct.iter().filter(|found| !found.is_embedded) {
            found.cue.and_then(|cue| used.get_mut(cue)).into_iter().for_each(|used| *used = true);
            let quotation = found.quotations.first().and_then(|&at| self.opaque.get(at));
            let opens = quotation.is_some_and(|quotation| quotation.outer.start().0 == start);
            let goes_on = before.filter(|&(before_end, _)| opens && found.cue.is_none() && is_near(self.text, before_end, start));
            if let Some(incise) = incises.iter().find(|incise| found.quotations.contains(&incise.quotation)) {
                let cue = view.cues.iter().position(|cue| incise.words.contains(&cue.words.start));
                cue.and_then(|cue| used.get_mut(cue)).into_iter().for_each(|used| *used = true);
                self.push_incised(view, found, incise, cue);
            } else if let Some(quote) = goes_on.and_then(|(_, at)| self.quotes.get_mut(at)) {
                // `“We will,” he said. “By May.”`
                quote
                    .fragments
                    .extend(found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|quotation| quotation.outer));
                quote.rule = "quotation in two parts";
            } else {
                self.push_direct(view, found);
                let ends = quotation.is_some_and(|quotation| quotation.outer.end().0 < end) && found.quotations.len() == 1;
                if opens && ends && found.cue.is_some() && direct.len() == 1 {
                    self.reported = Some((end, self.quotes.len().saturating_sub(1)));
                }
            }
            covered.extend(
                found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|q| (q.outer.start().0, q.outer.end().0)),
            );
        }
        for number in 0..view.cues.len() {
            let Some(cue) = view.cues.get(number) else { continue };
            if incises.iter().any(|incise| incise.words.contains(&cue.words.start)) {
                continue;
            }
            let Some(mut reported) = view.reported(number) else { continue };
            let quotes_only = |range: &std::ops::Range<usize>| covered.iter().any(|&(a, b)| a < range.end && range.start < b);
            if reported.fragments.iter().any(quotes_only) || used.get(number) == Some(&true) && reported.rule != "that-clause" {
                continue;
            }
            self.after_dash(view, &mut reported);
            self.push_reported(view, cue, &reported);
            covered.extend(
                reported.fragments.iter().filter(|range| self.holds_quotation(range)).map(|range| (range.start, range.end)),
            );
        }
        for found in direct.iter().filter(|found| found.is_embedded) {
            let inside = !view.cues.is_empty()
                && found.quotations.first().and_then(|&at| self.opaque.get(at)).is_some_and(|quotation| {
                    covered.iter().any(|&(a, b)| a <= quotation.outer.start().0 && quotation.outer.end().0 <= b)
                });
            if !inside {
                self.push_direct(view, found);
            }
        }
    }

    fn holds_quotation(&self, range: &std::ops::Range<usize>) -> bool {
        let first = self.opaque.partition_point(|quotation| quotation.outer.start().0 < range.start);
        self.opaque.get(first).is_some_and(|quotation| quotation.outer.end().0 <= range.end)
    }

    /// A dash that opens the paragraph belongs to the speech behind it.
    fn after_dash(&self, view: &View<'_>, reported: &mut Reported) {
        let line = self.text.paragraph(view.sentence.paragraph);
        let dashed = self.text.range(line.clone()).trim_start().starts_with(['—', '–', '―']);
        if let Some(range) = reported.fragments.first_mut().filter(|_| dashed && reported.clause.is_some()) {
            let start = line.start + (self.text.range(line.clone()).len() - self.text.range(line.clone()).trim_start().len());
            range.start = start;
            reported.rule = "speech after a dash";
            // `— The bridge holds, — said Korn. — We saw it.`
            let rest = self.text.range(view.sentence.end..line.end).trim_start();
            if let Some(speech) = rest.strip_prefix(['—', '–', '―']).map(str::trim).filter(|speech| !speech.is_empty()) {
                let end = line.start + self.text.range(line.clone()).trim_end().len();
                reported.fragments.push(end - speech.len()..end);
            }
        }
    }

    fn push_incised(&mut self, view: &View<'_>, found: &Direct, incise: &Incise, cue: Option<usize>) {
        let mut fragments: Vec<Span> = Vec::new();
        for &at in &found.quotations {
            if at == incise.quotation {
                fragments.extend(
                    incise
                        .spoken
                        .iter()
                        .filter_map(|range| Span::snapped(self.text, ByteOffset(range.start), ByteOffset(range.end))),
                );
            } else {
                fragments.extend(self.opaque.get(at).map(|quotation| quotation.outer));
            }
        }
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let cue = cue.and_then(|number| view.cues.get(number));
        let speakers = self.speech.rank(view, self.cast, cue, Some(&incise.words), start);
        self.speech.note(self.cast, speakers.first());
        let cue = cue.and_then(|cue| span_of(view, cue));
        self.quotes.push(Candidate {
            fragments,
            kind: QuoteKind::Direct,
            cue,
            speakers,
            rule: "quotation around a cue",
            score: 0.9,
        });
    }

    fn push_direct(&mut self, view: &View<'_>, found: &Direct) {
        let fragments: Vec<Span> =
            found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|quotation| quotation.outer).collect();
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let cue = found.cue.and_then(|number| view.cues.get(number));
        let clause = cue
            .and_then(|cue| view.reporting_clause(cue))
            .filter(|_| cue.is_some_and(|cue| view.word(cue.words.start).is_some_and(|word| word.start > start)));
        let speakers = self.speech.rank(view, self.cast, cue, clause.as_ref(), start);
        self.speech.note(self.cast, speakers.first());
        let kind = if found.is_embedded { QuoteKind::Mixed } else { QuoteKind::Direct };
        let cue = cue.and_then(|cue| span_of(view, cue));
        self.quotes.push(Candidate { fragments, kind, cue, speakers, rule: found.rule, score: found.score });
    }

    fn push_reported(&mut self, view: &View<'_>, cue: &Cue, reported: &Reported) {
        let fragments: Vec<Span> = reported
            .fragments
            .iter()
            .filter_map(|range| Span::snapped(self.text, ByteOffset(range.start), ByteOffset(range.end)))
            .collect();
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let dash = reported.rule == "speech after a dash";
        let is_whole = |span: &Span| {
            let at = self.opaque.partition_point(|quotation| quotation.outer.start() < span.start());
            self.opaque.get(at).is_some_and(|quotation| quotation.outer == *span)
        };
        let words = |span: &Span| self.text.slice(*span).split_whitespace().count();
        let kind = match reported.fragments.iter().any(|range| self.holds_quotation(range)) {
            _ if dash => QuoteKind::Direct,
            // `said that “it holds”`: every word stands in the marks, and it is a clause.
            true if fragments.iter().all(|span| is_whole(span) && words(span) >= FEWEST_OF_CLAUSE) => QuoteKind::Direct,
            true => QuoteKind::Mixed,
            false => QuoteKind::Indirect,
        };
        let clause = reported.clause.clone().filter(|_| cue.kind != CueKind::According);
        let speakers = self.speech.rank(view, self.cast, Some(cue), clause.as_ref(), start);
        self.speech.note(self.cast, speakers.first());
        self.quotes.push(Candidate {
            fragments,
            kind,
            cue: span_of(view, cue),
            speakers,
            rule: reported.rule,
            score: reported.score,
        });
    }
}

/// Whether only spaces stand between the two bytes, and no end of a paragraph.
fn is_near(text: &Text, end: usize, start: usize) -> bool {
    text.range(end..start).chars().all(|c| c.is_whitespace() && c != '\n')
}

fn span_of(view: &View<'_>, cue: &Cue) -> Option<Span> {
    let (first, last) = (view.word(cue.words.start)?, view.word(cue.words.end.checked_sub(1)?)?);
    Span::snapped(view.text, ByteOffset(first.start), ByteOffset(last.end))
}

/// The parts of a quotation over several paragraphs are fragments of one quote.
fn join_paragraphs(quotes: &mut Vec<Candidate>, opaque: &[&Quotation]) {
    let mut before: Option<&Quotation> = None;
    for quotation in opaque {
        if let Some(earlier) = before.filter(|earlier| earlier.goes_on && quotation.continues) {
            let holding = |span: Span| move |quote: &Candidate| quote.fragments.contains(&span);
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
