//! Counts what a perfect analyst presses, clicks and drags from nothing to the annotation by hand.
//!
//! Counted is every annotation with its label, its fragments, and who says it or whom it names. Values that the words do
//! not propose by themselves are counted apart.

use std::collections::BTreeMap;

use dicta::model::Label;
use dicta::session::{Command, Digit, SessionAction};
use dicta::suggest::Proposed;
use dicta::text::Span;
use serde_json::Value;

use super::Gold;
use super::analyst::{Analyst, Count, list, spans};
use crate::support::sitting::Sitting;

/// Works through every article that was annotated by hand.
fn work(sitting: &mut Sitting, gold: &Gold, mut job: impl FnMut(&mut Analyst<'_>, &Value)) -> Count {
    let (mut count, mut actors) = (Count::default(), BTreeMap::new());
    for (id, hand) in gold.by_hand(sitting) {
        sitting.go(&id);
        let text = sitting.desk.text();
        let mut analyst = Analyst { sitting, text, actors, count: &mut count };
        job(&mut analyst, &hand);
        actors = analyst.actors;
    }
    count
}

pub fn what_a_perfect_analyst_presses_is_counted(gold: &Gold) {
    let dir = tempfile::tempdir().unwrap();
    gold.import(dir.path());
    let mut sitting = Sitting::open(dir.path());
    let count = work(&mut sitting, gold, |analyst, hand| {
        analyst.names(hand);
        analyst.walk(hand);
        analyst.quotes(hand);
        analyst.claims(hand);
        analyst.mentions(hand);
    });
    let (mut gestures, mut annotations) = (0, 0);
    println!("{:<8} {:>12} {:>9} {:>15}", "label", "annotations", "gestures", "per annotation");
    for (label, made) in &count.annotations {
        let spent = count.gestures.get(label).copied().unwrap_or(0);
        println!("{label:<8} {made:>12} {spent:>9} {:>15.2}", spent as f64 / *made as f64);
        gestures += spent;
        annotations += made;
    }
    println!("{:<8} {annotations:>12} {gestures:>9} {:>15.2}", "all", gestures as f64 / annotations as f64);
    println!("values that the words do not propose: {} keys more", count.values);
    assert!(annotations >= gold.marks);
    assert_eq!(sitting.desk.session.document().breaches(), []);
    assert!(gestures as f64 <= gold.gestures * annotations as f64, "{gestures} gestures for {annotations} annotations");
}

/// What a quote costs by the mouse alone: a click on its suggestion and one on a digit, or a drag, a click on the label and
/// one on a likely speaker. Nothing where the speaker is not among the likely ones.
fn by_mouse(analyst: &mut Analyst<'_>, held: &[Span], wanted: &str) -> Option<usize> {
    let id = analyst.actors.get(wanted)?.clone();
    let desk = &mut analyst.sitting.desk;
    desk.send(Command::Clear);
    desk.send(Command::LookAt(held.first()?.start()));
    let suggestion = desk.session.suggestion().filter(|suggestion| suggestion.fragments == held);
    let proposed = |who: &dicta::suggest::Proposed| matches!(who, dicta::suggest::Proposed::Known(known) if *known == id);
    let place = suggestion.and_then(|suggestion| suggestion.speakers.iter().position(|speaker| proposed(&speaker.who)));
    let clicks = if let Some(place) = place {
        desk.send(Command::Do(SessionAction::Speaker(*Digit::ALL.get(place)?)));
        2
    } else {
        let [span] = held else { return None };
        desk.send(Command::Select { anchor: span.start(), head: span.end() });
        desk.send(Command::Do(SessionAction::Tag(Label::Quote)));
        let proposed = desk.session.proposed_speakers(desk.session.current()?);
        let place = proposed.iter().position(|speaker| speaker.who == Proposed::Known(id.clone()))?;
        desk.send(Command::Do(SessionAction::Speaker(*Digit::ALL.get(place)?)));
        3
    };
    let made = desk.annotations().into_iter().find(|a| a.label == Label::Quote && a.spans().eq(held.iter().copied()))?;
    (made.details.attribution.first()?.who.actor() == Some(&id)).then_some(clicks)
}

pub fn a_direct_quote_with_its_speaker_is_one_key_or_three_clicks_at_most(gold: &Gold) {
    let dir = tempfile::tempdir().unwrap();
    gold.import(dir.path());
    let mut sitting = Sitting::open(dir.path());
    let (mut direct, mut others) = (Vec::new(), Vec::new());
    work(&mut sitting, gold, |analyst, hand| {
        analyst.names(hand);
        for quote in list(hand, "quotes") {
            let Some(speaker) = list(quote, "speaker").first() else { continue };
            let (held, name) = (spans(&analyst.text, quote), speaker["canonical"].as_str().unwrap());
            // Whom no name gave to the register is made an actor first.
            if !analyst.actors.contains_key(name) {
                continue;
            }
            let clicks = by_mouse(analyst, &held, name);
            if quote["type"] == "direct" { direct.push(clicks) } else { others.push(clicks) }
        }
    });
    let mean = |all: &[Option<usize>]| {
        let known: Vec<usize> = all.iter().copied().flatten().collect();
        (known.len(), known.iter().sum::<usize>() as f64 / known.len().max(1) as f64)
    };
    println!("one direct quote with its speaker: 1 key as a suggestion; brat and INCEpTION 6, doccano 8, Label Studio 10");
    println!("by the mouse alone: {:.2} clicks and drags for each of {} direct quotes", mean(&direct).1, mean(&direct).0);
    println!("by the mouse alone: {:.2} for {} of {} other quotes", mean(&others).1, mean(&others).0, others.len());
    assert!(direct.len() >= gold.direct, "{} direct quotes of known speakers", direct.len());
    assert!(direct.iter().all(|clicks| clicks.is_some_and(|clicks| clicks <= 3)), "{direct:?}");
}
