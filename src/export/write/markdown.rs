//! Lists the columns of every table in Markdown, for `docs/columns.md`.

use std::fmt::Write as _;

use crate::export::{Table, When};

/// The columns of every table in Markdown: the generated part of `docs/columns.md`.
#[must_use]
pub fn columns_markdown() -> String {
    let mut out = String::new();
    for table in Table::ALL {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "## {}.csv\n\n{}\n\n| column | type | meaning |\n|---|---|---|\n", table.name(), table.about());
        for column in table.columns() {
            let when = match column.when {
                When::Always => "",
                When::Bytes => " (with `--offsets byte`)",
                When::Utf16 => " (with `--offsets utf16`)",
                When::EachAnnotator => {
                    " (one column for each annotator; names that differ in letter case only get a number, such as `-2`)"
                }
                When::EachArticle => {
                    " (one column for each article, named by its id; where another column has that name, whatever its letter case, with a number, such as `relation-2`)"
                }
            };
            let about = column.about.replace('|', "\\|");
            let _ = writeln!(out, "| `{}` | {} | {about}{when} |", column.name, column.kind.schema_type());
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
