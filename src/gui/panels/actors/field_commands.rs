//! The id of each field on the page of an actor, and the command that a draft in it sends.

use egui::Id;

use crate::model::{Actor, ActorId};
use crate::session::{Command, Session};

/// The id of a field of an actor.
pub fn field_id(actor: &Actor, name: &str) -> Id {
    Id::unique(("actor field", actor.id.as_str(), name))
}

/// The command that applies a draft to an actor. `None` if the actor is gone or would be left without a name.
pub fn changes(
    id: &ActorId,
    change: impl Fn(&mut Actor, &str) + 'static,
) -> impl Fn(&Session, &str) -> Option<Command> + 'static {
    let id = id.clone();
    move |session, text| {
        let mut after = Actor::clone(session.document().register.get(&id)?);
        change(&mut after, text);
        (!after.name.is_empty()).then(|| Command::SetActor(Box::new(after)))
    }
}
