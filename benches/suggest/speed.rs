//! How fast suggestions come: an article, a large one, a large register.

use std::time::Instant;

use dicta::model::ActorId;
use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Reading, quotations};
use dicta::text::Text;

pub fn print() {
    let paragraph = "Ada Thorn, the chief engineer of Port Lenn, said on Monday that the bridge would hold. \"We checked every bolt,\" she \
        told reporters. \"It is safe.\"\nAccording to Lena Brook, a professor, tolls will rise; the union warned that it could strike.\n";
    let article = paragraph.repeat(1_000 / paragraph.split_whitespace().count() + 1);
    let known: Vec<KnownActor> = (0..5_000)
        .map(|n| KnownActor {
            id: ActorId::parse(&format!("actor-{n}")).unwrap(),
            names: vec![format!("First{n} Family{}", n * 7), format!("Alias{n}x")],
            is_person: None,
        })
        .collect();
    let begun = Instant::now();
    let finder = NameFinder::new(&known);
    println!("a register of 5,000 actors is prepared in {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
    let lexicon = Lexicon::built_in("en");
    let begun = Instant::now();
    for _ in 0..10 {
        let (file, ron) = Lexicon::sources().next().unwrap();
        let _ = Lexicon::parse(file, ron);
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
        let proposals =
            Reading::new(&Material { text: &text, quotations: &found, names: &hits, zones: &[], lexicon: &lexicon }).propose();
        let all = begun.elapsed();
        println!(
            "{name}: {:.2} ms, {:.1} MB/s (marks {:.2} ms, names {:.2} ms), {} suggestions",
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
