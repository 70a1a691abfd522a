//! Reads the keys of the actor picker before its field does: arrows, Enter, Escape, and digits while nothing is typed.

use egui::{Context, Event, Key, Modifiers};

use crate::gui::input::digit;

/// What a key does in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Up,
    Down,
    /// Accepts the highlighted row.
    Take,
    /// Creates a new actor with the typed name.
    New,
    /// Accepts the row with that digit; 0 is the article itself.
    Number(usize),
    /// Returns to the field and types that text.
    Type(String),
    Leave,
}

/// Which part of the picker has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// The field; `empty` while nothing is typed.
    Field { empty: bool },
    /// A row reached by Tab, which handles Enter itself.
    Row { empty: bool },
}

/// Removes the picker's keys from the input and returns them in order. Digits are taken as typed, never by physical
/// key: keys that type digits on one layout type letters on others, with which names begin.
pub(super) fn take(ctx: &Context, focus: Focus) -> Vec<Asked> {
    let mut asked = Vec::new();
    let (Focus::Field { mut empty } | Focus::Row { mut empty }) = focus;
    let in_field = matches!(focus, Focus::Field { .. });
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let found = match event {
                Event::Key { key, pressed: true, modifiers, .. } if in_field => key_asks(*key, *modifiers),
                Event::Text(text) if empty && number(text).is_some() => number(text).map(Asked::Number),
                Event::Text(text) if !in_field && !text.trim().is_empty() => Some(Asked::Type(text.clone())),
                _ => None,
            };
            empty &= !matches!(event, Event::Text(_) | Event::Paste(_));
            let is_taken = found.is_some();
            asked.extend(found);
            !is_taken
        });
    });
    asked
}

/// The digit that was typed.
fn number(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => digit(c).map(usize::from),
        _ => None,
    }
}

fn key_asks(key: Key, modifiers: Modifiers) -> Option<Asked> {
    match key {
        Key::ArrowUp => Some(Asked::Up),
        Key::ArrowDown => Some(Asked::Down),
        Key::Enter if modifiers.shift => Some(Asked::New),
        Key::Enter => Some(Asked::Take),
        Key::Escape => Some(Asked::Leave),
        _ => None,
    }
}
