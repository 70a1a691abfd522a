//! Ranks the quotes of other articles that may be the same statement, and links the likeliest by one key.

use super::links::End;
use crate::model::{Annotation, Attribution, Label, LinkKind, Timestamp};
use crate::session::annotate::tagging::shortened;
use crate::session::input::action::Participant;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::session::{SessionAction, WindowAction};
use crate::suggest::names::quote_similarity::Fingerprint;

/// How like another quote must be to be proposed when its date is not the same.
const LEAST: f32 = 0.15;
/// So many are proposed.
const MOST: usize = 5;

/// A quote of another article that may be the same statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    pub end: End,
    /// From 0 to 1.
    pub score: f32,
    /// For a person: `same day, numbers, names`.
    pub why: String,
}

impl Session {
    /// The quotes of the same speakers in other articles, likeliest first; those that are linked already are left out.
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
        for ((article, _), layer) in self.document.layers.iter().filter(|((article, _), _)| *article != end.0) {
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

    /// Links the selected quote with the likeliest same statement, and names it.
    pub(in crate::session) fn link_same(&mut self, now: Timestamp) {
        let (Some(quote), Some(article)) = (self.asked().cloned(), self.article.clone()) else {
            let text = format!("Select a quote first: click it, or press {}", self.key(SessionAction::NextAnnotation));
            return self.notify(Severity::Info, text, now);
        };
        if quote.label != Label::Quote {
            let text = format!("Only quotes are compared; press {} to link this by hand", self.key(SessionAction::Link));
            return self.notify(Severity::Info, text, now);
        }
        if quote.details.attribution.is_empty() {
            let text = format!(
                "Say first who says it ({}): it is compared with that speaker's quotes",
                self.key(WindowAction::Choose(Participant::Speaker))
            );
            return self.notify(Severity::Info, text, now);
        }
        let end = (article, quote.id.clone());
        let Some(likely) = self.likely_same(&end).into_iter().next() else {
            return self.notify(Severity::Info, "No other article has a quote of this speaker that is like it", now);
        };
        let words = self.find(&likely.end).map(|(_, other)| shortened(&other.words())).unwrap_or_default();
        let place = self.document.article(&likely.end.0).map(|other| match other.metadata.outlet.as_str() {
            "" => shortened(&other.display_title()),
            outlet => outlet.to_owned(),
        });
        if self.link(end, likely.end, LinkKind::SameStatement, now) {
            let text = format!("Linked as the same statement: “{words}”, {}", place.unwrap_or_default());
            self.notify(Severity::Info, text, now);
        }
    }
}
