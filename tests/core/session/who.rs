//! Who says it: speakers, sources, evidence and what the words propose by themselves.

use dicta::model::{Attribution, EvidenceKind, Label, Who};
use dicta::session::{Command, For, Slot};
use dicta::text::ByteOffset;

use crate::support::desk::Desk;

const TEXT: &str = "« Il faut agir », a déclaré Anne Morel mardi.\n\nLe ministre Paul Aubry a répondu qu’il « verrait ».\n\nSelon deux sources proches du dossier, rien n’est décidé.";

fn speakers(desk: &Desk, words: &str) -> Vec<Who> {
    desk.find(Label::Quote, words).details.attribution.iter().map(|held| held.who.clone()).collect()
}

fn actor(desk: &Desk, name: &str) -> Who {
    let id = desk.session.actors_named(name).first().cloned().expect("an actor of that name");
    Who::Actor(id)
}

/// The quote and both names marked, both names new to the register.
fn desk() -> Desk {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Anne Morel", "S-A");
    desk.mark("Paul Aubry", "S-A");
    desk.mark("« Il faut agir »", "Q");
    desk
}

#[test]
fn a_new_actor_is_one_key_and_one_undo() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Anne Morel", "S-A");
    let mention = desk.find(Label::Actor, "Anne Morel");
    assert_eq!(mention.actor.as_ref().map(ToString::to_string).as_deref(), Some("anne-morel"));
    assert_eq!(desk.session.document().register.actors().len(), 1);
    desk.keys("C-Z");
    assert!(desk.annotations().is_empty());
    assert!(desk.session.document().register.actors().is_empty());
    desk.keys("C-S-Z");
    assert_eq!(desk.find(Label::Actor, "Anne Morel").actor, mention.actor);
}

#[test]
fn a_known_name_is_tied_to_its_actor_by_itself() {
    let mut desk = Desk::annotating("Anne Morel parle. ANNE MOREL se tait.");
    desk.mark("Anne Morel", "S-A");
    desk.mark("ANNE MOREL", "A");
    assert_eq!(desk.says(), "A mention of Anne Morel");
    assert_eq!(desk.find(Label::Actor, "ANNE MOREL").actor, desk.find(Label::Actor, "Anne Morel").actor);
}

#[test]
fn a_digit_names_the_speaker_and_the_nearest_mention_is_the_evidence() {
    let mut desk = desk();
    desk.keys("1");
    let quote = desk.find(Label::Quote, "« Il faut agir »");
    let mention = desk.find(Label::Actor, "Anne Morel").id;
    assert_eq!(quote.details.attribution, [Attribution { who: actor(&desk, "Anne Morel"), mention: Some(mention) }]);
    desk.keys("2");
    assert_eq!(speakers(&desk, "« Il faut agir »"), [actor(&desk, "Paul Aubry")], "another digit takes its place");
    desk.keys("C-Z");
    assert_eq!(speakers(&desk, "« Il faut agir »"), [actor(&desk, "Anne Morel")]);
}

#[test]
fn several_speak_together_in_their_order_and_none_twice() {
    let mut desk = desk();
    let id = desk.find(Label::Quote, "« Il faut agir »").id;
    for name in ["Paul Aubry", "Anne Morel", "Paul Aubry"] {
        let who = actor(&desk, name);
        desk.send(Command::Credit { id: id.clone(), slot: Slot::Speaker, who, joins: true });
    }
    assert_eq!(speakers(&desk, "« Il faut agir »"), [actor(&desk, "Paul Aubry"), actor(&desk, "Anne Morel")]);
    assert_eq!(desk.says(), "Paul Aubry is there already");
}

#[test]
fn no_source_is_a_decision_and_not_a_hole() {
    let mut desk = desk();
    for (keys, expected) in [("0", Who::Author), ("A-0", Who::Unknown)] {
        desk.pick("« Il faut agir »");
        desk.keys(keys);
        assert_eq!(speakers(&desk, "« Il faut agir »"), [expected]);
    }
    desk.mark("rien n’est décidé", "Q");
    desk.mark("deux sources proches du dossier", "A-R");
    assert_eq!(speakers(&desk, "rien n’est décidé"), [Who::Unnamed("deux sources proches du dossier".to_owned())]);
}

#[test]
fn a_speaker_beside_unknown_takes_its_place() {
    let mut desk = desk();
    desk.keys("A-0");
    let (id, who) = (desk.find(Label::Quote, "« Il faut agir »").id, actor(&desk, "Anne Morel"));
    desk.send(Command::Credit { id, slot: Slot::Speaker, who: who.clone(), joins: true });
    assert_eq!(speakers(&desk, "« Il faut agir »"), [who]);
}

