//! Articles and their annotation by hand: into a set, and out as tables.
//!
//! Every test runs on two small articles of our own in `tests/data/gold`, and again on real articles, which are not part of
//! the project. The latter are ignored unless they are asked for: `cargo test --test core -- --ignored shared` runs them in a
//! checkout that has `../shared/articles` and `../shared/gold` beside it, as CI does there.

mod analyst;
mod fields;
mod gestures;
mod hand;
mod names;
mod round_trip;
mod rows;

use std::fs;
use std::path::{Path, PathBuf};

use dicta::host::import::Import;
use dicta::model::{Annotator, Timestamp};
use serde_json::Value;

use crate::support::sitting::{Sitting, set, state};

/// Articles with their annotation by hand, and how much of it there is at least.
pub struct Gold {
    articles: PathBuf,
    annotations: PathBuf,
    /// Annotations of all labels.
    marks: usize,
    /// Cells of the tables that are compared with the annotation by hand.
    cells: usize,
    /// Direct quotes whose speaker is in the register once all names are marked.
    direct: usize,
    /// Keys, clicks and drags for an annotation, at most. In short articles more of them go into new actors.
    gestures: f64,
}

impl Gold {
    fn own() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/gold");
        let (articles, annotations) = (folder.join("articles"), folder.join("annotations"));
        Self { articles, annotations, marks: 45, cells: 400, direct: 7, gestures: 2.5 }
    }

    fn shared() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
        let (articles, annotations) = (folder.join("articles"), folder.join("gold"));
        assert!(articles.is_dir() && annotations.is_dir(), "no articles and gold in {}", folder.display());
        Self { articles, annotations, marks: 131, cells: 901, direct: 1, gestures: 2.0 }
    }

    /// Imports the articles into a new set, as `dicta import` does. Returns what it printed.
    fn import(&self, dir: &Path) -> String {
        let annotator = Annotator::parse("alice").unwrap();
        let import = Import { set: set(dir), paths: vec![self.articles.clone()], annotator, seed: 99 };
        let mut said = Vec::new();
        assert_eq!(import.run(&state(dir), Timestamp(1_770_000_000_000), &mut said), Ok(true));
        String::from_utf8(said).unwrap()
    }

    /// The annotation by hand of each article in the set that has one, by the article's id.
    fn by_hand(&self, sitting: &Sitting) -> Vec<(String, Value)> {
        let articles = sitting.desk.session.document().articles.values();
        let file = |source: &str| fs::read(self.annotations.join(source.replace(".txt", ".json"))).ok();
        let read = |bytes: Vec<u8>| serde_json::from_slice(&bytes).expect("an annotation by hand");
        let found: Vec<_> =
            articles.filter_map(|article| Some((article.id.to_string(), read(file(&article.source_file)?)))).collect();
        assert!(!found.is_empty(), "no annotation by hand beside its article");
        found
    }
}

macro_rules! on_both_sets {
    ($($module:ident::$test:ident;)*) => {
        mod own_set {
            $(#[test]
            fn $test() {
                super::$module::$test(&super::Gold::own());
            })*
        }

        mod shared_set {
            $(#[test]
            #[ignore = "needs articles and their annotation by hand in ../shared"]
            fn $test() {
                super::$module::$test(&super::Gold::shared());
            })*
        }
    };
}

on_both_sets! {
    fields::everything_said_by_hand_comes_out_of_the_tables_field_by_field;
    gestures::a_direct_quote_with_its_speaker_is_one_key_or_three_clicks_at_most;
    gestures::what_a_perfect_analyst_presses_is_counted;
    round_trip::every_article_comes_in_byte_for_byte_with_what_its_first_line_says;
    round_trip::the_whole_annotation_by_hand_comes_out_of_the_tables_exactly;
}
