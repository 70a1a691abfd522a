//! Finds who can speak in an article: known names, names nobody registered, roles such as `the spokesman`, pronouns.

use std::ops::Range;

use super::gender::gender_of;
use super::lexicon::{Gender, Lexicon, Pronoun};
use super::likeness::Reason;
use super::name_forms::looks_like_person;
use super::names::{HitForm, NameHit};
use super::new_names::{is_headline, new_name};
use super::nouns::is_speaking_noun;
use super::sentence::{Cut, Word};
use crate::model::ActorId;
use crate::text::Text;

/// Somebody named in the article.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Bytes.
    pub bytes: Range<usize>,
    /// Numbers of its words.
    pub words: Range<usize>,
    pub who: Who,
    /// Inside a quotation.
    pub is_quoted: bool,
    /// A Russian name in another case than a subject's.
    pub is_oblique: bool,
}

impl Mention {
    /// Place in [`Cast::names`] of whom it names.
    pub fn number(&self) -> Option<usize> {
        if let Who::Named(number) = self.who { Some(number) } else { None }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Who {
    /// Place in [`Cast::names`].
    Named(usize),
    /// Words of the role, and which of the words is its head.
    Role(Vec<String>),
    Pronoun(Pronoun),
}

/// Somebody with a name: of the register, or new.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// All it may be; empty for a new name.
    pub actors: Vec<ActorId>,
    /// As it stands in the article, the longest.
    pub name: String,
    /// Words of the titles that stood beside it.
    pub titles: Vec<String>,
    /// Named as people are, or with a title.
    pub is_person: bool,
    pub gender: Gender,
}

/// A name is compared with so many before it: an article that has more is a list.
const MOST_COMPARED: usize = 600;

/// All mentions of an article, in order, and who is behind the names.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub mentions: Vec<Mention>,
    pub names: Vec<Named>,
}

