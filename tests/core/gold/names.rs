//! How the perfect analyst marks names: by the list of names, then a click and a key for each that is left.

use std::collections::BTreeMap;

use dicta::model::Label;
use dicta::session::{Command, Named, Row, SessionAction};
use dicta::text::{ByteOffset, Span};
use serde_json::Value;

use super::analyst::{Analyst, list, span};

impl Analyst<'_> {
    /// Every mention that was marked by hand, with the name of its actor, in text order.
    fn hand_mentions(&self, gold: &Value) -> BTreeMap<Span, String> {
        let of = |actor: &Value| actor["canonical"].as_str().unwrap().to_owned();
        let all = list(gold, "actors").iter().flat_map(|actor| list(actor, "mentions").iter().map(move |m| (m, of(actor))));
        all.map(|(mention, name)| (span(&self.text, mention), name)).collect()
    }

    /// The list of names: `T`, a click for each tick that is wrong, Enter.
    pub fn names(&mut self, gold: &Value) {
        let hand = self.hand_mentions(gold);
        self.key("actor", SessionAction::TagNames);
        let Some(review) = self.sitting.desk.session.review().cloned() else { return };
        // A name that nobody has becomes an actor; of two names of one actor the more frequent.
        let mut new: BTreeMap<&String, (usize, String)> = BTreeMap::new();
        for row in &review.rows {
            let Some(Named::New(name)) = &row.named else { continue };
            let Some(actor) = hand.get(&row.span).filter(|actor| !self.actors.contains_key(*actor)) else { continue };
            let rows = review
                .rows
                .iter()
                .filter(|other| other.named.as_ref() == row.named.as_ref() && hand.get(&other.span) == Some(actor));
            let rows = rows.count();
            let held = new.entry(actor).or_default();
            if rows > held.0 {
                *held = (rows, name.clone());
            }
        }
        let is_right = |at: usize| {
            let row = &review.rows[at];
            match (&row.named, hand.get(&row.span)) {
                (Some(Named::Known(id)), Some(actor)) => self.actors.get(actor) == Some(id),
                (Some(Named::New(name)), Some(actor)) => new.get(actor).is_some_and(|(_, chosen)| chosen == name),
                _ => false,
            }
        };
        let right: Vec<bool> = (0..review.rows.len()).map(is_right).collect();
        let wrong = |analyst: &Self| {
            let rows = &analyst.sitting.desk.session.review().unwrap().rows;
            (0..right.len()).find(|at| rows[*at].ticked != right[*at])
        };
        while let Some(at) = wrong(self) {
            self.gesture("actor", Command::TickRow(at, right[at]));
        }
        self.gesture("actor", Command::AcceptReview);
        for (span, name) in &hand {
            if let Some(actor) = self.own(Label::Actor, &[*span]).and_then(|mention| mention.actor) {
                self.actors.entry(name.clone()).or_insert(actor);
            }
        }
    }

    /// What is left of the mentions: a click and `A` where that marks the words, else a drag; then who it is. A name that
    /// the register has learned is marked with the next list, where that is fewer.
    pub fn mentions(&mut self, gold: &Value) {
        let hand = self.hand_mentions(gold);
        for (span, name) in &hand {
            self.count.made("actor");
            let wanted = self.actors.get(name).cloned();
            if let Some(there) = self.own(Label::Actor, &[*span]) {
                if there.actor.is_none() || there.actor != wanted {
                    self.click("actor", span.start());
                    self.send(Command::SelectAnnotation(Some(there.id)));
                    self.name_actor("actor", name);
                }
                continue;
            }
            if self.again(&hand, *span) {
                continue;
            }
            self.mark_mention(*span);
            self.name_actor("actor", name);
        }
    }

    /// Whether the list of names, called again, marks this mention and at least two more without a tick.
    fn again(&mut self, hand: &BTreeMap<Span, String>, span: Span) -> bool {
        self.send(Command::Do(SessionAction::TagNames));
        let Some(review) = self.sitting.desk.session.review().cloned() else { return false };
        let right = |row: &Row| match (&row.named, hand.get(&row.span)) {
            (Some(Named::Known(id)), Some(actor)) => self.actors.get(actor) == Some(id),
            _ => false,
        };
        let ticked: Vec<_> = review.rows.iter().filter(|row| row.ticked).collect();
        let pays = ticked.len() > 2 && ticked.iter().all(|row| right(row)) && ticked.iter().any(|row| row.span == span);
        if pays {
            self.count.spend("actor", 2);
            self.send(Command::AcceptReview);
        } else {
            self.send(Command::CloseReview);
        }
        pays
    }

    fn mark_mention(&mut self, span: Span) {
        let before = self.sitting.desk.annotations().len();
        self.click("actor", self.text.floor_grapheme(ByteOffset(span.start().0.midpoint(span.end().0))));
        self.key("actor", SessionAction::Tag(Label::Actor));
        if self.own(Label::Actor, &[span]).is_some() {
            return;
        }
        // It would mark something else: as everybody, the analyst knows, and drags instead.
        if self.sitting.desk.annotations().len() != before {
            self.send(Command::Do(SessionAction::Undo));
        }
        self.count.gestures.entry("actor").and_modify(|spent| *spent -= 2);
        self.drag("actor", span);
        self.key("actor", SessionAction::Tag(Label::Actor));
    }
}
