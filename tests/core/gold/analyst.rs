//! A perfect analyst: knows the annotation by hand, and takes the shortest way to each part of it that the program has.
//!
//! Every key, click and drag is a command that is really sent, and is counted when it is sent. What the analyst knows
//! beforehand (where a suggestion is right, what is cheaper) costs nothing; what it does to get there does.

use std::collections::BTreeMap;

use dicta::model::{ActorId, Annotation, Label, Who};
use dicta::session::cursor::caret_step::CaretStep;
use dicta::session::input::action::EdgeStep;
use dicta::session::{Command, Digit, Edge, For, SessionAction, Slot};
use dicta::suggest::{Proposed, Suggestion, unmarked};
use dicta::text::{ByteOffset, CharOffset, Span, Text};
use serde_json::Value;

use crate::support::sitting::Sitting;

/// Gestures, by what they were spent on.
#[derive(Default)]
pub struct Count {
    pub gestures: BTreeMap<&'static str, usize>,
    pub annotations: BTreeMap<&'static str, usize>,
    /// Keys for values that the words do not propose: `V` and the value's.
    pub values: usize,
}

impl Count {
    pub(super) fn spend(&mut self, label: &'static str, gestures: usize) {
        *self.gestures.entry(label).or_default() += gestures;
    }

    pub(super) fn made(&mut self, label: &'static str) {
        *self.annotations.entry(label).or_default() += 1;
    }
}

pub fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub fn span(text: &Text, value: &Value) -> Span {
    let at = |name: &str| text.byte_from_char(CharOffset(value[name].as_u64().unwrap() as usize)).unwrap();
    Span::new(text, at("start_cp"), at("end_cp")).unwrap()
}

pub fn spans(text: &Text, quote: &Value) -> Vec<Span> {
    list(quote, "fragments").iter().map(|fragment| span(text, fragment)).collect()
}

/// The canonical name of the first one who says it.
fn sayer(quote: &Value) -> Option<String> {
    list(quote, "speaker").first().map(|held| held["canonical"].as_str().unwrap().to_owned())
}

pub struct Analyst<'s> {
    pub sitting: &'s mut Sitting,
    pub text: Text,
    /// Actors of the register by the name that the hand gave them.
    pub actors: BTreeMap<String, ActorId>,
    pub count: &'s mut Count,
}

