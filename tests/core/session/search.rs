//! Searching: words in context, over articles and over annotations, sorted, copied, tagged as a batch.

use dicta::model::{ActorId, Label, Who};
use dicta::session::{Command, Effect, For, Order, Query, SearchAct, Slot};

use crate::support::desk::Desk;

fn desk() -> Desk {
    let mut desk = Desk::annotating("L’Élysée attend. « L'Elysee agit », dit Anne Morel. Le port ferme.");
    desk.add(&[("other.txt", "The ELYSEE waits. Élysées are fields.")]);
    desk.keys(",");
    desk
}

fn query(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

fn hits(desk: &mut Desk, query: Query) -> Vec<String> {
    desk.send(Command::Search(query));
    desk.session.review().map(|review| review.rows.iter().map(|row| row.words.clone()).collect()).unwrap_or_default()
}

#[test]
fn words_are_found_in_all_articles_whatever_their_accents_and_case() {
    let mut desk = desk();
    assert_eq!(hits(&mut desk, query("elysee")), ["Élysée", "Elysee", "ELYSEE", "Élysée"]);
    assert_eq!(hits(&mut desk, Query { here: true, ..query("elysee") }).len(), 2);
    assert_eq!(hits(&mut desk, Query { exact: true, ..query("Élysée") }).len(), 2);
    assert_eq!(hits(&mut desk, Query { regex: true, ..query(r"elysees?\b") }), ["Élysée", "Elysee", "ELYSEE", "Élysées"]);
    assert_eq!(hits(&mut desk, query("nowhere")), [""; 0]);
    assert_eq!(desk.says(), "No results for “nowhere”");
    assert_eq!(hits(&mut desk, Query { regex: true, ..query("(a") }), [""; 0]);
    assert_eq!(desk.says(), "Not searched: this is no regular expression: unclosed group");
}

#[test]
fn quotes_of_one_speaker_that_hold_a_word() {
    let mut desk = desk();
    desk.mark("Anne Morel", "S-A");
    desk.mark("« L'Elysee agit »", "Q");
    let (id, anne) = (desk.find(Label::Quote, "« L'Elysee agit »").id, ActorId::parse("anne-morel").unwrap());
    desk.send(Command::Credit { id, slot: Slot::Speaker, who: Who::Actor(anne.clone()), joins: false });
    let by = |speaker: &str| Query { label: Some(Label::Quote), speaker: ActorId::parse(speaker).ok(), ..query("élysée") };
    assert_eq!(hits(&mut desk, by("anne-morel")), ["Elysee"]);
    assert_eq!(hits(&mut desk, by("somebody")), [""; 0]);
}

#[test]
fn hits_are_sorted_by_their_neighbours_and_copied_as_a_table() {
    let mut desk = desk();
    hits(&mut desk, query("elysee"));
    desk.send(Command::SortReview(Order::Right));
    let after: Vec<String> = desk
        .session
        .review()
        .unwrap()
        .rows
        .iter()
        .map(|row| row.after.split_whitespace().next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(after, ["agit", "attend.", "s", "waits."]);
    desk.send(Command::TickRow(0, true));
    desk.send(Command::CopyReview);
    let copied = desk.effects.iter().find_map(|effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None });
    let copied = copied.expect("on the clipboard");
    assert_eq!(copied.lines().count(), 2, "{copied}");
    assert!(copied.starts_with("article\tbefore\ttext\tafter\narticle\tL’Élysée attend. « L'\tElysee\t agit »"), "{copied}");
}

#[test]
fn a_search_that_another_took_over_stops() {
    let mut desk = desk();
    let now = desk.now;
    let mut begin = |words: &str| {
        let mut effects = desk.session.dispatch(Command::Search(query(words)), now);
        effects.retain(|effect| matches!(effect, Effect::Search(_)));
        effects.pop().expect("a search")
    };
    let (first, second) = (begin("elysee"), begin("port"));
    let reports = |effect: Effect| {
        let Effect::Search(job) = effect else { panic!("a search") };
        let mut count = 0;
        job.run(|_| {
            count += 1;
            true
        });
        count
    };
    assert_eq!((reports(first), reports(second)), (0, 1));
}

/// A desk with many articles, of which each holds its own number, and the search for a word in all of them.
fn many(words: &str) -> (Desk, dicta::session::Job) {
    let texts: Vec<(String, String)> =
        (0..300).map(|n| (format!("a{n:03}.txt"), format!("Ship {n:03} left the port."))).collect();
    let mut desk = Desk::annotating("Ship after ship.");
    desk.add(&texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    let effects = desk.session.dispatch(Command::Search(query(words)), desk.now);
    let job = effects.into_iter().find_map(|effect| if let Effect::Search(job) = effect { Some(job) } else { None });
    (desk, job.expect("a search"))
}

#[test]
fn hits_of_many_articles_come_in_the_order_in_which_these_are_read() {
    let (desk, job) = many("ship");
    let (mut articles, mut reports) = (Vec::new(), Vec::new());
    job.run(|findings| {
        articles.extend(findings.rows.into_iter().map(|row| row.article));
        reports.push(findings.progress);
        true
    });
    articles.dedup();
    let order: Vec<_> = desk.session.reading_order().into_iter().map(|article| article.id.clone()).collect();
    assert_eq!(articles, order);
    assert!(reports.len() > 3 && reports.iter().rev().skip(1).all(Option::is_some), "{reports:?}");
    assert!(reports.windows(2).all(|two| two[1].is_none() || two[0] < two[1]), "and so does how far it is: {reports:?}");
}

#[test]
fn a_running_search_stops_when_nobody_waits_for_it() {
    let (_, job) = many("ship");
    let mut reports = 0;
    job.run(|_| {
        reports += 1;
        false
    });
    assert_eq!(reports, 1, "told to stop");
    let (mut desk, job) = many("299");
    let (now, mut rows) = (desk.now, 0);
    job.run(|findings| {
        rows += findings.rows.len();
        desk.session.dispatch(Command::Search(query("port")), now);
        true
    });
    assert_eq!(rows, 0, "another search has begun");
}

#[test]
fn ticked_hits_are_tagged_as_one_batch() {
    let mut desk = desk();
    desk.send(Command::NewActor { name: "Élysée".to_owned(), target: For::Register });
    hits(&mut desk, query("elysee"));
    desk.send(Command::TickAll(true));
    desk.send(Command::TickRow(3, false));
    desk.send(Command::AcceptAs(SearchAct::Mention(ActorId::parse("élysée").unwrap())));
    assert_eq!(desk.says(), "Tagged 3 hits. Ctrl Z undoes it");
    assert_eq!(desk.session.batches().len(), 1);
    assert_eq!(desk.annotations().len(), 2);
    desk.keys("C-Z");
    assert!(desk.annotations().is_empty());
}

#[test]
fn the_actor_whose_name_the_ticked_hits_are_stands_first() {
    let mut desk = Desk::annotating("Morel waits. Anne Morel left. Weiss came. Mr Weiss went.");
    for name in ["Paul Lenoir", "Bernd Weiss", "Anne Morel", "Weiss"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    let first = |desk: &mut Desk, regex: &str, ticks: &[usize]| {
        hits(desk, Query { regex: true, ..query(regex) });
        for at in ticks {
            desk.send(Command::TickRow(*at, true));
        }
        let (fitting, others) = desk.session.likely_of_hits();
        fitting.into_iter().chain(others).map(|id| desk.session.document().register.name(&id).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(first(&mut desk, "morel", &[0, 1])[0], "Anne Morel", "by a part of the name");
    assert_eq!(first(&mut desk, "weiss", &[0])[..2], ["Weiss", "Bernd Weiss"], "the whole name before a part of one");
    assert_eq!(first(&mut desk, "(mr|anne) [a-z]+", &[0, 1])[0], "Anne Morel", "a whole name before the last word of one");
    assert_eq!(first(&mut desk, "(mr) [a-z]+", &[0])[0], "Weiss", "the last word of what was found");
    assert_eq!(first(&mut desk, "left", &[0]).len(), 4, "and the others behind");
}

#[test]
fn ticked_hits_can_be_mentions_of_a_new_actor() {
    let mut desk = Desk::annotating("Moscou attend. Anne Morel part. Moscou part.");
    desk.send(Command::NewActor { name: "Anne Morel".to_owned(), target: For::Register });
    hits(&mut desk, query("moscou"));
    desk.send(Command::TickRow(0, true));
    desk.send(Command::TickRow(1, true));
    assert_eq!(desk.session.name_of_hits(), "Moscou");
    assert!(desk.session.likely_of_hits().0.is_empty(), "nobody has a name like it");
    desk.send(Command::AcceptAs(SearchAct::MentionNew("Moscou".to_owned())));
    let id = desk.session.actors_named("Moscou")[0].clone();
    assert!(desk.annotations().iter().all(|mention| mention.actor.as_ref() == Some(&id)));
    assert_eq!(desk.annotations().len(), 2);
    desk.keys("C-Z");
    assert!(desk.annotations().is_empty() && desk.session.actors_named("Moscou").is_empty(), "one step");
    // A variant of a name that is known comes before a new one.
    desk.send(Command::NewActor { name: "Moskou".to_owned(), target: For::Register });
    hits(&mut desk, query("moscou"));
    desk.send(Command::TickRow(0, true));
    let (fitting, _) = desk.session.likely_of_hits();
    assert_eq!(fitting.iter().map(|id| desk.session.document().register.name(id)).collect::<Vec<_>>(), ["Moskou"]);
}
