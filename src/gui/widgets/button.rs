//! Buttons: quiet ones without a frame, framed ones for frequent actions.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::icon::{self, Icon};
use super::lettering::{clamped, whole};
use super::tip::{action_tip, tip};
use super::{key_cap, swatch};
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::model::Label;
use crate::session::Action;

/// The frame of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// No frame until it is hovered.
    Quiet,
    /// A filled rectangle with a thin line.
    Line,
}

/// A button, from left to right: swatch, icon, words, key.
#[derive(Clone, Debug)]
pub struct Button<'a> {
    /// The accessible name.
    pub name: &'a str,
    pub words: &'a str,
    pub swatch: Option<Label>,
    pub icon: Option<Icon>,
    pub key: String,
    pub frame: Frame,
    pub lit: Option<Color32>,
    pub color: Option<Color32>,
    pub enabled: bool,
    pub height: f32,
    pub padding: f32,
    /// A shorter swatch and less space between the parts.
    pub compact: bool,
    /// Maximum width of the words, in points; longer words end with an ellipsis.
    pub widest: f32,
}

impl<'a> Button<'a> {
    /// A quiet button whose words are aligned with what is above and below them.
    #[must_use]
    pub fn flush(words: &'a str) -> Self {
        Self { padding: 0.0, ..Self::quiet(words) }
    }

    /// A quiet button whose accessible name is its words.
    #[must_use]
    pub fn quiet(words: &'a str) -> Self {
        Self {
            name: words,
            words,
            swatch: None,
            icon: None,
            key: String::new(),
            frame: Frame::Quiet,
            lit: None,
            color: None,
            enabled: true,
            height: 26.0,
            padding: 8.0,
            compact: false,
            widest: f32::INFINITY,
        }
    }

    /// A framed button whose accessible name is its words.
    #[must_use]
    pub fn framed(words: &'a str) -> Self {
        Self { frame: Frame::Line, padding: 10.0, ..Self::quiet(words) }
    }

    /// Draws the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        self.show_as(ui, None)
    }

    /// Draws the button with an id of its own.
    pub fn show_as(self, ui: &mut Ui, id: Option<Id>) -> Response {
        let Self { name, words, swatch, icon, key, frame, lit, color, enabled, height, padding, compact, widest } = self;
        let gap = if compact { 5.0 } else { 7.0 };
        let swatch_width = if compact { 15.0 } else { swatch::SIZE.x };
        let theme = Theme::of(ui.visuals());
        let ink = if enabled { color.unwrap_or(theme.ink) } else { theme.dim.gamma_multiply(0.55) };
        let galley = lettered(ui, words, frame, ink, widest);
        let widths = [
            swatch.map(|_| swatch_width),
            icon.map(|_| 14.0),
            (!words.is_empty()).then(|| galley.size().x),
            (!key.is_empty()).then(|| key_cap::width(ui, &key)),
        ];
        let parts = widths.iter().flatten().count();
        let inner: f32 = widths.iter().flatten().sum::<f32>() + gap * parts.saturating_sub(1) as f32;
        let wanted = Vec2::new((inner + 2.0 * padding).ceil(), height);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = match id {
            Some(id) => {
                let (_, rect) = ui.allocate_space(wanted);
                (rect, ui.interact(rect, id, sense))
            }
            None => ui.allocate_exact_size(wanted, sense),
        };
        response.widget_info(|| match lit {
            Some(_) => WidgetInfo::selected(Role::Button, enabled, true, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        // Words without padding get a background with padding while hovered.
        let air = if padding == 0.0 { Vec2::new(8.0, 0.0) } else { Vec2::ZERO };
        surface(ui, rect.expand2(air), &response, frame, lit);
        let mut x = rect.left() + padding;
        let y = rect.center().y;
        if let (Some(label), [Some(width), ..]) = (swatch, widths) {
            let corner = egui::pos2(x, (y - swatch::SIZE.y / 2.0).round());
            swatch::paint(ui, Rect::from_min_size(corner, Vec2::new(width, swatch::SIZE.y)), label, false);
            x += width + gap;
        }
        if let (Some(icon), [_, Some(width), ..]) = (icon, widths) {
            icon::paint(ui, egui::pos2(x + width / 2.0, y), icon, ink);
            x += width + gap;
        }
        if !words.is_empty() {
            let at = Align2::LEFT_CENTER.anchor_size(egui::pos2(x, y), galley.size()).min;
            x += galley.size().x + gap;
            ui.painter().galley(at, galley, ink);
        }
        if !key.is_empty() {
            key_cap::paint(ui, egui::pos2(x, y), &key);
        }
        response
    }
}

/// Width of the words of a quiet button, at most `widest` points.
pub fn words_width(ui: &Ui, words: &str, widest: f32) -> f32 {
    lettered(ui, words, Frame::Quiet, Color32::PLACEHOLDER, widest).size().x
}

fn lettered(ui: &Ui, words: &str, frame: Frame, ink: Color32, widest: f32) -> Arc<Galley> {
    let font = if frame == Frame::Line { sans_medium(size::SANS) } else { sans(size::SANS) };
    let galley = whole(ui, words, font.clone(), ink);
    if galley.size().x <= widest { galley } else { clamped(ui, words, font, galley.size().y, ink, widest, 1) }
}

/// Paints the background of a button.
fn surface(ui: &Ui, rect: Rect, response: &Response, frame: Frame, lit: Option<Color32>) {
    let theme = Theme::of(ui.visuals());
    let over = response.hovered() || response.is_pointer_button_down_on();
    let corner = f32::from(size::CORNER);
    let still = if frame == Frame::Line { theme.paper } else { Color32::TRANSPARENT };
    let fill = if response.enabled() && over { theme.hover } else { still };
    let line = match (lit, frame) {
        (Some(color), _) => Stroke::new(1.5, color),
        (None, Frame::Line) => Stroke::new(1.0, if over { theme.frame } else { theme.line }),
        (None, Frame::Quiet) => Stroke::NONE,
    };
    ui.painter().rect(rect, corner, fill, line, StrokeKind::Inside);
    focus_ring(ui, rect, response);
}

/// Paints the ring that shows the focus.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let theme = Theme::of(ui.visuals());
        ui.painter().rect_stroke(
            rect.expand(1.0),
            f32::from(size::CORNER) + 1.0,
            Stroke::new(2.0, theme.accent),
            StrokeKind::Inside,
        );
    }
}

/// A quiet button for an action, with its help and key as the tip. Returns whether it was clicked.
pub fn action_button(ui: &mut Ui, action: impl Into<Action>) -> bool {
    let action = action.into();
    let button = Button::quiet(action.spec().name);
    action_tip(button.show(ui), action).clicked()
}

/// A small quiet button with an icon only.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, key: &str) -> Response {
    let theme = Theme::of(ui.visuals());
    let button =
        Button { name, icon: Some(icon), words: "", color: Some(theme.dim), height: 22.0, padding: 4.0, ..Button::quiet("") };
    tip(button.show(ui), name, key)
}
