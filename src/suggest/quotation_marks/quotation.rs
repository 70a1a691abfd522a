//! Finds the quotations of a text by their marks: pairs, nested pairs, dashes, several paragraphs; flags marks left alone.
//!
//! Linear in the text. What its marks do not say is not guessed: an open mark ends with its paragraph, and is reported.

use super::marks::{Family, Mark, Side, marks};
use super::pairing::pair;
use super::quotation_kind::{QuotationKind, kind_of};
use crate::text::{ByteOffset, Span, Text};

/// One stretch of words between quotation marks, or after a dash that opens a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without its marks and the spaces beside them.
    pub inner: Span,
    /// How many quotations it lies in.
    pub depth: u8,
    pub kind: Kind,
    pub likely: QuotationKind,
    /// Goes on from the paragraph before, whose last quotation was not closed.
    pub continues: bool,
    /// Is not closed, and continues in the next paragraph, which opens with a mark again.
    pub goes_on: bool,
}

/// What holds a quotation together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An opening and a closing mark.
    Marks,
    /// A dash at the start of the paragraph, and a closing mark.
    Dash,
    /// A dash at the start of the paragraph alone. Reaches to its end, reporting words included.
    OpenDash,
}

/// The quotations of a text, in its order, and the marks without a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundQuotations {
    pub quotations: Vec<Quotation>,
    /// The first few: where many stand alone they are no marks of speech, and nobody looks at each.
    pub unbalanced: Vec<Span>,
}

/// Most marks without a partner that are reported of a text, and of one paragraph.
const MOST_UNBALANCED: usize = 40;
const MOST_OF_PARAGRAPH: usize = 4;

/// Finds every quotation of `text`.
#[must_use]
pub fn quotations(text: &Text) -> FoundQuotations {
    let mut found = FoundQuotations::default();
    let mut running: Option<Running> = None;
    for number in 0..text.paragraph_count() {
        let range = text.paragraph(number);
        let paragraph = text.range(range.clone());
        if paragraph.chars().all(char::is_whitespace) {
            continue;
        }
        let marks = marks(paragraph, range.start);
        let content = range.start + (paragraph.len() - paragraph.trim_start().len())..range.start + paragraph.trim_end().len();
        let dash = opening_dash(paragraph.trim_start());
        let pairs = pair(&marks, dash.is_some());
        let first = marks.first().filter(|mark| mark.start == content.start && mark.shape != Side::Closes);
        let continues = resume(text, running.take().as_ref(), first, &mut found);
        let from = found.quotations.len();
        let mut closed_dash = false;
        for &(opening, again) in &pairs.reopened {
            let (Some(mark), Some(again)) = (marks.get(opening), marks.get(again)) else { continue };
            let continues = continues && mark.start == content.start || reopens(&pairs.reopened, opening);
            let bounds = [mark.start, mark.end, again.start, again.start];
            if let Some(part) = quotation(text, bounds, Kind::Marks, continues) {
                let outer = span(text, mark.start, part.inner.end().0).unwrap_or(part.outer);
                found.quotations.push(Quotation { outer, likely: QuotationKind::Speech, goes_on: true, ..part });
            }
        }
        for (opening, closing) in pairs.matched {
            let Some(closing) = marks.get(closing) else { continue };
            let (opening_at, opening) = (opening, opening.and_then(|at| marks.get(at)));
            closed_dash |= opening.is_none();
            let kind = if opening.is_some() { Kind::Marks } else { Kind::Dash };
            let (start, inner) = match (opening, dash) {
                (Some(mark), _) => (mark.start, mark.end),
                (None, dash) => (content.start, content.start + dash.map_or(0, |dash| dash.width)),
            };
            let continues = continues && start == content.start || opening_at.is_some_and(|at| reopens(&pairs.reopened, at));
            found.quotations.extend(quotation(text, [start, inner, closing.start, closing.end], kind, continues));
        }
        if let Some(mark) = pairs.running.or(pairs.soft_running).and_then(|at| marks.get(at)) {
            let continues =
                continues && mark.start == content.start || pairs.running.is_some_and(|at| reopens(&pairs.reopened, at));
            running = Some(Running { mark: *mark, end: content.end, continues });
        } else if let Some(dash) = dash.filter(|dash| !closed_dash && dash.is_long) {
            let bounds = [content.start, content.start + dash.width, content.end, content.end];
            found.quotations.extend(quotation(text, bounds, Kind::OpenDash, false));
        }
        let alone = pairs.unpaired.iter().filter_map(|&at| marks.get(at));
        found.unbalanced.extend(alone.filter_map(|mark| span(text, mark.start, mark.end)).take(MOST_OF_PARAGRAPH));
        set_depths(found.quotations.get_mut(from..).unwrap_or_default());
    }
    resume(text, running.as_ref(), None, &mut found);
    found.quotations.sort_by_key(|quotation| (quotation.outer.start(), std::cmp::Reverse(quotation.outer.end())));
    found.unbalanced.sort_unstable();
    found.unbalanced.truncate(MOST_UNBALANCED);
    found
}

