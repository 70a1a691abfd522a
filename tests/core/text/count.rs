//! The count of words, held against the rules in full.

use dicta::text::word_count;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_short_way_of_counting_words_agrees_with_the_rules(text in "[a-c1éßж×÷«»‘\u{2011}_ '’._,:\"\n\u{301}\u{200d}\u{a0}🙂日ー„“«-]{0,16}|.{0,20}") {
        prop_assert_eq!(word_count(&text), text.unicode_words().count());
    }
}

#[test]
fn words_are_counted_as_people_count_them() {
    for (text, count) in [("", 0), ("— “…”", 0), ("Yes, now.", 2), ("l’Économie a 1,500.5 can't", 4), ("a_b well-known", 3)]
    {
        assert_eq!(word_count(text), count, "{text}");
    }
}
