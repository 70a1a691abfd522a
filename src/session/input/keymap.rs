//! Defines [`Keymap`]: the keys that each action has, the table's or a person's own.

use std::collections::BTreeMap;

use super::action::{Action, TABLE};
use super::action_id::{from_id, id};
use super::chord::{Chord, Key};

/// Why an action cannot have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{0} is {name}", name = .1.spec().name)]
    Taken(Chord, Action),
    #[error("{0} belongs to fields that are typed in, where “{name}” works too: take Ctrl, Alt or an F key", name = .1.spec().name)]
    Typing(Chord, Action),
    #[error("{0} always leads back")]
    Leaves(Chord),
    #[error("{0} belongs to the clipboard")]
    Clipboard(Chord),
    #[error("“{name}” keeps its key", name = .0.spec().name)]
    Fixed(Action),
}

/// How an action without any key is stored.
const NONE: &str = "none";
/// What stands between several keys of one action where they are stored.
const OR: &str = " or ";

/// The keys of every action. Keys that a person chose take the place of all that the table gives the action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Without any for an action whose key was taken by another.
    own: BTreeMap<Action, Vec<Chord>>,
    on: BTreeMap<Chord, Action>,
    /// Stored keys that could not be used: they are stored again as they were.
    unused: BTreeMap<String, String>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut map = Self { own: BTreeMap::new(), on: BTreeMap::new(), unused: BTreeMap::new() };
        map.find_actions();
        map
    }
}

impl Keymap {
    /// Takes a person's keys from their stored form: ids of actions, codes of keys. What is not known, not allowed or clashes
    /// is not used, but kept: see [`unused`](Self::unused).
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
                    map.unused.insert(action.map_or_else(|| name.clone(), |action| id(action).to_owned()), codes.clone());
                }
            }
        }
        // Two may have changed places, so all are taken first; an action with another's key then gets its own back.
        while let Some(clash) = map.clash() {
            let chords = map.own.remove(&clash).unwrap_or_default();
            map.unused.insert(id(clash).to_owned(), codes(&chords));
        }
        map.find_actions();
        map
    }

    /// What [`from_stored`](Self::from_stored) takes.
    #[must_use]
    pub fn stored(&self) -> BTreeMap<String, String> {
        let own = self.own.iter().map(|(action, chords)| (id(*action).to_owned(), codes(chords)));
        self.unused.iter().map(|(id, codes)| (id.clone(), codes.clone())).chain(own).collect()
    }

    /// Stored keys that could not be used, by the id or name under which they are stored: of commands or keys of another
    /// version, or keys that two commands would have.
    #[must_use]
    pub fn unused(&self) -> &BTreeMap<String, String> {
        &self.unused
    }

    /// An action's keys; the first is the one that is shown.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[Chord] {
        self.own.get(&action).map_or(action.spec().keys, Vec::as_slice)
    }

    /// The key as messages name it: where there is none, the command that is found by its name.
    #[must_use]
    pub fn said(&self, action: Action) -> String {
        let key = self.key(action);
        if key.is_empty() { format!("“{}”", action.spec().name) } else { key }
    }

    /// The key that is shown beside the action's name; empty when it has none.
    #[must_use]
    pub fn key(&self, action: Action) -> String {
        self.keys(action).first().map(ToString::to_string).unwrap_or_default()
    }

    /// The action that stands on a chord: with exactly these modifiers, so that more modifiers never mean fewer.
    ///
    /// A sign that some keyboards only have with Shift counts without it too.
    #[must_use]
    pub fn action(&self, chord: Chord) -> Option<Action> {
        let on = |chord: Chord| self.on.get(&chord).copied();
        let is_sign = matches!(chord.key, Key::Char(c) if !c.is_alphabetic());
        on(chord).or_else(|| if is_sign && chord.shift { on(Chord { shift: false, ..chord }) } else { None })
    }

    /// Whether a person gave the action its key.
    #[must_use]
    pub fn is_own(&self, action: Action) -> bool {
        self.own.contains_key(&action)
    }

    /// Whether a person gave any action its key.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// Gives an action another key, in the place of all that it has.
    ///
    /// # Errors
    /// When another action has the key, or the key means something else that must stay.
    pub fn change(&mut self, action: Action, chord: Chord) -> Result<(), Refusal> {
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
        self.find_actions();
        Ok(())
    }

    /// The same, but takes the key from whoever has it. Returns the action that had it, which keeps its other keys.
    ///
    /// # Errors
    /// When the key means something that must stay.
    pub fn take(&mut self, action: Action, chord: Chord) -> Result<Option<Action>, Refusal> {
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

    /// Gives an action the table's keys again.
    ///
    /// # Errors
    /// When another action has one of them now.
    pub fn reset(&mut self, action: Action) -> Result<(), Refusal> {
        for chord in action.spec().keys {
            match self.on.get(chord) {
                Some(other) if *other != action => return Err(Refusal::Taken(*chord, *other)),
                _ => {}
            }
        }
        self.own.remove(&action);
        self.find_actions();
        Ok(())
    }

    fn find_actions(&mut self) {
        let all = TABLE.iter().flat_map(|spec| self.keys(spec.action).iter().map(|chord| (*chord, spec.action)));
        self.on = all.collect();
    }

    /// An action whose own key is another's too.
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

/// Whether an action may have a key at all, whoever else has it.
///
/// # Errors
/// When the key means something else that must stay.
pub fn allowed(action: Action, chord: Chord) -> Result<(), Refusal> {
    if is_fixed(action) {
        return Err(Refusal::Fixed(action));
    }
    if chord.key == Key::Escape {
        return Err(Refusal::Leaves(chord));
    }
    // The system sends these as what they do, not as keys.
    if chord.command && matches!(chord.key, Key::Char('C' | 'V' | 'X')) {
        return Err(Refusal::Clipboard(chord));
    }
    let in_fields = action.spec().keys.first().is_some_and(|key| !key.is_typing());
    if in_fields && chord.is_typing() {
        return Err(Refusal::Typing(chord, action));
    }
    Ok(())
}

/// Whether an action keeps the key that every program gives it.
#[must_use]
pub fn is_fixed(action: Action) -> bool {
    matches!(action, Action::Escape | Action::Copy | Action::PasteArticle)
}

fn codes(chords: &[Chord]) -> String {
    if chords.is_empty() {
        return NONE.to_owned();
    }
    chords.iter().map(|chord| chord.code()).collect::<Vec<_>>().join(OR)
}

/// The keys that are stored so, if the action can have all of them.
fn usable(action: Action, codes: &str) -> Option<Vec<Chord>> {
    let chords = from_codes(codes)?;
    let may = chords.iter().all(|chord| allowed(action, *chord).is_ok());
    (may && !(chords.is_empty() && is_fixed(action))).then_some(chords)
}

/// `None` if one of them is no key.
fn from_codes(codes: &str) -> Option<Vec<Chord>> {
    if codes == NONE { Some(Vec::new()) } else { codes.split(OR).map(Chord::from_code).collect() }
}
