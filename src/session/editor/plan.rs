//! Defines [`Plan`]: what a feature wants to change, before anything is changed.

use super::gesture::GestureKind;
use crate::edit::Edit;
use crate::model::AnnotationId;
use crate::session::input::notice::Message;
use crate::text::ByteOffset;

/// A step that a feature proposes: edits under one name, and what to do after they were applied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is done, for a person: `tag as quote`.
    pub name: String,
    /// Applied in this order, all or none. A plan without edits changes nothing.
    pub edits: Vec<Edit>,
    /// Makes the edits part of the previous step if that was the same gesture.
    pub gesture: Option<GestureKind>,
    /// Where the caret goes after the step, with nothing selected.
    pub caret: Option<ByteOffset>,
    /// The annotation of the open article that is selected after the step.
    pub select: Option<AnnotationId>,
    /// What is shown after the step, in this order.
    pub say: Vec<Message>,
}

impl Plan {
    /// A plan that applies `edits` and nothing else.
    pub fn new(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, ..Self::default() }
    }

    /// The same plan as a change of this gesture.
    #[must_use]
    pub fn gesture(mut self, gesture: Option<GestureKind>) -> Self {
        self.gesture = gesture;
        self
    }

    /// The same plan, with the caret at `at` afterwards.
    #[must_use]
    pub fn caret(mut self, at: ByteOffset) -> Self {
        self.caret = Some(at);
        self
    }

    /// The same plan, with this annotation selected afterwards.
    #[must_use]
    pub fn select(mut self, id: AnnotationId) -> Self {
        self.select = Some(id);
        self
    }

    /// The same plan, with a further message afterwards.
    #[must_use]
    pub fn say(mut self, message: Message) -> Self {
        self.say.push(message);
        self
    }
}

/// Why a feature has no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlan {
    /// There is nothing to do, and nothing to say about it.
    Nothing,
    /// With the reason, for a person.
    Say(Message),
    /// This annotation of the open article is there already; it is selected, and the message is shown.
    Exists(AnnotationId, Message),
}

impl NoPlan {
    /// A reason that goes away by itself.
    pub fn info(text: impl Into<String>) -> Self {
        Self::Say(Message::info(text))
    }

    /// A reason that stays until it is dismissed.
    pub fn warning(text: impl Into<String>) -> Self {
        Self::Say(Message::warning(text))
    }
}

/// What a feature returns.
pub type Planned = Result<Plan, NoPlan>;

/// What became of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The edits were applied.
    Done,
    /// The plan has no edits.
    Nothing,
    /// Nothing was changed; the message says why.
    Refused(Message),
}
