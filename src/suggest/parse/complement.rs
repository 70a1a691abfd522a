//! Finds where the reported words begin behind a cue that takes no `that`: `urged them to | …`, `dit | vouloir …`.

use super::clause::{View, is_article};
use super::cues::Cue;
use crate::suggest::lexicon::Takes;

/// How far behind the cue it is looked for, in words.
const REACH: usize = 10;

/// Beginnings of English verbs whose reported words begin with `to`: what somebody is asked, or oneself will do.
const TO: [&str; 21] = [
    "urg", "told", "tell", "ask", "call", "warn", "advis", "order", "instruct", "encourag", "invit", "beg", "press", "appeal",
    "vow", "promis", "pledg", "threaten", "claim", "swor", "request",
];
/// With the preposition behind which the reported words begin.
const BEHIND: [(&str, &str); 12] = [
    ("accus", "of"),
    ("blam", "for"),
    ("warn", "against"),
    ("warn", "of"),
    ("warn", "about"),
    ("critici", "for"),
    ("reprimand", "for"),
    ("praise", "for"),
    ("обвин", "в"),
    ("призва", "к"),
    ("призыва", "к"),
    ("предупре", "о"),
];
/// Beginnings of French verbs behind which `de` or `à` and an infinitive are reported.
const DE: [&str; 27] = [
    "demand",
    "propos",
    "prome",
    "promi",
    "menac",
    "accus",
    "reproch",
    "appel",
    "exhort",
    "invit",
    "conseill",
    "recommand",
    "ordonn",
    "félicit",
    "jur",
    "sugg",
    "pri",
    "somm",
    "excus",
    "engag",
    "envisag",
    "permet",
    "soupçonn",
    "enjoi",
    "plaid",
    "préconis",
    "press",
];
const RUSSIAN_ASKS: [&str; 14] = [
    "призва",
    "призыва",
    "попрос",
    "прос",
    "потребова",
    "требу",
    "предлож",
    "предлага",
    "обеща",
    "пообеща",
    "посовет",
    "рекоменд",
    "пригроз",
    "угрожа",
];

