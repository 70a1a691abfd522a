//! What a speaker does with the words, and whose words they are where nothing marks them.

use super::Cost;
use super::case::Case;
use super::tools::Parts;

pub fn an_unmarked_continuation() -> Cost {
    let text = "Islands\n\nPaul Aubry sees no way back. The islands have waited long enough.\n";
    let mut case = Case::new(&["Paul Aubry"], &[("islands", text)]);
    case.select("Paul Aubry").keys("A").select("The islands have waited long enough.").keys("Q 1 V R 0 Enter");
    let tables = case.tables();
    let words = "The islands have waited long enough.";
    tables.quote(words, ["indirect", "Paul Aubry", "Paul Aubry", ""]).says([("form", "free_indirect")]);
    let attributes = tables.row("annotations", words);
    assert!(attributes.get("attributes").contains("\"certainty\":\"low\""), "{attributes:?}");
    Cost::of(&case, Parts { spans: 2, relations: 1, values: 2, ..Parts::default() })
}

pub fn words_that_only_the_speaker_would_use() -> Cost {
    let text = "Pilots\n\nPaul Aubry added that foreign pilots had no business in our waters.\n";
    let mut case = Case::new(&["Paul Aubry"], &[("pilots", text)]);
    case.found().keys("Tab 1 Enter").types("our is the speaker").keys("Escape");
    let tables = case.tables();
    let words = "foreign pilots had no business in our waters";
    tables.quote(words, ["indirect", "Paul Aubry", "Paul Aubry", "added"]);
    tables.row("annotations", words).says([("note", "our is the speaker")]);
    Cost::of(&case, Parts { spans: 3, relations: 2, values: 1, ..Parts::default() })
}

pub fn neither_confirmed_nor_denied() -> Cost {
    let text = "La visite\n\nLa Préfecture n'a ni confirmé ni démenti la visite du ministre.\n";
    let mut case = Case::new(&["Préfecture"], &[("visite", text)]);
    case.select("Préfecture").keys("A").select("la visite du ministre").keys("Q 1 V B Enter");
    case.select("n'a ni confirmé ni démenti").keys("B");
    let row =
        case.tables().quote("la visite du ministre", ["indirect", "Préfecture", "Préfecture", "n'a ni confirmé ni démenti"]);
    row.says([("polarity", "neither_confirmed_nor_denied")]);
    Cost::of(&case, Parts { spans: 3, relations: 2, values: 1, ..Parts::default() })
}

pub fn a_refusal() -> Cost {
    let text = "The vote\n\nAnna Weiss declined to comment on the vote.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("vote", text)]);
    case.select("Anna Weiss").keys("A").select("to comment on the vote").keys("Q 1 V X Enter").select("declined").keys("B");
    let row = case.tables().quote("to comment on the vote", ["indirect", "Anna Weiss", "Anna Weiss", "declined"]);
    row.says([("polarity", "refused")]);
    Cost::of(&case, Parts { spans: 3, relations: 2, values: 1, ..Parts::default() })
}
