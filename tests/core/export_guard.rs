//! The formula guard: no spreadsheet runs a cell, and no cell is lost by it.

use dicta::export::{Options, Profile, Table, guard, unguard};
use proptest::prelude::*;

use super::export_fixture::{document, export};

proptest! {
    #[test]
    fn a_guard_can_be_taken_back(cell in "[=+@＝＋－＠\t\r\n'\\-]{0,3}.{0,8}") {
        let guarded = guard(&cell);
        prop_assert_eq!(unguard(&guarded), &cell);
    }

    #[test]
    fn no_guarded_cell_begins_with_a_sign_that_starts_a_formula(cell in "[=+@＝＋－＠\t\r\n'\\-]{1,3}.{0,8}") {
        prop_assert!(!guard(&cell).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']));
    }
}

#[test]
fn a_cell_that_no_formula_begins_like_stays_as_it_is() {
    for cell in ["", "5 %", "—5", "“=1”", "a=1", " =1", "\u{2212}5"] {
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
