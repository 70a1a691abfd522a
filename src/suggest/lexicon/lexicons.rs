//! Defines [`Lexicons`]: the lexicons by which a set's articles are read, each parsed once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, OnceLock};

use super::Lexicon;
use super::lexicon_file::{LexiconError, Source};
use crate::suggest::grammar::languages::Language;

/// The lexicons that come with Dicta, by tag, each parsed on first use: a set in one language never reads the others.
static BUILT_IN: LazyLock<HashMap<&'static str, OnceLock<Arc<Lexicon>>>> =
    LazyLock::new(|| Language::all().map(|language| (language.tag, OnceLock::new())).collect());

/// The lexicon that comes with Dicta for a primary tag; `None` if there is none.
fn built_in(tag: &str) -> Option<&'static Arc<Lexicon>> {
    let (language, cell) = (Language::of(tag)?, BUILT_IN.get(tag)?);
    // A test checks that each of them can be read.
    Some(cell.get_or_init(|| Arc::new(Lexicon::parse(language.file, language.ron).unwrap_or_default())))
}

/// The lexicon of a language for which nobody has written one.
static EMPTY: LazyLock<Arc<Lexicon>> = LazyLock::new(Arc::default);

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
        let built_in = Language::of(language).and_then(|held| Source::parse(held.file, held.ron).ok());
        let mut whole = built_in.unwrap_or_else(|| Source { language: language.to_owned(), ..Source::default() });
        whole.extend(more);
        self.own.insert(language.to_owned(), Arc::new(Lexicon::from(whole)));
        Ok(())
    }

    /// The lexicon for the tag of an article's language (`fr`, `fr-CA`); an empty one for a language that has none, or
    /// if the language is not known.
    #[must_use]
    pub fn of(&self, tag: &str) -> &Lexicon {
        let language = primary(tag);
        self.own.get(&language).or_else(|| built_in(&language)).unwrap_or(&EMPTY)
    }
}

impl Lexicon {
    /// The lexicon that comes with Dicta, by the tag of the article's language (`fr`, `fr-CA`); an empty one for others.
    #[must_use]
    pub fn built_in(tag: &str) -> Arc<Self> {
        Arc::clone(built_in(&primary(tag)).unwrap_or(&EMPTY))
    }

    /// The lexicons that come with Dicta, as file name and RON, to be read or copied.
    pub fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
        Language::all().map(|language| (language.file, language.ron))
    }
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}
