//! A shared tree does what a sorted list does, its copies stay as they were, and it finds what differs between two of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use dicta::model::tree::{Filter, Item, Map, Tree};
use proptest::prelude::*;

/// An item with a key, a reach and flags.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Thing(Arc<(u32, usize, u8)>);

impl Item for Thing {
    type Key = u32;

    fn key(&self) -> u32 {
        self.0.0
    }

    fn order(&self, key: &u32) -> std::cmp::Ordering {
        self.0.0.cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn reach(&self) -> usize {
        self.0.1
    }

    fn flags(&self) -> u8 {
        self.0.2
    }
}

/// Puts a key, or takes out all keys of a range.
#[derive(Clone, Debug)]
enum Deed {
    Put(u32, usize, u8),
    Take(u32, u32),
    Copy,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        40 => (0_u32..3_000, 0_usize..4_000, 0_u8..8).prop_map(|(key, reach, flags)| Deed::Put(key, reach, flags)),
        10 => (0_u32..3_000, 1_u32..4).prop_map(|(from, long)| Deed::Take(from, from + long)),
        1 => (0_u32..3_000, 1_u32..900).prop_map(|(from, long)| Deed::Take(from, from + long)),
        2 => Just(Deed::Copy),
    ];
    prop::collection::vec(deed, 0..2_500)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_tree_is_a_sorted_list_and_its_copies_stay(deeds in deeds(), at_once in 0_u32..2_000, low in 0_usize..4_000) {
        let thing = |key, reach, flags| Thing(Arc::new((key, reach, flags)));
        let first: Vec<Thing> = (0..at_once).map(|key| thing(key, key as usize + 5, 1)).collect();
        let mut list: BTreeMap<u32, Thing> = first.iter().map(|one| (one.key(), one.clone())).collect();
        let mut tree = Tree::from_sorted(first);
        let mut copies = vec![(tree.clone(), list.clone())];
        for deed in deeds {
            match deed {
                Deed::Put(key, reach, flags) => {
                    let one = thing(key, reach, flags);
                    prop_assert_eq!(tree.insert(one.clone()), list.insert(key, one));
                }
                Deed::Take(from, to) => {
                    for key in from..to {
                        prop_assert_eq!(tree.remove(&key), list.remove(&key));
                    }
                }
                Deed::Copy => copies.push((tree.clone(), list.clone())),
            }
        }
        copies.push((tree.clone(), list.clone()));
        for (tree, list) in &copies {
            let all: Vec<&Thing> = list.values().collect();
            prop_assert_eq!(tree.len(), all.len());
            prop_assert_eq!(tree.is_empty(), all.is_empty());
            prop_assert_eq!(tree.iter().collect::<Vec<_>>(), all.clone());
            prop_assert_eq!(tree.iter().rev().collect::<Vec<_>>(), all.iter().rev().copied().collect::<Vec<_>>());
            prop_assert_eq!((tree.first(), tree.last()), (all.first().copied(), all.last().copied()));
            for key in (0..3_000).step_by(37) {
                prop_assert_eq!(tree.find(&key), list.get(&key));
                prop_assert_eq!(tree.rank(&key), list.range(..key).count());
                prop_assert_eq!(tree.at_or_after(&key), list.range(key..).next().map(|(_, one)| one));
            }
            for at in (0..all.len() + 40).step_by(29) {
                prop_assert_eq!(tree.get(at), all.get(at).copied());
                prop_assert_eq!(tree.iter().nth(at), all.get(at).copied());
                let range: Vec<&Thing> = all.iter().skip(at).take(30).copied().collect();
                prop_assert_eq!(tree.range(at..at + 30).collect::<Vec<_>>(), range.clone());
                prop_assert_eq!(tree.range(at..at + 30).rev().collect::<Vec<_>>(), range.into_iter().rev().collect::<Vec<_>>());
            }
            for flags in [0, 2, 4] {
                let filter = Filter { reach: low, flags };
                let fits = |one: &&&Thing| one.reach() >= low && (flags == 0 || one.flags() & flags != 0);
                let fitting: Vec<&Thing> = all.iter().filter(fits).copied().collect();
                prop_assert_eq!(tree.filtered(filter).collect::<Vec<_>>(), fitting.clone());
                prop_assert_eq!(tree.filtered_back(filter).collect::<Vec<_>>(), fitting.into_iter().rev().collect::<Vec<_>>());
            }
            prop_assert_eq!(tree, &Tree::from_sorted(list.values().cloned().collect()));
        }
        for (tree, list) in &copies {
            for (older, old) in &copies {
                let mut keys: Vec<u32> = list.keys().chain(old.keys()).copied().collect();
                keys.sort_unstable();
                keys.dedup();
                let both = keys.iter().map(|key| (old.get(key), list.get(key)));
                let same = |pair: &(Option<&Thing>, Option<&Thing>)| matches!(pair, (Some(a), Some(b)) if a.is_same(b));
                let expected: Vec<_> = both.filter(|pair| !same(pair)).collect();
                prop_assert_eq!(tree.differences(older), expected);
            }
        }
    }
}

#[test]
fn a_map_changes_one_value_and_its_copy_keeps_the_old_one() {
    let mut map: Map<u32, String> = (0..500).map(|key| (key, Arc::new(key.to_string()))).collect();
    let copy = map.clone();
    Arc::make_mut(map.get_mut(&250).unwrap()).push('!');
    assert_eq!((map.get(&250).unwrap().as_str(), copy.get(&250).unwrap().as_str()), ("250!", "250"));
    let changed: Vec<u32> = map.differences(&copy).into_iter().map(|(key, ..)| *key).collect();
    assert_eq!(changed, [250]);
    assert_eq!(map.from(&498).map(|(key, _)| *key).collect::<Vec<_>>(), [498, 499]);
    map.retain(|key, _| *key != 250);
    assert_eq!((map.len(), map.get(&250), copy.len()), (499, None, 500));
}
