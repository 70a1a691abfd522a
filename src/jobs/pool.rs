//! Does pieces of work side by side, on as many threads as there are cores, and hands the results on in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread::{self, Builder};

/// Results that wait for the taker, for each thread.
const AHEAD: usize = 4;

/// Does `pieces` pieces of work and hands each result to `take` in the order of the pieces, on the thread that called, until it
/// says no. `work` is given the number of the piece, from 0; it gives nothing when the whole is to be given up.
pub(crate) fn in_order<R: Send>(pieces: usize, work: impl Fn(usize) -> Option<R> + Sync, mut take: impl FnMut(usize, R) -> bool) {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(pieces);
    if cores < 2 {
        let _ = (0..pieces).all(|piece| work(piece).is_some_and(|result| take(piece, result)));
        return;
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // Dropped before the threads are waited for: who finds nobody listening stops.
        let (sender, results) = sync_channel(cores * AHEAD);
        let (next, work) = (&next, &work);
        let started = (0..cores).filter(|number| {
            let sender = sender.clone();
            let run = move || {
                loop {
                    let piece = next.fetch_add(1, Ordering::Relaxed);
                    if piece >= pieces || sender.send((piece, work(piece))).is_err() {
                        return;
                    }
                }
            };
            Builder::new().name(format!("dicta-search-{number}")).spawn_scoped(scope, run).is_ok()
        });
        let started = started.count();
        drop(sender);
        if started == 0 {
            let _ = (0..pieces).all(|piece| work(piece).is_some_and(|result| take(piece, result)));
            return;
        }
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (piece, result) in results {
            early.insert(piece, result);
            while let Some(result) = early.remove(&due) {
                if !result.is_some_and(|result| take(due, result)) {
                    return;
                }
                due += 1;
            }
        }
    });
}
