//! Two articles side by side: which stands where, which of the two is the session's, and how they are drawn.

use egui::{Rect, Stroke, Ui, UiBuilder};

use super::{PaneSide, ReaderView};
use crate::gui::reader;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::View;
use crate::gui::style::theme::Theme;
use crate::model::{AnnotationId, ArticleId};
use crate::session::{Command, Place, Session};

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    left: Pane,
    right: Pane,
    /// The side of the session's article: keys and commands go there.
    active: PaneSide,
    /// Until a second article was chosen, the one that is opened next goes to the right.
    fresh: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Pane {
    article: ArticleId,
    /// What was selected there last.
    current: Option<AnnotationId>,
}

impl Beside {
    /// Puts a second article beside the open one: where a link of the selected annotation leads, or the next one.
    #[must_use]
    pub fn new(session: &Session) -> Option<Self> {
        let here = session.article()?.id.clone();
        let current = session.current().map(|annotation| annotation.id.clone());
        let ties = current.iter().flat_map(|id| session.ties(&(here.clone(), id.clone()))).map(|tie| tie.other.0);
        let linked = ties.chain(session.held().map(|held| held.0.clone())).find(|article| *article != here);
        let order = session.reading_order();
        let at = order.iter().position(|article| article.id == here)?;
        let next = order.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| order.get(before)));
        let other =
            linked.filter(|id| session.document().article(id).is_some()).or_else(|| next.map(|article| article.id.clone()))?;
        Some(Self {
            left: Pane { article: here, current },
            right: Pane { article: other, current: None },
            active: PaneSide::Left,
            fresh: true,
        })
    }

    /// The side of the session's article.
    #[must_use]
    pub fn active(&self) -> PaneSide {
        self.active
    }

    /// What a side shows.
    #[must_use]
    pub fn article(&self, side: PaneSide) -> &ArticleId {
        match side {
            PaneSide::Left => &self.left.article,
            PaneSide::Right => &self.right.article,
        }
    }

    /// The command that makes the other side the active one.
    #[must_use]
    pub fn crossing(&self) -> Command {
        let Pane { article, current } = match self.active {
            PaneSide::Left => self.right.clone(),
            PaneSide::Right => self.left.clone(),
        };
        match current {
            Some(id) => Command::GoTo(Place::Annotation(article, id)),
            None => Command::OpenArticle(article),
        }
    }

    /// Follows the session: to the other side, or to another article. Returns whether two articles are still there.
    pub fn follow(&mut self, session: &Session) -> bool {
        let Some(open) = session.article().map(|article| article.id.clone()) else { return false };
        let (mine, others) = match self.active {
            PaneSide::Left => (&mut self.left, &mut self.right),
            PaneSide::Right => (&mut self.right, &mut self.left),
        };
        if session.document().article(&others.article).is_none() {
            return false;
        }
        if open != mine.article {
            if self.fresh && open != others.article {
                others.article.clone_from(&open);
                others.current = None;
            }
            self.fresh = false;
            if open == others.article {
                self.active = if self.active == PaneSide::Left { PaneSide::Right } else { PaneSide::Left };
                return true;
            }
            mine.article = open;
        }
        mine.current = session.current().map(|annotation| annotation.id.clone());
        true
    }
}

/// Draws the text: one article, or two side by side.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, prefs: &Preferences, outbox: &mut Outbox) {
    if view.beside.as_mut().is_some_and(|beside| !beside.follow(session)) {
        close(view);
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

/// Goes back to one article: the active one.
pub fn close(view: &mut View) {
    if view.beside.take().is_some_and(|beside| beside.active() == PaneSide::Right) {
        std::mem::swap(&mut view.reader, &mut view.second);
    }
    view.second = ReaderView::default();
}
