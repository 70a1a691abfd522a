//! The fast parser and `ron` give the same result. With a comment at the top, the fast one refuses a file.

use dicta::model::Article;
use dicta::storage::layers;
use proptest::prelude::*;

use super::made::{alice, any_layer};

/// What our files are made of, and what a person or another program might put there.
const PIECES: [&str; 40] = [
    "",
    " ",
    "\n",
    "\t",
    "\r",
    "\r\n",
    "\u{a0}",
    "\u{2028}",
    ",",
    ",,",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\\",
    "\\n",
    "\\u{e9}",
    "\\u{}",
    "\\x41",
    "..",
    "..=",
    "0",
    "9",
    "_",
    "-",
    "+",
    ".",
    "é",
    "r#",
    "r",
    "b",
    "None",
    "Some(",
    "true",
    "// x\n",
    "/* x */",
    "note: \"n\",",
    "Moved",
    "Quote(",
];

fn same(text: &str, article: &Article) -> Result<(), TestCaseError> {
    let plain = layers::read(text.as_bytes(), "f", article, &alice());
    let general = layers::read(format!("//\n{text}").as_bytes(), "f", article, &alice());
    prop_assert_eq!(plain.ok(), general.ok());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_changed_file_reads_the_same_by_both_readers(
        (article, layer) in any_layer(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, 0..PIECES.len()), 0..3),
    ) {
        let mut text: Vec<char> = layers::write(&layer, "f", &article, &alice()).unwrap().chars().collect();
        for (at, gone, piece) in changes {
            let at = at.index(text.len());
            let gone = gone.min(text.len() - at);
            text.splice(at..at + gone, PIECES[piece].chars());
        }
        same(&text.into_iter().collect::<String>(), &article)?;
    }

    #[test]
    fn any_range_and_any_words_read_the_same_by_both_readers(
        start in "[0-9_+-]{1,3}", end in "[0-9_.=-]{1,3}", words in ".{0,6}", space in "[ \n\t]{0,2}",
    ) {
        let article = super::made::article("a", super::made::TEXT);
        let text = format!(
            "(format:{space}(1, 0), article: \"a\", annotator: \"alice\", annotations: [Quote(id: \"q\", fragments: [(span: \
             {start}..{end}{space}, text: \"{words}\")], created: \"2026-02-02T02:40:00Z\", modified: \"2026-02-02T02:40:00Z\"){space}])"
        );
        same(&text, &article)?;
    }
}
