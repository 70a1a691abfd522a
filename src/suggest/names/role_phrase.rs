//! Tells roles from names: `French President`, `président de la République`, `министр обороны` are the holder of the office.
//!
//! The words of roles are those of the built-in lexicons, whatever the language of the text: a register has names of all.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::gender::is_first_name;
use super::institutions::{is_demonym, is_institution};
use super::non_person_names::is_place;
use crate::suggest::grammar::languages::{Language, any_has, grammars};
use crate::suggest::grammar::words::ends;
use crate::suggest::lexicon::Lexicon;

/// Titles of people, and the heads of noun phrases that can speak.
static ROLES: LazyLock<HashSet<String>> = LazyLock::new(|| of_all(|lexicon| lexicon.role_words().map(str::to_owned).collect()));
/// Titles of people alone.
static TITLES: LazyLock<HashSet<String>> = LazyLock::new(|| of_all(|lexicon| lexicon.titles().map(str::to_owned).collect()));

fn of_all(words: impl Fn(&Lexicon) -> Vec<String>) -> HashSet<String> {
    let all = Language::all().flat_map(|language| words(&Lexicon::built_in(language.tag)));
    all.filter(|word| word.chars().count() > 2).collect()
}

fn is_office(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.offices, word)
}

/// Whether the word is beside a title and is none alone: `Foreign Minister`, but `Foreign Office`.
fn is_beside_title(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.beside_titles, word)
}

/// Whether the word is what offices are about: `ministre des Finances`, `Министр Обороны`.
fn is_domain(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.domains, word)
}

fn is_link(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.role_links, word)
}

/// Whether what an office is of follows the word.
fn is_of(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.role_of, word)
}

/// Whether the word ends as names do that follow a role in the genitive: `Корнии`.
fn is_genitive(word: &str) -> bool {
    grammars().any(|grammar| ends(word, grammar.nouns.genitive_endings))
}

/// Whether the word, in lower case, is one of a role, a Russian one in any case.
fn is_role_word(word: &str) -> bool {
    is_among(&ROLES, word) || is_beside_title(word)
}

/// Whether the word, in lower case, is the title of a person, a Russian one in any case.
fn is_title_word(word: &str) -> bool {
    is_among(&TITLES, word) && !is_beside_title(word)
}

fn is_among(roles: &HashSet<String>, word: &str) -> bool {
    let has = |word: &str| roles.contains(word) || is_office(word);
    let declined = || {
        grammars().map(|grammar| &grammar.nouns).any(|nouns| {
            let bare = nouns.case_endings.iter().filter_map(|end| word.strip_suffix(end)).filter(|bare| bare.chars().count() > 2);
            bare.flat_map(|bare| nouns.base_endings.iter().map(move |end| format!("{bare}{end}"))).any(|word| has(&word))
        })
    };
    let plural = || word.strip_suffix('s').is_some_and(|one| one.chars().count() > 3 && has(one));
    // `Secretary-General`, `vice-président`
    let joined = || word.split_once('-').is_some_and(|(first, last)| has(first) || has(last));
    has(word) || plural() || joined() || declined()
}

/// A word of a name, without what is elided before it or follows it.
fn bare(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
    let lower = lower.strip_suffix("'s").unwrap_or(lower);
    let mut elided = grammars().flat_map(|grammar| grammar.nouns.elided_articles);
    elided.find_map(|article| lower.strip_prefix(article)).unwrap_or(lower).to_owned()
}

fn starts_upper(word: &str) -> bool {
    let word = word.strip_prefix(['l', 'd']).and_then(|rest| rest.strip_prefix(['\'', '’'])).unwrap_or(word);
    word.starts_with(char::is_uppercase)
}

/// Whether the words are a role and nobody's name: `French President`, `the finance minister`, `президент Франции`.
#[must_use]
pub fn is_role_phrase(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut has_role = false;
    let mut after_of = false;
    for (at, word) in words.iter().enumerate() {
        let lower = bare(word);
        let elided = word.to_lowercase().starts_with("d'") || word.to_lowercase().starts_with("d’");
        if is_link(&lower) {
            after_of |= is_of(&lower) && has_role;
            continue;
        }
        let is_title = is_title_word(&lower);
        let is_possessive = word.ends_with("'s") || word.ends_with("’s");
        let is_acronym = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        // `Корнии`: no nominative of a person's name.
        let in_genitive = has_role && is_genitive(&lower);
        let after_of = (after_of || elided && has_role) && !is_first_name(&lower);
        let rest = words.get(at..).unwrap_or_default().join(" ");
        // `Prime Minister's Office` is a body, `President of the Senate` is not.
        let is_body = is_institution(&lower) && !after_of;
        if is_body && at + 1 == words.len() {
            return false;
        }
        let tells = is_role_word(&lower)
            || !starts_upper(word)
            || is_demonym(&lower)
            || is_place(word)
            || is_place(&rest)
            || is_domain(&lower)
            || is_body
            || is_possessive
            || has_role && is_acronym
            || in_genitive
            || after_of;
        if !tells {
            return false;
        }
        has_role |= is_title;
    }
    has_role
}

