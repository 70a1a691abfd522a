//! Tables: columns, rows, CSV. Writes to a [`std::io::Write`] and opens no files.
//!
//! A [`SetSource`] reads a set article by article; [`run()`] joins several sets, passes the articles to an [`Exporter`] and
//! reports errors in them. Articles with links are read an additional time, before the others, because rows contain counts of
//! the links to them.
//!
//! Each table is declared once, in `tables/`: every column with the function that writes its cell. The header, the types in
//! `datapackage.json` and `docs/columns.md` are made from that declaration.

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
