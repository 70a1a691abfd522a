//! Defines [`Target`]: for what somebody is being chosen.

use egui::Rect;

use crate::model::{ActorId, Annotation, AnnotationId, Label};
use crate::session::input::action::Participant;
use crate::session::{Session, Slot, slot_of};

/// For what somebody is being chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A slot of an annotation of the open article; who is chosen joins those who are there, or takes their place.
    Slot { id: AnnotationId, slot: Slot, joins: bool },
    /// Whom a mention names.
    Mention(AnnotationId),
    /// Whom an annotation is about, one more.
    About(AnnotationId),
    /// The actor that an actor is a part of.
    PartOf(ActorId),
    /// Who belongs to a group, one more.
    Member(ActorId),
    /// Whose words are searched.
    SearchSpeaker,
    /// Whom the ticked hits of a search name.
    SearchMention,
    /// Whose the annotations are in which the ticked hits stand.
    SearchCredit,
}

/// A wish to choose somebody, and beside what on the screen; nothing means beside the annotation in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub target: Target,
    pub at: Option<Rect>,
}

impl Target {
    /// The target for a participant of the selected annotation, or of the one at the caret. `None` if there is no annotation.
    #[must_use]
    pub fn of(session: &Session, participant: Participant) -> Option<Self> {
        // With words selected they are the name of whoever says what was selected before.
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

    /// What a click on the annotation's name is about.
    #[must_use]
    pub fn who(annotation: &Annotation) -> Self {
        let id = annotation.id.clone();
        match annotation.label {
            Label::Actor => Self::Mention(id),
            Label::Quote | Label::Claim => Self::Slot { id, slot: Slot::Speaker, joins: false },
        }
    }

    /// The annotation concerned.
    #[must_use]
    pub fn annotation(&self) -> Option<&AnnotationId> {
        match self {
            Self::Slot { id, .. } | Self::Mention(id) | Self::About(id) => Some(id),
            Self::PartOf(_) | Self::Member(_) | Self::SearchSpeaker | Self::SearchMention | Self::SearchCredit => None,
        }
    }

    /// Whether it is still there.
    #[must_use]
    pub fn stands(&self, session: &Session) -> bool {
        match self {
            Self::Slot { id, .. } | Self::Mention(id) | Self::About(id) => {
                session.layer().is_some_and(|layer| layer.get(id).is_some())
            }
            Self::SearchSpeaker | Self::SearchMention | Self::SearchCredit => true,
            Self::PartOf(actor) | Self::Member(actor) => session.document().register.get(actor).is_some(),
        }
    }

    /// What is asked, in words.
    #[must_use]
    pub fn question(&self, session: &Session) -> String {
        let held = self.annotation().and_then(|id| session.layer()?.get(id));
        match self {
            Self::Slot { slot: Slot::Speaker, joins, .. } => {
                let more = *joins && held.is_some_and(|annotation| !slot_of(annotation, Slot::Speaker).is_empty());
                if more { "Who else says it?".to_owned() } else { "Who says it?".to_owned() }
            }
            Self::Slot { slot: Slot::Reporter, .. } => "Who reports it?".to_owned(),
            Self::Slot { slot: Slot::Addressee, .. } => "To whom is it said?".to_owned(),
            Self::Mention(_) => {
                let words = held.map(|annotation| annotation.beginning(32)).unwrap_or_default();
                format!("Who is “{words}”?")
            }
            Self::About(_) => "Whom is it about?".to_owned(),
            Self::SearchSpeaker => "Whose words?".to_owned(),
            Self::SearchMention => "Whom do the ticked places name?".to_owned(),
            Self::SearchCredit => "Who says what is ticked, or is named?".to_owned(),
            Self::PartOf(actor) => format!("What is {} a part of?", session.document().register.name(actor)),
            Self::Member(actor) => format!("Who belongs to {}?", session.document().register.name(actor)),
        }
    }
}

/// The selected words of the open article.
#[must_use]
pub fn selected(session: &Session) -> Option<String> {
    let text = &session.article()?.text;
    session.selection().trimmed(text).map(|span| text.slice(span).to_owned())
}
