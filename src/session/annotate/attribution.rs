//! Says who speaks a quote, who stands behind a claim, whom a mention names, and the values of attributes.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Attribution, EvidenceKind, Label, Subject, Timestamp, Who};
use crate::session::SessionAction;
use crate::session::editor::step::GestureKind;
use crate::session::input::command::Slot;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker, is_bare_title, is_role_phrase};
use crate::text::{ByteOffset, Text};

impl Session {
    /// The annotation that a question about “who” is about: the selected one, or the shortest at the caret that can say.
    #[must_use]
    pub fn asked(&self) -> Option<&Arc<Annotation>> {
        self.current().or_else(|| self.at_caret().into_iter().next())
    }

    pub(in crate::session) fn credit(&mut self, id: &AnnotationId, slot: Slot, who: Who, joins: bool, now: Timestamp) {
        let Some(annotation) = self.own(id) else { return };
        if annotation.label == Label::Actor {
            return match who {
                Who::Actor(actor) => self.set_mention(id, Some(actor), now),
                _ => self.notify(Severity::Info, "A mention names an actor; choose one, or make one", now),
            };
        }
        let mut edits = Vec::new();
        // The words that were read as naming the speaker come first: `she`, beside the cue.
        let read = who.actor().filter(|_| slot == Slot::Speaker && annotation.label == Label::Quote).and_then(|actor| {
            let is_meant = |speaker: &Speaker| speaker.mention.is_some() && speaker.who == Proposed::Known(actor.clone());
            self.proposed_speakers(&annotation).into_iter().find(is_meant)
        });
        let mention = match read {
            Some(speaker) => self.attribution_of(&speaker, &mut edits, now).mention,
            None => None,
        };
        let mention = mention.or_else(|| who.actor().and_then(|actor| self.nearest_mention(&annotation, actor)));
        let mut list = if joins { slot_of(&annotation, slot).to_vec() } else { Vec::new() };
        if list.iter().any(|held| held.who == who) {
            return self.notify(Severity::Info, format!("{} is there already", self.who_shown(&who)), now);
        }
        // Nobody speaks beside “unknown”, and nobody is unknown beside a speaker.
        list.retain(|held| held.who != Who::Unknown);
        list.push(Attribution { who, mention });
        self.set_slot(id, slot, (list, edits), now);
    }

    /// Says who stands in a slot. What has to be made first, such as an actor, comes with the list.
    pub(in crate::session) fn set_slot(
        &mut self,
        id: &AnnotationId,
        slot: Slot,
        (list, mut edits): (Vec<Attribution>, Vec<Edit>),
        now: Timestamp,
    ) {
        let Some(annotation) = self.own(id) else { return };
        if annotation.label == Label::Actor || slot_of(&annotation, slot) == list {
            return;
        }
        let mut changed = Annotation::clone(&annotation);
        let list_len = list.len();
        let names: Vec<String> = list.iter().map(|held| self.who_called(&held.who, &edits)).collect();
        *match slot {
            Slot::Speaker => &mut changed.details.attribution,
            Slot::Reporter => &mut changed.details.reporters,
            Slot::Addressee => &mut changed.details.addressees,
        } = list;
        let what = slot_name(annotation.label, slot);
        let name = if names.is_empty() { format!("take the {what} off") } else { format!("{what}: {}", names.join(", ")) };
        let speaks = annotation.label == Label::Quote && slot == Slot::Speaker && !names.is_empty();
        let claims = if speaks { self.claims_in(&annotation, &changed) } else { Vec::new() };
        let count = claims.len();
        edits.extend(self.changed(&annotation, changed, now));
        for (before, after) in claims {
            edits.extend(self.changed(&before, after, now));
        }
        let before: Vec<String> = slot_of(&annotation, slot).iter().map(|held| self.who_shown(&held.who)).collect();
        let replaced = slot == Slot::Speaker && list_len == before.len() && !before.is_empty();
        if !self.take_step(&name, edits, None, now) {
            return;
        }
        if replaced && count == 0 {
            let back = self.key(SessionAction::Undo);
            let text = format!("{} instead of {}; {back} takes it back", names.join(", "), before.join(", "));
            self.notify(Severity::Info, text, now);
        }
        if count > 0 {
            let claims = if count == 1 { "the claim in it".to_owned() } else { format!("the {count} claims in it") };
            self.notify(Severity::Info, format!("{}: said of the quote and of {claims}", names.join(", ")), now);
        }
    }

    /// As [`Self::who_shown`], also for an actor that is only made by these edits.
    fn who_called(&self, who: &Who, edits: &[Edit]) -> String {
        let made = edits.iter().find_map(|edit| match edit {
            Edit::Actor(change) => change.after.as_ref().filter(|actor| who.actor() == Some(&actor.id)),
            _ => None,
        });
        made.map_or_else(|| self.who_shown(who), |actor| actor.name.clone())
    }

