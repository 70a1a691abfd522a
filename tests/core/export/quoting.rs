//! Which cells stand in quotation marks, and that a table reads back as what was written.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use dicta::export::write::writer::TableWriter;
use dicta::export::{Format, Options, Profile, unguard};
use proptest::prelude::*;

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn written(rows: &[Vec<String>], options: &Options) -> String {
    let out = Shared::default();
    let mut table = TableWriter::new("t.csv".to_owned(), Box::new(out.clone()), options.delimiter, options.profile).unwrap();
    for row in rows {
        for cell in row {
            table.text(cell);
        }
        table.end_row().unwrap();
    }
    table.finish().unwrap();
    let bytes = out.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

fn one(cell: &str, options: &Options) -> String {
    let line = written(&[vec!["x".to_owned(), cell.to_owned()]], options);
    line.trim_start_matches('\u{feff}').strip_prefix(['x']).unwrap()[1..].strip_suffix("\r\n").unwrap().to_owned()
}

#[test]
fn cells_with_outer_blanks_stand_in_quotation_marks() {
    let machine = Options { profile: Profile::Machine, ..Options::default() };
    for cell in [" a", "a ", "\u{a0}a", "a\u{a0}", "\ta", "a\u{2028}", "a\u{85}", "\u{b}a", " ", "a\u{202f}"] {
        assert_eq!(one(cell, &machine), format!("\"{cell}\""), "{cell:?}");
    }
    for cell in ["", "a", "a b", "a\tb", "é", "'a", "a;b", "=a"] {
        assert_eq!(one(cell, &machine), cell);
    }
    assert_eq!(one("a \"b\" c", &machine), "\"a \"\"b\"\" c\"");
    assert_eq!(one("a,b", &machine), "\"a,b\"");
    assert_eq!(one(" -a", &Options::default()), "\" -a\"");
    let tabs = machine.with_format(Format::Tsv, None).unwrap();
    assert_eq!((one("a,b", &tabs), one("a\tb", &tabs)), ("a,b".to_owned(), "\"a\tb\"".to_owned()));
}

proptest! {
    #[test]
    fn a_table_reads_back_as_what_was_written(
        rows in proptest::collection::vec(proptest::collection::vec("[ \"',;\t\r\n=a\u{a0}\u{200b}]{0,4}", 3), 1..4),
        machine in any::<bool>(),
        tabs in any::<bool>(),
    ) {
        let profile = if machine { Profile::Machine } else { Profile::Spreadsheet };
        let format = if tabs { Format::Tsv } else { Format::Csv };
        let options = Options { profile, ..Options::default() }.with_format(format, None).unwrap();
        let text = written(&rows, &options);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(options.delimiter.byte())
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let read: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let bare = |cell: &String| if machine { cell.clone() } else { unguard(cell).to_owned() };
        prop_assert_eq!(read.iter().map(|row| row.iter().map(bare).collect::<Vec<_>>()).collect::<Vec<_>>(), rows);
    }
}
