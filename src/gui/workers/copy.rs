//! Writes a copy of the set elsewhere, on a thread of its own: the others may wait for a disk that does not respond.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::Builder;

use super::message::{Message, Sender};
use super::worker::Worker;
use crate::host;
use crate::model::Document;

/// Starts writing the copy; [`Message::Copied`] is sent when that is over.
///
/// # Errors
/// If the system gives no thread.
pub fn start(sender: &Sender, root: PathBuf, document: Arc<Document>, revision: u64) -> std::io::Result<()> {
    let sender = sender.clone();
    let run = move || {
        let failed = Err("an error inside Dicta".to_owned());
        let result = Worker::task("dicta-copy", &sender).run(None, || host::save_copy(&root, &document)).unwrap_or(failed);
        sender.send(Message::Copied { revision, root, result });
    };
    Builder::new().name("dicta-copy".to_owned()).spawn(run).map(|_| ())
}
