//! What the same result costs in four other tools, by their documented gestures.
//!
//! A drag, a click, a double click and a key or chord are one gesture each; letters of notes and names are counted nowhere.
//! Hotkeys are set up and the views are scrolled right. For one part each:
//!
//! | part | brat | INCEpTION | doccano | Label Studio |
//! |---|---|---|---|---|
//! | span | drag, key: 2 | drag, key: 2 | key, drag: 2 | key, drag: 2 |
//! | relation | drag, Enter: 2 | drag, key: 2 | switch, both ends, switch back: 4 | end, Alt R, end, menu, box, label: 6 |
//! | further fragment | double click, “Add frag.”, drag: 3 | a second span tied to the first: 4 | the same: 6 | the same: 8 |
//! | value | pick, Enter: 2 | key: 1 | no values on spans | key: 1 |
//! | link to another article, register of actors | none | none | none | none |
//!
//! One direct quote with its speaker is two spans and a relation: 2 + 2 + 2 = 6 in brat and INCEpTION, 2 + 2 + 4 = 8 in
//! doccano, 2 + 2 + 6 = 10 in Label Studio. Where a further fragment can only be a second span, the words lie in two records.

/// The parts of which a case consists.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// Quotes, claims, mentions, and words inside them such as cues.
    pub spans: u32,
    /// Fragments beyond the first of each span.
    pub fragments: u32,
    pub relations: u32,
    /// Values of attributes that the words do not say by themselves.
    pub values: u32,
    /// Whether it needs a link to another article, or an actor that has a page.
    pub is_beyond: bool,
}

/// Gestures in brat, INCEpTION, doccano and Label Studio; nothing where the tool cannot say it.
pub fn gestures(parts: Parts) -> [Option<u32>; 4] {
    let Parts { spans, fragments, relations, values, is_beyond } = parts;
    if is_beyond {
        return [None; 4];
    }
    [
        Some(2 * spans + 3 * fragments + 2 * relations + 2 * values),
        Some(2 * spans + 4 * fragments + 2 * relations + values),
        (values == 0).then_some(2 * spans + 6 * fragments + 4 * relations),
        Some(2 * spans + 8 * fragments + 6 * relations + values),
    ]
}

#[test]
fn one_quote_with_its_speaker_costs_what_was_measured() {
    let quote = Parts { spans: 2, relations: 1, ..Parts::default() };
    assert_eq!(gestures(quote), [Some(6), Some(6), Some(8), Some(10)]);
}
