//! Enters everything that an annotation by hand says, through commands.

use std::collections::BTreeMap;
use std::path::Path;

use dicta::model::{Actor, ActorId, AnnotationId, Attribution, Label, LinkKind, Who, ZoneKind};
use dicta::session::{Command, For, SessionAction, Slot};
use dicta::text::CharOffset;
use serde_json::Value;

use super::Gold;
use crate::support::sitting::Sitting;

/// One article as it was entered: its annotation by hand, and the ids in the set of what that names.
pub struct Entered {
    pub article: String,
    pub hand: Value,
    pub names: BTreeMap<String, String>,
    pub mentions: BTreeMap<(usize, usize), AnnotationId>,
    pub quotes: BTreeMap<String, AnnotationId>,
    pub claims: BTreeMap<String, AnnotationId>,
}

/// A saved set in `dir` with everything that was said by hand, and its actors by the name that the hand gave them.
pub fn enter_all(gold: &Gold, dir: &Path) -> (Sitting, Vec<Entered>, BTreeMap<String, ActorId>) {
    gold.import(dir);
    let mut sitting = Sitting::open(dir);
    let (mut actors, mut entered) = (BTreeMap::new(), Vec::new());
    for (article, hand) in gold.by_hand(&sitting) {
        sitting.go(&article);
        let (names, mentions, quotes, claims) = <_>::default();
        let mut entering = Hand { sitting: &mut sitting, gold: &hand, actors: &mut actors, names, mentions, quotes, claims };
        entering.register();
        entering.mentions();
        entering.quotes();
        entering.claims();
        entering.zones();
        let Hand { names, mentions, quotes, claims, .. } = entering;
        entered.push(Entered { article, hand, names, mentions, quotes, claims });
    }
    sitting.save();
    (sitting, entered, actors)
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub fn chars(value: &Value) -> (usize, usize) {
    let number = |name: &str| usize::try_from(value[name].as_u64().expect("an offset")).unwrap();
    (number("start_cp"), number("end_cp"))
}

/// Form and metonymy of a mention; the hand writes a metonym's kind in the place of the form, for it is a name.
pub fn form(actor: &Value, mention: &Value) -> (String, String) {
    match mention["kind"].as_str().unwrap().strip_prefix("metonym:") {
        Some(metonymy) => ("name".to_owned(), metonymy.to_owned()),
        None => (text(&mention["kind"]), text(&actor["metonymy"])),
    }
}

/// One article's annotation by hand on its way into the set.
pub struct Hand<'s> {
    pub(super) sitting: &'s mut Sitting,
    pub(super) gold: &'s Value,
    /// Actors of the register by the name that the hand gave them.
    pub(super) actors: &'s mut BTreeMap<String, ActorId>,
    /// The name of each actor of this file, by the file's own id.
    pub(super) names: BTreeMap<String, String>,
    pub(super) mentions: BTreeMap<(usize, usize), AnnotationId>,
    pub(super) quotes: BTreeMap<String, AnnotationId>,
    pub(super) claims: BTreeMap<String, AnnotationId>,
}

