//! Ranks quotes of other articles that may be the same statement, and links the most likely one.

use super::link_end::End;
use crate::model::{Annotation, Attribution, Label, LinkKind, Timestamp};
use crate::session::annotate::wording::shortened;
use crate::session::input::action::{Participant, SessionAction, WindowAction};
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::names::quote_similarity::Fingerprint;

/// Lowest score at which a quote is proposed.
const LEAST: f32 = 0.15;
/// Most quotes that are proposed.
const MOST: usize = 5;

/// A quote of another article that may be the same statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    pub end: End,
    /// From 0 to 1.
    pub score: f32,
    /// Why it is proposed, for a person: `same day, numbers, names`.
    pub why: String,
}

impl Session {
    /// Similar quotes of the same speakers in other articles, the most likely first; linked ones are left out.
    #[must_use]
    pub fn likely_same(&self, end: &End) -> Vec<Likely> {
        let Some((_, quote)) = self.find(end).filter(|(_, found)| found.label == Label::Quote) else { return Vec::new() };
        let print = Fingerprint::of(&quote.words());
        let date = |a: &Annotation| a.details.attributes.get("date_said").cloned();
        let speaks_too = |a: &Annotation| {
            let also = |held: &Attribution| {
                held.who.actor().is_some() && quote.details.attribution.iter().any(|own| own.who == held.who)
            };
            a.details.attribution.iter().any(also)
        };
        let linked: Vec<End> = self.ties(end).into_iter().map(|tie| tie.other).collect();
        let mut found = Vec::new();
        for ((article, _), layer) in self.editor.document().layers.iter().filter(|((article, _), _)| *article != end.0) {
            for other in layer.annotations().iter().filter(|a| a.label == Label::Quote && speaks_too(a)) {
                let there = (article.clone(), other.id.clone());
                if linked.contains(&there) {
                    continue;
                }
                let (mut score, mut why) = print.likeness(&Fingerprint::of(&other.words()));
                if date(quote).is_some() && date(quote) == date(other) {
                    score += 0.2;
                    why.insert(0, "same day");
                }
                if score >= LEAST {
                    found.push(Likely { end: there, score: score.min(1.0), why: why.join(", ") });
                }
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.end.cmp(&b.end)));
        found.truncate(MOST);
        found
    }

    /// Links the selected quote with the most likely same statement, and says which it is.
    pub(in crate::session) fn link_same(&mut self, now: Timestamp) {
        let (end, likely) = match self.most_likely() {
            Ok(ends) => ends,
            Err(message) => return self.say(message, now),
        };
        let words = self.find(&likely).map(|(_, other)| shortened(&other.words())).unwrap_or_default();
        let place = self.document().article(&likely.0).map(|other| match other.metadata.outlet.as_str() {
            "" => shortened(&other.display_title()),
            outlet => outlet.to_owned(),
        });
        if self.link(end, likely, LinkKind::SameStatement, now) {
            let text = format!("Linked as the same statement: “{words}”, {}", place.unwrap_or_default());
            self.say(Message::info(text), now);
        }
    }

    /// The selected quote and the most likely same statement.
    fn most_likely(&self) -> Result<(End, End), Message> {
        let (Some(quote), Some(article)) = (self.asked(), self.cursor.article()) else {
            let key = self.key(SessionAction::NextAnnotation);
            return Err(Message::info(format!("Select a quote first: click it, or press {key}")));
        };
        if quote.label != Label::Quote {
            let key = self.key(SessionAction::Link);
            return Err(Message::info(format!("Only quotes are compared. Press {key} to link this by hand")));
        }
        if quote.details.attribution.is_empty() {
            let key = self.key(WindowAction::Choose(Participant::Speaker));
            return Err(Message::info(format!(
                "Set the speaker first ({key}): the quote is compared with that speaker's quotes"
            )));
        }
        let end = (article.clone(), quote.id.clone());
        let likely = self.likely_same(&end).into_iter().next().map(|likely| likely.end);
        let likely = likely.ok_or_else(|| Message::info("No other article has a similar quote of this speaker"))?;
        Ok((end, likely))
    }
}
