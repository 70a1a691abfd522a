//! The guideline and the examples of each label.

use egui::{Id, RichText, Sense, Ui};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans_semibold};
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::swatch;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Guideline, Label, Unknown};
use crate::session::{CodebookChange, Command, Session};

/// Draws the three guidelines.
pub fn show(ui: &mut Ui, session: &Session, read_only: bool, outbox: &mut Outbox) {
    for label in Label::ALL {
        let held = session.document().codebook.guidelines.iter().find(|held| held.label == label);
        let none = Guideline { label, text: String::new(), examples: Vec::new(), unknown: Unknown::default() };
        one(ui, held.unwrap_or(&none), read_only, outbox);
        ui.add_space(10.0);
    }
}

fn one(ui: &mut Ui, held: &Guideline, read_only: bool, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let Guideline { label, text, examples, unknown: _ } = held;
    let title = label.title();
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(swatch::SIZE, Sense::hover());
        swatch::paint(ui, rect, *label, false);
        ui.label(RichText::new(title).font(sans_semibold(15.0)).color(theme.ink));
    });
    let mut typed = text.clone();
    let name = format!("Guideline of {title}");
    let id = Id::unique(("guideline", label.as_str()));
    let field = TextField { hint: "When to mark it", rows: 2, read_only, ..TextField::new(id, &name) };
    let changed = field.show(ui, &mut typed).changed();
    let mut lines = examples.join("\n");
    let name = format!("Examples of {title}");
    let hint = "He said: [“We will act.”]";
    let field = TextField { hint, rows: 2, read_only, ..TextField::new(id.with("examples"), &name) };
    let shown = field.show(ui, &mut lines);
    dim(ui, "Examples, one per line, with the marked words in [brackets]");
    if changed || shown.changed() {
        let examples = if lines.is_empty() { Vec::new() } else { lines.split('\n').map(str::to_owned).collect() };
        outbox.send(Command::ChangeCodebook(CodebookChange::Guideline { label: *label, text: typed, examples }));
    }
}
