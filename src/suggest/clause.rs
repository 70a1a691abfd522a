//! Finds the reported words of a cue: behind its complementiser, directly behind it, or before it in the sentence.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::lexicon::{Lexicon, Takes};
use super::quotation::Quotation;
use super::sentence::{Sentence, Word};
use crate::text::Text;

/// What a cue reports. Ranges in bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Reported {
    pub fragments: Vec<Range<usize>>,
    pub rule: &'static str,
    pub score: f32,
    /// Numbers of the words among which the subject stands, when the reporting clause comes last.
    pub clause: Option<Range<usize>>,
}

/// A sentence with all that is known of it.
pub(super) struct View<'a> {
    pub text: &'a Text,
    pub words: &'a [Word],
    pub sentence: &'a Sentence,
    pub lexicon: &'a Lexicon,
    pub cues: &'a [Cue],
    /// Where the sentence before this one begins, in bytes, and who it is about: number in the cast.
    pub previous: Option<(usize, Option<usize>)>,
    /// The quotations of the text that hide their words, in order.
    pub quotations: &'a [&'a Quotation],
}

const CONJUNCTIONS: [&str; 14] =
    ["and", "but", "while", "or", "et", "mais", "tandis", "puis", "tout", "en", "и", "но", "а", "as"];

/// They open a clause beside the main one: alone before a report they say when.
const SUBORDINATES: [&str; 24] = [
    "before", "after", "when", "while", "as", "since", "although", "though", "once", "until", "because", "unless", "quand", "lorsque",
    "lorsqu'", "alors", "tandis", "comme", "bien", "puisque", "когда", "после", "хотя", "пока",
];
/// Beginnings of French verbs that report of a thing as they do of a clause: `annonce la fermeture`.
const OF_THINGS: [&str; 24] = [
    "annonc", "rappel", "soulign", "réitér", "réaffirm", "nie", "nié", "démen", "exclu", "contest", "promet", "promis", "prédi", "prévoi",
    "jug", "déplor", "regrett", "crain", "confirm", "révèl", "révél", "propos", "dévoil", "plaid",
];

/// Beside prepositions, what opens the words that tell when, where or how something was said.
const ADJUNCTS: [&str; 30] = [
    "speaking", "asked", "answering", "responding", "commenting", "writing", "addressing", "under", "despite", "throughout", "across",
    "within", "sous", "selon", "interrogé", "interrogée", "malgré", "outre", "côté", "chez", "face", "avec", "sans", "invité", "vers",
    "dès", "de", "d'", "du", "sur",
];

