//! Exports a set with the real program and reads its tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

/// The folder of an export.
pub struct Tables {
    folder: PathBuf,
    /// The article whose rows are meant.
    article: String,
}

/// One row: column and cell.
#[derive(Clone, Debug)]
pub struct Row(BTreeMap<String, String>);

impl Tables {
    pub fn of(set: &Path, folder: &Path, article: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_dicta-export");
        let status = Process::new(program).arg(set).args(["--profile", "machine", "-o"]).arg(folder).status().unwrap();
        assert!(status.success(), "the export must find nothing wrong");
        Self { folder: folder.to_owned(), article: article.to_owned() }
    }

    /// All rows of a table, of every article.
    pub fn all(&self, table: &str) -> Vec<Row> {
        let mut reader = csv::Reader::from_path(self.folder.join(format!("{table}.csv"))).unwrap();
        let headers = reader.headers().unwrap().clone();
        let row = |record: csv::StringRecord| Row(headers.iter().zip(&record).map(|(h, c)| (h.into(), c.into())).collect());
        reader.records().map(|record| row(record.unwrap())).collect()
    }

    /// The rows of the article.
    pub fn rows(&self, table: &str) -> Vec<Row> {
        let mut rows = self.all(table);
        rows.retain(|row| row.get("article_id") == self.article);
        rows
    }

    /// The row whose words are these.
    pub fn row(&self, table: &str, words: &str) -> Row {
        let rows = self.rows(table);
        let found = rows.iter().find(|row| row.get("text") == words);
        found.unwrap_or_else(|| panic!("no “{words}” in {table}: {rows:#?}")).clone()
    }

    /// What a quote's row says: type, speakers, words that name them, cue.
    pub fn quote(&self, words: &str, wanted: [&str; 4]) -> Row {
        let row = self.row("quotes", words);
        let got = ["quote_type", "speaker_name", "speaker_mention", "cue"].map(|column| row.get(column));
        assert_eq!(got, wanted, "{row:#?}");
        row
    }

    /// The words of an annotation's fragments.
    pub fn fragments(&self, words: &str) -> Vec<String> {
        let id = self.row("annotations", words);
        let rows = self.rows("fragments");
        let own = rows.iter().filter(|row| row.get("annotation_id") == id.get("annotation_id"));
        own.map(|row| row.get("text").to_owned()).collect()
    }

    /// Kind and words of both ends of every link.
    pub fn links(&self) -> Vec<[String; 3]> {
        self.all("links").iter().map(|row| ["kind", "from_text", "to_text"].map(|column| row.get(column).to_owned())).collect()
    }
}

impl Row {
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn says<const N: usize>(&self, wanted: [(&str, &str); N]) {
        for (column, cell) in wanted {
            assert_eq!(self.get(column), cell, "{column} of {self:#?}");
        }
    }
}
