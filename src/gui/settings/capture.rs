//! Keeps the keyboard while the new key of a command is awaited.

use egui::{Context, EventFilter, Id};

/// Keeps the keys that would move egui's focus.
pub(super) fn keep_keyboard(ctx: &Context, id: Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ctx.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}
