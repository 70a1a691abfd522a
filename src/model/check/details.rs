//! Checks what an annotation records beyond its words: attribution, evidence, attributes.

use crate::model::{ActorId, AnnotationId, Attributes, Codebook, Details, Label, Register, Subject};
use crate::text::{Span, Text};

/// What an annotation may refer to.
#[derive(Clone, Copy)]
pub struct Known<'d> {
    pub register: &'d Register,
    /// `None` if it could not be read: then values are not checked.
    pub codebook: Option<&'d Codebook>,
    /// Returns the label of an annotation of the same article, by any annotator.
    pub label_here: &'d dyn Fn(&AnnotationId) -> Option<Label>,
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Known")
    }
}

/// What is wrong with the details of an annotation with that label and actor; empty if nothing is. Links are checked
/// separately.
#[must_use]
pub fn details_breaches(label: Label, actor: Option<&ActorId>, details: &Details, known: Known<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let named = details.everyone().filter_map(|one| one.who.actor());
    let mut actors: Vec<&ActorId> = actor.into_iter().chain(named).chain(&details.about).collect();
    if !actors.is_empty() {
        actors.sort();
        actors.dedup();
        let strangers = actors.into_iter().filter(|actor| known.register.get(actor).is_none());
        found.extend(strangers.map(|actor| format!("the actor {actor} is not in the register")));
    }
    for mention in details.everyone().filter_map(|one| one.mention.as_ref()) {
        match (known.label_here)(mention) {
            Some(Label::Actor) => {}
            Some(other) => found.push(format!("{mention}, which is to name who says it, is a {}, not an actor", other.as_str())),
            None => found.push(format!("{mention}, which is to name who says it, is not in this article")),
        }
    }
    if let Some(codebook) = known.codebook {
        found.extend(value_breaches(label.into(), &details.attributes, codebook));
    }
    found
}

/// A clause for each value that the codebook does not have.
pub fn value_breaches<'d>(of: Subject, said: &'d Attributes, codebook: &'d Codebook) -> impl Iterator<Item = String> + 'd {
    said.iter().filter_map(move |(name, value)| match codebook.attribute(of, name) {
        None => Some(format!("the codebook has no attribute {name} of {}; here it is “{value}”", of.one())),
        Some(attribute) => attribute.check(value).err().map(|why| format!("{name}: {why}")),
    })
}

/// A clause for each piece of evidence whose words differ from the text at its place.
pub fn evidence_breaches(details: &Details, text: &Text) -> impl Iterator<Item = String> {
    details.evidence.iter().filter_map(move |evidence| {
        let (kind, span, words) = (evidence.kind.as_str(), evidence.fragment.span, &evidence.fragment.words);
        let holds = Span::new(text, span.start(), span.end()).is_ok() && text.slice(span) == words;
        (!holds).then(|| format!("the text of its {kind} does not read “{words}”"))
    })
}

/// A clause for each piece of evidence whose words were not found again.
pub fn lost_evidence(details: &Details) -> impl Iterator<Item = String> {
    let lost = details.lost_evidence.iter();
    lost.map(|(kind, one)| format!("the words “{}” of its {} are not in the text at that place", one.words, kind.as_str()))
}
