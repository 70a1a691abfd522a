//! What can be done with an actor: tag its other mentions, merge, split, remove.

use egui::{Ui, Vec2};

use super::memory::{ActorsView, Deed};
use super::split::SplitDraft;
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::tip::tip;
use crate::model::Actor;
use crate::session::{Action, Command, Scope, Session};

/// Draws the buttons.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    if !session.access().permits_changes() {
        return;
    }
    let theme = Theme::of(ui.visuals());
    // The keys look for the actor of the selected annotation; they are shown where that is this one, or there is none.
    let keyed = session.current().is_none_or(|annotation| crate::session::register::naming::names(annotation, &actor.id));
    let mut find = |ui: &mut Ui, action: Action, words: &str, scope: Scope| {
        let key = if keyed { key_of(ui, action) } else { String::new() };
        let button = Button { name: action.spec().name, key, padding: 8.0, compact: true, ..Button::framed(words) };
        if tip(button.show(ui), action.spec().help, "").clicked() {
            outbox.send(Command::FindMentions(actor.id.clone(), scope));
        }
    };
    dim(ui, "Tag all other mentions");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        find(ui, Action::TagAllMentions, "In the set", Scope::Set);
        find(ui, Action::TagArticleMentions, "In this article", Scope::Article);
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(16.0, 2.0);
        let flush = |words| Button { height: 22.0, ..Button::flush(words) };
        let merge = tip(flush("Merge into…").show(ui), "Make this actor and another one", "");
        if merge.clicked() {
            actors.deed = Some(Deed::Merge(super::Chooser::default(), None));
        }
        if tip(flush("Split…").show(ui), "Make some of it an actor of its own", "").clicked() {
            actors.deed = Some(Deed::Split(SplitDraft::default()));
        }
        let remove = Button { color: Some(theme.open), ..flush("Remove") };
        let help = match actors.places.found.len() {
            0 => "Take it out of the register".to_owned(),
            count => format!("It stands at {count} places; only an actor that stands nowhere can go"),
        };
        if tip(remove.show(ui), &help, "").clicked() {
            outbox.send(Command::RemoveActor(actor.id.clone()));
        }
    });
}
