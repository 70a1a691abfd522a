//! Decides whether a key press runs its action or is left to the focused widget, and which actions repeat or move the focus.

use crate::model::Label;
use crate::session::input::action_group::Group;
use crate::session::{Action, Chord, Key, SessionAction, WindowAction};

/// What has the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// A text field has the focus, or a picker with a text field is open.
    pub field: bool,
    /// A widget other than the text pane has the focus, such as a button reached by Tab.
    pub widget: bool,
    /// An overlay covers the window.
    pub overlay: bool,
}

/// Whether the key press runs the action; otherwise it is left to what has the keyboard.
#[must_use]
pub fn fires(action: impl Into<Action>, chord: Chord, holder: Holder) -> bool {
    if holder.overlay && !works_over_overlays(action.into()) {
        return false;
    }
    if holder.field && chord.is_typing() {
        return false;
    }
    !(holder.widget && moves_in_widgets(chord))
}

fn works_over_overlays(action: Action) -> bool {
    use WindowAction::{Escape, NextTheme, Palette, Quit, ShowKeys, ZoomIn, ZoomOut, ZoomReset};
    let Action::Window(action) = action else { return false };
    matches!(action, Escape | NextTheme | Palette | Quit | ShowKeys | ZoomIn | ZoomOut | ZoomReset)
}

/// Whether the action moves the focus to a text field, or out of one.
pub(super) fn moves_keyboard(action: Action) -> bool {
    use WindowAction::{
        Choose, ChooseAttributes, EditDetails, EditNote, Escape, FilterAnnotations, FilterArticles, Find, FindActor, OpenPath,
        Palette, SetDetails, ShowKeys, ShowToDo,
    };
    match action {
        // Tagging a mention opens the picker for its actor.
        Action::Session(action) => action == SessionAction::Tag(Label::Actor),
        Action::Window(action) => {
            matches!(action, Choose(_) | ChooseAttributes | EditDetails | EditNote | Escape | FilterAnnotations | FilterArticles)
                || matches!(action, Find | FindActor | OpenPath | Palette | SetDetails | ShowKeys | ShowToDo)
        }
    }
}

/// Whether buttons, lists and tabs use the key.
fn moves_in_widgets(chord: Chord) -> bool {
    !chord.command && !chord.alt && !matches!(chord.key, Key::Char(_) | Key::F(_) | Key::Escape)
}

/// Whether the action repeats while its key is held down.
pub(super) fn repeats(action: Action) -> bool {
    use SessionAction::{MoveEdge, NextAnnotation, NextArticle, PreviousAnnotation, PreviousArticle, Redo, Undo};
    use WindowAction::{TextLarger, TextSmaller, ZoomIn, ZoomOut};
    let moves = matches!(action.spec().group, Group::Move | Group::Select);
    match action {
        Action::Session(SessionAction::Copy) | Action::Window(WindowAction::Escape) => false,
        Action::Session(MoveEdge { .. } | NextAnnotation | NextArticle | PreviousAnnotation | PreviousArticle | Redo | Undo)
        | Action::Window(TextLarger | TextSmaller | ZoomIn | ZoomOut) => true,
        Action::Session(_) | Action::Window(_) => moves,
    }
}
