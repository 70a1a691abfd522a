//! Defines [`Target`]: what an actor is chosen for.

use egui::Rect;

use crate::model::{ActorId, Annotation, AnnotationId, Label};
use crate::session::input::action::Participant;
use crate::session::{Session, Slot, slot_of};

/// What an actor is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A slot of an annotation in the open article; the choice is added to the entries, or replaces them.
    Slot { id: AnnotationId, slot: Slot, joins: bool },
    /// The actor of a mention.
    Mention(AnnotationId),
    /// One more actor that an annotation is about.
    About(AnnotationId),
    /// The actor of which this actor is a part.
    PartOf(ActorId),
    /// One more member of a group.
    Member(ActorId),
    /// The speaker to whom the search is limited.
    SearchSpeaker,
    /// The actor mentioned by the selected search results.
    SearchMention,
    /// The speaker or actor of the annotations that contain the selected results.
    SearchCredit,
}

/// A request to open the picker. `at` is the rectangle beside which it opens; `None` for the annotation in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub target: Target,
    pub at: Option<Rect>,
}

impl Target {
    /// The target for a participant of the selected annotation, or of the one at the caret. `None` if there is no annotation.
    #[must_use]
    pub fn of(session: &Session, participant: Participant) -> Option<Self> {
        // Selected words name the speaker of the annotation that was selected before.
        let selected = selected(session).is_some();
        let joins = session.joins().filter(|annotation| selected && annotation.label != Label::Actor);
        let annotation = joins.or_else(|| session.asked())?;
        let id = annotation.id.clone();
        if annotation.label == Label::Actor {
            return Some(Self::Mention(id));
        }
        let (slot, joins) = match participant {
            Participant::Speaker => (Slot::Speaker, false),
            Participant::AnotherSpeaker => (Slot::Speaker, true),
            Participant::Reporter => (Slot::Reporter, true),
            Participant::Addressee => (Slot::Addressee, true),
            Participant::About => return Some(Self::About(id)),
        };
        Some(Self::Slot { id, slot, joins })
    }

    /// The target of a click on an annotation's speaker or actor.
    #[must_use]
    pub fn who(annotation: &Annotation) -> Self {
        let id = annotation.id.clone();
        match annotation.label {
            Label::Actor => Self::Mention(id),
            Label::Quote | Label::Claim => Self::Slot { id, slot: Slot::Speaker, joins: false },
        }
    }

    /// The annotation of the target.
    #[must_use]
    pub fn annotation(&self) -> Option<&AnnotationId> {
        match self {
            Self::Slot { id, .. } | Self::Mention(id) | Self::About(id) => Some(id),
            Self::PartOf(_) | Self::Member(_) | Self::SearchSpeaker | Self::SearchMention | Self::SearchCredit => None,
        }
    }

    /// Whether the target still exists.
    #[must_use]
    pub fn exists(&self, session: &Session) -> bool {
        match self {
            Self::Slot { id, .. } | Self::Mention(id) | Self::About(id) => {
                session.layer().is_some_and(|layer| layer.get(id).is_some())
            }
            Self::SearchSpeaker | Self::SearchMention | Self::SearchCredit => true,
            Self::PartOf(actor) | Self::Member(actor) => session.document().register.get(actor).is_some(),
        }
    }

    /// The question that the picker shows.
    #[must_use]
    pub fn question(&self, session: &Session) -> String {
        let held = self.annotation().and_then(|id| session.layer()?.get(id));
        match self {
            Self::Slot { slot: Slot::Speaker, joins, .. } => {
                let more = *joins && held.is_some_and(|annotation| !slot_of(annotation, Slot::Speaker).is_empty());
                if more { "Who else says it?".to_owned() } else { "Who says it?".to_owned() }
            }
            Self::Slot { slot: Slot::Reporter, .. } => "Who reports it?".to_owned(),
            Self::Slot { slot: Slot::Addressee, .. } => "Who is it said to?".to_owned(),
            Self::Mention(_) => {
                let words = held.map(|annotation| annotation.beginning(32)).unwrap_or_default();
                format!("Who is “{words}”?")
            }
            Self::About(_) => "Who is it about?".to_owned(),
            Self::SearchSpeaker => "Which speaker?".to_owned(),
            Self::SearchMention => "Which actor do the selected results mention?".to_owned(),
            Self::SearchCredit => "Who is the speaker, or the actor mentioned?".to_owned(),
            Self::PartOf(actor) => format!("What is {} part of?", session.document().register.name(actor)),
            Self::Member(actor) => format!("Who belongs to {}?", session.document().register.name(actor)),
        }
    }
}

/// The words selected in the open article.
#[must_use]
pub fn selected(session: &Session) -> Option<String> {
    let text = &session.article()?.text;
    session.selection().trimmed(text).map(|span| text.slice(span).to_owned())
}
