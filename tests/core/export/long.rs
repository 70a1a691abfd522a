//! Cells that are longer than a spreadsheet can hold are told, and nothing is wrong with them.

use std::sync::Arc;

use dicta::export::{Options, Profile};
use dicta::model::ArticleId;
use dicta::model::tree::Map;

use super::fixture::{Exported, document, export};

/// The tables of a set in which the byline of an article has so many characters of the basic plane and beyond.
fn exported(basic: usize, beyond: usize, profile: Profile) -> Exported {
    let mut document = document();
    document.layers = Map::default();
    let calls = ArticleId::parse("calls").unwrap();
    let byline = format!("{}{}", "é".repeat(basic), "🙂".repeat(beyond));
    Arc::make_mut(document.articles.get_mut(&calls).unwrap()).metadata.byline = byline;
    export(&document, &Options { profile, ..Options::default() })
}

#[test]
fn a_cell_that_a_spreadsheet_would_cut_off_is_told_once_a_table() {
    let told = exported(32_768, 0, Profile::Spreadsheet);
    assert_eq!(
        told.notices,
        ["articles.csv: cells with more than 32767 characters: 1, the first in row 2, column byline; a spreadsheet cuts them \
             off, so read the file with another program to have all of them"]
    );
    assert_eq!((told.findings, told.outcome.findings), (vec![], 0));
}

#[test]
fn a_spreadsheet_counts_utf_16_units() {
    assert!(exported(32_767, 0, Profile::Spreadsheet).notices.is_empty());
    assert!(exported(32_765, 1, Profile::Spreadsheet).notices.is_empty());
    assert_eq!(exported(32_766, 1, Profile::Spreadsheet).notices.len(), 1);
}

#[test]
fn programs_have_no_such_limit() {
    assert!(exported(40_000, 0, Profile::Machine).notices.is_empty());
}
