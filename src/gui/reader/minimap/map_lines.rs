//! Computes the lines of the minimap: one for each mark, or for marks that overlap there; updated incrementally.

use std::sync::Arc;

use egui::{Rect, pos2};

use crate::model::{Annotation, Label, Layer};
use crate::text::ByteOffset;

/// Maximum error of a line's position before the map is rebuilt, in points.
const NO_MOVE: f32 = 0.1;
/// Minimum height of a line, in points.
const SHORTEST: f32 = 2.0;
/// With more changes than this, all lines are rebuilt.
const FEW: usize = 64;
/// Actors are painted first, so that quotes and claims stay on top.
const ORDER: [Label; 3] = [Label::Actor, Label::Claim, Label::Quote];

/// Converts positions in the text to heights on the map.
#[derive(Clone, Copy, Debug)]
pub(in crate::gui::reader) struct Scale {
    pub bar: Rect,
    /// Share of the map for the head of the page.
    pub head: f32,
    /// End of the text.
    pub end: ByteOffset,
}

impl Scale {
    /// The height of a byte of the article on the map.
    pub fn place(&self, byte: ByteOffset) -> f32 {
        let share = byte.0 as f32 / self.end.0.max(1) as f32;
        self.bar.top() + self.bar.height() * (self.head + (1.0 - self.head) * share)
    }

    /// A byte at about that height.
    fn byte(&self, y: f32) -> ByteOffset {
        let share = ((y - self.bar.top()) / self.bar.height() - self.head) / (1.0 - self.head).max(f32::EPSILON);
        ByteOffset((share.clamp(0.0, 1.0) * self.end.0 as f32) as usize)
    }

    fn extent(&self, annotation: &Annotation) -> Extent {
        let top = self.place(annotation.start());
        (top, self.place(annotation.end()).max(top + SHORTEST))
    }
}

/// Top and bottom of a line.
type Extent = (f32, f32);

/// The lines of the map, kept until the annotations or the map change.
#[derive(Debug)]
pub(in crate::gui::reader) struct Lines {
    layer: Arc<Layer>,
    scale: Scale,
    /// Sorted from top to bottom and disjoint, in the order of [`ORDER`].
    extents: [Vec<Extent>; 3],
}

impl Lines {
    pub fn new(layer: &Arc<Layer>, scale: Scale) -> Self {
        let mut lines = ORDER.map(|_| Vec::<Extent>::new());
        for annotation in layer.annotations() {
            let (top, bottom) = scale.extent(annotation);
            let Some(of_label) = of(&mut lines, annotation.label) else { continue };
            match of_label.last_mut() {
                Some(last) if top <= last.1 => last.1 = last.1.max(bottom),
                _ => of_label.push((top, bottom)),
            }
        }
        Self { layer: Arc::clone(layer), scale, extents: lines }
    }

    /// Whether the map is at the same position. Measuring heights while scrolling moves it only slightly.
    pub fn fits(&self, scale: &Scale) -> bool {
        let height = scale.bar.height();
        self.scale.bar == scale.bar && self.scale.end == scale.end && (self.scale.head - scale.head).abs() * height < NO_MOVE
    }

    /// The lines, updated to the current layer.
    pub fn renewed(mut self, layer: &Arc<Layer>) -> Self {
        if Arc::ptr_eq(&self.layer, layer) {
            return self;
        }
        let before = std::mem::replace(&mut self.layer, Arc::clone(layer));
        let changed = layer.differences(&before);
        if changed.len() > FEW {
            return Self::new(layer, self.scale);
        }
        for (gone, new) in changed {
            if gone.zip(new).is_some_and(|(gone, new)| gone.label == new.label) {
                continue;
            }
            if let Some(gone) = gone {
                self.take(gone);
            }
            if let Some(new) = new {
                let extent = self.scale.extent(new);
                if let Some(lines) = of(&mut self.extents, new.label) {
                    put(lines, extent);
                }
            }
        }
        self
    }

    /// The lines as they are painted.
    pub fn rects(&self) -> impl Iterator<Item = (Label, Rect)> {
        let across = self.scale.bar.x_range();
        let of_label =
            move |label, (top, bottom): &Extent| (label, Rect::from_min_max(pos2(across.min, *top), pos2(across.max, *bottom)));
        ORDER.iter().zip(&self.extents).flat_map(move |(label, lines)| lines.iter().map(move |line| of_label(*label, line)))
    }

    /// Rebuilds the line that contained a removed annotation.
    fn take(&mut self, gone: &Annotation) {
        let (scale, extent) = (self.scale, self.scale.extent(gone));
        let Some(lines) = of(&mut self.extents, gone.label) else { return };
        let range = overlapping(lines, extent);
        let Some((top, bottom)) = lines.get(range.clone()).and_then(|lines| Some((lines.first()?.0, lines.last()?.1))) else {
            return;
        };
        lines.drain(range);
        let (from, to) = (scale.byte(top - 2.0 * SHORTEST), scale.byte(bottom + 2.0 * SHORTEST));
        for annotation in self.layer.touching(from, to).filter(|a| a.label == gone.label) {
            let extent = scale.extent(annotation);
            if extent.0 <= bottom && top <= extent.1 {
                put(lines, extent);
            }
        }
    }
}

fn of(lines: &mut [Vec<Extent>; 3], label: Label) -> Option<&mut Vec<Extent>> {
    lines.iter_mut().zip(ORDER).find(|(_, of)| *of == label).map(|(lines, _)| lines)
}

/// The index range of the lines that an extent touches.
fn overlapping(lines: &[Extent], (top, bottom): Extent) -> std::ops::Range<usize> {
    let first = lines.partition_point(|line| line.1 < top);
    first..first.max(lines.partition_point(|line| line.0 <= bottom))
}

/// Adds an extent and merges it with the lines that it touches.
fn put(lines: &mut Vec<Extent>, extent: Extent) {
    let range = overlapping(lines, extent);
    let touched = lines.get(range.clone()).unwrap_or_default();
    let joined = touched.iter().fold(extent, |all, line| (all.0.min(line.0), all.1.max(line.1)));
    lines.splice(range, [joined]);
}

#[cfg(test)]
mod tests;
