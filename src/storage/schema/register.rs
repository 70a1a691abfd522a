//! `actors.ron`: the actors of the set, sorted by id, one actor a block.

use super::super::error::{Place, StorageError};
use super::super::record::record;
use super::super::source::{self, Versioned};
use super::super::version;
use crate::model::{Actor, ActorId, Register};

record! {
    /// The content of `actors.ron`.
    RegisterRecord {
        format: (u32, u32),
        actors: Vec<ActorRecord> = Vec::new(),
    }
}

record! {
    /// One actor.
    ActorRecord {
        id: ActorId,
        name: String,
    }
}

impl Versioned for RegisterRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

/// Reads `actors.ron`.
///
/// # Errors
/// When the file is damaged, of a newer major version, or names an actor twice.
pub fn read(bytes: &[u8], file: &str) -> Result<Register, StorageError> {
    let RegisterRecord { format, actors, mut unknown } = source::parse(bytes, file)?;
    version::remember(format, &mut unknown);
    let mut actors: Vec<Actor> =
        actors.into_iter().map(|ActorRecord { id, name, unknown }| Actor { id, name, unknown }).collect();
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    let twice = actors.windows(2).find_map(|pair| match pair {
        [a, b] if a.id == b.id => Some(&a.id),
        _ => None,
    });
    if let Some(id) = twice {
        let at = source::second_line_of(bytes, &format!("\"{id}\"")).map(|line| (line, 1));
        let place = Place { file: file.to_owned(), at };
        return Err(StorageError::Damaged { place, reason: format!("the actor {id} is there twice; rename one of them") });
    }
    Ok(Register { actors, unknown })
}

/// The bytes of `actors.ron`.
///
/// # Errors
/// When they would not read back.
pub fn write(register: &Register, file: &str) -> Result<String, StorageError> {
    let Register { actors, unknown } = register.clone();
    let (format, unknown) = version::recall(&unknown);
    let actors = actors.into_iter().map(|Actor { id, name, unknown }| ActorRecord { id, name, unknown });
    super::proven(&RegisterRecord { format, actors: actors.collect(), unknown }, file)
}