/// Whether the mark opens anew what an earlier one of the paragraph has opened.
fn reopens(reopened: &[(usize, usize)], mark: usize) -> bool {
    reopened.binary_search_by_key(&mark, |&(_, again)| again).is_ok()
}

/// A mark that was opened and not closed up to the end of its paragraph.
struct Running {
    mark: Mark,
    end: usize,
    continues: bool,
}

/// Settles an open mark of the paragraph before: `first`, a mark that opens this one, takes it up; else it is alone.
fn resume(text: &Text, running: Option<&Running>, first: Option<&Mark>, found: &mut FoundQuotations) -> bool {
    let Some(&Running { mark, end, continues }) = running else { return false };
    let taken_up = first.is_some_and(|first| first.family == mark.family);
    if taken_up && let Some(part) = quotation(text, [mark.start, mark.end, end, end], Kind::Marks, continues) {
        found.quotations.push(Quotation { likely: QuotationKind::Speech, goes_on: true, ..part });
    } else if mark.family != Family::Single || mark.shape == Side::Opens {
        found.unbalanced.extend(span(text, mark.start, mark.end));
    }
    taken_up
}

/// `bounds` are where the opening mark begins and ends, and the closing one, in bytes.
fn quotation(text: &Text, bounds: [usize; 4], kind: Kind, continues: bool) -> Option<Quotation> {
    let [start, inner_start, inner_end, end] = bounds;
    let words = text.range(inner_start..inner_end);
    let leading = words.len() - words.trim_start().len();
    let words = words.trim();
    let inner = span(text, inner_start + leading, inner_start + leading + words.len())?;
    let outer = span(text, start, end)?;
    let line = text.range(text.paragraph(text.paragraph_at(ByteOffset(start))).start..start);
    let before = line.chars().rev().find(|c| !c.is_whitespace());
    let after = text.range(end..text.end().0).chars().next();
    let likely = if kind == Kind::Marks && !continues { kind_of(words, before, after) } else { QuotationKind::Speech };
    Some(Quotation { outer, inner, depth: 0, kind, likely, continues, goes_on: false })
}

fn span(text: &Text, start: usize, end: usize) -> Option<Span> {
    (start < end).then(|| Span::snapped(text, ByteOffset(start), ByteOffset(end))).flatten()
}

#[derive(Clone, Copy)]
struct Dash {
    /// In bytes.
    width: usize,
    /// A hyphen opens lists too, so it counts only with a closing mark.
    is_long: bool,
}

fn opening_dash(line: &str) -> Option<Dash> {
    let c = line.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '―'))?;
    let next = line.get(c.len_utf8()..)?.chars().next()?;
    let spaced = next.is_whitespace() || matches!(c, '—' | '―') && (next.is_alphanumeric() || next == '…');
    spaced.then(|| Dash { width: c.len_utf8(), is_long: c != '-' })
}

/// Counts for each quotation of one paragraph in how many others it lies.
fn set_depths(quotations: &mut [Quotation]) {
    quotations.sort_by_key(|quotation| (quotation.outer.start(), std::cmp::Reverse(quotation.outer.end())));
    let mut around: Vec<ByteOffset> = Vec::new();
    for quotation in quotations {
        while around.last().is_some_and(|&end| end <= quotation.outer.start()) {
            around.pop();
        }
        quotation.depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(quotation.outer.end());
    }
}
