//! The baselines: a frame with nothing in it, and frames with the same text in egui's own label.

use egui::{Label, ScrollArea};

use crate::stage::Window;
use crate::support::Samples;

/// Frames without anything in them.
pub fn empty() -> Samples {
    let mut window = Window::new();
    let mut samples = Samples::default();
    for _ in 0..400 {
        samples.push(window.frame(Vec::new(), |_| {}));
    }
    samples
}

/// Frames with the text in one label that can be scrolled.
pub fn label(text: &str) -> Samples {
    let mut window = Window::new();
    let mut samples = Samples::default();
    for number in 0..12 {
        let spent = window.frame(Vec::new(), |ui| {
            ScrollArea::vertical().show(ui, |ui| ui.add(Label::new(text)));
        });
        // The first frames lay the text out.
        if number > 3 {
            samples.push(spent);
        }
    }
    samples
}

/// The first frame with the text in one label; in milliseconds.
pub fn first_label(text: &str) -> f64 {
    let mut window = Window::new();
    window.frame(Vec::new(), |_| {});
    let begun = std::time::Instant::now();
    window.frame(Vec::new(), |ui| {
        ScrollArea::vertical().show(ui, |ui| ui.add(Label::new(text)));
    });
    begun.elapsed().as_secs_f64() * 1e3
}
