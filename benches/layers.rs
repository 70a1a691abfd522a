//! Parsing files of annotations: as Dicta writes them, for which there is a fast parser, against the `ron` crate alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use dicta::model::{Article, Layer};
use dicta::storage::layers;
use support::table::{ms, ratio};
use support::{Cost, Samples, Table, marks, sentences, set};

const RUNS: usize = 40;

fn main() {
    let cost = Cost::new();
    println!("Reading one file of annotations, {}; p50 of {RUNS}.\n", cost.kind());
    let mut table = Table::new(&["annotations", "file", "fast parser", "ron", "ron ÷ fast"]);
    for count in [20, 1_000, 10_000] {
        let article = set::article("a", sentences::text(count * 20, 7));
        let layer = marks::layer(&article.text, count, 7);
        let text = layers::write(&layer, "f", &article, &set::alice()).unwrap();
        // The fast parser refuses comments.
        let general = format!("//\n{text}");
        let (mut fast, mut slow) = (Samples::default(), Samples::default());
        for _ in 0..RUNS {
            fast.push(cost.of(|| read(&text, &article)).1);
            slow.push(cost.of(|| read(&general, &article)).1);
        }
        let size = format!("{:.0} kB", text.len() as f64 / 1e3);
        table.row(&[count.to_string(), size, ms(fast.p50()), ms(slow.p50()), ratio(slow.p50(), fast.p50())]);
    }
    table.print();
}

fn read(text: &str, article: &Article) -> Layer {
    layers::read(text.as_bytes(), "f", article, &set::alice()).unwrap().0
}
