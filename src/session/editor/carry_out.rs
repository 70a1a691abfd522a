//! Runs the plans of features on the document, and shows what they say.

use super::plan::{NoPlan, Outcome, Plan, Planned};
use crate::model::Timestamp;
use crate::session::input::now::Now;
use crate::session::state::Session;

impl Session {
    /// Runs a plan, then moves the caret, selects and shows messages as it says. Returns whether the document changed.
    ///
    /// If there is no plan or its edits are refused, only the reason is shown.
    pub(in crate::session) fn carry_out(&mut self, planned: Planned, now: Timestamp) -> bool {
        let mut plan = match planned {
            Ok(plan) => plan,
            Err(NoPlan::Nothing) => return false,
            Err(NoPlan::Exists(id, message)) => {
                self.select_annotation(Some(id));
                self.say(message, now);
                return false;
            }
            Err(NoPlan::Say(message)) => {
                self.say(message, now);
                return false;
            }
        };
        let (caret, select, say) = (plan.caret, plan.select.take(), std::mem::take(&mut plan.say));
        match self.run_plan(plan, now) {
            Outcome::Done => {}
            Outcome::Nothing => return false,
            Outcome::Refused(message) => {
                self.say(message, now);
                return false;
            }
        }
        if let Some(at) = caret {
            self.cursor.put_caret(at);
        }
        if select.is_some() {
            self.select_annotation(select);
        }
        for message in say {
            self.say(message, now);
        }
        true
    }

    /// Runs a plan after which nothing else has to be done.
    pub(in crate::session) fn apply(&mut self, planned: Planned, now: Timestamp) {
        self.carry_out(planned, now);
    }

    fn run_plan(&mut self, plan: Plan, now: Timestamp) -> Outcome {
        self.editor.run(plan, Now { wall: now, ticks: self.notices.ticks() })
    }
}
