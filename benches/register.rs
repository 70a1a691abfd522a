//! The register at the size of a large project: finding while typing, an actor's page, tagging all mentions in all articles.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]
#![allow(clippy::indexing_slicing, reason = "lists of a known length")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use dicta::edit::History;
use dicta::model::{Actor, ActorId, Annotation, AnnotationId, Article, Document, Fragment, Label, Layer, Register};
use dicta::session::state::Start;
use dicta::session::{Access, Command, Effect, Report, Scope, Session};
use dicta::text::{ByteOffset, Span, Text};
use support::table::{ms, ratio};
use support::{Samples, Table, marks, set};

const ACTORS: usize = 5_000;
const ARTICLES: usize = 1_000;
/// Mentions of each article that are marked.
const MENTIONS: usize = 50;
const NOW: dicta::model::Timestamp = dicta::model::Timestamp(1_770_000_000_000);

const FIRST: [&str; 10] = ["Anna", "Émile", "Paul", "Ольга", "Jean", "Marta", "Otto", "Zoë", "Iván", "Luc"];
const LAST: [&str; 10] = ["Weiß", "Bonnet", "Aubry", "Власова", "d’Orme", "Kern", "Müller", "Çelik", "Sørby", "O’Neil"];

fn name(number: usize) -> String {
    format!(
        "{} {}{}",
        FIRST[number % 10],
        LAST[number / 10 % 10],
        if number < 100 { String::new() } else { format!("ov{}", number / 100) }
    )
}

fn main() {
    println!("{ACTORS} actors with an alias each, {} mentions in {ARTICLES} articles; on the wall.\n", ARTICLES * MENTIONS);
    let document = document();
    let annotator = set::alice();
    let began = Instant::now();
    let start = Start { document, history: History::default(), annotator, access: Access::ReadWrite, seed: 7, unsaved: false };
    let mut session = Session::new(start, NOW);
    println!("the session surveys the set in {}\n", ms(began.elapsed().as_secs_f64() * 1e3));

    let mut table = Table::new(&["what", "p50", "p99", "budget", "baseline", "p50", "ours ÷ baseline"]);
    let mut typing = Samples::default();
    let mut plain = Samples::default();
    for typed in ["a", "an", "weiss", "d'or", "ol", "sorby", "мул", "zoe ce", "ov12", "nobody"] {
        for _ in 0..20 {
            time(&mut typing, || black_box(session.find_actors(black_box(typed), 12)));
            time(&mut plain, || {
                let actors = session.document().register.actors();
                black_box(actors.iter().filter(|actor| actor.names().any(|name| name.to_lowercase().contains(typed))).count())
            });
        }
    }
    table.row(&row("find while typing", &typing, "16.7 ms", "lower-case every name", &plain));

    let most = ActorId::parse("a0").unwrap();
    let (mut page, mut scan) = (Samples::default(), Samples::default());
    for _ in 0..50 {
        time(&mut page, || black_box(session.appearances(black_box(&most))));
        time(&mut scan, || {
            let all = session.document().layers.values().flat_map(|layer| layer.annotations());
            black_box(all.filter(|a| a.actor.as_ref() == Some(&most)).count())
        });
    }
    let what = format!("an actor's page ({} places)", session.appearances(&most).len());
    table.row(&row(&what, &page, "50 ms", "count its mentions", &scan));

    let (mut all, mut text) = (Samples::default(), Samples::default());
    let mut rows = 0;
    for _ in 0..3 {
        let jobs = session.dispatch(Command::FindMentions(most.clone(), Scope::Set), NOW);
        let began = Instant::now();
        for effect in jobs {
            let Effect::Search(job) = effect else { continue };
            let mut found = Vec::new();
            job.run(|findings| {
                found.push(findings);
                true
            });
            all.push(began.elapsed());
            rows = found.iter().map(|findings| findings.rows.len()).sum();
            for findings in found {
                drop(session.dispatch(Command::Report(Report::Found(findings)), NOW));
            }
        }
        time(&mut text, || {
            let articles = session.document().articles.values();
            black_box(articles.map(|article| article.text.as_str().to_lowercase().matches("anna weiß").count()).sum::<usize>())
        });
        session.dispatch(Command::CloseReview, NOW);
    }
    let what = format!("tag all over {ARTICLES} articles ({rows} rows)");
    table.row(&row(&what, &all, "1000 ms", "lower-case and search", &text));
    table.print();
}

fn time<T>(samples: &mut Samples, work: impl FnOnce() -> T) {
    let began = Instant::now();
    black_box(work());
    samples.push(began.elapsed());
}

fn row(what: &str, ours: &Samples, budget: &str, baseline: &str, plain: &Samples) -> [String; 7] {
    let first = [what.to_owned(), ms(ours.p50()), ms(ours.p99()), budget.to_owned()];
    let [a, b, c, d] = first;
    [a, b, c, d, baseline.to_owned(), ms(plain.p50()), ratio(ours.p50(), plain.p50())]
}

fn document() -> Document {
    let mut document = Document::default();
    let actor = |number: usize| {
        let mut actor = Actor::new(ActorId::parse(&format!("a{number}")).unwrap(), &name(number));
        actor.learn(&format!("{} dite {}", FIRST[number / 7 % 10], name(number)), "fr");
        actor
    };
    document.register = Arc::new(Register::new((0..ACTORS).map(actor)));
    for number in 0..ARTICLES {
        let mut words = String::new();
        let mut places = Vec::new();
        for mention in 0..MENTIONS {
            // The first actor is named in every article, marked and unmarked.
            let who = if mention % 10 == 0 { 0 } else { (number * 31 + mention * 97) % ACTORS };
            let start = words.len();
            words.push_str(&name(who));
            places.push((start, words.len(), who));
            words.push_str(" a déclaré mardi que la reprise des discussions était en préparation, selon une source proche. ");
            if mention % 7 == 0 {
                words.push_str("Anna Weiß n’a pas répondu.\n\n");
            }
        }
        let article = set::article(&format!("n{number:04}"), words);
        document.layers.insert((article.id.clone(), set::alice()), Arc::new(layer(&article, number, &places)));
        document.articles.insert(article.id.clone(), Arc::new(article));
    }
    document
}

fn layer(article: &Article, number: usize, places: &[(usize, usize, usize)]) -> Layer {
    let text: &Text = &article.text;
    let annotation = |(at, (start, end, who)): (usize, &(usize, usize, usize))| {
        let span = Span::new(text, ByteOffset(*start), ByteOffset(*end)).unwrap();
        let mut made = Annotation::clone(marks::layer(text, 1, 5).annotations().first().unwrap());
        made.id = AnnotationId::parse(&format!("m{number}x{at}")).unwrap();
        (made.label, made.fragments) = (Label::Actor, vec![Fragment::new(text, span)]);
        made.actor = ActorId::parse(&format!("a{who}")).ok();
        Arc::new(made)
    };
    Layer::new(places.iter().enumerate().map(annotation).collect())
}
