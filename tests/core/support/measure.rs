//! Measures suggestions against annotations by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use dicta::model::ActorId;
use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Proposed, QuoteKind, Reading, Suggestion, quotations};
use dicta::text::Span;

use super::tagged::{Quote, Tagged};

/// How many of what was proposed is right, and how much of what there is was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub right: usize,
    pub proposed: usize,
    pub by_hand: usize,
}

impl Score {
    pub fn precision(self) -> f64 {
        part(self.right, self.proposed)
    }

    pub fn recall(self) -> f64 {
        part(self.right, self.by_hand)
    }

    pub fn f1(self) -> f64 {
        part(2 * self.right, self.proposed + self.by_hand)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        let Self { right, proposed, by_hand } = self;
        write!(f, "P {precision:.2}  R {recall:.2}  F1 {f1:.2}  ({right} right, {proposed} proposed, {by_hand} by hand)")
    }
}

/// How often the right speaker comes first, and among the first three.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    pub first: usize,
    pub three: usize,
    pub all: usize,
}

impl fmt::Display for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, three, all } = *self;
        write!(f, "first {:.2}  in three {:.2}  (of {all})", part(first, all), part(three, all))
    }
}

/// Everything that is measured.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// Direct quotes, exact spans.
    pub direct: Score,
    /// Mixed and indirect quotes, exact spans.
    pub reported: Score,
    /// The same, shared by half of the words of both.
    pub reported_near: Score,
    /// Of direct and mixed quotes that were found.
    pub speakers: Places,
    /// Of indirect quotes that were found.
    pub speakers_indirect: Places,
    /// Mentions by name of actors that the register knows, exact spans.
    pub names: Score,
    /// Suggestions over the end of a paragraph that do not go on there with a mark.
    pub crossing: usize,
    /// For each rule: proposed, right in words and kind, right by half.
    pub rules: BTreeMap<&'static str, [usize; 3]>,
    /// What is wrong, a line each.
    pub misses: Vec<String>,
}

pub fn part(a: usize, b: usize) -> f64 {
    a as f64 / b.max(1) as f64
}

impl Measure {
    pub fn add(&mut self, article: &Tagged) {
        let text = &article.text;
        let register = article.register();
        let ids: Vec<&String> = register.keys().collect();
        let known: Vec<KnownActor> = register
            .values()
            .enumerate()
            .map(|(number, names)| KnownActor {
                id: ActorId::parse(&format!("a{number}")).unwrap(),
                names: names.clone(),
                is_person: None,
            })
            .collect();
        let hits = NameFinder::new(&known).find(text);
        let by_name: BTreeSet<Span> = article.mentions.iter().filter(|m| m.is_name).map(|m| m.span).collect();
        let found: BTreeSet<Span> = hits.iter().map(|hit| hit.span).collect();
        self.names.proposed += found.len();
        self.names.by_hand += by_name.len();
        self.names.right += found.intersection(&by_name).count();
        for span in found.difference(&by_name) {
            self.miss(article, "name too many", &[*span], "");
        }
        for span in by_name.difference(&found) {
            self.miss(article, "name missed", &[*span], "");
        }
        let marks = quotations(text);
        let lexicon = Lexicon::built_in(&article.language);
        let material = Material { text, quotations: &marks, names: &hits, zones: &[], lexicon: &lexicon };
        let proposed = Reading::new(&material).propose().quotes;
        self.spans(article, &proposed);
        for quote in &article.quotes {
            let best = proposed
                .iter()
                .max_by(|a, b| shared(&a.fragments, &quote.fragments).total_cmp(&shared(&b.fragments, &quote.fragments)));
            let best = best.filter(|best| shared(&best.fragments, &quote.fragments) > 0.5);
            let (Some(best), Some(_)) = (best, quote.speakers.first()) else { continue };
            let names: Vec<String> = best.speakers.iter().map(|speaker| said(&speaker.who, &ids)).collect();
            let rank = names.iter().position(|name| quote.speakers.iter().any(|right| is_same(name, right)));
            let places = if quote.kind == "indirect" { &mut self.speakers_indirect } else { &mut self.speakers };
            places.all += 1;
            places.first += usize::from(rank == Some(0));
            places.three += usize::from(rank.is_some_and(|rank| rank < 3));
            if rank != Some(0) {
                let note = format!(" — {} — proposed {}", quote.speakers.join(" | "), names.join(", "));
                self.miss(article, "speaker", &quote.fragments, &note);
            }
        }
    }

