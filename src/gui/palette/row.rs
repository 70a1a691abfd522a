//! Defines [`Row`], one thing that the palette found, and [`Choice`], what it stands for.

use super::settings::Setting;
use crate::model::{ActorId, ArticleId};
use crate::session::Action;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Do(Action),
    Article(ArticleId),
    Actor(ActorId),
    Set(Setting),
}

/// Rows of one kind stand together under its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Recent,
    Now,
    Commands,
    Articles,
    Actors,
    Settings,
}

impl Section {
    pub fn title(self) -> &'static str {
        match self {
            Self::Recent => "Recent",
            Self::Now => "Available now",
            Self::Commands => "Commands",
            Self::Articles => "Articles",
            Self::Actors => "Actors",
            Self::Settings => "Settings",
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub choice: Choice,
    pub section: Section,
    pub title: String,
    pub detail: String,
    /// Keys that do the same.
    pub keys: Vec<String>,
}

impl Row {
    /// What screen readers and tests call it: `Open article: Contacts restored`.
    pub fn name(&self) -> String {
        let kind = match self.choice {
            Choice::Do(_) => "Run",
            Choice::Article(_) => "Open article",
            Choice::Actor(_) => "Open actor",
            Choice::Set(_) => "Setting",
        };
        format!("{kind}: {}", self.title)
    }
}
