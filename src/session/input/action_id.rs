//! Names actions where keys are stored: an id that stays when an action's words or its place in the code change.

use super::action::{Action, TABLE};

/// Each row: the action, its id, and the name under which earlier versions stored its keys.
macro_rules! ids {
    ($($action:ident $id:literal $former:literal;)*) => {
        /// The action's id. It is written to files, so it must never change.
        #[must_use]
        pub const fn id(action: Action) -> &'static str {
            match action {
                $(Action::$action => $id,)*
            }
        }

        const fn former_name(action: Action) -> &'static str {
            match action {
                $(Action::$action => $former,)*
            }
        }
    };
}

/// The action with that id, or with that name in files of earlier versions.
#[must_use]
pub fn from_id(stored: &str) -> Option<Action> {
    let with = |name: fn(Action) -> &'static str| TABLE.iter().map(|spec| spec.action).find(|action| name(*action) == stored);
    with(id).or_else(|| with(former_name))
}

ids! {
    TagQuote "quote" "TagQuote";
    TagClaim "claim" "TagClaim";
    ClaimOfQuote "claim-of-quote" "ClaimOfQuote";
    TagActor "actor" "TagActor";
    TagNewActor "new-actor" "TagNewActor";
    MarkZone "not-article-text" "MarkZone";
    NextAtCaret "next-at-caret" "NextAtCaret";
    NextAnnotation "next-annotation" "NextAnnotation";
    PreviousAnnotation "previous-annotation" "PreviousAnnotation";
    StartLeft "start.left" "StartLeft";
    StartRight "start.right" "StartRight";
    EndLeft "end.left" "EndLeft";
    EndRight "end.right" "EndRight";
    StartWordLeft "start.word-left" "StartWordLeft";
    StartWordRight "start.word-right" "StartWordRight";
    EndWordLeft "end.word-left" "EndWordLeft";
    EndWordRight "end.word-right" "EndWordRight";
    AddFragment "add-fragment" "AddFragment";
    RemoveFragment "remove-fragment" "RemoveFragment";
    ToggleUnsure "toggle-unsure" "ToggleUnsure";
    Delete "delete" "Delete";
    NextSuggestion "next-candidate" "NextCandidate";
    PreviousSuggestion "previous-candidate" "PreviousCandidate";
    NextClaim "next-claim" "NextClaim";
    PreviousClaim "previous-claim" "PreviousClaim";
    RejectSuggestion "reject-candidate" "RejectCandidate";
    Speaker1 "speaker.1" "Speaker1";
    Speaker2 "speaker.2" "Speaker2";
    Speaker3 "speaker.3" "Speaker3";
    Speaker4 "speaker.4" "Speaker4";
    Speaker5 "speaker.5" "Speaker5";
    Speaker6 "speaker.6" "Speaker6";
    Speaker7 "speaker.7" "Speaker7";
    Speaker8 "speaker.8" "Speaker8";
    Speaker9 "speaker.9" "Speaker9";
    SpeakerUnnamed "speaker.unnamed" "SpeakerUnnamed";
    SpeakerAuthor "speaker.author" "SpeakerAuthor";
    SpeakerUnknown "speaker.unknown" "SpeakerUnknown";
    MarkCue "mark-cue" "MarkCue";
    MarkEditorial "mark-editorial" "MarkEditorial";
    MarkScare "mark-scare" "MarkScare";
    TagAllMentions "tag-all-mentions" "TagAllMentions";
    TagNames "tag-names" "TagNames";
    TagArticleMentions "tag-article-mentions" "TagArticleMentions";
    ChooseWho "choose-who" "ChooseWho";
    AddWho "add-who" "AddWho";
    ChooseReporter "choose-reporter" "ChooseReporter";
    ChooseAddressee "choose-addressee" "ChooseAddressee";
    ChooseAbout "choose-about" "ChooseAbout";
    ChooseValues "choose-values" "ChooseValues";
    ShowActor "show-actor" "ShowActor";
    HoldLink "hold-link" "HoldLink";
    NextLinkKind "next-link-kind" "NextLinkKind";
    LinkSame "link-same" "LinkSame";
    FollowLink "follow-link" "FollowLink";
    NextQuestion "next-question" "NextQuestion";
    PreviousQuestion "previous-question" "PreviousQuestion";
    EditNote "edit-note" "EditNote";
    Left "left" "Left";
    Right "right" "Right";
    WordLeft "word-left" "WordLeft";
    WordRight "word-right" "WordRight";
    SentenceLeft "sentence-left" "SentenceLeft";
    SentenceRight "sentence-right" "SentenceRight";
    ParagraphUp "paragraph-up" "ParagraphUp";
    ParagraphDown "paragraph-down" "ParagraphDown";
    TextStart "text-start" "TextStart";
    TextEnd "text-end" "TextEnd";
    LineUp "line-up" "LineUp";
    LineDown "line-down" "LineDown";
    LineStart "line-start" "LineStart";
    LineEnd "line-end" "LineEnd";
    PageUp "page-up" "PageUp";
    PageDown "page-down" "PageDown";
    SelectLeft "select.left" "SelectLeft";
    SelectRight "select.right" "SelectRight";
    SelectWordLeft "select.word-left" "SelectWordLeft";
    SelectWordRight "select.word-right" "SelectWordRight";
    SelectSentenceLeft "select.sentence-left" "SelectSentenceLeft";
    SelectSentenceRight "select.sentence-right" "SelectSentenceRight";
    SelectParagraphUp "select.paragraph-up" "SelectParagraphUp";
    SelectParagraphDown "select.paragraph-down" "SelectParagraphDown";
    SelectTextStart "select.text-start" "SelectTextStart";
    SelectTextEnd "select.text-end" "SelectTextEnd";
    SelectWord "select-word" "SelectWord";
    SelectSentence "select-sentence" "SelectSentence";
    Widen "widen" "Widen";
    Narrow "narrow" "Narrow";
    SelectAll "select-all" "SelectAll";
    Copy "copy" "Copy";
    Escape "back" "Escape";
    SelectLineUp "select.line-up" "SelectLineUp";
    SelectLineDown "select.line-down" "SelectLineDown";
    SelectLineStart "select.line-start" "SelectLineStart";
    SelectLineEnd "select.line-end" "SelectLineEnd";
    SelectPageUp "select.page-up" "SelectPageUp";
    SelectPageDown "select.page-down" "SelectPageDown";
    NextArticle "next-article" "NextArticle";
    PreviousArticle "previous-article" "PreviousArticle";
    ToggleDone "toggle-done" "ToggleDone";
    RemoveArticle "remove-article" "RemoveArticle";
    AddFiles "add-files" "AddFiles";
    AddFolder "add-folder" "AddFolder";
    PasteArticle "paste-article" "PasteArticle";
    EditDetails "edit-details" "EditDetails";
    FilterArticles "filter-articles" "FilterArticles";
    FilterAnnotations "filter-annotations" "FilterAnnotations";
    Undo "undo" "Undo";
    Redo "redo" "Redo";
    Save "save" "Save";
    OpenSet "open-set" "OpenSet";
    OpenPath "open-path" "OpenPath";
    SetDetails "set-details" "SetDetails";
    CloseSet "close-set" "CloseSet";
    Quit "quit" "Quit";
    Palette "palette" "Palette";
    ShowKeys "show-keys" "ShowKeys";
    Settings "settings" "Settings";
    NextPane "next-pane" "NextPane";
    ToggleArticles "toggle-articles" "ToggleArticles";
    ToggleSide "toggle-side" "ToggleSide";
    TextAlone "text-alone" "TextAlone";
    ShowAnnotation "show-annotation" "ShowAnnotation";
    ShowList "show-list" "ShowList";
    ShowActors "show-actors" "ShowActors";
    ShowOpen "show-open" "ShowOpen";
    ShowArticle "show-article" "ShowArticle";
    Find "find" "Find";
    NextHit "next-hit" "NextHit";
    PreviousHit "previous-hit" "PreviousHit";
    FindActor "find-actor" "FindActor";
    EditCodebook "edit-codebook" "EditCodebook";
    SideBySide "side-by-side" "SideBySide";
    OtherPane "other-pane" "OtherPane";
    ZoomIn "zoom-in" "ZoomIn";
    ZoomOut "zoom-out" "ZoomOut";
    ZoomReset "zoom-reset" "ZoomReset";
    TextLarger "text-larger" "TextLarger";
    TextSmaller "text-smaller" "TextSmaller";
    LinesApart "lines-apart" "LinesApart";
    LinesCloser "lines-closer" "LinesCloser";
    NextTheme "next-theme" "NextTheme";
}
