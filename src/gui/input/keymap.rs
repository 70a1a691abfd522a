//! Stores the key map in egui's memory, where every widget can read it.

use std::sync::{Arc, LazyLock};

use egui::{Context, Id};

use crate::gui::app::App;
use crate::session::{Action, Keymap, WindowAction};

/// The default keys, in force until others are installed.
static TABLE: LazyLock<Arc<Keymap>> = LazyLock::new(Arc::default);

fn place() -> Id {
    Id::unique("keys in force")
}

/// Makes `keys` the key map of all widgets of `ctx`.
pub fn install(ctx: &Context, keys: Arc<Keymap>) {
    ctx.data_mut(|data| data.insert_temp(place(), keys));
}

/// The key map in force.
#[must_use]
pub fn in_force(ctx: &Context) -> Arc<Keymap> {
    ctx.data(|data| data.get_temp(place())).unwrap_or_else(|| Arc::clone(&TABLE))
}

/// The key that is shown next to the name of an action; empty if it has none.
#[must_use]
pub fn key_of(ctx: &Context, action: impl Into<Action>) -> String {
    in_force(ctx).key(action)
}

/// All keys of an action, as shown.
#[must_use]
pub fn keys_of(ctx: &Context, action: impl Into<Action>) -> Vec<String> {
    in_force(ctx).keys(action).iter().map(ToString::to_string).collect()
}

impl App {
    /// Reports, once in a run, which stored keys cannot be used.
    pub(in crate::gui) fn report_unused_keys(&mut self, ctx: &Context) {
        let unused = self.keymap.unused();
        if unused.is_empty() || std::mem::replace(&mut self.unused_keys_reported, true) {
            return;
        }
        let rows: Vec<String> = unused.iter().map(|(command, keys)| format!("{keys} for “{command}”")).collect();
        let text = format!(
            "Some of your own keys cannot be used, because this version does not have the command or another command has the key: {}. \
             They are kept. You can choose other keys in the settings ({})",
            rows.join(", "),
            self.keymap.said(WindowAction::Settings),
        );
        self.complain(vec![text], ctx);
    }
}
