//! Finds actors that may be one: names that look alike, in two scripts or two spellings. Only pointed out, never merged.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use crate::model::{ActorId, Register};
use crate::suggest::{Reason, pairs};

/// Another actor that may be the same, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    pub other: ActorId,
    /// Nothing when both have exactly the same name.
    pub reason: Option<Reason>,
}

impl Twin {
    /// Why, in two or three words.
    #[must_use]
    pub fn short(&self) -> &'static str {
        match self.reason {
            None => "same name",
            Some(Reason::Case) => "other capitals",
            Some(Reason::Accents) => "other accents",
            Some(Reason::Looks) => "letters of two scripts",
            Some(Reason::Script) => "other script",
            Some(Reason::Spelling) => "other spelling",
            Some(Reason::OneLetter) => "one letter apart",
            Some(Reason::WordOrder) => "other word order",
            Some(Reason::Initial) => "an initial",
            Some(Reason::LastName) => "last name alone",
            Some(Reason::Declined) => "other case ending",
        }
    }
}

/// Who may be the same as whom, compared once a change of the register.
#[derive(Debug, Default)]
pub struct Twins {
    /// Weak, so that what is shown does not make the next edit copy the register.
    of: Weak<Register>,
    found: HashMap<ActorId, Vec<Twin>>,
}

impl Twins {
    /// Compares all names when the register has changed; not at every letter while one is typed.
    pub fn update(&mut self, register: &Arc<Register>, typing: bool) {
        let stale = !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(register));
        if !stale || (typing && !std::ptr::eq(self.of.as_ptr(), Weak::<Register>::new().as_ptr())) {
            return;
        }
        self.of = Arc::downgrade(register);
        self.found.clear();
        let named = register.actors().iter().flat_map(|actor| actor.names().map(|name| (&actor.id, name)));
        let (ids, names): (Vec<&ActorId>, Vec<&str>) = named.unzip();
        let mut bearers: HashMap<&str, Vec<&ActorId>> = HashMap::new();
        ids.iter().zip(&names).for_each(|(id, name)| bearers.entry(name).or_default().push(id));
        let role = |id: &ActorId| register.get(id).map_or("", |actor| actor.role.as_str());
        for same in bearers.values() {
            for (at, one) in same.iter().enumerate() {
                // Two roles tell two of one name apart.
                let told = |other: &ActorId| !role(one).is_empty() && !role(other).is_empty() && role(one) != role(other);
                for other in same.iter().skip(at + 1).filter(|other| *other != one && !told(other)) {
                    self.add(one, other, None);
                    self.add(other, one, None);
                }
            }
        }
        for (a, b, reason) in pairs(&names) {
            if let (Some(one), Some(other)) = (ids.get(a), ids.get(b))
                && one != other
            {
                self.add(one, other, Some(reason));
                self.add(other, one, Some(reason));
            }
        }
    }

    fn add(&mut self, of: &ActorId, other: &ActorId, reason: Option<Reason>) {
        let twins = self.found.entry(of.clone()).or_default();
        match twins.iter_mut().find(|twin| twin.other == *other) {
            Some(twin) => twin.reason = twin.reason.min(reason),
            None => twins.push(Twin { other: other.clone(), reason }),
        }
    }

    /// Who may be the same as this actor, the likeliest first.
    #[must_use]
    pub fn of(&self, actor: &ActorId) -> Vec<Twin> {
        let mut twins = self.found.get(actor).cloned().unwrap_or_default();
        twins.sort_by(|a, b| (a.reason, &a.other).cmp(&(b.reason, &b.other)));
        twins
    }

    /// The likeliest of them.
    #[must_use]
    pub fn best(&self, actor: &ActorId) -> Option<&Twin> {
        self.found.get(actor)?.iter().min_by(|a, b| (a.reason, &a.other).cmp(&(b.reason, &b.other)))
    }
}
