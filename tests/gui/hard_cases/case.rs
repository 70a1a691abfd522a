//! A hard case before a person with a keyboard: the window, the keys that were pressed, and what is counted of them.

use dicta::gui::App;
use dicta::session::{SaveState, Session};
use dicta::text::{ByteOffset, Span};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;

use super::route;
use super::tables::Tables;
use crate::support::world::{World, wait};

/// Keys that were pressed.
///
/// Counted is everything from the opened article on, with the way to the words; not the register of the actors who are known
/// already, which is filled by key in an article of its own before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Every key, the two below with it.
    pub keys: u32,
    /// Those that only lead the caret to words or select them.
    pub ways: u32,
    /// Letters of names and notes.
    pub letters: u32,
    /// Times that words were selected: each one drag, with a mouse.
    pub drags: u32,
}

impl Count {
    /// What is to be held against the gestures of other tools: a drag for each selection, and the other keys.
    pub fn gestures(self) -> u32 {
        self.keys - self.ways - self.letters + self.drags
    }
}

pub struct Case {
    pub count: Count,
    harness: Harness<'static, App>,
    set: std::path::PathBuf,
    world: World,
}

impl Case {
    /// A set with these articles and these actors known; the first article is open, its suggestions are found.
    pub fn new(actors: &[&str], articles: &[(&str, &str)]) -> Self {
        let world = World::new();
        let known = format!("{}\n", actors.join("\n\n"));
        let all: Vec<(&str, &str)> = [("a-register", known.as_str())].into_iter().chain(articles.iter().copied()).collect();
        let set = world.set_of("set", &all);
        let mut harness = world.open(&[&set]);
        wait(&mut harness, "the set", |harness| harness.state().session().is_some());
        let mut case = Self { count: Count::default(), harness, set, world };
        case.keys("C-Home");
        for _ in actors {
            case.keys("S-End S-A C-Down");
        }
        assert_eq!(case.session().document().register.actors().len(), actors.len());
        case.keys(".");
        assert_eq!(case.session().article().unwrap().id.as_str(), articles[0].0);
        case.count = Count::default();
        case
    }

    pub fn session(&self) -> &Session {
        self.harness.state().session().expect("a set")
    }

    /// Presses keys, apart by spaces: `Tab`, `1`, `S-I`, `C-Down`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let mut modifiers = Modifiers::NONE;
            let mut rest = name;
            while let Some((modifier, tail)) = rest.split_once('-').filter(|(m, _)| matches!(*m, "C" | "S" | "A")) {
                modifiers |= match modifier {
                    "C" => Modifiers::CTRL | Modifiers::COMMAND,
                    "S" => Modifiers::SHIFT,
                    _ => Modifiers::ALT,
                };
                rest = tail;
            }
            let letter = (rest.chars().count() == 1 && !modifiers.ctrl && !modifiers.alt).then(|| rest.to_lowercase());
            self.press(modifiers, Key::from_name(rest).unwrap_or_else(|| panic!("no key {rest}")), letter);
        }
        self
    }

    /// A key as the system sends it: pressed, the letter it types, released.
    fn press(&mut self, modifiers: Modifiers, key: Key, letter: Option<String>) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let input = self.harness.input_mut();
        input.events.extend([Event::ModifiersChanged(modifiers), event(true)]);
        input.events.extend(letter.map(Event::Text));
        self.harness.step();
        self.harness.input_mut().events.extend([event(false), Event::ModifiersChanged(Modifiers::NONE)]);
        self.harness.run_steps(3);
        // A person reads an article for longer than it takes to find what could be marked in it.
        wait(&mut self.harness, "what could be marked", |harness| {
            harness.state().session().is_none_or(|session| session.article().is_none() || session.found_names().is_some())
        });
        self.count.keys += 1;
    }

    /// Types letters into the field that has the keyboard.
    pub fn types(&mut self, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            let key = if letter == ' ' { Key::Space } else { Key::from_name(&letter.to_uppercase().to_string()).unwrap() };
            self.press(Modifiers::NONE, key, Some(letter.to_string()));
            self.count.letters += 1;
        }
        self
    }

    /// Leads the caret to words and selects them. `says [she] would` are the words `she` in that place.
    pub fn select(&mut self, place: &str) -> &mut Self {
        let (text, words) = self.place(place);
        let keys = route::to_select(&text, self.session().selection(), words);
        self.go(&keys);
        let selection = self.session().selection();
        assert_eq!(selection.trimmed(&text).map(|span| text.slice(span).to_owned()), Some(text.slice(words).to_owned()));
        self
    }

    /// Leads the caret to the beginning of words.
    pub fn go_to(&mut self, place: &str) -> &mut Self {
        let (text, words) = self.place(place);
        let keys = route::to_place(&text, self.session().selection(), words.start().0);
        self.go(&keys);
        self
    }

    fn go(&mut self, keys: &[String]) {
        self.keys(&keys.join(" "));
        self.count.ways += u32::try_from(keys.len()).unwrap();
        self.count.drags += 1;
    }

    fn place(&self, place: &str) -> (dicta::text::Text, Span) {
        let text = self.session().article().unwrap().text.clone();
        let (before, rest) = place.split_once('[').unwrap_or(("", place));
        let (words, after) = rest.split_once(']').unwrap_or((rest, ""));
        let context = format!("{before}{words}{after}");
        let at = text.as_str().find(&context).unwrap_or_else(|| panic!("no “{context}”")) + before.len();
        let span = Span::new(&text, ByteOffset(at), ByteOffset(at + words.len())).unwrap();
        (text, span)
    }

    /// Presses Tab until that field has the keyboard.
    pub fn tab_to(&mut self, label: &str) -> &mut Self {
        use egui_kittest::kittest::{NodeT as _, Queryable as _};
        for _ in 0..40 {
            let there = self.harness.query_all_by_label(label).any(|node| node.accesskit_node().is_focused());
            if there {
                return self;
            }
            self.keys("Tab");
        }
        panic!("Tab never comes to “{label}”");
    }

    /// Waits until the article's suggestions are found.
    pub fn found(&mut self) -> &mut Self {
        wait(&mut self.harness, "suggestions", |harness| !harness.state().session().unwrap().suggestions().is_empty());
        self
    }

    /// Waits until everything is on disk, and exports.
    pub fn tables(&mut self) -> Tables {
        self.world.pass(1_000);
        wait(&mut self.harness, "saved", |harness| *harness.state().session().unwrap().save_state() == SaveState::Saved);
        let article = self.session().article().unwrap().id.to_string();
        Tables::of(&self.set, &self.world.path("tables"), &article)
    }

    /// A file of the set, as it stands on disk.
    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.set.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// What is marked and selected, and what the window says last.
    fn shown(&self) -> String {
        let session = self.session();
        let annotations: Vec<String> = session.layer().map_or_else(Vec::new, |layer| {
            layer.annotations().iter().map(|a| format!("{} “{}”", a.label.as_str(), a.words())).collect()
        });
        let says = session.notices().last().map(|notice| notice.text.clone());
        format!("{annotations:#?}; current {:?}; says {says:?}", session.current().map(|a| a.words()))
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.shown());
        }
    }
}
