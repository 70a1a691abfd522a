//! Rows of the tables of our own articles, written down beforehand in `tests/data/gold/rows`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Gold;
use super::hand::enter_all;
use super::round_trip::by_program;

/// The cells of the named columns, row by row; all rows are different.
fn rows(table: &[u8], columns: &[String]) -> BTreeSet<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().unwrap().clone();
    let at = |name: &String| header.iter().position(|held| held == name).unwrap_or_else(|| panic!("no column {name}"));
    let places: Vec<usize> = columns.iter().map(at).collect();
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap()).map(|row| places.iter().map(|at| row[*at].to_owned()).collect()).collect();
    let different: BTreeSet<_> = rows.iter().cloned().collect();
    assert_eq!(different.len(), rows.len(), "two rows of {columns:?} are alike");
    different
}

#[test]
fn tables_of_our_own_articles_have_the_rows_that_were_written_down() {
    let dir = tempfile::tempdir().unwrap();
    let (_sitting, ..) = enter_all(&Gold::own(), dir.path());
    let tables = by_program(dir.path(), "machine");
    for name in ["quotes", "claims", "mentions"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/gold/rows/{name}.csv"));
        let expected = fs::read(path).unwrap();
        let columns: Vec<String> =
            csv::Reader::from_reader(expected.as_slice()).headers().unwrap().iter().map(str::to_owned).collect();
        let (expected, made) = (rows(&expected, &columns), rows(&tables.files[&format!("{name}.csv")], &columns));
        let missing: Vec<_> = expected.difference(&made).collect();
        let unexpected: Vec<_> = made.difference(&expected).collect();
        assert!(missing.is_empty() && unexpected.is_empty(), "{name}: missing {missing:#?}, unexpected {unexpected:#?}");
    }
}
