//! The log of the program's own faults: where and how, never a text of an article, and never larger than it may be.

use std::fs;
use std::thread::Builder;

use dicta::host::panic_log;
use dicta::storage::{LOG_LIMIT, append_to_log};

#[test]
fn a_panic_is_logged_with_its_place_and_without_the_text_it_is_about() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    assert_eq!(panic_log::find(&state), None);
    panic_log::install(&state);
    let fails = |name: &str, fail: fn()| {
        assert!(Builder::new().name(name.to_owned()).spawn(fail).unwrap().join().is_err());
    };
    fails("dicta-slices", || {
        let text = "Müller said no".to_owned();
        assert!(text[2..].is_empty());
    });
    fails("dicta-compares", || assert_eq!("The ferry left".to_owned(), "It stayed"));
    fails("dicta-speaks", || panic!("a fixed message"));
    // What other tests panic with meanwhile is no concern of this log.
    drop(std::panic::take_hook());
    let log = fs::read_to_string(panic_log::find(&state).unwrap()).unwrap();
    for part in ["thread dicta-slices", "char boundary", "thread dicta-compares", "thread dicta-speaks", "a fixed message"] {
        assert!(log.contains(part), "{part} is missing in {log}");
    }
    assert!(log.contains("panic_log.rs:") && log.contains("   0: "), "{log}");
    for text in ["Müller", "said no", "ferry", "stayed"] {
        assert!(!log.contains(text), "{text} is in {log}");
    }
}

#[test]
fn a_log_that_is_full_is_kept_once_and_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state/panics.log");
    let entry = "x".repeat(100_000);
    for _ in 0..7 {
        append_to_log(&path, &entry).unwrap();
    }
    let sizes: Vec<u64> = fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().metadata().unwrap().len()).collect();
    assert_eq!(sizes.len(), 2, "{sizes:?}");
    assert!(sizes.iter().all(|size| *size <= LOG_LIMIT), "{sizes:?}");
    assert_eq!(fs::metadata(&path).unwrap().len(), 100_000);
}
