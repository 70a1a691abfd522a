//! Defines [`Contents`]: the content of a journal, read backwards from its newest segment as far as needed.

use std::collections::BTreeMap;
use std::path::Path;

use super::files::{Files, KEPT};
use super::frame::{self, Frame, Version};
use super::pack::Known;
use crate::edit::Entry;
use crate::model::Severity;
use crate::storage::error::{FileNotice, Place, StorageError};

/// The content of a journal: every unsaved entry, and some saved ones for the history.
#[derive(Debug, Default)]
pub struct Contents {
    /// By number, oldest first.
    pub entries: BTreeMap<u64, Entry>,
    /// Every entry up to this number is in the files of the set.
    pub saved: u64,
    /// Numbers of the entries that are not in `entries` because they could not be read.
    pub unreadable: Vec<u64>,
    /// Messages about the files of the journal.
    pub notices: Vec<FileNotice>,
    /// Some of it was written by a newer Dicta, so nothing may be appended.
    pub newer: Option<StorageError>,
    /// A mark says that everything before it was saved.
    older_are_saved: bool,
    /// Greatest number of an entry or a mark.
    pub(super) last: u64,
    /// The known states of the newest segment, if it can be continued.
    pub(super) known: Option<Known>,
}

impl Contents {
    /// The entries that are not in the files of the set.
    pub fn unsaved(&self) -> impl Iterator<Item = (u64, &Entry)> {
        self.entries.range(self.saved + 1..).map(|(number, entry)| (*number, entry))
    }

    /// Reads the segments, and records in `files` what each of them contains.
    ///
    /// # Errors
    /// If a segment cannot be read from the disk.
    pub(super) fn read(files: &mut Files) -> Result<Self, StorageError> {
        let mut contents = Self::default();
        let newest = files.segments.last().map(|segment| segment.number);
        let mut total = 0;
        for at in (0..files.segments.len()).rev() {
            let Some(segment) = files.segments.get(at).cloned() else { continue };
            total += segment.bytes;
            let is_newest = Some(segment.number) == newest;
            if !is_newest && total > KEPT && contents.older_are_saved() {
                break;
            }
            let bytes = files.read(segment.number)?;
            let path = files.path(segment.number);
            let (top, is_damaged) = contents.take(&bytes, &path, is_newest);
            if let Some(segment) = files.segments.get_mut(at) {
                (segment.bytes, segment.top, segment.is_damaged) = (bytes.len() as u64, top, is_damaged);
            }
        }
        // After a failed sync, an entry is written again.
        let Self { entries, unreadable, .. } = &mut contents;
        unreadable.retain(|number| !entries.contains_key(number));
        let lost = contents.unreadable.iter().filter(|number| **number > contents.saved).count();
        if lost > 0 {
            let text = format!(
                "{lost} {} in the journal cannot be read by this Dicta and {} left out; the file is kept",
                if lost == 1 { "change" } else { "changes" },
                if lost == 1 { "is" } else { "are" },
            );
            contents.notices.push(FileNotice::new(Severity::Warning, Place::file(files.folder.display().to_string()), text));
        }
        Ok(contents)
    }

    /// Whether no entry in an older segment can be unsaved.
    fn older_are_saved(&self) -> bool {
        let first = self.entries.keys().chain(&self.unreadable).min();
        self.older_are_saved || first.is_some_and(|first| self.saved + 1 >= *first)
    }

    /// Adds the content of one segment. Returns the number of its newest entry, and whether something is damaged.
    fn take(&mut self, bytes: &[u8], path: &Path, is_newest: bool) -> (u64, bool) {
        let scan = frame::scan(bytes);
        let newer = match scan.version {
            Version::Newer(version) => Some(version),
            // A newer Dicta may add kinds of frames.
            _ if scan.frames.iter().any(|frame| !matches!(frame.kind, frame::ENTRY | frame::SAVED)) => Some(frame::VERSION),
            _ => None,
        };
        if let Some(version) = newer {
            let file = path.display().to_string();
            self.newer =
                Some(StorageError::Newer { file, found: (version, u32::from(version == frame::VERSION)), known: frame::VERSION });
        }
        let mut known = Known::default();
        let (mut top, mut is_damaged) = (0, scan.damaged > 0);
        for frame in scan.frames {
            self.last = self.last.max(frame.number);
            match frame.kind {
                frame::SAVED => {
                    self.saved = self.saved.max(frame.number);
                    // Version 1 does not record how many entries there were.
                    let last = frame.content.first_chunk::<8>().map(|last| u64::from_le_bytes(*last));
                    self.older_are_saved |= last.is_some_and(|last| last <= frame.number);
                }
                frame::ENTRY => {
                    top = top.max(frame.number);
                    if let Some(entry) = entry(&frame, &mut known) {
                        self.entries.insert(frame.number, entry);
                    } else {
                        is_damaged = true;
                        self.unreadable.push(frame.number);
                    }
                }
                _ => {}
            }
        }
        if scan.damaged > 0 && newer.is_none() {
            let severity = if is_newest || top > self.saved { Severity::Warning } else { Severity::Info };
            self.notices.push(damage(path, scan.damaged, scan.goes_on, severity));
        }
        if is_newest && !is_damaged && scan.version == Version::Current && !bytes.is_empty() {
            self.known = Some(known);
        }
        (top, is_damaged)
    }
}

fn entry(frame: &Frame<'_>, known: &mut Known) -> Option<Entry> {
    // Version 1 wrote RON. It is recognised by the content, so that a damaged header does not hide the rest.
    if frame.content.first() == Some(&b'(') {
        return ron::from_str(std::str::from_utf8(frame.content).ok()?).ok();
    }
    known.unpack(frame.number, frame.content)
}

fn damage(path: &Path, bytes: usize, goes_on: bool, severity: Severity) -> FileNotice {
    let text = if goes_on {
        format!("{bytes} bytes of this journal are damaged; everything else in it is read, and the file is kept")
    } else {
        format!("the last {bytes} bytes of this journal cannot be read, as after a crash; everything before them is kept")
    };
    FileNotice::new(severity, Place::file(path.display().to_string()), text)
}