impl Analyst<'_> {
    /// What the program does by itself, or what was counted already.
    pub(super) fn send(&mut self, command: Command) {
        self.sitting.desk.send(command);
        self.sitting.settle();
    }

    pub(super) fn gesture(&mut self, label: &'static str, command: Command) {
        self.count.spend(label, 1);
        self.send(command);
    }

    pub(super) fn key(&mut self, label: &'static str, action: SessionAction) {
        self.gesture(label, Command::Do(action));
    }

    /// One drag over a span.
    pub(super) fn drag(&mut self, label: &'static str, span: Span) {
        self.gesture(label, Command::Select { anchor: span.start(), head: span.end() });
    }

    /// One click, as the text pane takes it: a suggestion on show, or the caret and the annotation there.
    pub(super) fn click(&mut self, label: &'static str, at: ByteOffset) {
        let session = &self.sitting.desk.session;
        let mut here: Vec<_> =
            session.layer().map(|layer| layer.touching(at, at).filter(|a| a.touches(at)).collect()).unwrap_or_default();
        here.sort_by_key(|a| (a.end().0 - a.start().0, a.label));
        let now = here.iter().position(|a| session.current().is_some_and(|current| current.id == a.id));
        let meant = here.get(now.map_or(0, |now| (now + 1) % here.len())).map(|a| a.id.clone());
        let again = meant.is_some() && meant.as_ref() == session.current().map(|current| &current.id);
        let holds = |suggestion: &Suggestion| suggestion.fragments.iter().any(|span| span.touches(at));
        let on_show = session.suggestions_of(session.offers()).iter().any(holds);
        self.count.spend(label, 1);
        if (meant.is_none() || again) && on_show {
            return self.send(Command::LookAt(at));
        }
        self.send(Command::PlaceCaret { at, extend: false });
        if meant.is_some() {
            self.send(Command::SelectAnnotation(meant));
        }
    }

    pub(super) fn own(&self, label: Label, spans: &[Span]) -> Option<Annotation> {
        let here = self.sitting.desk.annotations();
        here.into_iter().find(|a| a.label == label && a.spans().eq(spans.iter().copied()))
    }

    /// Names the actor of the selected annotation: nothing when it is there, a digit when it is likely, else `R`, some
    /// letters and Enter.
    pub(super) fn name_actor(&mut self, label: &'static str, wanted: &str) {
        let session = &self.sitting.desk.session;
        let Some(current) = session.current().cloned() else { return };
        let id = self.actors.get(wanted).cloned();
        let held = match current.label {
            Label::Actor => current.actor.clone(),
            _ => current.details.attribution.first().and_then(|held| held.who.actor().cloned()),
        };
        if held.is_some() && held == id {
            return;
        }
        // `A` has opened the question where it could not answer it.
        let asked = usize::from(current.label != Label::Actor || held.is_some());
        let Some(id) = id else {
            // Enter takes the words as the new actor's name. What it is called in the end is for its page, once for all
            // articles.
            self.count.spend(label, asked + 1);
            let target = match current.label {
                Label::Actor => For::Mention(current.id.clone()),
                _ => For::Slot { id: current.id.clone(), slot: Slot::Speaker, joins: false },
            };
            self.send(Command::NewActor { name: wanted.to_owned(), target });
            let id = self.sitting.desk.session.actors_named(wanted).last().cloned().expect("it is there now");
            self.actors.insert(wanted.to_owned(), id);
            return;
        };
        if let Some(at) =
            session.proposed_speakers(&current).iter().position(|speaker| speaker.who == Proposed::Known(id.clone()))
        {
            self.send(Command::Do(SessionAction::Speaker(Digit::ALL[at])));
            if self.is_answered_by(&current, &id) {
                return self.count.spend(label, 1);
            }
            // Who is set already is changed in the list: `R`, then the digit.
            self.count.spend(label, 2);
            return self.choose(&current, id);
        }
        let letters: Vec<char> = wanted.chars().collect();
        let needed = (1..=letters.len()).find(|n| {
            let typed: String = letters.iter().take(*n).collect();
            session.find_actors(&typed, 1).first().is_some_and(|hit| hit.id == id)
        });
        self.count.spend(label, asked + needed.unwrap_or(letters.len()) + 1);
        self.choose(&current, id);
    }

    fn is_answered_by(&self, annotation: &Annotation, id: &ActorId) -> bool {
        let now = self.sitting.desk.annotations().into_iter().find(|a| a.id == annotation.id);
        now.is_some_and(|now| {
            let speaks = now.details.attribution.first().and_then(|held| held.who.actor());
            now.actor.as_ref().or(speaks) == Some(id)
        })
    }

    /// What an answer in the list of `R` does.
    fn choose(&mut self, annotation: &Annotation, id: ActorId) {
        if annotation.label == Label::Actor {
            self.send(Command::SetMention(annotation.id.clone(), Some(id)));
        } else {
            self.send(Command::Credit { id: annotation.id.clone(), slot: Slot::Speaker, who: Who::Actor(id), joins: false });
        }
    }

    /// Whether the suggestion is a quote of the hand, to the letter or at most two steps of its edges away; those steps.
    fn quote_of<'g>(&self, gold: &'g Value, suggestion: &Suggestion) -> Option<(&'g Value, Vec<SessionAction>)> {
        let near = |quote: &&'g Value| edge_steps(&self.text, &suggestion.fragments, &spans(&self.text, quote));
        let found = list(gold, "quotes").iter().filter_map(|quote| near(&quote).map(|steps| (quote, steps)));
        found.min_by_key(|(_, steps)| steps.len())
    }

    fn digit(&self, suggestion: &Suggestion, wanted: Option<&String>) -> Option<SessionAction> {
        let id = wanted.and_then(|name| self.actors.get(name))?;
        let at = suggestion.speakers.iter().position(|speaker| matches!(&speaker.who, Proposed::Known(known) if known == id))?;
        Digit::ALL.get(at).copied().map(SessionAction::Speaker)
    }

    /// The walk over quotes; what a quote claims by all its words is marked on the way.
    pub fn walk(&mut self, gold: &Value) {
        self.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
        self.key("quote", SessionAction::NextSuggestion);
        while let Some(suggestion) = self.sitting.desk.session.suggestion().cloned() {
            let Some((quote, steps)) = self.quote_of(gold, &suggestion) else {
                self.key("quote", SessionAction::RejectSuggestion);
                continue;
            };
            let held: Vec<Span> = spans(&self.text, quote);
            if self.own(Label::Quote, &held).is_some() {
                self.key("quote", SessionAction::RejectSuggestion);
                continue;
            }
            for step in steps {
                self.key("quote", step);
            }
            let digit = self.digit(&suggestion, sayer(quote).as_ref());
            // Without a digit it is accepted as it is; the speaker is said when the quotes are looked through.
            self.key("quote", digit.unwrap_or(SessionAction::Tag(Label::Quote)));
            if self.is_claim(gold, &held) && self.own(Label::Quote, &held).is_some() {
                self.key("claim", SessionAction::ClaimOfQuote);
            }
        }
    }

    /// Whether the hand has a claim of what a quote says.
    fn is_claim(&self, gold: &Value, quote: &[Span]) -> bool {
        let bare: Vec<Span> = quote.iter().map(|held| unmarked(&self.text, *held)).collect();
        list(gold, "claims").iter().any(|claim| bare == [span(&self.text, claim)])
    }

    pub fn quotes(&mut self, gold: &Value) {
        for quote in list(gold, "quotes") {
            self.count.made("quote");
            let held: Vec<Span> = spans(&self.text, quote);
            match self.own(Label::Quote, &held) {
                Some(there) => {
                    let id = sayer(quote).and_then(|name| self.actors.get(&name).cloned());
                    let said = there.details.attribution.first().and_then(|held| held.who.actor().cloned());
                    // To say or to mend who it is, one goes back to it.
                    if sayer(quote).is_some() && (said.is_none() || said != id) {
                        self.count.spend("quote", 1);
                    }
                    self.send(Command::SelectAnnotation(Some(there.id)));
                }
                None => {
                    for (number, span) in held.iter().enumerate() {
                        self.drag("quote", *span);
                        self.key(
                            "quote",
                            if number == 0 { SessionAction::Tag(Label::Quote) } else { SessionAction::AddFragment },
                        );
                    }
                }
            }
            let current = self.sitting.desk.session.current().cloned().expect("it is selected");
            if let Some(name) = sayer(quote) {
                self.name_actor("quote", &name);
            }
            if self.is_claim(gold, &held) && !self.has_claim(&held) {
                self.key("claim", SessionAction::ClaimOfQuote);
            }
            let said = self.sitting.desk.session.document().codebook.clone();
            let kind = said.held(Label::Quote, "quote_type", &current.details.attributes).to_owned();
            self.count.values += 2 * usize::from(quote["type"].as_str() != Some(kind.as_str()));
        }
    }

    fn has_claim(&self, quote: &[Span]) -> bool {
        let bare: Vec<Span> = quote.iter().map(|held| unmarked(&self.text, *held)).collect();
        self.own(Label::Claim, &bare).is_some()
    }

    /// The walk over claims, or a click on those that are right, whichever is fewer; then the others by hand.
    pub fn claims(&mut self, gold: &Value) {
        let all: Vec<(Span, &Value)> = list(gold, "claims").iter().map(|claim| (span(&self.text, claim), claim)).collect();
        let of = |suggestion: &Suggestion| all.iter().find(|(span, _)| suggestion.fragments == [*span]).map(|(_, claim)| *claim);
        let open = self.sitting.desk.session.claim_suggestions().to_vec();
        let last = open.iter().rposition(|suggestion| of(suggestion).is_some());
        let right = open.iter().filter(|suggestion| of(suggestion).is_some()).count();
        let walks = last.is_some_and(|last| last + 2 <= 2 * right + 1);
        if right > 0 {
            self.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
            self.key("claim", SessionAction::NextClaim);
        }
        while let Some(suggestion) = self.sitting.desk.session.suggestion().cloned().filter(|_| walks) {
            match of(&suggestion) {
                Some(claim) => self.accept_claim(claim, &suggestion),
                None if all.iter().any(|(span, _)| self.own(Label::Claim, &[*span]).is_none()) => {
                    self.key("claim", SessionAction::RejectSuggestion);
                }
                None => break,
            }
            let left = self.sitting.desk.session.claim_suggestions();
            if !left.iter().any(|suggestion| of(suggestion).is_some()) {
                break;
            }
        }
        self.send(Command::Clear);
        for (span, claim) in &all {
            self.count.made("claim");
            self.count.values += 4;
            if self.own(Label::Claim, &[*span]).is_none() {
                let open = self.sitting.desk.session.claim_suggestions().iter().find(|held| held.fragments == [*span]).cloned();
                if let Some(suggestion) = open {
                    self.gesture("claim", Command::LookAt(span.start()));
                    let looked_at = self.sitting.desk.session.suggestion().cloned().expect("a click looks at it");
                    assert_eq!(looked_at.fragments, suggestion.fragments);
                    self.accept_claim(claim, &looked_at);
                } else {
                    self.drag("claim", *span);
                    self.key("claim", SessionAction::Tag(Label::Claim));
                }
            }
            let there = self.own(Label::Claim, &[*span]).expect("it is marked");
            if self.sitting.desk.session.current().is_none_or(|current| current.id != there.id) {
                self.send(Command::SelectAnnotation(Some(there.id.clone())));
            }
            match claimant(claim) {
                Some(("outlet", _)) if there.details.attribution.is_empty() => self.key("claim", SessionAction::SpeakerArticle),
                Some(("outlet", _)) if there.details.attribution.first().is_none_or(|held| held.who != Who::Author) => {
                    self.count.spend("claim", 2);
                    let (id, who) = (there.id.clone(), Who::Author);
                    self.send(Command::Credit { id, slot: Slot::Speaker, who, joins: false });
                }
                Some(("outlet", _)) | None => {}
                Some((_, name)) => self.name_actor("claim", name),
            }
        }
    }

    fn accept_claim(&mut self, claim: &Value, suggestion: &Suggestion) {
        let digit = match claimant(claim) {
            Some(("outlet", _)) => Some(SessionAction::SpeakerArticle),
            Some((_, name)) => self.digit(suggestion, Some(&name.to_owned())),
            None => None,
        };
        self.key("claim", digit.unwrap_or(SessionAction::Tag(Label::Claim)));
    }
}

