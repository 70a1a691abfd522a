//! Reduces a name to what stays the same when it is spelled by another outlet: sounds, roughly, in Latin letters.
//!
//! French, English, German and Polish spell Slavic names each in their own way: `Ouchakov`, `Ushakov`, `Uschakow`. All
//! that one of them writes for another's letter falls together here, so the result is a key, not a name.

use crate::text::folded;

/// The words of a name, folded, in Latin letters: `Сергей Лавров` is `sergei lavrov`.
pub(in crate::suggest) fn latin_words(name: &str) -> Vec<String> {
    let folded = folded(name);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).map(latin).collect()
}

/// The key of one Latin word.
pub(in crate::suggest) fn skeleton(word: &str) -> String {
    let mut key = format!("^{word}$");
    for (from, to) in RULES {
        if key.contains(from) {
            key = key.replace(from, to);
        }
    }
    let mut out = String::with_capacity(key.len());
    for c in key.chars().filter(|c| c.is_alphanumeric()) {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Endings of Russian names in their cases, in Latin letters, the longest first.
const ENDINGS: [&str; 24] = [
    "ii", "iy", "ij", "yi", "yy", "yj", "ogo", "ego", "omu", "emu", "aia", "uiu", "oi", "om", "em", "ym", "im", "iu", "ia", "a",
    "u", "e", "i", "y",
];

/// A Latin word without the ending of its case: of `putina` and `putinym` what is left is `putin`.
pub(in crate::suggest) fn stem(word: &str) -> &str {
    let bare = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|bare| bare.chars().count() > 2));
    bare.unwrap_or(word)
}

/// In this order. `^` is the start of the word, `$` its end.
const RULES: [(&str, &str); 36] = [
    ("'", ""),
    ("shch", "h"),
    ("chtch", "h"),
    ("schtsch", "h"),
    ("tsch", "h"),
    ("tch", "h"),
    ("sch", "h"),
    ("sh", "h"),
    ("ch", "h"),
    ("kh", "h"),
    ("zh", "h"),
    ("cz", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ou", "u"),
    ("oo", "u"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("guy", "gi"),
    ("qu", "k"),
    ("ck", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("off$", "ov$"),
    ("ts", "s"),
    ("tz", "s"),
    ("z", "s"),
    ("iie", "ie"),
    ("ie", "e"),
    ("ii", "i"),
    ("ii", "i"),
    ("nne$", "n$"),
    ("e$", "$"),
];

/// Cyrillic letters as English newspapers write them; the rest as it is.
fn latin(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match latin_letters(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

fn latin_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' | 'ђ' => "d",
        'е' | 'э' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'џ' => "dz",
        _ => return None,
    })
}
