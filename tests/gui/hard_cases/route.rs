//! Finds the fewest keys that lead the caret to words and select them: what a practised person would press.

use std::collections::{BTreeMap, VecDeque};

use dicta::session::Selection;
use dicta::session::cursor::caret_step::CaretStep;
use dicta::text::{ByteOffset, Span, Text, sentence_at, trimmed, word_at};

const STEPS: [(&str, CaretStep); 10] = [
    ("C-Down", CaretStep::ParagraphDown),
    ("C-Up", CaretStep::ParagraphUp),
    ("A-Right", CaretStep::SentenceRight),
    ("A-Left", CaretStep::SentenceLeft),
    ("C-Right", CaretStep::WordRight),
    ("C-Left", CaretStep::WordLeft),
    ("Right", CaretStep::Right),
    ("Left", CaretStep::Left),
    ("C-Home", CaretStep::TextStart),
    ("C-End", CaretStep::TextEnd),
];

type Keys = Vec<&'static str>;

/// From a place to every other, by the fewest keys. With words selected, the first key is no arrow alone: that collapses.
fn ways(text: &Text, from: ByteOffset, is_selected: bool) -> BTreeMap<usize, Keys> {
    let mut found = BTreeMap::from([(from.0, Keys::new())]);
    let mut open = VecDeque::from([from]);
    while let Some(at) = open.pop_front() {
        let so_far = found[&at.0].clone();
        for (key, step) in STEPS {
            if is_selected && so_far.is_empty() && matches!(step, CaretStep::Left | CaretStep::Right) {
                continue;
            }
            let next = step.from(text, at);
            found.entry(next.0).or_insert_with(|| {
                open.push_back(next);
                so_far.iter().copied().chain([key]).collect()
            });
        }
    }
    found
}

/// The keys that put the caret at a place.
pub fn to_place(text: &Text, now: Selection, place: usize) -> Vec<String> {
    ways(text, now.head, !now.is_empty())[&place].iter().map(|key| (*key).to_owned()).collect()
}

/// The keys that select exactly these words; white space beside them does not matter.
pub fn to_select(text: &Text, now: Selection, words: Span) -> Vec<String> {
    let there = ways(text, now.head, !now.is_empty());
    let mut best: Option<Vec<String>> = None;
    let mut keep = |keys: Vec<String>| {
        if best.as_ref().is_none_or(|best| keys.len() < best.len()) {
            best = Some(keys);
        }
    };
    let owned = |keys: &Keys| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let is_it = |a: usize, b: usize| {
        let span = Span::snapped(text, ByteOffset(a), ByteOffset(b));
        span.and_then(|span| trimmed(text, span)) == Some(words)
    };
    let near = |from: usize, to: usize| (from..=to).filter(|at| text.as_str().is_char_boundary(*at));
    let edges = |before: usize, after: usize| near(before.saturating_sub(3), (after + 3).min(text.as_str().len()));
    let (start, end) = (words.start().0, words.end().0);
    for (&at, keys) in &there {
        if word_at(text, ByteOffset(at)) == Some(words) {
            keep([owned(keys), vec!["S".into()]].concat());
        }
        if sentence_at(text, ByteOffset(at)) == Some(words) {
            keep([owned(keys), vec!["S-S".into()]].concat());
        }
    }
    let anchors = edges(start, start).map(|a| (a, end)).chain(edges(end, end).map(|a| (a, start)));
    for (anchor, other) in anchors {
        let Some(first) = there.get(&anchor) else { continue };
        for (&head, keys) in &ways(text, ByteOffset(anchor), false) {
            if head.abs_diff(other) <= 3 && is_it(anchor, head) {
                let extending = keys.iter().map(|key| format!("S-{key}"));
                keep(owned(first).into_iter().chain(extending).collect());
            }
        }
    }
    best.expect("a way to these words")
}