fn claimant(claim: &Value) -> Option<(&str, &str)> {
    list(claim, "claimant").first().map(|held| (held["actor"].as_str().unwrap(), held["canonical"].as_str().unwrap()))
}

/// The keys that move the edges of a suggestion of one fragment to where they should be: two at most.
fn edge_steps(text: &Text, suggestion: &[Span], wanted: &[Span]) -> Option<Vec<SessionAction>> {
    if suggestion == wanted {
        return Some(Vec::new());
    }
    let ([from], [to]) = (suggestion, wanted) else { return None };
    let steps = |from: ByteOffset, to: ByteOffset, edge: Edge, actions: [SessionAction; 4]| {
        let ways = [CaretStep::Left, CaretStep::Right, CaretStep::WordLeft, CaretStep::WordRight];
        if from == to {
            return Some(Vec::new());
        }
        ways.iter().zip(actions).find_map(|(way, action)| {
            let once = way.edge_from(text, from, edge);
            (once == to).then(|| vec![action]).or_else(|| (way.edge_from(text, once, edge) == to).then(|| vec![action, action]))
        })
    };
    let start = [
        SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Left },
        SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Right },
        SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::WordLeft },
        SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::WordRight },
    ];
    let end = [
        SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left },
        SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right },
        SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::WordLeft },
        SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::WordRight },
    ];
    let all = [steps(from.start(), to.start(), Edge::Start, start)?, steps(from.end(), to.end(), Edge::End, end)?].concat();
    (all.len() <= 2).then_some(all)
}
