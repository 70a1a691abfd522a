//! The status bar: save state, annotator, counts, position, notices, zoom.

use egui::{Align, Align2, Color32, Layout, Pos2, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::notices;
use crate::gui::panels::annotation::char_position;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::lettering::{counted, whole};
use crate::gui::widgets::tip::{action_tip, tip};
use crate::session::{Access, Action, SaveState, Session, SessionAction, Store, WindowAction};

const GAP: f32 = 20.0;
/// Maximum length of the position, in characters.
const PLACES: usize = 56;

/// Draws the bar with its margins.
pub fn show(ui: &mut Ui, session: &Session, _view: &View, prefs: &Preferences, outbox: &mut Outbox) {
    let all = ui.available_rect_before_wrap();
    let inner = all.shrink2(Vec2::new(size::MARGIN, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let theme = Theme::of(ui.visuals());
        saved(ui, session);
        if let Access::ReadOnly(reason) = session.access() {
            let text = item(ui, "Read-only", theme.claim, true, Sense::hover());
            tip(text, &format!("Read-only: {reason}"), "");
        }
        let asks = matches!(session.access(), Access::Asks(_));
        let name = if asks { format!("Viewing {}", session.annotator()) } else { session.annotator().to_string() };
        let who = item(ui, &name, theme.dim, false, Sense::click());
        if action_tip(who, WindowAction::SetDetails).clicked() {
            outbox.act(WindowAction::SetDetails);
        }
        let count = session.layer().map_or(0, |layer| layer.annotations().len());
        item(ui, &counted(count, "annotation", "annotations"), theme.dim, false, Sense::hover());
        let quotes = (session.suggestions().len(), "suggestion", "suggestions", Action::Session(SessionAction::NextSuggestion));
        let claims = (
            session.claim_suggestions().len(),
            "claim suggestion",
            "claim suggestions",
            Action::Session(SessionAction::NextClaim),
        );
        for (left, one, more, action) in [quotes, claims].into_iter().filter(|(left, ..)| *left > 0) {
            let text = item(ui, &format!("{} left", counted(left, one, more)), theme.dim, false, Sense::CLICK);
            if action_tip(text, action).clicked() {
                outbox.act(action);
            }
        }
        if let Some((shown, whole)) = place(session) {
            let text = item(ui, &shown, theme.dim, false, Sense::hover());
            if shown != whole {
                tip(text, &whole, "");
            }
        }
        let zoom = format!("{} %", (prefs.zoom * 100.0).round());
        let zoom_width = whole(ui, &zoom, sans(size::SMALL), theme.dim).size().x;
        notices::show(ui, session, inner.right() - zoom_width - GAP, outbox);
        let galley = whole(ui, &zoom, sans(size::SMALL), theme.dim);
        let at = Align2::RIGHT_CENTER.anchor_size(Pos2::new(inner.right(), inner.center().y), galley.size());
        let response = ui.interact(at.expand(3.0), egui::Id::unique("zoom"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Zoom: {zoom}")));
        ui.painter().galley(at.min, galley, theme.dim);
        if action_tip(response, WindowAction::ZoomReset).clicked() {
            outbox.act(WindowAction::ZoomReset);
        }
    });
}

fn saved(ui: &mut Ui, session: &Session) {
    let theme = Theme::of(ui.visuals());
    // "Saved" and "Saving…" have the same width, so that the bar does not shift with every key.
    let room = whole(ui, "Saving…", sans(size::SMALL), theme.dim).size().x;
    match session.save_state() {
        SaveState::Saved => {
            let text = item(ui, "Saved", theme.dim, false, Sense::hover());
            let missing = room - text.rect.width();
            tip(text, "All changes are saved in the set", "");
            ui.add_space(missing.max(0.0));
        }
        SaveState::Unsaved => {
            let is_silent = session.safety().silent() == Some(Store::Files);
            let words = if is_silent { "Not saved: disk not responding" } else { "Saving…" };
            let text = item(ui, words, if is_silent { theme.open } else { theme.dim }, is_silent, Sense::hover());
            tip(text, &whereabouts(session), "");
        }
        SaveState::Failed(reason) => {
            let text = item(ui, "Not saved", theme.open, true, Sense::hover());
            tip(text, &format!("{reason}. {}. Dicta retries every few seconds", whereabouts(session)), "");
        }
    }
    let safety = session.safety();
    let is_late =
        safety.journal_error().is_some() || safety.silent().is_some() || matches!(session.save_state(), SaveState::Failed(_));
    if safety.not_yet_safe() > 0 && is_late {
        let changes = changes(safety.not_yet_safe());
        let text = item(ui, &format!("{changes} not safe"), theme.open, true, Sense::hover());
        tip(text, &whereabouts(session), "");
    } else if safety.silent() == Some(Store::Journal) {
        item(ui, "Journal disk not responding", theme.open, true, Sense::hover());
    }
}

/// Where the changes are that are not in the files of the set.
fn whereabouts(session: &Session) -> String {
    let safety = session.safety();
    if safety.not_yet_safe() == 0 {
        return "All changes are in the journal on this computer, but not all are saved in the set yet".to_owned();
    }
    let why = match (safety.journal_error(), safety.silent()) {
        (Some(reason), _) => format!(": {reason}"),
        (None, Some(Store::Journal)) => ": journal disk not responding".to_owned(),
        (None, _) => " yet".to_owned(),
    };
    let count = safety.not_yet_safe();
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} {verb} saved neither in the set nor in the journal{why}", changes(count))
}

fn changes(count: u64) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "change", "changes")
}

/// The position of the selection or the annotation, in characters: shortened, and in full.
fn place(session: &Session) -> Option<(String, String)> {
    let text = &session.article()?.text;
    let whole = match session.selection().span(text) {
        Some(span) => format!("characters {}", char_position::ranges(text, std::iter::once(span))),
        None => char_position::characters(text, session.current()?),
    };
    Some((crate::text::shortened(&whole, PLACES), whole))
}

fn item(ui: &mut Ui, words: &str, color: Color32, strong: bool, sense: Sense) -> Response {
    let theme = Theme::of(ui.visuals());
    let font = if strong { sans_medium(size::SMALL) } else { sans(size::SMALL) };
    let galley = whole(ui, words, font, color);
    let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
    let role = if sense.senses_click() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    let color = if sense.senses_click() && (response.hovered() || response.has_focus()) { theme.ink } else { color };
    ui.painter().galley_with_override_text_color(rect.min, galley, color);
    response
}
