//! Defines [`Action`]: what a key, the palette or a button can ask for without further data.
//!
//! Its words, ids and default keys are the rows of [`action_table`](super::action_table), from which menus, the palette,
//! hints, the list of keys and `docs/keys.md` are made. A new action does not compile until it has a row there and is handled
//! by `Session::act` or by the window.

use crate::model::Label;
use crate::session::cursor::caret_step::{CaretStep, Edge};

/// What a key, the palette or a button can ask for without further data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Handled by the session: it reads or changes the set, the caret, the selection or the history.
    Session(SessionAction),
    /// Handled by the window: it only changes what is shown, or opens a dialog.
    Window(WindowAction),
}

/// An action that the session handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionAction {
    Tag(Label),
    ClaimOfQuote,
    /// Tags the selection as a mention and adds its actor to the register.
    TagNewActor,
    MarkZone,
    NextAtCaret,
    NextAnnotation,
    PreviousAnnotation,
    /// Moves the start or the end of the selected annotation, or of the current suggestion.
    MoveEdge {
        edge: Edge,
        step: EdgeStep,
    },
    AddFragment,
    RemoveFragment,
    ToggleUnsure,
    Delete,
    NextSuggestion,
    PreviousSuggestion,
    NextClaim,
    PreviousClaim,
    RejectSuggestion,
    /// Chooses one of the proposed speakers, sources or actors.
    Speaker(Digit),
    SpeakerUnnamed,
    SpeakerArticle,
    SpeakerUnknown,
    MarkCue,
    MarkEditorial,
    MarkScare,
    TagAllMentions,
    TagNames,
    TagArticleMentions,
    Link,
    NextLinkKind,
    LinkSame,
    FollowLink,
    NextQuestion,
    PreviousQuestion,
    /// Moves the caret; with `extend`, the moving end of the selection.
    Move {
        step: CaretStep,
        extend: bool,
    },
    SelectWord,
    SelectSentence,
    Widen,
    Narrow,
    SelectAll,
    Copy,
    NextArticle,
    PreviousArticle,
    ToggleDone,
    RemoveArticle,
    Undo,
    Redo,
    Save,
}

/// An action that the window handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WindowAction {
    /// Opens the picker for the selected annotation.
    Choose(Participant),
    ChooseAttributes,
    ShowActor,
    EditNote,
    /// As [`SessionAction::Move`], but by lines and pages, which depend on the layout of the text.
    Move {
        step: LineStep,
        extend: bool,
    },
    Escape,
    AddFiles,
    AddFolder,
    PasteArticle,
    EditDetails,
    FilterArticles,
    FilterAnnotations,
    OpenSet,
    OpenPath,
    SetDetails,
    CloseSet,
    Quit,
    Palette,
    ShowKeys,
    Settings,
    NextPane,
    ToggleArticles,
    ToggleSide,
    FocusMode,
    ShowAnnotation,
    ShowList,
    ShowActors,
    ShowToDo,
    ShowArticle,
    Find,
    NextHit,
    PreviousHit,
    FindActor,
    EditCodebook,
    SideBySide,
    OtherPane,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    TextLarger,
    TextSmaller,
    LinesApart,
    LinesCloser,
    NextTheme,
}

impl Action {
    /// The action that chooses the proposed speaker of that digit.
    #[must_use]
    pub const fn speaker(digit: Digit) -> Self {
        Self::Session(SessionAction::Speaker(digit))
    }
}

impl From<SessionAction> for Action {
    fn from(action: SessionAction) -> Self {
        Self::Session(action)
    }
}

impl From<WindowAction> for Action {
    fn from(action: WindowAction) -> Self {
        Self::Window(action)
    }
}

/// A digit that chooses a proposed speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Digit {
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
    Seven,
    Eight,
    Nine,
}

impl Digit {
    pub const ALL: [Self; 9] =
        [Self::One, Self::Two, Self::Three, Self::Four, Self::Five, Self::Six, Self::Seven, Self::Eight, Self::Nine];

    /// Its number, from 1 to 9.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize + 1
    }
}

/// How far one key press moves an edge of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeStep {
    Left,
    Right,
    WordLeft,
    WordRight,
}

impl From<EdgeStep> for CaretStep {
    fn from(step: EdgeStep) -> Self {
        match step {
            EdgeStep::Left => Self::Left,
            EdgeStep::Right => Self::Right,
            EdgeStep::WordLeft => Self::WordLeft,
            EdgeStep::WordRight => Self::WordRight,
        }
    }
}

/// A move of the caret that depends on the layout of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineStep {
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
}

/// The part that the actor to be chosen has in an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participant {
    /// The speaker of a quote, the source of a claim, or the actor of a mention; replaces the present one.
    Speaker,
    /// A further speaker or source.
    AnotherSpeaker,
    /// Who passes the words on.
    Reporter,
    /// Who is addressed.
    Addressee,
    /// Who the words are about.
    About,
}
