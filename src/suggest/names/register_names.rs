//! Finds the names of a register in a text: as written, in another case or without accents, the last name alone.
//!
//! One pass of an automaton over the folded text; then each hit must stand between word boundaries and have capitals.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::gender::gender_of;
use super::hit_form::HitForm;
use super::name_forms::{Form, forms, has_capitals, looks_like_person};
use super::reason::Reason;
use super::role_phrase::is_bare_title;
use crate::model::{Actor, ActorId};
use crate::suggest::grammar::languages::any_has;
use crate::suggest::lexicon::word_class::Gender;
use crate::text::{Folded, Span, Text};

/// An actor with all of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownActor {
    pub id: ActorId,
    pub names: Vec<String>,
    /// What the register says; where it says nothing, the name has to say.
    pub is_person: Option<bool>,
}

impl KnownActor {
    /// An actor as the register has it.
    #[must_use]
    pub fn of(actor: &Actor) -> Self {
        let is_person = match actor.attributes.get(ACTOR_TYPE).map(String::as_str) {
            Some("person") => Some(true),
            Some("organization" | "state" | "media") => Some(false),
            _ => None,
        };
        Self { id: actor.id.clone(), names: actor.names().map(str::to_owned).collect(), is_person }
    }

    /// Without other names that are only a title, which others bear as well: where nobody has asked for this actor, they say
    /// nothing.
    #[must_use]
    pub fn without_titles(mut self) -> Self {
        let mut is_first = true;
        self.names.retain(|name| std::mem::take(&mut is_first) || !is_bare_title(name));
        self
    }
}

/// The codebook's attribute of actors that tells people from bodies.
const ACTOR_TYPE: &str = "actor_type";

/// A place where a known actor is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// The name alone: no article, no elision, no possessive ending.
    pub span: Span,
    /// Whose name it is; several if the text does not say. Never empty.
    pub actors: Vec<ActorId>,
    pub form: HitForm,
    /// What the register says of all of them; `None` if it says nothing, or not the same.
    pub is_person: Option<bool>,
    /// Whether a name of theirs, though not this one, is like those of people.
    pub(in crate::suggest) is_named_as_person: bool,
    /// What all of their names say.
    pub(in crate::suggest) gender: Gender,
}

impl NameHit {
    /// The actor; `None` if it may be several.
    #[must_use]
    pub fn actor(&self) -> Option<&ActorId> {
        if let [actor] = self.actors.as_slice() { Some(actor) } else { None }
    }
}

/// Finds the names of many actors at once. Built once, used for many texts.
#[derive(Debug)]
pub struct NameFinder {
    ids: Vec<ActorId>,
    /// For each of them, what is known of the actor.
    about: Vec<About>,
    /// `None` if no name is known.
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton, whose form it is.
    owners: Vec<Vec<Owner>>,
}

/// What is known of an actor, by its kind and all of its names.
#[derive(Clone, Copy, Debug)]
struct About {
    /// What the register says.
    is_person: Option<bool>,
    is_named_as_person: bool,
    gender: Gender,
}

impl About {
    fn new(known: &KnownActor) -> Self {
        let is_named_as_person = known.is_person != Some(false) && known.names.iter().any(|name| looks_like_person(name));
        let told = || known.names.iter().map(|name| gender_of(name)).filter(|gender| *gender != Gender::Any);
        let gender = told().next().filter(|first| told().all(|other| other == *first)).unwrap_or(Gender::Any);
        let gender = if known.is_person == Some(false) { Gender::Any } else { gender };
        Self { is_person: known.is_person, is_named_as_person, gender }
    }
}

#[derive(Debug)]
struct Owner {
    /// Place in `ids`.
    actor: usize,
    /// The name as the register writes it.
    name: Option<String>,
    form: Form,
}

/// A hit that may still lose against a longer one.
struct Rough {
    span: Span,
    folded: Range<usize>,
    pattern: usize,
}

