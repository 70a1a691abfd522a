//! Finds commands, articles, actors and settings by a few letters; the kind with the best match comes first.

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::row::{Choice, Row, Section};
use super::score::Query;
use super::settings::Setting;
use super::titles::Titles;
use crate::gui::panels::keys::keys_now::keys_now;
use crate::gui::state::prefs::Preferences;
use crate::gui::style::dates;
use crate::model::{ActorId, Article};
use crate::session::input::action_group::Group;
use crate::session::input::action_table::{Spec, TABLE};
use crate::session::{Action, Keymap, Session, WindowAction};
use crate::text::folded;

/// Maximum rows of one kind when there are other kinds too.
const EACH: usize = 5;
/// Maximum rows of one kind when it is the only one.
const ALONE: usize = 12;
/// Maximum rows of the current keys while the field is empty.
const PROPOSED: usize = 8;

/// The data that is searched.
#[derive(Clone, Copy)]
pub(super) struct Search<'s> {
    pub session: Option<&'s Session>,
    pub prefs: &'s Preferences,
    pub keys: &'s Keymap,
}

impl Search<'_> {
    /// The best matches, kind by kind.
    pub fn find(self, query: &Query, typed: &str, titles: &Titles) -> Vec<Row> {
        let mut kinds = [self.commands(query), self.articles(query, titles), self.actors(query, typed), self.settings(query)];
        kinds.sort_by_key(|kind| Reverse(kind.first().map_or(0, |(score, _)| *score)));
        let most = if kinds.iter().filter(|kind| !kind.is_empty()).count() > 1 { EACH } else { ALONE };
        kinds.into_iter().flat_map(|kind| kind.into_iter().take(most).map(|(_, row)| row)).collect()
    }

    /// Recent choices, and the actions that are useful now.
    pub fn proposals(self, recent: &VecDeque<Choice>) -> Vec<Row> {
        let rows = recent.iter().filter_map(|choice| self.row(choice));
        let mut rows: Vec<Row> = rows.map(|row| Row { section: Section::Recent, ..row }).collect();
        let now = self.session.map(|session| keys_now(session, false)).unwrap_or_default();
        let always = [WindowAction::OpenSet, WindowAction::Settings, WindowAction::ShowKeys, WindowAction::EditCodebook];
        for action in now.into_iter().filter_map(|hint| hint.action).chain(always.map(Action::Window)) {
            let known = rows.iter().any(|row| row.choice == Choice::Do(action));
            if rows.len() < PROPOSED && !known && self.offers(action.spec()) {
                rows.push(Row { section: Section::Now, ..self.command(action.spec()) });
            }
        }
        rows
    }

    /// Whether the palette lists the action: not itself, not Escape, and nothing that needs a set while none is open.
    fn offers(self, spec: &Spec) -> bool {
        let open = matches!(spec.action, Action::Window(_)) && matches!(spec.group, Group::Set | Group::View);
        !matches!(spec.action, Action::Window(WindowAction::Palette | WindowAction::Escape)) && (self.session.is_some() || open)
    }

    fn commands(self, query: &Query) -> Vec<(u32, Row)> {
        let score = |spec: &Spec| {
            let key = self.keys.keys(spec.action).iter().any(|chord| query.is(&folded(&chord.to_string())));
            let name = query.score(&folded(spec.name));
            // A match in the help text counts less than one in the name.
            let help = || query.score(&folded(&format!("{} {} {}", spec.name, spec.help, spec.group.title()))).map(|s| s / 4);
            if key { Some(300) } else { name.or_else(help) }
        };
        let offered = TABLE.iter().filter(|spec| self.offers(spec));
        best(offered.filter_map(|spec| Some((score(spec)?, spec))), |spec| self.command(spec))
    }

    fn articles(self, query: &Query, titles: &Titles) -> Vec<(u32, Row)> {
        if self.session.is_none() {
            return Vec::new();
        }
        titles.find(query, ALONE).into_iter().map(|(score, article)| (score, article_row(&article))).collect()
    }

    fn actors(self, query: &Query, typed: &str) -> Vec<(u32, Row)> {
        let hits = self.session.map(|session| session.find_actors(typed, ALONE)).unwrap_or_default();
        let mut found: Vec<(u32, Row)> = Vec::new();
        for hit in hits {
            let score = query.score(&folded(&hit.name)).unwrap_or_default();
            found.extend(self.actor(&hit.id, &hit.name).map(|row| (score, row)));
        }
        found
    }

    fn settings(self, query: &Query) -> Vec<(u32, Row)> {
        let fits = Setting::ALL.into_iter().filter_map(|setting| Some((query.score(&folded(setting.title()))?, setting)));
        best(fits, |setting| self.setting(setting))
    }

    /// The row of a recent choice. `None` if it no longer exists.
    fn row(self, choice: &Choice) -> Option<Row> {
        match choice {
            Choice::Do(action) => self.offers(action.spec()).then(|| self.command(action.spec())),
            Choice::Article(id) => self.session?.document().article(id).map(|article| article_row(article)),
            Choice::Actor(id) => self.actor(id, ""),
            Choice::Set(setting) => Some(self.setting(*setting)),
        }
    }

    fn command(self, spec: &Spec) -> Row {
        Row {
            choice: Choice::Do(spec.action),
            section: Section::Commands,
            title: spec.name.to_owned(),
            detail: spec.help.to_owned(),
            keys: self.keys.keys(spec.action).iter().map(ToString::to_string).collect(),
        }
    }

    fn actor(self, id: &ActorId, found: &str) -> Option<Row> {
        let actor = self.session?.document().register.get(id)?;
        let alias = if found.is_empty() || found == actor.name { String::new() } else { format!("“{found}”") };
        let details = [&alias, &actor.role, &actor.country].into_iter().filter(|part| !part.is_empty()).cloned();
        let detail = details.collect::<Vec<_>>().join(" · ");
        let title = actor.name.clone();
        Some(Row { choice: Choice::Actor(id.clone()), section: Section::Actors, title, detail, keys: Vec::new() })
    }

    fn setting(self, setting: Setting) -> Row {
        let (title, detail) = (setting.title().to_owned(), setting.state(self.prefs).to_owned());
        Row { choice: Choice::Set(setting), section: Section::Settings, title, detail, keys: Vec::new() }
    }
}

fn article_row(article: &Article) -> Row {
    let date = article.metadata.published.as_ref().map(dates::long).unwrap_or_default();
    let details = [article.metadata.outlet.clone(), date];
    let detail = details.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let choice = Choice::Article(article.id.clone());
    Row { choice, section: Section::Articles, title: article.display_title(), detail, keys: Vec::new() }
}

/// Sorts by score; ties keep their order.
fn best<T>(found: impl Iterator<Item = (u32, T)>, row: impl Fn(T) -> Row) -> Vec<(u32, Row)> {
    let mut found: Vec<(u32, T)> = found.collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().take(ALONE).map(|(score, held)| (score, row(held))).collect()
}
