//! Defines [`Keymap`]: the keys that each action has, the table's or a person's own.

use std::collections::BTreeMap;

use super::action::{Action, SessionAction, WindowAction};
use super::action_id::from_id;
use super::action_table::TABLE;
use super::chord::{Chord, Key};

/// Why an action cannot have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{0} is {name}", name = .1.spec().name)]
    Taken(Chord, Action),
    #[error("{0} is needed for typing, and “{name}” also works in text fields: use Ctrl, Alt or an F key", name = .1.spec().name)]
    Typing(Chord, Action),
    #[error("{0} always means “Back”")]
    Leaves(Chord),
    #[error("{0} is reserved for the clipboard")]
    Clipboard(Chord),
    #[error("The key of “{name}” cannot be changed", name = .0.spec().name)]
    Fixed(Action),
}

/// Stored form of an action without any key.
const NONE: &str = "none";
/// Separates several keys of one action in the stored form.
const OR: &str = " or ";

/// The keys of every action. Keys that a person chose replace all default keys of the action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Keys that a person chose. Empty for an action whose only key was given to another.
    own: BTreeMap<Action, Vec<Chord>>,
    on: BTreeMap<Chord, Action>,
    /// Stored keys that could not be used, by stored id; they are stored again unchanged.
    unused: BTreeMap<String, String>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut map = Self { own: BTreeMap::new(), on: BTreeMap::new(), unused: BTreeMap::new() };
        map.index();
        map
    }
}

impl Keymap {
    /// Reads a person's keys from their stored form: ids of actions and codes of keys. Entries that are unknown, not allowed
    /// or in conflict are not used, but kept: see [`unused`](Self::unused).
    #[must_use]
    pub fn from_stored(stored: &BTreeMap<String, String>) -> Self {
        let mut map = Self::default();
        for (name, codes) in stored {
            let action = from_id(name);
            match action.and_then(|action| Some((action, usable(action, codes)?))) {
                Some((action, chords)) => {
                    map.own.insert(action, chords);
                }
                None => {
                    map.unused.insert(action.map_or_else(|| name.clone(), |action| action.spec().id.to_owned()), codes.clone());
                }
            }
        }
        // Two actions may have exchanged keys, so conflicts are looked for after all are read. An action whose key belongs to
        // another gets its default keys.
        while let Some(clash) = map.clash() {
            let chords = map.own.remove(&clash).unwrap_or_default();
            map.unused.insert(clash.spec().id.to_owned(), codes(&chords));
        }
        map.index();
        map
    }

    /// The stored form, as read by [`from_stored`](Self::from_stored).
    #[must_use]
    pub fn stored(&self) -> BTreeMap<String, String> {
        let own = self.own.iter().map(|(action, chords)| (action.spec().id.to_owned(), codes(chords)));
        self.unused.iter().map(|(id, codes)| (id.clone(), codes.clone())).chain(own).collect()
    }

    /// Stored keys that could not be used, by stored id: of actions or keys of another version, or keys that two actions would
    /// share.
    #[must_use]
    pub fn unused(&self) -> &BTreeMap<String, String> {
        &self.unused
    }

    /// An action's keys; the first is the one that is shown.
    #[must_use]
    pub fn keys(&self, action: impl Into<Action>) -> &[Chord] {
        let action = action.into();
        self.own.get(&action).map_or(action.spec().keys, Vec::as_slice)
    }

    /// The key as messages name it; the name of the action if it has no key.
    #[must_use]
    pub fn said(&self, action: impl Into<Action>) -> String {
        let action = action.into();
        let key = self.key(action);
        if key.is_empty() { format!("“{}”", action.spec().name) } else { key }
    }

    /// The key that is shown next to the action's name; empty if it has none.
    #[must_use]
    pub fn key(&self, action: impl Into<Action>) -> String {
        self.keys(action).first().map(ToString::to_string).unwrap_or_default()
    }

    /// The action of a chord with exactly these modifiers.
    ///
    /// Shift is ignored for a sign that has no action with it: some keyboards need Shift to type the sign.
    #[must_use]
    pub fn action(&self, chord: Chord) -> Option<Action> {
        let on = |chord: Chord| self.on.get(&chord).copied();
        let is_sign = matches!(chord.key, Key::Char(c) if !c.is_alphabetic());
        on(chord).or_else(|| if is_sign && chord.shift { on(Chord { shift: false, ..chord }) } else { None })
    }

    /// Whether a person chose the keys of the action.
    #[must_use]
    pub fn is_own(&self, action: impl Into<Action>) -> bool {
        self.own.contains_key(&action.into())
    }

