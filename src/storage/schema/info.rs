//! `set.ron`: facts about the set itself.

use super::super::error::StorageError;
use super::super::source::{self, Versioned};
use crate::model::{SetId, SetInfo};
use crate::storage::format::record::record;
use crate::storage::format::version;

record! {
    /// The content of `set.ron`.
    InfoRecord {
        format: (u32, u32),
        id: Option<SetId> = None,
        title: String = String::new(),
    }
}

impl Versioned for InfoRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

/// Reads `set.ron`.
///
/// # Errors
/// If the file is damaged or of a newer major version.
pub fn read(bytes: &[u8], file: &str) -> Result<SetInfo, StorageError> {
    let InfoRecord { format, id, title, mut unknown } = source::parse(bytes, file)?;
    version::remember(format, &mut unknown);
    Ok(SetInfo { id, title, unknown })
}

/// The bytes of `set.ron`.
///
/// # Errors
/// If the content does not read back.
pub fn write(info: &SetInfo, file: &str) -> Result<String, StorageError> {
    let SetInfo { id, title, unknown } = info;
    let (format, unknown) = version::recall(unknown);
    super::proven(&InfoRecord { format, id: id.clone(), title: title.clone(), unknown }, file)
}
