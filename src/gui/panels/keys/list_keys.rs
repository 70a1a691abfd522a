//! Keyboard access to lists: a list has one focus stop, and arrows move inside it.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// What a key does in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
}

impl Step {
    /// The row to which the step leads from `here`, in a list of `count` rows of which `page` are visible.
    #[must_use]
    pub fn from(self, here: Option<usize>, count: usize, page: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let at = match (self, here) {
            (Self::Open, here) => return here,
            (Self::Last, _) => last,
            (Self::First, _) | (_, None) => 0,
            (Self::Up, Some(at)) => at.saturating_sub(1),
            (Self::Down, Some(at)) => at + 1,
            (Self::PageUp, Some(at)) => at.saturating_sub(page),
            (Self::PageDown, Some(at)) => at + page,
        };
        Some(at.min(last))
    }
}

/// The id of the list of articles.
#[must_use]
pub fn articles_id() -> Id {
    Id::unique("articles list")
}

/// The id of the list of annotations.
#[must_use]
pub fn annotations_id() -> Id {
    Id::unique("annotations list")
}

/// The id of the register of actors.
#[must_use]
pub fn actors_id() -> Id {
    Id::unique("actors list")
}

/// The id of the list of open questions.
#[must_use]
pub fn questions_id() -> Id {
    Id::unique("questions list")
}

/// The id of the list below the text: a review, or search results.
#[must_use]
pub fn review_id() -> Id {
    Id::unique("review list")
}

/// Whether a list has the keyboard: it then handles arrows, Home, End, Page up, Page down and Enter.
pub fn list_has_keyboard(ctx: &egui::Context) -> bool {
    let lists = [articles_id(), annotations_id(), actors_id(), questions_id(), review_id()];
    ctx.memory(|memory| memory.focused().is_some_and(|id| lists.contains(&id)))
}

/// Registers a list. Returns its response and the step of its keys. `opens`: whether the list handles Enter.
pub fn listen(ui: &Ui, id: Id, rect: Rect, name: &str, opens: bool) -> (Response, Option<Step>) {
    let list = ui.interact(rect, id, Sense::focusable_noninteractive());
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name));
    if !list.has_focus() {
        return (list, None);
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let keys = [
        (Key::ArrowUp, Step::Up),
        (Key::ArrowDown, Step::Down),
        (Key::PageUp, Step::PageUp),
        (Key::PageDown, Step::PageDown),
        (Key::Home, Step::First),
        (Key::End, Step::Last),
        (Key::Enter, Step::Open),
    ];
    let step = ui.input_mut(|input| {
        let wanted = |(key, step): &(Key, Step)| (opens || *step != Step::Open) && input.consume_key(Modifiers::NONE, *key);
        keys.into_iter().find(wanted).map(|(_, step)| step)
    });
    (list, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_never_leaves_the_list() {
        assert_eq!(Step::Down.from(Some(4), 5, 3), Some(4));
        assert_eq!(Step::Up.from(Some(0), 5, 3), Some(0));
        assert_eq!(Step::PageDown.from(Some(3), 5, 3), Some(4));
        assert_eq!(Step::Down.from(None, 5, 3), Some(0));
        assert_eq!(Step::Down.from(None, 0, 3), None);
    }
}
