//! Measures what a piece of work cost this thread, and sums many such costs up.

use std::time::{Duration, Instant};

/// A clock of this thread's work. Where the system tells it, time in which others had the processor is left out.
#[derive(Debug)]
pub struct Cost {
    #[cfg(target_os = "linux")]
    schedule: Option<std::fs::File>,
    begun: Instant,
}

impl Cost {
    /// For the thread that calls it.
    pub fn new() -> Self {
        Self {
            #[cfg(target_os = "linux")]
            schedule: std::fs::File::open("/proc/thread-self/schedstat").ok(),
            begun: Instant::now(),
        }
    }

    /// What the numbers are: for the head of the table.
    pub fn kind(&self) -> &'static str {
        if self.on_processor().is_some() { "time on the processor, of this thread" } else { "time on the wall" }
    }

    /// Since some moment in the past.
    pub fn now(&self) -> Duration {
        self.on_processor().unwrap_or_else(|| self.begun.elapsed())
    }

    /// Does something; what it gave, and what it cost.
    pub fn of<T>(&self, work: impl FnOnce() -> T) -> (T, Duration) {
        let from = self.now();
        let made = work();
        (made, self.now().saturating_sub(from))
    }

    #[cfg(target_os = "linux")]
    fn on_processor(&self) -> Option<Duration> {
        use std::os::unix::fs::FileExt as _;
        // The kernel brings the number up to date when a thread yields; else it may be a tick of milliseconds old.
        std::thread::yield_now();
        let mut bytes = [0; 64];
        let read = self.schedule.as_ref()?.read_at(&mut bytes, 0).ok()?;
        let line = std::str::from_utf8(bytes.get(..read)?).ok()?;
        line.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    }

    #[cfg(not(target_os = "linux"))]
    fn on_processor(&self) -> Option<Duration> {
        None
    }
}

/// Many costs of one kind.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    pub fn push(&mut self, cost: Duration) {
        self.0.push(cost);
    }

    /// The cost below which that share of all lie, in milliseconds.
    pub fn ms(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(at.clamp(1, sorted.len().max(1)) - 1).map_or(f64::NAN, |cost| cost.as_secs_f64() * 1e3)
    }

    pub fn p50(&self) -> f64 {
        self.ms(0.5)
    }

    pub fn p99(&self) -> f64 {
        self.ms(0.99)
    }

    pub fn least(&self) -> f64 {
        self.ms(0.0)
    }
}
