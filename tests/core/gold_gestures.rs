//! Counts what a perfect analyst would press, click and drag to enter the annotation by hand, where the checkout has it.
//!
//! Counted is every annotation with its label, its fragments, and who says it or whom it names. Values that the words do
//! not propose by themselves (two keys each: `V` and the value's) are counted apart.

use std::collections::BTreeMap;
use std::fs;

use dicta::model::{ActorId, Annotation, Label, Who};
use dicta::session::{Action, Command, For, Slot};
use dicta::suggest::{Candidate, Proposed};
use dicta::text::{ByteOffset, CharOffset, Span, Text};
use serde_json::Value;

use super::gold::{import, shared};
use super::sitting::Sitting;

/// Gestures, by what they were spent on.
#[derive(Default)]
struct Count {
    gestures: BTreeMap<&'static str, usize>,
    annotations: BTreeMap<&'static str, usize>,
    values: usize,
}

impl Count {
    fn spend(&mut self, label: &'static str, gestures: usize) {
        *self.gestures.entry(label).or_default() += gestures;
    }

    fn made(&mut self, label: &'static str) {
        *self.annotations.entry(label).or_default() += 1;
    }
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn span(text: &Text, value: &Value) -> Span {
    let at = |name: &str| text.byte_from_char(CharOffset(value[name].as_u64().unwrap() as usize)).unwrap();
    Span::new(text, at("start_cp"), at("end_cp")).unwrap()
}

/// The analyst: knows the annotation by hand, and takes the shortest way to each part of it.
struct Analyst<'s> {
    sitting: &'s mut Sitting,
    text: Text,
    /// Actors of the register by the name that the hand gave them.
    actors: BTreeMap<String, ActorId>,
    count: &'s mut Count,
}

impl Analyst<'_> {
    fn send(&mut self, command: Command) {
        self.sitting.desk.send(command);
        self.sitting.settle();
    }

    fn key(&mut self, label: &'static str, action: Action) {
        self.count.spend(label, 1);
        self.send(Command::Do(action));
    }

    /// One drag over a span.
    fn drag(&mut self, label: &'static str, span: Span) {
        self.count.spend(label, 1);
        self.send(Command::Select { anchor: span.start(), head: span.end() });
    }

    fn own(&self, label: Label, spans: &[Span]) -> Option<Annotation> {
        let here = self.sitting.desk.annotations();
        here.into_iter().find(|a| a.label == label && a.spans().eq(spans.iter().copied()))
    }

    /// Names the actor of the selected annotation: nothing when it is there, a digit when it is likely, else `R`, some
    /// letters and Enter.
    fn name_actor(&mut self, label: &'static str, wanted: &str) {
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
        let Some(id) = id else {
            // `A` has opened the question; Enter takes the words as the new actor's name. What it is called in the end is
            // for its page, once for all articles.
            self.count.spend(label, 1);
            let target = match current.label {
                Label::Actor => For::Mention(current.id.clone()),
                _ => For::Slot { id: current.id.clone(), slot: Slot::Speaker, joins: false },
            };
            self.send(Command::NewActor { name: wanted.to_owned(), target });
            let id = self.sitting.desk.session.actors_named(wanted).last().cloned().expect("it is there now");
            self.actors.insert(wanted.to_owned(), id);
            return;
        };
        if session.likely(&current).contains(&id) {
            self.count.spend(label, 1);
        } else {
            let letters: Vec<char> = wanted.chars().collect();
            let needed = (1..=letters.len()).find(|n| {
                let typed: String = letters.iter().take(*n).collect();
                session.find_actors(&typed, 1).first().is_some_and(|hit| hit.id == id)
            });
            let asked = usize::from(current.label != Label::Actor);
            self.count.spend(label, asked + needed.unwrap_or(letters.len()) + 1);
        }
        if current.label == Label::Actor {
            self.send(Command::SetMention(current.id.clone(), Some(id)));
        } else {
            self.send(Command::Credit { id: current.id.clone(), slot: Slot::Speaker, who: Who::Actor(id), joins: false });
        }
    }

    fn mentions(&mut self, gold: &Value) {
        let mut all: Vec<(Span, String)> = Vec::new();
        for actor in list(gold, "actors") {
            let name = actor["canonical"].as_str().unwrap();
            all.extend(list(actor, "mentions").iter().map(|mention| (span(&self.text, mention), name.to_owned())));
        }
        all.sort();
        for (span, name) in all {
            self.count.made("actor");
            if self.own(Label::Actor, &[span]).is_some() {
                let id = self.own(Label::Actor, &[span]).unwrap().id;
                if self.own(Label::Actor, &[span]).unwrap().actor != self.actors.get(&name).cloned() {
                    self.count.spend("actor", 1);
                    self.send(Command::SelectAnnotation(Some(id)));
                    self.name_actor("actor", &name);
                }
                continue;
            }
            self.drag("actor", span);
            self.key("actor", Action::TagActor);
            self.name_actor("actor", &name);
        }
    }

    /// Whether the candidate is a quote of the hand, to the letter.
    fn quote_of<'g>(&self, gold: &'g Value, candidate: &Candidate) -> Option<&'g Value> {
        list(gold, "quotes").iter().find(|quote| {
            let spans: Vec<Span> = list(quote, "fragments").iter().map(|fragment| span(&self.text, fragment)).collect();
            spans == candidate.fragments
        })
    }

    fn walk(&mut self, gold: &Value) {
        self.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
        self.key("quote", Action::NextCandidate);
        while let Some(candidate) = self.sitting.desk.session.candidate().cloned() {
            let Some(quote) = self.quote_of(gold, &candidate) else {
                self.key("quote", Action::RejectCandidate);
                continue;
            };
            let wanted = list(quote, "speaker").first().map(|held| held["canonical"].as_str().unwrap().to_owned());
            let id = wanted.as_ref().and_then(|name| self.actors.get(name));
            let place = candidate.speakers.iter().position(|speaker| match &speaker.who {
                Proposed::Known(known) => Some(known) == id,
                Proposed::New(_) | Proposed::Role(_) => false,
            });
            let digits = [Action::Speaker1, Action::Speaker2, Action::Speaker3, Action::Speaker4, Action::Speaker5];
            match place.and_then(|at| digits.get(at)) {
                Some(digit) => self.key("quote", *digit),
                // Accepted as it is; the speaker is said when the quotes are looked through.
                None => self.key("quote", Action::TagQuote),
            }
        }
    }

    fn quotes(&mut self, gold: &Value) {
        for quote in list(gold, "quotes") {
            self.count.made("quote");
            let spans: Vec<Span> = list(quote, "fragments").iter().map(|fragment| span(&self.text, fragment)).collect();
            match self.own(Label::Quote, &spans) {
                Some(there) => self.send(Command::SelectAnnotation(Some(there.id))),
                None => {
                    for (number, span) in spans.iter().enumerate() {
                        self.drag("quote", *span);
                        self.key("quote", if number == 0 { Action::TagQuote } else { Action::AddFragment });
                    }
                }
            }
            let current = self.sitting.desk.session.current().cloned().expect("it is selected");
            if let Some(held) = list(quote, "speaker").first() {
                let name = held["canonical"].as_str().unwrap().to_owned();
                self.name_actor("quote", &name);
            }
            let said = self.sitting.desk.session.document().codebook.clone();
            let kind = said.held(Label::Quote, "quote_type", &current.details.attributes).to_owned();
            self.count.values += 2 * usize::from(quote["type"].as_str() != Some(kind.as_str()));
        }
    }

    fn claims(&mut self, gold: &Value) {
        for claim in list(gold, "claims") {
            self.count.made("claim");
            self.drag("claim", span(&self.text, claim));
            self.key("claim", Action::TagClaim);
            match list(claim, "claimant")
                .first()
                .map(|held| (held["actor"].as_str().unwrap(), held["canonical"].as_str().unwrap()))
            {
                Some(("outlet", _)) => self.key("claim", Action::SpeakerAuthor),
                Some((_, name)) => self.name_actor("claim", name),
                None => {}
            }
            self.count.values += 4;
        }
    }
}

