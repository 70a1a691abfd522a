//! The search: typing finds, keys go through the hits, and what is ticked is tagged.

use dicta::gui::App;
use dicta::model::{Label, Who};
use dicta::session::{Command, SessionAction, Slot};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::panels_stage::Stage;
use crate::support::world::{World, shows, wait};

/// The panels with the search open for some words.
fn searching(stage: Stage, words: &str) -> Harness<'static, Stage> {
    let mut stage = stage;
    stage.view.panels.find.begin(None);
    stage.view.focus = Some(dicta::gui::state::view::FocusTarget::Find);
    let mut harness = stage.open();
    harness.get_by_label("Search for").type_text(words);
    rest(&mut harness);
    harness
}

/// Longer than the pause after which the search begins.
fn rest<S>(harness: &mut Harness<'static, S>) {
    harness.run_steps(6);
}

fn hits(harness: &Harness<'static, Stage>) -> Vec<String> {
    let rows =
        harness.get_all_by_label_contains("Show ").filter(|node| node.accesskit_node().role() == egui::Role::ListBoxOption);
    rows.filter_map(|node| node.accesskit_node().label()).filter(|label| label.contains(", in ")).collect()
}

fn selected(session: &dicta::session::Session) -> String {
    let text = &session.article().unwrap().text;
    session.selection().trimmed(text).map(|span| text.slice(span).to_owned()).unwrap_or_default()
}

#[test]
fn what_is_typed_is_found_after_a_pause_whatever_its_case_and_accents() {
    let harness = searching(Stage::new(), "emile");
    assert_eq!(hits(&harness), ["Show Émile, in Dockers' envoy met the minister in secret, sources say"]);
    harness.get_by_label("1 result in 1 article");
}

#[test]
fn nothing_is_drawn_any_more_once_the_hits_are_there() {
    let mut harness = searching(Stage::new(), "minister");
    harness.key_press(Key::Enter);
    harness.run();
    harness.run_steps(4);
    assert!(harness.output().viewport_output.values().all(|output| output.repaint_delay > std::time::Duration::from_secs(1)));
}

#[test]
fn words_that_stand_nowhere_are_said_to() {
    let mut harness = searching(Stage::new(), "zebra");
    harness.get_by_label("No results");
    harness.get_by_label("Search for").type_text("s");
    rest(&mut harness);
    harness.get_by_label("No results");
}

#[test]
fn what_is_wrong_with_an_expression_stands_beside_the_field_at_once() {
    let mut harness = searching(Stage::new(), "sources? (say|said");
    harness.get_by_label("Regex").click();
    rest(&mut harness);
    harness.get_by_label_contains("This is no regular expression: unclosed group");
    let said = harness.state().session.notices().iter().any(|notice| notice.text.starts_with("Not searched"));
    assert!(!said, "it is not said twice");
    // The key of the search selects what stands in the field, so typing takes its place.
    harness.state_mut().view.focus = Some(dicta::gui::state::view::FocusTarget::Find);
    harness.run_steps(2);
    harness.get_by_label("Search for").type_text("sources? (say|said)");
    rest(&mut harness);
    assert!(harness.query_by_label_contains("This is no regular expression").is_none());
    harness.get_by_label("2 results in 1 article");
}

#[test]
fn the_search_is_narrowed_to_an_article_to_labels_and_to_case() {
    let mut harness = searching(Stage::new(), "en");
    let all = hits(&harness).len();
    harness.get_by_label("This article").click();
    rest(&mut harness);
    let here = hits(&harness).len();
    assert!(0 < here && here < all, "{here} of {all}");
    harness.get_by_label("Exact").click();
    rest(&mut harness);
    assert!(harness.get_by_label("Exact").accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    harness.get_by_label("Only in quotes").click();
    rest(&mut harness);
    harness.get_by_label("No results");
}

#[test]
fn only_the_words_of_one_actor_are_searched() {
    let mut stage = Stage::new();
    stage.know(&["Claire Maurel", "Somebody Else"]);
    stage.tag("“We are talking at a technical level,”", SessionAction::Tag(Label::Quote));
    let (id, actor) = (stage.session.current().unwrap().id.clone(), stage.actor("Claire Maurel"));
    stage.send(Command::Credit { id, slot: Slot::Speaker, who: Who::Actor(actor), joins: false });
    let mut harness = searching(stage, "level");
    let by = |harness: &mut Harness<'static, Stage>, name: &str| {
        harness.get_by_label("Speaker").click();
        rest(harness);
        harness.get_by_role_and_label(egui::Role::TextInput, "Which speaker?").type_text(name);
        harness.run();
        harness.key_press(Key::Enter);
        rest(harness);
    };
    by(&mut harness, "somebody");
    harness.get_by_label("No results");
    by(&mut harness, "maurel");
    harness.get_by_label("1 result in 1 article");
    harness.get_by_label("Clear speaker").click();
    rest(&mut harness);
    assert!(harness.query_by_label("Clear speaker").is_none());
}

