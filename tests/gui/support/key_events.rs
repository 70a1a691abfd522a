//! Key events as the window system sends them: those of a US keyboard by key, those of other layouts from `tests/data/keys`.

use std::path::Path;

use dicta::gui::App;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;

/// The layouts of `tests/data/keys`.
pub const LAYOUTS: [&str; 15] =
    ["us", "fr", "bepo", "de", "ru", "ru-phonetic", "ua", "gr", "ara", "il", "es", "pt", "tr", "dvorak", "cz"];

/// The key events of one layout.
pub struct Layout {
    pub name: &'static str,
    /// What is pressed, and an event with the text that goes with it.
    lines: Vec<(String, Vec<Event>)>,
}

impl Layout {
    pub fn read(name: &'static str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/keys/{name}.txt"));
        let text = std::fs::read_to_string(path).unwrap();
        Self { name, lines: text.lines().map(line).collect() }
    }

    pub fn has(&self, press: &str) -> bool {
        self.lines.iter().any(|(name, _)| name == press)
    }

    /// The events of a press, from the first key that goes down to the last that comes up.
    pub fn events(&self, press: &str) -> Vec<Event> {
        assert!(self.has(press), "{} has no {press}", self.name);
        self.lines.iter().filter(|(name, _)| name == press).flat_map(|(_, events)| events.clone()).collect()
    }

    /// Presses keys one after the other, each in frames of its own.
    pub fn press(&self, harness: &mut Harness<'static, App>, presses: &[&str]) {
        for press in presses {
            assert!(self.has(press), "{} has no {press}", self.name);
            for (_, events) in self.lines.iter().filter(|(name, _)| name == press) {
                harness.input_mut().events.extend(events.clone());
                harness.step();
            }
            harness.run_steps(3);
        }
    }
}

fn line(line: &str) -> (String, Vec<Event>) {
    let columns: Vec<&str> = line.split('\t').collect();
    let [_, press, event, physical, logical, text, modifiers] = columns[..] else { panic!("{line}") };
    let modifiers = modifiers.split('+').fold(Modifiers::NONE, |held, name| {
        held | match name {
            "shift" => Modifiers::SHIFT,
            "ctrl" => Modifiers::CTRL | Modifiers::COMMAND,
            "alt" => Modifiers::ALT,
            _ => Modifiers::NONE,
        }
    });
    if event == "modifiers" {
        return (press.to_owned(), vec![Event::ModifiersChanged(modifiers)]);
    }
    let key = |name: &str| if name == "none" { None } else { Some(Key::from_name(name).unwrap_or_else(|| panic!("{line}"))) };
    let (physical_key, pressed) = (key(physical), event == "down");
    let key = key(logical).or(physical_key).unwrap();
    let mut events = vec![Event::Key { key, physical_key, pressed, repeat: false, modifiers }];
    if text != "none" {
        events.push(Event::Text(text.to_owned()));
    }
    (press.to_owned(), events)
}

/// The events of a key of a US keyboard that goes down, with what it types.
pub fn down(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let mut events = vec![Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }];
    let symbol = key.symbol_or_name();
    let types = symbol.chars().count() == 1 && symbol.is_ascii() || key == Key::Minus;
    if types && !modifiers.ctrl && !modifiers.command {
        let typed = if key == Key::Minus { "-".to_owned() } else { symbol.to_lowercase() };
        // Signs and digits with Shift are left out: tests that need them say what they type.
        let typed = if modifiers.shift { typed.to_uppercase() } else { typed };
        events.push(Event::Text(typed));
    }
    events
}

/// Presses a key of a US keyboard and releases it.
pub fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.input_mut().events.push(Event::ModifiersChanged(modifiers));
    harness.input_mut().events.extend(down(modifiers, key));
    harness.step();
    let up = Event::Key { key, physical_key: Some(key), pressed: false, repeat: false, modifiers };
    harness.input_mut().events.extend([up, Event::ModifiersChanged(Modifiers::NONE)]);
    harness.run_steps(3);
}
