//! What a frame costs: scrolling, selecting and tagging in long texts, against plain egui widgets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop")]

mod opening;
mod plain;
mod scenes;
mod stage;
#[path = "../support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;
mod whole;

use scenes::Scene;
use stage::Stage;
use support::table::{ms, ratio};
use support::{Cost, Samples, Table, sentences, set};

fn main() {
    println!("A frame of 1440 × 900 points: lay out, paint, tessellate. Its cost: {}.\n", Cost::new().kind());
    let empty = plain::empty();
    frames(&empty);
    whole::print(&empty);
    opening::print();
    opening::one_line(&empty);
}

/// The growth of a frame's cost with the length of the text.
fn frames(empty: &Samples) {
    let (short, long) = (sentences::text(20_000, 1), sentences::text(200_000, 1));
    let label = plain::label(&long);
    let head = ["p50", "p99", "budget p99", "÷ empty frame", "÷ egui label", "÷ 20,000 words"];
    let mut table = Table::new(&[&["the text pane, 200,000 words, 5,000 annotations"][..], &head].concat());
    for scene in Scene::ALL {
        let small = Stage::new(set::document(set::article("a", short.clone()), 500)).play(scene);
        let large = Stage::new(set::document(set::article("a", long.clone()), 5_000)).play(scene);
        let ratios = [&empty, &&label, &&small].map(|baseline| ratio(large.p50(), baseline.p50()));
        let costs = [scene.name().to_owned(), ms(large.p50()), ms(large.p99()), "4 ms".to_owned()];
        table.row(&[costs.as_slice(), &ratios].concat());
    }
    table.row(&["(an empty frame)".to_owned(), ms(empty.p50()), ms(empty.p99())]);
    table.row(&["(egui's label in a scroll area)".to_owned(), ms(label.p50()), ms(label.p99())]);
    table.print();
    let mut stage = Stage::new(set::document(set::article("a", long), 5_000));
    stage.play(Scene::Scroll);
    match stage.rest() {
        Some(frames) => println!("Left alone after scrolling it asks for {frames} more frames at once, then for none.\n"),
        None => println!("Left alone after scrolling it NEVER comes to rest.\n"),
    }
}
