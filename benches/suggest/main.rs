//! How good suggestions are against annotations by hand, and how fast they come.
//!
//! `cargo bench --no-default-features --bench suggest -- [--misses] [FOLDER…]`: folders of tagged articles; without any, those
//! of the tests, and the real ones where the checkout has them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a bench may stop"
)]

mod by_hand;
#[path = "../../tests/core/support/measure.rs"]
mod measure;
mod speed;
#[path = "../../tests/core/support/tagged.rs"]
mod tagged;

use std::fs;
use std::path::{Path, PathBuf};

use measure::Measure;
use tagged::Tagged;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let misses = words.iter().any(|word| word == "--misses");
    let folders: Vec<PathBuf> = words.iter().filter(|word| !word.starts_with("--")).map(PathBuf::from).collect();
    if folders.is_empty() {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/said");
        for folder in ["en", "fr", "ru"] {
            report(&format!("our own articles, {folder}"), &articles(&corpus.join(folder)), misses);
        }
        report("real articles", &by_hand::articles(), misses);
        speed::print();
    }
    for folder in &folders {
        report(&folder.display().to_string(), &articles(folder), misses);
    }
}

/// The tagged articles of a folder, by name.
fn articles(folder: &Path) -> Vec<Tagged> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let name = |file: &Path| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|file| Tagged::read(&name(file), &fs::read_to_string(file).expect("an article"))).collect()
}

fn report(what: &str, articles: &[Tagged], misses: bool) {
    if articles.is_empty() {
        return println!("{what}: not there, not measured\n");
    }
    let mut measure = Measure::default();
    for article in articles {
        measure.add(article);
    }
    println!("{what}: {} articles", articles.len());
    println!("  direct quotes, exact          {}", measure.direct);
    println!("  mixed and indirect, exact     {}", measure.reported);
    println!("  mixed and indirect, by half   {}", measure.reported_near);
    println!("  names that are known, exact   {}", measure.names);
    println!("  speaker, direct and mixed     {}", measure.speakers);
    println!("  speaker, indirect             {}", measure.speakers_indirect);
    println!("  suggestions over a paragraph's end: {}\n", measure.crossing);
    if misses {
        for (rule, [proposed, right, near]) in &measure.rules {
            println!("rule {rule:<32} proposed {proposed:>4}, right {right:>4}, by half {near:>4}");
        }
        measure.misses.iter().for_each(|line| println!("{line}"));
    }
}
