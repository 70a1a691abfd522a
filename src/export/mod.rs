//! Tables: columns, rows, CSV. Writes to a [`std::io::Write`] that it is given and opens no file.
//!
//! A [`SetSource`] streams a set article by article; [`run()`] joins several, feeds an [`Exporter`] and reports what does
//! not hold. Articles in which something is linked are read once more, before the others, so that every row knows its links. Each table is declared once, in `tables/`, with the cell of every column beside its name: the header, the
//! types in `datapackage.json` and `docs/columns.md` come from that declaration.

pub mod column;
pub mod datapackage;
pub mod digest;
pub mod error;
pub mod exporter;
pub mod help;
pub mod inspect;
pub mod joined;
pub mod links;
pub mod merge;
pub mod options;
pub mod rows;
pub mod run;
pub mod source;
pub mod tables;
pub mod tally;
pub mod values;
pub mod write;

pub use column::{Column, Kind, Named, When};
pub use error::ExportError;
pub use exporter::Exporter;
pub use options::{Format, Offsets, Options};
pub use rows::reporter::Reporter;
pub use run::{Event, Outcome, run};
pub use source::{Annotated, Articles, Found, ReadArticles, SetSource};
pub use tables::Table;
pub use write::dialect::{Delimiter, Profile};
pub use write::guard::{guard, unguard};
pub use write::markdown::columns_markdown;
