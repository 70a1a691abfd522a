//! The formula guard: no spreadsheet runs a cell, and no cell is lost by it.

use dicta::export::guard;
use dicta::export::{Options, Profile, Table, unguard};
use proptest::prelude::*;

use super::fixture::{document, export};

proptest! {
    #[test]
    fn a_guard_can_be_taken_back(cell in "[=+@＝＋－＠\t\r\n'\\-\u{0}\u{b}\u{1b}\u{200b}\u{202e} ]{0,4}.{0,8}") {
        let guarded = guard(&cell);
        prop_assert_eq!(unguard(&guarded), &cell);
    }

    #[test]
    fn no_guarded_cell_begins_with_a_sign_that_starts_a_formula_nor_with_unseen_characters_before_it(
        unseen in "[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}-\u{9f}\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]{0,3}",
        sign in "[=+@＝＋－＠\t\r\n\\-]",
        rest in ".{0,8}",
    ) {
        let cell = format!("{unseen}{sign}{rest}");
        prop_assert_eq!(guard(&cell), format!("'{cell}"));
    }
}

#[test]
fn a_cell_that_no_formula_begins_like_stays_as_it_is() {
    for cell in ["", "5 %", "—5", "“=1”", "a=1", " =1", "\u{2212}5", "\u{200b}a=1", "\u{1b}"] {
        assert_eq!(guard(cell), cell);
    }
}

#[test]
fn the_two_profiles_hold_the_same_cells_but_for_the_guard() {
    let spreadsheet = export(&document(), &Options::default());
    let machine = export(&document(), &Options { profile: Profile::Machine, ..Options::default() });
    let mut guarded = 0;
    for file in Table::ALL.map(|table| format!("{}.csv", table.name())) {
        let (for_people, for_programs) = (spreadsheet.rows(&file, b','), machine.rows(&file, b','));
        assert_eq!(for_people.len(), for_programs.len());
        for (a, b) in for_people.iter().flatten().zip(for_programs.iter().flatten()) {
            assert_eq!(a, &guard(b));
            assert_eq!(unguard(a), b);
            guarded += usize::from(a != b);
        }
    }
    assert!(guarded > 14, "{guarded} cells were guarded");
}
