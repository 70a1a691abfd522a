//! Draws suggestions: a dashed underline, stronger for the current one, and a digit at each likely speaker.

use egui::{CornerRadius, Painter, Rect, Shape, Stroke, pos2, vec2};

use super::layout::column::Placed;
use super::layout::laid::Part;
use super::layout::page::Page;
use super::marks::Mark;
use super::signs;
use super::state::ReaderView;
use crate::gui::panels::annotation::speaker_text::speaker_text;
use crate::model::Label;
use crate::session::{Action, Digit};
use crate::suggest::{Proposed, Speaker, Suggestion};
use crate::text::{ByteOffset, Span};

/// A suggestion in view.
pub(super) struct Shown<'a> {
    pub suggestion: &'a Suggestion,
    /// The label that accepting it sets.
    pub label: Label,
    /// Whether it is the current suggestion.
    pub current: bool,
    /// Its rows on the screen, each with the number of its fragment.
    pub rows: Vec<(usize, Part)>,
}

/// A digit at the words that name a likely speaker; a click on it has the effect of its key.
pub(super) struct Badge {
    /// The digit, from 1.
    pub number: usize,
    pub rect: Rect,
    /// The name of the speaker.
    pub called: String,
}

/// The suggestions in view, and the digits of the current one or of the selected annotation.
#[derive(Default)]
pub(super) struct Looked<'a> {
    pub shown: Vec<Shown<'a>>,
    pub badges: Vec<Badge>,
}

/// Computes the positions of suggestions and digits on the screen.
pub(super) fn look<'a>(page: &Page<'a>, placed: &[Placed], marks: &[Mark], view: &ReaderView) -> Looked<'a> {
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return Looked::default() };
    if !page.active {
        return Looked::default();
    }
    let current = page.session.suggestion();
    let (from, to) = (first.laid.bytes.start, last.laid.bytes.end);
    let near = |suggestion: &&Suggestion| {
        let starts = suggestion.fragments.first().is_some_and(|span| span.start().0 < to);
        starts && suggestion.fragments.last().is_some_and(|span| from < span.end().0)
    };
    // The current suggestion may have been adjusted to other edges.
    let label = page.session.offers();
    let on_show = page.session.suggestions_of(label).iter();
    let others = on_show.filter(|held| !current.is_some_and(|current| is_same(held, current)));
    let all = others.map(|suggestion| (suggestion, false)).chain(current.map(|suggestion| (suggestion, true)));
    let shown = all
        .filter(|(suggestion, _)| near(suggestion))
        .map(|(suggestion, current)| Shown { suggestion, label, current, rows: rows(page, placed, view, suggestion) })
        .collect();
    let badges = match current {
        Some(current) => match current.extent() {
            Some(edges) => badges(page, placed, marks, view, (&current.speakers, edges)),
            None => Vec::new(),
        },
        None => likely_badges(page, placed, marks, view),
    };
    Looked { shown, badges }
}

fn is_same(a: &Suggestion, b: &Suggestion) -> bool {
    let overlap = a.fragments.iter().any(|own| b.fragments.iter().any(|other| own.overlaps(*other)));
    overlap && (a.kind, a.cue, a.rule, &a.speakers) == (b.kind, b.cue, b.rule, &b.speakers)
}

fn rows(page: &Page<'_>, placed: &[Placed], view: &ReaderView, suggestion: &Suggestion) -> Vec<(usize, Part)> {
    let numbered = suggestion.fragments.iter().enumerate();
    numbered.flat_map(|(number, span)| parts(page, placed, view, *span).into_iter().map(move |part| (number, part))).collect()
}

/// The rows of a span on the screen, as far as they are laid out.
fn parts(page: &Page<'_>, placed: &[Placed], view: &ReaderView, span: Span) -> Vec<Part> {
    let mut found = Vec::new();
    for block in placed.iter().filter(|p| span.start().0 < p.laid.bytes.end && p.laid.bytes.start < span.end().0) {
        let shift = page.origin(block, view.scroll).to_vec2();
        found.extend(block.laid.parts(span.start(), span.end()).into_iter().map(|mut part| {
            part.rect = part.rect.translate(shift);
            part
        }));
    }
    found
}

/// The digits of the likely speakers of the selected quote or claim.
fn likely_badges(page: &Page<'_>, placed: &[Placed], marks: &[Mark], view: &ReaderView) -> Vec<Badge> {
    let Some(current) = page.current().filter(|annotation| annotation.label != Label::Actor) else { return Vec::new() };
    let speakers = page.session.offered_speakers(current);
    badges(page, placed, marks, view, (&speakers, (current.start(), current.end())))
}

/// The digits of the likely speakers of the words between two edges.
fn badges(
    page: &Page<'_>,
    placed: &[Placed],
    marks: &[Mark],
    view: &ReaderView,
    (speakers, edges): (&[Speaker], (ByteOffset, ByteOffset)),
) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::new();
    let mut named: Vec<Span> = Vec::new();
    // The words of a role are a choice of their own; actors with that role are shown at their names.
    let role = |speaker: &Speaker| speaker.mention.filter(|_| matches!(speaker.who, Proposed::Role(_)));
    let roles: Vec<Span> = speakers.iter().filter_map(role).collect();
    for (at, speaker) in speakers.iter().enumerate().take(Digit::ALL.len()) {
        // A pronoun shows one digit; other possible actors are shown at their names.
        let is_role = matches!(speaker.who, Proposed::Role(_));
        let beside_cue = speaker.mention.filter(|span| !named.contains(span) && (is_role || !roles.contains(span)));
        named.extend(beside_cue);
        let Some(words) = place(page, placed, marks, view, edges, (speaker, beside_cue)) else { continue };
        let mut rect = signs::badge_at(words);
        // Two digits may belong to the same words.
        while badges.iter().any(|other| other.rect.intersects(rect)) {
            rect = rect.translate(vec2(rect.width() + 2.0, 0.0));
        }
        badges.push(Badge { number: at + 1, rect, called: speaker_text(page.session, &speaker.who).0 });
    }
    badges
}

