//! What the window remembers: views, preferences, the outbox of commands, the clock.

pub mod clock;
pub mod outbox;
pub mod prefs;
pub mod view;
