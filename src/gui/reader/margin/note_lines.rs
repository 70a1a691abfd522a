//! Builds the lines of a margin note: speaker, facts, nested quotes, links, the annotator's note.

use crate::gui::reader::layout::page::Page;
use crate::gui::style::dates;
use crate::model::{Annotation, Article, Attribution, Label, LinkId, LinkKind, Who};
use crate::session::{Action, End, Session, Tie};

/// The style of a piece of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui::reader) enum Tone {
    /// A speaker or source.
    Who,
    /// An open question.
    Open,
    /// Facts.
    Dim,
    /// A key.
    Key,
    /// What the annotator noted.
    Plain,
}

/// What a click on a line does besides selecting the annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui::reader) enum Does {
    Nothing,
    /// Opens the actor picker.
    Choose,
    /// Runs an action.
    Act(Action),
    /// Goes to the other end of a link.
    Go(End),
}

/// One line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui::reader) struct NoteLine {
    pub pieces: Vec<(Tone, String)>,
    pub does: Does,
    /// The accessible name; empty if the line cannot be clicked.
    pub name: String,
}

impl NoteLine {
    fn said(tone: Tone, words: String) -> Self {
        Self { pieces: vec![(tone, words)], does: Does::Nothing, name: String::new() }
    }
}

/// The lines of the note of a quote or a claim. `inner` are the links inside the article, in the order of their numbers.
pub(in crate::gui::reader) fn lines(page: &Page<'_>, annotation: &Annotation, inner: &[LinkId]) -> Vec<NoteLine> {
    let session = page.session;
    let details = &annotation.details;
    let in_zone = annotation.spans().all(|span| page.article.zone_of(span).is_some());
    let speakers = people(session, &details.attribution);
    let words = annotation.beginning(40);
    let mut lines = Vec::new();
    if is_said_above(session, annotation) {
        // The note of the quote around it names the speaker.
    } else if speakers.is_empty() {
        let (tone, text) = if in_zone { (Tone::Dim, annotation.label.title()) } else { (Tone::Open, "Who says it?") };
        let name = if in_zone { format!("Set speaker: “{words}”") } else { format!("Who says it? “{words}”") };
        lines.push(NoteLine { pieces: vec![(tone, text.to_owned())], does: Does::Choose, name });
    } else {
        let name = format!("Said by {speakers}: “{words}”");
        lines.push(NoteLine { pieces: vec![(Tone::Who, speakers)], does: Does::Choose, name });
    }
    let mut facts = facts(session, annotation);
    if lines.is_empty() {
        facts.insert(0, "1 claim".to_owned());
    }
    if !facts.is_empty() {
        lines.push(NoteLine::said(Tone::Dim, facts.join(" · ")));
    }
    lines.extend(quoted_in(page, annotation));
    if annotation.label != Label::Actor {
        let ties = session.ties(&page.end(&annotation.id));
        lines.extend(ties.iter().map(|tie| link(page, tie, inner)));
    }
    let note = annotation.note.trim();
    if !note.is_empty() {
        lines.push(NoteLine::said(Tone::Plain, note.to_owned()));
    }
    lines
}

/// Whether it is a claim inside a quote with the same speaker.
fn is_said_above(session: &Session, annotation: &Annotation) -> bool {
    let whose = |annotation: &Annotation| annotation.details.attribution.iter().map(|held| held.who.clone()).collect::<Vec<_>>();
    let own = whose(annotation);
    annotation.label == Label::Claim
        && !own.is_empty()
        && session.quote_around(annotation).is_some_and(|quote| quote.start() <= annotation.start() && whose(quote) == own)
}

/// Whether the speaker or source is an open question.
pub(in crate::gui::reader) fn is_open(lines: &[NoteLine]) -> bool {
    lines.iter().any(|line| line.pieces.iter().any(|(tone, _)| *tone == Tone::Open))
}

fn people(session: &Session, list: &[Attribution]) -> String {
    let names: Vec<String> = list.iter().map(|held| who(session, &held.who)).collect();
    names.join(", ")
}

/// A speaker or source, as margins and names of marks show it.
pub(in crate::gui::reader) fn who(session: &Session, who: &Who) -> String {
    match who {
        Who::Actor(_) => session.who_shown(who),
        Who::Unnamed(words) => words.clone(),
        Who::Author => "Article".to_owned(),
        Who::Unknown => "Unknown".to_owned(),
    }
}

