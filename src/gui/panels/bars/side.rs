//! The panel on the right, with its tabs: annotation, list, actors, to do, article.

use egui::{Ui, Vec2};

use crate::gui::panels::annotation::{annotation_list, annotation_tab};
use crate::gui::panels::article::article_tab;
use crate::gui::panels::{actors, open_questions};
use crate::gui::state::focus::{FocusTarget, SideTab};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::widgets::tab::{Tab, tabs};
use crate::session::{Action, Session, WindowAction};

const TABS: [SideTab; 5] = [SideTab::Annotation, SideTab::List, SideTab::Actors, SideTab::Open, SideTab::Article];

/// Draws the panel with its margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    match view.focus {
        Some(FocusTarget::Note) => view.tab = SideTab::Annotation,
        Some(FocusTarget::ListFilter) => view.tab = SideTab::List,
        Some(FocusTarget::ActorsFilter) => view.tab = SideTab::Actors,
        Some(FocusTarget::Questions) => view.tab = SideTab::Open,
        Some(FocusTarget::Details) => view.tab = SideTab::Article,
        _ => {}
    }
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
    let looked_at = if session.suggestion().is_some() { "Suggestion" } else { "Annotation" };
    let annotation = session.current().map_or(looked_at, |annotation| annotation.label.title());
    let open = Some(session.open_here().len()).filter(|count| *count > 0);
    let row = [
        Tab { name: "Annotation", words: annotation, count: None, action: Action::Window(WindowAction::ShowAnnotation) },
        Tab { name: "List", words: "List", count: None, action: Action::Window(WindowAction::ShowList) },
        Tab { name: "Actors", words: "Actors", count: None, action: Action::Window(WindowAction::ShowActors) },
        Tab { name: "To do", words: "To do", count: open, action: Action::Window(WindowAction::ShowToDo) },
        Tab { name: "Article", words: "Article", count: None, action: Action::Window(WindowAction::ShowArticle) },
    ];
    let open = TABS.iter().position(|tab| *tab == view.tab).unwrap_or(0);
    if let Some(tab) = tabs(ui, &row, open).and_then(|at| TABS.get(at)) {
        view.tab = *tab;
    }
    ui.push_id(view.tab as u8, |ui| match view.tab {
        SideTab::Annotation => annotation_tab::show(ui, session, &mut view.focus, outbox),
        SideTab::List => annotation_list::show(ui, session, &mut view.panels.list, &mut view.focus, outbox),
        SideTab::Actors => actors::show(ui, session, view, outbox),
        SideTab::Open => open_questions::show(ui, session, view, outbox),
        SideTab::Article => article_tab::show(ui, session, &mut view.panels.article, &mut view.focus, outbox),
    });
}