    /// Whether a person chose the keys of any action.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// Replaces all keys of an action by one.
    ///
    /// # Errors
    /// If another action has the key, or the key or the action cannot be changed.
    pub fn change(&mut self, action: impl Into<Action>, chord: Chord) -> Result<(), Refusal> {
        let action = action.into();
        allowed(action, chord)?;
        match self.on.get(&chord) {
            Some(other) if *other != action => return Err(Refusal::Taken(chord, *other)),
            _ => {}
        }
        if action.spec().keys == [chord] {
            self.own.remove(&action);
        } else {
            self.own.insert(action, vec![chord]);
        }
        self.index();
        Ok(())
    }

    /// As [`change`](Self::change), but takes the key from the action that has it. Returns that action, which keeps its other
    /// keys.
    ///
    /// # Errors
    /// If the key or one of the actions cannot be changed.
    pub fn take(&mut self, action: impl Into<Action>, chord: Chord) -> Result<Option<Action>, Refusal> {
        let action = action.into();
        allowed(action, chord)?;
        let from = self.on.get(&chord).copied().filter(|other| *other != action);
        if let Some(other) = from {
            if is_fixed(other) {
                return Err(Refusal::Fixed(other));
            }
            let rest = self.keys(other).iter().copied().filter(|key| *key != chord).collect();
            self.own.insert(other, rest);
            self.on.remove(&chord);
        }
        self.change(action, chord)?;
        Ok(from)
    }

    /// Gives an action its default keys again.
    ///
    /// # Errors
    /// If another action has one of them now.
    pub fn reset(&mut self, action: impl Into<Action>) -> Result<(), Refusal> {
        let action = action.into();
        for chord in action.spec().keys {
            match self.on.get(chord) {
                Some(other) if *other != action => return Err(Refusal::Taken(*chord, *other)),
                _ => {}
            }
        }
        self.own.remove(&action);
        self.index();
        Ok(())
    }

    fn index(&mut self) {
        let all = TABLE.iter().flat_map(|spec| self.keys(spec.action).iter().map(|chord| (*chord, spec.action)));
        self.on = all.collect();
    }

    /// An action whose chosen key is also a key of another. `None` if there is no conflict.
    fn clash(&self) -> Option<Action> {
        let mut taken: BTreeMap<Chord, Action> = BTreeMap::new();
        for spec in TABLE {
            for chord in self.keys(spec.action) {
                if let Some(other) = taken.insert(*chord, spec.action) {
                    return [spec.action, other].into_iter().find(|action| self.is_own(*action));
                }
            }
        }
        None
    }
}

/// Checks whether an action may have a key, apart from conflicts with other actions.
///
/// # Errors
/// If the key or the action cannot be changed.
pub fn allowed(action: Action, chord: Chord) -> Result<(), Refusal> {
    if is_fixed(action) {
        return Err(Refusal::Fixed(action));
    }
    if chord.key == Key::Escape {
        return Err(Refusal::Leaves(chord));
    }
    // egui reports these as clipboard events, not as keys.
    if chord.command && matches!(chord.key, Key::Char('C' | 'V' | 'X')) {
        return Err(Refusal::Clipboard(chord));
    }
    let in_fields = action.spec().keys.first().is_some_and(|key| !key.is_typing());
    if in_fields && chord.is_typing() {
        return Err(Refusal::Typing(chord, action));
    }
    Ok(())
}

/// Whether the key of an action cannot be changed, because every program has it on that key.
#[must_use]
pub fn is_fixed(action: Action) -> bool {
    matches!(action, Action::Window(WindowAction::Escape | WindowAction::PasteArticle) | Action::Session(SessionAction::Copy))
}

fn codes(chords: &[Chord]) -> String {
    if chords.is_empty() {
        return NONE.to_owned();
    }
    chords.iter().map(|chord| chord.code()).collect::<Vec<_>>().join(OR)
}

/// The keys of the stored form. `None` if it cannot be read, or the action cannot have all of them.
fn usable(action: Action, codes: &str) -> Option<Vec<Chord>> {
    let chords = from_codes(codes)?;
    let may = chords.iter().all(|chord| allowed(action, *chord).is_ok());
    (may && !(chords.is_empty() && is_fixed(action))).then_some(chords)
}

/// The keys of the stored form. `None` if one of them is not a key.
fn from_codes(codes: &str) -> Option<Vec<Chord>> {
    if codes == NONE { Some(Vec::new()) } else { codes.split(OR).map(Chord::from_code).collect() }
}
