//! Turns the choice made in the actor picker into commands.

use super::present::present;
use super::row::Choice;
use super::target::Target;
use crate::model::{Actor, ActorId, AnnotationId, Who};
use crate::session::{Command, For, SearchAct, Session, Slot};

/// The command for a choice. `None` if it does not apply to the target.
#[must_use]
pub fn command(session: &Session, target: &Target, choice: &Choice) -> Option<Command> {
    // Existing entries keep their evidence.
    if present(session, target) == [choice.clone()] || matches!(choice, Choice::Keep(_)) {
        return None;
    }
    match target {
        Target::Slot { id, slot, joins } => for_slot(id, *slot, *joins, choice),
        Target::Mention(id) => match choice {
            Choice::Actor(actor) => Some(Command::SetMention(id.clone(), Some(actor.clone()))),
            Choice::New(name) => Some(Command::NewActor { name: name.clone(), target: For::Mention(id.clone()) }),
            Choice::Nobody => Some(Command::SetMention(id.clone(), None)),
            Choice::Unnamed(_) | Choice::Author | Choice::Unknown | Choice::Keep(_) => None,
        },
        Target::About(id) => match choice {
            Choice::Actor(actor) => {
                let mut about = session.layer()?.get(id)?.details.about.clone();
                about.push(actor.clone());
                Some(Command::SetAbout(id.clone(), about))
            }
            Choice::New(name) => Some(Command::NewActor { name: name.clone(), target: For::About(id.clone()) }),
            Choice::Unnamed(_) | Choice::Author | Choice::Unknown | Choice::Nobody | Choice::Keep(_) => None,
        },
        Target::PartOf(actor) => {
            let part_of = match choice {
                Choice::Actor(other) => Some(other.clone()),
                Choice::Nobody => None,
                Choice::New(_) | Choice::Unnamed(_) | Choice::Author | Choice::Unknown | Choice::Keep(_) => return None,
            };
            changed(session, actor, |held| held.part_of = part_of)
        }
        Target::SearchMention => match choice {
            Choice::Actor(actor) => Some(Command::AcceptAs(SearchAct::Mention(actor.clone()))),
            Choice::New(name) => Some(Command::AcceptAs(SearchAct::MentionNew(name.clone()))),
            _ => None,
        },
        Target::SearchCredit => match choice {
            Choice::Actor(actor) => Some(Command::AcceptAs(SearchAct::Credit(actor.clone()))),
            _ => None,
        },
        // Handled by the window, which has the query.
        Target::SearchSpeaker => None,
        Target::Member(actor) => {
            let Choice::Actor(other) = choice else { return None };
            changed(session, actor, |held| held.members.push(other.clone()))
        }
    }
}

fn for_slot(id: &AnnotationId, slot: Slot, joins: bool, choice: &Choice) -> Option<Command> {
    let id = id.clone();
    let who = match choice {
        Choice::Actor(actor) => Who::Actor(actor.clone()),
        Choice::Unnamed(words) => Who::Unnamed(words.clone()),
        Choice::Author => Who::Author,
        Choice::Unknown => Who::Unknown,
        Choice::New(name) => {
            return Some(Command::NewActor { name: name.clone(), target: For::Slot { id, slot, joins } });
        }
        Choice::Nobody => return Some(Command::SetSlot { id, slot, list: Vec::new() }),
        Choice::Keep(_) => return None,
    };
    Some(Command::Credit { id, slot, who, joins })
}

fn changed(session: &Session, actor: &ActorId, change: impl FnOnce(&mut Actor)) -> Option<Command> {
    let mut actor = Actor::clone(session.document().register.get(actor)?);
    change(&mut actor);
    Some(Command::SetActor(Box::new(actor)))
}
