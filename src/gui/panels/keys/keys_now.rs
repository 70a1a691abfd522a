//! The keys that are useful now: for a suggestion, selected words, an annotation, a field, or nothing.

use crate::model::{Annotation, Label};
use crate::session::{Action, Keymap, Session};

/// A key cap of a hint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cap {
    /// The current key of an action.
    Of(Action),
    /// The range from the key of the first action to that of the last.
    Range(Action, Action),
    /// A key that cannot be changed.
    Fixed(&'static str),
}

impl Cap {
    /// The text of the cap.
    #[must_use]
    pub fn words(&self, keys: &Keymap) -> String {
        match self {
            Self::Of(action) => keys.key(*action),
            Self::Range(first, last) => format!("{}–{}", keys.key(*first), keys.key(*last)),
            Self::Fixed(words) => (*words).to_owned(),
        }
    }
}

/// Keys, and what they do in a word or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHint {
    pub keys: Vec<Cap>,
    pub words: String,
    /// The action that a click on the hint runs.
    pub action: Option<Action>,
}

fn one(action: Action, words: &str) -> KeyHint {
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: Some(action) }
}

fn two(actions: [Action; 2], words: &str) -> KeyHint {
    KeyHint { keys: actions.map(Cap::Of).to_vec(), words: words.to_owned(), action: None }
}

/// Keys of the selected annotation: its speaker or actor, its attributes, and the other end of a link.
fn asked(session: &Session, annotation: &Annotation) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    let held = session.held().filter(|(_, id)| *id != annotation.id);
    if let Some((_, other)) = held.and_then(|end| session.find(end)) {
        match session.next_link_kind(other.label, annotation.label) {
            Some(kind) => {
                keys.push(one(Action::HoldLink, &format!("Link as {}", kind.title())));
                keys.push(one(Action::NextLinkKind, "Change type"));
            }
            None => keys.push(one(Action::HoldLink, "Cannot be linked")),
        }
    }
    let is_mention = annotation.label == Label::Actor;
    let likely = session.offered_speakers(annotation).len();
    if likely > 0 {
        let last = Action::SPEAKERS.get(likely - 1).copied().unwrap_or(Action::Speaker9);
        let digits = if likely == 1 { Cap::Of(Action::Speaker1) } else { Cap::Range(Action::Speaker1, last) };
        let words = match annotation.label {
            Label::Quote => "Likely speaker",
            Label::Claim => "Likely source",
            Label::Actor => "Likely actor",
        };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    keys.push(one(Action::ChooseWho, if is_mention { "Who is it?" } else { "Who says it?" }));
    if !is_mention && annotation.details.cue().is_none() {
        keys.push(one(Action::MarkCue, "Cue"));
    }
    if annotation.label == Label::Quote {
        keys.push(one(Action::ClaimOfQuote, "Make claim"));
    }
    keys.push(one(Action::ChooseValues, "Attributes"));
    if !is_mention && held.is_none() {
        keys.push(one(Action::HoldLink, "Link"));
    }
    keys
}

/// Keys of the current suggestion; `speakers` is the number of its likely speakers.
fn at_suggestion(session: &Session, label: Label, speakers: usize) -> Vec<KeyHint> {
    let claims = label == Label::Claim;
    let next = if claims { Action::NextClaim } else { Action::NextSuggestion };
    let mut keys = vec![one(next, "Next suggestion")];
    if speakers > 0 {
        let last = Action::SPEAKERS.get(speakers.min(Action::SPEAKERS.len()) - 1).copied().unwrap_or(Action::Speaker9);
        let digits = if speakers == 1 { Cap::Of(Action::Speaker1) } else { Cap::Range(Action::Speaker1, last) };
        let words = if claims { "Accept with source" } else { "Accept with speaker" };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    if claims {
        keys.extend([
            one(Action::SpeakerAuthor, "Article"),
            one(Action::TagClaim, "Without source"),
            one(Action::RejectSuggestion, "Reject"),
        ]);
    } else {
        keys.extend([
            one(Action::TagQuote, "Without speaker"),
            one(Action::RejectSuggestion, "Reject"),
            one(Action::TagClaim, "Also a claim"),
        ]);
        if session.joins().is_some_and(|last| last.label == Label::Quote) {
            keys.push(one(Action::ClaimOfQuote, "Make claim of previous"));
        }
    }
    keys.extend([
        KeyHint {
            keys: [Action::StartLeft, Action::StartRight, Action::EndLeft, Action::EndRight].map(Cap::Of).to_vec(),
            words: "Adjust".to_owned(),
            action: None,
        },
        one(Action::Widen, "Expand"),
    ]);
    keys
}

/// The keys that are useful now, the most useful first.
#[must_use]
pub fn keys_now(session: &Session, typing: bool) -> Vec<KeyHint> {
    let Some(article) = session.article() else {
        return vec![one(Action::AddFiles, "Add articles"), one(Action::OpenSet, "Open folder")];
    };
    if typing {
        return vec![one(Action::Escape, "Back to text"), one(Action::Undo, "Undo")];
    }
    if let Some((label, suggestion)) = session.walks().zip(session.suggestion()) {
        return at_suggestion(session, label, suggestion.speakers.len());
    }
    if session.selection().trimmed(&article.text).is_some() {
        let mut keys = vec![
            one(Action::SelectWordRight, "Extend by a word"),
            one(Action::SelectWordLeft, "Shrink by a word"),
            one(Action::Copy, "Copy"),
            one(Action::Escape, "Clear selection"),
        ];
        if session.joins().is_some_and(|annotation| annotation.label != Label::Actor) {
            keys.insert(0, one(Action::MarkCue, "Cue"));
            keys.insert(1, one(Action::SpeakerUnnamed, "Unnamed source"));
        }
        if let Some(annotation) = session.joins() {
            let words: String = annotation.words().chars().take(18).collect();
            keys.insert(0, one(Action::AddFragment, &format!("Add to “{words}…”")));
        }
        return keys;
    }
    if let Some(annotation) = session.current() {
        let mut keys = asked(session, annotation);
        keys.extend([
            two([Action::StartLeft, Action::StartRight], "Start"),
            two([Action::EndLeft, Action::EndRight], "End"),
            one(Action::EditNote, "Note"),
            one(Action::ToggleUnsure, "Unsure"),
            one(Action::NextAnnotation, "Next"),
            one(Action::Delete, "Delete"),
        ]);
        if session.at_caret().len() > 1 {
            keys.insert(0, one(Action::NextAtCaret, "Next overlapping"));
        }
        return keys;
    }
    let done = session.layer().is_some_and(|layer| layer.done);
    let mut keys = Vec::new();
    if !session.suggestions().is_empty() {
        keys.push(one(Action::NextSuggestion, "Next suggestion"));
    }
    if !session.claim_suggestions().is_empty() {
        keys.push(one(Action::NextClaim, "Next claim suggestion"));
    }
    keys.extend([
        one(Action::SelectWord, "Select word"),
        one(Action::SelectSentence, "Select sentence"),
        one(Action::NextAnnotation, "Next annotation"),
        one(Action::ToggleDone, if done { "Not done" } else { "Done" }),
        one(Action::NextArticle, "Next article"),
        one(Action::TagNames, "Tag names"),
    ]);
    keys
}
