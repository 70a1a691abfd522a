//! Makes ids for annotations: short, random, unique in the set.

use std::cell::Cell;

use crate::model::{AnnotationId, ArticleId, BatchId, Document, Label, LinkId};

/// Letters and digits that cannot be mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A source of ids. Randomness is passed in as a seed, so that a session can be replayed.
///
/// Ids are drawn through a shared reference: a feature that plans a change reads the session and changes nothing of it.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: Cell<u64>,
}

impl IdSource {
    /// Two sources with different seeds give different ids.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: Cell::new(seed) }
    }

    /// A new id: the label's first letter and nine random ones (45 bits), not yet used in the article.
    ///
    /// In a set of a million annotations the chance that another article has the same id is one in 35 million; comparing
    /// with all of them would take longer than a frame.
    pub fn fresh(&self, label: Label, article: &ArticleId, document: &Document) -> AnnotationId {
        loop {
            let name = self.name(label.as_str().chars().next().unwrap_or('a'));
            if let Ok(id) = AnnotationId::parse(&name)
                && !document.layers_of(article).any(|(_, layer)| layer.get(&id).is_some())
            {
                return id;
            }
        }
    }

    /// A new id for a link; see [`Self::fresh`] for how likely a duplicate is.
    pub fn fresh_link(&self) -> LinkId {
        loop {
            if let Ok(id) = LinkId::parse(&self.name('l')) {
                return id;
            }
        }
    }

    /// A new id for a batch.
    pub fn fresh_batch(&self) -> BatchId {
        loop {
            if let Ok(id) = BatchId::parse(&self.name('b')) {
                return id;
            }
        }
    }

    fn name(&self, first: char) -> String {
        let mut name = String::from(first);
        let mut bits = self.next();
        for _ in 0..9 {
            let letter = ALPHABET.get((bits & 31) as usize).copied().unwrap_or(b'0');
            name.push(char::from(letter));
            bits >>= 5;
        }
        name
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    fn next(&self) -> u64 {
        let mut z = self.state.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.state.set(z);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
