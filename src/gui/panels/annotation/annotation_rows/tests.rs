//! Checks that incremental updates give the same rows as a rebuild.

use proptest::prelude::*;

use super::*;
use crate::model::{Anchor, Details, Fragment, Timestamp, Unknown};
use crate::text::{ByteOffset, Span, Text};

fn annotation(number: usize, from: usize, label: usize, noted: bool) -> Arc<Annotation> {
    let text = Text::new("abcdefghij".repeat(30));
    let span = Span::new(&text, ByteOffset(from), ByteOffset(from + 7)).unwrap();
    Arc::new(Annotation {
        id: AnnotationId::parse(&format!("a{number}")).unwrap(),
        label: Label::ALL[label],
        fragments: vec![Fragment::new(&text, span)],
        note: if noted { "remark".to_owned() } else { String::new() },
        unsure: false,
        actor: None,
        details: Details::default(),
        origin: "hand".to_owned(),
        anchor: Anchor::Exact,
        created: Timestamp(0),
        modified: Timestamp(0),
        unknown: Unknown::default(),
    })
}

/// The ids of the rows.
fn ids(rows: &AnnotationRows, layer: &Layer) -> Vec<AnnotationId> {
    let id = |row: &Row| match row {
        Row::Annotation(at) => layer.annotations().get(*at).unwrap().id.clone(),
        Row::Lost(_) => unreachable!("nothing is lost here"),
    };
    rows.rows.iter().map(id).collect()
}

proptest! {
    #[test]
    fn rows_follow_what_changes(
        steps in prop::collection::vec(prop::collection::vec((0_usize..30, 0_usize..290, 0_usize..4, any::<bool>()), 1..4), 0..30),
        filter in prop::sample::select(vec!["", "remark", "quote"]),
        hidden in any::<bool>(),
    ) {
        let hidden = [false, hidden, false];
        let (mut layer, mut rows) = (Arc::new(Layer::default()), AnnotationRows::default());
        let mut followed: Vec<AnnotationId> = Vec::new();
        for step in steps {
            let mut changed = Layer::clone(&layer);
            for (number, from, label, noted) in step {
                if label < 3 {
                    changed.put(annotation(number, from, label, noted));
                } else {
                    changed.remove(&AnnotationId::parse(&format!("a{number}")).unwrap());
                }
            }
            layer = Arc::new(changed);
            for change in rows.update(Some(&layer), filter, hidden) {
                match change {
                    Change::All => followed = ids(&rows, &layer),
                    Change::Removed(row) => drop(followed.remove(row)),
                    Change::Inserted(row, id) => followed.insert(row, id),
                }
            }
            let mut anew = AnnotationRows::default();
            anew.update(Some(&layer), filter, hidden);
            prop_assert_eq!(&rows.rows, &anew.rows);
            prop_assert_eq!(rows.counts, anew.counts);
            prop_assert_eq!(&followed, &ids(&anew, &layer));
            prop_assert!(rows.update(Some(&layer), filter, hidden).is_empty());
        }
    }
}
