//! What a person does in the window, frame by frame.

use std::time::Duration;

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, pos2, vec2};

use crate::stage::WINDOW;
use crate::support::Samples;

/// Frames of a scene.
const FRAMES: usize = 400;

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    Rest,
    Scroll,
    Leap,
    Select,
    Tag,
}

impl Scene {
    pub const ALL: [Self; 5] = [Self::Rest, Self::Scroll, Self::Leap, Self::Select, Self::Tag];

    pub fn name(self) -> &'static str {
        match self {
            Self::Rest => "nothing moves",
            Self::Scroll => "scrolling by the wheel",
            Self::Leap => "leaping through the text",
            Self::Select => "selecting, past the lower edge",
            Self::Tag => "tagging, word by word",
        }
    }

    /// What happens before frame `number`. The text has its left edge at `left`, the map stands at `map`.
    fn events(self, number: usize, left: f32, map: f32) -> Vec<Event> {
        match self {
            Self::Rest => Vec::new(),
            Self::Scroll => vec![wheel(60.0)],
            Self::Leap => {
                let at = pos2(map, 80.0 + (number * 7919 % 700) as f32);
                vec![Event::PointerMoved(at), button(at, number.is_multiple_of(2))]
            }
            Self::Select => {
                let y = if number < FRAMES / 2 { 200.0 + number as f32 * 3.0 } else { WINDOW.y + 40.0 };
                let at = pos2(left + (number * 37 % 300) as f32, y);
                let mut events = vec![Event::PointerMoved(at)];
                if number == 0 {
                    events.push(button(at, true));
                }
                events
            }
            // Two clicks on a word, then its key.
            Self::Tag if number % 5 < 4 => {
                let far = (number / 5 * 7919 % 5_000) as f32;
                let at = pos2(left + far % 400.0, 200.0 + far / 10.0);
                vec![Event::PointerMoved(at), button(at, (number % 5).is_multiple_of(2))]
            }
            Self::Tag => {
                let (modifiers, repeat) = (Modifiers::NONE, false);
                let press = |pressed| Event::Key { key: Key::Q, physical_key: None, pressed, repeat, modifiers };
                vec![press(true), Event::Text("q".to_owned()), press(false)]
            }
        }
    }
}

/// Plays a scene; what each frame cost.
pub fn play(scene: Scene, left: f32, map: f32, mut frame: impl FnMut(Vec<Event>) -> Duration) -> Samples {
    let mut samples = Samples::default();
    frame(vec![Event::PointerMoved(pos2(left + 100.0, 450.0))]);
    for _ in 0..20 {
        frame(Vec::new());
    }
    for number in 0..FRAMES {
        samples.push(frame(scene.events(number, left, map)));
    }
    samples
}

fn wheel(down: f32) -> Event {
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
    Event::MouseWheel { unit, delta: vec2(0.0, -down), phase, source, modifiers: Modifiers::NONE }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}
