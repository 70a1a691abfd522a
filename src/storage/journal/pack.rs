//! Defines [`Known`]: writes entries as differences from earlier entries of the segment, and reads them back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::patch::Patch;
use super::state::{Key, State, sides};
use crate::edit::{Edit, Entry, Move, Step};
use crate::model::{Annotator, Timestamp};

/// Bytes of differences after which a small value is written in full again.
const LEAST: usize = 1024;

/// The last state of each thing in the entries of one segment that have been written or read so far.
///
/// It is empty at the start of each segment, so every segment can be read by itself.
#[derive(Debug, Default)]
pub struct Known {
    things: BTreeMap<Key, Thing>,
}

#[derive(Debug)]
struct Thing {
    value: Value,
    /// The state, as parsed by this version.
    state: Option<State>,
    /// Number of the entry that produced it.
    number: u64,
    /// Bytes of the value when it was last written in full, and of the differences since then.
    whole: usize,
    spent: usize,
}

/// An entry as stored in the journal. The names are part of the format.
#[derive(Serialize, Deserialize)]
struct Packed {
    act: String,
    name: String,
    author: Annotator,
    at: Timestamp,
    edits: Vec<PackedEdit>,
}

#[derive(Serialize, Deserialize)]
struct PackedEdit {
    of: Vec<String>,
    before: Base,
    after: Patch,
}

/// The value before an edit.
#[derive(Serialize, Deserialize)]
enum Base {
    /// The state after the entry with that number, in this segment.
    #[serde(rename = "known")]
    Known(u64),
    #[serde(rename = "is")]
    Is(Value),
}

impl Known {
    /// The content of the frame for an entry. Afterwards the entry counts as written: if writing the frame fails, the segment
    /// must not be continued.
    ///
    /// # Errors
    /// If the entry cannot be written as JSON; the reason, as a clause.
    pub fn pack(&mut self, number: u64, entry: &Entry) -> Result<Vec<u8>, String> {
        let Entry { kind, step: Step { name, edits, author, at } } = entry;
        let act = match kind {
            Move::Do => "do",
            Move::Extend => "extend",
            Move::Undo => "undo",
            Move::Redo => "redo",
            Move::SkipUndo => "skip-undo",
            Move::SkipRedo => "skip-redo",
        };
        let edits = edits.iter().filter_map(|edit| self.pack_edit(number, edit).transpose()).collect::<Result<_, _>>();
        let edits = edits.map_err(|error| error.to_string())?;
        let packed = Packed { act: act.to_owned(), name: name.clone(), author: author.clone(), at: *at, edits };
        serde_json::to_vec(&packed).map_err(|error| error.to_string())
    }

    fn pack_edit(&mut self, number: u64, edit: &Edit) -> Result<Option<PackedEdit>, serde_json::Error> {
        let Some((key, before, after)) = sides(edit) else { return Ok(None) };
        let stands = |thing: &Thing| thing.state.as_ref() == Some(&before) && !is_short(&thing.value);
        let known = self.things.remove(&key).filter(stands);
        let value = after.to_value()?;
        let of = key.to_words();
        let (before, base, mut whole, mut spent) = if let Some(Thing { value, number, whole, spent, .. }) = known {
            (Base::Known(number), value, whole, spent)
        } else {
            let value = before.to_value()?;
            (Base::Is(value.clone()), value, 0, 0)
        };
        let mut patch = Patch::between(&base, &value);
        // The texts of articles are long, and seldom repeated.
        if matches!(key, Key::Article(_)) {
            return Ok(Some(PackedEdit { of, before, after: patch }));
        }
        let size = if matches!(patch, Patch::Whole(_)) { 0 } else { serde_json::to_vec(&patch)?.len() };
        spent += size;
        if let Base::Is(base) = &before {
            whole = serde_json::to_vec(base)?.len();
        }
        // Written in full from time to time, so that damage does not affect all later entries; at most doubles the bytes.
        if size > 0 && spent > whole.max(LEAST) && matches!(before, Base::Known(_)) {
            patch = Patch::Whole(value.clone());
        }
        if matches!(patch, Patch::Whole(_)) {
            (whole, spent) = (serde_json::to_vec(&value)?.len(), 0);
        }
        self.things.insert(key, Thing { value, state: Some(after), number, whole, spent });
        Ok(Some(PackedEdit { of, before, after: patch }))
    }

    /// Parses the content of the frame of an entry. Returns `None` if this version does not know its content, or it is based on a
    /// damaged entry. The parts that can be parsed are remembered all the same.
    pub fn unpack(&mut self, number: u64, content: &[u8]) -> Option<Entry> {
        let Packed { act, name, author, at, edits } = serde_json::from_slice(content).ok()?;
        let edits: Vec<Option<Edit>> = edits.into_iter().map(|edit| self.unpack_edit(number, edit)).collect();
        let kind = match act.as_str() {
            "do" => Move::Do,
            "extend" => Move::Extend,
            "undo" => Move::Undo,
            "redo" => Move::Redo,
            "skip-undo" => Move::SkipUndo,
            "skip-redo" => Move::SkipRedo,
            _ => return None,
        };
        Some(Entry { kind, step: Step { name, edits: edits.into_iter().collect::<Option<_>>()?, author, at } })
    }

    fn unpack_edit(&mut self, number: u64, edit: PackedEdit) -> Option<Edit> {
        let key = Key::from_words(&edit.of)?;
        let known = self.things.remove(&key);
        let (before, base) = match (edit.before, known) {
            (Base::Known(wanted), Some(thing)) if thing.number == wanted => (thing.state, Some(thing.value)),
            (Base::Known(_), _) => (None, None),
            (Base::Is(value), _) => (key.state(&value).ok(), Some(value)),
        };
        let value = match (edit.after, base) {
            // Later entries can be based on a value that is given in full, whatever was lost before.
            (Patch::Whole(value), _) => value,
            (patch, Some(base)) => patch.apply(base)?,
            (_, None) => return None,
        };
        let after = key.state(&value).ok();
        let edit = before.zip(after.clone()).and_then(|(before, after)| key.edit(before, after));
        if !matches!(key, Key::Article(_)) {
            // Its length is not counted, so the next entry is written in full a little earlier.
            self.things.insert(key, Thing { value, state: after, number, whole: LEAST, spent: 0 });
        }
        edit
    }
}

/// Whether a value is hardly longer than a reference to it. Written in full, it does not depend on other entries.
fn is_short(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => text.len() <= 64,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
    }
}
