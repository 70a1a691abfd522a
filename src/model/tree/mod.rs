//! Defines [`Tree`], a sorted sequence whose clones share their nodes.
//!
//! It is a B+ tree of `Arc`s. Cloning increments one reference count. Changing a tree that has clones copies the nodes from
//! the root to the changed leaf, so the cost grows with the logarithm of the length. Every branch stores the number of items
//! below each child, so items are found by position as well as by key. The crates for persistent collections do not fit: `rpds`
//! has no access by position and cannot compare two versions; `im` and `imbl` are under the MPL.

mod change;
mod differences;
mod item;
mod iter;
mod map;
mod node;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use differences::Difference;
pub use item::Item;
pub use iter::{Filter, Iter, Walk};
pub use map::Map;
use node::{Child, FILL, Node};

/// A sorted sequence. Cloning is cheap, and so is changing a clone.
#[derive(Clone)]
pub struct Tree<T: Item> {
    root: Arc<Node<T>>,
}

impl<T: Item> Tree<T> {
    /// Creates a tree of items that are sorted by their keys.
    #[must_use]
    pub fn from_sorted(items: Vec<T>) -> Self {
        let mut items = items.into_iter();
        let mut level: Vec<Child<T>> = Vec::with_capacity(items.len().div_ceil(FILL));
        while items.len() > 0 {
            level.extend(Child::of(Arc::new(Node::Leaf(items.by_ref().take(FILL).collect()))));
        }
        while level.len() > 1 {
            let mut below = level.into_iter();
            let mut above = Vec::with_capacity(below.len().div_ceil(FILL));
            while below.len() > 0 {
                above.extend(Child::of(Arc::new(Node::Branch(below.by_ref().take(FILL).collect()))));
            }
            level = above;
        }
        level.pop().map_or_else(Self::default, |top| Self { root: top.node })
    }

    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.root.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root.is_bare()
    }

    /// Whether one is an unchanged clone of the other. Equal trees may still return `false`.
    #[must_use]
    pub fn is_copy_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.root, &other.root)
    }

    /// The item at that position.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&T> {
        self.root.get(at)
    }

    /// The first item.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last item.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.get(self.len().checked_sub(1)?)
    }

    /// Number of items whose keys are less than `key`: the position of `key`, or where it would be inserted.
    #[must_use]
    pub fn rank(&self, key: &T::Key) -> usize {
        self.root.rank(key)
    }

    /// The item with that key.
    #[must_use]
    pub fn find(&self, key: &T::Key) -> Option<&T> {
        self.root.find(key)
    }

    /// The first item whose key is not less than `key`.
    #[must_use]
    pub fn at_or_after(&self, key: &T::Key) -> Option<&T> {
        self.get(self.rank(key))
    }

    /// All items in their order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self, 0..self.len())
    }

    /// The items at these positions; positions past the end are ignored.
    #[must_use]
    pub fn range(&self, range: Range<usize>) -> Iter<'_, T> {
        let end = range.end.min(self.len());
        Iter::new(self, range.start.min(end)..end)
    }

    /// The items that fit a filter, first to last. Branches in which none can fit are skipped.
    pub fn filtered(&self, filter: Filter) -> Walk<'_, T> {
        Walk::filtered(&self.root, filter, false)
    }

    /// Like [`Self::filtered`], last to first.
    pub fn filtered_back(&self, filter: Filter) -> Walk<'_, T> {
        Walk::filtered(&self.root, filter, true)
    }

    /// All items in a list.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.iter().cloned().collect()
    }
}

impl<T: Item> Default for Tree<T> {
    fn default() -> Self {
        Self { root: Arc::new(Node::Leaf(Vec::new())) }
    }
}

impl<T: Item + PartialEq> PartialEq for Tree<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_copy_of(other) || self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Item + Eq> Eq for Tree<T> {}

impl<T: Item + fmt::Debug> fmt::Debug for Tree<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'t, T: Item> IntoIterator for &'t Tree<T> {
    type Item = &'t T;
    type IntoIter = Iter<'t, T>;

    fn into_iter(self) -> Iter<'t, T> {
        self.iter()
    }
}
