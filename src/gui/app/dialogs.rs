//! Shows the file dialogs of the system without blocking the window, and detects a system without file dialogs.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use pollster::block_on;

use super::App;
use crate::gui::state::view::Overlay;
use crate::gui::widgets::prompt::Purpose;

/// A dialog that closes sooner did not open: a person cannot cancel it so fast.
const UNSEEN: Duration = Duration::from_millis(300);

/// The kind of dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    OpenFolder,
    AddFiles,
    AddFolder,
}

/// The result of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Picked(Vec<PathBuf>),
    Cancelled,
    /// The system has no file dialogs, which shows only in the short time.
    DidNotOpen,
}

/// At most one dialog at a time.
#[derive(Debug, Default)]
pub struct Dialogs {
    running: Option<(Question, Receiver<Answer>)>,
}

impl Dialogs {
    /// Shows a dialog, unless one is open. Must be called on the main thread, which some systems require.
    pub fn ask(&mut self, question: Question, folder: Option<PathBuf>, ctx: &egui::Context) {
        if self.running.is_some() {
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        let (sender, receiver) = sync_channel(1);
        let ctx = ctx.clone();
        let show = move |picked: &mut dyn FnMut() -> Option<Vec<rfd::FileHandle>>| {
            let begun = Instant::now();
            let answer = match picked() {
                Some(files) if !files.is_empty() => Answer::Picked(files.iter().map(|file| file.path().to_owned()).collect()),
                _ if begun.elapsed() < UNSEEN => Answer::DidNotOpen,
                _ => Answer::Cancelled,
            };
            let _ = sender.send(answer);
            ctx.request_repaint();
        };
        let thread = Builder::new().name("dicta-dialog".to_owned());
        let begun = match question {
            Question::OpenFolder => {
                let mut picked = Some(dialog.set_title("Open an annotation set or a folder of articles").pick_folder());
                thread.spawn(move || show(&mut || picked.take().and_then(block_on).map(|folder| vec![folder])))
            }
            Question::AddFolder => {
                let mut picked = Some(dialog.set_title("Add all articles of these folders").pick_folders());
                thread.spawn(move || show(&mut || picked.take().and_then(block_on)))
            }
            Question::AddFiles => {
                let dialog = dialog.add_filter("Text files", &["txt", "md", "text"]).add_filter("All files", &["*"]);
                let mut picked = Some(dialog.set_title("Add articles").pick_files());
                thread.spawn(move || show(&mut || picked.take().and_then(block_on)))
            }
        };
        if begun.is_ok() {
            self.running = Some((question, receiver));
        }
    }

    /// The result of the dialog, once. `None` while it is open.
    pub fn answer(&mut self) -> Option<(Question, Answer)> {
        let (question, receiver) = self.running.as_ref()?;
        let answer = match receiver.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Answer::DidNotOpen,
        };
        let question = *question;
        self.running = None;
        Some((question, answer))
    }
}

impl App {
    pub(in crate::gui) fn show_dialog(&mut self, question: Question, ctx: &egui::Context) {
        let folder = self.open.as_ref().and_then(|open| open.root.parent()).map(ToOwned::to_owned);
        self.dialogs.ask(question, folder, ctx);
    }

    pub(in crate::gui) fn poll_dialogs(&mut self, _ctx: &egui::Context) {
        let Some((question, answer)) = self.dialogs.answer() else { return };
        let add = question != Question::OpenFolder;
        match answer {
            Answer::Picked(paths) => self.inspect_paths(paths, add),
            Answer::Cancelled => {}
            Answer::DidNotOpen => {
                self.ask(Purpose::OpenPath { add }, "");
                if let Some(Overlay::Prompt(prompt)) = &mut self.view.overlay {
                    prompt.refuse("The file dialog did not open. Type a path instead.".to_owned());
                }
            }
        }
    }
}
