//! Draws the text: one article, or two side by side.

use egui::{Rect, Stroke, Ui, UiBuilder};

use crate::gui::reader;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::panes::PaneSide;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::View;
use crate::gui::style::theme::Theme;
use crate::session::Session;

/// Draws the text: one article, or two side by side.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, prefs: &Preferences, outbox: &mut Outbox) {
    if view.beside.as_mut().is_some_and(|beside| !beside.follow(session)) {
        view.close_beside();
    }
    let Some(beside) = view.beside.clone() else {
        return reader::show(ui, session, &mut view.reader, prefs, outbox);
    };
    let theme = Theme::of(ui.visuals());
    let all = ui.available_rect_before_wrap();
    let middle = all.center().x.round();
    for side in [PaneSide::Left, PaneSide::Right] {
        let (rect, reader) = match side {
            PaneSide::Left => (all.with_max_x(middle), &mut view.reader),
            PaneSide::Right => (all.with_min_x(middle + 1.0), &mut view.second),
        };
        let article = session.document().article(beside.article(side));
        let mut pane = ui.new_child(UiBuilder::new().id_salt(("pane", side as u8)).max_rect(rect));
        pane.shrink_clip_rect(rect);
        reader::show_on(&mut pane, session, side, article, reader, prefs, outbox);
        if side == beside.active() {
            let line = Rect::from_min_max(rect.min, egui::pos2(rect.right(), rect.top() + 2.0));
            ui.painter().rect_filled(line, 0.0, theme.accent);
        }
    }
    ui.painter().vline(middle + 0.5, all.y_range(), Stroke::new(1.0, theme.line));
    ui.advance_cursor_after_rect(all);
}
