//! Makes the header of a table, with distinct column names whatever the names of articles and annotators.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use crate::export::{Column, Named};

/// Every column that is written, with its name, in order.
///
/// Programs such as DuckDB ignore letter case, so names that differ only in case count as equal. The names of a table's own
/// columns never change. A column for an article or annotator whose name is taken gets the first free number from 2:
/// `relation-2`.
#[must_use]
pub fn header(columns: &[Column], named: Named<'_>) -> Vec<(Column, String)> {
    let own = columns.iter().filter(|column| !column.is_repeated());
    let mut used: HashSet<String> = own.map(|column| compared(column.name)).collect();
    let mut names: Vec<(Column, String)> =
        columns.iter().flat_map(|column| column.names(named).into_iter().map(|name| (*column, name))).collect();
    let all: HashSet<String> = names.iter().map(|(_, name)| compared(name)).collect();
    for (column, name) in &mut names {
        if column.is_repeated() && !used.insert(compared(name)) {
            let mut numbered = (2_usize..).map(|n| format!("{name}-{n}"));
            let free = numbered.find(|name| !all.contains(&compared(name)) && used.insert(compared(name)));
            *name = free.unwrap_or_default();
        }
    }
    names
}

/// The name in the form in which names are compared.
fn compared(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}
