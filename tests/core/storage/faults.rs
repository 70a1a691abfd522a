//! Every act of a save is made to fail, one after the other: no file is torn, nothing acknowledged is lost.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dicta::model::Document;
use dicta::storage::files::fs::{Disk, Fs, FsFile, write_all};
use dicta::storage::{self, SetWriter};

use super::made::{add_article, alice, id, note_of, set, with_note};

/// What happens at the chosen act.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    DiskFull,
    Broken,
    /// Half of the bytes are taken, and the disk says so.
    ShortWrite,
    /// Half of the bytes are taken, and the disk says that all are.
    Lie,
    /// From here on nothing happens any more: the program was killed.
    Killed,
    /// Like `Killed`, in the middle of a write.
    KilledWriting,
}

pub const FAULTS: [Fault; 6] =
    [Fault::DiskFull, Fault::Broken, Fault::ShortWrite, Fault::Lie, Fault::Killed, Fault::KilledWriting];

#[derive(Clone, Debug)]
pub struct Faulty {
    acts: Arc<AtomicUsize>,
    at: usize,
    fault: Fault,
}

impl Faulty {
    pub fn new(at: usize, fault: Fault) -> Self {
        Self { acts: Arc::default(), at, fault }
    }

    /// Whether every act that was meant to fail came to pass.
    pub fn struck(&self) -> bool {
        self.acts.load(Ordering::Relaxed) > self.at
    }

    fn act(&self) -> io::Result<bool> {
        let now = self.acts.fetch_add(1, Ordering::Relaxed);
        let killed = matches!(self.fault, Fault::Killed | Fault::KilledWriting);
        match self.fault {
            _ if now < self.at || (now > self.at && !killed) => Ok(false),
            _ if now > self.at => Err(io::Error::other("killed")),
            Fault::DiskFull => Err(io::ErrorKind::StorageFull.into()),
            Fault::Broken => Err(io::Error::from_raw_os_error(5)),
            Fault::Killed => Err(io::Error::other("killed")),
            Fault::ShortWrite | Fault::Lie | Fault::KilledWriting => Ok(true),
        }
    }
}

impl Fs for Faulty {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
        self.act()?;
        Disk.read(path, limit)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.act()?;
        Ok(Box::new(FaultyFile { file: Disk.create_new(path)?, faulty: self.clone() }))
    }

    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.act()?;
        Ok(Box::new(FaultyFile { file: Disk.open_end(path)?, faulty: self.clone() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.act()?;
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.act()?;
        Disk.remove(path)
    }

    fn create_like(&self, path: &Path, like: &Path) -> io::Result<Box<dyn FsFile>> {
        self.act()?;
        Ok(Box::new(FaultyFile { file: Disk.create_like(path, like)?, faulty: self.clone() }))
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        self.act()?;
        Disk.make_folder(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.act()?;
        Disk.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.act()?;
        Disk.sync_folder(path)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.real_path(path)
    }
}

#[derive(Debug)]
struct FaultyFile {
    file: Box<dyn FsFile>,
    faulty: Faulty,
}

impl FsFile for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.faulty.act()? {
            return self.file.write(bytes);
        }
        let half = bytes.len() / 2;
        write_all(self.file.as_mut(), &bytes[..half])?;
        match self.faulty.fault {
            Fault::Lie => Ok(bytes.len()),
            Fault::ShortWrite if half > 0 => Ok(half),
            _ => Err(io::Error::other("killed")),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.faulty.act()?;
        self.file.sync()
    }

    fn byte_len(&mut self) -> io::Result<u64> {
        self.faulty.act()?;
        self.file.byte_len()
    }

    fn duplicate(&self) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(FaultyFile { file: self.file.duplicate()?, faulty: self.faulty.clone() }))
    }

    fn stands_at(&self, path: &Path) -> bool {
        self.file.stands_at(path)
    }
}

