//! A window in a temporary folder: everything it reads and writes stays there, and its clock is set by the test.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use dicta::gui::{App, Clock, Options};
use dicta::model::Annotator;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

/// Rounds for which a worker thread is waited for; far more than it needs.
const ROUNDS: usize = 2_000;

/// A folder with articles, a state folder, and a clock.
pub struct World {
    pub folder: TempDir,
    millis: Arc<AtomicI64>,
}

impl World {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), millis: Arc::new(AtomicI64::new(1_770_000_000_000)) }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    /// Writes a file, its folders too.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Makes a set of two articles.
    pub fn set(&self, name: &str) -> PathBuf {
        let bonnet = "Bonnet visited the ministry\n\nTwo sources said so on Tuesday.\n";
        self.set_of(name, &[("bonnet", bonnet), ("maurel", "Maurel weighs talks\n\n“It is done in the open,” she said.\n")])
    }

    /// Makes a set of these articles, each with its id, with `dicta import`'s own code.
    pub fn set_of(&self, name: &str, articles: &[(&str, &str)]) -> PathBuf {
        let set = self.path(name);
        let paths = articles.iter().map(|(id, text)| self.file(&format!("originals/{id}.txt"), text)).collect();
        let annotator = Annotator::parse("alice").unwrap();
        let import = dicta::host::import::Import { set: set.clone(), paths, annotator, seed: 1 };
        let now = dicta::model::Timestamp(self.millis.load(Ordering::Relaxed));
        import.run(&self.path("state"), now, &mut Vec::new()).unwrap();
        set
    }

    pub fn pass(&self, millis: i64) {
        self.millis.fetch_add(millis, Ordering::Relaxed);
    }

    /// Starts the window with these paths on the command line, for alice.
    pub fn open(&self, paths: &[&Path]) -> Harness<'static, App> {
        self.open_as(Some("alice"), paths)
    }

    /// Starts the window with these paths, and perhaps a person, on the command line.
    pub fn open_as(&self, annotator: Option<&str>, paths: &[&Path]) -> Harness<'static, App> {
        start(Options { annotator: annotator.map(|name| Annotator::parse(name).unwrap()), ..self.options(paths) })
    }

    /// Starts the window with preferences that were kept.
    pub fn open_with(&self, storage: &'static dyn eframe::Storage, paths: &[&Path]) -> Harness<'static, App> {
        let options = self.options(paths);
        Harness::builder().with_size([1440.0, 900.0]).build_eframe(|cc| {
            cc.storage = Some(storage);
            App::new(cc, options).unwrap()
        })
    }

    /// What the window of this world is started with, for alice.
    pub fn options(&self, paths: &[&Path]) -> Options {
        Options {
            state_dir: self.path("state"),
            paths: paths.iter().map(|path| path.to_path_buf()).collect(),
            annotator: Some(Annotator::parse("alice").unwrap()),
            clock: Clock::Set(Arc::clone(&self.millis)),
            ..Options::default()
        }
    }
}

/// Starts the window.
pub fn start(options: Options) -> Harness<'static, App> {
    Harness::builder().with_size([1440.0, 900.0]).build_eframe(|cc| App::new(cc, options).unwrap())
}

/// Presses a key, as a US keyboard does, and lets the window settle.
pub fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    super::key_events::press(harness, modifiers, key);
}

/// Draws frames until `there` holds.
pub fn wait(harness: &mut Harness<'static, App>, what: &str, there: impl Fn(&Harness<'static, App>) -> bool) {
    for _ in 0..ROUNDS {
        harness.step();
        if there(harness) {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("never: {what}");
}

/// Whether something with that label is on the screen.
pub fn shows(harness: &Harness<'static, App>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}
