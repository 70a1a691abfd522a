//! Defines [`Picker`]: an open who picker: for what, what is typed, and the rows that come of it.

use super::present::with_present;
use super::row::{Choice, Row};
use super::rows::rows;
use super::target::{Request, Target, selected};
use crate::model::Label;
use crate::session::{Session, Slot};

/// An open who picker.
#[derive(Debug)]
pub struct Picker {
    pub target: Target,
    /// Beside what it stands; nothing means beside the annotation in the text.
    pub(super) at: Option<egui::Rect>,
    pub(super) typed: String,
    /// The selected words, or those of the mention or the ticked places: a name, or all that the article calls its source.
    words: String,
    /// The row that Enter takes.
    pub(super) lit: usize,
    pub(super) rows: Vec<Row>,
    /// For which typed words and which state of the set the rows were made.
    made_for: Option<(String, u64)>,
    /// Whether its field has had the keyboard.
    pub(super) begun: bool,
    /// Its height in the last frame, in points.
    pub(super) height: f32,
}

impl Picker {
    /// Opens it, with the words that are selected now.
    #[must_use]
    pub fn new(session: &Session, request: Request) -> Self {
        let Request { target, at } = request;
        let mention = match &target {
            Target::Mention(id) => session.layer().and_then(|layer| layer.get(id)),
            _ => None,
        };
        let words = match (&target, mention) {
            (_, Some(mention)) => mention.words(),
            (Target::SearchMention, None) => session.name_of_hits(),
            (Target::Slot { slot: Slot::Speaker | Slot::Reporter | Slot::Addressee, .. } | Target::About(_), None) => {
                selected(session).unwrap_or_default()
            }
            _ => String::new(),
        };
        let words = crate::gui::widgets::lettering::one_line(&words);
        Self { target, at, typed: String::new(), words, lit: 0, rows: Vec::new(), made_for: None, begun: false, height: 0.0 }
    }

    /// Opens it beside a mention that was just marked and names nobody yet.
    #[must_use]
    pub fn after_marking(session: &Session) -> Option<Self> {
        let mention = session.current().filter(|a| a.label == Label::Actor && a.actor.is_none())?;
        Some(Self::new(session, Request { target: Target::Mention(mention.id.clone()), at: None }))
    }

    /// Makes the rows anew when something else is typed, or the set has changed.
    pub(super) fn refresh(&mut self, session: &Session) {
        let revision = session.revision();
        if self.made_for.as_ref().is_some_and(|(typed, of)| *typed == self.typed && *of == revision) {
            return;
        }
        self.rows = rows(session, &self.target, &self.typed, &self.words);
        self.lit = if self.typed.trim().is_empty() { with_present(session, &self.target, &mut self.rows) } else { 0 };
        self.made_for = Some((self.typed.clone(), revision));
    }

    /// The row with that digit; 0 is the article's own voice.
    pub(super) fn numbered(&self, number: usize) -> Option<&Row> {
        let is = |row: &&Row| if number == 0 { row.choice == Choice::Author } else { row.number == Some(number) };
        self.rows.iter().find(is)
    }

    /// The row that makes a new actor of the words.
    pub(super) fn new_actor(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.is_of_the_words())
    }
}
