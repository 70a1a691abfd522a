//! The list that is reviewed before a bulk edit: every row in its context, with a check box.

mod head;
mod list;
pub(in crate::gui::panels) mod row;

use egui::{Frame, Panel, Ui};

use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::session::{Purpose, Review, Session};

/// The state of the review between frames.
#[derive(Debug, Default)]
pub struct ReviewView {
    list: VirtualList,
    /// The row on which the keyboard is.
    cursor: usize,
    /// The number of the list that was drawn last.
    shown: Option<u64>,
    /// The number of rows, and the number of their articles, counted when the first changes.
    articles: (usize, usize),
}

/// Whether the review is shown: a list of lines to mark as zones only if it has rows.
#[must_use]
pub fn is_shown(session: &Session) -> bool {
    session.review().is_some_and(|review| asked_for(review) || !review.rows.is_empty())
}

/// Whether the person requested the list, rather than being offered it.
fn asked_for(review: &Review) -> bool {
    matches!(review.purpose, Purpose::Mentions(_) | Purpose::Names)
}

/// Draws the panel below the text.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    view: &mut ReviewView,
    focus: &mut Option<FocusTarget>,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui.visuals());
    let most = (ui.available_height() * 0.6).max(120.0);
    let panel = Panel::bottom("review").default_size(280.0).size_range(120.0..=most).resizable(true);
    panel.frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        head::show(ui, session, review, view, outbox);
        list::show(ui, session, review, view, focus, outbox);
    });
}
