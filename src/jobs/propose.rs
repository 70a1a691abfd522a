//! Defines [`ProposeJob`]: finds the suggestions for one article.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Actor, ActorId, Article, ArticleId, Register};
use crate::suggest::names::register_names::{KnownActor, NameFinder, NameHit};
use crate::suggest::{
    Lexicons, Material, NewName, Nominal, Proposals, Proposed as Voice, Reading, Reason, SentenceSpeakers, Speaker, Suggestion,
    alike, quotations,
};
use crate::text::{Span, language};

/// A search for suggestions in one article, to run on a worker thread.
#[derive(Clone, Debug)]
pub struct ProposeJob {
    article: Arc<Article>,
    register: Arc<Register>,
    lexicons: Arc<Lexicons>,
}

/// What was found in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    pub article: ArticleId,
    pub quotes: Vec<Suggestion>,
    pub claims: Vec<Suggestion>,
    /// Names of the register.
    pub names: Vec<NameHit>,
    /// Names that the register does not have.
    pub new_names: Vec<NewName>,
    /// Noun phrases that refer to a person or group.
    pub nominals: Vec<Nominal>,
    /// The likely speakers of each sentence, in text order, for words that are in no suggestion.
    pub sentences: Vec<SentenceSpeakers>,
}

impl ProposeJob {
    /// A job for an article.
    #[must_use]
    pub fn new(article: Arc<Article>, register: Arc<Register>, lexicons: Arc<Lexicons>) -> Self {
        Self { article, register, lexicons }
    }

    /// Looks for suggestions.
    #[must_use]
    pub fn run(&self) -> Proposed {
        let known = self.register.actors().iter().map(|actor| KnownActor::of(actor).without_titles());
        let finder = NameFinder::new(&known.collect::<Vec<_>>());
        let text = &self.article.text;
        let said = &self.article.metadata.language;
        let tag = if said.is_empty() { language::guess(text.as_str()).unwrap_or_default().to_owned() } else { said.clone() };
        let (lexicon, quotations) = (self.lexicons.of(&tag), quotations(text));
        let zones: Vec<Span> = self.article.zones.iter().map(|zone| zone.fragment.span).collect();
        let mut names = finder.find(text);
        names.retain(|hit| self.article.zone_of(hit.span).is_none());
        let material = Material { text, quotations: &quotations, names: &names, zones: &zones, lexicon };
        let reading = Reading::new(&material);
        let Proposals { mut quotes, new_names, mut sentences } = reading.propose();
        let (mut claims, nominals) = (reading.claims(&quotes), reading.nominals());
        let of_suggestions = quotes.iter_mut().chain(&mut claims).map(|suggestion| &mut suggestion.speakers);
        self.tie_variants(of_suggestions.chain(sentences.iter_mut().map(|sentence| &mut sentence.speakers)));
        Proposed { article: self.article.id.clone(), quotes, claims, names, new_names, nominals, sentences }
    }

    /// Inserts an actor before a new name that may be the actor's in another spelling or script, so that pressing a digit does
    /// not create a second actor; the name remains as the next choice.
    fn tie_variants<'s>(&self, lists: impl Iterator<Item = &'s mut Vec<Speaker>>) {
        let mut known: BTreeMap<String, Option<ActorId>> = BTreeMap::new();
        for speakers in lists {
            let mut tied: Vec<Speaker> = Vec::new();
            for speaker in std::mem::take(speakers) {
                if let Voice::New(name) = &speaker.who {
                    let like = known.entry(name.clone()).or_insert_with(|| self.like(name));
                    tied.extend(like.clone().map(|id| Speaker { who: Voice::Known(id), ..speaker.clone() }));
                }
                tied.push(speaker);
            }
            for speaker in tied {
                if speakers.iter().all(|held| held.who != speaker.who) {
                    speakers.push(speaker);
                }
            }
            speakers.truncate(9);
        }
    }

    /// The only actor that may have this name too; `None` if there are several. A match of the last name alone, or but for one
    /// letter, does not count.
    fn like(&self, name: &str) -> Option<ActorId> {
        let fits = |actor: &&Arc<Actor>| actor.names().any(|held| alike(held, name).is_some_and(Reason::is_close));
        let mut found = self.register.actors().iter().filter(fits);
        let first = found.next()?;
        found.next().is_none().then(|| first.id.clone())
    }
}
