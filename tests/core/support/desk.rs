//! A desk to test at: a session over one marked text, worked by keys, shown as a marked text again.

use dicta::edit::History;
use dicta::model::{Annotation, Annotator, Document, Label, Timestamp};
use dicta::session::input::action_table::TABLE;
use dicta::session::state::Start;
use dicta::session::{Access, Action, Chord, Command, Effect, Incoming, Key, Report, Session};
use dicta::text::marked::{self, Marked};
use dicta::text::{ByteOffset, Text};

/// A session with a clock that only moves when it is told to.
pub struct Desk {
    pub session: Session,
    pub now: Timestamp,
    pub effects: Vec<Effect>,
}

impl Desk {
    /// An empty set.
    pub fn new() -> Self {
        Self::with(Document::default(), Access::ReadWrite)
    }

    /// An empty set with the codebook that new sets begin with, and one article.
    pub fn annotating(text: &str) -> Self {
        let codebook = dicta::storage::schema::codebook::default().expect("the default codebook");
        let mut desk = Self::with(Document { codebook: codebook.into(), ..Document::default() }, Access::ReadWrite);
        desk.add(&[("article.txt", text)]);
        desk
    }

    /// A session over a document.
    pub fn with(document: Document, access: Access) -> Self {
        let now = Timestamp(1_770_000_000_000);
        let annotator = Annotator::parse("alice").unwrap();
        let start = Start { document, history: History::default(), annotator, access, seed: 7, unsaved: false };
        Self { session: Session::new(start, now), now, effects: Vec::new() }
    }

    /// A set with one article: `[…]` are quotes already tagged, `^…|` is the selection.
    pub fn at(marked: &str) -> Self {
        let mut desk = Self::new();
        desk.open(marked);
        desk
    }

    /// Adds an article written in the marked language and opens it.
    pub fn open(&mut self, marked: &str) {
        let Marked { text, spans, caret, anchor } = marked::parse(marked).expect("a marked text");
        self.add(&[("article.txt", text.as_str())]);
        for span in spans {
            self.send(Command::Select { anchor: span.start(), head: span.end() });
            self.keys("Q");
        }
        let head = caret.unwrap_or_default();
        self.send(Command::Select { anchor: anchor.unwrap_or(head), head });
        if anchor.is_none() {
            self.send(Command::Clear);
        }
        self.wait(10_000);
    }

    pub fn add(&mut self, files: &[(&str, &str)]) {
        let incoming = files.iter().map(|(name, text)| Incoming { file_name: (*name).to_owned(), text: (*text).to_owned() });
        self.send(Command::AddArticles(incoming.collect()));
    }

    pub fn send(&mut self, command: Command) {
        for effect in self.session.dispatch(command, self.now) {
            match effect {
                // A search runs at once, as its thread would run it.
                Effect::Search(job) => {
                    let mut found = Vec::new();
                    job.run(|findings| {
                        found.push(findings);
                        true
                    });
                    for findings in found {
                        self.send(Command::Report(Report::Found(findings)));
                    }
                }
                Effect::Propose(job) => self.send(Command::Report(Report::Proposed(Box::new(job.run())))),
                Effect::Quotations(job) => self.send(Command::Report(Report::Quotations(job.run()))),
                effect => self.effects.push(effect),
            }
        }
    }

    /// Presses keys: `Q`, `S-Right`, `C-S-Z`, `A-Left`, apart by spaces. Each must be in the table.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            match action(name) {
                Action::Session(action) => self.send(Command::Do(action)),
                Action::Window(action) => panic!("{name} is {action:?}, which the window handles"),
            }
        }
        self
    }

    pub fn wait(&mut self, ms: i64) -> &mut Self {
        self.now = Timestamp(self.now.0 + ms);
        self.send(Command::Tick);
        self
    }

    pub fn text(&self) -> Text {
        self.session.article().expect("an article is open").text.clone()
    }

    /// The annotations of the open article.
    pub fn annotations(&self) -> Vec<Annotation> {
        self.session.layer().map(|l| l.annotations().iter().map(|a| Annotation::clone(a)).collect()).unwrap_or_default()
    }

    /// Label and words of each annotation.
    pub fn list(&self) -> Vec<(Label, String)> {
        self.annotations().iter().map(|a| (a.label, a.words())).collect()
    }

    /// The article with its annotations, caret and selection.
    pub fn shows(&self) -> String {
        let spans = self.annotations().iter().flat_map(|a| a.spans().collect::<Vec<_>>()).collect();
        let selection = self.session.selection();
        let mut shown = Marked::new(self.text(), spans);
        shown.caret = Some(selection.head);
        shown.anchor = (!selection.is_empty()).then_some(selection.anchor);
        marked::print(&shown)
    }

    /// The newest sentence for the person.
    pub fn says(&self) -> String {
        self.session.notices().last().map(|n| n.text.clone()).unwrap_or_default()
    }

    /// Selects the annotation with those words; the last of several.
    pub fn pick(&mut self, words: &str) -> Annotation {
        let found = self.annotations().into_iter().rfind(|a| a.words() == words).expect("an annotation of these words");
        self.send(Command::SelectAnnotation(Some(found.id.clone())));
        found
    }

    /// The first annotation of a label with those words.
    pub fn find(&self, label: Label, words: &str) -> Annotation {
        self.annotations().into_iter().find(|a| a.label == label && a.words() == words).expect("an annotation of these words")
    }

    /// Selects the first place where `words` stand, and presses a key.
    pub fn mark(&mut self, words: &str, key: &str) {
        let at = self.text().as_str().find(words).expect("the words are there");
        self.send(Command::Select { anchor: ByteOffset(at), head: ByteOffset(at + words.len()) });
        self.keys(key);
    }
}

/// The action of a key.
fn action(name: &str) -> Action {
    let mut chord = Chord::plain(Key::Escape);
    let mut rest = name;
    while let Some((modifier, tail)) = rest.split_once('-').filter(|(m, t)| matches!(*m, "C" | "S" | "A") && !t.is_empty()) {
        match modifier {
            "C" => chord.command = true,
            "S" => chord.shift = true,
            _ => chord.alt = true,
        }
        rest = tail;
    }
    chord.key = match rest {
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "Del" => Key::Delete,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Tab" => Key::Tab,
        f if f.len() > 1 && f.starts_with('F') => Key::F(f[1..].parse().expect("a number")),
        letter => Key::Char(letter.chars().next().expect("a key")),
    };
    TABLE.iter().find(|spec| spec.keys.contains(&chord)).unwrap_or_else(|| panic!("no command on {name}")).action
}
