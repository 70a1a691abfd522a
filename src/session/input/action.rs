//! The one table of commands: name, help line, default keys. Menus, hints, the cheat sheet and the README come from it.

use super::chord::{Chord, Key};

/// Where an action is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// By the session: it reads or changes the set, the place in the text, the history.
    Session,
    /// By the window: it only changes what is shown.
    Window,
}

/// The part of the cheat sheet in which an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Tag,
    Walk,
    Annotation,
    Who,
    Link,
    Question,
    Move,
    Select,
    Articles,
    Set,
    View,
}

impl Group {
    /// In the order of the cheat sheet.
    pub const ALL: [Self; 11] = [
        Self::Tag,
        Self::Walk,
        Self::Who,
        Self::Annotation,
        Self::Link,
        Self::Question,
        Self::Move,
        Self::Select,
        Self::Articles,
        Self::Set,
        Self::View,
    ];

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Tag => "Tag the selection",
            Self::Annotation => "The selected annotation",
            Self::Walk => "Suggestions",
            Self::Who => "Who, and in which words",
            Self::Link => "Links",
            Self::Question => "Open questions",
            Self::Move => "Move in the text",
            Self::Select => "Select",
            Self::Articles => "Articles",
            Self::Set => "Annotation set",
            Self::View => "View",
        }
    }
}

/// What the table says about an action.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub action: Action,
    pub name: &'static str,
    pub help: &'static str,
    /// The first is the one that is shown.
    pub keys: &'static [Chord],
    pub group: Group,
    pub home: Home,
}