/// `direct · told · 2 fragments · unsure`: the first attribute, the cue, and attributes that were set.
fn facts(session: &Session, annotation: &Annotation) -> Vec<String> {
    let details = &annotation.details;
    let mut facts = Vec::new();
    let attributes = session.document().codebook.attributes_of(annotation.label).filter(|attribute| attribute.is_closed());
    let mut said = Vec::new();
    for (at, attribute) in attributes.enumerate() {
        let Some(value) = attribute.held(&details.attributes).filter(|value| !value.is_empty()) else { continue };
        if at > 0 && !details.attributes.contains_key(&attribute.name) {
            continue;
        }
        let shown = attribute.value(value).map_or(value, |found| found.shown()).to_lowercase();
        let title = attribute.title.to_lowercase();
        let shown = match shown.as_str() {
            "yes" => title,
            "no" => format!("not {title}"),
            short if short.len() < 3 => format!("{title} {short}"),
            _ => shown,
        };
        if at == 0 { facts.push(shown) } else { said.push(shown) }
    }
    facts.extend(details.cue().map(|cue| crate::gui::widgets::lettering::one_line(&cue.words)));
    facts.extend(said);
    if annotation.fragments.len() > 1 {
        facts.push(format!("{} fragments", annotation.fragments.len()));
    }
    if details.attribution.iter().any(|held| matches!(held.who, Who::Unnamed(_))) {
        facts.push("unnamed".to_owned());
    }
    let reporters = people(session, &details.reporters);
    if !reporters.is_empty() {
        facts.push(format!("via {reporters}"));
    }
    if annotation.unsure {
        facts.push("unsure".to_owned());
    }
    facts
}

/// `quotes Claire Maurel`: the speakers of the quotes inside this one.
fn quoted_in(page: &Page<'_>, annotation: &Annotation) -> Option<NoteLine> {
    let layer = page.layer.filter(|_| annotation.label == Label::Quote)?;
    let inside = |other: &Annotation| {
        other.id != annotation.id
            && other.label == Label::Quote
            && other.spans().all(|span| annotation.spans().any(|own| own.start() <= span.start() && span.end() <= own.end()))
    };
    let within = layer.touching(annotation.start(), annotation.end()).filter(|other| inside(other));
    let mut names: Vec<String> =
        within.flat_map(|other| other.details.attribution.iter()).map(|held| who(page.session, &held.who)).collect();
    names.dedup();
    let pieces = vec![(Tone::Dim, "quotes ".to_owned()), (Tone::Who, names.join(", "))];
    (!names.is_empty()).then_some(NoteLine { pieces, does: Does::Nothing, name: String::new() })
}

/// `= Le Quai, 3 Feb ↗`, or the number that both ends of a link inside the article show.
fn link(page: &Page<'_>, tie: &Tie, inner: &[LinkId]) -> NoteLine {
    let sign = if tie.outgoing || tie.kind != LinkKind::Supports { tie.kind.sign() } else { "←" };
    let title = if tie.outgoing { tie.kind.title() } else { tie.kind.title_from_target() };
    let there = page.session.find(&tie.other).is_some();
    let place = match inner.iter().position(|id| *id == tie.link) {
        Some(at) => format!("{} {title}", at + 1),
        None => page.session.document().article(&tie.other.0).map_or_else(String::new, |other| outlet(page.article, other)),
    };
    let arrow = if tie.other.0 == page.article.id { "" } else { " ↗" };
    if there {
        let words = format!("{sign} {place}{arrow}");
        NoteLine { pieces: vec![(Tone::Dim, words)], does: Does::Go(tie.other.clone()), name: format!("Go to {title}: {place}") }
    } else {
        NoteLine::said(Tone::Open, format!("{sign} broken link"))
    }
}

/// `Le Quai, 3 Feb`, or the title if the outlet is not known.
pub(in crate::gui::reader) fn outlet(here: &Article, other: &Article) -> String {
    let data = &other.metadata;
    let year = here.metadata.published.as_ref().map_or("", dates::year);
    let mut parts = Vec::new();
    if data.outlet.is_empty() {
        parts.push(crate::text::shortened(&other.display_title(), 24));
    } else {
        parts.push(data.outlet.clone());
    }
    parts.extend(data.published.as_ref().map(|date| dates::short(date, year)));
    parts.join(", ")
}

/// The links between annotations of the article, in text order; their positions are their numbers.
pub(in crate::gui::reader) fn inner_links(page: &Page<'_>) -> Vec<LinkId> {
    let annotations = page.layer.into_iter().flat_map(|layer| layer.linking());
    let links = annotations.flat_map(|annotation| &annotation.details.links);
    links.filter(|link| link.article == page.article.id).map(|link| link.id.clone()).collect()
}
