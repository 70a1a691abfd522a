//! Tells which speakers the digits choose, and when: the same in the text, in the panel and by key.

use super::slot::{Slot, slot_name};
use crate::model::{ActorId, Annotation, Label};
use crate::session::WindowAction;
use crate::session::input::action::Participant;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker};
use crate::text::{ByteOffset, Span};

/// Number of digits.
const MOST: usize = 9;

/// Most names of an article that are looked at, besides those near the annotation.
const REACH: usize = 400;

impl Session {
    /// The speakers that the digits choose, at most nine: those proposed for these words or their place, best first, and then
    /// other actors that the article names.
    #[must_use]
    pub fn proposed_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        let mut all = if annotation.label == Label::Actor { Vec::new() } else { self.read_speakers(annotation) };
        // The actor was added after the speaker was proposed.
        for speaker in &mut all {
            if let Proposed::New(name) = &speaker.who
                && let [known] = self.actors_named(name.trim()).as_slice()
            {
                speaker.who = Proposed::Known(known.clone());
            }
        }
        for id in self.named_near(annotation) {
            all.push(Speaker { who: Proposed::Known(id), mention: None, score: 0.0 });
        }
        let mut seen: Vec<Proposed> = Vec::new();
        all.retain(|speaker| {
            // A proposed actor may have been removed from the register since, such as by undo.
            let is_there = !matches!(&speaker.who, Proposed::Known(id) if self.editor.document().register.get(id).is_none());
            let is_new = is_there && !seen.contains(&speaker.who);
            seen.push(speaker.who.clone());
            is_new
        });
        all.truncate(MOST);
        all
    }

    /// What the window offers by digit: [`Self::proposed_speakers`], or nobody if the annotation has its answer.
    #[must_use]
    pub fn offered_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        if is_answered(annotation) { Vec::new() } else { self.proposed_speakers(annotation) }
    }

    /// Whether a digit applies to this annotation: it has no answer yet, or is being answered.
    pub(in crate::session) fn takes_digit(&self, annotation: &Annotation) -> bool {
        !is_answered(annotation) || self.cursor.answering() == Some(&annotation.id)
    }

    /// The message that a digit changes nothing, because the annotation has its answer.
    pub(in crate::session) fn answered_already(&self, annotation: &Annotation) -> Message {
        let held = match &annotation.actor {
            Some(actor) => self.document().register.name(actor).to_owned(),
            None => annotation.details.attribution.iter().map(|held| self.who_shown(&held.who)).collect::<Vec<_>>().join(", "),
        };
        let what = if annotation.label == Label::Actor { "actor" } else { slot_name(annotation.label, Slot::Speaker) };
        Message::info(format!(
            "The {what} is already set: {held}. Press {} to change it",
            self.key(WindowAction::Choose(Participant::Speaker))
        ))
    }

    /// The speakers read from the text: those of the suggestion for these words, or of the sentence.
    fn read_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        if let Some(suggestion) = self.found_near(annotation) {
            return suggestion.speakers.clone();
        }
        let start = annotation.start().0;
        let sentences = self.found_names().map(|found| found.sentences.as_slice()).unwrap_or_default();
        let at = sentences.partition_point(|sentence| sentence.bytes.end <= start);
        let Some(sentence) = sentences.get(at).filter(|sentence| sentence.bytes.contains(&start)) else { return Vec::new() };
        // People named in the reported words come last: they are talked about.
        let inside = |span: Span| annotation.spans().any(|own| own.start() <= span.start() && span.end() <= own.end());
        let is_inside = |speaker: &&Speaker| speaker.mention.is_some_and(inside);
        let (within, around): (Vec<&Speaker>, Vec<&Speaker>) = sentence.speakers.iter().partition(is_inside);
        around.into_iter().chain(within).cloned().collect()
    }

    /// The actors that the article mentions or quotes, those near the annotation first.
    fn named_near(&self, annotation: &Annotation) -> Vec<ActorId> {
        let is_mention = annotation.label == Label::Actor;
        let mut ranked: Vec<ActorId> = Vec::new();
        let mut add = |id: &ActorId| {
            if !ranked.contains(id) && self.editor.document().register.get(id).is_some() {
                ranked.push(id.clone());
            }
        };
        if is_mention {
            let words = annotation.words();
            self.derived.survey().names().named(&words).iter().for_each(&mut add);
            self.find_actors(&words, 4).iter().for_each(|hit| add(&hit.id));
            self.derived.survey().names().like(&words).iter().for_each(&mut add);
        }
        let hits = self.found_names().map(|found| found.names.as_slice()).unwrap_or_default();
        let mut near: Vec<(Nearness, &ActorId)> = Vec::new();
        if let (Some(layer), Some(article)) = (self.layer(), self.article()) {
            let text = &article.text;
            let here = text.paragraph_at(annotation.start());
            let from = ByteOffset(text.paragraph(here.saturating_sub(2)).start);
            let to = ByteOffset(text.paragraph((here + 1).min(text.paragraph_count().saturating_sub(1))).end);
            for held in layer.touching(from, to).filter(|held| held.id != annotation.id) {
                near.extend(held.actor.iter().map(|actor| (nearness(annotation, (held.start(), held.end())), actor)));
            }
            let first = hits.partition_point(|hit| hit.span.end() <= from);
            for hit in hits.iter().skip(first).take_while(|hit| hit.span.start() < to) {
                let place = nearness(annotation, (hit.span.start(), hit.span.end()));
                near.extend(hit.actor().into_iter().map(|actor| (place, actor)));
            }
        }
        near.sort();
        near.into_iter().map(|(_, actor)| actor).for_each(&mut add);
        // Then those mentioned anywhere else in the article.
        let layer = self.layer();
        layer.iter().flat_map(|layer| layer.naming()).filter_map(|held| held.actor.as_ref()).take(REACH).for_each(&mut add);
        hits.iter().filter_map(|hit| hit.actor()).take(REACH).for_each(&mut add);
        // A speaker may be mentioned by a pronoun alone.
        let said = layer.iter().flat_map(|layer| layer.attributed(true)).flat_map(|held| &held.details.attribution);
        said.filter_map(|held| held.who.actor()).take(REACH).for_each(&mut add);
        ranked.truncate(MOST);
        ranked
    }
}

/// Whether the name is unlikely to be the one, and the bytes between.
type Nearness = (bool, usize);

/// How near a name, from start to end, is to an annotation; names inside it come last.
fn nearness(annotation: &Annotation, (start, end): (ByteOffset, ByteOffset)) -> Nearness {
    let inside = annotation.spans().any(|span| span.start() <= start && end <= span.end());
    // A pronoun refers to somebody named before it.
    let is_last = inside || annotation.label == Label::Actor && start > annotation.start();
    (is_last, start.0.saturating_sub(annotation.end().0) + annotation.start().0.saturating_sub(end.0))
}

/// Whether an annotation has a speaker or source, or a mention its actor.
fn is_answered(annotation: &Annotation) -> bool {
    match annotation.label {
        Label::Actor => annotation.actor.is_some(),
        Label::Quote | Label::Claim => !annotation.details.attribution.is_empty(),
    }
}
