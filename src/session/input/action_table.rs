//! The one table of actions: stable id, name, help and default keys. Menus, hints, the list of keys and `docs/keys.md` are made
//! from it.
//!
//! The same rows make the exhaustive match of [`Action::spec`], so an action without a row does not compile, and neither do
//! two rows of one action.

use super::action::{Action, Digit, EdgeStep, LineStep, Participant, SessionAction, WindowAction};
use super::action_group::Group;
use super::chord::{Chord, Key};
use crate::model::Label;
use crate::session::cursor::caret_step::{CaretStep, Edge};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub action: Action,
    /// Names the action in stored key maps, so it must never change.
    pub id: &'static str,
    pub name: &'static str,
    pub help: &'static str,
    /// Default keys; the first is the one that is shown.
    pub keys: &'static [Chord],
    pub group: Group,
}

macro_rules! actions {
    ($($group:ident $kind:ident($type:ident) {
        $($action:ident $(($($value:tt)*))? $({$($field:tt)*})?: $id:literal, $name:literal, $help:literal, [$($key:expr),*];)*
    })*) => {
        /// Every action, in the order of the list of keys.
        pub const TABLE: &[Spec] = &[
            $($(Spec {
                action: Action::$kind($type::$action $(($($value)*))? $({$($field)*})?),
                id: $id,
                name: $name,
                help: $help,
                keys: &[$($key),*],
                group: Group::$group,
            },)*)*
        ];

        impl Action {
            /// Its row of the table.
            #[must_use]
            pub fn spec(self) -> &'static Spec {
                match self {
                    $($(Self::$kind($type::$action $(($($value)*))? $({$($field)*})?) => {
                        const ROW: &Spec = &Spec {
                            action: Action::$kind($type::$action $(($($value)*))? $({$($field)*})?),
                            id: $id,
                            name: $name,
                            help: $help,
                            keys: &[$($key),*],
                            group: Group::$group,
                        };
                        ROW
                    })*)*
                }
            }
        }
    };
}

const fn c(c: char) -> Chord {
    Chord::char(c)
}

const fn k(key: Key) -> Chord {
    Chord::plain(key)
}

const fn f(n: u8) -> Chord {
    Chord::plain(Key::F(n))
}

