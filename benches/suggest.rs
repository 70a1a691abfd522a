//! How good candidates are against an annotation by hand, and how fast they come.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Instant;

use dicta::model::ActorId;
use dicta::suggest::{Known, Lexicon, Material, NameFinder, Proposals, Proposed, QuoteKind, propose, quotations};
use dicta::text::{CharOffset, Span, Text};
use serde_json::Value;

type Place = Vec<(usize, usize)>;

fn main() {
    quality();
    speed();
}

fn place(value: &Value) -> (usize, usize) {
    let number = |name: &str| usize::try_from(value[name].as_u64().expect("a number")).expect("small");
    (number("start_cp"), number("end_cp"))
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn line(&self, what: &str) {
        let (precision, recall) = (ratio(self.right, self.found), ratio(self.right, self.gold));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        println!(
            "{what}: precision {precision:.2}, recall {recall:.2}, F1 {f1:.2} ({} of {} by hand, {} found)",
            self.right, self.gold, self.found
        );
    }
}

fn ratio(a: usize, b: usize) -> f64 {
    a as f64 / b.max(1) as f64
}

fn quality() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(entries) = fs::read_dir(shared.join("gold")) else {
        println!("no annotation by hand beside this checkout: quality is not measured");
        return;
    };
    let (mut direct, mut other, mut near, mut names) = (Count::default(), Count::default(), Count::default(), Count::default());
    let (mut first, mut three, mut attributed) = (0, 0, 0);
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let gold: Value = serde_json::from_slice(&fs::read(&file).expect("readable")).expect("JSON");
        let text = Text::new(
            fs::read_to_string(shared.join("articles").join(gold["article"].as_str().expect("a name"))).expect("an article"),
        );
        let at = |(start, end): (usize, usize)| {
            Span::new(&text, text.byte_from_char(CharOffset(start)).unwrap(), text.byte_from_char(CharOffset(end)).unwrap())
                .unwrap()
        };
        let place_of = |span: &Span| (text.char_from_byte(span.start()).0, text.char_from_byte(span.end()).0);
        let mut register: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut by_name = BTreeSet::new();
        for actor in gold["actors"].as_array().expect("actors") {
            for mention in actor["mentions"].as_array().expect("mentions") {
                let kind = mention["kind"].as_str().unwrap_or_default();
                if kind == "name" || kind.starts_with("metonym") {
                    register
                        .entry(actor["id"].as_str().unwrap().replace('_', "-"))
                        .or_default()
                        .insert(text.slice(at(place(mention))).to_owned());
                    by_name.insert(place(mention));
                }
            }
        }
        let known: Vec<Known> = register
            .into_iter()
            .map(|(id, names)| Known { id: ActorId::parse(&id).unwrap(), names: names.into_iter().collect() })
            .collect();
        let zones: Vec<Span> = gold["regions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|zone| zone["kind"] == "caption")
            .map(|zone| at(place(zone)))
            .collect();
        let mut hits = NameFinder::new(&known).find(&text);
        let lexicon = Lexicon::built_in(gold["language"].as_str().unwrap());
        hits.retain(|hit| !zones.iter().any(|zone| zone.overlaps(hit.span)));
        names.found += hits.len();
        names.gold += by_name.len();
        names.right += hits.iter().filter(|hit| by_name.contains(&place_of(&hit.span))).count();
        let found = quotations(&text);
        let Proposals { quotes, .. } =
            propose(&Material { text: &text, quotations: &found, names: &hits, zones: &zones, lexicon: &lexicon });
        for quote in &quotes {
            if quote.kind == QuoteKind::Direct { direct.found += 1 } else { other.found += 1 }
        }
        for quote in gold["quotes"].as_array().unwrap() {
            let wanted: Place = quote["fragments"].as_array().unwrap().iter().map(place).collect();
            let is_direct = quote["type"] == "direct";
            let count = if is_direct { &mut direct } else { &mut other };
            count.gold += 1;
            let ours = |quote: &&dicta::suggest::Candidate| quote.fragments.iter().map(place_of).collect::<Place>();
            let best = quotes.iter().max_by(|a, b| overlap(&ours(a), &wanted).total_cmp(&overlap(&ours(b), &wanted)));
            let Some(best) = best.filter(|best| overlap(&ours(best), &wanted) > 0.5) else { continue };
            count.right += usize::from(ours(&best) == wanted && (best.kind == QuoteKind::Direct) == is_direct);
            near.right += usize::from(!is_direct);
            if let Some(speaker) = quote["speaker"].as_array().and_then(|all| all.first()) {
                let right = speaker["actor"].as_str().unwrap().replace('_', "-");
                let words = speaker["mention"]["text"].as_str().unwrap_or_default();
                let rank = best.speakers.iter().position(|speaker| match &speaker.who {
                    Proposed::Known(id) => id.as_str() == right,
                    Proposed::New(name) | Proposed::Role(name) => name == words,
                });
                attributed += 1;
                first += usize::from(rank == Some(0));
                three += usize::from(rank.is_some_and(|rank| rank < 3));
            }
        }
        near.gold = other.gold;
    }
    direct.line("direct quotes, exact spans");
    other.line("mixed and indirect quotes, exact spans");
    println!("mixed and indirect quotes, overlapping by half: recall {:.2}", ratio(near.right, near.gold));
    names.line("mentions by name, exact spans");
    println!(
        "right speaker: first {:.2}, in the first three {:.2} (of {attributed})",
        ratio(first, attributed),
        ratio(three, attributed)
    );
}

