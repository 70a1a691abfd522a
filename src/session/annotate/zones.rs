//! Marks what is not article text, and takes the marking away.

use crate::edit::{Change, Edit};
use crate::model::{Article, ArticleId, Fragment, Timestamp, Zone, ZoneKind};
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, trim};

impl Session {
    /// Marks the paragraphs of the selection, or the one at the caret. What was a zone of that kind no longer is one.
    pub(in crate::session) fn mark_zone(&mut self, kind: ZoneKind, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let Some(span) = self.zone_span(&article) else {
            return self.notify(Severity::Info, "There is no text here to mark", now);
        };
        let held = article.zones.iter().find(|zone| zone.fragment.span == span);
        if held.is_some_and(|zone| zone.kind == kind) {
            let at = article.zones.iter().position(|zone| zone.fragment.span == span).unwrap_or(0);
            return self.set_zone(&article.id, at, None, now);
        }
        let zones = with_zone(&article, Zone { kind, fragment: Fragment::new(&article.text, span) });
        let edit = Edit::Zones(article.id.clone(), Change::new(article.zones.clone(), zones));
        if self.take_step(&format!("mark as {}", kind.title()), vec![edit], None, now) {
            self.selection = crate::session::Selection::caret(span.end());
            self.offer_like_zones(kind, &article.id, article.text.slice(span), now);
        }
    }

    pub(in crate::session) fn set_zone(&mut self, id: &ArticleId, at: usize, kind: Option<ZoneKind>, now: Timestamp) {
        let Some(article) = self.document.article(id).cloned() else { return };
        let mut zones = article.zones.clone();
        let name = match (kind, zones.get_mut(at)) {
            (_, None) => return,
            (Some(kind), Some(zone)) => {
                zone.kind = kind;
                format!("mark as {}", kind.title())
            }
            (None, Some(_)) => {
                zones.remove(at);
                "mark as article text".to_owned()
            }
        };
        let edit = Edit::Zones(id.clone(), Change::new(article.zones.clone(), zones));
        self.take_step(&name, vec![edit], None, now);
    }

    /// The whole paragraphs that the selection or the caret touches, without outer white space.
    fn zone_span(&self, article: &Article) -> Option<Span> {
        let text = &article.text;
        let (from, to) = match self.selection.trimmed(text) {
            Some(span) => (span.start(), span.end()),
            None => (self.selection.head, self.selection.head),
        };
        let start = text.paragraph(text.paragraph_at(from)).start;
        let end = text.paragraph(text.paragraph_at(to)).end;
        trim::trimmed(text, Span::snapped(text, ByteOffset(start), ByteOffset(end))?)
    }
}

/// The article's zones with a new one, which takes the place of those it overlaps.
pub(in crate::session) fn with_zone(article: &Article, zone: Zone) -> Vec<Zone> {
    let mut zones: Vec<Zone> =
        article.zones.iter().filter(|held| !held.fragment.span.overlaps(zone.fragment.span)).cloned().collect();
    zones.push(zone);
    zones.sort_by_key(|held| held.fragment.span);
    zones
}
