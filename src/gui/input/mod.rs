//! Turns key events into actions, in any keyboard layout, and leaves typing to text fields.

mod held;
mod keyboard;
pub mod keymap;
mod press;
mod rules;
mod script;

pub use keyboard::{Keyboard, LayoutInUse, Over, Pressed, char_pressed, layout_in_use};
pub use press::{Digits, Press, Recorded, chord};
pub use rules::{Holder, fires};
pub use script::digit;
