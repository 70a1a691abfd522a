//! Splits a text into tiles around an offset without reading it from the start, so that the cost does not depend on the
//! length of the paragraph.

use std::ops::Range;

use super::{ByteOffset, Text};

/// Where a text may be split, decided from the surrounding text only.
pub(super) trait Breaks {
    /// The last break in `after + 1..=at`, in bytes.
    fn last(&self, text: &Text, after: usize, at: usize) -> Option<usize>;

    /// The first break in `after + 1..=until`, in bytes.
    fn first(&self, text: &Text, after: usize, until: usize) -> Option<usize>;
}

/// The tile of `bounds` that contains the grapheme boundary `at`: from one break to the next.
///
/// If there is no break in `period` bytes, a multiple of `period` is one. So a tile is never much longer than two periods,
/// finding it reads at most four, and the same tile is found from every offset in it.
pub(super) fn tile(text: &Text, bounds: Range<usize>, at: ByteOffset, period: usize, breaks: &impl Breaks) -> Range<usize> {
    if at.0 >= bounds.end && bounds.start < bounds.end {
        let inside = text.previous_grapheme(at).0.max(bounds.start);
        return tile(text, bounds, ByteOffset(inside), period, breaks);
    }
    let ahead = at.0.saturating_sub(bounds.start) / period * period;
    let multiple = bounds.start + ahead;
    let after = multiple.saturating_sub(period).max(bounds.start);
    let (base, start) = match breaks.last(text, after, at.0) {
        Some(found) => (found, found),
        None => (multiple, text.ceil_grapheme(ByteOffset(multiple)).0.min(bounds.end)),
    };
    let mut limit = bounds.start + (base - bounds.start).next_multiple_of(period) + period;
    let mut cut = text.ceil_grapheme(ByteOffset(limit)).0;
    while cut <= start && cut < bounds.end {
        limit += period;
        cut = text.ceil_grapheme(ByteOffset(limit)).0;
    }
    let cut = cut.min(bounds.end);
    start..breaks.first(text, start, cut).unwrap_or(cut)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Breaks at given places, counting the bytes it is asked to look at.
    struct Counted<'b> {
        places: &'b [usize],
        looked_at: Cell<usize>,
    }

    impl Breaks for Counted<'_> {
        fn last(&self, _: &Text, after: usize, at: usize) -> Option<usize> {
            let found = self.places.iter().rev().find(|&&place| after < place && place <= at).copied();
            self.looked_at.set(self.looked_at.get() + at - found.unwrap_or(after));
            found
        }

        fn first(&self, _: &Text, after: usize, until: usize) -> Option<usize> {
            let found = self.places.iter().find(|&&place| after < place && place <= until).copied();
            self.looked_at.set(self.looked_at.get() + found.unwrap_or(until) - after);
            found
        }
    }

    #[test]
    fn every_place_of_a_tile_finds_that_tile_and_looks_no_further_than_four_periods() {
        let text = Text::new("é".repeat(500));
        for places in [&[][..], &[2], &[98, 100, 102], &[298, 300], &[10, 550, 660, 662, 998]] {
            let mut expected = 0..0;
            for at in (0..1000).step_by(2) {
                let breaks = Counted { places, looked_at: Cell::new(0) };
                let found = tile(&text, 0..1000, ByteOffset(at), 100, &breaks);
                assert!(breaks.looked_at.get() <= 400, "{places:?} at {at}");
                if at >= expected.end {
                    assert_eq!(found.start, expected.end, "{places:?}: tiles follow each other");
                    expected = found.clone();
                }
                assert_eq!(found, expected, "{places:?} at {at}");
            }
            assert_eq!(expected.end, 1000);
        }
    }
}
