//! Who annotates: the change of annotator, and the question that has to be answered before the first change of a set.

use crate::model::{Annotator, Timestamp};
use crate::session::input::notice::Severity;
use crate::session::state::{Access, Session};

impl Session {
    /// How often the question who annotates was raised: once at the opening of the set, and at each attempt to change
    /// something before it is answered. 0 if the session never asked.
    pub fn asks_who(&self) -> u64 {
        self.asked
    }

    /// Has the person annotate under this name from now on. This answers the question who annotates.
    ///
    /// If the set has an annotator whose name differs only by capital letters, that one's name is used.
    pub(in crate::session) fn annotate_as(&mut self, annotator: Annotator, now: Timestamp) {
        let annotator = self.document.namesake(&annotator).cloned().unwrap_or(annotator);
        if matches!(self.access, Access::Asks(_)) {
            self.access = Access::ReadWrite;
        }
        if self.annotator == annotator {
            return;
        }
        self.annotator = annotator;
        self.current = None;
        self.last = None;
        // What is typed next is a step of somebody else.
        self.gesture = None;
        self.notify(Severity::Info, format!("You annotate as “{}” now", self.annotator), now);
    }

    /// Whether the set may be changed; if not, says why, or raises the question who annotates.
    pub(in crate::session) fn may_edit(&mut self, now: Timestamp) -> bool {
        let (severity, text) = match &self.access {
            Access::ReadWrite => return true,
            Access::ReadOnly(reason) => (Severity::Warning, format!("This set is open for reading only: {reason}")),
            Access::Asks(_) => {
                self.asked += 1;
                (Severity::Info, "Nothing was changed: say first who annotates here".to_owned())
            }
        };
        self.notify(severity, text, now);
        false
    }
}
