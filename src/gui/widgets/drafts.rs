//! Keeps what is being typed into fields whose text is only taken once they are left: names, keys, what must not be empty.

use std::collections::HashMap;

use egui::{Id, Response, Ui};

use super::text_field::TextField;

/// Texts that are being typed.
#[derive(Debug, Default)]
pub struct Drafts {
    held: HashMap<Id, Draft>,
}

#[derive(Debug)]
struct Draft {
    /// What was stored when typing began.
    seen: String,
    typed: String,
}

impl Drafts {
    /// Draws a field over `stored`. Returns its response, and the text once the field is left with another one.
    pub fn show(&mut self, ui: &mut Ui, field: TextField<'_>, stored: &str) -> (Response, Option<String>) {
        let id = field.id;
        let mut typed = self.held.get(&id).filter(|draft| draft.seen == stored).map_or(stored, |draft| &draft.typed).to_owned();
        let response = field.show(ui, &mut typed);
        if typed == stored {
            self.held.remove(&id);
            return (response, None);
        }
        if response.has_focus() {
            self.held.insert(id, Draft { seen: stored.to_owned(), typed });
            return (response, None);
        }
        self.held.remove(&id);
        let typed = typed.trim().to_owned();
        (response, (typed != stored).then_some(typed))
    }
}
