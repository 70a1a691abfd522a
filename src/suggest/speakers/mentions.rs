//! Finds who can speak in an article: known names, names nobody registered, roles such as `the spokesman`, pronouns.

use std::ops::Range;

use super::named_in_article::Names;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_class::{Gender, Pronoun};
use crate::suggest::names::gender::gender_of;
use crate::suggest::names::hit_form::HitForm;
use crate::suggest::names::institutions::is_demonym;
use crate::suggest::names::name_forms::looks_like_person;
use crate::suggest::names::non_person_names::is_place;
use crate::suggest::names::reason::Reason;
use crate::suggest::names::register_names::NameHit;
use crate::suggest::names::unregistered_names::{NewNames, is_headline};
use crate::suggest::parse::nouns::{is_evidence, is_speaking_noun};
use crate::suggest::parse::sentence::{Cut, Word};
use crate::suggest::patterns::credits::{credits, is_inside};
use crate::suggest::patterns::polls::share;
use crate::text::Text;

/// Somebody named in the article.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Mention {
    /// Bytes.
    pub bytes: Range<usize>,
    /// Numbers of its words.
    pub words: Range<usize>,
    pub who: Who,
    /// Inside a quotation.
    pub is_quoted: bool,
    /// A Russian name in another case than a subject's.
    pub is_oblique: bool,
    /// A name after a preposition of place: where something happens.
    pub is_place: bool,
}

impl Mention {
    /// Place in [`Cast::names`] of whom it names.
    pub fn number(&self) -> Option<usize> {
        if let Who::Named(number) = self.who { Some(number) } else { None }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::suggest) enum Who {
    /// Place in [`Cast::names`].
    Named(usize),
    /// Words of the role, and which of the words is its head.
    Role(Vec<String>),
    Pronoun(Pronoun),
}

/// All mentions of an article, in order, and who is after the names.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Cast {
    pub mentions: Vec<Mention>,
    pub names: Names,
}

