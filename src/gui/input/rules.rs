//! Says whose a key is: an action's or that of whoever has the keyboard; which actions repeat, which move the keyboard.

use crate::session::input::action::{Action, Group};
use crate::session::{Chord, Key};

/// Who has the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Text is being typed in a field, or a list of answers with a field is open.
    pub field: bool,
    /// Something else than the text pane has it, such as a button reached by Tab.
    pub widget: bool,
    /// Something lies over the window.
    pub overlay: bool,
}

/// Whether the key is the action's now, or belongs to whoever has the keyboard.
#[must_use]
pub fn fires(action: Action, chord: Chord, holder: Holder) -> bool {
    use Action::{Escape, NextTheme, Palette, Quit, ShowKeys, ZoomIn, ZoomOut, ZoomReset};
    if holder.overlay && !matches!(action, Escape | NextTheme | Palette | Quit | ShowKeys | ZoomIn | ZoomOut | ZoomReset) {
        return false;
    }
    if holder.field && chord.is_typing() {
        return false;
    }
    !(holder.widget && moves_in_widgets(chord))
}

/// Whether the action sends the keyboard to a field, or back from one.
pub(super) fn moves_keyboard(action: Action) -> bool {
    use Action::{
        AddWho, ChooseAbout, ChooseAddressee, ChooseReporter, ChooseValues, ChooseWho, EditDetails, EditNote, Escape,
        FilterAnnotations, FilterArticles, Find, FindActor, OpenPath, Palette, SetDetails, ShowKeys, ShowOpen, TagActor,
    };
    matches!(action, EditDetails | EditNote | Escape | FilterAnnotations | FilterArticles | OpenPath | SetDetails | ShowKeys)
        || matches!(action, AddWho | ChooseAbout | ChooseAddressee | ChooseReporter | ChooseValues | ChooseWho | Find | FindActor | ShowOpen)
        // The last one asks whom the mention names.
        || matches!(action, Palette | TagActor)
}

/// Keys with which a button, a list or a tab is worked.
fn moves_in_widgets(chord: Chord) -> bool {
    !chord.command && !chord.alt && !matches!(chord.key, Key::Char(_) | Key::F(_) | Key::Escape)
}

/// Whether holding the key down goes on doing it.
pub(super) fn repeats(action: Action) -> bool {
    use Action::{
        EndLeft, EndRight, EndWordLeft, EndWordRight, NextAnnotation, NextArticle, PreviousAnnotation, PreviousArticle, Redo,
        StartLeft, StartRight, StartWordLeft, StartWordRight, TextLarger, TextSmaller, Undo, ZoomIn, ZoomOut,
    };
    matches!(action.spec().group, Group::Move)
        || (action.spec().group == Group::Select && !matches!(action, Action::Escape | Action::Copy))
        || matches!(action, EndLeft | EndRight | EndWordLeft | EndWordRight)
        || matches!(action, StartLeft | StartRight | StartWordLeft | StartWordRight)
        || matches!(action, NextAnnotation | NextArticle | PreviousAnnotation | PreviousArticle)
        || matches!(action, Redo | Undo | TextLarger | TextSmaller | ZoomIn | ZoomOut)
}
