//! Defines [`Reports`]: how a report is put together: cue, subject, and where the reported words stand.

use super::words::{Parts, Phrases, Words};

/// How reported words without a finite verb begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) enum Infinitives {
    #[default]
    None,
    /// An infinitive by its ending, directly or after a preposition: `dit vouloir`, `a promis de venir`.
    ByEnding,
    /// An infinitive by its ending after verbs of asking; what is spoken of after a preposition: `призвал … прийти`.
    AfterAsking,
    /// After a word that marks infinitives: `urged them to come`.
    Marked,
}

/// How a reporting clause is inside the marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) enum InsertedClause {
    #[default]
    Never,
    /// Verb first, after a comma: `« Il tiendra, assure-t-elle. »`.
    AfterComma,
    /// Verb first, after a dash: `«Он выдержит, — сказала Корн»`.
    AfterDash,
    /// Subject first, in dialogue that a dash opens: `— It was cold, she said.`
    SubjectFirst,
}

/// What is after a word that opens an aside of the narrator.
#[derive(Clone, Copy, Debug)]
pub(in crate::suggest) enum Follows {
    Anything,
    Word(&'static [&'static str]),
    Ending(&'static str),
}

/// A sentence in the passive about the one before: `This was reported by …`.
#[derive(Debug)]
pub(in crate::suggest) struct PassiveBack {
    pub subjects: &'static [&'static str],
    pub auxiliaries: &'static [&'static str],
    pub by: &'static str,
}

/// Words after the cue of a sentence about the one before: `сообщил об этом`.
#[derive(Debug)]
pub(in crate::suggest) struct BackWords {
    pub words: &'static [&'static str],
    /// A break or the end must follow.
    pub then_break: bool,
}

/// How reports are put together.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts about a language, which do not depend on each other")]
pub(in crate::suggest) struct Reports {
    /// The reporting clause may have its subject before the verb: `…, Korn said`.
    pub subject_first: bool,
    /// A clause may be reported without a complementiser: `said it was late`.
    pub drops_that: bool,
    /// Such a clause is after a comma, in another mood: `sagte, es sei spät`.
    pub clause_after_comma: bool,
    /// The verb is the second part of a main clause: its subject may follow it.
    pub verb_second: bool,
    /// Sources after these words only after a break: `…, so Kern`.
    pub set_off_sources: Words,
    /// Verbs that take words take a clause with a complementiser too.
    pub words_take_that: bool,
    /// Any words may stand between a verb and its complementiser.
    pub far_that: bool,
    /// Verbs report objects as they do clauses: `annonce la fermeture`.
    pub takes_objects: bool,
    /// What is before a reporting clause needs no verb.
    pub verbless_content: bool,
    /// After a phrase such as `according to` anything is a source.
    pub any_source: bool,
    /// After such a phrase a name may be followed by a noun without an article: `Anna Korn, patronne du port`.
    pub bare_apposition: bool,
    /// A line that a dash opens is speech when it ends as a sentence does.
    pub dash_is_speech: bool,
    /// Names of companies and outlets are set in marks.
    pub names_in_marks: bool,
    pub inserted: InsertedClause,
    pub abbreviations: Words,

    /// After a verb of words, what is no preposition of the reported ones.
    pub object_links: Words,
    /// A source named by a pronoun inside the phrase: `in her view`.
    pub possessives: Words,
    /// After `according to`: no source follows.
    pub not_sources: Words,
    /// The source is before: `pour qui`.
    pub whom: Words,
    pub apposition_openers: Words,

    /// Complementisers that are pronouns as well.
    pub that_pronoun: Words,
    /// Complementisers that belong to the reported words.
    pub question_words: Words,
    /// Before a second complementiser.
    pub that_joins: Words,
    /// Verbs after which the addressee is.
    pub tell_stems: Parts,
    pub tell_past: Words,
    pub tell_finite: Words,
    /// The same, and verbs that take an addressee or none.
    pub addressed_stems: Parts,
    /// Verbs that report a clause without more evidence.
    pub say_forms: Words,
    /// Verbs of a clause without a complementiser.
    pub clause_verbs: Words,
    /// Of these, verbs that are nouns as well.
    pub clause_verb_nouns: Words,
    pub clause_openers: Words,
    /// The last word of an aside before such a clause.
    pub clause_aside_ends: Words,
    /// After a verb: no clause follows.
    pub no_clause: Words,
    /// After a negation: what opens a clause with it.
    pub counted: Words,

    pub infinitives: Infinitives,
    /// Verbs of asking, promising, accusing.
    pub asking_stems: Parts,
    /// Verbs with the preposition before the reported words.
    pub preposition_stems: &'static [(&'static str, &'static str)],
    /// Of these prepositions, those that are taken only before no infinitive.
    pub not_before_infinitive: Words,
    pub infinitive_marks: Words,
    pub infinitive_endings: Parts,
    pub not_infinitive_endings: Parts,
    pub not_infinitives: Words,
    /// Infinitives in spite of their ending.
    pub surely_infinitives: Words,
    /// Infinitives that are nouns after an article.
    pub noun_infinitives: Words,
    /// Articles before them.
    pub before_noun_infinitives: Words,
    pub clitics: Words,
    /// After the mark of an infinitive: no verb.
    pub not_after_mark: Words,
    pub clause_subjects: Words,
    pub topic_prepositions: Words,
    pub days: Words,

    /// Beginnings of verbs that report a thing as they do a clause.
    pub thing_stems: Parts,
    pub object_prepositions: Words,
    pub object_openers: Words,
    /// They continue an object after a comma.
    pub object_conjunctions: Words,
    /// They lead to the narrator's next verb.
    pub narrator_conjunctions: Words,
    /// They open a reporting clause at the start of a sentence: `As Korn said, …`.
    pub as_words: Words,

    /// They open a clause beside the main one.
    pub subordinators: Words,
    pub conditionals: Words,
    /// Beside prepositions, what opens the words that say when, where or how something was said.
    pub adjuncts: Words,

    /// Impersonal pronouns, whose source follows: `a-t-on appris auprès de …`.
    pub impersonal: Words,
    pub impersonal_sources: Phrases,
    pub quote_stems: Parts,
    /// `quoted Korn as saying`
    pub as_saying: Phrases,
    /// Between two verbs of one subject.
    pub coordinators: Words,
    pub relative_openers: Words,

    /// Words at the start of a sentence about the one before, and how many words may stand before the cue.
    pub back_opens: &'static [(&'static [&'static str], usize)],
    /// The same after the cue.
    pub back_closes: &'static [BackWords],
    pub back_passive: Option<PassiveBack>,

    /// Nouns that report: `the claim that …`.
    pub nouns: Words,
    /// What opens the words they report.
    pub noun_that: Phrases,
    /// Between the noun and what it reports: whose it is.
    pub noun_links: Words,
    pub noun_holders: Words,
    pub possessive_marks: Words,
    pub possessive_pronouns: Words,
}
