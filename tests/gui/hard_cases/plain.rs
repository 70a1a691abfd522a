//! One direct quote with its speaker: what all the other cases are measured by.

use super::Cost;
use super::case::Case;
use super::tools::Parts;

const PARTS: Parts = Parts { spans: 2, fragments: 0, relations: 1, values: 0, is_beyond: false };
const TEXT: &str = "Lock to reopen\n\nThe lock was shut in May. “We will open it on Monday,” Anna Weiss said.\n";

fn ends_well(case: &mut Case) {
    let tables = case.tables();
    tables.quote("“We will open it on Monday,”", ["direct", "Anna Weiss", "Anna Weiss", "said"]);
}

pub fn a_direct_quote_by_the_walk() -> Cost {
    let mut case = Case::new(&["Anna Weiss"], &[("lock", TEXT)]);
    case.found().keys("Tab 1");
    assert!(case.count.keys <= 2);
    ends_well(&mut case);
    Cost::of(&case, PARTS)
}

pub fn a_direct_quote_by_the_next_question() -> Cost {
    let mut case = Case::new(&["Anna Weiss"], &[("lock", TEXT)]);
    case.keys("F8 Q 1");
    assert!(case.count.keys <= 3);
    ends_well(&mut case);
    Cost::of(&case, PARTS)
}
