//! The tables of the sample set, byte for byte: what they held yesterday they hold today.
//!
//! After a change that is meant, `UPDATE_GOLDEN=1 cargo test --test core golden` writes `tests/data/sample-tables` anew;
//! read the difference before it is committed.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use dicta::storage;

use crate::support::sitting::{files, put_files};

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn golden() -> PathBuf {
    checkout().join("tests/data/sample-tables")
}

/// The sample set's tables, as the program writes them.
fn exported(profile: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let dir = tempfile::tempdir().unwrap();
    let mut program = Program::new(env!("CARGO_BIN_EXE_dicta-export"));
    program.current_dir(checkout()).args(["sample_data", "--profile", profile, "-o"]).arg(dir.path());
    let done = program.output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    files(dir.path())
}

#[test]
fn the_sample_set_gives_the_tables_that_it_gave_before() {
    let now = exported("machine");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        put_files(&golden(), &now);
        println!("written: {}", golden().display());
    }
    let before = files(&golden());
    let names: Vec<&str> = before.keys().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(names, now.keys().map(|path| path.to_str().unwrap()).collect::<Vec<_>>());
    for (name, bytes) in before {
        // As texts, so that a failure shows the line.
        let (before, now) = (String::from_utf8(bytes).unwrap(), String::from_utf8(now[&name].clone()).unwrap());
        for (number, (before, now)) in before.split('\n').zip(now.split('\n')).enumerate() {
            assert_eq!(now, before, "{}, line {}", name.display(), number + 1);
        }
        assert!(before == now, "{} has more or fewer lines than before", name.display());
    }
}

#[test]
fn the_spreadsheet_profile_has_the_same_headers_behind_a_byte_order_mark() {
    for (name, bytes) in exported("spreadsheet") {
        if name.extension().is_some_and(|extension| extension == "csv") {
            let header = |bytes: &[u8]| String::from_utf8_lossy(bytes).split("\r\n").next().unwrap().to_owned();
            let machine = header(&fs::read(golden().join(&name)).unwrap());
            assert_eq!(header(&bytes), format!("\u{feff}{machine}"), "{}", name.display());
        }
    }
}

#[test]
fn the_sample_set_holds_every_invariant() {
    let opened = storage::open(&checkout().join("sample_data")).unwrap();
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
    assert_eq!(opened.document.breaches(), vec![]);
    assert!(opened.document.articles.len() >= 5 && !opened.document.layers.is_empty());
}
