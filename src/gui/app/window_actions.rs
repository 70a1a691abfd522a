//! Carries out the actions of the table that only change what the window shows, or ask for a path.

use egui::ViewportCommand;

use super::App;
use super::closing::Then;
use super::dialogs::Question;
use crate::gui::state::prefs::ThemeChoice;
use crate::gui::state::view::{FocusTarget, Overlay, SideTab, Taking};
use crate::gui::widgets::prompt::{Answer, Prompt, Purpose};
use crate::gui::workers::reader::Job;
use crate::session::{Access, Action, Command, Home, Incoming, Report};

impl App {
    /// Carries out an action, whoever's it is.
    pub(in crate::gui) fn act(&mut self, action: Action, ctx: &egui::Context) {
        if self.act_on_hits(action, ctx) {
            return;
        }
        if action.spec().home == Home::Session {
            return self.dispatch_and_ask(action, ctx);
        }
        match action {
            Action::Escape => self.escape(ctx),
            Action::EditNote => self.edit_note(ctx),
            Action::ChooseWho | Action::AddWho | Action::ChooseReporter | Action::ChooseAddressee | Action::ChooseAbout => {
                self.choose_by_key(action, ctx);
            }
            Action::AddFiles => self.show_dialog(Question::AddFiles, ctx),
            Action::AddFolder => self.show_dialog(Question::AddFolder, ctx),
            Action::OpenSet => self.show_dialog(Question::OpenFolder, ctx),
            Action::OpenPath => self.ask(Purpose::OpenPath { add: false }, ""),
            Action::PasteArticle => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Action::SetDetails => self.ask_details(),
            Action::EditDetails => self.show_tab(SideTab::Article, Some(FocusTarget::Details)),
            Action::FilterAnnotations => self.show_tab(SideTab::List, Some(FocusTarget::ListFilter)),
            Action::FilterArticles => {
                self.view.text_alone = false;
                self.prefs.articles_open = true;
                self.view.focus = Some(FocusTarget::ArticlesFilter);
            }
            Action::ShowAnnotation => self.show_tab(SideTab::Annotation, None),
            Action::ShowList => self.show_tab(SideTab::List, None),
            Action::ShowArticle => self.show_tab(SideTab::Article, None),
            Action::ShowActors => self.show_tab(SideTab::Actors, None),
            Action::ShowOpen => self.show_tab(SideTab::Open, Some(FocusTarget::Questions)),
            Action::FindActor => self.show_tab(SideTab::Actors, Some(FocusTarget::ActorsFilter)),
            Action::ShowActor => self.show_actor(ctx),
            Action::Find => self.find(ctx),
            Action::NextHit | Action::PreviousHit => self.step_hit(action, ctx),
            Action::EditCodebook => self.show_codebook(),
            Action::Settings => self.show_settings(),
            Action::Palette => self.show_palette(),
            Action::CloseSet => self.leave(Then::CloseSet, ctx),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Action::ShowKeys => {
                let open = self.view.overlay == Some(Overlay::Keys);
                self.view.overlay = (!open).then_some(Overlay::Keys);
            }
            Action::NextPane => self.next_pane(ctx),
            Action::ToggleArticles => {
                self.prefs.articles_open = self.view.text_alone || !self.prefs.articles_open;
                self.view.text_alone = false;
            }
            Action::ToggleSide => {
                self.prefs.side_open = self.view.text_alone || !self.prefs.side_open;
                self.view.text_alone = false;
            }
            Action::ChooseValues => self.choose_values(ctx),
            Action::SideBySide => self.side_by_side(ctx),
            Action::OtherPane => self.other_pane(ctx),
            Action::TextAlone => self.view.text_alone = !self.view.text_alone && self.open.is_some(),
            Action::ZoomIn => self.zoom(1.1, ctx),
            Action::ZoomOut => self.zoom(1.0 / 1.1, ctx),
            Action::ZoomReset => self.zoom(1.0 / self.prefs.zoom, ctx),
            Action::TextLarger => self.set_text(self.prefs.text_size + 1.0, self.prefs.line_height),
            Action::TextSmaller => self.set_text(self.prefs.text_size - 1.0, self.prefs.line_height),
            Action::LinesApart => self.set_text(self.prefs.text_size, self.prefs.line_height + 0.1),
            Action::LinesCloser => self.set_text(self.prefs.text_size, self.prefs.line_height - 0.1),
            Action::NextTheme => {
                self.prefs.theme = match self.prefs.theme {
                    ThemeChoice::System => ThemeChoice::Light,
                    ThemeChoice::Light => ThemeChoice::Dark,
                    ThemeChoice::Dark => ThemeChoice::System,
                };
                self.show_preferences(ctx);
                let name = match self.prefs.theme {
                    ThemeChoice::System => "Light or dark as the system",
                    ThemeChoice::Light => "Light",
                    ThemeChoice::Dark => "Dark",
                };
                self.dispatch(Command::Report(Report::Info(name.to_owned())), ctx);
            }
            // Lines and pages are known only to the text pane.
            _ => self.view.active_reader().pending.push(action),
        }
    }

