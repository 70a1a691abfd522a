//! `codebook.ron`: the guideline of each label, and the attributes with their values.

use super::super::error::{Place, StorageError};
use super::super::source::{self, Versioned};
use crate::model::{Attribute, Codebook, Guideline, Label, Scale, Subject, Value};
use crate::storage::format::record::record;
use crate::storage::format::version;

record! {
    /// The content of `codebook.ron`.
    CodebookRecord {
        format: (u32, u32),
        guidelines: Vec<GuidelineRecord> = Vec::new(),
        attributes: Vec<AttributeRecord> = Vec::new(),
    }
}

record! {
    /// One guideline.
    GuidelineRecord {
        label: Label,
        text: String,
        examples: Vec<String> = Vec::<String>::new(),
    }
}

record! {
    /// One attribute.
    AttributeRecord {
        of: Subject,
        name: String,
        title: String,
        scale: Scale,
        values: Vec<ValueRecord> = Vec::new(),
        default: String = String::new(),
        guideline: String = String::new(),
    }
}

record! {
    /// One value of a list.
    ValueRecord {
        name: String,
        title: String = String::new(),
        key: String = String::new(),
        about: String = String::new(),
    }
}

impl Versioned for CodebookRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

impl From<AttributeRecord> for Attribute {
    fn from(record: AttributeRecord) -> Self {
        let AttributeRecord { of, name, title, scale, values, default, guideline, unknown } = record;
        let values = values.into_iter().map(|ValueRecord { name, title, key, about, unknown }| Value {
            name,
            title,
            key: key.chars().next(),
            about,
            unknown,
        });
        Self { of, name, title, scale, values: values.collect(), default, guideline, unknown }
    }
}

impl From<Attribute> for AttributeRecord {
    fn from(attribute: Attribute) -> Self {
        let Attribute { of, name, title, scale, values, default, guideline, unknown } = attribute;
        let values = values.into_iter().map(|Value { name, title, key, about, unknown }| ValueRecord {
            name,
            title,
            key: key.map(String::from).unwrap_or_default(),
            about,
            unknown,
        });
        Self { of, name, title, scale, values: values.collect(), default, guideline, unknown }
    }
}

/// The codebook of a new set.
///
/// # Errors
/// If the built-in codebook is not valid, which a test excludes.
pub fn default() -> Result<Codebook, StorageError> {
    read(include_bytes!("../../../assets/codebook.ron"), "codebook.ron")
}

/// Reads `codebook.ron`.
///
/// # Errors
/// If the file is damaged or of a newer major version.
pub fn read(bytes: &[u8], file: &str) -> Result<Codebook, StorageError> {
    let CodebookRecord { format, guidelines, attributes, mut unknown } = source::parse(bytes, file)?;
    version::remember(format, &mut unknown);
    let guideline = |GuidelineRecord { label, text, examples, unknown }| Guideline { label, text, examples, unknown };
    let guidelines = guidelines.into_iter().map(guideline).collect();
    let codebook = Codebook { guidelines, attributes: attributes.into_iter().map(Attribute::from).collect(), unknown };
    if let Some(wrong) = codebook.fault() {
        let at = source::first_line_of(bytes, &format!("\"{}\"", wrong.name)).map(|line| (line, 1));
        return Err(StorageError::Damaged { place: Place { file: file.to_owned(), at }, reason: wrong.reason });
    }
    Ok(codebook)
}

/// The bytes of `codebook.ron`.
///
/// # Errors
/// If the content does not read back as the codebook.
pub fn write(codebook: &Codebook, file: &str) -> Result<String, StorageError> {
    let Codebook { guidelines, attributes, unknown } = codebook.clone();
    let (format, unknown) = version::recall(&unknown);
    let guideline = |Guideline { label, text, examples, unknown }| GuidelineRecord { label, text, examples, unknown };
    let guidelines = guidelines.into_iter().map(guideline).collect();
    let attributes = attributes.into_iter().map(AttributeRecord::from).collect();
    super::proven(&CodebookRecord { format, guidelines, attributes, unknown }, file)
}
