//! Reads lexicons as people write them: one RON file a language, whole or as an extension of the one that comes with Dicta.

use serde::Deserialize;

use super::word_class::{Gender, Number, Takes};
use crate::text::ron_error::in_plain_words;

/// Why a lexicon cannot be read: the file, the place in it, what is wrong there, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {reason}")]
pub struct LexiconError {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub reason: String,
}

/// A lexicon as a file has it. Every list may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Lexicon")]
pub(in crate::suggest) struct Source {
    pub language: String,
    pub verbs: Vec<SourceVerb>,
    pub complementisers: Vec<String>,
    pub according: Vec<String>,
    pub auxiliaries: Vec<String>,
    pub adverbs: Vec<String>,
    pub prepositions: Vec<String>,
    pub asides: Vec<String>,
    pub titles: Vec<String>,
    pub roles: Vec<String>,
    pub pronouns: Vec<SourcePronoun>,
    pub not_names: Vec<String>,
    /// Words that an extension takes away from every list; a lemma takes all forms of its verb with it.
    pub without: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Verb")]
pub(in crate::suggest) struct SourceVerb {
    pub lemma: String,
    /// Separated by spaces; `_` means a space inside a form.
    pub forms: String,
    #[serde(default)]
    pub participles: String,
    pub takes: Takes,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Pronoun")]
pub(in crate::suggest) struct SourcePronoun {
    pub form: String,
    pub gender: Gender,
    pub number: Number,
}

impl Source {
    /// Reads the RON of a file called `file`.
    pub fn parse(file: &str, ron: &str) -> Result<Self, LexiconError> {
        ron::from_str(ron).map_err(|error| {
            let (line, column) = (error.span.start.line, error.span.start.col);
            // The reader stops before the space that leads to what is wrong.
            let rest = ron.lines().nth(line.saturating_sub(1)).unwrap_or_default().chars().skip(column.saturating_sub(1));
            let column = column + rest.take_while(|c| *c == ' ').count();
            let place = if ron.trim().is_empty() { (1, 1) } else { (line, column) };
            wrong(file, place, &in_plain_words(&error.code))
        })
    }

    /// Reads the RON of a file that is named after its language.
    pub fn parse_for(language: &str, file: &str, ron: &str) -> Result<Self, LexiconError> {
        let mut source = Self::parse(file, ron)?;
        if source.language.is_empty() {
            language.clone_into(&mut source.language);
        }
        if source.language != language {
            let reason = format!("the lexicon is for “{}”, but its file is named after “{language}”", source.language);
            return Err(wrong(file, place_of(ron, "language"), &reason));
        }
        Ok(source)
    }

    /// Takes away what `more` is without, and adds what it has. What comes later wins: an added form of a verb replaces
    /// the same form.
    pub fn extend(&mut self, more: Self) {
        let without: Vec<String> = more.without.iter().map(|word| plain(word)).collect();
        self.verbs.retain(|verb| !without.contains(&plain(&verb.lemma)));
        for verb in &mut self.verbs {
            for list in [&mut verb.forms, &mut verb.participles] {
                let stays = |form: &&str| !without.contains(&plain(form));
                *list = forms(list).filter(stays).collect::<Vec<_>>().join(" ");
            }
        }
        let words = [
            (&mut self.complementisers, more.complementisers),
            (&mut self.according, more.according),
            (&mut self.auxiliaries, more.auxiliaries),
            (&mut self.adverbs, more.adverbs),
            (&mut self.prepositions, more.prepositions),
            (&mut self.asides, more.asides),
            (&mut self.titles, more.titles),
            (&mut self.roles, more.roles),
            (&mut self.not_names, more.not_names),
        ];
        for (list, added) in words {
            list.retain(|word| !without.contains(&plain(word)));
            list.extend(added);
        }
        self.pronouns.retain(|pronoun| !without.contains(&plain(&pronoun.form)));
        self.pronouns.extend(more.pronouns);
        self.verbs.extend(more.verbs);
    }
}

/// The forms of a verb, between spaces or commas.
pub(in crate::suggest) fn forms(list: &str) -> impl Iterator<Item = &str> {
    list.split([' ', ',', '\n', '\t']).filter(|form| !form.is_empty())
}

/// A word as it is compared: `_` and a space are the same, and so are capitals.
pub(in crate::suggest) fn plain(word: &str) -> String {
    word.trim().replace('_', " ").to_lowercase()
}

fn wrong(file: &str, (line, column): (usize, usize), what: &str) -> LexiconError {
    let next = "Mend the file in a text editor and open the set again; until then nothing of it is used";
    LexiconError { file: file.to_owned(), line, column, reason: format!("{what}. {next}") }
}

/// Line and column at which a word is first.
fn place_of(text: &str, word: &str) -> (usize, usize) {
    let before = text.split(word).next().unwrap_or_default();
    let last = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, last.chars().count() + 1)
}
