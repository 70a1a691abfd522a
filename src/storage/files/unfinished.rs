//! Names unfinished files and folders, and deletes those of processes that have ended.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::fingerprint::fingerprint;

/// Last part of the name of an unfinished file of a set.
pub const UNFINISHED: &str = ".dicta-tmp";

/// An unfinished file of another or an unknown computer is deleted if it was not written for this long. Writing one takes
/// seconds.
const ABANDONED: Duration = Duration::from_hours(24);

/// A hidden name for an unfinished `name` that no other process uses: `.NAME.PROCESS.COMPUTER.SALT` and `end`.
pub(in crate::storage) fn name(name: &str, end: &str) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    static SALT: OnceLock<u64> = OnceLock::new();
    let salt = *SALT.get_or_init(|| RandomState::new().hash_one(0_u8));
    let number = salt ^ NEXT.fetch_add(1, Ordering::Relaxed);
    format!(".{name}.{}.{}.{number:x}{end}", std::process::id(), computer())
}

/// Deletes the unfinished files in the folders of the set at `root` whose processes have ended. Files of running processes are
/// kept.
///
/// Errors are ignored: such a file does no harm, and the next call tries again.
pub fn sweep_set(root: &Path) {
    let mut folders = vec![root.to_owned(), root.join("articles")];
    let below = fs::read_dir(root.join("annotations")).into_iter().flatten().flatten();
    folders.extend(below.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()));
    for folder in folders {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
            if entry.file_name().to_str().is_some_and(|name| is_abandoned(name, UNFINISHED, &entry.path())) && is_file() {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether the name was made by [`name`] with this `end`, in a process that has ended.
pub(in crate::storage) fn is_abandoned(name: &str, end: &str, path: &Path) -> bool {
    let Some(made) = name.strip_prefix('.').and_then(|rest| rest.strip_suffix(end)) else { return false };
    let mut parts = made.rsplit('.');
    let (_salt, tag, process) = (parts.next(), parts.next(), parts.next());
    match process.and_then(|process| process.parse::<u32>().ok()) {
        Some(process) if tag == Some(computer()) => match is_alive(process) {
            Some(alive) => !alive,
            None => is_old(path),
        },
        // From another computer, or named by an older Dicta.
        _ => is_old(path),
    }
}

fn is_old(path: &Path) -> bool {
    let written = fs::symlink_metadata(path).and_then(|metadata| metadata.modified());
    written.is_ok_and(|written| written.elapsed().is_ok_and(|age| age > ABANDONED))
}

/// Identifies this computer among those that may write into one shared folder. Process ids are compared only for the same
/// name: two containers on one computer have separate process ids, and so different names.
fn computer() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| fingerprint(&traits()).iter().take(4).fold(String::new(), |name, byte| format!("{name}{byte:02x}")))
}

/// What distinguishes this computer from others: its name, its machine id, and its process id namespace.
#[cfg(unix)]
fn traits() -> Vec<u8> {
    let mut known = rustix::system::uname().nodename().to_bytes().to_vec();
    known.extend(fs::read("/etc/machine-id").unwrap_or_default());
    known.extend(fs::read_link("/proc/self/ns/pid").unwrap_or_default().into_os_string().into_encoded_bytes());
    known
}

/// Empty: on systems where processes are not looked up, only the age of a file decides.
#[cfg(not(unix))]
fn traits() -> Vec<u8> {
    Vec::new()
}

/// Whether a process of this computer is running; `None` if the system does not say.
#[cfg(unix)]
fn is_alive(process: u32) -> Option<bool> {
    let pid = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw)?;
    match rustix::process::test_kill_process(pid) {
        Err(rustix::io::Errno::SRCH) => Some(false),
        // A process of another user cannot be signalled, but it exists.
        Ok(()) | Err(_) => Some(true),
    }
}

#[cfg(not(unix))]
fn is_alive(process: u32) -> Option<bool> {
    (process == std::process::id()).then_some(true)
}
