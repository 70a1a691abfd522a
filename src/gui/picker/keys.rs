//! Reads the keys of the who picker before its field does: arrows, Enter, Escape, and digits while nothing is typed.

use egui::{Context, Event, Key, Modifiers};

/// What a key asks of the picker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Up,
    Down,
    /// Takes the row that is lit.
    Take,
    /// Makes a new actor of what is typed.
    New,
    /// Takes the row with that digit; 0 is the article's own voice.
    Number(usize),
    Leave,
}

/// Takes the picker's keys out of the input, in order; with `digits` those too.
pub(super) fn take(ctx: &Context, digits: bool) -> Vec<Asked> {
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        let mut echo = None;
        let mut typed = false;
        input.events.retain(|event| {
            let found = match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    let found = key_asks(*key, *modifiers, digits && !typed);
                    if let Some(Asked::Number(number)) = found {
                        echo = Some(number);
                    }
                    found
                }
                // The letter that the system sends along with the key.
                Event::Text(text) if echo.is_some() && text.parse().ok() == echo => {
                    echo = None;
                    return false;
                }
                Event::Text(text) if digits && !typed && text.len() == 1 => text.parse().ok().map(Asked::Number),
                _ => None,
            };
            typed |= found.is_none() && matches!(event, Event::Text(_) | Event::Paste(_));
            asked.extend(found);
            found.is_none()
        });
    });
    asked
}

fn key_asks(key: Key, modifiers: Modifiers, digits: bool) -> Option<Asked> {
    match key {
        Key::ArrowUp => Some(Asked::Up),
        Key::ArrowDown => Some(Asked::Down),
        Key::Enter if modifiers.shift => Some(Asked::New),
        Key::Enter => Some(Asked::Take),
        Key::Escape => Some(Asked::Leave),
        _ if digits && !(modifiers.alt || modifiers.ctrl || modifiers.command) => {
            let name = key.name();
            (name.len() == 1).then(|| name.parse().ok().map(Asked::Number)).flatten()
        }
        _ => None,
    }
}
