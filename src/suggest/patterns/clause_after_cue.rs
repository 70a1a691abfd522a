//! What is reported after a cue: a clause with its complementiser or without, an infinitive, an object.

use crate::suggest::grammar::words::begins;
use crate::suggest::lexicon::word_class::Takes;
use crate::suggest::parse::cue::Cue;
use crate::suggest::parse::reported::Reported;
use crate::suggest::parse::view::View;

impl View<'_> {
    pub(in crate::suggest) fn clause_after(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let (takes, reports) = (cue.takes()?, &self.grammar().reports);
        let after = cue.words.end;
        let to_end = |start: usize, rule, score, fewest| {
            self.reported_range(start, self.end_of_clause(start, number), rule, score, fewest)
        };
        if let Some(start) = self.complementiser(cue).filter(|_| takes != Takes::Words || reports.words_take_that) {
            return to_end(start, "that-clause", 0.8, 2);
        }
        let first = self.word(after)?;
        let lead = self.word(after.wrapping_sub(1)).map_or("", |verb| self.text.range(verb.end..first.start));
        // `reminds: in 2019 it began like this`
        if lead.trim() == ":" && first.quotation == 0 && takes != Takes::Words {
            return to_end(after, "clause behind a colon", 0.6, 3);
        }
        if let Some(start) = self.clause_after_comma(cue) {
            return to_end(start, "clause after a comma", 0.6, 3);
        }
        // After a comma is what is quoted by itself.
        if lead.contains([':', ',']) || first.after_break && first.quotation == 0 {
            return None;
        }
        if let Some((start, rule)) = self.infinitive(cue) {
            return to_end(start, rule, 0.6, 1);
        }
        if takes == Takes::Words {
            let start = after + usize::from(self.lexicon.is_preposition(&first.lower));
            let end = self.end_of_object(start, self.end_of_clause(start, number));
            return self.reported_range(start, end, "object", 0.4, 1);
        }
        if let Some((start, end)) = self.object(cue, self.end_of_clause(after, number)) {
            return self.reported_range(start, end, "object", 0.4, 2);
        }
        if takes != Takes::Clause || !reports.drops_that || first.quotation != 0 || self.is_inverted(cue) && !cue.is_loose() {
            return None;
        }
        to_end(self.bare_clause(cue)?, "bare clause", 0.6, 3)
    }

    /// Where a clause begins that is reported by its mood: `sagte Kern am Montag, | das Werk bleibe offen`.
    fn clause_after_comma(&self, cue: &Cue) -> Option<usize> {
        /// Most words of an aside before the comma.
        const REACH: usize = 12;
        /// Most words of the clause before its verb.
        const VERB: usize = 20;
        if !self.grammar().reports.clause_after_comma || cue.takes() != Some(Takes::Clause) {
            return None;
        }
        let reach = cue.words.end..(cue.words.end + REACH).min(self.sentence.words.end);
        let start = reach.clone().find(|&at| self.is_break(at))?;
        let gap = self.text.range(self.word(start.wrapping_sub(1))?.end..self.word(start)?.start);
        let is_mood = |at: usize| !self.is_quoted(at) && self.grammar().verbs.reported_mood.has(self.lower(at));
        let is_reported = (start..(start + VERB).min(self.sentence.words.end)).any(is_mood);
        (gap.trim() == "," && is_reported && !self.is_quoted(start) && !self.has_finite(cue.words.end..start)).then_some(start)
    }

    /// The words in marks right after a verb that reports nothing else: `y voit « une farce »`.
    pub(in crate::suggest) fn marked(&self, cue: &Cue) -> Option<Reported> {
        let start = (cue.words.end..cue.words.end + 2).find(|&at| self.is_quoted(at))?;
        let number = self.word(start)?.quotation;
        let end = (start..self.sentence.words.end)
            .find(|&at| self.word(at).is_none_or(|word| word.quotation != number))
            .unwrap_or(self.sentence.words.end);
        self.reported_range(start, end, "words in marks", 0.6, 1)
    }

    /// The object of a verb that reports clauses too: words in marks within it, or what this verb says of things.
    fn object(&self, cue: &Cue, end: usize) -> Option<(usize, usize)> {
        let first = self.word(cue.words.end)?;
        let verb = self.word(cue.words.end.checked_sub(1)?)?;
        // `…, a annoncé la mairie`: who says it, not what.
        let speaks = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.is_upper && word.quotation == 0 || self.lexicon.is_role(&word.lower) || self.lexicon.is_title(&word.lower)
            })
        };
        let is_inverted = self.is_break(cue.words.start)
            && cue.words.start > self.sentence.words.start
            && (speaks(cue.words.end) || speaks(cue.words.end + 1));
        if !self.grammar().reports.takes_objects || is_inverted {
            return None;
        }
        let reports = &self.grammar().reports;
        let skip = usize::from(
            reports.object_prepositions.has(&first.lower) || self.lexicon.is_adverb(&first.lower) || self.is_day(cue.words.end),
        );
        let start = cue.words.end + skip;
        let opens = self.word(start).filter(|word| !word.after_break || word.quotation != 0)?;
        let end = self.end_of_object(start, end);
        let next = (start..end).find(|&at| at > start && self.is_break(at) || self.is_quoted(at));
        // Marks that open right after the verb and close the sentence are a quotation by itself.
        let is_partial = next.is_some_and(|at| self.is_quoted(at) && (at > start || (at..end).any(|at| !self.is_quoted(at))));
        let of_things = begins(&verb.lower, reports.thing_stems);
        let is_noun = self.is_article(&opens.lower) || reports.object_openers.has(&opens.lower);
        ((is_partial && (is_noun || opens.quotation != 0)) || of_things && is_noun && opens.quotation == 0)
            .then_some((start, end))
    }

    /// Where the object of a cue ends: at the first comma after which the narrator continues.
    fn end_of_object(&self, start: usize, end: usize) -> usize {
        let reports = &self.grammar().reports;
        let goes_on =
            |at: usize| self.word(at).is_some_and(|word| word.quotation != 0 || reports.object_conjunctions.has(&word.lower));
        // `… and has left`: the narrator's next verb.
        let acts = |at: usize| {
            let joins = !self.is_quoted(at) && reports.narrator_conjunctions.has(self.lower(at));
            joins && self.has_own_finite(at + 1..(at + 4).min(end))
        };
        (start + 1..end).find(|&at| self.is_break(at) && !goes_on(at) && !goes_on(at - 1) || acts(at)).unwrap_or(end)
    }

    /// What follows a reporting clause that opens the sentence: `As Korn told the wire, …`
    pub(in crate::suggest) fn after_opening_clause(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let first = self.sentence.words.start;
        let opens = |at: &usize| self.grammar().reports.as_words.has(self.lower(*at));
        // At the very beginning, or after `meanwhile,`.
        let begins = std::iter::once(first).chain((first + 1..first + 4).filter(|&at| self.is_break(at)));
        let first = begins.into_iter().find(opens)?;
        let same = (first + 1..cue.words.start).all(|at| !self.is_break(at));
        if !same || cue.words.start <= first {
            return None;
        }
        let is_comma = |at: usize| {
            let gap =
                self.word(at.wrapping_sub(1)).zip(self.word(at)).map(|(before, word)| self.text.range(before.end..word.start));
            gap.is_some_and(|gap| gap.contains(','))
        };
        let start = (cue.words.end..self.sentence.words.end).find(|&at| is_comma(at))?;
        self.reported_range(start, self.end_of_clause(start, number), "clause behind", 0.6, 3)
    }
}
