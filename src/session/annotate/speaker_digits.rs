//! Says whom the digits stand for, and when they may say it: the same on the text, in the panel and by key.

use super::attribution::slot_name;
use crate::model::{ActorId, Annotation, Label, Timestamp};
use crate::session::WindowAction;
use crate::session::input::action::Participant;
use crate::session::input::command::Slot;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker};
use crate::text::{ByteOffset, Span};

/// There are so many digits.
const MOST: usize = 9;

/// So many names of an article are looked at, beside those that stand near.
const REACH: usize = 400;

impl Session {
    /// Whom the digits stand for, at most nine: who is proposed for these words or for their place, best first, and then whom
    /// else the article names. Nobody of whom the article says nothing.
    #[must_use]
    pub fn proposed_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        let mut all = if annotation.label == Label::Actor { Vec::new() } else { self.read_speakers(annotation) };
        // Made meanwhile: the proposal is older than the register.
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
            // An actor that was proposed may have left the register since, as by undo.
            let is_there = !matches!(&speaker.who, Proposed::Known(id) if self.document.register.get(id).is_none());
            let is_new = is_there && !seen.contains(&speaker.who);
            seen.push(speaker.who.clone());
            is_new
        });
        all.truncate(MOST);
        all
    }

    /// What the window offers by digit: [`Self::proposed_speakers`] while nobody has said who it is.
    #[must_use]
    pub fn offered_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        if is_answered(annotation) { Vec::new() } else { self.proposed_speakers(annotation) }
    }

    /// Whether a digit is about this annotation: while nobody has said who it is, and as long as it is being answered.
    pub(in crate::session) fn takes_digit(&self, annotation: &Annotation) -> bool {
        !is_answered(annotation) || self.answering.as_ref() == Some(&annotation.id)
    }

    /// Says that a digit changes nothing, as the question has its answer.
    pub(in crate::session) fn say_answered(&mut self, annotation: &Annotation, now: Timestamp) {
        let held = match &annotation.actor {
            Some(actor) => self.document.register.name(actor).to_owned(),
            None => annotation.details.attribution.iter().map(|held| self.who_shown(&held.who)).collect::<Vec<_>>().join(", "),
        };
        let what = if annotation.label == Label::Actor { "actor" } else { slot_name(annotation.label, Slot::Speaker) };
        let text = format!(
            "The {what} is already set: {held}; press {} to change it",
            self.key(WindowAction::Choose(Participant::Speaker))
        );
        self.notify(Severity::Info, text, now);
    }

    /// Who was read as the speaker of the words: that of the suggestion there, or of the sentence.
    fn read_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        if let Some(suggestion) = self.found_near(annotation) {
            return suggestion.speakers.clone();
        }
        let start = annotation.start().0;
        let sentences = self.found_names().map(|found| found.sentences.as_slice()).unwrap_or_default();
        let at = sentences.partition_point(|sentence| sentence.bytes.end <= start);
        let Some(sentence) = sentences.get(at).filter(|sentence| sentence.bytes.contains(&start)) else { return Vec::new() };
        // Whoever is named in the reported words is talked about.
        let inside = |span: Span| annotation.spans().any(|own| own.start() <= span.start() && span.end() <= own.end());
        let is_inside = |speaker: &&Speaker| speaker.mention.is_some_and(inside);
        let (within, around): (Vec<&Speaker>, Vec<&Speaker>) = sentence.speakers.iter().partition(is_inside);
        around.into_iter().chain(within).cloned().collect()
    }

    /// The actors that the article names or that somebody speaks as in it, those near the annotation first.
    fn named_near(&self, annotation: &Annotation) -> Vec<ActorId> {
        let is_mention = annotation.label == Label::Actor;
        let mut ranked: Vec<ActorId> = Vec::new();
        let mut add = |id: &ActorId| {
            if !ranked.contains(id) && self.document.register.get(id).is_some() {
                ranked.push(id.clone());
            }
        };
        if is_mention {
            let words = annotation.words();
            self.survey.names().named(&words).iter().for_each(&mut add);
            self.find_actors(&words, 4).iter().for_each(|hit| add(&hit.id));
            self.survey.names().like(&words).iter().for_each(&mut add);
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
        // Then whoever is named anywhere else in the article.
        let layer = self.layer();
        layer.iter().flat_map(|layer| layer.naming()).filter_map(|held| held.actor.as_ref()).take(REACH).for_each(&mut add);
        hits.iter().filter_map(|hit| hit.actor()).take(REACH).for_each(&mut add);
        // Whoever speaks here may be called by a pronoun alone.
        let said = layer.iter().flat_map(|layer| layer.attributed(true)).flat_map(|held| &held.details.attribution);
        said.filter_map(|held| held.who.actor()).take(REACH).for_each(&mut add);
        ranked.truncate(MOST);
        ranked
    }
}

/// Whether it hardly is the one, and the bytes between.
type Nearness = (bool, usize);

/// How near a name between two places stands to an annotation, names inside of it last.
fn nearness(annotation: &Annotation, (start, end): (ByteOffset, ByteOffset)) -> Nearness {
    let inside = annotation.spans().any(|span| span.start() <= start && end <= span.end());
    // Whom a pronoun stands for is named before it.
    let is_last = inside || annotation.label == Label::Actor && start > annotation.start();
    (is_last, start.0.saturating_sub(annotation.end().0) + annotation.start().0.saturating_sub(end.0))
}

/// Whether somebody has said who speaks, or whom a mention names.
fn is_answered(annotation: &Annotation) -> bool {
    match annotation.label {
        Label::Actor => annotation.actor.is_some(),
        Label::Quote | Label::Claim => !annotation.details.attribution.is_empty(),
    }
}
