//! The controls of one annotation: its label, its note, the unsure flag, its edges.

use egui::{Id, Key, RichText, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, serif, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::check::check;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::{action_tip, tip};
use crate::model::{Annotation, Label};
use crate::session::Edge;
use crate::session::input::action::EdgeStep;
use crate::session::{Action, Command, Session, SessionAction, WindowAction};

/// Draws a button for each label; the annotation's own label is highlighted.
pub fn labels(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        for label in Label::ALL {
            let action = SessionAction::Tag(label);
            let own = annotation.label == label;
            let name = if own { format!("Label: {}", label.as_str()) } else { format!("Change to {}", label.as_str()) };
            let button = Button {
                name: &name,
                swatch: Some(label),
                key: key_of(ui, action),
                lit: own.then(|| theme.label_ink(label)),
                padding: 6.0,
                compact: true,
                ..Button::framed(label.title())
            };
            let response = button.show(ui);
            let response = tip(response, session.document().codebook.guideline(label), "");
            if response.clicked() {
                outbox.act(action);
            }
        }
    });
}

/// Draws the note; every change is sent immediately.
pub fn note(ui: &mut Ui, session: &Session, annotation: &Annotation, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    field_row(ui, "Note", |ui| {
        let mut text = annotation.note.clone();
        let field = TextField {
            key: key_of(ui, WindowAction::EditNote),
            rows: 3,
            read_only: !session.access().permits_changes(),
            ..TextField::new(Id::unique(("note", annotation.id.as_str())), "Note")
        };
        let response = field.show(ui, &mut text);
        if response.changed() {
            outbox.send(Command::SetNote(annotation.id.clone(), text));
        }
        if focus.take_if(|focus| *focus == FocusTarget::Note).is_some() {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            *focus = Some(FocusTarget::Reader);
        }
    });
}

/// The unsure flag.
pub fn unsure(ui: &mut Ui, annotation: &Annotation, outbox: &mut Outbox) {
    field_row(ui, "", |ui| {
        let action = Action::Session(SessionAction::ToggleUnsure);
        let response = check(ui, annotation.unsure, action.spec().name, &key_of(ui, action), true);
        if tip(response, action.spec().help, "").clicked() {
            outbox.act(action);
        }
    });
}

/// Draws the buttons that move start and end by a character, with the words at each edge.
pub fn edges(ui: &mut Ui, annotation: &Annotation, outbox: &mut Outbox) {
    let first = annotation.fragments.first().and_then(|f| f.words.split_whitespace().next());
    let last = annotation.fragments.last().and_then(|f| f.words.split_whitespace().next_back());
    let start = first.map(|word| format!("{}…", ends(word, true))).unwrap_or_default();
    let end = last.map(|word| format!("…{}", ends(word, false))).unwrap_or_default();
    edge_row(
        ui,
        "Start",
        [
            Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Left }),
            Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Right }),
        ],
        &start,
        outbox,
    );
    edge_row(
        ui,
        "End",
        [
            Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left }),
            Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right }),
        ],
        &end,
        outbox,
    );
}

/// Shortens a long word to the end that is at the edge.
fn ends(word: &str, first: bool) -> String {
    const MOST: usize = 8;
    let count = word.chars().count();
    if first { word.chars().take(MOST).collect() } else { word.chars().skip(count.saturating_sub(MOST)).collect() }
}

fn edge_row(ui: &mut Ui, name: &str, actions: [Action; 2], words: &str, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    field_row(ui, name, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for (action, arrow) in actions.into_iter().zip(["←", "→"]) {
                let button = Button { name: action.spec().name, key: key_of(ui, action), padding: 8.0, ..Button::framed(arrow) };
                if action_tip(button.show(ui), action).clicked() {
                    outbox.act(action);
                }
            }
            ui.add_space(2.0);
            let text = RichText::new(words).font(serif(size::SANS)).color(theme.dim);
            ui.add(egui::Label::new(text).truncate().selectable(false));
        });
    });
}