    /// The claims that lie in a quote and have no source yet, and how they are with the quote's speakers.
    pub(in crate::session) fn claims_in(&self, quote: &Annotation, credited: &Annotation) -> Vec<(Arc<Annotation>, Annotation)> {
        let Some(layer) = self.layer() else { return Vec::new() };
        let inside = layer.touching(quote.start(), quote.end()).filter(|a| {
            let lies_in = quote.start() <= a.start() && a.end() <= quote.end();
            lies_in && a.label == Label::Claim && a.details.attribution.is_empty()
        });
        // A quote in the quote has speakers of its own.
        let own = inside.filter(|claim| self.quote_around(claim).is_none_or(|nearer| nearer.id == quote.id));
        let with = |claim: &Arc<Annotation>| {
            let mut after = Annotation::clone(claim);
            after.details.attribution.clone_from(&credited.details.attribution);
            (Arc::clone(claim), after)
        };
        own.map(with).collect()
    }

    pub(in crate::session) fn set_mention(&mut self, id: &AnnotationId, actor: Option<ActorId>, now: Timestamp) {
        let Some(annotation) = self.own(id).filter(|a| a.label == Label::Actor && a.actor != actor) else { return };
        let name = match &actor {
            Some(actor) => format!("mention of {}", self.document.register.name(actor)),
            None => "mention of nobody".to_owned(),
        };
        let learns = actor.as_ref().and_then(|actor| self.learning(&annotation, actor));
        let mut changed = Annotation::clone(&annotation);
        changed.actor = actor;
        let mut edits: Vec<Edit> = self.changed(&annotation, changed, now).into_iter().collect();
        let said = learns.as_ref().map(|learned| format!("{} is known as “{}” from now on", learned.name, annotation.words()));
        if let Some(learned) = learns {
            let before = self.document.register.get(&learned.id).cloned();
            edits.push(Edit::Actor(Change::new(before, Some(Arc::new(learned)))));
        }
        if self.take_step(&name, edits, Some(GestureKind::Mention(id.clone())), now)
            && let Some(said) = said
        {
            self.notify(Severity::Info, said, now);
        }
    }

    /// The actor with the words of a mention among its names, when they are a name that it was not known by.
    pub(in crate::session) fn learning(&self, mention: &Annotation, actor: &ActorId) -> Option<Actor> {
        let is_name = self.document.codebook.held(Label::Actor, "form", &mention.details.attributes) == "name";
        let words = mention.words();
        // `French President` is how papers call one person; `President` is anybody.
        let is_office = is_role_phrase(&words) && !is_bare_title(&words) && words.contains(char::is_uppercase);
        let names = self.survey().names();
        let known = names.named(&words).contains(actor) || names.ending_in(&words).contains(actor);
        if !(is_name || is_office) || known {
            return None;
        }
        let mut learned = Actor::clone(self.document.register.get(actor)?);
        let language = self.article().map(|article| article.metadata.language.clone()).unwrap_or_default();
        learned.learn(&words, &language).then_some(learned)
    }

    pub(in crate::session) fn set_about(&mut self, id: &AnnotationId, about: Vec<ActorId>, now: Timestamp) {
        let Some(annotation) = self.own(id).filter(|a| a.details.about != about) else { return };
        let mut changed = Annotation::clone(&annotation);
        changed.details.about = about;
        self.change_annotation("say whom it is about", Some(&annotation), Some(changed), None, now);
    }

    /// Says a value; the default and the empty value are not held.
    pub(in crate::session) fn set_attribute(&mut self, id: &AnnotationId, name: &str, value: &str, now: Timestamp) {
        let Some(annotation) = self.own(id) else { return };
        let attribute = self.document.codebook.attribute(annotation.label, name).cloned();
        let default = attribute.as_ref().map_or("", |held| held.default.as_str());
        if let Some(attribute) = attribute.as_ref().filter(|_| !value.is_empty())
            && let Err(reason) = attribute.check(value)
        {
            return self.notify(Severity::Warning, reason, now);
        }
        let mut changed = Annotation::clone(&annotation);
        if value.is_empty() || value == default {
            changed.details.attributes.remove(name);
        } else {
            changed.details.attributes.insert(name.to_owned(), value.to_owned());
        }
        if changed == *annotation {
            return;
        }
        if annotation.label == Label::Quote {
            self.propose_again(&annotation, &mut changed, name);
        }
        let is_typed = attribute.as_ref().is_some_and(|held| !held.is_closed());
        let title = attribute.map_or_else(|| name.to_owned(), |held| held.title.to_lowercase());
        let gesture = is_typed.then(|| GestureKind::Attribute(id.clone(), name.to_owned()));
        let said = if value.is_empty() { "none" } else { value };
        self.change_annotation(&format!("{title}: {said}"), Some(&annotation), Some(changed), gesture, now);
    }

    /// The annotator's own annotation of the open article.
    pub(in crate::session) fn own(&self, id: &AnnotationId) -> Option<Arc<Annotation>> {
        self.layer()?.get(id).cloned()
    }

