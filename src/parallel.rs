//! Does pieces of work on all cores and returns the results in the order of the pieces.
//!
//! The work is done in blocks: the pieces of a block at the same time, the blocks one after the other, so that only the
//! results of a few blocks are in memory.

use std::iter;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, OnceLock};
use std::thread::Builder;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Pieces of a block for each core, at most.
const PER_CORE: usize = 16;

/// Does `pieces` pieces of work and passes each result to `take`, on the thread of the caller, in the order of the pieces.
///
/// `work` gets the number of the piece, from 0. All work ends when `work` returns `None` or `take` returns `false`. The first
/// blocks are small, so that the first results come soon. A panic in `work` becomes a panic of the caller.
pub fn in_order<R: Send>(pieces: usize, work: impl Fn(usize) -> Option<R> + Sync, mut take: impl FnMut(usize, R) -> bool) {
    let cores = pool().map_or(1, ThreadPool::current_num_threads);
    let (mut begin, mut size) = (0, cores);
    while begin < pieces {
        let block = begin..(begin + size).min(pieces);
        for (piece, result) in block.clone().zip(all(block.clone(), &work)) {
            if !result.is_some_and(|result| take(piece, result)) {
                return;
            }
        }
        (begin, size) = (block.end, (size * 2).min(cores * PER_CORE));
    }
}

/// The results of `pieces` pieces of work, in the order of the pieces; `None` for a piece whose work panicked.
///
/// `work` gets the number of the piece, from 0. While the results of one block are used, the next block is worked on. At most
/// `ahead` results are in memory. Work that is not needed any more ends with its block when the iterator is dropped.
pub fn ahead<R: Send + 'static>(
    pieces: usize,
    ahead: usize,
    work: impl Fn(usize) -> R + Send + Sync + 'static,
) -> impl Iterator<Item = Option<R>> {
    let size = (ahead / 2).max(1);
    let blocks = move || (0..pieces).step_by(size).map(move |begin| begin..(begin + size).min(pieces));
    let attempt = Arc::new(move |piece| catch_unwind(AssertUnwindSafe(|| work(piece))).ok());
    // Without a buffer: a finished block waits here until the one before it is used up.
    let (sender, finished) = sync_channel(0);
    let run = {
        let attempt = Arc::clone(&attempt);
        move || {
            for block in blocks() {
                if sender.send(all(block, &*attempt)).is_err() {
                    return;
                }
            }
        }
    };
    // If the thread cannot be started, its sender is dropped, and the caller does all the work itself.
    let alone = Builder::new()
        .name("dicta-ahead".to_owned())
        .spawn(run)
        .is_err()
        .then(move || blocks().flat_map(move |block| all(block, &*attempt)));
    let missing = iter::repeat_with(|| None);
    finished.into_iter().flatten().chain(alone.into_iter().flatten()).chain(missing).take(pieces)
}

/// The results of one block.
fn all<R: Send>(block: Range<usize>, work: &(impl Fn(usize) -> R + Sync)) -> Vec<R> {
    match pool() {
        Some(pool) if block.len() > 1 => pool.install(|| block.into_par_iter().map(work).collect()),
        _ => block.map(work).collect(),
    }
}

/// The threads, one for each core; `None` if the system starts no more threads.
fn pool() -> Option<&'static ThreadPool> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| ThreadPoolBuilder::new().thread_name(|number| format!("dicta-work-{number}")).build().ok()).as_ref()
}

#[cfg(test)]
mod tests {
    use super::{ahead, in_order};

    #[test]
    fn results_come_in_order_whatever_piece_ends_first() {
        let slow_start = |piece: usize| {
            std::hint::black_box((0..(100 - piece) * 1_000).map(std::hint::black_box).sum::<usize>());
            piece
        };
        assert_eq!(ahead(100, 8, slow_start).flatten().collect::<Vec<_>>(), (0..100).collect::<Vec<_>>());
        let mut taken = Vec::new();
        in_order(
            100,
            |piece| Some(slow_start(piece)),
            |piece, result| {
                taken.push((piece, result));
                true
            },
        );
        assert_eq!(taken, (0..100).map(|piece| (piece, piece)).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_costs_one_result_and_not_the_others() {
        let work = |piece: usize| if piece == 3 { std::panic::panic_any("a fault of the test") } else { piece };
        let results: Vec<Option<usize>> = ahead(9, 4, work).collect();
        let expected: Vec<Option<usize>> = (0..9).map(|piece| (piece != 3).then_some(piece)).collect();
        assert_eq!(results, expected);
    }

    #[test]
    fn a_panic_in_ordered_work_reaches_the_caller_who_can_go_on() {
        let work = |piece: usize| if piece == 3 { std::panic::panic_any("a fault of the test") } else { Some(piece) };
        let attempt = std::panic::catch_unwind(|| in_order(9, work, |_, _| true));
        assert!(attempt.is_err());
        let mut count = 0;
        in_order(9, Some, |_, _| {
            count += 1;
            true
        });
        assert_eq!(count, 9);
    }

    #[test]
    fn work_ends_when_no_more_is_taken() {
        let mut taken = 0;
        in_order(1_000_000_000, Some, |_, _| {
            taken += 1;
            taken < 5
        });
        assert_eq!(taken, 5);
        assert_eq!(ahead(1_000_000_000, 4, |piece| piece).flatten().take(5).count(), 5);
    }
}
