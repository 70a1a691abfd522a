//! Keeps the keyboard where the key of a command is waited for.

use egui::{Context, EventFilter, Id};

/// Keeps the keys with which egui moves the keyboard elsewhere.
pub(super) fn keep_keyboard(ctx: &Context, id: Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ctx.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}