#[test]
fn hits_are_sorted_by_what_follows_those_of_a_later_search_too() {
    let mut harness = searching(Stage::new(), "the");
    let after = |harness: &Harness<'static, Stage>| -> Vec<String> {
        harness.state().session.review().unwrap().rows.iter().map(|row| dicta::text::folded(row.after.trim_start())).collect()
    };
    assert!(!after(&harness).is_sorted());
    harness.get_by_label("Sort by right context").click();
    rest(&mut harness);
    assert!(after(&harness).is_sorted());
    harness.get_by_label("Exact").click();
    rest(&mut harness);
    assert!(after(&harness).len() > 1 && after(&harness).is_sorted());
}

#[test]
fn ticked_hits_are_tagged_as_a_batch_and_the_hits_stay() {
    let mut harness = searching(Stage::new(), "minister");
    harness.key_press(Key::Enter);
    rest(&mut harness);
    harness.key_press(Key::Space);
    rest(&mut harness);
    harness.get_by_label("2 results in 1 article, 1 selected");
    harness.get_by_label("Tag as claims").click();
    rest(&mut harness);
    let layer = harness.state().session.layer().unwrap();
    let made: Vec<_> = layer.annotations().iter().map(|a| (a.label, a.words())).collect();
    assert_eq!(made, [(Label::Claim, "minister".to_owned())]);
    harness.get_by_label("2 results in 1 article");
}

#[test]
fn ticked_hits_become_mentions_of_whoever_is_chosen() {
    let mut stage = Stage::new();
    stage.know(&["Claire Maurel"]);
    let mut harness = searching(stage, "minister");
    harness.get_by_label("Select all or none").click();
    rest(&mut harness);
    harness.get_by_label("Tag as mentions of").click();
    rest(&mut harness);
    harness.input_mut().events.push(egui::Event::Text("1".to_owned()));
    rest(&mut harness);
    let stage = harness.state();
    assert_eq!(stage.session.survey().counts(&stage.actor("Claire Maurel")).mentions, 2);
}

#[test]
fn whoever_is_named_by_what_was_found_is_offered_first() {
    let mut stage = Stage::new();
    stage.know(&["Aaron Aalto", "Claire Maurel", "Émile Bonnet"]);
    let mut harness = searching(stage, "bonnet");
    harness.get_by_label("Select all or none").click();
    rest(&mut harness);
    harness.get_by_label("Tag as mentions of").click();
    rest(&mut harness);
    harness.key_press(Key::Enter);
    rest(&mut harness);
    let stage = harness.state();
    assert_eq!(stage.session.survey().counts(&stage.actor("Émile Bonnet")).mentions, 1);
}

#[test]
fn the_head_holds_at_every_width_with_a_long_name_of_a_speaker() {
    let name = "Her Excellency the Minister of Maritime Affairs Claire Maurel-Quesnel";
    let mut stage = Stage::new();
    stage.know(&[name]);
    let actor = stage.actor(name);
    stage.view.panels.find.set_speaker(Some(actor));
    let mut harness = searching(stage, "level");
    for width in [900.0, 1000.0, 1200.0, 1440.0, 1920.0] {
        harness.set_size(egui::Vec2::new(width, 800.0));
        harness.run_steps(4);
        let rect = |label: &str| harness.get_by_label(label).rect();
        let (whose, back, close) = (rect("Speaker"), rect("Clear speaker"), rect("Close search"));
        let parts = ["Search for", "Exact", "Regex", "This article", "Only in quotes", "Only in mentions"];
        for part in parts.map(rect).into_iter().chain([whose, back]) {
            assert!(!part.shrink(0.5).intersects(close.shrink(0.5)), "{part} lies over {close} at {width}");
            assert!(part.right() <= close.right() + 0.5, "{part} runs out of the panel at {width}");
        }
        assert!((back.center().y - whose.center().y).abs() < 0.5, "the cross stands behind the name at {width}");
        assert!(back.left() >= whose.right() && back.left() - whose.right() < 4.0, "{whose} {back} at {width}");
    }
}

#[test]
fn the_places_are_copied_as_a_table_by_mouse_and_by_key() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "said");
    press(&mut harness, Key::Enter);
    let copied = |harness: &mut Harness<'static, App>| {
        for _ in 0..4 {
            harness.step();
            let commands = &harness.output().platform_output.commands;
            if let Some(text) = commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            }) {
                harness.run_steps(4);
                return text;
            }
        }
        panic!("nothing was copied");
    };
    press(&mut harness, Key::Space);
    wait(&mut harness, "the tick", |harness| shows(harness, "1 selected"));
    harness.input_mut().events.push(egui::Event::Copy);
    let one = copied(&mut harness);
    assert_eq!(one.lines().count(), 2, "only what is ticked: {one}");
    press(&mut harness, Key::Space);
    wait(&mut harness, "no tick", |harness| !shows(harness, "1 selected"));
    harness.get_by_label("Copy as table").click();
    let all = copied(&mut harness);
    assert!(all.starts_with("article\tbefore\ttext\tafter\n"), "{all}");
    assert_eq!(all.lines().count(), 3, "nothing is ticked, so all of them: {all}");
    wait(&mut harness, "what was done", |harness| shows(harness, "Copied 2 results as a table"));
    assert!(all.contains(one.lines().nth(1).unwrap()));
}

