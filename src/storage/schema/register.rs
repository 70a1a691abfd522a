//! `actors.ron`: the actors of the set, sorted by id.

use super::super::error::{Place, StorageError};
use super::super::source::{self, Versioned};
use crate::model::{Actor, ActorId, Alias, Attributes, Register};
use crate::storage::format::record::record;
use crate::storage::format::ron_writer::{RonWriter, WriteRon};
use crate::storage::format::version;

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
        aliases: Vec<Alias> = Vec::new(),
        role: String = String::new(),
        country: String = String::new(),
        wikidata: String = String::new(),
        members: Vec<ActorId> = Vec::new(),
        part_of: Option<ActorId> = None,
        note: String = String::new(),
        attributes: Attributes = Attributes::new(),
    }
}

impl WriteRon for Alias {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { name, language } = self;
        out.raw("(name: ");
        name.write_ron(out);
        if !language.is_empty() {
            out.raw(", language: ");
            language.write_ron(out);
        }
        out.raw(")");
    }
}

impl From<ActorRecord> for Actor {
    fn from(record: ActorRecord) -> Self {
        let ActorRecord { id, name, aliases, role, country, wikidata, members, part_of, note, attributes, unknown } = record;
        Self { id, name, aliases, role, country, wikidata, members, part_of, note, attributes, unknown }
    }
}

impl From<Actor> for ActorRecord {
    fn from(actor: Actor) -> Self {
        let Actor { id, name, aliases, role, country, wikidata, members, part_of, note, attributes, unknown } = actor;
        Self { id, name, aliases, role, country, wikidata, members, part_of, note, attributes, unknown }
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
/// If the file is damaged, of a newer major version, or has duplicate ids.
pub fn read(bytes: &[u8], file: &str) -> Result<Register, StorageError> {
    let RegisterRecord { format, actors, mut unknown } = source::parse(bytes, file)?;
    version::remember(format, &mut unknown);
    let mut actors: Vec<Actor> = actors.into_iter().map(Actor::from).collect();
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
    let mut register = Register::new(actors);
    register.unknown = unknown;
    Ok(register)
}

/// The bytes of `actors.ron`.
///
/// # Errors
/// If the content does not read back as the register.
pub fn write(register: &Register, file: &str) -> Result<String, StorageError> {
    let (format, unknown) = version::recall(&register.unknown);
    let actors = register.actors().iter().map(|actor| ActorRecord::from(Actor::clone(actor)));
    super::proven(&RegisterRecord { format, actors: actors.collect(), unknown }, file)
}
