//! Defines [`Prompt`]: a question with one or two fields; Enter answers it, Escape cancels.

use std::path::{Path, PathBuf};

use egui::{Key, RichText, TextEdit, Ui};

use super::card::{self, Weight};
use crate::gui::style::theme::{Theme, sans_semibold, size};
use crate::host::app_dirs;
use crate::model::Annotator;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A path to open; with `add`, articles for the open set.
    OpenPath { add: bool },
    /// The location of a new set for these articles; `into` is the title of the open set, to which they could be added.
    NewSet { from: Vec<PathBuf>, count: usize, into: Option<String> },
    /// The set's title, and the annotator.
    SetDetails,
    /// The annotator's name in a set that others have annotated.
    OwnLayer,
    /// Where to save the search results.
    SaveHits,
    /// Where to save a copy of the set.
    SaveCopy,
}

/// A question in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    pub purpose: Purpose,
    pub first: String,
    pub second: String,
    /// Why the last answer was refused.
    error: Option<String>,
    /// Whether the field has had the keyboard.
    begun: bool,
    /// Whether an answer is being checked.
    waits: bool,
}

/// The answer of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Cancel,
    Path {
        path: PathBuf,
        add: bool,
    },
    NewSet {
        root: PathBuf,
        from: Vec<PathBuf>,
    },
    /// Add them to the open set instead.
    Bring(Vec<PathBuf>),
    SaveHits(PathBuf),
    SaveCopy(PathBuf),
    Details {
        title: String,
        annotator: Annotator,
    },
    OwnLayer(Annotator),
}

impl Prompt {
    /// Creates a question with a proposed answer.
    #[must_use]
    pub fn new(purpose: Purpose, proposal: &str) -> Self {
        Self { purpose, first: proposal.to_owned(), second: String::new(), error: None, begun: false, waits: false }
    }

    /// Whether the question is of this kind and its answer is being checked.
    #[must_use]
    pub fn waits_for(&self, purpose: &Purpose) -> bool {
        self.waits && std::mem::discriminant(&self.purpose) == std::mem::discriminant(purpose)
    }

    /// Refuses the answer, with a reason; the person can change it.
    pub fn refuse(&mut self, reason: String) {
        self.error = Some(reason);
        self.waits = false;
    }

    /// Refuses a name that differs from a known annotator's only by capitals; proposes the known name.
    pub fn propose_annotator(&mut self, known: &Annotator) {
        let field = if self.purpose == Purpose::SetDetails { &mut self.second } else { &mut self.first };
        *field = known.to_string();
        self.begun = false;
        self.refuse(format!("“{known}” already annotates this set. Use that name, or enter another one."));
    }

    /// Draws the question. Returns the answer once there is one.
    pub fn show(&mut self, ctx: &egui::Context) -> Option<Answer> {
        let title = self.title();
        card::show(ctx, &title, |ui| {
            let theme = Theme::of(ui.visuals());
            ui.label(RichText::new(&title).font(sans_semibold(15.0)));
            ui.add_space(4.0);
            let text = self.explanation();
            if !text.is_empty() {
                ui.label(RichText::new(text).color(theme.dim));
                ui.add_space(8.0);
            }
            self.fields(ui);
            if let Some(warning) = self.warning() {
                ui.add_space(4.0);
                ui.label(RichText::new(warning).color(theme.claim).size(size::SMALL));
            }
            if let Some(error) = &self.error {
                ui.add_space(4.0);
                ui.label(RichText::new(error).color(theme.open));
            }
            ui.add_space(12.0);
            self.buttons(ui)
        })
    }

    fn title(&self) -> String {
        match &self.purpose {
            Purpose::OpenPath { add: false } => "Open by path".to_owned(),
            Purpose::OpenPath { add: true } => "Add articles".to_owned(),
            Purpose::NewSet { .. } => "Start a new set".to_owned(),
            Purpose::SetDetails => "Set title and annotator".to_owned(),
            Purpose::OwnLayer => "Start my own layer".to_owned(),
            Purpose::SaveHits => "Save search results".to_owned(),
            Purpose::SaveCopy => "Save a copy of the set".to_owned(),
        }
    }

    fn explanation(&self) -> String {
        match &self.purpose {
            Purpose::OpenPath { add: false } => "A set, a folder of articles, or an article.".to_owned(),
            Purpose::OpenPath { add: true } => "A text file, or a folder of text files.".to_owned(),
            Purpose::NewSet { count: 0, .. } => {
                "This folder is not an annotation set and contains no text files. A new, empty set is created in it.".to_owned()
            }
            Purpose::NewSet { count: 1, .. } => "1 article is copied into a new set. The original is not changed.".to_owned(),
            Purpose::NewSet { count, .. } => {
                format!("{count} articles are copied into a new set. The originals are not changed.")
            }
            Purpose::SetDetails => String::new(),
            Purpose::OwnLayer => "Your name or initials. Your annotations are saved under this name.".to_owned(),
            Purpose::SaveHits => "Saved as a CSV table for spreadsheets.".to_owned(),
            Purpose::SaveCopy => "The whole set is copied to a new folder and verified. Choose one on another disk.".to_owned(),
        }
    }

