//! `codebook.ron`: the guideline of each label.

use super::super::error::StorageError;
use super::super::out::{Out, Put};
use super::super::record::record;
use super::super::source::{self, Versioned};
use super::super::version;
use crate::model::{Codebook, Guideline, Label};

record! {
    /// The content of `codebook.ron`.
    CodebookRecord {
        format: (u32, u32),
        guidelines: Vec<GuidelineRecord> = Vec::new(),
    }
}

record! {
    /// One guideline.
    GuidelineRecord {
        label: Label,
        text: String,
    }
}

impl Versioned for CodebookRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

impl Put for Label {
    fn put(&self, out: &mut Out) {
        out.raw(self.title());
    }
}

/// The codebook that a new set begins with.
///
/// # Errors
/// Never in a build whose tests pass: the codebook is part of the program.
pub fn default() -> Result<Codebook, StorageError> {
    read(include_bytes!("../../../assets/codebook.ron"), "codebook.ron")
}

/// Reads `codebook.ron`.
///
/// # Errors
/// When the file is damaged or of a newer major version.
pub fn read(bytes: &[u8], file: &str) -> Result<Codebook, StorageError> {
    let CodebookRecord { format, guidelines, mut unknown } = source::parse(bytes, file)?;
    version::remember(format, &mut unknown);
    let guidelines = guidelines.into_iter().map(|GuidelineRecord { label, text, unknown }| Guideline { label, text, unknown });
    Ok(Codebook { guidelines: guidelines.collect(), unknown })
}

/// The bytes of `codebook.ron`.
///
/// # Errors
/// When they would not read back.
pub fn write(codebook: &Codebook, file: &str) -> Result<String, StorageError> {
    let Codebook { guidelines, unknown } = codebook.clone();
    let (format, unknown) = version::recall(&unknown);
    let guidelines = guidelines.into_iter().map(|Guideline { label, text, unknown }| GuidelineRecord { label, text, unknown });
    super::proven(&CodebookRecord { format, guidelines: guidelines.collect(), unknown }, file)
}