#[test]
fn the_cue_may_hold_the_speaker_and_there_is_one() {
    let mut desk = desk();
    for words in ["a déclaré", "a déclaré Anne Morel"] {
        desk.mark(words, "B");
    }
    let quote = desk.find(Label::Quote, "« Il faut agir »");
    assert_eq!(quote.details.cue().map(|cue| cue.words.as_str()), Some("a déclaré Anne Morel"));
    assert_eq!(quote.details.evidence.len(), 1);
}

#[test]
fn the_type_of_a_quote_is_read_off_its_marks() {
    let mut desk = desk();
    let types = [("« Il faut agir »", "Q", "direct"), ("il « verrait »", "Q", "mixed"), ("rien n’est décidé", "Q", "indirect")];
    for (words, key, expected) in types {
        desk.mark(words, key);
        assert_eq!(desk.find(Label::Quote, words).details.attributes["quote_type"], expected, "{words}");
    }
    let mixed = desk.find(Label::Quote, "il « verrait »");
    let verbatim: Vec<&str> = mixed.details.evidence_of(EvidenceKind::Verbatim).map(|f| f.words.as_str()).collect();
    assert_eq!(verbatim, ["« verrait »"], "what stands in marks is kept as verbatim");
    desk.pick("il « verrait »");
    desk.mark("« verrait »", "S-I");
    let scare = desk.find(Label::Quote, "il « verrait »");
    assert_eq!(scare.details.attributes["quote_type"], "indirect", "marks of irony do not count");
}

#[test]
fn the_marks_of_wires_are_marks() {
    let mut desk = Desk::annotating("``It holds,'' he said. ''It held,'' she said. They ''will hold'' it.");
    let types = [("``It holds,''", "direct"), ("''It held,''", "direct"), ("They ''will hold'' it", "mixed")];
    for (words, expected) in types {
        desk.mark(words, "Q");
        assert_eq!(desk.find(Label::Quote, words).details.attributes["quote_type"], expected, "{words}");
    }
}

#[test]
fn the_form_of_a_mention_is_read_off_its_words() {
    let mut desk = Desk::annotating("Anne Morel, la ministre, a parlé. Elle a dit non.");
    for (words, expected) in [("Anne Morel", None), ("ministre", Some("nominal")), ("Elle", Some("pronoun"))] {
        desk.mark(words, "A");
        let mention = desk.find(Label::Actor, words);
        assert_eq!(mention.details.attributes.get("form").map(String::as_str), expected, "{words}: the default is not held");
    }
}

#[test]
fn an_attribute_takes_only_what_the_codebook_has() {
    let mut desk = desk();
    let id = desk.find(Label::Quote, "« Il faut agir »").id;
    let mut set = |name: &str, value: &str| {
        desk.send(Command::SetAttribute { id: id.clone(), name: name.to_owned(), value: value.to_owned() });
        (desk.find(Label::Quote, "« Il faut agir »").details.attributes.get(name).cloned(), desk.says())
    };
    assert_eq!(set("medium", "writing").0.as_deref(), Some("writing"));
    assert_eq!(set("medium", "speech").0, None, "the default is not held");
    let (held, says) = set("medium", "song");
    assert_eq!((held, says.as_str()), (None, "the codebook has no value “song” for medium of a quote"));
    let (held, says) = set("date_said", "2026-02-30");
    assert_eq!((held, says.as_str()), (None, "“2026-02-30” is not a date; write 2026-02-04, 2026-02 or 2026"));
    assert_eq!(set("date_said", "2026-02").0.as_deref(), Some("2026-02"));
}

#[test]
fn a_quote_that_becomes_a_claim_keeps_who_says_it() {
    let mut desk = desk();
    desk.keys("1");
    let who = actor(&desk, "Anne Morel");
    desk.pick("« Il faut agir »");
    desk.keys("C");
    let claim = desk.find(Label::Claim, "« Il faut agir »");
    assert_eq!(claim.details.attribution.first().map(|held| &held.who), Some(&who));
    assert!(!claim.details.attributes.contains_key("quote_type"), "a claim has no such attribute");
    desk.keys("A");
    assert_eq!(desk.find(Label::Claim, "« Il faut agir »").id, claim.id, "a mention has no source, so nothing is lost");
}

#[test]
fn a_mention_that_goes_leaves_the_speaker_without_evidence_until_undo() {
    let mut desk = desk();
    desk.keys("1");
    desk.pick("Anne Morel");
    desk.keys("Del");
    let quote = desk.find(Label::Quote, "« Il faut agir »");
    assert_eq!(quote.details.attribution, [Attribution::of(actor(&desk, "Anne Morel"))]);
    desk.keys("C-Z");
    let evidence = desk.find(Label::Quote, "« Il faut agir »").details.attribution[0].mention.clone();
    assert_eq!(evidence, Some(desk.find(Label::Actor, "Anne Morel").id));
}

