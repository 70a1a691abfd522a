//! Turns key events into actions, and keeps keys that are meant for the text field that opens next.

use egui::{Context, Event, FocusDirection, Id, ImeEvent, Key};

use super::held::Held;
use super::press::{Digits, Press, Recorded};
use super::rules::{Holder, fires, moves_keyboard, repeats};
use super::script::Script;
use crate::gui::input::keymap;
use crate::gui::reader;
use crate::session::{Action, Chord, Key as ChordKey, Keymap, SessionAction};

/// The actions and pasted texts of one frame.
#[derive(Debug, Default)]
pub struct Pressed {
    pub actions: Vec<Action>,
    /// Texts that were pasted while no text field had the focus.
    pub pasted: Vec<String>,
}

/// What covers the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Over {
    /// An overlay that takes all keys from the text.
    pub overlay: bool,
    /// A picker with a text field, which gets the keys even if none of its widgets has the focus.
    pub picker: bool,
}

/// The modifier keys that are held down, and the script of the keyboard layout as far as known.
#[derive(Clone, Copy, Debug, Default)]
pub struct LayoutInUse {
    pub held: Held,
    pub script: Script,
}

/// The layout in use, for widgets that read keys themselves.
#[must_use]
pub fn layout_in_use(ctx: &Context) -> LayoutInUse {
    ctx.data(|data| data.get_temp(layout_id())).unwrap_or_default()
}

/// Whether a letter, digit or sign was pressed in this frame without Ctrl or Alt, for lists that are operated by such keys.
#[must_use]
pub fn char_pressed(ctx: &Context, wanted: char) -> bool {
    let LayoutInUse { held, script } = layout_in_use(ctx);
    let is = |chord: Chord| {
        let same = |c: char| c == wanted || c.to_lowercase().eq(wanted.to_lowercase());
        !chord.command && !chord.alt && matches!(chord.key, ChordKey::Char(c) if same(c))
    };
    ctx.input(|input| {
        let pressed = |(at, event)| Press::read(event, input.events.get(at + 1));
        let mut presses = input.events.iter().enumerate().filter_map(pressed);
        presses.any(|press| press.chords(held, script, Digits::ALL).into_iter().any(is))
    })
}

fn layout_id() -> Id {
    Id::unique("keyboard layout in use")
}

/// The state of the keyboard between frames.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an independent state of the last frame")]
pub struct Keyboard {
    layout: LayoutInUse,
    composing: bool,
    field_before: bool,
    /// The text field that had the focus in the last frame.
    field_id: Option<Id>,
    /// Keys after one that moves the focus, kept until the focus has moved.
    later: Vec<Event>,
    /// Number of frames for which they are still kept.
    frames: u8,
    /// The key that ran an action and has not been released. Its repeats are not typed into a field.
    spent: Option<Key>,
    /// Whether the last key was a dead key, so that the next one types an accented letter or nothing.
    after_dead_key: bool,
    /// Whether a Tab was kept for a later frame, in which egui does not handle it any more.
    tab_waited: bool,
}

/// What happens to a key press.
enum Fate {
    /// It is left to the focused widget.
    Theirs,
    /// It and all later keys wait for the next frame.
    Waits,
    Runs(Action),
    /// It is dropped.
    Dropped,
}

impl Keyboard {
    /// Removes the key events of actions from the input of the frame, so that widgets do not handle them. `digits` is only
    /// called if its result is needed.
    pub fn take(&mut self, ctx: &Context, over: Over, digits: impl Fn() -> Digits) -> Pressed {
        let waiting = self.wait(ctx);
        let mut pressed = Pressed::default();
        if egui::Popup::is_any_open(ctx) {
            ctx.input(|input| input.events.iter().for_each(|event| self.layout.held.follow(event)));
        } else if !waiting {
            let keys = keymap::in_force(ctx);
            let focused = ctx.memory(egui::Memory::focused);
            // egui removes the focus from a field at Escape before the key can be read, so the last frame counts too.
            let typing = ctx.text_edit_focused() || self.field_before;
            let widget = focused.is_some_and(|id| !reader::is_pane(id));
            let holder = Holder { field: typing || over.picker, widget, overlay: over.overlay };
            let events = ctx.input_mut(|input| std::mem::take(&mut input.events));
            let kept = self.sort(events, typing, holder, &keys, &digits, &mut pressed);
            ctx.input_mut(|input| input.events = kept);
            self.let_the_field_finish(ctx, typing);
        }
        if !self.later.is_empty() {
            ctx.request_repaint();
        }
        ctx.data_mut(|data| data.insert_temp(layout_id(), self.layout));
        pressed
    }

