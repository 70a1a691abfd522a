//! Defines [`Row`]: one row of the actor picker.

use crate::gui::input::keymap::key_of;
use crate::model::{ActorId, Register};
use crate::session::SessionAction;

/// The choice that a row makes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Actor(ActorId),
    /// A new actor with that name.
    New(String),
    /// An unnamed source, described by these words.
    Unnamed(String),
    Author,
    Unknown,
    /// Removes the current entry.
    Nobody,
    /// Keeps the current entries, if there are several.
    Keep(Vec<String>),
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub choice: Choice,
    /// The digit that accepts it while nothing is typed.
    pub number: Option<usize>,
    pub title: String,
    /// The role, and the alias that matched.
    pub detail: String,
}

impl Row {
    /// The row of an actor; `found` is the name that matched.
    #[must_use]
    pub fn actor(register: &Register, id: &ActorId, found: &str, number: Option<usize>) -> Self {
        let name = register.name(id).to_owned();
        let mut details = Vec::new();
        if let Some(actor) = register.get(id) {
            details.extend([&actor.role, &actor.country].into_iter().filter(|part| !part.is_empty()).take(1).cloned());
        }
        if !found.is_empty() && found != name {
            details.push(format!("“{found}”"));
        }
        Self { choice: Choice::Actor(id.clone()), number, title: name, detail: details.join(" · ") }
    }

    /// The row of any other choice.
    #[must_use]
    pub fn other(choice: Choice) -> Self {
        let title = match &choice {
            Choice::Actor(id) => id.to_string(),
            Choice::New(name) => format!("New actor “{name}”"),
            Choice::Unnamed(words) => format!("Unnamed: “{words}”"),
            Choice::Author => "Article".to_owned(),
            Choice::Unknown => "Unknown".to_owned(),
            Choice::Nobody => "None: leave open".to_owned(),
            Choice::Keep(names) => names.join(", "),
        };
        let detail = if matches!(choice, Choice::Keep(_)) { "current".to_owned() } else { String::new() };
        Self { choice, number: None, title, detail }
    }

    /// The row of a name in the article that is not in the register.
    #[must_use]
    pub fn named_here(name: &str, number: Option<usize>) -> Self {
        Self { number, detail: "named in this article".to_owned(), ..Self::other(Choice::New(name.trim().to_owned())) }
    }

    /// Whether it creates a new actor from the typed or selected words.
    #[must_use]
    pub fn is_of_the_words(&self) -> bool {
        matches!(self.choice, Choice::New(_)) && self.detail.is_empty()
    }

    /// The accessible name: `Claire Maurel, minister`.
    #[must_use]
    pub fn name(&self) -> String {
        if self.detail.is_empty() { self.title.clone() } else { format!("{}, {}", self.title, self.detail) }
    }

    /// The key that accepts it, as shown in the row.
    #[must_use]
    pub fn key(&self, ctx: &egui::Context) -> String {
        match self.choice {
            Choice::New(_) if self.is_of_the_words() => "Shift Enter".to_owned(),
            Choice::Author => key_of(ctx, SessionAction::SpeakerArticle),
            Choice::Unknown => key_of(ctx, SessionAction::SpeakerUnknown),
            Choice::New(_) | Choice::Actor(_) | Choice::Unnamed(_) | Choice::Nobody | Choice::Keep(_) => String::new(),
        }
    }
}
