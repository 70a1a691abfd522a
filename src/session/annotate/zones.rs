//! Plans what is not article text.

use crate::edit::{Change, Edit};
use crate::model::{Article, ArticleId, Fragment, Timestamp, Zone, ZoneKind};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, trim};

impl Session {
    /// Marks the paragraphs of the selection, or the one at the caret, as a zone; the same zone is removed. Then searches
    /// other articles for the same lines.
    pub(in crate::session) fn mark_zone(&mut self, kind: ZoneKind, now: Timestamp) {
        let planned = self.zone_marked(kind);
        let made = planned.as_ref().ok().and_then(|plan| plan.caret).and_then(|_| self.zone_span(self.article()?));
        let Some(article) = self.article().cloned() else { return };
        if self.carry_out(planned, now)
            && let Some(span) = made
        {
            self.offer_like_zones(kind, &article.id, article.text.slice(span));
        }
    }

    fn zone_marked(&self, kind: ZoneKind) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let span = self.zone_span(article).ok_or_else(|| NoPlan::info("There is no text here to mark"))?;
        let held = article.zones.iter().position(|zone| zone.fragment.span == span && zone.kind == kind);
        if let Some(at) = held {
            return self.set_zone(&article.id, at, None);
        }
        let zones = with_zone(article, Zone { kind, fragment: Fragment::new(&article.text, span) });
        let edit = Edit::Zones(article.id.clone(), Change::new(article.zones.clone(), zones));
        Ok(Plan::new(format!("mark as {}", kind.title()), vec![edit]).caret(span.end()))
    }

    /// Plans another kind for a zone of an article, counted from 0, or its removal.
    pub(in crate::session) fn set_zone(&self, id: &ArticleId, at: usize, kind: Option<ZoneKind>) -> Planned {
        let article = self.document().article(id).ok_or(NoPlan::Nothing)?;
        let mut zones = article.zones.clone();
        let zone = zones.get_mut(at).ok_or(NoPlan::Nothing)?;
        let name = if let Some(kind) = kind {
            zone.kind = kind;
            format!("mark as {}", kind.title())
        } else {
            zones.remove(at);
            "mark as article text".to_owned()
        };
        Ok(Plan::new(name, vec![Edit::Zones(id.clone(), Change::new(article.zones.clone(), zones))]))
    }

    /// The whole paragraphs that the selection or the caret touches, without outer white space.
    fn zone_span(&self, article: &Article) -> Option<Span> {
        let text = &article.text;
        let (from, to) = match self.selection().trimmed(text) {
            Some(span) => (span.start(), span.end()),
            None => (self.selection().head, self.selection().head),
        };
        let start = text.paragraph(text.paragraph_at(from)).start;
        let end = text.paragraph(text.paragraph_at(to)).end;
        trim::trimmed(text, Span::snapped(text, ByteOffset(start), ByteOffset(end))?)
    }
}

/// The article's zones with a new one, which replaces those that it overlaps.
pub(in crate::session) fn with_zone(article: &Article, zone: Zone) -> Vec<Zone> {
    let mut zones: Vec<Zone> =
        article.zones.iter().filter(|held| !held.fragment.span.overlaps(zone.fragment.span)).cloned().collect();
    zones.push(zone);
    zones.sort_by_key(|held| held.fragment.span);
    zones
}
