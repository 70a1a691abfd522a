//! The state of the window: views, preferences, the outbox of commands, the clock.

pub mod clock;
pub mod focus;
pub mod outbox;
pub mod panes;
pub mod prefs;
pub mod view;
