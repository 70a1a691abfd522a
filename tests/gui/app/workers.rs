//! The worker threads: one that ends is started again, and questions on the screen hear only of their own answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use dicta::gui::state::view::Overlay;
use dicta::gui::workers::Message;
use dicta::gui::workers::message::Sender;
use dicta::gui::workers::worker::Worker;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, shows, wait};

#[test]
fn a_thread_that_ends_is_reported_and_started_again() {
    let (messages, inbox) = sync_channel(64);
    let (starts, sender) = (Arc::new(AtomicUsize::new(0)), Sender::new(messages, egui::Context::default()));
    let counted = Arc::clone(&starts);
    let mut worker = Worker::start("dicta-test", &sender, move |_| {
        assert!(counted.fetch_add(1, Ordering::SeqCst) > 0, "out of the loop");
    })
    .unwrap();
    let reason = loop {
        worker.revive();
        if let Ok(Message::Died { worker: "dicta-test", reason }) = inbox.try_recv() {
            break reason;
        }
        std::thread::yield_now();
    };
    assert_eq!(reason, "out of the loop");
    drop(worker.into_thread().unwrap().join());
    assert!(starts.load(Ordering::SeqCst) >= 2);
}

#[test]
fn a_fault_in_a_task_is_reported_with_the_answer_that_is_waited_for() {
    let (messages, inbox) = sync_channel(64);
    let sender = Sender::new(messages, egui::Context::default());
    let task = Worker::task("dicta-test", &sender);
    assert_eq!(task.run(Some(Message::Ended { set: 1 }), || 5), Some(5));
    assert!(inbox.try_recv().is_err());
    assert_eq!(task.run(Some(Message::Ended { set: 2 }), || panic!("a fault")).map(|(): ()| 0), None);
    assert!(matches!(inbox.try_recv(), Ok(Message::Died { worker: "dicta-test", reason }) if reason == "a fault"));
    assert!(matches!(inbox.try_recv(), Ok(Message::Ended { set: 2 })));
}

#[test]
fn a_question_on_the_screen_does_not_hear_what_failed_elsewhere() {
    let world = World::new();
    let mut harness = world.open(&[&world.path("nowhere")]);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    wait(&mut harness, "the reason on the start screen", |harness| shows(harness, "it is not there"));
    let Some(Overlay::Prompt(prompt)) = &harness.state().view().overlay else { panic!("the question is gone") };
    assert!(!format!("{prompt:?}").contains("it is not there"), "{prompt:?}");
}

#[test]
fn what_was_filtered_and_found_does_not_go_over_to_the_next_set() {
    let world = World::new();
    let (first, second) = (world.set("first-set"), world.set_of("second-set", &[("a", "Anna said so.\n"), ("b", "A text.\n")]));
    let mut harness = world.open(&[&first]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert!(harness.ctx.text_edit_focused());
    harness.event(egui::Event::Text("bonnet".to_owned()));
    harness.run_steps(2);
    let filters = |view: &dicta::gui::state::view::View| format!("{}{}", view.panels.articles.filter, view.panels.list.filter);
    assert_eq!(filters(harness.state().view()), "bonnet");
    press(&mut harness, Modifiers::COMMAND, Key::W);
    wait(&mut harness, "the start screen", |harness| harness.state().session().is_none());
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.get_by_label("Path").type_text(&second.display().to_string());
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    wait(&mut harness, "the other set", |harness| harness.state().session().is_some());
    assert_eq!(filters(harness.state().view()), "");
}