/// Shared characters over all characters.
fn overlap(a: &Place, b: &Place) -> f64 {
    let shared: usize = a.iter().flat_map(|x| b.iter().map(move |y| x.1.min(y.1).saturating_sub(x.0.max(y.0)))).sum();
    let length = |place: &Place| place.iter().map(|(start, end)| end - start).sum::<usize>();
    ratio(shared, length(a) + length(b) - shared)
}

fn speed() {
    let paragraph = "Ada Thorn, the chief engineer of Port Lenn, said on Monday that the bridge would hold. \"We checked every bolt,\" she \
        told reporters. \"It is safe.\"\nAccording to Lena Brook, a professor, tolls will rise; the union warned that it could strike.\n";
    let article = paragraph.repeat(1_000 / paragraph.split_whitespace().count() + 1);
    let known: Vec<Known> = (0..5_000)
        .map(|n| Known {
            id: ActorId::parse(&format!("actor-{n}")).unwrap(),
            names: vec![format!("First{n} Family{}", n * 7), format!("Alias{n}x")],
        })
        .collect();
    let begun = Instant::now();
    let finder = NameFinder::new(&known);
    println!("a register of 5,000 actors is prepared in {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
    let lexicon = Lexicon::built_in("en");
    let begun = Instant::now();
    for _ in 0..10 {
        let _ = Lexicon::built_in("en");
    }
    println!("the English lexicon is read in {:.2} ms", begun.elapsed().as_secs_f64() * 1e2);
    for (name, words) in
        [("an article of 1,000 words", article.clone()), ("1 MB in one article", article.repeat(1_000_000 / article.len() + 1))]
    {
        let text = Text::new(words);
        let begun = Instant::now();
        let found = quotations(&text);
        let marks = begun.elapsed();
        let hits = finder.find(&text);
        let named = begun.elapsed().saturating_sub(marks);
        let proposals = propose(&Material { text: &text, quotations: &found, names: &hits, zones: &[], lexicon: &lexicon });
        let all = begun.elapsed();
        println!(
            "{name}: {:.2} ms, {:.1} MB/s (marks {:.2} ms, names {:.2} ms), {} candidates",
            all.as_secs_f64() * 1e3,
            text.end().0 as f64 / 1e6 / all.as_secs_f64(),
            marks.as_secs_f64() * 1e3,
            named.as_secs_f64() * 1e3,
            proposals.quotes.len()
        );
    }
    let names: Vec<String> = known.iter().flat_map(|known| known.names.clone()).collect();
    let begun = Instant::now();
    let pairs = dicta::suggest::pairs(&names);
    println!("{} pairs among {} names in {:.0} ms", pairs.len(), names.len(), begun.elapsed().as_secs_f64() * 1e3);
}
