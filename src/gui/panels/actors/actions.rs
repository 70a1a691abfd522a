//! The actions for an actor: tag its other mentions, merge, split, remove.

use egui::{Ui, Vec2};

use super::state::{ActorAction, ActorsView, SplitDraft};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, dim};
use crate::gui::widgets::tip::tip;
use crate::model::Actor;
use crate::session::{Action, Command, Scope, Session, SessionAction};

/// Draws the buttons.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    if !session.access().permits_changes() {
        return;
    }
    let theme = Theme::of(ui.visuals());
    // The keys apply to the actor of the selected annotation; they are shown if that is this actor, or nothing is selected.
    let keyed = session.current().is_none_or(|annotation| crate::session::register::naming::names(annotation, &actor.id));
    let mut find = |ui: &mut Ui, action: Action, words: &str, scope: Scope| {
        let key = if keyed { key_of(ui, action) } else { String::new() };
        let button = Button { name: action.spec().name, key, padding: 8.0, compact: true, ..Button::framed(words) };
        if tip(button.show(ui), action.spec().help, "").clicked() {
            outbox.send(Command::FindMentions(actor.id.clone(), scope));
        }
    };
    dim(ui, "Tag other mentions");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        find(ui, Action::Session(SessionAction::TagAllMentions), "In the set", Scope::Set);
        find(ui, Action::Session(SessionAction::TagArticleMentions), "In this article", Scope::Article);
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(16.0, 2.0);
        let flush = |words| Button { height: 22.0, ..Button::flush(words) };
        let merge = tip(flush("Merge into…").show(ui), "Merge this actor into another one", "");
        if merge.clicked() {
            actors.action = Some(ActorAction::Merge(super::Chooser::default(), None));
        }
        if tip(flush("Split…").show(ui), "Split off a new actor", "").clicked() {
            actors.action = Some(ActorAction::Split(SplitDraft::default()));
        }
        let remove = Button { color: Some(theme.open), ..flush("Remove") };
        let help = match actors.appearances.found.len() {
            0 => "Remove this actor from the register".to_owned(),
            count => format!("Used in {}. Only an unused actor can be removed", counted(count, "annotation", "annotations")),
        };
        if tip(remove.show(ui), &help, "").clicked() {
            outbox.send(Command::RemoveActor(actor.id.clone()));
        }
    });
}
