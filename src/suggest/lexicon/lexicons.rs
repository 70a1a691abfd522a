//! Defines [`Lexicons`]: the lexicons by which a set's articles are read, each parsed once.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::Lexicon;
use super::lexicon_file::{LexiconError, Source};

/// A lexicon that comes with Dicta.
struct BuiltIn {
    language: &'static str,
    file: &'static str,
    ron: &'static str,
    parsed: OnceLock<Arc<Lexicon>>,
}

static EN: BuiltIn = BuiltIn::new("en", "en.ron", include_str!("../../../assets/lexicons/en.ron"));
static FR: BuiltIn = BuiltIn::new("fr", "fr.ron", include_str!("../../../assets/lexicons/fr.ron"));
static RU: BuiltIn = BuiltIn::new("ru", "ru.ron", include_str!("../../../assets/lexicons/ru.ron"));
static ALL: [&BuiltIn; 3] = [&EN, &FR, &RU];

impl BuiltIn {
    const fn new(language: &'static str, file: &'static str, ron: &'static str) -> Self {
        Self { language, file, ron, parsed: OnceLock::new() }
    }

    fn of(language: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|held| held.language == language)
    }

    /// Parsed on first use: a set in one language never reads the others. A test holds that each of them is good.
    fn lexicon(&self) -> &Arc<Lexicon> {
        self.parsed.get_or_init(|| Arc::new(Lexicon::parse(self.file, self.ron).unwrap_or_default()))
    }
}

/// The lexicons of a set: those that come with Dicta, and those that the set extends.
#[derive(Clone, Debug, Default)]
pub struct Lexicons {
    /// By language: what comes with Dicta, with what the set adds to it.
    own: BTreeMap<String, Arc<Lexicon>>,
}

impl Lexicons {
    /// Adds the RON of a file called `file` to the lexicon of a language; to an empty one where Dicta has none.
    ///
    /// # Errors
    /// When it is no lexicon, with the line and the column; then nothing of it is added.
    pub fn extend(&mut self, language: &str, file: &str, ron: &str) -> Result<(), LexiconError> {
        let more = Source::parse_for(language, file, ron)?;
        let built_in = BuiltIn::of(language).and_then(|held| Source::parse(held.file, held.ron).ok());
        let mut whole = built_in.unwrap_or_else(|| Source { language: language.to_owned(), ..Source::default() });
        whole.extend(more);
        self.own.insert(language.to_owned(), Arc::new(Lexicon::from(whole)));
        Ok(())
    }

    /// The lexicon for the tag of an article's language (`fr`, `fr-CA`); the English one for languages that have none.
    #[must_use]
    pub fn of(&self, tag: &str) -> &Lexicon {
        let language = primary(tag);
        let held = |language: &str| self.own.get(language).or_else(|| BuiltIn::of(language).map(BuiltIn::lexicon));
        held(&language).or_else(|| held(EN.language)).unwrap_or_else(|| EN.lexicon())
    }
}

impl Lexicon {
    /// The lexicon that comes with Dicta, by the tag of the article's language (`fr`, `fr-CA`); English for others.
    #[must_use]
    pub fn built_in(tag: &str) -> Arc<Self> {
        Arc::clone(BuiltIn::of(&primary(tag)).unwrap_or(&EN).lexicon())
    }

    /// The lexicons that come with Dicta, as file name and RON, to be read or copied.
    pub fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
        ALL.into_iter().map(|held| (held.file, held.ron))
    }
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}
