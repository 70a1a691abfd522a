//! What a person sees while the export runs.

use std::time::Duration;

use dicta::export::{Event, Reporter};

fn told(terminal: bool, events: &[(u64, Event<'_>)]) -> String {
    let (mut reporter, mut out) = (Reporter::new(terminal), Vec::new());
    for (millis, event) in events {
        reporter.report(*event, Duration::from_millis(*millis), &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

const EVENTS: &[(u64, Event<'_>)] = &[
    (10, Event::Progress { done: 1, total: 9 }),
    (600, Event::Progress { done: 2, total: 9 }),
    (700, Event::Progress { done: 3, total: 9 }),
    (800, Event::Finding("x: lost")),
    (1100, Event::Notice("y: long")),
    (1200, Event::Progress { done: 4, total: 9 }),
    (1300, Event::Progress { done: 9, total: 9 }),
];

#[test]
fn a_terminal_sees_progress_when_the_work_is_long_and_nothing_of_it_at_the_end() {
    assert_eq!(told(true, EVENTS), "2 of 9 articles\r\x1b[Kx: lost\ny: long\n4 of 9 articles\r\x1b[K");
}

#[test]
fn a_file_gets_findings_and_notices_only() {
    assert_eq!(told(false, EVENTS), "x: lost\ny: long\n");
}