/// Changes a note, adds an article, takes one away.
fn changed(document: &Document) -> Arc<Document> {
    let mut changed = with_note(document, "new").as_ref().clone();
    add_article(&mut changed, "c");
    changed.layers.remove(&(id("b"), alice()));
    changed.articles.remove(&id("b"));
    Arc::new(changed)
}

/// Runs `save` with every act failing in every way; gives back how often a file was torn or something acknowledged lost.
fn harm(save: impl Fn(&Path, Arc<Document>, &Arc<Document>, Faulty) -> bool) -> (usize, usize) {
    let (mut runs, mut harm) = (0, 0);
    for fault in FAULTS {
        for at in 0.. {
            let dir = tempfile::tempdir().unwrap();
            let old = set(dir.path());
            let new = changed(&old);
            let faulty = Faulty::new(at, fault);
            let acknowledged = save(dir.path(), old.clone(), &new, faulty.clone());
            if !faulty.struck() {
                assert!(acknowledged, "nothing failed");
                break;
            }
            runs += 1;
            let found = storage::open(dir.path()).unwrap().document;
            let torn = !found.damaged.is_empty() || found.layer(&id("a"), &alice()).is_none();
            let is_old_or_new = !torn && ["", "new"].contains(&note_of(&found).as_str());
            harm += usize::from(!is_old_or_new || (acknowledged && found != *new));
        }
    }
    (runs, harm)
}

#[test]
fn no_failing_act_tears_a_file_or_loses_what_was_acknowledged() {
    let (runs, harm) = harm(|root, old, new, faulty| {
        let Ok(mut writer) = SetWriter::with_fs(root, old, Arc::new(faulty)) else { return false };
        writer.save(new).is_ok()
    });
    println!("{runs} faults injected into a save");
    assert!(runs > 150, "{runs}");
    assert_eq!(harm, 0);
}

#[test]
fn a_save_that_failed_once_succeeds_at_the_next_try() {
    for fault in [Fault::DiskFull, Fault::Broken, Fault::Lie, Fault::KilledWriting] {
        for at in 0.. {
            let dir = tempfile::tempdir().unwrap();
            let old = set(dir.path());
            let new = changed(&old);
            let faulty = Faulty::new(at, if fault == Fault::KilledWriting { Fault::ShortWrite } else { fault });
            let mut writer = SetWriter::with_fs(dir.path(), old, Arc::new(faulty.clone())).unwrap();
            let _ = writer.save(&new);
            if !faulty.struck() {
                break;
            }
            writer.save(&new).unwrap();
            let opened = storage::open(dir.path()).unwrap();
            assert_eq!(opened.document, *new, "{fault:?} at {at}");
            assert!(opened.notices.iter().all(|notice| notice.place.file.ends_with(".dicta-tmp")), "{:?}", opened.notices);
        }
    }
}

#[test]
fn the_harness_catches_a_saver_that_truncates_in_place() {
    let (_, harm) = harm(|root, _, new, faulty| {
        let scratch = tempfile::tempdir().unwrap();
        let empty = Arc::new(storage::create(scratch.path(), "Test").unwrap());
        SetWriter::new(scratch.path(), empty).unwrap().save(new).unwrap();
        let files = ["articles/c.txt", "articles/c.ron", "annotations/alice/a.ron", "annotations/alice/c.ron"];
        let in_place = |file: &str| -> io::Result<()> {
            let target = root.join(file);
            let bytes = std::fs::read(scratch.path().join(file))?;
            if target.exists() {
                faulty.remove(&target)?;
            }
            let mut open = faulty.create_new(&target)?;
            write_all(open.as_mut(), &bytes)?;
            open.sync()
        };
        let removed = ["annotations/alice/b.ron", "articles/b.ron", "articles/b.txt"];
        files.into_iter().try_for_each(in_place).is_ok() && removed.into_iter().all(|f| faulty.remove(&root.join(f)).is_ok())
    });
    assert!(harm > 3, "{harm}");
}
