//! Turns key events into actions of the table, and leaves typing to text fields.

use egui::{Event, ImeEvent, Modifiers};

use super::{keymap, reader};
use crate::session::action::{Action, Group};
use crate::session::{Chord, Key, Keymap};

/// What the keys of one frame came to.
#[derive(Debug, Default)]
pub struct Pressed {
    pub actions: Vec<Action>,
    /// Texts that were pasted while no text field had the keyboard.
    pub pasted: Vec<String>,
}

/// Who has the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Text is being typed in a field.
    pub field: bool,
    /// Something else than the text pane has it, such as a button reached by Tab.
    pub widget: bool,
    /// Something lies over the window.
    pub overlay: bool,
}

/// Reads the keyboard from frame to frame.
#[derive(Debug, Default)]
pub struct Keyboard {
    composing: bool,
    field_before: bool,
    /// The field that had the keyboard in the last frame.
    field_id: Option<egui::Id>,
    /// What was typed after a key that moves the keyboard elsewhere, until it is there.
    held: Vec<Event>,
    /// Frames for which it is still held.
    holds: u8,
}

impl Keyboard {
    /// Takes the key events that mean an action out of the frame's input, so that nobody else acts on them.
    pub fn take(&mut self, ctx: &egui::Context, overlay: bool) -> Pressed {
        if egui::Popup::is_any_open(ctx) {
            return Pressed::default();
        }
        if self.hold(ctx) {
            return Pressed::default();
        }
        let keys = keymap::in_force(ctx);
        let focused = ctx.memory(egui::Memory::focused);
        // egui takes the focus from a field at Escape before anyone sees the key, so the last frame counts too.
        let field = ctx.text_edit_focused() || self.field_before;
        let holder = Holder { field, widget: focused.is_some_and(|id| !reader::is_pane(id)), overlay };
        let mut pressed = Pressed::default();
        let mut typed = false;
        ctx.input_mut(|input| {
            let mut drop_text = false;
            if let Some(at) = input.events.iter().position(|event| self.moves_the_keyboard(event, &keys, holder, &mut typed)) {
                // Fast hands and slow frames: what follows the key is meant for where the keyboard goes. What was typed
                // before Escape is the field's, which must get it before it loses the keyboard.
                let from = if typed { at } else { at + 1 };
                let (later, now) = input.events.split_off(from).into_iter().partition(is_of_the_keyboard);
                self.held = later;
                // The letter that the system sends along with the key itself is nobody's.
                if !typed && self.held.first().is_some_and(|event| echoes(event, input.events.last())) {
                    self.held.remove(0);
                }
                input.events.extend::<Vec<Event>>(now);
                self.holds = if typed { 1 } else { 2 };
            }
            input.events.retain(|event| match event {
                Event::Ime(ime) => {
                    self.composing = matches!(ime, ImeEvent::Preedit { text, .. } if !text.is_empty());
                    true
                }
                // The letter that the system sends along with a key that was just taken.
                Event::Text(_) => !std::mem::take(&mut drop_text),
                Event::Copy if !holder.field && !holder.overlay => {
                    pressed.actions.push(Action::Copy);
                    false
                }
                Event::Paste(text) if !holder.field && !holder.overlay => {
                    pressed.pasted.push(text.clone());
                    false
                }
                Event::Key { key, pressed: true, repeat, modifiers, .. } if !self.composing => {
                    drop_text = false;
                    let Some(chord) = chord(*key, *modifiers) else { return true };
                    let Some(action) = keys.action(chord).filter(|&action| fires(action, chord, holder)) else { return true };
                    drop_text = !chord.command && matches!(chord.key, Key::Char(_));
                    if !repeat || repeats(action) {
                        pressed.actions.push(action);
                    }
                    false
                }
                _ => true,
            });
        });
        if !self.held.is_empty() {
            if let Some(field) = self.field_id.filter(|_| typed) {
                // egui has taken the keyboard from the field at Escape; it still has to hear what came before.
                ctx.memory_mut(|memory| memory.request_focus(field));
            }
            ctx.request_repaint();
        }
        pressed
    }

    /// Keeps keys back while the keyboard is on its way. Returns whether it still is.
    fn hold(&mut self, ctx: &egui::Context) -> bool {
        if self.held.is_empty() {
            self.holds = 0;
            return false;
        }
        self.holds = self.holds.saturating_sub(1);
        ctx.input_mut(|input| {
            let (new, rest): (Vec<Event>, Vec<Event>) =
                std::mem::take(&mut input.events).into_iter().partition(is_of_the_keyboard);
            input.events = rest;
            self.held.extend(new);
            if self.holds == 0 {
                input.events.append(&mut self.held);
            }
        });
        ctx.request_repaint();
        self.holds > 0
    }

    /// Whether the event is a key that moves the keyboard: out of a field, or into one. Notes what is typed before it.
    fn moves_the_keyboard(&self, event: &Event, keys: &Keymap, holder: Holder, typed: &mut bool) -> bool {
        match event {
            Event::Text(_) | Event::Paste(_) if holder.field => {
                *typed = true;
                false
            }
            Event::Key { key, pressed: true, modifiers, .. } if !self.composing => {
                let found =
                    chord(*key, *modifiers).and_then(|chord| keys.action(chord).filter(|&action| fires(action, chord, holder)));
                found.is_some_and(moves_keyboard)
            }
            _ => false,
        }
    }

