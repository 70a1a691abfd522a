//! The attribute strip: every attribute of the selected annotation with its values and their keys, and the guideline.

use egui::{
    Align2, Area, Context, Event, Frame, Id, Margin, Order, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo,
};

use crate::gui::input::{Digits, LayoutInUse, Press, layout_in_use};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{FocusTarget, Overlay, View};
use crate::gui::style::theme::{Theme, sans, sans_medium, sans_semibold, serif, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::{clamped, heading};
use crate::model::{Annotation, Attribute, Label, Value};
use crate::session::{Command, Key, Session};

const COLUMN: f32 = 148.0;
const GAP: f32 = 12.0;
const ROW: f32 = 24.0;
const GUIDE: f32 = 300.0;
const WIDEST: f32 = 1180.0;
const PADDING: f32 = 16.0;
/// Maximum number of rows of a guideline.
const GUIDE_ROWS: usize = 9;

/// Draws the strip when it is open.
pub fn show(ctx: &Context, session: &Session, view: &mut View, outbox: &mut Outbox) {
    if view.overlay != Some(Overlay::Values) {
        return;
    }
    if read_keys(ctx, session, outbox) {
        view.overlay = None;
        view.focus = Some(FocusTarget::Reader);
        return ctx.request_repaint();
    }
    let above = -(size::LABEL_BAR + size::STATUS_BAR + 8.0);
    let wide = (ctx.content_rect().width() - 48.0).min(WIDEST);
    let area = Area::new(Id::unique("values")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, [0.0, above]);
    area.accessible_name("Attributes").show(ctx, |ui| {
        let theme = Theme::of(ui.visuals());
        let frame = Frame::popup(ui.style())
            .fill(theme.panel)
            .stroke(Stroke::new(1.0, theme.line))
            .corner_radius(10)
            .inner_margin(Margin::same(PADDING as i8));
        frame.show(ui, |ui| {
            ui.set_width(wide - 2.0 * PADDING);
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            match session.current() {
                Some(annotation) => said(ui, session, annotation, outbox),
                None => guidelines(ui, session),
            }
        });
    });
}

/// Sets the values whose keys were pressed. Returns whether the strip is to be closed.
fn read_keys(ctx: &Context, session: &Session, outbox: &mut Outbox) -> bool {
    let LayoutInUse { held, script } = layout_in_use(ctx);
    let mut leaves = false;
    ctx.input_mut(|input| {
        let mut kept = Vec::new();
        let mut events = std::mem::take(&mut input.events).into_iter().peekable();
        while let Some(event) = events.next() {
            if matches!(event, Event::Text(_)) {
                continue;
            }
            let Some(press) = Press::read(&event, events.peek()) else {
                kept.push(event);
                continue;
            };
            if matches!(press.key, egui::Key::Enter | egui::Key::Escape) {
                leaves = true;
                continue;
            }
            let chords = press.chords(held, script, Digits::ALL).into_iter().filter(|chord| !chord.command && !chord.alt);
            let letters = chords.filter_map(|chord| if let Key::Char(letter) = chord.key { Some(letter) } else { None });
            let codebook = &session.document().codebook;
            let found = session.current().and_then(|annotation| {
                let value = letters.into_iter().find_map(|letter| codebook.value_by_key(annotation.label, letter));
                value.map(|(attribute, value)| (annotation, attribute, value))
            });
            match found {
                Some((annotation, attribute, value)) => set(annotation, attribute, value, outbox),
                None => kept.push(event),
            }
        }
        input.events = kept;
    });
    leaves
}

fn said(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let codebook = &session.document().codebook;
    let closed: Vec<&Attribute> = codebook.attributes_of(annotation.label).filter(|attribute| attribute.is_closed()).collect();
    let all = ui.available_width();
    let room = (all - GUIDE - 2.0 * GAP).max(COLUMN);
    let columns = (((room + GAP) / (COLUMN + GAP)) as usize).max(1);
    let origin = ui.cursor().min;
    let mut tops = vec![origin.y; columns];
    let mut hovered: Option<(&Attribute, Option<&Value>)> = None;
    for attribute in closed {
        // Each attribute goes into the shortest column, to keep the strip low.
        let shortest = tops.iter_mut().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
        let Some((at, top)) = shortest else { continue };
        let corner = Pos2::new(origin.x + at as f32 * (COLUMN + GAP), *top);
        if let Some(value) = column(ui, corner, annotation, attribute, outbox) {
            hovered = Some((attribute, value));
        }
        *top += ROW * (attribute.values.len() + 1) as f32 + GAP;
    }
    let top = tops.iter().copied().fold(origin.y, f32::max);
    let guide = Rect::from_min_max(Pos2::new(origin.x + all - GUIDE, origin.y), Pos2::new(origin.x + all, f32::INFINITY));
    let mut beside = ui.new_child(egui::UiBuilder::new().max_rect(guide));
    match hovered {
        Some((attribute, value)) => explain(&mut beside, attribute, value),
        None => guideline(&mut beside, session, annotation.label),
    }
    let bottom = (top - GAP).max(beside.min_rect().bottom());
    ui.painter().vline(guide.left() - GAP, origin.y..=bottom, Stroke::new(1.0, Theme::of(ui.visuals()).line));
    ui.allocate_rect(Rect::from_min_max(origin, Pos2::new(origin.x + all, bottom)), Sense::hover());
}

/// Draws the values of one attribute. Returns the hovered value; `Some(None)` if the heading is hovered.
#[expect(clippy::option_option, reason = "over the heading there is an attribute but no value")]
fn column<'a>(
    ui: &Ui,
    corner: Pos2,
    annotation: &Annotation,
    attribute: &'a Attribute,
    outbox: &mut Outbox,
) -> Option<Option<&'a Value>> {
    let theme = Theme::of(ui.visuals());
    let head = Rect::from_min_size(corner, Vec2::new(COLUMN, ROW));
    let title = clamped(ui, &attribute.title, sans_semibold(size::HEADING), 16.0, theme.dim, COLUMN, 1);
    ui.painter().galley(corner + Vec2::new(6.0, 2.0), title, theme.dim);
    let mut over = ui.rect_contains_pointer(head).then_some(None);
    let held = attribute.held(&annotation.details.attributes).unwrap_or_default();
    for (at, value) in attribute.values.iter().enumerate() {
        let rect = Rect::from_min_size(corner + Vec2::new(0.0, ROW * (at + 1) as f32), Vec2::new(COLUMN, ROW));
        let response = ui.interact(rect, Id::unique(("strip", &attribute.name, &value.name)), Sense::click());
        let own = value.name == held;
        let name = format!("{}: {}", attribute.title, value.shown());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, own, &name));
        if response.hovered() {
            over = Some(Some(value));
        }
        if own || response.hovered() {
            let line = if own { Stroke::new(1.5, theme.accent) } else { Stroke::NONE };
            let fill = if own { theme.paper } else { theme.hover };
            ui.painter().rect(rect.shrink2(Vec2::new(0.0, 1.0)), f32::from(size::CORNER), fill, line, egui::StrokeKind::Inside);
        }
        let left = Pos2::new(rect.left() + 6.0, rect.center().y);
        let x = match value.key {
            Some(key) => key_cap::paint(ui, left, &key.to_ascii_uppercase().to_string()).right() + 6.0,
            None => left.x + key_cap::HEIGHT + 6.0,
        };
        let font = if own { sans_medium(size::SANS) } else { sans(size::SANS) };
        let words = clamped(ui, value.shown(), font, 18.0, theme.ink, rect.right() - x - 4.0, 1);
        ui.painter().galley(Align2::LEFT_CENTER.anchor_size(Pos2::new(x, rect.center().y), words.size()).min, words, theme.ink);
        focus_ring(ui, rect, &response);
        if response.clicked() {
            set(annotation, attribute, value, outbox);
        }
    }
    over
}

