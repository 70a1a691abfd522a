//! Selecting in the text pane by mouse and by line: backwards, out of the pane, over paragraphs, by words and sentences.

use dicta::model::Label;
use dicta::session::cursor::caret_step::CaretStep;
use dicta::session::input::action::LineStep;
use dicta::session::{SessionAction, WindowAction};
use dicta::text::ByteOffset;
use egui::{Modifiers, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::reader_stage::{STEP, Stage, shows, sized, stage};

fn drag(harness: &mut Harness<'_, Stage>, from: Pos2, to: Pos2) {
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(from.lerp(to, 0.5));
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(1);
    harness.drop_at(to);
    harness.run_steps(2);
}

/// The rectangle of the only quote in the text.
fn quote(harness: &Harness<'_, Stage>) -> egui::Rect {
    harness.get_by_label_contains("quote:").rect()
}

#[test]
fn a_drag_selects_and_so_does_one_backwards() {
    let mut harness = stage("Le [ministre] a dit|");
    let rect = quote(&harness);
    drag(&mut harness, rect.left_center() + vec2(1.0, 0.0), rect.right_center());
    assert_eq!(shows(&harness), "Le ^[ministre]| a dit");
    drag(&mut harness, rect.right_center(), rect.left_center() - vec2(40.0, 0.0));
    assert_eq!(shows(&harness), "|Le [ministre]^ a dit");
}

#[test]
fn a_drag_may_leave_the_pane_and_go_over_paragraphs() {
    let mut harness = stage("un\ndeux\n[trois]\nquatre|");
    let rect = quote(&harness);
    drag(&mut harness, rect.center_top() + vec2(-rect.width() / 2.0, 4.0), pos2(2_000.0, rect.bottom() + 40.0));
    assert_eq!(shows(&harness), "un\ndeux\n^[trois]\nquatre|");
    drag(&mut harness, rect.right_center(), pos2(-50.0, -80.0));
    assert_eq!(shows(&harness), "|un\ndeux\n[trois]^\nquatre");
}

#[test]
fn a_double_click_selects_a_word_and_a_triple_click_a_sentence() {
    let mut harness = stage("Un mot. Le [ministre] a dit oui. Fin.|");
    let at = quote(&harness).center();
    for _ in 0..2 {
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run_steps(1);
    assert_eq!(shows(&harness), "Un mot. Le ^[ministre]| a dit oui. Fin.");
    let mut harness = stage("Un mot. Le [ministre] a dit oui. Fin.|");
    for _ in 0..3 {
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run_steps(1);
    assert_eq!(shows(&harness), "Un mot. ^Le [ministre] a dit oui.| Fin.");
}

#[test]
fn shift_click_extends() {
    let mut harness = stage("|Le [ministre] a dit");
    let to = quote(&harness).right_center();
    harness.key_down_modifiers(Modifiers::SHIFT, egui::Key::F20);
    harness.event_modifiers(egui::Event::PointerMoved(to), Modifiers::SHIFT);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        let event = egui::Event::PointerButton { pos: to, button, pressed, modifiers: Modifiers::SHIFT };
        harness.event_modifiers(event, Modifiers::SHIFT);
        harness.run_steps(1);
    }
    assert_eq!(shows(&harness), "^Le [ministre]| a dit");
}

#[test]
fn a_drag_below_the_pane_scrolls_on() {
    let text = "Une ligne de texte assez courte.\n".repeat(200);
    let mut harness = sized(&format!("|[Une] {text}"), Vec2::new(900.0, 300.0));
    let from = quote(&harness).center();
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(pos2(from.x, 380.0));
    harness.run_steps(150);
    let far = harness.state().session.selection().head.0;
    assert!(far > 1_000, "only {far} bytes were selected");
    harness.drop_at(pos2(from.x, 380.0));
    harness.run_steps(2);
}

#[test]
fn lines_keep_their_column_and_pages_their_pace() {
    let mut harness = stage("une ligne longue\nx\nune ligne lon|gue");
    for _ in 0..2 {
        harness.state_mut().act(WindowAction::Move { step: LineStep::LineUp, extend: false });
        harness.run_steps(2);
    }
    assert_eq!(shows(&harness), "une ligne lon|gue\nx\nune ligne longue", "a short line in between does not pull the caret in");
    harness.state_mut().act(WindowAction::Move { step: LineStep::LineEnd, extend: true });
    harness.run_steps(2);
    assert_eq!(shows(&harness), "une ligne lon^gue|\nx\nune ligne longue");
    harness.state_mut().act(WindowAction::Move { step: LineStep::LineStart, extend: false });
    harness.run_steps(2);
    assert_eq!(shows(&harness), "|une ligne longue\nx\nune ligne longue");
}

#[test]
fn the_caret_comes_into_view_when_it_moves_by_key() {
    let text = "Une ligne.\n".repeat(400);
    let mut harness = sized(&format!("|{text}[fin]"), Vec2::new(900.0, 300.0));
    assert!(harness.query_by_label("quote: fin").is_none(), "what is far away is not drawn");
    harness.state_mut().act(SessionAction::Move { step: CaretStep::TextEnd, extend: false });
    harness.run_steps(3);
    harness.get_by_label("quote: fin");
}

#[test]
fn nothing_is_drawn_again_when_nothing_happens() {
    let mut harness = stage("Le [ministre] a dit|");
    harness.run();
    let steps = harness.run();
    assert!(steps <= 2, "the pane asked for {steps} more frames");
}

#[test]
fn letters_that_are_no_single_glyph_are_still_hit_exactly() {
    for letter in ["é", "e\u{301}", "ǻ", "👩🏽‍🌾", "א", "\u{202e}a"] {
        let marked = format!("ab[{letter}]cd|");
        let parsed = dicta::text::marked::parse(&marked).expect("marked");
        let text = parsed.text.as_str().to_owned();
        let mut harness = Harness::builder()
            .allow_missing_glyphs()
            .with_size(Vec2::new(900.0, 300.0))
            .with_step_dt(STEP)
            .with_context_setup(|ctx| {
                dicta::gui::style::fonts::install(ctx);
                dicta::gui::style::theme::Theme::apply(ctx);
            })
            .build_ui_state(|ui, stage: &mut Stage| stage.draw(ui), Stage::new(&text));
        harness
            .state_mut()
            .send(dicta::session::Command::Select { anchor: parsed.spans[0].start(), head: parsed.spans[0].end() });
        harness.state_mut().act(SessionAction::Tag(Label::Quote));
        // Away from it, so that the drag does not take its edge.
        harness.state_mut().send(dicta::session::Command::PlaceCaret { at: ByteOffset(0), extend: false });
        harness.run_steps(3);
        let rect = quote(&harness);
        drag(&mut harness, rect.left_center(), pos2(2_000.0, rect.center().y));
        assert_eq!(shows(&harness), format!("ab^[{letter}]cd|"), "{letter}");
    }
}

#[test]
fn a_click_within_one_frame_counts() {
    let mut harness = stage("Le [ministre] a dit|");
    let at = quote(&harness).center();
    harness.hover_at(at);
    harness.run_steps(2);
    for pressed in [true, false] {
        let event =
            egui::Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        // Both events in the input of one frame, past the queue that gives each a frame of its own.
        harness.input_mut().events.push(event);
    }
    harness.run_steps(2);
    assert_eq!(harness.state().session.current().map(|a| a.words()), Some("ministre".into()));
}

/// Puts the events of the pointer into the input of one frame, past the queue that gives each a frame of its own.
fn in_one_frame(harness: &mut Harness<'_, Stage>, events: &[(Pos2, Option<bool>)]) {
    for (pos, pressed) in events.iter().copied() {
        harness.input_mut().events.push(egui::Event::PointerMoved(pos));
        if let Some(pressed) = pressed {
            let button = egui::PointerButton::Primary;
            harness.input_mut().events.push(egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
    }
    harness.run_steps(1);
}

#[test]
fn a_drag_begins_where_the_button_was_pressed_however_slow_the_frames_are() {
    let marked = "Le [ministre des transports] a dit non|";
    let drawn = |frames: &[&[(f32, Option<bool>)]]| {
        let mut harness = stage(marked);
        // Away from it, so that the drag does not take its edge.
        harness.state_mut().send(dicta::session::Command::PlaceCaret { at: ByteOffset(0), extend: false });
        harness.run_steps(2);
        let rect = quote(&harness);
        let from = rect.left_center() + vec2(1.0, 0.0);
        let to = rect.right_center();
        harness.hover_at(from);
        harness.run_steps(2);
        for frame in frames {
            let events: Vec<(Pos2, Option<bool>)> = frame.iter().map(|(at, pressed)| (from.lerp(to, *at), *pressed)).collect();
            in_one_frame(&mut harness, &events);
        }
        harness.run_steps(2);
        shows(&harness)
    };
    let all = "Le ^[ministre des transports]| a dit non";
    let (down, up) = (Some(true), Some(false));
    assert_eq!(drawn(&[&[(0.0, down)], &[(0.5, None)], &[(1.0, None)], &[(1.0, up)]]), all, "a frame for each");
    assert_eq!(drawn(&[&[(0.0, down), (0.4, None)], &[(1.0, None)], &[(1.0, up)]]), all, "pressed and moved in one frame");
    assert_eq!(drawn(&[&[(0.0, down), (0.5, None), (1.0, None)], &[(1.0, up)]]), all, "all of the way in one frame");
    assert_eq!(drawn(&[&[(0.0, down), (1.0, None), (1.0, up)]]), all, "and the release too");
}
