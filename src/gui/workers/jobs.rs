//! The threads for long jobs on a snapshot: one for searches, one for suggestions and quotations.

use super::message::Message;
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::session::{self, ProposeJob, QuotationsFound, QuotationsJob, Report};

/// A search in the set with this number.
#[derive(Debug)]
pub struct Search {
    pub set: u64,
    pub job: session::Job,
}

/// A job on articles of the set with this number.
#[derive(Debug)]
pub enum Suggest {
    Suggestions { set: u64, job: ProposeJob },
    Quotations { set: u64, job: QuotationsJob },
}

/// Runs searches until the queue is closed.
pub fn search(queue: &Queue<Search>, task: &Task) {
    while queue.wait(None, false) == Woken::Work {
        let Some(Search { set, job }) = queue.take() else { continue };
        let found = |findings| Message::Report { set, report: Report::Found(findings) };
        task.run(Some(found(job.given_up())), || {
            job.run(|findings| {
                task.sender().send(found(findings));
                true
            });
        });
    }
}

/// Finds suggestions and quotations until the queue is closed.
pub fn suggest(queue: &Queue<Suggest>, task: &Task) {
    while queue.wait(None, false) == Woken::Work {
        let Some(next) = queue.take() else { continue };
        let (set, failure) = match &next {
            Suggest::Suggestions { set, .. } => (*set, None),
            Suggest::Quotations { set, .. } => (*set, Some(Report::Quotations(QuotationsFound::none()))),
        };
        let report = |report| Message::Report { set, report };
        let run = || match next {
            Suggest::Suggestions { job, .. } => Report::Proposed(Box::new(job.run())),
            Suggest::Quotations { job, .. } => Report::Quotations(job.run()),
        };
        if let Some(found) = task.run(failure.map(report), run) {
            task.sender().send(report(found));
        }
    }
}