macro_rules! actions {
    ($($group:ident $home:ident { $($action:ident: $name:literal, $help:literal, [$($key:expr),* $(,)?];)* })*) => {
        /// Something a person can ask for without saying more: every one has a name, a help line and a key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[doc = $help] $action,)*)*
        }

        /// Every action, in the order of the cheat sheet.
        pub const TABLE: &[Spec] = &[
            $($(Spec {
                action: Action::$action,
                name: $name,
                help: $help,
                keys: &[$($key),*],
                group: Group::$group,
                home: Home::$home,
            },)*)*
        ];
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
    Tag Session {
        TagQuote: "Quote", "Mark the selection or the quotation at the caret as a quote, or make the annotation one", [c('Q')];
        TagClaim: "Claim", "Mark the selection or the sentence at the caret as a claim, or make the annotation one", [c('C')];
        ClaimOfQuote: "Claim of the quote", "Mark what the quote says as a claim of its speaker; the quote stays", [c('C').shift()];
        TagActor: "Actor", "Mark the selection or the name at the caret as an actor, or make the annotation one", [c('A')];
        TagNewActor: "New actor", "Mark the selection as an actor that the register does not know yet", [c('A').shift()];
        MarkZone: "Not article text", "Grey the paragraph or the selected ones: menus, adverts, captions; again takes it back", [c('Z')];
    }
    Annotation Session {
        NextAtCaret: "Next under the caret", "Go through the annotations that overlap here", [c('O')];
        NextAnnotation: "Next annotation", "Select the next annotation in the text", [c('N')];
        PreviousAnnotation: "Previous annotation", "Select the previous annotation in the text", [c('N').shift()];
        StartLeft: "Start one letter left", "Move the beginning one letter to the left", [c('H')];
        StartRight: "Start one letter right", "Move the beginning one letter to the right", [c('J')];
        EndLeft: "End one letter left", "Move the end one letter to the left", [c('K')];
        EndRight: "End one letter right", "Move the end one letter to the right", [c('L')];
        StartWordLeft: "Start one word left", "Move the beginning one word to the left", [c('H').shift()];
        StartWordRight: "Start one word right", "Move the beginning one word to the right", [c('J').shift()];
        EndWordLeft: "End one word left", "Move the end one word to the left", [c('K').shift()];
        EndWordRight: "End one word right", "Move the end one word to the right", [c('L').shift()];
        AddFragment: "Add a fragment", "Add the selection to the annotation that was selected before", [c('F')];
        RemoveFragment: "Remove the fragment", "Take the fragment at the caret out of the annotation", [c('F').shift()];
        ToggleUnsure: "Unsure", "Flag the annotation as unsure, or take the flag off", [c('U')];
        Delete: "Delete", "Delete the annotation", [k(Key::Delete), k(Key::Backspace)];
    }
    Walk Session {
        NextSuggestion: "Next suggestion", "Go to the next quote that could be marked; a digit accepts it with that speaker", [k(Key::Tab)];
        PreviousSuggestion: "Previous suggestion", "Go to the suggestion before", [k(Key::Tab).shift()];
        NextClaim: "Next claim suggestion", "Go to the next claim that could be marked; a digit, 0 or the label's key accepts it", [f(4)];
        PreviousClaim: "Previous claim suggestion", "Go to the claim suggestion before", [f(4).shift()];
        RejectSuggestion: "Reject", "Reject the suggestion; it is not proposed again", [c('X')];
    }
    Who Session {
        Speaker1: "Likely actor 1", "Say that the first likely actor says it, or is named", [c('1')];
        Speaker2: "Likely actor 2", "Say that it is the second", [c('2')];
        Speaker3: "Likely actor 3", "Say that it is the third", [c('3')];
        Speaker4: "Likely actor 4", "Say that it is the fourth", [c('4')];
        Speaker5: "Likely actor 5", "Say that it is the fifth", [c('5')];
        Speaker6: "Likely actor 6", "Say that it is the sixth", [c('6')];
        Speaker7: "Likely actor 7", "Say that it is the seventh", [c('7')];
        Speaker8: "Likely actor 8", "Say that it is the eighth", [c('8')];
        Speaker9: "Likely actor 9", "Say that it is the ninth", [c('9')];
        SpeakerUnnamed: "Unnamed source", "Say that the selected words are all that the article calls its source", [c('R').alt()];
        SpeakerAuthor: "The author's voice", "Say that the article itself says it", [c('0')];
        SpeakerUnknown: "Unknown", "Say that the article does not tell who says it", [c('0').alt()];
        MarkCue: "Cue", "Make the selection the words that report: “said”, “a déclaré”", [c('B')];
        MarkEditorial: "Editorial", "Mark the selected words in a quote as the outlet's own", [c('I')];
        MarkScare: "Scare quotes", "Mark the selected words in a quote as nobody's: irony, titles", [c('I').shift()];
        TagAllMentions: "Tag all mentions", "Look for all other mentions of the actor in the set, for review", [c('Y')];
        TagNames: "Tag the names…", "Look through the names in this article that are not marked, and mark them in one go", [c('T')];
        TagArticleMentions: "Tag all in this article", "Look for all other mentions of the actor in this article, for review", [c('Y').shift()];
    }
    Who Window {
        ChooseWho: "Who says it?", "Choose the speaker, the source, or whom the mention names", [c('R')];
        AddWho: "Add another", "Choose a further speaker or source", [c('R').shift()];
        ChooseReporter: "Reported by", "Choose through whom the article has it, outermost first", [c('R').ctrl()];
        ChooseAddressee: "Said to", "Choose to whom it is said", [c('R').ctrl().shift()];
        ChooseAbout: "About whom", "Choose whom the words are about, one more", [c('R').alt().shift()];
        ChooseValues: "Values", "Say type, form and the other attributes by their keys, with the guideline beside them", [c('V')];
        ShowActor: "The actor's page", "Show all mentions, quotes and claims of the actor", [c('P')];
    }
    Link Session {
        HoldLink: "Link", "Take up the annotation as one end of a link; at the second one, tie the two", [c('M')];
        NextLinkKind: "Kind of link", "Choose the next kind of link: same statement, supports, contradicts…", [c('M').shift()];
        LinkSame: "Same statement", "Link the quote with the likeliest same statement in another article", [c('=')];
        FollowLink: "Follow the link", "Go to the annotation at the other end", [c('G')];
    }
    Question Session {
        NextQuestion: "Next open question", "Go to the next thing that is open, in this article and then in the others", [f(8)];
        PreviousQuestion: "Previous open question", "Go to the open thing before", [f(8).shift()];
    }
    Annotation Window {
        EditNote: "Write a note", "Go to the note of the annotation", [k(Key::Enter), c('W')];
    }
    Move Session {
        Left: "Letter left", "Move the caret one letter to the left", [k(Key::Left)];
        Right: "Letter right", "Move the caret one letter to the right", [k(Key::Right)];
        WordLeft: "Word left", "Move the caret to the beginning of the word", [k(Key::Left).ctrl()];
        WordRight: "Word right", "Move the caret to the end of the word", [k(Key::Right).ctrl()];
        SentenceLeft: "Sentence left", "Move the caret to the beginning of the sentence", [k(Key::Left).alt()];
        SentenceRight: "Sentence right", "Move the caret to the end of the sentence", [k(Key::Right).alt()];
        ParagraphUp: "Paragraph up", "Move the caret to the beginning of the paragraph", [k(Key::Up).ctrl()];
        ParagraphDown: "Paragraph down", "Move the caret to the next paragraph", [k(Key::Down).ctrl()];
        TextStart: "Beginning of the text", "Move the caret to the beginning", [k(Key::Home).ctrl()];
        TextEnd: "End of the text", "Move the caret to the end", [k(Key::End).ctrl()];
    }
    Move Window {
        LineUp: "Line up", "Move the caret one line up", [k(Key::Up)];
        LineDown: "Line down", "Move the caret one line down", [k(Key::Down)];
        LineStart: "Beginning of the line", "Move the caret to the beginning of the line", [k(Key::Home)];
        LineEnd: "End of the line", "Move the caret to the end of the line", [k(Key::End)];
        PageUp: "Page up", "Move the caret one page up", [k(Key::PageUp)];
        PageDown: "Page down", "Move the caret one page down", [k(Key::PageDown)];
    }
    Select Session {
        SelectLeft: "Select a letter left", "Extend the selection one letter to the left", [k(Key::Left).shift()];
        SelectRight: "Select a letter right", "Extend the selection one letter to the right", [k(Key::Right).shift()];
        SelectWordLeft: "Select a word left", "Extend the selection one word to the left", [k(Key::Left).ctrl().shift()];
        SelectWordRight: "Select a word right", "Extend the selection one word to the right", [k(Key::Right).ctrl().shift()];
        SelectSentenceLeft: "Select a sentence left", "Extend the selection to the beginning of the sentence", [k(Key::Left).alt().shift()];
        SelectSentenceRight: "Select a sentence right", "Extend the selection to the end of the sentence", [k(Key::Right).alt().shift()];
        SelectParagraphUp: "Select a paragraph up", "Extend the selection to the beginning of the paragraph", [k(Key::Up).ctrl().shift()];
        SelectParagraphDown: "Select a paragraph down", "Extend the selection to the next paragraph", [k(Key::Down).ctrl().shift()];
        SelectTextStart: "Select to the beginning", "Extend the selection to the beginning of the text", [k(Key::Home).ctrl().shift()];
        SelectTextEnd: "Select to the end", "Extend the selection to the end of the text", [k(Key::End).ctrl().shift()];
        SelectWord: "Select the word", "Select the word at the caret", [c('S')];
        SelectSentence: "Select the sentence", "Select the sentence at the caret", [c('S').shift()];
        Widen: "Widen", "Widen the selection: word, quotation, sentence, paragraph", [c('E')];
        Narrow: "Narrow", "Narrow the selection again", [c('E').shift()];
        SelectAll: "Select all", "Select the whole text", [c('A').ctrl()];
        Copy: "Copy", "Copy the selected words, or those of the annotation", [c('C').ctrl()];
    }
    Select Window {
        Escape: "Back", "Close what is open, return to the text, drop the selection", [k(Key::Escape)];
        SelectLineUp: "Select a line up", "Extend the selection one line up", [k(Key::Up).shift()];
        SelectLineDown: "Select a line down", "Extend the selection one line down", [k(Key::Down).shift()];
        SelectLineStart: "Select to the line's beginning", "Extend the selection to the beginning of the line", [k(Key::Home).shift()];
        SelectLineEnd: "Select to the line's end", "Extend the selection to the end of the line", [k(Key::End).shift()];
        SelectPageUp: "Select a page up", "Extend the selection one page up", [k(Key::PageUp).shift()];
        SelectPageDown: "Select a page down", "Extend the selection one page down", [k(Key::PageDown).shift()];
    }
    Articles Session {
        NextArticle: "Next article", "Open the next article", [k(Key::PageDown).ctrl(), c('.')];
        PreviousArticle: "Previous article", "Open the previous article", [k(Key::PageUp).ctrl(), c(',')];
        ToggleDone: "Done", "Mark the article as done, or as not done", [c('D')];
        RemoveArticle: "Remove the article", "Take the article and what is annotated in it out of the set", [k(Key::Delete).ctrl().shift()];
    }
    Articles Window {
        AddFiles: "Add articles…", "Add text files to the set", [c('I').ctrl()];
        AddFolder: "Add a folder…", "Add all text files of a folder to the set", [c('I').ctrl().shift()];
        PasteArticle: "Paste an article", "Make an article of the text that was copied elsewhere", [c('V').ctrl()];
        EditDetails: "Article details", "Edit title, outlet, date and the rest", [c('E').ctrl()];
        FilterArticles: "Filter articles", "Go to the filter of the article list", [c('F').ctrl().shift()];
        FilterAnnotations: "Filter annotations", "Go to the filter of the annotation list", [c('F').ctrl()];
    }
    Set Session {
        Undo: "Undo", "Take the last change back", [c('Z').ctrl()];
        Redo: "Redo", "Do again what was undone", [c('Z').ctrl().shift(), c('Y').ctrl()];
        Save: "Save now", "Write everything to disk now; it is also done by itself", [c('S').ctrl()];
    }
    Set Window {
        OpenSet: "Open a folder…", "Open a set, or make one of a folder of articles", [c('O').ctrl()];
        OpenPath: "Open a path…", "Type the path of a set, a folder or an article", [c('O').ctrl().shift()];
        SetDetails: "Title and annotator", "Change the set's title, or who annotates", [c('T').ctrl()];
        CloseSet: "Close the set", "Go back to the start screen", [c('W').ctrl()];
        Quit: "Quit", "Close the window; everything is saved", [c('Q').ctrl()];
    }
    View Window {
        Palette: "Search or run a command", "Find a command, an article, an actor or a setting by a few letters", [c('K').ctrl()];
        ShowKeys: "All keys", "Show every command with its keys", [f(1)];
        Settings: "Settings", "Change the look, what is asked, and every key", [c(',').ctrl()];
        NextPane: "Next pane", "Go round articles, text and side panel", [f(6)];
        ToggleArticles: "Articles panel", "Show or hide the list of articles", [c('1').ctrl()];
        ToggleSide: "Side panel", "Show or hide the side panel", [c('2').ctrl()];
        TextAlone: "Text alone", "Show nothing but the text, or all again", [f(11)];
        ShowAnnotation: "Annotation tab", "Show the selected annotation in the side panel", [c('3').ctrl()];
        ShowList: "List tab", "Show the list of annotations in the side panel", [c('4').ctrl()];
        ShowActors: "Actors tab", "Show the register of actors in the side panel", [c('5').ctrl()];
        ShowOpen: "Open tab", "Show what is still open in the side panel", [c('6').ctrl()];
        ShowArticle: "Article tab", "Show the article's details in the side panel", [c('7').ctrl()];
        Find: "Search", "Search words in all articles and annotations", [c('/'), c('F').alt()];
        NextHit: "Next place found", "Go to the next place that the search found", [f(3)];
        PreviousHit: "Previous place found", "Go to the place found before", [f(3).shift()];
        FindActor: "Find an actor", "Go to the filter of the register", [c('P').ctrl()];
        EditCodebook: "Codebook", "Show and change the attributes, their values and guidelines", [f(2)];
        SideBySide: "Side by side", "Show a second article beside this one, or only one again", [f(7)];
        OtherPane: "Other article", "Go over to the article beside this one", [k(Key::Tab).ctrl()];
        ZoomIn: "Zoom in", "Make everything larger", [c('=').ctrl()];
        ZoomOut: "Zoom out", "Make everything smaller", [c('-').ctrl()];
        ZoomReset: "Zoom back", "Show everything at its usual size", [c('0').ctrl()];
        TextLarger: "Larger text", "Make the article's text larger", [c('=').alt()];
        TextSmaller: "Smaller text", "Make the article's text smaller", [c('-').alt()];
        LinesApart: "More line spacing", "Set the lines of the text further apart", [c('.').alt()];
        LinesCloser: "Less line spacing", "Set the lines of the text closer", [c(',').alt()];
        NextTheme: "Light or dark", "Follow the system, light, or dark", [f(10)];
    }
}

impl Action {
    /// The likely actors, in the order of their digits.
    pub const SPEAKERS: [Self; 9] = [
        Self::Speaker1,
        Self::Speaker2,
        Self::Speaker3,
        Self::Speaker4,
        Self::Speaker5,
        Self::Speaker6,
        Self::Speaker7,
        Self::Speaker8,
        Self::Speaker9,
    ];

    /// Whether it is done in the text, and so means nothing while the text is not shown.
    #[must_use]
    pub fn is_in_text(self) -> bool {
        let group = self.spec().group;
        self != Self::Escape
            && matches!(
                group,
                Group::Tag | Group::Walk | Group::Annotation | Group::Who | Group::Link | Group::Move | Group::Select
            )
    }

    /// Its row of the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        // The macro makes enum and table from the same rows in the same order.
        TABLE.get(self as usize).unwrap_or(&FALLBACK)
    }
}

const FALLBACK: Spec = Spec { action: Action::ShowKeys, name: "", help: "", keys: &[], group: Group::View, home: Home::Window };

/// The table of keys for the README, in Markdown.
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
