//! Every hard case of attribution, entered by key in the whole window, exported by the real program, and held against its ruling.
//!
//! With `--nocapture` the tests print what each case costs here and in four other tools.

mod case;
mod dashes;
mod nested;
mod plain;
mod route;
mod sources;
mod split;
mod stance;
mod tables;
mod tied;
mod tools;

use std::sync::Mutex;

use case::{Case, Count};
use tools::Parts;

/// What a case came to: its keys, and the parts that another tool would need for the same.
pub struct Cost {
    pub count: Count,
    pub parts: Parts,
}

impl Cost {
    pub fn of(case: &Case, parts: Parts) -> Self {
        Self { count: case.count, parts }
    }
}

macro_rules! cases {
    ($($module:ident::$case:ident, $title:literal;)*) => {
        const TITLES: &[&str] = &[$($title),*];

        $(#[test]
        fn $case() {
            done($title, $module::$case());
        })*
    };
}

cases! {
    plain::a_direct_quote_by_the_walk, "direct quote, walked to";
    plain::a_direct_quote_by_the_next_question, "direct quote, by the next question";
    split::a_direct_quote_split_by_its_clause, "direct quote split by the clause";
    split::an_indirect_quote_split_by_its_source, "indirect quote split by its source";
    dashes::a_dash_opens_and_a_straight_mark_closes, "opening dash, closing straight mark";
    dashes::a_dash_opens_and_nothing_closes, "opening dash, no closing mark";
    dashes::a_straight_mark_opens_and_a_curly_one_closes, "straight opening, curly closing";
    dashes::a_full_stop_inside_the_mark_is_kept, "full stop inside the mark";
    nested::editorial_insertions_stay_in_the_quote, "editorial insertions, a cut";
    nested::a_quote_in_a_quote_has_its_own_speaker, "quote in quote, two speakers";
    nested::one_speaker_with_two_cues_makes_two_quotes, "one speaker, two cues";
    nested::a_cue_holds_its_speaker, "cue contains the speaker";
    nested::a_possessive_speaks_and_a_noun_reports, "possessive speaker, noun cue";
    tied::the_heading_credits_another_source, "heading credits another source";
    tied::the_lead_credits_an_institution, "lead an institution, body a person";
    stance::an_unmarked_continuation, "unmarked continuation";
    stance::words_that_only_the_speaker_would_use, "deixis leak, with a note";
    stance::neither_confirmed_nor_denied, "neither confirmed nor denied";
    stance::a_refusal, "refusal";
    sources::the_outlet_quotes_itself, "outlet quotes itself";
    sources::a_headline_credits_behind_a_dash, "headline credits behind a dash";
    sources::people_without_a_name, "unnamed people";
    tied::the_same_words_in_two_languages, "same words, two languages";
    sources::the_words_name_a_state_and_a_person_says_them, "names a state, a person says it";
    sources::metonyms, "three metonyms";
    sources::a_plural_is_a_group_with_members, "plural anaphor, group of two";
}

static DONE: Mutex<Vec<(&str, Cost)>> = Mutex::new(Vec::new());

/// Keeps what a case cost; the last one prints all.
fn done(title: &'static str, cost: Cost) {
    let mut done = DONE.lock().unwrap();
    println!("{}", row(title, &cost));
    done.push((title, cost));
    if done.len() == TITLES.len() {
        done.sort_by_key(|(title, _)| TITLES.iter().position(|held| held == title));
        let heads = ["keys", "way", "text", "gestures", "brat", "INCEpTION", "doccano", "LabelSt."];
        let rows: Vec<String> = done.iter().map(|(title, cost)| row(title, cost)).collect();
        println!("\n{:36}{}\n{}", "case", heads.map(|head| format!("{head:>10}")).concat(), rows.join("\n"));
    }
}

/// Keys in all; of those the way to words, and letters; then a drag for each way, and what the others need.
fn row(title: &str, cost: &Cost) -> String {
    let Count { keys, ways, letters, .. } = cost.count;
    let own = [keys, ways, letters, cost.count.gestures()].map(|number| format!("{number:>10}")).concat();
    let others = tools::gestures(cost.parts).map(|number| format!("{:>10}", number.map_or("–".to_owned(), |n| n.to_string())));
    format!("{title:36}{own}{}", others.concat())
}