impl NameFinder {
    /// Prepares the search. Empty names are left out.
    #[must_use]
    pub fn new(known: &[KnownActor]) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut owners: Vec<Vec<Owner>> = Vec::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for (actor, KnownActor { names, is_person, .. }) in known.iter().enumerate() {
            for name in names {
                for form in forms(name, *is_person != Some(false)) {
                    let number = *numbers.entry(form.folded.clone()).or_insert_with(|| {
                        patterns.push(form.folded.clone());
                        owners.push(Vec::new());
                        owners.len() - 1
                    });
                    let exact = (form.hit == HitForm::Exact).then(|| name.clone());
                    owners
                        .get_mut(number)
                        .into_iter()
                        .for_each(|list| list.push(Owner { actor, name: exact.clone(), form: form.clone() }));
                }
            }
        }
        let automaton = if patterns.is_empty() { None } else { AhoCorasick::new(&patterns).ok() };
        Self {
            ids: known.iter().map(|known| known.id.clone()).collect(),
            about: known.iter().map(About::new).collect(),
            automaton,
            owners,
        }
    }

    /// Every name in `text`, in its order. Where names overlap the first one, and of those the longest, is given.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<NameHit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::new(text.as_str());
        let mut rough: Vec<Rough> = Vec::new();
        // Patterns met as common words; and actors met by their whole name.
        let mut common: HashSet<usize> = HashSet::new();
        let mut whole: HashSet<usize> = HashSet::new();
        for hit in automaton.find_overlapping_iter(folded.as_str()) {
            let pattern = hit.pattern().as_usize();
            let Some(owners) = self.owners.get(pattern) else { continue };
            if !is_whole_word(folded.as_str(), hit.range()) {
                continue;
            }
            let Some(span) = folded.span(text, hit.range()) else { continue };
            let words = text.slice(span);
            if !owners.iter().any(|owner| has_capitals(words, &owner.form.needs)) {
                common.insert(pattern);
                continue;
            }
            whole.extend(owners.iter().filter(|owner| owner.form.hit != HitForm::SurnameOnly).map(|owner| owner.actor));
            rough.push(Rough { span, folded: hit.range(), pattern });
        }
        rough.retain(|hit| !common.contains(&hit.pattern) || !opens_sentence(folded.as_str(), hit.folded.start));
        rough.sort_by_key(|hit| (hit.span.start(), std::cmp::Reverse(hit.span.end()), hit.pattern));
        let mut found: Vec<NameHit> = Vec::new();
        for hit in &rough {
            if found.last().is_none_or(|last| last.span.end() <= hit.span.start()) {
                found.extend(self.settle(text, folded.as_str(), hit, &whole));
            }
        }
        found
    }

    /// Whose name it is, in its surest form.
    fn settle(&self, text: &Text, folded: &str, hit: &Rough, whole: &HashSet<usize>) -> Option<NameHit> {
        let words = text.slice(hit.span);
        let joined = is_hyphened(folded, &hit.folded);
        let owners = self.owners.get(hit.pattern)?.iter().filter(|owner| {
            let is_last_name = owner.form.hit == HitForm::SurnameOnly;
            has_capitals(words, &owner.form.needs)
                && !(is_last_name && joined)
                && (!owner.form.is_shy || whole.contains(&owner.actor))
        });
        let owners: Vec<(HitForm, usize)> = owners.map(|owner| (owner.form_of(words), owner.actor)).collect();
        let form = owners.iter().map(|&(form, _)| form).min()?;
        let rank = |form: HitForm| (form == HitForm::SurnameOnly, matches!(form, HitForm::Variant(Reason::Initial)));
        let mut actors: Vec<usize> = owners.iter().filter(|owner| rank(owner.0) == rank(form)).map(|owner| owner.1).collect();
        actors.sort_unstable();
        actors.dedup();
        if form == HitForm::SurnameOnly && actors.len() > 1 {
            // Whoever was named in full is meant.
            let named: Vec<usize> = actors.iter().copied().filter(|actor| whole.contains(actor)).collect();
            if let [_] = named.as_slice() {
                actors = named;
            }
        }
        let about: Vec<About> = actors.iter().filter_map(|actor| self.about.get(*actor).copied()).collect();
        let first = about.first()?;
        let is_person = first.is_person.filter(|first| about.iter().all(|about| about.is_person == Some(*first)));
        let gender = if about.iter().all(|about| about.gender == first.gender) { first.gender } else { Gender::Any };
        let is_named_as_person = about.iter().all(|about| about.is_named_as_person);
        let actors = actors.into_iter().filter_map(|actor| self.ids.get(actor).cloned()).collect();
        Some(NameHit { span: hit.span, actors, form, is_person, is_named_as_person, gender })
    }
}

impl Owner {
    fn form_of(&self, words: &str) -> HitForm {
        let Some(name) = &self.name else { return self.form.hit };
        let plain = |text: &str| text.replace('’', "'").replace(['\u{A0}', '\u{202F}'], " ");
        let (words, name) = (plain(words), plain(name));
        if words == name {
            HitForm::Exact
        } else if words.to_lowercase() == name.to_lowercase() {
            HitForm::Variant(Reason::Case)
        } else {
            HitForm::Variant(Reason::Accents)
        }
    }
}

/// Whether neither side of the hit is inside a word. An elision may stand before it, a possessive ending after it.
fn is_whole_word(folded: &str, hit: Range<usize>) -> bool {
    let before = folded.get(..hit.start).unwrap_or_default();
    let after = folded.get(hit.end..).unwrap_or_default();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if is_letter(before.chars().next_back()) || is_letter(after.chars().next()) {
        return false;
    }
    let elision = before.strip_suffix('\'').is_none_or(|before| {
        let near = before.get(before.floor_char_boundary(before.len().saturating_sub(16))..).unwrap_or_default();
        let word = near.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.is_empty() || any_has(|grammar| &grammar.clauses.elided_before_name, word)
    });
    let possessive = after.strip_prefix('\'').is_none_or(|after| {
        let mut chars = after.chars();
        !is_letter(chars.next()) || after.starts_with('s') && !is_letter(chars.next())
    });
    elision && possessive
}

/// Whether a hyphen joins the hit with another name: `Roux` in `Roux-Martin`.
fn is_hyphened(folded: &str, hit: &Range<usize>) -> bool {
    let (before, after) = (folded.get(..hit.start).unwrap_or_default(), folded.get(hit.end..).unwrap_or_default());
    let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    before.strip_suffix('-').is_some_and(|before| joined(before.chars().next_back()))
        || after.strip_prefix('-').is_some_and(|after| joined(after.chars().next()))
}

fn opens_sentence(folded: &str, at: usize) -> bool {
    let before = folded.get(..at).unwrap_or_default();
    let last = before.chars().rev().find(|&c| !matches!(c, ' ' | '"' | '\'' | '«' | '(' | '-'));
    last.is_none_or(|c| matches!(c, '\n' | '.' | '!' | '?' | ':' | '…'))
}
