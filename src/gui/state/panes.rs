//! Defines [`Beside`]: which two articles are shown side by side, and which of them is the session's.

use crate::model::{AnnotationId, ArticleId};
use crate::session::{Command, Place, Session};

/// One of two panes side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaneSide {
    #[default]
    Left,
    Right,
}

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    left: Pane,
    right: Pane,
    /// The side of the session's article, to which keys and commands apply.
    active: PaneSide,
    /// Until a second article is chosen, the next one that is opened goes to the right.
    fresh: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Pane {
    article: ArticleId,
    /// The annotation that was selected there last.
    current: Option<AnnotationId>,
}

impl Beside {
    /// Opens a second article: the one to which a link of the selected annotation leads, or the next. `None` if there is
    /// none.
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

    /// The article of a side.
    #[must_use]
    pub fn article(&self, side: PaneSide) -> &ArticleId {
        match side {
            PaneSide::Left => &self.left.article,
            PaneSide::Right => &self.right.article,
        }
    }

    /// The command that makes the other side active.
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

    /// Updates the panes when the session opened the other side's or a new article. Returns whether both articles still
    /// exist.
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
