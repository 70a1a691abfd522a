//! The main keys on fifteen keyboard layouts, with the events that the window system sends: each does what is engraved on it.

use dicta::gui::App;
use dicta::model::{Annotation, Label};
use dicta::session::Session;
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::key_events::{LAYOUTS, Layout};
use crate::support::world::{World, shows, wait};

/// Begins with a quotation; each of the two has somebody who may have said it, and there are other names.
const TEXT: &str = "“The ferry will sail on Monday,” Anna Weiss said. “Nobody should doubt it,” Paul Aubry said.\n\nPaul Aubry told Anna Weiss and Marta Lind that the strike was over.\n";

/// A window over one article, used with one keyboard.
struct Desk {
    _world: World,
    harness: Harness<'static, App>,
    layout: Layout,
}

impl Desk {
    fn new(layout: &'static str) -> Self {
        let world = World::new();
        let set = world.set_of("ferry-set", &[("ferry", TEXT), ("other", "Nothing is said here.\n")]);
        let mut harness = world.open(&[&set]);
        wait(&mut harness, "suggestions", |harness| harness.state().session().is_some_and(|s| !s.suggestions().is_empty()));
        harness.run_steps(3);
        Self { _world: world, harness, layout: Layout::read(layout) }
    }

    fn press(&mut self, presses: &[&str]) -> &mut Self {
        self.layout.press(&mut self.harness, presses);
        self
    }

    fn session(&self) -> &Session {
        self.harness.state().session().unwrap()
    }

    fn annotations(&self) -> Vec<Annotation> {
        let layer = self.session().layer();
        layer.map(|layer| layer.annotations().iter().map(|held| Annotation::clone(held)).collect()).unwrap_or_default()
    }

    fn labels(&self) -> Vec<Label> {
        self.annotations().iter().map(|annotation| annotation.label).collect()
    }

    /// Who speaks each quote.
    fn speakers(&self) -> Vec<Vec<String>> {
        let quotes = self.annotations().into_iter().filter(|annotation| annotation.label == Label::Quote);
        let said = |quote: Annotation| quote.details.attribution.iter().map(|held| self.session().who_shown(&held.who)).collect();
        quotes.map(said).collect()
    }

    /// The text of the field that has the keyboard.
    fn typed(&self) -> Option<String> {
        let focused = |role| self.harness.query_all_by_role(role).find(egui_kittest::Node::is_focused);
        let field = focused(Role::TextInput).or_else(|| focused(Role::MultilineTextInput));
        field.map(|node| node.value().unwrap_or_default())
    }

    fn picks(&self) -> bool {
        self.harness.state().view().picker.is_some()
    }
}

/// Runs the same on every layout.
fn on_all(check: impl Fn(&mut Desk, &str)) {
    for layout in LAYOUTS {
        check(&mut Desk::new(layout), layout);
    }
}

#[test]
fn the_first_key_of_all_may_be_q_and_undo_takes_it_back() {
    on_all(|desk, layout| {
        assert_eq!(desk.press(&["Q"]).labels(), [Label::Quote], "{layout}");
        assert!(desk.press(&["Ctrl Z"]).labels().is_empty(), "{layout}");
        assert_eq!(desk.press(&["Ctrl Shift Z"]).labels(), [Label::Quote], "{layout}");
        assert!(desk.press(&["Ctrl Z"]).labels().is_empty(), "{layout}");
        assert_eq!(desk.press(&["Ctrl Y"]).labels(), [Label::Quote], "{layout}");
    });
}

#[test]
fn labels_and_fields_open_by_their_letters_and_stay_empty() {
    on_all(|desk, layout| {
        desk.press(&["Q", "R"]);
        assert!(desk.picks(), "{layout}");
        assert_eq!(desk.typed().as_deref(), Some(""), "{layout}: R is not typed into the picker");
        desk.press(&["Escape", "Shift R"]);
        assert_eq!((desk.picks(), desk.typed().as_deref()), (true, Some("")), "{layout}: Shift R");
        desk.press(&["Escape", "W"]);
        assert_eq!(desk.typed().as_deref(), Some(""), "{layout}: W is not typed into the note");
        assert_eq!(desk.annotations()[0].note, "", "{layout}");
        desk.press(&["Escape", "C"]);
        assert_eq!(desk.labels(), [Label::Claim], "{layout}");
        desk.press(&["Alt F"]);
        assert_eq!(desk.typed().as_deref(), Some(""), "{layout}: F is not typed into the search");
        desk.press(&["Escape", "Escape", "Escape", "S", "A"]);
        assert!(desk.labels().contains(&Label::Actor), "{layout}");
        assert!(desk.picks() && desk.typed().as_deref() == Some(""), "{layout}: A is not typed into the picker");
    });
}

#[test]
fn digits_accept_suggestions_by_the_digit_typed_and_by_the_bare_row() {
    on_all(|desk, layout| {
        desk.press(&["Tab"]);
        assert!(desk.session().suggestion().is_some_and(|suggestion| suggestion.speakers.len() > 1), "{layout}");
        desk.press(&["keypad 5 off"]);
        assert!(desk.annotations().is_empty(), "{layout}: without NumLock, 5 is no digit");
        desk.press(&["row 1"]);
        assert_eq!(desk.speakers(), [["Anna Weiss"]], "{layout}: the bare row");
        desk.press(&["2"]);
        assert_eq!(desk.speakers(), [["Anna Weiss"], ["Anna Weiss"]], "{layout}: the digit typed, with Shift where it needs it");
        desk.press(&["Ctrl Z", "Tab", "row 2"]);
        assert_eq!(desk.speakers(), [["Anna Weiss"], ["Anna Weiss"]], "{layout}: the bare row");
        desk.press(&["Ctrl Z", "Tab", "row 0"]);
        assert_eq!(desk.speakers().len(), 2, "{layout}: the article's own voice");
    });
}

