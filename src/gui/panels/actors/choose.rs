//! Chooses an actor of the register by typing any of its names.

use egui::{Id, Key, Modifiers, Pos2, Response, Role, Ui, Vec2};

use super::row::counts;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::lettering::clamped;
use crate::gui::widgets::list_row::ListRow;
use crate::gui::widgets::text_field::TextField;
use crate::model::ActorId;
use crate::session::Session;

/// Maximum number of actors offered.
const OFFERED: usize = 6;
const ROW: f32 = 40.0;

/// What is typed, and which of the offered actors is highlighted.
#[derive(Debug, Default)]
pub struct Chooser {
    typed: String,
    lit: usize,
}

impl Chooser {
    /// Draws the field, and the matching actors below it. Returns the chosen actor.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        field: TextField<'_>,
        without: &[ActorId],
    ) -> (Response, Option<ActorId>) {
        let (id, name) = (field.id, field.name);
        let focused = ui.memory(|memory| memory.has_focus(id));
        let mut steps = 0_isize;
        if focused {
            ui.input_mut(|input| {
                steps += isize::from(input.consume_key(Modifiers::NONE, Key::ArrowDown));
                steps -= isize::from(input.consume_key(Modifiers::NONE, Key::ArrowUp));
            });
        }
        let response = field.show(ui, &mut self.typed);
        if response.changed() {
            self.lit = 0;
        }
        if self.typed.trim().is_empty() {
            return (response, None);
        }
        let mut hits = session.find_actors(&self.typed, OFFERED + without.len());
        hits.retain(|hit| !without.contains(&hit.id));
        hits.truncate(OFFERED);
        self.lit = self.lit.saturating_add_signed(steps).min(hits.len().saturating_sub(1));
        let mut chosen = None;
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            chosen = hits.get(self.lit).map(|hit| hit.id.clone());
        }
        let theme = Theme::of(ui.visuals());
        if hits.is_empty() {
            ui.add_space(4.0);
            crate::gui::widgets::lettering::dim(ui, "No results");
        }
        for (at, hit) in hits.iter().enumerate() {
            let Some(actor) = session.document().register.get(&hit.id) else { continue };
            let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
            let spoken = format!("{name}: {}", actor.name);
            let row = ListRow {
                id: id.with(hit.id.as_str()),
                at: rect.min,
                size: rect.size(),
                name: &spoken,
                role: Role::ListBoxOption,
                selected: at == self.lit,
            };
            let clicked = row.show(ui).clicked();
            let (left, room) = (rect.left() + 9.0, rect.width() - 14.0);
            let galley = clamped(ui, &actor.name, sans_medium(size::SANS), 18.0, theme.ink, room, 1);
            ui.painter().galley(Pos2::new(left, rect.top() + 3.0), galley, theme.ink);
            let also = if hit.name == actor.name { "" } else { hit.name.as_str() };
            let counts = counts(session.survey().counts(&hit.id));
            let parts = [actor.role.as_str(), also, counts.as_str()];
            let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let galley = clamped(ui, &about, sans(size::SMALL), 16.0, theme.dim, room, 1);
            ui.painter().galley(Pos2::new(left, rect.top() + 21.0), galley, theme.dim);
            if clicked {
                chosen = Some(hit.id.clone());
            }
        }
        if chosen.is_some() {
            *self = Self::default();
        }
        (response, chosen)
    }

    /// The id of a chooser's field.
    #[must_use]
    pub fn field_id(what: &str, of: &str) -> Id {
        Id::unique(("choose", what, of))
    }
}
