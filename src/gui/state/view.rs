//! Defines [`View`]: what the window shows right now. Forgotten when it closes.

use crate::gui::palette::PaletteView;
use crate::gui::panels::PanelsView;
use crate::gui::picker::Picker;
use crate::gui::reader::side_by_side::Beside;
use crate::gui::reader::{PaneSide, ReaderView};
use crate::gui::settings::SettingsView;
use crate::gui::widgets::prompt::Prompt;
use crate::session::{Command, Session};

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

/// What the window shows right now.
#[derive(Debug, Default)]
pub struct View {
    pub tab: SideTab,
    pub articles_filter: String,
    pub list_filter: String,
    /// Taken by the widget that it names.
    pub focus: Option<FocusTarget>,
    pub overlay: Option<Overlay>,
    /// The number of the set and of the question who annotates that was shown last.
    pub who_raised: (u64, u64),
    /// Somebody is being chosen.
    pub picker: Option<Picker>,
    pub text_alone: bool,
    pub reader: ReaderView,
    /// A second article beside the first.
    pub beside: Option<Beside>,
    /// The text pane on the right, when there are two.
    pub second: ReaderView,
    pub panels: PanelsView,
    pub palette: PaletteView,
    pub settings: SettingsView,
}

impl View {
    /// Whether a page lies over the text: the codebook or the settings.
    #[must_use]
    pub fn has_page(&self) -> bool {
        self.panels.codebook.open || self.settings.open
    }

    /// Returns to the text from what lies over it. Returns whether anything did.
    pub fn close_pages(&mut self) -> bool {
        self.settings.close() | self.panels.codebook.close()
    }

    /// Takes what is typed into fields and is not in the set yet, as far as `when` asks for. Returns the commands that
    /// store it.
    pub fn take_drafts(&mut self, when: Taking, session: &Session) -> Vec<Command> {
        let PanelsView { actors, codebook, date, .. } = &mut self.panels;
        let mut commands = Vec::new();
        for drafts in [actors.drafts(), codebook.drafts()] {
            let taken = match when {
                Taking::Hidden => drafts.end_frame(),
                Taking::All => drafts.flush(),
                Taking::Abandoned => drafts.abandon(),
            };
            commands.extend(taken.iter().filter_map(|taken| taken.command(session)));
        }
        commands.extend(match when {
            Taking::Hidden => date.end_frame(session),
            Taking::All => date.command(session),
            Taking::Abandoned => date.abandon(session),
        });
        commands
    }

    /// The text pane of the session's article.
    pub fn active_reader(&mut self) -> &mut ReaderView {
        match self.beside.as_ref().map(Beside::active) {
            Some(PaneSide::Right) => &mut self.second,
            Some(PaneSide::Left) | None => &mut self.reader,
        }
    }
}
