//! Names that nobody registered: what is one, what is none, and which are one person's.

use dicta::suggest::{Lexicon, Material, NameFinder, Reading, quotations};
use dicta::text::Text;

/// Each new name once, in the order of the text.
fn names(language: &str, words: &str) -> Vec<String> {
    let (text, lexicon) = (Text::new(words), Lexicon::built_in(language));
    let (found, hits) = (quotations(&text), NameFinder::new(&[]).find(&text));
    let material = Material { text: &text, quotations: &found, names: &hits, zones: &[], lexicon: &lexicon };
    let mut all: Vec<String> = Vec::new();
    for name in Reading::new(&material).propose().new_names {
        if !all.contains(&name.name) {
            all.push(name.name);
        }
    }
    all
}

#[track_caller]
fn check(language: &str, words: &str, expected: &[&str]) {
    assert_eq!(names(language, words), expected, "{words}");
}

#[test]
fn a_part_of_a_word_is_no_name() {
    check("ru", "Об этом Пресс-служба моста сообщила вчера. Ада Торн пришла.", &["Ада Торн"]);
    check("fr", "Hier, le journal L’Écluse a cité Ada Thorn.", &["L’Écluse", "Ada Thorn"]);
    check("en", "They met at Lenn-on-Korn with Ada Thorn.", &["Lenn-on-Korn", "Ada Thorn"]);
}

#[test]
fn a_common_word_with_a_capital_is_no_name() {
    check("fr", "Le soir, Ada Thorn passe au JT de 20 Heures.", &["Ada Thorn"]);
    check("en", "Tolls rise. The tolls, Ada Thorn says, are low. Tolls said nothing.", &["Ada Thorn"]);
    check("en", "The Republic and the South met Presidents of Lenn.", &["Lenn"]);
    check("en", "Unfortunately Ada Thorn left. Meanwhile Korn said no.", &["Ada Thorn", "Korn"]);
}

#[test]
fn a_name_keeps_its_parts() {
    check("en", "The European Commission wrote to North Lenn and New Korn.", &["European Commission", "North Lenn", "New Korn"]);
    check("en", "On Monday the Ministry of Bridges and U.S. officials met.", &["Ministry of Bridges", "U.S."]);
    check("fr", "Hier, l’Assemblée nationale et la Banque de Lenn ont voté.", &["Assemblée nationale", "Banque de Lenn"]);
    check("ru", "В Лимане Европейский союз ответил.", &["Лимане", "Европейский союз"]);
}

#[test]
fn a_person_is_named_once_however_written() {
    check("en", "Korn spoke, then Thorn. Later Volodimir Thorn left, and Volodymyr Thorn came.", &["Korn", "Volodimir Thorn"]);
    check("fr", "Le président (ukrainien Volodimir) Thornenko a parlé. Volodimir Thornenko est parti.", &["Volodimir Thornenko"]);
    check("ru", "Вчера встретили Павла Корнева. Павел Корнев доволен, Корневу рады.", &["Павел Корнев"]);
    check("en", "The Bridge Workers Union (BWU) met. Later the BWU left.", &["Bridge Workers Union"]);
}

#[test]
fn a_title_or_another_name_before_a_person_is_not_hers() {
    check("en", "Yesterday Bridge Minister Ada Thorn and CEO Tom Vale met.", &["Ada Thorn", "Tom Vale"]);
    check("ru", "Вчера глава МИД Лимании Анна Корн молчала.", &["Лимании", "Анна Корн"]);
}

#[test]
fn credits_bylines_and_datelines_name_nobody() {
    check("en", "By Tom Vale, Bridge Reporter\n\nLENN CITY, May 4 (AP) — The bridge of Ada Thorn is open.", &["Ada Thorn"]);
    check("en", "Ada Thorn left. (Photo: Tom Vale/AFP)", &["Ada Thorn"]);
    check("fr", "Ada Thorn est partie (Crédit : Tom Vale). © Jean Roux", &["Ada Thorn"]);
    check("ru", "Вчера Ада Торн ушла.\n\nФото: Том Вейл / ТАСС", &["Ада Торн"]);
    check("en", "Ada Thorn left.\n\nTom Vale/Reuters", &["Ada Thorn"]);
}
