//! Defines [`Command`]: everything that a widget can request of the session.

use super::action::SessionAction;
use super::effect::Report;
use crate::jobs::search_text::{Order, Query};
use crate::model::{
    Actor, ActorId, AnnotationId, Annotator, ArticleId, Attribution, BatchId, EvidenceKind, LinkId, LinkKind, Metadata, Who,
    ZoneKind,
};
pub use crate::session::annotate::slot::Slot;
pub use crate::session::cursor::caret_step::Edge;
use crate::session::derived::question::Place;
use crate::session::review::search_act::SearchAct;
use crate::session::set::codebook_change::CodebookChange;
use crate::text::ByteOffset;

/// What names a new actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// Nothing: it is only added to the register.
    Register,
    /// A mention of the open article.
    Mention(AnnotationId),
    /// A slot of an annotation of the open article; the actor is added to the people there if `joins`, or replaces them.
    Slot { id: AnnotationId, slot: Slot, joins: bool },
    /// An annotation of the open article, which is about the actor too.
    About(AnnotationId),
}

/// The articles that a search covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Article,
    Set,
}

/// A text to be added as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Name of the file; empty for pasted text.
    pub file_name: String,
    /// Decoded, with `\n` as line ending.
    pub text: String,
}

/// Everything that a widget can request of the session. Widgets only send commands; the session alone changes the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An action that needs no further data.
    Do(SessionAction),
    OpenArticle(ArticleId),
    /// Moves the caret to `at`; with `extend`, only the moving end of the selection.
    PlaceCaret {
        at: ByteOffset,
        extend: bool,
    },
    /// Selects from `anchor` to `head`, in either order.
    Select {
        anchor: ByteOffset,
        head: ByteOffset,
    },
    /// Selects an annotation of the open article; `None` deselects.
    SelectAnnotation(Option<AnnotationId>),
    /// Makes the suggestion at this place the current one, the shortest if there are several.
    LookAt(ByteOffset),
    /// Makes an annotation of the current suggestion and selects it, without going to the next one.
    TakeSuggestion,
    /// Clears the selection; if it is empty, deselects the annotation.
    Clear,
    /// Opens the article of a place, and selects the annotation or the words there. An actor has no place in the text.
    GoTo(Place),
    /// Moves one edge of one fragment; a drag sends this once, on release.
    MoveEdge {
        id: AnnotationId,
        fragment: usize,
        edge: Edge,
        to: ByteOffset,
    },
    SetNote(AnnotationId, String),
    /// Adds to a slot of an annotation in the open article; the nearest mention becomes its evidence.
    Credit {
        id: AnnotationId,
        slot: Slot,
        who: Who,
        /// Adds them to the people there, instead of replacing those.
        joins: bool,
    },
    /// Replaces the list of a slot: to reorder it, or to remove somebody.
    SetSlot {
        id: AnnotationId,
        slot: Slot,
        list: Vec<Attribution>,
    },
    /// Sets the actor that a mention names, or none.
    SetMention(AnnotationId, Option<ActorId>),
    SetAbout(AnnotationId, Vec<ActorId>),
    /// Sets the value of an attribute; an empty one removes it.
    SetAttribute {
        id: AnnotationId,
        name: String,
        value: String,
    },
    /// Removes a piece of evidence, counted from 0 among those of its kind.
    DropEvidence(AnnotationId, EvidenceKind, usize),
    /// Removes all evidence of an annotation whose words could not be found again.
    DropLostEvidence(AnnotationId),
    /// Adds an actor of that name to the register, and makes an annotation name it.
    NewActor {
        name: String,
        target: For,
    },
    /// Changes an actor of the register.
    SetActor(Box<Actor>),
    /// Merges the first actor into the second.
    MergeActors {
        from: ActorId,
        into: ActorId,
    },
    /// Adds an actor of that name that takes over some mentions and aliases of another one.
    SplitActor {
        from: ActorId,
        name: String,
        aliases: Vec<String>,
        mentions: Vec<(ArticleId, AnnotationId)>,
    },
    /// Removes an actor from the register, if nothing names it.
    RemoveActor(ActorId),
    /// Searches for all other mentions of an actor, for review.
    FindMentions(ActorId, Scope),
    /// Searches articles or annotations for words.
    Search(Query),
    SortReview(Order),
    /// Copies the selected rows of the review, or all, to the clipboard as a table.
    CopyReview,
    /// Applies an action to the selected results of a search, as one batch.
    AcceptAs(SearchAct),
    /// Ticks or unticks a row of the review.
    TickRow(usize, bool),
    TickAll(bool),
    /// Marks what is ticked, as one batch.
    AcceptReview,
    CloseReview,
    /// Deletes the annotations of a batch, except those that were edited since.
    RetractBatch(BatchId),
    /// Marks the selected lines, or the paragraph at the caret, as not article text.
    MarkZone(ZoneKind),
    /// Changes the kind of a zone, counted from 0, or removes it.
    SetZone(ArticleId, usize, Option<ZoneKind>),
    /// Links an annotation to another one of any article. The first must be the annotator's own.
    Link {
        from: (ArticleId, AnnotationId),
        to: (ArticleId, AnnotationId),
        kind: LinkKind,
    },
    /// Changes the kind and the note of a link, or removes it.
    SetLink {
        from: (ArticleId, AnnotationId),
        id: LinkId,
        to: Option<(LinkKind, String)>,
    },
    /// Sets the kind of the next link.
    ChooseLinkKind(LinkKind),
    ChangeCodebook(CodebookChange),
    /// Sets whether quotation marks are part of a quotation that is selected by key.
    MarksIn(bool),
    /// Makes the selection the new place of an annotation that lost its words.
    Reanchor(AnnotationId),
    /// Discards an annotation that lost its words.
    DropLost(AnnotationId),
    AddArticles(Vec<Incoming>),
    SetMetadata(ArticleId, Metadata),
    SetTitle(String),
    /// A command for a text that is being typed; all with the same number are one step.
    Draft(u64, Box<Command>),
    /// Sets the annotator; also the answer to [`crate::session::Access::Asks`].
    AnnotateAs(Annotator),
    /// Sent when time has passed: saves what is due.
    Tick,
    /// Sent when the window loses its focus or is about to close: saves at once.
    Flush,
    Report(Report),
    DismissNotices,
}
