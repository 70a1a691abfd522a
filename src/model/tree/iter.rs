//! Iterates over a [`Tree`]: from both ends, from a position, or only over items that match a filter.

use std::ops::Range;
use std::slice;
use std::sync::Arc;

use super::Tree;
use super::item::{Item, Measure};
use super::node::{Child, Node};

/// The conditions for an item to be listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Minimum reach of the item.
    pub reach: usize,
    /// The item has at least one of these flags; 0 means any item.
    pub flags: u8,
}

impl Filter {
    fn fits(self, item: &impl Item) -> bool {
        item.reach() >= self.reach && (self.flags == 0 || item.flags() & self.flags != 0)
    }

    /// Whether a matching item may be below a branch with these facts.
    fn may_fit(self, below: Measure) -> bool {
        below.reach >= self.reach && (self.flags == 0 || below.flags & self.flags != 0)
    }
}

enum Level<'t, T: Item> {
    Items(slice::Iter<'t, T>),
    Children(slice::Iter<'t, Child<T>>),
}

impl<'t, T: Item> Level<'t, T> {
    fn of(node: &'t Node<T>) -> Self {
        match node {
            Node::Leaf(items) => Self::Items(items.iter()),
            Node::Branch(children) => Self::Children(children.iter()),
        }
    }
}

/// Items in one direction.
pub struct Walk<'t, T: Item> {
    levels: Vec<Level<'t, T>>,
    filter: Option<Filter>,
    back: bool,
}

impl<'t, T: Item> Walk<'t, T> {
    pub(super) fn filtered(root: &'t Arc<Node<T>>, filter: Filter, back: bool) -> Self {
        Self { levels: vec![Level::of(root)], filter: Some(filter), back }
    }

    /// Starts at the item at position `at`.
    fn onwards(root: &'t Node<T>, mut at: usize) -> Self {
        let (mut node, mut levels) = (root, Vec::new());
        loop {
            match node {
                Node::Leaf(items) => {
                    levels.push(Level::Items(items.get(at..).unwrap_or_default().iter()));
                    break;
                }
                Node::Branch(children) => {
                    let mut rest = children.iter();
                    let Some(child) = rest.find(|child| {
                        let here = at < child.len;
                        if !here {
                            at -= child.len;
                        }
                        here
                    }) else {
                        break;
                    };
                    levels.push(Level::Children(rest));
                    node = &child.node;
                }
            }
        }
        Self { levels, filter: None, back: false }
    }

    /// Starts at the item before position `end` and goes backwards.
    fn backwards(root: &'t Node<T>, mut end: usize) -> Self {
        let (mut node, mut levels) = (root, Vec::new());
        loop {
            match node {
                Node::Leaf(items) => {
                    levels.push(Level::Items(items.get(..end).unwrap_or_default().iter()));
                    break;
                }
                Node::Branch(children) => {
                    let here = children.iter().position(|child| {
                        let here = end <= child.len;
                        if !here {
                            end -= child.len;
                        }
                        here
                    });
                    let Some((before, child)) = here.and_then(|at| Some((children.get(..at)?, children.get(at)?))) else { break };
                    levels.push(Level::Children(before.iter()));
                    node = &child.node;
                }
            }
        }
        Self { levels, filter: None, back: true }
    }
}

impl<'t, T: Item> Iterator for Walk<'t, T> {
    type Item = &'t T;

    fn next(&mut self) -> Option<&'t T> {
        let filter = self.filter;
        loop {
            match self.levels.last_mut()? {
                Level::Items(items) => match if self.back { items.next_back() } else { items.next() } {
                    Some(item) if filter.is_none_or(|filter| filter.fits(item)) => return Some(item),
                    Some(_) => {}
                    None => drop(self.levels.pop()),
                },
                Level::Children(children) => match if self.back { children.next_back() } else { children.next() } {
                    Some(child) if filter.is_none_or(|filter| filter.may_fit(child.measure)) => {
                        self.levels.push(Level::of(&child.node));
                    }
                    Some(_) => {}
                    None => drop(self.levels.pop()),
                },
            }
        }
    }
}

/// The items at some positions, from both ends.
pub struct Iter<'t, T: Item> {
    root: &'t Node<T>,
    /// Positions of the remaining items.
    rest: Range<usize>,
    front: Option<Walk<'t, T>>,
    back: Option<Walk<'t, T>>,
}

impl<'t, T: Item> Iter<'t, T> {
    pub(super) fn new(tree: &'t Tree<T>, rest: Range<usize>) -> Self {
        Self { root: &tree.root, rest, front: None, back: None }
    }
}

impl<'t, T: Item> Iterator for Iter<'t, T> {
    type Item = &'t T;

    fn next(&mut self) -> Option<&'t T> {
        let at = self.rest.next()?;
        self.front.get_or_insert_with(|| Walk::onwards(self.root, at)).next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<&'t T> {
        if n > 0 {
            self.front = None;
        }
        let at = self.rest.nth(n)?;
        self.front.get_or_insert_with(|| Walk::onwards(self.root, at)).next()
    }
}

impl<'t, T: Item> DoubleEndedIterator for Iter<'t, T> {
    fn next_back(&mut self) -> Option<&'t T> {
        let at = self.rest.next_back()?;
        self.back.get_or_insert_with(|| Walk::backwards(self.root, at + 1)).next()
    }
}

impl<T: Item> ExactSizeIterator for Iter<'_, T> {}

impl<T: Item> std::fmt::Debug for Walk<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Walk").field("filter", &self.filter).field("back", &self.back).finish_non_exhaustive()
    }
}

impl<T: Item> std::fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Iter").field("rest", &self.rest).finish_non_exhaustive()
    }
}

impl<T: Item> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self { root: self.root, rest: self.rest.clone(), front: None, back: None }
    }
}
