//! Checks that no files of the library import each other in a circle.
//!
//! An import of a name that a `mod.rs` re-exports counts as an import of the file that defines it. The files with
//! `impl App` are one object in several files: circles among them are allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Module = Vec<String>;

/// The source files: the path of each module, its file and its code without comments and tests.
struct Source {
    files: BTreeMap<Module, (String, String)>,
}

impl Source {
    fn read(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() && path.file_name().is_some_and(|name| name != "bin") {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let name = path.strip_prefix(root).expect("inside").with_extension("");
                    let mut module: Module = name.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                    if module.last().is_some_and(|last| last == "mod" || last == "lib") {
                        module.pop();
                    }
                    let text = fs::read_to_string(&path).expect("readable");
                    let code =
                        text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
                    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
                    files.insert(module, (name.with_extension("rs").to_string_lossy().into_owned(), code));
                }
            }
        }
        Self { files }
    }

    /// The file that defines what `path` names, seen from `here`: re-exports are followed.
    fn definition(&self, path: &[String], depth: usize) -> Option<Module> {
        let known = (1..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(known);
        let name = rest.first()?;
        let (_, code) = &self.files[module];
        let re_exports =
            code.split(';').filter_map(|statement| statement.split_once("pub use ").or(statement.split_once("pub(crate) use ")));
        for (_, tree) in re_exports {
            for mut target in flattened(tree) {
                if depth > 0 && target.last() == Some(name) {
                    absolute(&mut target, module, self);
                    return self.definition(&target, depth - 1);
                }
            }
        }
        Some(module.to_vec())
    }

    /// The files that each file imports from.
    fn imports(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, (file, code)) in &self.files {
            let mut paths: Vec<Module> = Vec::new();
            for statement in code.split(';') {
                let Some(at) =
                    statement.find("use ").filter(|at| statement[..*at].trim_end().lines().last().is_none_or(is_visibility))
                else {
                    continue;
                };
                // What a module re-exports is not what it is built from.
                if !statement[..at].contains("pub") {
                    paths.extend(flattened(&statement[at + 4..]));
                }
            }
            paths.extend(code.split("crate::").skip(1).filter(|rest| !rest.starts_with('{')).map(|rest| {
                let path = rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').next().unwrap_or_default();
                std::iter::once("crate").chain(path.split("::").filter(|part| !part.is_empty())).map(str::to_owned).collect()
            }));
            let edges = graph.entry(file).or_default();
            for mut path in paths {
                absolute(&mut path, module, self);
                if let Some((target, _)) = self.definition(&path, 4).and_then(|found| self.files.get(&found)) {
                    edges.insert(target);
                }
            }
            edges.remove(file.as_str());
        }
        graph
    }
}

/// Whether the text before `use` on its line can only be a visibility.
fn is_visibility(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with("pub") || line.ends_with(']') || line.ends_with('}') || line.ends_with('{')
}

/// Makes a path in the module `here` one from the root of the crate, without `crate`.
fn absolute(path: &mut Module, here: &[String], source: &Source) {
    let child = path.first().is_some_and(|first| {
        let mut child = here.to_vec();
        child.push(first.clone());
        source.files.contains_key(&child)
    });
    match path.first().map(String::as_str) {
        Some("crate") => drop(path.remove(0)),
        Some("self") => drop(path.splice(0..1, here.iter().cloned())),
        Some("super") => {
            let supers = path.iter().take_while(|part| *part == "super").count();
            let base = here[..here.len().saturating_sub(supers)].to_vec();
            path.splice(0..supers, base);
        }
        _ if child => drop(path.splice(0..0, here.iter().cloned())),
        _ => path.clear(),
    }
}

/// The paths of a `use` tree: `a::{b, c::D}` is `a::b` and `a::c::D`. Of `D as E` the name is `E` only for re-exports.
fn flattened(tree: &str) -> Vec<Module> {
    let tree = tree.trim();
    let segments =
        |text: &str| text.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect::<Module>();
    let Some(open) = tree.find('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![segments(path)];
    };
    let head = segments(&tree[..open]);
    let inside = tree[open + 1..].rsplit_once('}').map_or("", |(inside, _)| inside);
    let (mut depth, mut from, mut parts) = (0_usize, 0, Vec::new());
    for (at, sign) in inside.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inside[from..]);
    let whole = |part: &str| flattened(part).into_iter().map(|rest| [head.clone(), rest].concat()).collect::<Vec<_>>();
    parts.into_iter().filter(|part| !part.trim().is_empty()).flat_map(whole).collect()
}

/// The groups of files that can be reached from each other.
fn circles<'s>(graph: &BTreeMap<&'s str, BTreeSet<&'s str>>) -> Vec<Vec<&'s str>> {
    let reach = |from: &'s str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(file) = next.pop() {
            next.extend(graph.get(file).into_iter().flatten().copied().filter(|target| seen.insert(*target)));
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph.keys().map(|file| (*file, reach(file))).collect();
    let mut found = Vec::new();
    let mut done = BTreeSet::new();
    for (file, all) in &reached {
        if all.contains(file) && !done.contains(file) {
            let circle: Vec<&str> =
                all.iter().copied().filter(|other| reached.get(other).is_some_and(|back| back.contains(file))).collect();
            done.extend(circle.iter().copied());
            found.push(circle);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let source = Source::read(&root());
    let mut graph = source.imports();
    let of_app: BTreeSet<&str> =
        source.files.values().filter(|(_, code)| code.contains("impl App {")).map(|(file, _)| file.as_str()).collect();
    for (file, edges) in &mut graph {
        if of_app.contains(file) {
            edges.retain(|target| !of_app.contains(target));
        }
    }
    let found = circles(&graph);
    let said: Vec<String> = found
        .iter()
        .map(|circle| {
            let inner =
                |file: &&str| graph[*file].iter().filter(|to| circle.contains(to)).copied().collect::<Vec<_>>().join(", ");
            circle.iter().map(|file| format!("{file} → {}", inner(file))).collect::<Vec<_>>().join("\n  ")
        })
        .collect();
    assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 1_000, "the imports are not read");
    assert!(said.is_empty(), "{} circles of imports:\n{}", said.len(), said.join("\n\n"));
}

#[test]
fn a_circle_is_found() {
    let graph = BTreeMap::from([("a", BTreeSet::from(["b"])), ("b", BTreeSet::from(["c"])), ("c", BTreeSet::from(["b"]))]);
    assert_eq!(circles(&graph), [["b", "c"]]);
    assert_eq!(flattened("x::{self, y::{A, B}}"), [vec!["x", "self"], vec!["x", "y", "A"], vec!["x", "y", "B"]]);
}