#[test]
fn the_footer_shows_the_keys_of_what_is_in_front() {
    let world = World::new();
    let mut harness = window(&world);
    assert!(shows(&harness, "D: Done"), "the text");
    find(&mut harness, "said");
    assert!(shows(&harness, "Enter ↓: Go to results") && !shows(&harness, "D: Done"), "the field");
    press(&mut harness, Key::Enter);
    assert!(
        shows(&harness, "Space: Select") && shows(&harness, "Enter: Show") && !shows(&harness, "Q: Tag as quotes"),
        "the list"
    );
    press(&mut harness, Key::Space);
    assert!(shows(&harness, "Q: Tag as quotes") && shows(&harness, "A: As mentions of…"), "some are ticked");
    assert!(!shows(&harness, "Del: Delete"), "they are no annotations");
    press(&mut harness, Key::Escape);
    assert!(shows(&harness, "D: Done") && !shows(&harness, "Space: Select"), "the text again");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run_steps(4);
    assert!(shows(&harness, "Esc: Close") && !shows(&harness, "D: Done"), "the settings");
}

#[test]
fn the_footer_shows_the_keys_of_the_list_of_names() {
    let world = World::new();
    let set =
        world.set_of("names-set", &[("a", "Minister Claire Maurel met Paul Lenoir.\n\nClaire Maurel smiled at Paul Lenoir.\n")]);
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some_and(|session| session.found_names().is_some()));
    press(&mut harness, Key::T);
    wait(&mut harness, "the names", |harness| shows(harness, "Names in this article"));
    harness.run_steps(3);
    assert!(shows(&harness, "Space: Select") && shows(&harness, "Esc: Close") && !shows(&harness, "D: Done"));
    press(&mut harness, Key::Space);
    assert!(shows(&harness, "Enter: Tag selected"));
}

fn window(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    harness
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run_steps(4);
}

/// Presses the key of the search and types, as fast hands do.
fn find(harness: &mut Harness<'static, App>, words: &str) {
    let (key, modifiers) = (Key::Slash, Modifiers::NONE);
    let key = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    harness.input_mut().events.extend([key, egui::Event::Text("/".to_owned()), egui::Event::Text(words.to_owned())]);
    harness.run_steps(4);
    wait(harness, "the hits", |harness| shows(harness, "result in") || shows(harness, "results in"));
}

#[test]
fn keys_go_from_hit_to_hit_across_articles_and_escape_gives_the_keyboard_back() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "said");
    assert!(shows(&harness, "2 results in 2 articles"), "the key itself is not typed into the field");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    let session = |harness: &Harness<'static, App>| {
        let session = harness.state().session().unwrap();
        (session.article().unwrap().id.to_string(), selected(session))
    };
    assert_eq!(session(&harness), ("maurel".to_owned(), "said".to_owned()));
    assert!(shows(&harness, "2 results in 2 articles"), "the hits stay");
    press(&mut harness, Key::F3);
    assert_eq!(session(&harness), ("bonnet".to_owned(), "said".to_owned()));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F3);
    harness.run_steps(4);
    assert_eq!(session(&harness).0, "maurel");
    press(&mut harness, Key::Escape);
    assert!(!shows(&harness, "results in"));
    assert!(harness.state().session().unwrap().review().is_none());
    press(&mut harness, Key::Q);
    assert_eq!(harness.state().session().unwrap().layer().unwrap().annotations().len(), 1, "the text has the keyboard");
}

#[test]
fn escape_closes_the_search_from_its_field_and_the_next_hit_brings_it_back() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "said");
    press(&mut harness, Key::Escape);
    assert!(!shows(&harness, "Search for"));
    press(&mut harness, Key::F3);
    wait(&mut harness, "the hits", |harness| shows(harness, "2 results in 2 articles"));
}

#[test]
fn the_selected_words_are_what_is_searched_for() {
    let world = World::new();
    let mut harness = window(&world);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    press(&mut harness, Key::S);
    press(&mut harness, Key::Slash);
    wait(&mut harness, "the hits", |harness| shows(harness, "1 result in 1 article"));
}

#[test]
fn a_label_key_with_nothing_ticked_and_nothing_shown_says_what_to_do() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "said");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Q);
    assert!(shows(&harness, "Select results first: Space, or Ctrl A for all; Enter shows one"));
}