    /// Takes the first key press of the frame, to make it the key of an action; other key presses are dropped.
    pub fn record(&mut self, ctx: &Context) -> Option<Recorded> {
        let mut recorded = None;
        let events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut kept = Vec::new();
        for (at, event) in events.iter().enumerate() {
            self.layout.held.follow(event);
            let found = match event {
                // egui reports these instead of the keys.
                Event::Copy => Some(Recorded::Chord(Chord::char('C').ctrl())),
                Event::Cut => Some(Recorded::Chord(Chord::char('X').ctrl())),
                Event::Paste(_) => Some(Recorded::Chord(Chord::char('V').ctrl())),
                Event::Key { .. } => Press::read(event, events.get(at + 1)).filter(|press| !press.repeat).and_then(|press| {
                    press.text.into_iter().for_each(|text| self.layout.script.learn(text));
                    press.record(self.layout.held, self.layout.script)
                }),
                Event::Text(_) | Event::Ime(_) => None,
                other => {
                    kept.push(other.clone());
                    None
                }
            };
            recorded = recorded.or(found);
        }
        ctx.input_mut(|input| input.events = kept);
        recorded
    }

    /// Handles the events in order. Returns those that are left to widgets.
    fn sort(
        &mut self,
        events: Vec<Event>,
        typing: bool,
        holder: Holder,
        keys: &Keymap,
        digits: &impl Fn() -> Digits,
        pressed: &mut Pressed,
    ) -> Vec<Event> {
        let mut kept = Vec::new();
        // Whether text was typed in this frame that a field has yet to handle.
        let mut typed = false;
        let mut events = events.into_iter().peekable();
        while let Some(event) = events.next() {
            self.layout.held.follow(&event);
            match &event {
                Event::Ime(ime) => {
                    self.composing = matches!(ime, ImeEvent::Preedit { text, .. } if !text.is_empty());
                    typed |= typing;
                    kept.push(event);
                }
                Event::Copy if !holder.field && !holder.overlay => pressed.actions.push(Action::Session(SessionAction::Copy)),
                Event::Paste(text) if !holder.field && !holder.overlay => pressed.pasted.push(text.clone()),
                Event::Text(_) | Event::Paste(_) => {
                    typed |= typing;
                    kept.push(event);
                }
                Event::Key { pressed: true, .. } if !self.composing => {
                    let text = events.next_if(|next| Press::read(&event, Some(next)).is_some_and(|press| press.text.is_some()));
                    let Some(press) = Press::read(&event, text.as_ref()) else { continue };
                    match self.fate(press, typing && typed, holder, keys, digits) {
                        Fate::Dropped => {}
                        Fate::Waits => {
                            self.later = vec![event];
                            self.later.extend(text);
                            self.frames = 1;
                            break;
                        }
                        Fate::Runs(action) => {
                            self.spent = Some(press.key);
                            if !press.repeat || repeats(action) {
                                pressed.actions.push(action);
                            }
                            // If several keys arrive in one frame, the later ones are for the new focus.
                            if moves_keyboard(action) {
                                self.frames = 2;
                                break;
                            }
                        }
                        Fate::Theirs => {
                            let leaves = typing && matches!(press.key, Key::Enter | Key::Escape | Key::Tab);
                            let types = press.types(self.layout.held);
                            typed |= typing && types && text.is_some();
                            kept.push(event);
                            kept.extend(text.filter(|_| types));
                            if leaves {
                                self.frames = 2;
                                break;
                            }
                        }
                    }
                }
                Event::Key { key, pressed: false, .. } => {
                    self.spent.take_if(|spent| spent == key);
                    kept.push(event);
                }
                Event::WindowFocused(false) => {
                    self.spent = None;
                    kept.push(event);
                }
                _ => kept.push(event),
            }
        }
        let (later, now): (Vec<Event>, Vec<Event>) = events.partition(is_of_the_keyboard);
        self.later.extend(later);
        kept.extend(now);
        kept
    }

