//! Defines [`Item`], what a tree contains, and [`Measure`], what its branches store about their items.

/// An item of a [`Tree`](super::Tree).
pub trait Item: Clone {
    /// The type by which the items are sorted.
    type Key: Ord + Clone;

    /// The item's own key.
    fn key(&self) -> Self::Key;

    /// Compares the item's key with `key`.
    fn order(&self, key: &Self::Key) -> std::cmp::Ordering;

    /// Whether two items are the same object. Must be cheap, and may be `false` for equal items.
    fn is_same(&self, other: &Self) -> bool;

    /// The end of the range that the item covers; a search skips branches that end before its start. Like the flags, it must not
    /// change while the item is in a tree.
    fn reach(&self) -> usize {
        0
    }

    /// One bit for each property that the item has; a search skips branches in which no item has the property.
    fn flags(&self) -> u8 {
        0
    }
}

/// Facts about all items below a branch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// The maximum reach of the items.
    pub(super) reach: usize,
    /// The union of the flags of the items.
    pub(super) flags: u8,
}

impl Measure {
    pub(super) fn of<T: Item>(item: &T) -> Self {
        Self { reach: item.reach(), flags: item.flags() }
    }

    pub(super) fn join(self, other: Self) -> Self {
        Self { reach: self.reach.max(other.reach), flags: self.flags | other.flags }
    }
}
