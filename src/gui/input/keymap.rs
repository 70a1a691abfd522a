//! Holds the keys in force where every widget finds them: in egui's memory, as one shared [`Keymap`].

use std::sync::{Arc, LazyLock};

use egui::{Context, Id};

use crate::gui::app::App;
use crate::session::{Action, Keymap};

/// What holds until somebody says otherwise.
static TABLE: LazyLock<Arc<Keymap>> = LazyLock::new(Arc::default);

fn place() -> Id {
    Id::unique("keys in force")
}

/// Puts keys in force for all that is drawn with `ctx`.
pub fn install(ctx: &Context, keys: Arc<Keymap>) {
    ctx.data_mut(|data| data.insert_temp(place(), keys));
}

/// The keys in force.
#[must_use]
pub fn in_force(ctx: &Context) -> Arc<Keymap> {
    ctx.data(|data| data.get_temp(place())).unwrap_or_else(|| Arc::clone(&TABLE))
}

/// The key that is shown beside an action's name.
#[must_use]
pub fn key_of(ctx: &Context, action: Action) -> String {
    in_force(ctx).key(action)
}

/// All keys of an action, as they are shown.
#[must_use]
pub fn keys_of(ctx: &Context, action: Action) -> Vec<String> {
    in_force(ctx).keys(action).iter().map(ToString::to_string).collect()
}

impl App {
    /// Says, once in a run, which stored keys cannot be used.
    pub(in crate::gui) fn report_unused_keys(&mut self, ctx: &Context) {
        let unused = self.keymap.unused();
        if unused.is_empty() || std::mem::replace(&mut self.unused_keys_reported, true) {
            return;
        }
        let rows: Vec<String> = unused.iter().map(|(command, keys)| format!("{keys} for “{command}”")).collect();
        let text = format!(
            "Some of your own keys cannot be used here, because this version does not know them or another command has them: {}. \
             They are kept. Choose keys for these commands in the settings ({})",
            rows.join(", "),
            self.keymap.said(Action::Settings),
        );
        self.complain(vec![text], ctx);
    }
}