impl Hand<'_> {
    fn send(&mut self, command: Command) {
        self.sitting.desk.send(command);
        self.sitting.settle();
    }

    fn select(&mut self, (start, end): (usize, usize)) {
        let held = self.sitting.desk.text();
        let at = |char: usize| held.byte_from_char(CharOffset(char)).unwrap();
        self.send(Command::Select { anchor: at(start), head: at(end) });
    }

    fn tag(&mut self, fragments: &[(usize, usize)], action: SessionAction) -> AnnotationId {
        for (number, span) in fragments.iter().enumerate() {
            self.select(*span);
            self.send(Command::Do(if number == 0 { action } else { SessionAction::AddFragment }));
        }
        self.sitting.desk.session.current().expect("it is selected").id.clone()
    }

    fn say(&mut self, id: &AnnotationId, name: &str, value: &str) {
        self.send(Command::SetAttribute { id: id.clone(), name: name.to_owned(), value: value.to_owned() });
    }

    fn actor(&self, gold_id: &str) -> ActorId {
        self.actors[&self.names[gold_id]].clone()
    }

    fn register(&mut self) {
        for actor in list(self.gold, "actors") {
            let name = text(&actor["canonical"]);
            self.names.insert(text(&actor["id"]), name.clone());
            if !self.actors.contains_key(&name) {
                self.send(Command::NewActor { name: name.clone(), target: For::Register });
                let id = self.sitting.desk.session.actors_named(&name)[0].clone();
                self.actors.insert(name, id);
            }
        }
        for actor in list(self.gold, "actors") {
            let id = self.actor(&text(&actor["id"]));
            let mut known = Actor::clone(self.sitting.desk.session.document().register.get(&id).unwrap());
            known.role = text(&actor["role"]);
            known.attributes.insert("actor_type".to_owned(), text(&actor["type"]));
            if actor["collective"] == true {
                known.attributes.insert("collective".to_owned(), "yes".to_owned());
            }
            if let Some(whole) = actor["part_of"].as_str() {
                known.part_of = Some(self.actor(whole));
            }
            known.members.extend(list(actor, "members").iter().map(|member| self.actor(member.as_str().unwrap())));
            for mention in list(actor, "mentions").iter().filter(|mention| mention["kind"] == "name") {
                known.learn(mention["text"].as_str().unwrap(), self.gold["language"].as_str().unwrap());
            }
            self.send(Command::SetActor(Box::new(known)));
        }
    }

    fn mentions(&mut self) {
        for actor in list(self.gold, "actors") {
            let who = self.actor(&text(&actor["id"]));
            for mention in list(actor, "mentions") {
                let id = self.tag(&[chars(mention)], SessionAction::Tag(Label::Actor));
                self.send(Command::SetMention(id.clone(), Some(who.clone())));
                let (form, metonymy) = form(actor, mention);
                self.say(&id, "form", &form);
                self.say(&id, "metonymy", &metonymy);
                self.mentions.insert(chars(mention), id);
            }
        }
    }

    fn quotes(&mut self) {
        for quote in list(self.gold, "quotes") {
            let spans: Vec<_> = list(quote, "fragments").iter().map(chars).collect();
            let id = self.tag(&spans, SessionAction::Tag(Label::Quote));
            if quote["partial"] == true {
                self.say(&id, "form", "partial");
            }
            self.say(&id, "quote_type", &text(&quote["type"]));
            self.say(&id, "level", &text(&quote["level"]));
            self.say(&id, "date_said", &text(&quote["date"]));
            self.say(&id, "circumstance", &text(&quote["circumstance"]));
            if quote["translated"] == true {
                self.say(&id, "translated", "yes");
            }
            if quote["borderline"] == true {
                self.say(&id, "certainty", "low");
            }
            let credited = |hand: &Self, held: &Value| Attribution {
                who: Who::Actor(hand.actor(held["actor"].as_str().unwrap())),
                mention: held.get("mention").map(|mention| hand.mentions[&chars(mention)].clone()),
            };
            let mut speakers: Vec<Attribution> = list(quote, "speaker").iter().map(|held| credited(self, held)).collect();
            if let Some(implicit) = quote.get("implicit_speaker") {
                speakers.push(credited(self, implicit));
            }
            self.send(Command::SetSlot { id: id.clone(), slot: Slot::Speaker, list: speakers });
            if let Some(to) = quote.get("addressee") {
                let list = vec![credited(self, to)];
                self.send(Command::SetSlot { id: id.clone(), slot: Slot::Addressee, list });
            }
            if let Some(cue) = quote.get("cue").filter(|cue| cue.get("start_cp").is_some()) {
                self.send(Command::SelectAnnotation(Some(id.clone())));
                self.select(chars(cue));
                self.send(Command::Do(SessionAction::MarkCue));
            }
            self.send(Command::SetNote(id.clone(), text(&quote["note"])));
            self.quotes.insert(text(&quote["id"]), id);
        }
        for quote in list(self.gold, "quotes") {
            if let Some(same) = quote["same_as"].as_str() {
                let article = self.sitting.desk.session.article().unwrap().id.clone();
                let end = |hand: &Self, gold_id: &str| (article.clone(), hand.quotes[gold_id].clone());
                let (from, to) = (end(self, quote["id"].as_str().unwrap()), end(self, same));
                self.send(Command::Link { from, to, kind: LinkKind::SameStatement });
            }
        }
    }

    fn claims(&mut self) {
        for claim in list(self.gold, "claims") {
            let id = self.tag(&[chars(claim)], SessionAction::Tag(Label::Claim));
            let source = |held: &Value| match held["actor"].as_str().unwrap() {
                "outlet" => Attribution::of(Who::Author),
                actor => Attribution::of(Who::Actor(self.actor(actor))),
            };
            let list: Vec<Attribution> = list(claim, "claimant").iter().map(source).collect();
            self.send(Command::SetSlot { id: id.clone(), slot: Slot::Speaker, list });
            self.say(&id, "claim_type", &text(&claim["claim_type"]));
            self.say(&id, "factuality", &text(&claim["factuality"]));
            self.say(&id, "check_worthiness", &claim["check_worthiness"].to_string());
            self.say(&id, "time_ref", &text(&claim["time"]));
            self.claims.insert(text(&claim["id"]), id);
        }
    }

    fn zones(&mut self) {
        for region in list(self.gold, "regions").iter().filter(|region| region["kind"] == "caption") {
            self.select(chars(region));
            self.send(Command::MarkZone(ZoneKind::Caption));
        }
    }
}
