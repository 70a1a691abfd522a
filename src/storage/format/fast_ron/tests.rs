//! Checks that the fast parser reads Dicta's own layout and refuses every other.

use super::read;
use crate::storage::schema::layer::LayerRecord;

const WRITTEN: &str = r#"(
    format: (1, 0),
    article: "a",
    annotator: "alice",
    done: true,
    annotations: [
        Quote(
            id: "q1",
            fragments: [
                (span: 2..18, text: "L'été \"sera\"\n\u{202e}chaud", before: "« "),
            ],
            actor: "anna",
            anchor: Moved,
            created: "2026-02-02T02:40:00Z",
            modified: "2026-02-02T02:40:01Z",
        ),
    ],
)
"#;

#[test]
fn our_own_layout_is_read_without_the_general_reader() {
    let record = read::<LayerRecord>(WRITTEN).unwrap();
    assert_eq!(Some(record), ron::from_str(&WRITTEN.replace("\"anna\"", "Some(\"anna\")")).ok());
}

#[test]
fn what_we_never_write_is_left_to_the_general_reader() {
    let changes = [
        ("(\n", "( // note\n"),
        ("done: true", "done: true, mood: 1"),
        ("done: true", "done: true, done: true"),
        ("done: true", "r#done: true"),
        ("done: true", "done: truer"),
        ("2..18", "2..=18"),
        ("2..18", "02..18"),
        ("2..18", "2..1_8"),
        ("\"anna\"", "Some(\"anna\")"),
        ("\"anna\"", "r\"anna\""),
        ("\"alice\"", "\"al\\x69ce\""),
        ("\\u{202e}", "\\u{d800}"),
        (")\n", ") x"),
        ("],\n)", "],,\n)"),
    ];
    for (from, to) in changes {
        assert!(WRITTEN.contains(from));
        assert_eq!(read::<LayerRecord>(&WRITTEN.replace(from, to)), None, "{to}");
    }
    assert!((0..WRITTEN.trim_end().len()).filter_map(|cut| WRITTEN.get(..cut)).all(|cut| read::<LayerRecord>(cut).is_none()));
}