actions! {
    Tag Session(SessionAction) {
        Tag(Label::Quote): "quote", "Quote", "Mark the selection or the quotation at the caret as a quote, or change the annotation's label to Quote", [c('Q')];
        Tag(Label::Claim): "claim", "Claim", "Mark the selection or the sentence at the caret as a claim, or change the annotation's label to Claim", [c('C')];
        ClaimOfQuote: "claim-of-quote", "Claim from quote", "Mark the quote's words as a claim by its speaker too; the quote stays", [c('C').shift()];
        Tag(Label::Actor): "actor", "Actor", "Mark the selection or the name at the caret as an actor mention, or change the annotation's label to Actor", [c('A')];
        TagNewActor: "new-actor", "New actor", "Mark the selection as a mention of a new actor", [c('A').shift()];
        MarkZone: "not-article-text", "Not article text", "Mark as non-article text (menus, ads, captions); press again to undo", [c('Z')];
    }
    Annotation Session(SessionAction) {
        NextAtCaret: "next-at-caret", "Next overlapping annotation", "Select the next annotation that overlaps the caret", [c('O')];
        NextAnnotation: "next-annotation", "Next annotation", "Select the next annotation in the text", [c('N')];
        PreviousAnnotation: "previous-annotation", "Previous annotation", "Select the previous annotation in the text", [c('N').shift()];
        MoveEdge { edge: Edge::Start, step: EdgeStep::Left }: "start.left", "Start one letter left", "Move the start of the annotation one letter to the left", [c('H')];
        MoveEdge { edge: Edge::Start, step: EdgeStep::Right }: "start.right", "Start one letter right", "Move the start of the annotation one letter to the right", [c('J')];
        MoveEdge { edge: Edge::End, step: EdgeStep::Left }: "end.left", "End one letter left", "Move the end of the annotation one letter to the left", [c('K')];
        MoveEdge { edge: Edge::End, step: EdgeStep::Right }: "end.right", "End one letter right", "Move the end of the annotation one letter to the right", [c('L')];
        MoveEdge { edge: Edge::Start, step: EdgeStep::WordLeft }: "start.word-left", "Start one word left", "Move the start of the annotation one word to the left", [c('H').shift()];
        MoveEdge { edge: Edge::Start, step: EdgeStep::WordRight }: "start.word-right", "Start one word right", "Move the start of the annotation one word to the right", [c('J').shift()];
        MoveEdge { edge: Edge::End, step: EdgeStep::WordLeft }: "end.word-left", "End one word left", "Move the end of the annotation one word to the left", [c('K').shift()];
        MoveEdge { edge: Edge::End, step: EdgeStep::WordRight }: "end.word-right", "End one word right", "Move the end of the annotation one word to the right", [c('L').shift()];
        AddFragment: "add-fragment", "Add fragment", "Add the selection to the previously selected annotation", [c('F')];
        RemoveFragment: "remove-fragment", "Remove fragment", "Remove the fragment at the caret from the annotation", [c('F').shift()];
        ToggleUnsure: "toggle-unsure", "Unsure", "Flag the annotation as unsure, or remove the flag", [c('U')];
        Delete: "delete", "Delete", "Delete the annotation", [k(Key::Delete), k(Key::Backspace)];
    }
    Walk Session(SessionAction) {
        NextSuggestion: "next-candidate", "Next suggestion", "Go to the next suggested quote; a digit accepts it with that speaker", [k(Key::Tab)];
        PreviousSuggestion: "previous-candidate", "Previous suggestion", "Go to the previous suggested quote", [k(Key::Tab).shift()];
        NextClaim: "next-claim", "Next claim suggestion", "Go to the next suggested claim; a digit, 0 or the label's key accepts it", [f(4)];
        PreviousClaim: "previous-claim", "Previous claim suggestion", "Go to the previous suggested claim", [f(4).shift()];
        RejectSuggestion: "reject-candidate", "Reject", "Reject the suggestion; it is not suggested again", [c('X')];
    }
    Who Session(SessionAction) {
        Speaker(Digit::One): "speaker.1", "Likely actor 1", "Choose the first likely speaker or actor", [c('1')];
        Speaker(Digit::Two): "speaker.2", "Likely actor 2", "Choose the second likely speaker or actor", [c('2')];
        Speaker(Digit::Three): "speaker.3", "Likely actor 3", "Choose the third likely speaker or actor", [c('3')];
        Speaker(Digit::Four): "speaker.4", "Likely actor 4", "Choose the fourth likely speaker or actor", [c('4')];
        Speaker(Digit::Five): "speaker.5", "Likely actor 5", "Choose the fifth likely speaker or actor", [c('5')];
        Speaker(Digit::Six): "speaker.6", "Likely actor 6", "Choose the sixth likely speaker or actor", [c('6')];
        Speaker(Digit::Seven): "speaker.7", "Likely actor 7", "Choose the seventh likely speaker or actor", [c('7')];
        Speaker(Digit::Eight): "speaker.8", "Likely actor 8", "Choose the eighth likely speaker or actor", [c('8')];
        Speaker(Digit::Nine): "speaker.9", "Likely actor 9", "Choose the ninth likely speaker or actor", [c('9')];
        SpeakerUnnamed: "speaker.unnamed", "Unnamed source", "Use the selected words as unnamed source", [c('R').alt()];
        SpeakerArticle: "speaker.author", "Article as source", "Attribute to the article itself", [c('0')];
        SpeakerUnknown: "speaker.unknown", "Unknown speaker", "Record that the article does not say who said it", [c('0').alt()];
        MarkCue: "mark-cue", "Cue", "Set the reporting verb: “said”, “a déclaré”", [c('B')];
        MarkEditorial: "mark-editorial", "Editorial", "Mark the selected words in a quote as the outlet's own", [c('I')];
        MarkScare: "mark-scare", "Scare quotes", "Mark as scare quotes (irony, titles)", [c('I').shift()];
        TagAllMentions: "tag-all-mentions", "Tag all mentions", "Find all other mentions of the actor in the set, for review", [c('Y')];
        TagNames: "tag-names", "Tag names…", "Review the unmarked names in this article and tag them together", [c('T')];
        TagArticleMentions: "tag-article-mentions", "Tag all in this article", "Find all other mentions of the actor in this article, for review", [c('Y').shift()];
    }
    Who Window(WindowAction) {
        Choose(Participant::Speaker): "choose-who", "Choose speaker", "Choose the speaker, the source, or the actor of a mention", [c('R')];
        Choose(Participant::AnotherSpeaker): "add-who", "Add speaker", "Add another speaker or source", [c('R').shift()];
        Choose(Participant::Reporter): "choose-reporter", "Reported by", "Choose who passes it on (outermost first)", [c('R').ctrl()];
        Choose(Participant::Addressee): "choose-addressee", "Said to", "Choose who is addressed", [c('R').ctrl().shift()];
        Choose(Participant::About): "choose-about", "About", "Add who the quote is about", [c('R').alt().shift()];
        ChooseAttributes: "choose-values", "Attributes", "Set type, form and more", [c('V')];
        ShowActor: "show-actor", "Actor page", "Show all mentions, quotes and claims of the actor", [c('P')];
    }
    Link Session(SessionAction) {
        Link: "hold-link", "Link", "Link two annotations: press the key on each", [c('M')];
        NextLinkKind: "next-link-kind", "Link type", "Choose the next type of link: same statement, supports, contradicts…", [c('M').shift()];
        LinkSame: "link-same", "Same statement", "Link the quote to the most similar statement in another article", [c('=')];
        FollowLink: "follow-link", "Follow link", "Go to the linked annotation", [c('G')];
    }
    Question Session(SessionAction) {
        NextQuestion: "next-question", "Next open question", "Go to the next open question, in this article and then in the others", [f(8)];
        PreviousQuestion: "previous-question", "Previous open question", "Go to the previous open question", [f(8).shift()];
    }
    Annotation Window(WindowAction) {
        EditNote: "edit-note", "Edit note", "Edit the note of the annotation", [k(Key::Enter), c('W')];
    }
    Move Session(SessionAction) {
        Move { step: CaretStep::Left, extend: false }: "left", "Letter left", "Move the caret one letter to the left", [k(Key::Left)];
        Move { step: CaretStep::Right, extend: false }: "right", "Letter right", "Move the caret one letter to the right", [k(Key::Right)];
        Move { step: CaretStep::WordLeft, extend: false }: "word-left", "Word left", "Move the caret to the start of the word", [k(Key::Left).ctrl()];
        Move { step: CaretStep::WordRight, extend: false }: "word-right", "Word right", "Move the caret to the end of the word", [k(Key::Right).ctrl()];
        Move { step: CaretStep::SentenceLeft, extend: false }: "sentence-left", "Sentence left", "Move the caret to the start of the sentence", [k(Key::Left).alt()];
        Move { step: CaretStep::SentenceRight, extend: false }: "sentence-right", "Sentence right", "Move the caret to the end of the sentence", [k(Key::Right).alt()];
        Move { step: CaretStep::ParagraphUp, extend: false }: "paragraph-up", "Paragraph up", "Move the caret to the start of the paragraph", [k(Key::Up).ctrl()];
        Move { step: CaretStep::ParagraphDown, extend: false }: "paragraph-down", "Paragraph down", "Move the caret to the next paragraph", [k(Key::Down).ctrl()];
        Move { step: CaretStep::TextStart, extend: false }: "text-start", "Start of text", "Move the caret to the start of the text", [k(Key::Home).ctrl()];
        Move { step: CaretStep::TextEnd, extend: false }: "text-end", "End of text", "Move the caret to the end of the text", [k(Key::End).ctrl()];
    }
    Move Window(WindowAction) {
        Move { step: LineStep::LineUp, extend: false }: "line-up", "Line up", "Move the caret one line up", [k(Key::Up)];
        Move { step: LineStep::LineDown, extend: false }: "line-down", "Line down", "Move the caret one line down", [k(Key::Down)];
        Move { step: LineStep::LineStart, extend: false }: "line-start", "Start of line", "Move the caret to the start of the line", [k(Key::Home)];
        Move { step: LineStep::LineEnd, extend: false }: "line-end", "End of line", "Move the caret to the end of the line", [k(Key::End)];
        Move { step: LineStep::PageUp, extend: false }: "page-up", "Page up", "Move the caret one page up", [k(Key::PageUp)];
        Move { step: LineStep::PageDown, extend: false }: "page-down", "Page down", "Move the caret one page down", [k(Key::PageDown)];
    }
    Select Session(SessionAction) {
        Move { step: CaretStep::Left, extend: true }: "select.left", "Select letter left", "Extend the selection one letter to the left", [k(Key::Left).shift()];
        Move { step: CaretStep::Right, extend: true }: "select.right", "Select letter right", "Extend the selection one letter to the right", [k(Key::Right).shift()];
        Move { step: CaretStep::WordLeft, extend: true }: "select.word-left", "Select word left", "Extend the selection one word to the left", [k(Key::Left).ctrl().shift()];
        Move { step: CaretStep::WordRight, extend: true }: "select.word-right", "Select word right", "Extend the selection one word to the right", [k(Key::Right).ctrl().shift()];
        Move { step: CaretStep::SentenceLeft, extend: true }: "select.sentence-left", "Select sentence left", "Extend the selection to the start of the sentence", [k(Key::Left).alt().shift()];
        Move { step: CaretStep::SentenceRight, extend: true }: "select.sentence-right", "Select sentence right", "Extend the selection to the end of the sentence", [k(Key::Right).alt().shift()];
        Move { step: CaretStep::ParagraphUp, extend: true }: "select.paragraph-up", "Select paragraph up", "Extend the selection to the start of the paragraph", [k(Key::Up).ctrl().shift()];
        Move { step: CaretStep::ParagraphDown, extend: true }: "select.paragraph-down", "Select paragraph down", "Extend the selection to the next paragraph", [k(Key::Down).ctrl().shift()];
        Move { step: CaretStep::TextStart, extend: true }: "select.text-start", "Select to start of text", "Extend the selection to the start of the text", [k(Key::Home).ctrl().shift()];
        Move { step: CaretStep::TextEnd, extend: true }: "select.text-end", "Select to end of text", "Extend the selection to the end of the text", [k(Key::End).ctrl().shift()];
        SelectWord: "select-word", "Select word", "Select the word at the caret", [c('S')];
        SelectSentence: "select-sentence", "Select sentence", "Select the sentence at the caret", [c('S').shift()];
        Widen: "widen", "Expand selection", "Expand the selection to the next unit: word, quotation, sentence, paragraph", [c('E')];
        Narrow: "narrow", "Shrink selection", "Shrink the selection to what it was before it was expanded", [c('E').shift()];
        SelectAll: "select-all", "Select all", "Select the whole text", [c('A').ctrl()];
        Copy: "copy", "Copy", "Copy the selected words, or those of the annotation", [c('C').ctrl()];
    }
    Select Window(WindowAction) {
        Escape: "back", "Back", "Close what is open, return to the text, clear the selection", [k(Key::Escape)];
        Move { step: LineStep::LineUp, extend: true }: "select.line-up", "Select line up", "Extend the selection one line up", [k(Key::Up).shift()];
        Move { step: LineStep::LineDown, extend: true }: "select.line-down", "Select line down", "Extend the selection one line down", [k(Key::Down).shift()];
        Move { step: LineStep::LineStart, extend: true }: "select.line-start", "Select to start of line", "Extend the selection to the start of the line", [k(Key::Home).shift()];
        Move { step: LineStep::LineEnd, extend: true }: "select.line-end", "Select to end of line", "Extend the selection to the end of the line", [k(Key::End).shift()];
        Move { step: LineStep::PageUp, extend: true }: "select.page-up", "Select page up", "Extend the selection one page up", [k(Key::PageUp).shift()];
        Move { step: LineStep::PageDown, extend: true }: "select.page-down", "Select page down", "Extend the selection one page down", [k(Key::PageDown).shift()];
    }
    Articles Session(SessionAction) {
        NextArticle: "next-article", "Next article", "Open the next article", [k(Key::PageDown).ctrl(), c('.')];
        PreviousArticle: "previous-article", "Previous article", "Open the previous article", [k(Key::PageUp).ctrl(), c(',')];
        ToggleDone: "toggle-done", "Done", "Mark the article as done, or as not done", [c('D')];
        RemoveArticle: "remove-article", "Remove article", "Remove the article and its annotations", [k(Key::Delete).ctrl().shift()];
    }
    Articles Window(WindowAction) {
        AddFiles: "add-files", "Add articles…", "Add text files to the set", [c('I').ctrl()];
        AddFolder: "add-folder", "Add folder…", "Add all text files of a folder to the set", [c('I').ctrl().shift()];
        PasteArticle: "paste-article", "Paste article", "Create an article from the clipboard", [c('V').ctrl()];
        EditDetails: "edit-details", "Article details", "Edit title, outlet, date and other details", [c('E').ctrl()];
        FilterArticles: "filter-articles", "Filter articles", "Filter the list of articles", [c('F').ctrl().shift()];
        FilterAnnotations: "filter-annotations", "Filter annotations", "Filter the list of annotations", [c('F').ctrl()];
    }
    Set Session(SessionAction) {
        Undo: "undo", "Undo", "Undo the last change", [c('Z').ctrl()];
        Redo: "redo", "Redo", "Redo the last undone change", [c('Z').ctrl().shift(), c('Y').ctrl()];
        Save: "save", "Save now", "Save now (Dicta saves automatically)", [c('S').ctrl()];
    }
    Set Window(WindowAction) {
        OpenSet: "open-set", "Open folder…", "Open a set, or create one from a folder of articles", [c('O').ctrl()];
        OpenPath: "open-path", "Open by path…", "Type the path of a set, a folder or an article", [c('O').ctrl().shift()];
        SetDetails: "set-details", "Set title and annotator", "Change the title of the set, or switch annotator", [c('T').ctrl()];
        CloseSet: "close-set", "Close set", "Close the set and return to the start screen", [c('W').ctrl()];
        Quit: "quit", "Quit", "Close the window; your work is saved", [c('Q').ctrl()];
    }
    View Window(WindowAction) {
        Palette: "palette", "Search or run a command", "Find a command, article, actor or setting by part of its name", [c('K').ctrl()];
        ShowKeys: "show-keys", "All keys", "Show all commands and their keys", [f(1)];
        Settings: "settings", "Settings", "Appearance, prompts and shortcuts", [c(',').ctrl()];
        NextPane: "next-pane", "Next pane", "Switch between panes", [f(6)];
        ToggleArticles: "toggle-articles", "Articles panel", "Show or hide the list of articles", [c('1').ctrl()];
        ToggleSide: "toggle-side", "Side panel", "Show or hide the side panel", [c('2').ctrl()];
        FocusMode: "text-alone", "Focus mode", "Show only the text, or everything again", [f(11)];
        ShowAnnotation: "show-annotation", "Annotation tab", "Show the selected annotation in the side panel", [c('3').ctrl()];
        ShowList: "show-list", "List tab", "Show the list of annotations in the side panel", [c('4').ctrl()];
        ShowActors: "show-actors", "Actors tab", "Show the actor register in the side panel", [c('5').ctrl()];
        ShowToDo: "show-open", "To do tab", "Show open questions in the side panel", [c('6').ctrl()];
        ShowArticle: "show-article", "Article tab", "Show the article details in the side panel", [c('7').ctrl()];
        Find: "find", "Search", "Search in all articles and annotations", [c('/'), c('F').alt()];
        NextHit: "next-hit", "Next result", "Go to the next search result", [f(3)];
        PreviousHit: "previous-hit", "Previous result", "Go to the previous search result", [f(3).shift()];
        FindActor: "find-actor", "Find actor", "Filter the actor register", [c('P').ctrl()];
        EditCodebook: "edit-codebook", "Codebook", "View and edit attributes, values and guidelines", [f(2)];
        SideBySide: "side-by-side", "Side by side", "Show a second article next to this one, or only one again", [f(7)];
        OtherPane: "other-pane", "Other article", "Switch to the other of two articles shown side by side", [k(Key::Tab).ctrl()];
        ZoomIn: "zoom-in", "Zoom in", "Make everything larger", [c('=').ctrl()];
        ZoomOut: "zoom-out", "Zoom out", "Make everything smaller", [c('-').ctrl()];
        ZoomReset: "zoom-reset", "Reset zoom", "Show everything at its default size", [c('0').ctrl()];
        TextLarger: "text-larger", "Larger text", "Enlarge the article text", [c('=').alt()];
        TextSmaller: "text-smaller", "Smaller text", "Reduce the article text", [c('-').alt()];
        LinesApart: "lines-apart", "More line spacing", "Increase the line spacing of the article text", [c('.').alt()];
        LinesCloser: "lines-closer", "Less line spacing", "Decrease the line spacing of the article text", [c(',').alt()];
        NextTheme: "next-theme", "Switch theme", "Switch between system, light and dark theme", [f(10)];
    }
}

impl Action {
    /// Whether it needs the text to be visible.
    #[must_use]
    pub fn is_in_text(self) -> bool {
        let group = self.spec().group;
        self != Self::Window(WindowAction::Escape)
            && matches!(
                group,
                Group::Tag | Group::Walk | Group::Annotation | Group::Who | Group::Link | Group::Move | Group::Select
            )
    }
}

impl SessionAction {
    /// Its row of the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        Action::Session(self).spec()
    }
}

impl WindowAction {
    /// Its row of the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        Action::Window(self).spec()
    }
}

/// The table of keys for `docs/keys.md`, in Markdown.
#[must_use]
pub fn keys_markdown() -> String {
    use std::fmt::Write as _;

    let mut out = String::new();
    for group in Group::ALL {
        let _ = write!(out, "\n**{}**\n\n| key | command | what it does |\n|---|---|---|\n", group.title());
        for spec in TABLE.iter().filter(|spec| spec.group == group) {
            let keys: Vec<String> = spec.keys.iter().map(ToString::to_string).collect();
            let _ = writeln!(out, "| {} | {} | {} |", keys.join(" or "), spec.name, spec.help);
        }
    }
    out
}
