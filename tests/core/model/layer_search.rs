//! A layer finds its annotations by id and by place as if it looked at every one.

use std::sync::Arc;

use dicta::model::{Annotation, AnnotationId, Fragment, Label, Layer};
use dicta::text::{ByteOffset, Span, Text};
use proptest::prelude::*;

use crate::support::annotation::bare;

fn annotation(text: &Text, number: usize, from: usize, long: usize) -> Arc<Annotation> {
    let span = Span::new(text, ByteOffset(from), ByteOffset((from + long).min(text.end().0))).unwrap();
    // Ids in another order than places.
    Arc::new(bare(&format!("a{:03}", number * 37 % 101), Label::Quote, vec![Fragment::new(text, span)]))
}

proptest! {
    #[test]
    fn a_layer_finds_what_looking_at_all_would_find(
        made in prop::collection::vec((0_usize..100, 0_usize..400, 1_usize..400, any::<bool>()), 0..160),
        range in (0_usize..400, 0_usize..60),
    ) {
        let text = Text::new("abcdefghij".repeat(40));
        let mut layer = Layer::default();
        let mut all: Vec<Arc<Annotation>> = Vec::new();
        for (number, from, long, stays) in made {
            let one = annotation(&text, number, from, long);
            all.retain(|a| a.id != one.id);
            if stays {
                all.push(Arc::clone(&one));
                layer.put(one);
            } else {
                layer.remove(&one.id);
            }
        }
        all.sort_by_key(|a| (a.start(), a.end(), a.id.clone()));
        prop_assert_eq!(layer.annotations().to_vec(), all.clone());
        prop_assert_eq!(&layer, &Layer::new(all.clone()));
        for (at, one) in all.iter().enumerate() {
            prop_assert_eq!(layer.position(&one.id), Some(at));
            prop_assert_eq!(layer.get(&one.id), Some(one));
        }
        prop_assert_eq!(layer.get(&AnnotationId::parse("absent").unwrap()), None);
        let (from, to) = (ByteOffset(range.0), ByteOffset(range.0 + range.1));
        let touching: Vec<_> = all.iter().filter(|a| a.start() <= to && a.end() >= from).collect();
        prop_assert_eq!(layer.touching(from, to).collect::<Vec<_>>(), touching);
    }
}
