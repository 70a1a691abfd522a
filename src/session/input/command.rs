//! Defines [`Command`]: everything that the window can ask of the session.

use crate::model::{
    Actor, ActorId, AnnotationId, Annotator, ArticleId, Attribution, BatchId, EvidenceKind, LinkId, LinkKind, Metadata, Who,
    ZoneKind,
};
use crate::session::{CodebookChange, Order, Place, Query, Report, SearchAct, SessionAction};
use crate::text::ByteOffset;

/// An end of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    Start,
    End,
}

/// A list of actors in the attribution of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The speakers of a quote, or the sources of a claim.
    Speaker,
    /// Who passes the words on, outermost first.
    Reporter,
    /// Who is addressed.
    Addressee,
}

/// What a new actor is created for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// Only for the register.
    Register,
    /// For a mention in the open article.
    Mention(AnnotationId),
    /// For a slot of an annotation in the open article; with `joins` it is added, otherwise it replaces the present ones.
    Slot { id: AnnotationId, slot: Slot, joins: bool },
    /// For the “about” list of an annotation in the open article.
    About(AnnotationId),
}

/// The articles that a search covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Article,
    Set,
}

/// A text to add as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Name of the file; empty for pasted text.
    pub file_name: String,
    /// Decoded, with `\n` as line ending.
    pub text: String,
}

/// Everything that the window can ask of the session. Only the session changes the document.
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
    /// Selects the shortest suggestion at this place.
    LookAt(ByteOffset),
    /// Accepts the selected suggestion and selects the annotation, without going to the next suggestion.
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
        /// Whether it is added; otherwise it replaces the present ones.
        joins: bool,
    },
    /// Replaces the list of a slot: to reorder it, or to remove an entry.
    SetSlot {
        id: AnnotationId,
        slot: Slot,
        list: Vec<Attribution>,
    },
    /// Sets the actor of a mention; `None` removes it.
    SetMention(AnnotationId, Option<ActorId>),
    SetAbout(AnnotationId, Vec<ActorId>),
    /// Sets the value of an attribute; an empty one removes it.
    SetAttribute {
        id: AnnotationId,
        name: String,
        value: String,
    },
    /// Removes a piece of evidence, by its index among those of its kind.
    DropEvidence(AnnotationId, EvidenceKind, usize),
    /// Discards all evidence of an annotation whose words could not be found again.
    DropLostEvidence(AnnotationId),
    /// Adds an actor of that name to the register.
    NewActor {
        name: String,
        target: For,
    },
    /// Replaces the entry of an actor in the register.
    SetActor(Box<Actor>),
    /// Merges two actors: everything of `from` moves to `into`.
    MergeActors {
        from: ActorId,
        into: ActorId,
    },
    /// Splits off an actor of that name, with some mentions and aliases of another.
    SplitActor {
        from: ActorId,
        name: String,
        aliases: Vec<String>,
        mentions: Vec<(ArticleId, AnnotationId)>,
    },
    /// Removes an actor from the register, if nothing refers to it.
    RemoveActor(ActorId),
    /// Finds all other mentions of an actor, for review.
    FindMentions(ActorId, Scope),
    /// Searches articles or annotations for words.
    Search(Query),
    SortReview(Order),
    /// Copies the selected rows of the review, or all, to the clipboard as a table.
    CopyReview,
    /// Applies an action to the selected results of a search, as one batch.
    AcceptAs(SearchAct),
    /// Selects or deselects a row of the review.
    TickRow(usize, bool),
    TickAll(bool),
    /// Accepts the selected rows, as one batch.
    AcceptReview,
    CloseReview,
    /// Deletes the annotations of a batch, except those edited since.
    RetractBatch(BatchId),
    /// Marks the selected lines, or the paragraph at the caret, as not article text.
    MarkZone(ZoneKind),
    /// Changes the kind of the zone with this index; `None` removes the zone.
    SetZone(ArticleId, usize, Option<ZoneKind>),
    /// Links two annotations of any articles. `from` must be an annotation by the current annotator.
    Link {
        from: (ArticleId, AnnotationId),
        to: (ArticleId, AnnotationId),
        kind: LinkKind,
    },
    /// Changes the kind and note of a link; `None` removes it.
    SetLink {
        from: (ArticleId, AnnotationId),
        id: LinkId,
        to: Option<(LinkKind, String)>,
    },
    /// Sets the kind of the next link.
    ChooseLinkKind(LinkKind),
    ChangeCodebook(CodebookChange),
    /// Sets whether selecting a quotation by key includes its quotation marks.
    MarksIn(bool),
    /// Moves an annotation whose words could not be found to the selection.
    Reanchor(AnnotationId),
    /// Discards an annotation whose words could not be found.
    DropLost(AnnotationId),
    AddArticles(Vec<Incoming>),
    SetMetadata(ArticleId, Metadata),
    SetTitle(String),
    /// A command for text that is being typed: all with the same number are one undo step.
    Draft(u64, Box<Command>),
    /// Sets the annotator; also answers [`crate::session::Access::Asks`].
    AnnotateAs(Annotator),
    /// Time has passed; saves what is due.
    Tick,
    /// The window lost the focus or is about to close; saves immediately.
    Flush,
    Report(Report),
    DismissNotices,
}
