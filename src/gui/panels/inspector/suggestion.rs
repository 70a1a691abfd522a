//! The current suggestion: its words, the likely speakers, and every answer with its key; also the likely speakers
//! of an annotation that has none yet.

use egui::{Id, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::panels::annotation::speaker_text::speaker_text;
use crate::gui::panels::annotation::words_box::words_box;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::{clamped, dim, heading, one_line, whole};
use crate::gui::widgets::tip::tip;
use crate::model::{Annotation, Label};
use crate::session::Edge;
use crate::session::input::action::{EdgeStep, Participant};
use crate::session::{Action, Digit, Session, SessionAction, WindowAction};
use crate::suggest::Suggestion;

/// Height of a row, in points.
const ROW: f32 = 28.0;
/// Width of the keys at the left of a row, in points.
const KEY: f32 = 52.0;

/// Draws the suggestion.
pub fn suggestion(ui: &mut Ui, session: &Session, label: Label, suggestion: &Suggestion, outbox: &mut Outbox) {
    let Some(article) = session.article() else { return };
    ui.spacing_mut().item_spacing.y = 6.0;
    let words: Vec<&str> = suggestion.fragments.iter().map(|span| article.text.slice(*span)).collect();
    words_box(ui, label, &words);
    let mut facts = vec![if label == Label::Claim { "claim suggestion" } else { suggestion.kind.as_str() }.to_owned()];
    facts.extend(suggestion.cue.map(|cue| one_line(article.text.slice(cue))));
    let all = session.suggestions_of(label);
    let touches =
        |held: &Suggestion| held.fragments.iter().any(|own| suggestion.fragments.iter().any(|span| own.overlaps(*span)));
    // The same suggestion may have been adjusted to other edges.
    let at = all.iter().position(|held| held.extent() == suggestion.extent()).or_else(|| all.iter().position(touches));
    facts.extend(at.map(|at| format!("{} of {}", at + 1, all.len())));
    dim(ui, facts.join(" · "));
    ui.add_space(10.0);
    heading(ui, if label == Label::Claim { "Source?" } else { "Who says it?" });
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (speaker, action) in suggestion.speakers.iter().zip(Digit::ALL.map(Action::speaker)) {
        let (who, about) = speaker_text(session, &speaker.who);
        answer(ui, &[action], (&who, about), outbox);
    }
    if label == Label::Claim {
        answer(ui, &[Action::Session(SessionAction::SpeakerArticle)], ("Article", ""), outbox);
        answer(ui, &[Action::Window(WindowAction::Choose(Participant::Speaker))], ("", "Other…"), outbox);
        answer(ui, &[Action::Session(SessionAction::Tag(Label::Claim))], ("", "Accept without a source"), outbox);
        answer(ui, &[Action::Session(SessionAction::RejectSuggestion)], ("", "Reject: not a claim"), outbox);
    } else {
        answer(ui, &[Action::Session(SessionAction::SpeakerArticle)], ("Article", ""), outbox);
        answer(ui, &[Action::Session(SessionAction::SpeakerUnknown)], ("Unknown", ""), outbox);
        answer(ui, &[Action::Window(WindowAction::Choose(Participant::Speaker))], ("", "Other…"), outbox);
        answer(ui, &[Action::Session(SessionAction::Tag(Label::Quote))], ("", "Accept, choose speaker later"), outbox);
        answer(ui, &[Action::Session(SessionAction::Tag(Label::Claim))], ("", "Also mark as claim"), outbox);
        answer(ui, &[Action::Session(SessionAction::RejectSuggestion)], ("", "Reject: not a quote"), outbox);
    }
    ui.add_space(12.0);
    heading(ui, "Adjust");
    ui.add_space(2.0);
    answer(
        ui,
        &[
            Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Left }),
            Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Right }),
        ],
        ("", "Move start (Shift: by word)"),
        outbox,
    );
    answer(
        ui,
        &[
            Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left }),
            Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right }),
        ],
        ("", "Move end (Shift: by word)"),
        outbox,
    );
    // A suggestion that was clicked can be narrowed to the word at the click.
    let (more, less) = if session.suggestion_was_clicked() {
        ("Select the word here, then expand", "Only the words in quotation marks")
    } else {
        ("Expand to sentence or paragraph", "Shrink to quotation or word")
    };
    answer(ui, &[Action::Session(SessionAction::Widen)], ("", more), outbox);
    answer(ui, &[Action::Session(SessionAction::Narrow)], ("", less), outbox);
    ui.add_space(12.0);
    heading(ui, "Navigate");
    ui.add_space(2.0);
    let (next, previous) = match label {
        Label::Claim => (Action::Session(SessionAction::NextClaim), Action::Session(SessionAction::PreviousClaim)),
        Label::Quote | Label::Actor => {
            (Action::Session(SessionAction::NextSuggestion), Action::Session(SessionAction::PreviousSuggestion))
        }
    };
    answer(ui, &[next], ("", "Next suggestion"), outbox);
    answer(ui, &[previous], ("", "Previous suggestion"), outbox);
}

/// Draws the likely speakers, sources or actors of an annotation that has none yet, each with its digit.
pub fn proposed(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (speaker, action) in session.offered_speakers(annotation).iter().zip(Digit::ALL.map(Action::speaker)) {
            let (who, about) = speaker_text(session, &speaker.who);
            answer(ui, &[action], (&who, about), outbox);
        }
    });
}

/// Draws a row: the keys, the speaker, and a remark. A click runs the action if there is exactly one.
fn answer(ui: &mut Ui, actions: &[Action], (who, about): (&str, &str), outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let one = match actions {
        [one] => Some(*one),
        _ => None,
    };
    let sense = if one.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("suggestion answer", actions.first().map(|action| action.spec().name))), sense);
    let words = if who.is_empty() { about.to_owned() } else { who.to_owned() };
    let name = format!("Answer: {words}");
    if one.is_some() {
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), f32::from(size::CORNER), theme.hover);
        }
    }
    let mut x = rect.left();
    for action in actions {
        x = key_cap::paint(ui, Pos2::new(x, rect.center().y), &key_of(ui, *action)).right() + 4.0;
    }
    let left = (rect.left() + KEY).max(x + 4.0);
    let special = if who.is_empty() { None } else { Some(whole(ui, about, sans(size::SMALL), theme.dim)) };
    let room = rect.right() - left - special.as_ref().map_or(0.0, |galley| galley.size().x + 8.0);
    let (font, ink) = if who.is_empty() { (sans(size::SANS), theme.dim) } else { (sans_medium(size::SANS), theme.ink) };
    let galley = clamped(ui, &words, font, 18.0, ink, room, 1);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let after = left + galley.size().x + 8.0;
    ui.painter().galley(Pos2::new(left, middle(galley.size().y)), galley, ink);
    if let Some(galley) = special {
        ui.painter().galley(Pos2::new(after, middle(galley.size().y)), galley, theme.dim);
    }
    focus_ring(ui, rect, &response);
    let Some(action) = one else { return };
    if tip(response, &words, &key_of(ui, action)).clicked() {
        outbox.act(action);
    }
}
