//! Tells by a name whether “he” or “she” can mean its bearer: by the first name, or by a Russian last name.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::suggest::lexicon::word_class::Gender;
use crate::text::folded;

#[derive(Deserialize)]
struct Source {
    masculine: String,
    feminine: String,
}

static FIRST_NAMES: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
    let Ok(Source { masculine, feminine }) = ron::from_str(include_str!("../../../assets/first-names.ron")) else {
        return HashMap::new();
    };
    let of = |names: String, gender: Gender| {
        names.split_whitespace().map(|name| (name.to_owned(), gender)).collect::<Vec<(String, Gender)>>()
    };
    of(masculine, Gender::Masculine).into_iter().chain(of(feminine, Gender::Feminine)).collect()
});

/// The same without diacritics, as many papers print them: `Emile`, `Noelle`.
static FOLDED: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
    let mut names: HashMap<String, Gender> = HashMap::new();
    for (name, gender) in FIRST_NAMES.iter() {
        let same = names.entry(folded(name)).or_insert(*gender);
        *same = if *same == *gender { *gender } else { Gender::Any };
    }
    names
});

/// The gender of a first name in lower case, a Russian one in any case.
fn of_first_name(word: &str) -> Option<Gender> {
    let found = FIRST_NAMES.get(word).or_else(|| FOLDED.get(&folded(word))).copied();
    found.or_else(|| {
        const ENDINGS: [&str; 11] = ["ом", "ем", "ой", "ей", "а", "я", "у", "ю", "ы", "и", "е"];
        let is_cyrillic = word.starts_with(|c| matches!(c, '\u{400}'..='\u{4FF}'));
        let bare = ENDINGS.iter().filter(|_| is_cyrillic).filter_map(|end| word.strip_suffix(end));
        let bare = bare.filter(|bare| bare.chars().count() > 2);
        let names = bare.flat_map(|bare| ["", "й", "а", "я", "ь"].map(|end| format!("{bare}{end}")));
        let mut genders = names.filter_map(|name| FIRST_NAMES.get(&name).copied());
        let first = genders.next()?;
        Some(if genders.all(|other| other == first) { first } else { Gender::Any })
    })
}

/// Whether the word, in lower case, is a first name, a Russian one in any case.
pub(in crate::suggest) fn is_first_name(word: &str) -> bool {
    of_first_name(word).is_some()
}

/// The gender that the name says, or [`Gender::Any`].
pub(in crate::suggest) fn gender_of(name: &str) -> Gender {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    if words.len() > 1
        && let Some(gender) = words.first().and_then(|first| of_first_name(first)).filter(|gender| *gender != Gender::Any)
    {
        return gender;
    }
    let last = words.last().copied().unwrap_or_default();
    let ends = |endings: &[&str]| endings.iter().any(|end| last.ends_with(end) && last.chars().count() > end.chars().count() + 1);
    if ends(&["ова", "ева", "ёва", "ина", "ская", "цкая", "овна", "ична", "skaya", "skaia", "skaïa", "tskaya"])
    {
        Gender::Feminine
    } else if ends(&["ов", "ев", "ёв", "ин", "ский", "цкий"]) {
        Gender::Masculine
    } else {
        Gender::Any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_first_name_is_of_one_gender() {
        let Source { masculine, feminine } = ron::from_str(include_str!("../../../assets/first-names.ron"))
            .unwrap_or(Source { masculine: String::new(), feminine: String::new() });
        assert!(!masculine.is_empty() && !feminine.is_empty());
        let both: Vec<&str> =
            masculine.split_whitespace().filter(|name| feminine.split_whitespace().any(|other| other == *name)).collect();
        assert_eq!(both, Vec::<&str>::new());
    }

    #[test]
    fn a_name_tells_its_gender() {
        assert_eq!(gender_of("Marie Roux"), Gender::Feminine);
        assert_eq!(gender_of("Emile Roux"), Gender::Masculine);
        assert_eq!(gender_of("Émile Roux"), Gender::Masculine);
        assert_eq!(gender_of("Noelle Roux"), Gender::Feminine);
        assert_eq!(gender_of("Корнева"), Gender::Feminine);
        assert_eq!(gender_of("Пётр Корнев"), Gender::Masculine);
        assert_eq!(gender_of("Олега Штерна"), Gender::Masculine);
        assert_eq!(gender_of("Анны Штерн"), Gender::Feminine);
        assert_eq!(gender_of("Port Lenn"), Gender::Any);
    }
}
