//! Tells whether words hold a finite verb, without a dictionary: by the commonest verbs and by endings.
//!
//! A guess: it decides what is proposed, never what is marked.

use super::lexicon::Lexicon;
use super::sentence::Word;

const ENGLISH: &str = "is are was were am has have had do does did will would can could may might must should shall isn aren \
    wasn weren hasn haven hadn don doesn didn won wouldn couldn shouldn remains remain seeks holds includes faces expects wants \
    needs supports continues comes came takes took makes made leads led runs ran allows calls means plans shows gives gave \
    goes went gets got keeps kept sees saw stands stood knows knew becomes became begins began falls fell rose rises grows \
    grew sent sends met meets left leaves lost loses won wins spent costs cost put puts brings brought seems appears depends \
    exists lies lives works pays paid owns";
const FRENCH: &str = "a ont avait avaient aura auront aurait auraient eut est sont était étaient sera seront serait seraient fut \
    furent peut peuvent pourra pourrait doit doivent devra devrait va vont fait font dit disent veut veulent reste restent \
    remonte remontent vise visent porte portent repose reposent tente tentent compte comptent passe passent prend prennent met \
    mettent vient viennent tient tiennent sait savent voit voient permet permettent devient deviennent estime estiment insiste \
    insistent montre montrent existe existent appelle appellent concerne concernent inscrit inscrivent marque marquent semble \
    semblent demeure demeurent figure figurent représente représentent";
const RUSSIAN_ENDINGS: [&str; 20] = [
    "ет", "ют", "ут", "ит", "ят", "ал", "ала", "али", "ало", "ил", "ила", "или", "ило", "ел", "ела", "ели", "лся", "лась",
    "лись", "тся",
];
/// Nouns and adjectives that end as French verbs do.
const FRENCH_OTHERS: &str = "président précédent différent récent argent agent accident incident continent moment souvent présent \
    absent urgent permanent suivant président-directeur fréquent évident prudent résident client patient parlement occident \
    orient pourcent excellent violent innocent équivalent compétent intelligent fait lait trait retrait portrait extrait \
    souhait attrait";

/// Whether there is a finite verb among the words.
pub(super) fn has_finite(words: &[Word], lexicon: &Lexicon) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
        is_finite(word, before, lexicon)
    })
}

/// Whether a word is a finite verb, behind the word before it.
pub(super) fn is_finite(word: &Word, before: &str, lexicon: &Lexicon) -> bool {
    let lower = word.lower.as_str();
    let among = |list: &str| list.split_whitespace().any(|held| held == lower);
    let reports = lexicon.verb(lower).is_some_and(|verb| !verb.is_participle && !verb.is_loose && !verb.is_bare);
    // `the work`, `to work`, `his work`: a noun or an infinitive.
    let is_bound = super::clause::is_article(before) || matches!(before, "to" | "de" | "d'" | "of" | "à" | "pour");
    if word.is_upper || is_bound {
        return false;
    }
    match lexicon.language.as_str() {
        "fr" => {
            let past = ["aient", "èrent", "eront", "raient"].iter().any(|ending| lower.ends_with(ending));
            let imperfect = (lower.ends_with("ait") || lower.ends_with("era")) && lower.chars().count() > 4;
            let plural = lower.ends_with("ent") && !lower.ends_with("ment") && lower.chars().count() > 6;
            among(FRENCH) || reports || (past || imperfect || plural) && !FRENCH_OTHERS.split_whitespace().any(|o| o == lower)
        }
        "ru" => reports || lower.chars().count() > 3 && RUSSIAN_ENDINGS.iter().any(|ending| lower.ends_with(ending)),
        _ => among(ENGLISH) || reports || lower.ends_with("ed") && lower.len() > 4 && !lower.ends_with("eed"),
    }
}
