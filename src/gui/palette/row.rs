//! Defines [`Row`], one result of the palette, and [`Choice`], what it runs or opens.

use super::settings::Setting;
use crate::model::{ActorId, ArticleId};
use crate::session::Action;

/// What a row runs or opens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Do(Action),
    Article(ArticleId),
    Actor(ActorId),
    Set(Setting),
}

/// The heading under which a row is listed.
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

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub choice: Choice,
    pub section: Section,
    pub title: String,
    pub detail: String,
    /// Keys of the same action.
    pub keys: Vec<String>,
}

impl Row {
    /// The accessible name: `Open article: Contacts restored`.
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
