//! The files of a set: a record for each kind of file, and its conversion to the model and back.

pub mod article;
pub mod codebook;
pub mod details;
pub mod fragment;
pub mod info;
pub mod kinded;
pub mod layer;
mod names;
pub mod register;

use super::error::StorageError;
use super::format::ron_writer::{RonWriter, WriteRon};
use super::source::{self, Versioned};

/// The RON of a record, after checking that it reads back as the same record.
///
/// # Errors
/// If the text does not read back as the record.
pub(super) fn proven<T>(record: &T, file: &str) -> Result<String, StorageError>
where
    T: WriteRon + PartialEq + serde::de::DeserializeOwned + Versioned,
{
    let mut out = RonWriter::default();
    record.write_ron(&mut out);
    let text = out.finish();
    match source::parse::<T>(text.as_bytes(), file) {
        Ok(back) if back == *record => Ok(text),
        _ => Err(StorageError::NotReadBack { file: file.to_owned() }),
    }
}
