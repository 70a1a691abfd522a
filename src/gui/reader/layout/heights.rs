//! Heights of blocks with prefix sums: estimated first, measured when laid out. A Fenwick tree (Fenwick, 1994).

/// Heights in points. Setting one, and finding a block by its place, cost O(log n).
#[derive(Clone, Debug, Default)]
pub struct Heights {
    values: Vec<f64>,
    /// `tree[i]` is the sum of the `lowbit(i)` values that end at `i`, counted from 1.
    tree: Vec<f64>,
}

impl Heights {
    /// Starts with an estimate for every block.
    #[must_use]
    pub fn new(values: Vec<f64>) -> Self {
        let mut tree = vec![0.0; values.len() + 1];
        for (at, value) in values.iter().enumerate() {
            let i = at + 1;
            let parent = i + (i & i.wrapping_neg());
            let sum = tree.get(i).copied().unwrap_or(0.0) + value;
            if let Some(slot) = tree.get_mut(i) {
                *slot = sum;
            }
            if let Some(slot) = tree.get_mut(parent) {
                *slot += sum;
            }
        }
        Self { values, tree }
    }

    /// Sets the height of one block.
    pub fn set(&mut self, at: usize, value: f64) {
        let Some(slot) = self.values.get_mut(at) else { return };
        let change = value - *slot;
        *slot = value;
        let mut i = at + 1;
        while let Some(slot) = self.tree.get_mut(i) {
            *slot += change;
            i += i & i.wrapping_neg();
        }
    }

    /// The height of one block.
    #[must_use]
    pub fn get(&self, at: usize) -> f64 {
        self.values.get(at).copied().unwrap_or(0.0)
    }

    /// Sum of the heights of the first `count` blocks: the top of block `count`.
    #[must_use]
    pub fn top(&self, count: usize) -> f64 {
        let mut i = count.min(self.values.len());
        let mut sum = 0.0;
        while i > 0 {
            sum += self.tree.get(i).copied().unwrap_or(0.0);
            i -= i & i.wrapping_neg();
        }
        sum
    }

    /// Sum of all heights.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.top(self.values.len())
    }

    /// The block at height `y`; the first one above all blocks, the last one below.
    #[must_use]
    pub fn at(&self, y: f64) -> usize {
        let mut at = 0;
        let mut rest = y;
        let mut step = self.values.len().next_power_of_two();
        while step > 0 {
            let next = at + step;
            if let Some(&sum) = self.tree.get(next).filter(|_| next <= self.values.len())
                && sum <= rest
            {
                rest -= sum;
                at = next;
            }
            step /= 2;
        }
        at.min(self.values.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_places_agree_with_adding_up() {
        let mut values: Vec<f64> = (0..37).map(|i| f64::from(i * 7 % 11) + 1.0).collect();
        let mut heights = Heights::new(values.clone());
        heights.set(20, 99.5);
        values[20] = 99.5;
        for count in 0..=37 {
            assert_eq!(heights.top(count), values[..count].iter().sum::<f64>());
        }
        for at in 0..37 {
            assert_eq!(heights.at(heights.top(at)), at);
            assert_eq!(heights.at(heights.top(at) + heights.get(at) - 0.25), at);
        }
        assert_eq!((heights.at(-5.0), heights.at(1e9)), (0, 36));
    }
}
