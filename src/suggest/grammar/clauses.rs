//! Defines [`Clauses`]: the small words by which clauses are joined, opened and told apart.

use super::reports::Follows;
use super::words::{Parts, Phrases, Words};

/// Words that open, join and end clauses.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Clauses {
    pub articles: Words,
    pub conjunctions: Words,
    /// A next report may follow one of these.
    pub report_conjunctions: Words,
    pub relatives: Words,
    /// Of the pronouns of the lexicon, those that mean the word before.
    pub relative_pronouns: Words,
    /// At the start of a sentence: not part of what is reported.
    pub sentence_openers: Words,
    /// The same, before a comma: they bind the sentence to the one before.
    pub binders: Words,
    /// After a break: the narrator continues.
    pub narrator_asides: &'static [(&'static str, Follows)],

    /// They open what leads in to a clause.
    pub openings: Words,
    pub joins: Words,
    /// A second complementiser after a conjunction.
    pub second_that: Words,
    /// They open what hangs on to a clause.
    pub relative_openers: Words,
    pub gerund_prepositions: Words,
    /// Phrases that do so.
    pub hanging: Phrases,
    /// Phrases that say what for.
    pub aims: Phrases,
    pub aim_infinitive_endings: Parts,
    pub aim_infinitive_prepositions: Words,
    /// Months and days.
    pub dates: Words,
    /// Pronouns for what was spoken of, beside those of the lexicon.
    pub demonstratives: Words,
    /// Of these, those that are subjects of a clause.
    pub subject_demonstratives: Words,
    /// Words before an apostrophe that belong to the next word.
    pub elided: Words,
    /// The same before a name; the word before the apostrophe in lower case, without accents.
    pub elided_before_name: Words,
    /// Short forms that begin with an apostrophe: `’em`.
    pub clipped: Words,
    /// After a number with a mark for inches: `6" tall`.
    pub measures: Parts,
    /// Beginnings of words that hold an apostrophe: `aujourd’hui`.
    pub apostrophe_words: Words,
}