/// Where a likely speaker is named on the screen: beside the cue, or else nearest to the suggestion.
fn place(
    page: &Page<'_>,
    placed: &[Placed],
    marks: &[Mark],
    view: &ReaderView,
    (start, end): (ByteOffset, ByteOffset),
    (speaker, beside_cue): (&Speaker, Option<Span>),
) -> Option<Rect> {
    let on_screen =
        |span: Span| parts(page, placed, view, span).last().map(|part| part.rect).filter(|r| page.pane.intersects(*r));
    if let Some(rect) = beside_cue.and_then(on_screen) {
        return Some(rect);
    }
    let gap = |at: ByteOffset| at.0.saturating_sub(end.0) + start.0.saturating_sub(at.0);
    let marked = marks.iter().filter(|mark| mark.part.last && mark.annotation.label == Label::Actor);
    let marked = marked
        .filter(|mark| matches!(&speaker.who, Proposed::Known(id) if mark.annotation.actor.as_ref() == Some(id)))
        .filter(|mark| page.pane.intersects(mark.part.rect))
        .map(|mark| (gap(mark.annotation.start()), mark.part.rect));
    let found = page.session.found_names();
    let known = found.iter().flat_map(|found| &found.names).filter(|hit| match &speaker.who {
        Proposed::Known(id) => hit.actor() == Some(id),
        Proposed::New(_) | Proposed::Role(_) => false,
    });
    let new = found.iter().flat_map(|found| &found.new_names).filter(|new| match &speaker.who {
        Proposed::New(name) => new.name == *name,
        Proposed::Known(_) | Proposed::Role(_) => false,
    });
    let unmarked = known.map(|hit| hit.span).chain(new.map(|new| new.span));
    let unmarked = unmarked.filter_map(|span| on_screen(span).map(|rect| (gap(span.start()), rect)));
    marked.chain(unmarked).min_by_key(|(gap, _)| *gap).map(|(_, rect)| rect)
}

impl Looked<'_> {
    /// The action of the digit at a point of the screen.
    pub(super) fn digit_at(&self, point: egui::Pos2) -> Option<Action> {
        let badge = self.badges.iter().find(|badge| badge.rect.expand(3.0).contains(point))?;
        Digit::ALL.get(badge.number.checked_sub(1)?).copied().map(Action::speaker)
    }

    /// Whether a point of the screen is on the words of a suggestion.
    pub(super) fn holds(&self, point: egui::Pos2) -> bool {
        self.shown.iter().any(|shown| shown.rows.iter().any(|(_, part)| part.rect.expand(2.0).contains(point)))
    }

    /// Paints what is behind the letters: the tint of the current suggestion.
    pub(super) fn behind(&self, painter: &Painter, page: &Page<'_>) {
        for shown in self.shown.iter().filter(|shown| shown.current) {
            let tint = match shown.label {
                Label::Claim => page.theme.claim.gamma_multiply(0.14),
                Label::Quote | Label::Actor => page.theme.quote.gamma_multiply(0.6),
            };
            for (_, part) in &shown.rows {
                painter.rect_filled(part.rect.expand2(vec2(1.0, 2.0)), CornerRadius::same(2), tint);
            }
        }
    }

    /// Paints dashes, the line between fragments, the cue and the digits.
    pub(super) fn over(&self, painter: &Painter, page: &Page<'_>, placed: &[Placed], view: &ReaderView) {
        for shown in &self.shown {
            let ink = page.theme.label_ink(shown.label);
            let stroke = Stroke::new(if shown.current { 2.0 } else { 1.2 }, ink);
            for (_, part) in &shown.rows {
                let y = painter.round_to_pixel_center(part.rect.bottom() + 1.5);
                let line = [pos2(part.rect.left(), y), pos2(part.rect.right(), y)];
                painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
            }
            if shown.current {
                let rows: Vec<(usize, Rect)> = shown.rows.iter().map(|(number, part)| (*number, part.rect)).collect();
                signs::thread(painter, page, &rows);
                if let Some(cue) = shown.suggestion.cue {
                    signs::dotted(painter, page, placed, view.scroll, cue);
                }
            }
        }
        for badge in &self.badges {
            signs::badge(painter, badge.rect, badge.number, page.theme);
        }
    }
}

/// What a suggestion is called in accessible names and tips.
pub(super) fn kind(label: Label) -> &'static str {
    match label {
        Label::Claim => "claim suggestion",
        Label::Quote | Label::Actor => "suggestion",
    }
}

/// The words of a suggestion for names and tips, at most `most` characters.
pub(super) fn words(page: &Page<'_>, suggestion: &Suggestion, most: usize) -> String {
    let pieces: Vec<&str> = suggestion.fragments.iter().map(|span| page.text.slice(*span)).collect();
    let words = crate::gui::widgets::lettering::one_line(&pieces.join(" […] "));
    crate::text::shortened(&words, most)
}
