//! Guesses the language of a text.

use whatlang::{Detector, Lang};

mod stop_words;

/// Bytes of a text that are read, at most: enough for a reliable guess, in about the same time for every text.
const PREFIX: usize = 20_000;
/// Minimum number of letters for a guess.
const FEWEST_LETTERS: usize = 20;
/// Up to this number of letters, function words are tried first, and only languages of news articles are considered.
const SHORT: usize = 500;
/// Minimum confidence: below it, guesses for headlines are more often wrong than right.
const LEAST_CONFIDENCE: f64 = 0.5;

/// Languages considered for a short text. With all known languages, a French sentence is too often taken for another.
const USUAL: &str = "be bg ca cs da de en es et fi fr hr hu it lt lv mk nb nl pl pt ro ru sk sl sr sv tr uk vi";

/// The language of a text as a BCP 47 tag such as `fr`; `None` if it is too short or unclear.
///
/// Only letters of the most frequent script count: an English text with Russian captions is `en`.
#[must_use]
pub fn guess(text: &str) -> Option<&'static str> {
    let prefix = text.get(..text.floor_char_boundary(PREFIX)).unwrap_or_default();
    let (mut latin, mut cyrillic, mut other) = (0, 0, 0);
    for c in prefix.chars().filter(|c| c.is_alphabetic()) {
        *(if is_latin(c) {
            &mut latin
        } else if is_cyrillic(c) {
            &mut cyrillic
        } else {
            &mut other
        }) += 1;
    }
    let letters = latin + cyrillic + other;
    if letters < FEWEST_LETTERS {
        return None;
    }
    let keep: fn(char) -> bool = if other > latin.max(cyrillic) {
        |_| true
    } else if latin >= cyrillic {
        is_latin
    } else {
        is_cyrillic
    };
    let words: String = prefix.chars().map(|c| if c.is_alphabetic() && !keep(c) { ' ' } else { c }).collect();
    // Most other scripts are used by one language.
    if letters > SHORT || other > latin.max(cyrillic) {
        let found = whatlang::detect(&words)?;
        return (found.is_reliable() || found.confidence() >= LEAST_CONFIDENCE).then(|| tag(found.lang()));
    }
    stop_words::vote(&words).or_else(|| {
        let usual = Lang::all().iter().copied().filter(|lang| USUAL.split(' ').any(|usual| usual == tag(*lang)));
        let found = Detector::with_allowlist(usual.collect()).detect(&words)?;
        (found.confidence() >= LEAST_CONFIDENCE).then(|| tag(found.lang()))
    })
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | 'ª' | 'º' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

/// The two-letter tag of ISO 639-1.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Cym => "cy",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
    }
}