pub(in crate::suggest) fn cast(text: &Text, cut: &Cut, hits: &[NameHit], lexicon: &Lexicon) -> Cast {
    let mut cast = Cast::default();
    let new_names = NewNames::new(text, cut, lexicon);
    let credits = credits(text);
    let mut hits = hits.iter().peekable();
    for sentence in &cut.sentences {
        let mut at = sentence.words.start;
        let headline = !text.range(sentence.start..sentence.end).ends_with(['.', '!', '?', '…', '"', '”', '»'])
            && is_headline(cut.words.get(sentence.words.clone()).unwrap_or_default());
        while at < sentence.words.end {
            let Some(word) = cut.words.get(at) else { break };
            while hits.next_if(|hit| hit.span.end().0 <= word.start).is_some() {}
            if is_inside(&credits, word.start) {
                at += 1;
                continue;
            }
            if let Some(hit) = hits.next_if(|hit| hit.span.start().0 < word.end) {
                let end = (at..sentence.words.end)
                    .find(|&n| cut.words.get(n).is_none_or(|w| w.start >= hit.span.end().0))
                    .unwrap_or(sentence.words.end);
                let name = text.slice(hit.span).to_owned();
                let number = cast.names.known(&hit.actors, &name);
                if let Some(named) = cast.names.all.get_mut(number) {
                    named.said = hit.is_person;
                    let by_name = hit.form == HitForm::SurnameOnly || hit.is_named_as_person || looks_like_person(&name);
                    named.is_person = hit.is_person.unwrap_or(named.is_person || by_name);
                    named.is_person &= hit.is_person.is_some() || !is_place(&name);
                    if named.gender == Gender::Any {
                        named.gender = if hit.gender == Gender::Any { gender_of(&name) } else { hit.gender };
                    }
                }
                let oblique = matches!(hit.form, HitForm::Variant(Reason::Declined));
                cast.push(cut, lexicon, at..end.max(at + 1), hit.span.start().0..hit.span.end().0, Who::Named(number));
                cast.mentions.last_mut().into_iter().for_each(|mention| mention.is_oblique = oblique);
                cast.title(cut, lexicon, sentence.words.clone(), at..end.max(at + 1), number);
                at = end.max(at + 1);
                continue;
            }
            if !headline && let Some(end) = new_names.at(&sentence.words, at) {
                let last = cut.words.get(end - 1).map_or(word.end, |word| word.end);
                // `U.S.`
                let is_dotted = end > at + 1 && text.range(last.saturating_sub(2)..last).starts_with('.');
                let last = last + usize::from(is_dotted && text.range(last..text.end().0.min(last + 1)) == ".");
                // A known name inside is taken by itself.
                let known = hits.peek().is_some_and(|hit| hit.span.start().0 < last);
                let alone = end == at + 1 && new_names.is_common(at) && !cast.names.has_word(text.range(word.start..last));
                if !known && !alone {
                    let name = text.range(word.start..last);
                    let number = cast.number(text, word.start, name);
                    cast.push(cut, lexicon, at..end, word.start..last, Who::Named(number));
                    cast.title(cut, lexicon, sentence.words.clone(), at..end, number);
                    at = end;
                    continue;
                }
            }
            if let Some(end) = share(text, &cut.words, &sentence.words, &lexicon.grammar().nouns, at) {
                let last = cut.words.get(end - 1).map_or(word.end, |word| word.end);
                let words = cut.words.get(at..end).unwrap_or_default().iter().map(|word| word.lower.clone()).collect();
                cast.push(cut, lexicon, at..end, word.start..last, Who::Role(words));
                at = end;
                continue;
            }
            if let Some(pronoun) = lexicon.pronoun(&word.lower) {
                cast.push(cut, lexicon, at..at + 1, word.start..word.end, Who::Pronoun(pronoun));
            } else if lexicon.is_role(&word.lower) || is_speaking_noun(cut, lexicon, &sentence.words, at) {
                let end = cast.role(cut, lexicon, sentence.words.clone(), at);
                let after = cut.words.get(end - 1).map_or(word.end, |word| word.end);
                // A known name inside the phrase is found by itself, and whose words they are.
                if hits.peek().is_none_or(|hit| hit.span.start().0 >= after) && !is_evidence(&word.lower) {
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
    }
    let settled = cast.names.settled();
    for mention in &mut cast.mentions {
        if let Who::Named(number) = &mut mention.who {
            *number = settled.get(*number).copied().unwrap_or(*number);
        }
    }
    cast
}

impl Cast {
    fn push(&mut self, cut: &Cut, lexicon: &Lexicon, words: Range<usize>, bytes: Range<usize>, who: Who) {
        // A title before a name belongs to the name.
        if matches!(who, Who::Named(_))
            && self
                .mentions
                .last()
                .is_some_and(|last| last.words.end <= words.start && is_title_of(cut, lexicon, last, words.start))
        {
            self.mentions.pop();
        }
        let is_quoted = cut.words.get(words.start).is_some_and(|word| word.quotation != 0);
        let is_place = matches!(who, Who::Named(_)) && is_where(cut, lexicon, words.start);
        self.mentions.push(Mention { bytes, words, who, is_quoted, is_oblique: false, is_place });
    }

    /// The number of a new name that begins at byte `start`.
    fn number(&mut self, text: &Text, start: usize, name: &str) -> usize {
        let before = self.mentions.last().filter(|before| text.range(before.bytes.end..start).trim() == "(");
        if let Some(at) = before.and_then(Mention::number)
            && self.names.shorten(at, name)
        {
            return at;
        }
        self.names.new_name(name)
    }

    /// Notes the words before and after a name that are its titles.
    fn title(&mut self, cut: &Cut, lexicon: &Lexicon, sentence: Range<usize>, name: Range<usize>, number: usize) {
        let (grammar, nouns) = (lexicon.grammar(), &lexicon.grammar().nouns);
        let mut titles = Vec::new();
        let mut found = false;
        let mut at = name.start;
        // `le porte-parole du parti`, `the head of the office`: what follows a preposition bears no title.
        let is_complement = at
            .checked_sub(1)
            .and_then(|at| cut.words.get(at))
            .is_some_and(|before| grammar.is_article(&before.lower) || nouns.complement_links.has(&before.lower));
        if is_complement {
            at = sentence.start;
        }
        while at > sentence.start && name.start.saturating_sub(at) < 5 && !cut.words.get(at).is_none_or(|word| word.after_break) {
            let Some(word) = cut.words.get(at - 1) else { break };
            let is_title = lexicon.is_title(&word.lower) || lexicon.is_role(&word.lower);
            // After a verb or another name it is somebody else's.
            if !is_title && (lexicon.verb(&word.lower).is_some() || grammar.verbs.is_finite(&word.lower)) {
                break;
            }
            if grammar.is_article(&word.lower) && !nouns.title_particles.has(&word.lower) {
                break;
            }
            found |= is_title;
            titles.push(word.lower.clone());
            at -= 1;
        }
        if !found {
            titles.clear();
        }
        let is_outside = cut.words.get(name.start).is_some_and(|word| word.quotation == 0);
        let describes = |word: &&Word| {
            let acts = lexicon.verb(&word.lower).is_some() || lexicon.is_auxiliary(&word.lower);
            word.after_break && word.quotation == 0 && !acts && is_outside
        };
        let follows = cut.words.get(name.end).filter(|_| name.end < sentence.end).filter(describes);
        if follows.is_some() {
            let apposition = (name.end..sentence.end.min(name.end + 8))
                .map_while(|at| cut.words.get(at).filter(|word| at == name.end || !word.after_break));
            let apposition: Vec<&Word> = apposition.collect();
            if apposition.iter().take(4).any(|word| lexicon.is_title(&word.lower)) {
                titles.extend(apposition.iter().map(|word| word.lower.clone()));
            }
        }
        if let Some(named) = self.names.all.get_mut(number) {
            // A Russian genitive follows a title without a word between: `глава МИД Германии`.
            let can_bear =
                (looks_like_person(&named.name) || !nouns.bare_genitive && !named.name.contains(' ')) && !is_place(&named.name);
            named.is_person |= can_bear && named.said.is_none() && titles.iter().any(|title| lexicon.is_title(title));
            for title in titles {
                if !named.titles.contains(&title) && named.titles.len() < 24 {
                    named.titles.push(title);
                }
            }
        }
    }

    /// Takes the noun phrase around the head at `at`, without its article. Returns the number of the word after it.
    fn role(&mut self, cut: &Cut, lexicon: &Lexicon, sentence: Range<usize>, at: usize) -> usize {
        let nouns = &lexicon.grammar().nouns;
        let word = |at: usize| cut.words.get(at).filter(|_| sentence.contains(&at));
        let glued = |at: usize| word(at).is_some_and(|word| !word.after_break);
        // The head of a longer phrase takes the words before it along.
        if glued(at + 1) && word(at + 1).is_some_and(|next| !nouns.noun_first && lexicon.is_role(&next.lower)) {
            return at + 1;
        }
        let mut start = at;
        if !nouns.noun_first {
            while at - start < 3
                && start > sentence.start
                && glued(start)
                && word(start - 1).is_some_and(|before| is_adjective(before, lexicon))
            {
                start -= 1;
            }
        }
        // `porte-parole` is one word.
        while start > sentence.start && word(start).is_some_and(|word| word.is_joined) {
            start -= 1;
        }
        let mut end = at + 1;
        if nouns.noun_first {
            if glued(end) && word(end).is_some_and(|next| !next.is_upper && is_adjective(next, lexicon) && next.lower.len() > 4) {
                end += 1;
            }
            let of = word(end).filter(|_| glued(end)).map_or("", |word| word.lower.as_str()).to_owned();
            if nouns.of_words.has(&of) {
                let article = usize::from(word(end + 1).is_some_and(|word| nouns.of_articles.has(&word.lower)));
                if word(end + 1 + article).is_some_and(|word| word.is_upper && !word.after_break) {
                    end += 2 + article;
                }
            }
        }
        let (Some(first), Some(last)) = (word(start), word(end - 1)) else { return at + 1 };
        let lower = (start..end).filter_map(word).map(|word| word.lower.clone()).collect();
        self.push(cut, lexicon, start..end, first.start..last.end, Who::Role(lower));
        end
    }
}

fn is_adjective(word: &Word, lexicon: &Lexicon) -> bool {
    let lower = word.lower.as_str();
    word.quotation == 0
        && !lexicon.grammar().is_article(lower)
        && (!lexicon.is_no_name(lower) || is_demonym(lower) || lexicon.grammar().nouns.role_adjectives.has(lower))
        && lexicon.verb(lower).is_none()
        && !lexicon.is_preposition(lower)
        && lexicon.pronoun(lower).is_none()
        && !lexicon.is_auxiliary(lower)
        && lower.chars().all(char::is_alphabetic)
        && lower.len() > 2
}

/// Whether a preposition of place is before the word: `in Port Lenn`, `à Port Lenn`.
fn is_where(cut: &Cut, lexicon: &Lexicon, at: usize) -> bool {
    let (places, articles) = (&lexicon.grammar().nouns.places, &lexicon.grammar().nouns.place_articles);
    let before = |back: usize| {
        let near = (0..back).all(|n| cut.words.get(at.wrapping_sub(n)).is_some_and(|word| !word.after_break));
        at.checked_sub(back).filter(|_| near).and_then(|at| cut.words.get(at)).map_or("", |word| word.lower.as_str())
    };
    let is_small = articles.has(before(1)) || lexicon.is_no_name(before(1)) && !places.has(before(1));
    places.has(before(1)) || is_small && places.has(before(2))
}

/// Whether a role is before the name that begins at word `name`: `ministre des Affaires étrangères Jean Roux`.
fn is_title_of(cut: &Cut, lexicon: &Lexicon, role: &Mention, name: usize) -> bool {
    let between = role.words.end..name;
    let acts = between.clone().any(|at| cut.words.get(at).is_some_and(|word| lexicon.verb(&word.lower).is_some()));
    let unbroken = (role.words.end..=name).all(|at| cut.words.get(at).is_some_and(|word| !word.after_break));
    let nouns = &lexicon.grammar().nouns;
    let links = |word: &Word| nouns.bearer_links.has(&word.lower);
    let linked = between.is_empty()
        || between.len() <= 6 && cut.words.get(role.words.end).is_some_and(links)
        || between.len() <= 3
            && between
                .clone()
                .all(|at| cut.words.get(at).is_some_and(|word| !word.is_upper && !lexicon.grammar().is_article(&word.lower)));
    // `le président de la France`: the name after a link without more words is its complement.
    let complement = !between.is_empty()
        && cut.words.get(name.saturating_sub(1)).is_some_and(|word| links(word) || nouns.complement_articles.has(&word.lower));
    matches!(role.who, Who::Role(_)) && unbroken && linked && !complement && !acts
}
