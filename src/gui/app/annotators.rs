//! Determines the annotator of a set: remembered on this computer for each set, and asked for before the first change of a
//! set that has annotations by others only.

use std::path::Path;

use super::who_card::{self, Choice, Question};
use super::{App, OpenSet};
use crate::edit::History;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{FocusTarget, Overlay};
use crate::gui::widgets::prompt::{Prompt, Purpose};
use crate::host::{self, AnnotatorChoice, AnnotatorHints, Why, app_dirs};
use crate::model::{Annotator, Document, SetId};
use crate::session::{Access, Command, Report, WindowAction};

/// The key under which the annotator of a set is remembered: the id of the set, or its path if it has no id.
#[must_use]
pub fn set_key(id: Option<&SetId>, root: &Path) -> String {
    id.map_or_else(|| root.display().to_string(), ToString::to_string)
}

/// The annotator and access with which the session of a set begins.
pub(in crate::gui) struct Beginning {
    pub annotator: Annotator,
    pub access: Access,
    /// A notice about the annotator.
    pub word: Option<Report>,
}

impl App {
    /// Determines the annotator of an opened set; `is_first`: it is the first set since the program started.
    pub(in crate::gui) fn beginning(
        &mut self,
        key: &str,
        is_first: bool,
        (document, history): (&Document, &History),
        access: Access,
    ) -> Beginning {
        let here = self.prefs.annotators.get(key).map(|name| app_dirs::annotator(name));
        let said = self.annotator.clone().filter(|_| is_first);
        if let (Some(said), None) = (&said, &here) {
            self.prefs.annotators.insert(key.to_owned(), said.to_string());
        }
        let hints = AnnotatorHints { said, here, usual: self.usual_annotator() };
        let changes = self.keymap.said(WindowAction::SetDetails);
        match host::choose_annotator(&hints, document, history, app_dirs::user) {
            AnnotatorChoice::Annotates(annotator, why) => {
                let word = match why {
                    Why::Said | Why::Usual => None,
                    Why::SaidOtherwise => Some(format!(
                        "This set already has an annotator “{annotator}”, so you are {annotator} here. Switch annotator ({changes})"
                    )),
                    Why::OnlyHere | Why::LoggedIn => {
                        Some(format!("Signed in as {annotator}. Not you? Switch annotator ({changes})"))
                    }
                    Why::BroughtIn => Some(format!(
                        "Signed in as {annotator}, who imported the articles. Not you? Switch annotator ({changes})"
                    )),
                };
                Beginning { annotator, access, word: word.map(Report::Info) }
            }
            AnnotatorChoice::Asks(others) => {
                let annotator = others.first().cloned().unwrap_or_else(app_dirs::user);
                let access = if access == Access::ReadWrite { Access::Asks(others) } else { access };
                Beginning { annotator, access, word: None }
            }
        }
    }

    /// Moves the remembered annotator of a set from its path to its id, which a set gets with its first change.
    pub(in crate::gui) fn move_annotator(&mut self, path: &str, key: &str) {
        if path != key
            && !self.prefs.annotators.contains_key(key)
            && let Some(name) = self.prefs.annotators.remove(path)
        {
            self.prefs.annotators.insert(key.to_owned(), name);
        }
    }

    /// The annotator of sets without a remembered one: from the command line, or chosen before. `None` if neither.
    fn usual_annotator(&self) -> Option<Annotator> {
        self.annotator.clone().or_else(|| self.prefs.annotator.as_deref().map(app_dirs::annotator))
    }

    /// Makes this the annotator of the open set, now and when it is opened again.
    ///
    /// A name that is new to the set becomes the usual name for other sets too. The name of an existing annotator applies to
    /// this set only.
    pub(in crate::gui) fn annotate_as(&mut self, annotator: Annotator, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        self.prefs.annotators.insert(open.key.clone(), annotator.to_string());
        if !open.session.document().annotators().contains(&&annotator) {
            self.prefs.annotator = Some(annotator.to_string());
        }
        if self.annotator.as_ref() != Some(&annotator) {
            self.annotator = None;
        }
        self.dispatch(Command::AnnotateAs(annotator), ctx);
    }

    /// Whether an annotator of the open set has the same name in different case. If so, the open prompt stays and proposes
    /// that name.
    pub(super) fn proposes_namesake(&mut self, name: &Annotator) -> bool {
        let known = self.session().and_then(|session| session.document().namesake(name)).filter(|known| *known != name);
        let Some(known) = known.cloned() else { return false };
        if let Some(Overlay::Prompt(prompt)) = &mut self.view.overlay {
            prompt.propose_annotator(&known);
        }
        true
    }

    /// Shows the question who annotates, if the session asks it, and carries out the answer.
    pub(in crate::gui) fn ask_who(&mut self, ctx: &egui::Context) {
        let Some(OpenSet { session, root, number, .. }) = &self.open else { return };
        let Access::Asks(others) = session.access() else {
            self.view.overlay.take_if(|overlay| matches!(overlay, Overlay::Who { .. }));
            return;
        };
        let raised = (*number, session.asks_who());
        if self.view.who_raised != raised {
            self.view.who_raised = raised;
            self.view.picker = None;
            self.view.overlay = Some(Overlay::Who { begun: false });
        }
        let own = self.usual_annotator().unwrap_or_else(app_dirs::user);
        let Some(Overlay::Who { begun }) = &mut self.view.overlay else { return };
        let title = match session.document().info.title.as_str() {
            "" => root.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            title => title.to_owned(),
        };
        let takes_focus = !std::mem::replace(begun, true);
        let Some(choice) = who_card::show(ctx, &Question { title: &title, others, own: &own }, takes_focus) else { return };
        self.view.overlay = None;
        self.view.focus = Some(FocusTarget::Reader);
        match choice {
            Choice::ViewOnly => {}
            Choice::Own => self.view.overlay = Some(Overlay::Prompt(Prompt::new(Purpose::OwnLayer, own.as_str()))),
            Choice::Is(annotator) => self.annotate_as(annotator, ctx),
        }
        ctx.request_repaint();
    }
}

/// Draws the banner above the text while the question who annotates is open.
pub(in crate::gui) fn banner(ui: &mut egui::Ui, others: &[Annotator], outbox: &mut Outbox) {
    if who_card::banner(ui, others) {
        outbox.act(WindowAction::SetDetails);
    }
}
