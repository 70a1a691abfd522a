//! Plans the values of attributes.

use crate::model::{Annotation, AnnotationId, Codebook, Label, Subject, Timestamp};
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Planned};
use crate::session::state::Session;

impl Session {
    /// Plans a value; the default and the empty value are not stored.
    pub(in crate::session) fn set_attribute(&self, id: &AnnotationId, name: &str, value: &str, now: Timestamp) -> Planned {
        let annotation = self.own(id).ok_or(NoPlan::Nothing)?;
        let attribute = self.document().codebook.attribute(annotation.label, name);
        if let Some(attribute) = attribute.filter(|_| !value.is_empty()) {
            attribute.check(value).map_err(NoPlan::warning)?;
        }
        let mut changed = Annotation::clone(annotation);
        if value.is_empty() || attribute.is_some_and(|held| held.default == value) {
            changed.details.attributes.remove(name);
        } else {
            changed.details.attributes.insert(name.to_owned(), value.to_owned());
        }
        if changed == **annotation {
            return Err(NoPlan::Nothing);
        }
        if annotation.label == Label::Quote {
            self.propose_again(annotation, &mut changed, name);
        }
        let is_typed = attribute.is_some_and(|held| !held.is_closed());
        let title = attribute.map_or_else(|| name.to_owned(), |held| held.title.to_lowercase());
        let gesture = is_typed.then(|| GestureKind::Attribute(id.clone(), name.to_owned()));
        let said = if value.is_empty() { "none" } else { value };
        Ok(self.change_own(format!("{title}: {said}"), annotation, changed, now)?.gesture(gesture))
    }
}

/// Whether the codebook has that value and it is not the default, so that it may be proposed.
pub(in crate::session) fn may_propose(codebook: &Codebook, of: Subject, attribute: &str, value: &str) -> bool {
    codebook.attribute(of, attribute).is_some_and(|held| held.check(value).is_ok() && held.default != value)
}
