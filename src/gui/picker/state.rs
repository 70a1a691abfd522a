//! Defines [`Picker`]: the state of the open actor picker.

use super::present::with_present;
use super::row::{Choice, Row};
use super::rows::rows;
use super::target::{Request, Target, selected};
use crate::model::Label;
use crate::session::{Session, Slot};

/// The state of the open actor picker.
#[derive(Debug)]
pub struct Picker {
    pub target: Target,
    /// The rectangle beside which it opens. `None` for the annotation in the text.
    pub(super) at: Option<egui::Rect>,
    pub(super) typed: String,
    /// The words of the selection, the mention or the selected results: a name, or the description of a source.
    words: String,
    /// The index of the row that Enter accepts.
    pub(super) lit: usize,
    pub(super) rows: Vec<Row>,
    /// The typed words and the revision for which the rows were built.
    made_for: Option<(String, u64)>,
    /// Whether its field has had the keyboard.
    pub(super) begun: bool,
    /// Its height in the last frame, in points.
    pub(super) height: f32,
}

impl Picker {
    /// Opens the picker with the words that are selected now.
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

    /// Opens the picker beside a mention that was just tagged and has no actor.
    #[must_use]
    pub fn after_marking(session: &Session) -> Option<Self> {
        let mention = session.current().filter(|a| a.label == Label::Actor && a.actor.is_none())?;
        Some(Self::new(session, Request { target: Target::Mention(mention.id.clone()), at: None }))
    }

    /// Builds the rows again if the typed words or the set have changed.
    pub(super) fn refresh(&mut self, session: &Session) {
        let revision = session.revision();
        if self.made_for.as_ref().is_some_and(|(typed, of)| *typed == self.typed && *of == revision) {
            return;
        }
        self.rows = rows(session, &self.target, &self.typed, &self.words);
        self.lit = if self.typed.trim().is_empty() { with_present(session, &self.target, &mut self.rows) } else { 0 };
        self.made_for = Some((self.typed.clone(), revision));
    }

    /// The row with that digit; 0 is the article itself.
    pub(super) fn numbered(&self, number: usize) -> Option<&Row> {
        let is = |row: &&Row| if number == 0 { row.choice == Choice::Author } else { row.number == Some(number) };
        self.rows.iter().find(is)
    }

    /// The row that creates a new actor.
    pub(super) fn new_actor(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.is_of_the_words())
    }
}
