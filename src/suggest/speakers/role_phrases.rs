//! Finds noun phrases that mean somebody: `the French president`, `European leaders`, and whose titles they are.

use super::antecedent::{common, significant};
use super::mentions::Who;
use crate::model::ActorId;
use crate::suggest::parse::reading::Reading;
use crate::text::{ByteOffset, Span};

/// A role in the text, without its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominal {
    pub span: Span,
    /// The one actor of the register who has these titles in the article.
    pub actor: Option<ActorId>,
}

impl Reading<'_> {
    /// The roles of the text, in its order.
    #[must_use]
    pub fn nominals(&self) -> Vec<Nominal> {
        let (text, cast) = (self.material.text, &self.cast);
        let mut found = Vec::new();
        for mention in &cast.mentions {
            let Who::Role(words) = &mention.who else { continue };
            let (start, end) = (ByteOffset(mention.bytes.start), ByteOffset(mention.bytes.end));
            let Some(span) = Span::snapped(text, start, end) else { continue };
            // `president` alone is anybody's title; `French president` is one person's.
            let told = significant(words) > 1;
            let mut titled = cast.names.all.iter().filter(|named| told && common(words, &named.titles) == significant(words));
            let actor = match (titled.next().map(|named| named.actors.as_slice()), titled.next()) {
                (Some([only]), None) => Some(only.clone()),
                _ => None,
            };
            found.push(Nominal { span, actor });
        }
        found
    }
}
