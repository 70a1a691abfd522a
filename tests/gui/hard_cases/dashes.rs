//! Quotes whose marks do not match: a dash before, a straight or a curly mark behind, or none.

use dicta::model::EvidenceKind;

use super::Cost;
use super::case::Case;
use super::tools::Parts;

const PARTS: Parts = Parts { spans: 3, fragments: 0, relations: 2, values: 0, is_beyond: false };

pub fn a_dash_opens_and_a_straight_mark_closes() -> Cost {
    let text = "Bridge\n\n— The bridge will hold — it always has — through the winter,\" Anna Weiss said.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("bridge", text)]);
    case.found().keys("Tab 1");
    let words = "— The bridge will hold — it always has — through the winter,\"";
    let tables = case.tables();
    tables.quote(words, ["direct", "Anna Weiss", "Anna Weiss", "said"]);
    assert_eq!(tables.fragments(words), [words]);
    Cost::of(&case, PARTS)
}

pub fn a_dash_opens_and_nothing_closes() -> Cost {
    let text = "Letters\n\n— We never called it a \"victory march\" in any letter, Paul Aubry said.\n";
    let mut case = Case::new(&["Paul Aubry"], &[("letters", text)]);
    case.found().keys("Tab 1").select("\"victory march\"").keys("S-I");
    let words = "— We never called it a \"victory march\" in any letter";
    case.tables().quote(words, ["direct", "Paul Aubry", "Paul Aubry", "said"]);
    assert_eq!(evidence(&case, EvidenceKind::Scare), 1);
    Cost::of(&case, Parts { spans: 4, relations: 3, ..PARTS })
}

pub fn a_straight_mark_opens_and_a_curly_one_closes() -> Cost {
    let text = "Harbour\n\n\"The harbour stays open to all,” Anna Weiss said. “It always was.”\n";
    let mut case = Case::new(&["Anna Weiss"], &[("harbour", text)]);
    case.found().keys("Tab 1");
    let tables = case.tables();
    let words = "\"The harbour stays open to all,” […] “It always was.”";
    let row = tables.quote(words, ["direct", "Anna Weiss", "Anna Weiss", "said"]);
    assert_eq!(row.get("text_inner"), "The harbour stays open to all, […] It always was.");
    Cost::of(&case, Parts { fragments: 1, ..PARTS })
}

pub fn a_full_stop_inside_the_mark_is_kept() -> Cost {
    let text = "Pilots\n\nContacts go on every week, Anna Weiss said, \"at the level of pilots.\"\n";
    let mut case = Case::new(&["Anna Weiss"], &[("pilots", text)]);
    case.found().keys("Tab 1");
    let tables = case.tables();
    let rows = tables.rows("quotes");
    assert_eq!(rows.len(), 1);
    assert!(rows[0].get("text").ends_with("\"at the level of pilots.\""), "{rows:?}");
    rows[0].says([("speaker_name", "Anna Weiss"), ("cue", "said")]);
    Cost::of(&case, PARTS)
}

/// How many words the article's annotations have as that kind of evidence; it is on disk, but no table has it.
pub fn evidence(case: &Case, kind: EvidenceKind) -> usize {
    let article = &case.session().article().unwrap().id;
    assert!(case.file(&format!("annotations/alice/{article}.ron")).contains(kind.as_str()));
    case.session().layer().unwrap().annotations().iter().map(|held| held.details.evidence_of(kind).count()).sum()
}
