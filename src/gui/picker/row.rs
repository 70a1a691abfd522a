//! Defines [`Row`]: one answer of the who picker.

use crate::gui::input::keymap::key_of;
use crate::model::{ActorId, Register};
use crate::session::SessionAction;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Actor(ActorId),
    /// An actor of that name, who is not in the register yet.
    New(String),
    /// A source without a name, in these words.
    Unnamed(String),
    Author,
    Unknown,
    /// Takes off whoever is there.
    Nobody,
    /// Leaves all as it is: several who are there already.
    Keep(Vec<String>),
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub choice: Choice,
    /// The digit that chooses it while nothing is typed.
    pub number: Option<usize>,
    pub title: String,
    /// Role, and the name that was found when it is another.
    pub detail: String,
}

impl Row {
    /// An actor of the register; `found` is the name that fits what was typed.
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

    /// An answer that is no actor of the register.
    #[must_use]
    pub fn other(choice: Choice) -> Self {
        let title = match &choice {
            Choice::Actor(id) => id.to_string(),
            Choice::New(name) => format!("New actor “{name}”"),
            Choice::Unnamed(words) => format!("Unnamed: “{words}”"),
            Choice::Author => "The article’s own voice".to_owned(),
            Choice::Unknown => "Unknown".to_owned(),
            Choice::Nobody => "Nobody: leave it open".to_owned(),
            Choice::Keep(names) => names.join(", "),
        };
        let detail = if matches!(choice, Choice::Keep(_)) { "as it is now".to_owned() } else { String::new() };
        Self { choice, number: None, title, detail }
    }

    /// A name that stands in the article and that the register does not have.
    #[must_use]
    pub fn named_here(name: &str, number: Option<usize>) -> Self {
        Self { number, detail: "named in this article".to_owned(), ..Self::other(Choice::New(name.trim().to_owned())) }
    }

    /// Whether it makes a new actor of the words that are typed or selected.
    #[must_use]
    pub fn is_of_the_words(&self) -> bool {
        matches!(self.choice, Choice::New(_)) && self.detail.is_empty()
    }

    /// What screen readers and tests call it: `Claire Maurel, minister`.
    #[must_use]
    pub fn name(&self) -> String {
        if self.detail.is_empty() { self.title.clone() } else { format!("{}, {}", self.title, self.detail) }
    }

    /// The key that chooses it, as it stands beside the row.
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
