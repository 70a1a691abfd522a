//! Draws a value in its box: the words, a detail, a key, a cross that clears it.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::button::focus_ring;
use super::icon::{self, Icon};
use super::key_cap;
use super::lettering::{one_line, wrapping};
use crate::gui::style::theme::{Theme, sans, size};

const PADDING: f32 = 9.0;
/// Width of an icon at the right, in points.
const SIGN: f32 = 18.0;
const LINE: f32 = 18.0;

/// The style of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Set by a person.
    Said,
    /// A default value, or a hint.
    Quiet,
    /// An open question.
    Open,
}

/// A value in its box.
#[derive(Clone, Debug)]
pub struct ValueBox<'a> {
    pub id: Id,
    /// The accessible name.
    pub name: &'a str,
    pub words: &'a str,
    /// Shown in grey after the words.
    pub detail: &'a str,
    pub tone: Tone,
    pub key: String,
    /// The accessible name of the cross, if it has one.
    pub cross: Option<&'a str>,
    /// The accessible name of the arrow that moves it up, if it has one.
    pub up: Option<&'a str>,
    pub rows: usize,
    pub clickable: bool,
}

/// What was clicked.
#[derive(Debug)]
pub struct Done {
    pub response: Response,
    pub crossed: bool,
    pub raised: bool,
}

impl<'a> ValueBox<'a> {
    /// A value that can be clicked.
    #[must_use]
    pub fn new(id: Id, name: &'a str, words: &'a str) -> Self {
        let tone = Tone::Said;
        Self { id, name, words, detail: "", tone, key: String::new(), cross: None, up: None, rows: 1, clickable: true }
    }

    /// Draws it over the full width.
    pub fn show(self, ui: &mut Ui) -> Done {
        let Self { id, name, words, detail, tone, key, cross, up, rows, clickable } = self;
        let theme = Theme::of(ui.visuals());
        let key_width = if key.is_empty() { 0.0 } else { key_cap::width(ui, &key) + 6.0 };
        let signs = SIGN * f32::from(u8::from(cross.is_some()) + u8::from(up.is_some()));
        let wide = ui.available_width();
        let room = wide - 2.0 * PADDING - key_width - signs;
        let color = match tone {
            Tone::Said => theme.ink,
            Tone::Quiet => theme.dim,
            Tone::Open => theme.open,
        };
        let galley = lettering(ui, words, detail, color, theme, room, rows);
        let height = (galley.size().y + size::FIELD - LINE).max(size::FIELD);
        let (_, rect) = ui.allocate_space(Vec2::new(wide, height));
        let response = ui.interact(rect, id, if clickable { Sense::click() } else { Sense::hover() });
        let role = if clickable { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, name));
        let over = clickable && response.hovered();
        // A value that is not set has no frame until it is hovered.
        let (fill, line) = match (over, tone) {
            (true, _) => (theme.hover, Stroke::new(1.0, theme.frame)),
            (false, Tone::Quiet) => (Color32::TRANSPARENT, Stroke::NONE),
            (false, Tone::Said | Tone::Open) => (theme.paper, Stroke::new(1.0, theme.line)),
        };
        ui.painter().rect(rect, f32::from(size::CORNER), fill, line, StrokeKind::Inside);
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(rect.left() + PADDING, rect.center().y), galley.size()).min;
        ui.painter().galley(at, galley, color);
        let mut right = rect.right() - 4.0;
        let mut sign = |ui: &Ui, what: &str, arrow: bool| {
            let place = Rect::from_center_size(Pos2::new(right - SIGN / 2.0, rect.top() + size::FIELD / 2.0), Vec2::splat(SIGN));
            right -= SIGN;
            let response = ui.interact(place, id.with(what), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, what));
            let ink = if response.hovered() || response.has_focus() { theme.ink } else { theme.dim };
            if arrow {
                arrow_up(ui, place.center(), ink);
            } else {
                icon::paint(ui, place.center(), Icon::Cross, ink);
            }
            focus_ring(ui, place, &response);
            response.on_hover_text(what).clicked()
        };
        let crossed = cross.is_some_and(|what| sign(ui, what, false));
        let raised = up.is_some_and(|what| sign(ui, what, true));
        if !key.is_empty() {
            key_cap::paint(ui, Pos2::new(right - key_width + 4.0, rect.center().y), &key);
        }
        focus_ring(ui, rect, &response);
        Done { response, crossed, raised }
    }
}

fn arrow_up(ui: &Ui, center: Pos2, ink: Color32) {
    let stroke = Stroke::new(1.4, ink);
    ui.painter().line_segment([center + Vec2::new(0.0, 4.0), center + Vec2::new(0.0, -3.5)], stroke);
    ui.painter().line_segment([center + Vec2::new(-3.0, -0.5), center + Vec2::new(0.0, -4.0)], stroke);
    ui.painter().line_segment([center + Vec2::new(3.0, -0.5), center + Vec2::new(0.0, -4.0)], stroke);
}

fn lettering(ui: &Ui, words: &str, detail: &str, color: Color32, theme: &Theme, room: f32, rows: usize) -> Arc<Galley> {
    let format = |color| TextFormat { font_id: sans(size::SANS), color, line_height: Some(LINE), ..TextFormat::default() };
    let mut job = LayoutJob { wrap: wrapping(room, rows), ..LayoutJob::default() };
    job.append(&one_line(words), 0.0, format(color));
    if !detail.is_empty() {
        job.append(detail, 6.0, format(theme.dim));
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