impl View<'_> {
    /// The first word of what is asked, promised or said of oneself, and what found it.
    pub fn infinitive(&self, cue: &Cue) -> Option<(usize, &'static str)> {
        let last = self.word(cue.words.end.checked_sub(1)?)?;
        let begins = |stems: &[&str]| {
            cue.words.clone().filter_map(|at| self.word(at)).any(|word| stems.iter().any(|stem| word.lower.starts_with(stem)))
        };
        let lower = |at: usize| self.word(at).map_or("", |word| word.lower.as_str());
        let reach = || {
            let end = (cue.words.end + REACH).min(self.sentence.words.end);
            let end = (cue.words.end + 1..end).find(|&at| self.is_break(at) && !self.is_quoted(at)).unwrap_or(end);
            cue.words.end..end
        };
        if let Some(&(_, preposition)) = BEHIND.iter().find(|(stem, _)| last.lower.starts_with(stem))
            && let Some(at) =
                reach().find(|&at| BEHIND.iter().any(|(stem, word)| last.lower.starts_with(stem) && lower(at) == *word))
            && !(preposition == "к" && self.is_russian_infinitive(at + 1))
        {
            return Some((at + 1, "behind a preposition"));
        }
        match self.lexicon.language.as_str() {
            "fr" => {
                let begin = cue.words.end + usize::from(self.is_day(cue.words.end));
                let first = self.skip_clitics(begin);
                if cue.takes() != Some(Takes::Words) && self.is_french_infinitive(first) {
                    return Some((begin, "infinitive"));
                }
                if !begins(&DE) {
                    return None;
                }
                let of = reach()
                    .find(|&at| matches!(lower(at), "de" | "d'" | "à") && self.is_french_infinitive(self.skip_clitics(at + 1)))?;
                Some((of + 1, "infinitive"))
            }
            "ru" => {
                if begins(&RUSSIAN_ASKS)
                    && let Some(at) = reach().find(|&at| self.is_russian_infinitive(at))
                {
                    let negated = at > cue.words.end && lower(at - 1) == "не";
                    return Some((at - usize::from(negated), "infinitive"));
                }
                let first = cue.words.end + usize::from(self.lexicon.is_adverb(lower(cue.words.end)));
                matches!(lower(first), "о" | "об" | "обо").then_some((first + 1, "behind a preposition"))
            }
            _ => {
                if !begins(&TO) {
                    return None;
                }
                let to = reach().find(|&at| lower(at) == "to" && self.is_english_verb(at + 1))?;
                let between = cue.words.end..to;
                let has_subject = between.clone().any(|at| matches!(lower(at), "he" | "she" | "they" | "it" | "we" | "there"));
                let negated = to > cue.words.end && lower(to - 1) == "not";
                (!has_subject && !self.has_finite(between)).then_some((to - usize::from(negated), "infinitive"))
            }
        }
    }

    pub fn is_day(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            matches!(word.lower.as_str(), "lundi" | "mardi" | "mercredi" | "jeudi" | "vendredi" | "samedi" | "dimanche" | "hier")
        })
    }

    fn skip_clitics(&self, mut at: usize) -> usize {
        const CLITICS: [&str; 16] =
            ["ne", "n'", "pas", "plus", "jamais", "se", "s'", "le", "la", "les", "l'", "y", "en", "lui", "leur", "rien"];
        let is = |at: usize| {
            self.word(at).is_some_and(|word| {
                !word.after_break && (CLITICS.contains(&word.lower.as_str()) || self.lexicon.is_adverb(&word.lower))
            })
        };
        while is(at) {
            at += 1;
        }
        at
    }

    fn is_french_infinitive(&self, at: usize) -> bool {
        const NO_VERBS: [&str; 19] = [
            "hier", "mer", "hiver", "cher", "premier", "dernier", "janvier", "février", "chantier", "dossier", "soir", "pouvoir",
            "avenir", "plaisir", "père", "mère", "guerre", "quartier", "métier",
        ];
        let Some(word) = self.word(at).filter(|word| !word.is_upper && !word.after_break || word.quotation != 0) else {
            return false;
        };
        let lower = word.lower.as_str();
        let before = at.checked_sub(1).and_then(|at| self.word(at)).map_or("", |word| word.lower.as_str());
        let nominal = matches!(before, "le" | "la" | "les" | "l'" | "un" | "une" | "des" | "du" | "ce" | "cet");
        lower.chars().count() > 3
            && ["er", "ir", "re", "oir"].iter().any(|end| lower.ends_with(end))
            && (!NO_VERBS.contains(&lower) || lower == "pouvoir" && !nominal)
            && (!nominal || matches!(before, "le" | "la" | "les" | "l'"))
            && !["ère", "aire", "ture", "oire", "bre", "vre", "tre"].iter().any(|end| {
                lower.ends_with(end)
                    && !matches!(
                        lower,
                        "faire"
                            | "mettre"
                            | "permettre"
                            | "remettre"
                            | "être"
                            | "connaître"
                            | "suivre"
                            | "vivre"
                            | "croire"
                            | "défaire"
                            | "satisfaire"
                            | "promettre"
                            | "admettre"
                            | "paraître"
                            | "poursuivre"
                    )
            })
    }

    fn is_russian_infinitive(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.lower.chars().count() > 3 && ["ть", "ться", "ти", "чь"].iter().any(|end| word.lower.ends_with(end))
        })
    }

    /// Behind `to`: no name, no article, no pronoun, as in `told to reporters`.
    fn is_english_verb(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let lower = word.lower.as_str();
            !word.is_upper
                && !is_article(lower)
                && self.lexicon.pronoun(lower).is_none()
                && !self.lexicon.opens_aside(lower)
                && !matches!(
                    lower,
                    "its" | "their" | "him" | "them" | "us" | "me" | "all" | "what" | "date" | "parliament" | "people"
                )
                && !lower.ends_with('s')
                || lower == "discuss"
        })
    }
}
