//! The forms under which a register's name may stand in an article, and how its capitals must look there.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::declension::declined;
use super::hit_form::HitForm;
use super::reason::Reason;
use super::role_phrase::{begins_with_role, may_end_in_last_name};
use crate::suggest::grammar::languages::{any_has, grammars};
use crate::suggest::grammar::name_particles::{PARTICLES, joins_body};
use crate::text::folded;

/// One way to write a name.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Form {
    pub folded: String,
    pub hit: HitForm,
    pub needs: Vec<Need>,
    /// Counts only where the whole name is in the same text.
    pub is_shy: bool,
}

/// How a word must begin in the text to be the word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Need {
    Anything,
    Capital,
    AllCapitals,
}

/// All forms of `name`, the name itself first. Only a person has a last name.
pub(in crate::suggest) fn forms(name: &str, may_be_person: bool) -> Vec<Form> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    let mut add = |text: &str, form: HitForm, is_shy: bool| {
        let folded = folded(text);
        if folded.chars().any(char::is_alphanumeric) {
            found.push(Form { folded, hit: form, needs: needs(text), is_shy });
        }
    };
    add(&name, HitForm::Exact, false);
    for form in declined(&name) {
        add(&form, HitForm::Variant(Reason::Declined), false);
    }
    let last_names = if may_be_person { last_names(&name) } else { Vec::new() };
    for last in &last_names {
        let is_shy = any_has(|grammar| &grammar.names.calendar, &folded(last));
        add(last, HitForm::SurnameOnly, is_shy);
        for form in declined(last) {
            add(&form, HitForm::SurnameOnly, is_shy);
        }
    }
    let has_initial = !begins_with_role(&name.split(' ').collect::<Vec<_>>());
    if let (Some(first), Some(last)) = (name.chars().next().filter(|_| has_initial), last_names.first()) {
        add(&format!("{first}. {last}"), HitForm::Variant(Reason::Initial), false);
        add(&format!("{first}.{last}"), HitForm::Variant(Reason::Initial), false);
    }
    found
}

/// Whether the name has a first and a last name, as people have.
pub(in crate::suggest) fn looks_like_person(name: &str) -> bool {
    !last_names(name).is_empty()
}

/// The last name of a person, with its particles, then without them; none for other names and for roles.
#[must_use]
pub fn last_names(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name.split(' ').collect();
    let is_particle = |word: &str| PARTICLES.contains(&folded(word).as_str());
    let looks = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        letters && (starts_upper(word) || is_particle(word))
    };
    let is_marked = |word: &&str| {
        static MARKED: LazyLock<HashSet<String>> =
            LazyLock::new(|| grammars().flat_map(|grammar| grammar.names.not_persons.iter()).map(folded).collect());
        MARKED.contains(&folded(word))
    };
    let last = words.last().copied().unwrap_or_default();
    // `МИД Германии`, `BBC Radio`
    let is_acronym = |word: &&str| word.chars().count() > 1 && !word.contains('.') && word.chars().all(char::is_uppercase);
    let some_acronym = words.iter().any(is_acronym) && !words.iter().all(is_acronym);
    let person = !some_acronym
        && (2..=5).contains(&words.len())
        && words.iter().all(|word| looks(word))
        && !words.iter().any(is_marked)
        && !words.first().is_some_and(|word| is_particle(word))
        && !words.iter().any(|word| joins_body(word))
        && last.chars().count() >= 3
        && starts_upper(last)
        && last.chars().any(char::is_lowercase)
        && may_end_in_last_name(&words);
    if !person {
        return Vec::new();
    }
    let particles = words.iter().rev().skip(1).take_while(|word| is_particle(word)).count();
    let with = words.iter().rev().take(particles + 1).map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
    let mut found = vec![name.get(name.len() - with..).unwrap_or(last)];
    if particles > 0 {
        found.push(last);
    }
    found
}

/// The words of a form, as its capitals are compared.
pub(in crate::suggest) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn needs(text: &str) -> Vec<Need> {
    words(text)
        .map(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            match letters {
                _ if !starts_upper(word) || PARTICLES.contains(&folded(word).as_str()) => Need::Anything,
                2..=3 if !word.chars().any(char::is_lowercase) => Need::AllCapitals,
                _ => Need::Capital,
            }
        })
        .collect()
}

/// Whether `hit`, words of an article, has the capitals that a name needs. Words all in capitals always have.
pub(in crate::suggest) fn has_capitals(hit: &str, needs: &[Need]) -> bool {
    words(hit).zip(needs).all(|(word, need)| match need {
        Need::Anything => true,
        Need::Capital => starts_upper(word),
        Need::AllCapitals => !word.chars().any(char::is_lowercase),
    })
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
