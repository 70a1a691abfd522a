//! The README's pictures: the whole window on the sample data, in light and dark.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use dicta::gui::{App, Clock, Options};
use dicta::model::{AnnotationId, Annotator};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotOptions};

/// Pixels of a whole window that another driver may draw otherwise: anti-aliased edges, nothing that a person sees.
const PIXELS: usize = 4_000;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            fs::copy(source, target).unwrap();
        }
    }
}

fn picture(name: &str, theme: egui::Theme) {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("sample_data");
    copy(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data"), &set);
    let options = Options {
        state_dir: folder.path().join("state"),
        paths: vec![set],
        annotator: Some(Annotator::parse("alice").unwrap()),
        clock: Clock::Set(Arc::new(AtomicI64::new(1_770_900_000_000))),
        ..Options::default()
    };
    let mut harness =
        Harness::builder().with_size([1440.0, 900.0]).with_theme(theme).build_eframe(|cc| App::new(cc, options).unwrap());
    for _ in 0..2_000 {
        harness.step();
        if harness.query_all_by_label_contains("Text of ").next().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let quote = quote(harness.state());
    harness.get_by_label_contains("Dockers' envoy met the minister").click();
    harness.run_steps(4);
    harness.get_by_label_contains(&quote).click();
    harness.remove_cursor();
    harness.run_steps(8);
    let options = SnapshotOptions::new().output_path("assets/screens").max_failed_pixels(PIXELS);
    harness.snapshot_options(name, &options);
}

/// The name of the first quote with a note in the article of the picture.
fn quote(app: &App) -> String {
    let session = app.session().expect("a set is open");
    let layers = session.document().layers.iter().filter(|((article, _), _)| article.as_str() == "north-wire-envoy");
    let mut annotations = layers.flat_map(|(_, layer)| layer.annotations());
    let chosen =
        annotations.find(|a| a.label == dicta::model::Label::Quote && a.words().starts_with('"')).expect("a direct quote");
    let _: &AnnotationId = &chosen.id;
    let people: Vec<String> = chosen.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect();
    format!("quote by {}: {}", people.join(", "), chosen.beginning(40).trim_end_matches('…'))
}

#[test]
fn window_in_light() {
    picture("light", egui::Theme::Light);
}

#[test]
fn window_in_dark() {
    picture("dark", egui::Theme::Dark);
}
