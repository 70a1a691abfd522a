//! Writes panics to a log file, with place and backtrace.

use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

use crate::storage;

/// Name of the log file in the state folder.
const FILE: &str = "panics.log";
/// Maximum length of the message and of the backtrace of one entry, in bytes.
const MESSAGE: usize = 500;
const BACKTRACE: usize = 48 << 10;

/// Installs a panic hook that adds every panic to the log in the state folder and then calls the previous hook.
pub fn install(state_dir: &Path) {
    let (path, before) = (state_dir.join(FILE), panic::take_hook());
    panic::set_hook(Box::new(move |info| {
        let kept = storage::append_to_log(&path, &entry(info));
        before(info);
        match kept {
            Ok(()) => eprintln!("dicta: the details are in “{}”", path.display()),
            Err(error) => eprintln!("dicta: the details could not be written to “{}”: {error}", path.display()),
        }
    }));
}

/// The path of the log in the state folder; `None` if there is no log.
#[must_use]
pub fn find(state_dir: &Path) -> Option<PathBuf> {
    Some(state_dir.join(FILE)).filter(|path| path.is_file())
}

fn entry(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let message = match (payload.downcast_ref::<&'static str>(), payload.downcast_ref::<String>()) {
        (Some(fixed), _) => (*fixed).to_owned(),
        (None, Some(made)) => without_quoted(made),
        (None, None) => "no reason given".to_owned(),
    };
    let thread = std::thread::current();
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let backtrace = Backtrace::force_capture().to_string();
    format!(
        "{} Dicta {} ({} {}), thread {}, at {place}:\n{}\n{}\n\n",
        jiff::Timestamp::now(),
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        cut(&message, MESSAGE),
        cut(backtrace.trim_end(), BACKTRACE),
    )
}

/// The message without anything in quotation marks or backticks. The standard library quotes the string on which an operation
/// failed, and the text of an article must not get into a log.
fn without_quoted(message: &str) -> String {
    const MARKS: [char; 6] = ['`', '"', '“', '”', '«', '»'];
    let (Some(first), Some(last)) = (message.find(MARKS), message.rfind(MARKS)) else { return message.to_owned() };
    let after = message.get(last..).unwrap_or_default().trim_start_matches(MARKS);
    format!("{}[…]{after}", message.get(..first).unwrap_or_default())
}

fn cut(text: &str, limit: usize) -> &str {
    text.get(..text.floor_char_boundary(limit)).unwrap_or_default()
}
