//! Defines what has the keyboard and what is shown in front: [`SideTab`], [`FocusTarget`], [`Overlay`], [`Taking`].

use crate::gui::widgets::prompt::Prompt;

/// The tabs of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SideTab {
    #[default]
    Annotation,
    List,
    Actors,
    Open,
    Article,
}

/// The widget that takes the keyboard in the next frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    Reader,
    Articles,
    ArticlesFilter,
    ListFilter,
    ActorsFilter,
    /// The open page of an actor.
    ActorPage,
    /// The list of open questions.
    Questions,
    /// The list to review, or the search results.
    Review,
    /// The field of the search.
    Find,
    Note,
    Details,
}

/// What is shown over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The sheet of all keys.
    Keys,
    /// The palette.
    Palette,
    /// The attributes of the selected annotation, or the guidelines.
    Values,
    /// The question who annotates; `begun`: whether its first button has had the keyboard.
    Who { begun: bool },
    /// A question with a field.
    Prompt(Prompt),
}

/// Which drafts are taken from their fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Those that are due, and those whose fields are no longer drawn; at the end of a frame.
    Hidden,
    /// All of them, because the window loses the focus or the set is closed.
    All,
    /// None: the fields return to what was stored when typing began.
    Abandoned,
}