    /// The warning for a set inside the folder of the original files.
    fn warning(&self) -> Option<&'static str> {
        let Purpose::NewSet { from, .. } = &self.purpose else { return None };
        let root = app_dirs::typed(&self.first);
        let inside = |original: &PathBuf| root.starts_with(original) && root != Path::new("");
        from.iter()
            .any(inside)
            .then_some("This location is inside the folder of the original files. The files of the set will be mixed with them.")
    }

    fn fields(&mut self, ui: &mut Ui) {
        match self.purpose {
            Purpose::SetDetails => {
                self.field(ui, "Title", true, false);
                ui.add_space(8.0);
                // The annotator is changed more often than the title, so typing begins there.
                self.field(ui, "Annotator", false, true);
            }
            Purpose::OwnLayer => self.field(ui, "Annotator", true, true),
            Purpose::NewSet { .. } => self.field(ui, "Location", true, true),
            Purpose::OpenPath { .. } => self.field(ui, "Path", true, true),
            Purpose::SaveHits => self.field(ui, "File", true, true),
            Purpose::SaveCopy => self.field(ui, "Location of the copy", true, true),
        }
    }

    /// Draws a field for the first or the second text; `takes_focus`: whether typing begins there.
    fn field(&mut self, ui: &mut Ui, name: &str, is_first: bool, takes_focus: bool) {
        let theme = Theme::of(ui.visuals());
        let label = ui.label(RichText::new(name).color(theme.dim).size(size::SMALL));
        let text = if is_first { &mut self.first } else { &mut self.second };
        let edit = TextEdit::singleline(text).id_salt(name).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(9, 5));
        let response = ui.add(edit).labelled_by(label.id);
        if takes_focus && !self.begun {
            self.begun = true;
            response.request_focus();
        }
        if response.changed() {
            self.error = None;
        }
    }

    fn buttons(&mut self, ui: &mut Ui) -> Option<Answer> {
        let (main, other) = match &self.purpose {
            Purpose::OpenPath { add: false } => ("Open", None),
            Purpose::OpenPath { add: true } => ("Add", None),
            Purpose::NewSet { count, into, .. } => {
                let main = if *count == 0 { "Create set here" } else { "Create set" };
                (
                    main,
                    into.as_ref().map(|title| {
                        if title.is_empty() { "Add to the open set".to_owned() } else { format!("Add to “{title}”") }
                    }),
                )
            }
            Purpose::SetDetails => ("Done", None),
            Purpose::OwnLayer => ("Start", None),
            Purpose::SaveHits | Purpose::SaveCopy => ("Save", None),
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let enter = ui.input(|input| input.key_pressed(Key::Enter));
            let main = card::button(ui, main, Weight::Main);
            let other = other.is_some_and(|text| card::button(ui, &text, Weight::Quiet).clicked());
            let cancel = card::button(ui, "Cancel", Weight::Quiet);
            if cancel.clicked() {
                return Some(Answer::Cancel);
            }
            if other {
                let Purpose::NewSet { from, .. } = &self.purpose else { return None };
                return Some(Answer::Bring(from.clone()));
            }
            if main.clicked() || (enter && !cancel.has_focus()) { self.answer() } else { None }
        })
        .inner
    }

    fn answer(&mut self) -> Option<Answer> {
        let path = app_dirs::typed(&self.first);
        let needs_path = !matches!(self.purpose, Purpose::SetDetails | Purpose::OwnLayer);
        if self.waits {
            return None;
        }
        if needs_path && path.as_os_str().is_empty() {
            self.refuse("Enter a path.".to_owned());
            return None;
        }
        match &self.purpose {
            Purpose::OpenPath { add } => {
                self.waits = true;
                Some(Answer::Path { path, add: *add })
            }
            Purpose::NewSet { from, .. } => {
                self.waits = true;
                Some(Answer::NewSet { root: path, from: from.clone() })
            }
            Purpose::SaveHits => {
                self.waits = true;
                Some(Answer::SaveHits(path))
            }
            Purpose::SaveCopy => {
                self.waits = true;
                Some(Answer::SaveCopy(path))
            }
            Purpose::SetDetails => {
                let annotator = self.annotator(&self.second.clone())?;
                Some(Answer::Details { title: self.first.trim().to_owned(), annotator })
            }
            Purpose::OwnLayer => self.annotator(&self.first.clone()).map(Answer::OwnLayer),
        }
    }

    /// The annotator of that name. `None` if the name is invalid; the reason is shown.
    fn annotator(&mut self, name: &str) -> Option<Annotator> {
        let parsed = Annotator::parse(name.trim());
        parsed.map_err(|error| self.refuse(format!("Invalid name: {error}."))).ok()
    }
}
