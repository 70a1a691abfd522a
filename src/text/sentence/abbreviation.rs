//! Decides whether a full stop after a word ends a sentence: abbreviations of English, French and Russian news.
//!
//! In doubt it does not: a sentence that is too long is easily trimmed by hand, a name cut in two is easily missed.

/// Abbreviations that never end a sentence: what they belong to follows.
const TITLES: &str = "Mr Mrs Ms Dr Prof Gov Sen Rep Gen Col Lt Sgt Capt Cmdr Adm Maj Rev Hon Pres Amb Messrs vs cf e.g i.e eg ie M MM Mme \
    Mmes Mlle Mlles Mgr Me Pr Ste av bd c.-à-d им ул просп пер наб пос обл гор проф акад ген полк св т.е т.к т.н";

/// Abbreviations that do not end a sentence before a number.
const BEFORE_NUMBERS: &str = "No Nos no nos pp fig Fig vol Vol chap ch sec Sec art Art al tel tél Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec \
    janv févr fév avr juil sept oct nov déc ст рис стр гл тел руб коп тыс млн млрд";

/// A new sentence follows only if its first word is one that opens sentences.
const UNCLEAR: &str = "Inc Corp Ltd Co Cos Bros LLC Jr Sr St Mt Ft Ave Blvd Rd Dept Gén ex env approx гг пр см кв корп пл зам";

/// Capitalised words that open a sentence far more often than they name anything.
const STARTERS: &str = "The An He She It They We You In On At But And This That These Those His Her Its Their Our There However Meanwhile When \
    While After Before If As For From With According Also Since Under Both Some Many Il Elle Ils Elles Ce Cet Cette Ces \
    Une Mais Et Selon Dans En Pour Par Après Avant Nous Je Son Sa Ses Leur Leurs Or Cependant Alors Depuis В Во На Он Она \
    Они Оно Это Этот Эта Эти Но И По При Как Мы Я Его Её Их Для После Однако Также Об С До От Из";

/// French articles open sentences, but also surnames: `J. Le Pen`.
const ARTICLES: &str = "Le La Les L Un Des";

/// Whether the full stop between `before` (text of the same paragraph) and `next` (from the first letter or digit of
/// what follows) ends a sentence. `at_paragraph_start` says that `before` is all there is.
pub(super) fn ends_sentence(before: &str, at_paragraph_start: bool, next: &str) -> bool {
    let word = last_word(before);
    let number_follows = next.starts_with(char::is_numeric);
    let is_item = word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
    if is_item && at_paragraph_start && before.trim() == word {
        return false;
    }
    if closes_list(before) {
        return true;
    }
    if is_in(TITLES, word) {
        return false;
    }
    if is_in(BEFORE_NUMBERS, word) {
        return !number_follows;
    }
    let is_initial = word.chars().filter(|c| c.is_alphabetic()).count() == 1
        && word.chars().count() <= 2
        && !word.starts_with(char::is_numeric);
    if is_initial || is_dotted(word) || is_in(UNCLEAR, word) {
        return starts_sentence(next, !is_initial);
    }
    true
}

/// The word at the end of `before`: no opening marks, nothing elided (`l’art` is `art`).
fn last_word(before: &str) -> &str {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.rsplit(crate::text::segment::is_apostrophe_char).next().unwrap_or_default()
}

/// Whether `text` ends with the Russian “and so on”: `и т. д`, `и т.п`.
fn closes_list(before: &str) -> bool {
    let mut letters = before.chars().rev().filter(|c| !c.is_whitespace());
    let last = letters.next();
    matches!(last, Some('д' | 'п')) && letters.next() == Some('.') && letters.next() == Some('т')
}

/// `U.S`, `p.m`, `Ph.D`, `J.-C`: short parts joined by dots.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 2 && !part.starts_with(char::is_numeric))
}

fn starts_sentence(next: &str, with_articles: bool) -> bool {
    let end = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len());
    let (word, rest) = next.split_at_checked(end).unwrap_or_default();
    let is_starter = is_in(STARTERS, word) || (with_articles && is_in(ARTICLES, word));
    is_starter && !rest.starts_with(['.', '-'])
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}
