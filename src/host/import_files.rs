//! Reads and decodes article files, and reports which could not be imported, and why.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::session::Incoming;
use crate::storage;
use crate::text;

/// The result of reading article files.
#[derive(Debug, Default)]
pub struct Imported {
    pub incoming: Vec<Incoming>,
    /// A sentence for each file or folder that was not imported, including files of another kind.
    pub refused: Vec<String>,
}

/// Reads all article files of `paths`, which may be files or folders. Unreadable files do not affect the others.
///
/// `progress` is called with the number of files read so far, and of all files.
pub fn import_files(paths: &[PathBuf], progress: &dyn Fn(usize, usize)) -> Imported {
    let mut brought = Imported::default();
    let (mut files, mut left_out) = (Vec::new(), Vec::new());
    for path in paths {
        match storage::article_files(path) {
            Ok(mut found) => {
                if found.files.is_empty() && path.is_dir() {
                    brought.refused.push(format!("“{}” holds no text files (.txt, .md or .text)", path.display()));
                }
                files.append(&mut found.files);
                left_out.append(&mut found.left_out);
            }
            Err(error) => brought.refused.push(error.to_string()),
        }
    }
    for (done, file) in files.iter().enumerate() {
        progress(done, files.len());
        match read(file) {
            Ok(incoming) => brought.incoming.push(incoming),
            Err(reason) => brought.refused.push(reason),
        }
    }
    // Failures first, because the window shows only the first few.
    left_out.sort_by_key(|left_out| !left_out.is_failure);
    brought.refused.extend(left_out.iter().map(ToString::to_string));
    // A file and its folder may both be in `paths`.
    let mut said = BTreeSet::new();
    brought.refused.retain(|reason| said.insert(reason.clone()));
    brought
}

fn read(file: &Path) -> Result<Incoming, String> {
    let bytes = storage::read_bytes(file).map_err(|error| error.to_string())?;
    let decoded = text::decode(&bytes).map_err(|error| format!("“{}” was not added: {error}", file.display()))?;
    if text::is_web_page(&decoded.text) {
        return Err(format!("“{}” was not added: {}", file.display(), storage::WEB_PAGE));
    }
    let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Incoming { file_name, text: decoded.text })
}
