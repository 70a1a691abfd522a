//! Defines [`View`]: the state of the window, lost when it closes.

use super::panes::{Beside, PaneSide};
use crate::gui::palette::PaletteView;
use crate::gui::panels::PanelsView;
use crate::gui::picker::Picker;
use crate::gui::reader::ReaderView;
use crate::gui::settings::SettingsView;
use crate::session::{Command, Session};

pub use super::focus::{FocusTarget, Overlay, SideTab, Taking};

/// The state of the window.
#[derive(Debug, Default)]
pub struct View {
    pub tab: SideTab,
    /// The widget that takes the keyboard; it clears the field.
    pub focus: Option<FocusTarget>,
    pub overlay: Option<Overlay>,
    /// The numbers of the set and of the question who annotates that was shown last.
    pub who_raised: (u64, u64),
    /// The actor picker while it is open.
    pub picker: Option<Picker>,
    pub text_alone: bool,
    pub reader: ReaderView,
    /// A second article beside the first.
    pub beside: Option<Beside>,
    /// The text pane on the right, if there are two.
    pub second: ReaderView,
    pub panels: PanelsView,
    pub palette: PaletteView,
    pub settings: SettingsView,
}

impl View {
    /// Whether a page covers the text: the codebook or the settings.
    #[must_use]
    pub fn has_page(&self) -> bool {
        self.panels.codebook.open || self.settings.open
    }

    /// Closes pages that cover the text. Returns whether there was one.
    pub fn close_pages(&mut self) -> bool {
        self.settings.close() | self.panels.codebook.close()
    }

    /// Takes drafts from their fields, as many as `when` selects. Returns the commands that
    /// store them.
    pub fn take_drafts(&mut self, when: Taking, session: &Session) -> Vec<Command> {
        let PanelsView { actors, codebook, article, .. } = &mut self.panels;
        let date = &mut article.date;
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

    /// Closes the second article; the active one stays.
    pub fn close_beside(&mut self) {
        if self.beside.take().is_some_and(|beside| beside.active() == PaneSide::Right) {
            std::mem::swap(&mut self.reader, &mut self.second);
        }
        self.second = ReaderView::default();
    }
}