    fn fate(&mut self, press: Press<'_>, typed: bool, holder: Holder, keys: &Keymap, digits: &impl Fn() -> Digits) -> Fate {
        if press.is_modifier() {
            return Fate::Theirs;
        }
        if press.repeat && holder.field && self.spent == Some(press.key) {
            return Fate::Dropped;
        }
        // A letter after a dead key runs no action, although `ά` is on the key of `A`.
        let after_dead_key = self.after_dead_key;
        self.after_dead_key = press.is_dead() && !after_dead_key;
        if after_dead_key && press.text.is_some() {
            return Fate::Theirs;
        }
        if !self.layout.held.alt_gr(press.modifiers) {
            press.text.into_iter().for_each(|text| self.layout.script.learn(text));
        }
        let LayoutInUse { held, script } = self.layout;
        // While text is being typed, switching the layout is more likely than an action.
        let switching = holder.field && held.shift_taken(press.modifiers);
        let needs_digits = press.is_in_digit_row() && !holder.field && !holder.overlay;
        let digits = if needs_digits { digits() } else { Digits::default() };
        let mut chords = press.chords(held, script, digits).into_iter();
        let found = chords.find_map(|chord| Some((keys.action(chord)?, chord)));
        match found.filter(|(action, chord)| !switching && fires(*action, *chord, holder)) {
            Some(_) if typed => Fate::Waits,
            Some((action, _)) => Fate::Runs(action),
            None if typed && leaves_field(press) => Fate::Waits,
            None => Fate::Theirs,
        }
    }

    /// Keeps keys while the focus is moving. Returns whether it still is.
    fn wait(&mut self, ctx: &Context) -> bool {
        if self.later.is_empty() {
            self.frames = 0;
            return false;
        }
        self.frames = self.frames.saturating_sub(1);
        ctx.input_mut(|input| {
            let (new, rest): (Vec<Event>, Vec<Event>) =
                std::mem::take(&mut input.events).into_iter().partition(is_of_the_keyboard);
            input.events = rest;
            self.later.extend(new);
            if self.frames == 0 {
                input.events.append(&mut self.later);
            }
        });
        self.frames > 0
    }

    /// Returns the focus to a field that has yet to handle the text typed before the key that leaves it.
    ///
    /// egui moves the focus at Escape and Tab before these keys can be read.
    fn let_the_field_finish(&mut self, ctx: &Context, typing: bool) {
        let first = self.later.first().and_then(|event| Press::read(event, None));
        let is_left = first.is_some_and(|press| matches!(press.key, Key::Escape | Key::Tab));
        if let Some(field) = self.field_id.filter(|_| typing && self.frames == 1 && is_left) {
            ctx.memory_mut(|memory| {
                memory.move_focus(FocusDirection::None);
                memory.request_focus(field);
            });
            self.tab_waited = true;
            return;
        }
        // egui does not handle a Tab that was kept for a later frame.
        if std::mem::take(&mut self.tab_waited) && typing {
            let shift = ctx.input(|input| input.events.iter().find_map(tab_with_shift));
            let direction = shift.map(|shift| if shift { FocusDirection::Previous } else { FocusDirection::Next });
            if let Some(direction) = direction {
                ctx.memory_mut(|memory| memory.move_focus(direction));
            }
        }
    }

    /// Records which text field has the focus at the end of the frame.
    pub fn end_frame(&mut self, ctx: &Context) {
        self.field_before = ctx.text_edit_focused();
        self.field_id = if self.field_before { ctx.memory(egui::Memory::focused) } else { None };
    }

    /// Whether a text field had the focus in the last frame.
    pub fn was_typing(&self) -> bool {
        self.field_before
    }
}

/// Whether the key moves the focus out of a text field, or operates the list below it.
fn leaves_field(press: Press<'_>) -> bool {
    use Key::{ArrowDown, ArrowUp, Enter, Escape, PageDown, PageUp, Tab};
    matches!(press.key, ArrowDown | ArrowUp | Enter | Escape | PageDown | PageUp | Tab)
}

/// Whether Shift is held with it, if the event is a Tab.
fn tab_with_shift(event: &Event) -> Option<bool> {
    match event {
        Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if !modifiers.ctrl && !modifiers.alt => Some(modifiers.shift),
        _ => None,
    }
}

fn is_of_the_keyboard(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
            | Event::Ime(_)
            | Event::ModifiersChanged(_)
    )
}
