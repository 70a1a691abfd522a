//! Writes a copy of the set elsewhere, on a thread of its own: the others may wait for a disk that does not respond.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::Builder;

use super::message::{Message, Sender};
use super::worker::Worker;
use crate::host::{self, LexiconFile};
use crate::model::Document;

/// The contents of a copy.
#[derive(Clone, Debug)]
pub struct Original {
    pub document: Arc<Document>,
    pub lexicons: Arc<Vec<LexiconFile>>,
}

/// Starts writing the copy; [`Message::Copied`] is sent at the end.
///
/// # Errors
/// If the thread cannot be spawned.
pub fn start(sender: &Sender, root: PathBuf, original: Original, revision: u64) -> std::io::Result<()> {
    let sender = sender.clone();
    let run = move || {
        let failed = Err("an error inside Dicta".to_owned());
        let save = || host::save_copy(&root, &original.document, &original.lexicons);
        let result = Worker::task("dicta-copy", &sender).run(None, save).unwrap_or(failed);
        sender.send(Message::Copied { revision, root, result });
    };
    Builder::new().name("dicta-copy".to_owned()).spawn(run).map(|_| ())
}