    /// The mention of an actor that shows best who says it: the nearest outside, in the same paragraph or a neighbour.
    pub(in crate::session) fn nearest_mention(&self, annotation: &Annotation, actor: &ActorId) -> Option<AnnotationId> {
        // What a quote shows for its speaker holds for the claims in it.
        let around = self.layer()?.touching(annotation.start(), annotation.end());
        let holding = around.filter(|a| a.id != annotation.id && a.start() <= annotation.start() && annotation.end() <= a.end());
        let shown = holding.flat_map(|a| &a.details.attribution).find(|held| held.who.actor() == Some(actor));
        if let Some(mention) = shown.and_then(|held| held.mention.clone()) {
            return Some(mention);
        }
        let text = &self.article()?.text;
        let (first, last) = (text.paragraph_at(annotation.start()), text.paragraph_at(annotation.end()));
        let from = text.paragraph(first.saturating_sub(1)).start;
        let to = text.paragraph((last + 1).min(text.paragraph_count().saturating_sub(1))).end;
        let layer = self.layer()?;
        let naming = layer
            .touching(ByteOffset(from), ByteOffset(to))
            .filter(|a| a.label == Label::Actor && a.actor.as_ref() == Some(actor));
        naming.min_by_key(|mention| distance(text, annotation, mention)).map(|mention| mention.id.clone())
    }

    /// For a person: the actor's name, or what stands in its place.
    #[must_use]
    pub fn who_shown(&self, who: &Who) -> String {
        match who {
            Who::Actor(id) => self.document.register.name(id).to_owned(),
            Who::Unnamed(words) => format!("“{words}”"),
            Who::Author => "the author".to_owned(),
            Who::Unknown => "unknown".to_owned(),
        }
    }
}

/// Bytes between a mention and the nearest fragment; mentions inside, and in other paragraphs, come last.
fn distance(text: &Text, annotation: &Annotation, mention: &Annotation) -> (bool, bool, usize) {
    let inside = annotation.spans().any(|span| span.start() <= mention.start() && mention.end() <= span.end());
    let apart = annotation.spans().map(|span| {
        let after = mention.start().0.saturating_sub(span.end().0);
        after + span.start().0.saturating_sub(mention.end().0)
    });
    let paragraph = text.paragraph_at(mention.start());
    let elsewhere = annotation.spans().all(|span| text.paragraph_at(span.start()) != paragraph);
    (inside, elsewhere, apart.min().unwrap_or(0))
}

/// What stands in a slot.
#[must_use]
pub fn slot_of(annotation: &Annotation, slot: Slot) -> &[Attribution] {
    match slot {
        Slot::Speaker => &annotation.details.attribution,
        Slot::Reporter => &annotation.details.reporters,
        Slot::Addressee => &annotation.details.addressees,
    }
}

/// What a slot is called.
#[must_use]
pub fn slot_name(label: Label, slot: Slot) -> &'static str {
    match slot {
        Slot::Speaker if label == Label::Claim => "source",
        Slot::Speaker => "speaker",
        Slot::Reporter => "reported by",
        Slot::Addressee => "said to",
    }
}

/// What can be read off a quote's words: direct when every fragment opens with a mark and nothing is said behind the last
/// one, indirect when none stands in it.
///
/// After the codebook's rule; words in marks that are nobody's do not count once they are marked as such.
#[must_use]
pub fn quote_type(annotation: &Annotation) -> &'static str {
    const OPENING: &[char] = &['"', '“', '„', '«', '‹', '‘', '—', '–', '\'', '`'];
    // A single mark may as well be an apostrophe.
    const CLOSING: &[char] = &['"', '”', '“', '»', '›'];
    const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‹', '›', '`'];
    // Wires double the single marks.
    let count = |words: &str| words.matches(MARKS).count() + words.matches("''").count();
    let scare: usize = annotation.details.evidence_of(EvidenceKind::Scare).map(|f| count(&f.words)).sum();
    let marks: usize = annotation.fragments.iter().map(|f| count(&f.words)).sum();
    // Words behind the mark that closes are the outlet's; without one the speech goes on, as it does behind a dash.
    let is_whole = |words: &str| {
        let behind = words.rfind(CLOSING).filter(|at| *at > 0).and_then(|at| words.get(at..)).unwrap_or_default();
        words.starts_with(['—', '–', '‘', '\'', '`']) || !behind.chars().any(char::is_alphanumeric)
    };
    let opens = |words: &str| words.starts_with(OPENING) && is_whole(words);
    if !annotation.fragments.is_empty() && annotation.fragments.iter().all(|f| opens(&f.words)) {
        let partial = annotation.details.attributes.get("form").is_some_and(|form| form == "partial");
        return if partial { "mixed" } else { "direct" };
    }
    if marks > scare { "mixed" } else { "indirect" }
}

/// Whether the codebook has that value, so that it may be proposed.
pub(in crate::session) fn may_propose(session: &Session, of: Subject, attribute: &str, value: &str) -> bool {
    session.document.codebook.attribute(of, attribute).is_some_and(|held| held.check(value).is_ok() && held.default != value)
}
