//! Checks that the fast parser reads Dicta's own layout and refuses every other.

use proptest::prelude::*;

use super::read;
use crate::model::{
    ActorId, Anchor, AnnotationId, Annotator, ArticleId, Attribution, EvidenceKind, Label, Link, LinkId, LinkKind, Timestamp,
    Unknown, Who,
};
use crate::storage::schema::fragment::FragmentRecord;
use crate::storage::schema::kinded::Kinded;
use crate::storage::schema::layer::{AnnotationRecord, Labelled, LayerRecord};
use crate::storage::schema::proven;
use crate::storage::source;

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

/// Any characters, and those that mean something in RON.
fn any_words() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "(?s).{0,6}",
        prop::sample::select(vec![
            "\"", "\\", "\\n", "//", "/* x */", "r#\"", "(a: 1)", "\r\n", "\0", "\u{feff}", "\u{2028}", "é", "e\u{301}", "{}",
            "),"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..4).prop_map(|pieces| pieces.concat())
}

fn any_fragment() -> impl Strategy<Value = FragmentRecord> {
    (any::<(u16, u16)>(), any_words(), any_words(), any_words()).prop_map(|((start, end), text, before, after)| FragmentRecord {
        span: usize::from(start)..usize::from(end),
        text,
        before,
        after,
    })
}

fn any_annotation() -> impl Strategy<Value = Labelled> {
    let fragments = prop::collection::vec(any_fragment(), 0..3);
    (fragments, any_words(), any_words(), 0_usize..7, any::<(bool, bool, bool)>()).prop_map(
        |(fragments, words, other, number, (some, unsure, moved))| {
            let mut record =
                AnnotationRecord::new(AnnotationId::parse("n1").unwrap(), Timestamp(0), Timestamp(1_770_000_001_000));
            record.cue = fragments.first().filter(|_| some).cloned();
            record.scare.clone_from(&fragments);
            record.lost_evidence = fragments.iter().map(|one| kinded(EvidenceKind::Cue, one)).collect();
            record.fragments = fragments;
            record.actor = ActorId::parse("anna").ok().filter(|_| some);
            let mention = AnnotationId::parse("m1").ok().filter(|_| unsure);
            let whos = [Who::Author, Who::Unnamed(words.clone()), Who::Unknown, Who::Actor(ActorId::parse("anna").unwrap())];
            record.speakers = whos.into_iter().take(number).map(|who| Attribution { who, mention: mention.clone() }).collect();
            record.attributes.insert(words.clone(), other.clone());
            let link = Link {
                id: LinkId::parse("l1").unwrap(),
                kind: LinkKind::ALL[number],
                article: ArticleId::parse("b").unwrap(),
                to: AnnotationId::parse("n2").unwrap(),
                note: other.clone(),
            };
            record.links = vec![link; usize::from(some)];
            (record.note, record.origin, record.unsure) = (words, other, unsure);
            record.anchor = if moved { Anchor::Moved } else { Anchor::Exact };
            Labelled { label: Label::ALL[number % 3], record }
        },
    )
}

fn kinded<K: Copy>(kind: K, fragment: &FragmentRecord) -> Kinded<K> {
    let FragmentRecord { span, text, before, after } = fragment.clone();
    Kinded { kind, span, text, before, after }
}

fn any_layer() -> impl Strategy<Value = LayerRecord> {
    let lists = (prop::collection::vec(any_annotation(), 0..4), prop::collection::vec(any_annotation(), 0..2));
    (lists, prop::collection::vec(any_fragment(), 0..3), any::<bool>()).prop_map(|((annotations, lost), rejected, done)| {
        LayerRecord {
            format: (1, 0),
            article: ArticleId::parse("a").unwrap(),
            annotator: Annotator::parse("alice").unwrap(),
            done,
            annotations,
            lost,
            rejected: rejected.iter().map(|one| kinded(Label::Quote, one)).collect(),
            unknown: Unknown::default(),
        }
    })
}

/// What a person, a merge or a faulty disk may put into a file.
const DAMAGE: [&str; 24] = [
    "",
    " ",
    "\n",
    "\t",
    ",",
    ",,",
    "(",
    ")",
    "[",
    "]",
    "{",
    "\"",
    "\\",
    "\\u{e9}",
    "0",
    "-",
    "..",
    "é",
    "\0",
    "// x\n",
    "/* x */",
    "mood: 1,",
    "Some(",
    "<<<<<<< ours\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_file_that_we_write_is_read_and_as_by_the_general_reader(layer in any_layer()) {
        let text = proven(&layer, "f").unwrap();
        prop_assert_eq!(read::<LayerRecord>(&text), Some(layer));
        let commented = format!("// a comment\n{text}");
        prop_assert_eq!(read::<LayerRecord>(&commented), None);
    }

    #[test]
    fn what_is_read_of_a_changed_file_is_what_the_general_reader_reads(
        layer in any_layer(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..5, 0..DAMAGE.len()), 1..4),
    ) {
        let mut text: Vec<char> = proven(&layer, "f").unwrap().chars().collect();
        for (at, gone, piece) in changes {
            let at = at.index(text.len());
            let gone = gone.min(text.len() - at);
            text.splice(at..at + gone, DAMAGE[piece].chars());
        }
        let text: String = text.into_iter().collect();
        if let Some(fast) = read::<LayerRecord>(&text) {
            prop_assert_eq!(Ok(fast), source::options().from_str::<LayerRecord>(&text));
        }
    }
}
