//! Defines the nodes of a [`super::Tree`], and how an item is found in them.

use std::cmp::Ordering;
use std::sync::Arc;

use super::item::{Item, Measure};

/// Maximum number of items of a leaf, and of children of a branch.
pub(super) const MOST: usize = 32;
/// Items or children per node in a tree that is made from a sorted list; leaves room for more.
pub(super) const FILL: usize = 24;

#[derive(Clone)]
pub(super) enum Node<T: Item> {
    Leaf(Vec<T>),
    Branch(Vec<Child<T>>),
}

/// A node below a branch, and the facts about it that the branch stores.
#[derive(Clone)]
pub(super) struct Child<T: Item> {
    /// The key of the first item below.
    pub first: T::Key,
    /// Number of items below.
    pub len: usize,
    pub measure: Measure,
    pub node: Arc<Node<T>>,
}

impl<T: Item> Child<T> {
    /// Returns `None` if nothing is below the node.
    pub fn of(node: Arc<Node<T>>) -> Option<Self> {
        let first = node.first()?;
        Some(Self { first, len: node.len(), measure: node.measure(), node })
    }

    /// Recomputes the stored facts from the node.
    pub fn refresh(&mut self) {
        if let Some(first) = self.node.first() {
            self.first = first;
        }
        self.len = self.node.len();
        self.measure = self.node.measure();
    }
}

/// The position of the child in which an item with that key is, or would be inserted.
pub(super) fn child_for<T: Item>(children: &[Child<T>], key: &T::Key) -> usize {
    children.partition_point(|child| child.first <= *key).saturating_sub(1)
}

impl<T: Item> Node<T> {
    pub fn len(&self) -> usize {
        match self {
            Self::Leaf(items) => items.len(),
            Self::Branch(children) => children.iter().map(|child| child.len).sum(),
        }
    }

    /// Number of items of a leaf or of children of a branch.
    pub fn width(&self) -> usize {
        match self {
            Self::Leaf(items) => items.len(),
            Self::Branch(children) => children.len(),
        }
    }

    pub fn is_bare(&self) -> bool {
        self.width() == 0
    }

    /// Number of branches from here down to a leaf, without the leaf.
    pub fn height(&self) -> usize {
        match self {
            Self::Leaf(_) => 0,
            Self::Branch(children) => children.first().map_or(0, |child| child.node.height() + 1),
        }
    }

    fn first(&self) -> Option<T::Key> {
        match self {
            Self::Leaf(items) => items.first().map(Item::key),
            Self::Branch(children) => children.first().map(|child| child.first.clone()),
        }
    }

    fn measure(&self) -> Measure {
        match self {
            Self::Leaf(items) => items.iter().fold(Measure::default(), |all, item| all.join(Measure::of(item))),
            Self::Branch(children) => children.iter().fold(Measure::default(), |all, child| all.join(child.measure)),
        }
    }

    pub fn get(&self, mut at: usize) -> Option<&T> {
        let mut node = self;
        loop {
            match node {
                Self::Leaf(items) => return items.get(at),
                Self::Branch(children) => {
                    let holds = |child: &&Child<T>| {
                        let here = at < child.len;
                        if !here {
                            at -= child.len;
                        }
                        here
                    };
                    node = &children.iter().find(holds)?.node;
                }
            }
        }
    }

    pub fn find(&self, key: &T::Key) -> Option<&T> {
        let mut node = self;
        loop {
            match node {
                Self::Leaf(items) => {
                    return items.binary_search_by(|item| item.order(key)).ok().and_then(|at| items.get(at));
                }
                Self::Branch(children) => node = &children.get(child_for(children, key))?.node,
            }
        }
    }

    pub fn rank(&self, key: &T::Key) -> usize {
        let (mut node, mut before) = (self, 0);
        loop {
            match node {
                Self::Leaf(items) => return before + items.partition_point(|item| item.order(key) == Ordering::Less),
                Self::Branch(children) => {
                    let at = children.partition_point(|child| child.first < *key).saturating_sub(1);
                    before += children.iter().take(at).map(|child| child.len).sum::<usize>();
                    let Some(child) = children.get(at) else { return before };
                    node = &child.node;
                }
            }
        }
    }
}
