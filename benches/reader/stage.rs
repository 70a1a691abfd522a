//! The text pane in a window without a system behind it, frame by frame.

use std::time::Duration;

use dicta::edit::History;
use dicta::gui::reader::{self, ReaderView};
use dicta::gui::state::outbox::{Item, Outbox};
use dicta::gui::state::prefs::Preferences;
use dicta::gui::style::fonts;
use dicta::gui::style::theme::Theme;
use dicta::model::Document;
use dicta::model::Label;
use dicta::session::state::Start;
use dicta::session::{Access, Command, Session, SessionAction};
use egui::{Context, Event, FullOutput, Key, Pos2, RawInput, Rect, Vec2, ViewportId};

use crate::scenes::{Scene, play};
use crate::support::{Cost, Samples, marks::NOW, set};

/// Points.
pub const WINDOW: Vec2 = Vec2::new(1440.0, 900.0);
/// Seconds between two frames.
const FRAME: f64 = 1.0 / 60.0;
/// Where the text and its map stand when the pane has the window for itself, in points.
const LEFT: f32 = 400.0;
const MAP: f32 = 1430.0;

/// A window that is fed with events and pays for its frames.
#[derive(Debug)]
pub struct Window {
    pub ctx: Context,
    pub cost: Cost,
    time: f64,
    /// How long the last frame was content to wait for the next one.
    pub patience: Duration,
}

impl Window {
    pub fn new() -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        Theme::apply(&ctx);
        Self { ctx, cost: Cost::new(), time: 0.0, patience: Duration::ZERO }
    }

    /// One frame up to the triangles; its cost.
    pub fn frame(&mut self, events: Vec<Event>, mut draw: impl FnMut(&mut egui::Ui)) -> Duration {
        self.time += FRAME;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, WINDOW));
        let (time, predicted_dt) = (Some(self.time), FRAME as f32);
        let input = RawInput { screen_rect, time, predicted_dt, events, focused: true, ..RawInput::default() };
        let (output, spent) = self.cost.of(|| {
            let output = self.ctx.run_ui(input, &mut draw);
            let FullOutput { shapes, pixels_per_point, viewport_output, mut textures_delta, .. } = output;
            // With debug assertions egui panics when textures are dropped that nobody uploaded.
            textures_delta.clear();
            drop(self.ctx.tessellate(shapes, pixels_per_point));
            viewport_output
        });
        self.patience = output.get(&ViewportId::ROOT).map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        spent
    }
}

/// The text pane, alone in the window.
#[derive(Debug)]
pub struct Stage {
    pub window: Window,
    pub session: Session,
    view: ReaderView,
    prefs: Preferences,
}

impl Stage {
    pub fn new(document: Document) -> Self {
        let (history, annotator) = (History::default(), set::alice());
        let start = Start { document, history, annotator, access: Access::ReadWrite, seed: 3, unsaved: false };
        let session = Session::new(start, NOW);
        let mut stage = Self { window: Window::new(), session, view: ReaderView::default(), prefs: Preferences::default() };
        stage.view.wants_focus = true;
        stage
    }

    /// Draws a frame, with what its events command; its cost.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        let Self { window, session, view, prefs } = self;
        let tags = events.iter().any(|event| matches!(event, Event::Key { key: Key::Q, pressed: true, .. }));
        let ((), keys) = window.cost.of(|| {
            if tags {
                session.dispatch(Command::Do(SessionAction::Tag(Label::Quote)), NOW);
            }
        });
        let mut outbox = Outbox::default();
        let drawn = window.frame(events, |ui| reader::show(ui, session, view, prefs, &mut outbox));
        let ((), clicks) = window.cost.of(|| {
            for item in outbox.drain() {
                if let Item::Command(command) = item {
                    session.dispatch(command, NOW);
                }
            }
        });
        keys + drawn + clicks
    }

    /// Plays a scene; what each frame cost.
    pub fn play(&mut self, scene: Scene) -> Samples {
        let count = |stage: &Self| stage.session.layer().map_or(0, |layer| layer.annotations().len());
        let before = count(self);
        let samples = play(scene, LEFT, MAP, |events| self.frame(events));
        let acted = match scene {
            Scene::Select => !self.session.selection().is_empty(),
            Scene::Tag => count(self) > before + 20,
            _ => count(self) == before,
        };
        assert!(acted, "{}: the window did not do what was played", scene.name());
        samples
    }

    /// Draws until the pane asks for no further frame; how many were drawn, and in how much of its time.
    ///
    /// The caret blinks for some seconds, at two frames a second, and then stands.
    pub fn rest(&mut self) -> Option<usize> {
        let mut asked = 0;
        for _ in 0..5_000 {
            self.frame(Vec::new());
            match self.window.patience {
                Duration::MAX => return Some(asked),
                Duration::ZERO => asked += 1,
                _ => {}
            }
        }
        None
    }
}