    /// Makes an article of a pasted text.
    pub(in crate::gui) fn paste(&mut self, text: &str, ctx: &egui::Context) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            self.dispatch(Command::Report(Report::Info("There is no text to paste".to_owned())), ctx);
        } else if self.open.is_some() {
            self.dispatch(Command::AddArticles(vec![Incoming { file_name: String::new(), text }]), ctx);
        } else {
            self.problems = vec!["Open or start a set first; then a pasted text becomes an article of it.".to_owned()];
        }
    }

    /// Does what a question was answered with.
    pub(in crate::gui) fn answered(&mut self, answer: Answer, ctx: &egui::Context) {
        match answer {
            Answer::Cancel => self.close_overlay(),
            // The question stays until the path has turned out to be good.
            Answer::Path { path, add } => self.workers.ask(Job::Look { paths: vec![path], add: add && self.open.is_some() }),
            Answer::NewSet { root, from } => self.create(root, from),
            Answer::Bring(from) => {
                self.close_overlay();
                self.bring(from);
            }
            Answer::SaveHits(path) => self.save_hits(path),
            Answer::SaveCopy(path) => self.save_copy(path),
            Answer::Details { annotator, .. } | Answer::OwnLayer(annotator) if self.proposes_namesake(&annotator) => {}
            Answer::Details { title, annotator } => {
                self.close_overlay();
                // Whoever annotates now is the one who changes the title.
                if self.session().is_some_and(|session| *session.annotator() != annotator) {
                    self.annotate_as(annotator, ctx);
                }
                self.dispatch(Command::SetTitle(title), ctx);
            }
            Answer::OwnLayer(annotator) => {
                self.close_overlay();
                self.annotate_as(annotator, ctx);
            }
        }
    }

    /// Shows the settings over what is there, or that again.
    fn show_settings(&mut self) {
        self.view.panels.codebook.close();
        self.view.overlay = None;
        self.view.settings.open = !self.view.settings.close();
    }

    /// Opens the box that finds everything, or closes it.
    fn show_palette(&mut self) {
        if self.view.overlay == Some(Overlay::Palette) {
            return self.close_overlay();
        }
        self.view.picker = None;
        self.view.palette.begin();
        self.view.overlay = Some(Overlay::Palette);
    }

    fn escape(&mut self, ctx: &egui::Context) {
        if self.was_typing() {
            self.take_drafts(Taking::Abandoned, ctx);
        }
        if self.view.picker.take().is_some() {
            self.focus_reader(ctx);
        } else if self.view.overlay.is_some() {
            self.close_overlay();
        } else if (self.was_typing() && !self.view.panels.find.is_typing())
            || self.close_topmost(ctx)
            || ctx.memory(egui::Memory::focused).is_some_and(|id| !crate::gui::reader::is_pane(id))
        {
            self.focus_reader(ctx);
        } else if self.view.text_alone && self.session().is_some_and(|s| s.selection().is_empty() && s.current().is_none()) {
            self.view.text_alone = false;
        } else {
            self.dispatch(Command::Clear, ctx);
        }
    }

    fn close_overlay(&mut self) {
        self.view.overlay = None;
        self.view.focus = Some(FocusTarget::Reader);
    }

    pub(in crate::gui) fn focus_reader(&mut self, ctx: &egui::Context) {
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        self.view.focus = Some(FocusTarget::Reader);
    }

    fn edit_note(&mut self, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        if session.current().is_none() {
            let Some(id) = session.at_caret().first().map(|annotation| annotation.id.clone()) else {
                let text = {
                    let keys = [Action::NextAnnotation, Action::NextAtCaret].map(|action| self.keymap.said(action));
                    format!("Select an annotation first: click it, or press {}", keys.join(" or "))
                };
                return self.dispatch(Command::Report(Report::Info(text)), ctx);
            };
            self.dispatch(Command::SelectAnnotation(Some(id)), ctx);
        }
        self.show_tab(SideTab::Annotation, Some(FocusTarget::Note));
    }

    fn ask_details(&mut self) {
        let Some(session) = self.session() else { return };
        if matches!(session.access(), Access::Asks(_)) {
            self.view.overlay = Some(Overlay::Who { begun: false });
            return;
        }
        let mut prompt = Prompt::new(Purpose::SetDetails, &session.document().info.title);
        prompt.second = session.annotator().to_string();
        self.view.overlay = Some(Overlay::Prompt(prompt));
    }

    pub(in crate::gui) fn show_tab(&mut self, tab: SideTab, focus: Option<FocusTarget>) {
        self.view.text_alone = false;
        self.prefs.side_open = true;
        self.view.tab = tab;
        self.view.focus = focus.or(self.view.focus);
    }

    /// Text, side panel, articles, and round again; what is hidden is left out.
    fn next_pane(&mut self, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        let side = match self.view.tab {
            SideTab::Annotation => session.current().map(|_| FocusTarget::Note),
            SideTab::List => Some(FocusTarget::ListFilter),
            SideTab::Actors if self.view.panels.actors.page().is_some() => Some(FocusTarget::ActorPage),
            SideTab::Actors => Some(FocusTarget::ActorsFilter),
            SideTab::Open => Some(FocusTarget::Questions),
            SideTab::Article => Some(FocusTarget::Details),
        };
        let all = !self.view.text_alone;
        let side = side.filter(|_| all && self.prefs.side_open);
        let review = crate::gui::panels::review::is_shown(session) || self.view.panels.find.is_open();
        let review = review.then_some(FocusTarget::Review);
        let articles = (all && self.prefs.articles_open).then_some(FocusTarget::Articles);
        let next = match self.pane {
            FocusTarget::Reader => review.or(side).or(articles),
            FocusTarget::Review => side.or(articles),
            FocusTarget::Articles | FocusTarget::ArticlesFilter => None,
            _ => articles,
        };
        self.pane = next.unwrap_or(FocusTarget::Reader);
        if next.is_none() {
            self.focus_reader(ctx);
        }
        self.view.focus = Some(self.pane);
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
