//! Carries out the actions of the window: one arm for each, so that a new action does not compile until it is handled.

use egui::ViewportCommand;

use super::App;
use super::closing::Then;
use super::dialogs::Question;
use crate::gui::state::prefs::ThemeChoice;
use crate::gui::state::view::{FocusTarget, Overlay, SideTab};
use crate::gui::widgets::prompt::Purpose;
use crate::session::{Command, Report, WindowAction};

impl App {
    /// Carries out an action of the window.
    pub(super) fn act_in_window(&mut self, action: WindowAction, ctx: &egui::Context) {
        match action {
            WindowAction::Choose(participant) => self.choose_participant(participant, ctx),
            WindowAction::ChooseAttributes => self.choose_values(ctx),
            WindowAction::ShowActor => self.show_actor(ctx),
            WindowAction::EditNote => self.edit_note(ctx),
            // Only the text pane has the layout of the lines.
            WindowAction::Move { step, extend } => self.view.active_reader().pending.push((step, extend)),
            WindowAction::Escape => self.escape(ctx),
            WindowAction::AddFiles => self.show_dialog(Question::AddFiles, ctx),
            WindowAction::AddFolder => self.show_dialog(Question::AddFolder, ctx),
            WindowAction::PasteArticle => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            WindowAction::EditDetails => self.show_tab(SideTab::Article, Some(FocusTarget::Details)),
            WindowAction::FilterArticles => {
                self.view.text_alone = false;
                self.prefs.articles_open = true;
                self.view.focus = Some(FocusTarget::ArticlesFilter);
            }
            WindowAction::FilterAnnotations => self.show_tab(SideTab::List, Some(FocusTarget::ListFilter)),
            WindowAction::OpenSet => self.show_dialog(Question::OpenFolder, ctx),
            WindowAction::OpenPath => self.ask(Purpose::OpenPath { add: false }, ""),
            WindowAction::SetDetails => self.ask_details(),
            WindowAction::CloseSet => self.leave(Then::CloseSet, ctx),
            WindowAction::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            WindowAction::Palette => self.show_palette(),
            WindowAction::ShowKeys => {
                let open = self.view.overlay == Some(Overlay::Keys);
                self.view.overlay = (!open).then_some(Overlay::Keys);
            }
            WindowAction::Settings => self.show_settings(),
            WindowAction::NextPane => self.next_pane(ctx),
            WindowAction::ToggleArticles => {
                self.prefs.articles_open = self.view.text_alone || !self.prefs.articles_open;
                self.view.text_alone = false;
            }
            WindowAction::ToggleSide => {
                self.prefs.side_open = self.view.text_alone || !self.prefs.side_open;
                self.view.text_alone = false;
            }
            WindowAction::FocusMode => self.view.text_alone = !self.view.text_alone && self.open.is_some(),
            WindowAction::ShowAnnotation => self.show_tab(SideTab::Annotation, None),
            WindowAction::ShowList => self.show_tab(SideTab::List, None),
            WindowAction::ShowActors => self.show_tab(SideTab::Actors, None),
            WindowAction::ShowToDo => self.show_tab(SideTab::Open, Some(FocusTarget::Questions)),
            WindowAction::ShowArticle => self.show_tab(SideTab::Article, None),
            WindowAction::Find => self.find(ctx),
            WindowAction::NextHit => self.step_hit(true, ctx),
            WindowAction::PreviousHit => self.step_hit(false, ctx),
            WindowAction::FindActor => self.show_tab(SideTab::Actors, Some(FocusTarget::ActorsFilter)),
            WindowAction::EditCodebook => self.show_codebook(),
            WindowAction::SideBySide => self.side_by_side(ctx),
            WindowAction::OtherPane => self.other_pane(ctx),
            WindowAction::ZoomIn => self.zoom(1.1, ctx),
            WindowAction::ZoomOut => self.zoom(1.0 / 1.1, ctx),
            WindowAction::ZoomReset => self.zoom(1.0 / self.prefs.zoom, ctx),
            WindowAction::TextLarger => self.set_text(self.prefs.text_size + 1.0, self.prefs.line_height),
            WindowAction::TextSmaller => self.set_text(self.prefs.text_size - 1.0, self.prefs.line_height),
            WindowAction::LinesApart => self.set_text(self.prefs.text_size, self.prefs.line_height + 0.1),
            WindowAction::LinesCloser => self.set_text(self.prefs.text_size, self.prefs.line_height - 0.1),
            WindowAction::NextTheme => self.next_theme(ctx),
        }
    }

    fn next_theme(&mut self, ctx: &egui::Context) {
        let (theme, name) = match self.prefs.theme {
            ThemeChoice::System => (ThemeChoice::Light, "Light theme"),
            ThemeChoice::Light => (ThemeChoice::Dark, "Dark theme"),
            ThemeChoice::Dark => (ThemeChoice::System, "System theme"),
        };
        self.prefs.theme = theme;
        self.show_preferences(ctx);
        self.dispatch(Command::Report(Report::Info(name.to_owned())), ctx);
    }

    fn zoom(&mut self, factor: f32, ctx: &egui::Context) {
        self.prefs.zoom *= factor;
        self.prefs.sanitize();
        self.show_preferences(ctx);
    }

    fn set_text(&mut self, size: f32, line_height: f32) {
        (self.prefs.text_size, self.prefs.line_height) = (size, line_height);
        self.prefs.sanitize();
    }
}
