//! Holds the house to its plan: who may use whom, how long a file may be, that it says what it is for, that no test is forgotten.

use std::fs;
use std::path::{Path, PathBuf};

/// Which floors a floor may name in `crate::…`. The window's own table is finer, see `GUI_FILES`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &["text"]),
    ("model", &["text", "model"]),
    ("edit", &["text", "model", "edit"]),
    ("suggest", &["text", "model", "suggest"]),
    ("export", &["text", "model", "export"]),
    ("interchange", &["text", "model", "interchange"]),
    ("storage", &["text", "model", "edit", "storage"]),
    ("session", &["text", "model", "edit", "suggest", "export", "session"]),
    ("host", &["text", "model", "edit", "storage", "suggest", "export", "session", "host"]),
    ("gui", &["text", "model", "edit", "suggest", "export", "session", "host", "gui"]),
];

/// Files of the window that touch the outside world, and so may name storage and interchange.
const EFFECTS: &str = "src/gui/effects";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "no file under {folder}");
    let name = |path: &Path| path.strip_prefix(root()).expect("inside").to_string_lossy().replace('\\', "/");
    found.iter().map(|path| (name(path), fs::read_to_string(path).expect("readable"))).collect()
}

/// The code without its comments, so that prose may name what code may not.
fn code(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn floor_of(file: &str) -> &str {
    file.strip_prefix("src/").and_then(|rest| rest.split(['/', '.']).next()).unwrap_or_default()
}

/// Every floor that the code names as `crate::floor`, also in `use crate::{a, b}`.
fn named_floors(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(group.split('}').next().unwrap_or_default().split(',').map(|part| word(part.trim())));
        } else {
            found.push(word(rest));
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn every_floor_uses_only_those_it_may() {
    let mut wrong = Vec::new();
    for (file, source) in rust_files("src") {
        let floor = floor_of(&file);
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == floor) else {
            assert!(matches!(floor, "lib" | "bin"), "{file} stands on no floor of the house");
            continue;
        };
        for named in named_floors(&code(&source)) {
            let effects = file.starts_with(EFFECTS) && matches!(named.as_str(), "storage" | "interchange");
            let is_floor = MAY_USE.iter().any(|(name, _)| *name == named);
            if is_floor && !allowed.contains(&named.as_str()) && !effects {
                wrong.push(format!("{file} names crate::{named}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_window_names_egui_and_only_storage_names_the_file_system() {
    let mut wrong = Vec::new();
    for (file, source) in rust_files("src") {
        let (floor, code) = (floor_of(&file), code(&source));
        for word in ["egui", "eframe", "rfd"] {
            let names = code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|token| token == word);
            if names && floor != "gui" && !file.starts_with("src/bin/") {
                wrong.push(format!("{file} names {word}"));
            }
        }
        for word in ["std::fs", "File::open", "File::create"] {
            if code.contains(word) && floor != "storage" {
                wrong.push(format!("{file} names {word}"));
            }
        }
        for word in ["SystemTime", "Instant::now", "std::env"] {
            if code.contains(word) && !matches!(floor, "gui" | "host" | "bin") {
                wrong.push(format!("{file} names {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_session_changes_a_document() {
    for (file, source) in rust_files("src") {
        let floor = floor_of(&file);
        let may = matches!(floor, "session" | "edit" | "storage" | "model");
        assert!(may || !code(&source).contains("&mut Document"), "{file} takes a document to change it");
    }
}

#[test]
fn a_file_is_one_idea_and_says_so() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for (file, source) in rust_files(folder) {
            let lines = source.lines().count();
            if lines > 400 {
                wrong.push(format!("{file} has {lines} lines; 400 is the limit"));
            }
            if !source.starts_with("//! ") {
                wrong.push(format!("{file} does not say in its first line what it is for"));
            }
            if file.starts_with("src/bin/") && lines > 80 {
                wrong.push(format!("{file} has {lines} lines; a program is at most 80"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_test_module_is_forgotten() {
    for target in fs::read_dir(root().join("tests")).expect("tests").flatten() {
        let main = target.path().join("main.rs");
        let Ok(list) = fs::read_to_string(&main) else { continue };
        for entry in fs::read_dir(target.path()).expect("a target").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let module = match name.strip_suffix(".rs") {
                Some("main") => continue,
                Some(stem) => stem.to_owned(),
                None if entry.path().join("mod.rs").exists() => name,
                None => continue,
            };
            assert!(list.contains(&format!("mod {module};")), "{} is in no test target", entry.path().display());
        }
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("manifest");
    for target in ["core", "gui", "snapshots"] {
        assert!(manifest.contains(&format!("path = \"tests/{target}/main.rs\"")), "the target {target} is not listed");
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    let mut wrong = Vec::new();
    let mut files = rust_files("src");
    files.extend(rust_files("tests"));
    files.extend(rust_files("benches"));
    for name in ["README.md", "Cargo.toml", ".ci/run"] {
        files.push((name.to_owned(), fs::read_to_string(root().join(name)).unwrap_or_default()));
    }
    // Put together here, so that this file does not hold what it looks for.
    let words = [format!("TO{}", "DO"), format!("FIX{}", "ME"), format!("/wo{}/", "rk"), format!("to{}!()", "do")];
    for (file, source) in files {
        for word in &words {
            if source.contains(word.as_str()) {
                wrong.push(format!("{file} holds {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
