//! Fragments that are not at their offsets: each is looked for by itself, near its neighbours, and never guessed.

use dicta::model::{Anchor, Annotation, Layer};
use dicta::storage::layers;

use super::made::{alice, article};

const TEXT: &str = "Rain fell. The mayor said the bridge will close, and the road stays open. He said no more.\n";

/// Where each fragment should stand: the words, and which of their occurrences.
type Wanted<'t> = [(&'t str, usize)];

fn chars(text: &str, (words, which): (&str, usize)) -> (usize, usize) {
    let byte = text.match_indices(words).nth(which).unwrap().0;
    let start = text[..byte].chars().count();
    (start, start + words.chars().count())
}

/// The file of one quote in `TEXT`, with the words around each fragment.
fn file(fragments: &Wanted<'_>) -> String {
    let letters: Vec<char> = TEXT.chars().collect();
    let put = |wanted: &(&str, usize)| {
        let (start, end) = chars(TEXT, *wanted);
        let before: String = letters[start.saturating_sub(32)..start].iter().collect();
        let after: String = letters[end..].iter().take(32).collect();
        format!("(span: {start}..{end}, text: {:?}, before: {before:?}, after: {after:?})", wanted.0)
    };
    let list: Vec<String> = fragments.iter().map(put).collect();
    format!(
        "(format: (1, 0), article: \"a\", annotator: \"alice\", annotations: [Quote(id: \"q1\", fragments: [{}], \
         created: \"2026-02-02T02:40:00Z\", modified: \"2026-02-02T02:40:00Z\")])",
        list.join(", ")
    )
}

/// What is read from the file when the article's text is `text`: the layer, and what was said.
fn read(file: &str, text: &str) -> (Layer, String) {
    let (layer, notices) = layers::read(file.as_bytes(), "f", &article("a", text), &alice()).unwrap();
    (layer, notices.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn spans(text: &str, annotation: &Annotation) -> Vec<(usize, usize)> {
    let text = dicta::text::Text::new(text);
    annotation.spans().map(|span| (text.char_from_byte(span.start()).0, text.char_from_byte(span.end()).0)).collect()
}

/// The quote must stand at `wanted` in `text` and say that it was moved.
fn moves(fragments: &Wanted<'_>, text: &str, wanted: &Wanted<'_>) {
    let (layer, said) = read(&file(fragments), text);
    assert!(layer.lost.is_empty(), "{said}");
    let quote = layer.annotations().get(0).unwrap();
    assert_eq!(spans(text, quote), wanted.iter().map(|one| chars(text, *one)).collect::<Vec<_>>());
    assert_eq!(quote.anchor, Anchor::Moved);
    assert!(said.contains("was moved there"), "{said}");
}

#[test]
fn a_common_word_at_its_offsets_stays_when_another_fragment_moved() {
    // “the” stands three times; it is at its place, and only the second fragment has moved.
    let text = TEXT.replace("close, and", "close soon, and");
    moves(&[("the", 0), ("the road stays open", 0)], &text, &[("the", 0), ("the road stays open", 0)]);
}

#[test]
fn a_fragment_whose_words_stand_elsewhere_too_is_found_beside_its_neighbour() {
    // What stood around “said” has changed on both sides, and “said” comes again in the last sentence.
    let text = TEXT.replace("The mayor said the bridge", "The old mayor has said that bridge");
    moves(&[("said", 0), ("will close", 0)], &text, &[("said", 0), ("will close", 0)]);
}

#[test]
fn a_text_before_the_annotation_moves_all_fragments() {
    let text = format!("Wind rose.\n{TEXT}");
    moves(&[("the bridge", 0), ("the", 1), ("open", 0)], &text, &[("the bridge", 0), ("the", 1), ("open", 0)]);
}

#[test]
fn a_fragment_that_is_gone_is_not_taken_for_a_look_alike_far_away() {
    let far = "Nothing happened. ".repeat(40);
    let text =
        format!("{}{far}The clerk said it.\n", TEXT.replace("mayor said the", "mayor thinks the").replace("He said", "He knows"));
    let whole = format!("{TEXT}{far}The clerk said it.\n");
    let file = file(&[("The mayor", 0), ("said", 0)]);
    assert_eq!(read(&file, &whole).0.annotations().len(), 1);
    let (layer, said) = read(&file, &text.replace("The clerk said it.", "The clerk said it, the cook said it."));
    assert_eq!((layer.annotations().len(), layer.lost.len()), (0, 1));
    assert!(said.contains("kept as lost"), "{said}");
}

#[test]
fn a_fragment_that_could_be_at_two_places_beside_its_neighbour_is_lost_and_says_so() {
    let text = TEXT.replace("The mayor said the bridge will close", "The mayor he said, yes he said a bridge will close");
    let (layer, said) = read(&file(&[("The mayor", 0), ("said", 0), ("will close", 0)]), &text);
    assert_eq!((layer.annotations().len(), layer.lost.len()), (0, 1));
    assert!(said.contains("kept as lost"), "{said}");
}

#[test]
fn fragments_are_never_put_out_of_order() {
    let text = TEXT.replace("Rain fell.", "Stays open. Rain fell.").replace("the road stays open", "the road is shut");
    let text = text.replace("Stays open.", "the road stays open.");
    let (layer, _) = read(&file(&[("the bridge", 0), ("the road stays open", 0)]), &text);
    assert_eq!((layer.annotations().len(), layer.lost.len()), (0, 1));
}
