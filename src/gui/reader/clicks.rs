//! Counts clicks at the press: one places the caret, two select a word, three a sentence.

use egui::Pos2;

/// Seconds within which the next press counts on.
const SOON: f64 = 0.35;
/// Points within which it does.
const NEAR: f32 = 6.0;

/// Counts presses that follow each other soon and near.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clicks {
    time: f64,
    place: Pos2,
    count: u8,
}

impl Clicks {
    /// Takes a press, at a time in seconds; gives 1, 2 or 3.
    pub(super) fn press(&mut self, time: f64, place: Pos2) -> u8 {
        let follows = self.count > 0 && time - self.time < SOON && self.place.distance(place) < NEAR;
        self.count = if follows { self.count % 3 + 1 } else { 1 };
        (self.time, self.place) = (time, place);
        self.count
    }
}
