//! Finds quotations that are quoted: `“He told me, ‘We will go’,” she said.`

use super::quotation::{Kind, Quotation};
use super::quotation_kind::QuotationKind;
use crate::suggest::lexicon::word_class::Takes;
use crate::suggest::parse::cues::cue_inside;
use crate::suggest::parse::phrase::mentions;
use crate::suggest::parse::view::View;
use crate::suggest::propose::finder::{Finder, span_of};
use crate::suggest::propose::suggestion::{QuoteKind, Suggestion};
use crate::suggest::speakers::antecedent::fits;
use crate::suggest::speakers::mentions::Who;
use crate::suggest::speakers::{Proposed, Speaker, push};

/// Most words between the verb and the inner mark.
const REACH: usize = 7;

impl Finder<'_> {
    /// Looks into the quotation, number `number` of those that hide their words.
    pub(in crate::suggest) fn nested(&mut self, view: &View<'_>, number: usize) {
        let Some(parent) = self.opaque.get(number) else { return };
        let first = self.all.partition_point(|quotation| quotation.outer.start() <= parent.outer.start());
        let inside = self.all.iter().skip(first).take_while(|inner| inner.outer.start() < parent.outer.end());
        let inside: Vec<&Quotation> =
            inside.filter(|inner| inner.depth == parent.depth + 1 && inner.kind == Kind::Marks).collect();
        for inner in inside {
            self.one_nested(view, parent, inner);
        }
    }

    fn one_nested(&mut self, view: &View<'_>, parent: &Quotation, inner: &Quotation) {
        let own = view.sentence.words.clone();
        let Some(behind) = own.clone().find(|&at| view.word(at).is_some_and(|word| word.start >= inner.outer.start().0)) else {
            return;
        };
        let Some(last) = behind.checked_sub(1).and_then(|at| view.word(at)) else { return };
        let lead = view.text.range(last.end..inner.outer.start().0);
        if last.start < parent.outer.start().0 || inner.likely == QuotationKind::Title && !lead.contains(':') {
            return;
        }
        let gap =
            |at: usize| view.word(at.wrapping_sub(1)).zip(view.word(at)).map_or("", |(a, b)| view.text.range(a.end..b.start));
        let ends = |at: &usize| !gap(at + 1).contains(['.', '!', '?']);
        let cue = (behind.saturating_sub(REACH).max(own.start)..behind).rev().take_while(ends).find_map(|at| {
            let word = view.word(at)?;
            cue_inside(view.words, view.sentence, view.lexicon, at, word)
                .filter(|cue| cue.takes().is_some_and(|takes| takes != Takes::Words))
        });
        let Some(cue) = cue else { return };
        let near = lead.contains(':') || cue.words.end == behind || lead.contains(',');
        if !near {
            return;
        }
        let words = view.text.slice(inner.inner);
        let is_clause = words.split_whitespace().count() >= 3 || words.ends_with(['.', '!', '?', ',', '…']) || lead.contains(':');
        let from = (own.start..cue.words.start)
            .rev()
            .find(|&at| at > own.start && gap(at).contains(['.', '!', '?', ':']))
            .unwrap_or(own.start);
        let said = mentions(self.cast, from..cue.words.end);
        // `Comme l'a dit Paul Aubry, “…”`: only where nobody is before the verb; after it may be who is told.
        let told = mentions(self.cast, cue.words.end..behind);
        let subject = said.iter().rev().find(|mention| mention.bytes.start >= parent.outer.start().0).or(told.first());
        let outer: Vec<Speaker> = self
            .quotes
            .iter()
            .rev()
            .find(|quote| quote.fragments.iter().any(|span| span.overlaps(parent.outer)))
            .map_or_else(Vec::new, |quote| quote.speakers.clone());
        let mut speakers: Vec<Speaker> = Vec::new();
        match subject.map(|mention| &mention.who) {
            Some(Who::Named(number)) => push(&mut speakers, self.cast, *number, None, 0.8),
            Some(Who::Role(_)) | None => {}
            // Of all that the speaker names, whoever it may be; the speaker counts least.
            Some(Who::Pronoun(_)) => {
                for mention in mentions(self.cast, own.start..cue.words.start) {
                    if let Who::Named(number) = mention.who
                        && fits(self.cast, &subject.map_or(Who::Named(number), |subject| subject.who.clone()), number)
                    {
                        push(&mut speakers, self.cast, number, None, 0.5);
                    }
                }
            }
        }
        if let Some(role) = subject.filter(|mention| matches!(mention.who, Who::Role(_))) {
            let words = view.text.range(role.bytes.clone()).to_owned();
            speakers.push(Speaker { who: Proposed::Role(words), mention: None, score: 0.6 });
        }
        let more =
            outer.into_iter().filter(|speaker| !speakers.iter().any(|held| held.who == speaker.who)).take(3).collect::<Vec<_>>();
        speakers.extend(more);
        let kind = if is_clause { QuoteKind::Direct } else { QuoteKind::Mixed };
        let cue = span_of(view, &cue);
        self.quotes.push(Suggestion {
            fragments: vec![inner.outer],
            kind,
            cue,
            speakers,
            rule: "quotation in a quotation",
            score: 0.6,
        });
    }
}