/// Whether the words are only the titles that people of many countries bear: `President`, `le Premier ministre`.
#[must_use]
pub fn is_bare_title(words: &str) -> bool {
    let lower: Vec<String> = words.split_whitespace().map(bare).filter(|word| !is_link(word)).collect();
    let beside = |word: &String| is_title_word(word) || is_beside_title(word);
    lower.iter().any(|word| is_title_word(word)) && lower.iter().all(beside)
}

/// Whether the last of these words of a name is a last name, as far as roles go: not in `French President`, in
/// `Ministre des Finances`, in `Президент Франции`.
pub(in crate::suggest) fn may_end_in_last_name(words: &[&str]) -> bool {
    let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let (Some(last), Some(first)) = (lower.last(), lower.first()) else { return false };
    let before = lower.get(..lower.len() - 1).unwrap_or_default();
    let of_office = |word: &String| is_role_word(word) || is_demonym(word) || is_domain(word) || is_place(word);
    if is_role_word(last) {
        return is_first_name(first) || any_has(|grammar| &grammar.nouns.titles_and_names, last) && !before.iter().any(of_office);
    }
    let Some(role) = before.iter().position(|word| is_role_word(word)) else { return true };
    // A first name in between, and it is the holder of the office.
    if before.iter().skip(role + 1).chain(before.first()).any(|word| is_first_name(word)) {
        return true;
    }
    let of = before.iter().skip(role + 1).any(|word| is_of(word));
    !of && !is_demonym(last) && !is_domain(last) && !is_place(last) && !is_institution(last) && !is_genitive(last)
}

/// Whether the first of these words of a name is one of a role, so that its initial is nobody's.
pub(in crate::suggest) fn begins_with_role(words: &[&str]) -> bool {
    words.first().is_some_and(|word| is_role_word(&bare(word)) || is_demonym(&bare(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_told_from_names() {
        for role in [
            "French President",
            "the French President",
            "President",
            "the finance minister",
            "Foreign Minister of Verlande",
            "Verlande's Prime Minister",
            "Secretary-General",
            "Secretary of State",
            "President of the Senate",
            "Police Chief",
            "Président français",
            "le président de la République",
            "ministre des Affaires étrangères",
            "le ministre de l’Intérieur",
            "Maire de Lenn",
            "президент Франции",
            "Президента Корнии",
            "министр иностранных дел",
            "глава МИД",
        ] {
            assert!(is_role_phrase(role), "{role}");
        }
        for name in [
            "Ada Thorn",
            "President Thorn",
            "French President Ada Thorn",
            "le ministre Paul Aubry",
            "Mr Vale",
            "Stephen King",
            "Port Lenn",
            "министр Корнев",
            "Thorn",
            "European Commission",
            "Foreign Office",
            "Government of Verlande",
            "Ministry of Ports",
            "Prime Minister's Office",
            "Ministère de l’Intérieur",
            "Кремль",
            "Министерство обороны",
        ] {
            assert!(!is_role_phrase(name), "{name}");
        }
    }

    #[test]
    fn the_last_word_of_a_role_is_no_last_name() {
        let may = |name: &str| may_end_in_last_name(&name.split(' ').collect::<Vec<_>>());
        for role in ["French President", "Vice President", "Ministre des Finances", "Maire de Lenn", "Président Français"] {
            assert!(!may(role), "{role}");
        }
        for role in ["Президент Франции", "Министр Обороны", "Президент Корнии", "Russian King"]
        {
            assert!(!may(role), "{role}");
        }
        for name in ["Ada Thorn", "President Thorn", "Président Thorn", "Министр Корнев", "Stephen King", "Coretta King"]
        {
            assert!(may(name), "{name}");
        }
        assert!(may("Premier Ministre Bernard de Villar"));
    }

    #[test]
    fn a_bare_title_is_anybodys() {
        assert!(is_bare_title("President") && is_bare_title("le Premier ministre") && is_bare_title("президента"));
        assert!(!is_bare_title("French President") && !is_bare_title("President Thorn") && !is_bare_title("Кремль"));
    }
}
