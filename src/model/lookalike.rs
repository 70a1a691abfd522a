//! Finds ids that another program would read as something else: a missing value, a number, a date, a column of a table.
//!
//! Programs that guess the type of a column read such ids as that type, and spreadsheets save them in another form. The words
//! are those that readr, data.table, pandas, Polars, DuckDB, LibreOffice, Gnumeric or Excel read so, in English, French,
//! Russian and German.

/// What an id could be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike {
    /// Another column of the table that has a column for each article.
    Column,
    Missing,
    Boolean,
    Number,
    Date,
}

/// Names of the columns that the table `claim_matrix` has besides those of the articles.
pub const COLUMNS: &[&str] = &["cluster_id", "relation", "n_articles", "n_sources"];

const MISSING: &[&str] = &["na", "n-a", "n.a", "nan", "nil", "none", "null"];

const BOOLEANS: &[&str] = &[
    "true",
    "false",
    "t",
    "f",
    "yes",
    "no",
    "y",
    "n",
    "on",
    "off",
    "vrai",
    "faux",
    "oui",
    "non",
    "wahr",
    "falsch",
    "ja",
    "nein",
    "истина",
    "ложь",
    "да",
    "нет",
];

/// DuckDB reads the words for infinity as dates, too.
const NUMBERS: &[&str] = &["inf", "infinity"];

const DATES: &[&str] = &["epoch", "now", "today", "tomorrow", "yesterday"];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "janv", "févr", "fevr", "mars", "avr", "avril", "mai", "juin", "juil", "août", "aout", "déc",
    "janvier", "février", "fevrier", "juillet", "septembre", "octobre", "novembre", "décembre", "decembre",
    "jän", "mär", "okt", "dez", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember",
    "янв", "фев", "февр", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек",
    "январь", "февраль", "март", "апрель", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    "января", "февраля", "марта", "апреля", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
];

/// What `id` could be read as, whatever its letter case; `None` if only as an id.
#[must_use]
pub fn lookalike(id: &str) -> Option<Lookalike> {
    let id = id.to_lowercase();
    let is_in = |words: &[&str]| words.contains(&id.as_str());
    if is_in(COLUMNS) {
        Some(Lookalike::Column)
    } else if is_in(MISSING) {
        Some(Lookalike::Missing)
    } else if is_in(BOOLEANS) {
        Some(Lookalike::Boolean)
    } else if is_in(NUMBERS) || is_exponent(&id) {
        Some(Lookalike::Number)
    } else if is_in(DATES) || is_date(&id) {
        Some(Lookalike::Date)
    } else {
        None
    }
}

/// `e5`
fn is_exponent(id: &str) -> bool {
    let digits = id.strip_prefix(['d', 'e']).unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// `oct-7`, `oct7`, `may-2025`, `oct-7-2025`
fn is_date(id: &str) -> bool {
    let split = id.find(|c: char| !c.is_alphabetic()).unwrap_or(id.len());
    let (word, rest) = id.split_at(split);
    let mut numbers = rest.trim_start_matches(['-', '.', '_']).split(['-', '.', '_']);
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    MONTHS.contains(&word) && numbers.clone().count() <= 2 && numbers.all(is_number)
}

impl std::fmt::Display for Lookalike {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Column => "the name of a column",
            Self::Missing => "a missing value",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::Date => "a date",
        })
    }
}
