//! Reads the keys of the who picker before its field does: arrows, Enter, Escape, and digits while nothing is typed.

use egui::{Context, Event, Key, Modifiers};

use crate::gui::input::digit;

/// What a key asks of the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Up,
    Down,
    /// Takes the row that is lit.
    Take,
    /// Makes a new actor of what is typed.
    New,
    /// Takes the row with that digit; 0 is the article's own voice.
    Number(usize),
    /// Goes back to the field, with that text.
    Type(String),
    Leave,
}

/// What of the picker has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// The field; `empty` when nothing is typed.
    Field { empty: bool },
    /// A row that was reached by Tab, which takes its own Enter.
    Row { empty: bool },
}

/// Takes the picker's keys out of the input, in order. A digit counts as it is typed, never by its place on the keyboard:
/// the keys that have digits on one layout have letters on others, with which names begin.
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