#[test]
fn the_bare_row_credits_the_selected_annotation_and_means_nothing_else() {
    on_all(|desk, layout| {
        desk.press(&["Q"]);
        let offered = desk.session().proposed_speakers(desk.session().current().unwrap()).len();
        assert!((2..9).contains(&offered), "{layout}");
        for digit in 1..=9 {
            desk.press(&[format!("row {digit}").as_str()]);
            assert!(!shows(&desk.harness, "No other article has"), "{layout}: row {digit} is no link");
            let is_search = layout == "bepo" && digit == 9;
            assert_eq!(desk.typed().is_some(), is_search, "{layout}: row {digit}");
            assert!(!desk.labels().contains(&Label::Claim), "{layout}: row {digit}");
            assert_eq!(desk.speakers()[0].len(), 1, "{layout}: row {digit} says who");
            if !is_search {
                assert_eq!(shows(&desk.harness, &format!("No option {digit}.")), digit > offered, "{layout}");
            }
        }
    });
}

#[test]
fn signs_on_other_keys_foreign_modifiers_and_dead_keys_run_nothing() {
    on_all(|desk, layout| {
        desk.press(&["Q", "row 1"]);
        let before = desk.annotations();
        let all = ["AltGr Q", "AltGr D", "AltGr E", "AltGr C", "AltGr R", "AltGr row 2"];
        let all = all.into_iter().chain(["Super X", "Super D", "Super R", "dead Q", "dead A"]);
        for press in all.filter(|press| desk.layout.has(press)).collect::<Vec<_>>() {
            desk.press(&[press]);
            assert_eq!(desk.annotations(), before, "{layout}: {press}");
            assert!(!desk.session().layer().unwrap().done, "{layout}: {press}");
            assert!(!desk.picks(), "{layout}: {press}");
        }
        let links = "No other article has";
        desk.press(&["US ="]);
        let is_equals = matches!(layout, "us" | "fr" | "ru" | "ua" | "gr" | "ara" | "il");
        let said: Vec<&str> = desk.session().notices().iter().map(|notice| notice.text.as_str()).collect();
        assert_eq!(shows(&desk.harness, links), is_equals, "{layout}: only a sign that is = links; {said:?}");
    });
}

#[test]
fn a_key_with_the_layout_switch_is_never_a_command_with_fewer_modifiers() {
    on_all(|desk, layout| {
        desk.press(&["Q", "row 1"]);
        let before = desk.annotations();
        assert_eq!(desk.speakers(), [["Anna Weiss"]], "{layout}");
        // Words that Alt R would make an unnamed source.
        desk.press(&["S", "Alt Shift R switching"]);
        assert_eq!(desk.annotations(), before, "{layout}: not Alt R");
        assert_eq!(desk.typed().as_deref(), Some(""), "{layout}: all three keys are held, so it is Alt Shift R");
        desk.press(&["Escape", "Ctrl Z"]);
        assert!(desk.speakers()[0].is_empty(), "{layout}");
        desk.press(&["Ctrl Shift Z switching"]);
        assert_eq!(desk.annotations(), before, "{layout}: Ctrl Shift Z, not a second Ctrl Z");
    });
}

#[test]
fn letters_on_other_places_work_with_shift_and_ctrl_too() {
    on_all(|desk, layout| {
        desk.press(&["Q", "Shift C"]);
        assert_eq!(desk.labels(), [Label::Quote, Label::Claim], "{layout}: Shift C");
        desk.press(&["Ctrl Shift F"]);
        let filter = desk.harness.get_by_label("Filter articles");
        assert!(filter.is_focused(), "{layout}: Ctrl Shift F");
        desk.press(&["Escape", "Ctrl row 4"]);
        assert_eq!(desk.harness.state().view().tab, dicta::gui::state::view::SideTab::List, "{layout}: Ctrl 4 without Shift");
        desk.press(&["Ctrl W"]);
        crate::support::world::wait(&mut desk.harness, &format!("{layout}: Ctrl W"), |harness| {
            harness.state().session().is_none()
        });
    });
}

#[test]
fn values_are_said_by_their_letters() {
    on_all(|desk, layout| {
        let kind = |desk: &Desk| desk.annotations()[0].details.attributes.get("quote_type").cloned();
        desk.press(&["Q", "V", "M"]);
        assert_eq!(kind(desk).as_deref(), Some("mixed"), "{layout}");
        desk.press(&["I", "Enter"]);
        assert_eq!(kind(desk).as_deref(), Some("indirect"), "{layout}");
        assert_eq!(desk.labels(), [Label::Quote], "{layout}");
    });
}

#[test]
fn a_sign_where_greek_has_q_stays_a_sign_on_latin_layouts() {
    let mut desk = Desk::new("dvorak");
    let quote = [egui::Event::Key {
        key: egui::Key::Quote,
        physical_key: Some(egui::Key::Q),
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }];
    desk.harness.input_mut().events.extend(quote.into_iter().chain([egui::Event::Text("'".to_owned())]));
    desk.harness.run_steps(3);
    assert!(desk.annotations().is_empty());
}

#[test]
fn shift_2_on_a_us_keyboard_is_no_digit() {
    let mut desk = Desk::new("us");
    desk.press(&["Tab", "Shift row 2"]);
    assert!(desk.annotations().is_empty());
    desk.press(&["2"]);
    assert_eq!(desk.speakers(), [["Paul Aubry"]]);
}
