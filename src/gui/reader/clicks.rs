//! Counts clicks on press: one sets the caret, two select a word, three a sentence.

use egui::Pos2;

/// Maximum seconds between two presses of a multiple click.
const SOON: f64 = 0.35;
/// Maximum points between them.
const NEAR: f32 = 6.0;

/// Counts presses that follow each other quickly and close together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clicks {
    time: f64,
    place: Pos2,
    count: u8,
}

impl Clicks {
    /// Records a press, with its time in seconds. Returns 1, 2 or 3.
    pub(super) fn press(&mut self, time: f64, place: Pos2) -> u8 {
        let follows = self.count > 0 && time - self.time < SOON && self.place.distance(place) < NEAR;
        self.count = if follows { self.count % 3 + 1 } else { 1 };
        (self.time, self.place) = (time, place);
        self.count
    }
}
