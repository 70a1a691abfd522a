//! Small words inside names of people and places, which texts of all languages have alike.

/// Small words inside names of people, folded.
pub(in crate::suggest) const PARTICLES: [&str; 24] = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "di", "da", "dos", "del", "della", "al", "el", "bin",
    "ibn", "ben", "of", "фон", "ван", "де",
];

/// Inside a name that a text has and no register.
pub(in crate::suggest) fn joins_name(word: &str) -> bool {
    matches!(word, "de" | "du" | "van" | "von" | "der" | "al" | "bin" | "el" | "la" | "le" | "d'")
}

/// Inside the name of a body: `Bank of Lenn`. Not after a first name.
pub(in crate::suggest) fn joins_body(word: &str) -> bool {
    word == "of"
}

/// A second particle: `de la`, `von der`.
pub(in crate::suggest) fn joins_twice(word: &str) -> bool {
    matches!(word, "la" | "l'" | "der")
}

/// They open names of places, and a first name after them is none: `San Pedro`.
pub(in crate::suggest) fn opens_place(word: &str) -> bool {
    matches!(word, "san" | "santa" | "saint" | "st" | "port" | "fort" | "mount" | "lake" | "don" | "del" | "los")
}
