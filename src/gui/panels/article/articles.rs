//! The panel on the left: every article of the set with its status, and a filter.

use egui::{Id, Pos2, Rect, RichText, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::article_row::{self, RowState};
use super::article_rows::ArticleRows;
use crate::gui::input::keymap::key_of;
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::{Step, articles_id};
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::action_button;
use crate::gui::widgets::lettering::{counted, digits, dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::ArticleId;
use crate::session::{Command, Session, WindowAction};

const FOOTER: f32 = 28.0;

/// The state of the article list between frames.
#[derive(Debug, Default)]
pub struct ArticlesView {
    pub filter: String,
    rows: ArticleRows,
    list: VirtualList,
    /// The article on which the keyboard is.
    cursor: Option<ArticleId>,
    /// The open article when the list was last drawn.
    open: Option<ArticleId>,
}

/// Draws the panel with its margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut ArticlesView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let changed = view.rows.update(session, &view.filter);
    head(ui, session, view, focus, outbox);
    let all = ui.available_rect_before_wrap();
    let footer = Rect::from_min_max(Pos2::new(all.left(), all.bottom() - FOOTER), all.max);
    let body = Rect::from_min_max(all.min, Pos2::new(all.right(), footer.top().max(all.top())));
    if changed {
        view.list.rows_changed();
    }
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("article rows"), |ui| {
        ui.set_min_size(body.size());
        ui.shrink_clip_rect(body);
        if view.rows.articles.is_empty() {
            empty(ui, view.rows.total, &mut view.filter, outbox);
        } else {
            list(ui, session, view, focus, outbox);
        }
    });
    // Left over when there is no row that could take the keyboard.
    focus.take_if(|focus| *focus == FocusTarget::Articles);
    foot(ui, footer, &view.rows);
    ui.advance_cursor_after_rect(all);
}

fn head(ui: &mut Ui, session: &Session, view: &mut ArticlesView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    egui::Frame::NONE.inner_margin(egui::Margin { left: 14, right: 14, top: 12, bottom: 8 }).show(ui, |ui| {
        heading(ui, "Articles");
        ui.add_space(8.0);
        let field = TextField {
            hint: "Filter",
            key: key_of(ui, WindowAction::FilterArticles),
            clears: true,
            ..TextField::new(Id::unique("articles filter"), "Filter articles")
        };
        let response = field.show(ui, &mut view.filter);
        if focus.take_if(|focus| *focus == FocusTarget::ArticlesFilter).is_some() {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter)) {
            view.rows.update(session, &view.filter);
            if let Some(first) = view.rows.articles.first() {
                outbox.send(Command::OpenArticle(first.id.clone()));
                *focus = Some(FocusTarget::Reader);
            }
        }
    });
}

fn list(ui: &mut Ui, session: &Session, view: &mut ArticlesView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    let ArticlesView { rows, list, cursor, open, .. } = view;
    let now_open = session.article().map(|a| a.id.clone());
    if now_open != *open {
        *cursor = None;
        if let Some(row) = now_open.as_ref().and_then(|id| rows.position(id)) {
            list.reveal(row);
        }
        open.clone_from(&now_open);
    }
    let (keys, step) = list_keys::listen(ui, articles_id(), ui.max_rect(), "Articles", true);
    if *focus == Some(FocusTarget::Articles) {
        *focus = None;
        keys.request_focus();
    }
    let here = cursor.as_ref().or(now_open.as_ref()).and_then(|id| rows.position(id));
    if let Some(step) = step {
        let to = step.from(here, rows.articles.len(), list.rows_in(ui.available_height()));
        if let Some((row, article)) = to.and_then(|row| Some((row, rows.articles.get(row)?))) {
            *cursor = Some(article.id.clone());
            list.reveal(row);
            if step == Step::Open {
                outbox.send(Command::OpenArticle(article.id.clone()));
                *focus = Some(FocusTarget::Reader);
            }
        }
    }
    let on = keys.has_focus().then(|| cursor.clone().or(now_open.clone())).flatten();
    let width = ui.available_width();
    let articles = &rows.articles;
    let id = |row: usize| articles.get(row).map_or(Id::NULL, |a| article_row::row_id(a));
    let estimate = |row: usize| articles.get(row).map_or(0.0, |a| article_row::estimate(a, width));
    list.show(ui, "articles", articles.len(), id, estimate, |ui, row, at, width| {
        let Some(article) = articles.get(row) else { return 0.0 };
        let is = |id: &Option<ArticleId>| id.as_ref() == Some(&article.id);
        let state = RowState { open: is(&now_open), cursor: is(&on), usual_year: &rows.usual_year };
        let (height, response) = article_row::draw(ui, session, article, state, at, width);
        if response.clicked() {
            outbox.send(Command::OpenArticle(article.id.clone()));
            *focus = Some(FocusTarget::Reader);
        }
        height
    });
}

/// Draws what to do when there is no row.
fn empty(ui: &mut Ui, total: usize, filter: &mut String, outbox: &mut Outbox) {
    egui::Frame::NONE.inner_margin(egui::Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if total == 0 {
            dim(ui, "No articles yet. Add text files, or drop them on the window.");
            if action_button(ui, WindowAction::AddFiles) {
                outbox.act(WindowAction::AddFiles);
            }
        } else {
            dim(ui, "No results. The filter searches title, outlet, byline, language and status.");
            if crate::gui::widgets::button::Button::quiet("Clear filter").show(ui).clicked() {
                filter.clear();
            }
        }
    });
}

fn foot(ui: &mut Ui, rect: Rect, rows: &ArticleRows) {
    let theme = Theme::of(ui.visuals());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let shown = rows.articles.len();
    let some = if shown == rows.total { String::new() } else { format!("{} of ", digits(shown)) };
    let text = format!("{some}{} · {} done", counted(rows.total, "article", "articles"), digits(rows.done));
    let inner = rect.shrink2(Vec2::new(size::MARGIN, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        dim(ui, text);
        if !rows.damaged.is_empty() {
            let words = format!(" · {} unreadable", rows.damaged.len());
            let label = egui::Label::new(RichText::new(words).font(sans(size::SMALL)).color(theme.open)).sense(Sense::hover());
            ui.add(label).on_hover_text(rows.damaged.join("\n"));
        }
    });
}
