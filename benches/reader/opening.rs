//! From the files of a large article to its first frame, and the hardest text there is: a megabyte without a line end.

use std::time::Instant;

use crate::plain;
use crate::scenes::Scene;
use crate::stage::Stage;
use crate::support::table::{ms, ratio};
use crate::support::{Samples, Table, marks, sentences, set};

const MEGABYTE: usize = 1_000_000;
const ANNOTATIONS: usize = 10_000;
/// The least of so many runs counts: others use this machine too.
const RUNS: usize = 5;

/// Opens a set with one large article.
pub fn print() {
    let root = set::folder("reader-open").join("set");
    set::create(&root);
    let text = sentences::text_of_bytes(MEGABYTE, 2);
    let article = set::article("a", text.clone());
    set::add(&root, &article, &marks::layer(&article.text, ANNOTATIONS, 5));
    let (mut read, mut first, mut whole) = (Samples::default(), Samples::default(), Samples::default());
    for _ in 0..RUNS {
        let begun = Instant::now();
        let document = dicta::storage::open(&root).expect("the set opens").document;
        read.push(begun.elapsed());
        let begun_frame = Instant::now();
        let mut stage = Stage::new(document);
        stage.frame(Vec::new());
        first.push(begun_frame.elapsed());
        whole.push(begun.elapsed());
        assert_eq!(stage.session.layer().map(|layer| layer.annotations().len()), Some(ANNOTATIONS));
    }
    let label = plain::first_label(&text);
    let mut table = Table::new(&[
        "1 MB article with 10,000 annotations, least of 5, on the wall",
        "time",
        "budget",
        "÷ egui label's first frame",
    ]);
    table.row(&["files → document".to_owned(), ms(read.least()), String::new(), ratio(read.least(), label)]);
    table.row(&["document → first frame".to_owned(), ms(first.least()), String::new(), ratio(first.least(), label)]);
    table.row(&["files → first frame".to_owned(), ms(whole.least()), "300 ms".to_owned(), ratio(whole.least(), label)]);
    table.row(&["(egui's label, first frame with the text)".to_owned(), ms(label)]);
    table.print();
}

/// Scrolls through a megabyte that is one line.
pub fn one_line(empty: &Samples) {
    let text = sentences::one_line(MEGABYTE, 3);
    let mut table = Table::new(&["1 MB in one line, 5,000 annotations", "p50", "p99", "budget p99", "÷ empty frame"]);
    for scene in [Scene::Scroll, Scene::Leap, Scene::Select, Scene::Tag] {
        let samples = Stage::new(set::document(set::article("a", text.clone()), 5_000)).play(scene);
        let of_empty = ratio(samples.p50(), empty.p50());
        table.row(&[scene.name().to_owned(), ms(samples.p50()), ms(samples.p99()), "4 ms".to_owned(), of_empty]);
    }
    table.print();
}