#[test]
fn what_a_perfect_analyst_presses_is_counted() {
    let (Some(articles), Some(gold)) = (shared("articles"), shared("gold")) else { return };
    let dir = tempfile::tempdir().unwrap();
    import(dir.path(), &articles);
    let mut sitting = Sitting::open(dir.path());
    let ids: Vec<(String, String)> =
        sitting.desk.session.document().articles.values().map(|a| (a.id.to_string(), a.source_file.clone())).collect();
    let (mut count, mut actors) = (Count::default(), BTreeMap::new());
    for (id, source) in ids {
        let Ok(bytes) = fs::read(gold.join(source.replace(".txt", ".json"))) else { continue };
        let hand: Value = serde_json::from_slice(&bytes).unwrap();
        sitting.go(&id);
        let text = sitting.desk.text();
        let mut analyst = Analyst { sitting: &mut sitting, text, actors, count: &mut count };
        analyst.mentions(&hand);
        analyst.walk(&hand);
        analyst.quotes(&hand);
        analyst.claims(&hand);
        actors = analyst.actors;
    }
    let (mut gestures, mut annotations) = (0, 0);
    println!("{:<8} {:>12} {:>9} {:>15}", "label", "annotations", "gestures", "per annotation");
    for (label, made) in &count.annotations {
        let spent = count.gestures.get(label).copied().unwrap_or(0);
        println!("{label:<8} {made:>12} {spent:>9} {:>15.2}", spent as f64 / *made as f64);
        gestures += spent;
        annotations += made;
    }
    println!("{:<8} {annotations:>12} {gestures:>9} {:>15.2}", "all", gestures as f64 / annotations as f64);
    println!("one direct quote with its speaker: 1 as a candidate; brat and INCEpTION 6, doccano 8, Label Studio 10");
    println!("values that the words do not propose: {} keys more", count.values);
    assert!(annotations > 130);
    let document = sitting.desk.session.document();
    assert_eq!(document.breaches(), []);
}
