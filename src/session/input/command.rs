//! Defines [`Command`]: everything that a widget can ask of the session.

use super::action::Action;
use super::effect::Report;
use crate::jobs::search_text::{Order, Query};
use crate::model::{
    Actor, ActorId, AnnotationId, Annotator, ArticleId, Attribution, BatchId, EvidenceKind, LinkId, LinkKind, Metadata, Who,
    ZoneKind,
};
pub use crate::session::annotate::slot::Slot;
use crate::session::derived::question::OpenQuestion;
use crate::session::review::search_act::SearchAct;
use crate::session::set::codebook_change::CodebookChange;
use crate::text::ByteOffset;

/// Which end of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

/// Whom a new actor is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// Nobody: it only comes into the register.
    Register,
    /// The mention of the open article that names it.
    Mention(AnnotationId),
    /// A slot of an annotation of the open article; it joins those who are there, or takes their place.
    Slot { id: AnnotationId, slot: Slot, joins: bool },
    /// An annotation of the open article, which is about it too.
    About(AnnotationId),
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Article,
    Set,
}

/// A text that is to become an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Name of the file, or empty for pasted text.
    pub file_name: String,
    /// Decoded, lines ended by `\n`.
    pub text: String,
}

/// Everything that a widget can ask of the session. Widgets only send; the session alone changes the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An action of the table.
    Do(Action),
    OpenArticle(ArticleId),
    /// Puts the caret, or with `extend` the moving end of the selection.
    PlaceCaret {
        at: ByteOffset,
        extend: bool,
    },
    /// Selects from `anchor` to `head`, in either order.
    Select {
        anchor: ByteOffset,
        head: ByteOffset,
    },
    /// Selects an annotation of the open article, or none.
    SelectAnnotation(Option<AnnotationId>),
    /// Looks at the suggestion that holds this place, the shortest if several do.
    LookAt(ByteOffset),
    /// Makes the suggestion that is looked at an annotation and selects it; no walk goes on.
    TakeSuggestion,
    /// Drops the selection, and then the selected annotation.
    Clear,
    /// Opens an article at an annotation.
    GoTo(ArticleId, AnnotationId),
    /// Moves one edge of one fragment; a drag sends one, on release.
    MoveEdge {
        id: AnnotationId,
        fragment: usize,
        edge: Edge,
        to: ByteOffset,
    },
    SetNote(AnnotationId, String),
    /// Fills a slot of an annotation of the open article; the nearest mention becomes the evidence.
    Credit {
        id: AnnotationId,
        slot: Slot,
        who: Who,
        /// Joins those who are there, or takes their place.
        joins: bool,
    },
    /// Puts a whole list in the place of a slot: to reorder, or to take someone out.
    SetSlot {
        id: AnnotationId,
        slot: Slot,
        list: Vec<Attribution>,
    },
    /// Says which actor a mention names, or none.
    SetMention(AnnotationId, Option<ActorId>),
    SetAbout(AnnotationId, Vec<ActorId>),
    /// Says the value of an attribute; empty takes it off.
    SetAttribute {
        id: AnnotationId,
        name: String,
        value: String,
    },
    /// Takes a piece of evidence off, counted among those of its kind.
    DropEvidence(AnnotationId, EvidenceKind, usize),
    /// Gives up all evidence of an annotation whose words could not be found again.
    DropLostEvidence(AnnotationId),
    /// Makes an actor of that name for somebody.
    NewActor {
        name: String,
        target: For,
    },
    /// Changes what the register says about an actor.
    SetActor(Box<Actor>),
    /// Makes two actors one: everything of the first goes to the second.
    MergeActors {
        from: ActorId,
        into: ActorId,
    },
    /// Makes an actor of that name out of some mentions, and some aliases, of another.
    SplitActor {
        from: ActorId,
        name: String,
        aliases: Vec<String>,
        mentions: Vec<(ArticleId, AnnotationId)>,
    },
    /// Takes an actor out of the register, if nothing names it.
    RemoveActor(ActorId),
    /// Looks for all other mentions of an actor, for review.
    FindMentions(ActorId, Scope),
    /// Searches articles or annotations for words.
    Search(Query),
    SortReview(Order),
    /// Puts the ticked rows of the review, or all, on the clipboard as a table.
    CopyReview,
    /// Marks the ticked hits of a search, as one batch.
    AcceptAs(SearchAct),
    /// Ticks a row of the review, or takes the tick off.
    TickRow(usize, bool),
    TickAll(bool),
    /// Makes what is ticked, as one batch.
    AcceptReview,
    CloseReview,
    /// Deletes what a batch made, but for what was edited since.
    RetractBatch(BatchId),
    /// Marks the selected lines, or the paragraph at the caret, as not article text.
    MarkZone(ZoneKind),
    /// Changes the kind of a zone, counted from the first, or takes it away.
    SetZone(ArticleId, usize, Option<ZoneKind>),
    /// Ties an annotation to another, wherever it is. The first must be the annotator's own.
    Link {
        from: (ArticleId, AnnotationId),
        to: (ArticleId, AnnotationId),
        kind: LinkKind,
    },
    /// Changes the kind and the note of a link, or takes it away.
    SetLink {
        from: (ArticleId, AnnotationId),
        id: LinkId,
        to: Option<(LinkKind, String)>,
    },
    /// The kind that the next link gets.
    ChooseLinkKind(LinkKind),
    ChangeCodebook(CodebookChange),
    /// Whether quotation marks belong to a quotation that is selected by key.
    MarksIn(bool),
    /// Goes where something is open.
    GoToQuestion(OpenQuestion),
    /// Gives an annotation that lost its words the selection as its new place.
    Reanchor(AnnotationId),
    /// Gives up an annotation that lost its words.
    DropLost(AnnotationId),
    AddArticles(Vec<Incoming>),
    SetMetadata(ArticleId, Metadata),
    SetTitle(String),
    /// A command for a text that is being typed: all with the same number are one step, however slowly it is typed.
    Draft(u64, Box<Command>),
    /// Annotates under this name from now on; also the answer to [`crate::session::Access::Asks`].
    AnnotateAs(Annotator),
    /// Time has passed: saves what is due.
    Tick,
    /// The window lost its focus or is about to close: saves at once.
    Flush,
    Report(Report),
    DismissNotices,
}