pub(super) fn cast(text: &Text, cut: &Cut, hits: &[NameHit], lexicon: &Lexicon) -> Cast {
    let mut cast = Cast::default();
    let mut hits = hits.iter().peekable();
    for sentence in &cut.sentences {
        let mut at = sentence.words.start;
        let headline = !text.range(sentence.start..sentence.end).ends_with(['.', '!', '?', '…', '"', '”', '»'])
            && is_headline(cut.words.get(sentence.words.clone()).unwrap_or_default());
        while at < sentence.words.end {
            let Some(word) = cut.words.get(at) else { break };
            while hits.next_if(|hit| hit.span.end().0 <= word.start).is_some() {}
            if let Some(hit) = hits.next_if(|hit| hit.span.start().0 < word.end) {
                let end = (at..sentence.words.end)
                    .find(|&n| cut.words.get(n).is_none_or(|w| w.start >= hit.span.end().0))
                    .unwrap_or(sentence.words.end);
                let name = text.slice(hit.span).to_owned();
                let number = cast.person(&hit.actors, &name);
                if let Some(named) = cast.names.get_mut(number) {
                    named.is_person |= hit.form == HitForm::SurnameOnly || looks_like_person(&name);
                    if named.gender == Gender::Any {
                        named.gender = gender_of(&name);
                    }
                }
                let oblique = matches!(hit.form, HitForm::Variant(Reason::Declined));
                cast.push(cut, lexicon, at..end.max(at + 1), hit.span.start().0..hit.span.end().0, Who::Named(number));
                cast.mentions.last_mut().into_iter().for_each(|mention| mention.is_oblique = oblique);
                cast.title(cut, lexicon, sentence.words.clone(), at..end.max(at + 1), number);
                at = end.max(at + 1);
                continue;
            }
            if !headline && let Some(end) = new_name(text, &cut.words, sentence.words.clone(), lexicon, at) {
                let last = cut.words.get(end - 1).map_or(word.end, |word| word.end);
                // A known name inside is taken by itself.
                let known = hits.peek().is_some_and(|hit| hit.span.start().0 < last);
                if !known {
                    let name = text.range(word.start..last).to_owned();
                    let number = cast.person(&[], &name);
                    cast.push(cut, lexicon, at..end, word.start..last, Who::Named(number));
                    cast.title(cut, lexicon, sentence.words.clone(), at..end, number);
                    at = end;
                    continue;
                }
            }
            if let Some(pronoun) = lexicon.pronoun(&word.lower) {
                cast.push(cut, lexicon, at..at + 1, word.start..word.end, Who::Pronoun(pronoun));
            } else if lexicon.is_role(&word.lower) || is_speaking_noun(cut, lexicon, &sentence.words, at) {
                let end = cast.role(cut, lexicon, sentence.words.clone(), at);
                let after = cut.words.get(end - 1).map_or(word.end, |word| word.end);
                // A known name inside the phrase is found by itself.
                if hits.peek().is_none_or(|hit| hit.span.start().0 >= after) {
                    at = end;
                    continue;
                }
            }
            at += 1;
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
        self.mentions.push(Mention { bytes, words, who, is_quoted, is_oblique: false });
    }

    /// The number of the named one; a shorter new name is the longer one's that ends with it.
    fn person(&mut self, actors: &[ActorId], name: &str) -> usize {
        let recent = self.names.iter().enumerate().rev().take(MOST_COMPARED);
        let same = recent
            .into_iter()
            .find(|(_, named)| {
                if actors.is_empty() {
                    named.actors.is_empty()
                        && (named.name == name || ends_with_word(&named.name, name) || is_same_declined(&named.name, name))
                } else {
                    named.actors == actors
                }
            })
            .map(|(at, _)| at);
        if let Some(at) = same {
            return at;
        }
        let is_person = looks_like_person(name);
        self.names.push(Named {
            actors: actors.to_vec(),
            name: name.to_owned(),
            titles: Vec::new(),
            is_person,
            gender: gender_of(name),
        });
        self.names.len() - 1
    }

    /// Notes the words before and after a name that are its titles.
    fn title(&mut self, cut: &Cut, lexicon: &Lexicon, sentence: Range<usize>, name: Range<usize>, number: usize) {
        let mut titles = Vec::new();
        let mut found = false;
        let mut at = name.start;
        // `le porte-parole du parti`, `the head of the office`: what follows a preposition bears no title.
        let is_complement = at.checked_sub(1).and_then(|at| cut.words.get(at)).is_some_and(|before| {
            super::clause::is_article(&before.lower)
                || matches!(before.lower.as_str(), "des" | "d'" | "of" | "for" | "at" | "in" | "to" | "au" | "aux" | "les")
        });
        if is_complement {
            at = sentence.start;
        }
        while at > sentence.start && name.start.saturating_sub(at) < 5 && !cut.words.get(at).is_none_or(|word| word.after_break) {
            let Some(word) = cut.words.get(at - 1) else { break };
            let is_title = lexicon.is_title(&word.lower) || lexicon.is_role(&word.lower);
            if super::clause::is_article(&word.lower) && !matches!(word.lower.as_str(), "de" | "du" | "des" | "la" | "l'") {
                break;
            }
            found |= is_title;
            titles.push(word.lower.clone());
            at -= 1;
        }
        if !found {
            titles.clear();
        }
        let follows = cut.words.get(name.end).filter(|word| name.end < sentence.end && word.after_break && word.quotation == 0);
        if follows.is_some() {
            let apposition = (name.end..sentence.end.min(name.end + 8))
                .map_while(|at| cut.words.get(at).filter(|word| at == name.end || !word.after_break));
            let apposition: Vec<&Word> = apposition.collect();
            if apposition.iter().take(4).any(|word| lexicon.is_title(&word.lower)) {
                titles.extend(apposition.iter().map(|word| word.lower.clone()));
            }
        }
        if let Some(named) = self.names.get_mut(number) {
            // A Russian genitive follows a title without a word between: `глава МИД Германии`.
            let can_bear = looks_like_person(&named.name) || lexicon.language != "ru" && !named.name.contains(' ');
            named.is_person |= can_bear && titles.iter().any(|title| lexicon.is_title(title));
            for title in titles {
                if !named.titles.contains(&title) && named.titles.len() < 24 {
                    named.titles.push(title);
                }
            }
        }
    }

    /// A noun phrase around the head at `at`, without its article. Gives the word behind it.
    fn role(&mut self, cut: &Cut, lexicon: &Lexicon, sentence: Range<usize>, at: usize) -> usize {
        let word = |at: usize| cut.words.get(at).filter(|_| sentence.contains(&at));
        let glued = |at: usize| word(at).is_some_and(|word| !word.after_break);
        // The head of a longer phrase takes the words before it along.
        if glued(at + 1) && word(at + 1).is_some_and(|next| lexicon.language != "fr" && lexicon.is_role(&next.lower)) {
            return at + 1;
        }
        let mut start = at;
        if lexicon.language != "fr" {
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
        if lexicon.language == "fr" {
            if glued(end) && word(end).is_some_and(|next| !next.is_upper && is_adjective(next, lexicon) && next.lower.len() > 4) {
                end += 1;
            }
            let of = word(end).filter(|_| glued(end)).map_or("", |word| word.lower.as_str()).to_owned();
            if matches!(of.as_str(), "de" | "d'" | "du" | "des") {
                let article = usize::from(word(end + 1).is_some_and(|word| matches!(word.lower.as_str(), "l'" | "la")));
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
        && !super::clause::is_article(lower)
        && (!lexicon.is_no_name(lower)
            || matches!(
                lower,
                "french"
                    | "russian"
                    | "european"
                    | "american"
                    | "british"
                    | "german"
                    | "chinese"
                    | "français"
                    | "française"
                    | "russe"
                    | "européen"
            ))
        && lexicon.verb(lower).is_none()
        && !lexicon.is_preposition(lower)
        && lexicon.pronoun(lower).is_none()
        && !lexicon.is_auxiliary(lower)
        && lower.chars().all(char::is_alphabetic)
        && lower.len() > 2
}

fn ends_with_word(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|head| head.ends_with(' '))
}

/// Whether a Russian name is the other's last word in another case: `Рейеса` and `Павел Рейес`.
fn is_same_declined(long: &str, short: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let (a, b) = (last(long), last(short));
    let is_cyrillic = a.chars().all(|c| matches!(c, '\u{400}'..='\u{4FF}' | '-'));
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (shortest, longest) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    is_cyrillic && same >= 3 && same + 1 >= shortest && longest <= same + 2 && (!short.contains(' ') || long.contains(' '))
}

/// Whether a role stands before the name that begins at word `name`: `ministre des Affaires étrangères Jean Roux`.
fn is_title_of(cut: &Cut, lexicon: &Lexicon, role: &Mention, name: usize) -> bool {
    let between = role.words.end..name;
    let acts = between.clone().any(|at| cut.words.get(at).is_some_and(|word| lexicon.verb(&word.lower).is_some()));
    let unbroken = (role.words.end..=name).all(|at| cut.words.get(at).is_some_and(|word| !word.after_break));
    let links = |word: &Word| matches!(word.lower.as_str(), "de" | "des" | "du" | "d'" | "à" | "aux" | "of" | "for");
    let linked = between.is_empty()
        || between.len() <= 6 && cut.words.get(role.words.end).is_some_and(links)
        || between.len() <= 3
            && between
                .clone()
                .all(|at| cut.words.get(at).is_some_and(|word| !word.is_upper && !super::clause::is_article(&word.lower)));
    // `le président de la France`: the name behind a link without more words is its complement.
    let complement = !between.is_empty()
        && cut
            .words
            .get(name.saturating_sub(1))
            .is_some_and(|word| links(word) || matches!(word.lower.as_str(), "la" | "l'" | "les" | "le" | "the"));
    matches!(role.who, Who::Role(_)) && unbroken && linked && !complement && !acts
}
