//! Checks that incremental updates give the same lines as a rebuild.

use egui::pos2;
use proptest::prelude::*;

use super::*;
use crate::model::{Anchor, AnnotationId, Details, Fragment, Timestamp, Unknown};
use crate::text::{Span, Text};

const LONG: usize = 20_000;

fn annotation(text: &Text, number: usize, from: usize, long: usize, label: usize) -> Arc<Annotation> {
    let span = Span::new(text, ByteOffset(from), ByteOffset((from + long).min(LONG))).unwrap();
    Arc::new(Annotation {
        id: AnnotationId::parse(&format!("a{number}")).unwrap(),
        label: Label::ALL[label],
        fragments: vec![Fragment::new(text, span)],
        note: String::new(),
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

proptest! {
    #[test]
    fn lines_follow_what_changes(
        steps in prop::collection::vec((0_usize..60, 0_usize..LONG - 1, 1_usize..900, 0_usize..4), 0..120),
    ) {
        let text = Text::new("a".repeat(LONG));
        let bar = Rect::from_min_max(pos2(10.0, 12.0), pos2(18.0, 700.0));
        let scale = Scale { bar, head: 0.05, end: text.end() };
        let mut layer = Arc::new(Layer::default());
        let mut lines = Lines::new(&layer, scale);
        for (number, from, long, label) in steps {
            let mut changed = Layer::clone(&layer);
            if label < 3 {
                changed.put(annotation(&text, number, from, long, label));
            } else {
                changed.remove(&AnnotationId::parse(&format!("a{number}")).unwrap());
            }
            layer = Arc::new(changed);
            lines = lines.renewed(&layer);
            prop_assert_eq!(&lines.extents, &Lines::new(&layer, scale).extents);
        }
    }
}
