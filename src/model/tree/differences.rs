//! Lists the differences between two trees, skipping the nodes that they share.

use std::cmp::Ordering;
use std::sync::Arc;

use super::node::Node;
use super::{Item, Tree};

/// The items with one key in the older and in the newer of two trees; at least one of them is there.
pub type Difference<'t, T> = (Option<&'t T>, Option<&'t T>);

enum Piece<'t, T: Item> {
    Node(&'t Arc<Node<T>>, usize),
    Item(&'t T),
}

impl<T: Item> Tree<T> {
    /// The differences between `older` and this tree, in the order of the keys. If one tree is a changed clone of the other, the
    /// cost grows with the number of differences and not with the length.
    #[must_use]
    pub fn differences<'t>(&'t self, older: &'t Self) -> Vec<Difference<'t, T>> {
        let mut found = Vec::new();
        let mut old = vec![Piece::Node(&older.root, older.root.height())];
        let mut new = vec![Piece::Node(&self.root, self.root.height())];
        loop {
            match (old.last(), new.last()) {
                (None, None) => return found,
                (Some(Piece::Node(a, high)), Some(Piece::Node(b, other))) => {
                    let order = high.cmp(other);
                    if Arc::ptr_eq(a, b) {
                        old.pop();
                        new.pop();
                        continue;
                    }
                    if order.is_ge() {
                        open(&mut old);
                    }
                    if order.is_le() {
                        open(&mut new);
                    }
                }
                (Some(Piece::Node(..)), _) => open(&mut old),
                (_, Some(Piece::Node(..))) => open(&mut new),
                (Some(Piece::Item(a)), Some(Piece::Item(b))) => {
                    let (a, b) = (*a, *b);
                    let same = a.is_same(b);
                    let order = if same { Ordering::Equal } else { a.order(&b.key()) };
                    if !same {
                        found.push((order.is_le().then_some(a), order.is_ge().then_some(b)));
                    }
                    if order.is_le() {
                        old.pop();
                    }
                    if order.is_ge() {
                        new.pop();
                    }
                }
                (Some(Piece::Item(a)), None) => {
                    found.push((Some(*a), None));
                    old.pop();
                }
                (None, Some(Piece::Item(b))) => {
                    found.push((None, Some(*b)));
                    new.pop();
                }
            }
        }
    }
}

/// Replaces the node on top of the stack with its items or children.
fn open<T: Item>(pieces: &mut Vec<Piece<'_, T>>) {
    match pieces.pop() {
        Some(Piece::Node(node, height)) => match &**node {
            Node::Leaf(items) => pieces.extend(items.iter().rev().map(Piece::Item)),
            Node::Branch(children) => {
                pieces.extend(children.iter().rev().map(|child| Piece::Node(&child.node, height.saturating_sub(1))));
            }
        },
        item => pieces.extend(item),
    }
}
