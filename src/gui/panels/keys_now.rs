//! Says which keys matter right now: it depends on whether words, an annotation, a field or nothing has the attention.

use crate::model::{Annotation, Label};
use crate::session::{Action, Session};

/// Keys, and what they do in a word or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHint {
    pub keys: Vec<String>,
    pub words: String,
    /// What a click on the hint does.
    pub action: Option<Action>,
}

fn one(action: Action, words: &str) -> KeyHint {
    KeyHint { keys: vec![action.key()], words: words.to_owned(), action: Some(action) }
}

fn two(actions: [Action; 2], words: &str) -> KeyHint {
    KeyHint { keys: actions.iter().map(|a| a.key()).collect(), words: words.to_owned(), action: None }
}

/// What is asked of the selected annotation: who, its values, and the other end of a link.
fn asked(session: &Session, annotation: &Annotation) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    let held = session.held().filter(|(_, id)| *id != annotation.id);
    if let Some((_, other)) = held.and_then(|end| session.find(end)) {
        match session.next_link_kind(other.label, annotation.label) {
            Some(kind) => {
                keys.push(one(Action::HoldLink, &format!("link as {}", kind.title())));
                keys.push(one(Action::NextLinkKind, "another kind"));
            }
            None => keys.push(one(Action::HoldLink, "these two cannot be linked")),
        }
    }
    let is_mention = annotation.label == Label::Actor;
    // Whose actor is known needs no likely one.
    let likely = if annotation.actor.is_some() { 0 } else { session.likely(annotation).len() };
    if likely > 0 {
        let digits = if likely == 1 { "1".to_owned() } else { format!("1–{likely}") };
        let words = match annotation.label {
            Label::Quote => "likely speaker",
            Label::Claim => "likely source",
            Label::Actor => "likely actor",
        };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    keys.push(one(Action::ChooseWho, if is_mention { "who is it?" } else { "who says it?" }));
    if !is_mention && annotation.details.cue().is_none() {
        keys.push(one(Action::MarkCue, "cue"));
    }
    keys.push(one(Action::ChooseValues, "values"));
    if !is_mention && held.is_none() {
        keys.push(one(Action::HoldLink, "link"));
    }
    keys
}

/// What can be done with the candidate that is looked at, which has so many proposed speakers.
fn at_candidate(speakers: usize) -> Vec<KeyHint> {
    let mut keys = vec![one(Action::NextCandidate, "next candidate")];
    if speakers > 0 {
        let digits = if speakers == 1 { "1".to_owned() } else { format!("1–{}", speakers.min(9)) };
        keys.push(KeyHint { keys: vec![digits], words: "accept with speaker".to_owned(), action: None });
    }
    keys.extend([
        one(Action::TagQuote, "without speaker"),
        one(Action::RejectCandidate, "not a quote"),
        KeyHint {
            keys: [Action::StartLeft, Action::StartRight, Action::EndLeft, Action::EndRight].map(Action::key).to_vec(),
            words: "edges".to_owned(),
            action: None,
        },
        one(Action::Widen, "widen"),
    ]);
    keys
}

/// The keys that matter now, the most useful first.
#[must_use]
pub fn keys_now(session: &Session, typing: bool) -> Vec<KeyHint> {
    let Some(article) = session.article() else {
        return vec![one(Action::AddFiles, "add articles"), one(Action::OpenSet, "open a folder")];
    };
    if typing {
        return vec![one(Action::Escape, "back to the text"), one(Action::Undo, "undo")];
    }
    if let Some(candidate) = session.candidate() {
        return at_candidate(candidate.speakers.len());
    }
    if session.selection().trimmed(&article.text).is_some() {
        let mut keys = vec![
            one(Action::SelectWordRight, "a word more"),
            one(Action::SelectWordLeft, "a word less"),
            one(Action::Copy, "copy"),
            one(Action::Escape, "drop the selection"),
        ];
        if session.joins().is_some_and(|annotation| annotation.label != Label::Actor) {
            keys.insert(0, one(Action::MarkCue, "cue"));
            keys.insert(1, one(Action::SpeakerUnnamed, "unnamed source"));
        }
        if let Some(annotation) = session.joins() {
            let words: String = annotation.words().chars().take(18).collect();
            keys.insert(0, one(Action::AddFragment, &format!("add to “{words}…”")));
        }
        return keys;
    }
    if let Some(annotation) = session.current() {
        let mut keys = asked(session, annotation);
        keys.extend([
            two([Action::StartLeft, Action::StartRight], "start"),
            two([Action::EndLeft, Action::EndRight], "end"),
            one(Action::EditNote, "note"),
            one(Action::ToggleUnsure, "unsure"),
            one(Action::NextAnnotation, "next"),
            one(Action::Delete, "delete"),
        ]);
        if session.at_caret().len() > 1 {
            keys.insert(0, one(Action::NextAtCaret, "the other one here"));
        }
        return keys;
    }
    let done = session.layer().is_some_and(|layer| layer.done);
    let mut keys = Vec::new();
    if !session.candidates().is_empty() {
        keys.push(one(Action::NextCandidate, "next candidate"));
    }
    keys.extend([
        one(Action::SelectWord, "select the word"),
        one(Action::SelectSentence, "the sentence"),
        one(Action::NextAnnotation, "next annotation"),
        one(Action::ToggleDone, if done { "not done" } else { "done" }),
        one(Action::NextArticle, "next article"),
        one(Action::TagNames, "tag the names"),
    ]);
    keys
}
