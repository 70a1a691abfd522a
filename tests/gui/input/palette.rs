//! The palette: a few letters lead to a command, an article, an actor or a setting.

use dicta::gui::App;
use dicta::gui::state::prefs::ThemeChoice;
use dicta::gui::state::view::{Overlay, SideTab};
use dicta::session::{Command, For};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, shows, wait};

const FIELD: &str = "Command, article, actor or setting";

fn opened(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    harness
}

fn search(harness: &mut Harness<'static, App>, letters: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    harness.get_by_label(FIELD).type_text(letters);
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn open_article(harness: &Harness<'static, App>) -> String {
    harness.state().session().unwrap().article().unwrap().id.to_string()
}

#[test]
fn a_few_letters_and_enter_run_a_command() {
    let world = World::new();
    let mut harness = opened(&world);
    search(&mut harness, "list tab");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().view().tab, SideTab::List);
    assert_eq!(harness.state().view().overlay, None);
}

#[test]
fn the_box_in_the_top_bar_opens_it_and_escape_closes_it() {
    let world = World::new();
    let mut harness = opened(&world);
    assert!(harness.query_by_label(FIELD).is_none(), "closed, it is nowhere");
    harness.get_by_label("Search or run a command").click();
    harness.run_steps(3);
    harness.get_by_label(FIELD);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label(FIELD).is_none());
    press(&mut harness, Key::S);
    assert!(!harness.state().session().unwrap().selection().is_empty(), "the keyboard is the text's again");
}

#[test]
fn an_article_is_found_by_its_title_without_accents_or_order() {
    let world = World::new();
    let mut harness = opened(&world);
    assert_eq!(open_article(&harness), "bonnet");
    search(&mut harness, "talks maur");
    harness.get_by_label("Open article: Maurel weighs talks");
    press(&mut harness, Key::Enter);
    assert_eq!(open_article(&harness), "maurel");
}

#[test]
fn an_actor_is_found_by_name_and_its_page_opens() {
    let world = World::new();
    let mut harness = opened(&world);
    // The word at the caret becomes a new actor.
    press(&mut harness, Key::S);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::A);
    harness.run_steps(3);
    let name = harness.state().session().unwrap().document().register.actors().first().unwrap().name.clone();
    search(&mut harness, &name.to_uppercase());
    harness.get_by_label(&format!("Open actor: {name}")).click();
    harness.run_steps(3);
    assert_eq!(harness.state().view().tab, SideTab::Actors);
    assert!(harness.state().view().panels.actors.page().is_some());
}

#[test]
fn a_setting_is_switched() {
    let world = World::new();
    let mut harness = opened(&world);
    search(&mut harness, "dark theme");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().prefs().theme, ThemeChoice::Dark);
    assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn arrows_go_round_the_rows_and_what_was_chosen_comes_first_next_time() {
    let world = World::new();
    let mut harness = opened(&world);
    search(&mut harness, "tab");
    press(&mut harness, Key::ArrowUp);
    for _ in 0..3 {
        press(&mut harness, Key::ArrowDown);
    }
    press(&mut harness, Key::Enter);
    let chosen = harness.state().view().tab;
    assert_ne!(chosen, SideTab::Annotation, "another tab was chosen");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    assert_eq!(harness.state().view().tab, SideTab::Annotation);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().view().tab, chosen);
}

#[test]
fn keys_mean_nothing_to_the_text_while_it_is_open() {
    let world = World::new();
    let mut harness = opened(&world);
    search(&mut harness, "q");
    press(&mut harness, Key::Q);
    press(&mut harness, Key::Delete);
    assert!(harness.state().session().unwrap().layer().is_none_or(|layer| layer.annotations().is_empty()));
    assert_eq!(harness.state().view().overlay, Some(Overlay::Palette));
}

#[test]
fn it_says_when_nothing_is_found() {
    let world = World::new();
    let mut harness = opened(&world);
    search(&mut harness, "zzzz");
    harness.get_by_label("No results for “zzzz”");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().view().overlay, Some(Overlay::Palette), "Enter takes nothing");
}

#[test]
fn without_a_set_it_offers_only_what_works() {
    let world = World::new();
    let mut harness = world.open(&[]);
    harness.run_steps(3);
    search(&mut harness, "open");
    assert!(shows(&harness, "Run: Open folder…"));
    assert!(!shows(&harness, "Run: Open the next"));
    assert!(!shows(&harness, "Run: Next open question"));
}

#[test]
fn what_is_typed_right_behind_the_key_is_searched() {
    let world = World::new();
    let mut harness = opened(&world);
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let text = |words: &str| egui::Event::Text(words.to_owned());
    let events = [
        key(Key::K, Modifiers::COMMAND),
        key(Key::L, Modifiers::NONE),
        text("l"),
        text("ist tab"),
        key(Key::Enter, Modifiers::NONE),
    ];
    harness.input_mut().events.extend(events);
    harness.run_steps(8);
    assert_eq!(harness.state().view().tab, SideTab::List);
}

#[test]
fn thousands_of_articles_and_actors_give_a_short_list() {
    let mut stage = crate::support::panels_stage::Stage::new();
    let incoming = (0..2_000).map(|number| dicta::session::Incoming {
        file_name: format!("{number}.txt"),
        text: format!("Minister number {number} speaks\n\nNothing.\n"),
    });
    stage.send(Command::AddArticles(incoming.collect()));
    for number in 0..300 {
        stage.send(Command::NewActor { name: format!("Minister {number}"), target: For::Register });
    }
    stage.view.overlay = Some(Overlay::Palette);
    let mut harness = stage.open();
    harness.get_by_label(FIELD).type_text("minister 77");
    harness.run();
    let rows = |kind: &str| harness.query_all_by_label_contains(kind).count();
    assert_eq!(rows("Open article: Minister number"), 5);
    assert!((1..=5).contains(&rows("Open actor: Minister")));
    harness.get_by_label("Open article: Minister number 77 speaks");
}
