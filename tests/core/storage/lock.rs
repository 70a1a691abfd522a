//! One window writes a set at a time.

use dicta::storage::{LockError, SetLock, create, is_writable};

#[test]
fn a_second_window_is_told_who_has_the_set() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let lock = SetLock::acquire(state.path(), root.path()).unwrap();
    let error = SetLock::acquire(state.path(), &root.path().join(".")).unwrap_err();
    let pid = std::process::id().to_string();
    assert!(matches!(&error, LockError::Held { pid: Some(held), .. } if *held == pid), "{error}");
    assert!(error.to_string().contains("is open in another window"));
    drop(lock);
    SetLock::acquire(state.path(), root.path()).unwrap();
}

#[test]
fn two_sets_do_not_share_a_lock() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (one, two) = (root.path().join("a/set"), root.path().join("b/set"));
    create(&one, "1").unwrap();
    create(&two, "2").unwrap();
    let _one = SetLock::acquire(state.path(), &one).unwrap();
    SetLock::acquire(state.path(), &two).unwrap();
}

#[test]
fn asking_whether_a_set_can_be_written_leaves_nothing_behind() {
    let root = tempfile::tempdir().unwrap();
    is_writable(root.path()).unwrap();
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 0);
    let file = root.path().join("file");
    std::fs::write(&file, "").unwrap();
    let reason = is_writable(&file).unwrap_err();
    assert!(reason.contains("can be read but not changed"), "{reason}");
}
