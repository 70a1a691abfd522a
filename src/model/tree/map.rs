//! Defines [`Map`], a sorted map of shared values whose clones share their nodes.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::{Item, Tree};

/// A sorted map of shared values. Cloning is cheap, and so is changing a clone.
pub struct Map<K: Ord + Clone, V>(Tree<Entry<K, V>>);

/// A key and its value.
#[derive(Debug)]
pub struct Entry<K, V>(K, Arc<V>);

impl<K: Ord + Clone, V> Item for Entry<K, V> {
    type Key = K;

    fn key(&self) -> K {
        self.0.clone()
    }

    fn order(&self, key: &K) -> Ordering {
        self.0.cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.1, &other.1) && self.0 == other.0
    }
}

impl<K: Ord + Clone, V> Map<K, V> {
    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one is an unchanged clone of the other.
    #[must_use]
    pub fn is_copy_of(&self, other: &Self) -> bool {
        self.0.is_copy_of(&other.0)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&Arc<V>> {
        self.0.find(key).map(|entry| &entry.1)
    }

    /// Whether the key has a value.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// The value of a key, mutable.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut Arc<V>> {
        self.0.find_mut(key).map(|entry| &mut entry.1)
    }

    /// The value of a key, mutable. A default value is inserted first if there is none.
    pub fn get_mut_or_default(&mut self, key: &K) -> Option<&mut Arc<V>>
    where
        V: Default,
    {
        if !self.contains_key(key) {
            self.insert(key.clone(), Arc::default());
        }
        self.get_mut(key)
    }

    /// Sets the value of a key. Returns the previous value.
    pub fn insert(&mut self, key: K, value: Arc<V>) -> Option<Arc<V>> {
        self.0.insert(Entry(key, value)).map(|entry| entry.1)
    }

    /// Removes a key. Returns its value.
    pub fn remove(&mut self, key: &K) -> Option<Arc<V>> {
        self.0.remove(key).map(|entry| entry.1)
    }

    /// Removes all entries for which `keeps` returns `false`.
    pub fn retain(&mut self, keeps: impl Fn(&K, &Arc<V>) -> bool) {
        let kept = self.0.iter().filter(|entry| keeps(&entry.0, &entry.1)).cloned().collect();
        self.0 = Tree::from_sorted(kept);
    }

    /// All entries, sorted by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &Arc<V>)> + ExactSizeIterator {
        self.0.iter().map(pair)
    }

    /// The entries from that key on, sorted by key.
    pub fn from<'m>(&'m self, key: &K) -> impl Iterator<Item = (&'m K, &'m Arc<V>)> + use<'m, K, V> {
        self.0.range(self.0.rank(key)..usize::MAX).map(pair)
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.iter().map(|entry| &entry.0)
    }

    /// All values, sorted by their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Arc<V>> + ExactSizeIterator {
        self.0.iter().map(|entry| &entry.1)
    }

    /// The keys whose values differ from those in `older`, with both values, sorted by key. See [`Tree::differences`].
    pub fn differences<'m>(&'m self, older: &'m Self) -> Vec<Change<'m, K, V>> {
        let both = self.0.differences(&older.0).into_iter();
        both.filter_map(|(old, new)| Some((&new.or(old)?.0, old.map(|entry| &entry.1), new.map(|entry| &entry.1)))).collect()
    }
}

/// A key with its value in the older and in the newer of two maps.
pub type Change<'m, K, V> = (&'m K, Option<&'m Arc<V>>, Option<&'m Arc<V>>);

fn pair<K, V>(entry: &Entry<K, V>) -> (&K, &Arc<V>) {
    (&entry.0, &entry.1)
}

impl<K: Clone, V> Clone for Entry<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), Arc::clone(&self.1))
    }
}

impl<K: PartialEq, V: Eq> PartialEq for Entry<K, V> {
    fn eq(&self, other: &Self) -> bool {
        // `Arc<T: Eq>` compares pointers first.
        self.0 == other.0 && self.1 == other.1
    }
}

impl<K: Ord + Clone, V> Clone for Map<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Ord + Clone, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Tree::default())
    }
}

impl<K: Ord + Clone, V: Eq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Ord + Clone, V: Eq> Eq for Map<K, V> {}

impl<K: Ord + Clone + fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord + Clone, V> Extend<(K, Arc<V>)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, Arc<V>)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord + Clone, V> FromIterator<(K, Arc<V>)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, Arc<V>)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<'m, K: Ord + Clone, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m Arc<V>);
    type IntoIter = std::iter::Map<super::Iter<'m, Entry<K, V>>, fn(&'m Entry<K, V>) -> (&'m K, &'m Arc<V>)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(pair)
    }
}