/// Sets a value; setting the same value again clears it.
fn set(annotation: &Annotation, attribute: &Attribute, value: &Value, outbox: &mut Outbox) {
    let again = annotation.details.attributes.get(&attribute.name) == Some(&value.name);
    let value = if again { String::new() } else { value.name.clone() };
    outbox.send(Command::SetAttribute { id: annotation.id.clone(), name: attribute.name.clone(), value });
}

fn explain(ui: &mut Ui, attribute: &Attribute, value: Option<&Value>) {
    heading(ui, &attribute.title);
    ui.add_space(4.0);
    paragraph(ui, &attribute.guideline, false);
    if let Some(value) = value.filter(|value| !value.about.is_empty()) {
        ui.add_space(8.0);
        paragraph(ui, &format!("{}: {}", value.shown(), value.about), true);
    }
}

/// Draws the guideline and the examples of a label.
fn guideline(ui: &mut Ui, session: &Session, label: Label) {
    heading(ui, label.title());
    ui.add_space(4.0);
    let codebook = &session.document().codebook;
    paragraph(ui, codebook.guideline(label), false);
    let examples = codebook.guidelines.iter().filter(|held| held.label == label).flat_map(|held| &held.examples);
    for example in examples {
        ui.add_space(6.0);
        let theme = Theme::of(ui.visuals());
        let text = RichText::new(example).font(serif(size::SANS)).color(theme.ink);
        ui.add(egui::Label::new(text).wrap().selectable(false));
    }
}

fn paragraph(ui: &mut Ui, words: &str, strong: bool) {
    let theme = Theme::of(ui.visuals());
    let (font, ink) = if strong { (sans_medium(size::SANS), theme.ink) } else { (sans(size::SANS), theme.dim) };
    let wide = ui.available_width();
    let galley = clamped(ui, words, font, 18.0, ink, wide, GUIDE_ROWS);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, galley.size().y), Sense::hover());
    let cut = galley.elided;
    ui.painter().galley(rect.min, galley, ink);
    if cut {
        response.on_hover_text(words);
    }
}

/// Draws the guidelines of all labels, shown while nothing is selected.
fn guidelines(ui: &mut Ui, session: &Session) {
    let wide = (ui.available_width() - 2.0 * 24.0) / 3.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for label in Label::ALL {
            ui.vertical(|ui| {
                ui.set_width(wide);
                guideline(ui, session, label);
            });
        }
    });
}
