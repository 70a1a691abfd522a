//! Reads the preferences from their file at the start, and writes them soon after each change.

use std::path::Path;

use super::message::Message;
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::gui::state::prefs::Preferences;
use crate::storage::settings;

/// Reads the preferences; `None` if there are none yet. Also returns what went wrong, in words; a damaged file is renamed and
/// kept.
#[must_use]
pub fn read(path: &Path) -> (Option<Preferences>, Option<String>) {
    let text = match settings::read(path) {
        Ok(None) => return (None, None),
        Ok(Some(text)) => Ok(text),
        Err(error) => Err(error.to_string()),
    };
    let place = |error: ron::error::SpannedError| {
        format!("{}, line {}, column {}", path.display(), error.span.start.line, error.span.start.col)
    };
    let read = text.and_then(|text| ron::from_str(&text).map_err(place));
    match read {
        Ok(preferences) => (Some(preferences), None),
        Err(reason) => {
            let kept = match settings::set_aside(path) {
                Ok(aside) => format!("the file is kept as “{}”", aside.display()),
                Err(error) => error.to_string(),
            };
            let words = format!("Your preferences could not be read ({reason}), so the default settings are used; {kept}");
            (Some(Preferences::default()), Some(words))
        }
    }
}

/// Writes the latest preferences of the queue until it is closed.
pub fn work(queue: &Queue<Preferences>, path: &Path, task: &Task) {
    while queue.wait(None, false) == Woken::Work {
        let Some(newest) = std::iter::from_fn(|| queue.take()).last() else { continue };
        let written = task.run(None, || write(path, &newest));
        if let Some(Err(reason)) = written {
            task.sender().send(Message::PreferencesFailed(format!("Your preferences are not saved: {reason}")));
        }
    }
}

fn write(path: &Path, preferences: &Preferences) -> Result<(), String> {
    let text = ron::ser::to_string_pretty(preferences, ron::ser::PrettyConfig::default()).map_err(|error| error.to_string())?;
    settings::write(path, &text).map_err(|error| error.to_string())
}
