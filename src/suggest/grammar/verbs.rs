//! Defines [`Verbs`]: the forms of verbs, and how a reporting verb is in its group of words.

use super::words::{Parts, Words, ends};

/// How the words of a verb group belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) enum VerbGroup {
    /// The verb is alone: `сообщил`. Also the rule for languages without a grammar.
    #[default]
    Alone,
    /// Auxiliary, then participle, with pronouns and adverbs between: `a-t-elle également déclaré`.
    Joined,
    /// Auxiliaries and adverbs before the verb; a form without an ending may be a noun: `has also said`.
    Analytic,
    /// The participle closes the clause, and its auxiliary is earlier: `hat am Montag gesagt`.
    Parted,
}

/// Where a verb that no lexicon has reports by its place beside a quotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) enum PlaceVerbs {
    #[default]
    Nowhere,
    /// After the closing mark or a comma, before its subject: `« Il tient », sourit-elle`.
    Inverted,
    /// After a dash: `«Держит», — хмыкнул Корн`.
    AfterDash,
    /// After the closing mark and a comma, on either side of its subject: `“It holds,” Thorn grinned`.
    AfterComma,
    /// After the closing mark, before its subject: `„Es hält“, grinste Thorn`.
    AfterMarks,
}

/// Finite verbs in the plural whose ending nouns have too: `estiment`, `accident`.
#[derive(Debug, Default)]
pub(in crate::suggest) struct PluralVerbs {
    /// Empty if the language has no such ending.
    pub ending: &'static str,
    pub but_not: &'static str,
    /// In characters.
    pub longer_than: usize,
    pub nouns: Words,
}

/// Forms of verbs.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Verbs {
    pub group: VerbGroup,
    /// Of the perfect.
    pub auxiliaries: Words,
    pub passive: Words,
    /// Participles that report in the passive too: `it was said`.
    pub passive_reports: Words,
    /// What may stand between auxiliary and participle, beside adverbs.
    pub between: Words,
    /// Between two participles of one auxiliary: `a assuré … et accusé …`.
    pub joins: Words,
    /// Before a form without a subject: `en soulignant`, `while saying`.
    pub loose_openers: Words,
    /// Before a noun: what looks like a verb after them is none.
    pub determiners: Words,
    /// Words before a verb that take its meaning of reporting away: `veut dire`, `s’assurer`.
    pub idioms: &'static [(&'static str, Parts)],
    /// How an object begins, beside articles, names and adverbs.
    pub object_openers: Words,
    pub reflexives: Words,
    /// Whom it is reported to; before a noun it is a possessive: `leur`.
    pub dative: Words,
    /// Subjects before a form that may be a noun.
    pub bare_subjects: Words,
    /// Present forms that stand right after a quotation.
    pub say_present: Words,
    /// Adverbs at the start of a verb group that do not belong to it.
    pub outside_group: Words,
    pub negation: Words,
    /// Of adverbs with more than five letters.
    pub adverb_endings: Parts,
    /// Of adverbs that open a sentence.
    pub opening_adverb_endings: Parts,
    /// Of forms without a subject of their own.
    pub loose_endings: Parts,
    /// Of participles that a subordinate phrase begins with: `…, causing`.
    pub gerund_endings: Parts,
    /// Words with such an ending that are none.
    pub not_gerunds: Words,
    pub finite: Words,
    /// Finite verbs that are nouns as well, decided by the word before.
    pub finite_by_context: Words,
    pub finite_endings: Parts,
    /// A word with such an ending has more characters.
    pub finite_longer_than: usize,
    /// Words that look finite and are not.
    pub not_finite: Words,
    pub plural: PluralVerbs,
    /// Beside articles, what is before a noun or an infinitive.
    pub noun_markers: Words,
    pub place: PlaceVerbs,
    /// What never is a verb though it has the place of one.
    pub never_by_place: Words,
    /// Pronouns joined to the verb by a hyphen.
    pub joined_pronouns: Words,
    /// Auxiliaries before a participle that reports by its place.
    pub place_auxiliaries: Words,
    pub past_endings: Parts,
    pub present_endings: Parts,
    /// Irregular verbs that report by their place.
    pub place_forms: Words,
    /// Pronouns that are subjects.
    pub subject_pronouns: Words,
    /// Reports of what somebody would have said: `komme`, `sei`. A clause after a comma with one of them is reported.
    pub reported_mood: Words,
}

impl Verbs {
    /// Whether the word, in lower case, has the form of a finite verb.
    pub fn is_finite(&self, word: &str) -> bool {
        let has_ending = || word.chars().count() > self.finite_longer_than && ends(word, self.finite_endings);
        self.finite.has(word) || has_ending() && !self.not_finite.has(word)
    }

    pub fn is_finite_plural(&self, word: &str) -> bool {
        let PluralVerbs { ending, but_not, longer_than, nouns } = &self.plural;
        !ending.is_empty()
            && word.ends_with(ending)
            && !word.ends_with(but_not)
            && word.chars().count() > *longer_than
            && !nouns.has(word)
    }

    /// Whether `verb` reports nothing after the word `before`.
    pub fn is_idiom(&self, before: &str, verb: &str) -> bool {
        self.idioms.iter().any(|(stem, openers)| verb.starts_with(stem) && openers.contains(&before))
    }

    /// Whether the word has the form of a participle that opens a subordinate phrase.
    pub fn is_gerund(&self, word: &str) -> bool {
        ends(word, self.gerund_endings) && word.chars().count() > 4 && !self.not_gerunds.has(word)
    }
}
