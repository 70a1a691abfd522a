//! Checks module dependencies, the length of files and the size of folders, module docs, and that every test is listed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that a folder may hold at most.
const FOLDER_LIMIT: usize = 24;

/// What a module may use: everywhere, and in one of its folders besides.
struct Allowed {
    modules: Vec<String>,
    folder: Option<(String, Vec<String>)>,
}

impl Allowed {
    fn permits(&self, file: &str, used: &str) -> bool {
        let here = |list: &[String]| list.iter().any(|name| name == used);
        let in_folder = |(folder, list): &(String, Vec<String>)| file.starts_with(&format!("src/{folder}/")) && here(list);
        here(&self.modules) || self.folder.as_ref().is_some_and(in_folder)
    }
}

/// The dependency table in the docs of `src/lib.rs`.
fn dependency_table() -> BTreeMap<String, Allowed> {
    let source = fs::read_to_string(root().join("src/lib.rs")).expect("readable");
    let in_ticks = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | "));
    let mut table = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [name, _, uses] = cells[..] else { continue };
        let Some(name) = in_ticks(name).into_iter().next() else { continue };
        let (everywhere, besides) = uses.split_once("; in ").map_or((uses, None), |(a, b)| (a, Some(b)));
        let mut modules = in_ticks(everywhere);
        modules.push(name.clone());
        let folder = besides.map(in_ticks).map(|mut list| (list.remove(0), list));
        table.insert(name, Allowed { modules, folder });
    }
    table
}

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

fn module_of(file: &str) -> &str {
    file.strip_prefix("src/").and_then(|rest| rest.split(['/', '.']).next()).unwrap_or_default()
}

/// Every module that the code uses as `crate::module`, also in `use crate::{a, b}`.
fn used_modules(code: &str) -> Vec<String> {
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
fn every_module_uses_only_those_it_may() {
    let table = dependency_table();
    let modules = ["text", "model", "edit", "suggest", "export", "storage", "jobs", "session", "host", "gui"];
    assert!(modules.iter().all(|name| table.contains_key(*name)), "the table in src/lib.rs lacks a module");
    assert!(!table["model"].permits("src/model/mod.rs", "storage"), "the table permits what it should not");
    let mut wrong = Vec::new();
    for (file, source) in rust_files("src") {
        let module = module_of(&file);
        let Some(allowed) = table.get(module) else {
            assert!(matches!(module, "lib" | "bin"), "{file} belongs to no module of the table in src/lib.rs");
            continue;
        };
        for used in used_modules(&code(&source)) {
            if table.contains_key(&used) && !allowed.permits(&file, &used) {
                wrong.push(format!("{file} uses crate::{used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_folder_holds_more_files_than_can_be_looked_through() {
    let mut folders = BTreeMap::<String, usize>::new();
    for folder in ["src", "tests", "benches"] {
        for (file, _) in rust_files(folder) {
            let (folder, _) = file.rsplit_once('/').expect("a folder");
            *folders.entry(folder.to_owned()).or_default() += 1;
        }
    }
    folders.retain(|_, files| *files > FOLDER_LIMIT);
    assert!(folders.is_empty(), "more than {FOLDER_LIMIT} files: {folders:?}");
}

#[test]
fn only_the_window_names_egui_and_only_storage_names_the_file_system() {
    let mut wrong = Vec::new();
    for (file, source) in rust_files("src") {
        let (module, code) = (module_of(&file), code(&source));
        for word in ["egui", "eframe", "rfd"] {
            let names = code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|token| token == word);
            if names && module != "gui" && !file.starts_with("src/bin/") {
                wrong.push(format!("{file} names {word}"));
            }
        }
        for word in ["std::fs", "File::open", "File::create"] {
            if code.contains(word) && module != "storage" {
                wrong.push(format!("{file} names {word}"));
            }
        }
        for word in ["SystemTime", "Instant::now", "std::env"] {
            if code.contains(word) && !matches!(module, "gui" | "host" | "bin") {
                wrong.push(format!("{file} names {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_session_changes_a_document() {
    for (file, source) in rust_files("src") {
        let module = module_of(&file);
        let may = matches!(module, "session" | "edit" | "storage" | "model");
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
    let files: BTreeMap<String, String> = rust_files("tests").into_iter().collect();
    for file in files.keys().filter(|file| !file.ends_with("/main.rs")) {
        let path = file.strip_suffix("/mod.rs").or_else(|| file.strip_suffix(".rs")).expect("a Rust file");
        let (folder, module) = path.rsplit_once('/').expect("a folder");
        let parent = ["main.rs", "mod.rs"].iter().find_map(|name| files.get(&format!("{folder}/{name}")));
        let listed = |list: &String| list.lines().any(|line| line.trim_start_matches("pub ") == format!("mod {module};"));
        assert!(parent.is_some_and(listed), "{file} is in no test target");
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
