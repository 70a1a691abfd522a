//! Defines what has the keyboard and what is shown in front: [`SideTab`], [`FocusTarget`], [`Overlay`], [`Taking`].

use crate::gui::widgets::prompt::Prompt;

/// Tabs of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SideTab {
    #[default]
    Annotation,
    List,
    Actors,
    Open,
    Article,
}

/// What should get the keyboard at the next frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    Reader,
    Articles,
    ArticlesFilter,
    ListFilter,
    ActorsFilter,
    /// The open page of an actor.
    ActorPage,
    /// The list of what is open.
    Questions,
    /// The list to look through.
    Review,
    /// The field of the search.
    Find,
    Note,
    Details,
}

/// What lies over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Every command with its keys.
    Keys,
    /// The box that finds everything.
    Palette,
    /// The values of the selected annotation, or the guidelines.
    Values,
    /// Who annotates; `begun`: its first button has had the keyboard.
    Who { begun: bool },
    /// A question with a field.
    Prompt(Prompt),
}

/// Which texts are taken from the fields in which they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Those that are ready, and those whose fields are no longer drawn; at the end of a frame.
    Hidden,
    /// All, because the window loses the focus, or the set is closed.
    All,
    /// None: the fields go back to what was stored when typing began.
    Abandoned,
}
