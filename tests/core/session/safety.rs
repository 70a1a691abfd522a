//! Which changes count as safe, and that waiting does not depend on the time of day.

use dicta::model::Timestamp;
use dicta::session::{Command, Effect, Now, Report, SaveState, Severity, Store};

use crate::support::desk::Desk;

/// A desk whose changes so far are all in the files.
fn saved() -> Desk {
    let mut desk = Desk::at("a b c d e f|");
    desk.send(Command::Flush);
    desk.send(Command::Report(Report::Saved(desk.session.revision())));
    assert_eq!(*desk.session.save_state(), SaveState::Saved);
    desk.effects.clear();
    desk
}

#[test]
fn a_change_is_safe_once_the_journal_or_the_files_have_reported_it() {
    let mut desk = saved();
    assert_eq!(desk.session.not_yet_safe(), 0);
    let before = desk.session.safety().clone();
    for word in ["a", "b", "c"] {
        desk.mark(word, "Q");
    }
    let entries = desk.effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count() as u64;
    assert_eq!((entries, desk.session.not_yet_safe()), (3, 3));
    // All that came before went into the files; the journal counts it too.
    let earlier = 2;
    assert_eq!(before.not_in_files(), 0);
    desk.send(Command::Report(Report::Journaled(earlier + 1)));
    assert!(desk.session.not_yet_safe() < 3);
    desk.send(Command::Report(Report::Journaled(u64::MAX)));
    assert_eq!((desk.session.not_yet_safe(), desk.session.safety().not_in_files()), (0, 3));
    desk.mark("d", "Q");
    assert_eq!(desk.session.not_yet_safe(), 1, "the next one is not safe because the others are");
}

#[test]
fn a_save_makes_safe_what_was_done_when_it_began_and_no_more() {
    let mut desk = saved();
    desk.mark("a", "Q");
    desk.mark("b", "Q");
    desk.send(Command::Flush);
    let revision = desk.session.revision();
    desk.mark("c", "Q");
    desk.send(Command::Report(Report::Saved(revision)));
    assert_eq!((desk.session.not_yet_safe(), desk.session.save_state()), (1, &SaveState::Unsaved));
    desk.send(Command::Report(Report::Saved(revision)));
    assert_eq!(desk.session.not_yet_safe(), 1, "an old report changes nothing");
}

#[test]
fn a_clock_that_is_set_back_does_not_stop_saving() {
    let mut desk = saved();
    desk.mark("a", "Q");
    let ticks = Now::from(desk.now).ticks;
    let hour_back = Timestamp(desk.now.0 - 3_600_000);
    assert_eq!(desk.session.wakes_in_ms(Now { wall: hour_back, ticks: ticks + 400 }), Some(0));
    let effects = desk.session.dispatch(Command::Tick, Now { wall: hour_back, ticks: ticks + 400 });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
    desk.session.dispatch(Command::Report(Report::SaveFailed("x".into())), Now { wall: hour_back, ticks: ticks + 500 });
    let wakes = desk.session.wakes_in_ms(Now { wall: Timestamp(0), ticks: ticks + 500 });
    assert!(wakes.is_some_and(|ms| ms <= 5_000), "{wakes:?}");
}

#[test]
fn what_cannot_be_written_is_said_until_it_can_and_escape_does_not_hide_it() {
    let mut desk = saved();
    desk.mark("a", "Q");
    desk.send(Command::Flush);
    desk.send(Command::Report(Report::SaveFailed("the disk is full".into())));
    desk.send(Command::Report(Report::JournalFailed("the disk is full".into())));
    let causes = |desk: &Desk| desk.session.notices().iter().filter_map(|notice| notice.cause).collect::<Vec<_>>();
    assert_eq!(causes(&desk), [Store::Files, Store::Journal]);
    desk.send(Command::Clear);
    desk.send(Command::DismissNotices);
    assert_eq!(causes(&desk), [Store::Files, Store::Journal]);
    assert!(desk.session.notices().iter().all(|notice| notice.severity == Severity::Error));
    let promises = |text: &str| text.contains("kept") || text.contains("safe");
    assert!(desk.session.notices().iter().all(|notice| !promises(&notice.text)), "{:?}", desk.session.notices());
    desk.send(Command::Report(Report::Journaled(u64::MAX)));
    assert_eq!(causes(&desk), [Store::Files]);
    desk.send(Command::Flush);
    desk.send(Command::Report(Report::Saved(desk.session.revision())));
    assert!(desk.session.notices().is_empty());
}