impl View<'_> {
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    pub fn is_break(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| word.after_break)
    }

    /// What cue number `number` of the sentence reports, outside of mere direct quotations.
    pub fn reported(&self, number: usize) -> Option<Reported> {
        let cue = self.cues.get(number)?;
        if cue.kind == CueKind::According {
            return self.according(cue, number);
        }
        self.behind_front(cue, number)
            .or_else(|| self.around(cue))
            .or_else(|| self.behind(cue, number))
            .or_else(|| self.before(cue))
    }

    fn behind(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let takes = cue.takes()?;
        let after = cue.words.end;
        let to_end = |start: usize, rule, score, fewest| {
            self.reported_range(start, self.end_of_clause(start, number), rule, score, fewest)
        };
        if let Some(start) = self.complementiser(cue).filter(|_| takes != Takes::Words || self.lexicon.language == "fr") {
            return to_end(start, "that-clause", 0.8, 2);
        }
        let first = self.word(after).filter(|word| !word.after_break)?;
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
        if takes != Takes::Clause || self.lexicon.language != "en" || first.quotation != 0 || self.is_inverted(cue) {
            return None;
        }
        to_end(self.bare_clause(cue)?, "bare clause", 0.6, 3)
    }

    /// The object of a verb that reports clauses too: words in marks within it, or what this verb says of things.
    fn object(&self, cue: &Cue, end: usize) -> Option<(usize, usize)> {
        let first = self.word(cue.words.end)?;
        let verb = self.word(cue.words.end.checked_sub(1)?)?;
        if self.lexicon.language != "fr" {
            return None;
        }
        let skip = usize::from(matches!(first.lower.as_str(), "de" | "d'" | "à" | "sur") || self.lexicon.is_adverb(&first.lower) || self.is_day(cue.words.end));
        let start = cue.words.end + skip;
        let opens = self.word(start).filter(|word| !word.after_break || word.quotation != 0)?;
        let end = self.end_of_object(start, end);
        let next = (start..end).find(|&at| at > start && self.is_break(at) || self.is_quoted_at(at));
        // Marks that open right behind the verb and close the sentence are a quotation by itself.
        let is_partial = next.is_some_and(|at| self.is_quoted_at(at) && (at > start || (at..end).any(|at| !self.is_quoted_at(at))));
        let of_things = OF_THINGS.iter().any(|stem| verb.lower.starts_with(stem));
        let is_noun = is_article(&opens.lower) || matches!(opens.lower.as_str(), "toute" | "tout" | "leur" | "leurs" | "ses" | "encore");
        ((is_partial && (is_noun || opens.quotation != 0)) || of_things && is_noun && opens.quotation == 0).then_some((start, end))
    }

    /// Where the object of a cue ends: at the first comma behind which the narrator goes on.
    fn end_of_object(&self, start: usize, end: usize) -> usize {
        let goes_on = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.quotation != 0 || matches!(word.lower.as_str(), "and" | "or" | "with" | "et" | "ou" | "avec" | "и" | "или")
            })
        };
        (start + 1..end).find(|&at| self.is_break(at) && !goes_on(at) && !goes_on(at - 1)).unwrap_or(end)
    }

    /// Whether a whole clause stands before a verb that follows a comma: `The bridge is open again, said Korn, a guard.`
    fn is_inverted(&self, cue: &Cue) -> bool {
        let first = self.sentence.words.start;
        self.is_break(cue.words.start) && cue.words.start > first && self.is_content(first..cue.words.start)
    }

    /// Whether words before a reporting clause can be what is reported: a clause, not a name or when and where it was said.
    fn is_content(&self, words: Range<usize>) -> bool {
        let Some(first) = self.word(words.start) else { return false };
        let is_one = !(words.start + 1..words.end).any(|at| self.is_break(at));
        let lower = first.lower.as_str();
        if first.quotation != 0 {
            return true;
        }
        if is_one && SUBORDINATES.contains(&lower) {
            return false;
        }
        let is_adjunct = first.is_upper && (self.lexicon.is_preposition(lower) || self.lexicon.opens_aside(lower) || ADJUNCTS.contains(&lower));
        match self.lexicon.language.as_str() {
            "fr" => !is_adjunct || self.has_finite(words),
            _ => self.has_finite(words),
        }
    }

    /// What stands behind a reporting clause that opens the sentence: `As Korn told the wire, …`
    fn behind_front(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let first = self.sentence.words.start;
        let opens = self.word(first).is_some_and(|word| matches!(word.lower.as_str(), "as" | "comme" | "как" | "ainsi"));
        let same = (first + 1..cue.words.start).all(|at| !self.is_break(at));
        if !opens || !same || cue.words.start == first {
            return None;
        }
        let is_comma = |at: usize| {
            let gap = self.word(at - 1).zip(self.word(at)).map(|(before, word)| self.text.range(before.end..word.start));
            gap.is_some_and(|gap| gap.contains(','))
        };
        let start = (cue.words.end..self.sentence.words.end).find(|&at| is_comma(at))?;
        self.reported_range(start, self.end_of_clause(start, number), "clause behind", 0.6, 3)
    }

    /// Where a clause ends that begins at word `start`: before the next report, or with the sentence. A word number.
    fn end_of_clause(&self, start: usize, number: usize) -> usize {
        let end = self.end_before_report(start, number);
        let lower = |at: usize| self.word(at).map_or("", |word| word.lower.as_str());
        // What the narrator sets beside it.
        let is_aside = |at: usize| {
            let gap = self.word(at - 1).zip(self.word(at)).map_or("", |(before, word)| self.text.range(before.end..word.start));
            if gap.starts_with(';') && self.word(at).is_some_and(|word| word.quotation == 0) {
                return true;
            }
            self.is_break(at)
                && self.word(at).is_some_and(|word| word.quotation == 0)
                && match lower(at) {
                    "tandis" | "whereas" => true,
                    "tout" => lower(at + 1) == "en",
                    "avant" => matches!(lower(at + 1), "de" | "d'"),
                    "while" => lower(at + 1).ends_with("ing"),
                    _ => false,
                }
        };
        (start + 2..end).find(|&at| is_aside(at)).unwrap_or(end)
    }

    /// The same without regard to what else ends a clause.
    fn end_before_report(&self, start: usize, number: usize) -> usize {
        for cue in self.cues.iter().skip(number + 1).filter(|cue| cue.words.start > start) {
            let at = cue.words.start;
            if (cue.is_loose() || cue.kind == CueKind::According) && self.is_break(at) {
                return at;
            }
            // `attacks that he calls …`
            let is_object = self.cues.get(number).is_some_and(|cue| cue.takes() == Some(Takes::Words));
            let relative = (at.saturating_sub(2).max(start + 1)..at).find(|&before| {
                self.word(before)
                    .is_some_and(|word| matches!(word.lower.as_str(), "qu'" | "que" | "qui" | "which" | "that" | "who"))
            });
            if let Some(relative) = relative.filter(|_| is_object) {
                return relative;
            }
            // `…, and he warned`, `… et a ajouté`
            let joined = (at.saturating_sub(3).max(start + 1)..at).rev().find(|&before| {
                self.word(before).is_some_and(|word| CONJUNCTIONS.contains(&word.lower.as_str()) && word.quotation == 0)
            });
            if let Some(joined) = joined {
                let subject_is_short = (joined + 1..at).all(|between| {
                    self.word(between).is_some_and(|w| {
                        w.is_upper
                            || self.lexicon.pronoun(&w.lower).is_some()
                            || self.lexicon.is_adverb(&w.lower)
                            || w.lower == "n'"
                    })
                });
                if subject_is_short {
                    return joined;
                }
            }
            // `…, he said`
            if let Some(clause) = self.reporting_clause(cue)
                && clause.start > start
                && self.ends_sentence(cue)
            {
                return clause.start;
            }
        }
        self.sentence.words.end
    }

    /// Whether nothing but a subject or an aside follows the cue in its sentence.
    fn ends_sentence(&self, cue: &Cue) -> bool {
        let rest = self.sentence.words.end.saturating_sub(cue.words.end);
        rest == 0 || self.is_break(cue.words.end) || rest < 12 && self.complementiser(cue).is_none()
    }

    /// What stands before a reporting clause that ends the sentence: `… is open, Korn said on Monday.`
    fn before(&self, cue: &Cue) -> Option<Reported> {
        if cue.is_loose() || cue.takes() == Some(Takes::Words) {
            return None;
        }
        let clause = self.reporting_clause(cue)?;
        let first = self.word(cue.words.end);
        let aside = first.is_none_or(|word| {
            word.after_break
                || self.lexicon.opens_aside(&word.lower)
                || word.is_upper
                || self.lexicon.is_preposition(&word.lower)
                || self.lexicon.pronoun(&word.lower).is_some()
                || is_article(&word.lower)
                || self.lexicon.is_role(&word.lower)
        });
        if !aside
            || self.cues.iter().any(|other| {
                other.words.end <= clause.start && (other.kind == CueKind::According || self.complementiser(other).is_some())
            })
        {
            return None;
        }
        let start = self.content_start();
        if !self.is_content(start..clause.start) && !self.is_headline() {
            return None;
        }
        let dashed = self.text.range(self.sentence.start..self.sentence.end).starts_with(['—', '–', '―']);
        let mut reported = self.reported_range(start, clause.start, "clause before", 0.7, if dashed { 1 } else { 3 })?;
        reported.clause = Some(clause);
        Some(reported)
    }

    /// Both parts of a clause that a reporting clause parts: `The bridge, she said, will open in May.`
    fn around(&self, cue: &Cue) -> Option<Reported> {
        if cue.is_loose() || cue.takes() == Some(Takes::Words) || self.complementiser(cue).is_some() {
            return None;
        }
        let clause = self.reporting_clause(cue)?;
        let (start, end) = (self.content_start(), self.sentence.words.end);
        let is_comma = |at: usize| {
            let gap = self.word(at - 1).zip(self.word(at)).map(|(before, word)| self.text.range(before.end..word.start));
            gap.is_some_and(|gap| gap.trim() == "," || gap.trim() == "—" || gap.trim() == "–")
        };
        let rest = (cue.words.end..end.min(clause.start + 12)).find(|&at| self.is_break(at))?;
        let is_set_off = is_comma(clause.start) && is_comma(rest) && !(clause.start..rest).any(|at| self.is_quoted_at(at));
        let next = self.word(rest)?;
        let goes_on = !is_article(&next.lower) || self.has_finite(rest..end.min(rest + 8));
        let joins = is_conjunction(Some(next)) || self.cues.iter().any(|other| other.words.contains(&rest) || other.words.start == rest);
        let breaks_content = !self.has_finite(start..clause.start) || self.word(start).is_some_and(|word| SUBORDINATES.contains(&word.lower.as_str()) || word.lower == "if" || word.lower == "si");
        let is_plain = next.quotation == 0 || breaks_content;
        if !is_set_off || !goes_on || joins || next.is_upper || !is_plain || !self.has_finite(rest..end) || start >= clause.start {
            return None;
        }
        if !breaks_content && !(self.lexicon.is_preposition(&next.lower) || self.lexicon.opens_aside(&next.lower) || self.has_finite(rest..rest + 1)) {
            return None;
        }
        let mut reported = self.reported_range(start, clause.start, "clause around", 0.7, 1)?;
        reported.fragments.extend(self.reported_range(rest, end, "", 0.0, 1)?.fragments);
        reported.clause = Some(clause.start..rest);
        Some(reported)
    }

    fn is_quoted_at(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.quotation != 0)
    }

    /// Whether the sentence is a line without an end, such as a headline.
    fn is_headline(&self) -> bool {
        !self.text.range(self.sentence.start..self.sentence.end).ends_with(['.', '!', '?', '…', '"', '”', '»', '\'', '’'])
    }

    /// The first word of the sentence that can belong to content: not a conjunction that opens it.
    fn content_start(&self) -> usize {
        let first = self.sentence.words.start;
        let opens =
            self.word(first).is_some_and(|word| matches!(word.lower.as_str(), "but" | "mais" | "et" | "and" | "но" | "и"));
        first + usize::from(opens)
    }

    fn according(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let first = self.sentence.words.start;
        let end = self.sentence.words.end;
        let next_break = |from: usize| (from..end).find(|&at| self.is_break(at));
        let source = cue.words.end;
        if !self.is_source(source) && self.word(source - 1).is_some_and(|word| word.lower != "qui") {
            return None;
        }
        let mut after = next_break(source + 1);
        // `According to Anna Korn, head of the office, …`
        let fresh = |word: &Word| {
            self.lexicon.language == "fr"
                && !word.is_upper
                && word.quotation == 0
                && !is_article(&word.lower)
                && !self.lexicon.is_preposition(&word.lower)
                && self.lexicon.pronoun(&word.lower).is_none()
                && !self.lexicon.is_no_name(&word.lower)
                && !self.lexicon.opens_aside(&word.lower)
        };
        // `According to the head of the office, Anna Korn, …`
        let is_name = |at: usize| {
            let end = next_break(at + 1).filter(|&end| end - at <= 4);
            end.filter(|&end| (at..end).all(|at| self.word(at).is_some_and(|word| word.is_upper && word.quotation == 0 && !self.lexicon.is_no_name(&word.lower))))
        };
        if let Some(second) = after.filter(|&at| self.word(at - 1).is_some_and(|word| !word.is_upper)).and_then(is_name) {
            after = Some(second);
        } else if let Some(at) = after
            && self.word(at).is_some_and(fresh)
            && let Some(second) = next_break(at + 1)
        {
            after = Some(second);
        } else if let Some(at) = after
            && self.word(at).is_some_and(|word| {
                !word.is_upper
                    && (self.lexicon.is_title(&word.lower)
                        || self.lexicon.is_role(&word.lower)
                        || matches!(word.lower.as_str(), "a" | "who" | "qui"))
            })
            && let Some(second) = next_break(at + 1)
        {
            after = Some(second);
        }
        // `…, pour qui le pont tiendra`: the source stands before.
        if self.word(source - 1).is_some_and(|word| word.lower == "qui") {
            return self.reported_range(source, self.end_of_clause(source, number), "according to, behind", 0.6, 2);
        }
        let in_front = cue.words.start - first <= 3
            && cue.words.start <= first + 3
            && (first..cue.words.start).all(|at| self.word(at).is_some_and(|word| word.quotation == 0));
        if in_front && (cue.words.start == first || after.is_some()) {
            let start = after?;
            let stop = self.end_of_clause(start, number);
            return self.reported_range(start, stop, "according to, before", 0.75, 2);
        }
        let start = self.content_start();
        let mut reported = self.reported_range(start, cue.words.start, "according to, after", 0.7, 2)?;
        let goes_on = after.filter(|&at| {
            self.word(at).is_some_and(|word| {
                word.quotation == 0 && !word.is_upper && !is_conjunction(Some(word)) && self.lexicon.verb(&word.lower).is_none()
            }) && self.is_break(cue.words.start)
                && !self.cues.iter().any(|other| other.words.start >= at)
                && at - source <= 5
        });
        if let Some(at) = goes_on
            && let Some(rest) = self.reported_range(at, end, "", 0.0, 2)
        {
            reported.fragments.extend(rest.fragments);
            reported.rule = "according to, between";
        }
        Some(reported)
    }

    /// Whether somebody or something that can speak stands behind `according to`; else it says what something depends on.
    fn is_source(&self, at: usize) -> bool {
        let end = (at + 1..self.sentence.words.end).find(|&at| self.is_break(at)).unwrap_or(self.sentence.words.end);
        let speaks = |word: &Word| {
            word.is_upper
                || word.quotation != 0
                || self.lexicon.is_role(&word.lower)
                || self.lexicon.is_title(&word.lower)
                || self.lexicon.pronoun(&word.lower).is_some()
        };
        self.lexicon.language == "ru" || (at..end.min(at + 7)).any(|at| self.word(at).is_some_and(speaks))
    }

    /// The bytes from word `start` to before word `end`, with the marks of the quotations it touches.
    fn reported_range(&self, start: usize, end: usize, rule: &'static str, score: f32, fewest: usize) -> Option<Reported> {
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let (first_word, last_word) = (self.word(start)?, self.word(last)?);
        let (mut from, mut to) = (first_word.start, last_word.end);
        let touching = |word: &Word| (word.quotation as usize).checked_sub(1).and_then(|number| self.quotations.get(number));
        if let Some(quotation) = touching(first_word) {
            from = quotation.outer.start().0;
        }
        if let Some(quotation) = touching(last_word) {
            to = quotation.outer.end().0;
        }
        // What the narrator adds behind the quoted end of a clause is not reported.
        let inside = |from: usize, to: usize| {
            let first = self.quotations.partition_point(|quotation| quotation.outer.start().0 < from);
            let last = self.quotations.partition_point(|quotation| quotation.outer.end().0 <= to);
            self.quotations.get(first..last).unwrap_or_default()
        };
        let tail = inside(from, to).last().filter(|quotation| quotation.outer.end().0 < to);
        if rule == "that-clause"
            && let Some(quotation) = tail
            && self.text.range(quotation.outer.end().0..to).starts_with(',')
            && !(start..end).any(|at| {
                self.word(at)
                    .is_some_and(|word| word.start > quotation.outer.end().0 && is_conjunction(Some(word)) && word.after_break)
            })
        {
            to = quotation.outer.end().0;
        }
        let rest = self.text.range(to..self.sentence.end);
        let spaced = [" %", "\u{A0}%", "\u{202F}%", " €", "\u{A0}€"]
            .iter()
            .find(|unit| rest.starts_with(**unit))
            .map_or(0, |unit| unit.len());
        let closing = spaced + rest.chars().take_while(|c| matches!(c, ')' | '%' | '€' | '$')).map(char::len_utf8).sum::<usize>();
        let opened = self.text.range(from..to).contains('(') || !rest.starts_with(')');
        let to = if opened { to + closing } else { to };
        let has_quotation = !inside(from, to).is_empty();
        (has_quotation || end - start >= fewest).then(|| Reported {
            fragments: std::iter::once(from..to).collect(),
            rule,
            score,
            clause: None,
        })
    }
}

pub(super) fn is_conjunction(word: Option<&Word>) -> bool {
    word.is_some_and(|word| {
        matches!(
            word.lower.as_str(),
            "and"
                | "but"
                | "or"
                | "et"
                | "mais"
                | "ou"
                | "and/or"
                | "и"
                | "но"
                | "which"
                | "que"
                | "qu'"
                | "that"
                | "who"
                | "qui"
                | "что"
                | "ni"
        )
    })
}

pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "le"
            | "la"
            | "les"
            | "l'"
            | "un"
            | "une"
            | "des"
            | "ce"
            | "cet"
            | "cette"
            | "ces"
            | "son"
            | "sa"
            | "his"
            | "her"
            | "one"
            | "two"
            | "another"
            | "deux"
            | "plusieurs"
            | "several"
            | "some"
            | "du"
            | "de"
    )
}
