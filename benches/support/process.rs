//! Time and memory of another program, as the kernel tells them.

use std::process::Child;
use std::time::{Duration, Instant};

/// What a program took from its start to its end.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    pub wall: Duration,
    /// On all processors together; nothing where the kernel does not tell.
    pub processor: Option<Duration>,
    /// Largest resident memory, in bytes.
    pub peak: Option<u64>,
    pub success: bool,
}

/// Waits for the end of a program and watches it meanwhile.
pub fn watch(mut child: Child, begun: Instant) -> Taken {
    let mut taken = Taken { wall: Duration::ZERO, processor: None, peak: None, success: false };
    loop {
        // The program is not yet buried, so its number is still its own: first its time, then whether it has ended.
        taken.processor = processor(child.id()).or(taken.processor);
        taken.peak = memory(child.id(), "VmHWM:").or(taken.peak);
        let over = match stat(child.id()) {
            Some(fields) => fields.first().is_some_and(|state| state == "Z"),
            None => child.try_wait().is_ok_and(|status| status.is_some()),
        };
        if over {
            taken.wall = begun.elapsed();
            taken.processor = processor(child.id()).or(taken.processor);
            taken.success = child.wait().is_ok_and(|status| status.code().is_some_and(|code| code < 2));
            return taken;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A line of `/proc/PID/status` in bytes: `VmHWM:` is the largest resident memory so far, `VmRSS:` that of now.
pub fn memory(pid: u32, line: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let rest = status.lines().find_map(|l| l.strip_prefix(line))?;
    rest.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// Fields of `/proc/PID/stat` behind the program's name.
fn stat(pid: u32) -> Option<Vec<String>> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(stat.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

fn processor(pid: u32) -> Option<Duration> {
    let fields = stat(pid)?;
    let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
    // Hundredths of a second, on every Linux that we know.
    Some(Duration::from_millis(10 * (ticks(11)? + ticks(12)?)))
}

/// Millions of bytes.
pub fn mb(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "unknown".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6))
}
