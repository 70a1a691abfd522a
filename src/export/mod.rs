//! Tables: columns, rows, CSV. Writes to a [`std::io::Write`] that it is given and opens no file.
//!
//! A [`SetSource`] streams a set article by article; [`run()`] joins several, feeds an [`Exporter`] and reports what does
//! not hold. Articles in which something is linked are read once more, before the others, so that every row knows its links. Each table is declared once, in `tables/`, with the cell of every column beside its name: the header, the
//! types in `datapackage.json` and the README's list of columns come from that declaration.

pub mod column;
pub mod context;
pub mod datapackage;
pub mod digest;
pub mod ends;
pub mod error;
pub mod exporter;
pub mod guard;
pub mod header;
pub mod help;
mod inner;
pub mod inspect;
pub mod joined;
pub mod links;
pub mod long_cells;
pub mod mark;
pub mod markdown;
pub mod merge;
pub mod nesting;
pub mod options;
pub mod output;
mod quote_marks;
pub mod quoting;
pub mod rows;
pub mod run;
pub mod shown;
pub mod source;
pub mod tables;
pub mod tally;
pub mod teller;
pub mod values;
pub mod voices;
pub mod writer;

pub use column::{Column, Kind, Named, When};
pub use error::ExportError;
pub use exporter::Exporter;
pub use guard::{guard, unguard};
pub use markdown::columns_markdown;
pub use options::{Delimiter, Format, Offsets, Options, Profile};
pub use run::{Event, Outcome, run};
pub use source::{Annotated, Articles, Found, ReadArticles, SetSource};
pub use tables::Table;
pub use teller::Teller;