#[test]
fn a_new_speaker_comes_into_the_register_with_the_quote() {
    let mut desk = desk();
    let id = desk.find(Label::Quote, "« Il faut agir »").id;
    let target = For::Slot { id, slot: Slot::Speaker, joins: false };
    desk.send(Command::NewActor { name: " Jean Petit ".to_owned(), target });
    assert_eq!(speakers(&desk, "« Il faut agir »"), [actor(&desk, "Jean Petit")]);
    desk.keys("C-Z");
    assert!(speakers(&desk, "« Il faut agir »").is_empty());
    assert!(desk.session.actors_named("Jean Petit").is_empty());
}

#[test]
fn actors_are_found_by_any_name_without_regard_to_accents_case_and_apostrophes() {
    let mut desk = desk();
    let mut register = dicta::model::Actor::clone(desk.session.document().register.actors().first().unwrap());
    register.learn("Élysée d’Orly", "fr");
    desk.send(Command::SetActor(Box::new(register)));
    for typed in ["elysee", "ÉLYSÉE D'O", "orly", "morel anne", "ANNE", "nne mor"] {
        assert_eq!(desk.session.find_actors(typed, 5).first().map(|hit| hit.id.as_str()), Some("anne-morel"), "{typed}");
    }
    assert!(desk.session.find_actors("zzz", 5).is_empty());
}

#[test]
fn the_last_name_alone_is_enough_when_only_one_actor_has_it() {
    let mut desk = Desk::annotating("Anne Morel parle. Morel se tait. Jean Morel écoute. Morel part.");
    desk.mark("Anne Morel", "S-A");
    desk.mark("Morel se", "S-A");
    desk.keys("C-Z");
    let second = desk.text().as_str().find("Morel se").unwrap();
    desk.send(Command::Select { anchor: ByteOffset(second), head: ByteOffset(second + 5) });
    desk.keys("A");
    assert_eq!(desk.says(), "A mention of Anne Morel");
    desk.mark("Jean Morel", "S-A");
    let last = desk.text().as_str().rfind("Morel part").unwrap();
    desk.send(Command::Select { anchor: ByteOffset(last), head: ByteOffset(last + 5) });
    desk.keys("A");
    let undecided = desk.annotations().into_iter().find(|a| a.start().0 == last).unwrap();
    assert_eq!(undecided.actor, None, "with two of that name a person decides");
}

#[test]
fn an_actor_learns_the_names_by_which_a_person_ties_mentions_to_it() {
    let mut desk = Desk::annotating("Anne Morel parle. La ministre se tait. Morelle part. Elle dort.");
    desk.mark("Anne Morel", "S-A");
    let names = |desk: &Desk| {
        let register = &desk.session.document().register;
        register.actors().first().unwrap().names().map(str::to_owned).collect::<Vec<_>>()
    };
    for words in ["ministre", "Morelle", "Elle"] {
        desk.mark(words, "A");
        let id = desk.find(Label::Actor, words).id;
        desk.send(Command::SetMention(id, desk.session.actors_named("Anne Morel").first().cloned()));
        desk.wait(10_000);
    }
    assert_eq!(names(&desk), ["Anne Morel", "Morelle"], "names, not descriptions and pronouns");
    desk.keys("C-Z C-Z");
    assert_eq!(names(&desk), ["Anne Morel"], "undone with the mention");
}

#[test]
fn a_claim_in_a_quote_is_made_by_whoever_speaks_the_quote() {
    let mut desk = desk();
    desk.mark("Il faut agir", "C");
    let sources = |desk: &Desk| {
        let claim = desk.find(Label::Claim, "Il faut agir");
        claim.details.attribution.iter().map(|held| held.who.clone()).collect::<Vec<_>>()
    };
    assert!(sources(&desk).is_empty());
    desk.pick("« Il faut agir »");
    desk.keys("1");
    assert_eq!(sources(&desk), [actor(&desk, "Anne Morel")], "the claims in it follow when it gets its speaker");
    assert_eq!(desk.says(), "Anne Morel: speaker of the quote and source of 1 claim in it");
    desk.keys("C-Z");
    assert!(sources(&desk).is_empty());
    desk.keys("C-S-Z");
    desk.mark("agir", "C");
    let later = desk.find(Label::Claim, "agir");
    assert_eq!(later.details.attribution[0].who, actor(&desk, "Anne Morel"), "and those that are marked after");
    desk.pick("« Il faut agir »");
    desk.keys("2");
    assert_eq!(sources(&desk), [actor(&desk, "Anne Morel")], "what has a source keeps it");
}
