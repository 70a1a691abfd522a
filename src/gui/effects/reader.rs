//! The thread that reads: what paths are, sets, article files.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use super::look::look;
use super::news::{Herald, News, Ready};
use super::table;
use crate::host::{self, Brought};
use crate::session::{self, Report};

/// What the reader is to do, in order.
#[derive(Debug)]
pub enum Job {
    /// Say what these paths are; `add` comes back with the answer: they are meant for the open set.
    Look { paths: Vec<PathBuf>, add: bool },
    /// Open the set and read the articles that are to come into it.
    Open { root: PathBuf, from: Vec<PathBuf> },
    /// Make the set unless it is there, then open it likewise.
    Create { root: PathBuf, from: Vec<PathBuf> },
    /// Read articles for the open set.
    Bring(Vec<PathBuf>),
    /// Write a table to a file that is not there yet.
    WriteTable { path: PathBuf, bytes: Vec<u8> },
    /// Search the set with that number for a review.
    Search { set: u64, search: session::Job },
    /// Look for candidates in an article of the set with that number.
    Propose { set: u64, search: session::ProposeJob },
    /// Look for the quotation marks of articles of the set with that number.
    Quotations { set: u64, search: session::QuotationsJob },
}

/// Works until the window is gone.
pub(super) fn work(jobs: &Receiver<Job>, herald: &Herald, state_dir: &Path) {
    for job in jobs {
        let news = match job {
            Job::Look { paths, add } => News::Looked { found: look(&paths), add },
            Job::Open { root, from } => open(root, &from, state_dir, herald),
            Job::Create { root, from } => match host::create(&root) {
                Ok(()) => open(root, &from, state_dir, herald),
                Err(reason) => News::NotOpened { root, reason },
            },
            Job::Search { set, search } => {
                search.run(|findings| {
                    herald.tell(News::Written { set, report: Report::Found(findings) });
                    true
                });
                continue;
            }
            Job::Propose { set, search } => News::Written { set, report: Report::Proposed(Box::new(search.run())) },
            Job::Quotations { set, search } => News::Written { set, report: Report::Quotations(search.run()) },
            Job::WriteTable { path, bytes } => News::TableWritten(table::write(path, &bytes)),
            Job::Bring(paths) => News::Brought(host::bring(&paths, &progress(herald))),
        };
        herald.tell(news);
    }
}

fn open(root: PathBuf, from: &[PathBuf], state_dir: &Path, herald: &Herald) -> News {
    // The articles first: reading them cannot leave a set locked.
    let brought = if from.is_empty() { Brought::default() } else { host::bring(from, &progress(herald)) };
    match host::open(&root, state_dir, &progress(herald)) {
        Ok(opened) => News::Ready(Box::new(Ready { opened, brought })),
        Err(reason) => News::NotOpened { root, reason },
    }
}

/// Tells of every hundredth part, so that a large set does not draw a frame for each of its files.
fn progress(herald: &Herald) -> impl Fn(usize, usize) + '_ {
    let told = Cell::new(usize::MAX);
    move |done, total| {
        let part = done * 100 / total.max(1);
        if told.replace(part) != part {
            herald.mention(News::Progress { done, total });
        }
    }
}
