//! Makes ids for annotations: short, random, unique in the set.

use crate::model::{AnnotationId, ArticleId, BatchId, Document, Label, LinkId};

/// Letters and digits that cannot be mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A source of ids. Randomness is passed in as a seed, so that a session can be replayed.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// Two sources with different seeds give different ids.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A new id: the label's first letter and nine random ones (45 bits), not yet used in the article.
    ///
    /// Over a set of a million annotations the chance that it stands in another article is one in 35 million;
    /// looking through them all would cost more than a frame.
    pub fn fresh(&mut self, label: Label, article: &ArticleId, document: &Document) -> AnnotationId {
        loop {
            let name = self.name(label.as_str().chars().next().unwrap_or('a'));
            if let Ok(id) = AnnotationId::parse(&name)
                && !document.layers_of(article).any(|(_, layer)| layer.get(&id).is_some())
            {
                return id;
            }
        }
    }

    /// A new id for a link; see [`Self::fresh`] for how sure it is.
    pub fn fresh_link(&mut self) -> LinkId {
        loop {
            if let Ok(id) = LinkId::parse(&self.name('l')) {
                return id;
            }
        }
    }

    /// A new id for a bulk act.
    pub fn fresh_batch(&mut self) -> BatchId {
        loop {
            if let Ok(id) = BatchId::parse(&self.name('b')) {
                return id;
            }
        }
    }

    fn name(&mut self, first: char) -> String {
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
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
