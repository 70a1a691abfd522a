//! From the start of the program to its window with the sample set in it, against an empty eframe window.
//!
//! eframe shows a window only when its first frame is painted, and the window is titled after the set in the frame
//! that shows it: so the time until `xdotool` sees a window of that title is the time until the set can be read.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a bench that cannot measure stops at once"
)]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::process::{mb, memory};
use support::table::ratio;
use support::{Samples, Table, marks, sentences, set};

/// Makes this program the empty window.
const EMPTY: &str = "--empty-window";
const EMPTY_TITLE: &str = "an empty window of eframe";
const RUNS: usize = 7;
const PATIENCE: Duration = Duration::from_secs(20);

fn main() {
    if std::env::args().any(|argument| argument == EMPTY) {
        return empty_window();
    }
    if std::env::var_os("DISPLAY").is_none() || Command::new("xdotool").arg("version").output().is_err() {
        return println!("The start is measured on an X display with xdotool; try xvfb-run cargo bench --bench start.");
    }
    let folder = set::folder("start");
    let root = sample(&folder);
    let (mut window, mut set_shown, mut bare) = (Samples::default(), Samples::default(), Samples::default());
    let (mut resident, mut bare_resident) = (Vec::new(), Vec::new());
    let this = std::env::current_exe().expect("a path");
    for _ in 0..RUNS {
        let empty = Run::start(Command::new(&this).arg(EMPTY), &folder);
        bare.push(empty.until(EMPTY_TITLE));
        bare_resident.extend(empty.end());
        let dicta = Run::start(Command::new(env!("CARGO_BIN_EXE_dicta")).arg(&root).args(["--annotator", "alice"]), &folder);
        window.push(dicta.until("Dicta"));
        set_shown.push(dicta.until(".+ Dicta$"));
        resident.extend(dicta.end());
    }
    let mut table = Table::new(&["start, p50 of 7, on the wall", "time", "budget", "resident", "budget", "÷ empty window"]);
    let least = |all: &[u64]| mb(all.iter().min().copied());
    let row = |name: &str, time: &Samples, budget: &str| {
        let seconds = format!("{:.2} s", time.p50() / 1e3);
        vec![name.to_owned(), seconds, budget.to_owned(), String::new(), String::new(), ratio(time.p50(), bare.p50())]
    };
    table.row(&row("window up, first frame", &window, ""));
    let mut shown = row("the set in it, to be read", &set_shown, "0.3 s");
    (shown[3], shown[4]) = (least(&resident), "150 MB".to_owned());
    table.row(&shown);
    let mut empty = row("(an empty eframe window, glow)", &bare, "");
    empty[3] = least(&bare_resident);
    table.row(&empty);
    table.print();
}

/// The sample set where there is one; else a set of a few made-up articles. A copy: nothing is written to the original.
fn sample(folder: &Path) -> PathBuf {
    let root = folder.join("set");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    if original.join("set.ron").exists() {
        copy(&original, &root);
        return root;
    }
    println!("There is no sample_data here; twelve made-up articles stand in for it.\n");
    set::create(&root);
    for number in 0..12 {
        let article = set::article(&format!("a{number}"), sentences::text(500, number));
        set::add(&root, &article, &marks::layer(&article.text, 20, number));
    }
    root
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// A program with a window.
struct Run {
    child: Child,
    begun: Instant,
}

impl Run {
    /// With a home folder of its own, so that nothing of the user's is read or written.
    fn start(command: &mut Command, folder: &Path) -> Self {
        let home = folder.join("home");
        std::fs::create_dir_all(&home).expect("a folder");
        for name in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, &home);
        }
        command.env_remove("WAYLAND_DISPLAY").stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        Self { child: command.spawn().expect("it starts"), begun }
    }

    /// The time from the start until a visible window's title holds `title`, a pattern.
    fn until(&self, title: &str) -> Duration {
        let pid = self.child.id().to_string();
        let search = ["search", "--onlyvisible", "--all", "--pid", &pid, "--name", title];
        while self.begun.elapsed() < PATIENCE {
            let seen = Command::new("xdotool").args(search).stderr(Stdio::null()).output();
            if seen.is_ok_and(|output| !output.stdout.is_empty()) {
                return self.begun.elapsed();
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("no window “{title}” in {PATIENCE:?}");
    }

    /// Ends the program; its resident memory a moment after the start.
    fn end(self) -> Option<u64> {
        std::thread::sleep(Duration::from_millis(700));
        memory(self.child.id(), "VmRSS:")
    }
}

/// However the bench ends, no window stays behind.
impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn empty_window() {
    struct Nothing;
    impl eframe::App for Nothing {
        fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
    }
    let viewport = egui::ViewportBuilder::default().with_title(EMPTY_TITLE).with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("dicta-bench-empty", options, Box::new(|_| Ok(Box::new(Nothing)))).expect("a window");
}
