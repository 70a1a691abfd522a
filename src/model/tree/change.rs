//! Inserts into a [`Tree`] and removes from it. Nodes that are shared with a clone are copied first.

use std::sync::Arc;

use super::node::{Child, MOST, Node, child_for};
use super::{Item, Tree};

/// A node with fewer items or children is joined to its neighbour when both fit into one.
const LEAST: usize = MOST / 4;

impl<T: Item> Tree<T> {
    /// Inserts an item. Replaces and returns the item with the same key, if there is one.
    pub fn insert(&mut self, item: T) -> Option<T> {
        let (old, right) = insert(&mut self.root, item);
        if let Some(right) = right {
            let left = Child::of(Arc::clone(&self.root));
            self.root = Arc::new(Node::Branch(left.into_iter().chain([right]).collect()));
        }
        old
    }

    /// Removes the item with that key and returns it.
    pub fn remove(&mut self, key: &T::Key) -> Option<T> {
        // Looked up first, so that no node is copied when there is nothing to remove.
        self.find(key)?;
        let removed = remove(&mut self.root, key);
        loop {
            let below = match &*self.root {
                Node::Branch(children) if children.len() < 2 => children.first().map(|only| Arc::clone(&only.node)),
                _ => break,
            };
            self.root = below.unwrap_or_else(|| Arc::new(Node::Leaf(Vec::new())));
        }
        removed
    }

    /// The item with that key, to be changed. Neither its key nor its measure may change.
    pub(super) fn find_mut(&mut self, key: &T::Key) -> Option<&mut T> {
        self.find(key)?;
        let mut node = &mut self.root;
        loop {
            match Arc::make_mut(node) {
                Node::Leaf(items) => {
                    let at = items.binary_search_by(|item| item.order(key)).ok()?;
                    return items.get_mut(at);
                }
                Node::Branch(children) => {
                    let at = child_for(children, key);
                    node = &mut children.get_mut(at)?.node;
                }
            }
        }
    }
}

/// Returns the item that was replaced, and the node to insert after this one if it was split.
fn insert<T: Item>(node: &mut Arc<Node<T>>, item: T) -> (Option<T>, Option<Child<T>>) {
    match Arc::make_mut(node) {
        Node::Leaf(items) => {
            let key = item.key();
            match items.binary_search_by(|held| held.order(&key)) {
                Ok(at) => (items.get_mut(at).map(|held| std::mem::replace(held, item)), None),
                Err(at) => {
                    items.reserve_exact(1);
                    items.insert(at, item);
                    let right = (items.len() > MOST).then(|| items.split_off(items.len() / 2));
                    (None, right.and_then(|right| Child::of(Arc::new(Node::Leaf(right)))))
                }
            }
        }
        Node::Branch(children) => {
            let at = child_for(children, &item.key());
            let Some(child) = children.get_mut(at) else { return (None, None) };
            let (old, split) = insert(&mut child.node, item);
            child.refresh();
            let Some(new) = split else { return (old, None) };
            children.reserve_exact(1);
            children.insert(at + 1, new);
            let right = (children.len() > MOST).then(|| children.split_off(children.len() / 2));
            (old, right.and_then(|right| Child::of(Arc::new(Node::Branch(right)))))
        }
    }
}

fn remove<T: Item>(node: &mut Arc<Node<T>>, key: &T::Key) -> Option<T> {
    match Arc::make_mut(node) {
        Node::Leaf(items) => items.binary_search_by(|held| held.order(key)).ok().map(|at| items.remove(at)),
        Node::Branch(children) => {
            let at = child_for(children, key);
            let child = children.get_mut(at)?;
            let removed = remove(&mut child.node, key)?;
            if child.node.is_bare() {
                children.remove(at);
            } else {
                child.refresh();
                if child.node.width() < LEAST {
                    join(children, at);
                }
            }
            Some(removed)
        }
    }
}

/// Joins the child at that position to a neighbour, if both fit into one node.
fn join<T: Item>(children: &mut Vec<Child<T>>, at: usize) {
    let left = if at + 1 < children.len() { at } else { at.saturating_sub(1) };
    let pair = children.get(left).zip(children.get(left + 1));
    if pair.is_none_or(|(a, b)| a.node.width() + b.node.width() > MOST) {
        return;
    }
    let right = children.remove(left + 1);
    let Some(child) = children.get_mut(left) else { return };
    match (Arc::make_mut(&mut child.node), Arc::unwrap_or_clone(right.node)) {
        (Node::Leaf(items), Node::Leaf(more)) => items.extend(more),
        (Node::Branch(items), Node::Branch(more)) => items.extend(more),
        // All leaves are at one depth, so neighbours are of one kind.
        (Node::Leaf(_), Node::Branch(_)) | (Node::Branch(_), Node::Leaf(_)) => {}
    }
    child.refresh();
}