    fn spans(&mut self, article: &Tagged, proposed: &[Suggestion]) {
        let direct = |quote: &&Quote| quote.kind == "direct";
        let is_same = |a: &Suggestion, b: &Quote| a.fragments == b.fragments;
        for suggestion in proposed {
            let exact = article.quotes.iter().find(|quote| is_same(suggestion, quote));
            let near = article.quotes.iter().any(|quote| shared(&suggestion.fragments, &quote.fragments) > 0.5);
            let lists = suggestion.kind == QuoteKind::Direct;
            let rule = self.rules.entry(suggestion.rule).or_default();
            rule[0] += 1;
            rule[1] += usize::from(exact.is_some_and(|quote| direct(&quote) == lists));
            rule[2] += usize::from(near);
            let score = if lists { &mut self.direct } else { &mut self.reported };
            score.proposed += 1;
            if !lists {
                self.reported_near.proposed += 1;
                self.reported_near.right += usize::from(near);
            }
            if exact.is_none_or(|quote| direct(&quote) != lists) {
                let what = if near { "not exact" } else { "too many" };
                let note = format!(" [{} {:?} {:.2}]", suggestion.rule, suggestion.kind, suggestion.score);
                self.miss(article, what, &suggestion.fragments, &note);
            }
            self.crossing += suggestion.fragments.iter().filter(|span| article.text.slice(**span).contains('\n')).count();
        }
        for quote in &article.quotes {
            let lists = direct(&quote);
            let right = proposed.iter().any(|c| is_same(c, quote) && (c.kind == QuoteKind::Direct) == lists);
            let score = if lists { &mut self.direct } else { &mut self.reported };
            score.by_hand += 1;
            score.right += usize::from(right);
            if !lists {
                self.reported_near.by_hand += 1;
            }
            if !right {
                self.miss(article, &format!("{} missed", quote.kind), &quote.fragments, "");
            }
        }
    }

    fn miss(&mut self, article: &Tagged, what: &str, spans: &[Span], note: &str) {
        let words: Vec<&str> = spans.iter().map(|span| article.text.slice(*span)).collect();
        let text = &article.text;
        let from = spans.first().map_or(0, |span| text.as_str().floor_char_boundary(span.start().0.saturating_sub(80)));
        let to = spans.last().map_or(0, |span| text.as_str().ceil_char_boundary(span.end().0 + 80).min(text.end().0));
        let before = spans.first().map_or("", |span| text.range(from..span.start().0));
        let after = spans.last().map_or("", |span| text.range(span.end().0..to));
        let line = format!("{}: {what}: {}{note}   ({before} ▶◀ {after})", article.name, words.join(" […] "));
        self.misses.push(line.replace('\n', "⏎"));
    }
}

fn said(who: &Proposed, ids: &[&String]) -> String {
    match who {
        Proposed::Known(id) => {
            let number = id.as_str().trim_start_matches('a').parse::<usize>().unwrap_or(usize::MAX);
            ids.get(number).map_or_else(String::new, |name| (*name).clone())
        }
        Proposed::New(name) | Proposed::Role(name) => name.clone(),
    }
}

/// A role may be given with more or fewer words: `sources` for `two diplomatic sources`.
fn is_same(proposed: &str, right: &str) -> bool {
    let (a, b) = (proposed.to_lowercase(), right.to_lowercase());
    a == b || a.ends_with(&format!(" {b}")) || b.ends_with(&format!(" {a}")) || b.starts_with(&format!("{a} "))
}

/// Shared bytes over all bytes.
fn shared(a: &[Span], b: &[Span]) -> f64 {
    let both: usize =
        a.iter().flat_map(|x| b.iter().map(move |y| x.end().min(y.end()).0.saturating_sub(x.start().max(y.start()).0))).sum();
    let length = |spans: &[Span]| spans.iter().map(|span| span.byte_len()).sum::<usize>();
    part(both, length(a) + length(b) - both)
}