    /// Remembers who had the keyboard when the frame was drawn.
    pub fn end_frame(&mut self, ctx: &egui::Context) {
        self.field_before = ctx.text_edit_focused();
        self.field_id = if self.field_before { ctx.memory(egui::Memory::focused) } else { None };
    }

    /// Whether a text field had the keyboard in the last frame.
    pub fn was_typing(&self) -> bool {
        self.field_before
    }
}

/// Whether the key is the action's now, or belongs to whoever has the keyboard.
#[must_use]
pub fn fires(action: Action, chord: Chord, holder: Holder) -> bool {
    use Action::{Escape, NextTheme, Palette, Quit, ShowKeys, ZoomIn, ZoomOut, ZoomReset};
    if holder.overlay && !matches!(action, Escape | NextTheme | Palette | Quit | ShowKeys | ZoomIn | ZoomOut | ZoomReset) {
        return false;
    }
    if holder.field && chord.is_typing() {
        return false;
    }
    !(holder.widget && moves_in_widgets(chord))
}

/// Whether an event is the letter of the key that came just before it.
fn echoes(event: &Event, before: Option<&Event>) -> bool {
    match (event, before) {
        (Event::Text(text), Some(Event::Key { key, .. })) => {
            key.name().eq_ignore_ascii_case(text) || key.symbol_or_name() == text
        }
        _ => false,
    }
}

fn is_of_the_keyboard(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Paste(_) | Event::Copy | Event::Cut | Event::Ime(_))
}

/// Whether the action sends the keyboard to a field, or back from one.
fn moves_keyboard(action: Action) -> bool {
    use Action::{
        AddWho, ChooseAbout, ChooseAddressee, ChooseReporter, ChooseValues, ChooseWho, EditDetails, EditNote, Escape,
        FilterAnnotations, FilterArticles, Find, FindActor, OpenPath, Palette, SetDetails, ShowKeys, ShowOpen, TagActor,
    };
    matches!(action, EditDetails | EditNote | Escape | FilterAnnotations | FilterArticles | OpenPath | SetDetails | ShowKeys)
        || matches!(action, AddWho | ChooseAbout | ChooseAddressee | ChooseReporter | ChooseValues | ChooseWho | Find | FindActor | ShowOpen)
        // The last one asks whom the mention names.
        || matches!(action, Palette | TagActor)
}

/// Keys with which a button, a list or a tab is worked.
fn moves_in_widgets(chord: Chord) -> bool {
    !chord.command && !chord.alt && !matches!(chord.key, Key::Char(_) | Key::F(_) | Key::Escape)
}

/// Whether holding the key down goes on doing it.
fn repeats(action: Action) -> bool {
    use Action::{
        EndLeft, EndRight, EndWordLeft, EndWordRight, NextAnnotation, NextArticle, PreviousAnnotation, PreviousArticle, Redo,
        StartLeft, StartRight, StartWordLeft, StartWordRight, TextLarger, TextSmaller, Undo, ZoomIn, ZoomOut,
    };
    matches!(action.spec().group, Group::Move)
        || (action.spec().group == Group::Select && !matches!(action, Action::Escape | Action::Copy))
        || matches!(action, EndLeft | EndRight | EndWordLeft | EndWordRight)
        || matches!(action, StartLeft | StartRight | StartWordLeft | StartWordRight)
        || matches!(action, NextAnnotation | NextArticle | PreviousAnnotation | PreviousArticle)
        || matches!(action, Redo | Undo | TextLarger | TextSmaller | ZoomIn | ZoomOut)
}

/// The chord of a key event. Letters are those of the person's keyboard; where that has no Latin letters, egui gives
/// the letter that stands there on a Latin one.
#[must_use]
pub fn chord(key: egui::Key, modifiers: Modifiers) -> Option<Chord> {
    // On a Mac, Ctrl is not ⌘ and stands for nothing here.
    if modifiers.ctrl && !modifiers.command {
        return None;
    }
    let key = match key {
        egui::Key::ArrowLeft => Key::Left,
        egui::Key::ArrowRight => Key::Right,
        egui::Key::ArrowUp => Key::Up,
        egui::Key::ArrowDown => Key::Down,
        egui::Key::Home => Key::Home,
        egui::Key::End => Key::End,
        egui::Key::PageUp => Key::PageUp,
        egui::Key::PageDown => Key::PageDown,
        egui::Key::Enter => Key::Enter,
        egui::Key::Escape => Key::Escape,
        egui::Key::Delete => Key::Delete,
        egui::Key::Backspace => Key::Backspace,
        egui::Key::Tab => Key::Tab,
        egui::Key::Minus => Key::Char('-'),
        // One key on most keyboards; people who press Ctrl + mean either.
        egui::Key::Plus | egui::Key::Equals => Key::Char('='),
        egui::Key::Period => Key::Char('.'),
        egui::Key::Comma => Key::Char(','),
        egui::Key::Slash => Key::Char('/'),
        other => named(other.name())?,
    };
    Some(Chord { command: modifiers.command, alt: modifiers.alt, shift: modifiers.shift, key })
}

/// Letters, digits and F keys, whose names say what they are.
fn named(name: &str) -> Option<Key> {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Some(Key::Char(c)),
        (Some('F'), Some(_)) => name.strip_prefix('F')?.parse().ok().map(Key::F),
        _ => None,
    }
}
