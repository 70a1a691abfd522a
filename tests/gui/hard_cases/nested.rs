//! Words in words: insertions, quotes in quotes, speakers in cues.

use dicta::model::EvidenceKind;

use super::Cost;
use super::case::Case;
use super::dashes::evidence;
use super::tools::Parts;

pub fn editorial_insertions_stay_in_the_quote() -> Cost {
    let said = "« Le conseil réuni (mardi) a reçu le ministre (lyranais Teo) Brand et (...) promet d'agir »";
    let text = format!("Le conseil\n\n{said}, a déclaré Anna Weiss.\n");
    let mut case = Case::new(&["Anna Weiss"], &[("conseil", text.as_str())]);
    case.found().keys("Tab 1");
    for words in ["(mardi)", "(lyranais Teo)", "(...)"] {
        case.select(words).keys("I");
    }
    case.tables().quote(said, ["direct", "Anna Weiss", "Anna Weiss", "a déclaré"]);
    assert_eq!(evidence(&case, EvidenceKind::Editorial), 3);
    Cost::of(&case, Parts { spans: 6, relations: 5, ..Parts::default() })
}

pub fn a_quote_in_a_quote_has_its_own_speaker() -> Cost {
    let outer = "\"Comme l'a dit Paul Aubry, “il faut rouvrir les quais”, et nous le suivrons\"";
    let text = format!("Les quais\n\n{outer}, a indiqué la Préfecture.\n");
    let mut case = Case::new(&["Préfecture", "Paul Aubry"], &[("quais", text.as_str())]);
    case.found().keys("Tab 1").select("Paul Aubry").keys("A").go_to("il faut").keys("Q 1").select("a dit").keys("B");
    let tables = case.tables();
    let around = tables.quote(outer, ["direct", "Préfecture", "Préfecture", "a indiqué"]);
    let inside = tables.quote("“il faut rouvrir les quais”", ["direct", "Paul Aubry", "Paul Aubry", "a dit"]);
    assert_eq!(inside.get("nested_in"), around.get("quote_id"));
    assert_eq!(around.get("nested_in"), "");
    Cost::of(&case, Parts { spans: 6, relations: 4, ..Parts::default() })
}

pub fn one_speaker_with_two_cues_makes_two_quotes() -> Cost {
    let text = "Docks\n\nAnna Weiss said that the docks were safe, but warned that the winter would be long.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("docks", text)]);
    case.found().keys("Tab 1 1");
    let tables = case.tables();
    tables.quote("the docks were safe", ["indirect", "Anna Weiss", "Anna Weiss", "said"]);
    tables.quote("the winter would be long", ["indirect", "Anna Weiss", "Anna Weiss", "warned"]);
    assert_eq!((tables.rows("quotes").len(), tables.rows("mentions").len()), (2, 1), "they share the mention");
    Cost::of(&case, Parts { spans: 5, relations: 4, ..Parts::default() })
}

pub fn a_cue_holds_its_speaker() -> Cost {
    let text = "Les îles\n\n“Nous ne céderons pas”, ont-elles dit mardi.\n";
    let mut case = Case::new(&["Îles unies"], &[("iles", text)]);
    case.select("ont-[elles]").keys("A").types("unies").keys("Enter");
    case.keys("S-F8 Q 1").select("ont-elles dit").keys("B");
    let tables = case.tables();
    tables.quote("“Nous ne céderons pas”", ["direct", "Îles unies", "elles", "ont-elles dit"]);
    tables.row("mentions", "elles").says([("form", "pronoun"), ("actor_name", "Îles unies")]);
    Cost::of(&case, Parts { spans: 3, relations: 2, ..Parts::default() })
}

pub fn a_possessive_speaks_and_a_noun_reports() -> Cost {
    let text = "Frost\n\nPaul Aubry was brief. In his assessment, the strike “will not outlast the frost”.\n";
    let mut case = Case::new(&["Paul Aubry"], &[("frost", text)]);
    case.select("his").keys("A 1");
    case.select("the strike “will not outlast the frost”").keys("Q 1").select("assessment").keys("B");
    let tables = case.tables();
    let words = "the strike “will not outlast the frost”";
    tables.quote(words, ["mixed", "Paul Aubry", "his", "assessment"]);
    tables.row("mentions", "his").says([("form", "pronoun")]);
    assert_eq!(evidence(&case, EvidenceKind::Verbatim), 1);
    Cost::of(&case, Parts { spans: 4, relations: 3, ..Parts::default() })
}
