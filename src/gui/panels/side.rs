//! The panel on the right: the selected annotation, the list, the article.

use egui::{Ui, Vec2};

use super::{annotation_list, annotation_tab, article_tab};
use crate::gui::outbox::Outbox;
use crate::gui::view::{FocusTarget, SideTab, View};
use crate::gui::widgets::tab::{Tab, tabs};
use crate::session::{Action, Session};

const TABS: [SideTab; 3] = [SideTab::Annotation, SideTab::List, SideTab::Article];

/// Draws the panel; it brings its own margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    match view.focus {
        Some(FocusTarget::Note) => view.tab = SideTab::Annotation,
        Some(FocusTarget::ListFilter) => view.tab = SideTab::List,
        Some(FocusTarget::Details) => view.tab = SideTab::Article,
        _ => {}
    }
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
    let count = session.layer().map(|layer| layer.annotations().len() + layer.lost.len()).filter(|n| *n > 0);
    let row = [
        Tab { name: "Annotation", count: None, action: Action::ShowAnnotation },
        Tab { name: "List", count, action: Action::ShowList },
        Tab { name: "Article", count: None, action: Action::ShowArticle },
    ];
    let open = TABS.iter().position(|tab| *tab == view.tab).unwrap_or(0);
    if let Some(tab) = tabs(ui, &row, open).and_then(|at| TABS.get(at)) {
        view.tab = *tab;
    }
    ui.push_id(view.tab as u8, |ui| match view.tab {
        SideTab::Annotation => annotation_tab::show(ui, session, view, outbox),
        SideTab::List => annotation_list::show(ui, session, view, outbox),
        SideTab::Article => article_tab::show(ui, session, view, outbox),
    });
}
