//! Finds possible duplicates: actors with similar names, also across scripts and spellings. They are only listed.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Weak};

use crate::model::{ActorId, Register};
use crate::suggest::Reason;
use crate::suggest::pairs;

/// A possible duplicate of an actor, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    pub other: ActorId,
    /// `None` if both have exactly the same name.
    pub reason: Option<Reason>,
}

impl Duplicate {
    /// The reason, in two or three words.
    #[must_use]
    pub fn short(&self) -> &'static str {
        match self.reason {
            None => "same name",
            Some(Reason::Case) => "differs in capitals",
            Some(Reason::Accents) => "differs in accents",
            Some(Reason::Looks) => "mixed scripts",
            Some(Reason::Script) => "different script",
            Some(Reason::Spelling) => "different spelling",
            Some(Reason::OneLetter) => "similar spelling",
            Some(Reason::WordOrder) => "different word order",
            Some(Reason::Initial) => "initial",
            Some(Reason::LastName) => "last name only",
            Some(Reason::Declined) => "different case ending",
        }
    }
}

type Found = HashMap<ActorId, Vec<Duplicate>>;

/// Maximum number of actors compared on the calling thread; larger registers are compared on a thread of their own.
const AT_ONCE: usize = 300;

/// The possible duplicates of each actor, computed once for each change of the register.
#[derive(Debug, Default)]
pub struct Duplicates {
    /// Weak, so that keeping it does not force the next edit to copy the register.
    of: Option<Weak<Register>>,
    found: Found,
    /// The result of the thread that compares.
    coming: Option<Receiver<Found>>,
}

impl Duplicates {
    /// Compares all names if the register has changed and nobody is typing.
    pub fn update(&mut self, ctx: &egui::Context, register: &Arc<Register>, typing: bool) {
        if let Some(found) = self.coming.as_ref().and_then(|coming| coming.try_recv().ok()) {
            self.coming = None;
            self.found = found;
        }
        let fresh = self.of.as_ref().is_some_and(|of| typing || std::ptr::eq(of.as_ptr(), Arc::as_ptr(register)));
        if fresh || self.coming.is_some() {
            return;
        }
        self.of = Some(Arc::downgrade(register));
        if register.actors().len() <= AT_ONCE {
            self.found = compared(register);
            return;
        }
        let (sender, receiver) = sync_channel(1);
        // Weak there too: an edit meanwhile need not copy the register, and the changed register is compared again.
        let (register, ctx) = (Arc::downgrade(register), ctx.clone());
        let compare = move || {
            let Some(names) = register.upgrade().map(|register| Register::clone(&register)) else { return };
            let _ = sender.send(compared(&names));
            ctx.request_repaint();
        };
        if std::thread::Builder::new().name("dicta-duplicates".to_owned()).spawn(compare).is_ok() {
            self.coming = Some(receiver);
        }
    }

    /// The possible duplicates of an actor, the likeliest first.
    #[must_use]
    pub fn of(&self, register: &Register, actor: &ActorId) -> Vec<Duplicate> {
        let mut duplicates = self.found.get(actor).cloned().unwrap_or_default();
        // The result may be older than the register.
        duplicates.retain(|duplicate| register.get(&duplicate.other).is_some());
        duplicates.sort_by(|a, b| (a.reason, &a.other).cmp(&(b.reason, &b.other)));
        duplicates
    }

    /// The likeliest possible duplicate.
    #[must_use]
    pub fn best(&self, register: &Register, actor: &ActorId) -> Option<&Duplicate> {
        let duplicates = self.found.get(actor)?.iter().filter(|duplicate| register.get(&duplicate.other).is_some());
        duplicates.min_by(|a, b| (a.reason, &a.other).cmp(&(b.reason, &b.other)))
    }
}

/// Compares all names of a register with each other.
fn compared(register: &Register) -> Found {
    let mut found = Found::new();
    let named = register.actors().iter().flat_map(|actor| actor.names().map(|name| (&actor.id, name)));
    let (ids, names): (Vec<&ActorId>, Vec<&str>) = named.unzip();
    let mut bearers: HashMap<&str, Vec<&ActorId>> = HashMap::new();
    ids.iter().zip(&names).for_each(|(id, name)| bearers.entry(name).or_default().push(id));
    let role = |id: &ActorId| register.get(id).map_or("", |actor| actor.role.as_str());
    for same in bearers.values() {
        for (at, one) in same.iter().enumerate() {
            // Two different roles distinguish two actors of the same name.
            let told = |other: &ActorId| !role(one).is_empty() && !role(other).is_empty() && role(one) != role(other);
            for other in same.iter().skip(at + 1).filter(|other| *other != one && !told(other)) {
                add(&mut found, one, other, None);
            }
        }
    }
    for (a, b, reason) in pairs(&names) {
        if let (Some(one), Some(other)) = (ids.get(a), ids.get(b))
            && one != other
        {
            add(&mut found, one, other, Some(reason));
        }
    }
    found
}

fn add(found: &mut Found, one: &ActorId, other: &ActorId, reason: Option<Reason>) {
    for (of, other) in [(one, other), (other, one)] {
        let duplicates = found.entry(of.clone()).or_default();
        match duplicates.iter_mut().find(|duplicate| duplicate.other == *other) {
            Some(duplicate) => duplicate.reason = duplicate.reason.min(reason),
            None => duplicates.push(Duplicate { other: other.clone(), reason }),
        }
    }
}
